//! One axis of the projection: degrees to plane units, with stretches of it magnified.
//!
//! A rectilinear fisheye: longitude and latitude are bent separately, so that meridians and parallels stay straight.

/// A degree from which on the ground is drawn in some width.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Knot {
    degree: f64,
    /// How wide the ground is drawn here.
    width: f64,
    /// Half of what the width grows by from degree to degree, up to the next knot; behind the last one it does not.
    growth: f64,
    /// The bent length from the first knot.
    sum: f64,
}

/// Degrees of longitude or latitude along one direction of the plane.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Axis {
    /// In ascending order; between two of them the width changes evenly.
    knots: Vec<Knot>,
    /// Plane units for each unit of bent length.
    scale: f64,
    /// The plane position of bent length 0.
    origin: f64,
    /// The ground shown, in degrees.
    shown: [f64; 2],
}

impl Axis {
    /// An axis with `widths` at some degrees, in ascending order, applied with `strength` from 0 to 1.
    pub(super) fn new(widths: &[(f64, f64)], strength: f64) -> Self {
        let mut knots: Vec<Knot> = Vec::new();
        for &(degree, width) in widths.iter().filter(|_| strength > 0.0) {
            let ascending = knots.last().is_none_or(|before| degree > before.degree);
            if ascending && degree.is_finite() && width.is_finite() {
                let width = (1.0 + strength * (width - 1.0)).clamp(0.1, 10.0);
                let mut sum = 0.0;
                if let Some(before) = knots.last_mut() {
                    let apart = degree - before.degree;
                    before.growth = (width - before.width) / (2.0 * apart);
                    sum = before.sum + apart * f64::midpoint(before.width, width);
                }
                knots.push(Knot { degree, width, growth: 0.0, sum });
            }
        }
        Self { knots, scale: 1.0, origin: 0.0, shown: [0.0; 2] }
    }

    /// How far the most magnified degree lies from the middle of the ground shown; none if none is.
    pub(super) fn peak(&self) -> Option<f64> {
        let widest = self.knots.iter().max_by(|one, other| one.width.total_cmp(&other.width))?;
        (widest.width > 1.05).then_some(widest.degree - self.middle())
    }

    /// The bent length from one degree to another.
    pub(super) fn span(&self, from: f64, to: f64) -> f64 {
        self.bend(to) - self.bend(from)
    }

    /// Puts the middle of `shown` at `middle` of the plane, at a scale.
    pub(super) fn place(&mut self, shown: [f64; 2], scale: f64, middle: f64) {
        self.scale = scale;
        self.shown = shown;
        self.slide(self.unbend(f64::midpoint(self.bend(shown[0]), self.bend(shown[1]))), middle);
    }

    /// Moves the ground so that a degree stands at `position` of the plane.
    pub(super) fn slide(&mut self, degree: f64, position: f64) {
        self.origin = position - self.scale * self.bend(degree);
    }

    /// The plane position of a degree.
    pub(super) fn at(&self, degree: f64) -> f64 {
        self.origin + self.scale * self.bend(degree)
    }

    /// Gives the plane positions of one degree after another: cheaper than one by one if each is near the one before.
    pub(super) fn walk(&self) -> impl FnMut(f64) -> f64 + '_ {
        let mut behind = 0;
        move |degree| {
            let ahead = self.knots.get(behind).is_none_or(|knot| degree < knot.degree);
            let after = behind == 0 || self.knots[behind - 1].degree <= degree;
            if !(ahead && after) {
                behind = self.knots.partition_point(|knot| knot.degree <= degree);
            }
            self.origin + self.scale * self.bend_behind(degree, behind)
        }
    }

    /// Slides the ground back as far as the panel, `0..=room` of the plane, reaches beyond `bounds`; what is smaller than
    /// the panel is put in its middle.
    pub(super) fn keep(&mut self, bounds: [f64; 2], room: f64) {
        let ends = bounds.map(|degree| self.at(degree));
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        if high - low <= room {
            self.origin += room / 2.0 - f64::midpoint(low, high);
        } else {
            self.origin += (-low).min(0.0) + (room - high).max(0.0);
        }
    }

    /// The degree at a plane position.
    pub(super) fn degree(&self, position: f64) -> f64 {
        self.unbend((position - self.origin) / self.scale)
    }

    /// The middle of the ground shown, in degrees.
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.shown[0], self.shown[1])
    }

    /// The degree at a bent length.
    fn unbend(&self, bent: f64) -> f64 {
        let Some(first) = self.knots.first() else { return bent };
        if bent <= 0.0 {
            return first.degree + bent / first.width;
        }
        let knot = &self.knots[self.knots.partition_point(|knot| knot.sum <= bent) - 1];
        let rest = bent - knot.sum;
        // The root of width · d + growth · d² = rest, in the form that also stands growth 0.
        let root = (knot.width * knot.width + 4.0 * knot.growth * rest).max(0.0).sqrt();
        knot.degree + 2.0 * rest / (knot.width + root)
    }

    /// The bent length from the first knot to a degree: the integral of the width.
    fn bend(&self, degree: f64) -> f64 {
        self.bend_behind(degree, self.knots.partition_point(|knot| knot.degree <= degree))
    }

    /// The same for a degree behind so many knots.
    fn bend_behind(&self, degree: f64, knots: usize) -> f64 {
        let Some(knot) = self.knots.get(knots.saturating_sub(1)) else { return degree };
        let along = degree - knot.degree;
        // What lies before the first knot has its width.
        let growth = if knots > 0 { knot.growth } else { 0.0 };
        knot.sum + along * (knot.width + growth * along)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_and_back_is_no_way(degree in 50.0..85.0_f64, strength in 0.0..1.0_f64) {
            let mut axis = Axis::new(&[(60.0, 0.5), (68.0, 2.0), (75.0, 0.5)], strength);
            axis.place([61.0, 74.0], 5.0, 38.0);
            prop_assert!((axis.degree(axis.at(degree)) - degree).abs() < 1e-9);
        }
    }

    #[test]
    fn without_widths_a_degree_is_a_degree() {
        let axis = Axis::new(&[], 1.0);
        assert!((axis.span(60.0, 75.0) - 15.0).abs() < 1e-9);
        assert_eq!(axis.peak(), None);
    }

    #[test]
    fn a_bent_axis_goes_on_evenly() {
        let axis = Axis::new(&[(60.0, 0.5), (68.0, 2.0), (75.0, 0.5)], 1.0);
        let steps: Vec<f64> = (0..200).map(|step| axis.at(58.0 + f64::from(step) * 0.1)).collect();
        for pair in steps.windows(2) {
            assert!((0.049..=0.201).contains(&(pair[1] - pair[0])), "{pair:?}");
        }
    }

    #[test]
    fn the_middle_comes_where_it_is_put() {
        let mut axis = Axis::new(&[(60.0, 0.5), (68.0, 2.0)], 0.5);
        axis.place([61.0, 74.0], 5.0, 38.0);
        assert!((f64::midpoint(axis.at(61.0), axis.at(74.0)) - 38.0).abs() < 1e-9);
    }
}
