//! Figures in words: the lines of the panel of the situation and what they are put together from.

use std::fmt;

use crate::picture::Ink;
use crate::situation::Count;
use crate::text;

/// A line of the panel. Where there is not room for all, those with the higher ranks are left out.
pub(super) struct Figure {
    pub(super) rank: usize,
    pub(super) line: String,
    pub(super) ink: Ink,
}

/// `##########++???-----`: certain, best supported, possible, not fallen; one sign a place where there is room.
pub(super) fn bar(count: Count, width: usize) -> String {
    let Count { count, least, most, total } = count;
    let columns = total.min(width);
    let [least, count, most] = [least, count, most].map(|places| (places * columns).checked_div(total).unwrap_or(0));
    (0..columns)
        .map(|column| match column {
            _ if column < least => '#',
            _ if column < count => '+',
            _ if column < most => '?',
            _ => '-',
        })
        .collect()
}

/// Words as they begin a line.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A whole number of kilometres or square kilometres.
pub(super) fn kilometres(value: f64) -> String {
    text::grouped(format_args!("{value:.0}"))
}

/// The first wording that fits, else the last. Those after it are not put together at all.
pub(super) fn fitting<const N: usize>(width: usize, wordings: [fmt::Arguments<'_>; N]) -> String {
    let mut told = String::new();
    for wording in wordings {
        told = fmt::format(wording);
        if text::width(&told) <= width {
            break;
        }
    }
    told
}

/// Several lines, each in as many wordings: all in the first one in which all of them fit, else in the last.
pub(super) fn alike<const N: usize>(width: usize, lines: &[[String; N]]) -> Vec<String> {
    let fits = |wording: &usize| lines.iter().all(|line| text::width(&line[*wording]) <= width);
    let wording = (0..N).find(fits).unwrap_or(N - 1);
    lines.iter().map(|line| line[wording].clone()).collect()
}

/// A change with its sign.
pub(super) fn signed(value: f64) -> String {
    let sign = if value < 0.0 { '-' } else { '+' };
    format!("{sign}{}", text::grouped(value.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_sign() {
        assert_eq!(signed(-1_086.0), "-1 086");
        assert_eq!(signed(0.0), "+0");
    }

    #[test]
    fn lines_of_a_kind_are_worded_alike() {
        let lines = [("a longer", "a"), ("b long", "b")].map(|(long, short)| [long.to_owned(), short.to_owned()]);
        assert_eq!(alike(8, &lines), ["a longer", "b long"]);
        assert_eq!(alike(7, &lines), ["a", "b"]);
        assert_eq!(alike(0, &lines), ["a", "b"]);
    }

    #[test]
    fn the_bar_shows_the_doubt() {
        let count = Count { count: 12, least: 10, most: 15, total: 34 };
        assert_eq!(bar(count, 40), "##########++???-------------------");
        assert_eq!(bar(count, 17), "#####+?----------");
        assert_eq!(bar(Count::default(), 10), "");
    }
}
