//! Which rows of a list are shown.

/// The first row to show of `count`, so that row `at` is seen and no row stays empty without need.
pub(super) fn first_row(at: usize, count: usize, rows: usize) -> usize {
    (at + 1).saturating_sub(rows).min(count.saturating_sub(rows))
}

#[cfg(test)]
mod tests {
    use super::first_row;

    #[test]
    fn the_row_in_focus_is_seen() {
        assert_eq!(first_row(0, 10, 4), 0);
        assert_eq!(first_row(3, 10, 4), 0);
        assert_eq!(first_row(4, 10, 4), 1);
        assert_eq!(first_row(9, 10, 4), 6);
        assert_eq!(first_row(0, 2, 4), 0);
    }
}
