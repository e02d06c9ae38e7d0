//! Numbers of rows: what refers to a row of a list in memory.

/// A kind of numbers. A macro, since the kinds must not be mixed up.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(u32);

        impl $name {
            /// The number of the row at `index`.
            ///
            /// # Panics
            /// Beyond four thousand million rows, which no file within the size limit has.
            #[must_use]
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("fewer rows than 2^32"))
            }

            /// Where the row stands in its list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use number;

number! {
    /// The number of a place in its gazetteer.
    PlaceNo
}
number! {
    /// The number of a region in its gazetteer.
    RegionNo
}
