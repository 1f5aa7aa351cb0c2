//! An index answers as the list of its entries itself does; whatever bytes it is given, it does not panic.

use std::io::Cursor;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::names::fold::{fold, fold_words, key};
use crate::names::gazetteer;
use crate::names::sound::{Side, sound_keys, with_vowels};

/// Entries of few letters, so that they share words and keys.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let name = || "[A-CŠĐ][a-cšđ]{1,3}( [A-C][a-cčj]{1,2}){0,9}";
    let names = || proptest::collection::vec(name(), 0..3);
    let role = proptest::sample::select(vec!["city", "country", "king@2020-", "poet@1990-1999"]);
    let entry = (name(), 0..5_u64, names(), names(), names(), proptest::option::of(role), "(ME|RS)?");
    let entry = entry.prop_map(|(name, kind, aliases, foreign, damaged, role, country)| Entry {
        name,
        kind: entry::kind_of(kind),
        gender: (kind == 1).then_some(crate::names::gazetteer::Gender::Feminine),
        country,
        roles: role.map(str::to_owned).into_iter().collect(),
        aliases,
        foreign,
        damaged,
        native: Vec::new(),
        source: "editor".to_owned(),
    });
    proptest::collection::vec(entry, 0..40)
}

fn accepted(entry: &Entry) -> impl Iterator<Item = &String> {
    std::iter::once(&entry.name).chain(&entry.aliases)
}

/// The bytes of an index.
fn built(entries: &[Entry]) -> Vec<u8> {
    let mut builder = Builder::default();
    for entry in entries {
        builder.push(entry);
    }
    builder.finish(Cursor::new(Vec::new())).expect("memory takes it").into_inner()
}

/// Asks an index all there is to ask.
fn ask(index: &Index, word: &str) {
    for form in index.forms_by_key(word) {
        let entry = index.entry(form.entry);
        let _ = (entry.titles().count(), entry.in_office(), entry.accepted().count());
    }
    let keys = sound_keys(word, Side::Respelling).into_iter();
    let alike = keys.flat_map(|key| index.words_with_sound(key));
    for id in alike.chain(index.word(word)).chain(index.meant_by(word)) {
        for (form, place) in index.uses(id).take(index.use_count(id)) {
            let form = index.form(form);
            let _ = (form.text_of(0, place.into()), form.word(place.into()), form.len());
        }
        index.word_text(id);
    }
}

proptest! {
    #[test]
    fn every_form_is_found_by_its_key(entries in entries()) {
        let index = Index::new(entries.clone(), &[]);
        prop_assert_eq!(index.entry_count(), entries.len());
        for (id, entry) in (0..).zip(&entries) {
            let wrong = entry.foreign.iter().map(|form| (form, FormKind::Foreign));
            let wrong = wrong.chain(entry.damaged.iter().map(|form| (form, FormKind::Damaged)));
            let forms = accepted(entry).map(|form| (form, FormKind::Accepted)).chain(wrong);
            for (form, kind) in forms {
                let mut found = index.forms_by_key(&key(form)).filter(|found| found.entry == id);
                // What the entry lists twice is found as the better of the two.
                prop_assert!(found.any(|found| found.kind <= kind), "{} {:?}", form, kind);
            }
            let kept = index.entry(id);
            prop_assert_eq!((&*kept.name(), kept.kind, kept.gender), (entry.name.as_str(), entry.kind, entry.gender));
            prop_assert_eq!((kept.country, kept.source), (entry.country.as_str(), "editor"));
            prop_assert_eq!(kept.roles, entry.roles.join(" | "));
        }
    }

    #[test]
    fn a_key_is_accepted_if_the_list_has_it(entries in entries(), asked in "[a-c]{2,3}( [a-c]{2})?") {
        let index = Index::new(entries.clone(), &[]);
        prop_assert_eq!(index.is_accepted(&asked), entries.iter().flat_map(accepted).any(|form| key(form) == asked));
    }

    #[test]
    fn every_word_is_found_by_its_uses_and_its_sound(entries in entries()) {
        let index = Index::new(entries.clone(), &[]);
        for entry in &entries {
            for (place, folded) in fold_words(&entry.name).enumerate() {
                let word = index.word(&folded).expect("it is a word of a name");
                prop_assert_eq!(index.word_text(word), &folded);
                let uses: Vec<_> = index.uses(word).collect();
                prop_assert_eq!(uses.len(), index.use_count(word));
                let stands_there = |&(form, at): &Use| {
                    let form = index.form(form);
                    let same = form.text() == entry.name && form.word(place) == word;
                    same && usize::from(at) == place && fold(&form.text_of(place, place)) == folded
                };
                prop_assert!(uses.iter().any(stands_there));
                for sound in sound_keys(&folded, Side::Original) {
                    prop_assert!(index.sounds.get(mixed(sound)).any(|found| found == u64::from(word)));
                }
            }
        }
    }

    #[test]
    fn a_file_cut_short_is_refused(entries in entries(), at: prop::sample::Index) {
        let mut bytes = built(&entries);
        bytes.truncate(at.index(bytes.len()));
        prop_assert!(Index::open(&Bytes::held(bytes)).is_err());
    }

    #[test]
    fn damaged_bytes_never_panic(
        entries in entries(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30),
        word in "[a-c]{2,3}",
    ) {
        let mut bytes = built(&entries);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(index) = Index::open(&Bytes::held(bytes)) {
            ask(&index, &word);
            for entry in &entries {
                ask(&index, &key(&entry.name));
                for form in &entry.foreign {
                    ask(&index, &key(form));
                }
            }
        }
    }

    #[test]
    fn any_bytes_never_panic(mut bytes: Vec<u8>, named: bool) {
        if named {
            bytes.splice(0..0, *crate::names::packed::sections::MAGIC);
        }
        prop_assert!(Index::open(&Bytes::held(bytes)).is_err());
    }
}

#[test]
fn foreign_forms_are_found_in_every_spelling_and_are_not_accepted() {
    let entries = crate::names::gazetteer::read(
        std::path::Path::new("n.csv"),
        "name,kind,foreign\nOlaf Scholz,person,Olaf Šolc\n".as_bytes(),
    );
    let pair = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
    let letters = Spelling { letters: [("š", "sh"), ("j", "y")].map(pair).to_vec(), of: None };
    let index = Index::new(entries.expect("sound"), &[letters]);
    for (key, kind) in [
        ("olaf scholz", FormKind::Accepted),
        ("olaf solc", FormKind::Foreign),
        ("olaf sholc", FormKind::Foreign),
    ] {
        let kinds: Vec<_> = index.forms_by_key(key).map(|form| form.kind).collect();
        assert_eq!(kinds, [kind], "{key}");
    }
    let keys = sound_keys("sholc", Side::Respelling).into_iter();
    let mut alike = keys.flat_map(|key| index.words_with_sound(key));
    assert!(alike.any(|word| index.word_text(word) == "scholz"));
    let meant: Vec<_> = index.meant_by("sholc").map(|word| index.word_text(word)).collect();
    assert_eq!(meant, ["scholz"]);
    assert!(index.word("solc").is_none());
}

#[test]
fn of_too_many_words_alike_only_those_with_the_vowels_are_found() {
    let vowels = || "aeiou".chars();
    let endings =
        || vowels().flat_map(|a| vowels().flat_map(move |b| vowels().map(move |c| format!("{a}{b}{c}"))));
    let name = |(middle, ending): (String, String)| format!("B{middle}r{ending}");
    let words = |most: usize| {
        let pairs = endings().flat_map(|middle| endings().map(move |ending| (middle.clone(), ending)));
        pairs.map(name).take(most)
    };
    let found = |most: usize, word: &str| {
        let file: Vec<String> = words(most).map(|name| format!("{name},place\n")).collect();
        let entries = gazetteer::read(Path::new("n.csv"), format!("name,kind\n{}", file.concat()).as_bytes())
            .expect("sound");
        let index = Index::new(entries, &[]);
        let keys = sound_keys(word, Side::Respelling).into_iter();
        let alike =
            keys.flat_map(|key| [key, with_vowels(key, word)]).flat_map(|key| index.words_with_sound(key));
        alike.map(|id| index.word_text(id).to_owned()).collect::<Vec<_>>()
    };
    let all_vowels = |found: &[String]| found.iter().any(|word| word.ends_with("riii"));
    assert!(all_vowels(&found(1000, "baara")));
    let bounded = found(3000, "baara");
    assert!(!bounded.is_empty() && !all_vowels(&bounded), "{}", bounded.len());
}
