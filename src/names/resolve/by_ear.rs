//! The persons of an article whose names are spelt by ear: there a name may be by ear too that somebody bears as it stands, *Dejvid*
//! Holt, or that papers might write so, *Faruk Buasker*.

use super::super::candidate::{Best, Candidate, names_of_article, persons_in_doubt};
use super::super::evidence::{Evidence, Feature};
use super::super::fold;
use super::super::found::Found;
use super::super::index::Index;
use super::super::mention::Mention;
use super::super::parts;
use super::super::together::Together;
use super::{BrokenName, Resolver, Spared, Taken, key_of};

/// A full name that is looked for has at most so many words: Vivian van de Perre.
const MOST_WORDS: usize = 4;

impl Resolver<'_> {
    /// Adds the persons of a mention, of a list and of none.
    pub(super) fn persons_by_ear(&self, mention: &Mention, taken: &[Taken], near: &mut Vec<BrokenName>) {
        let count = mention.words.len();
        let of_others = self.names.weights.of(Feature::ManyBroken);
        let of_full = Together::most(&self.names.weights, &Evidence::none(), true, true);
        let is_listed = |name: &BrokenName| {
            let first = &name.candidates[0];
            let more = if first.suggestion.contains(' ') { of_full } else { of_others };
            first.entry.is_some() && name.bits() + more >= self.least_bits
        };
        for first in 0..count {
            for last in first..count.min(first + MOST_WORDS) {
                if taken[first..=last].iter().any(|taken| *taken != Taken::Free) {
                    continue;
                }
                let alone = self.is_alone(mention, taken, first, last);
                let found = Found::new(mention, taken, first, last, alone);
                let span = mention.span(self.article.text(), first, last);
                let is_open = !near.iter().any(|name| name.span.overlaps(span) && is_listed(name));
                if !is_open || (first < last && self.is_accepted(&key_of(found.words()))) {
                    continue;
                }
                let mut best = Best::default();
                if first < last {
                    best.extend(self.listed_by_ear(&found));
                }
                if last < first + 2 {
                    best.extend(parts::by_ear(self, &found, true));
                }
                if !best.candidates.is_empty() {
                    near.push(BrokenName { span, candidates: best.candidates });
                }
            }
        }
    }

    /// The surname of one whom the article has in full, where nobody in it has the word as a name: *Koks* alone is the Kimberly Cox
    /// of the article, though others are called so.
    pub(super) fn in_full_elsewhere(&self, found: &Found<'_>, together: &Together) -> Option<Candidate> {
        let folded = found.words()[0].folded.as_str();
        let is_spared = || {
            let why = self.spared(found, folded);
            matches!(why, Some(Spared::GivenName | Spared::FrequentName | Spared::WordOfName))
        };
        let is_of_nobody = || self.own.leaders(folded).is_empty() && self.own.followers(folded).is_empty();
        let opens = found.first == 0 && found.mention.opens_sentence;
        let may_be_word = || opens && self.names.lexicon.english(folded).is_some();
        if !together.is_by_ear() || !found.alone || !is_of_nobody() || may_be_word() || !is_spared() {
            return None;
        }
        let is_place =
            |index: &Index| index.forms_by_key(folded).any(|form| index.entry(form.entry).is_large());
        if self.names.indices.iter().any(is_place) {
            return None;
        }
        let is_in_full = |candidate: &Candidate| {
            let meant = fold::fold(&candidate.suggestion);
            // Koreas is no Korean, nor is Navalny his wife Navalnaya.
            let same = meant.bytes().zip(folded.bytes()).take_while(|(a, b)| a == b).count();
            let is_derived = same + 1 >= folded.len() && meant.len() > folded.len() + 1;
            if candidate.evidence.has(Feature::OneEdit) || is_derived {
                return false;
            }
            self.own.leaders(&meant).iter().any(|word| self.names.lexicon.title(word).is_none())
        };
        let mut candidate = names_of_article(self, found).into_iter().find(is_in_full)?;
        candidate.evidence.add(Feature::InFullElsewhere, &self.names.weights);
        Some(candidate)
    }

    /// The persons of lists that a full name may be. Beside a frequent surname it is the given name that says so.
    fn listed_by_ear(&self, found: &Found<'_>) -> Vec<Candidate> {
        let mut persons = persons_in_doubt(self, found);
        for person in persons.iter_mut().filter(|person| person.evidence.has(Feature::FrequentCompanion)) {
            let given_name = fold::fold_words(&person.suggestion).next().unwrap_or_default();
            let is_doubted = parts::may_be_by_ear(self, found.words(), &given_name);
            person.evidence.add_if(is_doubted, Feature::DoubtedGivenName, &self.names.weights);
        }
        persons
    }
}
