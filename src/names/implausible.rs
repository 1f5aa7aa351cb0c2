//! What nobody means, however well the words of a stretch may be explained.

use super::align::Aligned;
use super::channels::{Channel, Why};
use super::found::Found;
use super::gazetteer::Kind;
use super::index::Index;
use super::parts;
use super::resolve::Resolver;
use super::sound::sound_alike;
use super::weigh::is_derived;

/// A given name spelt by ear costs at most this much a letter.
const NEAR_GIVEN_NAME: f32 = 0.09;
/// Words of so many letters, such as articles, say little beside what names a thing.
const LITTLE: usize = 3;

/// Whether no writer means the form by the stretch; `own` says that the form is a word of the article itself.
pub(super) fn is_implausible(
    resolver: &Resolver<'_>,
    found: &Found<'_>,
    index: &Index,
    aligned: &Aligned<'_>,
    own: bool,
) -> bool {
    let &Aligned { form, places, whys } = aligned;
    let words = found.words();
    let is_given_name = form.entry_kind == Kind::Person && places[0] == 0;
    // Brothers share a surname: a given name must be near to the one that was meant.
    let other_given_name =
        is_given_name && places.len() > 1 && whys[0].distance().per_letter > NEAR_GIVEN_NAME;
    // The Carlos Bridge is no Carla Del Ponte.
    let names_a_thing = |at: usize| matches!(whys[at], Why::Gloss(_)) && parts::is_generic(&words[at].folded);
    let all_damaged = whys.len() > 1 && whys.iter().all(|why| why.channel().is_some());
    let little_else =
        |thing: usize| (0..words.len()).all(|at| at == thing || words[at].folded.len() <= LITTLE);
    let things: Vec<usize> = (0..words.len()).filter(|&at| names_a_thing(at)).collect();
    // Nor is A Road the A Estrada of Galicia, nor are Rooms the Salé of Morocco.
    let says_little = (words.len() > 1 || form.entry_kind != Kind::Person)
        && things.iter().any(|&thing| little_else(thing));
    if says_little || (all_damaged && form.entry_kind == Kind::Person && !things.is_empty()) {
        return true;
    }
    let renames =
        |why: &&Why<'_>| matches!(why, Why::SameGivenName | Why::SameNameOtherGender | Why::OtherGender);
    let derives = |at: usize| {
        !matches!(whys[at], Why::Gloss(_))
            && is_derived(&words[at].folded, index.word_text(form.word(places[at])))
    };
    // Faith is a woman's name too: only of a place, or behind a link, is such a word a translated one.
    let is_unlinked_person = form.entry_kind == Kind::Person && found.mention.link.is_none();
    let is_given = |at: usize| !resolver.names.lexicon.given_names(&words[at].folded).is_empty();
    let translates_given_name =
        |at: usize| is_unlinked_person && matches!(whys[at], Why::Gloss(_)) && is_given(at);
    let is_no_damage = |at: usize| whys[at].channel().is_some() && derives(at) || translates_given_name(at);
    if (0..words.len()).any(is_no_damage) {
        return true;
    }
    // Bohdan Ivanov has a given name and a surname of his own: he is no Bogdan Ivan.
    let is_attested = |at: usize| matches!(resolver.names.lexicon.attested(&words[at].folded), Some(1 | 2));
    if is_given_name
        && renames(&whys[0])
        && (1..words.len()).any(|at| whys[at].channel().is_some() && is_attested(at))
    {
        return true;
    }
    // The Tiger Trappers are no El Tigre: English words that go on are no place.
    let goes_on = found.first > 0 || found.last + 1 < found.mention.words.len();
    if aligned.is_translated() && words.len() > 1 && goes_on && found.mention.link.is_none() {
        return true;
    }
    // UN is no word of La-Un.
    let is_loud = |text: &str| text.chars().all(char::is_uppercase);
    let is_acronym = |at: usize| {
        whys[at].channel().is_none()
            && is_loud(resolver.article.slice(words[at].span))
            && !is_loud(&form.text_of(places[at], places[at]))
    };
    if words.len() > 1 && (0..words.len()).any(is_acronym) {
        return true;
    }
    if own && are_two_people(resolver, &words[0].folded, index.word_text(form.word(0))) {
        return true;
    }
    let not_given = if is_given_name { &whys[1..] } else { whys };
    let is_far_fetched = own && aligned.channel() > Some(Channel::Transcription);
    other_given_name || is_far_fetched || not_given.iter().any(renames)
}

/// Whether two words of the article are surnames of people with other given names: Saško Markovski is no Igor Markovsky.
fn are_two_people(resolver: &Resolver<'_>, found: &str, original: &str) -> bool {
    let lexicon = &resolver.names.lexicon;
    let [found, original] = [found, original].map(|surname| resolver.own.bearers(surname, lexicon));
    let classes = |given: &str| {
        lexicon.given_names(given).into_iter().map(|name| name.class).filter(|class| !class.is_empty())
    };
    let is_one = |one: &str, other: &str| {
        sound_alike(one, other)
            || sound_alike(other, one)
            || classes(one).any(|class| classes(other).any(|known| known == class))
    };
    !found.is_empty()
        && !original.is_empty()
        && !found.iter().any(|one| original.iter().any(|other| is_one(one, other)))
}
