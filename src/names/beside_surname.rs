//! A given name beside a surname spelt by ear. By itself it is taken for somebody's own, *Kurtis* Sliua, or it is too far from what
//! was meant, *Xhordi* Bimish; but the surname leads to a person, and it sounds somewhat like the given name of that person.

use super::align::Aligned;
use super::candidate::Best;
use super::channels::Why;
use super::found::Found;
use super::gazetteer::Kind;
use super::index::Index;
use super::interpretation::Interpretation;
use super::mention::MentionWord;
use super::resolve::Resolver;

/// Beyond this cost per letter an unknown word is another given name.
const FARTHEST: f32 = 0.27;
/// Beyond this one a word is that is a name as it stands.
const FARTHEST_OF_NAME: f32 = 0.03;
/// Beyond this cost per letter the surname is but somewhat like that of the person.
const FARTHEST_SURNAME: f32 = 0.06;

/// Adds the persons of an index whose surname the second of two words is by ear, and whose given name the first may be, where
/// nothing explains both by themselves.
pub(super) fn explain(resolver: &Resolver<'_>, found: &Found<'_>, index: &Index, best: &mut Best) {
    let [given_name, surname] = found.words() else { return };
    let is_unattested = |word: &MentionWord| resolver.word(&word.folded).standing(resolver).is_unattested();
    if !best.is_empty() || !is_unattested(surname) {
        return;
    }
    let farthest = if is_unattested(given_name) { FARTHEST } else { FARTHEST_OF_NAME };
    let mut measure = None;
    for meaning in found.meanings(1, resolver, index).iter() {
        let Why::Respelt(distance) = meaning.why else { continue };
        if !distance.by_rule || distance.per_letter > FARTHEST_SURNAME {
            continue;
        }
        for (form, place) in index.uses(meaning.word) {
            let form = index.form(form);
            if form.entry_kind != Kind::Person || place == 0 || usize::from(place) + 1 != form.len() {
                continue;
            }
            let by_ear = || resolver.names.lexicon.respelling.of(&[&given_name.folded]);
            let measure = measure.get_or_insert_with(by_ear);
            measure.turn_to(index.word_bytes(form.word(0)));
            let Some(distance) = measure.distance(0, farthest) else { continue };
            let whys = [&Why::Respelt(distance), &meaning.why];
            let aligned = Aligned { form, places: &[0, usize::from(place)], whys: &whys };
            let interpretation =
                Interpretation { resolver, found, index, aligned, own: false, in_doubt: false };
            if let Some(weigher) = interpretation.weigh_words(best) {
                let candidate = interpretation.weigh_entry(weigher, best);
                best.extend(candidate);
            }
        }
    }
}
