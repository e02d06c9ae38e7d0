//! The arcs of a quantized topology: lists of steps, each of two whole numbers.
//!
//! They are nearly all of the file, and nothing can be drawn before they are read. A reader of JSON, which is ready for
//! anything, takes ten times as long for them; it gets what is left, or everything if this one is at a loss.

/// Digits of which every whole number is exact.
const MOST_DIGITS: usize = 15;

/// The arcs of a topology, and its text with none in their place. Nothing, if they are not lists of pairs of whole numbers
/// that are exact, or are not found: they, or what stands before them, may not be JSON at all.
pub(super) fn cut(topology: &str) -> Option<(Vec<Vec<[f64; 2]>>, String)> {
    let start = member(topology, "\"arcs\":")?;
    let (before, value) = topology.split_at_checked(start)?;
    let mut reader = Reader { rest: value.as_bytes() };
    let (mut arcs, mut steps) = (Vec::new(), Vec::new());
    reader.list(&mut arcs, |reader| {
        steps.clear();
        reader.list(&mut steps, Reader::step)?;
        Some(steps.clone())
    })?;
    let after = value.get(value.len().checked_sub(reader.rest.len())?..)?;
    Some((arcs, [before, "[]", after].concat()))
}

/// Where the value of a member of the outermost object begins.
fn member(json: &str, name: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    for (at, byte) in json.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        match byte {
            b'"' if depth == 1 && json.get(at..)?.starts_with(name) => return at.checked_add(name.len()),
            b'"' => quoted = true,
            b'{' | b'[' => depth = depth.checked_add(1)?,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    /// `[item, item]`
    fn list<T>(&mut self, items: &mut Vec<T>, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<()> {
        self.sign(b'[')?;
        loop {
            items.push(item(self)?);
            if self.sign(b',').is_none() {
                return self.sign(b']');
            }
        }
    }

    /// `[east, north]`
    fn step(&mut self) -> Option<[f64; 2]> {
        self.sign(b'[')?;
        let east = self.number()?;
        self.sign(b',')?;
        let north = self.number()?;
        self.sign(b']')?;
        Some([east, north])
    }

    fn number(&mut self) -> Option<f64> {
        let negative = self.sign(b'-').is_some();
        let (digits, mut number) = (self.rest, 0_i64);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            number = number.wrapping_mul(10).wrapping_add(i64::from(digit & 0xF));
            self.rest = rest;
        }
        let count = digits.len().saturating_sub(self.rest.len());
        let is_json = count == 1 || digits.first() != Some(&b'0');
        if !((1..=MOST_DIGITS).contains(&count) && is_json) {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "few enough digits")]
        let number = number as f64;
        Some(if negative { -number } else { number })
    }

    /// Steps over the blanks that come next, and over a sign behind them, if it is this one.
    fn sign(&mut self, sign: u8) -> Option<()> {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.rest {
            self.rest = rest;
        }
        let (first, rest) = self.rest.split_first()?;
        (*first == sign).then(|| self.rest = rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::array::uniform2;
    use proptest::prelude::*;

    fn around(arcs: &str) -> String {
        format!(
            "{{\"objects\":{{\"a\":[{{\"arcs\":[[1]],\"name\":\"}}\\\\\\\"arcs\\\":\"}}]}},\"arcs\":{arcs},\"b\":2}}"
        )
    }

    fn read(arcs: &str) -> Option<Vec<Vec<[f64; 2]>>> {
        let (read, rest) = cut(&around(arcs))?;
        assert_eq!(rest, around("[]"));
        Some(read)
    }

    #[test]
    fn whole_numbers_are_read_with_blanks_and_without() {
        assert_eq!(read("[[[1,-20],[0,3]],[[4,5]]]"), Some(vec![vec![[1.0, -20.0], [0.0, 3.0]], vec![[4.0, 5.0]]]));
        assert_eq!(read("[ [ [ 1 , -20 ]\r\n]\t]"), Some(vec![vec![[1.0, -20.0]]]));
    }

    #[test]
    fn what_is_no_pair_of_whole_numbers_is_left_to_others() {
        let pairs =
            ["1", "1,2,3", "1.5,2", "1e3,2", "1,1234567890123456", "01,2", "- 1,2", "-,2", "+1,2", "1,", "null,1"];
        for pair in pairs {
            assert_eq!(read(&format!("[[[{pair}]]]")), None, "{pair}");
        }
        for arcs in ["[]", "[[]]", "[[[1,2],]]", "[[[1,2]],]", "{}", "", "[[[1,2]]"] {
            assert_eq!(read(arcs), None, "{arcs}");
        }
        for text in ["", "[]", "{}", "{\"arcs\" : []}", "\"arcs\":[[[1,2]]]", "}{\"arcs\":[[[1,2]]]}"] {
            assert_eq!(cut(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_a_reader_of_json_finds(
            arcs in prop::collection::vec(prop::collection::vec(uniform2(-999_999_999_999_999_i64..=999_999_999_999_999), 1..5), 1..5),
        ) {
            let text = serde_json::to_string(&arcs).expect("JSON");
            prop_assert_eq!(read(&text), serde_json::from_str(&text).ok());
        }

        #[test]
        fn nothing_is_read_that_is_not_json(arcs in "[\\[\\],0-9 .e-]{0,12}") {
            let text = around(&format!("[[[{arcs}]]]"));
            // What is left over by an arc too many is found in the rest.
            let is_json = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
            prop_assert!(cut(&text).is_none_or(|(_, rest)| !is_json(&rest) || is_json(&text)), "{}", text);
        }
    }
}
