//! One letter wrong, missing, added or swapped, for no reason of language.

use std::ops::Range;

use super::super::index::Index;
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
    each_edit(folded.as_bytes(), grams.where_to_edit(folded.as_bytes()), |edited, from, to| {
        if grams.may_hold(edited, from, to) {
            let edited = std::str::from_utf8(edited).expect("letters from a to z");
            found.extend(index.word(edited).map(|word| Meaning { word, why: Why::OneEdit }));
        }
    });
    found
}

/// Calls `visit` with every word that one insertion, substitution, swap of neighbours or deletion at some places makes, and the
/// letters that have new neighbours; the first letter stays.
fn each_edit(word: &[u8], places: Range<usize>, mut visit: impl FnMut(&[u8], usize, usize)) {
    let mut edited = Vec::with_capacity(word.len() + 1);
    for at in places.start.max(1)..places.end.min(word.len() + 1) {
        edited.clear();
        edited.extend_from_slice(&word[..at]);
        edited.push(0);
        edited.extend_from_slice(&word[at..]);
        for letter in b'a'..=b'z' {
            edited[at] = letter;
            visit(&edited, at, at);
        }
        let Some(&own) = word.get(at) else { return };
        edited.remove(at + 1);
        for letter in (b'a'..=b'z').filter(|&letter| letter != own) {
            edited[at] = letter;
            visit(&edited, at, at);
        }
        if let Some(&next) = word.get(at + 1).filter(|&&next| next != own) {
            (edited[at], edited[at + 1]) = (next, own);
            visit(&edited, at, at + 1);
            edited[at + 1] = next;
        }
        edited.remove(at);
        visit(&edited, at - 1, at);
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

    #[test]
    fn edits_are_one_apart() {
        let mut edits = Vec::new();
        each_edit(b"rubio", 0..6, |edited, _, _| {
            edits.push(String::from_utf8(edited.to_vec()).expect("letters"));
        });
        assert!(edits.iter().all(|edited| strsim::osa_distance("rubio", edited) == 1));
        for near in ["rubi", "rbuio", "rubiu", "rubioo", "rubbio"] {
            assert!(edits.iter().any(|edited| edited == near), "{near}");
        }
    }
}
