//! Any text at the doors of the program.
#![no_main]

use frontline::app::script;
use frontline::text::{self, Clean, Link};
use frontline::time::{Day, Published};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    let clean = Clean::new(raw);
    assert!(!clean.contains(char::is_control));
    assert_eq!(Clean::new(&clean), clean);
    for columns in [0, 1, 2, 7, 40] {
        assert!(text::width(&text::cut(&clean, columns)) <= columns);
        assert!(text::wrap(&clean, columns.max(2)).iter().all(|line| text::width(line) <= columns.max(2)));
    }
    let _ = (text::fold(raw), script(raw), Published::parse(raw));
    if let Ok(day) = Day::parse(raw) {
        assert_eq!(day.to_string(), raw);
    }
    if let Some(link) = Link::parse(raw) {
        assert!(link.address().is_ascii() && !link.address().contains(|letter: char| letter.is_control()));
    }
});
