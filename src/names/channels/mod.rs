//! The ways in which translation damages a name, a file each: what a word of a mention may have meant.

mod by_sound;
mod diacritics;
mod equivalent_first_name;
mod foreign;
mod literal;
mod meant;
mod spelling;
mod transcription;
mod transliteration;
mod word;
mod wrong_gender;

pub(super) use by_sound::{BySound, Heard};
pub(super) use diacritics::inconsistent;
pub(super) use literal::originals;
pub(super) use meant::Meant;
pub(super) use transcription::CASE_ENDING;
pub(super) use transliteration::is_romanised;
pub(super) use word::{Word, meanings};

use std::fmt;

use super::case_endings::Base;
use super::index::WordId;
use super::lexicon::{Gloss, Lexicon};
use super::respelling::Distance;
use super::source_languages;

/// A way in which translation damages a name; the milder first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// Marks lost or added within one article.
    Diacritics,
    /// A letter wrong, for no reason of language.
    Spelling,
    /// A case ending left on.
    Inflection,
    /// In another romanisation than the one that English uses.
    Transliteration,
    /// Spelt by ear, as another language writes it.
    Transcription,
    /// The given name of the other gender.
    WrongGender,
    /// The given name that is the same in another language.
    EquivalentFirstName,
    /// Translated as a word.
    Literal,
}

impl Channel {
    /// Whether a name came to be so because its sound was written down, with the translator's given name or not.
    pub fn is_by_ear(self) -> bool {
        matches!(self, Self::Transcription | Self::WrongGender | Self::EquivalentFirstName)
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Diacritics => "diacritics",
            Self::Spelling => "spelling",
            Self::Inflection => "inflection",
            Self::Transliteration => "transliteration",
            Self::Transcription => "transcription",
            Self::WrongGender => "wrong gender",
            Self::EquivalentFirstName => "equivalent first name",
            Self::Literal => "literal",
        })
    }
}

/// Why a word of a mention may stand for a word of a name.
#[derive(Clone, Debug)]
pub enum Why<'l> {
    /// It is that word.
    Same,
    /// It is how another language writes that name.
    Foreign,
    /// It is how another language writes a given name, but nearer to another one of the class.
    ForeignOfClass,
    /// It is a spelling by ear.
    Respelt(Distance),
    /// It is that word with a case ending.
    Bent(Base<'l>),
    /// It is a spelling by ear with a case ending.
    BentAndRespelt(Base<'l>, Distance),
    /// It is the form of another language with a case ending.
    BentForeign(Base<'l>),
    /// It is English for a word of another language.
    Gloss(Gloss<'l>),
    /// It is the same given name in another language.
    SameGivenName,
    /// It is the same given name in another language and in the other gender.
    SameNameOtherGender,
    /// It is the given name of the other gender.
    OtherGender,
    /// It is one letter off.
    OneEdit,
}

/// A word that a word of a mention may have meant.
#[derive(Clone, Debug)]
pub struct Meaning<'l> {
    /// The word that was meant.
    pub word: WordId,
    /// How it came to be what it is.
    pub why: Why<'l>,
}

impl Why<'_> {
    /// The channel; `None` for an undamaged word.
    pub fn channel(&self) -> Option<Channel> {
        match self {
            Self::Same => None,
            Self::OneEdit => Some(Channel::Spelling),
            Self::Bent(_) => Some(Channel::Inflection),
            Self::Foreign
            | Self::ForeignOfClass
            | Self::Respelt(_)
            | Self::BentAndRespelt(..)
            | Self::BentForeign(_) => Some(Channel::Transcription),
            Self::OtherGender => Some(Channel::WrongGender),
            Self::SameGivenName | Self::SameNameOtherGender => Some(Channel::EquivalentFirstName),
            Self::Gloss(_) => Some(Channel::Literal),
        }
    }

    /// The case ending that was left on, if one was.
    pub fn ending(&self) -> Option<&Base<'_>> {
        match self {
            Self::Bent(base) | Self::BentAndRespelt(base, _) | Self::BentForeign(base) => Some(base),
            _ => None,
        }
    }

    /// How far the spelling is from what was meant; 0 for all but spellings by ear.
    pub fn distance(&self) -> Distance {
        match self {
            Self::Respelt(distance) | Self::BentAndRespelt(_, distance) => *distance,
            _ => Distance { cost: 0.0, per_letter: 0.0, by_rule: true },
        }
    }

    /// The channel, romanisation told from transcription, and the reason; `None` for an undamaged word.
    pub fn account(&self, found: &str, meant: &str, lexicon: &Lexicon) -> Option<(Channel, String)> {
        let romanised = is_romanised(self, found, meant, lexicon);
        let (channel, how) = if romanised {
            (Channel::Transliteration, "in another romanisation")
        } else {
            (self.channel()?, BY_EAR)
        };
        Some((channel, self.told(found, meant, how)?))
    }

    /// The reason, as an editor reads it; `None` for an undamaged word.
    pub fn reason(&self, found: &str, meant: &str) -> Option<String> {
        self.told(found, meant, BY_EAR)
    }

    /// The reason, and how a word is spelt that is not bent alone.
    fn told(&self, found: &str, meant: &str, how: &str) -> Option<String> {
        let by_ear = || format!("*{found}* is *{meant}* {how}");
        let bent = |base: &Base<'_>| {
            let Base { ending, language, case, .. } = base;
            // The U of Ukrainian is no vowel to the ear.
            let article = if language.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
            if ending.is_empty() {
                format!("*{found}* has lost its ending, as in {article} {language} {case}")
            } else {
                format!("the -{ending} of *{found}* is the ending of {article} {language} {case}")
            }
        };
        Some(match self {
            Self::Same => return None,
            Self::Foreign | Self::ForeignOfClass => {
                format!("*{found}* is how another language writes *{meant}*")
            }
            Self::Respelt(_) => by_ear(),
            Self::Bent(base) => bent(base),
            Self::BentAndRespelt(base, _) => format!("{}, and {}", by_ear(), bent(base)),
            Self::BentForeign(base) => {
                format!("*{found}* is how another language writes *{meant}*, and {}", bent(base))
            }
            Self::Gloss(gloss) => {
                format!(
                    "*{found}* is English for {} *{}*",
                    source_languages::name(gloss.language),
                    gloss.word
                )
            }
            Self::SameGivenName | Self::SameNameOtherGender => {
                format!("*{found}* and *{meant}* are one given name in two languages")
            }
            Self::OtherGender => format!("*{found}* is *{meant}* in the other gender"),
            Self::OneEdit => format!("*{found}* is one letter off *{meant}*"),
        })
    }
}

/// How a word is spelt that a translator wrote as it sounds.
const BY_EAR: &str = "spelt by ear";
