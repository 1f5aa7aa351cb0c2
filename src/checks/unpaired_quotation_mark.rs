//! Quotation marks that open and never close, or close and never opened.

use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list;

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
        let paragraphs: Vec<&str> =
            article.prose.paragraphs.iter().map(|&paragraph| article.article.slice(paragraph)).collect();
        let singles_quote = paragraphs.iter().any(|paragraph| SINGLE_PAIR.is_match(paragraph));
        let mut unpaired: Vec<Unpaired> = Vec::new();
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let next = paragraphs.get(number + 1).copied().unwrap_or_default();
            let mut marks = unpaired_doubles(paragraph);
            // Every paragraph of a long quotation opens; only the last closes.
            if marks.last().is_some_and(|last| last.goes_on(paragraph)) && opens(next) {
                marks.pop();
            }
            if singles_quote && !next.starts_with('‘') {
                marks.extend(unpaired_single(paragraph));
            }
            unpaired.extend(marks.into_iter().map(|mark| Unpaired { mark, paragraph: number }));
        }
        for found in across_paragraphs(unpaired, article.article.text(), &article.prose.paragraphs) {
            let says = match found.mark.side {
                Side::Opens => "opens and never closes",
                Side::Closes => "closes and never opened",
            };
            let paragraph = article.prose.paragraphs[found.paragraph];
            let span = found.mark.span.shifted(paragraph.start);
            findings.report(Finding::new(span, format!("This quotation mark {says}.")));
        }
    }
}

/// A quotation mark without a partner in its paragraph.
struct Unpaired {
    mark: Mark,
    /// The number of the paragraph.
    paragraph: usize,
}

/// Those without a partner in a paragraph further on either.
fn across_paragraphs(marks: Vec<Unpaired>, text: &str, paragraphs: &[Span]) -> Vec<Unpaired> {
    let mut lone: Vec<Unpaired> = Vec::new();
    for mark in marks {
        let opened = lone.last().is_some_and(|last| last.goes_on_to(&mark, text, paragraphs));
        if opened {
            lone.pop();
        } else {
            lone.push(mark);
        }
    }
    lone
}

impl Unpaired {
    /// Whether the quotation that this mark opens ends at `other`, some lines on: text with a line a sentence or wrapped by
    /// hand, or a quotation of a few paragraphs that do not open anew.
    fn goes_on_to(&self, other: &Self, text: &str, paragraphs: &[Span]) -> bool {
        let lines = other.paragraph - self.paragraph;
        if self.mark.side != Side::Opens || other.mark.side != Side::Closes || !(1..=15).contains(&lines) {
            return false;
        }
        let (paragraph, further) = (paragraphs[self.paragraph], paragraphs[other.paragraph]);
        let between = &text[paragraph.end..further.start];
        let blank_line = between.lines().skip(1).any(|line| line.trim().is_empty());
        (!blank_line || lines <= 3) && self.mark.goes_on(&text[paragraph.start..paragraph.end])
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// A quotation mark in a paragraph.
#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    side: Side,
}

impl Mark {
    /// Whether the quotation that this mark opens may go on behind its paragraph: nobody has said it there yet.
    fn goes_on(&self, paragraph: &str) -> bool {
        self.side == Side::Opens && !ATTRIBUTION.is_match(&paragraph[self.span.end..])
    }
}

/// How a quotation ends in its speaker: ", he said", ", said the minister".
static ATTRIBUTION: LazyLock<Regex> = LazyLock::new(|| {
    let verbs = word_list::alternatives(include_str!("../../rules/lexicon/attribution-verbs.txt"));
    let speaker = r"(?:he|she|they|the [a-z ]{2,40}|\p{Lu}[^ ,.'’]+(?: \p{Lu}[^ ,.]*){0,3})";
    Regex::new(&format!(r"^[^“”]*, (?:{speaker} (?:{verbs})|(?:{verbs}) {speaker})\b[^“”]*$"))
        .expect("a list of words")
});

/// Whether a paragraph begins with a double quotation mark.
fn opens(paragraph: &str) -> bool {
    ["“", "\"", "„", "«", "”", "»", ",,", "''"].iter().any(|mark| paragraph.starts_with(mark))
}

/// The double quotation marks of a paragraph that have no partner, in order.
fn unpaired_doubles(paragraph: &str) -> Vec<Mark> {
    let (unpaired, inches) = pair_doubles(paragraph, false);
    // A mark behind a digit may close a quotation or mean inches: it is given the benefit of the doubt.
    if inches && !unpaired.is_empty() { pair_doubles(paragraph, true).0 } else { unpaired }
}

/// The double marks without a partner, and whether there is one that may mean inches; `without_inches` passes over those.
fn pair_doubles(text: &str, without_inches: bool) -> (Vec<Mark>, bool) {
    let mut open: Vec<(Mark, char)> = Vec::new();
    let mut lone = Vec::new();
    let mut any_inches = false;
    for (at, c) in text.char_indices() {
        let Some(length) = double_at(text, at, c) else { continue };
        let span = Span::new(at, at + length);
        let word = |c: &char| !QUOTES.contains(c);
        let before = text[..at].chars().rev().take(NEAR).find(word);
        let after = text[span.end..].chars().take(NEAR).find(word);
        let side = side(c, before, after, open.last().map(|&(_, mark)| mark));
        let inches = side == Side::Closes && before.is_some_and(|c| c.is_ascii_digit());
        any_inches |= inches;
        if inches && without_inches {
            continue;
        }
        match side {
            Side::Opens => open.push((Mark { span, side }, c)),
            Side::Closes => {
                if open.pop().is_none() {
                    lone.push(Mark { span, side });
                }
            }
        }
    }
    lone.extend(open.into_iter().map(|(mark, _)| mark));
    lone.sort_by_key(|mark| mark.span);
    (lone, any_inches)
}

/// How many quotation marks in a row are passed over to see what stands beside them.
const NEAR: usize = 6;

const QUOTES: [char; 12] = ['“', '”', '„', '‟', '"', '«', '»', '‹', '›', '\'', '‘', '’'];

/// The length of the double mark at `at`, if one begins there; two single marks or two commas make one.
fn double_at(text: &str, at: usize, c: char) -> Option<usize> {
    match c {
        '“' | '”' | '„' | '‟' | '"' | '«' | '»' => Some(c.len_utf8()),
        '\'' if text[at..].starts_with("''") && !text[..at].ends_with('\'') => Some(2),
        ',' if text[at..].starts_with(",,") && !text[..at].ends_with(',') => {
            text[at + 2..].starts_with(char::is_alphabetic).then_some(2)
        }
        _ => None,
    }
}

/// Whether a mark opens or closes: where it stands decides; where that is unclear, what it is; else what came before.
fn side(mark: char, before: Option<char>, after: Option<char>, open: Option<char>) -> Side {
    let dash = |c| matches!(c, '-' | '‐' | '‑' | '–' | '—' | '/');
    let free_before = before.is_none_or(|c| c.is_whitespace() || "([{".contains(c) || dash(c));
    let free_after = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}…".contains(c) || dash(c));
    match (mark, free_before, free_after) {
        ('„' | ',', _, _) | (_, true, false) => Side::Opens,
        (_, false, true) | ('”' | '»', _, _) => Side::Closes,
        ('“', _, _) if open == Some('„') => Side::Closes,
        ('“' | '«' | '‟', _, _) => Side::Opens,
        _ if open.is_some() => Side::Closes,
        _ => Side::Opens,
    }
}

/// A word or more in single quotation marks; where an article has none, a lone ‘ is a letter of another script.
static SINGLE_PAIR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(“])‘\p{L}[^‘]*[\p{L}.,!?]’(?:[\s.,;:!?)”]|$)").expect("a constant")
});

/// The last ‘ of a paragraph when no ’ behind it can close it. A ’ without a ‘ is an apostrophe as well: nothing follows.
fn unpaired_single(paragraph: &str) -> Option<Mark> {
    let at = paragraph.rfind('‘')?;
    let span = Span::new(at, at + '‘'.len_utf8());
    let opens = paragraph[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "(“".contains(c));
    let word = paragraph[span.end..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let elided = !word.starts_with(char::is_alphabetic) || ELISIONS.contains(&word.to_lowercase().as_str());
    let mut closing = paragraph[span.end..].match_indices(['’', '\'']);
    let closes =
        closing.any(|(at, mark)| !paragraph[span.end + at + mark.len()..].starts_with(char::is_alphabetic));
    (opens && !elided && !closes).then_some(Mark { span, side: Side::Opens })
}

/// Words that are often written with ‘ for the apostrophe they begin with.
const ELISIONS: [&str; 10] = ["bout", "cause", "cos", "em", "n", "round", "tis", "til", "till", "twas"];
