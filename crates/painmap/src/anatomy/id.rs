//! `ids!`: small numbers that stand for the rows of a compiled table and read as their ids.

/// Declares the type of a table's ids. It gets `all`, `as_str`, `Display`, `Debug` and `FromStr`.
macro_rules! ids {
    ($(#[$meta:meta])* pub struct $name:ident of $ids:ident, read by $read:path) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u8);

        impl $name {
            /// Every one, in the order of the table.
            pub fn all() -> impl ExactSizeIterator<Item = Self> {
                (0..u8::try_from($ids.len()).unwrap_or(u8::MAX)).map(Self)
            }

            /// The id in kebab-case; it never changes.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                $read(usize::from(self.0)).unwrap_or("")
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self.as_str())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl From<$name> for &'static str {
            fn from(id: $name) -> &'static str {
                id.as_str()
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> Result<Self, $crate::UnknownWord> {
                Self::all().find(|id| id.as_str() == text).ok_or($crate::UnknownWord { known: $ids })
            }
        }
    };
}
pub(super) use ids;
