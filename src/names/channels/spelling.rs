//! One letter wrong, missing, added or swapped, for no reason of language.

use super::super::index::{FormKind, Index};
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
        let word = index.word(edited).filter(|&word| {
            index.uses(word).iter().any(|&(form, _)| index.form(form).kind == FormKind::Accepted)
        });
        found.extend(word.map(|word| Meaning { word, why: Why::OneEdit }));
    });
    found
}

/// Calls `visit` with every word that one deletion, insertion, substitution or swap of neighbours makes; the first letter stays.
fn each_edit(word: &str, mut visit: impl FnMut(&str)) {
    for at in 1..=word.len() {
        let (head, tail) = word.split_at(at);
        let mut letters = tail.chars();
        if let Some(letter) = letters.next() {
            visit(&format!("{head}{}", letters.as_str()));
            let mut rest = letters.clone();
            if let Some(next) = rest.next().filter(|&next| next != letter) {
                visit(&format!("{head}{next}{letter}{}", rest.as_str()));
            }
        }
        for new in 'a'..='z' {
            visit(&format!("{head}{new}{tail}"));
            if !tail.is_empty() && !tail.starts_with(new) {
                visit(&format!("{head}{new}{}", letters.as_str()));
            }
        }
    }
}

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
