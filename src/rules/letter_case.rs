//! Capitals: whether a word stands in a text as a table has it, and how the word that replaces it is to be written.

use super::syntax::capitalised;
use crate::word_list::{WordList, word_list};

/// Whether `found` is `form`: a capital of the form must be one in the text, a small letter may be either.
pub(super) fn fits(form: &str, found: &str) -> bool {
    let mut found = found.chars();
    form.chars().all(|wanted| {
        found.next().is_some_and(|c| {
            c == wanted || (!wanted.is_uppercase() && c.to_lowercase().eq(wanted.to_lowercase()))
        })
    }) && found.next().is_none()
}

/// `right` in the case in which `form` was found: all capitals, the first letter, the words of a headline, or as it is written.
pub(super) fn keep(form: &str, found: &str, right: &str) -> String {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let small = |text: &str| text.chars().any(char::is_lowercase);
    if letters(found) > 1 && !small(found) && small(form) {
        return right.to_uppercase();
    }
    if found == form {
        return right.to_owned();
    }
    if in_title_case(found) && !in_title_case(form) {
        let words: Vec<String> = right.split(' ').enumerate().map(|(at, word)| titled(at, word)).collect();
        return words.join(" ");
    }
    let begins_with_capital =
        |text: &str| text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    if begins_with_capital(found) && !begins_with_capital(form) {
        capitalised(right)
    } else {
        right.to_owned()
    }
}

/// Words that stay small in a headline.
static SMALL: WordList = word_list!("small-in-headlines");

/// Whether two words or more begin with a capital, and every other is one that stays small in a headline.
fn in_title_case(text: &str) -> bool {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let words = || text.split_whitespace();
    words().filter(capital).count() > 1 && words().all(|word| capital(&word) || SMALL.contains(word))
}

fn titled(at: usize, word: &str) -> String {
    if at > 0 && SMALL.contains(word) { word.to_owned() } else { capitalised(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_of_the_form_is_a_capital_in_the_text() {
        assert!(fits("head of diplomacy", "Head of Diplomacy") && fits("šef", "ŠEF") && fits("US", "US"));
        assert!(!fits("US", "us") && !fits("Black Mountain", "black mountain") && !fits("head", "heads"));
    }

    #[test]
    fn the_case_of_the_text_is_kept() {
        let diplomacy = |found| keep("head of diplomacy", found, "foreign minister");
        assert_eq!(diplomacy("head of diplomacy"), "foreign minister");
        assert_eq!(diplomacy("Head of diplomacy"), "Foreign minister");
        assert_eq!(diplomacy("Head of Diplomacy"), "Foreign Minister");
        assert_eq!(diplomacy("HEAD OF DIPLOMACY"), "FOREIGN MINISTER");
        assert_eq!(keep("Black Mountain", "Black Mountain", "Montenegro"), "Montenegro");
        assert_eq!(keep("US", "US", "United States"), "United States");
        assert_eq!(keep("šef", "Šef", "čelnik"), "Čelnik");
        assert_eq!(keep("i", "I", "me"), "Me");
    }
}
