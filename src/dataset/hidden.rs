//! Characters of a file that are not shown: what [`Clean`] takes out, counted.

use std::borrow::Cow;

use crate::text::Clean;

use super::files::Files;
use super::problem::Problem;
use super::spot::line_after;

/// For every file from which something is taken out, how much and where first.
pub(super) fn findings(files: &Files) -> Vec<Problem> {
    files.names().filter_map(|name| finding(name, files.text(name)?)).collect()
}

fn finding(name: &str, text: &str) -> Option<Problem> {
    let (mut count, mut first, mut start) = (0_usize, None, 0_usize);
    for line in text.split_inclusive('\n') {
        let taken_out = if hides_nothing(line) { 0 } else { Clean::taken_out(&unescaped(line)) };
        if taken_out > 0 {
            first = first.or(Some(start));
        }
        count = count.saturating_add(taken_out);
        start = start.saturating_add(line.len());
    }
    let line = line_after(text.as_bytes().get(..first?).unwrap_or_default());
    let message = match count {
        1 => "one character that controls a terminal or cannot be seen is taken out".to_owned(),
        _ => format!("{count} characters that control a terminal or cannot be seen are taken out, the first here"),
    };
    Some(Problem::file(name, message, "U+FFFD is shown where they stood").at(line).finding())
}

/// Whether a line surely has no character that is not shown, which is quickly seen of nearly all lines.
fn hides_nothing(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b'\t' | b'\r' | b'\n' | b' '..=b'[' | b']'..=b'~'))
}

/// The line with what TOML and JSON write as `\u001b` in its plain form.
fn unescaped(line: &str) -> Cow<'_, str> {
    let mut parts = line.split("\\u");
    let Some(head) = parts.next().filter(|head| head.len() < line.len()) else { return Cow::Borrowed(line) };
    let mut out = head.to_owned();
    for part in parts {
        let letter = part.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        match (letter, part.get(4..)) {
            (Some(letter), Some(rest)) => {
                out.push(letter);
                out.push_str(rest);
            }
            _ => out.push_str(part),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        finding("x.csv", text).map(|problem| problem.to_string())
    }

    #[test]
    fn what_is_taken_out_is_counted_with_the_first_line_of_it() {
        assert_eq!(found("a,b\nd\u{e9}j\u{e0}\tvu\r\nback\\slash \\u0041 \\u00\n"), None);
        let told = "x.csv:2: one character that controls a terminal or cannot be seen is taken out";
        assert!(found("a\nb\u{1b}[31m\n").is_some_and(|found| found.starts_with(told)));
        let told = "x.csv:3: 3 characters that control a terminal or cannot be seen are taken out, the first here";
        assert!(found("a\n\n\\u001b[31m \\u202e\n\u{200b}").is_some_and(|found| found.starts_with(told)));
    }
}
