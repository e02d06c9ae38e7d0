//! The keys of the screen as a whole.

use frontline::app::Effect;

use super::{Check, after, times};

pub(super) const CHECKS: &[Check] = &[
    ("colours: dark, light, mono", |keys| {
        let frames: Vec<_> = (0..4).map(|count| after(&times(count, keys)).draw()).collect();
        assert!(frames[0] != frames[1] && frames[1] != frames[2] && frames[0] != frames[2]);
        assert!(frames[0] == frames[3], "it goes around");
        assert_eq!(after(keys).text(), after("").text(), "colours change nothing but colours");
    }),
    ("these keys; again: the method, the credits", |keys| {
        let help = after(keys).text();
        assert!(help.contains("a step earlier") && !help.contains("- Timeline -"), "{help}");
        for over in [keys, "tab"] {
            let method = after(&format!("{keys} {over}")).text();
            assert!(method.contains("What counts as fallen") && !method.contains("a step earlier"), "{method}");
        }
        assert_eq!(after(&format!("{keys} tab tab")).text(), help, "tab turns back");
        assert_eq!(after(&format!("{keys} {keys} {keys}")).text(), after("").text(), "a third press closes it");
    }),
    ("close, or let go of what is selected", |keys| {
        for opened in ["?", "s", ":", "tab", "down"] {
            assert!(after(opened).draw() != after("").draw(), "{opened}");
            assert!(after(&format!("{opened} {keys}")).draw() == after("").draw(), "{opened}");
        }
    }),
    ("quit", |keys| assert_eq!(after(keys).effects, [Effect::Quit])),
    ("suspend", |keys| assert_eq!(after(keys).effects, [Effect::Suspend])),
];
