//! What happened.

use crate::gazetteer::{PlaceNo, number};
use crate::text::Clean;
use crate::time::{Day, Span, Uncertain};

use super::{PartyNo, SourceNo};

number! {
    /// The number of an event in its chronicle.
    EventNo
}

/// A dated event.
#[derive(Clone, Debug)]
pub struct Event {
    /// The identifier.
    pub id: Clean,
    /// What kind of event it is, with what only that kind has.
    pub kind: Kind,
    /// Where it happened; none for a national event.
    pub place: Option<PlaceNo>,
    /// When: for an event of several days, its first day.
    pub date: Uncertain,
    /// All days that it covers, the last as the file gives it.
    pub span: Span,
    /// How exactly the record dates it.
    pub precision: Precision,
    /// The conventional order within a day, if there is one.
    pub seq: Option<u32>,
    /// The time of day in the record's words.
    pub local_time: Clean,
    /// What happened, in our words.
    pub summary: Clean,
    /// On what the sources differ, in our words.
    pub disagreement: Clean,
    /// How sure the record is: `high`, `medium`, `low`, or empty.
    pub confidence: Clean,
    /// The sources of the row.
    pub sources: Vec<SourceNo>,
    /// Whether the supporting text was read; otherwise it is from memory.
    pub read: bool,
}

impl Event {
    /// Whether a place changes its holder.
    #[must_use]
    pub fn is_capture(&self) -> bool {
        matches!(self.kind, Kind::Capture(_))
    }

    /// Where it stands among the events of a day.
    #[must_use]
    pub(super) fn order(&self) -> (u8, u32) {
        (self.kind.rank(), self.seq.unwrap_or(u32::MAX))
    }

    /// The last day that the event covers.
    #[must_use]
    pub fn last(&self) -> Day {
        self.span.last()
    }
}

/// How exactly an event is dated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the day, as an estimate of the record.
    Approximate,
    /// To the month: drawn over the month, listed on its last day.
    Month,
}

/// The kinds of events.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A place changes its holder.
    Capture(Capture),
    /// A place is fought over, cut off, holds out: marks on a place, which change no holder.
    Phase(PhaseKind),
    /// Something of importance beyond one place.
    National(National),
}

impl Kind {
    /// The order in which kinds are listed.
    #[must_use]
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Capture(_) => 0,
            Self::Phase(_) => 1,
            Self::National(_) => 2,
        }
    }
}

/// A capture.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The new holder.
    pub party: PartyNo,
    /// How it changed hands: `fought`, `negotiated`, `abandoned`, `surrendered`, `unclear`.
    pub manner: Clean,
    /// How the manner is known: `read`, `memory`, `not found`.
    pub manner_evidence: Clean,
    /// The words that the sources use.
    pub word: Clean,
    /// Whether the only sources that tell of it were left out: its day is in dispute without end.
    pub unsupported: bool,
}

impl Capture {
    /// The manner in words, in brackets if no source for it was read; none if the record has none.
    #[must_use]
    pub fn manner_in_words(&self) -> Option<String> {
        match (self.manner.as_str(), self.manner_evidence.as_str()) {
            ("", _) => None,
            ("unclear", _) => Some("unclear how".to_owned()),
            (manner, "read" | "") => Some(manner.to_owned()),
            (manner, _) => Some(format!("({manner})")),
        }
    }
}

/// What a phase says of its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhaseKind {
    /// Fighting in or around the place.
    Contested,
    /// Cut off.
    Besieged,
    /// Attacked.
    Attacked,
    /// Entered by the attacker.
    Entered,
    /// Districts of the place, or ground next to it, were lost.
    LostDistrict,
    /// An attack was beaten off.
    Repelled,
    /// Won back by its holder.
    Retaken,
    /// A truce.
    Ceasefire,
    /// A garrison holds out nearby after the fall.
    Holdout,
    /// That garrison's end.
    HoldoutEnded,
    /// Somebody says that the place was won back.
    RetakeClaimed,
}

impl PhaseKind {
    /// All kinds, with the word that files and screen use.
    pub const WORDS: [(Self, &'static str); 11] = [
        (Self::Contested, "contested"),
        (Self::Besieged, "besieged"),
        (Self::Attacked, "attacked"),
        (Self::Entered, "entered"),
        (Self::LostDistrict, "lost_district"),
        (Self::Repelled, "repelled"),
        (Self::Retaken, "retaken"),
        (Self::Ceasefire, "ceasefire"),
        (Self::Holdout, "holdout"),
        (Self::HoldoutEnded, "holdout_ended"),
        (Self::RetakeClaimed, "retake_claimed"),
    ];

    /// The kind of a word in a file.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(_, known)| *known == word).map(|(kind, _)| kind)
    }

    /// The word in files; on screen `_` is a blank.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// Whether a held place is contested while such a phase covers the day.
    #[must_use]
    pub fn contests(self) -> bool {
        matches!(
            self,
            Self::Contested | Self::Besieged | Self::Attacked | Self::Entered | Self::LostDistrict | Self::Repelled
        )
    }

    /// Whether such a phase ends a contest.
    #[must_use]
    pub fn ends_contest(self) -> bool {
        matches!(self, Self::Retaken | Self::Ceasefire)
    }
}

/// A national event.
#[derive(Clone, Debug)]
pub struct National {
    /// What it is about: `military`, `politics`, `civilians` …
    pub category: Clean,
    /// Its name in a few words.
    pub title: Clean,
    /// Who said so, if that matters to the statement.
    pub attribution: Clean,
    /// Whether the founding article states it.
    pub founding: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manner_for_which_no_source_was_read_stands_in_brackets() {
        let told = |manner: &str, evidence: &str| {
            let capture = Capture {
                party: PartyNo::from_index(1),
                manner: manner.into(),
                manner_evidence: evidence.into(),
                word: Clean::default(),
                unsupported: false,
            };
            capture.manner_in_words()
        };
        assert_eq!(told("", "read"), None);
        assert_eq!(told("unclear", "not found").as_deref(), Some("unclear how"));
        assert_eq!(told("fought", "read").as_deref(), Some("fought"));
        assert_eq!(told("fought", "").as_deref(), Some("fought"));
        assert_eq!(told("fought", "memory").as_deref(), Some("(fought)"));
    }

    #[test]
    fn every_phase_has_one_word() {
        for (kind, word) in PhaseKind::WORDS {
            assert_eq!(PhaseKind::parse(word), Some(kind));
            assert_eq!(kind.word(), word);
        }
    }
}
