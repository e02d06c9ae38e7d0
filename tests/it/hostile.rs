//! Data from strangers: whatever is in a folder, it is loaded whole or refused with what is wrong and where; nothing hangs,
//! and nothing takes more time or memory than its size allows.

use std::fs;
use std::time::{Duration, Instant};

use frontline::dataset::Problem;
use frontline::ui;
use proptest::prelude::*;

use crate::towns::{SOUND, file, folder, open, problem, problems, sound, text, with};

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_are_taken() {
    let windows = SOUND.map(|(name, text)| (name, format!("\u{FEFF}{}", text.replace('\n', "\r\n"))));
    open(&folder(windows)).unwrap_or_else(|problems| panic!("{problems}"));
    let broken = text("places.csv", ",49,", ",490,").replace('\n', "\r\n");
    assert!(problem(&with("places.csv", broken)).starts_with("places.csv:3:"), "the line is counted right");
}

#[test]
fn text_in_another_encoding_is_refused_with_its_line() {
    let mut latin = text("places.csv", "Downtown", "D\u{FF}wntown").into_bytes();
    let at = latin.windows(2).position(|pair| pair == [0xC3, 0xBF]).expect("the letter");
    latin.splice(at..at + 2, [0xFF]);
    let told = problem(&with("places.csv", latin));
    assert!(told.starts_with("places.csv:3:11: not UTF-8"), "{told}");
    let wide: Vec<u8> = file("places.csv").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(problem(&with("places.csv", [&[0xFF, 0xFE], &wide[..]].concat())).starts_with("places.csv:1:1: not UTF-8"));
}

#[test]
fn a_manifest_of_more_than_a_megabyte_is_refused_unread() {
    let text = format!("{}{}", file("dataset.toml"), "\n".repeat(1 << 20));
    assert!(problem(&with("dataset.toml", text)).starts_with("dataset.toml: larger than 1 MiB"));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "[".repeat(1_000_000);
    assert!(problem(&with("regions.topojson", &deep)).starts_with("regions.topojson:1:"));
    let toml = format!("{}\nx = {deep}", file("dataset.toml"));
    let told = problem(&with("dataset.toml", toml));
    assert!(told.starts_with("dataset.toml:16:"), "{told}");
    let toml = format!("{}\nx = {}", file("dataset.toml"), "{x=".repeat(100_000));
    assert!(problem(&with("dataset.toml", toml)).starts_with("dataset.toml:16:"));
}

#[test]
fn truncated_files_are_refused_or_sound() {
    for (name, text) in SOUND {
        for end in (0..text.len()).step_by(7) {
            // Whatever it says, it says it without a panic; a table cut at the end of a row is sound.
            let _ = open(&with(name, &text.as_bytes()[..end]));
        }
    }
}

/// How long anything may take. It is seconds on a machine with nothing else to do and some times as long on a busy one;
/// what grows with the square of a file of megabytes takes hours.
const SOON: Duration = Duration::from_mins(5);

/// Fails if something takes too long.
#[track_caller]
fn soon<T>(what: &str, does: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = does();
    assert!(start.elapsed() < SOON, "{what} took {:?}", start.elapsed());
    result
}

#[test]
fn huge_nonsense_is_refused_soon() {
    let commas = ",".repeat(10_000_000);
    let told = soon("a header of commas", || problem(&with("places.csv", &commas)));
    assert!(told.starts_with("places.csv:1:1001: more than 1000 fields"), "{told}");
    let text = format!("{}{commas}\n", file("places.csv"));
    assert!(soon("a row of commas", || problem(&with("places.csv", &text))).starts_with("places.csv:4:1001:"));
    let rows = format!("{}{}", file("places.csv"), "x\n".repeat(1_000_000));
    assert_eq!(soon("many faulty rows", || problems(&with("places.csv", &rows))).len(), 20);
    let quote = format!("{}\"{}", file("places.csv"), "x,\n".repeat(3_000_000));
    assert!(soon("an open quote", || problem(&with("places.csv", &quote))).starts_with("places.csv:4:1:"));
    let cell = text_of_a_megabyte();
    let row = format!("{}x,X,{cell},1,\n", file("places.csv"));
    let told = soon("a huge number", || problems(&with("places.csv", &row)));
    assert!(told.iter().all(|problem| problem.to_string().len() < 1000), "{told:#?}");
}

fn text_of_a_megabyte() -> String {
    "\u{1b}[2J\u{202e}e\u{301}\u{301}".repeat(100_000)
}

#[test]
fn a_megabyte_in_a_cell_is_shown_in_part() {
    let cell = text_of_a_megabyte();
    let folder = with("places.csv", text("places.csv", "Uptown", &cell));
    let dataset = soon("a megabyte", || open(&folder)).unwrap_or_else(|problems| panic!("{problems}"));
    let mut viewer = ui::Viewer::new(dataset.clone(), frontline::app::Model::new(&dataset));
    let script = "resize 120 40\nright right s\npgdn\nesc\ntab s end\nesc M ?\nend";
    let frames = frontline::app::script(script).expect("a script").into_iter().map(|input| {
        viewer.take(input);
        viewer.frame()
    });
    for frame in soon("its frames", || frames.collect::<Vec<_>>()) {
        assert!(frame.content.iter().all(|cell| !cell.symbol().contains(char::is_control)));
    }
}

#[test]
fn what_was_taken_out_of_a_file_is_told() {
    let folder = with("places.csv", text("places.csv", "Uptown", "Up\u{1b}[2J\u{202e}town"));
    let dataset = open(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(&*dataset.gazetteer.places[0].name, "Up\u{FFFD}[2J\u{FFFD}town");
    let findings: Vec<String> = dataset.findings().iter().map(Problem::to_string).collect();
    assert!(
        findings.iter().any(|finding| finding.starts_with("places.csv:2: 2 characters that control")),
        "{findings:?}"
    );
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = sound();
    fs::remove_file(folder.path().join("claims.csv")).expect("a file");
    fs::create_dir(folder.path().join("claims.csv")).expect("a folder");
    assert_eq!(problem(&folder), "claims.csv: not a regular file (put the data itself there)");
}

#[cfg(unix)]
#[test]
fn pipes_and_dead_links_are_refused_and_live_ones_followed() {
    use std::os::unix::fs::symlink;
    for name in ["places.csv", "claims.csv"] {
        let folder = sound();
        let path = folder.path().join(name);
        fs::remove_file(&path).expect("a file");
        let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
        assert!(made.success());
        assert_eq!(problem(&folder), format!("{name}: not a regular file (put the data itself there)"));
        fs::remove_file(&path).expect("the pipe");
        symlink("/no/such/file", &path).expect("a link");
        assert!(problem(&folder).starts_with(&format!("{name}: cannot be read: ")));
        fs::remove_file(&path).expect("the link");
        symlink(&path, &path).expect("a link to itself");
        assert!(problem(&folder).starts_with(&format!("{name}: cannot be read: ")));
        fs::remove_file(&path).expect("the link");
        let elsewhere = sound();
        symlink(elsewhere.path().join(name), &path).expect("a link");
        open(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]

    #[test]
    fn a_file_with_any_part_changed_is_sound_or_refused(
        (name, text) in prop::sample::select(SOUND.to_vec()),
        at in any::<prop::sample::Index>(),
        length in 0_usize..12,
        new in prop_oneof![
            "\\PC{0,6}",
            prop::sample::select(vec!["\"", ",", "\n", "\r", "\u{0}", "nan", "-", "9999999999999999999", "{", "[", "1e309", "\u{1b}[31m"])
                .prop_map(str::to_owned),
        ],
    ) {
        let at = at.index(text.len());
        let end = (at + length).min(text.len());
        let changed = [&text.as_bytes()[..at], new.as_bytes(), &text.as_bytes()[end..]].concat();
        match open(&with(name, changed)) {
            Ok(dataset) => {
                let mut model = frontline::app::Model::new(&dataset);
                model.size = (80, 24);
                let _frame = ui::frame(&dataset, &model);
            }
            Err(problems) => {
                let drives = problems.to_string().contains(['\u{1b}', '\u{0}']);
                prop_assert!(!drives);
            }
        }
    }
}
