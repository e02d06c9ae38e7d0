//! What a typed date means in a data set: a day in any usual form, a step from where one is, the fall of a place in any
//! spelling, an event by its title.

use crate::chronicle::{Kind, Reading};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::text::{Clean, fold};
use crate::time::{Day, WrittenError};

/// What stands before the name of a place.
const FALL: &str = "fall of ";

/// Words for the ends of the stretch and the day on which the program opens.
const WORDS: [&str; 3] = ["first", "last", "opening"];

/// The forms that are understood, in a line.
pub const DATE_FORMS: &str = "2021-08-12, 12 aug, 15, +3, -1w, fall of kunduz, 1400-05-21";

/// The day that `text` means, as seen from the day `near` under a reading.
///
/// # Errors
/// One sentence that says what is wrong, or what is understood.
pub fn typed_day(text: &str, near: Day, dataset: &Dataset, reading: Reading) -> Result<Day, String> {
    let stretch = dataset.chronicle.stretch;
    match text.trim() {
        "first" => return Ok(stretch.start),
        "last" => return Ok(stretch.last()),
        "opening" => return Ok(dataset.opening),
        _ => {}
    }
    match Day::read(text, near, stretch) {
        Ok(day) => Ok(day),
        Err(WrittenError::NotADate) => named(text, dataset, reading),
        Err(error) => Err(error.to_string()),
    }
}

/// The day of what has a name: the fall of a place, an event.
fn named(text: &str, dataset: &Dataset, reading: Reading) -> Result<Day, String> {
    let query = query(text);
    let wanted = fold(query);
    if wanted.is_empty() {
        return Err(format!("a date is written {DATE_FORMS}"));
    }
    let titles = titles(dataset, reading);
    let exact = titles.iter().find(|(title, _)| fold(title) == wanted);
    if let Some((_, day)) = exact {
        return Ok(*day);
    }
    if let Some(place) = dataset.gazetteer.find(&Clean::new(query)).first().map(|found| found.place) {
        let name = &dataset.gazetteer.place(place).name;
        return fall(place, dataset, reading)
            .ok_or_else(|| format!("{name} does not fall in these days, as read here"));
    }
    let part = titles.iter().find(|(title, _)| wanted.chars().count() >= 3 && fold(title).contains(&wanted));
    part.map(|(_, day)| *day).ok_or_else(|| format!("neither a date nor a name; a date is written {DATE_FORMS}"))
}

/// The text without `fall of`.
fn query(text: &str) -> &str {
    let text = text.trim();
    let head = text.get(..FALL.len()).filter(|head| head.eq_ignore_ascii_case(FALL));
    head.and_then(|head| text.get(head.len()..)).unwrap_or(text)
}

/// The first day of the stretch on which a place falls under a reading, if there is one.
fn fall(place: PlaceNo, dataset: &Dataset, reading: Reading) -> Option<Day> {
    let chronicle = &dataset.chronicle;
    let falls = chronicle.captures_of(place).filter(|(_, event)| !chronicle.is_return(event));
    let days = falls.filter_map(|(number, _)| chronicle.day_of(number, reading));
    days.filter(|&day| chronicle.stretch.contains(day)).min()
}

/// The national events of the stretch with their days, in the order of the file.
fn titles(dataset: &Dataset, reading: Reading) -> Vec<(&Clean, Day)> {
    let chronicle = &dataset.chronicle;
    let titles = chronicle.numbered().filter_map(|(number, event)| match &event.kind {
        Kind::National(national) => Some((&national.title, chronicle.day_of(number, reading)?)),
        Kind::Capture(_) | Kind::Phase(_) => None,
    });
    titles.filter(|(_, day)| chronicle.stretch.contains(*day)).collect()
}

/// What a text can be completed to, the likeliest first: the falls of places in the order of their days, then the events
/// by title. A place is found by any spelling, a title by how it or one of its words begins.
#[must_use]
pub fn completions(text: &str, dataset: &Dataset, reading: Reading) -> Vec<String> {
    let wanted = fold(query(text));
    let falls = falls(dataset, reading);
    let written = |(place, _): &(PlaceNo, Day)| format!("{FALL}{}", dataset.gazetteer.place(*place).name);
    let starts = |name: &str| {
        let words = name.split(' ').enumerate().map(|(at, _)| name.split(' ').skip(at).collect::<String>());
        words.into_iter().any(|tail| fold(&tail).starts_with(&wanted))
    };
    let name = |place: PlaceNo| &dataset.gazetteer.place(place).name;
    let mut found: Vec<String> = falls.iter().filter(|(place, _)| starts(name(*place))).map(written).collect();
    if found.is_empty() {
        let spelled = dataset.gazetteer.find(&Clean::new(query(text)));
        let known = spelled.iter().filter_map(|found| falls.iter().find(|(place, _)| *place == found.place));
        found.extend(known.map(written));
    }
    if query(text) != text.trim() {
        return found;
    }
    found
        .extend(titles(dataset, reading).iter().filter(|(title, _)| starts(title)).map(|(title, _)| title.to_string()));
    found.extend(WORDS.iter().filter(|word| word.starts_with(text.trim())).map(|&word| word.to_owned()));
    if FALL.starts_with(text) && !text.is_empty() {
        found.splice(0..0, falls.iter().map(written));
        found.dedup();
    }
    found
}

/// The falls of the stretch by their days.
fn falls(dataset: &Dataset, reading: Reading) -> Vec<(PlaceNo, Day)> {
    let places = dataset.gazetteer.numbers();
    let mut falls: Vec<_> = places.filter_map(|place| fall(place, dataset, reading).map(|day| (place, day))).collect();
    falls.sort_by_key(|(_, day)| *day);
    falls
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        let dataset = Dataset::embedded().expect("sound data");
        typed_day(text, dataset.opening, &dataset, Reading::Settled).map(|day| day.to_string())
    }

    #[test]
    fn a_fall_is_found_by_any_spelling() {
        for text in ["fall of kunduz", "Fall of Qunduz", "konduz", "قندوز", "kunduz"] {
            assert_eq!(read(text).as_deref(), Ok("2021-08-08"), "{text}");
        }
    }

    #[test]
    fn an_event_is_found_by_its_title_or_a_part_of_it() {
        assert_eq!(read("Doha meeting").as_deref(), Ok("2021-08-12"));
        assert_eq!(read("airport attack").as_deref(), Ok("2021-08-26"));
    }

    #[test]
    fn dates_come_before_names() {
        assert_eq!(read("12 aug").as_deref(), Ok("2021-08-12"));
        assert_eq!(read("+3").as_deref(), Ok("2021-08-12"));
        assert_eq!(read("1400-05-21").as_deref(), Ok("2021-08-12"));
        assert_eq!(read("last").as_deref(), Ok("2021-09-07"));
    }

    #[test]
    fn what_is_not_understood_is_answered_with_what_is() {
        assert!(read("xyzzy").is_err_and(|fault| fault.contains("12 aug")));
        assert!(read("").is_err_and(|fault| fault.contains("12 aug")));
        assert!(read("12/8").is_err_and(|fault| fault.contains("12 August or 8 December")));
    }

    #[test]
    fn a_place_that_an_account_does_not_have_is_named() {
        let dataset = Dataset::embedded().expect("sound data");
        let cnn = Reading::Account(dataset.chronicle.account("CNN-0809").expect("an account"));
        let fault = typed_day("kabul", dataset.opening, &dataset, cnn);
        assert_eq!(fault, Err("Kabul does not fall in these days, as read here".into()));
    }

    #[test]
    fn completions_come_in_the_order_of_the_days_and_find_any_spelling() {
        let dataset = Dataset::embedded().expect("sound data");
        let complete = |text: &str| completions(text, &dataset, Reading::Settled);
        assert_eq!(complete("fall").first().map(String::as_str), Some("fall of Zaranj"));
        assert_eq!(complete("fall of ku"), ["fall of Kunduz"]);
        assert_eq!(complete("qonduz"), ["fall of Kunduz"]);
        assert!(complete("doha").contains(&"Doha meeting".to_owned()));
        for completion in complete("") {
            assert!(typed_day(&completion, dataset.opening, &dataset, Reading::Settled).is_ok(), "{completion}");
        }
    }
}
