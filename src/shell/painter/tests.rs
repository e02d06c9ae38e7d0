//! What a terminal shows after the painter's bytes.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell as Styled};
use ratatui::style::{Color, Modifier};

use super::*;
use crate::app::{Depth, ThemeName};
use crate::picture::{Ink, Shade, Wash};
use crate::ui::Theme;

/// A terminal of its own and a painter for it.
struct Terminal {
    painter: Painter,
    terminal: vt100::Parser,
}

/// What stands somewhere, in its roles: as text on bare ground, as cells of a picture on any other.
type Stroke = (u16, u16, String, (Ink, Wash, Shade));

/// A frame: a theme and what is painted.
type Frame = (ThemeName, Depth, Vec<Stroke>);

fn paint((theme, depth, strokes): &Frame, screen: &mut Screen) {
    screen.set_theme(Theme::new(*theme, *depth));
    for (x, y, text, (ink, wash, shade)) in strokes {
        let at = (x % screen.width(), y % screen.height());
        if *wash == Wash::Bare {
            screen.write(at, screen.width(), text, *ink);
        } else {
            let cell = |glyph| {
                let mut cell = Cell::new(glyph, *ink);
                cell.set_wash(*wash);
                cell.set_shade(*shade);
                cell
            };
            // A mark by itself stands in no cell.
            let letters = text.chars().filter(|letter| *letter != '\u{301}');
            screen.cells(at, &letters.map(cell).collect::<Vec<_>>());
        }
    }
}

impl Terminal {
    fn new(width: u16, height: u16) -> Self {
        let size = |length| NonZeroU16::new(length).expect("a screen has cells");
        let mut painter = Painter::default();
        painter.resize(width, height);
        Self { painter, terminal: vt100::Parser::new(size(height), size(width), 0) }
    }

    /// Shows a frame and says how many bytes it took.
    fn show(&mut self, frame: &Frame) -> usize {
        let bytes = self.painter.frame(|screen| paint(frame, screen));
        self.terminal.process(bytes);
        bytes.len()
    }

    /// What the painter takes it to show.
    fn shown(&self) -> Buffer {
        self.painter.shown.as_ref().expect("a frame").buffer()
    }

    /// Compares what the terminal shows with a frame, cell by cell.
    fn check(&self, frame: &Frame) -> Result<(), TestCaseError> {
        let (width, height) = self.painter.size;
        let mut screen = Screen::new(width, height);
        paint(frame, &mut screen);
        let buffer = screen.buffer();
        let width = buffer.area.width;
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < width {
                let wanted = &buffer[(x, y)];
                let shown = self.terminal.screen().cell(y, x).expect("on the screen");
                let symbol = if shown.has_contents() { shown.contents() } else { " " };
                let fits = text::width(wanted.symbol()) <= usize::from(width - x);
                prop_assert_eq!(symbol, if fits { wanted.symbol() } else { " " }, "at {}, {}", x, y);
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

fn style_wanted(cell: &Styled) -> (vt100::Color, vt100::Color, [bool; 5]) {
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

fn roles() -> impl Strategy<Value = (Ink, Wash, Shade)> {
    let inks = [
        Ink::Plain,
        Ink::Faint,
        Ink::Strong,
        Ink::Tick,
        Ink::Border,
        Ink::Front,
        Ink::Fill(1),
        Ink::Ground(Wash::Disputed),
        Ink::Fallen(2),
        Ink::Selected,
        Ink::Playhead,
    ];
    let washes = [Wash::Bare, Wash::Bare, Wash::Party(0), Wash::Today(1), Wash::Selected, Wash::Playhead];
    let shades = (-6_i32..=6).prop_map(|steps| Shade::new(steps.into()));
    (prop::sample::select(inks.to_vec()), prop::sample::select(washes.to_vec()), shades)
}

fn frames(texts: &'static str, most: usize) -> impl Strategy<Value = Frame> {
    let themes = prop::sample::select(ThemeName::NAMES.map(|(name, _)| name).to_vec());
    let depths = prop::sample::select(vec![Depth::Full, Depth::Indexed, Depth::Basic]);
    let strokes = prop::collection::vec((any::<u16>(), any::<u16>(), texts, roles()), 0..most);
    (themes, depths, strokes)
}

/// A frame of one text in the usual colours.
fn told(x: u16, y: u16, text: &str) -> Frame {
    let roles = (Ink::Plain, Wash::Bare, Shade::FLAT);
    (ThemeName::Dark, Depth::Full, vec![(x, y, text.to_owned(), roles)])
}

proptest! {
    #[test]
    fn the_terminal_shows_every_frame(
        width in 1_u16..40,
        height in 1_u16..12,
        frames in prop::collection::vec((any::<bool>(), frames("[a-c /|_⣿éx\u{301}北国\u{1F600}]{0,12}", 12)), 1..6),
    ) {
        let mut terminal = Terminal::new(width, height);
        for (anew, frame) in &frames {
            if *anew {
                terminal.painter.resize(width, height);
            }
            terminal.show(frame);
            terminal.check(frame)?;
        }
    }

    #[test]
    fn a_few_changed_words_take_few_bytes(
        ground in frames("[a-z]{1,60}", 40),
        edits in prop::collection::vec((0_u16..100, 0_u16..40, "[0-9]{3,20}", roles()), 1..12),
    ) {
        let mut terminal = Terminal::new(120, 40);
        terminal.show(&ground);
        let before = terminal.shown();
        let mut edited = ground;
        edited.2.extend(edits);
        let bytes = terminal.show(&edited);
        let after = terminal.shown();
        let changed = before.content.iter().zip(&after.content).filter(|(old, new)| old != new).count();
        prop_assert!(bytes <= 64 + 8 * changed, "{bytes} bytes for {changed} cells");
    }
}

#[test]
fn an_unchanged_frame_is_not_a_byte() {
    let mut terminal = Terminal::new(20, 3);
    let frame = told(3, 1, "Herat 北 x\u{301}");
    assert!(terminal.show(&frame) > 0);
    assert_eq!(terminal.show(&frame), 0);
}

#[test]
fn one_digit_is_one_short_update() {
    let mut terminal = Terminal::new(120, 40);
    terminal.show(&told(60, 0, "9 Aug"));
    let bytes = terminal.painter.frame(|screen| paint(&told(60, 0, "8 Aug"), screen));
    assert_eq!(String::from_utf8_lossy(bytes), "\u{1b}[?2026h\u{1b}[5D8\u{1b}[?2026l");
}

#[test]
fn a_ground_is_named_once_however_often_it_shows() {
    let grounds = [Wash::Party(0), Wash::Party(1), Wash::Disputed];
    let cells = (0..40).map(|x: usize| {
        let mut cell = Cell::new('.', Ink::Fill(0));
        cell.set_wash(grounds[x % grounds.len()]);
        cell
    });
    let cells: Vec<Cell> = cells.collect();
    let mut terminal = Terminal::new(40, 10);
    let bytes = terminal.painter.frame(|screen| {
        screen.set_theme(Theme::new(ThemeName::Dark, Depth::Full));
        (0..10).for_each(|y| screen.cells((0, y), &cells));
    });
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(text.matches("48;2;").count(), grounds.len(), "{text:?}");
}

#[test]
fn another_theme_with_the_same_roles_is_shown() {
    let mut terminal = Terminal::new(20, 3);
    let (_, depth, mut strokes) = told(3, 1, "Herat");
    strokes[0].3.0 = Ink::Strong;
    terminal.show(&(ThemeName::Dark, depth, strokes.clone()));
    assert!(terminal.show(&(ThemeName::Mono, depth, strokes)) > 0);
}

#[test]
fn letters_of_a_link_that_is_gone_are_written_anew() {
    let mut terminal = Terminal::new(20, 1);
    let link = crate::text::Link::parse("https://example.org").expect("an address");
    terminal.painter.frame(|screen| {
        screen.write((0, 0), 20, "abcdefghijkl", Ink::Plain);
        screen.link((0, 0), 20, "abcdefghijkl", &link);
    });
    let bytes = terminal.painter.frame(|screen| {
        screen.write((0, 0), 20, "xxcdefghijxx", Ink::Plain);
    });
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains("xxcdefghijxx"), "what is not sent goes on being a link: {text:?}");
}

#[test]
fn what_a_cluster_may_spoil_is_written_after_it() {
    let family = "\u{1F468}\u{200d}\u{1F469}\u{200d}\u{1F467}";
    assert_eq!(text::width(family), 2);
    let mut terminal = Terminal::new(12, 1);
    terminal.show(&told(0, 0, "abcdefgh|"));
    terminal.show(&told(0, 0, &format!("{family}cdefgh|")));
    // This terminal shows each of the three by itself.
    assert!(terminal.terminal.screen().contents().ends_with("cdefgh|"), "{:?}", terminal.terminal.screen().contents());
    terminal.show(&told(0, 0, "abcdefgh|"));
    assert_eq!(terminal.terminal.screen().contents(), "abcdefgh|");
}

#[test]
fn nothing_of_a_cell_drives_the_terminal() {
    let mut terminal = Terminal::new(4, 1);
    let bytes = terminal.painter.frame(|screen| {
        let cells = ['\u{1b}', '\u{9b}', 'a', '北'].map(|glyph| Cell::new(glyph, Ink::Plain));
        screen.cells((0, 0), &cells);
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

#[test]
fn cells_are_alike_up_to_the_first_that_differs_or_may_be_wide() {
    let row: Vec<Cell> = " ~abcdefghijklmnop".chars().map(|glyph| Cell::new(glyph, Ink::Plain)).collect();
    assert_eq!(alike(&row, &row), row.len());
    for x in 0..row.len() {
        let mut other = row.clone();
        other[x].set_ink(Ink::Strong);
        assert_eq!(alike(&row, &other), x, "in other roles");
        for letter in ['\u{1f}', '\u{7f}', 'é', '北'] {
            other = row.clone();
            other[x].glyph = letter;
            assert_eq!(alike(&other, &other), x, "{letter:?}");
        }
    }
}
