//! A language's table in `rules/languages/`: how translators spell its letters, and how it bends names.

use std::path::Path;

use serde::Deserialize;

use super::fold::fold;
use super::index::Spelling;
use crate::error::{Error, Result};

/// A language whose habits show in broken names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// ISO 639-1: the name of its file.
    #[serde(skip)]
    pub code: String,
    /// What English calls it.
    pub name: String,
    /// Ways of spelling its letters in English.
    #[serde(default, rename = "spelling")]
    pub spellings: Vec<Spelling>,
    /// Its case endings, which a translation may have left on a name.
    #[serde(default, rename = "ending")]
    pub endings: Vec<Ending>,
}

/// A case ending.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The ending as found.
    pub ending: String,
    /// What the nominative has in its place.
    pub nominative: String,
    /// What the grammar calls the case.
    pub case: String,
    /// The letters one of which must stand before the ending; any when empty.
    #[serde(default)]
    pub after: String,
    /// Whether few names end so of themselves, so that the ending gives the case away.
    #[serde(default)]
    pub telling: bool,
}

impl Language {
    /// Reads a language's table.
    pub fn read(path: &Path, text: &str) -> Result<Self> {
        let mut language: Self = toml::from_str(text).map_err(|error| {
            Error::new(error.to_string().trim_end()).file(path).remedy("mend the language's table")
        })?;
        path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().clone_into(&mut language.code);
        for ending in &mut language.endings {
            ending.ending = fold(&ending.ending);
            ending.nominative = fold(&ending.nominative);
        }
        Ok(language)
    }
}

/// A word without a case ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base<'l> {
    /// The nominative, folded.
    pub folded: String,
    /// The language that bends names so.
    pub language: &'l str,
    /// The ending taken off.
    pub ending: &'l str,
    /// What the grammar calls the case.
    pub case: &'l str,
    /// Whether few names end so of themselves.
    pub telling: bool,
}

impl Ending {
    /// The nominative of a folded word, if the word has this ending and enough besides.
    pub fn strip(&self, folded: &str) -> Option<String> {
        // Of the many endings, the last letter rules out nearly all.
        let (ending, word) = (self.ending.as_bytes(), folded.as_bytes());
        if ending.last().is_some_and(|last| word.last() != Some(last)) {
            return None;
        }
        let length = word.len().checked_sub(ending.len())?;
        let says_enough = length >= SHORTEST_STEM
            || (self.telling && length + 1 == SHORTEST_STEM && !self.nominative.is_empty());
        let fits = self.after.is_empty() || self.after.as_bytes().contains(word[..length].last()?);
        if !says_enough || !fits || word[length..] != *ending {
            return None;
        }
        Some([&folded[..length], &self.nominative].concat())
    }
}

/// A stem of fewer letters says too little of the name it belongs to, unless the ending says the rest: with *Igom* Iga is meant.
const SHORTEST_STEM: usize = 3;

/// Whether some language has this case ending.
pub fn is_ending(languages: &[Language], folded: &str) -> bool {
    languages.iter().flat_map(|language| &language.endings).any(|ending| ending.ending == folded)
}

/// Every nominative that a folded word may belong to.
pub fn bases<'l>(languages: &'l [Language], folded: &str) -> Vec<Base<'l>> {
    let mut bases: Vec<Base<'l>> = Vec::new();
    for language in languages {
        for ending in &language.endings {
            if let Some(base) = ending.strip(folded)
                && base != folded
                && !bases.iter().any(|known| known.folded == base)
            {
                bases.push(Base {
                    folded: base,
                    language: &language.name,
                    ending: &ending.ending,
                    case: &ending.case,
                    telling: ending.telling,
                });
            }
        }
    }
    bases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nominative_is_among_the_bases() {
        let languages: Vec<Language> = [
            ("sr.toml", include_str!("../../rules/languages/sr.toml")),
            ("cs.toml", include_str!("../../rules/languages/cs.toml")),
            ("pl.toml", include_str!("../../rules/languages/pl.toml")),
            ("ru.toml", include_str!("../../rules/languages/ru.toml")),
            ("sl.toml", include_str!("../../rules/languages/sl.toml")),
            ("mk.toml", include_str!("../../rules/languages/mk.toml")),
            ("bg.toml", include_str!("../../rules/languages/bg.toml")),
        ]
        .map(|(file, text)| Language::read(Path::new(file), text).expect("sound"))
        .into();
        for (bent, nominative) in [
            ("orbana", "orban"),
            ("zelenskim", "zelenski"),
            ("kavanaughova", "kavanaugh"),
            ("petra", "petar"),
            ("nevade", "nevada"),
            ("markom", "marko"),
            ("ferija", "feri"),
            ("igom", "iga"),
            ("oneskog", "onega"),
            ("falconeho", "falcone"),
            ("hispaniol", "hispaniola"),
            ("zelenskogo", "zelensky"),
            ("tuskowi", "tusk"),
            ("volgo", "volga"),
            ("hobiti", "hobits"),
        ] {
            let found = bases(&languages, bent);
            assert!(found.iter().any(|base| base.folded == nominative), "{bent}: {found:?}");
        }
        assert!(bases(&languages, "ana").is_empty());
    }
}
