//! The shipped data: sound, complete, and saying what the record says.

use frontline::chronicle::{Account, Kind, PhaseKind, Reading, Says, Source, Tracks, Verdict};
use frontline::dataset::Dataset;
use frontline::gazetteer::LineKind;
use frontline::situation::{Situation, Status};
use frontline::text::Clean;
use frontline::time::Day;
use frontline::timeline::Lanes;

fn dataset() -> Dataset {
    Dataset::embedded().unwrap_or_else(|problems| panic!("the shipped data is broken:\n{problems}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

fn situation(dataset: &Dataset, reading: Reading, date: &str) -> Situation {
    let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), reading);
    Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, day(date))
}

fn names(dataset: &Dataset, wanted: impl Fn(usize) -> bool) -> Vec<&str> {
    let places = dataset.gazetteer.places.iter().enumerate();
    let mut names: Vec<&str> = places.filter(|(index, _)| wanted(*index)).map(|(_, place)| &*place.name).collect();
    names.sort_unstable();
    names
}

#[test]
fn nothing_of_the_record_is_missing() {
    let dataset = dataset();
    let count = |wanted: fn(&Kind) -> bool| dataset.chronicle.events.iter().filter(|event| wanted(&event.kind)).count();
    assert_eq!(dataset.gazetteer.places.len(), 34);
    assert_eq!(dataset.gazetteer.regions.len(), 34);
    assert_eq!(count(|kind| matches!(kind, Kind::Capture(_))), 34);
    assert_eq!(count(|kind| matches!(kind, Kind::Phase(_))), 51);
    assert_eq!(count(|kind| matches!(kind, Kind::National(_))), 54);
    assert_eq!(count(|kind| matches!(kind, Kind::National(national) if national.founding)), 20);
    assert_eq!(dataset.chronicle.claims.len(), 189);
    assert_eq!(dataset.chronicle.sources.len(), 172);
    assert_eq!(dataset.chronicle.sources.iter().filter(|source| !source.read).count(), 1);
}

#[test]
fn the_method_names_every_fall_whose_bounds_are_wide() {
    let dataset = dataset();
    let told = &dataset.method.iter().find(|method| &*method.title == "Dates and bounds").expect("a paragraph").text;
    for event in dataset.chronicle.events.iter().filter(|event| event.is_capture()) {
        let date = event.date;
        let wide = date.best.since(date.earliest) > 1 || date.latest.since(date.best) > 1;
        let name = &dataset.gazetteer.place(event.place.expect("a place")).name;
        // Parun is named for its rating.
        let named = told.split_once("Whatever the rating").expect("a sentence").1.contains(name.as_str());
        assert_eq!(wide, named, "{name}");
    }
}

#[test]
fn the_count_at_the_end_of_each_day_is_that_of_the_record() {
    let dataset = dataset();
    let counts = [
        ("2021-08-05", 0, 0, 0),
        ("2021-08-06", 1, 1, 1),
        ("2021-08-07", 2, 2, 2),
        ("2021-08-08", 5, 3, 5),
        ("2021-08-09", 6, 6, 6),
        ("2021-08-10", 8, 6, 9),
        ("2021-08-11", 9, 8, 10),
        ("2021-08-12", 12, 10, 15),
        ("2021-08-13", 18, 16, 19),
        ("2021-08-14", 25, 24, 26),
        ("2021-08-15", 33, 32, 33),
        ("2021-08-16", 33, 33, 33),
        ("2021-09-03", 33, 33, 33),
        ("2021-09-04", 33, 33, 34),
        ("2021-09-06", 34, 34, 34),
    ];
    for (date, count, least, most) in counts {
        let fallen = situation(&dataset, Reading::Settled, date).fallen;
        assert_eq!((fallen.count, fallen.least, fallen.most), (count, least, most), "{date}");
    }
}

#[test]
fn the_founding_article_has_exactly_its_five_capitals() {
    let dataset = dataset();
    let source = dataset.chronicle.account("CNN-0809").expect("the founding article");
    let fallen = |date| {
        let situation = situation(&dataset, Reading::Account(source), date);
        names(&dataset, |index| situation.standings[index].status == Status::Fallen).join(" ")
    };
    assert_eq!(fallen("2021-08-09"), "Kunduz Sar-e-Pul Sheberghan Taloqan Zaranj");
    assert_eq!(fallen("2021-08-08"), "Kunduz Sar-e-Pul Sheberghan Zaranj");
    assert_eq!(fallen("2021-09-07"), "Kunduz Sar-e-Pul Sheberghan Taloqan Zaranj");
}

#[test]
fn an_account_is_found_by_a_report_too() {
    let chronicle = dataset().chronicle;
    assert_eq!(chronicle.account("AMU-SERIES"), chronicle.account("AMU-0815"));
    assert!(chronicle.account("AMU-SERIES").is_some());
    assert_eq!(chronicle.account("AFP-ZAR"), None, "a source without claims is no account");
}

#[test]
fn the_base_map_has_the_known_shape() {
    let gazetteer = dataset().gazetteer;
    let contacts = gazetteer.borders.contacts();
    assert_eq!(contacts.len(), 80);
    let short: Vec<String> = contacts
        .iter()
        .filter(|contact| !contact.passable)
        .map(|contact| contact.regions.map(|region| gazetteer.region(region).name.to_string()).join("-"))
        .collect();
    assert_eq!(short.len(), 2, "{short:?}");
    let total: f64 = gazetteer.regions.iter().filter_map(|region| Some(region.area?.km2())).sum();
    assert!((total / 642_182.0 - 1.0).abs() < 0.001, "{total}");
    let inside: f64 = gazetteer
        .borders
        .arcs()
        .iter()
        .filter(|arc| arc.regions().is_some())
        .map(frontline::gazetteer::Arc::length_km)
        .sum();
    assert!((inside - 9_449.7).abs() < 100.0, "borders between provinces are 9 450 km before simplification: {inside}");
}

#[test]
fn a_retaking_ends_the_contest_on_its_days() {
    let dataset = dataset();
    let status = |id: &str, date| {
        let place = dataset.gazetteer.by_id(id).expect("a place");
        situation(&dataset, Reading::Settled, date).standing(place).status
    };
    assert_eq!(status("qala-e-naw", "2021-07-07"), Status::Contested);
    assert_eq!(status("qala-e-naw", "2021-07-08"), Status::Held);
    assert_eq!(status("herat", "2021-08-06"), Status::Contested);
    assert_eq!(status("herat", "2021-08-07"), Status::Held);
    assert_eq!(status("kandahar", "2021-08-12"), Status::Disputed);
    assert_eq!(status("kunduz", "2021-08-08"), Status::Fallen);
    assert_eq!(status("bazarak", "2021-09-05"), Status::Disputed);
}

#[test]
fn no_phase_changes_a_status_after_the_fall() {
    let dataset = dataset();
    for (_, event) in dataset.chronicle.numbered() {
        let (Kind::Phase(kind), Some(place)) = (&event.kind, event.place) else { continue };
        if matches!(kind, PhaseKind::Holdout | PhaseKind::HoldoutEnded | PhaseKind::RetakeClaimed) {
            let after = situation(&dataset, Reading::Settled, &event.last().to_string());
            let name = &dataset.gazetteer.place(place).name;
            if name.as_str() != "Bazarak" {
                assert_eq!(after.standing(place).status, Status::Fallen, "{name} {kind:?}");
            }
        }
    }
}

#[test]
fn every_spelling_finds_its_own_place_first() {
    let gazetteer = dataset().gazetteer;
    for number in gazetteer.numbers() {
        let place = gazetteer.place(number);
        let natives = place.native.iter().map(|native| &native.name);
        for spelling in place.spellings.iter().chain(natives).chain([&place.name]) {
            let found = gazetteer.find(spelling);
            let first = found.first().map(|found| &gazetteer.place(found.place).name);
            assert_eq!(first, Some(&place.name), "{spelling}");
        }
    }
}

#[test]
fn near_misses_and_regions_find_their_place() {
    let gazetteer = dataset().gazetteer;
    let cases = [
        ("Meymaneh", "Maymana"),
        ("Feyzabad", "Faizabad"),
        ("Lashkar Gah", "Lashkargah"),
        ("Mazar e Sharif", "Mazar-i-Sharif"),
        ("Puli Khumri", "Pul-e-Khumri"),
        ("هرات", "Herat"),
        ("hreat", "Herat"),
        ("kandahr", "Kandahar"),
        ("nimroz", "Zaranj"),
        ("Panjshir", "Bazarak"),
        ("jalal", "Jalalabad"),
        ("MAZAR", "Mazar-i-Sharif"),
        ("kabol", "Kabul"),
    ];
    for (query, name) in cases {
        let found = gazetteer.find(&Clean::new(query));
        assert_eq!(found.first().map(|found| &*gazetteer.place(found.place).name), Some(name), "{query}");
    }
    assert!(gazetteer.find(&Clean::new("Atlantis")).is_empty());
    assert!(gazetteer.find(&Clean::new("")).is_empty());
}

#[test]
fn the_timeline_counts_the_contested_places_of_the_situation() {
    let Dataset { gazetteer, chronicle, .. } = dataset();
    let tracks = Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled);
    let lanes = Lanes::new(&gazetteer, &chronicle, &tracks);
    for offset in 0..chronicle.stretch.days() {
        let day = chronicle.stretch.start.plus(offset);
        let situation = Situation::at(&gazetteer, &chronicle, &tracks, day);
        let contested = situation.standings.iter().filter(|standing| standing.status == Status::Contested).count();
        let marks = lanes.marks(day).expect("a day of the stretch");
        assert_eq!(marks.contested as usize, contested, "{day}");
        let falls: Vec<_> = marks.falls.iter().map(|fall| fall.place).collect();
        assert_eq!(falls, situation.today, "{day}");
    }
}

/// The embedded terrain is read when it is first shown, so that only this proves that it is sound.
#[test]
fn the_terrain_is_whole_and_agrees_with_the_places() {
    let dataset = dataset();
    let lines = dataset.terrain.lines();
    let count = |kind| lines.iter().filter(|line| line.kind == kind).count();
    assert_eq!((count(LineKind::River), count(LineKind::Road)), (26, 9));
    let relief = dataset.terrain.relief().expect("heights");
    for place in &dataset.gazetteer.places {
        let height = relief.height_m(place.position).unwrap_or_else(|| panic!("no height at {}", place.name));
        let told = f64::from(place.elevation_m.expect("an elevation"));
        assert!((height - told).abs() < 1000.0, "{}: {height} m on the grid, {told} m in the table", place.name);
    }
}

/// The names of the places in an account that compare so.
fn compared(dataset: &Dataset, account: &Account, verdict: Verdict) -> String {
    let listed = account.listed.iter().filter(|entry| entry.verdict == verdict).map(|entry| entry.place.index());
    let wanted: Vec<usize> = listed.collect();
    names(dataset, |index| wanted.contains(&index)).join(" ")
}

#[test]
fn accounts_are_compared_with_the_record() {
    let dataset = dataset();
    let chronicle = &dataset.chronicle;
    let account =
        |id| chronicle.account(id).and_then(|source| chronicle.compared(source)).expect("a source with claims");
    let missing =
        |account: &Account| names(&dataset, |index| account.missing.iter().any(|place| place.index() == index));

    let cnn = account("CNN-0809");
    assert_eq!((cnn.listed.len(), cnn.published, cnn.complete), (5, day("2021-08-09"), true));
    assert_eq!(compared(&dataset, &cnn, Verdict::Agrees), "Kunduz Sar-e-Pul Sheberghan Zaranj");
    assert_eq!(compared(&dataset, &cnn, Verdict::Undated), "Taloqan");
    assert_eq!(missing(&cnn), ["Aybak"], "taken on the day that the article appeared");

    // The News of 10 August, about the evening before: Lashkargah three days early, Sheberghan left out.
    let news = account("GEO-0810");
    assert_eq!(compared(&dataset, &news, Verdict::Wrong), "Lashkargah");
    assert_eq!(missing(&news), ["Sheberghan"]);

    let voa = account("VOA-LIST-0813");
    assert_eq!(compared(&dataset, &voa, Verdict::OtherDay), "Kandahar");
    assert!(!voa.complete && voa.missing.is_empty(), "nobody can say what a list misses that was cut short");

    let amu = account("AMU-SERIES");
    assert_eq!(amu.count(Verdict::Agrees), 25);
    assert_eq!(compared(&dataset, &amu, Verdict::OtherDay), "Nili Pul-e-Alam Qala-e-Naw");
}

#[test]
fn every_claim_belongs_to_one_account() {
    let dataset = dataset();
    let accounts = dataset.chronicle.accounts();
    assert_eq!(accounts.len(), 39);
    assert!(accounts.is_sorted_by_key(|account| account.published));
    for claim in &dataset.chronicle.claims {
        let of = accounts.iter().filter(|account| account.source == claim.source);
        let listed = of.filter(|account| match claim.place.filter(|_| claim.says == Says::Fallen) {
            Some(place) => account.listed.iter().any(|entry| entry.place == place),
            None => true,
        });
        assert_eq!(listed.count(), 1, "{claim:?}");
    }
}

#[test]
fn what_looks_back_was_out_after_the_stretch() {
    let chronicle = dataset().chronicle;
    let back: Vec<&Source> = chronicle.sources.iter().filter(|source| source.is_retrospective()).collect();
    assert!(back.iter().any(|source| source.id.as_str() == "AMU-0815"), "{back:?}");
    for source in back {
        assert!(source.published.out_by().is_some_and(|day| day > chronicle.stretch.last()), "{}", source.id);
    }
}

#[test]
fn a_reprint_is_no_link_and_every_other_address_is_one() {
    let sources = dataset().chronicle.sources;
    let ids = |wanted: &dyn Fn(&Source) -> bool| {
        let ids = sources.iter().filter(|source| wanted(source)).map(|source| source.id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    };
    // Neither a reprint nor a link: an excerpt without an address, and memory.
    assert_eq!(ids(&|source| source.link().is_none() && !source.is_reprint()), "AIF-PAN MEMORY");
    assert_eq!(sources.iter().filter(|source| source.is_reprint()).count(), 35);
    for reprint in ["VOA-ZAR", "NYT-0811", "AP-KUN", "TOI-KAN", "QUILTY-PAR", "WIKI-PAN", "BBC-CURFEW", "USAT-TIMELINE"]
    {
        assert!(ids(&Source::is_reprint).split(' ').any(|id| id == reprint), "{reprint}");
    }
}
