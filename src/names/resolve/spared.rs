//! Why a word by itself is not taken for a broken name.

use super::super::fold::fold;
use super::super::found::Found;
use super::super::place_slot::is_dateline;
use super::{Resolver, singulars};

/// Why a word is spared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spared {
    /// It has no small letter.
    Acronym,
    /// It has one or two letters.
    Short,
    /// A full stop inside the sentence shortens it.
    Abbreviation,
    /// A nationality follows behind a hyphen: *Austro*-Hungarian.
    CombiningForm,
    /// Somebody bears it as a given name.
    GivenName,
    /// Many bear it.
    FrequentName,
    /// It belongs to a name of a gazetteer.
    WordOfName,
    /// It is English, and may be no name at all.
    AnyCapital,
}

impl std::fmt::Display for Spared {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Acronym => "an acronym or initial",
            Self::Short => "shorter than three letters",
            Self::Abbreviation => "an abbreviation",
            Self::CombiningForm => "the first of two nationalities",
            Self::GivenName => "a given name",
            Self::FrequentName => "a frequent name",
            Self::WordOfName => "a word of a known name",
            Self::AnyCapital => "an English word where any word has a capital",
        })
    }
}

impl Resolver<'_> {
    /// Why a word by itself is not taken for a broken name; `None` where it can be one.
    pub(super) fn spared(&self, found: &Found<'_>, folded: &str) -> Option<Spared> {
        let lexicon = &self.names.lexicon;
        let text = self.article.slice(found.words()[0].span);
        let capital_says_nothing =
            found.mention.in_headline || (found.mention.opens_sentence && found.first == 0);
        let is_of_a_name = |folded: &str| self.names.is_word_of_a_name(folded);
        if !text.chars().any(char::is_lowercase) && !is_dateline(self.article.text(), found.words()[0].span) {
            Some(Spared::Acronym)
        } else if folded.len() < 3 {
            Some(Spared::Short)
        } else if self.is_abbreviated(found) {
            Some(Spared::Abbreviation)
        } else if self.is_before_nationality(found) {
            Some(Spared::CombiningForm)
        } else if lexicon.is_borne_given_name(folded) {
            Some(Spared::GivenName)
        } else if lexicon.attested(folded) == Some(1) {
            Some(Spared::FrequentName)
        } else if is_of_a_name(folded) || singulars(folded).any(is_of_a_name) {
            Some(Spared::WordOfName)
        } else if capital_says_nothing && lexicon.english(folded).is_some() {
            Some(Spared::AnyCapital)
        } else {
            None
        }
    }

    /// Whether a hyphen and a nationality follow a word in -o.
    fn is_before_nationality(&self, found: &Found<'_>) -> bool {
        let text = self.article.text();
        let behind = text[found.words()[0].span.end..].strip_prefix('-').unwrap_or_default();
        let next = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        found.words()[0].folded.ends_with('o') && self.names.lexicon.demonym(&fold(next)).is_some()
    }

    /// Whether a full stop follows the word with which its sentence does not end: *Hamtramck, Mich., and Detroit*.
    fn is_abbreviated(&self, found: &Found<'_>) -> bool {
        let rest = &self.article.text()[found.words()[0].span.end..found.mention.sentence.end];
        let behind = rest.strip_prefix('.').map(|behind| behind.strip_prefix(' ').unwrap_or(behind));
        behind.is_some_and(|behind| {
            behind.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':' | ')'))
        })
    }
}
