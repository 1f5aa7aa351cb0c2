//! One letter wrong, missing, added or swapped, for no reason of language.

use super::super::index::Index;
use super::super::packed::Hasher;
use super::{Meaning, Why};

/// A shorter word is one letter off too many others.
const SHORTEST: usize = 5;

/// The accepted words one edit away: every edit is tried, so that the cost does not grow with the gazetteer.
pub(super) fn meanings(folded: &str, index: &Index) -> Vec<Meaning<'static>> {
    if folded.len() < SHORTEST || !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    each_edit(folded, |hash, parts| {
        let word = index.word_with(hash, |text| is_joined(text, parts));
        found.extend(word.map(|word| Meaning { word, why: Why::OneEdit }));
    });
    found
}

fn is_joined(text: &str, parts: &[&str]) -> bool {
    parts.iter().try_fold(text, |rest, part| rest.strip_prefix(part)) == Some("")
}

/// Calls `visit` with the hash and the parts of every word that one deletion, insertion, substitution or swap of neighbours
/// makes; the first letter stays.
fn each_edit(word: &str, mut visit: impl FnMut(u64, &[&str])) {
    let mut hasher = Hasher::default().with(&word[..1]);
    for at in 1..=word.len() {
        let (head, tail) = word.split_at(at);
        let mut visit = |parts: &[&str]| {
            let hash = parts[1..].iter().fold(hasher, |hasher, part| hasher.with(part)).finish();
            visit(hash, parts);
        };
        if let (Some(letter), Some(rest)) = (tail.get(..1), tail.get(1..)) {
            visit(&[head, rest]);
            if let (Some(next), Some(rest)) = (rest.get(..1).filter(|&next| next != letter), rest.get(1..)) {
                visit(&[head, next, letter, rest]);
            }
        }
        for new in 0..LETTERS.len() {
            let new = &LETTERS[new..=new];
            visit(&[head, new, tail]);
            if !tail.is_empty() && !tail.starts_with(new) {
                visit(&[head, new, &tail[1..]]);
            }
        }
        hasher = tail.get(..1).map_or(hasher, |letter| hasher.with(letter));
    }
}

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_one_apart() {
        let mut edits = Vec::new();
        each_edit("rubio", |hash, parts| {
            let edited = parts.concat();
            assert_eq!(hash, super::super::super::packed::hash(&edited));
            assert!(is_joined(&edited, parts) && !is_joined("rubio", parts));
            edits.push(edited);
        });
        assert!(edits.iter().all(|edited| strsim::osa_distance("rubio", edited) == 1));
        for near in ["rubi", "rbuio", "rubiu", "rubioo", "rubbio"] {
            assert!(edits.iter().any(|edited| edited == near), "{near}");
        }
    }
}
