//! The names of the article itself: a broken name may stand right elsewhere in it.

use std::cell::{OnceCell, RefCell};
use std::hash::Hash;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::channels::Word;
use super::gazetteer::{Entry, Kind};
use super::index::Index;
use super::lexicon::Lexicon;
use super::mention::{Mention, MentionWord};
use super::resolve::MOST_REMEMBERED;
use super::sound::{Side, SoundKey, sound_keys};
use crate::article::Article;
use crate::word_list::MONTHS;

/// For each folded word the folded words beside it.
type Neighbours<'m> = FxHashMap<&'m str, Vec<&'m str>>;

/// The words of an article's mentions, any of which may be what another one means.
#[derive(Debug, Default)]
pub(super) struct OwnNames<'m> {
    /// The words as they first stand in the text, and folded.
    words: Vec<(&'m str, &'m str)>,
    /// The numbers of those that are in two parts, which is two words to an index.
    in_parts: Vec<usize>,
    /// For each word that may mean others an index of these, as if each were an entry.
    near: RefCell<FxHashMap<String, Option<Rc<Index>>>>,
    /// For each word the numbers of the others that sound like it.
    alike: RefCell<FxHashMap<String, Rc<[usize]>>>,
    /// The numbers of the words with each sound key.
    by_sound: OnceCell<FxHashMap<SoundKey, Vec<usize>>>,
    /// The numbers of the words with each first letter.
    by_letter: OnceCell<FxHashMap<u8, Vec<usize>>>,
    /// For each word its number, and how often it has a capital inside a sentence.
    counts: FxHashMap<&'m str, (usize, usize)>,
    mentions: &'m [Mention],
    /// For each word those behind which it stands, and those that stand behind it.
    before: OnceCell<Neighbours<'m>>,
    behind: OnceCell<Neighbours<'m>>,
}

impl<'m> OwnNames<'m> {
    pub(super) fn of(article: &'m Article, mentions: &'m [Mention], lexicon: &Lexicon) -> Self {
        let mut counts: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
        let mut words: Vec<(&str, &str)> = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.link.is_none()) {
            for (at, word) in mention.words.iter().enumerate() {
                // *John Prevost* at the start of a sentence is nobody's john.
                let is_given_name = || mention.words.len() > 1 && lexicon.is_borne_given_name(&word.folded);
                let capital_says_nothing =
                    mention.in_headline || (at == 0 && mention.opens_sentence && !is_given_name());
                if capital_says_nothing && lexicon.english(&word.folded).is_some() || is_month(&word.folded) {
                    continue;
                }
                let (_, count) = counts.entry(&word.folded).or_insert((words.len(), 0));
                *count += 1;
                if *count == 1 {
                    words.push((article.slice(word.span), word.folded.as_str()));
                }
            }
        }
        let is_in_parts = |&at: &usize| words[at].0.contains(['-', '‐', '‑', '–', '/', ',']);
        let in_parts = (0..words.len()).filter(is_in_parts).collect();
        Self { words, in_parts, counts, mentions, ..Self::default() }
    }

    /// An index of the words that a word may mean, perhaps with others; `None` when there are none. Most words of an article are
    /// like no other.
    pub(super) fn near(&self, word: &Word<'_>) -> Option<Rc<Index>> {
        let mut near = self.near.borrow_mut();
        if let Some(known) = near.get(word.folded()) {
            return known.clone();
        }
        if near.len() > MOST_REMEMBERED {
            near.clear();
        }
        let words = self.numbers_near(word);
        let entries = || words.iter().map(|&at| word_entry(self.words[at].0));
        let index = (!words.is_empty()).then(|| Rc::new(Index::new(entries(), &[])));
        near.insert(word.folded().to_owned(), index.clone());
        index
    }

    /// The numbers of the other words that sound like a word.
    fn numbers_alike(&self, word: &Word<'_>) -> Rc<[usize]> {
        let mut alike = self.alike.borrow_mut();
        if let Some(known) = alike.get(word.folded()) {
            return known.clone();
        }
        if alike.len() > MOST_REMEMBERED {
            alike.clear();
        }
        let by_sound =
            self.by_sound.get_or_init(|| self.numbers_by(|folded| sound_keys(folded, Side::Original)));
        let numbers = word.heard.sounds().filter_map(|key| by_sound.get(&key)).flatten().copied();
        let numbers: Rc<[usize]> = numbers.filter(|&at| self.words[at].1 != word.folded()).collect();
        alike.insert(word.folded().to_owned(), numbers.clone());
        numbers
    }

    /// The names of as many words as these, each of which is the word at its place or sounds like it; not the words themselves.
    pub(super) fn names_alike(&self, words: &[&Word<'_>]) -> Vec<&'m [MentionWord]> {
        let number = |folded: &str| self.counts.get(folded).map(|&(at, _)| at);
        let alike: Vec<Rc<[usize]>> = words.iter().map(|word| self.numbers_alike(word)).collect();
        // Most words of an article are like no other.
        if alike.iter().all(|alike| alike.is_empty()) {
            return Vec::new();
        }
        let is_alike = |(one, (word, alike)): (&MentionWord, (&&Word<'_>, &Rc<[usize]>))| {
            one.folded == word.folded() || number(&one.folded).is_some_and(|at| alike.contains(&at))
        };
        let is_same =
            |name: &[MentionWord]| name.iter().zip(words).all(|(one, word)| one.folded == word.folded());
        let mut names: Vec<&[MentionWord]> = Vec::new();
        for name in self.mentions.iter().flat_map(|mention| mention.words.windows(words.len())) {
            let is_one = name.iter().zip(words.iter().zip(&alike)).all(is_alike) && !is_same(name);
            let folded = |name: &'m [MentionWord]| name.iter().map(|word| word.folded.as_str());
            if is_one && !names.iter().any(|known| folded(known).eq(folded(name))) {
                names.push(name);
            }
        }
        names
    }

    /// The numbers of the words that a word may mean, in order: those that it stands for, sounds like, or is an edit away from.
    fn numbers_near(&self, word: &Word<'_>) -> Vec<usize> {
        let found = word.folded();
        let is_another = |at: &usize| self.words[*at].1 != found;
        let is_near = |at: &usize| is_an_edit_away(found.as_bytes(), self.words[*at].1.as_bytes());
        let by_letter = self.by_letter.get_or_init(|| self.numbers_by(|folded| folded.bytes().next()));
        let same_letter = found.bytes().next().and_then(|first| by_letter.get(&first)).into_iter().flatten();
        let stood_for = word.stands_for().filter_map(|folded| self.counts.get(folded)).map(|&(at, _)| at);
        let mut near: Vec<usize> = stood_for.filter(is_another).collect();
        near.extend(self.numbers_alike(word).iter());
        near.extend(same_letter.filter(|at| is_another(at) && is_near(at)));
        near.extend(&self.in_parts);
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The numbers of the words that have each key.
    fn numbers_by<K: Hash + Eq, I: IntoIterator<Item = K>>(
        &self,
        keys: impl Fn(&str) -> I,
    ) -> FxHashMap<K, Vec<usize>> {
        let mut numbers: FxHashMap<K, Vec<usize>> = FxHashMap::default();
        for (at, (_, folded)) in self.words.iter().enumerate() {
            for key in keys(folded) {
                numbers.entry(key).or_default().push(at);
            }
        }
        numbers
    }

    /// The given names behind which a folded word stands somewhere in the article.
    pub(super) fn bearers(&self, folded: &str, lexicon: &Lexicon) -> Vec<&'m str> {
        let before = self.leaders(folded).iter().copied();
        before.filter(|word| lexicon.is_borne_given_name(word)).collect()
    }

    /// The words that stand before a folded word somewhere in the article, in one mention with it.
    pub(super) fn leaders(&self, folded: &str) -> &[&'m str] {
        let before = self.before.get_or_init(|| neighbours(self.mentions, |[one, other]| (other, one)));
        before.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The words that stand behind a folded word somewhere in the article, in one mention with it.
    pub(super) fn followers(&self, folded: &str) -> &[&'m str] {
        let behind = self.behind.get_or_init(|| neighbours(self.mentions, |[one, other]| (one, other)));
        behind.get(folded).map_or(&[], Vec::as_slice)
    }

    /// How often a folded word has a capital inside a sentence.
    pub(super) fn count(&self, folded: &str) -> usize {
        self.counts.get(folded).map_or(0, |&(_, count)| count)
    }
}

/// For each word of mentions its neighbours on one side: `side` puts the word of two in front.
fn neighbours<'m>(
    mentions: &'m [Mention],
    side: impl Fn([&'m str; 2]) -> (&'m str, &'m str),
) -> Neighbours<'m> {
    let mut neighbours = Neighbours::default();
    for pair in mentions.iter().flat_map(|mention| mention.words.windows(2)) {
        let (word, neighbour) = side([&pair[0].folded, &pair[1].folded]);
        neighbours.entry(word).or_default().push(neighbour);
    }
    neighbours
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

/// Whether a folded word is a month, which is broken by no translator as a name is: Januarie is a surname.
fn is_month(folded: &str) -> bool {
    let is_it = |month: &&str| month.eq_ignore_ascii_case(folded);
    folded.len() > SHORTEST_NAMED_MONTH && MONTHS.iter().any(is_it)
}

/// A shorter month is a given name too: June, April.
const SHORTEST_NAMED_MONTH: usize = 5;

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
