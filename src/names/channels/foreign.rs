//! The form of another language: *Makron* stands in the gazetteer as what Serbian makes of *Macron*.

use super::super::Names;
use super::super::index::{Index, WordId};
use super::{Meaning, Why};

/// The words of names that stand where the word stands in their foreign forms.
pub(super) fn meanings(folded: &str, names: &Names, index: &Index) -> Vec<Meaning<'static>> {
    meant(folded, names, index).into_iter().map(|word| Meaning { word, why: Why::Foreign }).collect()
}

/// The words that a word of a foreign form stands for, word by word. What one list of names says of a word holds for the names
/// of all: *Dzordan* is Jordan whoever bears it.
pub(super) fn meant(folded: &str, names: &Names, index: &Index) -> Vec<WordId> {
    let mut found = Vec::new();
    for list in names.indices() {
        for word in list.meant_by(folded) {
            let original = list.word_text(word);
            if let Some(word) = index.word(original)
                && !found.contains(&word)
            {
                found.push(word);
            }
        }
    }
    found
}
