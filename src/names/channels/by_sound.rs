//! A word made ready to be looked for by its sound, as it stands and without its case endings: that is done once, however many
//! lists are searched.

use std::cell::{OnceCell, RefCell};

use super::super::case_endings::Base;
use super::super::index::{Index, WordId};
use super::super::lexicon::Lexicon;
use super::super::respelling::{Distance, Measure};
use super::super::sound::{Side, SoundKey, sound_keys, with_vowels};

/// Beyond this cost per letter two words are two names.
const FARTHEST: f32 = 0.15;
/// A shorter word sounds like too many others.
const SHORTEST: usize = 3;
/// Respellings that are measured together: a bit each.
const TOGETHER: usize = 64;

/// Folded words found by sound, numbered in the order of their text.
pub(in crate::names) trait BySound {
    /// The words filed under a sound key, in order of their numbers; others may be among them.
    fn with_sound(&self, key: SoundKey) -> impl Iterator<Item = WordId>;
    /// The letters of the word of a number.
    fn letters_of(&self, word: WordId) -> &[u8];
    /// The letters of the word of a number, if it is one that is looked for.
    fn letters_if_wanted(&self, word: WordId) -> Option<&[u8]> {
        Some(self.letters_of(word))
    }
}

impl BySound for Index {
    fn with_sound(&self, key: SoundKey) -> impl Iterator<Item = WordId> {
        self.words_with_sound(key)
    }

    fn letters_of(&self, word: WordId) -> &[u8] {
        self.word_bytes(word)
    }
}

/// A folded word and its nominatives.
pub(in crate::names) struct Heard<'l> {
    folded: String,
    /// Every nominative that the word may belong to.
    pub(in crate::names) bases: Vec<Base<'l>>,
    groups: OnceCell<Vec<Group<'l>>>,
}

/// Spellings that are looked for together.
struct Group<'l> {
    /// The sound keys of the spellings, each with the bits of those that have it.
    keys: Vec<(SoundKey, u64)>,
    /// What measures the spellings, once something sounds like one of them.
    measure: OnceCell<RefCell<Measure<'l>>>,
}

/// The words of a list that a spelling may be of.
#[derive(Clone, Default)]
pub(in crate::names) struct Originals {
    /// The word that it is.
    pub(in crate::names) itself: Option<WordId>,
    /// Those that it may be a spelling by ear of, with their distances.
    pub(in crate::names) respelt: Vec<(WordId, Distance)>,
}

impl<'l> Heard<'l> {
    pub(in crate::names) fn new(folded: &str, lexicon: &'l Lexicon) -> Self {
        let bases = lexicon.case_endings.bases(folded);
        Self { folded: folded.to_owned(), bases, groups: OnceCell::new() }
    }

    /// The nominatives that are respelt too. A vowel that is but added leaves the word as it is: to take that for respelt too
    /// would be one guess on another.
    fn bent(&self) -> impl Iterator<Item = &Base<'l>> {
        self.bases.iter().filter(|base| !base.ending.is_empty())
    }

    fn spellings(&self) -> Vec<&str> {
        let bent = self.bent().map(|base| base.folded.as_str());
        std::iter::once(self.folded.as_str()).chain(bent).collect()
    }

    fn groups(&self, spellings: &[&str]) -> &[Group<'l>] {
        self.groups.get_or_init(|| spellings.chunks(TOGETHER).map(Group::new).collect())
    }

    /// The sound keys of the word and of its nominatives.
    pub(in crate::names) fn sounds(&self) -> impl Iterator<Item = SoundKey> {
        let groups = self.groups(&self.spellings());
        groups.iter().flat_map(|group| &group.keys).map(|&(key, _)| key)
    }

    /// The words that the word may be a spelling of as it stands, and those without each of its case endings.
    pub(in crate::names) fn respelt_or_bent(
        &self,
        lexicon: &'l Lexicon,
        list: &impl BySound,
    ) -> (Originals, Vec<(&Base<'l>, Originals)>) {
        let spellings = self.spellings();
        let groups = self.groups(&spellings);
        let pairs = groups.iter().zip(spellings.chunks(TOGETHER));
        let mut originals = pairs.flat_map(|(group, spellings)| group.originals(spellings, lexicon, list));
        let as_it_stands = originals.next().unwrap_or_default();
        (as_it_stands, self.bent().zip(originals).collect())
    }
}

impl<'l> Group<'l> {
    fn new(spellings: &[&str]) -> Self {
        let mut keys: Vec<(SoundKey, u64)> = Vec::new();
        for (which, folded) in spellings.iter().enumerate().filter(|(_, folded)| folded.len() >= SHORTEST) {
            let heard = sound_keys(folded, Side::Respelling).into_iter();
            for key in heard.flat_map(|key| [key, with_vowels(key, folded)]) {
                match keys.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, by)) => *by |= 1 << which,
                    None => keys.push((key, 1 << which)),
                }
            }
        }
        Self { keys, measure: OnceCell::new() }
    }

    /// For each of its spellings, the words of a list that it may be of.
    fn originals(&self, spellings: &[&str], lexicon: &'l Lexicon, list: &impl BySound) -> Vec<Originals> {
        let mut found = vec![Originals::default(); spellings.len()];
        let alike = self.alike(list);
        if alike.is_empty() {
            return found;
        }
        let measure = self.measure.get_or_init(|| RefCell::new(lexicon.respelling.of(spellings)));
        let mut measure = measure.borrow_mut();
        let longest = spellings.iter().map(|folded| longest(folded)).max().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "words are short")]
        let reach = FARTHEST * longest as f32;
        let mut rest = alike.as_slice();
        while let Some((&(word, mut by), others)) = rest.split_first() {
            rest = others;
            let Some(original) = list.letters_if_wanted(word) else { continue };
            measure.turn_to(original);
            while by != 0 {
                let which = by.trailing_zeros() as usize;
                by &= by - 1;
                if spellings[which].as_bytes() == original {
                    found[which].itself = Some(word);
                } else if may_be(spellings[which], original) {
                    let distance = measure.distance(which, FARTHEST);
                    found[which].respelt.extend(distance.map(|distance| (word, distance)));
                }
            }
            let dead_end = measure.dead_end(reach);
            let same = dead_end.map_or(0, |beginning| beginning_with(beginning, others, list));
            rest = &others[same..];
        }
        found
    }

    /// The words that sound like some of the spellings, in order of their numbers, each with the bits of those.
    fn alike(&self, list: &impl BySound) -> Vec<(WordId, u64)> {
        let with_sound = |&(key, by): &(SoundKey, u64)| list.with_sound(key).map(move |word| (word, by));
        let mut alike: Vec<(WordId, u64)> = self.keys.iter().flat_map(with_sound).collect();
        // Stable, because that merges what is in order already.
        alike.sort_by_key(|&(word, _)| word);
        alike.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 |= if same { next.1 } else { 0 };
            same
        });
        alike
    }
}

/// How many of some words in order, the first ones, have this beginning; most of them are not read.
fn beginning_with(beginning: &[u8], words: &[(WordId, u64)], list: &impl BySound) -> usize {
    let begins = |&(word, _): &(WordId, u64)| list.letters_of(word).starts_with(beginning);
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
    let ending = || folded.as_bytes().strip_prefix(original);
    let is_plural = || ending().is_some_and(|ending| matches!(ending, b"s" | b"es"));
    original.len().abs_diff(folded.len()) <= longest(folded) - folded.len() && !is_plural()
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
            let heard = Heard::new(folded, &lexicon);
            !heard.respelt_or_bent(&lexicon, &Index::new(entries, &[])).0.respelt.is_empty()
        };
        assert!(is_meant("monteroso", "city") && is_meant("monteroso", "village"));
        assert!(is_meant("monteruso", "city") && !is_meant("monteruso", "village"));
    }
}
