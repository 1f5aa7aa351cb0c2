//! From a mention to a verdict: known, near to an entry, or unknown.

use super::Names;
use super::candidate::{Candidate, Found, candidates};
use super::context::Context;
use super::index::FormKind;
use super::mention::Mention;
use super::own_names::OwnNames;
use crate::article::{Article, Span};

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

/// Resolves the mentions of one article.
pub(super) struct Resolver<'a> {
    pub(super) names: &'a Names,
    pub(super) article: &'a Article,
    pub(super) context: &'a Context,
    pub(super) own: &'a OwnNames,
}

/// Words that are explained together at the most.
const MOST_WORDS: usize = 6;
/// Below this log-odds a candidate is not worth showing even to one who asks for everything: 1 in 17.
const LEAST_BITS: f64 = -4.0;

impl Resolver<'_> {
    /// The broken stretches of a mention.
    pub(super) fn resolve(&self, mention: &Mention) -> Vec<BrokenName> {
        let mut taken = self.known_words(mention);
        let mut broken = Vec::new();
        let count = mention.words.len();
        for length in (1..=count.min(MOST_WORDS)).rev() {
            for first in 0..=count - length {
                let last = first + length - 1;
                if taken[first..=last].contains(&true) {
                    continue;
                }
                let found = Found { mention, first, last, alone: is_alone(&taken, first, last) };
                match self.look_up(&found) {
                    Lookup::Known => taken[first..=last].fill(true),
                    Lookup::Near(candidates) => {
                        taken[first..=last].fill(true);
                        let span = mention.span(self.article.text(), first, last);
                        broken.push(BrokenName { span, candidates });
                    }
                    Lookup::Unknown => {}
                }
            }
        }
        broken.sort_by_key(|name| name.span);
        broken
    }

    /// Which words belong to a known name of several words, a title or a nationality.
    fn known_words(&self, mention: &Mention) -> Vec<bool> {
        let count = mention.words.len();
        let mut known = vec![false; count];
        for length in (2..=count).rev() {
            for first in 0..=count - length {
                let stretch = first..first + length;
                if !known[stretch.clone()].contains(&true)
                    && self.is_accepted(&key_of(mention, first, first + length - 1))
                {
                    known[stretch].fill(true);
                }
            }
        }
        for at in 0..count {
            let span = mention.words[at].span;
            // A title that follows a name is one: Stephen King, Larry Bishop.
            let behind_name = at > 0 && !known[at - 1];
            known[at] |= !behind_name && self.context.is_title_or_country(span);
        }
        known
    }

    fn is_accepted(&self, key: &str) -> bool {
        self.names.index.forms_by_key(key).any(|(_, form)| form.kind == FormKind::Accepted)
    }

    fn look_up(&self, found: &Found<'_>) -> Lookup {
        let words = found.words();
        let key = key_of(found.mention, found.first, found.last);
        if self.is_accepted(&key) {
            return Lookup::Known;
        }
        if let [word] = words
            && !self.may_be_broken(found, &word.folded)
        {
            return Lookup::Unknown;
        }
        let mut near = candidates(self, found, &key);
        near.retain(|candidate| candidate.evidence.bits() >= LEAST_BITS);
        if near.is_empty() { Lookup::Unknown } else { Lookup::Near(near) }
    }

    /// Whether a word by itself can be a broken name: no word of a known name, no frequent name, no English word where any
    /// word has a capital, no acronym.
    fn may_be_broken(&self, found: &Found<'_>, folded: &str) -> bool {
        let lexicon = &self.names.lexicon;
        let text = self.article.slice(found.words()[0].span);
        let capital_says_nothing =
            found.mention.in_headline || (found.mention.opens_sentence && found.first == 0);
        let is_acronym = !text.chars().any(char::is_lowercase);
        let given_name = lexicon.given_names(folded).iter().any(|name| name.language != "sr-respelt");
        !(is_acronym
            || folded.len() < 3
            || given_name
            || lexicon.attested(folded) == Some(1)
            || self.names.is_word_of_a_name(folded)
            || (capital_says_nothing && lexicon.english(folded).is_some()))
    }
}

/// Whether no other word of its mention stands beside a stretch that is not known by itself.
fn is_alone(taken: &[bool], first: usize, last: usize) -> bool {
    (first == 0 || taken[first - 1]) && (last + 1 == taken.len() || taken[last + 1])
}

/// The key of some words of a mention.
fn key_of(mention: &Mention, first: usize, last: usize) -> String {
    let words: Vec<&str> = mention.words[first..=last].iter().map(|word| word.folded.as_str()).collect();
    words.join(" ")
}
