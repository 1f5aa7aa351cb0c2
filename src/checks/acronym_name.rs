//! An acronym of the source language in the place of the English one.

use unicode_segmentation::UnicodeSegmentation;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::fold::key;
use crate::names::lexicon::Acronym;

/// Flags "officials of the OKB", where English says UN.
pub(super) struct AcronymName;

impl Check for AcronymName {
    fn about(&self) -> About<'_> {
        About {
            id: "acronym-name",
            category: Category::UntranslatedEntity,
            severity: Severity::Minor,
            confidence: Confidence::percent(90),
            summary: "The acronym of the source language stands where English has its own.",
            why: "Translation engines translate the names of bodies and countries and leave their acronyms: SAD, SHBA and ZDA are \
                  the US, OKB and OZN the UN. It is surer where the article elsewhere names what is meant in English, or has many broken names.",
            flags: vec![
                "Officials of the United Nations came. The [[OKB|UN]] says no.",
                "The International Monetary Fund left, and the [[MMF|IMF]] mission with it.",
                "The World Health Organization (SZO) met; the [[SZO|WHO]] is in Geneva.",
                "American troops left. The [[SHBA|US]] said nothing, nor did the [[OEBS|OSCE]].",
                "Emanuel Makron, Kir Starmer and Olaf Šolc met. The [[SAD|US]] stayed away.",
            ],
            allows: vec![
                "The SDT filed an indictment, and SNS officials left.",
                "Seasonal affective disorder (SAD) is a winter illness: SAD is common in the United States.",
                "UNITED STATES AND SAD IN WASHINGTON",
                "NOVI SAD, Serbia – The team of the United States won.",
                "“SHBA” is Albanian for the United States.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        for &sentence in &article.prose.sentences {
            let sentence_text = article.article.slice(sentence);
            if !sentence_text.as_bytes().windows(3).any(|three| three.iter().all(u8::is_ascii_uppercase)) {
                continue;
            }
            let words: Vec<(usize, &str)> = sentence_text.unicode_word_indices().collect();
            for (which, &(at, word)) in words.iter().enumerate().filter(|(_, (_, word))| is_acronym(word)) {
                // A town in a line of capitals: NOVI SAD, Serbia.
                let beside = [which.checked_sub(1), Some(which + 1)].into_iter().flatten();
                let mut beside = beside.filter_map(|which| words.get(which));
                if beside.any(|(_, word)| is_in_capitals(word)) {
                    continue;
                }
                let span = Span::new(sentence.start + at, sentence.start + at + word.len());
                // In brackets it is for the check of acronyms behind their names.
                let in_brackets = text[..span.start].ends_with('(');
                let meant = meant(word, article).filter(|_| !in_brackets && !article.is_quoted(span));
                findings.extend(meant.map(|meant| finding(span, word, meant, article)));
            }
        }
    }
}

/// What an acronym stands for, where it can be no other thing: it is unknown in English, the article does not say what it
/// means by it, and all languages that have it agree.
pub(super) fn meant<'n>(acronym: &str, article: &Analysis<'n>) -> Option<Acronym<'n>> {
    let names = article.names();
    let mut rows = names.lexicon().acronyms(acronym);
    let first = rows.next().filter(|first| first.telling && !first.letters.is_empty())?;
    let agreed = rows.all(|row| row.telling && row.letters == first.letters);
    let known = || names.indices().iter().any(|index| index.is_accepted(&key(acronym)));
    (agreed && !known() && !is_explained(acronym, first, article.article.text())).then_some(first)
}

/// Whether the text says what else it means by an acronym: "Seasonal affective disorder (SAD)".
fn is_explained(acronym: &str, meant: Acronym<'_>, text: &str) -> bool {
    text.match_indices(&format!("({acronym}")).any(|(bracket, _)| {
        let before = text[..bracket].trim_end();
        !meant.english.split(" | ").any(|wording| before.ends_with(wording))
    })
}

fn finding(span: Span, acronym: &str, meant: Acronym<'_>, article: &Analysis<'_>) -> Finding {
    let (right, text) = (meant.letters, article.article.text());
    let message = format!("“{acronym}” comes from the source language; in English it is {right}.");
    let finding = Finding::new(span, message).suggest(right);
    let in_english = || {
        text.unicode_words().any(|word| word == right)
            || meant.english.split(" | ").any(|wording| text.contains(wording))
    };
    if in_english() || article.has_many_broken_names() {
        finding
    } else {
        finding.confidence(Confidence::percent(60))
    }
}

/// Whether a word is three capitals or more.
fn is_acronym(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|letter| letter.is_ascii_uppercase())
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}
