//! The keys of the map.

use super::{Check, after, times};
use crate::run::dataset;

pub(super) const CHECKS: &[Check] = &[
    ("closer", |keys| {
        assert!(scale(keys) < scale("") && scale(&format!("{keys} {keys}")) < scale(keys));
    }),
    ("farther", |keys| {
        assert!(scale(&format!("+ + {keys}")) > scale("+ +"));
        assert_eq!(after(keys).map(), after("").map(), "nothing lies beyond the whole");
    }),
    ("everything", |keys| assert_eq!(after(&format!("+ + L K {keys}")).map(), after("").map())),
    ("the region of what is in focus", |keys| {
        let map = after(&format!("tab {keys}")).map();
        assert!(scale(&format!("tab {keys}")) < scale("") && map.contains("Zaranj"), "{map}");
        assert!(!map.contains("Faizabad"), "{map}");
    }),
    ("the regions that fell today", |keys| {
        let map = after(keys).map();
        assert!(scale(keys) < scale("") && map.contains("Aybak") && !map.contains("Zaranj"), "{map}");
        assert_eq!(after(&format!("home {keys}")).map(), after("home").map(), "nothing fell on the first day");
    }),
    ("to the west", |keys| assert!(moved(keys).0 > 0, "the ground goes east")),
    ("to the east", |keys| assert!(moved(keys).0 < 0, "the ground goes west")),
    ("to the north", |keys| assert!(moved(keys).1 > 0, "the ground goes south")),
    ("to the south", |keys| assert!(moved(keys).1 < 0, "the ground goes north")),
    ("compare with a day, a reading, an account; again: stop", |keys| {
        let mut run = after(&format!("{keys} enter"));
        assert!(run.list().contains("Differs from Sun 8 Aug"), "{}", run.list());
        assert!(!run.press(keys).list().contains("Differs"));
    }),
    ("map or tile grid", |keys| {
        let (map, tiles) = (after("").map(), after(keys).map());
        // A tile has room for the begin of a name.
        let begin = |name: &str| name.chars().take(5).collect::<String>();
        let named = |text: &str| {
            let places = dataset().gazetteer.places.iter();
            let forms = places.map(|place| [&place.name, &place.short, &place.code].map(|form| begin(form)));
            forms.filter(|forms| forms.iter().any(|form| !form.is_empty() && text.contains(form))).count()
        };
        assert!(map != tiles && named(&tiles) == 34, "{tiles}");
        assert_eq!(after(&format!("{keys} {keys}")).map(), map);
    }),
    ("drawn in: ASCII, blocks, Braille, octants", |keys| {
        let maps: Vec<String> = (0..5).map(|count| after(&times(count, keys)).map()).collect();
        assert_eq!(maps[0], maps[4], "it goes around");
        assert!(maps[0].is_ascii() && maps[1].contains('█') && maps[2].contains('⣿'), "{}{}", maps[1], maps[2]);
        assert!(maps[3].chars().any(|glyph| ('\u{1cd00}'..'\u{1cde6}').contains(&glyph)), "{}", maps[3]);
        for (count, set) in [(1, "blocks"), (2, "Braille"), (3, "octants"), (4, "ASCII")] {
            let hint = after(&format!("M {}", times(count, keys))).hint();
            assert!(hint.contains(&format!("drawn in {set}")), "on the tile grid too: {hint}");
        }
    }),
];

/// Kilometres to a column, as the scale bar says after the keys.
fn scale(keys: &str) -> f64 {
    let map = after(keys).map();
    let bars = map.lines().filter_map(|row| row.split_once("-| "));
    let mut scales = bars.filter_map(|(bar, label)| {
        let columns = bar.chars().rev().take_while(|&letter| letter == '-').count() + 2;
        let km: f64 = label.split(" km").next()?.parse().ok()?;
        Some(km / f64::from(u32::try_from(columns).ok()?))
    });
    scales.next().unwrap_or_else(|| panic!("a scale bar\n{map}"))
}

/// How far the names on a closer map move by the keys, in columns and rows, all together.
fn moved(keys: &str) -> (i32, i32) {
    let (before, after) = (after("+ + +").map(), after(&format!("+ + + {keys}")).map());
    let places = dataset().gazetteer.places.iter();
    let moves = places.filter_map(|place| Some((spot(&before, &place.name)?, spot(&after, &place.name)?)));
    let sums = moves.map(|(from, to)| (to.0 - from.0, to.1 - from.1)).reduce(|sum, one| (sum.0 + one.0, sum.1 + one.1));
    sums.unwrap_or_else(|| panic!("names on both maps\n{before}\n{after}"))
}

/// Where a name stands.
fn spot(map: &str, name: &str) -> Option<(i32, i32)> {
    let (y, x) = map.lines().enumerate().find_map(|(y, row)| Some((y, row.find(name)?)))?;
    Some((i32::try_from(x).ok()?, i32::try_from(y).ok()?))
}
