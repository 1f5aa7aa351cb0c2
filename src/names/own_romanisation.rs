//! Names of other scripts that the text has in a romanisation of its own, as papers do: they are right, or meant so.

use super::candidate::Candidate;
use super::channels::{Channel, Why};
use super::evidence::{Feature, Weights};
use super::gazetteer::Kind;
use super::interpretation::Interpretation;
use super::mention::MentionWord;
use super::press_spelling::{self, is_press_spelling};
use super::resolve::BrokenName;
use crate::article::Span;
use crate::word_list::{WordList, word_list};

/// How the text romanises a name of another script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Romanisation {
    /// As other English papers do.
    OfPapers,
    /// In a way of its own, perhaps: it is a person's, without a case ending and without letters that translators write for its
    /// sounds. English keeps to one spelling of a place.
    ItsOwn,
}

impl Romanisation {
    /// How a stretch has a form; `None` where its language has Latin letters, or the stretch is no romanisation of it.
    pub(super) fn of(interpretation: &Interpretation<'_, '_>) -> Option<Self> {
        let Interpretation { resolver, found, index, ref aligned, .. } = *interpretation;
        let languages = press_spelling::languages(&index.entry(aligned.form.entry))?;
        let words = found.words().iter().zip(aligned.places).zip(aligned.whys);
        let mut words =
            words.map(|((word, &place), why)| (word, index.word_text(aligned.form.word(place)), why));
        let in_papers = |(word, meant, why): (&MentionWord, &str, &&Why<'_>)| {
            let lexicon = &resolver.names.lexicon;
            why.channel().is_none()
                || (why.ending().is_none() && is_press_spelling(&word.folded, meant, languages, lexicon))
        };
        let is_plain = |(word, meant, why): (&MentionWord, &str, &&Why<'_>)| {
            let text = resolver.article.slice(word.span).to_lowercase();
            why.channel().is_none_or(|channel| channel <= Channel::Transcription)
                && why.ending().is_none()
                && BY_EAR.iter().all(|letter| !text.contains(letter) || meant.contains(letter))
        };
        if words.clone().all(in_papers) {
            Some(Self::OfPapers)
        } else {
            (aligned.form.entry_kind == Kind::Person && words.all(is_plain)).then_some(Self::ItsOwn)
        }
    }
}

/// Leaves names alone that the text has in a romanisation of its own, and that mean nothing likelier; and of whole ones the parts:
/// whoever is so, is so in each of his names.
pub(super) fn leave_alone(found: &mut Vec<BrokenName>, weights: &Weights) {
    let is_one = |candidate: &Candidate| candidate.evidence.has(Feature::RomanisedAlone);
    let is_whole = |candidate: &Candidate| is_one(candidate) && candidate.evidence.has(Feature::FullName);
    let wholes = found.iter().filter(|name| name.candidates.iter().any(is_whole));
    let mut wholes: Vec<Span> = wholes.map(|name| name.span).collect();
    wholes.sort_unstable();
    let is_part = |span: Span| {
        let after = wholes.partition_point(|whole| whole.start <= span.start);
        after.checked_sub(1).is_some_and(|at| wholes[at] != span && wholes[at].contains(span))
    };
    let is_right = |name: &BrokenName| {
        let best = name.bits();
        let otherwise =
            |candidate: &Candidate| candidate.evidence.bits() - weights.of(Feature::RomanisedAlone);
        !is_one(&name.candidates[0])
            && name.candidates.iter().any(|candidate| is_one(candidate) && otherwise(candidate) > best)
    };
    found.retain(|name| !name.candidates.is_empty() && !is_part(name.span) && !is_right(name));
}

/// Letters that translators write for the sounds of another script.
static BY_EAR: WordList = word_list!("letters-by-ear");
