//! The switches of the map's layers.

use super::{Check, after};

pub(super) const CHECKS: &[Check] = &[
    ("relief", |keys| shows(keys, "above 2 800 m (1)", "^")),
    ("rivers, some of them derived", |keys| shows(keys, "river, some derived (2)", "~~~")),
    ("roads, a sketch; not on close views", |keys| {
        shows(keys, "road, a sketch (3)", "==");
        let closer = format!("{} {keys}", ["+"; 8].join(" "));
        assert!(!after(&closer).map().contains("sketch"), "{}", after(&closer).map());
    }),
    ("neighbouring countries", |keys| hides(keys, "P A K I S T A N")),
    ("regions: borders and grounds", |keys| hides(keys, "____")),
    ("the front", |keys| hides(keys, "##")),
    ("outlines of pockets", |keys| {
        // On the 8th the north-east is cut off from the west.
        let at = format!("left {keys}");
        assert!(after("left").map().contains("::") && !after(&at).map().contains("::"), "{}", after(&at).map());
    }),
    ("places and their names", |keys| hides(keys, "Kabul")),
    ("meridians and parallels", |keys| shows(keys, "full degrees (9)", "+ ")),
];

/// The keys bring signs to the map, with a line of the legend that explains them, and take them away again.
fn shows(keys: &str, note: &str, signs: &str) {
    let (before, with, again) = (after("").map(), after(keys).map(), after(&format!("{keys} {keys}")).map());
    assert!(!before.contains(note) && with.contains(note) && with.contains(signs), "{with}");
    assert_eq!(before, again);
}

/// The keys take something off the map, and bring it back.
fn hides(keys: &str, what: &str) {
    let (before, without, again) = (after("").map(), after(keys).map(), after(&format!("{keys} {keys}")).map());
    assert!(before.contains(what) && !without.contains(what), "{without}");
    assert_eq!(before, again);
}
