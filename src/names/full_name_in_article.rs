//! A full name that the article has right elsewhere: *Zak Braun* is the Zak Brown of the article, though Braun is a name too.

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
    let whys: Vec<Why<'_>> = pairs()
        .map(|(found, meant)| {
            if found.folded == meant.folded {
                return Some(Why::Same);
            }
            let is_other_number =
                is_derived(&found.folded, &meant.folded) || is_derived(&meant.folded, &found.folded);
            if is_other_number || lexicon.english(&found.folded).is_some() {
                return None;
            }
            let distance = lexicon.respelling.distance(&found.folded, &meant.folded, FARTHEST)?;
            (distance.by_rule && is_known(meant)).then_some(Why::Respelt(distance))
        })
        .collect::<Option<_>>()?;
    if is_of_kin(resolver, words, name) || !(is_accepted || is_spelt_by_ear(resolver, words, name)) {
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
    weigher.what_was_meant(name.iter().map(|word| word.folded.as_str()));
    weigher.surroundings();
    let (first, last) = (name.first()?, name.last()?);
    let suggestion = resolver.article.slice(Span::new(first.span.start, last.span.end)).to_owned();
    let texts = pairs().map(|(found, meant)| [found, meant].map(|word| resolver.article.slice(word.span)));
    let reasons =
        whys.iter().zip(texts).filter_map(|(why, [found, meant])| why.reason(found, meant)).collect();
    Some(weigher.candidate(suggestion, Channel::Transcription, reasons))
}

/// Whether it may be one of the same family: another given name, that people bear, stands before the surname.
fn is_of_kin(resolver: &Resolver<'_>, words: &[MentionWord], name: &[MentionWord]) -> bool {
    words[0].folded != name[0].folded && resolver.names.lexicon.is_borne_given_name(&words[0].folded)
}

/// Whether of two names of the article the first spells the second as translators do, and not the other way round.
fn is_spelt_by_ear(resolver: &Resolver<'_>, words: &[MentionWord], name: &[MentionWord]) -> bool {
    let by_ear = &resolver.names.lexicon.by_ear;
    let cost = |from: &MentionWord, to: &MentionWord| {
        by_ear.distance(&from.folded, &to.folded, 0.3).map_or(f32::INFINITY, |distance| distance.cost)
    };
    words.iter().zip(name).all(|(found, meant)| {
        found.folded == meant.folded || cost(found, meant) + CLEARLY_CHEAPER <= cost(meant, found)
    })
}
