//! Accounts, sources and copies, used by keys and read from the screen.

use frontline::app::Effect;
use frontline::chronicle::Source;

use crate::reader::marker;
use crate::run::{Run, dataset};

/// A viewer after the keys of a script.
fn after(keys: &str) -> Run {
    Run::new("120x40").press(keys)
}

#[track_caller]
fn shows(run: &mut Run, wanted: &str) {
    let text = run.text();
    assert!(text.contains(wanted), "no \"{wanted}\" in\n{text}");
}

#[test]
fn an_account_is_chosen_from_the_list_and_left_again() {
    let mut run = after("R");
    shows(&mut run, "> settled record");
    run.play("down");
    shows(&mut run, "> CNN-0809");
    shows(&mut run, "No day: Taloqan.");
    run.play("enter");
    shows(&mut run, "5 of 34 capitals fallen");
    assert!(run.header().trim_end().ends_with("as told by CNN on 9 Aug (CNN-0809)"), "{}", run.header().trim_end());
    run.play("R");
    shows(&mut run, "> CNN-0809");
    run.play("home enter");
    shows(&mut run, "6 of 34 capitals fallen");
    assert!(run.header().trim_end().ends_with("reading: settled"), "{}", run.header().trim_end());
}

#[test]
fn the_news_of_10_august_has_lashkargah_three_days_early() {
    let mut run = after("right R down down down down down down");
    shows(&mut run, "> GEO-0810");
    shows(&mut run, "Wrong at the time: Lashkargah 10 Aug (record: 13 Aug). Missing: Sheberghan.");
    run.play("s");
    shows(&mut run, "wrongly listed as taken");
    shows(&mut run, "missing (record: fallen 7 Aug)");
    run.play("esc");
    shows(&mut run, "> GEO-0810");
    // Its list has six, one of them held until the 13th.
    run.play("enter");
    shows(&mut run, "6 of 34 capitals fallen");
    assert_eq!(marker(&run.map(), "L.gah"), 'X');
}

#[test]
fn nothing_is_changed_behind_a_page() {
    let plain = after("+ x esc").text();
    for keys in ["M", "1", "2", "+", "L", "F", "T", "z", "Z", "v"] {
        assert_ne!(after(&format!("+ {keys}")).text(), plain, "{keys}");
        assert_eq!(after(&format!("+ x {keys} esc")).text(), plain, "{keys} behind a page");
    }
}

#[test]
fn a_page_stays_with_its_place_through_the_days() {
    // On 9 August Aybak is in focus; from 1 September on nothing is dated to most days.
    let mut run = after("s right");
    shows(&mut run, "- Aybak -");
    run.play(":\ntype 3 sep\nenter");
    shows(&mut run, "- Aybak -");
    shows(&mut run, "fell to the Taliban Mon 9 Aug, abandoned");
    run.play("]");
    assert!(!run.text().contains("- Aybak -") && run.model().page.is_some(), "the event after has a page too");
    // Beneath another page too, and however the record is read.
    for keys in ["s enter right esc", "s r r", "s space right"] {
        shows(&mut after(keys), "- Aybak -");
    }
}

#[test]
fn the_page_of_an_event_without_a_place_closes_with_its_day() {
    let event = ":\ntype 17 aug\nenter down down s";
    let mut run = after(event);
    assert!(run.model().page.is_some());
    run.play("right");
    assert_eq!(run.model().page, None);
    assert!(run.header().contains("18 Aug 2021"), "{}", run.header());
    // Nor does it wait beneath another.
    let mut run = after(&format!("{event} enter right"));
    assert!(run.model().page.is_some());
    run.play("esc");
    assert_eq!(run.model().page, None);
    // The event after has a page of its own.
    run = after(&format!("{event} ]"));
    assert!(run.model().page.is_some());
}

#[test]
fn the_rows_of_a_list_tell_doubt_in_one_form() {
    for size in ["80x24", "100x30", "120x40", "200x60"] {
        for day in 6..=16 {
            let list = Run::at(size, &format!("{day} aug")).list();
            let rows = || list.lines().filter(|line| line.get(1..3) == Some("x "));
            let bounds = |row: &str| row.split_once(" (").is_some_and(|(_, rest)| rest.starts_with(char::is_numeric));
            assert!(!(rows().any(bounds) && rows().any(|row| row.contains(" (?)"))), "{size}: {list}");
            assert!(!rows().any(|row| row.contains(" ? ")), "a ? behind a name is of the map: {list}");
        }
    }
    for row in [">x Kandahar (12-13)", " x Lashkargah (12-13)", " x Firozkoh (12-13)", " x Pul-e-Alam (13-14)"] {
        for size in ["80x24", "120x40"] {
            let list = Run::at(size, "13 aug").list();
            assert!(list.lines().any(|line| line.starts_with(row)), "{size}: {list}");
        }
    }
}

#[test]
fn any_letter_marks_the_day_on_a_page() {
    for letter in ["a", "j", "k", "g", "G"] {
        let mut run = after(&format!("s m {letter} right right ' {letter}"));
        assert!(run.header().contains("Mon 9 Aug 2021"), "{letter}: {}", run.header());
        assert!(run.model().page.is_some());
    }
}

#[test]
fn why_of_an_event_without_a_place_is_who_says_so() {
    let event = ":\ntype 17 aug\nenter down down";
    let mut run = after(event);
    assert!(run.detail().contains("caretaker president"), "{}", run.detail());
    run.play("x");
    assert_eq!(run.text(), after(&format!("{event} s")).text());
    assert!(run.model().source().is_some(), "its first source is chosen");
    run.play("x");
    assert_eq!(run.model().page, None);
}

#[test]
fn an_address_is_opened_after_a_yes_only() {
    let mut run = after("tab s down down");
    run.play("o");
    assert_eq!(run.hint().trim(), "open www.newsbreak.com in the browser?  y: yes  any other key: no");
    run.play("n");
    assert_eq!(run.effects, []);
    run.play("o y");
    let [Effect::Open(link)] = &*run.effects else { panic!("{:?}", run.effects) };
    assert_eq!(
        link.address(),
        "https://www.newsbreak.com/news/2336558616653/factbox-afghan-cities-taken-over-or-contested-by-taliban"
    );
}

#[test]
fn a_reprint_is_never_opened() {
    let mut run = after("tab s");
    // Every source of the page in turn.
    for _ in 0..40 {
        run.play("o");
        let asked = run.hint().trim().starts_with("open ");
        // Below the sources stand the phases, which lead to events.
        let source = run.model().source().map(|source| dataset().chronicle.source(source));
        assert_eq!(asked, source.is_some_and(|source| source.link().is_some()), "{source:?}");
        assert!(!(asked && source.is_some_and(Source::is_reprint)), "{source:?}");
        run.play(if asked { "esc down" } else { "down" });
    }
    assert_eq!(run.effects, []);
}

#[test]
fn a_citation_and_a_command_go_to_the_clipboard() {
    let mut run = after("tab s y");
    assert!(run.hint().trim().starts_with("copied: Kareem Khadder"), "{}", run.hint().trim());
    run.play("esc y right Y");
    let copied: Vec<&str> =
        run.effects.iter().map(|effect| if let Effect::Copy(text) = effect { text.as_str() } else { "" }).collect();
    assert_eq!(
        copied,
        [
            "Kareem Khadder; Nick Paton Walsh; Jessie Yeung (with Kara Fox, Nina Avramova, Hannah Ritchie). \"Taliban \
             seize fifth Afghan provincial capital since Friday\". CNN, 2021-08-09 (news article (the founding \
             document)). https://www.cnn.com/2021/08/09/asia/taliban-spokesperson-us-warning-intl-hnk/index.html \
             [afghanistan-2021: CNN-0809]",
            "fall of Zaranj, 2021-08-06. The capital of Nimroz, beside the Iranian border, was the first provincial \
             capital to be lost; resistance was brief and government forces pulled back to other districts. Sources: \
             CNN-0809, AFP-ZAR, VOA-ZAR, RTR-0815, BBC-ZAR, DELFI-ZAR. [afghanistan-2021: fall-of-zaranj]",
            "frontline --at 2021-08-10 --theme dark --glyphs ascii",
        ]
    );
    run.play("left");
    assert!(!run.hint().trim().starts_with("copied"), "the next key takes the notice away");
}

#[test]
fn pages_open_above_one_another_and_close_in_turn() {
    let mut run = after("s ?");
    shows(&mut run, "- Help");
    run.play("esc");
    shows(&mut run, "- Aybak -");
    run.play("enter");
    shows(&mut run, "kind       news article");
    run.play("? s");
    shows(&mut run, "- Aybak -");
    run.play("esc");
    shows(&mut run, "- Situation -");
}

#[test]
fn what_is_typed_is_listed_best_first() {
    let first = |query: &str| {
        let text = after(&format!("/\ntype {query}")).text();
        let row = text.lines().find_map(|line| line.strip_prefix("> ")).unwrap_or_default().to_owned();
        row.split("  ").map(str::trim).filter(|part| !part.is_empty()).take(2).collect::<Vec<_>>().join(" ")
    };
    for (query, found) in [
        ("Meymaneh", "place Maymana"),
        ("Feyzabad", "place Faizabad"),
        ("Lashkar Gah", "place Lashkargah"),
        ("Mazar e Sharif", "place Mazar-i-Sharif"),
        ("Puli Khumri", "place Pul-e-Khumri"),
        ("هرات", "place Herat"),
        ("فیض\u{200c}آباد", "place Faizabad"),
        ("fall of kabul", "event 15 Aug"),
        ("doha", "event 12 Aug"),
        ("cnn-0809", "source CNN-0809"),
        ("2021-08-12", "day Thu 12 Aug 2021"),
        ("12 aug", "day Thu 12 Aug 2021"),
        ("may", "place Maymana"),
    ] {
        assert_eq!(first(query), found, "{query}");
    }
    shows(&mut after("/\ntype atlantis"), "nothing is called anything like it");
    let mut asked = after("/\ntype atlantis\nenter");
    assert!(asked.hint().contains("nothing is called anything like \"atlantis\""), "{}", asked.hint());
}

#[test]
fn what_is_typed_is_shown_as_if_it_were_pasted() {
    for word in ["فیض\u{200c}آباد", "Cafe\u{301}", "a\u{202e}b"] {
        let (typed, pasted) = (after(&format!("/\ntype {word}")).text(), after(&format!("/\npaste {word}")).text());
        assert_eq!(typed, pasted, "{word:?}");
        assert_eq!(typed.contains('\u{fffd}'), word.contains('\u{202e}'), "{typed}");
    }
}

#[test]
fn a_hit_moves_map_list_and_playhead() {
    // Far zoomed in on Zaranj, Faizabad is not on the map.
    let mut run = after("tab f + +");
    assert!(!run.map().contains("Faizabad"));
    run.play("/\ntype feyzabad\nenter");
    assert!(run.map().contains("Faizabad"), "{}", run.map());
    assert!(run.header().contains("Wed 11 Aug 2021") && run.list().contains(">x Faizabad"), "{}", run.text());
    // A source opens its page; the way back is as ever.
    run.play("/\ntype alarabiya-0815\nenter");
    shows(&mut run, "corroborating copy, not cited by a row");
    run.play("esc ctrl+o");
    assert!(run.header().contains("Mon 9 Aug 2021"), "{}", run.header());
}

#[test]
fn a_click_on_a_hit_goes_there() {
    let mut run = after("/\ntype meymaneh");
    let row = run.text().lines().position(|line| line.contains("Maymana besieged")).expect("a hit");
    run.play(&format!("press left 20 {row}"));
    assert!(run.header().contains("Sun 20 Jun 2021"), "{}", run.header());
}

#[test]
fn nothing_shines_through_what_was_found() {
    let mut run = after("/\ntype kunduz");
    let frame = run.draw();
    let rows = run.text();
    // The first is chosen; of the others every letter looks like every other.
    for (y, _) in (0_u16..).zip(rows.lines()).filter(|(_, line)| line.starts_with("  event")) {
        let first = frame[(2, y)].style();
        assert!((2..100).all(|x| frame[(x, y)].style() == first), "{rows}");
    }
}
