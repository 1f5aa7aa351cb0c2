//! Where the forms of the gazetteer are found: by key, by word, by sound.

use rustc_hash::FxHashMap;

use super::fold::{self, fold};
use super::gazetteer::Entry;
use super::sound::{Side, SoundKey, sound_keys};

/// How a form stands to its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormKind {
    /// The name or an alias: right in English.
    Accepted,
    /// Right in another language, wrong in English.
    Foreign,
    /// A wrong form that has been seen.
    Damaged,
}

/// Number of an entry in its [`Index`].
pub type EntryId = u32;
/// Number of a form in its [`Index`].
pub type FormId = u32;
/// Number of a folded word in its [`Index`].
pub type WordId = u32;

/// One form of an entry, with its folded words.
#[derive(Debug)]
pub struct Form {
    /// Whose form it is.
    pub entry: EntryId,
    /// How it stands to the entry.
    pub kind: FormKind,
    /// As written.
    pub text: Box<str>,
    /// Its words: where each stands in the text, and its number.
    pub words: Box<[(u16, u16, WordId)]>,
}

impl Form {
    /// The text from one word to another, both included.
    pub fn text_of(&self, first: usize, last: usize) -> &str {
        &self.text[usize::from(self.words[first].0)..usize::from(self.words[last].1)]
    }
}

/// Where a word stands: in which form, and which word of it.
pub type Use = (FormId, u8);

#[derive(Debug)]
struct Word {
    folded: Box<str>,
    uses: Vec<Use>,
    /// Whether its sound keys are indexed: only words of accepted forms can be what a respelling meant.
    sounded: bool,
}

/// The forms of a list of entries, found by exact look-ups alone.
#[derive(Debug, Default)]
pub struct Index {
    /// The entries.
    pub entries: Vec<Entry>,
    forms: Vec<Form>,
    by_key: FxHashMap<Box<str>, Vec<FormId>>,
    words: Vec<Word>,
    word_ids: FxHashMap<Box<str>, WordId>,
    by_sound: FxHashMap<SoundKey, Vec<WordId>>,
}

impl Index {
    /// Indexes entries.
    pub fn new(entries: impl IntoIterator<Item = Entry>, spellings: &[Spelling]) -> Self {
        let mut index = Self::default();
        index.extend(entries, spellings);
        index
    }

    /// Adds entries behind those there are.
    pub fn extend(&mut self, entries: impl IntoIterator<Item = Entry>, spellings: &[Spelling]) {
        for entry in entries {
            let id = EntryId::try_from(self.entries.len()).expect("fewer entries than 2³²");
            let accepted = std::iter::once(&entry.name).chain(&entry.aliases);
            for form in accepted {
                self.add(id, FormKind::Accepted, form);
            }
            for form in entry.foreign.iter().chain(&entry.native) {
                self.add(id, FormKind::Foreign, form);
                for spelling in spellings {
                    if let Some(respelt) = spelling.apply(form) {
                        self.add(id, FormKind::Foreign, &respelt);
                    }
                }
            }
            for form in &entry.damaged {
                self.add(id, FormKind::Damaged, form);
            }
            self.entries.push(entry);
        }
    }

    fn add(&mut self, entry: EntryId, kind: FormKind, text: &str) {
        let id = FormId::try_from(self.forms.len()).expect("fewer forms than 2³²");
        let offset = |at: usize| u16::try_from(at).ok();
        let mut words = Vec::new();
        for (at, word) in fold::words(text) {
            let (Some(start), Some(end)) = (offset(at), offset(at + word.len())) else { return };
            let word = self.word_id(&fold(word), kind);
            words.push((start, end, word));
        }
        if words.is_empty() || words.len() > usize::from(u8::MAX) {
            return;
        }
        let key = fold::key(text);
        let plain = fold::plain(text);
        if plain != key {
            self.by_key.entry(plain.into()).or_default().push(id);
        }
        let same = self.by_key.entry(key.into()).or_default();
        if same.iter().any(|&other| {
            self.forms[other as usize].entry == entry && self.forms[other as usize].kind <= kind
        }) {
            return;
        }
        same.push(id);
        for (at, &(_, _, word)) in words.iter().enumerate() {
            self.words[word as usize].uses.push((id, u8::try_from(at).expect("checked above")));
        }
        self.forms.push(Form { entry, kind, text: text.into(), words: words.into() });
    }

    fn word_id(&mut self, folded: &str, kind: FormKind) -> WordId {
        let id = self.word_ids.get(folded).copied().unwrap_or_else(|| {
            let id = WordId::try_from(self.words.len()).expect("fewer words than 2³²");
            self.words.push(Word { folded: folded.into(), uses: Vec::new(), sounded: false });
            self.word_ids.insert(folded.into(), id);
            id
        });
        let word = &mut self.words[id as usize];
        if kind == FormKind::Accepted && !word.sounded {
            word.sounded = true;
            for key in sound_keys(folded, Side::Original) {
                self.by_sound.entry(key).or_default().push(id);
            }
        }
        id
    }

    /// The form of a number.
    pub fn form(&self, id: FormId) -> &Form {
        &self.forms[id as usize]
    }

    /// The entry whose form it is.
    pub fn entry_of(&self, form: &Form) -> &Entry {
        &self.entries[form.entry as usize]
    }

    /// The forms whose key this is.
    pub fn forms_by_key(&self, key: &str) -> impl Iterator<Item = (FormId, &Form)> {
        self.by_key.get(key).into_iter().flatten().map(|&id| (id, self.form(id)))
    }

    /// The number of a folded word.
    pub fn word(&self, folded: &str) -> Option<WordId> {
        self.word_ids.get(folded).copied()
    }

    /// The folded word of a number, and where it stands.
    pub fn word_text(&self, id: WordId) -> &str {
        &self.words[id as usize].folded
    }

    /// Where a word stands.
    pub fn uses(&self, id: WordId) -> &[Use] {
        &self.words[id as usize].uses
    }

    /// The words that a respelling sounds like, without repetition, in order of their numbers.
    pub fn words_that_sound_like(&self, respelling: &str) -> Vec<WordId> {
        let mut found: Vec<WordId> = sound_keys(respelling, Side::Respelling)
            .iter()
            .filter_map(|key| self.by_sound.get(key))
            .flatten()
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// A way in which a translator spells letters that English lacks: š as sh, j as y.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Spelling {
    /// Pairs of letters, as the source writes them and as the translator does.
    pub letters: Vec<(String, String)>,
}

impl Spelling {
    /// The name so spelt, where that differs.
    pub fn apply(&self, name: &str) -> Option<String> {
        if name.is_ascii() && !self.letters.iter().any(|(from, _)| from.is_ascii()) {
            return None;
        }
        let mut spelt = String::with_capacity(name.len() + 4);
        let lower = name.to_lowercase();
        if lower.len() != name.len() {
            return None;
        }
        let mut at = 0;
        while let Some(first) = name[at..].chars().next() {
            let pair = self.letters.iter().find(|(from, _)| lower[at..].starts_with(from.as_str()));
            let Some((from, to)) = pair else {
                spelt.push(first);
                at += first.len_utf8();
                continue;
            };
            if first.is_uppercase() {
                let mut letters = to.chars();
                spelt.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                spelt.push_str(letters.as_str());
            } else {
                spelt.push_str(to);
            }
            at += from.len();
        }
        (spelt != name).then_some(spelt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters() -> Spelling {
        let pair = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
        Spelling { letters: [("dž", "dzh"), ("š", "sh"), ("j", "y")].map(pair).to_vec() }
    }

    #[test]
    fn a_spelling_keeps_capitals() {
        assert_eq!(letters().apply("Džordž Šolc"), Some("Dzhordzh Sholc".to_owned()));
        assert_eq!(letters().apply("Rubio"), None);
    }

    #[test]
    fn foreign_forms_are_found_in_every_spelling_and_are_not_accepted() {
        let entry = super::super::gazetteer::read(
            std::path::Path::new("n.csv"),
            "name,kind,foreign\nOlaf Scholz,person,Olaf Šolc\n".as_bytes(),
        )
        .expect("sound");
        let index = Index::new(entry, &[letters()]);
        for (key, kind) in [
            ("olaf scholz", FormKind::Accepted),
            ("olaf solc", FormKind::Foreign),
            ("olaf sholc", FormKind::Foreign),
        ] {
            let kinds: Vec<_> = index.forms_by_key(key).map(|(_, form)| form.kind).collect();
            assert_eq!(kinds, [kind], "{key}");
        }
        assert_eq!(index.word_text(index.words_that_sound_like("sholc")[0]), "scholz");
    }
}
