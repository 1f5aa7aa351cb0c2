//! An acronym of the source language behind its English expansion.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};

/// Flags "the International Monetary Fund (MMF)", where English says IMF.
pub(super) struct SourceLanguageAcronym;

impl Check for SourceLanguageAcronym {
    fn about(&self) -> About<'_> {
        About {
            id: "source-language-acronym",
            category: Category::UntranslatedEntity,
            severity: Severity::Minor,
            confidence: Confidence::percent(88),
            summary: "Behind an English name stands the acronym of its name in the source language.",
            why: "Translation engines translate a name and leave its acronym, whose letters then stand for nothing. An \
                  acronym that English does not have is better left out; standing alone it may be meant.",
            flags: vec![
                "A loan from the International Monetary Fund ([[MMF|IMF]]) was approved.",
                "The Special State Prosecutor’s Office of Montenegro ([[SDT|SPO]]) filed an indictment.",
                "Several non-governmental organizations ([[NVO|NGOs]]) protested.",
                "The National Security Agency[[ (ANB)|]] arrested him.",
                "The ban of the European Central Bank ([[BCE|ECB]]) and the Organisation for Security and \
                 Cooperation in Europe ([[OEBS|OSCE]]) stands.",
            ],
            allows: vec![
                "A loan from the International Monetary Fund (IMF) was approved.",
                "The SDT filed an indictment, and MMF officials left.",
                "The shop (MMF) sells games; the Fund (MMF) too.",
                "The Serbian Progressive Party (SNS) won.",
                "Manchester Metropolitan Fund (MMF) was founded.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let lexicon = article.names().lexicon();
        for &paragraph in &article.prose.paragraphs {
            let text = article.article.slice(paragraph);
            for (at, _) in text.match_indices('(') {
                let inside = &text[at + 1..];
                let Some(end) = inside.find(['(', ')']).filter(|&end| inside[end..].starts_with(')')) else {
                    continue;
                };
                let is_short = |inside: &&str| inside.chars().count() <= LONGEST_ACRONYM;
                let acronym = Some(&inside[..end]).filter(is_short);
                let acronym = acronym.filter(|inside| inside.starts_with(char::is_uppercase));
                let Some(acronym) = acronym else { continue };
                let before = &text[..at];
                let mut rows = lexicon.acronyms(acronym).map(|meant| Row {
                    acronym,
                    english: folded(meant.english),
                    english_acronym: meant.letters,
                });
                let Some((row, plural)) = rows.find_map(|row| row.names(before).map(|plural| (row, plural)))
                else {
                    continue;
                };
                let inner = Span::new(at + 1, at + 1 + end);
                let whole = Span::new(before.trim_end().len(), inner.end + 1);
                findings.report(row.finding(inner, whole, plural, paragraph.start));
            }
        }
    }
}

/// A text without the end that says where what it names is: "… of Montenegro".
fn without_place(text: &str) -> &str {
    let is_part = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    let before = text.rsplit_once(' ').filter(|(_, last)| is_part(last)).map(|(mut before, _)| {
        while let Some((shorter, _)) = before.rsplit_once(' ').filter(|(_, word)| is_part(word)) {
            before = shorter;
        }
        before.strip_suffix(" the").unwrap_or(before)
    });
    before
        .and_then(|before| [" of", " in"].into_iter().find_map(|of| before.strip_suffix(of)))
        .unwrap_or(text)
}

/// The characters of the longest acronym.
const LONGEST_ACRONYM: usize = 12;

/// The characters before a bracket in which a name is looked for.
const LONGEST: usize = 200;

/// An acronym of another language: a row of the tables.
struct Row<'l> {
    acronym: &'l str,
    /// What it stands for: wordings, folded, joined by ` | `.
    english: String,
    /// Empty when English has none.
    english_acronym: &'l str,
}

impl Row<'_> {
    /// Whether `before` ends in a name of what it stands for, and whether that is a plural.
    fn names(&self, before: &str) -> Option<bool> {
        let before = before.trim_end();
        let start = before.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
        let before = &before[start..];
        [before, without_place(before)].into_iter().find_map(|before| {
            let before = folded(before);
            let ends = |plural: &str| {
                self.english.split(" | ").any(|name| {
                    let rest = before.strip_suffix(plural).and_then(|rest| rest.strip_suffix(name));
                    rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
                })
            };
            if ends("") { Some(false) } else { ends("s").then_some(true) }
        })
    }

    fn finding(&self, acronym: Span, bracket: Span, plural: bool, offset: usize) -> Finding {
        let letters = self.acronym;
        if self.english_acronym.is_empty() {
            let message =
                format!("“{letters}” comes from the source language; English has no acronym for it.");
            let finding = Finding::new(bracket.shifted(offset), message).suggest("");
            return finding.severity(Severity::Neutral).confidence(Confidence::percent(75));
        }
        let right = format!("{}{}", self.english_acronym, if plural { "s" } else { "" });
        let message = format!("“{letters}” comes from the source language; in English it is {right}.");
        Finding::new(acronym.shifted(offset), message).suggest(right)
    }
}

/// Lower case, plain apostrophes, American spelling: the key under which the wordings of a name meet.
fn folded(name: &str) -> String {
    let plain = name.to_lowercase().replace('’', "'").replace(['‑', '–'], "-").replace("co-op", "coop");
    let spellings =
        [("isation", "ization"), ("defence", "defense"), ("centre", "center"), ("labour", "labor")];
    spellings.iter().fold(plain, |name, (british, american)| name.replace(british, american))
}
