//! A sentence twice in a row, in almost the same words.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list::{WordList, word_list};

/// Flags a sentence that says again what the one before said, a word or two apart: a quotation translated twice.
pub(super) struct RewordedRepetition;

impl Check for RewordedRepetition {
    fn about(&self) -> About<'_> {
        About {
            id: "reworded-repetition",
            category: Category::Duplication,
            severity: Severity::Minor,
            confidence: Confidence::percent(78),
            summary: "Two sentences in a row say the same in almost the same words.",
            why: "A headline and its repetition in the text, or a quotation that an agency gives twice, come out of a translation \
                  engine in slightly different words. Sentences that differ in a name or a number are passed over.",
            flags: vec![
                "“We will not accept any decision that was made without the consent of our people.” \
                 [[“We will not accept any decision which was made without the agreement of our people.”|]] He left.",
                "The government has adopted the new law on energy after a debate of two days.\n\
                 [[The government adopted the new law on energy after a debate of two days.|]]",
            ],
            allows: vec![
                "The first match of the day at the court in Bar ended in a draw on Monday. \
                 The first match of the day at the court in Budva ended in a draw on Monday.",
                "We will not give up on the people of this country. We will not give up on the future of this country.",
                "The number of hours that the engine has spent in the first mode is high. \
                 The number of hours that the engine has spent in the other mode is high.",
                "The vote was held on Monday. The vote was counted on Monday.",
                "The rate for those who have saved with the bank for years rose in the first quarter. \
                 The rate for those who have saved with the bank for years fell 2 points in the second quarter.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let words = |sentence: Span| -> Vec<&str> {
            article.prose.words_in(sentence).iter().map(|&word| article.article.slice(word)).collect()
        };
        for pair in article.prose.sentences.windows(2) {
            let [first, second] = [words(pair[0]), words(pair[1])];
            if reworded(&first, &second) {
                let message = "This sentence says what the one before says, in almost the same words.";
                findings.report(Finding::new(pair[1], message).suggest(""));
            }
        }
    }
}

/// The fewest words of a sentence that is compared: short ones are alike on purpose.
const SHORTEST: usize = 12;

/// Sentences of more words are no sentences.
const LONGEST: usize = 200;

/// Whether two sentences have at least four words of five in common, in the same order, and differ in everyday words alone.
fn reworded(first: &[&str], second: &[&str]) -> bool {
    let (shorter, longer) = (first.len().min(second.len()), first.len().max(second.len()));
    if shorter < SHORTEST || longer > LONGEST || shorter * 5 < longer * 4 {
        return false;
    }
    let common = in_common(first, second);
    if common.len() * 5 < longer * 4 || (common.len() == longer) {
        return false;
    }
    let others = first.iter().enumerate().filter(|(at, _)| common.iter().all(|(a, _)| a != at));
    let others =
        others.chain(second.iter().enumerate().filter(|(at, _)| common.iter().all(|(_, b)| b != at)));
    let others: Vec<&str> = others.map(|(_, word)| *word).collect();
    // One thing named for another makes a list, not a repetition; a rewording changes the little words too.
    others.iter().all(|word| word.chars().all(char::is_lowercase))
        && others.iter().any(|word| LITTLE.contains(word))
}

/// Words that a translator may put or leave out at will.
static LITTLE: WordList = word_list!("little-words");

/// The longest sequence of words that both have, as positions in each.
fn in_common(first: &[&str], second: &[&str]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0_usize; second.len() + 1]; first.len() + 1];
    for (a, word) in first.iter().enumerate().rev() {
        for (b, other) in second.iter().enumerate().rev() {
            longest[a][b] = if word.eq_ignore_ascii_case(other) {
                longest[a + 1][b + 1] + 1
            } else {
                longest[a + 1][b].max(longest[a][b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut common = Vec::new();
    while a < first.len() && b < second.len() {
        if first[a].eq_ignore_ascii_case(second[b]) {
            common.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[a + 1][b] >= longest[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    common
}
