//! What a check reports: one suspected error at one span.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::article::Span;

/// How much harm an error does, with its MQM penalty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[derive(clap::ValueEnum)]
pub enum Severity {
    /// 0 points: worth knowing, not an error.
    Neutral,
    /// 1 point: a blemish that does not mislead.
    Minor,
    /// 5 points: misleads the reader.
    Major,
    /// 25 points: the article must not go out.
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

    /// The word that reports and rules files use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }

    /// The MQM penalty.
    pub const fn points(self) -> u32 {
        match self {
            Self::Neutral => 0,
            Self::Minor => 1,
            Self::Major => 5,
            Self::Critical => 25,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The kind of error, as a path in the MQM typology (the spelling of the WMT data).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum Category {
    /// Text that is not in the source.
    Addition,
    /// A meaning the source does not have.
    Mistranslation,
    /// A name broken on the way.
    Entity,
    /// A fixed phrase translated word for word.
    OverlyLiteral,
    /// Text missing that the source has.
    Omission,
    /// Text left in the source language.
    Untranslated,
    /// A name or label left in the form of the source language.
    UntranslatedEntity,
    /// Letters of the wrong script or decoded in the wrong encoding.
    CharacterEncoding,
    /// Text that says the same thing twice.
    Duplication,
    /// Grammar.
    Grammar,
    /// Punctuation.
    Punctuation,
    /// Spelling that is no name.
    Spelling,
    /// Spaces and lines.
    Whitespace,
    /// Dates written as another language does.
    DateFormat,
    /// Numbers written as another language does.
    NumberFormat,
    /// Units and currencies written as another language does.
    MeasurementFormat,
    /// Stilted or foreign in style.
    Style,
    /// The term is not the one the field uses.
    TermInappropriate,
    /// Two terms or forms for one thing.
    TermInconsistent,
}

impl Category {
    /// Every category with its path.
    pub const ALL: [(Self, &'static str); 19] = [
        (Self::Addition, "Accuracy/Addition"),
        (Self::Mistranslation, "Accuracy/Mistranslation"),
        (Self::Entity, "Accuracy/Mistranslation/Entity"),
        (Self::OverlyLiteral, "Accuracy/Mistranslation/Overly literal"),
        (Self::Omission, "Accuracy/Omission"),
        (Self::Untranslated, "Accuracy/Untranslated"),
        (Self::UntranslatedEntity, "Accuracy/Untranslated/Entity"),
        (Self::CharacterEncoding, "Fluency/Character encoding"),
        (Self::Duplication, "Fluency/Duplication"),
        (Self::Grammar, "Fluency/Grammar"),
        (Self::Punctuation, "Fluency/Punctuation"),
        (Self::Spelling, "Fluency/Spelling"),
        (Self::Whitespace, "Fluency/Whitespace"),
        (Self::DateFormat, "Locale convention/Date format"),
        (Self::NumberFormat, "Locale convention/Number format"),
        (Self::MeasurementFormat, "Locale convention/Measurement format"),
        (Self::Style, "Style/Awkward"),
        (Self::TermInappropriate, "Terminology/Inappropriate for context"),
        (Self::TermInconsistent, "Terminology/Inconsistent"),
    ];

    /// The MQM path.
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find_map(|(category, path)| (category == self).then_some(path))
            .expect("ALL lists every category, as a test holds")
    }
}

impl From<Category> for &'static str {
    fn from(category: Category) -> Self {
        category.as_str()
    }
}

impl TryFrom<String> for Category {
    type Error = String;

    fn try_from(path: String) -> Result<Self, String> {
        path.parse()
    }
}

impl FromStr for Category {
    type Err = String;

    fn from_str(path: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find_map(|(category, known)| (known == path).then_some(category)).ok_or_else(
            || {
                let known: Vec<_> = Self::ALL.iter().map(|(_, path)| *path).collect();
                format!("unknown category `{path}`, expected one of {}", known.join(", "))
            },
        )
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How sure a finding is, in whole percent from 0 to 100: of the findings at 90, nine in ten are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Confidence(u8);

impl Confidence {
    /// `percent`, at most 100.
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// The confidence of evidence that adds up to `bits` of log-odds (base 2); never quite 0 or 100.
    pub fn from_log_odds(bits: f64) -> Self {
        let share = 1.0 / (1.0 + (-bits).exp2());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=99")]
        Self((share * 100.0).round().clamp(1.0, 99.0) as u8)
    }

    /// The least evidence, in bits of log-odds, that [`from_log_odds`](Self::from_log_odds) makes this confidence or more.
    pub fn least_log_odds(self) -> f64 {
        let least = (f64::from(self.0) - 0.5).max(0.0);
        (least / (100.0 - least)).log2()
    }

    /// The whole percent.
    pub const fn value(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What differs from one finding of a check to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The suspected error.
    pub span: Span,
    /// What is wrong, in a sentence that an editor can check.
    pub message: String,
    /// Replacements for exactly the text of the span, best first; empty when none is worth offering.
    pub suggestions: Vec<String>,
    /// How sure; the check's usual confidence when none.
    pub confidence: Option<Confidence>,
    /// How bad, where it is not what the check usually is.
    pub severity: Option<Severity>,
    /// The reasons, each a sentence.
    pub evidence: Vec<String>,
}

impl Finding {
    /// A finding at `span` with nothing but a message.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            suggestions: Vec::new(),
            confidence: None,
            severity: None,
            evidence: Vec::new(),
        }
    }

    /// Adds a suggestion, behind those there are.
    #[must_use]
    pub fn suggest(mut self, replacement: impl Into<String>) -> Self {
        self.suggestions.push(replacement.into());
        self
    }

    /// Says how sure this finding is.
    #[must_use]
    pub fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = Some(confidence);
        self
    }

    /// Says how bad this finding is.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

/// The findings of one check on one article, as it hands them in.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Hands in one finding.
    pub fn report(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Hands in several.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.0.extend(findings);
    }

    /// Whether nothing was handed in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that was handed in, in that order.
    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}

/// A finding joined with what its check says of itself: one row of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The id of the check.
    pub check: String,
    /// The kind of error.
    pub category: Category,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// The suspected error.
    pub span: Span,
    /// What is wrong, in a sentence that an editor can check.
    pub message: String,
    /// Replacements for exactly the text of the span, best first.
    pub suggestions: Vec<String>,
    /// The reasons, each a sentence.
    pub evidence: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_reads_back_from_its_path() {
        for (category, path) in Category::ALL {
            assert_eq!(path.parse(), Ok(category));
            assert_eq!(category.as_str(), path);
        }
    }

    #[test]
    fn the_least_log_odds_make_the_confidence() {
        for percent in 1..=99 {
            let least = Confidence::percent(percent).least_log_odds();
            let made = [least - 1e-6, least + 1e-6].map(|bits| Confidence::from_log_odds(bits).value());
            assert_eq!(made, [(percent - 1).max(1), percent]);
        }
        assert!(Confidence::percent(0).least_log_odds() < -100.0);
    }

    #[test]
    fn confidence_follows_the_log_odds() {
        let percents: Vec<u8> =
            [-20.0, -1.0, 0.0, 2.0, 4.33, 20.0].map(|bits| Confidence::from_log_odds(bits).value()).to_vec();
        assert_eq!(percents, [1, 33, 50, 80, 95, 99]);
    }
}
