//! The keys of evidence.

use super::{Check, after, times};

pub(super) const CHECKS: &[Check] = &[
    ("why the place in focus has its status, and who says otherwise", |keys| {
        let title = |script: &str| after(script).text().lines().nth(1).unwrap_or_default().to_owned();
        assert!(title(keys).contains("Why: Aybak, Mon 9 Aug 2021, settled"), "{}", title(keys));
        assert!(
            after(keys).text().contains("Fallen, because the best supported day of its fall, Mon 9 Aug, has come.")
        );
        assert!(title(&format!("{keys} left r")).contains("Why: Aybak, Sun 8 Aug 2021, earliest"), "it is followed");
        assert_eq!(after(&format!("tab {keys} {keys}")).text(), after("tab").text(), "a second press closes it");
    }),
    ("the day in plain words, with its sources", |keys| {
        let told = after(keys).text();
        assert!(told.contains("Mon 9 Aug 2021: 6 of 34 capitals have fallen, 1 more than the day before."), "{told}");
        assert!(after(&format!("{keys} left")).text().contains("Sun 8 Aug 2021: 5 of 34 capitals have fallen"));
        assert_eq!(after(&format!("{keys} {keys}")).text(), after("").text(), "a second press closes it");
    }),
    ("read by: settled, earliest, latest, as reported", |keys| {
        let walk = ["earliest", "latest", "as reported", "settled"];
        for (count, reading) in (1..).zip(walk) {
            let header = after(&times(count, keys)).header();
            assert!(header.contains(&format!("reading: {reading}")), "{header}");
        }
    }),
];
