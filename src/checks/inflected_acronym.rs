//! An acronym with a case ending that hangs on a hyphen.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::Names;
use crate::names::fold::{fold, key};
use crate::names::language::is_ending;

/// Flags "a statement of UEFA-e", where English says UEFA.
pub(super) struct InflectedAcronym;

impl Check for InflectedAcronym {
    fn about(&self) -> About<'_> {
        About {
            id: "inflected-acronym",
            category: Category::Entity,
            severity: Severity::Minor,
            confidence: Confidence::percent(92),
            summary: "An acronym has the case ending of another language.",
            why: "Serbian, Croatian and Albanian bend acronyms, with the ending behind a hyphen (NATO-a, UEFA-e, AFP-së), and \
                  translation engines take it along. English does not bend them.",
            flags: vec![
                "A statement of [[NATO-a|NATO]] and one of [[UEFA-e|UEFA]] were read.",
                "They trust the [[AFP-së|AFP]] and the [[AUKUS-it|AUKUS]] treaty.",
                "The leaders of the [[G20-a|G20]] left for [[COP30-u|COP30]].",
                "He spoke in the [[EU-u|EU]] and to [[BDI-ja|BDI]] members.",
                "A report of the [[MMF-a|IMF]] came; the International Monetary Fund is sure.",
            ],
            allows: vec![
                "The NATO-led force, an EU-wide ban, an X-ray and MPs of the ANC were there.",
                "USB-c cables, a GT-i and the NGO-s of the town.",
                "The HIV-positive man drove his VW-based van to A-ha.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        for (hyphen, _) in text.match_indices('-') {
            let start = text[..hyphen]
                .rfind(|c: char| !is_of_acronym(c))
                .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
            let behind = &text[hyphen + 1..];
            let end = behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len());
            let (acronym, ending) = (&text[start..hyphen], &behind[..end]);
            let is_whole = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-')
                && !behind[end..].starts_with('-');
            if is_whole && is_acronym(acronym, article.names()) && is_case(ending, article.names()) {
                let span = Span::new(start, hyphen + 1 + end);
                let right =
                    super::acronym_name::meant(acronym, article).map_or(acronym, |meant| meant.letters);
                let message =
                    format!("“-{ending}” is the case ending of another language; in English it is {right}.");
                findings.extend([Finding::new(span, message).suggest(right)]);
            }
        }
    }
}

fn is_of_acronym(letter: char) -> bool {
    letter.is_ascii_uppercase() || letter.is_ascii_digit()
}

/// Whether some capitals and digits are an acronym; two of them are one that English has.
fn is_acronym(text: &str, names: &Names) -> bool {
    let is_known = || names.indices().iter().any(|index| index.is_accepted(&key(text)));
    text.starts_with(|c: char| c.is_ascii_uppercase()) && (text.len() > 2 || (text.len() == 2 && is_known()))
}

/// Whether some letters are a case ending; one without a vowel may be an English plural.
fn is_case(letters: &str, names: &Names) -> bool {
    let folded = fold(letters);
    letters.chars().all(char::is_lowercase)
        && folded.contains(['a', 'e', 'i', 'o', 'u'])
        && is_ending(&names.lexicon().languages, &folded)
}
