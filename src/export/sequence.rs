//! One sequence for a terminal: the codes of colours and attributes, as they are put together.

use ratatui::style::{Color, Modifier};

/// Each attribute with the codes that switch it on and off. Bold and dim share theirs, and so do the two blinks.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What every sequence begins with.
const START: [u8; 2] = *b"\x1b[";

/// Room for a reset, every attribute off and on again, and two colours.
const ROOM: usize = 96;

/// A sequence. Often two are made and the shorter one is sent, so they are made where that costs nothing but the codes.
pub(super) struct Sequence {
    bytes: [u8; ROOM],
    length: usize,
}

impl Sequence {
    /// A sequence without any code.
    pub(super) fn new() -> Self {
        let mut bytes = [0; ROOM];
        bytes[..START.len()].copy_from_slice(&START);
        Self { bytes, length: START.len() }
    }

    /// All of it, to be sent. Without any code it resets.
    pub(super) fn finish(&mut self) -> &[u8] {
        // What would part the last code from the next one ends it.
        let last = if self.length > START.len() { self.length - 1 } else { self.length };
        self.bytes[last] = b'm';
        &self.bytes[..=last]
    }

    /// Adds a code.
    pub(super) fn push(&mut self, code: u8) {
        let (digits, length) = DECIMALS[usize::from(code)];
        self.bytes[self.length..][..digits.len()].copy_from_slice(&digits);
        self.length += length;
    }

    fn all<const N: usize>(&mut self, codes: [u8; N]) {
        for code in codes {
            self.push(code);
        }
    }

    /// The codes that turn attributes into others.
    pub(super) fn modifiers(&mut self, from: Modifier, to: Modifier) {
        if from == to {
            return;
        }
        let mut left = from;
        for (modifier, _, off) in MODIFIERS {
            if left.contains(modifier) && !to.contains(modifier) {
                self.push(off);
                // The code took with it every attribute that shares it.
                MODIFIERS.iter().filter(|other| other.2 == off).for_each(|other| left.remove(other.0));
            }
        }
        for (modifier, on, _) in MODIFIERS {
            if to.contains(modifier) && !left.contains(modifier) {
                self.push(on);
            }
        }
    }

    /// A colour of the text, or with a `shift` of 10 of the ground.
    pub(super) fn colour(&mut self, colour: Color, shift: u8) {
        match colour {
            Color::Reset => self.push(39 + shift),
            Color::Black => self.push(30 + shift),
            Color::Red => self.push(31 + shift),
            Color::Green => self.push(32 + shift),
            Color::Yellow => self.push(33 + shift),
            Color::Blue => self.push(34 + shift),
            Color::Magenta => self.push(35 + shift),
            Color::Cyan => self.push(36 + shift),
            Color::Gray => self.push(37 + shift),
            Color::DarkGray => self.push(90 + shift),
            Color::LightRed => self.push(91 + shift),
            Color::LightGreen => self.push(92 + shift),
            Color::LightYellow => self.push(93 + shift),
            Color::LightBlue => self.push(94 + shift),
            Color::LightMagenta => self.push(95 + shift),
            Color::LightCyan => self.push(96 + shift),
            Color::White => self.push(97 + shift),
            Color::Indexed(index) => self.all([38 + shift, 5, index]),
            Color::Rgb(red, green, blue) => self.all([38 + shift, 2, red, green, blue]),
        }
    }
}

/// Every code in decimal with a semicolon behind it, and how many characters these are.
static DECIMALS: [([u8; 4], usize); 256] = {
    let mut all = [([0; 4], 0); 256];
    let mut code = 0;
    while code < all.len() {
        let [hundreds, tens, ones] = [code / 100, code / 10 % 10, code % 10];
        let digits = [DIGITS[hundreds], DIGITS[tens], DIGITS[ones]];
        all[code] = match (digits, code) {
            ([.., ones], 0..10) => ([ones, b';', 0, 0], 2),
            ([_, tens, ones], 10..100) => ([tens, ones, b';', 0], 3),
            ([hundreds, tens, ones], _) => ([hundreds, tens, ones, b';'], 4),
        };
        code += 1;
    }
    all
};

/// The digits.
const DIGITS: [u8; 10] = *b"0123456789";
