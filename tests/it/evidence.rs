//! On whom the record rests: independent sources, and the record without some of them.

use frontline::chronicle::{Chronicle, Reading, SourceNo, Tracks};
use frontline::dataset::Dataset;
use frontline::situation::{Situation, Status};
use frontline::time::{Day, Span};

fn dataset() -> Dataset {
    Dataset::embedded().unwrap_or_else(|problems| panic!("the shipped data is broken:\n{problems}"))
}

fn source(chronicle: &Chronicle, id: &str) -> SourceNo {
    chronicle.source_named(id).unwrap_or_else(|| panic!("no source {id}"))
}

/// The shipped record without some sources.
fn without(ids: &[&str]) -> Dataset {
    let dataset = dataset();
    let sources = ids.iter().map(|id| source(&dataset.chronicle, id)).collect();
    dataset.without(sources)
}

fn status(dataset: &Dataset, reading: Reading, id: &str, date: &str) -> Status {
    let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), reading);
    let day = Day::parse(date).expect("a date");
    let place = dataset.gazetteer.by_id(id).expect("a place");
    Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, day).standing(place).status
}

#[test]
fn texts_that_repeat_one_another_are_one_source() {
    let chronicle = dataset().chronicle;
    let origin = |id| chronicle.source(chronicle.origin(source(&chronicle, id))).id.to_string();
    for id in ["RTR-0810", "RTR-0815", "VOA-LIST-0813", "AJ-0811", "ALARABIYA-0815"] {
        assert_eq!(origin(id), "RTR-0810", "{id}");
    }
    assert_eq!(origin("AMU-0809"), "AMU-0815");
    assert_eq!(origin("NYT-0811"), "NYT-0811");
}

#[test]
fn in_short_a_publisher_is_named_without_where_the_copy_stood() {
    for source in &dataset().chronicle.sources {
        let short = source.in_short();
        let named = short.is_empty() == source.publisher.is_empty();
        assert!(named && !short.contains(" (") && source.publisher.starts_with(short), "{short}");
    }
}

#[test]
fn five_days_rest_on_a_single_source() {
    let dataset = dataset();
    let mut found = Vec::new();
    for place in dataset.gazetteer.numbers() {
        for (capture, _) in dataset.chronicle.captures_of(place) {
            if let Some(source) = dataset.chronicle.rests_on(capture, Reading::Settled) {
                found.push(format!("{} {}", dataset.gazetteer.place(place).name, dataset.chronicle.source(source).id));
            }
        }
    }
    found.sort_unstable();
    let known =
        ["Charikar AMU-0815", "Mahmud-e-Raqi AMU-0815", "Nili EFE-0815", "Parun AMU-0815", "Qala-e-Naw VOA-LIST-0812"];
    assert_eq!(found, known);
}

#[test]
fn a_day_that_nothing_left_supports_is_in_dispute() {
    let all = dataset();
    let one = without(&["VOA-LIST-0812"]);
    let none = without(&["VOA-LIST-0812", "VOA-LIST-0813"]);
    let qala_e_naw = |dataset, date| status(dataset, Reading::Settled, "qala-e-naw", date);
    assert_eq!(qala_e_naw(&all, "2021-08-12"), Status::Fallen);
    assert_eq!(qala_e_naw(&one, "2021-08-12"), Status::Fallen, "the list of the next day dates it too");
    assert_eq!(qala_e_naw(&none, "2021-08-12"), Status::Disputed);
    assert_eq!(qala_e_naw(&none, "2021-08-13"), Status::Fallen, "Amu TV, Xinhua and South Front have it then");
}

#[test]
fn where_all_that_is_left_has_it_earlier_the_settled_day_stands() {
    let all = dataset();
    let chronicle = &all.chronicle;
    for (id, eve, day) in [("maidan-shahr", "2021-08-14", "2021-08-15"), ("bazarak", "2021-09-05", "2021-09-06")] {
        let place =
            all.gazetteer.numbers().find(|&place| all.gazetteer.place(place).id.as_str() == id).expect("a place");
        let (capture, event) = chronicle.captures_of(place).next().expect("a capture");
        let words = chronicle.words_on(capture);
        let later = words.iter().filter(|word| word.day >= event.date.best).map(|word| word.source);
        let left = all.clone().without(later.collect());
        assert!(!left.chronicle.words_on(capture).is_empty(), "somebody is left");
        assert_eq!(status(&left, Reading::Settled, id, eve), Status::Disputed, "{id}");
        assert_eq!(status(&left, Reading::Settled, id, day), Status::Fallen, "{id}");
    }
}

#[test]
fn a_fall_of_which_nobody_is_left_to_tell_stays_in_dispute() {
    let dataset = without(&["AMU-0815"]);
    for reading in [Reading::Settled, Reading::Earliest, Reading::Latest] {
        assert_eq!(status(&dataset, reading, "parun", "2021-08-14"), Status::Held);
        assert_eq!(status(&dataset, reading, "parun", "2021-09-07"), Status::Disputed, "what is left came years later");
    }
    assert_eq!(status(&dataset, Reading::Settled, "charikar", "2021-08-16"), Status::Disputed);
    assert_eq!(status(&dataset, Reading::Settled, "charikar", "2021-08-17"), Status::Fallen, "Sputnik was out");
}

#[test]
fn what_many_support_stands_without_any_one_of_them() {
    let all = dataset();
    for cited in (0..all.chronicle.sources.len()).map(SourceNo::from_index) {
        let dataset = all.clone().without(vec![cited]);
        for (place, day) in [("kabul", "2021-08-15"), ("kandahar", "2021-08-13"), ("zaranj", "2021-08-06")] {
            assert_eq!(status(&dataset, Reading::Settled, place, day), Status::Fallen, "{place}");
        }
    }
}

#[test]
fn an_account_and_what_was_reported_follow_what_is_left() {
    let left = without(&["AIF-PAN", "CNN-0809"]);
    assert_eq!(left.chronicle.account("CNN-0809"), None);
    let bazarak = |dataset: &Dataset, date| status(dataset, Reading::AsReported, "bazarak", date);
    assert_eq!(bazarak(&dataset(), "2021-09-04"), Status::Fallen);
    assert_ne!(bazarak(&left, "2021-09-04"), Status::Fallen);
}

#[test]
fn why_agrees_with_the_situation_whatever_the_reading() {
    let dataset = dataset();
    let account = dataset.chronicle.account("VOA-LIST-0813").map(Reading::Account);
    for reading in Reading::NAMED.into_iter().map(|(reading, _)| reading).chain(account) {
        let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), reading);
        for number in 5..=17 {
            let day = Day::new(2021, 8, number).expect("a day");
            let situation = Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, day);
            for place in dataset.gazetteer.numbers() {
                let why = dataset.why(place, day, reading);
                assert_eq!(why.standing, *situation.standing(place), "{day} {reading:?}");
                let begins = match why.standing.status {
                    Status::Fallen => "Fallen, because ",
                    Status::Disputed => "Disputed, because ",
                    Status::Contested => "Held and fought for, because ",
                    Status::Held => "Held, because ",
                };
                assert!(why.rule.starts_with(begins) && why.rule.ends_with('.'), "{}", why.rule);
                assert!(!why.testimonies.is_empty(), "somebody speaks of every fall");
            }
        }
    }
}

#[test]
fn what_a_source_left_out_would_change_is_what_it_changes() {
    let all = dataset();
    let day = Day::new(2021, 8, 15).expect("a day");
    for place in all.gazetteer.numbers() {
        let why = all.why(place, day, Reading::Settled);
        for told in &why.testimonies {
            let left = all.clone().without(vec![told.source]).why(place, day, Reading::Settled).standing.status;
            let said = why.without.iter().find(|(source, _)| *source == told.source);
            assert_eq!(said.map_or(why.standing.status, |(_, status)| *status), left, "{}", why.rule);
        }
    }
}

#[test]
fn the_digest_of_every_day_cites_only_existing_sources_and_all_that_it_cites() {
    let dataset = dataset();
    let stretch = dataset.chronicle.stretch;
    for reading in Reading::NAMED.map(|(reading, _)| reading) {
        for day in (0..stretch.days()).map(|offset| stretch.start.plus(offset)) {
            let digest = dataset.digest(Span::inclusive(day, day), reading);
            let [paragraph] = &*digest.paragraphs else { panic!("one paragraph a day: {digest:?}") };
            assert!(paragraph.starts_with(&format!("{}: ", day.long())), "{paragraph}");
            let numbers = paragraph.split('[').skip(1).filter_map(|rest| rest.split(']').next());
            let cited: std::collections::BTreeSet<usize> =
                numbers.flat_map(|list| list.split(", ")).filter_map(|number| number.parse().ok()).collect();
            let listed: std::collections::BTreeSet<usize> = (1..=digest.sources.len()).collect();
            assert_eq!(cited, listed, "{paragraph}");
            for &source in &digest.sources {
                assert!(!dataset.chronicle.source(source).is_memory(), "{paragraph}");
            }
        }
    }
}

#[test]
fn a_digest_of_all_the_years_there_are_costs_what_happens_in_them() {
    let dataset = dataset();
    let [first, last] = ["0001-01-01", "9999-12-30"].map(|day| Day::parse(day).expect("a day"));
    let began = std::time::Instant::now();
    let all = dataset.digest(Span::inclusive(first, last), Reading::Settled);
    // A situation for each of its 3.6 million days takes minutes.
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    let own = dataset.digest(dataset.chronicle.stretch, Reading::Settled);
    let told = |paragraph: &&String| !paragraph.contains("nothing is dated");
    let bare = |text: &String| text.split('[').map(|part| part.rsplit(']').next().expect("one")).collect::<String>();
    let all_told: Vec<String> = all.paragraphs.iter().filter(told).map(bare).collect();
    for paragraph in own.paragraphs.iter().filter(told).map(bare) {
        assert!(all_told.contains(&paragraph), "{paragraph}");
    }
    let [before, .., after] = &*all.paragraphs else { panic!("paragraphs") };
    assert!(before.starts_with("Mon 1 Jan 1 to ") && before.ends_with("none of 34 capitals has fallen."), "{before}");
    assert!(after.contains(" to Thu 30 Dec 9999: nothing is dated") && after.contains("34 of 34"), "{after}");
}
