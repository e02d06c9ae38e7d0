//! Sorting by small numbers: counted, not compared, as there are far fewer numbers than things.

/// Things by their numbers, which are less than `numbers`; those of one number stay in their order. Also where the things of
/// each number begin, and the last ones end.
pub(super) fn sorted<T, U: Copy>(
    things: &[T],
    numbers: usize,
    numbered: impl Fn(&T) -> (usize, U),
) -> (Vec<U>, Vec<usize>) {
    let mut starts = vec![0; numbers + 1];
    for thing in things {
        starts[numbered(thing).0 + 1] += 1;
    }
    for number in 1..starts.len() {
        starts[number] += starts[number - 1];
    }
    let mut sorted: Vec<U> = things.iter().map(|thing| numbered(thing).1).collect();
    let mut ends = starts.clone();
    for (number, thing) in things.iter().map(numbered) {
        sorted[ends[number]] = thing;
        ends[number] += 1;
    }
    (sorted, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_of_one_number_stay_in_their_order() {
        let things = [(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd'), (0, 'e')];
        let (sorted, starts) = sorted(&things, 4, |thing| *thing);
        assert_eq!(sorted, ['b', 'e', 'a', 'c', 'd']);
        assert_eq!(starts, [0, 2, 2, 4, 5]);
    }
}
