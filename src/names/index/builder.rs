//! Builds an index from entries: each is taken apart when it comes, and nothing else of it is kept.

use std::hash::Hash;
use std::io::{self, Seek, Write};

use rustc_hash::FxHashMap;

use super::form::{EntryId, FormId, FormKind, MOST_ENTRIES, MOST_WORDS, Part, WordId, plainly};
use super::spelling::Spelling;
use crate::names::fold::{self, fold};
use crate::names::gazetteer::{Entry, Gender, Kind};
use crate::names::packed::bloom::Bloom;
use crate::names::packed::grams::Grams;
use crate::names::packed::multimap::MultimapBuilder;
use crate::names::packed::pairs::Pairs;
use crate::names::packed::records::RecordsBuilder;
use crate::names::packed::{hash, ints, mixed, sections};
use crate::names::sound::{Side, sound_alike, sound_keys, with_vowels};

/// Collects entries.
#[derive(Default)]
pub struct Builder {
    spellings: Vec<Spelling>,
    keys: MultimapBuilder,
    word_numbers: FxHashMap<Box<str>, WordId>,
    words: RecordsBuilder,
    forms: RecordsBuilder,
    /// The profile of each entry, and how much the number of its first form is above its own: every entry has a form.
    entries: Vec<(u32, FormId)>,
    profile_numbers: FxHashMap<Box<[u8]>, u32>,
    profiles: RecordsBuilder,
    countries: MultimapBuilder,
    string_numbers: FxHashMap<Box<str>, u32>,
    strings: RecordsBuilder,
    foreign: MultimapBuilder,
    foreign_when_tidy: usize,
    /// The keys of the entry at hand.
    seen: Vec<String>,
    /// Whether the entry at hand is a country, or a village.
    is_country: bool,
    is_village: bool,
    /// For each word whether none but villages have it.
    only_of_villages: Vec<bool>,
}

/// The bytes that are kept of the hash of a key, a word, a foreign word and a sound key: a word is compared in full, and what
/// sounds alike is measured.
const KEPT: [usize; 4] = [3, 1, 3, 1];

/// How many words may share a sound, at the least and at the most: where more do, it says too little by itself, and only those
/// with the same vowels are worth a look.
const ALIKE: [usize; 2] = [100, 1500];
/// Of an index with so many words only one may: so a mention takes hardly longer in the largest of gazetteers.
const WORDS_FOR_ONE: usize = 300_000_000;

impl Builder {
    /// Collects entries, whose foreign forms are filed in these spellings too.
    pub fn new(spellings: &[Spelling]) -> Self {
        Self { spellings: spellings.to_vec(), ..Self::default() }
    }

    /// Adds an entry behind those there are.
    pub fn push(&mut self, entry: &Entry) {
        let id = self.entries.len();
        assert!(id < MOST_ENTRIES, "fewer than {MOST_ENTRIES} entries");
        let id = EntryId::try_from(id).expect("fewer than 2³⁰");
        self.seen.clear();
        let first_form = self.forms.len();
        let is_a =
            |role: &String, kind: &str| role.split('@').next().is_some_and(|title| title.trim() == kind);
        self.is_country = entry.kind == Kind::Place && entry.roles.iter().any(|role| is_a(role, "country"));
        self.is_village =
            entry.kind == Kind::Place && matches!(entry.roles.as_slice(), [role] if is_a(role, "village"));
        let name = self.accept(id, entry.kind, &entry.name, true);
        for alias in &entry.aliases {
            self.accept(id, entry.kind, alias, false);
        }
        for form in entry.foreign.iter().chain(&entry.native) {
            self.file(id, FormKind::Foreign, form, &name, entry.kind);
            for at in 0..self.spellings.len() {
                if let Some(respelt) = self.spellings[at].apply(form) {
                    self.file(id, FormKind::Foreign, &respelt, &name, entry.kind);
                }
            }
        }
        for at in 0..self.spellings.len() {
            for respelt in self.spellings[at].apply_to_name(entry) {
                self.file(id, FormKind::Foreign, &respelt, &name, entry.kind);
            }
        }
        for form in &entry.damaged {
            self.file(id, FormKind::Damaged, form, &name, entry.kind);
        }
        let (roles, source) = (self.string(&entry.roles.join(" | ")), self.string(&entry.source));
        // Thousands of towns have all but their names in common.
        let mut profile = vec![kind_and_gender(entry.kind, entry.gender)];
        profile.extend(<[u8; 2]>::try_from(entry.country.as_bytes()).unwrap_or([0, 0]));
        ints::push_short(&mut profile, u64::from(roles));
        ints::push_short(&mut profile, u64::from(source));
        let profile = number(&mut self.profile_numbers, &mut self.profiles, &profile);
        let above = first_form - self.entries.len();
        self.entries.push((profile, FormId::try_from(above).expect("fewer than 2³² forms")));
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the name or an alias; its words. The name stands among the forms even if it has no words to be found by.
    fn accept(&mut self, entry: EntryId, kind: Kind, form: &str, is_name: bool) -> Vec<WordId> {
        let folded = self.file_key(entry, FormKind::Accepted, form).unwrap_or_default();
        if folded.is_empty() && !is_name {
            return Vec::new();
        }
        let words: Vec<WordId> = folded.iter().map(|word| self.word(word)).collect();
        self.only_of_villages.resize(self.words.len(), true);
        for &word in &words {
            self.only_of_villages[word as usize] &= self.is_village;
        }
        self.forms.push(|bytes| {
            ints::push_short(bytes, u64::from(entry) << 3 | kind as u64);
            bytes.push(u8::try_from(words.len()).expect("checked when it was filed"));
            for &word in &words {
                ints::push(bytes, u64::from(word), 4);
            }
            if plainly(folded.iter().map(String::as_str)) != form {
                bytes.extend_from_slice(form.as_bytes());
            }
        });
        words
    }

    /// Adds a form that is wrong in English, and says which words of the name its words are, when it has as many: those that
    /// sound alike. Two languages need not have them in the same order, and one may translate what the other keeps; but the
    /// surname is what is left of a person's name: with *Iga Švjontek*, *Švjontek* is Świątek.
    fn file(&mut self, entry: EntryId, kind: FormKind, form: &str, name: &[WordId], of: Kind) {
        let Some(folded) = self.file_key(entry, kind, form) else { return };
        if folded.len() != name.len() {
            return;
        }
        let mut all_before_alike = of == Kind::Person && name.len() > 1;
        for (at, (word, &meant)) in folded.iter().zip(name).enumerate() {
            let original =
                std::str::from_utf8(self.words.get(meant as usize)).expect("it was pushed as text");
            let is_same = original == word;
            let alike = is_same || sound_alike(word, original);
            let is_surname_left = at + 1 == name.len() && all_before_alike;
            if !is_same && (alike || is_surname_left) {
                self.foreign.push(hash(word), meant);
            }
            all_before_alike &= alike;
        }
        // Frequent given names come again and again.
        if self.foreign.held() > 2 * self.foreign_when_tidy + 1_000_000 {
            self.foreign.tidy();
            self.foreign_when_tidy = self.foreign.held();
        }
    }

    /// Files a form under its keys; its words, unless there are none or the entry already has the form.
    fn file_key(&mut self, entry: EntryId, kind: FormKind, form: &str) -> Option<Vec<String>> {
        let folded: Vec<String> = fold::words(form).map(|(_, word)| fold(word)).collect();
        if folded.is_empty() || folded.len() > MOST_WORDS {
            return None;
        }
        let key = fold::key(form);
        if self.seen.contains(&key) {
            return None;
        }
        self.file_hash(entry, kind, hash(&key));
        self.seen.push(key);
        if form.contains(['đ', 'Đ']) {
            let plain = fold::plain(form);
            if !self.seen.contains(&plain) {
                self.file_hash(entry, kind, hash(&plain));
                self.seen.push(plain);
            }
        }
        Some(folded)
    }

    fn word(&mut self, folded: &str) -> WordId {
        number(&mut self.word_numbers, &mut self.words, folded)
    }

    fn string(&mut self, text: &str) -> u32 {
        number(&mut self.string_numbers, &mut self.strings, text)
    }

    fn file_hash(&mut self, entry: EntryId, kind: FormKind, hash: u64) {
        self.keys.push(hash, kind.filed(entry));
        if self.is_country && kind == FormKind::Accepted {
            self.countries.push(hash, entry);
        }
    }

    /// Writes the index; the spellings and the entries are used up.
    pub fn finish<W: Write + Seek>(mut self, out: W) -> io::Result<W> {
        let mut out = sections::Writer::new(out, Part::COUNT)?;
        let [kept_of_key, kept_of_word, kept_of_foreign, kept_of_sound] = KEPT;
        out.push(&self.keys.finish(kept_of_key))?;
        drop(self.word_numbers);
        let (words, new) = in_order(&self.words);
        self.words = words;
        self.foreign.change(|word| new[word as usize]);
        let mut only_of_villages = vec![true; new.len()];
        for (old, &new) in new.iter().enumerate() {
            only_of_villages[new as usize] = self.only_of_villages[old];
        }
        let (mut numbers, mut sounds) = (MultimapBuilder::default(), MultimapBuilder::default());
        let text = |word: usize| std::str::from_utf8(self.words.get(word)).expect("it was pushed as text");
        for (word, &only_of_villages) in only_of_villages.iter().enumerate() {
            let text = text(word);
            let id = WordId::try_from(word).expect("numbered so");
            numbers.push(hash(text), id);
            for key in sound_keys(text, Side::Original) {
                let key = if only_of_villages { with_vowels(key, text) } else { key };
                sounds.push(mixed(key), id);
            }
        }
        let [least, most] = ALIKE;
        let most_alike = WORDS_FOR_ONE.checked_div(self.words.len()).unwrap_or(most).clamp(least, most);
        sounds.refile(most_alike, |hash, word| {
            let text = text(word as usize);
            let key = sound_keys(text, Side::Original).into_iter().find(|&key| mixed(key) == hash);
            key.map_or(hash, |key| mixed(with_vowels(key, text)))
        });
        out.push(&numbers.finish(kept_of_word))?;
        out.push(&self.foreign.finish(kept_of_foreign))?;
        out.push(&sounds.finish(kept_of_sound))?;
        let countries = Bloom::pack(self.countries.hashes());
        out.push(&self.countries.finish(kept_of_key))?;
        out.push(&countries)?;
        // Nobody means a village by a misspelling either.
        let words = || only_of_villages.iter().enumerate().filter(|(_, only)| !**only);
        out.push(&Grams::pack(words().count(), words().map(|(word, _)| self.words.get(word))))?;
        let hashes: Vec<u64> = words().map(|(word, _)| hash(text(word))).collect();
        out.push(&Bloom::pack(hashes.into_iter()))?;
        out.push(&words_with_uses(&self.words, &self.forms, &new))?;
        let width = ints::width(self.words.len() as u64);
        drop(self.words);
        out.push(&forms_of_width(self.forms, &new, width))?;
        out.push(&Pairs::pack(&self.entries))?;
        out.push(&self.profiles.finish())?;
        out.push(&self.strings.finish())?;
        out.finish()
    }
}

/// The number of a text or a profile, given when it first comes.
fn number<T>(numbers: &mut FxHashMap<Box<T>, u32>, records: &mut RecordsBuilder, record: &T) -> u32
where
    T: ?Sized + Hash + Eq + AsRef<[u8]>,
    for<'t> Box<T>: From<&'t T>,
{
    if let Some(&number) = numbers.get(record) {
        return number;
    }
    let number = records.push(|bytes| bytes.extend_from_slice(record.as_ref()));
    let number = u32::try_from(number).expect("fewer than 2³² records");
    numbers.insert(record.into(), number);
    number
}

fn kind_and_gender(kind: Kind, gender: Option<Gender>) -> u8 {
    let gender = match gender {
        None => 0,
        Some(Gender::Feminine) => 1,
        Some(Gender::Masculine) => 2,
    };
    kind as u8 | gender << 3
}

/// The words in the order of their texts, and the new number of each: words that sound alike are measured together as far as
/// they begin alike.
fn in_order(words: &RecordsBuilder) -> (RecordsBuilder, Vec<WordId>) {
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_unstable_by_key(|&word| words.get(word));
    let (mut sorted, mut new) = (RecordsBuilder::default(), vec![0; words.len()]);
    for word in order {
        let number = sorted.push(|bytes| bytes.extend_from_slice(words.get(word)));
        new[word] = WordId::try_from(number).expect("numbered so");
    }
    (sorted, new)
}

/// The words of a form as [`Builder`] keeps it, by their new numbers, and its text.
fn parts<'f>(form: &'f [u8], new: &'f [WordId]) -> (u64, impl ExactSizeIterator<Item = WordId>, &'f [u8]) {
    let mut rest = form;
    let owner = ints::take_short(&mut rest).expect("the builder wrote it");
    let (words, text) = rest[1..].split_at(usize::from(rest[0]) * 4);
    let old = |word: &[u8]| WordId::from_le_bytes(word.try_into().expect("four"));
    let words = words.chunks_exact(4).map(move |word| new[old(word) as usize]);
    (owner, words, text)
}

/// The words, each with the forms that have it: how many, then the steps from one to the next.
fn words_with_uses(words: &RecordsBuilder, forms: &RecordsBuilder, new: &[WordId]) -> Vec<u8> {
    let form = |number: usize| parts(forms.get(number), new).1;
    let mut ends = vec![0_usize; words.len()];
    for word in (0..forms.len()).flat_map(form) {
        ends[word as usize] += 1;
    }
    let mut all = 0;
    for count in &mut ends {
        all += std::mem::replace(count, all);
    }
    let mut uses: Vec<(FormId, u8)> = vec![(0, 0); all];
    for number in 0..forms.len() {
        for (place, word) in form(number).enumerate() {
            let end = &mut ends[word as usize];
            uses[*end] =
                (FormId::try_from(number).expect("fewer than 2³²"), u8::try_from(place).expect("checked"));
            *end += 1;
        }
    }
    let mut section = RecordsBuilder::default();
    let mut start = 0;
    for (word, end) in ends.into_iter().enumerate() {
        section.push(|bytes| {
            let text = words.get(word);
            ints::push_short(bytes, text.len() as u64);
            bytes.extend_from_slice(text);
            ints::push_short(bytes, (end - start) as u64);
            let mut last = 0;
            for &(form, place) in &uses[start..end] {
                push_use(bytes, form - last, place);
                last = form;
            }
        });
        start = end;
    }
    section.finish()
}

/// The place of a word in its form shares a number with the step, if it is one of the first seven.
pub(super) const FAR_PLACE: u8 = 7;

fn push_use(bytes: &mut Vec<u8>, step: FormId, place: u8) {
    ints::push_short(bytes, u64::from(step) << 3 | u64::from(place.min(FAR_PLACE)));
    if place >= FAR_PLACE {
        bytes.push(place);
    }
}

/// The owner of a form as it is kept: every entry has a form, so the number of the owner is at most that of the form, and not
/// much less.
pub(super) fn owner_from(form: usize, owner: u64) -> u64 {
    (form as u64).wrapping_sub(owner >> 3) << 3 | owner & 7
}

/// The forms with the numbers of their words in so many bytes.
fn forms_of_width(forms: RecordsBuilder, new: &[WordId], width: usize) -> Vec<u8> {
    let mut section = RecordsBuilder::default();
    for number in 0..forms.len() {
        section.push(|bytes| {
            let (owner, words, text) = parts(forms.get(number), new);
            ints::push_short(bytes, owner_from(number, owner));
            bytes.push(u8::try_from(words.len()).expect("it was a byte"));
            words.for_each(|word| ints::push(bytes, u64::from(word), width));
            bytes.extend_from_slice(text);
        });
    }
    drop(forms);
    section.finish()
}
