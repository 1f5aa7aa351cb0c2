//! A name that an article spells in two ways, both of them unknown: machines break a name anew each time, writers do not.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::Candidate;
use super::evidence::{Feature, Weights};
use super::fold::fold_words;
use super::resolve::BrokenName;
use crate::article::Article;

/// The unknown spellings of the words that the candidates of an article mean.
pub(super) struct TwoSpellings {
    /// The words that are meant by more than one spelling, folded.
    meant: FxHashSet<String>,
}

impl TwoSpellings {
    pub(super) fn of(broken: &[BrokenName], article: &Article) -> Self {
        let mut spellings: FxHashMap<String, BTreeSet<String>> = FxHashMap::default();
        for name in broken {
            let found = article.slice(name.span);
            for candidate in name.candidates.iter().filter(|candidate| is_unknown(candidate)) {
                for (found, meant) in damaged_words(found, &candidate.suggestion) {
                    spellings.entry(meant).or_default().insert(found);
                }
            }
        }
        let several = spellings.into_iter().filter(|(_, found)| found.len() > 1);
        Self { meant: several.map(|(meant, _)| meant).collect() }
    }

    /// Adds to each candidate that the article spells it in another way too.
    pub(super) fn weigh(&self, name: &mut BrokenName, article: &Article, weights: &Weights) {
        if self.meant.is_empty() {
            return;
        }
        let found = article.slice(name.span);
        for candidate in name.candidates.iter_mut().filter(|candidate| is_unknown(candidate)) {
            let is_one =
                damaged_words(found, &candidate.suggestion).any(|(_, meant)| self.meant.contains(&meant));
            candidate.evidence.add_if(is_one, Feature::TwoSpellings, weights);
        }
    }

    /// The most that it can add to a candidate, in bits.
    pub(super) fn most(weights: &Weights) -> f64 {
        weights.of(Feature::TwoSpellings).max(0.0)
    }
}

/// Whether a gazetteer has the candidate, and nobody the name as it stands.
fn is_unknown(candidate: &Candidate) -> bool {
    candidate.entry.is_some() && candidate.evidence.has(Feature::Unattested)
}

/// The words that were damaged and what they mean, folded, where the one name has as many words as the other.
fn damaged_words<'t>(
    found: &'t str,
    suggestion: &'t str,
) -> impl Iterator<Item = (String, String)> + use<'t> {
    let (found, meant): (Vec<String>, Vec<String>) =
        (fold_words(found).collect(), fold_words(suggestion).collect());
    let comparable = found.len() == meant.len();
    found.into_iter().zip(meant).filter(move |(found, meant)| comparable && found != meant)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::{Names, gazetteer};
    use super::*;
    use crate::article::{Format, Prose};

    #[test]
    fn another_unknown_spelling_speaks_for_a_name() {
        let mut names = Names::builtin();
        let file = "name,kind\nKarvezzano,place\n";
        names.add(gazetteer::read(Path::new("n.csv"), file.as_bytes()).expect("sound"));
        let has = |text: &str| {
            let article = Article::new("a.txt", text, Format::Text);
            let broken = names.near_in(&article, &Prose::of(&article), f64::NEG_INFINITY);
            let of_it = broken.iter().flat_map(|name| &name.candidates);
            let mut of_it = of_it.filter(|candidate| candidate.suggestion == "Karvezzano").peekable();
            assert!(of_it.peek().is_some(), "{text}");
            of_it.all(|candidate| candidate.evidence.has(Feature::TwoSpellings))
        };
        assert!(has("They left for Karvecano.\n\nIn Karvecanu nobody had seen them."));
        assert!(!has("They left for Karvecano.\n\nIn Karvecano nobody had seen them."));
        assert!(!has("They left for Karvecano.\n\nIn Karvezzano nobody had seen them."));
    }
}
