//! What every day holds, worked out once for a reading.

use crate::chronicle::{Chronicle, Kind, PartyNo, PhaseKind, Precision, Tracks};
use crate::gazetteer::{Gazetteer, PlaceNo};
use crate::text::Clean;
use crate::time::{Day, Span, Uncertain};

/// What the days of a chronicle hold.
#[derive(Clone, Debug)]
pub struct Lanes {
    stretch: Span,
    days: Vec<DayMarks>,
    bars: Vec<Bar>,
    names: Vec<Clean>,
    busiest: Day,
}

/// What one day holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DayMarks {
    /// What falls on it by the best dates, in the order within the day.
    pub falls: Vec<FallMark>,
    /// How many places are disputed at its end: they may have fallen, but by their best date have not yet.
    pub disputed: u32,
    /// How many places are contested on it.
    pub contested: u32,
    /// The titles of the national events of the day; an event of several days counts on its first.
    pub national: Vec<Clean>,
}

/// A fall on its best day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FallMark {
    /// The place that falls.
    pub place: PlaceNo,
    /// To whom.
    pub party: PartyNo,
    /// Whether it has surely fallen at the end of that day, and not perhaps later.
    pub certain: bool,
}

/// A contest with a start and an end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// The place fought for.
    pub place: PlaceNo,
    /// Its days.
    pub span: Span,
}

impl Lanes {
    /// The lanes of a chronicle under the reading that gave `tracks`.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, chronicle: &Chronicle, tracks: &Tracks) -> Self {
        let stretch = chronicle.stretch;
        let count = usize::try_from(stretch.days()).unwrap_or(0);
        let mut lanes = Self {
            stretch,
            days: vec![DayMarks::default(); count],
            bars: Vec::new(),
            names: gazetteer.places.iter().map(|place| place.name.clone()).collect(),
            busiest: stretch.start,
        };
        lanes.falls(chronicle, tracks);
        for event in &chronicle.events {
            match &event.kind {
                Kind::Capture(_) | Kind::Phase(_) => {}
                // A month alone is listed on its last day.
                Kind::National(national) => {
                    let day = if event.precision == Precision::Month { event.last() } else { event.span.start };
                    if let Some(marks) = lanes.marks_mut(day) {
                        marks.national.push(national.title.clone());
                    }
                }
            }
        }
        lanes.contests(chronicle, tracks);
        lanes.busiest = lanes.busiest_day();
        lanes
    }

    /// The days that the timeline runs over.
    #[must_use]
    pub fn stretch(&self) -> Span {
        self.stretch
    }

    /// What a day holds; none outside of the stretch.
    #[must_use]
    pub fn marks(&self, day: Day) -> Option<&DayMarks> {
        self.index(day).and_then(|index| self.days.get(index))
    }

    /// The day on which a place falls by the best date; none if it falls on no day of the stretch.
    #[must_use]
    pub fn fall_of(&self, place: PlaceNo) -> Option<Day> {
        let at = self.days.iter().position(|marks| marks.falls.iter().any(|fall| fall.place == place))?;
        Some(self.stretch.start.plus(i32::try_from(at).ok()?))
    }

    /// The contests, longest first.
    #[must_use]
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// The name of a place.
    #[must_use]
    pub fn name(&self, place: PlaceNo) -> &str {
        self.names.get(place.index()).map_or("", |name| name)
    }

    /// The first day of the ten on which most places fall: what the strip keeps together.
    #[must_use]
    pub fn busiest(&self) -> Day {
        self.busiest
    }

    fn index(&self, day: Day) -> Option<usize> {
        usize::try_from(day.since(self.stretch.start)).ok()
    }

    fn marks_mut(&mut self, day: Day) -> Option<&mut DayMarks> {
        self.index(day).and_then(|index| self.days.get_mut(index))
    }

    fn falls(&mut self, chronicle: &Chronicle, tracks: &Tracks) {
        let mut falls: Vec<_> = tracks.all().collect();
        falls.sort_by_key(|(_, fall)| chronicle.event(fall.event).seq.unwrap_or(u32::MAX));
        let mut disputed = Vec::new();
        for (place, fall) in falls {
            let Uncertain { earliest, best, latest } = fall.date;
            if let Some(marks) = self.marks_mut(best) {
                marks.falls.push(FallMark { place, party: fall.party, certain: latest <= best });
            }
            disputed.push(Span { start: earliest, end: best });
        }
        for (marks, count) in self.days.iter_mut().zip(running(self.stretch, disputed)) {
            marks.disputed = count;
        }
    }

    /// The contests of every place, and on every day the number of places contested.
    fn contests(&mut self, chronicle: &Chronicle, tracks: &Tracks) {
        for place in (0..self.names.len()).map(PlaceNo::from_index) {
            self.bars
                .extend(contests(chronicle, tracks, place, self.stretch).into_iter().map(|span| Bar { place, span }));
        }
        let spans = self.bars.iter().map(|bar| bar.span);
        for (marks, count) in self.days.iter_mut().zip(running(self.stretch, spans)) {
            marks.contested = count;
        }
        self.bars.sort_by_key(|bar| (std::cmp::Reverse(bar.span.days()), bar.span.start, bar.place));
    }

    fn busiest_day(&self) -> Day {
        let sum = |days: &[DayMarks]| days.iter().map(|marks| marks.falls.len()).sum::<usize>();
        let sums = self.days.windows(10).map(sum).enumerate();
        // Of several alike the last: it begins with a day on which something fell, not with empty ones.
        let best = sums.max_by_key(|&(index, sum)| (sum, index)).map_or(0, |(index, _)| index);
        self.stretch.start.plus(i32::try_from(best).unwrap_or(0))
    }
}

/// How many of `spans` cover each day of `stretch`. Differences first, sums after: a long span costs no more than a short
/// one.
fn running(stretch: Span, spans: impl IntoIterator<Item = Span>) -> Vec<u32> {
    let count = usize::try_from(stretch.days()).unwrap_or(0);
    let mut change = vec![0_i32; count + 1];
    for span in spans {
        let (start, end) = (span.start.max(stretch.start), span.end.min(stretch.end));
        let index = |day: Day| usize::try_from(day.since(stretch.start)).ok();
        if let (true, Some(first), Some(after)) = (start < end, index(start), index(end)) {
            change[first] += 1;
            change[after] -= 1;
        }
    }
    change.pop();
    let sums = change.into_iter().scan(0, |sum, change| {
        *sum += change;
        Some(u32::try_from(*sum).unwrap_or(0))
    });
    sums.collect()
}

/// The days of `within` on which a place has the status contested, as stretches: those of its contesting phases until its
/// fall is in sight, without those on which a later retaking or ceasefire holds.
fn contests(chronicle: &Chronicle, tracks: &Tracks, place: PlaceNo, within: Span) -> Vec<Span> {
    let spans = |wanted: fn(PhaseKind) -> bool| -> Vec<Span> {
        let phases = chronicle.phases_of(place).map(|(_, event)| event);
        phases.filter(|event| matches!(event.kind, Kind::Phase(kind) if wanted(kind))).map(|event| event.span).collect()
    };
    let contesting = spans(PhaseKind::contests);
    let Some(first) = contesting.iter().map(|span| span.start).min() else { return Vec::new() };
    let end = contesting.iter().map(|span| span.end).max().unwrap_or(first);
    let fall = tracks.of(place).iter().map(|fall| fall.date.earliest).min().unwrap_or(end);
    let days = Span { start: first.max(within.start), end: end.min(fall).min(within.end) };
    let ending = spans(PhaseKind::ends_contest);
    let latest = |spans: &[Span], day: Day| spans.iter().filter(|span| span.contains(day)).map(|span| span.start).max();
    let mut contests: Vec<Span> = Vec::new();
    for day in (0..days.days()).map(|offset| days.start.plus(offset)) {
        if latest(&contesting, day) <= latest(&ending, day) {
            continue;
        }
        match contests.last_mut() {
            Some(last) if last.end == day => last.end = day.plus(1),
            _ => contests.push(Span::inclusive(day, day)),
        }
    }
    contests
}
