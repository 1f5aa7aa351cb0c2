//! Names: the gazetteer, and how a broken one is found.
//!
//! A [`mention`] is looked up: it is known, near to an entry, or unknown. Near is what a channel explains ([`channels`]) and
//! for what the [`evidence`] outweighs the chance that it is simply someone we do not know. Read on in this order:
//! [`gazetteer`], [`fold`], [`sound`], [`respelling`], [`packed`], [`index`], [`lexicon`], [`mention`], [`context`], [`channels`],
//! [`evidence`], [`candidate`], [`resolve`].

mod align;
mod beside_surname;
pub mod candidate;
mod candidate_order;
pub mod case_endings;
pub mod channels;
pub mod context;
pub mod evidence;
pub mod fold;
mod found;
mod full_name_in_article;
pub mod gazetteer;
mod implausible;
pub mod index;
mod interpretation;
pub mod language;
pub mod lexicon;
pub mod mapped;
pub mod mention;
mod nationality;
mod own_names;
mod own_romanisation;
pub mod packed;
mod parts;
mod person_slot;
mod place_slot;
mod press_spelling;
mod reordered;
pub mod resolve;
pub mod respelling;
mod right_beside;
mod right_names;
pub mod sound;
pub mod sound_list;
pub mod source_languages;
pub mod table;
mod together;
mod two_spellings;
mod weigh;
mod whole_name;

use std::path::Path;

use crate::article::{Article, Prose, Span};
use crate::error::Result;
use crate::finding::Confidence;
use candidate::Candidate;
use context::Context;
use evidence::{Evidence, Feature, Weights};
use index::{Form, Index};
use lexicon::Lexicon;
use mention::Mention;
use own_names::OwnNames;
use packed::sections::{Bytes, MAGIC};
pub use resolve::BrokenName;
use resolve::{Resolver, Sight};
use source_languages::SourceLanguages;

/// What the engine knows of names and words.
pub struct Names {
    indices: Vec<Index>,
    lexicon: Lexicon,
    weights: Weights,
}

impl Names {
    /// The built-in names.
    ///
    /// # Panics
    ///
    /// When a built-in table is broken, which the tests rule out.
    pub fn builtin() -> Self {
        let lexicon = Lexicon::builtin().expect("the built-in lexicon is sound");
        let weights = Weights::builtin();
        let index = Index::open(&Bytes::embedded(BUILTIN)).expect("the build packed it");
        Self { indices: vec![index], lexicon, weights }
    }

    /// Adds the entries of a names file: CSV, or what `misnomer names build` made of it.
    pub fn add_file(&mut self, path: &Path) -> Result<()> {
        let file = mapped::open(path)?;
        let index = if file.get().starts_with(MAGIC) {
            Index::open(&file).map_err(|error| error.file(path))?
        } else {
            Index::new(gazetteer::read(path, file.get())?, &self.lexicon.spellings())
        };
        self.indices.push(index);
        Ok(())
    }

    /// Adds entries.
    pub fn add(&mut self, entries: Vec<gazetteer::Entry>) {
        if !entries.is_empty() {
            self.indices.push(Index::new(entries, &self.lexicon.spellings()));
        }
    }

    /// Looks only for what a translation from these languages leaves: their case endings, and words of them or their kin.
    pub fn translated_from(&mut self, sources: SourceLanguages) {
        self.lexicon.translated_from(sources);
    }

    /// The indices of the names, the built-in one first.
    pub fn indices(&self) -> &[Index] {
        &self.indices
    }

    /// Whether an index is of names that were added to the built-in ones.
    fn is_added(&self, index: &Index) -> bool {
        self.indices.iter().skip(1).any(|added| std::ptr::eq(added, index))
    }

    /// The code of a country, by its English name or that of its people.
    pub fn country(&self, name: &str) -> Option<&str> {
        let named =
            |key: &str| self.lexicon.demonym(key).or_else(|| context::country_named(key, &self.indices));
        let key = fold::key(name);
        named(&key).or_else(|| named(key.strip_prefix("the ")?))
    }

    /// What words are.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The names of an article that look broken, at least as surely as asked and never less than by [`LEAST_BITS`], in the order
    /// of the text.
    pub fn broken_in(&self, article: &Article, prose: &Prose, least: Confidence) -> Vec<BrokenName> {
        self.near_in(article, prose, least.least_log_odds().max(LEAST_BITS))
    }

    /// The mentions that an entry explains with at least so many bits of log-odds, in the order of the text.
    pub fn near_in(&self, article: &Article, prose: &Prose, least_bits: f64) -> Vec<BrokenName> {
        self.resolving(article, prose, least_bits, |resolver, mentions| {
            let mut broken = resolver.resolve(mentions);
            broken.extend(channels::inconsistent(self, article, mentions));
            broken.sort_by_key(|name| name.span);
            broken
        })
    }

    /// What is seen of the mentions of an article that overlap a span, in the order of the text.
    pub fn sight(&self, article: &Article, prose: &Prose, span: Span) -> Vec<Sight> {
        self.resolving(article, prose, f64::NEG_INFINITY, |resolver, mentions| resolver.sight(mentions, span))
    }

    /// Does something with the mentions of an article and what resolves them.
    fn resolving<T>(
        &self,
        article: &Article,
        prose: &Prose,
        least_bits: f64,
        work: impl FnOnce(&Resolver<'_>, &[Mention]) -> T,
    ) -> T {
        let mentions = mention::mentions(article, prose, &self.lexicon);
        let context = Context::of(article, prose, &self.lexicon, &self.indices);
        let own = OwnNames::of(article, &mentions, &self.lexicon);
        let (words, readings) = Default::default();
        let (names, context, own) = (self, &context, &own);
        work(&Resolver { names, article, context, own, least_bits, words, readings }, &mentions)
    }

    /// Whether a folded word by itself may name someone or something right in English: it is a word of a person's name, or all
    /// of another's. A word of a village's name says nothing: there is a Bec-Thomas, and Beč is Vienna.
    fn is_word_of_a_name(&self, folded: &str) -> bool {
        self.is_word_of(folded, |form| form.entry_kind == gazetteer::Kind::Person || form.len() == 1)
    }

    /// Whether a list of names has a folded word.
    fn has_word(&self, folded: &str) -> bool {
        self.lexicon.attested(folded).is_some() || self.is_word_of_a_name(folded)
    }

    /// Whether a folded word is one of a person's name.
    fn is_borne(&self, folded: &str) -> bool {
        self.lexicon.is_borne_given_name(folded)
            || self.is_word_of(folded, |form| form.entry_kind == gazetteer::Kind::Person)
    }

    /// Whether a folded word is one of a form that counts.
    fn is_word_of(&self, folded: &str, counts: impl Fn(&Form<'_>) -> bool) -> bool {
        self.indices.iter().any(|index| {
            let mut uses = index.word(folded).into_iter().flat_map(|word| index.uses(word)).take(MOST_USES);
            uses.any(|(form, _)| counts(&index.form(form)))
        })
    }
}

/// A word that stands in so many names is part of one that counts.
const MOST_USES: usize = 200;

/// With less evidence a broken name is not worth showing even to one who asks for everything: 1 in 9.
pub const LEAST_BITS: f64 = -3.0;

/// The built-in names.
pub const BUILTIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/builtin.names"));
