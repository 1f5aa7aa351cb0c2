//! Which word of a name each word of a mention stands for.

use std::rc::Rc;

use super::channels::{Channel, Meant, Why};
use super::gazetteer::Kind;
use super::index::Form;

/// A form, and for each word of the stretch which word of the form it means, and why.
pub(super) struct Aligned<'x> {
    pub(super) form: Form<'x>,
    pub(super) places: &'x [usize],
    pub(super) whys: &'x [&'x Why<'x>],
}

impl Aligned<'_> {
    /// The most harmful of the channels; `None` when no word is damaged.
    pub(super) fn channel(&self) -> Option<Channel> {
        self.whys.iter().filter_map(|why| why.channel()).max()
    }

    /// Whether every word is a translated one.
    pub(super) fn is_translated(&self) -> bool {
        self.whys.iter().all(|why| matches!(why, Why::Gloss(_)))
    }
}

/// Which word of a form each word of the stretch means; `None` when they do not make a name of the entry.
///
/// A person may be named by the surname alone, or by first name and surname without what stands between; a place or an
/// organisation by all its words only, of which two that are translated may have changed places.
pub(super) fn align(meant: &[Rc<Meant<'_>>], form: Form<'_>) -> Option<Vec<usize>> {
    let (count, length) = (meant.len(), form.len());
    if count > length || (form.entry_kind != Kind::Person && count < length) {
        return None;
    }
    let fits = |at: usize, place: usize| meant[at].why(form.word(place)).is_some();
    let is_gloss = |at: usize, place: usize| matches!(meant[at].why(form.word(place)), Some(Why::Gloss(_)));
    // English puts the adjective first: Costa Rica is a Rich Coast.
    if form.entry_kind != Kind::Person && (count, length) == (2, 2) && is_gloss(0, 1) && is_gloss(1, 0) {
        return Some(vec![1, 0]);
    }
    if !fits(count - 1, length - 1) {
        return None;
    }
    let suffix: Vec<usize> = (length - count..length).collect();
    if suffix.iter().enumerate().all(|(at, &place)| fits(at, place)) {
        return Some(suffix);
    }
    // The last part of Kim Dae-jung is no surname.
    let last_is_surname = || form.text_of(length - 1, length - 1).starts_with(char::is_uppercase);
    if count < 2 || !fits(0, 0) || !last_is_surname() {
        return None;
    }
    let mut places = vec![0];
    for at in 1..count - 1 {
        let after = places[at - 1] + 1;
        places.push((after..length - 1).find(|&place| fits(at, place))?);
    }
    places.push(length - 1);
    Some(places)
}

/// The words of a form that were meant, with what the form has between neighbours.
pub(super) fn suggestion(form: Form<'_>, places: &[usize]) -> String {
    let (first, last) = (places[0], places[places.len() - 1]);
    if first.abs_diff(last) + 1 == places.len() {
        let (first, last) = (first.min(last), first.max(last));
        return form.text_of(first, last).into_owned();
    }
    let words: Vec<_> = places.iter().map(|&place| form.text_of(place, place)).collect();
    words.join(" ")
}
