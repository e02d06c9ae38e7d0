//! How the record was made and what is doubtful in it, in the words of the data set.

use crate::dataset::Dataset;

use super::about::Para;

/// The text of the method page, with the thanks that licences demand.
pub(super) fn text(dataset: &Dataset) -> Vec<Para> {
    let mut out = Vec::new();
    for part in &dataset.method {
        out.extend([Para::heading(part.title.as_str()), Para::indented(part.text.as_str()), Para::blank()]);
    }
    if out.is_empty() {
        out.extend([Para::indented("This data set says nothing of how it was made."), Para::blank()]);
    }
    if !dataset.credits.is_empty() {
        out.push(Para::heading("Credits"));
        out.extend(dataset.credits.iter().map(|credit| Para::indented(credit.text.as_str())));
    }
    out
}
