//! What the index knows by number: entries, forms, words.

use crate::names::fold::capitalised;

/// Number of an entry in its index.
pub type EntryId = u32;
/// Number of an accepted form in its index.
pub type FormId = u32;
/// Number of a folded word of accepted forms in its index: they are numbered in the order of their bytes.
pub type WordId = u32;

/// How a form stands to its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormKind {
    /// The name or an alias: right in English.
    Accepted,
    /// Right in another language, wrong in English.
    Foreign,
    /// A wrong form that has been seen.
    Damaged,
}

impl FormKind {
    /// The value under which the key of a form is filed.
    pub(super) fn filed(self, entry: EntryId) -> u32 {
        entry << 2 | self as u32
    }

    /// What [`filed`](Self::filed) took together.
    pub(super) fn of_filed(value: u64) -> (EntryId, Self) {
        let kind = match value & 3 {
            0 => Self::Accepted,
            1 => Self::Foreign,
            _ => Self::Damaged,
        };
        (u32::try_from(value >> 2).unwrap_or(u32::MAX), kind)
    }
}

/// An index has fewer entries than this: the number of one and a [`FormKind`] share 32 bits.
pub const MOST_ENTRIES: usize = 1 << 30;
/// A form has at most this many words: the place of one is a byte.
pub(super) const MOST_WORDS: usize = 255;

/// Folded words as most names write them: each with a capital, and a space between.
pub(super) fn plainly<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&capitalised(word));
    }
    text
}

/// The sections of an index, in their order in the file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Keys,
    WordNumbers,
    Foreign,
    Sounds,
    Countries,
    CountriesHashes,
    Grams,
    Spellable,
    Words,
    Forms,
    Entries,
    Profiles,
    Strings,
}

impl Part {
    pub(super) const COUNT: usize = Self::Strings as usize + 1;
}
