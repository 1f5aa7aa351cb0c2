//! Drops what an article's author allows, and says which of the author's markers are of no use.

use super::Ratings;
use crate::article::{Allowance, Article};
use crate::error::Error;
use crate::finding::Reported;

/// Drops the findings that markers of the article allow; what is wrong with the markers, in their order. `ids` are those of all checks.
pub(super) fn drop_allowed(
    article: &Article,
    found: &mut Vec<Reported>,
    ids: &[&str],
    ratings: &Ratings,
) -> Vec<Error> {
    let mut warnings = Vec::new();
    for allowance in article.allowances() {
        let at = |what: String| Error::new(what).file(article.path()).line(allowance.line);
        if allowance.checks.is_empty() {
            warnings.push(at("this marker cannot be read".to_owned()).remedy(
                "write `misnomer: allow` and the ids of checks, as in `misnomer: allow literal-name`",
            ));
        }
        // A check that is switched off finds nothing anyway: the marker waits for the day it is switched on.
        for id in allowance.checks.iter().filter(|id| ratings.enables(id)) {
            if !ids.contains(&id.as_str()) {
                let warning = at(format!("there is no check `{id}` to allow"));
                let known = ids.iter().copied();
                warnings.push(warning.did_you_mean(id, known, "`misnomer explain` lists all"));
                continue;
            }
            let before = found.len();
            found.retain(|reported| !allows(allowance, id, reported));
            if found.len() == before {
                let what = format!("`{id}` is allowed here and finds nothing in the paragraph that follows");
                warnings.push(at(what).remedy("take the marker out"));
            }
        }
    }
    warnings
}

fn allows(allowance: &Allowance, id: &str, reported: &Reported) -> bool {
    reported.check == id && allowance.paragraph.is_some_and(|paragraph| paragraph.overlaps(reported.span))
}
