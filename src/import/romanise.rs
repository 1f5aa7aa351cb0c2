//! Cyrillic in Latin letters, as each language does it: English articles carry the romanised form.

use std::path::Path;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::names::table;

#[derive(Deserialize)]
struct Row {
    language: String,
    cyrillic: String,
    place: String,
    latin: String,
}

/// Latin letters by language, Cyrillic letters and whether they must end a word.
type Letters = FxHashMap<(String, String, bool), String>;

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let text = include_bytes!("../../rules/lexicon/romanisations.csv");
    let rows = table::rows::<Row>(Path::new("rules/lexicon/romanisations.csv"), text)
        .expect("the built-in table is sound");
    rows.into_iter().map(|(_, row)| ((row.language, row.cyrillic, row.place == "end"), row.latin)).collect()
});

/// A Cyrillic form in Latin letters; none when the language has no table, or the form a letter that is not in it.
pub(super) fn romanised(form: &str, language: &str) -> Option<String> {
    let language = language.split('-').next().unwrap_or(language);
    let letters = |cyrillic: String, end| LETTERS.get(&(language.to_owned(), cyrillic, end));
    let mut latin = String::with_capacity(form.len());
    let mut rest = form;
    while let Some(c) = rest.chars().next() {
        let pair: String = rest.chars().take(2).collect();
        let after = &rest[pair.len()..];
        let ends_word = !after.starts_with(char::is_alphabetic);
        if ends_word && let Some(ending) = letters(pair.to_lowercase(), true) {
            latin.push_str(ending);
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if !c.is_alphabetic() || c.is_ascii() {
            latin.push(c);
            continue;
        }
        let found = letters(c.to_lowercase().collect(), false)?;
        if !c.is_uppercase() {
            latin.push_str(found);
        } else if rest.starts_with(char::is_uppercase) {
            latin.push_str(&found.to_uppercase());
        } else {
            let mut found = found.chars();
            latin.extend(found.next().into_iter().flat_map(char::to_uppercase));
            latin.push_str(found.as_str());
        }
    }
    Some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_letters() {
        for (form, language, latin) in [
            ("Брет Кавано", "sr", "Bret Kavano"),
            ("Љубиша Џамбаски-Ђурић", "sr-ec", "Ljubiša Džambaski-Đurić"),
            ("НЈЕГОШ ЉУБА", "sr", "NJEGOŠ LJUBA"),
            ("Ѓорге Иванов", "mk", "Gjorge Ivanov"),
            ("Софија", "mk", "Sofija"),
            ("София", "bg", "Sofia"),
            ("Мария Щерева, Юлия", "bg", "Maria Shtereva, Yulia"),
        ] {
            assert_eq!(romanised(form, language).as_deref(), Some(latin));
        }
    }

    #[test]
    fn what_is_not_in_the_table_is_not_guessed() {
        assert_eq!(romanised("Мыло", "sr"), None);
        assert_eq!(romanised("Путин", "ru"), None);
    }
}
