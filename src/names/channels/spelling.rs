//! One letter wrong, missing, added or swapped, for no reason of language.

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
    each_edit(folded.as_bytes(), |edited, from, to| {
        if grams.may_hold(edited, from, to) {
            let edited = std::str::from_utf8(edited).expect("letters from a to z");
            found.extend(index.word(edited).map(|word| Meaning { word, why: Why::OneEdit }));
        }
    });
    found
}

/// Calls `visit` with every word that one insertion, substitution, swap of neighbours or deletion makes, and the letters that
/// have new neighbours; the first letter stays.
fn each_edit(word: &[u8], mut visit: impl FnMut(&[u8], usize, usize)) {
    let mut edited = Vec::with_capacity(word.len() + 1);
    for at in 1..=word.len() {
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
    use super::*;

    #[test]
    fn edits_are_one_apart() {
        let mut edits = Vec::new();
        each_edit(b"rubio", |edited, _, _| edits.push(String::from_utf8(edited.to_vec()).expect("letters")));
        assert!(edits.iter().all(|edited| strsim::osa_distance("rubio", edited) == 1));
        for near in ["rubi", "rbuio", "rubiu", "rubioo", "rubbio"] {
            assert!(edits.iter().any(|edited| edited == near), "{near}");
        }
    }
}
