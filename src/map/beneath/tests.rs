use super::*;
use crate::chronicle::{Reading, Tracks};
use crate::dataset::Dataset;
use crate::map::{Camera, GlyphSet, Grounds, Portrayal, Scene, Viewport, draw};
use crate::picture::{Cell, Dots, Ink, Shade};
use crate::situation::Situation;
use crate::time::Day;

const LAND: [Layer; 4] = [Layer::Relief, Layer::Rivers, Layer::Roads, Layer::Graticule];

fn data() -> &'static Dataset {
    static DATA: std::sync::LazyLock<Dataset> =
        std::sync::LazyLock::new(|| Dataset::embedded().expect("the shipped data"));
    &DATA
}

fn base(size: (u16, u16), zoom: u8, glyphs: GlyphSet) -> Base {
    let data = data();
    let kabul = data.gazetteer.by_id("kabul").expect("Kabul");
    let camera = Camera { zoom, centre: Some(data.gazetteer.place(kabul).position) };
    Base::new(&data.gazetteer, Viewport::new(&data.gazetteer, &data.magnify, camera, size.0, size.1), glyphs)
}

/// The map of 12 August with these layers.
fn paint(base: &Base, layers: Layers, shaded: bool) -> Picture {
    let data = data();
    let tracks = Tracks::new(&data.chronicle, data.gazetteer.places.len(), Reading::Settled);
    let day = Day::parse("2021-08-12").expect("a day");
    let situation = Situation::at(&data.gazetteer, &data.chronicle, &tracks, day);
    let beneath = Beneath::new(
        &data.gazetteer,
        &data.terrain,
        base,
        Portrayal { layers, grounds: if shaded { Grounds::Shaded } else { Grounds::Coloured } },
    );
    let scene = Scene { gazetteer: &data.gazetteer, situation: &situation, selected: None, changed: None };
    draw(base, &beneath, &scene)
}

fn cells(picture: &Picture) -> Vec<Cell> {
    (0..picture.height()).flat_map(|y| picture.row(y).to_vec()).collect()
}

fn count(picture: &Picture, wanted: impl Fn(Cell) -> bool) -> usize {
    cells(picture).into_iter().filter(|cell| wanted(*cell)).count()
}

#[test]
fn the_land_beneath_takes_nothing_from_what_is_above() {
    for glyphs in GlyphSet::NAMES.map(|(set, _)| set) {
        for (size, zoom) in [((54, 16), 0), ((76, 30), 0), ((130, 47), 0), ((76, 30), 5), ((130, 47), 12)] {
            let base = base(size, zoom, glyphs);
            let plain = cells(&paint(&base, Layers::default(), false));
            for layer in LAND {
                let with = cells(&paint(&base, Layers::default().with(layer), false));
                for (plain, with) in plain.iter().zip(&with).filter(|(plain, with)| plain != with) {
                    let light = matches!(plain.ink(), Ink::Plain | Ink::Fill(_) | Ink::FillDisputed | Ink::Ground(_));
                    let dotted = plain.ink() == Ink::Neighbour;
                    // A river joins its dots to those of a border.
                    let seam = matches!(plain.ink(), Ink::Border | Ink::Seam(_));
                    let dots = |cell: &Cell| Dots::of_braille(cell.glyph).or_else(|| Dots::of_blocks(cell.glyph));
                    let joined = dots(plain).zip(dots(with)).is_some_and(|(border, all)| all.with(border) == all);
                    let river = with.ink() == Ink::River && seam && joined;
                    assert!(
                        light || dotted || river,
                        "{glyphs:?} {size:?} {zoom}: {layer:?} puts {with:?} over {plain:?}"
                    );
                    assert_eq!(plain.wash(), with.wash());
                }
            }
        }
    }
}

#[test]
fn every_layer_can_be_hidden() {
    let base = base((130, 47), 0, GlyphSet::Ascii);
    let all = Layer::NAMES.into_iter().fold(Layers::default(), |layers, (layer, _)| layers.with(layer));
    let of = |layer: Layer, cell: Cell| match layer {
        Layer::Relief => cell.ink() == Ink::Relief,
        Layer::Rivers => cell.ink() == Ink::River,
        Layer::Roads => cell.ink() == Ink::Road,
        Layer::Neighbours => matches!(cell.ink(), Ink::Neighbour | Ink::NeighbourName),
        Layer::Regions => matches!(cell.ink(), Ink::Border | Ink::Outline),
        Layer::Front => matches!(cell.ink(), Ink::Front | Ink::FrontToday),
        Layer::Pockets => matches!(cell.ink(), Ink::Pocket(_)),
        Layer::Places => matches!(cell.ink(), Ink::Label | Ink::LabelToday),
        Layer::Graticule => cell.ink() == Ink::Graticule,
    };
    for (layer, name) in Layer::NAMES {
        assert!(count(&paint(&base, all, false), |cell| of(layer, cell)) > 3, "{name} is shown");
        let hidden = count(&paint(&base, all.toggled(layer), false), |cell| of(layer, cell));
        // The legend goes on to explain front and pockets.
        let explained = usize::from(matches!(layer, Layer::Front | Layer::Pockets));
        assert_eq!(hidden, explained, "{name} is hidden");
    }
}

#[test]
fn rivers_keep_to_the_country_and_the_lesser_ones_wait_for_room() {
    let layers = Layers::default().with(Layer::Rivers);
    let rivers = |size, zoom| {
        let base = base(size, zoom, GlyphSet::Ascii);
        let picture = paint(&base, layers, false);
        let at = (0..i32::from(size.1)).flat_map(|y| (0..i32::from(size.0)).map(move |x| CellAt { x, y }));
        let at: Vec<CellAt> = at
            .filter(|at| picture.cell(at.x, at.y).is_some_and(|cell| cell.ink() == Ink::River))
            .filter(|at| picture.cell(at.x + 2, at.y).is_some_and(|cell| cell.ink() != Ink::Faint))
            .collect();
        assert!(at.iter().all(|&at| base.sheet.region(at).is_some()), "{size:?}");
        at.len()
    };
    assert!(rivers((99, 40), 0) * 2 < rivers((101, 40), 0));
}

#[test]
fn the_sketch_of_roads_is_not_shown_close_up() {
    let roads = |zoom| {
        count(&paint(&base((130, 47), zoom, GlyphSet::Ascii), Layers::default().with(Layer::Roads), false), |cell| {
            cell.ink() == Ink::Road
        })
    };
    assert!(roads(0) > 50 && roads(7) > 10);
    assert_eq!(roads(8), 0);
}

#[test]
fn relief_is_light_and_shade_where_there_are_colours_and_signs_where_not() {
    let base = base((130, 47), 0, GlyphSet::Ascii);
    let layers = Layers::default().with(Layer::Relief);
    let (lit, signed) = (paint(&base, layers, true), paint(&base, layers, false));
    let sloped = |cell: Cell| cell.shade() != Shade::FLAT;
    assert!(count(&lit, sloped) > 500);
    assert_eq!(count(&lit, |cell| cell.ink() == Ink::Relief), 0);
    assert_eq!(count(&signed, sloped), 0);
    assert!(count(&signed, |cell| cell.ink() == Ink::Relief) > 20);
    let beyond = cells(&lit).into_iter().filter(|cell| cell.wash() == crate::picture::Wash::Bare);
    assert!(beyond.map(Cell::shade).all(|shade| shade == Shade::FLAT), "no slopes beyond the regions");
}

#[test]
fn close_views_tell_the_heights_of_places() {
    let heights = |zoom| {
        let base = base((76, 30), zoom, GlyphSet::Ascii);
        let text = paint(&base, Layers::default().with(Layer::Relief), true).to_text();
        text.matches(" m ").count() + text.matches(" m\n").count()
    };
    assert_eq!(heights(7), 0);
    assert!(heights(9) > 2, "{}", heights(9));
}

#[test]
fn a_base_without_cells_has_no_land() {
    for size in [(0, 0), (1, 1), (0, 9), (9, 0)] {
        let base = base(size, 0, GlyphSet::Ascii);
        let all = Layer::NAMES.into_iter().fold(Layers::default(), |layers, (layer, _)| layers.with(layer));
        assert_eq!(paint(&base, all, true).height(), size.1);
    }
}
