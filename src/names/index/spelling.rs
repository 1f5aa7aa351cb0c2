//! How translators spell letters that English lacks.

use crate::names::gazetteer::{Entry, Kind};

/// A way in which a translator spells letters that English lacks: š as sh, j as y; or in which a language writes the names of a
/// country that English romanises in another way: Xi Jinping as Si Tszinpin.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// Pairs of letters, as the source writes them and as the translator does; of those that begin at one place the first counts.
    pub letters: Vec<(String, String)>,
    /// Whose names it is of; none when it is of the letters of the language itself.
    #[serde(default)]
    pub of: Option<Of>,
}

/// The names that a spelling is of.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Of {
    /// The country of their bearers: ISO 3166 alpha-2.
    pub country: String,
    /// Letters of which a name so spelt has some, or it may be that of somebody else: Li Min is not Li Ming alone.
    pub telling: Vec<String>,
    /// What a kindred language writes in place of some letters of a name so spelt.
    pub also: Vec<(String, String)>,
}

impl Spelling {
    /// A foreign form so spelt, where that differs.
    pub fn apply(&self, form: &str) -> Option<String> {
        if self.of.is_none() { self.respelt(form) } else { None }
    }

    /// The name of an entry as the language and its kin write it, where it is one that the spelling is of.
    pub fn apply_to_name(&self, entry: &Entry) -> Vec<String> {
        let of = self.of.as_ref().filter(|of| entry.kind == Kind::Person && of.country == entry.country);
        let Some((of, name)) = of.zip(self.respelt(&entry.name)) else { return Vec::new() };
        let also = Self { letters: of.also.clone(), of: None }.apply(&name);
        let is_telling = |name: &String| {
            let lower = name.to_lowercase();
            of.telling.iter().any(|letters| lower.contains(letters.as_str()))
        };
        [Some(name), also].into_iter().flatten().filter(is_telling).collect()
    }

    fn respelt(&self, name: &str) -> Option<String> {
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
        Spelling { letters: [("dž", "dzh"), ("š", "sh"), ("j", "y")].map(pair).to_vec(), of: None }
    }

    #[test]
    fn a_spelling_keeps_capitals() {
        assert_eq!(letters().apply("Džordž Šolc"), Some("Dzhordzh Sholc".to_owned()));
        assert_eq!(letters().apply("Rubio"), None);
    }

    /// The ways in which some languages write the name of somebody of a country.
    fn spelt(name: &str, country: &str) -> Vec<String> {
        let lexicon = crate::names::lexicon::Lexicon::builtin().expect("sound");
        let file = format!("name,kind,country\n{name},person,{country}\n");
        let entries = crate::names::gazetteer::read(std::path::Path::new("n.csv"), file.as_bytes());
        let entry = entries.expect("sound").remove(0);
        lexicon.spellings().iter().flat_map(|spelling| spelling.apply_to_name(&entry)).collect()
    }

    #[test]
    fn chinese_names_by_way_of_russian_and_bulgarian() {
        assert_eq!(spelt("Xi Jinping", "CN"), ["Si Tszinpin", "Si Dzinpin"]);
        assert_eq!(spelt("Zhao Xuequan", "CN"), ["Chzhao Syuetsyuan", "Dzhao Syuetsyuan"]);
        assert_eq!(spelt("Wang Huning", "CN"), ["Van Khunin", "Van Hunin"]);
        assert!(spelt("Li Ming", "CN").is_empty(), "it would be Li Min, who is another");
    }

    #[test]
    fn korean_names_by_way_of_bulgarian_and_serbian() {
        assert_eq!(spelt("Kwak Jong-keun", "KR"), ["Kvak Dzhong-kun", "Kvak Dzhon-kun", "Kvak Džong-kun"]);
        assert!(spelt("Han Kang", "KR").is_empty(), "nothing tells it from another");
    }
}
