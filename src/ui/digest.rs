//! The story in plain words as a page: paragraphs, then the sources that they cite.

use crate::app::{Choice, citation};
use crate::dataset::{Dataset, Digest};

use super::about::Para;

/// The text of a digest.
pub(super) fn text(dataset: &Dataset, digest: &Digest) -> Vec<Para> {
    let mut out = Vec::new();
    for paragraph in &digest.paragraphs {
        out.extend([Para::new(crate::picture::Ink::Plain, paragraph.as_str()), Para::blank()]);
    }
    if digest.sources.is_empty() {
        return out;
    }
    out.push(Para::heading("Sources"));
    for (number, &source) in (1..).zip(&digest.sources) {
        let about = dataset.chronicle.source(source);
        let text = format!("{}: {}.{}", about.id, citation::reference(about), citation::warnings(about));
        out.push(Para::led(format!("{:<6}", format!("[{number}]")), text).choosing(Choice::Source(source)));
        if !about.url.is_empty() {
            out.push(Para::led("      ", about.url.as_str()).leading_to(about.link()).choosing(Choice::Source(source)));
        }
    }
    out
}
