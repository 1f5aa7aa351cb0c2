//! How translators spell letters that English lacks.

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
}
