//! One letter wrong, missing, added or swapped, for no reason of language.

use super::super::index::Index;
use super::{Meaning, Why};

/// A shorter word is one letter off too many others.
const SHORTEST: usize = 5;

/// The accepted words one edit away: every edit is tried, so that the cost does not grow with the gazetteer.
pub(super) fn meanings(folded: &str, index: &Index) -> Vec<Meaning<'static>> {
    if folded.len() < SHORTEST || !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    each_edit(folded, |edited| {
        found.extend(index.word(edited).map(|word| Meaning { word, why: Why::OneEdit }));
    });
    found
}

/// Calls `visit` with every word that one deletion, insertion, substitution or swap of neighbours makes; the first letter stays.
fn each_edit(word: &str, mut visit: impl FnMut(&str)) {
    let mut edited = String::with_capacity(word.len() + 1);
    let mut visit_all = |parts: &[&str]| {
        edited.clear();
        edited.extend(parts.iter().copied());
        visit(&edited);
    };
    for at in 1..=word.len() {
        let (head, tail) = word.split_at(at);
        if let (Some(letter), Some(rest)) = (tail.get(..1), tail.get(1..)) {
            visit_all(&[head, rest]);
            if let (Some(next), Some(rest)) = (rest.get(..1).filter(|&next| next != letter), rest.get(1..)) {
                visit_all(&[head, next, letter, rest]);
            }
        }
        for new in 0..LETTERS.len() {
            let new = &LETTERS[new..=new];
            visit_all(&[head, new, tail]);
            if !tail.is_empty() && !tail.starts_with(new) {
                visit_all(&[head, new, &tail[1..]]);
            }
        }
    }
}

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_one_apart() {
        let mut edits = Vec::new();
        each_edit("rubio", |edited| edits.push(edited.to_owned()));
        assert!(edits.iter().all(|edited| strsim::osa_distance("rubio", edited) == 1));
        for near in ["rubi", "rbuio", "rubiu", "rubioo", "rubbio"] {
            assert!(edits.iter().any(|edited| edited == near), "{near}");
        }
    }
}
