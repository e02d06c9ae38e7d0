//! A reader who has nothing but the plain text of the screen gets every status, and none of it by colour.

#[path = "../../src/map/reader.rs"]
mod page;

use std::collections::BTreeMap;

use frontline::gazetteer::Place;
use serde_json::Value;

use crate::cli::output;
use crate::run::{Run, dataset, screen};
use page::Page;

/// How a place stands, as the data has it or as a reader understood it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Standing {
    status: String,
    today: bool,
    /// Fallen by the best date, perhaps only later.
    doubtful: bool,
}

/// How every place stands at the end of a day, by the program's own data.
fn truth(date: &str) -> BTreeMap<String, Standing> {
    let state: Value = serde_json::from_str(&output(&["state", "--json", "--at", date])).expect("JSON");
    let today = state["fallen"]["today"].as_array().expect("places");
    let standing = |place: &Value| Standing {
        status: place["status"].as_str().expect("a status").into(),
        today: today.contains(&place["id"]),
        doubtful: place["status"] == "fallen" && place["latest"].as_str().is_some_and(|latest| latest > date),
    };
    let places = state["places"].as_array().expect("places").iter();
    places.map(|place| (place["name"].as_str().expect("a name").into(), standing(place))).collect()
}

/// The map of a screen: what stands between its two rules, left of the panels.
fn map(screen: &str) -> String {
    let mut rows = screen.lines().skip_while(|row| !row.starts_with("- Map -"));
    let rule = rows.next().expect("the rule above the map");
    let columns = rule.find('+').unwrap_or(rule.len());
    let rows = rows.take_while(|row| !row.starts_with("- Timeline -"));
    rows.map(|row| row.chars().take(columns).collect::<String>() + "\n").collect()
}

/// The marker of the place that a map names so.
pub(super) fn marker(map: &str, name: &str) -> char {
    let read = Page::new(map).read(&[name]).unwrap_or_else(|fault| panic!("{fault}\n{map}"));
    read.unwrap_or_else(|| panic!("no {name} on\n{map}")).marker
}

/// What a map says of a place that it names; none if it does not name it.
fn understood(map: &Page, place: &Place) -> Option<Standing> {
    let read = map.read(&[&place.name, &place.short, &place.code]).unwrap_or_else(|fault| panic!("{fault}"))?;
    let status = match read.marker {
        'o' | '@' => "held",
        '!' => "contested",
        '?' => "disputed",
        'x' | 'X' => "fallen",
        other => panic!("no legend explains {other}"),
    };
    let today = read.marker == 'X';
    Some(Standing { status: status.into(), today, doubtful: status == "fallen" && read.mark == Some('?') })
}

#[test]
fn every_status_is_read_from_the_text_of_the_map() {
    for size in ["120x40", "200x60"] {
        for date in ["2021-08-05", "2021-08-08", "2021-08-12", "2021-08-14", "2021-08-15"] {
            let screen = output(&["show", "--at", date, "--size", size]);
            assert!(screen.is_ascii());
            let text = map(&screen);
            let page = Page::new(&text);
            let truth = truth(date);
            for place in &dataset().gazetteer.places {
                let read = understood(&page, place);
                assert_eq!(read.as_ref(), truth.get(place.name.as_str()), "{} {size} {date}\n{text}", place.name);
            }
            assert_eq!(truth.len(), 34);
        }
    }
}

#[test]
fn the_signs_are_those_of_the_legend() {
    for size in ["80x24", "120x40", "200x60"] {
        let text = map(&output(&["show", "--at", "2021-08-12", "--size", size]));
        for entry in ["o held", "! contested", "? disputed", "x fallen", "@ seat", "# front (computed)", ". fallen"] {
            assert!(text.contains(entry), "{entry} {size}\n{text}");
        }
        assert!(text.contains("X fell today") || text.contains("X today"), "{size}\n{text}");
    }
}

#[test]
fn other_glyph_sets_say_in_their_own_signs_what_they_mean() {
    for glyphs in ["block", "braille", "octant"] {
        let screen = output(&["show", "--at", "2021-08-12", "--glyphs", glyphs]);
        // Fallen for days, fallen today, held, the seat: as on the map, so in the legend.
        for pair in
            [["● Zaranj", "● fallen"], ["Ghazni ◆", "◆ fell today"], ["○ Jalalabad", "○ held"], ["Kabul ★", "★ seat"]]
        {
            assert!(pair.iter().all(|part| screen.contains(part)), "{glyphs}: {pair:?}\n{screen}");
        }
    }
}

/// The signs that the help page explains as signs of the map.
fn explained() -> String {
    let help = screen("120x300", "?");
    let chapter = help.lines().skip_while(|line| !line.contains("Signs of the map")).skip(1);
    let rows = chapter.take_while(|line| !line.trim().is_empty());
    // What a sign means stands behind it, in a column of its own.
    rows.filter_map(|row| row.trim().split_once("  ")).map(|(signs, _)| signs.to_owned() + " ").collect()
}

#[test]
fn no_sign_of_the_map_is_unexplained() {
    let explained = explained();
    for size in ["60x20", "80x24", "120x40", "200x60"] {
        for date in ["2021-08-05", "2021-08-08", "2021-08-12", "2021-08-14", "2021-08-15"] {
            let text = map(&output(&["show", "--at", date, "--size", size]));
            let strokes = |sign: char| "-_|/\\'.+".contains(sign);
            let signs = text.chars().filter(|&sign| sign.is_ascii_punctuation() && !strokes(sign));
            // Of the words beside it: `2 = Charikar o`, `200 km, east magnified`, `front (computed)`.
            for sign in signs.filter(|sign| !"=,()".contains(*sign)) {
                assert!(explained.contains(sign), "{sign} at {size}\n{explained}\n{text}");
            }
        }
    }
}

#[test]
fn a_small_screen_marks_every_place_and_names_nearly_all() {
    for date in ["2021-08-08", "2021-08-12", "2021-08-14", "2021-08-15"] {
        let text = map(&output(&["show", "--at", date, "--size", "80x24"]));
        let page = Page::new(&text);
        let truth = truth(date);
        let places = &dataset().gazetteer.places;
        let named: Vec<_> = places.iter().filter_map(|place| Some((&place.name, understood(&page, place)?))).collect();
        assert!(named.len() >= 31, "{date}: {} are named\n{text}", named.len());
        for (name, read) in &named {
            assert_eq!(Some(read), truth.get(name.as_str()), "{name} {date}\n{text}");
        }
    }
}

/// The first words of the detail panel, by the status that they tell.
const WORDS: [(&str, &str); 4] =
    [("fell ", "fallen"), ("disputed", "disputed"), ("contested", "contested"), ("held by", "held")];

#[test]
fn on_a_small_screen_every_place_can_be_selected_and_told() {
    for date in ["2021-08-08", "2021-08-12", "2021-08-14", "2021-08-15"] {
        let mut run = Run::at("80x24", date);
        let mut told = BTreeMap::new();
        for _ in 0..34 {
            run.play("tab");
            let detail = run.detail();
            let mut lines = detail.lines();
            let rule = lines.next().and_then(|rule| rule.strip_prefix("- ")).expect("a rule");
            // ` Herat ------- s: more `
            let ends = [" -", " s: ", " s "].iter().filter_map(|end| rule.find(end));
            let (name, _) = rule.split_at(ends.min().unwrap_or(rule.len()));
            let words = lines.next().unwrap_or_default().trim();
            let status = WORDS.iter().find(|(begin, _)| words.starts_with(begin)).map(|(_, status)| *status);
            told.insert(name.to_owned(), status.unwrap_or_else(|| panic!("{detail}")).to_owned());
        }
        let truth: BTreeMap<String, String> =
            truth(date).into_iter().map(|(name, standing)| (name, standing.status)).collect();
        assert_eq!(told, truth, "{date}");
    }
}
