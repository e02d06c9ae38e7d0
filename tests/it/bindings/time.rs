//! The keys of time.

use super::{Check, after, times};

pub(super) const CHECKS: &[Check] = &[
    ("a step earlier: a day, unless W says otherwise", |keys| {
        goes(keys, "Sun 8 Aug 2021");
        goes(&format!("W {keys}"), "Mon 2 Aug 2021");
    }),
    ("a step later", |keys| {
        goes(keys, "Tue 10 Aug 2021");
        goes(&format!("W {keys}"), "Mon 16 Aug 2021");
    }),
    ("a larger step earlier: a week; with weeks a month, with months a year", |keys| {
        goes(keys, "Mon 2 Aug 2021");
        goes(&format!("W {keys}"), "Fri 9 Jul 2021");
    }),
    ("a larger step later", |keys| {
        goes(keys, "Mon 16 Aug 2021");
        goes(&format!("g g W {keys}"), "Tue 1 Jun 2021");
    }),
    ("a step is a day, a week, a month", |keys| {
        goes(&format!("{keys} right"), "Mon 16 Aug 2021");
        goes(&format!("{keys} {keys} left"), "Fri 9 Jul 2021");
        goes(&format!("{} right", times(3, keys)), "Tue 10 Aug 2021");
    }),
    ("the milestone before", |keys| goes(&format!("G {keys}"), "Mon 6 Sep 2021")),
    ("the milestone after", |keys| goes(keys, "Wed 11 Aug 2021")),
    ("two digits: that day of the month, the nearest", |keys| {
        goes(&format!("{keys} 5"), "Sun 15 Aug 2021");
        goes(keys, "Mon 9 Aug 2021");
    }),
    ("mark the day by a letter", |keys| {
        let mut marked = after(&format!("{keys} G ' x"));
        assert!(marked.header().contains("Mon 9 Aug 2021") && marked.timeline().contains("'x"), "{}", marked.text());
    }),
    ("go to the day of a letter", |keys| {
        let header = after(&format!("right m x G {keys}")).header();
        assert!(header.contains("Tue 10 Aug 2021"), "{header}");
        says(keys, "no day is marked x: m x marks this one");
    }),
    ("back to before the last jump", |keys| {
        goes(&format!("right G {keys}"), "Tue 10 Aug 2021");
        goes(&format!("right right {keys}"), "Wed 11 Aug 2021");
        says(keys, "no jump to go back along");
    }),
    ("ahead again", |keys| {
        goes(&format!("G ctrl+o {keys}"), "Tue 7 Sep 2021");
        says(keys, "no jump to go ahead along");
    }),
    ("which calendar comes first; Solar Hijri is computed", |keys| {
        let header = after(keys).header();
        assert!(header.contains("18 Asad 1400 (computed)   9 Aug 2021"), "{header}");
    }),
    ("the first day", |keys| {
        goes(keys, "Sat 1 May 2021");
        goes(&format!("{keys} left"), "Sat 1 May 2021");
    }),
    ("the last day", |keys| {
        goes(keys, "Tue 7 Sep 2021");
        goes(&format!("{keys} right"), "Tue 7 Sep 2021");
    }),
    ("the event before", |keys| {
        // Nothing is selected: the last event of the day before.
        goes(keys, "Sun 8 Aug 2021");
        assert_eq!(selected(keys), selected(&format!("left {}", "down ".repeat(40))));
    }),
    ("the event after", |keys| {
        // The first event of the day is in focus: the second, one more, then another day.
        goes(keys, "Mon 9 Aug 2021");
        let walk: Vec<String> = (0..=2).map(|count| selected(&times(count, keys))).collect();
        assert!(walk[0].contains("x Aybak") && walk[0] != walk[1] && walk[1] != walk[2], "{walk:?}");
        goes(&times(5, keys), "Mon 9 Aug 2021");
        goes(&times(6, keys), "Tue 10 Aug 2021");
        // From a day without events, to the first of the next that has any.
        goes(&format!("g 2 0 {keys}"), "Thu 26 Aug 2021");
    }),
    ("type a date, a step (+3, -1w), the fall of a place, an event; tab completes", |keys| {
        let mut asked = after(keys);
        assert!(asked.hint().trim_start().starts_with("date"), "{}", asked.hint());
        asked.play("type 2021-08-1");
        assert!(asked.hint().contains("2021-08-1") && asked.header().contains("Mon 9 Aug 2021"), "{}", asked.hint());
        asked.play("type 4\nenter");
        assert!(asked.header().contains("Sat 14 Aug 2021"), "{}", asked.header());
        goes(&format!("{keys}\ntype 2021-08-14\nesc"), "Mon 9 Aug 2021");
        let mut wrong = after(&format!("{keys}\ntype 2021-13-40\nenter"));
        assert!(wrong.hint().contains("no such day") && wrong.header().contains("Mon 9 Aug 2021"), "{}", wrong.hint());
    }),
    ("play, pause", |keys| {
        let mut playing = after(keys);
        assert!(playing.hint().contains("playing"), "{}", playing.hint());
        // A day on which places fall lasts three times as long.
        playing.play("tick 3999");
        assert!(playing.header().contains("Tue 10 Aug 2021"), "{}", playing.header());
        playing.play("tick 1");
        assert!(playing.header().contains("Wed 11 Aug 2021"), "{}", playing.header());
        goes(&format!("{keys}\ntick 1000\n{keys}\ntick 5000"), "Tue 10 Aug 2021");
    }),
    ("play slower", |keys| {
        goes(&format!("space {keys}\ntick 1999"), "Mon 9 Aug 2021");
        goes(&format!("space {keys}\ntick 2000"), "Tue 10 Aug 2021");
        says(keys, "days a second: 0.5");
    }),
    ("play faster", |keys| {
        goes(&format!("g e space {keys}\ntick 1000"), "Wed 11 Aug 2021");
        says(keys, "days a second: 2");
        assert!(after(&format!("space {keys}")).hint().contains("playing 2 days a second"), "the caption says so");
    }),
    ("play backwards, pause", |keys| {
        goes(&format!("{keys}\ntick 1000"), "Sun 8 Aug 2021");
        goes(&format!("{keys}\ntick 1000\n{keys}\ntick 9000"), "Sun 8 Aug 2021");
    }),
    ("type the speed: 0.25 to 365 days a second", |keys| {
        goes(&format!("g e {keys}\ntype 4\nenter space\ntick 1000"), "Fri 13 Aug 2021");
        let wrong = after(&format!("{keys}\ntype 999\nenter")).hint();
        assert!(wrong.contains("0.25 to 365"), "{wrong}");
    }),
    ("every day alike, or pass over days without events and stay on days of falls", |keys| {
        goes("g 2 0 space\ntick 1000", "Thu 26 Aug 2021");
        goes(&format!("g 2 0 {keys} space\ntick 1000"), "Sat 21 Aug 2021");
        says(keys, "every day is played");
        says(&format!("{keys} {keys}"), "days with events are played");
    }),
    ("after the last day the first again, or stop", |keys| {
        goes(&format!("G left left {keys} {keys} g e space\ntick 9000"), "Tue 7 Sep 2021");
        goes(&format!("G left left {keys} g e space\ntick 3000"), "Sat 1 May 2021");
        says(keys, "after the last day: the first again");
        says(&format!("{keys} {keys}"), "after the last day: stop");
    }),
    ("the story in short, told by itself: space waits, { } turn; again: leave it", |keys| {
        let mut story = after(keys);
        assert!(story.header().contains("Sat 1 May 2021") && story.hint().contains("story 1 of"), "{}", story.text());
        assert!(story.text().contains("The last foreign troops begin"), "{}", story.text());
        story.play("tick 9000");
        assert!(story.header().contains("Sun 20 Jun 2021") && story.text().contains("story 2 of"), "{}", story.text());
        assert!(after(&format!("{keys} {keys}")).hint().contains("the story is left"));
        assert!(!after(&format!("{keys} right")).hint().contains("story"));
    }),
    ("the days of the timeline closer", |keys| {
        assert!(after(keys).timeline().contains("[Mon 9 Aug] "), "{}", after(keys).timeline());
        assert!(!after(keys).timeline().contains("Fri 13 Aug"), "{}", after(keys).timeline());
    }),
    ("farther: more days, told in signs", |keys| {
        let far = after(&times(3, keys)).timeline();
        assert!(far.contains("falls") && far.contains("1131213678"), "{far}");
        assert_eq!(after(&format!("{keys} z")).text(), after("").text());
    }),
    ("fold days on which nothing falls, or unfold them", |keys| {
        let folded = after(&format!("G {keys}")).timeline();
        assert!(
            folded.contains("~ 19 days ~") && folded.contains("Sun 15 Aug") && folded.contains("[Tue 7 Sep]"),
            "{folded}"
        );
        assert_eq!(after(&format!("{keys} {keys}")).timeline(), after("").timeline());
        says(&format!("{} {keys}", "Z ".repeat(9)), "from afar it does not show");
        says(&format!("{keys} {keys}"), "unfolded");
    }),
    ("what its rows tell: all, bounds of falls, contests, events, reports", |keys| {
        let rows: Vec<String> = (1..=5).map(|count| after(&times(count, keys)).text()).collect();
        assert!(rows[0].contains("earliest to latest") && rows[0].contains("[-"), "{}", rows[0]);
        assert!(rows[1].contains("=Kunduz="), "{}", rows[1]);
        assert!(rows[2].contains("* Army") && !rows[2].contains("!9="), "{}", rows[2]);
        assert!(rows[3].contains("22 reports"), "{}", rows[3]);
        assert_eq!(rows[4], after("").text());
    }),
    ("pick days for playing and counting: from here, to here, all again", |keys| {
        goes(&format!("{keys} right right {keys} g e space\ntick 9000"), "Wed 11 Aug 2021");
        goes(&format!("{keys} right right {keys} {keys} g e space\ntick 3000"), "Sat 14 Aug 2021");
    }),
];

/// The last row says so after the keys.
#[track_caller]
fn says(keys: &str, told: &str) {
    let hint = after(keys).hint();
    assert!(hint.contains(told), "{keys}: {hint}");
}

/// The header names this day after the keys, and so do the list and the timeline.
#[track_caller]
fn goes(keys: &str, day: &str) {
    let mut run = after(keys);
    let list = run.list();
    let (weekday_and_day, _) = day.rsplit_once(' ').expect("a year");
    assert!(run.header().contains(day), "after {keys}: {}", run.header());
    assert!(list.starts_with(&format!("- {weekday_and_day} -")), "after {keys}: {list}");
    assert!(run.timeline().contains(&format!("[{weekday_and_day}]")), "after {keys}: {}", run.timeline());
}

/// The selected row of the list after the keys.
fn selected(keys: &str) -> String {
    after(keys).list().lines().find_map(|row| row.strip_prefix('>')).expect("a selected row").to_owned()
}
