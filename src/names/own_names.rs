//! The names of the article itself: a broken name may stand right elsewhere in it.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::channels::Word;
use super::gazetteer::{Entry, Kind};
use super::index::Index;
use super::lexicon::Lexicon;
use super::mention::Mention;
use super::sound::{Side, SoundKey, sound_keys};
use crate::article::Article;

/// The words of an article's mentions, indexed as if each were an entry.
#[derive(Debug, Default)]
pub(super) struct OwnNames<'m> {
    /// The words as they first stand in the text, and folded.
    words: Vec<(&'m str, &'m str)>,
    /// Whether a word is in two parts, which is two words to the index.
    has_parts: bool,
    index: OnceCell<Index>,
    /// For each sound key a word that has it; none where several have.
    by_sound: OnceCell<FxHashMap<SoundKey, Option<&'m str>>>,
    counts: FxHashMap<&'m str, usize>,
    mentions: &'m [Mention],
    /// For each word the given names behind which it stands.
    bearers: OnceCell<FxHashMap<&'m str, Vec<&'m str>>>,
}

impl<'m> OwnNames<'m> {
    pub(super) fn of(article: &'m Article, mentions: &'m [Mention], lexicon: &Lexicon) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        let mut words = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.link.is_none()) {
            for (at, word) in mention.words.iter().enumerate() {
                let capital_says_nothing = mention.in_headline || (at == 0 && mention.opens_sentence);
                if capital_says_nothing && lexicon.english(&word.folded).is_some() {
                    continue;
                }
                let count = counts.entry(&word.folded).or_default();
                *count += 1;
                if *count == 1 {
                    words.push((article.slice(word.span), word.folded.as_str()));
                }
            }
        }
        let has_parts = words.iter().any(|(text, _)| text.contains(['-', '‐', '‑', '–', '/', ',']));
        Self { words, has_parts, counts, mentions, ..Self::default() }
    }

    /// The index of the words, built when first asked for: most words of an article are like no other.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.words.iter().map(|(word, _)| word_entry(word)), &[]))
    }

    /// Whether a word may mean another one of the article, so that the index must be asked.
    pub(super) fn may_be_meant(&self, word: &Word<'_>) -> bool {
        let found = word.folded();
        let is_another = |folded: &str| folded != found && self.counts.contains_key(folded);
        let is_near = |folded: &str| folded != found && is_an_edit_away(found.as_bytes(), folded.as_bytes());
        let by_sound = self.by_sound.get_or_init(|| self.by_sound());
        let sounds_like_another =
            |key: SoundKey| by_sound.get(&key).is_some_and(|one| one.is_none_or(|one| one != found));
        self.has_parts
            || self.words.iter().any(|&(_, folded)| is_near(folded))
            || word.stands_for().any(is_another)
            || word.heard.sounds().any(sounds_like_another)
    }

    fn by_sound(&self) -> FxHashMap<SoundKey, Option<&'m str>> {
        let mut by_sound = FxHashMap::default();
        for &(_, folded) in &self.words {
            for key in sound_keys(folded, Side::Original) {
                by_sound.entry(key).and_modify(|one| *one = None).or_insert(Some(folded));
            }
        }
        by_sound
    }

    /// The given names behind which a folded word stands somewhere in the article.
    pub(super) fn bearers(&self, folded: &str, lexicon: &Lexicon) -> &[&'m str] {
        let bearers = self.bearers.get_or_init(|| {
            let mut bearers: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
            for pair in self.mentions.iter().flat_map(|mention| mention.words.windows(2)) {
                let [given, word] = [&pair[0].folded, &pair[1].folded];
                if lexicon.is_borne_given_name(given) {
                    bearers.entry(word).or_default().push(given);
                }
            }
            bearers
        });
        bearers.get(folded).map_or(&[], Vec::as_slice)
    }

    /// How often a folded word has a capital inside a sentence.
    pub(super) fn count(&self, folded: &str) -> usize {
        self.counts.get(folded).copied().unwrap_or(0)
    }
}

/// Whether two words differ by a letter that is wrong, missing or added, or by two that are swapped; perhaps by a little more.
fn is_an_edit_away(one: &[u8], other: &[u8]) -> bool {
    if one.len().abs_diff(other.len()) > 1 || one.first() != other.first() {
        return false;
    }
    let before = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    before + behind + 2 >= one.len().max(other.len())
}

fn word_entry(word: &str) -> Entry {
    Entry {
        name: word.to_owned(),
        kind: Kind::Place,
        gender: None,
        country: String::new(),
        roles: Vec::new(),
        aliases: Vec::new(),
        foreign: Vec::new(),
        damaged: Vec::new(),
        native: Vec::new(),
        source: "article".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_word_an_edit_away_is_passed_over(one in "a[a-c]{3,6}", other in "a[a-c]{3,6}") {
            let is_near = strsim::osa_distance(&one, &other) <= 1;
            prop_assert!(!is_near || is_an_edit_away(one.as_bytes(), other.as_bytes()));
        }
    }
}
