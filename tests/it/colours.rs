//! Colours on real screens: whatever is written can be read on its ground, in every theme.

use std::collections::BTreeMap;

use frontline::app::Depth;
use ratatui::style::Color;

use crate::run::Run;

/// Themes with the keys that lead to them and the terminal's own text and ground, as the least favourable of them are.
const THEMES: [(&str, &str, [u32; 2]); 2] =
    [("dark", "", [0x00d0_d0d0, 0x001e_1e1e]), ("light", "t", [0x0033_3333, 0x00ff_ffff])];

/// The 16 colours of the Linux console and of xterm, of which other terminals are variants.
const PALETTES: [(&str, [u32; 16]); 2] = [
    (
        "Linux console",
        [
            0x0000_0000,
            0x00aa_0000,
            0x0000_aa00,
            0x00aa_5500,
            0x0000_00aa,
            0x00aa_00aa,
            0x0000_aaaa,
            0x00aa_aaaa,
            0x0055_5555,
            0x00ff_5555,
            0x0055_ff55,
            0x00ff_ff55,
            0x0055_55ff,
            0x00ff_55ff,
            0x0055_ffff,
            0x00ff_ffff,
        ],
    ),
    (
        "xterm",
        [
            0x0000_0000,
            0x00cd_0000,
            0x0000_cd00,
            0x00cd_cd00,
            0x0000_00ee,
            0x00cd_00cd,
            0x0000_cdcd,
            0x00e5_e5e5,
            0x007f_7f7f,
            0x00ff_0000,
            0x0000_ff00,
            0x00ff_ff00,
            0x005c_5cff,
            0x00ff_00ff,
            0x0000_ffff,
            0x00ff_ffff,
        ],
    ),
];

/// The least contrast of letters and digits, as the Web Content Accessibility Guidelines want it (level AA), and that of
/// lines, patterns and signs.
const LETTERS: f64 = 4.5;
const LINES: f64 = 1.5;

/// That of letters in one of 16 given colours, some of which are dim on every terminal: what the guidelines want of large ones.
const BASIC: f64 = 3.0;

/// How bright a colour is, from 0 to 1, as those guidelines reckon it.
fn luminance(rgb: u32) -> f64 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour of xterm's cube or its greys.
fn indexed(index: u8) -> u32 {
    const STEPS: [u32; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        16..=231 => {
            let at = usize::from(index - 16);
            STEPS[at / 36] << 16 | STEPS[at / 6 % 6] << 8 | STEPS[at % 6]
        }
        232..=255 => (8 + 10 * u32::from(index - 232)) * 0x0001_0101,
        _ => panic!("the first sixteen colours are the user's own"),
    }
}

fn rgb(color: Color, own: u32) -> u32 {
    match color {
        Color::Reset => own,
        Color::Rgb(red, green, blue) => u32::from_be_bytes([0, red, green, blue]),
        Color::Indexed(index) => indexed(index),
        other => panic!("{other} is the user's own"),
    }
}

/// The same for one of the 16 colours of a palette.
fn basic(palette: &[u32; 16], color: Color, own: u32) -> u32 {
    let all = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    all.iter().position(|known| *known == color).map_or_else(|| rgb(color, own), |at| palette[at])
}

/// The screens to look at.
fn screens(depth: Depth) -> impl Iterator<Item = Run> {
    let run = move |size, day| Run::coloured(size, depth).go_to(day);
    let days = ["2021-08-05", "2021-08-09", "2021-08-12", "2021-08-15", "2021-09-06"].into_iter();
    let all = days.flat_map(move |day| ["80x24", "120x40", "200x60"].map(|size| run(size, day)));
    all.chain(["?", "s", "tab", "M", "f"].map(|keys| run("120x40", "2021-08-12").press(keys)))
}

/// What cannot be told from its ground on any of the screens: colours, how much they differ, what is written in them.
/// `tone` says what a colour is, given the terminal's own.
fn lost(keys: &str, depth: Depth, own: [u32; 2], tone: impl Fn(Color, u32) -> u32) -> BTreeMap<String, (f64, String)> {
    let mut lost: BTreeMap<String, (f64, String)> = BTreeMap::new();
    for run in screens(depth) {
        let frame = run.press(keys).draw();
        for cell in frame.content().iter().filter(|cell| !cell.symbol().trim().is_empty()) {
            let letters = cell.symbol().chars().all(char::is_alphanumeric);
            let least = match (letters, depth) {
                (true, Depth::Basic) => BASIC,
                (true, _) => LETTERS,
                (false, _) => LINES,
            };
            let found = contrast(tone(cell.fg, own[0]), tone(cell.bg, own[1]));
            if found < least {
                let look = format!("{} on {}", cell.fg, cell.bg);
                let (_, glyphs) = lost.entry(look).or_insert((found, String::new()));
                if !glyphs.contains(cell.symbol()) {
                    glyphs.push_str(cell.symbol());
                }
            }
        }
    }
    lost
}

#[test]
fn letters_can_be_read_and_lines_be_seen() {
    for (theme, keys, own) in THEMES {
        for depth in [Depth::Indexed, Depth::Full] {
            let lost = lost(keys, depth, own, rgb);
            assert!(lost.is_empty(), "{theme}, {depth:?}: {lost:#?}");
        }
    }
}

#[test]
fn they_can_on_old_terminals_too() {
    // Text and ground of their own: grey on black, black on white.
    for (theme, keys, own) in [("dark", "", [7, 0]), ("light", "t", [0, 15])] {
        for (name, palette) in PALETTES {
            let own = own.map(|at: usize| palette[at]);
            let lost = lost(keys, Depth::Basic, own, |color, own| basic(&palette, color, own));
            assert!(lost.is_empty(), "{theme} on {name}: {lost:#?}");
        }
    }
}
