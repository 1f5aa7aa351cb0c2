//! From a mention to a verdict: known, near to an entry, or unknown.

mod by_ear;
mod known;
mod second_look;
mod sight;
mod spared;

use std::borrow::Borrow;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, candidates};
use super::channels::{Channel, Meant, Word, meanings};
use super::context::Context;
use super::evidence::Evidence;
use super::found::Found;
use super::index::Index;
use super::mention::{Mention, MentionWord};
use super::own_names::OwnNames;
use super::parts::Readings;
use super::reordered::reordered;
use super::right_names::RightNames;
use super::together::Together;
use super::two_spellings::TwoSpellings;
use super::weigh::Standing;
use super::{LEAST_BITS, Names, fold, own_romanisation, whole_name};
use crate::article::{Article, Span};
pub use sight::{KnownStretch, SeenWord, Sight};
pub use spared::Spared;

/// The answer to the question what a stretch of a mention names.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// A name as English writes it: never touched.
    Known,
    /// No known name, but the evidence says what was meant, best first.
    Near(Vec<Candidate>),
    /// Nothing is known of it: silent.
    Unknown,
}

/// A mention that looks broken.
#[derive(Clone, Debug)]
pub struct BrokenName {
    /// The stretch that is no known name.
    pub span: Span,
    /// What was meant, best first; at least one.
    pub candidates: Vec<Candidate>,
}

impl BrokenName {
    /// The evidence for the best candidate, in bits of log-odds.
    pub fn bits(&self) -> f64 {
        self.candidates[0].evidence.bits()
    }

    /// Whether it surely is the whole of a name of several words, so that no part of it is another name.
    fn is_surely_whole(&self) -> bool {
        self.is_sure()
            && self.candidates[0].is_whole()
            && fold::words(&self.candidates[0].suggestion).count() > 1
    }

    /// Whether it is broken for sure enough to speak of others.
    pub fn is_sure(&self) -> bool {
        self.bits() >= SURE
    }
}

/// A name with so many bits of evidence is broken for sure: 90 in 100.
pub(super) const SURE: f64 = 3.17;

/// Resolves the mentions of one article.
pub(super) struct Resolver<'a> {
    pub(super) names: &'a Names,
    pub(super) article: &'a Article,
    pub(super) context: &'a Context,
    pub(super) own: &'a OwnNames<'a>,
    /// Stretches of which no candidate has so much evidence, in bits of log-odds, are not named.
    pub(super) least_bits: f64,
    /// What is known of the words of the article: names are repeated.
    pub(super) words: Words<'a>,
    /// What the words of the article may have meant as parts of names.
    pub(super) readings: Readings<'a>,
}

/// What is known of words, by the folded word.
#[derive(Default)]
pub(super) struct Words<'a>(RefCell<FxHashMap<String, Rc<Remembered<'a>>>>);

/// The address of the index that was asked, and whether frequent names were doubted.
type Asked = (usize, bool);

/// A word, and what it may have meant.
pub(super) struct Remembered<'a> {
    pub(super) word: Word<'a>,
    meanings: RefCell<Vec<(Asked, Rc<Meant<'a>>)>>,
    standing: OnceCell<Standing>,
    is_but_of_places: OnceCell<bool>,
}

impl Remembered<'_> {
    /// Whether nothing has the name but places, which have names like everything, and few of which are spoken of.
    pub(super) fn is_but_of_places(&self, resolver: &Resolver<'_>) -> bool {
        *self.is_but_of_places.get_or_init(|| {
            self.standing(resolver).is_of_gazetteer() && !resolver.names.is_borne(self.word.folded())
        })
    }

    /// What the word is as it stands.
    pub(super) fn standing(&self, resolver: &Resolver<'_>) -> &Standing {
        self.standing.get_or_init(|| Standing::of(resolver, &self.word))
    }
}

/// More words are not remembered: they would fill the memory.
pub(super) const MOST_REMEMBERED: usize = 20_000;

impl<'a> Resolver<'a> {
    /// What a word may have meant among the words of an index.
    pub(super) fn meanings(&self, folded: &str, index: &Index) -> Rc<Meant<'a>> {
        self.meanings_of(&self.word(folded), index, false)
    }

    /// What a word may have meant where names that many bear are spelt by ear too.
    pub(super) fn meanings_in_doubt(&self, folded: &str, index: &Index) -> Rc<Meant<'a>> {
        let remembered = self.word(folded);
        let is_frequent = remembered.word.attested == Some(1);
        self.meanings_of(&remembered, index, is_frequent)
    }

    fn meanings_of(&self, remembered: &Remembered<'a>, index: &Index, is_doubted: bool) -> Rc<Meant<'a>> {
        let asked = (std::ptr::from_ref(index).addr(), is_doubted);
        let mut known = remembered.meanings.borrow_mut();
        if let Some((_, meanings)) = known.iter().find(|(known, _)| *known == asked) {
            return meanings.clone();
        }
        let meanings = meanings(&remembered.word, &self.names.lexicon, index, is_doubted);
        let meanings = Rc::new(Meant::new(meanings, index));
        known.push((asked, meanings.clone()));
        meanings
    }

    /// What is known of a folded word.
    pub(super) fn word(&self, folded: &str) -> Rc<Remembered<'a>> {
        let mut words = self.words.0.borrow_mut();
        if let Some(known) = words.get(folded) {
            return known.clone();
        }
        if words.len() > MOST_REMEMBERED {
            words.clear();
        }
        let word = Word::new(folded, self.names);
        let (meanings, standing, is_but_of_places) = Default::default();
        let word = Rc::new(Remembered { word, meanings, standing, is_but_of_places });
        words.insert(folded.to_owned(), word.clone());
        word
    }
}

/// Words that are explained together at the most.
const MOST_WORDS: usize = 6;

/// What is settled of a word before anything is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// It belongs to a known name of several words.
    Known,
    /// It is a title or a nationality.
    Title,
    /// It is neither.
    Free,
}

impl Resolver<'_> {
    /// The broken names among the mentions of the article, in order of the text.
    pub(super) fn resolve(&self, mentions: &[Mention]) -> Vec<BrokenName> {
        let near = self.near(mentions);
        let mut kept = best_without_overlap(near.iter().collect());
        whole_name::in_place_of_parts(&mut kept, &near, self.article);
        kept.into_iter().cloned().collect()
    }

    /// Every stretch of the mentions that an entry explains, whether they overlap or not.
    fn near(&self, mentions: &[Mention]) -> Vec<BrokenName> {
        let mut found = Vec::new();
        let known = self.known_across(mentions);
        let taken: Vec<Vec<Taken>> =
            mentions.iter().map(|mention| self.taken_words(mention, &known)).collect();
        for (mention, taken) in mentions.iter().zip(&taken) {
            self.resolve_mention(mention, taken, &mut found);
        }
        found.extend(reordered(self, mentions, &taken));
        if found.is_empty() {
            return found;
        }
        let right = RightNames::of(self, mentions, &taken);
        let sure = right.still_sure(best_without_overlap(found.iter().collect()), &self.names.weights);
        let together = Together::of(&sure, self.article);
        let wholes = found.iter().filter(|name| name.is_surely_whole());
        let mut wholes: Vec<Span> = wholes.map(|name| name.span).collect();
        wholes.sort_unstable();
        for (mention, taken) in mentions.iter().zip(&taken) {
            self.look_again(mention, taken, &together, &wholes, &mut found);
        }
        let two_spellings = TwoSpellings::of(&found, self.article);
        for name in &mut found {
            two_spellings.weigh(name, self.article, &self.names.weights);
            let others = together.weigh(name, &self.names.weights);
            right.weigh(name, others, &self.names.weights);
        }
        together.damaged_alike(&mut found, self);
        own_romanisation::leave_alone(&mut found, &self.names.weights);
        for name in &mut found {
            // What is offered beside the best may have less.
            let is_sure =
                name.candidates.iter().any(|candidate| candidate.evidence.bits() >= self.least_bits);
            let least = if is_sure { self.least_bits.min(LEAST_BITS) } else { f64::INFINITY };
            name.candidates.retain(|candidate| candidate.evidence.bits() >= least);
        }
        found.retain(|name| !name.candidates.is_empty());
        found
    }

    /// The stretches of a mention that an entry explains, whether they overlap or not.
    fn resolve_mention(&self, mention: &Mention, taken: &[Taken], near: &mut Vec<BrokenName>) {
        let count = mention.words.len();
        let mut whole = None;
        for first in 0..count {
            // The longest first: of a name that is surely whole no part is looked at.
            for last in (first..count.min(first + MOST_WORDS)).rev() {
                if whole.is_some_and(|end| last <= end) {
                    continue;
                }
                let through_link =
                    mention.link.as_ref().is_none_or(|link| first < link.start && last >= link.end);
                if !through_link || cuts_known_name(taken, first, last) {
                    continue;
                }
                let alone = self.is_alone(mention, taken, first, last);
                let found = Found::new(mention, taken, first, last, alone);
                let Lookup::Near(mut candidates) = self.look_up(&found) else { continue };
                // A title is no part of a name, unless the translator took the name for one, Saint Faith, or it is: Pope Francis.
                let holds_title = taken[first..=last].contains(&Taken::Title);
                if mention.link.is_some() || holds_title {
                    let title = self.article.slice(mention.words[first].span);
                    let has_title = |candidate: &Candidate| {
                        let name = candidate.suggestion.strip_prefix(title);
                        holds_title && last + 1 == count && name.is_some_and(|name| name.starts_with(' '))
                    };
                    candidates
                        .retain(|candidate| candidate.channel == Channel::Literal || has_title(candidate));
                }
                if !candidates.is_empty() {
                    let span = mention.span(self.article.text(), first, last);
                    let name = BrokenName { span, candidates };
                    if first < last && name.is_surely_whole() {
                        whole = Some(last);
                    }
                    near.push(name);
                }
            }
        }
    }

    /// What is settled of each word before anything is explained.
    fn taken_words(&self, mention: &Mention, known: &[Span]) -> Vec<Taken> {
        let own = self.known_stretches(mention);
        let sentence = mention.sentence;
        let first = known.partition_point(|known| known.start < sentence.start);
        let nearby = || known[first..].iter().take_while(|known| known.start < sentence.end);
        let is_known = |span: Span| nearby().chain(&own).any(|known| known.contains(span));
        let mut taken: Vec<Taken> = Vec::new();
        for word in &mention.words {
            // A title that follows a name is one: Stephen King, Larry Bishop.
            let behind_name = taken.last() == Some(&Taken::Free);
            taken.push(if is_known(word.span) {
                Taken::Known
            } else if !behind_name && self.context.is_title_or_country(word.span) {
                Taken::Title
            } else {
                Taken::Free
            });
        }
        taken
    }

    /// Whether no word stands beside the stretch that could belong to the same name: none of this mention that is neither
    /// known by itself nor English.
    fn is_alone(&self, mention: &Mention, taken: &[Taken], first: usize, last: usize) -> bool {
        let belongs = |at: usize| {
            let folded = mention.words[at].folded.as_str();
            let lexicon = &self.names.lexicon;
            let common = || lexicon.english(folded).is_some() && lexicon.given_names(folded).is_empty();
            taken[at] == Taken::Free && !common() && !self.is_accepted(folded)
        };
        !(first > 0 && belongs(first - 1) || last + 1 < taken.len() && belongs(last + 1))
    }

    /// Whether English uses the name, or its plural: the Clintons, the Petrović-Njegošes.
    pub(super) fn is_accepted(&self, key: &str) -> bool {
        let accepts = |key: &str| self.names.indices.iter().any(|index| index.is_accepted(key));
        accepts(key) || singulars(key).any(accepts)
    }

    fn look_up(&self, found: &Found<'_>) -> Lookup {
        let words = found.words();
        let key = key_of(found.words());
        if self.is_accepted(&key) {
            return Lookup::Known;
        }
        if let [word] = words
            && self.spared(found, &word.folded).is_some()
        {
            return Lookup::Unknown;
        }
        let mut near = candidates(self, found, &key);
        let is_full = words.len() > 1;
        near.retain(|candidate| {
            let evidence = &candidate.evidence;
            self.may_be_named(evidence.bits(), evidence, candidate.is_whole(), is_full)
        });
        if near.is_empty() { Lookup::Unknown } else { Lookup::Near(near) }
    }

    /// Whether a candidate with this evidence may have enough of it when the whole article is read.
    pub(super) fn may_be_named(&self, bits: f64, evidence: &Evidence, is_whole: bool, is_full: bool) -> bool {
        bits >= self.least_bits
            - Together::most(&self.names.weights, evidence, is_whole, is_full)
            - TwoSpellings::most(&self.names.weights)
    }
}

/// Of stretches that overlap, those with the best evidence, in order of the text.
fn best_without_overlap<N: Borrow<BrokenName>>(mut found: Vec<N>) -> Vec<N> {
    found.sort_by(|a, b| {
        let (a, b) = (a.borrow(), b.borrow());
        b.bits().total_cmp(&a.bits()).then(b.span.len().cmp(&a.span.len())).then(a.span.cmp(&b.span))
    });
    let mut kept = BTreeMap::<usize, N>::new();
    for name in found {
        let span = name.borrow().span;
        let before = kept.range(..span.end).next_back();
        if before.is_none_or(|(_, other)| other.borrow().span.end <= span.start) {
            kept.insert(span.start, name);
        }
    }
    kept.into_values().collect()
}

/// Whether a stretch is but part of known names of several words. One that goes beyond may be more than they are: Santa Rosa
/// is a town, and Santa Rosa Churches is not.
fn cuts_known_name(taken: &[Taken], first: usize, last: usize) -> bool {
    let is_known = |at: usize| taken.get(at) == Some(&Taken::Known);
    (first..=last).all(is_known)
        || (is_known(first) && first > 0 && is_known(first - 1))
        || (is_known(last) && is_known(last + 1))
}

/// What a word may be the English plural of: *es* stands behind a hiss alone.
fn singulars(folded: &str) -> impl Iterator<Item = &str> {
    let hisses = |stem: &&str| ["s", "x", "z", "ch", "sh"].iter().any(|hiss| stem.ends_with(hiss));
    let with_e = folded.strip_suffix("es").filter(hisses);
    with_e.into_iter().chain(folded.strip_suffix('s')).filter(|stem| stem.len() > 2)
}

/// The key of some words of a mention.
pub(super) fn key_of(words: &[MentionWord]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    words.join(" ")
}
