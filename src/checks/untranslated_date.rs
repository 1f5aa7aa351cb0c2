//! Months and weekdays in another language.

use regex_syntax::is_word_character;

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
                "The vote is on 5 January 2024, on Thursday, and on 16 April 2025; from 3 September on it is law.",
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
            for word in words_of(text) {
                let Some(english) = lexicon.calendar_word(&word.written.to_lowercase()) else { continue };
                if word.written == english {
                    continue;
                }
                let dates = if MONTHS.contains(&english) {
                    [word.behind_day(), word.before_year()]
                } else {
                    [word.behind_preposition(), word.before_date(lexicon)]
                };
                let is_borrowed = || {
                    let words = article.prose.words_in(paragraph);
                    let found_at = Span::new(word.start, word.end()).shifted(paragraph.start);
                    is_borrowed(article.article.text(), words, found_at)
                };
                for date in dates.into_iter().flatten() {
                    if is_borrowed() || (!date.surely && may_be_a_name(word.written, lexicon)) {
                        continue;
                    }
                    let parts = [date.day, english, date.year];
                    let right: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    let message = format!("“{}” is {english} in another language.", word.written);
                    let span = date.span.shifted(paragraph.start);
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

/// A run of letters in a text.
struct Word<'t> {
    text: &'t str,
    start: usize,
    written: &'t str,
}

/// A date with a word of another language.
struct Date<'t> {
    span: Span,
    /// Empty where it has none.
    day: &'t str,
    year: &'t str,
    /// Whether what stands beside it says that the word is no name.
    surely: bool,
}

impl<'t> Word<'t> {
    fn end(&self) -> usize {
        self.start + self.written.len()
    }

    fn before(&self) -> &'t str {
        &self.text[..self.start]
    }

    fn behind(&self) -> &'t str {
        &self.text[self.end()..]
    }

    /// "5. januara", "3 de marzo"; "on 2 Juna", where the word is surely no name.
    fn behind_day(&self) -> Option<Date<'t>> {
        let of = ["de ", "di "].into_iter().find_map(|of| self.before().strip_suffix(of));
        // In capitals behind "de" it names a street or a stadium, "9 de Julio", but for the year.
        let is_capital = self.written.starts_with(char::is_uppercase);
        if continues(self.behind()) || (of.is_some() && is_capital && !is_before_year(self.behind())) {
            return None;
        }
        let before = of.unwrap_or(self.before());
        let before = before.strip_suffix(' ').unwrap_or(before);
        let ordinal = [".", "º", "er"].into_iter().find_map(|mark| before.strip_suffix(mark));
        let (before, day) = last_word(ordinal.unwrap_or(before));
        if !(1..=2).contains(&day.len()) || !is_in_figures(day) {
            return None;
        }
        let surely = before.strip_suffix(' ').is_some_and(|before| {
            let word = last_word(before).1;
            BEFORE_DAY.iter().any(|known| known.eq_ignore_ascii_case(word))
                || WEEKDAYS.contains(&last_word(before.strip_suffix(',').unwrap_or(before)).1)
        });
        Some(Date { span: Span::new(before.len(), self.end()), day, year: "", surely })
    }

    /// "januaru 2022", "octubre de 2017".
    fn before_year(&self) -> Option<Date<'t>> {
        let begins = match self.before().strip_suffix(' ') {
            Some(before) => before.ends_with(|c: char| !c.is_ascii_digit() && c != '.'),
            None => self.start == 0,
        };
        let behind = [" de ", " del ", " "].into_iter().find_map(|of| self.behind().strip_prefix(of))?;
        let year = behind.get(..4).filter(|year| begins && is_year(year) && !continues(&behind[4..]))?;
        let end = self.text.len() - behind.len() + year.len();
        Some(Date { span: Span::new(self.start, end), day: "", year, surely: false })
    }

    /// "on četvrtak", "for e hënë".
    fn behind_preposition(&self) -> Option<Date<'t>> {
        let (before, word) = last_word(self.before().strip_suffix(' ')?);
        let (start, word) = match before.strip_suffix(' ') {
            Some(before) if word == "e" => (self.start - 2, last_word(before).1),
            _ => (self.start, word),
        };
        let is_small = self.written == self.written.to_lowercase();
        let found = is_small && !continues(self.behind()) && BEFORE_WEEKDAY.contains(&word);
        found.then(|| Date { span: Span::new(start, self.end()), day: "", year: "", surely: false })
    }

    /// "Nedjelja, 2 June 2024".
    fn before_date(&self, lexicon: &Lexicon) -> Option<Date<'t>> {
        let behind = self.behind().strip_prefix(',').unwrap_or(self.behind()).strip_prefix(' ')?;
        let day = behind.find(|c: char| !c.is_ascii_digit()).map(|end| &behind[..end])?;
        let behind = &behind[day.len()..];
        let behind = behind.strip_prefix('.').unwrap_or(behind).strip_prefix(' ')?;
        let month = words_of(behind).next().filter(|month| month.start == 0 && !continues(month.behind()))?;
        let is_month = MONTHS.contains(&month.written)
            || lexicon
                .calendar_word(&month.written.to_lowercase())
                .is_some_and(|english| MONTHS.contains(&english));
        let found = !continues_from(self.before()) && (1..=2).contains(&day.len()) && is_month;
        found.then(|| Date { span: Span::new(self.start, self.end()), day: "", year: "", surely: true })
    }
}

/// The runs of letters in a text.
fn words_of(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        at = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| start + length);
        Some(Word { text, start, written: &text[start..at] })
    })
}

/// A text up to its last word, and that word; empty where it ends in none.
fn last_word(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(is_word_character).len())
}

/// Whether a word goes on in the text behind it.
fn continues(behind: &str) -> bool {
    behind.starts_with(is_word_character)
}

/// Whether a word began in the text before it.
fn continues_from(before: &str) -> bool {
    before.ends_with(is_word_character)
}

fn is_in_figures(word: &str) -> bool {
    word.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    (word.starts_with("19") || word.starts_with("20")) && is_in_figures(word)
}

/// Whether the year follows that belongs to a day and a month.
fn is_before_year(behind: &str) -> bool {
    let between = [", ", ". de ", ". del ", ". of ", " de ", " del ", " of ", " "];
    let behind = between.into_iter().find_map(|between| behind.strip_prefix(between)).unwrap_or_default();
    behind.get(..4).is_some_and(|year| is_year(year) && !continues(&behind[4..]))
}

/// What surely stands before a day of the month.
const BEFORE_DAY: [&str; 8] = ["on", "since", "from", "until", "till", "by", "before", "after"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// What stands before a day of the week.
const BEFORE_WEEKDAY: [&str; 13] =
    ["on", "since", "until", "till", "by", "from", "every", "each", "this", "next", "last", "for", "of"];
