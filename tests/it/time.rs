//! Scripts of keys on the timeline, and what the screen then says.

use std::time::Duration;

use frontline::app::{Layout, Message, Model, update};
use proptest::prelude::*;

use crate::run::{Run, dataset, screen};

/// The screen of 120 columns and 40 rows after a script.
fn after(keys: &str) -> String {
    screen("120x40", keys)
}

/// The date in the header after a script.
#[track_caller]
fn ends_on(keys: &str, date: &str) {
    let screen = after(keys);
    let header = screen.lines().next().unwrap_or_default();
    assert!(header.contains(date), "{keys}: {header}");
}

fn hint(screen: &str) -> &str {
    screen.lines().last().unwrap_or_default()
}

#[test]
fn the_last_row_says_how_long_a_step_is_on_pages_too() {
    let mut run = Run::new("120x40");
    for page in ["", "x", "p"] {
        run.play(&format!("{page} W"));
        assert!(run.hint().contains("<- -> week"), "{page:?}: {}", run.hint());
        run.play("W W");
        assert!(run.hint().contains("<- -> day"), "{page:?}: {}", run.hint());
    }
}

#[test]
fn a_step_is_a_day_a_week_or_a_month() {
    ends_on("right", "Tue 10 Aug 2021");
    ends_on("shift+right", "Mon 16 Aug 2021");
    ends_on("W left", "Mon 2 Aug 2021");
    ends_on("W W left", "Fri 9 Jul 2021");
    ends_on("W shift+left", "Fri 9 Jul 2021");
    ends_on("W W W right", "Tue 10 Aug 2021");
    assert!(hint(&after("W")).contains("week"));
}

#[test]
fn months_in_a_row_keep_the_day_they_began_on() {
    ends_on("W W :\ntype 31 may\nenter right", "Wed 30 Jun 2021");
    ends_on("W W :\ntype 31 may\nenter right right", "Sat 31 Jul 2021");
    ends_on("W W :\ntype 31 aug\nenter left left left", "Mon 31 May 2021");
    ends_on("W W :\ntype 31 may\nenter right left", "Mon 31 May 2021");
    // Another move between them begins anew, and so does the end of the stretch.
    ends_on("W W :\ntype 31 may\nenter right W left right W W right", "Fri 30 Jul 2021");
    ends_on("W W :\ntype 31 aug\nenter right left", "Sat 7 Aug 2021");
}

#[test]
fn steps_stop_at_both_ends() {
    ends_on("G right right", "Tue 7 Sep 2021");
    ends_on("g g left", "Sat 1 May 2021");
}

#[test]
fn a_date_is_typed_in_any_form() {
    ends_on(":\ntype 12 aug\nenter", "Thu 12 Aug 2021");
    ends_on("g d\ntype fall of konduz\nenter", "Sun 8 Aug 2021");
    ends_on(":\ntype -1w\nenter", "Mon 2 Aug 2021");
    ends_on(":\ntype 1400-05-21\nenter", "Thu 12 Aug 2021");
}

#[test]
fn any_evening_is_three_keys_away() {
    ends_on("g 1 5", "Sun 15 Aug 2021");
    ends_on("g 0 6", "Fri 6 Aug 2021");
    ends_on("g 2 4", "Tue 24 Aug 2021");
}

#[test]
fn a_day_that_no_month_has_is_refused_and_nothing_stays_open() {
    for (keys, day) in [("g 9 9", "99"), ("g 3 2", "32"), ("g 0 0", "0"), ("g 0 enter", "0")] {
        let told = format!("no month has a day {day}");
        assert!(hint(&after(keys)).contains(&told), "{keys}: {}", hint(&after(keys)));
        ends_on(&format!("{keys} right"), "Tue 10 Aug 2021");
        assert!(hint(&after(&format!(":\ntype {day}\nenter"))).contains(&told));
    }
}

#[test]
fn a_wrong_date_is_explained_and_the_prompt_stays() {
    let screen = after(":\ntype 12/8\nenter");
    assert!(hint(&screen).starts_with(" date: 12/8") && hint(&screen).contains("12 August or 8 December"), "{screen}");
    ends_on(":\ntype 12/8\nenter backspace backspace\ntype  aug\nenter", "Thu 12 Aug 2021");
}

#[test]
fn a_prompt_says_what_it_understands_completes_and_remembers() {
    assert!(hint(&after(":")).contains("fall of kunduz"));
    assert!(hint(&after(":\ntype 12 aug")).contains("Thu 12 Aug 2021"));
    ends_on(":\ntype ghaz\ntab enter", "Thu 12 Aug 2021");
    assert!(hint(&after(":\ntype fall of ghaz\ntab")).contains("fall of Ghazni"));
    ends_on(":\ntype 12 aug\nenter : \ntype 14 aug\nenter : up up enter", "Thu 12 Aug 2021");
}

#[test]
fn marks_and_jumps_lead_back() {
    ends_on("m a G ' a", "Mon 9 Aug 2021");
    ends_on("g 1 5 G ctrl+o", "Sun 15 Aug 2021");
    ends_on("g 1 5 G ctrl+o ctrl+o", "Mon 9 Aug 2021");
    ends_on("g 1 5 G ctrl+o ctrl+o alt+o", "Sun 15 Aug 2021");
    ends_on("right right ctrl+o", "Wed 11 Aug 2021");
    assert!(hint(&after("m a '")).contains("a 9 Aug"));
}

#[test]
fn milestones_are_stepped_through() {
    ends_on("}", "Wed 11 Aug 2021");
    ends_on("g g }", "Sun 20 Jun 2021");
    ends_on("G {", "Mon 6 Sep 2021");
    ends_on("} {", "Mon 9 Aug 2021");
}

#[test]
fn either_calendar_comes_first_and_the_computed_one_is_marked() {
    ends_on("", "Mon 9 Aug 2021   18 Asad 1400 (computed)");
    ends_on("C", "Mon 18 Asad 1400 (computed)   9 Aug 2021");
}

#[test]
fn playing_says_what_happened() {
    let playing = after("space\ntick 1000");
    assert!(hint(&playing).starts_with(" 10 Aug: Farah and Pul-e-Khumri fall"), "{playing}");
    assert!(hint(&playing).contains("playing a day a second"), "{playing}");
    let fast = screen("80x24", "space > > >\ntick 500");
    assert!(hint(&fast).contains(" a second"), "{fast}");
}

#[test]
fn playing_again_and_again_takes_any_time_at_once() {
    for keys in ["g l space", "g l g e space", "g l backspace"] {
        let long = Run::new("120x40").press(&format!("{keys}\ntick 3600000"));
        let short = Run::new("120x40").press(keys).press(&"tick 1000\n".repeat(3600));
        assert_eq!(long.model(), short.model(), "{keys}");
        assert!(long.model().playback.playing);
        Run::new("120x40").press(&format!("{keys}\ntick 18446744073709551615"));
    }
}

#[test]
fn playing_waits_while_the_window_is_not_looked_at() {
    ends_on("space\nfocus lost\ntick 60000", "Mon 9 Aug 2021");
    ends_on("space\nfocus lost\ntick 60000\nfocus gained\ntick 1000", "Tue 10 Aug 2021");
    assert!(hint(&after("space\nfocus lost")).contains("waiting"));
}

#[test]
fn the_story_goes_to_the_last_milestone_and_begins_again() {
    let end = after("S\ntick 600000");
    assert!(end.contains("Tue 7 Sep 2021") && end.contains("story 18 of 18"), "{end}");
    assert!(after("S\ntick 600000\nspace").contains("Sat 1 May 2021"));
    ends_on("S } } {", "Sun 20 Jun 2021");
    assert!(after("s S").contains("story 1 of 18"), "no page hides it");
    ends_on("S } }\ntick 1000\nspace\ntick 60000", "Fri 2 Jul 2021");
}

#[test]
fn from_afar_the_timeline_tells_a_digit_a_day_under_its_dates() {
    let timeline = Run::new("120x40").press(":\ntype 2 sep\nenter Z Z").timeline();
    let rows = [
        "26 Jul 2021 1 Aug     6 Aug     11 Aug    16 Aug    21 Aug    26 Aug      1 Sep",
        "falls     . . . . . . . . . . . . . . . . . . . . . . 1 1 3 1 2 1 3 6 7 8 . . . . . . . . . . . . . . . . . | . ? ? 1 .",
        "contested 6 6 6 6 6 6 6 6 6 6 7 6 6 7 8 8 8 8 8 9 9 9 9 8 6 6 5 4 1 1 . . . . . . . . . . . . . . . . 1 1 . | . . . . .",
    ];
    for row in rows {
        assert!(timeline.lines().any(|line| line.trim_start() == row), "{timeline}");
    }
}

#[test]
fn falls_for_which_a_row_has_no_room_are_counted() {
    let mut run = Run::new("80x24").press("T :\ntype 13 aug\nenter");
    assert!(run.timeline().lines().any(|line| line.ends_with(" 29 more")), "{}", run.timeline());
}

#[test]
fn the_story_is_one_jump_and_its_row_says_where_back_leads() {
    for keys in ["S", "S } }", "S\ntick 30000"] {
        let row = screen("80x24", &format!("g 1 2 {keys}"));
        assert!(hint(&row).contains("ctrl+o to 12 Aug"), "{keys}: {row}");
        ends_on(&format!("g 1 2 {keys}\nctrl+o"), "Thu 12 Aug 2021");
        for leave in ["esc", "S"] {
            let left = after(&format!("g 1 2 {keys}\n{leave}"));
            assert!(hint(&left).contains("the story is left; ctrl+o: back to 12 Aug"), "{left}");
            ends_on(&format!("g 1 2 {keys}\n{leave} ctrl+o"), "Thu 12 Aug 2021");
            ends_on(&format!("g 1 2 {keys}\n{leave} ctrl+o ctrl+o"), "Mon 9 Aug 2021");
        }
    }
    ends_on("S } esc ctrl+o alt+o", "Sun 20 Jun 2021");
}

#[test]
fn the_story_is_told_of_all_days_and_beside_no_other() {
    assert!(!after("c\ntype 6 aug\nenter\nS").contains("comparing"));
    assert_eq!(after("right v right v S"), after("right right S"));
}

#[test]
fn every_sentence_of_the_story_is_read_in_full_on_a_small_screen() {
    for count in 0..dataset().milestones.len() {
        let screen = screen("80x24", &format!("S {}", "} ".repeat(count)));
        let panel: String = screen.lines().filter_map(|line| line.split('|').next_back()).collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = panel.split_whitespace().collect();
        let caption: Vec<&str> = dataset().milestones[count].caption.split_whitespace().collect();
        assert!(words.windows(caption.len()).any(|words| words == caption), "{count}:\n{screen}");
    }
}

proptest! {
    #[test]
    fn many_small_ticks_are_one_large_one(
        keys in prop::collection::vec(0_usize..9, 0..12),
        ticks in prop::collection::vec(0_u64..3_000_000_000, 1..40),
    ) {
        const MEANT: [Message; 9] = [
            Message::Play, Message::PlayBackwards, Message::Faster, Message::Faster, Message::Slower, Message::Loop,
            Message::SkipQuiet, Message::Story, Message::Pick,
        ];
        let mut one = Model::new(dataset());
        for key in keys {
            update(&mut one, dataset(), MEANT[key].clone());
            update(&mut one, dataset(), Message::StepLater);
        }
        update(&mut one, dataset(), Message::Play);
        let mut other = one.clone();
        update(&mut one, dataset(), Message::Tick(Duration::from_nanos(ticks.iter().sum())));
        for tick in ticks {
            update(&mut other, dataset(), Message::Tick(Duration::from_nanos(tick)));
        }
        prop_assert_eq!(one, other);
    }
}

#[test]
fn picked_days_are_shown_and_counted() {
    let picked = after("g 0 6 v g 1 5 v");
    assert!(picked.contains("33 fell from 6 Aug to 15 Aug"), "{picked}");
    assert!(picked.contains("(231213678)") || picked.contains("(Fri 6 Aug"), "{picked}");
    assert!(!after("g 0 6 v g 1 5 v esc esc").contains("fell from"));
}

#[test]
fn days_are_picked_with_the_right_button() {
    let timeline = Layout::new(120, 40).expect("a screen").timeline;
    let y = timeline.y + 3;
    let picked = after(&format!("press right 14 {y}\ndrag right 40 {y}\nrelease right 40 {y}"));
    assert!(picked.contains("5 fell from 7 Aug to 9 Aug"), "{picked}");
}

#[test]
fn a_name_on_the_timeline_selects_its_place() {
    let timeline = Layout::new(120, 40).expect("a screen").timeline;
    let (names, bars) = (timeline.y + 3, timeline.y + 4);
    let clicked = after(&format!("press left 3 {names}"));
    assert!(clicked.contains("Fri 6 Aug 2021") && clicked.contains(">x Zaranj"), "{clicked}");
    let clicked = after(&format!("T T\npress left 3 {bars}"));
    assert!(clicked.contains("- Kunduz -"), "{clicked}");
}

#[test]
fn marks_stand_on_the_timeline() {
    assert!(after("m a right").contains(" Mon 9 'a"));
    assert!(screen("200x60", "m a right").contains("Mon 9 Aug 'a"));
    assert!(screen("200x60", "m a Z Z Z").contains("marks"));
}

#[test]
fn no_bracket_covers_how_many_fell() {
    for day in ["9aug", "16aug", "6aug"] {
        assert!(Run::at("120x40", day).text().contains("231213678"), "{day}");
    }
    let picked = Run::at("120x40", "7aug").press("v right right").text();
    assert!(picked.contains("(231213678]"), "{picked}");
}

#[test]
fn folded_days_from_afar_say_which_they_are() {
    let text = Run::at("120x40", "9aug").press("g z\nZ Z Z").text();
    let place = |part: &str| text.lines().rev().find_map(|line| line.find(part)).unwrap_or_else(|| panic!("{text}"));
    assert_eq!(place("1131213678"), place("6 Aug"), "{text}");
}

#[test]
fn a_lane_says_how_many_it_leaves_out() {
    let text = Run::at("120x40", "9aug").press("T").text();
    let rows: Vec<&str> = text.lines().rev().skip(1).take(3).collect();
    let shown: usize = rows.iter().map(|row| row.matches("x ").count() + row.matches("+ ").count()).sum();
    let more = rows[0].trim_end().strip_suffix(" more").and_then(|row| row.rsplit(' ').next()?.parse().ok());
    // By 15 August all but Bazarak.
    assert_eq!(more.map(|more: usize| shown + more), Some(33), "{text}");
}
