//! The keys of sources and copies.

use frontline::app::Effect;

use super::{Check, after};

pub(super) const CHECKS: &[Check] = &[
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
    ("copy the command that opens this very view again", |keys| {
        assert_eq!(copied(&format!("right {keys}")), "frontline --at 2021-08-10 --theme dark --glyphs ascii");
    }),
];

/// What the keys copy.
fn copied(keys: &str) -> String {
    let mut run = after(keys);
    let [Effect::Copy(text)] = &*run.effects else { panic!("{keys}: {:?}", run.effects) };
    let text = text.to_string();
    assert!(run.hint().contains("copied: "), "{}", run.hint());
    text
}
