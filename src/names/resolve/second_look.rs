//! What the sure broken names of an article let one see in its words that are spared at first sight.

use super::super::candidate::{Candidate, candidates};
use super::super::case_endings::Base;
use super::super::channels::Why;
use super::super::evidence::Feature;
use super::super::fold;
use super::super::found::Found;
use super::super::gazetteer::Kind;
use super::super::index::{Form, FormKind, Index, Keyed};
use super::super::mention::Mention;
use super::super::place_slot::{as_written, is_inside, may_be_dateline};
use super::super::together::Together;
use super::super::weigh::Weigher;
use super::{BrokenName, Resolver, Spared, Taken};
use crate::article::Span;

/// So many sure broken names show that the names of an article were left as the translator's language writes them.
const MANY_BROKEN: usize = 2;
/// Of a word in more names than this somebody is likely to be in the article, though it does not name him in full.
const MOST_BEARERS: usize = 8;
/// The size band of SCOWL from which on an English word seldom opens a sentence: *Tramp says* is no sentence about a tramp.
const RARE_ENGLISH: u8 = 35;

impl Resolver<'_> {
    /// Of the words of a mention outside names that are surely whole, in order of the text: those that the article has in a name
    /// that is explained, and those that are a large place in another
    /// language, though there is a village or a surname like it: *Singapur*, *Peking*.
    pub(super) fn look_again(
        &self,
        mention: &Mention,
        taken: &[Taken],
        together: &Together,
        wholes: &[Span],
        near: &mut Vec<BrokenName>,
    ) {
        if mention.link.is_some() || together.count() == 0 {
            return;
        }
        for at in (0..mention.words.len()).filter(|&at| taken[at] == Taken::Free) {
            let word = mention.words[at].span;
            let after = wholes.partition_point(|whole| whole.start <= word.start);
            if wholes[..after].last().is_some_and(|whole| whole.contains(word)) {
                continue;
            }
            let found = Found::new(mention, taken, at, at, self.is_alone(mention, taken, at, at));
            let candidate = self
                .repeated(&found, together)
                .or_else(|| self.large_place(&found, together))
                .or_else(|| self.of_the_article(&found))
                .or_else(|| self.in_full_elsewhere(&found, together));
            let span = mention.span(self.article.text(), at, at);
            near.extend(candidate.map(|candidate| BrokenName { span, candidates: vec![candidate] }));
        }
        if together.is_by_ear() {
            self.persons_by_ear(mention, taken, near);
        }
    }

    /// The word of a name that is explained elsewhere in the article; where any word has a capital, no common English one.
    fn repeated(&self, found: &Found<'_>, together: &Together) -> Option<Candidate> {
        let folded = &found.words()[0].folded;
        together.explains(folded, &self.names.lexicon.case_endings)?;
        let is_rare = || self.names.lexicon.english(folded).is_some_and(|band| band >= RARE_ENGLISH);
        let may_be_broken = match self.spared(found, folded) {
            None => !self.is_accepted(folded),
            Some(Spared::AnyCapital) => !self.is_accepted(folded) && is_rare(),
            Some(Spared::WordOfName) => self.is_but_a_small_place(found) || self.is_of_nobody_here(folded),
            Some(_) => false,
        };
        if may_be_broken { together.candidate(self, found) } else { None }
    }

    /// What a word stands for that the article has elsewhere as it is, where nothing has the word but a village far away: *Kini*
    /// beside China.
    fn of_the_article(&self, found: &Found<'_>) -> Option<Candidate> {
        let folded = &found.words()[0].folded;
        let remembered = self.word(folded);
        let is_here = |meant: &str| meant != folded && self.own.count(meant) > 0;
        let may_be_here =
            || remembered.word.stands_for().any(is_here) || self.own.near(&remembered.word).is_some();
        if !self.is_but_a_small_place(found) || !may_be_here() {
            return None;
        }
        candidates(self, found, folded).into_iter().next()
    }

    /// Whether nobody whose name has the word is in the article: Sarath Fonseka is not, where João Fonseca is *Žoao Fonseka*.
    fn is_of_nobody_here(&self, folded: &str) -> bool {
        let is_here = |index: &Index, form: Form<'_>| {
            let others = (0..form.len()).map(|at| index.word_text(form.word(at)));
            others.filter(|word| *word != folded).any(|word| self.own.count(word) > 0)
        };
        let may_be_here = |index: &Index| {
            index.word(folded).is_some_and(|word| {
                let mut forms = index.uses(word).map(|(form, _)| index.form(form));
                index.use_count(word) > MOST_BEARERS || forms.any(|form| is_here(index, form))
            })
        };
        !self.is_accepted(folded) && !self.names.indices.iter().any(may_be_here)
    }

    /// Whether nothing has the name but places that are not large, in countries that the article does not name.
    fn is_but_a_small_place(&self, found: &Found<'_>) -> bool {
        let word = &found.words()[0];
        let remembered = self.word(&word.folded);
        let is_elsewhere = |index: &Index| {
            let accepted = index.forms_by_key(&word.folded).filter(|form| form.kind == FormKind::Accepted);
            accepted.map(|form| index.entry(form.entry)).all(|entry| {
                entry.kind == Kind::Place && !entry.is_large() && !self.context.names_country(entry.country)
            })
        };
        remembered.is_but_of_places(self) && self.names.indices.iter().all(is_elsewhere)
    }

    /// The large place that another language calls by a word, which may be a name or English as it stands.
    fn large_place(&self, found: &Found<'_>, together: &Together) -> Option<Candidate> {
        let word = &found.words()[0];
        let is_acronym = !self.article.slice(word.span).contains(char::is_lowercase);
        if is_acronym && !may_be_dateline(self.article.text(), word.span)
            || !found.alone
            || together.count() < MANY_BROKEN
            || self.names.lexicon.demonym(&word.folded).is_some()
        {
            return None;
        }
        let is_one = |index: &Index| {
            let mut forms = index.forms_by_key(&word.folded);
            forms.any(|form| form.kind == FormKind::Accepted && index.entry(form.entry).is_large())
        };
        if self.names.indices.iter().any(is_one) {
            return None;
        }
        let remembered = self.word(&word.folded);
        let bases = remembered.word.heard.bases.iter().map(Some);
        let ways = std::iter::once(None).chain(bases);
        let mut best: Option<Candidate> = None;
        for base in ways {
            let key = base.map_or(&word.folded, |base| &base.folded);
            for index in &self.names.indices {
                for form in index.forms_by_key(key) {
                    let candidate = self.as_large_place(found, index, form, base);
                    let is_best = |candidate: &Candidate| {
                        best.as_ref().is_none_or(|best| candidate.likelier(best).is_lt())
                    };
                    best = candidate.filter(is_best).or(best);
                }
            }
        }
        best
    }

    /// The entry of a form as what a word means. A word with a case ending, one that people bear, and an English one are no place
    /// unless the words beside it speak of one: Lion is no Lyon, nor is Kane Cannes.
    fn as_large_place(
        &self,
        found: &Found<'_>,
        index: &Index,
        form: Keyed,
        base: Option<&Base<'_>>,
    ) -> Option<Candidate> {
        let word = &found.words()[0];
        let entry = index.entry(form.entry);
        let feature = match (form.kind, base) {
            (FormKind::Foreign, _) => Feature::ForeignForm,
            (FormKind::Accepted, Some(_)) => Feature::Nominative,
            _ => return None,
        };
        let (text, name) = (self.article.slice(word.span), entry.name());
        let is_english = self.names.lexicon.english(&word.folded).is_some();
        if !entry.is_large() || (is_english && base.is_some()) || fold::differ_in_marks_alone(text, &name) {
            return None;
        }
        let is_known = self.is_accepted(&word.folded) || self.spared(found, &word.folded).is_some();
        let mut weigher = Weigher::new(self, found, Some(entry.kind));
        weigher.entry(entry);
        weigher.add(feature);
        if let Some(base) = base {
            weigher.case_ending(base);
        }
        if is_known {
            weigher.add(Feature::KnownByItself);
        } else {
            weigher.as_it_stands(0);
            weigher.attestation();
        }
        weigher.what_was_meant(fold::fold_words(&name));
        weigher.surroundings();
        let is_here = fold::fold_words(&name).all(|word| self.own.count(&word) > 0);
        weigher.add_if(is_here, Feature::RightFormInArticle);
        if is_inside(self.article.text(), word.span) || may_be_dateline(self.article.text(), word.span) {
            weigher.once(Feature::PlaceSlot);
        }
        let why = match base {
            None => Why::Foreign,
            Some(base) if feature == Feature::Nominative => Why::Bent(base.clone()),
            Some(base) => Why::BentForeign(base.clone()),
        };
        let suggestion = as_written(self.article.text(), word.span, &name);
        let candidate = weigher.candidate(suggestion, why.channel()?, vec![why.reason(text, &name)?]);
        let needs_slot = base.is_some() || is_english || self.names.is_borne(&word.folded);
        let is_in_slot = candidate.evidence.has(Feature::PlaceSlot)
            || is_here && !(found.first == 0 && found.mention.opens_sentence);
        Some(candidate).filter(|_| !needs_slot || is_in_slot)
    }
}
