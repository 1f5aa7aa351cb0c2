//! Latin and Cyrillic or Greek letters in one word.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};

/// Flags a word whose letters come from two scripts, such as "Zelеnsky" with a Cyrillic "е".
pub(super) struct MixedScript;

impl Check for MixedScript {
    fn about(&self) -> About<'_> {
        About {
            id: "mixed-script",
            category: Category::CharacterEncoding,
            severity: Severity::Minor,
            confidence: Confidence::percent(95),
            summary: "A word mixes Latin letters with Cyrillic or Greek ones.",
            why: "The letters look alike but are others to a search engine, a screen reader and every list of names: \
                  the word is not found. It happens when a text is converted from one script to the other in parts.",
            flags: vec![
                "President [[Zelеnsky|Zelensky]] spoke.",
                "The [[Вељa|Веља]] Ilić case.",
                "He met [[Zelenskиy]] there.",
                "A [[αel|ael]] team met.",
                "[[Αthens|Athens]] and [[Рodgorica|Podgorica]] agreed.",
            ],
            allows: vec![
                "The sign read Скопје in Cyrillic and Σκόπια in Greek.",
                "Скопје-based MIA and the Ω3-rich fish weighed 5 μg, ΔT was small.",
                "Vučić, Kurti and Đukanović met.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        if article.article.text().is_ascii() {
            return;
        }
        for &span in &article.prose.words {
            let word = article.article.slice(span);
            let count = |script| word.chars().filter(|&c| Script::of(c) == Some(script)).count();
            let latin = count(Script::Latin);
            let (other, others) = match (count(Script::Cyrillic), count(Script::Greek)) {
                (0, greek) => (Script::Greek, greek),
                (cyrillic, _) => (Script::Cyrillic, cyrillic),
            };
            if latin == 0 || others == 0 {
                continue;
            }
            let majority = if others > latin { other } else { Script::Latin };
            let repaired = in_script(word, majority);
            if other == Script::Greek && (repaired.is_none() || is_symbol(word)) {
                continue;
            }
            let message = format!("“{word}” mixes Latin and {} letters.", other.name());
            let finding = Finding::new(span, message);
            findings.report(match repaired {
                Some(repaired) => finding.suggest(repaired),
                None => finding,
            });
        }
    }
}

/// Whether a word with Greek letters is short enough for a quantity or a unit, such as ΔT and kΩ; a letter in front of the small
/// letters of a word is none.
fn is_symbol(word: &str) -> bool {
    let latin = word.chars().skip(1).filter(|&c| Script::of(c) == Some(Script::Latin));
    word.chars().count() < 4 && latin.filter(|c| c.is_lowercase()).count() < 2
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
}

impl Script {
    fn of(c: char) -> Option<Self> {
        match c {
            'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => {
                Some(Self::Latin)
            }
            '\u{400}'..='\u{52f}' => Some(Self::Cyrillic),
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Self::Greek),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Cyrillic => "Cyrillic",
            Self::Greek => "Greek",
        }
    }
}

/// The word with every letter of another script replaced by its twin in `script`; none when one has no twin.
fn in_script(word: &str, script: Script) -> Option<String> {
    let twin = |c: char| match Script::of(c) {
        Some(other) if other != script => TWINS.get(&(c, script)).copied(),
        _ => Some(c),
    };
    word.chars().map(twin).collect()
}

/// The letter of a script that looks like a letter of another.
static TWINS: LazyLock<BTreeMap<(char, Script), char>> = LazyLock::new(|| {
    let mut twins = BTreeMap::new();
    for line in include_str!("../../rules/lexicon/homoglyphs.csv").lines().skip(1) {
        let letters: Vec<char> = line.split(',').take(3).filter_map(|cell| cell.chars().next()).collect();
        for &from in &letters {
            for &to in &letters {
                if let Some(script) = Script::of(to) {
                    twins.insert((from, script), to);
                }
            }
        }
    }
    twins
});
