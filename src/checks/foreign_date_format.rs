//! Dates in figures with full stops.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list::{MONTHS, NUMBERED};

/// Flags "06.06.2025." and "until 15.10. at the gallery".
pub(super) struct ForeignDateFormat;

impl Check for ForeignDateFormat {
    fn about(&self) -> About<'_> {
        About {
            id: "foreign-date-format",
            category: Category::DateFormat,
            severity: Severity::Minor,
            confidence: Confidence::percent(93),
            summary: "A date is written in figures with full stops.",
            why: "Much of Europe writes the day and the month as ordinal numbers, with full stops. English names the month; in \
                  figures a date such as 6.7.2025 means July to some readers and June to others. \
                  See https://en.wikipedia.org/wiki/List_of_date_formats_by_country.",
            flags: vec![
                "The trial begins on [[06.06.2025.|6 June 2025]] before the court.",
                "It was signed on [[12. 03. 2019|12 March 2019]].",
                "The deadline is [[31.12.2024|31 December 2024]], not [[1. 1. 2025.|1 January 2025]] as before.",
                "Made on [[17.05.2024 g.|17 May 2024]] at the session, closed on [[01/09/2023.|1 September 2023]] with the firm.",
                "It is open until [[15.10.|15 October]] at the gallery and from [[30. 6.|30 June]] on.",
            ],
            allows: vec![
                "The trial begins on 6 June 2025, or 06/06/2025.",
                "Version 2.10.2024 is out; see 10.12.2024.1 and rule 4.5.2019a.",
                "It cost 15.10. He left at 15.10. Then he slept.",
                "A date such as 45.10.2024 or 12.13.2024 is none.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for &paragraph in &article.prose.paragraphs {
            let text = article.article.slice(paragraph);
            if !may_have_date(text) {
                continue;
            }
            for pattern in [&*WITH_YEAR, &*WITHOUT_YEAR] {
                for found in pattern.captures_iter(text) {
                    findings.extend(date(&found, text).map(|(span, right, confidence)| {
                        let message = format!("English names the month: {right}.");
                        Finding::new(span.shifted(paragraph.start), message)
                            .suggest(right)
                            .confidence(confidence)
                    }));
                }
            }
        }
    }
}

/// Whether a full stop or a slash joins figures, and another one follows: few texts have any, and for those without no pattern
/// is compiled.
fn may_have_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'.', b'/', bytes).any(|at| {
        let behind = bytes[at + 1..].strip_prefix(b" ").unwrap_or(&bytes[at + 1..]);
        let month = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at > 0
            && bytes[at - 1].is_ascii_digit()
            && (1..=2).contains(&month)
            && matches!(behind.get(month), Some(b'.' | b'/'))
    })
}

/// Where the date is, how English writes it, and how sure that is; `None` for what is no date.
fn date(found: &Captures<'_>, text: &str) -> Option<(Span, String, Confidence)> {
    let [date, day, month] = ["date", "day", "month"].map(|name| found.name(name));
    let (date, day, month) = (date?, day?.as_str(), month?.as_str());
    let year = found.name("year");
    let behind = &text[date.end()..];
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || c == '-')
        || behind.starts_with(['.', ':']) && behind[1..].starts_with(|c: char| c.is_ascii_digit());
    let number: usize = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    if goes_on || NUMBERED.is_match(&text[..date.start()]) {
        return None;
    }
    let before_more = behind
        .trim_start_matches([' ', '\u{a0}'])
        .starts_with(|c: char| c.is_lowercase() || ",)".contains(c));
    let mut end = date.end();
    // The last full stop belongs to the date where no sentence ends.
    let stop = found.name("stop").is_some_and(|stop| !stop.is_empty());
    if stop && !before_more {
        end -= 1;
    }
    let dotted = stop && before_more;
    let (right, confidence) = match year {
        Some(year) if dotted || date.as_str().contains(". ") => {
            (format!("{number} {name} {}", year.as_str()), 94)
        }
        Some(year) if !date.as_str().contains('/') => (format!("{number} {name} {}", year.as_str()), 85),
        None if dotted => (format!("{number} {name}"), 88),
        _ => return None,
    };
    Some((Span::new(date.start(), end), right, Confidence::percent(confidence)))
}

static WITH_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    let day_month = r"(?P<day>[0-9]{1,2})(?:\. ?|/)(?P<month>[0-9]{1,2})(?:\. ?|/)";
    Regex::new(&format!(
        r"(?:^|[\s(“‘])(?P<date>{day_month}(?P<year>(?:19|20)[0-9][0-9])(?: ?g(?:od)?\.| godine)?(?P<stop>\.?))"
    ))
    .expect("a constant that the examples use")
});

static WITHOUT_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:on|from|until|till|by|since|of) (?P<date>(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})(?P<stop>\.))",
    )
    .expect("a constant that the examples use")
});
