//! A speaker's name that stands in a sentence of its own.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::attribution::VERBS;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};

/// Flags "told the paper. Name Surname (Party).": the name belongs to the sentence before.
pub(super) struct NameSplitOff;

impl Check for NameSplitOff {
    fn about(&self) -> About<'_> {
        About {
            id: "name-split-off",
            category: Category::Punctuation,
            severity: Severity::Minor,
            confidence: Confidence::percent(87),
            summary: "The name of a speaker stands in a sentence of its own.",
            why: "A link or bold type around a name, or a speaker put last, makes a translation engine end the sentence before the \
                  name: nobody says anything any more. Join the name to the sentence before.",
            flags: vec![
                "The talks will go on, told the paper. [[Ana Marić (DPS).]] She gave no date.",
                "“It is over,” he said to Vijesti. [[Marko Marković.]]",
                "The road will be closed, said the mayor of Bar. [[Ana Marić Savić.]]",
            ],
            allows: vec![
                "The talks will go on, said Ana Marić (DPS). She gave no date.",
                "Who was it? Marko Marković.",
                "He lives in Bar. New York. Paris.",
                "“It is over,” he said. Marko Marković left.",
                "The mayor said that the winner was known. Marko Marković.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for &paragraph in &article.prose.paragraphs {
            for pair in article.prose.sentences_in(paragraph).windows(2) {
                let words = article.prose.words_in(pair[1]);
                let capital = |word: &Span| article.article.slice(*word).starts_with(char::is_uppercase);
                if words.len() > LONGEST || !words.get(1).is_some_and(capital) {
                    continue;
                }
                let [before, name] = [pair[0], pair[1]].map(|sentence| article.article.slice(sentence));
                if is_name(name) && says_that_somebody_spoke(before) {
                    let message = "This name belongs to the sentence before, which says that somebody spoke and not who.";
                    findings.report(Finding::new(pair[1], message));
                }
            }
        }
    }
}

/// The most words of a name and what stands in brackets behind it.
const LONGEST: usize = 9;

/// Whether a sentence is two to four words in capitals, perhaps with a party or an office in brackets behind them.
fn is_name(sentence: &str) -> bool {
    let Some(name) = sentence.strip_suffix('.') else { return false };
    let name = match name.strip_suffix(')').and_then(|name| name.split_once(" (")) {
        Some((name, inside))
            if (2..=40).contains(&inside.chars().count()) && !inside.contains(['(', ')']) =>
        {
            name
        }
        _ => name,
    };
    let is_part = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && !letters.as_str().is_empty()
            && letters.all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(is_part)
}

/// Whether a sentence says at its end that somebody spoke: ", told the paper.", ", he said to Vijesti.", ", said the mayor of Bar."
fn says_that_somebody_spoke(sentence: &str) -> bool {
    let Some(text) = sentence.strip_suffix('.') else { return false };
    text.match_indices([',', '”', '"']).any(|(at, mark)| {
        let Some(clause) = text[at + mark.len()..].strip_prefix(' ') else { return false };
        let said = ["he ", "she "].into_iter().find_map(|who| clause.strip_prefix(who)).unwrap_or(clause);
        let mut behind = VERBS.iter().chain([&"told"]).filter_map(|verb| said.strip_prefix(verb));
        behind.any(|behind| behind.is_empty() || behind.strip_prefix(' ').is_some_and(is_whom))
    })
}

/// Whether a text is a few words, such as whom somebody told something.
fn is_whom(text: &str) -> bool {
    let to = ["to ", "for "].into_iter().find_map(|to| text.strip_prefix(to)).unwrap_or(text);
    let bare = to.strip_prefix("the ").unwrap_or(to);
    text.chars().all(|c| c.is_alphabetic() || c == ' ')
        && [text, to, bare].into_iter().any(|text| (2..=50).contains(&text.chars().count()))
}
