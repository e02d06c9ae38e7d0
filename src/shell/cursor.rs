//! The shortest way for the cursor from one cell to another.

/// Appends what moves the cursor to column and row `to`, counted from 0; `from` is where it is, if that is known.
pub(super) fn go(from: Option<(u16, u16)>, to: (u16, u16), out: &mut Vec<u8>) {
    match from {
        // Most ways are such ones, and there is none shorter.
        Some(from) if from.1 == to.1 && from.0 <= to.0 => forward(to.0 - from.0, out),
        Some(from) if from.1 <= to.1 => {
            let start = out.len();
            absolute(to, out);
            let middle = out.len();
            relative(from, to, out);
            keep_shorter(out, start, middle);
        }
        _ => absolute(to, out),
    }
}

/// Of two alternatives at the end of `out`, `start..middle` and from `middle` on, keeps the shorter.
fn keep_shorter(out: &mut Vec<u8>, start: usize, middle: usize) {
    if out.len() - middle < middle - start {
        out.drain(start..middle);
    } else {
        out.truncate(middle);
    }
}

fn absolute((x, y): (u16, u16), out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    number(y + 1, out);
    if x > 0 {
        out.push(b';');
        number(x + 1, out);
    }
    out.push(b'H');
}

/// Down, then sideways. A line feed is only that in raw mode, and there is always a row to go down to.
fn relative(from: (u16, u16), to: (u16, u16), out: &mut Vec<u8>) {
    steps(to.1 - from.1, b'\n', b'B', out);
    if to.0 == 0 && from.0 > 0 {
        out.push(b'\r');
    } else if to.0 >= from.0 {
        forward(to.0 - from.0, out);
    } else {
        steps(from.0 - to.0, b'\x08', b'D', out);
    }
}

/// A few single control characters, or one sequence.
fn steps(count: u16, control: u8, letter: u8, out: &mut Vec<u8>) {
    if count <= 3 {
        out.extend((0..count).map(|_| control));
    } else {
        out.extend_from_slice(b"\x1b[");
        number(count, out);
        out.push(letter);
    }
}

fn forward(count: u16, out: &mut Vec<u8>) {
    if count > 0 {
        out.extend_from_slice(b"\x1b[");
        if count > 1 {
            number(count, out);
        }
        out.push(b'C');
    }
}

/// Appends `number` in decimal.
fn number(number: u16, out: &mut Vec<u8>) {
    if number >= 10 {
        self::number(number / 10, out);
    }
    out.push(b"0123456789"[usize::from(number % 10)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Option<(u16, u16)>, to: (u16, u16)) -> String {
        let mut out = Vec::new();
        go(from, to, &mut out);
        String::from_utf8_lossy(&out).replace('\u{1b}', "^").replace('\u{8}', "<").replace('\n', "v")
    }

    #[test]
    fn the_shorter_way_is_taken() {
        assert_eq!(way(None, (0, 0)), "^[1H");
        assert_eq!(way(Some((3, 3)), (3, 3)), "");
        assert_eq!(way(Some((3, 3)), (10, 3)), "^[7C");
        assert_eq!(way(Some((80, 12)), (79, 13)), "v<");
        assert_eq!(way(Some((80, 12)), (0, 13)), "v\r");
        assert_eq!(way(Some((80, 12)), (30, 20)), "^[21;31H");
        assert_eq!(way(Some((80, 12)), (30, 2)), "^[3;31H");
    }
}
