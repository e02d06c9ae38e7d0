//! One axis of the projection: degrees to plane units, with stretches of it magnified.
//!
//! A rectilinear fisheye: longitude and latitude are bent separately, so that meridians and parallels stay straight.

/// Degrees of longitude or latitude along one direction of the plane.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Axis {
    /// Degrees, and how wide the ground is drawn there; between two of them the width changes evenly.
    knots: Vec<(f64, f64)>,
    /// The bent length up to each knot.
    sums: Vec<f64>,
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
        let mut knots: Vec<(f64, f64)> = Vec::new();
        for &(degree, width) in widths.iter().filter(|_| strength > 0.0) {
            let ascending = knots.last().is_none_or(|&(before, _)| degree > before);
            if ascending && degree.is_finite() && width.is_finite() {
                knots.push((degree, (1.0 + strength * (width - 1.0)).clamp(0.1, 10.0)));
            }
        }
        let mut sums = vec![0.0; knots.len()];
        for index in 1..knots.len() {
            let [before, here] = [knots[index - 1], knots[index]];
            sums[index] = sums[index - 1] + (here.0 - before.0) * f64::midpoint(before.1, here.1);
        }
        Self { knots, sums, scale: 1.0, origin: 0.0, shown: [0.0; 2] }
    }

    /// How far the most magnified degree lies from the middle of the ground shown; none if none is.
    pub(super) fn peak(&self) -> Option<f64> {
        let widest = self.knots.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        (widest.1 > 1.05).then_some(widest.0 - self.middle())
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
        let (Some(&(first, width)), Some(&(last, after))) = (self.knots.first(), self.knots.last()) else {
            return bent;
        };
        let whole = self.sums[self.sums.len() - 1];
        if bent <= 0.0 {
            return first + bent / width;
        }
        if bent >= whole {
            return last + (bent - whole) / after;
        }
        let right = self.sums.partition_point(|&sum| sum <= bent);
        let [from, to] = [self.knots[right - 1], self.knots[right]];
        let (rest, growth) = (bent - self.sums[right - 1], (to.1 - from.1) / (to.0 - from.0));
        // The root of width · d + growth · d² / 2 = rest, in the form that also stands growth 0.
        from.0 + 2.0 * rest / (from.1 + (from.1 * from.1 + 2.0 * growth * rest).max(0.0).sqrt())
    }

    /// The bent length from the first knot to a degree: the integral of the width.
    fn bend(&self, degree: f64) -> f64 {
        let (Some(&(first, width)), Some(&(last, after))) = (self.knots.first(), self.knots.last()) else {
            return degree;
        };
        if degree <= first {
            return (degree - first) * width;
        }
        if degree >= last {
            return self.sums[self.sums.len() - 1] + (degree - last) * after;
        }
        let right = self.knots.partition_point(|knot| knot.0 <= degree);
        let [from, to] = [self.knots[right - 1], self.knots[right]];
        let along = degree - from.0;
        self.sums[right - 1] + along * (from.1 + (to.1 - from.1) * along / (2.0 * (to.0 - from.0)))
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
