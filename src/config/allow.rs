//! Names and phrases that a configuration allows.

use regex::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization;

use crate::article::{Article, Span};
use crate::finding::Reported;

/// Names and phrases that are right, whatever a check says of them.
#[derive(Clone, Debug, Default)]
pub struct Allow {
    /// The words of each name.
    names: Vec<Vec<String>>,
    phrases: Option<Regex>,
}

impl Allow {
    /// Allows names and phrases, in any case; each has a letter or a digit.
    pub fn new(names: &[String], phrases: &[String]) -> Self {
        Self { names: names.iter().map(|name| words(name)).collect(), phrases: pattern(phrases) }
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

    /// Where the phrases stand, each as long as can be. They may overlap.
    fn phrases_in(&self, text: &str) -> Vec<Span> {
        let Some(phrases) = &self.phrases else { return Vec::new() };
        let mut spans = Vec::new();
        let mut from = 0;
        while let Some(found) = phrases.find_at(text, from) {
            spans.push(Span::new(found.start(), found.end()));
            let first = text[found.start()..].chars().next().map_or(1, char::len_utf8);
            from = found.start() + first;
        }
        spans
    }

    /// Whether the text is an allowed name or a part of one, such as the surname alone, or holds one that the suggestion changes.
    fn allows_name(&self, found: &str, suggestions: &[String]) -> bool {
        if self.names.is_empty() {
            return false;
        }
        let found = words(found);
        let suggestion = suggestions.first().map(|suggestion| words(suggestion)).unwrap_or_default();
        self.names.iter().any(|name| {
            holds(name, &found)
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
    let plain: String =
        name.nfc().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect();
    let words = plain.split_whitespace().map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.strip_suffix("'s").unwrap_or(word).to_owned()
    });
    words.filter(|word| !word.is_empty()).collect()
}

/// A pattern that finds each phrase as whole words, in any case, wrapped anywhere; the longest first.
fn pattern(phrases: &[String]) -> Option<Regex> {
    let mut phrases: Vec<&str> = phrases.iter().map(|phrase| phrase.trim()).collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    let escaped = phrases.iter().map(|phrase| {
        let words: Vec<String> = phrase.split_whitespace().map(regex::escape).collect();
        let edge = |c: Option<char>| if c.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
        let (first, last) = (edge(phrase.chars().next()), edge(phrase.chars().next_back()));
        format!("{first}{}{last}", words.join(r"\s+"))
    });
    let alternatives: Vec<String> = escaped.collect();
    if alternatives.is_empty() {
        return None;
    }
    let pattern = RegexBuilder::new(&alternatives.join("|"))
        .case_insensitive(true)
        // Room for some hundred thousand phrases.
        .size_limit(1 << 30)
        .build();
    Some(pattern.expect("escaped text is a pattern"))
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
    }
}
