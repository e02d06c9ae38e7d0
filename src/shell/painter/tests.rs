//! What a terminal shows after the painter's bytes.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;

/// A terminal of its own and a painter for it.
struct Screen {
    painter: Painter,
    terminal: vt100::Parser,
}

/// Text put at a place in a style.
type Stroke = (u16, u16, String, Style);

fn paint(strokes: &[Stroke], buffer: &mut Buffer) {
    for (x, y, text, style) in strokes {
        let (x, y) = (x % buffer.area.width, y % buffer.area.height);
        buffer.set_string(x, y, text, *style);
    }
}

impl Screen {
    fn new(width: u16, height: u16) -> Self {
        let size = |length| NonZeroU16::new(length).expect("a screen has cells");
        let mut painter = Painter::default();
        painter.resize(width, height);
        Self { painter, terminal: vt100::Parser::new(size(height), size(width), 0) }
    }

    /// Shows a frame and says how many bytes it took.
    fn show(&mut self, strokes: &[Stroke]) -> usize {
        let bytes = self.painter.frame(|buffer| paint(strokes, buffer));
        self.terminal.process(bytes);
        bytes.len()
    }

    /// Compares what the terminal shows with a buffer, cell by cell.
    fn check(&self, strokes: &[Stroke]) -> Result<(), TestCaseError> {
        let mut buffer = Buffer::empty(self.painter.shown.area);
        paint(strokes, &mut buffer);
        let width = buffer.area.width;
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < width {
                let (wanted, shown) = (&buffer[(x, y)], self.terminal.screen().cell(y, x).expect("on the screen"));
                let symbol = if shown.has_contents() { shown.contents() } else { " " };
                prop_assert_eq!(symbol, wanted.symbol(), "at {}, {}", x, y);
                prop_assert_eq!(style_shown(shown), style_wanted(wanted), "at {}, {}", x, y);
                x += if shown.is_wide() { 2 } else { 1 };
            }
        }
        Ok(())
    }
}

fn style_shown(cell: &vt100::Cell) -> (vt100::Color, vt100::Color, [bool; 5]) {
    let attributes = [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()];
    (cell.fgcolor(), cell.bgcolor(), attributes)
}

fn style_wanted(cell: &Cell) -> (vt100::Color, vt100::Color, [bool; 5]) {
    let attributes = [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
    (colour(cell.fg), colour(cell.bg), attributes.map(|attribute| cell.modifier.contains(attribute)))
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        named => NAMED
            .iter()
            .position(|one| *one == named)
            .map_or(vt100::Color::Default, |index| vt100::Color::Idx(u8::try_from(index).expect("there are sixteen"))),
    }
}

const NAMED: [Color; 16] = [
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

fn colours() -> impl Strategy<Value = Color> {
    prop_oneof![
        Just(Color::Reset),
        (0_usize..16).prop_map(|index| NAMED[index]),
        any::<u8>().prop_map(Color::Indexed),
        any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
    ]
}

fn styles() -> impl Strategy<Value = Style> {
    // Bold and dim together are one thing to some terminals, the one of these tests among them.
    let shapes = prop::sample::select(vec![Modifier::empty(), Modifier::BOLD, Modifier::DIM]);
    let others = prop::sample::subsequence(vec![Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED], 0..=3);
    (colours(), colours(), shapes, others).prop_map(|(fg, bg, shape, others)| {
        let modifier = others.into_iter().fold(shape, |all, one| all | one);
        Style::new().fg(fg).bg(bg).add_modifier(modifier).remove_modifier(modifier.complement())
    })
}

fn strokes(texts: &'static str, most: usize) -> impl Strategy<Value = Vec<Stroke>> {
    prop::collection::vec((any::<u16>(), any::<u16>(), texts, styles()), 0..most)
}

proptest! {
    #[test]
    fn the_terminal_shows_every_frame(
        width in 1_u16..40,
        height in 1_u16..12,
        frames in prop::collection::vec(strokes("[a-c /|_⣿é北国\u{1F600}]{0,12}", 12), 1..6),
    ) {
        let mut screen = Screen::new(width, height);
        for frame in &frames {
            screen.show(frame);
            screen.check(frame)?;
        }
    }

    #[test]
    fn a_few_changed_words_take_few_bytes(
        ground in strokes("[a-z]{1,60}", 40),
        edits in prop::collection::vec((0_u16..100, 0_u16..40, "[0-9]{3,20}", any::<u8>()), 1..12),
    ) {
        let mut screen = Screen::new(120, 40);
        screen.show(&ground);
        let before = screen.painter.shown.clone();
        let mut edited = ground;
        let words = edits.into_iter().map(|(x, y, text, index)| (x, y, text, Style::new().fg(Color::Indexed(index))));
        edited.extend(words);
        let bytes = screen.show(&edited);
        let changed = before.content.iter().zip(&screen.painter.shown.content).filter(|(old, new)| old != new).count();
        prop_assert!(bytes <= 64 + 8 * changed, "{bytes} bytes for {changed} cells");
    }
}

#[test]
fn an_unchanged_frame_is_not_a_byte() {
    let mut screen = Screen::new(20, 3);
    let frame = [(3, 1, "Herat 北".to_owned(), Style::new().fg(Color::Red))];
    assert!(screen.show(&frame) > 0);
    assert_eq!(screen.show(&frame), 0);
}

#[test]
fn one_digit_is_one_short_update() {
    let mut screen = Screen::new(120, 40);
    screen.show(&[(60, 0, "9 Aug".to_owned(), Style::new())]);
    let bytes = screen.painter.frame(|buffer| paint(&[(60, 0, "8 Aug".to_owned(), Style::new())], buffer));
    assert_eq!(String::from_utf8_lossy(bytes), "\u{1b}[?2026h\u{1b}[5D8\u{1b}[?2026l");
}

#[test]
fn nothing_of_a_cell_drives_the_terminal() {
    let mut screen = Screen::new(4, 1);
    let bytes = screen.painter.frame(|buffer| {
        for (x, symbol) in ["\u{1b}", "\u{9b}2J", "a", "北"].into_iter().enumerate() {
            buffer.content[x].set_symbol(symbol);
        }
    });
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(text.matches(['\u{1b}', '\u{9b}']).count(), 5, "the painter's own five sequences in {text:?}");
    assert!(!text.contains('北'), "it would not fit");
}

#[test]
fn a_screen_without_cells_can_be_painted() {
    for (width, height) in [(0, 0), (0, 5), (5, 0)] {
        let mut painter = Painter::default();
        painter.resize(width, height);
        painter.frame(|_| {});
        assert!(painter.frame(|_| {}).is_empty());
    }
}
