//! A full name that the article has right elsewhere: *Zak Braun* is the Zak Brown of the article, though Braun is a name too.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::candidate::Candidate;
use super::channels::{Channel, Why};
use super::evidence::Feature;
use super::found::Found;
use super::mention::MentionWord;
use super::resolve::{Remembered, Resolver, key_of};
use super::weigh::{Weigher, is_derived};
use crate::article::Span;

/// Beyond this cost per letter two words are two names.
const FARTHEST: f32 = 0.06;
/// By how much a respelling must be cheaper in one direction for that to be the right one.
const CLEARLY_CHEAPER: f32 = 0.2;
/// The size band of SCOWL from which on an English word is hardly meant by a word with a capital inside a name: Kid Kadi.
const RARE_ENGLISH: u8 = 60;
/// Names of more words have more that tells them apart.
const MOST_WORDS: usize = 4;

/// The name of the article that a stretch of several words spells by ear.
pub(super) fn candidate(resolver: &Resolver<'_>, found: &Found<'_>) -> Option<Candidate> {
    let words = found.words();
    let holds_title = (0..words.len()).any(|at| found.is_title(at));
    if !(2..=MOST_WORDS).contains(&words.len()) || found.mention.link.is_some() || holds_title {
        return None;
    }
    let remembered: Vec<Rc<Remembered<'_>>> = words.iter().map(|word| resolver.word(&word.folded)).collect();
    let heard: Vec<_> = remembered.iter().map(|remembered| &remembered.word).collect();
    let mut names = resolver.own.names_alike(&heard).into_iter();
    names.find_map(|name| respelt(resolver, found, name))
}

/// The candidate for a name of the article, if the stretch spells it by ear.
fn respelt(resolver: &Resolver<'_>, found: &Found<'_>, name: &[MentionWord]) -> Option<Candidate> {
    let (lexicon, words) = (&resolver.names.lexicon, found.words());
    let is_accepted = resolver.is_accepted(&key_of(name));
    let is_known = |word: &MentionWord| {
        let folded = word.folded.as_str();
        is_accepted || resolver.names.has_word(folded)
    };
    let pairs = || words.iter().zip(name);
    let has_same = pairs().any(|(found, meant)| found.folded == meant.folded);
    let whys: Vec<Why<'_>> = pairs()
        .map(|(found, meant)| {
            if found.folded == meant.folded {
                return Some(Why::Same);
            }
            let is_other_number =
                is_derived(&found.folded, &meant.folded) || is_derived(&meant.folded, &found.folded);
            let is_word = lexicon.english(&found.folded).is_some_and(|band| band < RARE_ENGLISH);
            if is_other_number || is_word {
                return None;
            }
            let distance = lexicon.respelling.distance(&found.folded, &meant.folded, FARTHEST)?;
            (distance.by_rule && (has_same || is_known(meant))).then_some(Why::Respelt(distance))
        })
        .collect::<Option<_>>()?;
    let given_name = GivenNames::of(resolver, words, name);
    let is_sure = is_accepted && given_name != GivenNames::Alike;
    if given_name == GivenNames::Others || !(is_sure || is_spelt_by_ear(resolver, words, name)) {
        return None;
    }
    let mut weigher = Weigher::new(resolver, found, None);
    weigher.add(Feature::FullName);
    for (at, why) in whys.iter().enumerate() {
        match why {
            Why::Same => weigher.companion(at, at + 1 == words.len(), 0),
            _ => weigher.damaged_word(at, why),
        }
    }
    weigher.damage(Channel::Transcription, true);
    weigher.add_if(given_name == GivenNames::Alike, Feature::OtherGivenName);
    weigher.what_was_meant(name.iter().map(|word| word.folded.as_str()));
    weigher.surroundings();
    let (first, last) = (name.first()?, name.last()?);
    let suggestion = resolver.article.slice(Span::new(first.span.start, last.span.end)).to_owned();
    let texts = pairs().map(|(found, meant)| [found, meant].map(|word| resolver.article.slice(word.span)));
    let reasons =
        whys.iter().zip(texts).filter_map(|(why, [found, meant])| why.reason(found, meant)).collect();
    Some(weigher.candidate(suggestion, Channel::Transcription, reasons))
}

/// The given names before one surname, or before two that sound alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GivenNames {
    /// It is the same, or the one is borne by nobody.
    Same,
    /// People bear both, and they are one name in two languages: Artur Brand is the Arthur Brand of the article.
    Alike,
    /// It may be one of the same family.
    Others,
}

impl GivenNames {
    fn of(resolver: &Resolver<'_>, words: &[MentionWord], name: &[MentionWord]) -> Self {
        let lexicon = &resolver.names.lexicon;
        let (found, meant) = (&words[0].folded, &name[0].folded);
        if found == meant || !lexicon.is_borne_given_name(found) {
            return Self::Same;
        }
        let classes = |folded: &str| -> BTreeSet<&str> {
            let names = lexicon.given_names(folded).into_iter();
            names.map(|name| name.class).filter(|class| !class.is_empty()).collect()
        };
        if classes(found).is_disjoint(&classes(meant)) { Self::Others } else { Self::Alike }
    }
}

/// Whether of two names of the article the first spells the second as translators do, and not the other way round: a word of no
/// list stands for one that lists have.
fn is_spelt_by_ear(resolver: &Resolver<'_>, words: &[MentionWord], name: &[MentionWord]) -> bool {
    let has_word = |word: &MentionWord| resolver.names.has_word(&word.folded);
    let by_ear = &resolver.names.lexicon.by_ear;
    let cost = |from: &MentionWord, to: &MentionWord| {
        by_ear.distance(&from.folded, &to.folded, 0.3).map_or(f32::INFINITY, |distance| distance.cost)
    };
    words.iter().zip(name).all(|(found, meant)| {
        let is_known_of_two = !has_word(found) && has_word(meant);
        found.folded == meant.folded
            || is_known_of_two
            || cost(found, meant) + CLEARLY_CHEAPER <= cost(meant, found)
    })
}
