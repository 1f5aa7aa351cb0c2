//! Words in another script than the Latin one.

use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::place::{Place, is_latin};
use crate::word_list;

/// Flags "the board of the ОКСШ agreed": words in Cyrillic, Greek or another script that nothing introduces.
pub(super) struct ForeignScript;

impl Check for ForeignScript {
    fn about(&self) -> About<'_> {
        About {
            id: "foreign-script",
            category: Category::Untranslated,
            severity: Severity::Minor,
            confidence: Confidence::percent(88),
            summary: "A word is left in another script.",
            why: "An English reader cannot read it, and an editor would translate it or write it in Latin letters. Words of \
                  another script that are quoted, set in brackets behind their English, named by their language, or that the \
                  sentence is about, and single Greek letters of science are passed over.",
            flags: vec![
                "The board of the [[ОКСШ]] agreed, and so did [[градоначалникот]].",
                "[[Владата ја прифати одлуката]] on Monday.",
                "These plains are called [[βίντε]], which means wide.",
                "Keep one copy at home (send it to yourself or keep it in the [[облаку]]).",
                "The acid holds hydrogen (the [[Н]] in the formula).",
                "He ate Pa-[[б]]-Oli there.",
                "She met [[יוסי]] and [[محمد]] there.",
            ],
            allows: vec![
                "The sign read Скопје in Cyrillic and Σκόπια in Greek.",
                "He shouted “Слава Україні!” and left; a cell (κύτταρο) is small, as is ‘дом’.",
                "The town (formerly known as Сталино) has a library.",
                "The house, дом in Serbian, was sold. In Russian it is дом.",
                "The term перестройка means rebuilding, the phrase слава богу thank God.",
                "The Greek word κύτταρο means cell; in Serbian: ћелија.",
                "Слава Україні (Glory to Ukraine) is a salute.",
                "The letters Љ and Њ are keys of the alphabet.\nThe Cyrillic alphabet has thirty.\nЂ is the sixth.",
                "The α-version weighs 5 µg; ΔT was small, Ω and π are constants; 4 kΩ; the ΦΒΚ society; αβ cells.",
                "He wrote #Слава and *дом* and _дом_.",
                "Vučić, Þór and Ağa met in Łódź.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        if !text.contains(is_foreign) || ABOUT_SCRIPTS.find_iter(text).nth(1).is_some() {
            return;
        }
        for &sentence in &article.prose.sentences {
            let words = article.prose.words_in(sentence);
            if article.article.slice(sentence).is_ascii() {
                continue;
            }
            let slice = |word: &Span| article.article.slice(*word);
            let is_foreign = |word: &Span| slice(word).chars().any(is_foreign);
            for run in words.chunk_by(|a, b| is_foreign(a) && is_foreign(b)).filter(|run| is_foreign(&run[0]))
            {
                let mixed = run.iter().any(|word| slice(word).chars().any(is_latin));
                let symbols = run.iter().all(|word| is_symbol(slice(word)));
                let span = run[0].joined(run[run.len() - 1]);
                let place = Place { text, sentence, span };
                let meant = is_introduced(&place) || place.is_set_off();
                if mixed || symbols || (!is_in_latin_word(&place) && (meant || article.is_quoted(span))) {
                    continue;
                }
                let (found, finding) = (&text[span.start..span.end], Finding::new(span, String::new()));
                let long = run.len() >= LONG;
                findings.report(Finding {
                    message: format!("“{found}” is left in another script."),
                    severity: long.then_some(Severity::Major),
                    ..finding
                });
            }
        }
    }
}

/// So many words are a statement that the reader misses.
const LONG: usize = 4;

/// Whether the sentence names the language or speaks of writing.
fn is_introduced(place: &Place<'_>) -> bool {
    [place.before(), place.behind()].into_iter().any(|side| {
        // Few sentences have one of the words: for the others the expression is not compiled.
        let mut words = word_list::entries(SCRIPT_WORDS).chain(word_list::entries(LANGUAGES));
        words.any(|word| side.contains(word)) && INTRODUCTION.is_match(side)
    })
}

/// Whether hyphens join it to Latin letters on both sides.
fn is_in_latin_word(place: &Place<'_>) -> bool {
    let joined = |rest: &str| rest.starts_with(is_latin);
    let before = place.before().strip_suffix('-').is_some_and(|before| before.ends_with(is_latin));
    before && place.behind().strip_prefix('-').is_some_and(joined)
}

/// Whether the letter belongs to another script: not Latin, phonetic, or a sign that looks like a letter.
fn is_foreign(c: char) -> bool {
    let letterlike = matches!(c, '\u{1d00}'..='\u{1dbf}' | '\u{2000}'..='\u{2bff}' | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}' | '\u{fb00}'..='\u{fb06}' | '\u{ff00}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}');
    c >= '\u{370}' && c.is_alphabetic() && !is_latin(c) && !letterlike
}

/// Whether a word may be a sign of science or the Greek letters of a society.
fn is_symbol(word: &str) -> bool {
    let greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}');
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let length = word.chars().filter(|c| c.is_alphabetic()).count();
    letters.all(|c| greek(c) && (length < 3 || (length == 3 && c.is_uppercase())))
}

/// Words of an article that is about scripts, in which any letter may stand.
static ABOUT_SCRIPTS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:Cyrillic|[Aa]lphabets?|Glagolitic)\b").expect("a constant"));

/// Words that speak of writing.
const SCRIPT_WORDS: &str = include_str!("../../rules/lexicon/script-words.txt");
/// Languages that are not written in Latin letters.
const LANGUAGES: &str = include_str!("../../rules/lexicon/script-languages.txt");

static INTRODUCTION: LazyLock<Regex> = LazyLock::new(|| {
    let words = word_list::alternatives(SCRIPT_WORDS);
    let languages = word_list::alternatives(LANGUAGES);
    let named = format!(
        r"\b(?i:in|from|into|the)(?: \w+)? (?:{languages})\b|\b(?:{languages})(?:-language)? (?:for|word|words|name|phrase|term|title|text|acronym|abbreviation|initials|original|translation|version|verb|noun|proverb|saying|song)\b|\b(?:{languages}):"
    );
    Regex::new(&format!(r"(?:{named}|\b(?:{words})\b)")).expect("lists of words")
});
