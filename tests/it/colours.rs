//! Colours on real screens: whatever is written can be read on its ground, in every theme.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use frontline::app::Depth;
use ratatui::buffer::Buffer;

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

/// A colour as a terminal shows it: `own` is its own, a palette has its first sixteen.
fn tone(color: vt100::Color, own: u32, palette: Option<&[u32; 16]>) -> u32 {
    match (color, palette) {
        (vt100::Color::Default, _) => own,
        (vt100::Color::Rgb(red, green, blue), _) => u32::from_be_bytes([0, red, green, blue]),
        (vt100::Color::Idx(index @ ..16), Some(palette)) => palette[usize::from(index)],
        (vt100::Color::Idx(index), _) => indexed(index),
    }
}

/// What a terminal shows of a frame: the cells in which something is written.
fn shown(frame: &Buffer) -> Vec<vt100::Cell> {
    let bytes = String::from_utf8(frontline::export::ansi(frame)).expect("text with colours");
    // One row more than the frame has, since its last line ends too.
    let [rows, columns] =
        [frame.area.height + 1, frame.area.width].map(|length| NonZeroU16::new(length).expect("a screen has cells"));
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(bytes.replace('\n', "\r\n").as_bytes());
    let places = (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| (y, x)));
    let cells = places.filter_map(|(y, x)| terminal.screen().cell(y, x).cloned());
    cells.filter(|cell| !cell.contents().trim().is_empty()).collect()
}

/// The screens to look at.
fn screens(depth: Depth) -> impl Iterator<Item = Run> {
    let run = move |size, day| Run::coloured(size, depth).go_to(day);
    let days = ["2021-08-05", "2021-08-09", "2021-08-12", "2021-08-15", "2021-09-06"].into_iter();
    let all = days.flat_map(move |day| ["80x24", "120x40", "200x60"].map(|size| run(size, day)));
    all.chain(["?", "s", "tab", "M", "f"].map(|keys| run("120x40", "2021-08-12").press(keys)))
}

/// What cannot be told from its ground on any of the screens: colours, how much they differ, what is written in them.
/// A palette is what a terminal of 16 colours has.
fn lost(keys: &str, depth: Depth, own: [u32; 2], palette: Option<&[u32; 16]>) -> BTreeMap<String, (f64, String)> {
    let mut lost: BTreeMap<String, (f64, String)> = BTreeMap::new();
    for run in screens(depth) {
        let cells = shown(&run.press(keys).draw());
        assert!(!cells.is_empty(), "there is something to look at");
        for cell in cells {
            let letters = cell.contents().chars().all(char::is_alphanumeric);
            let least = match (letters, depth) {
                (true, Depth::Basic) => BASIC,
                (true, _) => LETTERS,
                (false, _) => LINES,
            };
            let (ink, ground) = (cell.fgcolor(), cell.bgcolor());
            let found = contrast(tone(ink, own[0], palette), tone(ground, own[1], palette));
            if found < least {
                let (_, glyphs) = lost.entry(format!("{ink:?} on {ground:?}")).or_insert((found, String::new()));
                if !glyphs.contains(cell.contents()) {
                    glyphs.push_str(cell.contents());
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
            let lost = lost(keys, depth, own, None);
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
            let lost = lost(keys, Depth::Basic, own, Some(&palette));
            assert!(lost.is_empty(), "{theme} on {name}: {lost:#?}");
        }
    }
}
