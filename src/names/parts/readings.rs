//! What a word may have meant as a part of a name that many bear: *Dejvid* as a given name is David.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::channels::{BySound, CASE_ENDING, Why};
use super::super::index::WordId;
use super::super::lexicon::GivenName;
use super::super::mention::MentionWord;
use super::super::own_names::OwnNames;
use super::super::resolve::{MOST_REMEMBERED, Resolver};
use super::super::sound::SoundKey;
use super::super::sound_list::{NamePart, SoundList};
use super::at_home::{ends_at_home, spells_by_ear};
use crate::word_list::{WordList, word_list};

/// Beyond this cost per letter it is another name.
const FARTHEST: f32 = 0.12;
/// So many readings of a word are looked at.
const MOST_READINGS: usize = 3;
/// A shorter word sounds like too many others.
const SHORTEST: usize = 3;

/// What a word may have meant.
pub(in crate::names) struct Reading<'l> {
    pub(super) part: NamePart<'l>,
    pub(super) why: Why<'l>,
    /// What makes it less likely than its distance does.
    pub(super) dearer: f32,
}

impl Reading<'_> {
    pub(super) fn cost(&self) -> f32 {
        self.why.distance().per_letter + self.dearer
    }
}

/// What part of the name a word is, by where it stands in the mention.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    GivenName,
    /// One of two given names that a hyphen joins.
    HalfOfGivenName,
    Surname,
}

/// What makes one doubt that a word is right.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Doubt {
    /// Whether another word of the name is damaged.
    pub(super) of_name: bool,
    /// Whether many names of the article are spelt by ear.
    pub(super) of_article: bool,
}

/// What the words of an article were found to mean: a word stands in several stretches of its mention, and again elsewhere.
#[derive(Default)]
pub(in crate::names) struct Readings<'l>(RefCell<FxHashMap<Question, Rc<Vec<Reading<'l>>>>>);

/// A folded word, where it stands, and how much is doubted.
type Question = (String, Place, Doubt);

impl<'l> Readings<'l> {
    pub(super) fn of(
        &self,
        resolver: &Resolver<'l>,
        word: &MentionWord,
        place: Place,
        doubt: Doubt,
    ) -> Rc<Vec<Reading<'l>>> {
        let mut remembered = self.0.borrow_mut();
        if remembered.len() > MOST_REMEMBERED {
            remembered.clear();
        }
        let question = (word.folded.clone(), place, doubt);
        remembered.entry(question).or_insert_with(|| Rc::new(readings(resolver, word, place, doubt))).clone()
    }
}

/// Whether the first of some words may be a given name spelt by ear, in an article where many names are, and none of one who is at
/// home where foreign names are written so.
pub(in crate::names) fn may_be_by_ear(resolver: &Resolver<'_>, words: &[MentionWord], meant: &str) -> bool {
    let doubt = Doubt { of_name: false, of_article: true };
    let is_at_home = words.last().is_some_and(|surname| ends_at_home(&surname.folded));
    let readings = || resolver.readings.of(resolver, &words[0], Place::GivenName, doubt);
    !is_at_home && readings().iter().any(|reading| reading.part.folded == meant)
}

/// The parts of names that are borne in some place of a name, by sound.
struct Borne<'l> {
    parts: &'l SoundList,
    place: Place,
    own: &'l OwnNames<'l>,
}

impl Borne<'_> {
    /// How many names are more frequent than a part in this place; `None` where it does not stand there.
    fn rank(&self, part: &NamePart<'_>) -> Option<u32> {
        match self.place {
            Place::Surname => part.surname.or_else(|| self.is_of_article(part.folded).then_some(0)),
            Place::GivenName | Place::HalfOfGivenName => part.given_name,
        }
    }

    /// Whether the article has a word right: somebody may bear it whom no list has.
    fn is_of_article(&self, part: &str) -> bool {
        self.own.count(part) > 0
    }
}

impl BySound for Borne<'_> {
    fn with_sound(&self, key: SoundKey) -> impl Iterator<Item = WordId> {
        self.parts.parts_with_sound(key)
    }

    fn letters_of(&self, part: WordId) -> &[u8] {
        self.parts.folded(part)
    }

    fn letters_if_wanted(&self, part: WordId) -> Option<&[u8]> {
        let (folded, [given_name, surname]) = self.parts.folded_and_ranks(part);
        let is_borne = match self.place {
            Place::Surname => {
                surname.is_some() || std::str::from_utf8(folded).is_ok_and(|part| self.is_of_article(part))
            }
            Place::GivenName | Place::HalfOfGivenName => given_name.is_some(),
        };
        is_borne.then_some(folded)
    }
}

/// The parts of names that a word may be a spelling by ear of, with or without a case ending, the likeliest first; none when
/// the word is a name or English as it stands.
///
/// A name such as *Dejvid*, which Serbs bear and which Serbian makes of *David* too, counts only where something else is damaged;
/// a rare surname, where much is.
fn readings<'l>(resolver: &Resolver<'l>, word: &MentionWord, place: Place, doubt: Doubt) -> Vec<Reading<'l>> {
    let lexicon = &resolver.names.lexicon;
    let folded = word.folded.as_str();
    let remembered = resolver.word(folded);
    let word = &remembered.word;
    let names = lexicon.given_names(folded);
    let context = resolver.context;
    let is_spoken_here = |language: &str| language == "en" || context.names_country_of(language);
    // Who bears it may be spoken of: Gerhard is no Gerard where no country is named, or Germany is.
    let may_be_here =
        |language: &str| !spells_by_ear(language) && (!context.names_countries() || is_spoken_here(language));
    let stands = match place {
        Place::GivenName | Place::HalfOfGivenName => {
            let is_respelt = names.iter().any(GivenName::is_respelt);
            names.iter().any(|name| match doubt {
                Doubt { of_name: true, .. } if is_respelt => name.language == "en",
                _ if name.is_respelt() => false,
                Doubt { of_article: true, .. } if is_respelt => may_be_here(name.language),
                _ => true,
            })
        }
        Place::Surname if doubt.of_article => matches!(word.attested, Some(1 | 2)),
        Place::Surname => resolver.names.has_word(folded),
    };
    let is_respelt = place != Place::Surname && !names.is_empty();
    if stands || folded.len() < SHORTEST || (word.is_english(lexicon) && !is_respelt) {
        return Vec::new();
    }
    // A list says which names some spellings by ear are of.
    let is_listed = |part: &NamePart<'_>| {
        let twins = lexicon.given_names(part.folded);
        let same = |name: &GivenName<'_>, twin: &GivenName<'_>| {
            (twin.class, twin.gender) == (name.class, name.gender)
        };
        names.iter().any(|name| twins.iter().any(|twin| same(name, twin)))
    };
    let borne = Borne { parts: &lexicon.name_parts, place, own: resolver.own };
    let mut found = Vec::new();
    let mut add = |number: u32, why: Why<'l>, farther: f32| {
        let Some(part) = lexicon.name_parts.part(number) else { return };
        let own = resolver.own.count(part.folded) > 0;
        let Some(rank) = borne.rank(&part).filter(|_| part.folded != folded) else { return };
        let near = why.distance().per_letter <= FARTHEST;
        if !near || (is_respelt && why.ending().is_none() && !is_listed(&part)) {
            return;
        }
        let ending = if why.ending().is_some() { CASE_ENDING } else { 0.0 };
        let article = if own { IN_ARTICLE } else { 0.0 };
        let names = lexicon.given_names(part.folded);
        let is_near = |name: &GivenName<'_>| match place {
            Place::GivenName => is_spoken_here(name.language),
            Place::HalfOfGivenName => HYPHENATING.contains(name.language),
            Place::Surname => false,
        };
        let here =
            if names.iter().any(|name| !name.is_respelt() && is_near(name)) { SPOKEN_HERE } else { 0.0 };
        found.push(Reading { part, why, dearer: farther + ending + article + here + rarity(rank) });
    };
    let heard = &word.heard;
    let (as_it_stands, without_endings) = heard.respelt_or_bent(lexicon, &borne);
    for (part, distance) in as_it_stands.respelt {
        // Of the names of which a list says that it may be one, the nearest.
        let (why, farther) =
            if is_respelt { (Why::Foreign, distance.per_letter) } else { (Why::Respelt(distance), 0.0) };
        add(part, why, farther);
    }
    for (base, originals) in without_endings {
        if let Some(part) = originals.itself {
            add(part, Why::Bent(base.clone()), 0.0);
        }
        for (part, distance) in originals.respelt {
            add(part, Why::BentAndRespelt(base.clone(), distance), 0.0);
        }
    }
    found.sort_by(|a, b| a.cost().total_cmp(&b.cost()).then_with(|| a.part.folded.cmp(b.part.folded)));
    let mut best: Vec<Reading<'l>> = Vec::new();
    for reading in found {
        if best.len() < MOST_READINGS && !best.iter().any(|known| known.part == reading.part) {
            best.push(reading);
        }
    }
    best
}

/// What the cost is lowered by when the article has the word elsewhere.
const IN_ARTICLE: f32 = -0.06;

/// The languages in which a hyphen often joins two given names.
static HYPHENATING: WordList = word_list!("languages-hyphenating");
/// What the cost of a given name is lowered by when its language is English, or that of a country that the article names; of half of
/// one, when people have such names in its language.
const SPOKEN_HERE: f32 = -0.06;

/// What being a name of this rank costs beside a distance per letter: as much again with every doubling.
#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn rarity(rank: u32) -> f32 {
    0.011 * (rank as f32 + 1.0).log2()
}
