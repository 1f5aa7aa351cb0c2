//! The forms of one entry, sorted into what English uses and what it does not.
//!
//! - A form of an English source is an alias. One in another script is how the entry's own language writes it: native.
//! - A form of another language is foreign, unless it is an English form too: its words, whatever their marks and order, are
//!   all words of the name or of one alias. *Tramp* is foreign to Donald Trump, *Trump, Donald* and *Đoković* are not.
//! - Cyrillic stays as it is, and stands beside its romanised form, since that is what English articles carry.
//! - An unlabelled form, of which no source says the language, may be right in English (*PMC Wagner*) or a pseudonym, so it
//!   must earn its place. It is foreign when it is of a person, shares a word with the name, in some spelling, and has
//!   another that the name lacks: *Vladimir Zelensky* of Volodymyr Zelenskyy. It is left out when all its words are
//!   spellings of the name's words (*Volodymyr Zelensky*), which the channels find without help, when it merely adds to the
//!   name or takes from it, and when it is of an organisation or place. In another script it is native.
//!
//! Only Latin, Cyrillic and Greek letters stay: an English article has no others.

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;

use super::romanise::romanised;
use crate::names::fold::{fold, words};
use crate::names::gazetteer::{Entry, Kind};

/// Words more alike than this, by Jaro and Winkler, are spellings of one word.
const SAME_WORD: f64 = 0.85;
/// A longer form is a description.
const LONGEST_FORM: usize = 160;

/// The forms of one entry, as its source has them.
#[derive(Debug)]
pub struct Forms {
    name: String,
    aliases: Vec<String>,
    foreign: Vec<String>,
    unlabelled: Vec<String>,
    native: Vec<String>,
}

impl Forms {
    /// The forms of an entry of this name; none when that is not in Latin letters.
    pub fn new(name: &str) -> Option<Self> {
        let (name, script) = cleaned(name)?;
        let name = (script == Script::Latin).then_some(name)?;
        Some(Self {
            name,
            aliases: Vec::new(),
            foreign: Vec::new(),
            unlabelled: Vec::new(),
            native: Vec::new(),
        })
    }

    /// Adds a form of an English source.
    pub fn english(&mut self, form: &str) {
        match cleaned(form) {
            Some((form, Script::Latin)) => self.aliases.push(form),
            Some((form, _)) => self.native.push(form),
            None => {}
        }
    }

    /// Adds a form of another language.
    pub fn foreign(&mut self, form: &str, language: &str) {
        if let Some((form, script)) = cleaned(without_remark(form)) {
            let latin = (script == Script::Cyrillic).then(|| romanised(&form, language)).flatten();
            self.foreign.push(form);
            self.foreign.extend(latin);
        }
    }

    /// Adds a form of which nobody says the language.
    pub fn unlabelled(&mut self, form: &str) {
        match cleaned(form) {
            Some((form, Script::Latin)) => self.unlabelled.push(form),
            Some((form, _)) => self.native.push(form),
            None => {}
        }
    }

    /// Adds how the entry's own language writes it.
    pub fn native(&mut self, form: &str, language: &str) {
        if let Some((form, script)) = cleaned(form) {
            let latin = (script == Script::Cyrillic).then(|| romanised(&form, language)).flatten();
            self.foreign.extend(latin);
            self.native.push(form);
        }
    }

    /// An entry with these forms.
    pub fn into_entry(self, kind: Kind, source: &str) -> Entry {
        let name = Words::of(&self.name);
        let aliases = distinct(self.aliases, |form| *form != self.name);
        let english: Vec<Words> =
            std::iter::once(&self.name).chain(&aliases).map(|form| Words::of(form)).collect();
        let is_english = |form: &str| {
            let form = Words::of(form);
            english.iter().any(|english| form.are_all_in(english))
        };
        let has_earned = |form: &String| kind == Kind::Person && name.is_another_form(&Words::of(form));
        let earned = self.unlabelled.into_iter().filter(has_earned);
        let foreign: Vec<String> = self.foreign.into_iter().chain(earned).collect();
        let native = distinct(self.native, |form| !is_english(form));
        let foreign = distinct(foreign, |form| !is_english(form) && !native.contains(form));
        Entry {
            name: self.name,
            kind,
            gender: None,
            country: String::new(),
            roles: Vec::new(),
            aliases,
            foreign,
            damaged: Vec::new(),
            native,
            source: source.to_owned(),
        }
    }
}

/// The folded words of a form, each with đ as dj and as d.
struct Words(Vec<[String; 2]>);

impl Words {
    fn of(form: &str) -> Self {
        let plain = |word: &str| fold(&word.replace('đ', "d").replace('Đ', "D"));
        Self(words(form).map(|(_, word)| [fold(word), plain(word)]).collect())
    }

    fn has(&self, word: &[String; 2]) -> bool {
        self.0.iter().any(|own| own.iter().any(|own| word.contains(own)))
    }

    fn are_all_in(&self, other: &Self) -> bool {
        self.0.iter().all(|word| other.has(word))
    }

    /// Whether a form is this name as someone else writes it, and more than a spelling of it.
    fn is_another_form(&self, form: &Self) -> bool {
        let is_spelling =
            |word: &[String; 2]| self.0.iter().any(|own| strsim::jaro_winkler(&own[0], &word[0]) > SAME_WORD);
        let spellings = form.0.iter().filter(|word| is_spelling(word)).count();
        !self.are_all_in(form) && (1..form.0.len()).contains(&spellings)
    }
}

/// The forms that are wanted, each once.
fn distinct(forms: Vec<String>, is_wanted: impl Fn(&String) -> bool) -> Vec<String> {
    let mut seen = FxHashSet::default();
    forms.into_iter().filter(|form| is_wanted(form) && seen.insert(form.clone())).collect()
}

/// A form without what an encyclopaedia adds to tell it from others: `Bar (Crna Gora)`.
fn without_remark(form: &str) -> &str {
    let form = form.trim();
    match form.strip_suffix(')').and_then(|rest| rest.rfind(" (")) {
        Some(at) if at > 0 => &form[..at],
        _ => form,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
}

/// A form in normal form C with single spaces, and its script; none when it is no form of a name that an article can have.
fn cleaned(form: &str) -> Option<(String, Script)> {
    let form = form.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
    if form.len() > LONGEST_FORM || form.contains(|c: char| c == '|' || c.is_control()) {
        return None;
    }
    let mut found = None;
    for c in form.chars().filter(|c| c.is_alphabetic()) {
        let script = match c {
            'ª' | 'º' | '\u{2b0}'..='\u{2ff}' => continue,
            'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
            _ => return None,
        };
        if found.is_some_and(|found| found != script) {
            return None;
        }
        found = Some(script);
    }
    Some((form, found?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, fill: impl Fn(&mut Forms)) -> Entry {
        let mut forms = Forms::new(name).expect("Latin");
        fill(&mut forms);
        forms.into_entry(Kind::Person, "test")
    }

    #[test]
    fn a_label_in_another_language_is_knowledge() {
        let entry = entry("Brett Kavanaugh", |forms| {
            forms.english("Brett M. Kavanaugh");
            forms.foreign("Брет Кавано", "sr");
            forms.foreign("Brett Kavanaugh (Richter)", "de");
        });
        assert_eq!(entry.aliases, ["Brett M. Kavanaugh"]);
        assert_eq!(entry.foreign, ["Брет Кавано", "Bret Kavano"]);
    }

    #[test]
    fn an_english_form_is_never_foreign() {
        let entry = entry("Novak Djokovic", |forms| {
            forms.foreign("Новак Ђоковић", "sr");
            forms.foreign("Đoković, Novak", "hr");
            forms.foreign("Novak Djokovič", "sl");
            forms.native("Novak Đoković", "sr");
        });
        assert_eq!(
            (entry.foreign.as_slice(), entry.native.len()),
            (["Новак Ђоковић".to_owned()].as_slice(), 0)
        );
    }

    #[test]
    fn other_scripts_and_descriptions_are_left_out() {
        assert!(Forms::new("محمود عباس").is_none());
        assert!(Forms::new("Владимир Путин").is_none());
        assert!(Forms::new("—").is_none());
        let entry = entry("Mahmoud Abbas", |forms| {
            forms.english("محمود عباس");
            forms.english("a|b");
            forms.english("Μαχμούντ Αμπάς");
            forms.foreign("阿巴斯", "sr");
        });
        assert!(entry.aliases.is_empty() && entry.foreign.is_empty());
        assert_eq!(entry.native, ["Μαχμούντ Αμπάς"]);
    }

    #[test]
    fn an_unlabelled_form_earns_its_place() {
        let entry = entry("Volodymyr Zelenskyy", |forms| {
            for form in [
                "Vladimir Zelensky",
                "Volodymyr Zelensky",
                "Zelenskyy Volodymyr",
                "Volodymyr Oleksandrovych Zelenskyy",
                "Abu Omar",
                "Vova",
                "Володимир Зеленський",
            ] {
                forms.unlabelled(form);
            }
        });
        assert_eq!(entry.foreign, ["Vladimir Zelensky"]);
        assert_eq!(entry.native, ["Володимир Зеленський"]);
    }
}
