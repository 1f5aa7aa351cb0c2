//! Quotation marks that open and never close, or close and never opened.

use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::{Mark, Quotations, Side, Span};
use crate::attribution::is_attributed;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list::{WordList, word_list};

/// Flags a quotation mark without its partner.
pub(super) struct UnpairedQuotationMark;

impl Check for UnpairedQuotationMark {
    fn about(&self) -> About<'_> {
        About {
            id: "unpaired-quotation-mark",
            category: Category::Punctuation,
            severity: Severity::Minor,
            confidence: Confidence::percent(88),
            summary: "A quotation mark opens and never closes, or closes and never opened.",
            why: "The reader cannot tell who speaks. Translation engines lose one mark of a pair, above all where the \
                  source opens low („) or with angles («). Apostrophes, inches, quotations within quotations, and \
                  quotations of several paragraphs, each of which opens while only the last closes, are passed over.",
            flags: vec![
                "[[“]]We will not give in, the minister said.",
                "We will not give in,[[”]] the minister said.",
                "He said [[\"]]we will not give in and left.",
                "We will not give in,[[\"]] he said. \"Never,\" he added.",
                "[[„]]We will not give in, he said.",
                "He called it «a mistake» and [[«]]a shame.",
                "She said ‘no’ and then [[‘]]yes.",
                "“Yes,” he said.\n[[“]]No, she said.\nThe debate went on.",
                "[[“]]We agree, said the minister.\n\n“So do we,” they said.",
                "[[\"]]We agree, Marko Marković said on Monday.\nThat is all[[\"]] he said.",
            ],
            allows: vec![
                "“We will not give in,” the minister said. \"Never,\" he added.",
                "He said “she told me ‘go’ and I went”.",
                "It’s the ’90s, rock ’n’ roll and the workers’ rights; ‘em too, in the ‘60s.",
                "He is 6'2\" tall and the screen is 5\" wide.",
                "A 5\" screen is “big”, a 27” one too.",
                "The 5\" screen is \"big\".",
                "„Ja“, sagte er. „Tak”, said the Pole; »nein«, «oui», ”ja”.",
                "« Oui », dit-il. “He said “go” and left.”",
                "“The first paragraph opens.\n“The second opens too.\n“The third closes,” he said.",
                "“A quotation goes on.\n\nAnd it ends here,” he said.",
                "“I went there and, I said, I saw it.\nIt was late,” he said.",
                "“A hard-wrapped line goes\non here,” he said, “and\nends here.”",
                "\"He said 'yes'\" and (\"maybe\") or—\"never\"—and \"'tis\".",
                "''We agree,'' he said. ,,We agree'', she said.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        let paragraphs: Vec<Paragraph<'_>> = article
            .prose
            .paragraphs
            .iter()
            .zip(article.quotations())
            .map(|(&span, quotations)| Paragraph { text, span, quotations })
            .collect();
        let quotes_singly = |paragraph: &str| paragraph.contains('‘') && SINGLE_PAIR.is_match(paragraph);
        let singles_quote = paragraphs.iter().any(|paragraph| quotes_singly(paragraph.slice()));
        let mut unpaired: Vec<Mark> = Vec::new();
        let mut open: Option<(usize, Mark)> = None;
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let next = paragraphs.get(number + 1);
            let mut lone = paragraph.quotations.lone.clone();
            if let (Some(&closing), Some((from, opening))) = (lone.first(), open)
                && closes_further_on(&paragraphs[from..=number], opening, closing)
            {
                lone.remove(0);
                unpaired.retain(|&mark| mark != opening);
            }
            open = lone.last().filter(|mark| mark.side == Side::Opens).map(|&mark| (number, mark)).or(open);
            if paragraph.open_end().is_some_and(|mark| next.is_some_and(|next| next.takes_up(mark))) {
                lone.pop();
            }
            if singles_quote && !next.is_some_and(|next| next.slice().starts_with('‘')) {
                lone.extend(unpaired_single(paragraph.slice()).map(|mark| Mark {
                    span: mark.shifted(paragraph.span.start),
                    side: Side::Opens,
                    sign: '‘',
                }));
            }
            unpaired.extend(lone);
        }
        for mark in unpaired {
            let says = match mark.side {
                Side::Opens => "opens and never closes",
                Side::Closes => "closes and never opened",
            };
            findings.report(Finding::new(mark.span, format!("This quotation mark {says}.")));
        }
    }
}

/// A paragraph and its quotation marks.
struct Paragraph<'a> {
    text: &'a str,
    span: Span,
    quotations: &'a Quotations,
}

impl<'a> Paragraph<'a> {
    fn slice(&self) -> &'a str {
        &self.text[self.span.start..self.span.end]
    }

    /// The mark of a quotation that may go on behind the paragraph: the last there is, whole sentences follow, and nobody has
    /// said them yet.
    fn open_end(&self) -> Option<Mark> {
        let lone = *self.quotations.lone.last()?;
        let rest = &self.text[lone.span.end..self.span.end];
        let nested = self.quotations.pairs.iter().any(|(opening, _)| opening.span.start > lone.span.start);
        let sentence = rest.trim_start_matches(['\'', '‘', '’', '(', '[', '…', '.', ' ', '—', '–', '-']);
        let whole = sentence.starts_with(|c: char| c.is_numeric() || c.is_uppercase());
        let ends =
            rest.trim_end_matches(['’', '\'', ')', ']']).ends_with(['.', '!', '?', '…', ':', ';', '—', '–']);
        (lone.side == Side::Opens && !nested && whole && ends && !ends_in_speaker(rest)).then_some(lone)
    }

    /// Whether the paragraph takes up a quotation that the one before began with `mark`: each opens anew, only the last closes.
    fn takes_up(&self, mark: Mark) -> bool {
        let first = self.quotations.marks().first().copied();
        let anew = first.is_some_and(|first| {
            first.span.start == self.span.start && first.side == Side::Opens && first.sign == mark.sign
        });
        let closes = self.quotations.lone.is_empty() || self.quotations.lone.first() != first.as_ref();
        anew && (closes || self.open_end() == first)
    }
}

/// Whether the quotation that opens in the first of these paragraphs closes in the last, and no other mark stands between: text
/// with a line a sentence or wrapped by hand, or a quotation of a few paragraphs that do not open anew.
fn closes_further_on(paragraphs: &[Paragraph<'_>], opening: Mark, closing: Mark) -> bool {
    let [first, between @ .., last] = paragraphs else { return false };
    let gap = &first.text[first.span.end..last.span.start];
    let blank_line = gap.lines().skip(1).any(|line| line.trim().is_empty());
    let next_to_each_other = first.quotations.marks().last() == Some(&opening)
        && last.quotations.marks().first() == Some(&closing)
        && between.iter().all(|paragraph| paragraph.quotations.marks().is_empty());
    let may_go_on = if blank_line {
        between.len() < 3 && first.open_end() == Some(opening)
    } else {
        between.len() < 15 && !ends_in_speaker(&first.text[opening.span.end..first.span.end])
    };
    closing.side == Side::Closes && next_to_each_other && may_go_on
}

/// Whether a quotation ends in its speaker, and no other one stands behind.
fn ends_in_speaker(quotation: &str) -> bool {
    !quotation.contains(['“', '”']) && is_attributed(quotation)
}

/// A word or more in single quotation marks; where an article has none, a lone ‘ is a letter of another script.
static SINGLE_PAIR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(“])‘\p{L}[^‘]*[\p{L}.,!?]’(?:[\s.,;:!?)”]|$)").expect("a constant")
});

/// The last ‘ of a paragraph when no ’ behind it can close it. A ’ without a ‘ is an apostrophe as well: nothing follows.
fn unpaired_single(paragraph: &str) -> Option<Span> {
    let at = paragraph.rfind('‘')?;
    let span = Span::new(at, at + '‘'.len_utf8());
    let opens = paragraph[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "(“".contains(c));
    let word = paragraph[span.end..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let elided = !word.starts_with(char::is_alphabetic) || ELISIONS.contains(word.to_lowercase().as_str());
    let mut closing = paragraph[span.end..].match_indices(['’', '\'']);
    let closes =
        closing.any(|(at, mark)| !paragraph[span.end + at + mark.len()..].starts_with(char::is_alphabetic));
    (opens && !elided && !closes).then_some(span)
}

/// Words that are often written with ‘ for the apostrophe they begin with.
static ELISIONS: WordList = word_list!("elisions");
