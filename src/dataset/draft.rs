//! A data set while it is read: each part once, when it is first needed, by whichever processor needs it.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::chronicle::Chronicle;
use crate::gazetteer::Gazetteer;

use super::files::{self, Files};
use super::manifest::{self, Magnify, Manifest};
use super::places::{self, Entry, PlaceIndex};
use super::problem::Problems;
use super::record::{self, Record};
use super::{Dataset, Terrain, hidden, locate, regions, reports, topology};

/// What was read, and what is wrong with it.
type Part<T> = OnceLock<(T, Problems)>;

/// A data set of which two processors read different parts: the map, which is drawn before anything else is shown, and the
/// rest.
pub struct Draft {
    files: Files,
    manifest: Part<Option<Manifest>>,
    places: Part<Places>,
    gazetteer: Part<Arc<Gazetteer>>,
}

/// The places, until the gazetteer takes them, and what finds them.
struct Places {
    entries: Mutex<Vec<Entry>>,
    index: PlaceIndex,
}

impl Draft {
    /// A draft of the data set of a folder; without one, of that which is compiled in.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read.
    pub fn new(folder: Option<&Path>) -> Result<Self, Problems> {
        Ok(Self {
            files: folder.map_or_else(|| Ok(Files::embedded()), Files::read)?,
            manifest: Part::new(),
            places: Part::new(),
            gazetteer: Part::new(),
        })
    }

    /// The gazetteer, and where the map is magnified; none if anything of that is unsound.
    #[must_use]
    pub fn map(&self) -> Option<(&Gazetteer, Magnify)> {
        let (gazetteer, wrong) = self.gazetteer();
        let (manifest, wrong_there) = self.manifest();
        let sound = wrong.count() == 0 && wrong_there.count() == 0 && self.places().1.count() == 0;
        Some((gazetteer, manifest.as_ref().filter(|_| sound)?.magnify()))
    }

    /// The whole data set.
    ///
    /// # Errors
    /// All problems that were found, if anything is unsound.
    pub fn dataset(&self) -> Result<Dataset, Problems> {
        let files = &self.files;
        let mut problems = Problems::default();
        let terrain = Terrain::new(files, &mut problems);
        let (manifest, wrong_manifest) = self.manifest();
        let mut wrong_sources = Problems::default();
        let sources = reports::sources(files, &mut wrong_sources);
        // Late: where the map is made beside this, it has mostly read them by now.
        let (places, wrong_places) = self.places();
        for found in [wrong_manifest, wrong_places, &wrong_sources] {
            problems.extend(found.clone());
        }
        let parties = manifest.as_ref().map(Manifest::parties).unwrap_or_default();
        let mut wrong_record = problems.aside();
        let record = record::read(files, sources, &places.index, &parties, &mut wrong_record);
        let (gazetteer, wrong_gazetteer) = self.gazetteer();
        problems.extend(wrong_record);
        problems.extend(wrong_gazetteer.clone());
        locate::locate(&mut problems, files);
        let Some(manifest) = manifest else { return Err(problems) };
        let home = manifest.home(&parties, files, &mut problems);
        let milestones = manifest.milestones(files, &record.events, &mut problems);
        let mut odd = problems.none_or_err()?;
        let Record { sources, claims, events, lines } = record;
        let chronicle = Chronicle::new((parties, home), manifest.stretch(), events, claims, sources);
        if !files.shipped {
            odd.extend(hidden::findings(files));
        }
        Ok(manifest.dataset(Arc::clone(gazetteer), terrain, chronicle, milestones, (lines, odd)))
    }

    fn manifest(&self) -> &(Option<Manifest>, Problems) {
        self.manifest.get_or_init(|| {
            let mut problems = Problems::default();
            let manifest = manifest::read(&self.files, &mut problems);
            if manifest.is_none() {
                problems.doubt(files::MANIFEST);
            }
            (manifest, problems)
        })
    }

    fn places(&self) -> &(Places, Problems) {
        self.places.get_or_init(|| {
            let mut problems = Problems::default();
            let entries = places::read(&self.files, &mut problems);
            (Places { index: PlaceIndex::new(&entries), entries: Mutex::new(entries) }, problems)
        })
    }

    fn gazetteer(&self) -> &(Arc<Gazetteer>, Problems) {
        self.gazetteer.get_or_init(|| {
            let outlines = topology::read(&self.files);
            let (Places { entries, index }, wrong_places) = self.places();
            let (manifest, wrong_manifest) = self.manifest();
            let mut problems = wrong_manifest.aside();
            problems.extend(wrong_places.aside());
            let entries = std::mem::take(&mut *entries.lock().unwrap_or_else(PoisonError::into_inner));
            let mut gazetteer = regions::read(&self.files, entries, index, outlines, &mut problems);
            gazetteer.seat = manifest.as_ref().and_then(|manifest| manifest.seat(index, &self.files, &mut problems));
            (Arc::new(gazetteer), problems)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::both;

    #[test]
    fn every_part_is_read_once_whoever_comes_first() {
        let ways: [fn(&Draft) -> Dataset; 3] = [
            |draft| {
                draft.map().expect("a map");
                draft.dataset().expect("a sound data set")
            },
            |draft| draft.dataset().expect("a sound data set"),
            |draft| both(|| draft.dataset(), || assert!(draft.map().is_some())).0.expect("a sound data set"),
        ];
        for way in ways {
            let draft = Draft::new(None).expect("files");
            let dataset = way(&draft);
            let (gazetteer, magnify) = draft.map().expect("a map");
            assert!(std::ptr::eq(gazetteer, &raw const *dataset.gazetteer) && gazetteer.places.len() == 34);
            assert_eq!((magnify.lon, magnify.lat), (dataset.magnify.lon, dataset.magnify.lat));
        }
    }
}
