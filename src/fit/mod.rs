//! Fitting the weights of the evidence to labelled articles, and measuring how well they do.
//!
//! [`examples`] reads a folder of articles whose broken names are labelled, and makes an [`Example`] of whatever the engine takes for
//! a broken name. [`solver`] finds the weights under which the right ones are the likely ones; [`measure`] says how well weights
//! do. What is measured out of fold was not seen by the weights it is measured with: documents fall into five folds, and each
//! is judged by weights that were fitted to the other four.

pub mod examples;
mod label;
pub mod measure;
pub mod solver;

use std::collections::BTreeMap;

use crate::names::evidence::{Feature, Weight};
pub use examples::{Example, Labelled};
use solver::{Coefficient, Observation};

/// The folds of the cross-validation.
const FOLDS: usize = 5;
/// What an article loses by a false finding where nothing is broken, in false findings elsewhere: the reader's trust.
const CLEAN_COUNTS: f64 = 3.0;
/// How strongly a weight is drawn to what was expected of it.
const PENALTY: f64 = 2.0;
/// The same for a feature with few examples.
const PENALTY_OF_RARE: f64 = 12.0;
/// A feature with fewer examples has few.
const RARE: usize = 80;
/// A feature with fewer examples keeps the weight that was expected of it.
const TOO_FEW: usize = 10;

/// What a fit gives.
#[derive(Debug)]
pub struct Fit {
    /// The table with the fitted weights, in the order of the old one.
    pub table: Vec<Weight>,
    /// The log-odds of each example in bits, under weights that were fitted without its document.
    pub out_of_fold: Vec<f64>,
}

/// Fits the weights of a table to examples, and judges each example by the other folds.
pub fn fit(table: &[Weight], examples: &[Example]) -> Fit {
    let documents = documents(examples);
    let mut out_of_fold = vec![0.0; examples.len()];
    for fold in 0..FOLDS {
        let is_in = |example: &Example| {
            let number = documents.binary_search(&example.document.as_str());
            number.expect("the document of every example is listed") % FOLDS == fold
        };
        let weights = fitted(table, examples.iter().filter(|example| !is_in(example)));
        for (bits, example) in out_of_fold.iter_mut().zip(examples).filter(|(_, example)| is_in(example)) {
            *bits = example.bits(&weights);
        }
    }
    Fit { table: fitted(table, examples.iter()), out_of_fold }
}

/// The documents of examples, each once, in order.
pub fn documents(examples: &[Example]) -> Vec<&str> {
    let mut documents: Vec<&str> = examples.iter().map(|example| example.document.as_str()).collect();
    documents.sort_unstable();
    documents.dedup();
    documents
}

/// The table with its weights fitted to examples.
fn fitted<'e>(table: &[Weight], examples: impl Iterator<Item = &'e Example>) -> Vec<Weight> {
    let places: BTreeMap<Feature, usize> =
        table.iter().enumerate().map(|(place, row)| (row.feature, place)).collect();
    let mut counts = vec![0; table.len()];
    let mut observations = Vec::new();
    for example in examples {
        let features: Vec<usize> = example.features.iter().map(|feature| places[feature]).collect();
        for &place in &features {
            counts[place] += 1;
        }
        let weight = if example.is_clean { CLEAN_COUNTS } else { 1.0 };
        observations.push(Observation { features, holds: example.is_right, weight });
    }
    let coefficients: Vec<Coefficient> = table
        .iter()
        .zip(&counts)
        .map(|(row, &count)| Coefficient {
            expected: row.prior.unwrap_or(row.bits),
            penalty: match count {
                0..TOO_FEW => f64::INFINITY,
                TOO_FEW..RARE => PENALTY_OF_RARE,
                _ => PENALTY,
            },
        })
        .collect();
    let solved = solver::solve(&coefficients, &observations);
    table.iter().zip(solved).map(|(row, bits)| Weight { bits: rounded(bits), ..row.clone() }).collect()
}

/// A weight as the table has it, to the hundredth; no negative zero.
fn rounded(bits: f64) -> f64 {
    (bits * 100.0).round() / 100.0 + 0.0
}
