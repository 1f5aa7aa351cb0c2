//! What the broken names of an article say of one another: machines break more than one, and who was named in full once is
//! named by the surname later.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use super::candidate_order::put_in_order;
use super::case_endings::{Base, CaseEndings};
use super::channels::{Channel, Why};
use super::context::beside;
use super::evidence::{Evidence, Feature, Weights};
use super::fold::{self, fold_words};
use super::found::Found;
use super::lexicon::GivenName;
use super::parts::ends_at_home;
use super::resolve::{BrokenName, Resolver};
use super::weigh::Weigher;
use crate::article::{Article, Span};

/// More sure ones are not counted.
const MANY: usize = 4;
/// So many that were spelt by ear show that the names of the article were.
const BY_EAR: usize = 3;
/// So many with case endings show that the translator leaves them on.
const BENT: usize = 2;
/// The size band of SCOWL from which on an English word may be a given name by ear.
const RARE_ENGLISH: u8 = 50;

/// The sure ones of an article.
pub(super) struct Together {
    /// What was meant, by its folded words.
    meant: BTreeMap<BTreeSet<String>, Meant>,
    /// What each damaged word of them stands for, by the folded word.
    explained: FxHashMap<String, Explained>,
}

/// How a name that is broken for sure came to be so, and where it stands.
struct Meant {
    is_by_ear: bool,
    is_bent: bool,
    places: Places,
}

/// What a damaged word stands for where its name is explained.
pub(super) struct Explained {
    /// The word that was meant, as written.
    word: String,
    channel: Channel,
    /// The name with the word, as found and as meant.
    found: String,
    meant: String,
    places: Places,
}

/// Where something stands: the first and the last place say whether it stands elsewhere too.
#[derive(Clone, Copy)]
struct Places {
    first: Span,
    last: Span,
}

impl Places {
    fn elsewhere_than(&self, span: Span) -> bool {
        [self.first, self.last].into_iter().any(|place| place.end <= span.start || span.end <= place.start)
    }
}

impl Together {
    /// Of stretches that are broken for sure and do not overlap.
    pub(super) fn of(broken: &[&BrokenName], article: &Article) -> Self {
        let mut meant: BTreeMap<BTreeSet<String>, Meant> = BTreeMap::new();
        let mut explained: FxHashMap<String, Explained> = FxHashMap::default();
        for name in broken {
            let best = &name.candidates[0];
            let places = Places { first: name.span, last: name.span };
            // Another romanisation says nothing of other names: two of them are no damaged article.
            if !best.may_be_romanised {
                let new = || Meant {
                    is_by_ear: best.channel.is_by_ear(),
                    is_bent: best.evidence.is_bent(),
                    places,
                };
                meant.entry(words(&best.suggestion)).or_insert_with(new).places.last = name.span;
            }
            let found = article.slice(name.span);
            let found_words: Vec<String> = fold_words(found).collect();
            let meant_words: Vec<&str> = fold::words(&best.suggestion).map(|(_, word)| word).collect();
            if found_words.len() != meant_words.len() {
                continue;
            }
            let pairs = found_words.into_iter().zip(meant_words);
            for (found_word, word) in pairs.filter(|(found, word)| *found != fold::fold(word)) {
                let new = || Explained {
                    word: word.to_owned(),
                    channel: best.channel,
                    found: found.to_owned(),
                    meant: best.suggestion.clone(),
                    places,
                };
                explained.entry(found_word).or_insert_with(new).places.last = name.span;
            }
        }
        // A word of the article that was taken for the right form may be a damaged one itself.
        let ends: Vec<(String, String)> = explained
            .iter()
            .filter_map(|(word, one)| {
                let next = explained.get(&fold::fold(&one.word))?;
                Some((word.clone(), next.word.clone()))
            })
            .collect();
        for (word, end) in ends {
            explained.entry(word).and_modify(|one| one.word = end);
        }
        Self { meant, explained }
    }

    /// How many names are broken for sure.
    pub(super) fn count(&self) -> usize {
        self.meant.len()
    }

    /// Whether many names of the article are spelt by ear.
    pub(super) fn is_by_ear(&self) -> bool {
        self.meant.values().filter(|meant| meant.is_by_ear).nth(BY_EAR - 1).is_some()
    }

    /// What a word stands for, when the article has it in a name that is explained; with the case ending that it then has.
    pub(super) fn explains<'t>(
        &'t self,
        word: &str,
        endings: &'t CaseEndings,
    ) -> Option<(&'t Explained, Option<Base<'t>>)> {
        // A nominative begins as the word does.
        if !self.explained.keys().any(|known| known.as_bytes().get(..2) == word.as_bytes().get(..2)) {
            return None;
        }
        let as_it_stands = || Some((self.explained.get(word)?, None));
        let bent = || {
            let mut bases = endings.bases(word).into_iter();
            bases.find_map(|base| Some((self.explained.get(&base.folded)?, Some(base))))
        };
        as_it_stands().or_else(bent)
    }

    /// The candidate for a word that the article explains elsewhere.
    pub(super) fn candidate(&self, resolver: &Resolver<'_>, found: &Found<'_>) -> Option<Candidate> {
        let [word] = found.words() else { return None };
        let endings = &resolver.names.lexicon.case_endings;
        let (explained, base) = self
            .explains(&word.folded, endings)
            .filter(|(explained, _)| explained.places.elsewhere_than(word.span))
            .filter(|(explained, _)| fold::fold(&explained.word) != word.folded)?;
        let mut weigher = Weigher::new(resolver, found, None);
        weigher.add(Feature::ExplainedElsewhere);
        if let Some(base) = &base {
            weigher.case_ending(base);
            weigher.as_it_stands(0);
            weigher.attestation();
        }
        weigher.what_was_meant(fold_words(&explained.word));
        weigher.surroundings();
        let mut reasons =
            vec![format!("the article elsewhere has *{}* for *{}*", explained.found, explained.meant)];
        let text = resolver.article.slice(word.span);
        reasons.extend(base.and_then(|base| Why::Bent(base).reason(text, &explained.word)));
        Some(weigher.candidate(explained.word.clone(), explained.channel, reasons))
    }

    /// Adds to each candidate what the others of the article say of it, and tells how many they are.
    pub(super) fn weigh(&self, name: &mut BrokenName, weights: &Weights) -> usize {
        let is_damaged = |candidate: &Candidate| {
            candidate.entry.is_none()
                && fold_words(&candidate.suggestion).all(|word| self.explained.contains_key(&word))
        };
        name.candidates.retain(|candidate| !is_damaged(candidate));
        let others = self.others_than(name);
        let are_bent = others.iter().filter(|other| other.is_bent).count() >= BENT;
        let others = others.len();
        let feature = match others {
            0 => None,
            1 => Some(Feature::OtherBroken),
            2..MANY => Some(Feature::SeveralBroken),
            _ => Some(Feature::ManyBroken),
        };
        for candidate in &mut name.candidates {
            if let Some(feature) = feature {
                candidate.evidence.add(feature, weights);
            }
            let is_bent = are_bent && candidate.evidence.is_bent();
            candidate.evidence.add_if(is_bent, Feature::SameEnding, weights);
            candidate.evidence.add_if(
                others == 0 && candidate.may_be_romanised,
                Feature::RomanisedAlone,
                weights,
            );
            let is_guessed_twice =
                !candidate.suggestion.contains(' ') && candidate.evidence.is_guessed_twice();
            candidate.evidence.add_if(others == 0 && is_guessed_twice, Feature::TwoGuesses, weights);
            if !self.meant.is_empty() && !candidate.is_whole() {
                let own = words(&candidate.suggestion);
                let in_full = |(words, meant): (&BTreeSet<String>, &Meant)| {
                    words.len() > own.len() && own.is_subset(words) && meant.places.elsewhere_than(name.span)
                };
                candidate.evidence.add_if(self.meant.iter().any(in_full), Feature::BrokenInFull, weights);
            }
        }
        put_in_order(&mut name.candidates);
        others
    }

    /// The other names of the article that are broken for sure. What the name itself may mean is no other one, whichever candidate
    /// is right.
    fn others_than(&self, name: &BrokenName) -> Vec<&Meant> {
        let Some(best) = name.candidates.first().filter(|_| !self.meant.is_empty()) else {
            return Vec::new();
        };
        let best = words(&best.suggestion);
        let is_other = |(words, meant): &(&BTreeSet<String>, &Meant)| {
            meant.places.elsewhere_than(name.span) && words.is_disjoint(&best)
        };
        self.meant.iter().filter(is_other).map(|(_, meant)| meant).collect()
    }

    /// Makes a full name likelier that would be damaged as many others of the article are: where names are spelt by ear, the next
    /// one is. It decides whether something is said, and not what: of names that overlap, one may have enough without it.
    pub(super) fn damaged_alike(&self, names: &mut [BrokenName], resolver: &Resolver<'_>) {
        if !self.is_by_ear() {
            return;
        }
        let lexicon = &resolver.names.lexicon;
        let is_full = |candidate: &Candidate| candidate.suggestion.contains(' ');
        let is_english = |name: &BrokenName| {
            // *Pol* Tezvel is no pol.
            let is_respelt = |word: &str| lexicon.given_names(word).iter().any(GivenName::is_respelt);
            let is_english = |word: String| {
                lexicon.english(&word).is_some_and(|band| band < RARE_ENGLISH || !is_respelt(&word))
            };
            fold_words(resolver.article.slice(name.span)).all(is_english)
        };
        let is_at_home = |name: &BrokenName| {
            let surname = if is_full(&name.candidates[0]) {
                fold_words(resolver.article.slice(name.span)).last()
            } else {
                fold_words(beside(resolver.article.text(), name.span).1).next()
            };
            surname.is_some_and(|word| ends_at_home(&word))
        };
        let has_enough =
            |name: &&BrokenName| !name.candidates.is_empty() && name.bits() >= resolver.least_bits;
        let enough: Vec<Span> = names.iter().filter(has_enough).map(|name| name.span).collect();
        for name in names {
            let Some(best) = name.candidates.first() else { continue };
            let may_be_by_ear = best.channel.is_by_ear()
                && (is_full(best) || best.evidence.has(Feature::GivenNameByEar))
                && !is_english(name)
                && (best.entry.is_some() || !is_at_home(name))
                && !enough.iter().any(|enough| enough.overlaps(name.span));
            if may_be_by_ear
                && self.others_than(name).iter().filter(|other| other.is_by_ear).count() >= BY_EAR
            {
                for candidate in &mut name.candidates {
                    candidate.evidence.add(Feature::SameDamage, &resolver.names.weights);
                }
            }
        }
    }

    /// The most that the others of an article can add to a candidate, in bits: more to one that is but part of a name, and to one of
    /// several words.
    pub(super) fn most(weights: &Weights, evidence: &Evidence, is_whole: bool, is_full: bool) -> f64 {
        let counts = [Feature::OtherBroken, Feature::SeveralBroken, Feature::ManyBroken];
        let counted = counts.into_iter().map(|count| weights.of(count)).fold(0.0, f64::max);
        let of_part = if is_whole { 0.0 } else { weights.of(Feature::BrokenInFull).max(0.0) };
        let same = if is_full || evidence.has(Feature::GivenNameByEar) {
            weights.of(Feature::SameDamage).max(0.0)
        } else {
            0.0
        };
        let ending = if evidence.is_bent() { weights.of(Feature::SameEnding).max(0.0) } else { 0.0 };
        counted + of_part.max(same) + ending
    }
}

fn words(suggestion: &str) -> BTreeSet<String> {
    fold_words(suggestion).collect()
}
