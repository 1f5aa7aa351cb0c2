//! One letter wrong, missing, added or swapped, for no reason of language.

use super::super::index::Index;
use super::super::packed::grams::Reader;
use super::{Meaning, Why};

/// A shorter word is one letter off too many others.
const SHORTEST: usize = 5;

/// The accepted words one edit away: every edit is tried, so that the cost does not grow with the gazetteer, but most have
/// letters side by side that no name has.
pub(super) fn meanings(folded: &str, index: &Index) -> Vec<Meaning<'static>> {
    if folded.len() < SHORTEST || !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let grams = index.grams();
    each_edit(folded.as_bytes(), grams, |edited| {
        found.extend(index.spellable(edited).map(|word| Meaning { word, why: Why::OneEdit }));
    });
    found
}

/// Calls `visit` with every word that one insertion, substitution, swap of neighbours or deletion makes and that has only letters
/// side by side that names have; the first letter stays.
fn each_edit(word: &[u8], grams: Reader<'_>, mut visit: impl FnMut(&[u8])) {
    let places = grams.where_to_edit(word);
    let mut edited = Vec::with_capacity(word.len() + 1);
    for at in places.start.max(1)..places.end.min(word.len() + 1) {
        let (before, behind) = word.split_at(at);
        let mut try_letters = |behind: &[u8], own: u8| {
            edited.clear();
            edited.extend_from_slice(before);
            edited.push(0);
            edited.extend_from_slice(behind);
            let letters = grams.letters_between(before, behind);
            for letter in letters.filter(|&letter| letter != own) {
                edited[at] = letter;
                visit(&edited);
            }
        };
        try_letters(behind, 0);
        let Some((&own, behind)) = behind.split_first() else { return };
        try_letters(behind, own);
        edited[at] = own;
        if let Some(&next) = behind.first().filter(|&&next| next != own) {
            (edited[at], edited[at + 1]) = (next, own);
            if grams.may_hold(&edited, at, at + 1) {
                visit(&edited);
            }
            edited[at + 1] = next;
        }
        edited.remove(at);
        if grams.may_hold(&edited, at - 1, at) {
            visit(&edited);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use proptest::prelude::*;

    use super::super::super::gazetteer;
    use super::*;

    proptest! {
        #[test]
        fn every_word_an_edit_away_is_found(words in proptest::collection::vec("[a-c]{4,8}", 1..20), word in "[a-c]{5,7}") {
            let file = format!("name,kind\n{},place\n", words.join(",place\n"));
            let entries = gazetteer::read(Path::new("n.csv"), file.as_bytes()).expect("sound");
            let index = Index::new(entries, &[]);
            let found: BTreeSet<&str> =
                meanings(&word, &index).iter().map(|meaning| index.word_text(meaning.word)).collect();
            let near = |other: &&str| other.as_bytes()[0] == word.as_bytes()[0] && strsim::osa_distance(&word, other) == 1;
            let expected: BTreeSet<&str> = words.iter().map(String::as_str).filter(near).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
