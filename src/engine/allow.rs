//! Names and phrases that a configuration allows.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::article::{Article, Span};
use crate::finding::Reported;

/// Names and phrases that are right, whatever a check says of them.
#[derive(Clone, Debug, Default)]
pub struct Allow {
    /// The words of each name.
    names: Vec<Vec<String>>,
    phrases: Option<AhoCorasick>,
}

impl Allow {
    /// Allows names and phrases, in any case; each has a letter or a digit.
    pub fn new(names: &[String], phrases: &[String]) -> Self {
        Self { names: names.iter().map(|name| words(name)).collect(), phrases: automaton(phrases) }
    }

    /// Drops the findings on an article that concern something allowed.
    pub fn silence(&self, article: &Article, found: &mut Vec<Reported>) {
        if found.is_empty() {
            return;
        }
        let phrases = self.phrases_in(article.text());
        found.retain(|reported| {
            let in_phrase = phrases.iter().any(|phrase| phrase.overlaps(reported.span));
            !in_phrase && !self.allows_name(article.slice(reported.span), &reported.suggestions)
        });
    }

    /// Where the phrases stand, as whole words. They may overlap.
    fn phrases_in(&self, text: &str) -> Vec<Span> {
        let Some(phrases) = &self.phrases else { return Vec::new() };
        let text = Even::of(text);
        let found = phrases.find_overlapping_iter(&text.even).map(|found| found.range());
        found.filter(|found| text.is_whole(found)).map(|found| text.span(&found)).collect()
    }

    /// Whether the text is an allowed name or a part of one, such as the surname alone, or holds one that the suggestion changes.
    fn allows_name(&self, found: &str, suggestions: &[String]) -> bool {
        if self.names.is_empty() {
            return false;
        }
        // A part that is no name by itself, the *of* of *Bank of Kosovo*, is anyone’s.
        let is_name = found.contains(char::is_uppercase);
        let found = words(found);
        let suggestion = suggestions.first().map(|suggestion| words(suggestion)).unwrap_or_default();
        self.names.iter().any(|name| {
            *name == found
                || (is_name && holds(name, &found))
                || (holds(&found, name) && !suggestion.is_empty() && !holds(&suggestion, name))
        })
    }
}

/// Whether the words hold the other ones as a run.
fn holds(words: &[String], run: &[String]) -> bool {
    !run.is_empty() && words.windows(run.len()).any(|window| window == run)
}

/// The words of a name in lower case, without what stands around them, the possessive too: “(Marko) Blond’s” is *marko blond*.
fn words(name: &str) -> Vec<String> {
    let plain: String = folded(name.chars()).collect();
    let words = plain.split_whitespace().map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.strip_suffix("'s").unwrap_or(word).to_owned()
    });
    words.filter(|word| !word.is_empty()).collect()
}

/// Characters in lower case and in one way of writing of the several there are for letters with marks and for the apostrophe.
fn folded(written: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    written.nfc().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// What finds the phrases in an even text.
fn automaton(phrases: &[String]) -> Option<AhoCorasick> {
    if phrases.is_empty() {
        return None;
    }
    let phrases = phrases.iter().map(|phrase| Even::of(phrase.trim()).even);
    let built = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(phrases);
    Some(built.expect("the phrases of a configuration are far fewer than an automaton holds"))
}

/// A text, [`folded`], with one space between words: how it is wrapped and written makes no difference.
struct Even {
    even: String,
    /// For each byte, and the end, where it comes from.
    offsets: Vec<usize>,
}

impl Even {
    fn of(text: &str) -> Self {
        let mut even = Self { even: String::with_capacity(text.len()), offsets: Vec::new() };
        let mut rest = text.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            if !c.is_whitespace() {
                let marks = std::iter::from_fn(|| rest.next_if(|&(_, c)| is_combining_mark(c)));
                even.even.extend(folded(std::iter::once(c).chain(marks.map(|(_, mark)| mark))));
            } else if !even.even.ends_with(' ') {
                even.even.push(' ');
            }
            even.offsets.resize(even.even.len(), at);
        }
        even.offsets.push(text.len());
        even
    }

    /// Whether a stretch neither begins nor ends within a word.
    fn is_whole(&self, stretch: &Range<usize>) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, found) = (&self.even[..stretch.start], &self.even[stretch.clone()]);
        let after = &self.even[stretch.end..];
        let cut_before = is_letter(before.chars().next_back()) && is_letter(found.chars().next());
        let cut_after = is_letter(found.chars().next_back()) && is_letter(after.chars().next());
        !cut_before && !cut_after
    }

    /// Where a stretch comes from.
    fn span(&self, stretch: &Range<usize>) -> Span {
        Span::new(self.offsets[stretch.start], self.offsets[stretch.end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allow(names: &[&str], phrases: &[&str]) -> Allow {
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        Allow::new(&owned(names), &owned(phrases))
    }

    #[test]
    fn a_name_is_allowed_whole_in_part_and_where_the_suggestion_changes_it() {
        let allow = allow(&["Marko Blond"], &[]);
        let allows = |found: &str, suggestion: &str| allow.allows_name(found, &[suggestion.to_owned()]);
        for found in ["Marko Blond", "MARKO BLOND’S", "(Marko) Blond", "Blond"] {
            assert!(allows(found, "Marco Rubio"), "{found}");
        }
        assert!(allows("Senator Marko Blond", "Senator Marco Rubio"));
        assert!(!allows("head of diplomacy Marko Blond", "Foreign Minister Marko Blond"));
        assert!(!allows("Antonio Blond", "Antonio Rubio"));
        assert!(!allows("Blonde", "Rubio"));
        assert!(!allows("marko", "mark"));
        assert!(!allows("Marko Blond came.\nMarko Blond came.", ""), "a doubled line is not about the name");
    }

    #[test]
    fn phrases_are_whole_words_wrapped_anywhere() {
        let allow = allow(&[], &["York Times", "new york", "(sic)"]);
        let found = |text: &str| -> Vec<String> {
            allow.phrases_in(text).iter().map(|span| text[span.start..span.end].to_owned()).collect()
        };
        assert_eq!(found("The New\nYork Times"), ["New\nYork", "York Times"]);
        assert_eq!(found("new yorkers wrote (sic)"), ["(sic)"]);
        assert_eq!(found("Ž NEW \r\n YORK"), ["NEW \r\n YORK"]);
    }

    #[test]
    fn phrases_are_found_however_they_are_written() {
        let allow = allow(&[], &["Vučić's men", "Cafe\u{301} d’Or"]);
        let found =
            |text: &str| allow.phrases_in(text).iter().map(|span| (span.start, span.end)).collect::<Vec<_>>();
        for text in ["VUČIĆ’S MEN", "Vuc\u{30c}ic\u{301}'s men", "café d'or", "Cafe\u{301} d’or"] {
            assert_eq!(found(&format!("The {text} left.")), [(4, 4 + text.len())], "{text}");
        }
        assert_eq!(found("The cafe d’or left."), []);
    }
}
