//! The form of another language: *Makron* stands in the gazetteer as what Serbian makes of *Macron*.

use super::super::fold;
use super::super::gazetteer::Kind;
use super::super::index::{FormKind, Index, WordId};
use super::super::sound::{Side, sound_keys};
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
        let entry = index.entry_of(form);
        let name = entry.name.as_str();
        let mut words = fold::words(name);
        let same_length = fold::words(name).count() == form.words.len();
        if let (true, Some((_, word))) = (same_length, words.nth(usize::from(at)))
            && let Some(word) = index.word(&fold::fold(word))
            && index.word_text(word) != folded
            && (entry.kind == Kind::Person || sound_alike(folded, index.word_text(word)))
            && !found.contains(&word)
        {
            found.push(word);
        }
    }
    found
}

/// Whether two words share a sound key. The words of a place need not stand in the same order in two languages, and one may
/// be a translation of the other; those of a person do.
fn sound_alike(respelling: &str, original: &str) -> bool {
    let originals = sound_keys(original, Side::Original);
    sound_keys(respelling, Side::Respelling).iter().any(|key| originals.contains(key))
}
