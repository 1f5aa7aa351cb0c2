//! How well log-odds do: what is found, what of it is right, and whether a confidence keeps its word.

use std::collections::HashSet;

use super::Example;
use crate::finding::Confidence;

/// How well the log-odds of examples do.
#[derive(Debug)]
pub struct Measured {
    /// The mean surprise at what is right and what is wrong, in bits an example.
    pub log_loss: f64,
    /// Findings: examples that are as sure as was asked for.
    pub findings: usize,
    /// Findings that overlap a label.
    pub on_label: usize,
    /// Findings whose suggestion is right.
    pub right: usize,
    /// Findings where nothing is broken.
    pub in_clean: usize,
    /// Labels that a finding overlaps.
    pub found: usize,
    /// Labels that a finding with the right suggestion overlaps.
    pub fixed: usize,
    /// The examples by their confidence, the surest first.
    pub bands: Vec<Band>,
}

/// Examples of about the same confidence.
#[derive(Debug, PartialEq, Eq)]
pub struct Band {
    /// The least and the greatest confidence, in percent.
    pub percent: (u8, u8),
    /// How many examples there are.
    pub examples: usize,
    /// How many of them are right.
    pub right: usize,
}

/// The least confidence of each band, in percent.
const BANDS: [u8; 6] = [90, 80, 70, 50, 20, 0];

/// Measures examples by the log-odds that each is given, in bits; those at least as sure as `least` are findings.
pub fn measure(examples: &[Example], bits: &[f64], least: Confidence) -> Measured {
    let confidences: Vec<u8> = bits.iter().map(|&bits| Confidence::from_log_odds(bits).value()).collect();
    let findings = || {
        examples
            .iter()
            .zip(&confidences)
            .filter(|(_, sure)| **sure >= least.value())
            .map(|(example, _)| example)
    };
    let count = |holds: fn(&&Example) -> bool| findings().filter(holds).count();
    let labels = |holds: fn(&&Example) -> bool| {
        findings().filter(holds).flat_map(|example| &example.labels).collect::<HashSet<_>>().len()
    };
    let loss = |(example, bits): (&Example, &f64)| {
        let against = if example.is_right { -bits } else { *bits };
        (1.0 + against.exp2()).log2()
    };
    let mut most = 100;
    let bands = BANDS.map(|least| {
        let inside = || {
            let all = examples.iter().zip(&confidences);
            all.filter(|(_, sure)| (least..=most).contains(*sure)).map(|(example, _)| example)
        };
        let right = inside().filter(|example| example.is_right).count();
        let band = Band { percent: (least, most), examples: inside().count(), right };
        most = least.saturating_sub(1);
        band
    });
    #[expect(clippy::cast_precision_loss, reason = "a mean for the eye")]
    let mean = |sum: f64| if examples.is_empty() { 0.0 } else { sum / examples.len() as f64 };
    Measured {
        log_loss: mean(examples.iter().zip(bits).map(loss).sum()),
        findings: findings().count(),
        on_label: count(|example| !example.labels.is_empty()),
        right: count(|example| example.is_right),
        in_clean: count(|example| example.is_clean),
        found: labels(|_| true),
        fixed: labels(|example| example.is_right),
        bands: bands.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(labels: &[usize], is_right: bool, is_clean: bool) -> Example {
        Example { document: String::new(), features: Vec::new(), labels: labels.to_vec(), is_right, is_clean }
    }

    #[test]
    fn findings_labels_and_bands_are_counted() {
        let examples = [
            example(&[0], true, false),
            example(&[0, 1], false, false),
            example(&[], false, true),
            example(&[2], true, false),
        ];
        let measured = measure(&examples, &[5.0, 2.0, 3.0, -1.0], Confidence::percent(70));
        let Measured { findings, on_label, right, in_clean, found, fixed, .. } = measured;
        assert_eq!((findings, on_label, right, in_clean, found, fixed), (3, 2, 1, 1, 2, 1));
        let bands: Vec<_> =
            measured.bands.iter().map(|band| (band.percent, band.examples, band.right)).collect();
        assert_eq!(bands[..3], [((90, 100), 1, 1), ((80, 89), 2, 0), ((70, 79), 0, 0)]);
        assert_eq!(bands[4], ((20, 49), 1, 1));
        // The surprise at 5 bits for, 2 and 3 bits against, and -1 bit for.
        assert!((measured.log_loss - (0.0444 + 2.3219 + 3.1699 + 1.585) / 4.0).abs() < 1e-3, "{measured:?}");
    }
}
