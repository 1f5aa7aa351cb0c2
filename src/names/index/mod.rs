//! Where the forms of the gazetteer are found: by key, by word, by sound. All of it is read in place from one stretch of bytes.

mod accepted_form;
mod builder;
mod entry;
mod form;
mod spelling;
#[cfg(test)]
mod tests;

pub use accepted_form::Form;
pub use builder::Builder;
pub use entry::EntryRef;
pub use form::{EntryId, FormId, FormKind, MOST_ENTRIES, WordId};
pub use spelling::{Of, Spelling};

use std::io::Cursor;

use form::Part;

use super::gazetteer::Entry;
use super::packed::bloom::Bloom;
use super::packed::grams::{self, Grams};
use super::packed::multimap::Multimap;
use super::packed::pairs::Pairs;
use super::packed::records::Records;
use super::packed::sections::{self, Bytes};
use super::packed::{hash, ints, mixed};
use super::sound::SoundKey;
use crate::error::Result;

/// The forms of a list of entries, found by exact look-ups alone.
#[derive(Debug)]
pub struct Index {
    keys: Multimap,
    word_numbers: Multimap,
    foreign: Multimap,
    sounds: Multimap,
    countries: Multimap,
    countries_hashes: Bloom,
    grams: Grams,
    spellable: Bloom,
    words: Records,
    forms: Records,
    entries: Pairs,
    profiles: Records,
    strings: Records,
    word_width: usize,
    length: usize,
}

/// Where a key leads: whose form has it, and how that form stands to its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyed {
    /// Whose form it is.
    pub entry: EntryId,
    /// How it stands to the entry.
    pub kind: FormKind,
}

/// Where a word stands: in which accepted form, and which word of it.
pub type Use = (FormId, u8);

impl Default for Index {
    fn default() -> Self {
        Self::new([], &[])
    }
}

impl Index {
    /// Indexes entries, in memory.
    pub fn new(entries: impl IntoIterator<Item = Entry>, spellings: &[Spelling]) -> Self {
        let mut builder = Builder::new(spellings);
        entries.into_iter().for_each(|entry| builder.push(&entry));
        Self::built(builder)
    }

    /// The index of what a builder has collected.
    pub fn built(builder: Builder) -> Self {
        let bytes =
            builder.finish(Cursor::new(Vec::new())).expect("memory takes all that is written").into_inner();
        Self::open(&Bytes::held(bytes)).expect("the builder writes what can be opened")
    }

    /// Opens what a [`Builder`] wrote; only its header and the sizes of its tables are checked.
    pub fn open(bytes: &Bytes) -> Result<Self> {
        let sections = sections::open::<{ Part::COUNT }>(bytes)?;
        let map = |part: Part| Multimap::open(sections[part as usize].clone());
        let records = |part: Part| Records::open(sections[part as usize].clone());
        let filter = |part: Part| Bloom::open(sections[part as usize].clone());
        let words = records(Part::Words)?;
        Ok(Self {
            keys: map(Part::Keys)?,
            word_numbers: map(Part::WordNumbers)?,
            foreign: map(Part::Foreign)?,
            sounds: map(Part::Sounds)?,
            countries: map(Part::Countries)?,
            countries_hashes: filter(Part::CountriesHashes)?,
            grams: Grams::open(sections[Part::Grams as usize].clone())?,
            spellable: filter(Part::Spellable)?,
            forms: records(Part::Forms)?,
            entries: Pairs::open(sections[Part::Entries as usize].clone())?,
            profiles: records(Part::Profiles)?,
            strings: records(Part::Strings)?,
            word_width: ints::width(words.len() as u64),
            words,
            length: bytes.get().len(),
        })
    }

    /// The entries and the forms that have this key.
    pub fn forms_by_key(&self, key: &str) -> impl Iterator<Item = Keyed> + use<'_> {
        self.keys.get(hash(key)).map(FormKind::of_filed).map(|(entry, kind)| Keyed { entry, kind })
    }

    /// The first of the countries whose name or alias has the key with this hash.
    #[inline]
    pub fn country_with(&self, hash: u64) -> Option<EntryRef<'_>> {
        if !self.countries_hashes.may_hold(hash) {
            return None;
        }
        self.countries
            .get(hash)
            .next()
            .map(|entry| self.entry(EntryId::try_from(entry).unwrap_or(EntryId::MAX)))
    }

    /// Whether this is the key of a name or an alias.
    pub fn is_accepted(&self, key: &str) -> bool {
        self.forms_by_key(key).any(|form| form.kind == FormKind::Accepted)
    }

    /// The entry of a number; an empty one when there is none.
    pub fn entry(&self, id: EntryId) -> EntryRef<'_> {
        EntryRef::read(self, id)
    }

    /// The accepted form of a number; an empty one when there is none.
    #[inline]
    pub fn form(&self, id: FormId) -> Form<'_> {
        Form::read(self, id)
    }

    /// The number of a folded word, when it is part of a name or an alias.
    pub fn word(&self, folded: &str) -> Option<WordId> {
        self.word_hashed(hash(folded), folded.as_bytes())
    }

    /// The same for a word that is meant by a misspelling, which no word is that only villages have: asked again and again for
    /// what is not there.
    pub fn spellable(&self, folded: &[u8]) -> Option<WordId> {
        let hash = hash(folded);
        self.spellable.may_hold(hash).then(|| self.word_hashed(hash, folded)).flatten()
    }

    fn word_hashed(&self, hash: u64, folded: &[u8]) -> Option<WordId> {
        self.word_numbers
            .get(hash)
            .map(|word| WordId::try_from(word).unwrap_or(WordId::MAX))
            .find(|&word| self.word_bytes(word) == folded)
    }

    /// The letters that follow one another in the words, those apart that only villages have.
    pub fn grams(&self) -> grams::Reader<'_> {
        self.grams.reader()
    }

    /// The folded word of a number.
    #[inline]
    pub fn word_text(&self, id: WordId) -> &str {
        ints::take_text(&mut self.words.get(id as usize)).unwrap_or("")
    }

    /// The bytes of its text: many words are read to find a few.
    #[inline]
    pub fn word_bytes(&self, id: WordId) -> &[u8] {
        ints::take_bytes(&mut self.words.get(id as usize)).unwrap_or(&[])
    }

    /// In how many places a word stands.
    pub fn use_count(&self, id: WordId) -> usize {
        self.uses_of(id).0
    }

    /// Where a word stands.
    pub fn uses(&self, id: WordId) -> impl Iterator<Item = Use> + use<'_> {
        let (count, mut rest) = self.uses_of(id);
        let mut form = 0_u32;
        (0..count).map_while(move |_| {
            let number = ints::take_short(&mut rest)?;
            let near = number.to_le_bytes()[0] & builder::FAR_PLACE;
            form = form.wrapping_add(FormId::try_from(number >> 3).ok()?);
            if near < builder::FAR_PLACE {
                return Some((form, near));
            }
            let (&place, after) = rest.split_first()?;
            rest = after;
            Some((form, place))
        })
    }

    fn uses_of(&self, id: WordId) -> (usize, &[u8]) {
        let mut rest = self.words.get(id as usize);
        let count = ints::take_bytes(&mut rest).and_then(|_| ints::take_id(&mut rest));
        (count.map_or(0, |count| count as usize), rest)
    }

    /// The words of names that stand where a folded word stands in their foreign or damaged forms.
    pub fn meant_by(&self, folded: &str) -> impl Iterator<Item = WordId> + use<'_> {
        self.foreign.get(hash(folded)).filter_map(|word| WordId::try_from(word).ok())
    }

    /// The words with a sound key, in order of their numbers.
    pub fn words_with_sound(&self, key: SoundKey) -> impl Iterator<Item = WordId> + use<'_> {
        self.sounds.get(mixed(key)).filter_map(|word| WordId::try_from(word).ok())
    }

    /// How many entries there are.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// The entries, in the order of their numbers.
    pub fn entries(&self) -> impl Iterator<Item = EntryRef<'_>> {
        (0..EntryId::try_from(self.entries.len()).unwrap_or(EntryId::MAX)).map(|id| self.entry(id))
    }

    /// How many names and aliases, keys of forms, words and bytes there are.
    pub fn size(&self) -> Size {
        Size {
            accepted: self.forms.len(),
            keys: self.keys.len(),
            words: self.words.len(),
            bytes: self.length,
        }
    }
}

/// How much there is in an index.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    /// Names and aliases.
    pub accepted: usize,
    /// Keys of forms, wrong ones too.
    pub keys: usize,
    /// Words of names and aliases.
    pub words: usize,
    /// Bytes in all.
    pub bytes: usize,
}
