//! Numbers with the comma and the point the other way round.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::lexicon::Lexicon;
use crate::word_list::{self, NUMBERED, WordList, word_list};

/// Flags "3,5 percent" and "20.000 people".
pub(super) struct ForeignNumberFormat;

impl Check for ForeignNumberFormat {
    fn about(&self) -> About<'_> {
        About {
            id: "foreign-number-format",
            category: Category::NumberFormat,
            severity: Severity::Minor,
            confidence: Confidence::percent(90),
            summary: "A number has its decimal comma or its points between thousands from another language.",
            why: "Most of Europe sets decimals off by a comma and thousands by a point, English the other way round: 1.200 euros are \
                  a euro and a fifth. A number is flagged where what it counts, or its own shape, leaves no doubt, and others in \
                  the same article when one is beyond doubt. See https://en.wikipedia.org/wiki/Decimal_separator.",
            flags: vec![
                "The fine is [[1.200|1,200]] euros; more than [[25.000|25,000]] people came.",
                "The road cost [[1.200.000|1,200,000]] euros and [[2.300,50|2,300.50]] dinars.",
                "Prices rose by [[3,5|3.5]] percent, [[12,25|12.25]]% and [[4,1|4.1]] %.",
                "It weighs [[3,2|3.2]] kg, costs USD [[71,40|71.40]] and took [[9,81|9.81]] seconds.",
                "A magnitude of [[4,6|4.6]] on the Richter scale.",
                "A fine of [[5.000|5,000]] to [[20.000|20,000]] dinars; [[8.456|8,456]] registered candidates.",
                "Some [[25.000|25,000]] vehicles per day use it. He jumped from [[3,50|3.50]] metres.",
                "He drove [[12,4|12.4]] km. The pipe holds [[1.234|1,234]] litres.",
            ],
            allows: vec![
                "The fine is 1,200 euros, prices rose by 3.5 percent and 25,000 people came.",
                "Diesel costs 1.459 euros a litre, the euro 1.085 dollars; he ran it in 9.813 seconds.",
                "In 2019, 25 percent left; rooms 1,2,3 kilometres away; it grew 1,200%.",
                "See 192.168.100.1, 127.255.255.255, version 1.200.300-rc1, 10.1000/182 and No. 1.200.",
                "The birth rate is 1.475 children; he won 6,4 and 3,6; chapters 3,4 deal with it.",
                "The pipe holds 1.234 litres.",
                "She scored 14.000 points; the bolt is 2.000 inches long; it grew by 5.000 percent.",
                "His 1.045 leads the league, and a 1.045 OPS leads it too; women had 1.300 children.",
                "It starts at 19,30 hours; the euro rose to 1.200 dollars.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        let reader = Reader { text, lexicon: article.names().lexicon(), english: OnceCell::new() };
        let numbers: Vec<Number> =
            article.prose.sentences.iter().flat_map(|&sentence| reader.numbers(sentence)).collect();
        // One that is beyond doubt speaks for others, unless the article has English ones as well.
        let any = |doubt| numbers.iter().any(|number| number.doubt == doubt);
        let sure = any(Doubt::None) && any(Doubt::Alone) && !reader.has_english();
        for number in numbers {
            let wanted = match number.doubt {
                Doubt::None => Confidence::percent(92),
                Doubt::Alone if sure => Confidence::percent(82),
                Doubt::Alone => continue,
            };
            let written = article.article.slice(number.span);
            let right: String = written
                .chars()
                .map(|c| {
                    if c == '.' {
                        ','
                    } else if c == ',' {
                        '.'
                    } else {
                        c
                    }
                })
                .collect();
            let severity = if written.contains('.') { Severity::Major } else { Severity::Minor };
            let message = format!(
                "“{written}” is {right} in English, which writes the comma and the point the other way round."
            );
            findings.report(
                Finding::new(number.span, message).suggest(right).confidence(wanted).severity(severity),
            );
        }
    }
}

/// A number that may be written as another language does.
struct Number {
    span: Span,
    doubt: Doubt,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// There is none.
    None,
    /// It stays unless another number of the article is beyond doubt.
    Alone,
}

struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    /// Whether a number of the article is an English one beyond doubt, once that was asked.
    english: OnceCell<bool>,
}

impl Reader<'_> {
    /// Whether a number of the article is an English one beyond doubt.
    fn has_english(&self) -> bool {
        *self.english.get_or_init(|| ENGLISH.is_match(self.text))
    }

    fn numbers(&self, sentence: Span) -> Vec<Number> {
        let text = &self.text[sentence.start..sentence.end];
        let numbers = joins_figures(text).then(|| NUMBER.find_iter(text)).into_iter().flatten();
        let numbers = numbers.filter_map(|number| {
            let (before, behind) = (&text[..number.start()], &text[number.end()..]);
            let doubt = self.doubt(before, number.as_str(), behind)?;
            Some(Number { span: Span::new(number.start(), number.end()).shifted(sentence.start), doubt })
        });
        numbers.collect()
    }

    /// How much doubt there is that a number is written as another language does; `None` when it is an English one.
    fn doubt(&self, before: &str, number: &str, behind: &str) -> Option<Doubt> {
        let shape = Shape::of(number)?;
        let glued = |c: char| c.is_alphanumeric() || ",.-/:–".contains(c);
        let part_of_more = before.ends_with(glued)
            || NUMBERED.is_match(before)
            || behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | ':' | '-'))
            || behind.starts_with(['.', ',']) && behind[1..].starts_with(char::is_alphanumeric);
        if part_of_more {
            return None;
        }
        let counted = Counted::of(RANGE.find(behind).map_or(behind, |range| &behind[range.end()..]));
        if is_address(number) {
            return None;
        }
        if shape == Shape::Foreign {
            return Some(Doubt::None);
        }
        if shape == Shape::Decimals {
            if HOUR.is_match(number) && AT.is_match(before) && behind.trim_start().starts_with("hours") {
                return None; // the rules of dates know it
            }
            let measured =
                counted.percent || counted.measured || counted.money || MEASURED_BEFORE.is_match(before);
            return measured.then_some(Doubt::None);
        }
        // Below ten it may be a decimal number, whatever follows.
        let below_ten = number.len() == 5;
        let words = || before.split(not_a_letter).chain(behind.split(not_a_letter));
        let rated = words().any(|word| RATES.contains(word.to_lowercase().as_str()) || RATES.contains(word));
        let exchanged =
            || before.split(not_a_letter).any(|word| CURRENCIES.contains(word.to_lowercase().as_str()));
        let round = number.ends_with("00");
        match counted {
            Counted { percent: true, .. } => None,
            Counted { measured: true, .. } => Some(Doubt::Alone),
            _ if rated && (below_ten || counted.money) => None,
            Counted { money: true, .. } if below_ten && (!round || exchanged()) => Some(Doubt::Alone),
            Counted { money: true, .. } => Some(Doubt::None),
            Counted { words, .. } if self.is_plural(&words) => {
                let averaged = words.iter().take(3).any(|word| AVERAGED.contains(word));
                let of_one = DETERMINER.is_match(before);
                Some(if below_ten && (averaged || of_one || self.has_english()) {
                    Doubt::Alone
                } else {
                    Doubt::None
                })
            }
            _ if round => Some(Doubt::Alone),
            _ => None,
        }
    }

    /// Whether the words, after two at most that describe them, name what one counts.
    fn is_plural(&self, words: &[&str]) -> bool {
        words.iter().take(3).any(|word| {
            let singular = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
            let singular = singular.or_else(|| word.strip_suffix('s').map(str::to_owned));
            COUNTED.contains(word)
                || singular.is_some_and(|word| word.len() > 2 && self.lexicon.english(&word).is_some())
        })
    }
}

/// Whether a full stop or a comma joins figures.
fn joins_figures(text: &str) -> bool {
    let figure = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'.', b',', bytes)
        .any(|at| at > 0 && figure(bytes.get(at - 1)) && figure(bytes.get(at + 1)))
}

/// How a number is written that may be another language's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// "1.200,50" and "1.200.000", which English has not.
    Foreign,
    /// "1.200".
    Thousands,
    /// "3,5".
    Decimals,
}

impl Shape {
    /// The shape of figures that full stops and commas join.
    fn of(number: &str) -> Option<Self> {
        let (whole, decimals) = match number.split_once(',') {
            Some((whole, decimals)) => (whole, Some(decimals.len())),
            None => (number, None),
        };
        let (first, rest) = whole.split_once('.').map_or((whole, None), |(first, rest)| (first, Some(rest)));
        let groups = rest.map_or(0, |rest| rest.split('.').count());
        let by_thousand =
            !first.starts_with('0') && rest.is_none_or(|rest| rest.split('.').all(|group| group.len() == 3));
        match (groups, decimals) {
            _ if first.len() > 3 => None,
            (0, Some(1 | 2)) => Some(Self::Decimals),
            (1.., Some(1 | 2)) | (2.., None) if by_thousand => Some(Self::Foreign),
            (1, None) if by_thousand => Some(Self::Thousands),
            _ => None,
        }
    }
}

fn not_a_letter(c: char) -> bool {
    !c.is_alphabetic()
}

/// Whether a number is the address of a computer: four parts below 256, and no round sum.
fn is_address(number: &str) -> bool {
    let parts: Vec<&str> = number.split('.').collect();
    let bytes = parts.iter().all(|part| part.parse::<u8>().is_ok());
    parts.len() == 4 && bytes && (parts[0].len() == 3 || !number.ends_with("000"))
}

/// What stands behind a number.
struct Counted<'a> {
    percent: bool,
    money: bool,
    measured: bool,
    /// The words in small letters right behind it, up to one that ends a phrase.
    words: Vec<&'a str>,
}

impl<'a> Counted<'a> {
    fn of(behind: &'a str) -> Self {
        let trimmed = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let starts_with = |list: &BTreeSet<&str>| {
            let end =
                trimmed.find(|c: char| c.is_whitespace() || ",.;:)!?".contains(c)).unwrap_or(trimmed.len());
            list.contains(trimmed[..end].to_lowercase().as_str())
        };
        let words = if trimmed.len() == behind.len() {
            Vec::new()
        } else {
            let clause = trimmed
                .split(|c: char| !(c.is_lowercase() || c == ' ' || c == '-'))
                .next()
                .unwrap_or_default();
            clause
                .split(' ')
                .take_while(|word| !PHRASE_ENDS.contains(word) && !UNITS.contains(word))
                .collect()
        };
        let code = CODE.is_match(trimmed);
        Self {
            percent: trimmed.starts_with(['%', '‰'])
                || trimmed.starts_with("per cent")
                || trimmed.starts_with("percent"),
            money: starts_with(&CURRENCIES) || code,
            measured: starts_with(&UNITS) || trimmed.starts_with('°'),
            words,
        }
    }
}

/// Words before which the phrase that a number counts is over.
static PHRASE_ENDS: WordList = word_list!("phrase-ends");

fn constant(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant that the examples use")
}

static UNITS: WordList = word_list!("units");
static CURRENCIES: WordList = word_list!("currencies");
static COUNTED: WordList = word_list!("counted");

static NUMBER: LazyLock<Regex> = LazyLock::new(|| constant(r"[0-9]+(?:[.,][0-9]+)+"));
/// A number that is an English one beyond doubt.
static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?:^|[\s(])[$€£]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]{1,3}\.[0-9] ?(?:%|percent|per cent|[mb]illion))(?:[\s).,;:]|$)",
    )
});
/// A number that goes on to another: "5.000 to 20.000 dinars".
static RANGE: LazyLock<Regex> = LazyLock::new(|| constant(r"^ (?:to|and|or) [0-9]+(?:[.,][0-9]+)*"));
/// What stands before a number that is measured or a sum.
static MEASURED_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    let codes = word_list::alternatives(CODES);
    constant(&format!(r"(?:\b(?:{codes}) ?|[€$£] ?|\bmagnitude (?:of )?|\bmeasured )$"))
});
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    let codes = word_list::alternatives(CODES);
    constant(&format!(r"^(?:(?:{codes})\b|[€$£])"))
});
/// A word before a number that makes it that of one thing, so that no plural behind it is counted: "his 1.045 leads the league".
static DETERMINER: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:an?|his|her|its|their) $"));
/// A number that may be an hour, and what stands before one.
static HOUR: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:[01]?[0-9]|2[0-3]),[0-5][0-9]$"));
static AT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:at|from|until|till|by) $"));
/// Codes of currencies.
const CODES: &str = include_str!("../../rules/lexicon/currency-codes.txt");
/// Words of sentences about prices and rates.
static RATES: WordList = word_list!("rates");
/// What is often counted by its average.
static AVERAGED: WordList = word_list!("averages");
