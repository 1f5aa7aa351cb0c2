//! The case endings of all languages: what a word is without them.

use super::language::{Ending, Language};
use super::respelling::place;

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

/// The case endings of some languages by the last letter of the words that may have them, each with the name of its language.
#[derive(Debug)]
pub struct CaseEndings([Vec<(String, Ending)>; 27]);

/// A stem of fewer letters says too little of the name it belongs to, unless the ending says the rest: with *Igom* Iga is meant.
const SHORTEST_STEM: usize = 3;

impl CaseEndings {
    /// Those of languages, which are asked in their order.
    pub fn of(languages: &[Language]) -> Self {
        let endings = |last: usize| {
            let all = languages.iter().flat_map(|language| {
                language.endings.iter().map(|ending| (language.name.clone(), ending.clone()))
            });
            // A word of any last letter has an ending of no letters.
            let may_end = |ending: &Ending| ending.ending.is_empty() || last_letter(&ending.ending) == last;
            all.filter(|(_, ending)| may_end(ending)).collect()
        };
        Self(std::array::from_fn(endings))
    }

    /// Whether some language has this case ending.
    pub fn has(&self, folded: &str) -> bool {
        self.0[last_letter(folded)].iter().any(|(_, ending)| ending.ending == folded)
    }

    /// Every nominative that a folded word may belong to.
    pub fn bases(&self, folded: &str) -> Vec<Base<'_>> {
        let mut bases: Vec<Base<'_>> = Vec::new();
        for (language, ending) in &self.0[last_letter(folded)] {
            if let Some(base) = strip(ending, folded)
                && base != folded
                && !bases.iter().any(|known| known.folded == base)
            {
                bases.push(Base {
                    folded: base,
                    language,
                    ending: &ending.ending,
                    case: &ending.case,
                    telling: ending.telling,
                });
            }
        }
        bases
    }
}

/// Where the words with the last letter of this one stand.
fn last_letter(folded: &str) -> usize {
    place(folded.bytes().last())
}

/// The nominative of a folded word, if the word has this ending and enough besides.
fn strip(Ending { ending, nominative, after, telling, .. }: &Ending, folded: &str) -> Option<String> {
    let stem = folded.strip_suffix(ending.as_str())?;
    let says_enough = stem.len() >= SHORTEST_STEM
        || (*telling && stem.len() + 1 == SHORTEST_STEM && !nominative.is_empty());
    let fits = after.is_empty() || after.as_bytes().contains(stem.as_bytes().last()?);
    (says_enough && fits).then(|| [stem, nominative].concat())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

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
        let endings = CaseEndings::of(&languages);
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
            let found = endings.bases(bent);
            assert!(found.iter().any(|base| base.folded == nominative), "{bent}: {found:?}");
        }
        assert!(endings.bases("ana").is_empty());
    }
}
