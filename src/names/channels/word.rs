//! What a word of a mention may have meant: what holds whatever index is searched is asked once, then each index in turn.

use std::cell::OnceCell;

use super::super::Names;
use super::super::case_endings::Base;
use super::super::fold::is_numeral;
use super::super::index::Index;
use super::super::lexicon::{Gloss, Lexicon};
use super::{
    Heard, Meaning, Why, equivalent_first_name, foreign, literal, spelling, transcription, wrong_gender,
};

/// A shorter word, such as an initial or the number of a king, is meant only as it stands.
const SHORTEST: usize = 3;

/// A folded word of a mention, and what is known of it whatever index is searched.
pub(in crate::names) struct Word<'l> {
    folded: String,
    pub(in crate::names) heard: Heard<'l>,
    /// How frequent it is as a name: 1 to 3.
    pub(in crate::names) attested: Option<u8>,
    english: OnceCell<bool>,
    is_given_name: bool,
    /// The words of names that it stands for in foreign forms, and those that its nominatives stand for.
    foreign: Vec<&'l str>,
    foreign_of_bases: Vec<(Base<'l>, &'l str)>,
    /// The folded words that it is English for.
    glossed: Vec<(String, Gloss<'l>)>,
}

impl<'l> Word<'l> {
    pub(in crate::names) fn new(folded: &str, names: &'l Names) -> Self {
        let lexicon = &names.lexicon;
        let heard = Heard::new(folded, lexicon);
        let attested = lexicon.attested(folded);
        let is_given_name = !lexicon.given_names(folded).is_empty();
        let (mut foreign, mut foreign_of_bases) = (Vec::new(), Vec::new());
        if attested != Some(1) {
            foreign.extend(foreign::meant(folded, names));
            // Three letters are a foreign form of somebody by chance: Yaneva is no case of Yan, as some write Khan.
            for base in heard.bases.iter().filter(|base| base.folded.len() > SHORTEST) {
                let meant = foreign::meant(&base.folded, names);
                foreign_of_bases.extend(meant.map(|original| (base.clone(), original)));
            }
        }
        let glossed = literal::glossed(folded, lexicon);
        let folded = folded.to_owned();
        let english = OnceCell::new();
        Self { folded, heard, attested, english, is_given_name, foreign, foreign_of_bases, glossed }
    }
}

impl Word<'_> {
    pub(in crate::names) fn folded(&self) -> &str {
        &self.folded
    }

    /// Whether it is English.
    pub(in crate::names) fn is_english(&self, lexicon: &Lexicon) -> bool {
        *self.english.get_or_init(|| lexicon.english(&self.folded).is_some())
    }

    /// The words that it stands for as a form of another language or with a case ending, whether anyone bears them or not.
    pub(in crate::names) fn stands_for(&self) -> impl Iterator<Item = &str> {
        let of_bases = self.foreign_of_bases.iter().map(|(_, original)| *original);
        let bases = self.heard.bases.iter().map(|base| base.folded.as_str());
        self.foreign.iter().copied().chain(of_bases).chain(bases)
    }
}

/// Everything that a word of a mention may have meant among the words of an index, the undamaged word first. A frequent name means
/// but itself, unless it is doubted.
pub(in crate::names) fn meanings<'l>(
    word: &Word<'l>,
    lexicon: &'l Lexicon,
    index: &Index,
    is_doubted: bool,
) -> Vec<Meaning<'l>> {
    let folded = word.folded.as_str();
    let mut all = Meanings { lexicon, index, found: Vec::new() };
    all.found.extend(index.word(folded).map(|word| Meaning { word, why: Why::Same }));
    for original in &word.foreign {
        all.add_word(original, || Why::Foreign);
    }
    if word.is_given_name {
        all.extend(wrong_gender::meanings(folded, lexicon, index));
        all.extend(equivalent_first_name::meanings(folded, lexicon, index));
    }
    for (original, gloss) in &word.glossed {
        all.add_word(original, || Why::Gloss(*gloss));
    }
    if is_doubted || word.attested != Some(1) {
        for base in &word.heard.bases {
            all.add_word(&base.folded, || Why::Bent(base.clone()));
        }
        for (base, original) in &word.foreign_of_bases {
            all.add_word(original, || Why::BentForeign(base.clone()));
        }
        all.extend(transcription::meanings(&word.heard, lexicon, index));
        all.extend(spelling::meanings(folded, index));
    }
    all.found
}

/// The meanings so far, each word once.
struct Meanings<'l, 'i> {
    lexicon: &'l Lexicon,
    index: &'i Index,
    found: Vec<Meaning<'l>>,
}

impl<'l> Meanings<'l, '_> {
    fn extend(&mut self, meanings: Vec<Meaning<'l>>) {
        for meaning in meanings {
            self.add(meaning);
        }
    }

    fn add_word(&mut self, meant: &str, why: impl FnOnce() -> Why<'l>) {
        if let Some(word) = self.index.word(meant) {
            self.add(Meaning { word, why: why() });
        }
    }

    fn add(&mut self, meaning: Meaning<'l>) {
        if self.found.iter().any(|known| known.word == meaning.word) {
            return;
        }
        let meant = self.index.word_bytes(meaning.word);
        let is_particle = || std::str::from_utf8(meant).is_ok_and(|meant| self.lexicon.is_particle(meant));
        if (meant.len() >= SHORTEST && !is_numeral(meant)) || (meant.len() == 2 && is_particle()) {
            self.found.push(meaning);
        }
    }
}
