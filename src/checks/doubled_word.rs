//! A word or a phrase twice in a row.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::fold::fold;
use crate::names::lexicon::Lexicon;
use crate::word_list::{WordList, word_list};

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
                "A fire broke out on Macbeth [[Street Street|Street]] near Victoria [[Harbour Harbour|Harbour]].",
                "The [[Supreme Supreme|Supreme]] Court met the [[Nepalese Nepalese|Nepalese]] judges.",
                "He holds a second-[[degree degree|degree]] diploma.",
            ],
            allows: vec![
                "He had had enough, and said that that was very very bad.",
                "Duran Duran played in Pago Pago, then in Bora Bora.",
                "New York New York is a hotel; New York, New York a song.",
                "In Sing Sing Prison he read of Walla Walla University and Chitty Chitty Bang Bang.",
                "It was a win-win win for check-in in Bar; a half-hour half-pint.",
                "Elvis sang in Paramount’s Girls Girls Girls and Mötley Crüe Girls Girls Girls again.",
                "He made his first First XI century.",
                "Sirhan Sirhan, Boutros Boutros-Ghali and Zsa Zsa Gabor.",
                "The prices rose more and more and more, year after year after year.",
                "It went on and on and on, over and over and over.",
                "“No, no,” he said. What it is is a win-win win.",
                "The score was 3 3 at half-time.",
                "We will, we will rock you.",
                "In Uganda he drove a boda boda.",
                "The eel, Anguilla anguilla, is endangered.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        let doubles = Doubles { text, lexicon: article.names().lexicon() };
        for &sentence in &article.prose.sentences {
            let words = article.prose.words_in(sentence);
            let mut at = 0;
            while at < words.len() {
                let Some((length, times)) = doubles.at(words, at) else {
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

/// Finds what stands twice.
struct Doubles<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
}

impl Doubles<'_> {
    /// Of the phrase that begins at a word and that stands again right behind: how many words it has and how often it stands.
    fn at(&self, words: &[Span], at: usize) -> Option<(usize, usize)> {
        let (before, words) = words.split_at(at);
        (1..=LONGEST.min(words.len() / 2)).find_map(|length| {
            let (phrase, rest) = words.split_at(length);
            if !self.same(phrase, rest) {
                return None;
            }
            let repetitions = rest.chunks_exact(length).take(MOST);
            let times = 1 + repetitions.take_while(|next| self.same(phrase, next)).count();
            let (all, behind) = words.split_at(length * times);
            let named = rest[..length].iter().all(|&word| self.is_capital(word));
            let meant = if named {
                // "Girls Girls Girls" is a title, and in "his first First XI century" a name begins.
                let thrice = times > 2 || before.last().is_some_and(|word| self.same(phrase, &[*word]));
                let begins = !phrase.iter().all(|&word| self.is_capital(word));
                thrice
                    || begins
                    || !self.slip_in_a_name(before.last().filter(|_| at > 1), phrase, all, behind.first())
            } else {
                self.meant(phrase) || (!before.is_empty() && self.is_species(phrase))
            };
            (!meant && self.only_spaced(all, length)).then_some((length, times))
        })
    }

    fn word(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    fn is_capital(&self, span: Span) -> bool {
        !self.word(span).starts_with(char::is_lowercase)
    }

    fn same(&self, phrase: &[Span], other: &[Span]) -> bool {
        phrase.iter().zip(other).all(|(&a, &b)| self.word(a).eq_ignore_ascii_case(self.word(b)))
    }

    /// Whether nothing but spaces stands between the words, and no hyphen or apostrophe joins them to others. A hyphen may
    /// join a long word to what stands before: "second-degree degree".
    fn only_spaced(&self, words: &[Span], length: usize) -> bool {
        let space = |between: &str| between.chars().all(char::is_whitespace);
        let gaps = words.windows(2).all(|pair| space(&self.text[pair[0].end..pair[1].start]));
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        let joins = |c: char| matches!(c, '-' | '‑' | '\'' | '’' | '/' | '.' | '@' | '#');
        let compound = length == 1 && self.word(first).chars().count() > 3 && !self.allowed(first);
        let before = self.text[..first.start].chars().next_back();
        let before = before.is_some_and(|c| joins(c) && !(c == '-' && compound && !self.is_capital(first)));
        let mut after = self.text[last.end..].chars();
        let after = after.next().is_some_and(|c| joins(c) && after.next().is_some_and(char::is_alphanumeric));
        gaps && !before && !after
    }

    fn allowed(&self, span: Span) -> bool {
        ALLOWED.contains(self.word(span).to_lowercase().as_str())
    }

    /// Whether a phrase may stand twice on purpose where no name does.
    fn meant(&self, phrase: &[Span]) -> bool {
        let any_letter = phrase.iter().any(|&span| self.word(span).chars().count() > 1);
        // "more and more and more": the phrase that is doubled is "and more".
        let chained = phrase.len() == 2 && phrase.iter().any(|&span| LINKS.contains(self.word(span)));
        chained || !any_letter || phrase.iter().all(|&span| self.allowed(span))
    }

    fn is_everyday(&self, folded: &str) -> bool {
        self.lexicon.english(folded).is_some_and(|band| band <= EVERYDAY)
    }

    /// Whether a word inside a sentence may be the name of a genus, and its double that of a species: *Anguilla anguilla*.
    fn is_species(&self, phrase: &[Span]) -> bool {
        let [word] = phrase else { return false };
        self.is_capital(*word) && !self.is_everyday(&fold(self.word(*word)))
    }

    /// Whether a word that stands twice in capitals is a slip and no name of two equal halves: a nationality, or an everyday
    /// word inside a longer name, "Victoria Harbour Harbour".
    fn slip_in_a_name(
        &self,
        before: Option<&Span>,
        phrase: &[Span],
        all: &[Span],
        behind: Option<&Span>,
    ) -> bool {
        let ([word], [first, .., last]) = (phrase, all) else { return false };
        let key = fold(self.word(*word));
        let next_to = |other: &Span| {
            let gap = &self.text[other.end.min(last.end)..other.start.max(first.start)];
            gap == " " && self.is_capital(*other) && self.word(*other).starts_with(char::is_alphabetic)
        };
        let inside = before.is_some_and(next_to) || behind.is_some_and(next_to);
        let doubled_before = before.is_some_and(|&span| self.allowed(span));
        let everyday = self.is_everyday(&key) && key.len() > 2;
        let slip = self.lexicon.demonym(&key).is_some() || (inside && everyday && !doubled_before);
        slip && !self.allowed(*word)
    }
}

/// The rarest size band of everyday words.
const EVERYDAY: u8 = 35;

/// Words that chain a repetition on purpose.
static LINKS: WordList = word_list!("chaining-words");

static ALLOWED: WordList = word_list!("doubled-words");
