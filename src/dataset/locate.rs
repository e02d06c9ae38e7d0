//! Where on their lines the problems of tables stand: found out once there are any, so that sound tables pay nothing.

use crate::text::Clean;

use super::fields;
use super::files::Files;
use super::problem::{Problem, Problems};

/// Finds out where on their lines the problems of tables stand.
pub(super) fn locate(problems: &mut Problems, files: &Files) {
    for name in files.names() {
        let text = files.text(name).unwrap_or_default();
        let wants = |problem: &&mut Problem| {
            problem.file.as_str() == name && problem.character.is_none() && !problem.column.is_empty()
        };
        let here: Vec<&mut Problem> = problems.kept.iter_mut().filter(wants).collect();
        let wanted: Vec<(u64, Clean)> =
            here.iter().map(|problem| (problem.line.unwrap_or(0), problem.column.clone())).collect();
        let wanted: Vec<(u64, &str)> = wanted.iter().map(|(line, column)| (*line, column.as_str())).collect();
        if wanted.is_empty() {
            continue;
        }
        for (problem, spot) in here.into_iter().zip(fields::find(text, &wanted)) {
            if let Some(spot) = spot {
                *problem = problem.clone().spot(text, &spot);
            }
        }
    }
}
