//! An acronym whose letters are not those of the name before it.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::fold::key;
use crate::names::gazetteer::Kind;
use crate::names::index::FormKind;
use crate::word_list::{LINKS_IN_NAMES, WordList, word_list};

/// Flags "the European Union (EZ)": letters that no word of the English name begins with.
pub(super) struct MismatchedAcronym;

impl Check for MismatchedAcronym {
    fn about(&self) -> About<'_> {
        About {
            id: "mismatched-acronym",
            category: Category::UntranslatedEntity,
            severity: Severity::Minor,
            confidence: Confidence::percent(78),
            summary: "The letters of an acronym do not fit the name that it stands for.",
            why: "A translation engine turns the name into English and leaves the acronym. National parties and offices keep theirs \
                  in English, so that only names of the world's and Europe's bodies are flagged by default; others are \
                  shown with --min-confidence 50. Acronyms that English took from the French are passed over, as are those that \
                  the gazetteer knows; source-language-acronym knows the meaning of many more.",
            flags: vec![
                "The European Union ([[EZ|EU]]) and the North Atlantic Treaty Organisation ([[OTAN|NATO]]) met.",
                "It is in the World Trade Charter ([[STO|WTC]]).",
                "She works for the Institute of Public Health ([[ZJZ|IPH]]).",
            ],
            allows: vec![
                "The European Union (EU) and the European Chemicals Agency (ECHA) met.",
                "The Serbian Progressive Party (SNS) and the Democratic League of Kosovo (LDK) agreed.",
                "The International Automobile Federation (FIA), the European Centre for Nuclear Studies (CERN).",
                "He spoke in New York (USA) and in Brussels (BE), with Marko Marković (DPS).",
                "World Champion Sofia Goggia (ITA) and European Champion Lara Gut-Behrami (SUI) led.",
                "The International System of Units (SI) and the European Cycling Union (UEC).",
                "The Organisation for Security and Co-operation in Europe (OSCE) and the World Bank (WB).",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for &paragraph in &article.prose.paragraphs {
            let text = article.article.slice(paragraph);
            for (open, mark) in text.match_indices(" (") {
                let start = open + mark.len();
                let Some((acronym, _)) = text[start..].split_once(')') else { break };
                if !is_acronym(acronym) {
                    continue;
                }
                let Some(name) = name_before(&text[..open]) else { continue };
                let name = name.trim_start_matches("The ");
                let words: Vec<String> =
                    name.split([' ', '-']).map(key).filter(|word| !word.is_empty()).collect();
                let fits = fits(&words, &acronym.to_lowercase());
                let party = words.iter().any(|word| PARTIES.contains(word.as_str()));
                let body = words.iter().any(|word| BODIES.contains(word.as_str()));
                if fits || party || is_english(article, acronym) {
                    continue;
                }
                // Of two words and no office or body, it is a person and a party, or a place and a country.
                let office = words.iter().any(|word| OFFICES.contains(word.as_str()));
                if !body && !office {
                    continue;
                }
                let initials: String =
                    name.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
                let right: String = initials.chars().filter(|c| c.is_uppercase()).collect();
                let message = format!("“{acronym}” are not the letters of “{name}”.");
                let span = Span::new(start, start + acronym.len()).shifted(paragraph.start);
                let finding = Finding::new(span, message).suggest(right);
                findings.report(if body {
                    finding
                } else {
                    finding.severity(Severity::Neutral).confidence(Confidence::percent(55))
                });
            }
        }
    }
}

/// Whether an acronym is made of the words: each letter begins a word further on, or stands further on in the same word.
fn fits(words: &[String], acronym: &str) -> bool {
    let Some(letter) = acronym.chars().next() else { return true };
    let rest = &acronym[letter.len_utf8()..];
    words.iter().enumerate().any(|(at, word)| {
        word.strip_prefix(letter).is_some_and(|inside| fits_inside(inside, rest, &words[at + 1..]))
    })
}

/// The same where the letter before stands in a word that goes on with `inside`.
fn fits_inside(inside: &str, acronym: &str, words: &[String]) -> bool {
    let Some(letter) = acronym.chars().next() else { return true };
    let within = inside.match_indices(letter).any(|(at, matched)| {
        fits_inside(&inside[at + matched.len()..], &acronym[letter.len_utf8()..], words)
    });
    within || fits(words, acronym)
}

/// Whether it is right in English: a code of a country, one that English borrowed, or that of an organisation of the gazetteer.
fn is_english(article: &Analysis<'_>, acronym: &str) -> bool {
    let known = ACCEPTED.contains(acronym) || COUNTRIES.contains(acronym);
    known
        || article.names().indices().iter().any(|index| {
            let organisation = |entry| index.entry(entry).kind == Kind::Organisation;
            index
                .forms_by_key(&key(acronym))
                .any(|form| form.kind == FormKind::Accepted && organisation(form.entry))
        })
}

/// Whether it is two to four capitals, those of the Latin letters of Serbian among them.
fn is_acronym(text: &str) -> bool {
    let capital = |c: char| c.is_ascii_uppercase() || "ČĆĐŠŽ".contains(c);
    text.chars().all(capital) && (2..=4).contains(&text.chars().count())
}

/// The name in capitals at the end of `text`; small words may stand inside, and it has two words or more.
fn name_before(text: &str) -> Option<&str> {
    let mut start = None;
    let mut words = 0;
    let mut at = text.len() + 1;
    for word in text.rsplit(' ').take(LONGEST) {
        at -= word.len() + 1;
        let inside = word.chars().all(|c| c.is_alphabetic() || "’'-".contains(c)) && !word.is_empty();
        if inside && word.starts_with(char::is_uppercase) && word.len() > 1 {
            start = Some(at);
            words += 1;
        } else if !LINKS_IN_NAMES.contains(word) || words == 0 {
            break;
        }
    }
    start.filter(|_| words > 1).map(|start| &text[start..])
}

/// The most words of a name, small ones included.
const LONGEST: usize = 14;

/// Words of the names of bodies that are not one country's.
static BODIES: WordList = word_list!("words-of-world-bodies");

/// Words of the names of offices and institutes.
static OFFICES: WordList = word_list!("words-of-offices");

/// Words of the names of parties; they keep their acronyms in English, as do clubs and papers.
static PARTIES: WordList = word_list!("words-of-parties");

static ACCEPTED: WordList = word_list!("accepted-acronyms");

/// Codes of countries, as sport has them.
static COUNTRIES: WordList = word_list!("country-codes-sport");
