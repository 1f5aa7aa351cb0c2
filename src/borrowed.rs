//! Phrases of other languages that English has borrowed: "que sera sera" is no text left untranslated.

use std::sync::LazyLock;

use crate::article::Span;
use crate::names::fold::fold;
use crate::word_list;

/// Whether a span is, or shares a word with, such a phrase among these words of a text; marks and capitals do not matter.
pub(crate) fn is_borrowed(text: &str, words: &[Span], span: Span) -> bool {
    let folded: Vec<String> = words.iter().map(|word| fold(&text[word.start..word.end])).collect();
    PHRASES.iter().any(|phrase| {
        let mut places = folded.windows(phrase.len()).enumerate();
        places.any(|(at, there)| {
            there == phrase && words[at].joined(words[at + phrase.len() - 1]).overlaps(span)
        })
    })
}

/// The phrases, each as its folded words.
static PHRASES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let phrases = word_list::entries(include_str!("../rules/lexicon/loan-phrases.txt"));
    phrases.map(|phrase| phrase.split(' ').map(fold).collect()).collect()
});
