//! What words are: English words, attested names, given names, glosses, titles, nationalities, particles, respellings, languages.

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::fold::{fold, key};
use super::gazetteer::Gender;
use super::language::Language;
use super::respelling::Respelling;
use super::table;
use crate::error::Result;

/// A given name in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct GivenName {
    /// As written.
    pub name: String,
    /// Masculine or feminine.
    pub gender: Gender,
    /// ISO 639-1, or `sr-respelt` for a foreign name as Serbian writes it.
    pub language: String,
    /// The class of names that are one name in several languages; empty for none.
    pub class: String,
}

/// A word of another language and the English that a translator puts for it.
#[derive(Clone, Debug, Deserialize)]
pub struct Gloss {
    /// The word, in lower case.
    pub word: String,
    /// ISO 639-1.
    pub language: String,
    /// The English for it, in lower case.
    pub gloss: String,
}

#[derive(Deserialize)]
struct TitleRow {
    title: String,
    role: String,
}

#[derive(Deserialize)]
struct DemonymRow {
    demonym: String,
    country: String,
}

#[derive(Deserialize)]
struct ParticleRow {
    particle: String,
}

/// All that is known of words.
pub struct Lexicon {
    english: fst::Map<&'static [u8]>,
    attested: fst::Map<&'static [u8]>,
    given_names: FxHashMap<String, Vec<GivenName>>,
    classes: FxHashMap<String, Vec<String>>,
    glosses: FxHashMap<String, Vec<Gloss>>,
    titles: FxHashMap<String, String>,
    demonyms: FxHashMap<String, String>,
    particles: FxHashSet<String>,
    /// The rules of transcription.
    pub respelling: Respelling,
    /// The languages whose habits show in broken names.
    pub languages: Vec<Language>,
}

/// A table of `rules/`, embedded.
macro_rules! embedded {
    ($path:literal) => {
        (Path::new(concat!("rules/", $path)), include_bytes!(concat!("../../rules/", $path)).as_slice())
    };
}

impl Lexicon {
    /// The built-in lexicon.
    pub fn builtin() -> Result<Self> {
        let fst = |bytes: &'static [u8]| fst::Map::new(bytes).expect("build.rs packed it");
        let (path, text) = embedded!("lexicon/respellings.csv");
        let mut lexicon = Self {
            english: fst(include_bytes!(concat!(env!("OUT_DIR"), "/english-words.fst"))),
            attested: fst(include_bytes!(concat!(env!("OUT_DIR"), "/attested-names.fst"))),
            given_names: FxHashMap::default(),
            classes: FxHashMap::default(),
            glosses: FxHashMap::default(),
            titles: FxHashMap::default(),
            demonyms: FxHashMap::default(),
            particles: FxHashSet::default(),
            respelling: Respelling::read(path, text)?,
            languages: Vec::new(),
        };
        for (path, text) in [embedded!("languages/sq.toml"), embedded!("languages/sr.toml")] {
            let text = std::str::from_utf8(text).expect("the built-in tables are UTF-8");
            lexicon.languages.push(Language::read(path, text)?);
        }
        let (path, text) = embedded!("names/given-names.csv");
        for (_, row) in table::rows::<GivenName>(path, text)? {
            if !row.class.is_empty() {
                let members = lexicon.classes.entry(row.class.clone()).or_default();
                let member = fold(&row.name);
                if !members.contains(&member) {
                    members.push(member);
                }
            }
            lexicon.given_names.entry(fold(&row.name)).or_default().push(row);
        }
        let (path, text) = embedded!("lexicon/glosses.csv");
        for (_, row) in table::rows::<Gloss>(path, text)? {
            lexicon.glosses.entry(key(&row.gloss)).or_default().push(row);
        }
        let (path, text) = embedded!("lexicon/titles.csv");
        for (_, row) in table::rows::<TitleRow>(path, text)? {
            lexicon.titles.insert(key(&row.title), row.role);
        }
        let (path, text) = embedded!("lexicon/demonyms.csv");
        for (_, row) in table::rows::<DemonymRow>(path, text)? {
            lexicon.demonyms.insert(key(&row.demonym), row.country);
        }
        let (path, text) = embedded!("lexicon/particles.csv");
        for (_, row) in table::rows::<ParticleRow>(path, text)? {
            lexicon.particles.insert(row.particle);
        }
        Ok(lexicon)
    }

    /// The size band of SCOWL in which a folded word is English: 10 (the commonest) to 70; `None` for no English word.
    pub fn english(&self, folded: &str) -> Option<u8> {
        self.english.get(folded).and_then(|band| u8::try_from(band).ok())
    }

    /// How frequent a folded word is as a name in the United States and in English dictionaries: 1 (frequent) to 3 (rare).
    pub fn attested(&self, folded: &str) -> Option<u8> {
        self.attested.get(folded).and_then(|band| u8::try_from(band).ok())
    }

    /// The given names that fold to this.
    pub fn given_names(&self, folded: &str) -> &[GivenName] {
        self.given_names.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The folded given names of a class.
    pub fn class(&self, class: &str) -> &[String] {
        self.classes.get(class).map_or(&[], Vec::as_slice)
    }

    /// The words whose gloss has this key.
    pub fn glossed(&self, key: &str) -> &[Gloss] {
        self.glosses.get(key).map_or(&[], Vec::as_slice)
    }

    /// The role of a title, by its key: empty for a mere honorific.
    pub fn title(&self, key: &str) -> Option<&str> {
        self.titles.get(key).map(String::as_str)
    }

    /// The country of a nationality, by its key.
    pub fn demonym(&self, key: &str) -> Option<&str> {
        self.demonyms.get(key).map(String::as_str)
    }

    /// Whether a word in lower case stands inside names.
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }
}
