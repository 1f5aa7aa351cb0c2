//! What the sure broken names of an article let one see in its words that are spared at first sight.

use super::super::candidate::{Candidate, whole_form};
use super::super::evidence::Feature;
use super::super::found::Found;
use super::super::gazetteer::Kind;
use super::super::index::Index;
use super::super::mention::Mention;
use super::super::place_slot::is_inside;
use super::super::together::Together;
use super::{ANY_CAPITAL, BrokenName, Resolver, Taken};

/// So many sure broken names show that the names of an article were left as the translator's language writes them.
const MANY_BROKEN: usize = 2;
/// A word that stands in so many names is looked up in these alone.
const MOST_USES: usize = 200;

impl Resolver<'_> {
    /// The words of a mention that the article has in a name that is explained, and those that are a large place in another
    /// language, though there is a village or a surname like it: *Singapur*, *Peking*.
    pub(super) fn look_again(
        &self,
        mention: &Mention,
        taken: &[Taken],
        together: &Together,
        near: &mut Vec<BrokenName>,
    ) {
        if mention.link.is_some() {
            return;
        }
        for at in (0..mention.words.len()).filter(|&at| taken[at] == Taken::Free) {
            let found = Found::new(mention, taken, at, at, self.is_alone(mention, taken, at, at));
            let candidate = self.repeated(&found, together).or_else(|| self.large_place(&found, together));
            let span = mention.span(self.article.text(), at, at);
            near.extend(candidate.map(|candidate| BrokenName { span, candidates: vec![candidate] }));
        }
    }

    /// The word of a name that is explained elsewhere in the article.
    fn repeated(&self, found: &Found<'_>, together: &Together) -> Option<Candidate> {
        let folded = &found.words()[0].folded;
        let is_spared = self.is_accepted(folded)
            || self.spared(found, folded).is_some_and(|why| why != ANY_CAPITAL);
        if is_spared { None } else { together.candidate(self, found) }
    }

    /// The large place that another language calls by a word which is a name as it stands, or may be no name at all. A word that
    /// people bear, or English, is none unless the words beside it speak of a place: Lion is no Lyon, nor is Kane Cannes.
    fn large_place(&self, found: &Found<'_>, together: &Together) -> Option<Candidate> {
        let word = &found.words()[0];
        let folded = word.folded.as_str();
        let is_spared = self.is_accepted(folded) || self.spared(found, folded).is_some();
        let is_acronym = !self.article.slice(word.span).contains(char::is_lowercase);
        if !is_spared || is_acronym || !found.alone || together.count() < MANY_BROKEN {
            return None;
        }
        let may_be_another = (self.names.lexicon.english(folded).is_some() || self.is_borne(folded))
            && !is_inside(self.article.text(), word.span);
        let indices = self.names.indices.iter();
        let forms = indices.flat_map(|index| index.forms_by_key(folded).map(move |form| (index, form)));
        forms
            .filter(|(index, form)| index.entry(form.entry).is_large())
            .find_map(|(index, form)| whole_form(self, found, index, form, None, true))
            .filter(|candidate| !may_be_another || candidate.evidence.has(Feature::PlaceSlot))
    }

    /// Whether a person bears a word.
    fn is_borne(&self, folded: &str) -> bool {
        let is_of_a_person = |index: &Index| {
            let uses = index.word(folded).into_iter().flat_map(|word| index.uses(word)).take(MOST_USES);
            uses.into_iter().any(|(form, _)| index.form(form).entry_kind == Kind::Person)
        };
        self.names.lexicon.is_borne_given_name(folded) || self.names.indices.iter().any(is_of_a_person)
    }
}
