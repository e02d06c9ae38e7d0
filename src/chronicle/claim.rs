//! Who said what, and when it was published.

use crate::gazetteer::{PlaceNo, number};
use crate::text::{Clean, Link};
use crate::time::{Day, Published};

number! {
    /// The number of a source in its chronicle.
    SourceNo
}

/// What a claim says of its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Says {
    /// It has fallen.
    Fallen,
    /// It is being fought for.
    Contested,
    /// How many have fallen, without naming one.
    Tally,
}

impl Says {
    /// All of it, with the words that files use.
    const WORDS: [(Self, &'static str); 3] =
        [(Self::Fallen, "fallen"), (Self::Contested, "contested"), (Self::Tally, "tally")];

    /// The meaning of a word in a file.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(_, known)| *known == word).map(|(says, _)| says)
    }

    /// The word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(says, _)| *says == self).map_or("", |(_, word)| word)
    }
}

/// One source's statement of one event.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The report that makes it; one source may have several.
    pub report: Clean,
    /// When the report was published.
    pub published: Day,
    /// The day that the report describes.
    pub as_of: Day,
    /// Who published it.
    pub publisher: Clean,
    /// The source it was read in.
    pub source: SourceNo,
    /// How many places the report counts as fallen, if it says so.
    pub tally: Option<u32>,
    /// Whether the report's list could be read to its end.
    pub complete: bool,
    /// The place; none for a tally.
    pub place: Option<PlaceNo>,
    /// The day of the event according to the claim; none if it gives no day.
    pub day: Option<Day>,
    /// What it says, coded.
    pub says: Says,
    /// What it says, in its words.
    pub word: Clean,
    /// Remarks on the row.
    pub note: Clean,
    /// Whether the text was read.
    pub read: bool,
}

impl Claim {
    /// The day from which its account counts the place as fallen: its own, else that of its publication.
    #[must_use]
    pub fn counts_from(&self) -> Option<Day> {
        (self.says == Says::Fallen).then(|| self.day.unwrap_or(self.published))
    }
}

/// Something published.
#[derive(Clone, Debug)]
pub struct Source {
    /// The identifier that rows cite.
    pub id: Clean,
    /// The title.
    pub title: Clean,
    /// Who published the copy that was read.
    pub publisher: Clean,
    /// Who wrote it.
    pub author: Clean,
    /// When it was published.
    pub published: Published,
    /// The address of the copy that was read; may be empty.
    pub url: Clean,
    /// What sort of thing it is.
    pub kind: Clean,
    /// Whether it was read.
    pub read: bool,
    /// The source whose text it repeats, if it does: the two are no independent witnesses.
    pub repeats: Option<SourceNo>,
    /// Remarks: how much was read, what is inferred.
    pub note: Clean,
}

impl Source {
    /// Who published it, without where the copy was found.
    #[must_use]
    pub fn in_short(&self) -> &str {
        self.publisher.split(" (").next().unwrap_or_default()
    }

    /// Whether it stands for memory instead of a document: shown as "not checked", never counted.
    #[must_use]
    pub fn is_memory(&self) -> bool {
        self.kind.as_str() == "memory"
    }

    /// Whether what was read is a copy on a host that has nothing to do with its publisher, as far as the row says so: a
    /// reprint, a copy, a mirror, text pasted somewhere.
    #[must_use]
    pub fn is_reprint(&self) -> bool {
        const WORDS: [&str; 5] = ["reprint", "copy on ", "copied on ", "mirror ", "newspaper copy"];
        WORDS.iter().any(|word| self.kind.contains(word) || self.publisher.contains(word))
    }

    /// Its address as a link; none of a reprint, and none if the address is not one of the web.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        Link::parse(&self.url).filter(|_| !self.is_reprint())
    }

    /// Whether it was written looking back, years later.
    #[must_use]
    pub fn is_retrospective(&self) -> bool {
        self.kind.as_str() == "retrospective"
    }
}

/// Of sources by what each repeats the first whose text it is: itself if it repeats none; none if a chain of texts that
/// repeat one another has no first. Each source is passed once.
pub(crate) fn origins(repeats: &[Option<SourceNo>]) -> Vec<Option<SourceNo>> {
    let mut origins = vec![None; repeats.len()];
    let mut passed = vec![false; repeats.len()];
    let mut chain = Vec::new();
    for index in 0..repeats.len() {
        let mut at = Some(SourceNo::from_index(index));
        let mut first = None;
        while let Some(source) = at.filter(|source| passed.get(source.index()) == Some(&false)) {
            passed[source.index()] = true;
            chain.push(source);
            first = Some(source);
            at = repeats[source.index()];
        }
        // The chain has come to its first, to one that was passed before, or to itself.
        let origin = at.map_or(first, |source| origins.get(source.index()).copied().flatten());
        for source in chain.drain(..) {
            origins[source.index()] = origin;
        }
    }
    origins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_of_texts_has_one_origin_and_a_circle_none() {
        let number = |index: usize| Some(SourceNo::from_index(index));
        // 2 repeats 1, that 0; 3 and 4 one another, 5 one of them; 6 stands alone.
        let repeats = [None, number(0), number(1), number(4), number(3), number(4), None];
        let found = [number(0), number(0), number(0), None, None, None, number(6)];
        assert_eq!(origins(&repeats), found);
        let chain: Vec<Option<SourceNo>> = (0..100_000_usize).map(|index| number(index + 1)).chain([None]).collect();
        assert!(origins(&chain).into_iter().all(|origin| origin == number(100_000)));
    }

    #[test]
    fn what_a_claim_says_is_one_word() {
        for (says, word) in Says::WORDS {
            assert_eq!(Says::parse(word), Some(says));
            assert_eq!(says.word(), word);
        }
    }
}
