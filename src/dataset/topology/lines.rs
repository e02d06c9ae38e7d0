//! The arcs of a topology: lists of pairs of numbers, which make nearly all of its text.
//!
//! What is given is JSON, which the reader of the file has seen to; here it is asked for this one form of it. Not with
//! serde, for which each of ten thousand numbers is a value that may be anything.

use serde::Deserialize;

use crate::gazetteer::LonLat;

/// What makes degrees of whole steps.
#[derive(Deserialize)]
pub(super) struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

/// Why arcs cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// Something else stands at this byte than should.
    Form(usize),
    /// The arc of this number has fewer than two positions, or one that is not on the globe.
    Arc(usize),
}

/// The lines of all arcs: differences in whole steps if there is a transform, else degrees.
pub(super) fn read(text: &str, transform: Option<&Transform>) -> Result<Vec<Vec<LonLat>>, Fault> {
    let (mut reader, mut lines) = (Reader { length: text.len(), rest: text.as_bytes() }, Vec::new());
    reader.list(|reader| {
        let (mut line, mut steps, mut on_globe) = (Vec::new(), [0.0, 0.0], true);
        reader.list(|reader| {
            let [lon, lat] = reader.pair()?;
            steps = [steps[0] + lon, steps[1] + lat];
            let at = match transform {
                Some(Transform { scale, translate }) => {
                    LonLat::near(steps[0] * scale[0] + translate[0], steps[1] * scale[1] + translate[1])
                }
                None => LonLat::near(lon, lat),
            };
            line.extend(at);
            on_globe &= at.is_some();
            Ok(())
        })?;
        if line.len() < 2 || !on_globe {
            return Err(Fault::Arc(lines.len()));
        }
        lines.push(line);
        Ok(())
    })?;
    Ok(lines)
}

/// A text that is being read.
struct Reader<'a> {
    length: usize,
    rest: &'a [u8],
}

impl Reader<'_> {
    /// How much has been read.
    fn at(&self) -> usize {
        self.length.saturating_sub(self.rest.len())
    }

    /// Steps over blanks and says what comes next.
    fn next(&mut self) -> Option<u8> {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.rest {
            self.rest = rest;
        }
        self.rest.first().copied()
    }

    /// Steps over a byte if it comes next.
    fn skips(&mut self, byte: u8) -> bool {
        let skips = self.next() == Some(byte);
        if let [_, rest @ ..] = self.rest
            && skips
        {
            self.rest = rest;
        }
        skips
    }

    /// Steps over a byte that must come next.
    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.skips(byte) { Ok(()) } else { Err(Fault::Form(self.at())) }
    }

    /// Reads a list, each item by `item`.
    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        self.expect(b'[')?;
        if self.skips(b']') {
            return Ok(());
        }
        loop {
            item(self)?;
            if !self.skips(b',') {
                return self.expect(b']');
            }
        }
    }

    /// Reads two numbers.
    fn pair(&mut self) -> Result<[f64; 2], Fault> {
        self.expect(b'[')?;
        let one = self.number()?;
        self.expect(b',')?;
        let other = self.number()?;
        self.expect(b']')?;
        Ok([one, other])
    }

    /// Reads a number. Few digits and nothing else, as in steps, need no reader of numbers.
    fn number(&mut self) -> Result<f64, Fault> {
        const MOST: u32 = 99_999_999;
        self.next();
        let (at, written) = (self.at(), self.rest);
        let (sign, mut rest) = if let [b'-', rest @ ..] = written { (-1.0, rest) } else { (1.0, written) };
        let (mut whole, digits) = (0_u32, rest.len());
        while let [digit @ b'0'..=b'9', tail @ ..] = rest
            && whole <= MOST
        {
            whole = whole.wrapping_mul(10).wrapping_add(u32::from(digit & 0x0F));
            rest = tail;
        }
        let belongs = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        if !rest.first().is_some_and(belongs) {
            self.rest = rest;
            return if rest.len() < digits { Ok(sign * f64::from(whole)) } else { Err(Fault::Form(at)) };
        }
        let length = written.iter().position(|byte| !belongs(byte)).unwrap_or(written.len());
        let (number, rest) = written.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        let number = str::from_utf8(number).ok().and_then(|number| number.parse().ok());
        number.filter(|number: &f64| number.is_finite()).ok_or(Fault::Form(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn degrees(text: &str) -> Result<Vec<Vec<[f64; 2]>>, Fault> {
        let lines = read(text, None)?;
        Ok(lines.iter().map(|line| line.iter().map(|at| [at.lon(), at.lat()]).collect()).collect())
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let read = degrees(" [ [ [1,-2] , [ 1.5e1, -0.25 ],[1234567890e-8,0],[-0,123456789e-7]]\n]");
        assert_eq!(read, Ok(vec![vec![[1.0, -2.0], [15.0, -0.25], [12.345_678_9, 0.0], [0.0, 12.345_678_9]]]));
        assert_eq!(degrees("[]"), Ok(Vec::new()));
    }

    #[test]
    fn steps_add_up() {
        let transform = Transform { scale: [0.5, 0.25], translate: [10.0, 20.0] };
        let lines = read("[[[2,4],[-1,1]],[[0,0],[1,1]]]", Some(&transform)).expect("arcs");
        let at = |lon, lat| LonLat::new(lon, lat).expect("a position");
        assert_eq!(lines, [[at(11.0, 21.0), at(10.5, 21.25)], [at(10.0, 20.0), at(10.5, 20.25)]]);
    }

    #[test]
    fn other_forms_are_refused_where_they_begin() {
        for (text, at) in [
            ("{}", 0),
            ("[[[1]]]", 4),
            ("[[[1,2,3]]]", 6),
            ("[[[1,\"2\"]]]", 5),
            ("[[[1,null]]]", 5),
            ("[[[1,-]]]", 5),
            ("[[1,2]]", 2),
            ("[[[1,1e999]]]", 5),
            ("[1]", 1),
            ("[[[1,2],[", 9),
            ("", 0),
        ] {
            assert_eq!(degrees(text), Err(Fault::Form(at)), "{text}");
        }
    }

    #[test]
    fn arcs_without_a_way_and_off_the_globe_are_named() {
        assert_eq!(degrees("[[[1,2],[3,4]],[[1,2]]]"), Err(Fault::Arc(1)));
        assert_eq!(degrees("[[[1,2],[181,4]]]"), Err(Fault::Arc(0)));
    }

    proptest! {
        #[test]
        fn any_numbers_are_read_as_serde_reads_them(pairs in prop::collection::vec([-90.0..90.0, -90.0..90.0], 2..6)) {
            let text = serde_json::to_string(&[&pairs]).expect("text");
            prop_assert_eq!(degrees(&text), Ok(vec![pairs.clone()]));
        }

        #[test]
        fn no_text_is_too_strange(text in "[\\[\\],0-9.eE \"+-]{0,30}") {
            let _ = degrees(&text);
        }
    }
}
