//! What is understood, and that nothing keeps what follows from being understood.

use proptest::prelude::*;

use super::*;

/// The inputs of some bytes, as scripts write them; the rest of what was begun does not come.
fn read(bytes: &[u8]) -> Vec<String> {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    decoder.feed(bytes, &mut inputs);
    decoder.give_up(&mut inputs);
    inputs.iter().map(Input::to_string).collect()
}

#[track_caller]
fn reads(bytes: &str, inputs: &[&str]) {
    assert_eq!(read(bytes.as_bytes()), inputs, "{bytes:?}");
}

#[test]
fn the_terminal_tells_whether_it_is_looked_at() {
    reads("\x1b[Ia\x1b[O", &["focus gained", "a", "focus lost"]);
}

#[test]
fn keys_are_told_as_the_keymap_writes_them() {
    reads("gG? ", &["g", "G", "?", "space"]);
    reads("\r\t\x7f\x08", &["enter", "tab", "backspace", "backspace"]);
    reads("\x03\x1a\x1f", &["ctrl+c", "ctrl+z", "ctrl+_"]);
    reads("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", &["up", "down", "right", "left", "home", "end"]);
    reads("\x1bOA\x1bOH\x1bOM", &["up", "home", "enter"]);
    reads("\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~", &["home", "delete", "end", "pgup", "pgdn"]);
    reads("\x1b[1;2D\x1b[1;5C\x1b[6;3~\x1b[Z", &["shift+left", "ctrl+right", "alt+pgdn", "shift+tab"]);
    reads("\x1bo\x1b\r", &["alt+o", "alt+enter"]);
    reads("é北\u{1F600}", &["é", "北", "\u{1F600}"]);
    reads("\x1bé", &["alt+é"]);
}

#[test]
fn keys_that_are_written_as_numbers_are_understood() {
    reads("\x1b[27;5;99~\x1b[99;5u\x1b[71;2u\x1b[27u", &["ctrl+c", "ctrl+c", "G", "esc"]);
    reads("\x1b[1;1:3C\x1b[99;5:3u", &[]);
}

#[test]
fn the_mouse_is_understood_in_all_ways() {
    reads("\x1b[<0;20;10M\x1b[<0;20;10m", &["press left 19 9", "release left 19 9"]);
    reads("\x1b[<2;1;1M\x1b[<1;1;1M\x1b[<34;5;6M", &["press right 0 0", "press middle 0 0", "drag right 4 5"]);
    reads("\x1b[<64;3;4M\x1b[<65;3;4M\x1b[<35;3;4M", &["wheel-up 2 3", "wheel-down 2 3", "move 2 3"]);
    reads("\x1b[<16;3;4M\x1b[<66;3;4M\x1b[<128;3;4M", &["press left 2 3"]);
    reads("\x1b[M !!\x1b[M#!!", &["press left 0 0", "release left 0 0"]);
    reads("\x1b[32;20;10M\x1b[35;20;10M\x1b[64;20;10M", &["press left 19 9", "release left 19 9", "drag left 19 9"]);
    reads("\x1b[<0;99999;0M", &["press left 65534 0"]);
    reads("\x1b[<0;1M\x1b[<0;1;2;3M\x1b[<0;;3M\x1b[<M", &[]);
}

#[test]
fn a_paste_is_one_input_whatever_it_holds() {
    reads("\x1b[200~two\nlines \x1b[31m\x03q\x1b[201~r", &["paste two lines \u{FFFD}[31m\u{FFFD}q", "r"]);
    reads("\x1b[200~never ends", &["paste never ends"]);
    // There is a way out of it, and it is no part of it that counts.
    reads("\x1b[200~never ends\x03\x03\x03q", &["ctrl+c", "q"]);
    reads("\x1b[200~\x03\x03two\x03\x1b[201~", &["paste \u{FFFD}\u{FFFD}two\u{FFFD}"]);
    let long = format!("\x1b[200~{}\x1b[201~q", "x".repeat(3 * LONGEST_PASTE));
    let inputs = read(long.as_bytes());
    assert_eq!(inputs[1], "q");
    assert!((LONGEST_PASTE..LONGEST_PASTE + 20).contains(&inputs[0].len()), "{}", inputs[0].len());
}

#[test]
fn escape_alone_is_a_key() {
    reads("\x1b", &["esc"]);
    reads("\x1b\x1b", &["esc", "esc"]);
    reads("\x1b\x1b[A", &["esc", "up"]);
    reads("\x1b[", &["alt+["]);
    reads("\x1bO", &["alt+O"]);
    reads("\x1b]", &["alt+]"]);
}

#[test]
fn answers_that_nobody_asked_for_mean_nothing() {
    let answers = [
        "\x1b[?62;22c",
        "\x1b[>1;10;0c",
        "\x1b[?2026;2$y",
        "\x1b[?997;1n",
        "\x1b[12;40R",
        "\x1b[?1u",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1bP>|xterm(390)\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[8;24;80t",
        "\x1b[[A",
        "\x1bOP",
        "\x1b[15~",
        "\x1b[2~",
        "\x1b[201~",
        "\x1b[1;2;3;4;5;6;7;8;9m",
        "\u{85}",
    ];
    for answer in answers {
        reads(&format!("{answer}q"), &["q"]);
    }
    reads(&format!("\x1b[{}Aq", "1".repeat(10_000)), &["q"]);
}

#[test]
fn what_is_cut_does_not_swallow_what_follows() {
    for cut in ["\x1b[", "\x1b[?", "\x1b[<", "\x1b[<0;1", "\x1b[1;", "\x1bO", "\x1b]11;", "\x1bPq", "\x1b[?2026;2$"] {
        reads(&format!("{cut}\x1b[C"), &["right"]);
        reads(&format!("{cut}\x03"), &["ctrl+c"]);
        reads(&format!("{cut}\x18x"), &["x"]);
    }
    reads("\x1b[M !\x1b[C", &["right"]);
    assert_eq!(read(b"\xe2\x82q\xffr\xc3"), ["q", "r"]);
    assert_eq!(read(b"\xe2\x82\x1b[C"), ["right"]);
}

proptest! {
    #[test]
    fn after_a_moment_any_key_is_heard(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(&bytes, &mut inputs);
        decoder.give_up(&mut inputs);
        prop_assert!(decoder.patience().is_none());
        inputs.clear();
        decoder.feed(b"q", &mut inputs);
        prop_assert_eq!(inputs, [Input::Key(Key::plain(Code::Char('q')))]);
    }

    #[test]
    fn it_does_not_matter_how_bytes_are_parted(
        pieces in prop::collection::vec(prop_oneof![
            prop::sample::select(vec!["\x1b", "\x1b[", "[", "<0;1;2", "M", "m", "\x1bO", "A", "1;5", "~", "200", "é", "q", "\x1b[201~"])
                .prop_map(|text| text.as_bytes().to_vec()),
            prop::collection::vec(any::<u8>(), 0..5),
        ], 0..20),
    ) {
        let whole = pieces.concat();
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        for byte in &whole {
            decoder.feed(&[*byte], &mut inputs);
        }
        decoder.give_up(&mut inputs);
        let parted: Vec<String> = inputs.iter().map(Input::to_string).collect();
        prop_assert_eq!(parted, read(&whole));
    }
}
