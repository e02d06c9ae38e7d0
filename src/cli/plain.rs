//! `frontline --plain`: the viewer as a dialogue of lines, for a screen reader, a braille line or a pipe.

use std::io::{self, BufRead, IsTerminal, Read};

use crate::app::Model;
use crate::dataset::Dataset;
use crate::ui::Dialogue;

use super::{Failure, write};

/// The most bytes of a line: no name is longer.
const LONGEST: u64 = 4096;

/// Reads words from standard input and says what comes of them, until `quit` or the end.
pub(super) fn run(dataset: Dataset, model: Model) -> Result<(), Failure> {
    let mut input = io::stdin().lock();
    // A sign that it is one's turn; in a pipe nobody waits for one.
    let sign: &[u8] = if input.is_terminal() && io::stdout().is_terminal() { b"> " } else { b"" };
    let mut dialogue = Dialogue::new(dataset, model);
    say(&dialogue.greeting(), sign)?;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let (said, over) = dialogue.answer(&String::from_utf8_lossy(&line));
        if over {
            return Ok(());
        }
        say(&said, sign)?;
    }
}

/// Says some lines, then gives the sign.
fn say(lines: &[String], sign: &[u8]) -> Result<(), Failure> {
    let mut out: Vec<u8> = lines.iter().flat_map(|line| [line.as_bytes(), b"\n"].concat()).collect();
    out.extend_from_slice(sign);
    write(&out)
}
