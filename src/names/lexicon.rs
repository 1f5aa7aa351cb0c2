//! What words are: English words, attested names, given names, glosses, titles, nationalities, particles, words and acronyms of
//! other languages, respellings, languages.

use super::case_endings::CaseEndings;
use super::gazetteer::Gender;
use super::index::{Of, Spelling};
use super::language::{Ending, Language};
use super::packed::sections::{self, Bytes};
use super::packed::table::Table;
use super::respelling::Respelling;
use super::sound_list::SoundList;
use super::source_languages::SourceLanguages;
use crate::error::Result;

/// A given name in one language.
#[derive(Clone, Copy, Debug)]
pub struct GivenName<'l> {
    /// As written.
    pub name: &'l str,
    /// Masculine or feminine.
    pub gender: Gender,
    /// ISO 639-1, or `sr-respelt` for a foreign name as Serbian writes it.
    pub language: &'l str,
    /// The class of names that are one name in several languages; empty for none.
    pub class: &'l str,
}

impl GivenName<'_> {
    /// Whether it is a foreign name as Serbian writes it by ear, which nobody need bear.
    pub fn is_respelt(&self) -> bool {
        self.language == "sr-respelt"
    }
}

/// A word of another language and the English that a translator puts for it.
#[derive(Clone, Copy, Debug)]
pub struct Gloss<'l> {
    /// The word, in lower case.
    pub word: &'l str,
    /// ISO 639-1.
    pub language: &'l str,
    /// The English for it, in lower case.
    pub gloss: &'l str,
}

/// All that is known of words.
pub struct Lexicon {
    english: fst::Map<&'static [u8]>,
    attested: fst::Map<&'static [u8]>,
    given_names: Table,
    classes: Table,
    glosses: Table,
    titles: Table,
    demonyms: Table,
    /// The first words of titles and nationalities.
    openings: Table,
    particles: Table,
    foreign_words: Table,
    calendar: Table,
    acronyms: Table,
    /// Given names, and surnames that many bear, by sound.
    pub name_parts: SoundList,
    /// The rules of transcription and of romanisation.
    pub respelling: Respelling,
    /// The rules of transcription alone.
    pub by_ear: Respelling,
    /// The languages whose habits show in broken names.
    pub languages: Vec<Language>,
    /// Their case endings.
    pub case_endings: CaseEndings,
    /// The languages that articles may be translated from; any when none are named.
    sources: Option<SourceLanguages>,
}

/// Letters as a source writes them and as translators do.
type Pairs = &'static [(&'static str, &'static str)];

/// A country, letters that tell its names so spelt, and what a kindred language writes for some.
type PackedOf = (&'static str, &'static [&'static str], Pairs);

/// A table of `rules/languages/`, as the build has read it.
struct Packed {
    code: &'static str,
    name: &'static str,
    /// Pairs of letters; the country whose names they are of, if they are, and telling letters.
    spellings: &'static [(Pairs, Option<PackedOf>)],
    /// Ending, nominative, case, letters before it, whether it is telling.
    endings: &'static [(&'static str, &'static str, &'static str, &'static str, bool)],
}

const LANGUAGES: &[Packed] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Packed {
    fn language(&self) -> Language {
        let letters = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
        };
        let of = |&(country, telling, also): &PackedOf| Of {
            country: country.to_owned(),
            telling: telling.iter().map(|letters| (*letters).to_owned()).collect(),
            also: letters(also),
        };
        let spelling = |(pairs, names): &(Pairs, Option<PackedOf>)| Spelling {
            letters: letters(pairs),
            of: names.as_ref().map(of),
        };
        let ending = |&(ending, nominative, case, after, telling): &(&str, &str, &str, &str, bool)| Ending {
            ending: ending.to_owned(),
            nominative: nominative.to_owned(),
            case: case.to_owned(),
            after: after.to_owned(),
            telling,
        };
        Language {
            code: self.code.to_owned(),
            name: self.name.to_owned(),
            spellings: self.spellings.iter().map(spelling).collect(),
            endings: self.endings.iter().map(ending).collect(),
        }
    }
}

/// What an acronym of another language stands for.
#[derive(Clone, Copy, Debug)]
pub struct Acronym<'l> {
    /// What English calls it: wordings joined by ` | `.
    pub english: &'l str,
    /// The English acronym; empty for none.
    pub letters: &'l str,
    /// Whether the acronym means nothing else in English, and the thing is known beyond one country.
    pub telling: bool,
}

impl Lexicon {
    /// The built-in lexicon.
    pub fn builtin() -> Result<Self> {
        let fst = |bytes: &'static [u8]| fst::Map::new(bytes).expect("build.rs packed it");
        let packed = Bytes::embedded(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")));
        let mut sections = sections::open::<22>(&packed)?.into_iter();
        let mut next = || sections.next().expect("build.rs packed them");
        let mut table = || Table::open(&mut next);
        let languages: Vec<Language> = LANGUAGES.iter().map(Packed::language).collect();
        Ok(Self {
            english: fst(include_bytes!(concat!(env!("OUT_DIR"), "/english-words.fst"))),
            attested: fst(include_bytes!(concat!(env!("OUT_DIR"), "/attested-names.fst"))),
            given_names: table()?,
            classes: table()?,
            glosses: table()?,
            titles: table()?,
            demonyms: table()?,
            openings: table()?,
            particles: table()?,
            foreign_words: table()?,
            calendar: table()?,
            acronyms: table()?,
            name_parts: SoundList::open(&mut next)?,
            respelling: Respelling::builtin(),
            by_ear: Respelling::by_ear(),
            case_endings: CaseEndings::of(&languages),
            languages,
            sources: None,
        })
    }

    /// Leaves out the case endings of other languages than these. The glosses stay: a name is translated from its own
    /// language, Rubio from Spanish in the Serbian news too.
    pub(super) fn translated_from(&mut self, sources: SourceLanguages) {
        // Their ways of spelling stay: the names are packed with them.
        for language in self.languages.iter_mut().filter(|language| !sources.use_table(&language.code)) {
            language.endings.clear();
        }
        self.case_endings = CaseEndings::of(&self.languages);
        self.sources = Some(sources);
    }

    /// Whether articles may be translated from a language or one akin to it.
    pub fn may_be_source(&self, language: &str) -> bool {
        self.sources.as_ref().is_none_or(|sources| sources.are_akin(language))
    }

    /// Every way of spelling letters that English lacks.
    pub fn spellings(&self) -> Vec<Spelling> {
        self.languages.iter().flat_map(|language| language.spellings.iter().cloned()).collect()
    }

    /// The size band of SCOWL in which a folded word is English: 10 (the commonest) to 70; `None` for no English word.
    pub fn english(&self, folded: &str) -> Option<u8> {
        self.english.get(folded).and_then(|band| u8::try_from(band).ok())
    }

    /// How frequent a folded word is as a name in the United States and in English dictionaries: 1 (frequent) to 3 (rare).
    pub fn attested(&self, folded: &str) -> Option<u8> {
        self.attested.get(folded).and_then(|band| u8::try_from(band).ok())
    }

    /// Whether somebody bears a given name that folds to this, in whatever language.
    pub fn is_borne_given_name(&self, folded: &str) -> bool {
        self.given_names(folded).iter().any(|name| !name.is_respelt())
    }

    /// Whether a given name folds to this that nobody bears: another is spelt so by ear.
    pub fn is_but_respelt(&self, folded: &str) -> bool {
        let names = self.given_names(folded);
        !names.is_empty() && names.iter().all(GivenName::is_respelt)
    }

    /// The given names that fold to this.
    pub fn given_names(&self, folded: &str) -> Vec<GivenName<'_>> {
        self.given_names
            .rows(folded)
            .map(|[name, gender, language, class]| GivenName {
                name,
                gender: if gender == "f" { Gender::Feminine } else { Gender::Masculine },
                language,
                class,
            })
            .collect()
    }

    /// The folded given names of a class.
    pub fn class(&self, class: &str) -> Vec<&str> {
        self.classes.rows(class).map(|[name]| name).collect()
    }

    /// The words whose gloss has this key.
    pub fn glossed(&self, key: &str) -> Vec<Gloss<'_>> {
        self.glosses.rows(key).map(|[word, language, gloss]| Gloss { word, language, gloss }).collect()
    }

    /// The role of a title, by its key: empty for a mere honorific.
    pub fn title(&self, key: &str) -> Option<&str> {
        self.titles.rows(key).last().map(|[role]| role)
    }

    /// Whether a title or a nationality may begin with the word of this hash; hardly ever wrong, and quick.
    pub fn may_open_title_or_demonym(&self, hash: u64) -> bool {
        self.openings.may_have(hash)
    }

    /// Whether a title or a nationality may have the key with this hash; hardly ever wrong, and quick.
    pub fn may_have_title_or_demonym(&self, hash: u64) -> bool {
        self.titles.may_have(hash) || self.demonyms.may_have(hash)
    }

    /// The country of a nationality, by its key.
    pub fn demonym(&self, key: &str) -> Option<&str> {
        self.demonyms.rows(key).last().map(|[country]| country)
    }

    /// How much a word in lower case tells that a text is in another language: for each that has it, its code and the weight.
    pub fn foreign_word(&self, word: &str) -> impl Iterator<Item = (&str, i32)> {
        let rows = self.foreign_words.rows(word);
        rows.filter_map(|[language, weight]| Some((language, weight.parse().ok()?)))
    }

    /// The English for a month or a day of the week in another language, in lower case.
    pub fn calendar_word(&self, word: &str) -> Option<&str> {
        self.calendar.rows(word).last().map(|[english]| english)
    }

    /// What an acronym of another language stands for.
    pub fn acronyms(&self, acronym: &str) -> impl Iterator<Item = Acronym<'_>> {
        let rows = self.acronyms.rows(acronym);
        rows.map(|[english, letters, telling]| Acronym { english, letters, telling: !telling.is_empty() })
    }

    /// Whether a word in lower case stands inside names.
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.rows::<0>(word).next().is_some()
    }
}
