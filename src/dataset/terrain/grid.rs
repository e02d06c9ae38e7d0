//! `relief.asc`: an Esri ASCII grid, which every program for maps writes and reads. Six lines of `key value`, then the
//! heights in metres, north to south.

#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "places within a text, whole numbers of five digits, and cells whose count was checked"
    )
)]

use crate::dataset::files;
use crate::dataset::problem::{Problem, quote};
use crate::dataset::spot::line_after;
use crate::gazetteer::{LonLat, Relief};

pub(super) const FILE: &str = "relief.asc";

/// The most cells that are read: more than any screen can show of a country.
const MOST: usize = 16_000_000;

/// The lowest and the highest height that can be on the globe, in metres.
const LOWEST: i32 = -12_000;
const HIGHEST: i32 = 9_000;

/// The head of the file.
#[derive(Default)]
struct Head {
    columns: Option<usize>,
    rows: Option<usize>,
    west: Option<f64>,
    south: Option<f64>,
    step: Option<f64>,
    unknown: Option<f64>,
}

/// The heights of the file that is compiled in: read when it is, as the first frame shows them all.
static SHIPPED: [i16; 36_000] = compiled(include_str!("../../../data/afghanistan-2021/relief.asc"));

/// The grid that is compiled in.
pub(super) fn shipped() -> Option<Relief> {
    let (head, _) = Head::read(files::shipped(FILE)).ok()?;
    let ([columns, _], corner, step) = head.sound()?;
    Relief::new(corner, step, columns, SHIPPED.as_slice())
}

/// Reads the file.
pub(super) fn read(text: &str) -> Result<Relief, Problem> {
    let (head, body) = Head::read(text)?;
    let (size, corner, step) = head.sound().ok_or_else(|| Problem::file(FILE, "the head is not sound", HINT))?;
    let heights = heights(body, &head, size[0] * size[1]).map_err(|word| {
        let line = line_after(text.as_bytes().get(..text.len() - word.len()).unwrap_or_default());
        let word = word.split_ascii_whitespace().next().unwrap_or_default();
        Problem::file(FILE, format!("{} is no height in metres", quote(word)), "-12000 to 9000").at(line)
    })?;
    let found = heights.len();
    let relief = Relief::new(corner, step, size[0], heights).filter(|_| found == size[0] * size[1]);
    relief.ok_or_else(|| {
        let message = format!("{found} heights, not ncols {} times nrows {}", size[0], size[1]);
        Problem::file(FILE, message, "the head must count the heights")
    })
}

/// The heights of a text with lines of letters before them, if all are short.
#[expect(clippy::expect_used, clippy::indexing_slicing, reason = "a panic ends the compilation, not the program")]
const fn compiled<const COUNT: usize>(text: &str) -> [i16; COUNT] {
    let (mut heights, mut count, mut rest) = ([0; COUNT], 0, text.as_bytes());
    while let [first, after @ ..] = rest {
        rest = if *first <= b' ' {
            after
        } else if first.is_ascii_alphabetic() {
            after_line(after)
        } else {
            let (height, after) = short(rest, -1).expect("a short whole number");
            heights[count] = height.expect("a height on the globe");
            count += 1;
            after
        };
    }
    assert!(count == COUNT, "the heights must be as many as their cells");
    heights
}

/// The heights of the body, or the rest of it from the first word that is none.
///
/// Nearly all of a grid is short whole numbers: those are taken digit by digit.
fn heights<'a>(body: &'a str, head: &Head, count: usize) -> Result<Vec<i16>, &'a str> {
    let unknown = head.unknown.and_then(whole).unwrap_or(i32::MIN);
    let mut heights = Vec::with_capacity(count);
    let mut rest = body.as_bytes();
    while let [first, after @ ..] = rest {
        if *first <= b' ' {
            rest = after;
            continue;
        }
        let (height, after) = short(rest, unknown).unwrap_or_else(|| {
            let length = rest.iter().position(|byte| *byte <= b' ').unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            (std::str::from_utf8(word).ok().and_then(|word| head.height(word)), after)
        });
        let Some(height) = height else { return Err(body.get(body.len() - rest.len()..).unwrap_or_default()) };
        heights.push(height);
        rest = after;
    }
    Ok(heights)
}

/// The height that a text begins with, if it is a whole number up to 99 999, and what follows it; none if it is no word of its
/// own.
const fn short(text: &[u8], unknown: i32) -> Option<(Option<i16>, &[u8])> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    let (mut number, mut rest) = (0, digits);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        (number, rest) = (number * 10 + (*digit & 0xF) as i32, after);
        if number > 99_999 {
            return None;
        }
    }
    let ends = matches!(rest, [] | [..=b' ', ..]);
    if !ends || rest.len() == digits.len() {
        return None;
    }
    let metres = sign * number;
    Some((if metres == unknown { Some(Relief::UNKNOWN) } else { on_globe(metres) }, rest))
}

/// What follows the line that a text begins in.
const fn after_line(mut text: &[u8]) -> &[u8] {
    while let [first, after @ ..] = text {
        text = after;
        if *first == b'\n' {
            break;
        }
    }
    text
}

const HINT: &str = "ncols, nrows, xllcorner, yllcorner, cellsize in degrees and, if wanted, NODATA_value";

impl Head {
    /// The head of a text, and what follows it.
    fn read(text: &str) -> Result<(Self, &str), Problem> {
        let (mut head, mut rest) = (Self::default(), text);
        for number in 1.. {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            if !line.trim_start().starts_with(|first: char| first.is_ascii_alphabetic()) {
                break;
            }
            head.take(line).map_err(|message| Problem::file(FILE, message, HINT).at(number))?;
            rest = after;
        }
        Ok((head, rest))
    }

    /// Takes a line of the head.
    fn take(&mut self, line: &str) -> Result<(), String> {
        let mut words = line.split_ascii_whitespace();
        let (Some(key), Some(value), None) = (words.next(), words.next(), words.next()) else {
            return Err(format!("{} is no key with a value", quote(line)));
        };
        let count = || {
            let count = value.parse().ok();
            count.map(Some).ok_or_else(|| format!("{}: {} is no count", quote(key), quote(value)))
        };
        let number = || {
            let number = value.parse().ok().filter(|number: &f64| number.is_finite());
            number.map(Some).ok_or_else(|| format!("{}: {} is no number", quote(key), quote(value)))
        };
        match key.to_ascii_lowercase().as_str() {
            "ncols" => self.columns = count()?,
            "nrows" => self.rows = count()?,
            "xllcorner" => self.west = number()?,
            "yllcorner" => self.south = number()?,
            "cellsize" => self.step = number()?,
            "nodata_value" => self.unknown = number()?,
            _ => return Err(format!("{} is no key of a grid", quote(key))),
        }
        Ok(())
    }

    /// A height in metres however it is written, or the mark of one that is not known; none of what is no height.
    fn height(&self, word: &str) -> Option<i16> {
        let metres = word.parse().ok().filter(|metres: &f64| metres.is_finite())?;
        let unknown = self.unknown.is_some_and(|unknown| (unknown - metres).abs() < 1e-9);
        if unknown { Some(Relief::UNKNOWN) } else { on_globe(whole(metres.round())?) }
    }

    /// Columns and rows, the north-western corner and the side of a cell; none unless the grid lies on the globe.
    fn sound(&self) -> Option<([usize; 2], LonLat, f64)> {
        let (columns, rows, step) = (self.columns?, self.rows?, self.step.filter(|step| *step > 0.0)?);
        let cells = columns.checked_mul(rows)?;
        let sides = [columns, rows].map(|count| step * f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        // A cell size is rounded in writing; a grid of the globe may so end a hair beyond it.
        let least = |degree: f64, most: f64| if degree <= most + 1e-6 { degree.min(most) } else { degree };
        let corner = LonLat::new(self.west?, least(self.south? + sides[1], 90.0))?;
        LonLat::new(least(self.west? + sides[0], 180.0), self.south?)?;
        (1..=MOST).contains(&cells).then_some(([columns, rows], corner, step))
    }
}

/// A height that can be on the globe.
#[expect(clippy::cast_possible_truncation, reason = "within bounds that fit")]
const fn on_globe(metres: i32) -> Option<i16> {
    if LOWEST <= metres && metres <= HIGHEST { Some(metres as i16) } else { None }
}

/// A whole number as one; none of any other.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast of floats saturates, and is compared with what it came from"
)]
fn whole(value: f64) -> Option<i32> {
    let whole = value as i32;
    ((f64::from(whole) - value).abs() < 1e-9).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "ncols 2\nnrows 2\nxllcorner 60\nyllcorner 29\ncellsize 0.5\nNODATA_value -1\n";

    fn problem(text: &str) -> String {
        read(text).map(drop).expect_err("a problem").to_string()
    }

    #[test]
    fn what_is_compiled_in_is_what_would_be_read() {
        let read = read(files::shipped(FILE)).expect("a sound grid");
        assert_eq!(format!("{:?}", shipped().expect("a grid")), format!("{read:?}"));
    }

    #[test]
    fn a_grid_is_read_from_north_to_south() {
        let relief = read(&format!("{HEAD}400 300.4\n200 100\n")).expect("a grid");
        let at = |lon, lat| relief.height_m(LonLat::new(lon, lat).expect("a position"));
        assert_eq!(at(60.25, 29.75), Some(400.0));
        assert_eq!(at(60.5, 29.5), Some(250.0));
    }

    #[test]
    fn what_is_not_known_has_no_height() {
        let relief = read(&format!("{HEAD}400 -1\n200 100\n")).expect("a grid");
        assert_eq!(relief.height_m(LonLat::new(60.5, 29.5).expect("a position")), None);
    }

    #[test]
    fn a_faulty_grid_is_refused_with_its_line() {
        assert!(problem(&format!("{HEAD}1 2\n3 x\n")).starts_with("relief.asc:8: \"x\" is no height"));
        assert!(problem(&format!("{HEAD}1 2\n3\n")).contains("3 heights, not ncols 2 times nrows 2"));
        assert!(problem(&HEAD.replace("60", "east")).starts_with("relief.asc:3: \"xllcorner\""));
        assert!(problem(&HEAD.replace("60", "260")).contains("the head is not sound"));
        assert!(problem(&HEAD.replace("ncols 2", "ncols 99999999999")).contains("the head is not sound"));
        assert!(problem(&format!("{HEAD}1 2\n3 NaN\n")).contains("is no height"));
        assert!(problem("").contains("the head is not sound"));
    }
}
