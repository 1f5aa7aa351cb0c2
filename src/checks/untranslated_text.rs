//! Words and phrases of the source language that stand untranslated.

use std::sync::LazyLock;

use regex::Regex;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::borrowed::is_borrowed;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::fold::fold;
use crate::names::lexicon::Lexicon;
use crate::names::source_languages;
use crate::place::Place;

/// Flags "the law će biti usvojen" and "según fuentes de la investigación": runs of words of another language.
pub(super) struct UntranslatedText;

impl Check for UntranslatedText {
    fn about(&self) -> About<'_> {
        About {
            id: "untranslated-text",
            category: Category::Untranslated,
            severity: Severity::Minor,
            confidence: Confidence::percent(82),
            summary: "Words of another language stand untranslated in a sentence.",
            why: "Translation engines leave words that they do not know, and whole clauses where they lose the thread. The check \
                  scores runs of words by the everyday words of Serbian, Croatian, Bosnian, Albanian, Spanish, Italian, German and \
                  French, in lower case. Quotations in the original, explained words, names and titles, and the phrases that \
                  English has borrowed are passed over.",
            flags: vec![
                "The minister said that the law [[će biti usvojen]] and sent on.",
                "The accident happened [[na putu između]] Nikšić and Bar.",
                "[[El ministro anunció que el gobierno no va a subir los impuestos]].",
                "The accident left three injured, [[según fuentes de la investigación]].",
                "She said that [[nuk do të ketë]] new taxes; he said [[nicht der richtige]] Weg.",
                "The fire [[n'est pas]] under control; it [[è stata]] taken.",
                "The ministry, [[odnosno]] its inspection, sealed the building.",
            ],
            allows: vec![
                "The minister said that the law will be adopted and sent on.",
                "He shouted “neće biti rata” and left; the film „Što je bilo“ won.",
                "The Serbian word koji means which; in Spanish they say según.",
                "Que será será, he said, que será será, and no pasaran.",
                "She has a certain je ne sais quoi, hasta la vista, and a coup d'état followed.",
                "The coalition Srbija protiv nasilja (SPN) and the party Juntos por el Cambio agreed.",
                "The paper El País, the Partido de la Revolución and the Lista za Crnu Goru, Koha për, Rusi për.",
                "He ate pljeskavica, tavče gravče and crème brûlée, and drank rakija (kao u kafani).",
                "The *koji* mould and the _que sera_ of it; Ako and Jer live in a dans le house.",
                "He had to do so on a die, in an up or an on; the y-m-d of è, en/que-nos; a déjà vu, a tête-à-tête and his bête noire.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        let lexicon = article.names().lexicon();
        let sources: Vec<usize> =
            (0..LANGUAGES.len()).filter(|&language| lexicon.may_be_source(LANGUAGES[language][0])).collect();
        for &sentence in &article.prose.sentences {
            let words = article.prose.words_in(sentence);
            let told = |word: &Span| {
                let key = lower(&text[word.start..word.end]);
                lexicon.foreign_word(&key).any(|(_, weight)| weight > 0)
            };
            if !words.iter().any(told) {
                continue;
            }
            let reader = Reader { text, sentence, words, lexicon };
            for words in words.chunk_by(|a, b| !breaks(&text[a.end..b.start])) {
                let runs = sources.iter().map(|&language| reader.runs(words, language));
                let score = |runs: &Vec<Run>| runs.iter().map(|run| run.score).sum::<i32>();
                let Some(runs) = runs.rev().max_by_key(score) else { continue };
                let explained =
                    |runs: &[Run]| !runs.is_empty() && EXPLAINED.is_match(article.article.slice(sentence));
                if explained(&runs) {
                    break;
                }
                for run in runs.into_iter().filter(|run| !article.is_quoted(run.span)) {
                    findings.report(reader.finding(&run));
                }
            }
        }
    }
}

/// What the score of a run of words must reach.
const ENOUGH: i32 = 4;

/// So many words are a statement that the reader misses.
const LONG: usize = 5;

/// Words of one language in a row.
struct Run {
    span: Span,
    language: usize,
    score: i32,
    words: usize,
}

/// What a word says for a language.
#[derive(Clone, Copy)]
struct Value {
    score: i32,
    /// The word is of the language: its weight in the table.
    weight: Option<i32>,
    /// The word is neither of the language nor of English.
    unknown: bool,
}

/// Reads the words of one sentence.
struct Reader<'a> {
    text: &'a str,
    sentence: Span,
    /// The words of the sentence.
    words: &'a [Span],
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn value(&self, word: Span, language: usize) -> Value {
        let written = &self.text[word.start..word.end];
        let capital = written.starts_with(char::is_uppercase);
        let first = word.start == self.sentence.start;
        let of = |score| Value { score, weight: None, unknown: false };
        if !written.starts_with(char::is_alphabetic) || written.contains(|c: char| c == '_' || c.is_numeric())
        {
            return of(0);
        }
        if capital && !first {
            return of(-1);
        }
        let key = lower(written);
        let known = self.lexicon.foreign_word(&key).find(|(code, _)| *code == LANGUAGES[language][0]);
        if let Some((_, weight)) = known {
            // A capital may be a name's.
            let weight = if capital { weight.min(2) } else { weight };
            return Value { score: weight, weight: Some(weight), unknown: false };
        }
        match (self.lexicon.english(&fold(&key)), key.is_ascii()) {
            (Some(_), true) => of(-2),
            (Some(_), false) => of(0),
            (None, _) if capital => of(0),
            (None, _) => Value { score: 1, weight: None, unknown: true },
        }
    }

    /// The runs of a language among words that no mark parts.
    fn runs(&self, words: &[Span], language: usize) -> Vec<Run> {
        let values: Vec<Value> = words.iter().map(|&word| self.value(word, language)).collect();
        let mut runs = Vec::new();
        let (mut from, mut sum, mut best) = (0, 0, (0, 0));
        for at in 0..=values.len() {
            let score = values.get(at).map_or(i32::MIN / 2, |value| value.score);
            sum += score;
            if sum > best.0 {
                best = (sum, at + 1);
            }
            if sum <= 0 || sum < best.0 - ENOUGH {
                if best.0 >= ENOUGH && self.is_residue(&words[from..best.1], &values[from..best.1], best.0) {
                    let span = words[from].joined(words[best.1 - 1]);
                    runs.push(Run { span, language, score: best.0, words: best.1 - from });
                }
                (from, sum, best) = (at + 1, 0, (0, at + 1));
            } else if sum == score && score > 0 {
                from = at;
            }
        }
        runs
    }

    /// Whether a run is text, and no name, phrase of English or word that is explained.
    fn is_residue(&self, words: &[Span], values: &[Value], score: i32) -> bool {
        let heaviest = values.iter().filter_map(|value| value.weight).max().unwrap_or(0);
        let unknown = values.iter().filter(|value| value.unknown).count();
        let known = values.iter().filter(|value| value.weight.is_some_and(|weight| weight > 0)).count();
        let telling = heaviest >= ENOUGH || (heaviest >= 2 && words.len() > 2) || (unknown > 1 && known > 1);
        let span = words[0].joined(words[words.len() - 1]);
        let place = Place { text: self.text, sentence: self.sentence, span };
        // Behind a word in capitals it is the rest of a title, unless it is long.
        let title =
            place.before().strip_suffix(' ').and_then(|before| before.rsplit(' ').next()).is_some_and(
                |word| word.starts_with(char::is_uppercase) && self.lexicon.english(&fold(word)).is_none(),
            );
        let letter = words.len() == 1 && span.len() < 3;
        telling
            && !letter
            && !place.is_set_off()
            && !is_borrowed(self.text, self.words, span)
            && (!title || (score >= 8 && words.len() > 3))
    }

    fn finding(&self, run: &Run) -> Finding {
        let found = &self.text[run.span.start..run.span.end];
        let language = name(run.language);
        let finding = Finding::new(run.span, format!("“{found}” looks like {language} left untranslated."));
        Finding {
            confidence: Some(Confidence::percent(match run.score {
                ..=4 => 82,
                5..=7 => 90,
                _ => 95,
            })),
            severity: (run.words >= LONG).then_some(Severity::Major),
            ..finding
        }
    }
}

/// Whether words on either side of this belong to different clauses or quotations.
fn breaks(between: &str) -> bool {
    between
        .contains(['(', ')', '[', ']', '“', '”', '"', '„', '«', '»', '—', '–', '-', '/', ':', ';', '*', '\n'])
}

/// Small letters and plain apostrophes.
fn lower(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// The languages of the table, each with those that it cannot tell from it.
const LANGUAGES: [&[&str]; 6] = [&["sr", "hr", "bs"], &["sq"], &["es"], &["it"], &["de"], &["fr"]];

/// What English calls one of them: "Serbian, Croatian or Bosnian".
fn name(language: usize) -> String {
    let names: Vec<&str> = LANGUAGES[language].iter().map(|code| source_languages::name(code)).collect();
    match names.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// A sentence about words, in which those of another language stand on purpose.
static EXPLAINED: LazyLock<Regex> = LazyLock::new(|| {
    let languages: Vec<&str> =
        source_languages::LANGUAGES.iter().map(|language| language.name.as_str()).collect();
    let languages = languages.join("|");
    Regex::new(&format!(
        r"\b(?i:in|from|into|the|old) (?:{languages})(?: (?:word|words|term|for|name|phrase|is|it|they|we|means)\b|[,.:;]| \p{{Ll}}+ )|\b(?:the|a) (?:words?|phrases?|proverb|saying|motto|slogan|expression|idiom)\b|\b(?:lyrics|literally|translates as|pronounced|spelled|spelt|chanted|chanting)\b"
    ))
    .expect("lists of words in a constant")
});
