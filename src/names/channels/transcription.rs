//! Spelt by ear: *Flejk* for *Flake*, *Šolc* for *Scholz*. The sound key finds the names, the rules of transcription judge them.

use super::super::index::{Index, WordId};
use super::super::lexicon::Lexicon;
use super::super::respelling::Distance;
use super::{Meaning, Why};

/// The words that the word may be a spelling by ear of.
pub(super) fn meanings(folded: &str, lexicon: &Lexicon, index: &Index) -> Vec<Meaning<'static>> {
    respelt(folded, lexicon, index)
        .into_iter()
        .map(|(word, distance)| Meaning { word, why: Why::Respelt(distance) })
        .collect()
}

/// Beyond this cost per letter two words are two names.
const FARTHEST: f32 = 0.15;
/// A shorter word sounds like too many others.
const SHORTEST: usize = 3;

/// The words that sound alike, with their distances.
pub(super) fn respelt(folded: &str, lexicon: &Lexicon, index: &Index) -> Vec<(WordId, Distance)> {
    if folded.len() < SHORTEST {
        return Vec::new();
    }
    let alike = index.words_that_sound_like(folded);
    if alike.is_empty() {
        return Vec::new();
    }
    let mut measure = lexicon.respelling.of(folded);
    let mut found = Vec::new();
    for word in alike {
        let original = index.word_text(word);
        let is_plural = folded.strip_prefix(original).is_some_and(|ending| matches!(ending, "" | "s" | "es"));
        if !is_plural && original.len().abs_diff(folded.len()) <= 1 + folded.len() / 2 {
            found.extend(measure.distance(original, FARTHEST).map(|distance| (word, distance)));
        }
    }
    found
}
