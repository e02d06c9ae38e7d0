//! What leaves the program: citations and commands for the clipboard, addresses for the browser.

use crate::app::{Effect, Focus, Model, Prompt, Question, citation, reopen};
use crate::chronicle::SourceNo;
use crate::dataset::Dataset;
use crate::text::{self, Clean, Link};

/// Columns of a copied text that the screen repeats.
const REPEATED: usize = 48;

/// Copies a citation of the source that is chosen, else of what is in focus.
pub(super) fn cite(model: &mut Model, dataset: &Dataset) -> Vec<Effect> {
    let citation = match (model.source(), model.focus(dataset)) {
        (Some(source), _) => citation::of_source(dataset, source),
        (None, Some(Focus::Place(_, Some(event)) | Focus::National(event))) => {
            citation::of_event(dataset, dataset.chronicle.event(event))
        }
        (None, Some(Focus::Place(place, None))) => match dataset.chronicle.capture_near(place, model.day) {
            Some(event) => citation::of_event(dataset, dataset.chronicle.event(event)),
            None => citation::of_place(dataset, place),
        },
        (None, None) => {
            model.notice = Some("nothing is in focus to be cited".into());
            return Vec::new();
        }
    };
    copy(model, citation.into())
}

/// Copies the command that opens this day, reading and look.
pub(super) fn command(model: &mut Model, dataset: &Dataset) -> Vec<Effect> {
    copy(model, reopen::command(model, dataset).into())
}

fn copy(model: &mut Model, copied: Clean) -> Vec<Effect> {
    // Whether the terminal takes it, nobody can know: it does not answer.
    let notice = format!("copied: {}   (nothing to paste? see ?)", text::cut(&copied, REPEATED));
    model.notice = Some(notice.into());
    vec![Effect::Copy(copied)]
}

/// Asks whether to open the address of the source that is chosen.
pub(super) fn ask_to_open(model: &mut Model, dataset: &Dataset) {
    let Some(number) = model.source() else {
        model.notice = Some("choose a source first: s opens the page with them".into());
        return;
    };
    match link(dataset, number) {
        Ok(_) => model.prompt = Some(Prompt::new(Question::Open(number))),
        Err(reason) => model.notice = Some(reason.into()),
    }
}

/// Whether a yes would open an address.
pub(super) fn is_asked(model: &Model) -> bool {
    matches!(model.prompt, Some(Prompt { question: Question::Open(_), .. }))
}

/// Opens the address that was asked about, after a yes.
pub(super) fn open(model: &mut Model, dataset: &Dataset) -> Vec<Effect> {
    let Some(Prompt { question: Question::Open(number), .. }) = model.prompt.take() else { return Vec::new() };
    let Ok(link) = link(dataset, number) else { return Vec::new() };
    model.notice = Some(format!("opening {}", link.host()).into());
    vec![Effect::Open(link)]
}

/// The address of a source, or why it is not opened from here.
fn link(dataset: &Dataset, number: SourceNo) -> Result<Link, &'static str> {
    let source = dataset.chronicle.source(number);
    source.link().ok_or(match (source.url.is_empty(), source.is_reprint()) {
        (true, _) => "no address is known of this source",
        (_, true) => "a copy on a host unrelated to its publisher: not opened from here (y copies its address)",
        _ => "not the address of a page with a name on the web: not opened from here",
    })
}
