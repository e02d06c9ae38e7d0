//! What speaks against a place for a name, as a number.

/// A price. Whole numbers, so that a sum is the same in whatever order it is made.
pub(super) type Price = i32;
