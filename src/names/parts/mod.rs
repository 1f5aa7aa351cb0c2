//! Parts of names: the person is in no list, but a given name and a surname that many bear, or their endings, say enough.

mod at_home;
mod bent;
mod by_ear;
mod readings;
mod translated;

use super::candidate::Candidate;
use super::found::Found;
use super::resolve::Resolver;
pub(super) use at_home::ends_at_home;
pub(super) use bent::candidate as bent;
pub(super) use by_ear::candidates as by_ear;
pub(super) use readings::{Readings, may_be_by_ear};
pub(super) use translated::is_generic;

/// The candidates for a stretch whose words are parts of names.
pub(super) fn candidates(resolver: &Resolver<'_>, found: &Found<'_>) -> Vec<Candidate> {
    let mut all = by_ear::candidates(resolver, found, false);
    if found.alone {
        all.extend(translated::candidates(resolver, found));
    }
    all
}
