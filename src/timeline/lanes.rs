//! What every day holds, worked out once for a reading.

use std::collections::BTreeSet;

use crate::chronicle::{Chronicle, Event, Kind, PartyNo, Precision, Says, Tracks};
use crate::gazetteer::{Gazetteer, PlaceNo};
use crate::situation::Status;
use crate::text::{self, Clean};
use crate::time::{Day, Span, Uncertain};

/// What the days of a chronicle hold.
#[derive(Clone, Debug)]
pub struct Lanes {
    stretch: Span,
    days: Vec<DayMarks>,
    bars: Vec<Bar>,
    doubts: Vec<Doubt>,
    /// The names of the places, in full and short; the short one may be empty.
    names: Vec<[Clean; 2]>,
    busiest: Day,
    /// For every day the number of its slot where days on which nothing falls are folded.
    folds: Vec<i32>,
    /// For every day what happened before it; one more than there are days.
    sums: Vec<[u32; 5]>,
    /// All falls by their days.
    falls: Vec<FallMark>,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sum {
    /// Falls by their best dates.
    Falls,
    /// Days on which a place is contested.
    Contested,
    /// National events.
    National,
    /// Reports published.
    Reports,
    /// Days on which a place is disputed.
    Disputed,
}

/// A fall between its bounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// The fall.
    pub fall: FallMark,
    /// Its best day.
    pub best: Day,
    /// From its earliest to its latest day.
    pub span: Span,
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
    /// How many reports were published on it.
    pub reports: u32,
    /// How many days after the falls that they tell of they came out, the least and the most.
    pub lag: Option<(i32, i32)>,
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
            doubts: Vec::new(),
            folds: Vec::new(),
            sums: Vec::new(),
            falls: Vec::new(),
            names: gazetteer.places.iter().map(|place| [place.name.clone(), place.short.clone()]).collect(),
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
        lanes.reports(chronicle, tracks);
        lanes.busiest = lanes.busiest_day();
        lanes.columns();
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
    pub fn name_of(&self, place: PlaceNo) -> &str {
        self.names.get(place.index()).map_or("", |[name, _]| name)
    }

    /// The name of a place in so many columns if it has a short form that fits, else in full.
    #[must_use]
    pub fn name_in(&self, place: PlaceNo, columns: usize) -> &str {
        let name = self.name_of(place);
        let short = self.names.get(place.index()).map_or("", |[_, short]| short);
        if text::width(name) <= columns || short.is_empty() || text::width(short) > columns { name } else { short }
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
        // A return to the first holder is no fall, and until it comes the place is fallen, not disputed.
        let mut falls: Vec<_> = tracks.all().filter(|(_, fall)| fall.party != chronicle.home).collect();
        falls.sort_by_key(|(_, fall)| chronicle.event(fall.event).seq.unwrap_or(u32::MAX));
        let mut disputed = Vec::new();
        for (place, fall) in falls {
            let Uncertain { earliest, best, latest } = fall.date;
            if let Some(marks) = self.marks_mut(best) {
                marks.falls.push(FallMark { place, party: fall.party, certain: latest <= best });
            }
            let mark = FallMark { place, party: fall.party, certain: latest <= best };
            self.doubts.push(Doubt { fall: mark, best, span: Span::inclusive(earliest, latest) });
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

    /// The claims on the days on which they were published.
    fn reports(&mut self, chronicle: &Chronicle, tracks: &Tracks) {
        for claim in &chronicle.claims {
            let Some(marks) = self.marks_mut(claim.published) else { continue };
            marks.reports += 1;
            // What does not say fallen tells of no fall.
            let fall = chronicle.capture_claimed(claim).filter(|_| claim.says == Says::Fallen);
            let day = fall.and_then(|fall| chronicle.day_of(fall, tracks.reading()));
            if let Some(lag) = day.map(|day| claim.published.since(day)) {
                let (least, most) = marks.lag.unwrap_or((lag, lag));
                marks.lag = Some((least.min(lag), most.max(lag)));
            }
        }
    }

    /// What is drawn from afar: sums over the days, so that a column of a century costs no more than one of a day.
    fn columns(&mut self) {
        let mut sums = [0_u32; 5];
        self.sums.push(sums);
        for marks in &self.days {
            let falls = u32::try_from(marks.falls.len()).unwrap_or(u32::MAX);
            let national = u32::try_from(marks.national.len()).unwrap_or(u32::MAX);
            let day = [falls, marks.contested.min(1), national, marks.reports, marks.disputed.min(1)];
            for (sum, count) in sums.iter_mut().zip(day) {
                *sum = sum.saturating_add(count);
            }
            self.sums.push(sums);
            self.falls.extend(&marks.falls);
        }
        self.folds = folds(&self.days);
        self.doubts.sort_by_key(|doubt| (doubt.span.start, doubt.best));
    }

    /// How much of something there is on some days.
    #[must_use]
    pub fn sum(&self, what: Sum, days: Span) -> u32 {
        let until = |day: Day| {
            let index = self.index(day).unwrap_or(0).min(self.days.len());
            self.sums.get(index).map_or(0, |sums| sums[what as usize])
        };
        until(days.end).saturating_sub(until(days.start))
    }

    /// The last fall of some days.
    #[must_use]
    pub fn last_fall(&self, days: Span) -> Option<&FallMark> {
        let until = self.sum(Sum::Falls, Span { start: self.stretch.start, end: days.end });
        let at = usize::try_from(until).ok()?.checked_sub(1)?;
        self.falls.get(at).filter(|_| self.sum(Sum::Falls, days) > 0)
    }

    /// How many places are contested at once on some days, at most; none where there are too many days to look at.
    #[must_use]
    pub fn most_contested(&self, days: Span) -> Option<u32> {
        const MOST: i32 = 7;
        let each = (0..days.days().min(MOST)).filter_map(|offset| self.marks(days.start.plus(offset)));
        each.map(|marks| marks.contested).max().filter(|_| days.days() <= MOST)
    }

    /// The falls between their bounds, by their earliest days.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// The slot of a day where days on which nothing falls are folded.
    pub(super) fn fold_of(&self, day: Day) -> i32 {
        self.index(day).and_then(|index| self.folds.get(index).or(self.folds.last())).copied().unwrap_or(0)
    }

    /// The days of such a slot.
    pub(super) fn days_of_fold(&self, fold: i32) -> Span {
        let at = |fold: i32| {
            let days = self.folds.partition_point(|&other| other < fold);
            self.stretch.start.plus(i32::try_from(days).unwrap_or(i32::MAX))
        };
        Span { start: at(fold), end: at(fold.saturating_add(1)) }
    }

    fn busiest_day(&self) -> Day {
        let sum = |days: &[DayMarks]| days.iter().map(|marks| marks.falls.len()).sum::<usize>();
        let sums = self.days.windows(10).map(sum).enumerate();
        // Of several alike the last: it begins with a day on which something fell, not with empty ones.
        let best = sums.max_by_key(|&(index, sum)| (sum, index)).map_or(0, |(index, _)| index);
        self.stretch.start.plus(i32::try_from(best).unwrap_or(0))
    }
}

/// Days in a row on which nothing falls and nothing is disputed that are folded into one.
const FOLDED: usize = 3;

/// For every day the number of its slot.
fn folds(days: &[DayMarks]) -> Vec<i32> {
    let mut folds = Vec::with_capacity(days.len());
    let mut next = 0;
    for run in days.chunk_by(|one, other| quiet(one) && quiet(other)) {
        let folded = run.len() >= FOLDED;
        for index in 0..run.len() {
            if index > 0 && !folded {
                next += 1;
            }
            folds.push(next);
        }
        next += 1;
    }
    folds
}

fn quiet(marks: &DayMarks) -> bool {
    marks.falls.is_empty() && marks.disputed == 0
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

/// The days of `within` on which a place has the status contested, as stretches.
fn contests(chronicle: &Chronicle, tracks: &Tracks, place: PlaceNo, within: Span) -> Vec<Span> {
    let phases: Vec<&Event> = chronicle.phases_of(place).map(|(_, event)| event).collect();
    if !phases.iter().any(|event| matches!(event.kind, Kind::Phase(kind) if kind.contests())) {
        return Vec::new();
    }
    // Between the days on which a phase begins or is over and a fall comes to a bound, nothing changes.
    let falls = tracks.of(place).iter().flat_map(|fall| [fall.date.earliest, fall.date.best]);
    let turns = phases.iter().flat_map(|event| [event.span.start, event.span.end]).chain(falls);
    let turns = turns.filter(|&day| within.contains(day)).chain([within.start, within.end]);
    let turns: Vec<Day> = turns.collect::<BTreeSet<Day>>().into_iter().collect();
    let mut contests: Vec<Span> = Vec::new();
    for days in turns.windows(2).map(|turns| Span { start: turns[0], end: turns[1] }) {
        if Status::at(chronicle, tracks, place, days.start) != Status::Contested {
            continue;
        }
        match contests.last_mut() {
            Some(last) if last.end == days.start => last.end = days.end,
            _ => contests.push(days),
        }
    }
    contests
}
