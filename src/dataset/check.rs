//! Oddities of a record that is sound: kept, shown, never an error.

use crate::chronicle::{Claim, Source};

use super::problem::{Problem, quote};
use super::{Dataset, reports};

/// On which lines the rows stand, in the order of the lists in memory.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    pub(super) events: Vec<u64>,
    pub(super) claims: Vec<u64>,
    pub(super) sources: Vec<u64>,
}

/// The findings, claims first.
pub(super) fn findings(dataset: &Dataset) -> Vec<Problem> {
    let chronicle = &dataset.chronicle;
    let lines = &dataset.lines;
    let mut findings = Vec::new();
    for (claim, &line) in chronicle.claims.iter().zip(&lines.claims) {
        findings.extend(odd_claim(dataset, claim).map(|problem| problem.at(line).finding()));
    }
    for (event, &line) in chronicle.events.iter().zip(&lines.events) {
        if event.sources.is_empty() {
            let problem = Problem::file(super::events::FILE, format!("{} cites no source", quote(&event.id)), "");
            findings.push(problem.at(line).finding());
        }
    }
    for (source, &line) in chronicle.sources.iter().zip(&lines.sources) {
        if !is_cited(dataset, source) {
            let problem = Problem::file(reports::SOURCES, format!("no row cites {}", quote(&source.id)), "");
            findings.push(problem.at(line).finding());
        }
    }
    findings
}

/// A report that was wrong at the time: published before its event can have happened, or about a day outside its bounds.
fn odd_claim(dataset: &Dataset, claim: &Claim) -> Option<Problem> {
    let place = claim.place.filter(|_| dataset.chronicle.was_wrong(claim))?;
    let event = dataset.chronicle.capture_claimed(claim)?;
    let name = &dataset.gazetteer.place(place).name;
    let told = if claim.published < event.date.earliest {
        format!("{} has {name} fallen on {}, before {}", claim.report, claim.published, event.date.earliest)
    } else {
        let day = claim.day?;
        format!("{} dates {name} to {day}, outside of {} to {}", claim.report, event.date.earliest, event.date.latest)
    };
    Some(Problem::file(reports::CLAIMS, told, "a report that was wrong at the time is kept and shown as such"))
}

fn is_cited(dataset: &Dataset, source: &Source) -> bool {
    let chronicle = &dataset.chronicle;
    let same = |number: &crate::chronicle::SourceNo| chronicle.source(*number).id == source.id;
    chronicle.events.iter().any(|event| event.sources.iter().any(same))
        || chronicle.claims.iter().any(|claim| same(&claim.source))
}
