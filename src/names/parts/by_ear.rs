//! A given name and a surname that many bear, spelt by ear: *Dejvid Midlton* is some David Middleton.

use super::super::candidate::Candidate;
use super::super::channels::Channel;
use super::super::evidence::Feature;
use super::super::found::Found;
use super::super::lexicon::GivenName;
use super::super::mention::MentionWord;
use super::super::resolve::Resolver;
use super::super::weigh::Weigher;
use super::at_home::{ends_at_home, is_borne_at_home, is_common_at_home, is_of_a_slav};
use super::readings::{Doubt, Place, Reading};

/// The size band of SCOWL from which on a surname is likelier than the English word that it is too: Steve Stich.
const RARE_ENGLISH: u8 = 70;
/// So many surnames are more frequent in the United States than one that says of its bearer that he is from abroad.
const FREQUENT_SURNAME: u32 = 8000;
/// Beyond this cost a surname may be one of those who spell by ear.
const NEAR_SURNAME: f32 = 0.15;

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
                    || !resolver.names.has_word(&word.folded) && !is_common_at_home(resolver, given_name)
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

/// Whether a word behind a given name may be a surname as it stands. Miller is one behind a name that is one by ear: *Stiv*.
fn is_surname(
    resolver: &Resolver<'_>,
    given_name: &MentionWord,
    word: &MentionWord,
    is_article_by_ear: bool,
) -> bool {
    let lexicon = &resolver.names.lexicon;
    let is_name = is_article_by_ear || resolver.names.has_word(&word.folded);
    let is_rare = |band| band >= RARE_ENGLISH;
    let is_respelt = || {
        let names = lexicon.given_names(&given_name.folded);
        is_article_by_ear && names.iter().any(GivenName::is_respelt)
            || lexicon.is_but_respelt(&given_name.folded)
    };
    let is_after_respelt = || lexicon.attested(&word.folded) == Some(1) && is_respelt();
    is_name && (lexicon.english(&word.folded).is_none_or(is_rare) || is_after_respelt())
}
