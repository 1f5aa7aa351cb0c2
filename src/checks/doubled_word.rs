//! A word or a phrase twice in a row.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list;

/// Flags "the the" and "said the minister said the minister".
pub(super) struct DoubledWord;

impl Check for DoubledWord {
    fn about(&self) -> About<'_> {
        About {
            id: "doubled-word",
            category: Category::Duplication,
            severity: Severity::Minor,
            confidence: Confidence::percent(90),
            summary: "A word or a phrase stands twice in a row.",
            why: "Translation engines repeat words where the source is unclear to them, and editing leaves doubles behind.",
            flags: vec![
                "They reached [[the the|the]] border.",
                "[[The the|The]] border is closed.",
                "It is [[of of of|of]] no use.",
                "He came [[from the city from the city|from the city]] on foot.",
            ],
            allows: vec![
                "He had had enough, and said that that was very very bad.",
                "Duran Duran played in Pago Pago, then in Bora Bora.",
                "New York New York is a hotel; New York, New York a song.",
                "Sirhan Sirhan, Boutros Boutros-Ghali and Zsa Zsa Gabor.",
                "The prices rose more and more and more, year after year after year.",
                "It went on and on and on, over and over and over.",
                "“No, no,” he said. What it is is a win-win win.",
                "The score was 3 3 at half-time.",
                "We will, we will rock you.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        for &sentence in &article.prose.sentences {
            let words = article.prose.words_in(sentence);
            let mut at = 0;
            while at < words.len() {
                let Some((length, times)) = repeated(text, &words[at..]) else {
                    at += 1;
                    continue;
                };
                let once = words[at].joined(words[at + length - 1]);
                let all = words[at].joined(words[at + length * times - 1]);
                let once = article.article.slice(once);
                let message = format!("“{once}” stands {times} times in a row.");
                findings.report(Finding::new(all, message).suggest(once));
                at += length * times;
            }
        }
    }
}

/// The most words of a phrase that is looked for twice.
const LONGEST: usize = 8;

/// The most repetitions that make one finding: a line of nothing else must not take for ever.
const MOST: usize = 50;

/// Of the phrase that the words begin with and that stands again right behind: how many words it has and how often it stands.
fn repeated(text: &str, words: &[Span]) -> Option<(usize, usize)> {
    (1..=LONGEST.min(words.len() / 2)).find_map(|length| {
        let (phrase, rest) = words.split_at(length);
        if !same(text, phrase, rest) || meant(text, phrase, &rest[..length]) {
            return None;
        }
        let repetitions = rest.chunks_exact(length).take(MOST);
        let times = 1 + repetitions.take_while(|next| same(text, phrase, next)).count();
        only_spaced(text, &words[..length * times]).then_some((length, times))
    })
}

fn same(text: &str, phrase: &[Span], other: &[Span]) -> bool {
    let word = |span: &Span| &text[span.start..span.end];
    phrase.iter().zip(other).all(|(a, b)| word(a).eq_ignore_ascii_case(word(b)))
}

/// Whether nothing but spaces stands between the words, and no hyphen or apostrophe joins them to others.
fn only_spaced(text: &str, words: &[Span]) -> bool {
    let gaps = words.windows(2).all(|pair| text[pair[0].end..pair[1].start].chars().all(char::is_whitespace));
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let joins = |c: char| matches!(c, '-' | '‑' | '\'' | '’' | '/' | '.' | '@' | '#');
    let before = text[..first.start].chars().next_back().is_some_and(joins);
    let mut after = text[last.end..].chars();
    let after = after.next().is_some_and(|c| joins(c) && after.next().is_some_and(char::is_alphanumeric));
    gaps && !before && !after
}

/// Whether the phrase may stand twice on purpose. `again` is its second place, where no sentence begins.
fn meant(text: &str, phrase: &[Span], again: &[Span]) -> bool {
    let word = |span: &Span| &text[span.start..span.end];
    let capital = |span: &Span| !word(span).starts_with(char::is_lowercase);
    let allowed = |span: &Span| ALLOWED.contains(word(span).to_lowercase().as_str());
    let named = again.iter().all(capital);
    let any_letter = phrase.iter().any(|span| word(span).chars().count() > 1);
    // "more and more and more": the phrase that is doubled is "and more".
    let chained = phrase.len() == 2 && phrase.iter().any(|span| LINKS.contains(&word(span)));
    named || chained || !any_letter || phrase.iter().all(allowed)
}

/// Words that chain a repetition on purpose.
const LINKS: [&str; 9] = ["after", "and", "by", "for", "in", "on", "or", "to", "upon"];

static ALLOWED: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| word_list::entries(include_str!("../../rules/lexicon/doubled-words.txt")).collect());
