//! Words that English makes of places: a *Lahori* is somebody from Lahore.

use super::Names;
use super::gazetteer::Kind;
use crate::word_list::{WordList, word_list};

/// Countries after whose places English calls people in -i.
static IN_I: WordList = word_list!("nationalities-in-i");

/// Whether a folded word is what English calls those from a place with this key, or what is theirs.
pub(super) fn is_nationality(found: &str, place: &str, names: &Names) -> bool {
    let stem = found.strip_suffix('i').filter(|stem| stem.len() > 2);
    let rest = stem.and_then(|stem| place.strip_prefix(stem));
    rest.is_some_and(|rest| matches!(rest, "" | "a" | "e" | "i"))
        && names.indices.iter().any(|index| {
            let mut entries = index.forms_by_key(place).map(|form| index.entry(form.entry));
            entries.any(|entry| entry.kind == Kind::Place && IN_I.contains(entry.country))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_of_a_place() {
        let names = Names::builtin();
        for (found, place) in [("lahori", "lahore"), ("darfuri", "darfur"), ("kabuli", "kabul")] {
            assert!(is_nationality(found, place, &names), "{found}");
        }
        for (found, place) in [("berlini", "berlin"), ("teherani", "tehran"), ("kabulit", "kabul")] {
            assert!(!is_nationality(found, place, &names), "{found}");
        }
    }
}
