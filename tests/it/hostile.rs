//! Data from strangers: whatever is in a folder, it is loaded whole or refused with what is wrong and where; nothing hangs,
//! and nothing takes more time or memory than its size allows.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use frontline::chronicle::Reading;
use frontline::dataset::{Dataset, Problem, Problems};
use frontline::time::Day;
use frontline::ui;
use proptest::prelude::*;
use tempfile::TempDir;

/// The least that a data set needs, with a region, a claim and a source.
const SOUND: [(&str, &str); 7] = [
    (
        "dataset.toml",
        "id = \"two-towns\"\ntitle = \"Two towns\"\ntime_zone = \"UTC\"\nhome = \"blue\"\nseat = \"uptown\"\n\
         first = 1900-01-01\nopening = 1900-01-02\nlast = 1900-01-10\n\
         [[party]]\nid = \"blue\"\nname = \"Blue\"\n[[party]]\nid = \"red\"\nname = \"Red\"\n",
    ),
    ("places.csv", "id,name,lon,lat,region\nuptown,Uptown,10.5,50.5,up\ndowntown,Downtown,11,49,\n"),
    ("events.csv", "id,kind,place,date,party,sources\nfall,capture,uptown,1900-01-03,red,paper\n"),
    ("sources.csv", "id,title,publisher,published,read\npaper,Uptown falls,The Paper,1900-01-04,yes\n"),
    (
        "claims.csv",
        "report_id,report_date,as_of,publisher,source_id,tally_stated,rows_complete,place,reported_date,says,evidence\n\
         one,1900-01-04,1900-01-03,The Paper,paper,,yes,uptown,1900-01-03,fallen,read\n",
    ),
    ("regions.csv", "id,name,capital\nup,Up,uptown\n"),
    (
        "regions.topojson",
        "{\"type\":\"Topology\",\"arcs\":[[[10,50],[11,50],[11,51],[10,51],[10,50]]],\"objects\":{\"regions\":{\"type\":\
         \"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"id\":\"up\",\"arcs\":[[0]]}]}}}",
    ),
];

/// A folder with the sound data set.
fn sound() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in SOUND {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// A folder in which one file is something else.
fn with(name: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let folder = sound();
    fs::write(folder.path().join(name), bytes).expect("a file");
    folder
}

/// The text of a file of the sound data set, with a part replaced.
fn text(name: &str, old: &str, new: &str) -> String {
    let (_, text) = SOUND.into_iter().find(|(known, _)| *known == name).expect("a file");
    assert!(text.contains(old), "{name} has no {old}");
    text.replacen(old, new, 1)
}

fn open(folder: &TempDir) -> Result<Dataset, Problems> {
    Dataset::open(folder.path())
}

/// The problems of a folder.
#[track_caller]
fn problems(folder: &TempDir) -> Vec<Problem> {
    open(folder).map(drop).expect_err("problems").kept().to_vec()
}

/// The first line of the only problem of a folder.
#[track_caller]
fn problem(folder: &TempDir) -> String {
    let problems = problems(folder);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems[0].to_string().lines().next().unwrap_or_default().to_owned()
}

/// Replaces a part of a file and expects the one problem to begin so.
#[track_caller]
fn refused(name: &str, old: &str, new: &str, start: &str) {
    let told = problem(&with(name, text(name, old, new)));
    assert!(told.starts_with(start), "{told}");
}

#[test]
fn the_data_set_of_these_tests_is_sound() {
    let dataset = open(&sound()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((dataset.chronicle.claims.len(), dataset.gazetteer.regions.len()), (1, 1));
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_are_taken() {
    let folder = sound();
    for (name, text) in SOUND {
        let text = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        fs::write(folder.path().join(name), text).expect("a file");
    }
    open(&folder).unwrap_or_else(|problems| panic!("{problems}"));
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
    let wide: Vec<u8> = SOUND[1].1.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(problem(&with("places.csv", [&[0xFF, 0xFE], &wide[..]].concat())).starts_with("places.csv:1:1: not UTF-8"));
}

#[test]
fn faults_of_a_table_are_named_by_line_character_and_column() {
    refused("places.csv", "11,49", "east,49", "places.csv:3:19: lon: \"east\": not a number");
    for number in ["nan", "NaN", "inf", "-inf", "1e400", "1e5", "", ".", "0x10", "1_0", "181"] {
        refused("places.csv", "11,49", &format!("{number},49"), "places.csv:3:19: lon");
    }
    refused("places.csv", "uptown,Uptown,10.5", "uptown,\"Up\n\u{161}town\",x", "places.csv:3:8: lon: \"x\"");
    refused(
        "events.csv",
        "1900-01-03",
        "0000-01-01",
        "events.csv:2:21: date: \"0000-01-01\": the calendar has no such",
    );
    refused("events.csv", "1900-01-03", "99999-01-01", "events.csv:2:21: date: \"99999-01-01\": not a date");
    refused(
        "events.csv",
        "1900-01-03",
        "1900-02-29",
        "events.csv:2:21: date: \"1900-02-29\": the calendar has no such",
    );
    refused("events.csv", "uptown", "atlantis", "events.csv:2:14: place: \"atlantis\" is not in places.csv");
    refused("events.csv", ",paper", ",rumour", "events.csv:2:36: sources: \"rumour\" is not in sources.csv");
    refused("claims.csv", ",,yes", ",many,yes", "claims.csv:2:43: tally_stated: \"many\": not a whole number");
    refused("claims.csv", ",,yes", ",-1,yes", "claims.csv:2:43: tally_stated: \"-1\": not a whole number");
    refused("places.csv", "downtown,", "uptown,", "places.csv:3:1: id: \"uptown\" stands already on line 2");
    refused("regions.csv", "up,Up,uptown", "up,Up,downtown", "places.csv:3:");
}

#[test]
fn captures_of_a_day_are_listed_by_their_number_whatever_the_order_of_rows() {
    let rows = "id,kind,place,date,party,sources,seq\nlater,capture,downtown,1900-01-03,red,paper,2\n\
                fall,capture,uptown,1900-01-03,red,paper,1\n";
    let dataset = open(&with("events.csv", rows)).unwrap_or_else(|problems| panic!("{problems}"));
    let listed = dataset.chronicle.on(Day::parse("1900-01-03").expect("a date"), Reading::Settled);
    let ids: Vec<&str> = listed.iter().map(|&number| dataset.chronicle.event(number).id.as_str()).collect();
    assert_eq!(ids, ["fall", "later"]);
}

#[test]
fn a_leap_day_of_a_leap_year_is_taken() {
    let text = text("events.csv", "1900-01-03", "1904-02-29");
    open(&with("events.csv", text)).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn tables_that_are_none_are_refused() {
    refused(
        "places.csv",
        "id,name,lon,lat,region",
        "id,name,lon,lat,name",
        "places.csv:1:17: there are two columns \"name\"",
    );
    refused("places.csv", "id,name,lon,lat", "id,name,longitude,lat", "places.csv:1: the column \"lon\" is missing");
    refused("events.csv", ",red,", ",red,,,", "events.csv:2:37: the line has 8 fields, the header 6");
    refused("events.csv", ",red,paper", ",red", "events.csv:2:32: the line has 5 fields, the header 6");
    refused("sources.csv", "Uptown falls", "\"Uptown\" falls", "sources.csv:2:15: text follows a closing quote");
    refused(
        "sources.csv",
        "Uptown falls",
        "\"Uptown falls",
        "sources.csv:2:7: a quote is opened here and never closed",
    );
    for name in ["places.csv", "events.csv", "sources.csv", "claims.csv", "regions.csv"] {
        let told = problems(&with(name, ""));
        assert!(told[0].to_string().starts_with(&format!("{name}: is empty")), "{told:#?}");
    }
}

#[test]
fn a_faulty_table_brings_no_faults_of_those_that_refer_to_it() {
    refused("sources.csv", "1900-01-04", "long ago", "sources.csv:2:30: published");
    refused("places.csv", "10.5", "ten", "places.csv:2:15: lon");
}

#[test]
fn all_problems_are_told_up_to_a_limit() {
    let mut rows = String::from("id,name,lon,lat\n");
    for number in 0..100 {
        let _ = writeln!(rows, "town-{number},Town,{},0", 1000 + number);
    }
    let told = open(&with("places.csv", rows)).map(drop).expect_err("problems");
    assert_eq!(told.kept().len(), 20);
    assert!(told.to_string().ends_with("and 80 more"), "{told}");
    let lines: Vec<Option<u64>> = told.kept().iter().map(|problem| problem.line).collect();
    assert_eq!(lines, (2..22).map(Some).collect::<Vec<_>>());
}

#[test]
fn faults_of_the_other_files_are_named_too() {
    refused("dataset.toml", "home = \"blue\"", "home = \"pink\"", "dataset.toml:4:8: \"pink\" is no [[party]]");
    refused("dataset.toml", "seat = \"uptown\"", "seat = \"x\"", "dataset.toml:5:8: \"x\" is not in places.csv");
    refused("dataset.toml", "id = \"red\"", "id = \"blue\"", "dataset.toml:13:6: there are two parties \"blue\"");
    refused("dataset.toml", "1900-01-10", "1899-01-10", "dataset.toml:7:11: the opening day lies outside");
    refused("dataset.toml", "1900-01-10", "9999-01-10", "dataset.toml:8:8: the stretch is longer than 1000 years");
    refused("dataset.toml", "1900-01-10", "1900-13-40", "dataset.toml:8:");
    refused("dataset.toml", "title =", "titel =", "dataset.toml:2:1: unknown field `titel`");
    refused("dataset.toml", "home = \"blue\"\n", "", "dataset.toml: missing field `home`");
    refused("dataset.toml", "title = \"Two towns\"", "title = \"Two towns", "dataset.toml:2:");
    for map in
        ["magnify_lon = [[nan, 1]]", "magnify_lat = [[0, inf]]", "magnify_lon = [[0, -1]]", "magnify_lat = [[91, 1]]"]
    {
        let text = format!("{}[map]\n{map}\n", SOUND[0].1);
        assert!(problem(&with("dataset.toml", text)).contains("cannot be magnified"), "{map}");
    }
    let topology = "regions.topojson";
    refused(topology, "[11,51]", "[11,95]", "regions.topojson: arc 0 has");
    refused(topology, "[11,51]", "[11,1e999]", "regions.topojson:1:");
    refused(topology, "[[0]]", "[[7]]", "regions.topojson: \"up\": there is no arc 7");
    refused(topology, "[[0]]", "[[-9223372036854775808]]", "regions.topojson: \"up\": there is no arc");
    refused(topology, "[10,50]]]", "[10,52]]]", "regions.topojson: the outline of \"up\" is not closed");
    refused(
        topology,
        "\"objects\":{",
        "\"objects\":{\"regions\":{\"geometries\":[]},",
        "regions.topojson:1:118: duplicate field",
    );
    refused(
        topology,
        "\"geometries\":[",
        "\"geometries\":[{\"type\":\"Polygon\",\"id\":\"up\",\"arcs\":[[0]]},",
        "regions.topojson: there are two outlines of \"up\"",
    );
}

#[test]
fn a_table_without_rows_is_one_only_if_it_has_the_columns() {
    for (name, first) in [
        ("places.csv", "id"),
        ("events.csv", "id"),
        ("sources.csv", "id"),
        ("claims.csv", "report_id"),
        ("regions.csv", "id"),
    ] {
        for text in ["x", "x\n", "\u{301}\u{301}", "[[[[,{"] {
            let told = problems(&with(name, text));
            let start = format!("{name}:1: the column \"{first}\" is missing");
            assert!(told[0].to_string().starts_with(&start), "{told:#?}");
        }
    }
    let header = SOUND[4].1.lines().next().expect("a header");
    open(&with("claims.csv", header)).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn a_manifest_of_many_megabytes_is_refused_unread() {
    let text = format!("{}{}", SOUND[0].1, "\n".repeat(1 << 20));
    assert!(problem(&with("dataset.toml", text)).starts_with("dataset.toml: larger than 1 MiB"));
}

#[test]
fn a_region_that_stands_many_times_is_told_so_and_nothing_else() {
    let text = text("regions.csv", "up,Up,uptown", "up,Up,uptown\nup,Up,uptown\nup,Up,uptown");
    let told = problems(&with("regions.csv", text));
    let starts = ["regions.csv:3:1: id: \"up\" stands already", "regions.csv:4:1: id: \"up\" stands already"];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(problem, start)| problem.to_string().starts_with(start)), "{told:#?}");
}

#[test]
fn outlines_on_top_of_one_another_are_refused() {
    let folder = with("regions.csv", "id,name,capital\nup,Up,uptown\non,On,uptown\ntop,Top,uptown\n");
    let shape = |id| format!("{{\"type\":\"Polygon\",\"id\":\"{id}\",\"arcs\":[[0]]}}");
    let shapes = text("regions.topojson", &shape("up"), &["up", "on", "top"].map(shape).join(","));
    fs::write(folder.path().join("regions.topojson"), shapes).expect("a file");
    let told = problem(&folder);
    assert!(told.starts_with("regions.topojson: arc 0 bounds more than two shapes"), "{told}");
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "[".repeat(1_000_000);
    assert!(problem(&with("regions.topojson", &deep)).starts_with("regions.topojson:1:"));
    let toml = format!("{}\nx = {deep}", SOUND[0].1);
    let told = problem(&with("dataset.toml", toml));
    assert!(told.starts_with("dataset.toml:16:"), "{told}");
    let toml = format!("{}\nx = {}", SOUND[0].1, "{x=".repeat(100_000));
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
    let text = format!("{}{commas}\n", SOUND[1].1);
    assert!(soon("a row of commas", || problem(&with("places.csv", &text))).starts_with("places.csv:4:1001:"));
    let rows = format!("{}{}", SOUND[1].1, "x\n".repeat(1_000_000));
    assert_eq!(soon("many faulty rows", || problems(&with("places.csv", &rows))).len(), 20);
    let quote = format!("{}\"{}", SOUND[1].1, "x,\n".repeat(3_000_000));
    assert!(soon("an open quote", || problem(&with("places.csv", &quote))).starts_with("places.csv:4:1:"));
    let cell = text_of_a_megabyte();
    let told = soon("a huge number", || problems(&with("places.csv", format!("{}x,X,{cell},1,\n", SOUND[1].1))));
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
        file in 0..SOUND.len(),
        at in any::<prop::sample::Index>(),
        length in 0_usize..12,
        new in prop_oneof![
            "\\PC{0,6}",
            prop::sample::select(vec!["\"", ",", "\n", "\r", "\u{0}", "nan", "-", "9999999999999999999", "{", "[", "1e309", "\u{1b}[31m"])
                .prop_map(str::to_owned),
        ],
    ) {
        let (name, text) = SOUND[file];
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
