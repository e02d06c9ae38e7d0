//! A reader of maps who sees characters only: finds the name of a place and the marker beside it.

/// What a map in plain text says of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Reading {
    /// The marker.
    pub(super) marker: char,
    /// The mark behind the name, if there is one.
    pub(super) mark: Option<char>,
}

/// The characters of a map.
pub(super) struct Page {
    rows: Vec<Vec<char>>,
}

impl Page {
    pub(super) fn new(text: &str) -> Self {
        Self { rows: text.lines().map(|line| line.chars().collect()).collect() }
    }

    fn at(&self, x: i32, y: i32) -> char {
        let cell = usize::try_from(x).ok().zip(usize::try_from(y).ok());
        cell.and_then(|(x, y)| self.rows.get(y)?.get(x)).copied().unwrap_or(' ')
    }

    /// The marker in a cell: one of the six signs that belongs to no word.
    fn marker(&self, x: i32, y: i32) -> Option<char> {
        let sign = self.at(x, y);
        let in_word = self.at(x - 1, y).is_alphanumeric() || self.at(x + 1, y).is_alphanumeric();
        ("o!?xX@".contains(sign) && !in_word).then_some(sign)
    }

    /// Where a name stands as a word: its first column, the column behind it and the row.
    fn words(&self, name: &str) -> Vec<(i32, i32, i32)> {
        let letters: Vec<char> = name.chars().collect();
        let mut found = Vec::new();
        for (y, row) in (0..).zip(&self.rows) {
            for (x, window) in (0..).zip(row.windows(letters.len())) {
                let end = x + i32::try_from(letters.len()).expect("a short name");
                let whole = !self.at(x - 1, y).is_alphanumeric() && !self.at(end, y).is_alphanumeric();
                if window == letters && whole {
                    found.push((x, end, y));
                }
            }
        }
        found
    }

    /// The markers from which a straight line of at most three strokes leads to a word.
    fn led(&self, (from, end, y): (i32, i32, i32)) -> Vec<char> {
        let middle = from + (end - from) / 2;
        let ways = [
            (from, -1, 1, '/'),
            (from, -1, -1, '\\'),
            (end - 1, 1, 1, '\\'),
            (end - 1, 1, -1, '/'),
            (middle, 0, 1, '|'),
            (middle, 0, -1, '|'),
        ];
        let follow = |(start, x, down, stroke): (i32, i32, i32, char)| {
            let strokes = (1..=3).take_while(|count| self.at(start + count * x, y + count * down) == stroke);
            let length = i32::try_from(strokes.count()).unwrap_or(0);
            let marker = self.marker(start + (length + 1) * x, y + (length + 1) * down);
            marker.filter(|_| length > 0)
        };
        ways.into_iter().filter_map(follow).collect()
    }

    /// What the map says of the place with these forms of its name, the longest first. None if no form is on it; a fault
    /// if one stands there twice, or if it is not plain which marker it belongs to.
    pub(super) fn read(&self, forms: &[&str]) -> Result<Option<Reading>, String> {
        let mut found = forms.iter().filter(|form| !form.is_empty()).map(|form| self.words(form));
        let words = found.find(|words| !words.is_empty()).unwrap_or_default();
        let &[(from, end, y)] = words.as_slice() else {
            return if words.is_empty() { Ok(None) } else { Err(format!("{forms:?} stands in {words:?}")) };
        };
        let mark = Some(self.at(end, y)).filter(|mark| "?@".contains(*mark));
        let free = |x: i32| self.at(x, y) == ' ';
        let left = free(from - 1).then(|| self.marker(from - 2, y)).flatten();
        let right = (free(end) || mark.is_some()).then(|| self.marker(end + 1, y)).flatten();
        let beside: Vec<char> = left.into_iter().chain(right).collect();
        let touching = || [y - 1, y + 1].into_iter().flat_map(|y| (from - 1..=end).map(move |x| (x, y)));
        let mut near = beside;
        if near.is_empty() {
            near = touching().filter_map(|(x, y)| self.marker(x, y)).collect();
        }
        if near.is_empty() {
            near = self.led((from, end, y));
        }
        match near.as_slice() {
            [marker] => Ok(Some(Reading { marker: *marker, mark })),
            _ => Err(format!("{forms:?} in row {y} stands beside {near:?}")),
        }
    }
}
