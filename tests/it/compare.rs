//! Comparing: two days, two readings; what differs, as a value, on the screen and as output.

use frontline::chronicle::{Reading, Tracks};
use frontline::gazetteer::PlaceNo;
use frontline::situation::{Change, Difference, Situation, State, Status};
use frontline::time::Day;
use proptest::prelude::*;

use crate::cli::{output, run};
use crate::reader::marker;
use crate::run::{Run, dataset};

/// The situation so many days after the first.
fn situation(offset: i32, reading: usize) -> Situation {
    let (gazetteer, chronicle) = (&dataset().gazetteer, &dataset().chronicle);
    let tracks = Tracks::new(chronicle, gazetteer.places.len(), Reading::NAMED[reading % 4].0);
    Situation::at(gazetteer, chronicle, &tracks, chronicle.stretch.start.plus(offset))
}

fn states(situation: &Situation) -> Vec<State> {
    situation.standings.iter().map(State::of).collect()
}

proptest! {
    #[test]
    fn nothing_differs_from_itself(offset in 0..130, reading in 0_usize..4) {
        let one = situation(offset, reading);
        prop_assert!(Difference::between(&one, &one).is_empty());
    }

    #[test]
    fn what_differs_makes_one_situation_of_the_other(days in (0..130, 0..130), readings in (0_usize..4, 0_usize..4)) {
        let (one, other) = (situation(days.0, readings.0), situation(days.1, readings.1));
        let difference = Difference::between(&one, &other);
        let mut after = states(&one);
        for change in &difference.places {
            prop_assert_eq!(after[change.place.index()], change.before);
            after[change.place.index()] = change.after;
        }
        prop_assert_eq!(after, states(&other));
        let back = Difference::between(&other, &one);
        let turned: std::collections::BTreeMap<PlaceNo, _> =
            back.places.iter().map(|change| (change.place, (change.after, change.before))).collect();
        let straight: std::collections::BTreeMap<PlaceNo, _> =
            difference.places.iter().map(|change| (change.place, (change.before, change.after))).collect();
        prop_assert_eq!(turned, straight);
    }

    #[test]
    fn what_fell_is_what_the_counts_say(days in (0..130_i32, 0..130_i32)) {
        let (one, other) = (situation(days.0.min(days.1), 0), situation(days.0.max(days.1), 0));
        let fell = Difference::between(&one, &other).places.iter().filter(|change| change.fell()).count();
        prop_assert_eq!(fell, other.fallen.count - one.fallen.count);
    }
}

#[test]
fn a_fall_that_becomes_certain_is_no_second_fall() {
    // Herat fell on the 12th, or perhaps on the 13th.
    let day = |date: &str| Day::parse(date).expect("a date").since(dataset().chronicle.stretch.start);
    let herat = |from: &str, to: &str| {
        let difference = Difference::between(&situation(day(from), 0), &situation(day(to), 0));
        let name = |change: &Change| dataset().gazetteer.place(change.place).name.as_str() == "Herat";
        let change = difference.places.into_iter().find(name).expect("a difference");
        (change.words(&dataset().chronicle), change.fell())
    };
    assert_eq!(herat("2021-08-12", "2021-08-13"), ("fall no longer in doubt".into(), false));
    assert_eq!(herat("2021-08-13", "2021-08-12"), ("fall now in doubt".into(), false));
    assert_eq!(herat("2021-08-01", "2021-08-12"), ("fell; was contested".into(), true));
}

#[test]
fn territories_are_the_regions_of_all_parties() {
    let now = situation(100, 0);
    let regions: usize = now.territories.iter().map(|held| held.regions).sum();
    assert_eq!(regions, dataset().gazetteer.regions.len());
    let fallen = now.standings.iter().filter(|standing| standing.status == Status::Fallen).count();
    assert_eq!(now.territories[1].regions, fallen);
}

#[track_caller]
fn shows(run: &mut Run, wanted: &str) {
    let text = run.text();
    assert!(text.contains(wanted), "no \"{wanted}\" in\n{text}");
}

/// A viewer on 12 August that compares with something typed.
fn comparing(size: &str, with: &str) -> Run {
    Run::at(size, "12aug").press(&format!("c\ntype {with}\nenter"))
}

#[test]
fn one_map_shows_what_fell_since_the_other_day() {
    let mut run = comparing("120x40", "9aug");
    shows(&mut run, "Map: what differs from Mon 9 Aug stands out");
    shows(&mut run, "6 -> 12 of 34 capitals fallen (+6)");
    shows(&mut run, "Differs from Mon 9 Aug (9)");
    shows(&mut run, "9 Aug  ######-----");
    shows(&mut run, "12 Aug ##########++???-----");
    shows(&mut run, "X fell since");
    let (map, list) = (run.map(), run.list());
    assert!(map.contains("X Faizabad") || map.contains("Faizabad X") || map.contains("X P.Khumri"), "{map}");
    assert!(list.contains("x Herat           12 Aug  from contested"), "{list}");
    assert!(list.contains("? Kandahar        disputed; was contested"), "{list}");
}

#[test]
fn two_maps_stand_side_by_side_on_a_large_screen() {
    let mut run = comparing("200x60", "9aug");
    let text = run.text();
    let rule = text.lines().nth(1).expect("the rule above the maps");
    assert!(rule.starts_with("- Mon 9 Aug -") && rule.contains(" Thu 12 Aug, what differs stands out "), "{rule}");
    let herat = text.lines().find(|line| line.contains("Herat !") && line.contains("Herat?X"));
    assert!(herat.is_some(), "contested to the left, fallen to the right:\n{text}");
}

#[test]
fn the_other_day_stays_while_the_playhead_moves() {
    let mut run = comparing("120x40", "9aug");
    run.play("right");
    shows(&mut run, "Differs from Mon 9 Aug (");
    shows(&mut run, "6 -> 18 of 34 capitals fallen (+12)");
    run.play("left left left left left");
    shows(&mut run, "6 -> 5 of 34 capitals fallen (-1)");
}

#[test]
fn the_same_key_and_escape_stop_comparing() {
    for key in ["c", "esc"] {
        let mut run = comparing("120x40", "9aug");
        run.play(key);
        shows(&mut run, "12 of 34 capitals fallen (10-15)");
        assert!(!run.text().contains("Differs"));
    }
}

#[test]
fn readings_and_accounts_can_be_compared_with() {
    let mut run = comparing("120x40", "cnn-0809");
    shows(&mut run, "differs from Thu 12 Aug, CNN-0809");
    shows(&mut run, "5 -> 12 of 34 capitals fallen (+7)");
    let mut run = comparing("120x40", "latest");
    shows(&mut run, "10 -> 12 of 34 capitals fallen (+2)");
    // Between two readings of one day nothing happens: they differ.
    for wanted in ["there ####", "here  ####", "X differs", "x Herat           12 Aug  there disputed"] {
        shows(&mut run, wanted);
    }
    assert!(!run.text().contains("fell since") && !run.list().contains("; was "), "{}", run.text());
    let mut run = Run::at("120x40", "12aug").press("c enter");
    shows(&mut run, "Differs from Wed 11 Aug (");
    let mut run = Run::at("120x40", "12aug").press("c\ntype nowhere\nenter");
    assert!(run.hint().contains("compare with: nowhere"), "{}", run.hint());
}

#[test]
fn the_list_walks_the_changes() {
    let mut run = comparing("120x40", "9aug");
    run.play("down down");
    assert!(run.list().contains(">x Pul-e-Khumri"), "{}", run.list());
    assert!(run.detail().contains("Pul-e-Khumri"), "{}", run.detail());
    run.play("up");
    assert!(run.list().contains(">x Farah"), "{}", run.list());
}

#[test]
fn a_difference_is_printed_and_told_by_the_exit_code() {
    let ran = run(&["diff", "9aug", "12aug"]);
    assert_eq!((ran.code, &*ran.said), (1, ""));
    assert!(ran.out.starts_with("2021-08-09 to 2021-08-12: 6 to 12 of 34 capitals fallen\n"), "{}", ran.out);
    assert!(ran.out.contains("\nHerat            2021-08-12 fell; was contested\n"), "{}", ran.out);
    let same = output(&["diff", "2021-08-09", "2021-08-09"]);
    assert!(same.ends_with("no difference\n"), "{same}");
    let ran = run(&["diff", "9aug", "+1", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((ran.code, &json["to"]["date"]), (1, &serde_json::json!("2021-08-10")));
    let places: Vec<&str> =
        json["places"].as_array().expect("places").iter().filter_map(|place| place["id"].as_str()).collect();
    assert_eq!(places, ["farah", "pul-e-khumri", "faizabad", "mazar-i-sharif"]);
    let without = |ids: &[&str]| run(&[&["diff", "6aug", "9aug"], ids].concat());
    assert_eq!(without(&["--without", "CNN-0809"]).out, without(&[]).out, "others say so too");
    let parun = |ids: &[&str]| run(&[&["diff", "14aug", "15aug"], ids].concat()).out;
    assert!(parun(&[]).contains("\nParun            2021-08-15 fell\n"));
    assert!(parun(&["--without", "AMU-0815"]).contains("\nParun                       became disputed\n"));
    let ran = run(&["diff", "9aug", "nowhere"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.said.starts_with("frontline: the other day \"nowhere\": "), "{}", ran.said);
}

#[test]
fn a_state_tells_what_every_party_holds() {
    let json: serde_json::Value = serde_json::from_str(&output(&["state", "--at", "9aug", "--json"])).expect("JSON");
    assert_eq!(json["parties"][1]["id"], "taliban");
    assert_eq!(json["parties"][1]["regions"], 6);
    assert_eq!(json["parties"][0]["regions"], 28);
}

#[test]
fn a_day_that_is_compared_is_opened_again() {
    let mut run = Run::at("120x40", "12aug");
    run.play("c\ntype 9aug\nenter\nY");
    assert!(format!("{:?}", run.effects).contains("--at 2021-08-12 --compare=2021-08-09"), "{:?}", run.effects);
    let shown = output(&["show", "--at", "2021-08-12", "--compare", "2021-08-09"]);
    assert!(shown.contains("Differs from Mon 9 Aug (9)"));
}

#[test]
fn on_one_map_what_fell_between_and_the_names_of_what_changed_stand_out() {
    let mut run = comparing("120x40", "2021-08-09");
    let map = run.map();
    for (name, sign) in [("Herat", 'X'), ("Farah", 'X'), ("Zaranj", 'x'), ("Sheberghan", 'x'), ("Nili", 'o')] {
        assert_eq!(marker(&map, name), sign, "{name}");
    }
    let frame = run.draw();
    let style = |name: &str| {
        let row = |y: u16| (0..75).map(|x| frame[(x, y)].symbol()).collect::<String>();
        let at = (0..frame.area.height).find_map(|y| Some((u16::try_from(row(y).find(name)?).ok()?, y)));
        let style = frame[at.expect("a name")].style();
        (style.fg, style.add_modifier)
    };
    // Kandahar has not fallen, but is in dispute now.
    assert_eq!(style("Kand."), style("Herat"));
    assert_ne!(style("Nili"), style("Herat"));
    assert_ne!(style("Zaranj"), style("Herat"));
}
