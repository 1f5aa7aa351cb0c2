//! The form of another language: *Makron* stands in the gazetteer as what Serbian makes of *Macron*.

use super::super::Names;

/// The words that a word of a foreign form stands for, word by word. What one list of names says of a word holds for the names
/// of all: *Dzordan* is Jordan whoever bears it.
pub(super) fn meant<'l>(folded: &str, names: &'l Names) -> impl Iterator<Item = &'l str> {
    names.indices().iter().flat_map(move |list| list.meant_by(folded).map(|word| list.word_text(word)))
}
