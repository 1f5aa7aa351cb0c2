//! The checks for broken names, one for each way in which translation breaks them.

mod equivalent_first_name;
mod inconsistent_name;
mod inflected_name;
mod literal_name;
mod misspelt_name;
mod transcribed_name;
mod transliterated_name;
mod wrong_gender_name;

pub use equivalent_first_name::EQUIVALENT_FIRST_NAME;
pub use inconsistent_name::INCONSISTENT_NAME;
pub use inflected_name::INFLECTED_NAME;
pub use literal_name::LITERAL_NAME;
pub use misspelt_name::MISSPELT_NAME;
pub use transcribed_name::TRANSCRIBED_NAME;
pub use transliterated_name::TRANSLITERATED_NAME;
pub use wrong_gender_name::WRONG_GENDER_NAME;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::BrokenName;
use crate::names::channels::Channel;

/// Reports the names that one channel broke.
pub struct NameCheck {
    id: &'static str,
    channel: Channel,
    category: Category,
    severity: Severity,
    summary: &'static str,
    why: &'static str,
    flags: &'static [&'static str],
    allows: &'static [&'static str],
}

impl Check for NameCheck {
    fn about(&self) -> About<'_> {
        About {
            id: self.id,
            category: self.category,
            severity: self.severity,
            confidence: Confidence::percent(90),
            summary: self.summary,
            why: self.why,
            flags: self.flags.to_vec(),
            allows: self.allows.to_vec(),
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for name in article.broken_names().iter().filter(|name| name.candidates[0].channel == self.channel) {
            findings.report(finding(article, name));
        }
    }
}

/// Candidates with so much less evidence than the best, in bits, are not offered.
const FAR_BEHIND: f64 = 4.0;

/// What is reported of a broken name.
pub(crate) fn finding(article: &Analysis<'_>, name: &BrokenName) -> Finding {
    let best = &name.candidates[0];
    let found = article.article.slice(name.span);
    let of = match &best.entry {
        Some(entry) if !entry.starts_with(&best.suggestion) => format!(", as in {entry}"),
        _ => String::new(),
    };
    let message = format!("“{found}” looks like {}{of}: {}.", best.suggestion, best.reasons.join("; "));
    let bits = best.evidence.bits();
    Finding {
        suggestions: name
            .candidates
            .iter()
            .filter(|candidate| candidate.evidence.bits() > bits - FAR_BEHIND)
            .map(|candidate| candidate.suggestion.clone())
            .collect(),
        confidence: Some(Confidence::from_log_odds(bits)),
        evidence: best.reasons.clone(),
        ..Finding::new(name.span, message)
    }
}
