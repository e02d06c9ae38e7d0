//! A script of inputs on the whole program.
#![no_main]

use std::sync::LazyLock;

use frontline::app::{Input, Model, script};
use frontline::dataset::Dataset;
use frontline::ui::{self, Viewer};
use libfuzzer_sys::fuzz_target;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| Dataset::embedded().expect("the shipped data is sound"));

fuzz_target!(|text: &str| {
    let Ok(inputs) = script(text) else { return };
    let mut viewer = Viewer::new(DATASET.clone(), Model::new(&DATASET));
    viewer.play([Input::Resize(80, 24)]);
    for input in inputs.into_iter().take(100) {
        // Larger screens cost time and show nothing new.
        viewer.play([match input {
            Input::Resize(width, height) => Input::Resize(width % 200, height % 80),
            other => other,
        }]);
        viewer.frame();
    }
    let kept = viewer.frame();
    assert!(kept == ui::frame(&DATASET, viewer.model()), "a kept frame differs from a fresh one");
});
