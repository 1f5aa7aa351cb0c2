//! A given name and a surname that many bear, spelt by ear: *Dejvid Midlton* is some David Middleton.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::candidate::Candidate;
use super::super::channels::{BySound, CASE_ENDING, Channel, Why};
use super::super::evidence::Feature;
use super::super::found::Found;
use super::super::index::WordId;
use super::super::lexicon::GivenName;
use super::super::mention::MentionWord;
use super::super::own_names::OwnNames;
use super::super::resolve::{MOST_REMEMBERED, Resolver};
use super::super::sound::SoundKey;
use super::super::sound_list::{NamePart, SoundList};
use super::super::source_languages::is_kin;
use super::super::weigh::Weigher;
use super::at_home::{BY_EAR, ends_at_home, is_borne_at_home, is_common_at_home, is_of_a_slav};

/// What a word may have meant.
pub(in crate::names) struct Reading<'l> {
    part: NamePart<'l>,
    why: Why<'l>,
    /// What makes it less likely than its distance does.
    dearer: f32,
}

impl Reading<'_> {
    fn cost(&self) -> f32 {
        self.why.distance().per_letter + self.dearer
    }
}

/// What part of the name a word is, by where it stands in the mention.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    GivenName,
    /// One of two given names that a hyphen joins.
    HalfOfGivenName,
    Surname,
}

/// Beyond this cost per letter it is another name.
const FARTHEST: f32 = 0.12;
/// So many readings of a word are looked at.
const MOST_READINGS: usize = 3;
/// The size band of SCOWL from which on a surname is likelier than the English word that it is too: Steve Stich.
const RARE_ENGLISH: u8 = 70;
/// So many surnames are more frequent in the United States than one that says of its bearer that he is from abroad.
const FREQUENT_SURNAME: u32 = 8000;
/// Beyond this cost a surname may be one of those who spell by ear.
const NEAR_SURNAME: f32 = 0.15;
/// A shorter word sounds like too many others.
const SHORTEST: usize = 3;

/// What makes one doubt that a word is right.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Doubt {
    /// Whether another word of the name is damaged.
    of_name: bool,
    /// Whether many names of the article are spelt by ear.
    of_article: bool,
}

/// The candidates for a stretch of one given name, of one surname behind a given name, or of both.
pub(in crate::names) fn candidates(
    resolver: &Resolver<'_>,
    found: &Found<'_>,
    is_article_by_ear: bool,
) -> Vec<Candidate> {
    let mention = found.mention;
    let (before, behind) = (found.before(), mention.words.get(found.last + 1));
    let places: &[Place] = match (before, found.words().len()) {
        _ if mention.link.is_some() || mention.words.len() < 2 => return Vec::new(),
        (None, 1) => &[Place::GivenName],
        (None, 2) if behind.is_some() && is_hyphenated(resolver, found) => {
            &[Place::HalfOfGivenName, Place::HalfOfGivenName]
        }
        (None, 2) => &[Place::GivenName, Place::Surname],
        (Some(_), 1) => &[Place::Surname],
        _ => return Vec::new(),
    };
    let beside = match places {
        [Place::Surname] if before.is_some_and(|word| is_given_name(resolver, word)) => {
            Some(Feature::GivenNameBeside)
        }
        [Place::GivenName] | [Place::HalfOfGivenName, _]
            if behind
                .is_some_and(|word| is_surname(resolver, &found.words()[0], word, is_article_by_ear)) =>
        {
            Some(Feature::SurnameBeside)
        }
        [_, _] => None,
        _ => return Vec::new(),
    };
    if places == [Place::Surname] && is_of_a_slav(resolver, found) {
        return Vec::new();
    }
    let last = behind.or(found.words().last());
    if is_article_by_ear && last.is_some_and(|word| ends_at_home(&word.folded)) {
        return Vec::new();
    }
    let is_abroad = || {
        let given_name = &found.words()[0];
        !is_borne_at_home(resolver, given_name)
            || behind.is_none_or(|word| {
                is_foreign_surname(resolver, word)
                    || is_in_no_list(resolver, word) && !is_common_at_home(resolver, given_name)
            })
    };
    let doubt = Doubt { of_name: places.len() > 1, of_article: is_article_by_ear && is_abroad() };
    let words = found.words().iter().zip(places);
    let mut readings = Vec::new();
    for (word, &place) in words {
        let remembered = resolver.readings.of(resolver, word, place, doubt);
        if remembered.is_empty() {
            return Vec::new();
        }
        readings.push(remembered);
    }
    // The likeliest reading of all words, and every other reading of one of them.
    let best: Vec<&Reading<'_>> = readings.iter().map(|readings| &readings[0]).collect();
    let mut names = vec![best.clone()];
    for (at, others) in readings.iter().enumerate() {
        names.extend(others[1..].iter().map(|other| {
            let mut name = best.clone();
            name[at] = other;
            name
        }));
    }
    names.iter().filter_map(|name| weigh(resolver, found, places, name, beside, doubt)).collect()
}

fn weigh(
    resolver: &Resolver<'_>,
    found: &Found<'_>,
    places: &[Place],
    name: &[&Reading<'_>],
    beside: Option<Feature>,
    doubt: Doubt,
) -> Option<Candidate> {
    let channel = name.iter().filter_map(|reading| reading.why.channel()).max()?;
    let mut weigher = Weigher::new(resolver, found, None);
    for place in places {
        weigher.once(if *place == Place::Surname { Feature::SurnameByEar } else { Feature::GivenNameByEar });
    }
    if let Some(feature) = beside {
        weigher.add(feature);
    }
    if doubt.of_article {
        weigher.doubt_names();
    }
    for (at, reading) in name.iter().enumerate() {
        weigher.damaged_word(at, &reading.why);
        weigher.dearer(reading.dearer);
    }
    weigher.damage(channel, true);
    let texts: Vec<_> = name.iter().map(|reading| reading.part.text()).collect();
    let suggestion = texts.join(if is_hyphenated(resolver, found) { "-" } else { " " });
    weigher.what_was_meant(name.iter().map(|reading| reading.part.folded));
    weigher.surroundings();
    if !weigher.is_promising() {
        return None;
    }
    let accounts = found.words().iter().zip(name).zip(&texts).filter_map(|((word, reading), meant)| {
        reading.why.account(resolver.article.slice(word.span), meant, &resolver.names.lexicon)
    });
    let (channels, reasons): (Vec<Channel>, _) = accounts.unzip();
    weigher.add_if(channels.contains(&Channel::Transliteration), Feature::Romanised);
    Some(weigher.candidate(suggestion, channels.into_iter().max()?, reasons))
}

/// Whether a hyphen joins two words: Jean-Dominique.
fn is_hyphenated(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    let text = resolver.article.text();
    found.words().windows(2).all(|pair| text[pair[0].span.end..].starts_with('-'))
}

/// Whether a word before a surname is an English given name as it stands.
fn is_given_name(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    resolver.names.lexicon.given_names(&word.folded).iter().any(|name| name.language == "en")
}

/// Whether a word is a surname that many bear in the United States, or a spelling by ear of one: the given name before it is likely
/// to be foreign.
fn is_foreign_surname(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    let part = resolver.names.lexicon.name_parts.named(&word.folded);
    let is_frequent = part.and_then(|part| part.surname).is_some_and(|rank| rank < FREQUENT_SURNAME);
    let doubt = Doubt { of_name: true, of_article: true };
    let readings = || resolver.readings.of(resolver, word, Place::Surname, doubt);
    is_frequent || readings().first().is_some_and(|reading| reading.cost() <= NEAR_SURNAME)
}

/// Whether no list of names has a word.
fn is_in_no_list(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    resolver.names.lexicon.attested(&word.folded).is_none() && !resolver.names.is_word_of_a_name(&word.folded)
}

/// Whether a word behind a given name may be a surname as it stands. Miller is one behind a name that is one by ear: *Stiv*.
fn is_surname(
    resolver: &Resolver<'_>,
    given_name: &MentionWord,
    word: &MentionWord,
    is_article_by_ear: bool,
) -> bool {
    let lexicon = &resolver.names.lexicon;
    let band = lexicon.attested(&word.folded);
    let is_name = band.is_some() || resolver.names.is_word_of_a_name(&word.folded) || is_article_by_ear;
    let is_rare = |band| band >= RARE_ENGLISH;
    let is_respelt = || {
        let names = lexicon.given_names(&given_name.folded);
        is_article_by_ear && names.iter().any(GivenName::is_respelt)
            || lexicon.is_but_respelt(&given_name.folded)
    };
    let is_after_respelt = || band == Some(1) && is_respelt();
    is_name && (lexicon.english(&word.folded).is_none_or(is_rare) || is_after_respelt())
}

/// What the words of an article were found to mean: a word stands in several stretches of its mention, and again elsewhere.
#[derive(Default)]
pub(in crate::names) struct Readings<'l>(RefCell<FxHashMap<Question, Rc<Vec<Reading<'l>>>>>);

/// A folded word, where it stands, and how much is doubted.
type Question = (String, Place, Doubt);

impl<'l> Readings<'l> {
    fn of(
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
    // Who bears it may be spoken of: Gerhard is no Gerard where no country is named, or Germany is.
    let is_at_hand = |language: &str| {
        !BY_EAR.iter().any(|home| is_kin(language, home))
            && (language == "en" || !context.names_countries() || context.names_country_of(language))
    };
    let stands = match place {
        Place::GivenName | Place::HalfOfGivenName => {
            let is_respelt = names.iter().any(GivenName::is_respelt);
            names.iter().any(|name| match doubt {
                Doubt { of_name: true, .. } if is_respelt => name.language == "en",
                _ if name.is_respelt() => false,
                Doubt { of_article: true, .. } if is_respelt => is_at_hand(name.language),
                _ => true,
            })
        }
        Place::Surname if doubt.of_article => matches!(word.attested, Some(1 | 2)),
        Place::Surname => word.attested.is_some() || resolver.names.is_word_of_a_name(folded),
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
            Place::GivenName => name.language == "en" || resolver.context.names_country_of(name.language),
            Place::HalfOfGivenName => name.language == HYPHENATES,
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

/// The language in which a hyphen most often joins two given names.
const HYPHENATES: &str = "fr";
/// What the cost of a given name is lowered by when its language is English, or that of a country that the article names; of half of
/// one, when its language is that in which people have such names.
const SPOKEN_HERE: f32 = -0.06;

/// What being a name of this rank costs beside a distance per letter: as much again with every doubling.
#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn rarity(rank: u32) -> f32 {
    0.011 * (rank as f32 + 1.0).log2()
}
