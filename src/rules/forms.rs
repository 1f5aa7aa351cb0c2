//! Words and phrases, as they are written, found in a sentence.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::letter_case;
use super::syntax::in_every_case;

/// Any number of words and phrases that are looked for as whole words; what looks for them is built when first used.
pub(super) struct Forms {
    forms: Vec<String>,
    search: OnceLock<Search>,
}

/// The strings of all forms, and the number of the form that each is.
struct Search {
    strings: AhoCorasick,
    form_of: Vec<usize>,
}

/// A form in a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FoundForm {
    /// Where in the sentence.
    pub(super) range: Range<usize>,
    /// The number of the form.
    pub(super) form: usize,
}

impl Forms {
    /// Looks for these forms, which are numbered in this order.
    pub(super) fn new(forms: Vec<String>) -> Self {
        Self { forms, search: OnceLock::new() }
    }

    /// A form as it is written.
    pub(super) fn text(&self, form: usize) -> &str {
        &self.forms[form]
    }

    /// Strings of which at least one occurs, whatever the case of ASCII letters, wherever one of the first `count` forms does.
    pub(super) fn literals(&self, count: usize) -> Vec<String> {
        self.forms[..count].iter().flat_map(|form| in_every_case(form)).collect()
    }

    /// The forms in a sentence, as whole words; of those that overlap the first, and of these the longest.
    pub(super) fn find(&self, sentence: &str) -> Vec<FoundForm> {
        let search = self.search.get_or_init(|| Search::new(&self.forms));
        let mut found: Vec<FoundForm> = search
            .strings
            .find_overlapping_iter(sentence)
            .map(|found| FoundForm { range: found.range(), form: search.form_of[found.pattern().as_usize()] })
            .filter(|FoundForm { range, form }| {
                is_whole(sentence, range) && letter_case::fits(&self.forms[*form], &sentence[range.clone()])
            })
            .collect();
        found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end), found.form));
        let mut end = 0;
        found.retain(|found| {
            let free = found.range.start >= end;
            end = if free { found.range.end } else { end };
            free
        });
        found
    }
}

impl Search {
    fn new(forms: &[String]) -> Self {
        let mut strings = Vec::new();
        let mut form_of = Vec::new();
        for (number, form) in forms.iter().enumerate() {
            let cases = in_every_case(form);
            form_of.extend(std::iter::repeat_n(number, cases.len()));
            strings.extend(cases);
        }
        let strings = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::ContiguousNFA)) // the quickest to build that is quick to run
            .build(strings)
            .expect("a table has far fewer rows than an automaton holds");
        Self { strings, form_of }
    }
}

/// Whether no word goes on at either end of a stretch.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let inside = &text[range.clone()];
    let begins = word(inside.chars().next()) && word(text[..range.start].chars().next_back());
    // Behind the stop of an acronym a letter goes on: the “U.S.” of “U.S.A.” is none.
    let goes_on = |c: Option<char>| word(c) || c == Some('.');
    let ends = goes_on(inside.chars().next_back()) && word(text[range.end..].chars().next());
    !begins && !ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(forms: &[&str], sentence: &str) -> Vec<String> {
        let forms = Forms::new(forms.iter().map(|&form| form.to_owned()).collect());
        let found = forms.find(sentence);
        found.iter().map(|found| format!("{}={}", &sentence[found.range.clone()], found.form)).collect()
    }

    #[test]
    fn whole_words_in_the_case_of_the_form() {
        assert_eq!(
            found(&["US", "šef"], "The US told us: ŠEF, Šefa and a US-based BUS."),
            ["US=0", "ŠEF=1", "US=0"]
        );
        assert_eq!(found(&["U.S."], "The U.S. and the U.S.A."), ["U.S.=0"]);
    }

    #[test]
    fn the_longest_that_is_whole() {
        assert_eq!(found(&["RFE", "RFE/RL"], "RFE/RL and RFE"), ["RFE/RL=1", "RFE=0"]);
        assert_eq!(found(&["US", "US A"], "The US Army"), ["US=0"]);
    }
}
