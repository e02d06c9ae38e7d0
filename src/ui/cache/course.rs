//! What depends on the reading and the days, and on nothing that the map looks at: the situations and the timeline.

use crate::app::Area;
use crate::chronicle::{Reading, Tracks};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Picture;
use crate::situation::Situation;
use crate::time::Day;
use crate::timeline;

/// The course of events under a reading, with the timeline as it was drawn last.
#[derive(Default)]
pub(super) struct Course {
    tracks: Option<Tracks>,
    lanes: Option<timeline::Lanes>,
    overview: Option<timeline::Overview>,
    page: Option<timeline::Page>,
    /// The view and the size in cells that the picture and the heading are of.
    of: Option<(timeline::View, (u16, u16))>,
    picture: Picture,
    heading: String,
}

impl Course {
    /// The situations of a day and of the day before, one of which the last frame may have had.
    pub(super) fn situations(
        &mut self,
        dataset: &Dataset,
        (day, reading): (Day, Reading),
        mut last: Option<[Situation; 2]>,
    ) -> (Situation, Situation) {
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let tracks = match self.tracks.take() {
            Some(tracks) if tracks.reading() == reading => tracks,
            _ => {
                last = None;
                let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
                self.lanes = Some(timeline::Lanes::new(gazetteer, chronicle, &tracks));
                (self.overview, self.page, self.of) = (None, None, None);
                tracks
            }
        };
        let situations = situations(dataset, &tracks, last, day);
        self.tracks = Some(tracks);
        situations
    }

    /// Draws the timeline of a view, unless that is the one that it has.
    pub(super) fn draw(&mut self, view: &timeline::View, area: Area) {
        let size = (area.width, area.height);
        if self.of.as_ref().is_some_and(|of| (&of.0, of.1) == (view, size)) {
            return;
        }
        let Some(lanes) = &self.lanes else { return };
        let kept = self.overview.take().filter(|overview| overview.serves(view.calendar, size));
        let overview = kept.unwrap_or_else(|| timeline::Overview::new(lanes, view.calendar, size));
        let kept = self.page.take().filter(|page| page.serves(lanes, view, size));
        let page = kept.unwrap_or_else(|| timeline::Page::new(lanes, view, size));
        (self.picture, self.heading) = (page.draw(lanes, &overview, view), heading(lanes, view));
        (self.overview, self.page, self.of) = (Some(overview), Some(page), Some((view.clone(), size)));
    }

    /// The timeline.
    pub(super) fn picture(&self) -> &Picture {
        &self.picture
    }

    /// What the rows of the timeline are about, and what fell in the days that are picked.
    pub(super) fn heading(&self) -> &str {
        &self.heading
    }

    /// The day that a cell of the timeline stands for.
    pub(super) fn day_at(&self, area: Area, x: u16, y: u16) -> Option<Day> {
        let (view, size) = self.of.as_ref()?;
        timeline::day_at(self.lanes.as_ref()?, view, *size, area.inside(x, y)?)
    }

    /// The place that a cell of the timeline tells of.
    pub(super) fn told_at(&self, area: Area, x: u16, y: u16) -> Option<PlaceNo> {
        let (column, row) = area.inside(x, y)?;
        let here = |spot: &&timeline::Spot| spot.y == row && (spot.from..spot.to).contains(&column);
        self.page.as_ref()?.spots().iter().find(here).map(|spot| spot.place)
    }
}

/// `Timeline: places contested; 33 fell from 6 Aug to 15 Aug`.
fn heading(lanes: &timeline::Lanes, view: &timeline::View) -> String {
    let picked = view.picked.map(|days| {
        let (first, last) = (view.calendar.short(days.start), view.calendar.short(days.last()));
        format!("{} fell from {first} to {last}", lanes.sum(timeline::Sum::Falls, days))
    });
    let lane = Some(view.lane.name().to_owned()).filter(|name| !name.is_empty());
    let told: Vec<String> = lane.into_iter().chain(picked).collect();
    if told.is_empty() { "Timeline".to_owned() } else { format!("Timeline: {}", told.join("; ")) }
}

/// The situations of a day and of the day before under the reading of the tracks.
fn situations(dataset: &Dataset, tracks: &Tracks, last: Option<[Situation; 2]>, day: Day) -> (Situation, Situation) {
    let at = |day| Situation::at(&dataset.gazetteer, &dataset.chronicle, tracks, day);
    let (mut situation, mut before) = (None, None);
    for known in last.into_iter().flatten() {
        if known.day == day {
            situation = Some(known);
        } else if known.day == day.plus(-1) {
            before = Some(known);
        }
    }
    (situation.unwrap_or_else(|| at(day)), before.unwrap_or_else(|| at(day.plus(-1))))
}
