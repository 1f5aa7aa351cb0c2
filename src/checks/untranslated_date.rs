//! Months and weekdays in another language.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::borrowed::is_borrowed;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::fold::fold;
use crate::names::lexicon::Lexicon;
use crate::word_list::MONTHS;

/// Flags "5. januara", "octubre de 2017" and "on četvrtak".
pub(super) struct UntranslatedDate;

impl Check for UntranslatedDate {
    fn about(&self) -> About<'_> {
        About {
            id: "untranslated-date",
            category: Category::Untranslated,
            severity: Severity::Minor,
            confidence: Confidence::percent(93),
            summary: "A month or a day of the week is in another language.",
            why: "Bylines, captions and dates within names reach the page past the translation engine. A month counts behind a \
                  day or before a year, a day of the week behind a preposition or before a date: Maja, Marta and Petak are names \
                  too. The words come with the cases in which dates stand; see \
                  https://en.wikipedia.org/wiki/Croatian_months.",
            flags: vec![
                "The vote is on [[5. januara|5 January]] 2024 and [[12 siječnja|12 January]] 2025.",
                "It was signed on [[3 de marzo|3 March]] of 2021 and void on [[17 shkurt|17 February]].",
                "It was held on [[2 Juna|2 June]] in Bar and on [[5. Oktober|5 October]] 2019 in Graz.",
                "The mine was flooded in [[januaru 2022|January 2022]], the border closed in [[mart 2020|March 2020]].",
                "The referendum of [[octubre de 2017|October 2017]] failed.",
                "The council meets on [[četvrtak|Thursday]]; the strike is set for [[e hënë|Monday]].",
                "[[Nedjelja|Sunday]], 2 June 2024",
                "They met on Thursday, [[12. Juna|12 June]].",
            ],
            allows: vec![
                "The vote is on 5 January 2024, on Thursday.",
                "At 5 Marta Kos and at 12 Maja Gojković spoke.",
                "The rover Mars 2020 landed, and Maj 2020 is a label.",
                "Nedjelja is a Bosnian weekly; Subota, Mali and Petak are surnames; on Domingo’s advice; Domingo, 5 times a winner.",
                "The stadium on Avenida 9 de Julio and the 23 de Enero quarter were full on mardi gras, and for mardi gras.",
                "They sat on subprime loans from 12 marts.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let lexicon = article.names().lexicon();
        // A sentence would end at the full stop of "5. Oktober".
        for &paragraph in &article.prose.paragraphs {
            let text = article.article.slice(paragraph);
            let mut words = article.prose.words_in(paragraph).iter().map(|&word| article.article.slice(word));
            if !words.any(|word| lexicon.calendar_word(&word.to_lowercase()).is_some()) {
                continue;
            }
            for pattern in [&*DAY_MONTH, &*MONTH_YEAR, &*WEEKDAY, &*WEEKDAY_DATE] {
                for found in pattern.captures_iter(text) {
                    let (Some(span), Some(word)) = (found.name("found"), found.name("word")) else {
                        continue;
                    };
                    let word_in_lower_case = word.as_str().to_lowercase();
                    let Some(english) = lexicon.calendar_word(&word_in_lower_case) else { continue };
                    // In capitals behind "de" it names a street or a stadium, "9 de Julio", but for the year.
                    let names_a_place = found.name("of").is_some()
                        && word.as_str().starts_with(char::is_uppercase)
                        && !YEAR.is_match(&text[word.end()..]);
                    let words = article.prose.words_in(paragraph);
                    let found_at = Span::new(word.start(), word.end()).shifted(paragraph.start);
                    if names_a_place || is_borrowed(article.article.text(), words, found_at) {
                        continue;
                    }
                    let surely = found.name("surely").is_some();
                    if !surely && may_be_a_name(word.as_str(), lexicon) {
                        continue;
                    }
                    let group = |name| found.name(name).map_or("", |group| group.as_str());
                    let parts = [group("day"), english, group("year")];
                    let right: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    let message = format!("“{}” is {english} in another language.", word.as_str());
                    let span = Span::new(span.start(), span.end()).shifted(paragraph.start);
                    findings.report(Finding::new(span, message).suggest(right.join(" ")));
                }
            }
        }
    }
}

/// Whether the word has a capital and may be somebody’s or something’s name.
fn may_be_a_name(word: &str, lexicon: &Lexicon) -> bool {
    let key = fold(word);
    let named = lexicon.attested(&key).is_some() || !lexicon.given_names(&key).is_empty();
    word.starts_with(char::is_uppercase) && (named || lexicon.english(&key).is_some())
}

#[derive(Deserialize)]
struct Row {
    word: String,
    kind: String,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let table = include_str!("../../rules/lexicon/calendar.csv");
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("the built-in table is well formed, as the examples hold")).collect()
});

/// The words of a kind, as the alternatives of a regular expression.
fn alternatives(kind: &str) -> String {
    let words: Vec<&str> = ROWS.iter().filter(|row| row.kind == kind).map(|row| row.word.as_str()).collect();
    words.join("|")
}

fn pattern(text: &str) -> Regex {
    let text = text.replace("MONTH", &alternatives("month")).replace("WEEKDAY", &alternatives("weekday"));
    let text = text.replace("ENGLISH", &MONTHS.join("|"));
    Regex::new(&text).expect("a list of words in a constant")
}

static DAY_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<surely>\b(?:(?i:on|since|from|until|till|by|before|after)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?) )?(?P<found>\b(?P<day>[0-9]{1,2})(?:\.|º|er)? ?(?P<of>de |di )?(?P<word>(?i:MONTH)))\b",
    )
});

static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:,? |\.? (?:del?|of) )(?:19|20)[0-9]{2}\b"));

static MONTH_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[^0-9.] )(?P<found>(?P<word>(?i:MONTH))(?: del?)? (?P<year>(?:19|20)[0-9]{2}))\b")
});

static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:on|since|until|till|by|from|every|each|this|next|last|for|of) (?P<found>(?:e )?(?P<word>WEEKDAY))\b",
    )
});

static WEEKDAY_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|\b)(?P<found>(?P<word>(?i:WEEKDAY)))(?P<surely>,? [0-9]{1,2}\.? (?:(?i:MONTH)|ENGLISH)\b)")
});
