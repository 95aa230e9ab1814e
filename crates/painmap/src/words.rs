//! `words!`: an enumeration whose members are words of the record.
//!
//! One list gives the Rust enum, its JSON words, its reader and its schema, so that they cannot
//! part.

/// Declares an enumeration with its words. It gets `ALL`, `as_str`, `FromStr`, `Display`
/// and, with the `schema` feature, `JsonSchema`.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$member_meta:meta])* $member:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$member_meta])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $member),+
        }

        impl $name {
            /// Every member, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The word that stands for this member in a record.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                <Self as $crate::words::Word>::WORDS[self as usize]
            }
        }

        impl $crate::words::Word for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                self.as_str()
            }

            const FIRST: Self = Self::ALL[0];

            // Compiles to a comparison; a look into `ALL` would put the list into the wasm.
            fn member(index: usize) -> Option<Self> {
                $(if index == Self::$member as usize {
                    return Some(Self::$member);
                })+
                None
            }
        }

        impl From<$name> for &'static str {
            fn from(member: $name) -> &'static str {
                member.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::UnknownWord> {
                use $crate::words::Word;
                let index = Self::WORDS.iter().position(|known| *known == word);
                index.and_then(Self::member).ok_or($crate::UnknownWord { known: Self::WORDS })
            }
        }
    };
}
pub(crate) use words;

/// An enumeration with its words, so that reading and writing one needs no code of its own.
pub(crate) trait Word: Copy {
    /// The words in the order of the members.
    const WORDS: &'static [&'static str];

    /// The first member.
    const FIRST: Self;

    /// The member's word.
    fn word(self) -> &'static str;

    /// The member whose word stands at `index` of `WORDS`.
    fn member(index: usize) -> Option<Self>;
}

/// A word that is not one of an enumeration's.
///
/// ```
/// let error = "sideways".parse::<painmap::anatomy::View>().unwrap_err();
/// assert_eq!(error.to_string(), "must be one of posterior, anterior, left, right");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    pub(crate) known: &'static [&'static str],
}

impl UnknownWord {
    pub(crate) fn say(self, text: &mut String) {
        text.push_str("must be one of ");
        for (index, word) in self.known.iter().enumerate() {
            if index > 0 {
                text.push_str(", ");
            }
            text.push_str(word);
        }
    }
}

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        self.say(&mut text);
        formatter.write_str(&text)
    }
}

impl std::error::Error for UnknownWord {}
