//! `digest` and `method`: the story and the method in plain words.

use super::{output, run};

#[test]
fn a_day_is_one_paragraph_with_numbered_sources() {
    let text = output(&["digest", "--at", "2021-08-12"]);
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 3, "a heading, the day, the sources: {text}");
    let day = paragraphs[1].replace('\n', " ");
    assert!(day.starts_with("Thu 12 Aug 2021: 12 of 34 capitals have fallen, by the bounds 10 to 15, 3 more than"));
    assert!(day.contains("Herat fell to the Taliban, fought, between 12 Aug and 13 Aug: After two weeks of fighting"));
    assert!(day.contains("Disputed at the day's end: Kandahar, Lashkargah, Firozkoh."), "{day}");
    assert!(paragraphs[2].starts_with("Sources\n[1]   "), "{text}");
    let long = text.lines().find(|line| line.chars().count() > 78 && !line.trim_start().starts_with("http"));
    assert_eq!(long, None, "only addresses may be longer than a line of mail");
}

#[test]
fn quiet_days_share_a_line_and_a_reading_changes_the_story() {
    let text = output(&["digest", "--from", "2021-05-05", "--to", "2021-05-07"]);
    assert!(text.contains("Wed 5 May to Fri 7 May 2021: nothing is dated to these days"), "{text}");
    let reported = output(&["digest", "--at", "2021-08-12", "--reading", "as-reported"]).replace('\n', " ");
    assert!(reported.contains("13 of 34 capitals") && reported.contains("Kandahar was reported fallen"), "{reported}");
    assert_eq!(run(&["digest", "--from", "2021-08-12", "--to", "2021-08-11"]).code, 2);
    assert_eq!(run(&["digest", "--from", "2021-08-12", "--at", "2021-08-11"]).code, 2);
}

#[test]
fn the_method_is_that_of_the_data_set() {
    let text = output(&["method"]);
    for title in ["What counts as fallen", "When a day ends", "Weak spots", "Credits"] {
        assert!(text.lines().any(|line| line == title), "{title}: {text}");
    }
}
