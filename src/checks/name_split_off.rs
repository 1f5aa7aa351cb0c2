//! A speaker's name that stands in a sentence of its own.

use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list;

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
                if NAME.is_match(name) && ATTRIBUTED.is_match(before) {
                    let message = "This name belongs to the sentence before, which says that somebody spoke and not who.";
                    findings.report(Finding::new(pair[1], message));
                }
            }
        }
    }
}

/// The most words of a name and what stands in brackets behind it.
const LONGEST: usize = 9;

/// Two to four words in capitals, a party or an office in brackets behind them.
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,3}(?: \([^()]{2,40}\))?\.$").expect("a constant")
});

/// The end of a sentence that says that somebody spoke: ", told the paper.", ", he said to Vijesti.", ", said the mayor of Bar."
static ATTRIBUTED: LazyLock<Regex> = LazyLock::new(|| {
    let verbs = word_list::alternatives(include_str!("../../rules/lexicon/attribution-verbs.txt"));
    Regex::new(&format!(
        r"[,”\x22] (?:he |she )?(?:{verbs}|told)(?: (?:to |for )?(?:the )?[\p{{L}} ]{{2,50}})?\.$"
    ))
    .expect("a list of words")
});
