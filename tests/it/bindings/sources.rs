//! The keys of sources and copies.

use frontline::app::Effect;

use super::{Check, after, times};

pub(super) const CHECKS: &[Check] = &[
    ("find a place in any spelling, an event, a source, a day", |keys| {
        let typed = after(&format!("{keys}\ntype meymaneh")).text();
        assert!(typed.contains("- Find -") && typed.contains("> place   Maymana"), "{typed}");
        let mut gone = after(&format!("{keys}\ntype meymaneh\nenter"));
        assert!(gone.header().contains("Sat 14 Aug 2021"), "{}", gone.header());
        assert!(gone.detail().starts_with("- Maymana -") && gone.list().contains(">x Maymana"), "{}", gone.text());
        assert_eq!(after(&format!("{keys}\ntype meymaneh\nesc")).text(), after("").text(), "esc leaves");
    }),
    ("the next of what was found", |keys| {
        assert_eq!(hits(keys), ["1 of 4: Maymana", "2 of 4: fall of Maymana", "3 of 4: Maymana besieged"]);
        let mut none = after(keys);
        assert!(none.hint().contains("nothing was found yet"), "{}", none.hint());
    }),
    ("the one before of what was found", |keys| {
        assert_eq!(hits(keys), ["1 of 4: Maymana", "4 of 4: Maymana attacked", "3 of 4: Maymana besieged"]);
    }),
    ("accounts: the world as one source had it", |keys| {
        let page = after(keys).text();
        assert!(page.contains("- Accounts") && page.contains("> settled record"), "{page}");
        assert_eq!(after(&format!("{keys} {keys}")).text(), after("").text(), "a second press closes it");
    }),
    ("open the address of the source that is chosen; asks first", |keys| {
        let mut run = after(&format!("s {keys}"));
        assert!(run.hint().contains("open www.aljazeera.com in the browser?"), "{}", run.hint());
        assert!(run.effects.is_empty());
        run.play("y");
        assert!(
            matches!(&*run.effects, [Effect::Open(link)] if link.host() == "www.aljazeera.com"),
            "{:?}",
            run.effects
        );
        let mut run = after(keys);
        assert!(run.hint().contains("choose a source first"), "{}", run.hint());
    }),
    ("copy a citation of that source, or of what is in focus", |keys| {
        assert!(copied(keys).starts_with("fall of Aybak, 2021-08-09."), "{}", copied(keys));
        let source = copied(&format!("s {keys}"));
        assert!(source.starts_with("Ali M Latifi. \"Taliban captures sixth"), "{source}");
        assert!(source.contains(" https://www.aljazeera.com/") && source.ends_with("AJ-0809]"), "{source}");
    }),
    ("copy the command that opens this day, reading and look", |keys| {
        assert_eq!(copied(&format!("right {keys}")), "frontline --at 2021-08-10 --theme dark --glyphs ascii");
    }),
];

/// What was found for a query, as the last row counts it, after the keys were pressed not at all, once and twice.
fn hits(keys: &str) -> [String; 3] {
    let at = |count| {
        let hint = after(&format!("/\ntype meymaneh\nenter {}", times(count, keys))).hint();
        hint.trim().split("   ").next().unwrap_or_default().to_owned()
    };
    [0, 1, 2].map(at)
}

/// What the keys copy.
fn copied(keys: &str) -> String {
    let mut run = after(keys);
    let [Effect::Copy(text)] = &*run.effects else { panic!("{keys}: {:?}", run.effects) };
    let text = text.to_string();
    assert!(run.hint().contains("copied: "), "{}", run.hint());
    text
}
