//! Spelt by ear: *Flejk* for *Flake*, *Šolc* for *Scholz*. The sound key finds the names, the rules of transcription judge them.

use super::super::index::{Index, WordId};
use super::super::language::Base;
use super::super::lexicon::Lexicon;
use super::super::respelling::Distance;
use super::super::sound::{Side, SoundKey, sound_keys, with_vowels};
use super::{Meaning, Why};

/// Beyond this cost per letter two words are two names.
const FARTHEST: f32 = 0.15;
/// A shorter word sounds like too many others.
const SHORTEST: usize = 3;
/// Respellings that are measured together: a bit each.
const TOGETHER: usize = 64;

/// Folded words found by sound, numbered in the order of their text.
pub(in crate::names) trait BySound {
    /// The words filed under a sound key, in order of their numbers.
    fn with_sound(&self, key: SoundKey) -> impl Iterator<Item = WordId>;
    /// The letters of the word of a number.
    fn letters_of(&self, word: WordId) -> &[u8];
}

impl BySound for Index {
    fn with_sound(&self, key: SoundKey) -> impl Iterator<Item = WordId> {
        self.words_with_sound(key)
    }

    fn letters_of(&self, word: WordId) -> &[u8] {
        self.word_bytes(word)
    }
}

/// What a case ending costs beside a distance per letter.
pub(in crate::names) const CASE_ENDING: f32 = 0.03;

/// The words that a folded word may be a spelling by ear of, as it stands or without a case ending, the nearest first.
pub(super) fn meanings<'l>(
    folded: &str,
    bases: &[Base<'l>],
    lexicon: &Lexicon,
    index: &Index,
) -> Vec<Meaning<'l>> {
    let (as_it_stands, without_endings) = respelt_or_bent(folded, bases, lexicon, index);
    let mut found: Vec<(f32, Meaning<'l>)> = as_it_stands
        .into_iter()
        .map(|(word, distance)| (distance.per_letter, Meaning { word, why: Why::Respelt(distance) }))
        .collect();
    for (base, respelt) in without_endings {
        found.extend(respelt.into_iter().map(|(word, distance)| {
            let why = Why::BentAndRespelt(base.clone(), distance);
            (distance.per_letter + CASE_ENDING, Meaning { word, why })
        }));
    }
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    found.into_iter().map(|(_, meaning)| meaning).collect()
}

/// Words that a word may be a spelling by ear of, with their distances.
type Respelt = Vec<(WordId, Distance)>;

/// The words that a folded word may be a spelling by ear of as it stands, and those without each of its case endings.
pub(in crate::names) fn respelt_or_bent<'b, 'l>(
    folded: &str,
    bases: &'b [Base<'l>],
    lexicon: &Lexicon,
    index: &impl BySound,
) -> (Respelt, Vec<(&'b Base<'l>, Respelt)>) {
    // A vowel that is but added leaves the word as it is: to take that for respelt too would be one guess on another.
    let bases: Vec<&Base<'l>> = bases.iter().filter(|base| !base.ending.is_empty()).collect();
    let spellings: Vec<&str> =
        std::iter::once(folded).chain(bases.iter().map(|base| base.folded.as_str())).collect();
    let mut respelt = respelt(&spellings, lexicon, index).into_iter();
    let as_it_stands = respelt.next().unwrap_or_default();
    (as_it_stands, bases.into_iter().zip(respelt).collect())
}

/// For each of some folded words, the words that it may be a spelling by ear of.
fn respelt(folded: &[&str], lexicon: &Lexicon, index: &impl BySound) -> Vec<Respelt> {
    let mut all = Vec::new();
    for folded in folded.chunks(TOGETHER) {
        let mut found = vec![Vec::new(); folded.len()];
        let alike = alike(folded, index);
        if !alike.is_empty() {
            let mut measure = lexicon.respelling.of(folded);
            let longest = folded.iter().map(|folded| longest(folded)).max().unwrap_or(0);
            #[expect(clippy::cast_precision_loss, reason = "words are short")]
            let reach = FARTHEST * longest as f32;
            let mut rest = alike.as_slice();
            while let Some((&(word, mut by), others)) = rest.split_first() {
                let original = index.letters_of(word);
                measure.turn_to(original);
                while by != 0 {
                    let which = by.trailing_zeros() as usize;
                    by &= by - 1;
                    if may_be(folded[which], original) {
                        found[which]
                            .extend(measure.distance(which, FARTHEST).map(|distance| (word, distance)));
                    }
                }
                let dead_end = measure.dead_end(reach);
                let same = dead_end.map_or(0, |beginning| beginning_with(beginning, others, index));
                rest = &others[same..];
            }
        }
        all.extend(found);
    }
    all
}

/// The words that sound like some of the folded words, in order of their numbers, each with the bits of those.
fn alike(folded: &[&str], index: &impl BySound) -> Vec<(WordId, u64)> {
    let mut keys: Vec<(SoundKey, u64)> = Vec::new();
    for (which, folded) in folded.iter().enumerate().filter(|(_, folded)| folded.len() >= SHORTEST) {
        let heard = sound_keys(folded, Side::Respelling).into_iter();
        for key in heard.flat_map(|key| [key, with_vowels(key, folded)]) {
            match keys.iter_mut().find(|(known, _)| *known == key) {
                Some((_, by)) => *by |= 1 << which,
                None => keys.push((key, 1 << which)),
            }
        }
    }
    let mut alike: Vec<(WordId, u64)> =
        keys.iter().flat_map(|&(key, by)| index.with_sound(key).map(move |word| (word, by))).collect();
    // Stable, because that merges what is in order already.
    alike.sort_by_key(|&(word, _)| word);
    alike.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 |= if same { next.1 } else { 0 };
        same
    });
    alike
}

/// How many of some words in order, the first ones, have this beginning; most of them are not read.
fn beginning_with(beginning: &[u8], words: &[(WordId, u64)], index: &impl BySound) -> usize {
    let begins = |&(word, _): &(WordId, u64)| index.letters_of(word).starts_with(beginning);
    let mut end = 1;
    while words.get(end - 1).is_some_and(begins) {
        end *= 2;
    }
    let start = end / 2;
    start + words[start..words.len().min(end - 1)].partition_point(begins)
}

/// The letters of the longest original that a word may be a respelling of.
fn longest(folded: &str) -> usize {
    folded.len() + 1 + folded.len() / 2
}

/// Whether two words are neither one word in two numbers nor of too different a length.
fn may_be(folded: &str, original: &[u8]) -> bool {
    let ending = folded.as_bytes().strip_prefix(original);
    let is_plural = ending.is_some_and(|ending| matches!(ending, b"" | b"s" | b"es"));
    !is_plural && original.len().abs_diff(folded.len()) <= longest(folded) - folded.len()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::super::gazetteer;
    use super::*;

    #[test]
    fn of_villages_only_those_with_the_vowels_are_meant() {
        let lexicon = Lexicon::builtin().expect("sound");
        let is_meant = |folded: &str, role: &str| {
            let file = format!("name,kind,roles\nMonterosso,place,{role}\n");
            let entries = gazetteer::read(Path::new("n.csv"), file.as_bytes()).expect("sound");
            !respelt(&[folded], &lexicon, &Index::new(entries, &[]))[0].is_empty()
        };
        assert!(is_meant("monteroso", "city") && is_meant("monteroso", "village"));
        assert!(is_meant("monteruso", "city") && !is_meant("monteruso", "village"));
    }
}
