//! How good an article is: MQM points per 1,000 words, and the verdict.

use std::fmt;
use std::ops::AddAssign;

use crate::finding::Severity;

/// What the findings on an article, or on several, come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Words read.
    pub words: u32,
    /// MQM points, by the severity of the findings.
    pub points: u32,
    /// The worst finding.
    pub worst: Option<Severity>,
}

impl Score {
    /// The score of so many words with findings of these severities.
    pub fn new(words: usize, findings: impl IntoIterator<Item = Severity>) -> Self {
        let mut score = Self { words: u32::try_from(words).unwrap_or(u32::MAX), ..Self::default() };
        for severity in findings {
            score += Self { words: 0, points: severity.points(), worst: Some(severity) };
        }
        score
    }

    /// Points per 1,000 words; a text without words counts as one of one word.
    pub fn per_1000(self) -> f64 {
        f64::from(self.points) * 1000.0 / f64::from(self.words.max(1))
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.words = self.words.saturating_add(other.words);
        self.points = self.points.saturating_add(other.points);
        self.worst = self.worst.max(other.worst);
    }
}

/// What to do with an article, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It can go out.
    Publish,
    /// An editor must look at what was found.
    Review,
    /// It must not go out as it is.
    Hold,
}

impl Verdict {
    /// Every verdict, mildest first.
    pub const ALL: [Self; 3] = [Self::Publish, Self::Review, Self::Hold];

    /// The word that reports use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Review => "review",
            Self::Hold => "hold",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An article with its score.
#[derive(Clone, Debug)]
pub struct Scored {
    /// What the report calls the article.
    pub file: String,
    /// What its findings come to.
    pub score: Score,
    /// What to do with it.
    pub verdict: Verdict,
}

/// From how many points per 1,000 words on an article is reviewed or held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Below this, it is published.
    pub review: f64,
    /// From this on, it is held.
    pub hold: f64,
}

impl Default for Thresholds {
    /// Review from one minor finding in a thousand words: what can mislead a reader is worth a look even in a long article.
    /// Hold from 25, the points of a critical finding: two broken names in an article of 400 words.
    fn default() -> Self {
        Self { review: 1.0, hold: 25.0 }
    }
}

impl Thresholds {
    /// The verdict on an article. A critical finding holds it however long it is: that is what critical means in MQM.
    pub fn verdict(self, score: Score) -> Verdict {
        let points = score.per_1000();
        if points >= self.hold && score.points > 0 || score.worst == Some(Severity::Critical) {
            Verdict::Hold
        } else if points >= self.review && score.points > 0 {
            Verdict::Review
        } else {
            Verdict::Publish
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Critical, Major, Minor, Neutral};

    #[test]
    fn the_verdict_follows_the_points_and_the_length() {
        let verdict = |words, findings: &[Severity]| {
            Thresholds::default().verdict(Score::new(words, findings.iter().copied()))
        };
        assert_eq!(verdict(400, &[]), Verdict::Publish);
        assert_eq!(verdict(400, &[Neutral, Neutral]), Verdict::Publish);
        assert_eq!(verdict(400, &[Minor]), Verdict::Review);
        assert_eq!(verdict(1001, &[Minor]), Verdict::Publish);
        assert_eq!(verdict(400, &[Major, Minor, Minor, Minor, Minor]), Verdict::Review);
        assert_eq!(verdict(400, &[Major, Major]), Verdict::Hold);
        assert_eq!(verdict(50_000, &[Critical]), Verdict::Hold);
        assert_eq!(verdict(0, &[]), Verdict::Publish);
    }
}
