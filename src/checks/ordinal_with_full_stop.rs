//! Numbers with the full stop that makes them ordinal in other languages.

use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::lexicon::Lexicon;
use crate::word_list::{MONTHS, NUMBERED};

/// Flags "the 17. century", "in 1975. in Niš" and "the XIX century".
pub(super) struct OrdinalWithFullStop;

impl Check for OrdinalWithFullStop {
    fn about(&self) -> About<'_> {
        About {
            id: "ordinal-with-full-stop",
            category: Category::NumberFormat,
            severity: Severity::Minor,
            confidence: Confidence::percent(88),
            summary: "A number carries the full stop or the Roman figures of an ordinal number of another language.",
            why: "Serbian, Croatian, German and others write an ordinal number, and so a year, with a full stop, and count centuries \
                  in Roman figures. In the middle of an English sentence the stop looks like its end. \
                  See https://en.wikipedia.org/wiki/Ordinal_indicator.",
            flags: vec![
                "The fortress was built in the [[17.|17th]] century and restored in the [[XIX|19th]] century.",
                "He was born in [[1975.|1975]] in Niš and has lived there since [[1998.|1998]] when it changed.",
                "The fair lasts from [[5.|5]] to 9 October; the service on June [[28.|28]] was long.",
                "Enrolment for the 2020/[[2021.|2021]] school year starts.",
                "She took the [[3.|3rd]] place and he the [[22.|22nd]] and [[11.|11th]] one.",
            ],
            allows: vec![
                "It ended in 1975. In Niš it went on.",
                "The fortress was built in the 17th century, in Article 5. of the law and No. 12. of the gazette.",
                "1. the first point\n## 2. the second point",
                "He bought 12. iPhone sales rose; in 2019. eBay fell; 5. de Gaulle left.",
                "At 10. a.m. it fell by 3.5. they said.",
                "Pope John XXIII and Louis XIV of the line; a CV century.",
                "It was his first First XI century, his fifth first XI century and a World War II century-old oak.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for &paragraph in &article.prose.paragraphs {
            let text = article.article.slice(paragraph);
            let goes_on = |behind: u8| behind.is_ascii_lowercase() || !behind.is_ascii();
            let stops = text
                .as_bytes()
                .windows(4)
                .any(|four| four[0].is_ascii_digit() && four[1..3] == *b". " && goes_on(four[3]));
            for found in stops.then(|| NUMBER.captures_iter(text)).into_iter().flatten() {
                let (Some(number), Some(stop), Some(next)) = (found.get(1), found.get(2), found.get(3))
                else {
                    continue;
                };
                let before = &text[..number.start()];
                let behind = &text[next.end()..];
                let name = behind.starts_with(|c: char| c.is_uppercase() || c == '-')
                    || begins_name(next.as_str(), behind, article.names().lexicon());
                let right = without_stop(before, number.as_str(), next.as_str(), behind);
                let Some(right) = right.filter(|_| !name) else { continue };
                let span = Span::new(number.start(), stop.end()).shifted(paragraph.start);
                let message = "English writes no full stop behind a number in the middle of a sentence.";
                findings.report(Finding::new(span, message).suggest(right));
            }
            let centuries = text.contains("centur").then(|| ROMAN.captures_iter(text));
            for found in centuries.into_iter().flatten() {
                let Some(figures) = found.get(1) else { continue };
                if !COUNTS_CENTURIES.is_match(&text[..figures.start()]) {
                    continue;
                }
                let Some(number) = ROMANS.iter().position(|roman| *roman == figures.as_str()) else {
                    continue;
                };
                let right = ordinal(number + 1);
                let span = Span::new(figures.start(), figures.end()).shifted(paragraph.start);
                findings.report(
                    Finding::new(span, format!("English writes this the {right} century.")).suggest(right),
                );
            }
        }
    }
}

/// What English writes for a number and a full stop before a word in small letters; `None` where the stop may be meant.
fn without_stop(before: &str, number: &str, next: &str, behind: &str) -> Option<String> {
    let school_year =
        before.strip_suffix('/').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    let alone = before.ends_with([' ', '\u{a0}', '(']) || school_year;
    let abbreviated = behind.starts_with('.') && behind[1..].starts_with(char::is_alphanumeric);
    let listed = !before.contains(char::is_alphabetic);
    if listed || !alone || abbreviated || next == "year" || NUMBERED.is_match(before) {
        return None;
    }
    let value: usize = number.parse().ok()?;
    let year = (1500..2100).contains(&value);
    let of_month = before.trim_end().rsplit(' ').next().is_some_and(|word| MONTHS.contains(&word));
    let range = RANGE_OF_DAYS.is_match(behind) && matches!(next, "to" | "and" | "until" | "or");
    match value {
        _ if year || of_month || (range && value <= 31) => Some(number.to_owned()),
        1..=200 => Some(ordinal(value)),
        _ => None,
    }
}

/// Whether a word in small letters is a particle of the name that goes on behind it: "de Gaulle".
fn begins_name(word: &str, behind: &str, lexicon: &Lexicon) -> bool {
    let goes_on = behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(char::is_uppercase));
    goes_on && lexicon.is_particle(word)
}

fn ordinal(number: usize) -> String {
    let letters = match (number % 10, number % 100) {
        (1, last) if last != 11 => "st",
        (2, last) if last != 12 => "nd",
        (3, last) if last != 13 => "rd",
        _ => "th",
    };
    format!("{number}{letters}")
}

/// The figures of the centuries of which the news speaks; I and V are words too.
const ROMANS: [&str; 21] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII", "XVIII", "XIX", "XX", "XXI",
];

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"([0-9]{1,4})(\.) (\p{Ll}+)").expect("a constant that the examples use"));

static RANGE_OF_DAYS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"^ \d{{1,2}}\.? (?:{})\b", MONTHS.join("|")))
        .expect("a constant that the examples use")
});

static ROMAN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b([XVI]+)\.? (?:century|centuries)(?:[^-\w]|$)").expect("a constant that the examples use")
});

/// What stands before the number of a century, and not before that of a king, a war or a cricket team.
static COUNTS_CENTURIES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[XVI][-–]|(?i:\b(?:the|an?|of|in|from|since|to|and|or|until|till|by|early|late|mid)[ -]))$",
    )
    .expect("a constant that the examples use")
});
