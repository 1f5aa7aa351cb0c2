//! An acronym with a case ending that hangs on a hyphen.

use std::sync::LazyLock;

use regex::Regex;

use super::acronym_name::meant;
use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::Names;
use crate::names::fold::{fold, key};

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
        let names = article.names();
        for &sentence in &article.prose.sentences {
            for found in BENT.captures_iter(article.article.slice(sentence)) {
                let [bent, acronym, ending] =
                    [0, 1, 2].map(|group| found.get(group).expect("it is in the pattern"));
                if !is_acronym(acronym.as_str(), names) || !is_case(ending.as_str(), names) {
                    continue;
                }
                let meant = meant(acronym.as_str(), article).map_or(acronym.as_str(), |meant| meant.letters);
                let ending = ending.as_str();
                let message =
                    format!("“-{ending}” is the case ending of another language; in English it is {meant}.");
                let span = Span::new(sentence.start + bent.start(), sentence.start + bent.end());
                findings.extend([Finding::new(span, message).suggest(meant)]);
            }
        }
    }
}

/// Capitals and digits with small letters behind a hyphen.
static BENT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b([A-Z][A-Z0-9]+)-(\p{Ll}+)\b").expect("a sound pattern"));

/// Whether some capitals and digits are an acronym; two of them are one that English has.
fn is_acronym(text: &str, names: &Names) -> bool {
    text.len() > 2 || names.indices().iter().any(|index| index.is_accepted(&key(text)))
}

/// Whether some letters are a case ending; one without a vowel may be an English plural.
fn is_case(letters: &str, names: &Names) -> bool {
    let folded = fold(letters);
    folded.contains(['a', 'e', 'i', 'o', 'u']) && names.lexicon().case_endings.has(&folded)
}
