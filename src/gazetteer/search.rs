//! Search by any spelling, in any script, with slips of the pen.
//!
//! Names are folded (see [`fold`]) and compared in five steps, the better first: the name itself, its beginning, a part
//! of it, the same consonants in the same order (Persian vowels are written in many ways), and a few letters' difference.

use serde::Serialize;

use crate::text::{Clean, fold};

use super::{Gazetteer, Place, PlaceNo};

/// How a place was found. Of two, the one further up is the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The canonical name or the identifier.
    Name,
    /// Another spelling, in any script.
    Spelling,
    /// The name of its region.
    Region,
    /// A spelling begins so.
    Beginning,
    /// A spelling contains it.
    Part,
    /// A spelling has the same consonants.
    Consonants,
    /// A spelling differs by a few letters.
    Near,
}

/// A place that a query may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The place.
    pub place: PlaceNo,
    /// How it was found.
    pub by: Match,
    /// The spelling that was found.
    pub spelling: Clean,
}

/// The places that `query` may mean, best first; of two alike the larger one.
pub(super) fn find(gazetteer: &Gazetteer, query: &Clean) -> Vec<Found> {
    let query = Query::new(query);
    if query.folded.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Match, usize, u64, Found)> = Vec::new();
    for number in gazetteer.numbers() {
        let place = gazetteer.place(number);
        let best = spellings(gazetteer, number)
            .filter_map(|(spelling, own)| query.rank(spelling, own).map(|(by, slips)| (by, slips, spelling)))
            .min_by_key(|&(by, slips, _)| (by, slips));
        if let Some((by, slips, spelling)) = best {
            let people = place.population.as_ref().map_or(0, |population| population.count);
            found.push((by, slips, people, Found { place: number, by, spelling: spelling.clone() }));
        }
    }
    found.sort_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)).then(other.2.cmp(&one.2)));
    let exact = found.first().is_some_and(|(by, ..)| *by <= Match::Region);
    // Near misses of something that was found outright are noise.
    found.retain(|(by, ..)| !exact || *by <= Match::Part);
    found.into_iter().map(|(.., found)| found).collect()
}

/// Every spelling of a place, and as what it counts when it is found outright.
fn spellings(gazetteer: &Gazetteer, number: PlaceNo) -> impl Iterator<Item = (&Clean, Match)> {
    let place: &Place = gazetteer.place(number);
    let own = [(&place.name, Match::Name), (&place.id, Match::Name)];
    let others = place.spellings.iter().chain(place.native.iter().map(|native| &native.name)).chain([&place.code]);
    let region = place.region.map(|region| (&gazetteer.region(region).name, Match::Region));
    own.into_iter().chain(others.map(|spelling| (spelling, Match::Spelling))).chain(region)
}

/// A query, folded once.
struct Query {
    folded: String,
    letters: Vec<char>,
    consonants: String,
}

impl Query {
    fn new(raw: &str) -> Self {
        let folded = fold(raw);
        Self { letters: folded.chars().collect(), consonants: consonants(&folded), folded }
    }

    /// How well a spelling fits, and by how many letters it differs; none if it does not fit.
    fn rank(&self, spelling: &str, own: Match) -> Option<(Match, usize)> {
        let folded = fold(spelling);
        if folded.is_empty() {
            return None;
        }
        if folded == self.folded {
            return Some((own, 0));
        }
        let letters: Vec<char> = folded.chars().collect();
        let slips = distance(&self.letters, &letters);
        if folded.starts_with(&self.folded) {
            Some((Match::Beginning, slips))
        } else if self.letters.len() >= 3 && folded.contains(&self.folded) {
            Some((Match::Part, slips))
        } else if self.consonants.chars().count() >= 3 && consonants(&folded) == self.consonants {
            Some((Match::Consonants, slips))
        } else if slips <= allowed(self.letters.len()) {
            Some((Match::Near, slips))
        } else {
            None
        }
    }
}

/// How many slips a word of so many letters may have.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The consonants of a folded text, each doubled one once, with the pairs that transliterations mix up made one.
fn consonants(folded: &str) -> String {
    let mut out = String::new();
    for letter in folded.chars() {
        let kept = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' | 'ا' | 'و' | 'ی' => continue,
            'q' | 'c' => 'k',
            'v' => 'f',
            other => other,
        };
        if !out.ends_with(kept) {
            out.push(kept);
        }
    }
    out
}

/// By how many slips of the pen two words differ: letters to put in, take out, change or swap with their neighbour.
#[must_use]
pub fn slips(one: &str, other: &str) -> usize {
    let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<char>>());
    distance(&one, &other)
}

/// The same of letters (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, &left) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &right) in other.iter().enumerate() {
            let change = above[j] + usize::from(left != right);
            let mut least = change.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left == other[j - 1] && one[i - 1] == right {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips("herat", "hreat"), 1);
        assert_eq!(slips("kunduz", "kondoz"), 2);
        assert_eq!(slips("", "abc"), 3);
    }

    #[test]
    fn vowels_do_not_count_among_consonants() {
        assert_eq!(consonants("qunduz"), consonants("konduz"));
        assert_eq!(consonants("feyzabad"), consonants("fayzabad"));
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_and_zero_only_for_the_same(one in "[a-d]{0,6}", other in "[a-d]{0,6}") {
            prop_assert_eq!(slips(&one, &other), slips(&other, &one));
            prop_assert_eq!(slips(&one, &other) == 0, one == other);
        }
    }
}
