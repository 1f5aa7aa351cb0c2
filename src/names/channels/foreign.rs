//! The form of another language: *Makron* stands in the gazetteer as what Serbian makes of *Macron*.

use super::super::fold;
use super::super::index::{FormKind, Index, WordId};
use super::{Meaning, Why};

/// The words of names that stand where the word stands in their foreign forms.
pub(super) fn meanings(folded: &str, index: &Index) -> Vec<Meaning<'static>> {
    meant(folded, index).into_iter().map(|word| Meaning { word, why: Why::Foreign }).collect()
}

/// The words that a word of a foreign form stands for, word by word; none where name and form differ in length.
pub(super) fn meant(folded: &str, index: &Index) -> Vec<WordId> {
    let mut found = Vec::new();
    let Some(word) = index.word(folded) else { return found };
    for &(form, at) in index.uses(word) {
        let form = index.form(form);
        if form.kind == FormKind::Accepted {
            continue;
        }
        let name = index.entry_of(form).name.as_str();
        let mut words = fold::words(name);
        let same_length = fold::words(name).count() == form.words.len();
        if let (true, Some((_, word))) = (same_length, words.nth(usize::from(at)))
            && let Some(word) = index.word(&fold::fold(word))
            && index.word_text(word) != folded
            && !found.contains(&word)
        {
            found.push(word);
        }
    }
    found
}
