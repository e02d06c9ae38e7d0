//! The arcs of a quantized topology: lists of steps, each of two whole numbers.
//!
//! They are nearly all of the file, and nothing can be drawn before they are read. A reader of JSON, which is ready for
//! anything, takes ten times as long for them; it gets what is left, or everything if this one is at a loss.

/// Digits of which every whole number is exact.
const MOST_DIGITS: usize = 15;

/// The arcs of a topology, and its text with none in their place.
pub(super) type Cut = (Vec<Vec<[f64; 2]>>, String);

/// The steps of the arcs that are compiled in, one arc after another, and before which step each ends. They are read when the
/// program is compiled, as no map is drawn without them.
struct Shipped<const ARCS: usize, const STEPS: usize> {
    ends: [usize; ARCS],
    steps: [[i32; 2]; STEPS],
    /// Where in the text the arcs are.
    place: [usize; 2],
}

static SHIPPED: Shipped<144, 4671> = compiled(include_str!("../../data/afghanistan-2021/regions.topojson"));

/// The topology that is compiled in, of this text, cut.
pub(super) fn shipped(topology: &str) -> Option<Cut> {
    let mut from = 0;
    let arc =
        |end: &usize| Some(SHIPPED.steps.get(std::mem::replace(&mut from, *end)..*end)?.iter().map(exact).collect());
    Some((SHIPPED.ends.iter().map(arc).collect::<Option<_>>()?, without(topology, SHIPPED.place)?))
}

/// Cuts a topology. Nothing, if its arcs are not lists of pairs of whole numbers that are exact, or are not found: they, or
/// what stands before them, may not be JSON at all.
pub(super) fn cut(topology: &str) -> Option<Cut> {
    let value = member(topology.as_bytes(), b"\"arcs\":")?;
    let mut reader = Reader { rest: value };
    let (mut arcs, mut steps) = (Vec::new(), Vec::new());
    reader.list(&mut arcs, |reader| {
        steps.clear();
        reader.list(&mut steps, Reader::step)?;
        Some(steps.iter().map(exact).collect())
    })?;
    let place = [value, reader.rest].map(|rest| topology.len().saturating_sub(rest.len()));
    Some((arcs, without(topology, place)?))
}

/// The text with an empty list in the place of the arcs.
fn without(topology: &str, [start, end]: [usize; 2]) -> Option<String> {
    Some([topology.get(..start)?, "[]", topology.get(end..)?].concat())
}

#[expect(clippy::cast_precision_loss, reason = "few enough digits")]
fn exact<T: Copy + Into<i64>>(step: &[T; 2]) -> [f64; 2] {
    step.map(|number| number.into() as f64)
}

#[expect(clippy::expect_used, clippy::indexing_slicing, reason = "a panic ends the compilation, not the program")]
#[expect(clippy::arithmetic_side_effects, clippy::cast_possible_truncation, reason = "likewise; short numbers")]
const fn compiled<const ARCS: usize, const STEPS: usize>(topology: &str) -> Shipped<ARCS, STEPS> {
    let value = member(topology.as_bytes(), b"\"arcs\":").expect("arcs");
    let mut reader = Reader { rest: value };
    let (mut ends, mut steps) = ([0; ARCS], [[0; 2]; STEPS]);
    let (mut arc, mut step) = (0, 0);
    reader.sign(b'[').expect("a list");
    while arc == 0 || reader.sign(b',').is_some() {
        reader.sign(b'[').expect("an arc");
        let first = step;
        while step == first || reader.sign(b',').is_some() {
            let [east, north] = reader.step().expect("a step of whole numbers");
            steps[step] = [east as i32, north as i32];
            assert!(steps[step][0] as i64 == east && steps[step][1] as i64 == north, "a short step");
            step += 1;
        }
        reader.sign(b']').expect("the end of an arc");
        ends[arc] = step;
        arc += 1;
    }
    reader.sign(b']').expect("the end of the list");
    assert!(arc == ARCS && step == STEPS, "the arcs and steps must be as many as was said");
    Shipped { ends, steps, place: [topology.len() - value.len(), topology.len() - reader.rest.len()] }
}

/// What stands behind the name of a member of the outermost object; `name` includes the quotes and the colon.
const fn member<'a>(json: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let (mut rest, mut depth, mut quoted, mut escaped) = (json, 0_isize, false, false);
    while let [byte, after @ ..] = rest {
        match *byte {
            byte if quoted => {
                quoted = escaped || byte != b'"';
                escaped = byte == b'\\' && !escaped;
            }
            b'"' => {
                if depth == 1
                    && let Some(value) = behind(rest, name)
                {
                    return Some(value);
                }
                quoted = true;
            }
            b'{' | b'[' => depth = depth.wrapping_add(1),
            b'}' | b']' => depth = depth.wrapping_sub(1),
            _ => {}
        }
        rest = after;
    }
    None
}

/// What stands behind a word that a text begins with.
const fn behind<'a>(mut text: &'a [u8], mut word: &[u8]) -> Option<&'a [u8]> {
    while let [letter, others @ ..] = word {
        match text {
            [first, after @ ..] if *first == *letter => (text, word) = (after, others),
            _ => return None,
        }
    }
    Some(text)
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
    const fn step(&mut self) -> Option<[i64; 2]> {
        if self.sign(b'[').is_some()
            && let Some(east) = self.number()
            && self.sign(b',').is_some()
            && let Some(north) = self.number()
            && self.sign(b']').is_some()
        {
            Some([east, north])
        } else {
            None
        }
    }

    const fn number(&mut self) -> Option<i64> {
        let negative = self.sign(b'-').is_some();
        let (digits, mut number) = (self.rest, 0_i64);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            number = number.wrapping_mul(10).wrapping_add((*digit & 0xF) as i64);
            self.rest = rest;
        }
        let count = digits.len().saturating_sub(self.rest.len());
        let is_json = count == 1 || !matches!(digits, [b'0', ..]);
        if count == 0 || count > MOST_DIGITS || !is_json {
            return None;
        }
        Some(if negative { number.wrapping_neg() } else { number })
    }

    /// Steps over the blanks that come next, and over a sign behind them, if it is this one.
    const fn sign(&mut self, sign: u8) -> Option<()> {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.rest {
            self.rest = rest;
        }
        match self.rest {
            [first, rest @ ..] if *first == sign => {
                self.rest = rest;
                Some(())
            }
            _ => None,
        }
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

    #[test]
    fn what_is_compiled_in_is_what_would_be_read() {
        let topology = include_str!("../../data/afghanistan-2021/regions.topojson");
        assert!(shipped(topology).is_some());
        assert_eq!(shipped(topology), cut(topology));
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
