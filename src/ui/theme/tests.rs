use super::*;
use crate::picture::Shade;
use ratatui::style::Color;

const THEMES: [ThemeName; 2] = [ThemeName::Dark, ThemeName::Light];

/// Every ink that a cell can have; a new one does not compile until it is added to the list.
fn inks() -> Vec<Ink> {
    let next = |ink: Ink| {
        Some(match ink {
            Ink::Plain => Ink::Faint,
            Ink::Faint => Ink::Strong,
            Ink::Strong => Ink::Rule,
            Ink::Rule => Ink::Border,
            Ink::Border => Ink::Outline,
            Ink::Outline => Ink::Neighbour,
            Ink::Neighbour => Ink::NeighbourName,
            Ink::NeighbourName => Ink::Front,
            Ink::Front => Ink::FrontToday,
            Ink::FrontToday => Ink::Fill(1),
            Ink::Fill(_) => Ink::FillDisputed,
            Ink::FillDisputed => Ink::Ground(Wash::Party(1)),
            Ink::Ground(_) => Ink::Seam(1),
            Ink::Seam(_) => Ink::Pocket(1),
            Ink::Pocket(_) => Ink::Held,
            Ink::Held => Ink::Contested,
            Ink::Contested => Ink::Disputed,
            Ink::Disputed => Ink::Fallen(1),
            Ink::Fallen(_) => Ink::Today(1),
            Ink::Today(_) => Ink::Seat,
            Ink::Seat => Ink::River,
            Ink::River => Ink::Road,
            Ink::Road => Ink::Relief,
            Ink::Relief => Ink::Graticule,
            Ink::Graticule => Ink::Label,
            Ink::Label => Ink::LabelToday,
            Ink::LabelToday => Ink::Selected,
            Ink::Selected => Ink::Playhead,
            Ink::Playhead => Ink::Tick,
            Ink::Tick => Ink::National,
            Ink::National => Ink::Bar,
            Ink::Bar => Ink::Bracket,
            Ink::Bracket => return None,
        })
    };
    std::iter::successors(Some(Ink::Plain), |ink| next(*ink)).collect()
}

/// The grounds of a map, as many parties as have a look of their own.
fn grounds() -> Vec<Wash> {
    (0..4).flat_map(|party| [Wash::Party(party), Wash::Today(party)]).chain([Wash::Disputed]).collect()
}

/// The bands of the front, on which letters and markers may stand too.
const BANDS: [Wash; 2] = [Wash::Front, Wash::FrontToday];

fn shades() -> impl Iterator<Item = Shade> {
    (-Shade::MOST..=Shade::MOST).map(|steps| Shade::new(steps.into()))
}

/// Red, green and blue of a colour from 0 to 255; the 16 colours as the Linux console has them.
fn rgb(color: Color) -> Option<[f64; 3]> {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    Some(match color {
        Color::Rgb(red, green, blue) => [red, green, blue].map(f64::from),
        Color::Indexed(index @ 16..=231) => {
            let at = index - 16;
            [at / 36, at / 6 % 6, at % 6].map(|step| f64::from(level(step)))
        }
        Color::Indexed(index @ 232..) => [f64::from(8 + 10 * (index - 232)); 3],
        _ => return None,
    })
}

/// Relative luminance after WCAG 2.1.
fn luminance(rgb: [f64; 3]) -> f64 {
    let linear = rgb.map(|channel| {
        let part = channel / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// The contrast of letter and ground after WCAG 2.1.
fn contrast(style: Style) -> f64 {
    let [letter, ground] = [style.fg, style.bg].map(|color| luminance(color.and_then(rgb).expect("a colour")));
    (letter.max(ground) + 0.05) / (letter.min(ground) + 0.05)
}

/// What somebody sees who has no cones for red: the tones of blue and yellow that are left (Viénot and others, 1999).
fn without_red(rgb: [f64; 3]) -> [f64; 3] {
    let [red, green, blue] = rgb.map(|channel| (channel / 255.0).powf(2.2));
    let yellow = 0.112_38 * red + 0.887_62 * green;
    [yellow, yellow, 0.004 * red - 0.004 * green + blue].map(|part| 255.0 * part.clamp(0.0, 1.0).powf(1.0 / 2.2))
}

#[test]
fn every_theme_names_every_ink_and_every_wash() {
    let washes = [Wash::Bare, Wash::Selected, Wash::Playhead].into_iter().chain(grounds()).chain(BANDS);
    let washes: Vec<Wash> = washes.collect();
    for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Mono] {
        for depth in [Depth::Basic, Depth::Indexed, Depth::Full] {
            let theme = Theme::new(name, depth);
            for (ink, wash) in inks().into_iter().flat_map(|ink| washes.iter().map(move |&wash| (ink, wash))) {
                let style = theme.look(ink, wash, Shade::FLAT);
                assert!(style.fg.is_some() && style.bg.is_some(), "{name:?} {depth:?} {ink:?} {wash:?}");
            }
        }
    }
}

#[test]
fn letters_are_legible_on_every_ground_and_every_slope() {
    for (name, depth, least) in
        THEMES.into_iter().flat_map(|name| [(name, Depth::Full, 4.5), (name, Depth::Indexed, 4.5)])
    {
        let theme = Theme::new(name, depth);
        for (wash, shade) in
            grounds().into_iter().chain(BANDS).flat_map(|wash| shades().map(move |shade| (wash, shade)))
        {
            for ink in [Ink::Label, Ink::LabelToday, Ink::Today(1), Ink::Contested, Ink::Seat, Ink::Disputed] {
                let found = contrast(theme.look(ink, wash, shade));
                assert!(found >= least, "{name:?} {depth:?} {ink:?} on {wash:?} {shade:?}: {found:.2}");
            }
        }
    }
}

#[test]
fn signs_are_seen_on_every_ground() {
    for (name, depth) in THEMES.into_iter().flat_map(|name| [(name, Depth::Full), (name, Depth::Indexed)]) {
        let theme = Theme::new(name, depth);
        for wash in grounds() {
            for ink in [Ink::Front, Ink::FrontToday, Ink::Held, Ink::Fallen(1), Ink::Outline] {
                let found = contrast(theme.look(ink, wash, Shade::FLAT));
                assert!(found >= 3.0, "{name:?} {depth:?} {ink:?} on {wash:?}: {found:.2}");
            }
        }
        for (ink, band) in [(Ink::Front, Wash::Front), (Ink::FrontToday, Wash::FrontToday)] {
            let found = contrast(theme.look(ink, band, Shade::FLAT));
            assert!(found >= 3.0, "{name:?} {depth:?} {ink:?} on its band: {found:.2}");
        }
    }
}

#[test]
fn outlines_of_pockets_are_seen_on_their_own_ground() {
    for (name, depth) in THEMES.into_iter().flat_map(|name| [(name, Depth::Full), (name, Depth::Indexed)]) {
        let theme = Theme::new(name, depth);
        for (party, wash) in (0..4).flat_map(|party| [(party, Wash::Party(party)), (party, Wash::Today(party))]) {
            let found = contrast(theme.look(Ink::Pocket(party), wash, Shade::FLAT));
            assert!(found >= 2.0, "{name:?} {depth:?} {wash:?}: {found:.2}");
        }
    }
}

#[test]
fn the_grounds_of_the_first_parties_differ_also_without_red() {
    let apart = |one: [f64; 3], other: [f64; 3]| -> f64 {
        one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
    };
    for (name, depth) in THEMES.into_iter().flat_map(|name| [(name, Depth::Full), (name, Depth::Indexed)]) {
        let theme = Theme::new(name, depth);
        let ground = |wash| rgb(theme.look(Ink::Plain, wash, Shade::FLAT).bg.expect("a ground")).expect("a colour");
        let all = [Wash::Party(0), Wash::Party(1), Wash::Today(1), Wash::Disputed].map(|wash| (wash, ground(wash)));
        for (index, (one, own)) in all.iter().enumerate() {
            for (other, its) in &all[..index] {
                let seen = apart(without_red(*own), without_red(*its));
                assert!(seen > 14.0, "{name:?} {depth:?} {one:?} and {other:?}: {seen:.0}");
            }
        }
        let own = |party| theme.look(Ink::Plain, Wash::Party(party), Shade::FLAT);
        assert_eq!(own(1), own(4), "a fifth party begins again at the second colour");
    }
}

#[test]
fn relief_never_makes_one_ground_look_like_another() {
    for name in THEMES {
        let theme = Theme::new(name, Depth::Full);
        let ground = |wash, shade| theme.look(Ink::Plain, wash, shade).bg;
        for (one, other) in
            [(Wash::Party(0), Wash::Party(1)), (Wash::Party(1), Wash::Today(1)), (Wash::Party(1), Wash::Disputed)]
        {
            for shade in shades() {
                assert!(shades().all(|its| ground(one, shade) != ground(other, its)), "{name:?} {one:?} {other:?}");
            }
        }
        assert_eq!(ground(Wash::Bare, Shade::new(12.0)), Some(Color::Reset), "the terminal's own ground has no slopes");
    }
}

#[test]
fn the_mono_theme_has_no_colour() {
    let theme = Theme::new(ThemeName::Mono, Depth::Full);
    for wash in grounds().into_iter().chain([Wash::Bare, Wash::Selected]) {
        for ink in inks() {
            let style = theme.look(ink, wash, Shade::FLAT);
            assert_eq!((style.fg, style.bg), (Some(Color::Reset), Some(Color::Reset)));
        }
    }
}

#[test]
fn sixteen_colours_are_the_terminals_own() {
    for name in THEMES {
        let theme = Theme::new(name, Depth::Basic);
        for (ink, wash) in inks().into_iter().flat_map(|ink| grounds().into_iter().map(move |wash| (ink, wash))) {
            let style = theme.look(ink, wash, Shade::FLAT);
            let own = |color: Option<Color>| !matches!(color, Some(Color::Rgb(..) | Color::Indexed(_)) | None);
            assert!(own(style.fg) && own(style.bg), "{ink:?} {wash:?}");
            assert!(style.fg != style.bg || style.bg == Some(Color::Reset), "{ink:?} on {wash:?}");
        }
    }
}

#[test]
fn a_cell_keeps_every_ink() {
    for ink in inks() {
        assert_eq!(Cell::new('x', ink).ink(), ink);
    }
}
