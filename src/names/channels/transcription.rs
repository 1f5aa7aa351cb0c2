//! Spelt by ear: *Flejk* for *Flake*, *Šolc* for *Scholz*. The sound key finds the names, the rules of transcription judge them.

use super::super::index::Index;
use super::super::lexicon::Lexicon;
use super::{Heard, Meaning, Why};

/// What a case ending costs beside a distance per letter.
pub(in crate::names) const CASE_ENDING: f32 = 0.03;

/// The words that a folded word may be a spelling by ear of, as it stands or without a case ending, the nearest first.
pub(super) fn meanings<'l>(heard: &Heard<'l>, lexicon: &'l Lexicon, index: &Index) -> Vec<Meaning<'l>> {
    let (as_it_stands, without_endings) = heard.respelt_or_bent(lexicon, index);
    let mut found: Vec<(f32, Meaning<'l>)> = as_it_stands
        .respelt
        .into_iter()
        .map(|(word, distance)| (distance.per_letter, Meaning { word, why: Why::Respelt(distance) }))
        .collect();
    for (base, originals) in without_endings {
        found.extend(originals.respelt.into_iter().map(|(word, distance)| {
            let why = Why::BentAndRespelt(base.clone(), distance);
            (distance.per_letter + CASE_ENDING, Meaning { word, why })
        }));
    }
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    found.into_iter().map(|(_, meaning)| meaning).collect()
}
