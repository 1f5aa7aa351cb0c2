//! Where in its sentence a stretch of another language stands: what sets it off tells that it is there on purpose.

use crate::article::Span;
use crate::word_list::{WordList, word_list};

/// A stretch of another language or script, and the sentence around it.
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentence: Span,
    pub(crate) span: Span,
}

impl<'a> Place<'a> {
    /// What stands before it.
    pub(crate) fn before(&self) -> &'a str {
        &self.text[self.sentence.start..self.span.start]
    }

    /// What stands behind it.
    pub(crate) fn behind(&self) -> &'a str {
        &self.text[self.span.end..self.sentence.end]
    }

    /// Whether any of this sets it off.
    pub(crate) fn is_set_off(&self) -> bool {
        self.is_marked() || self.is_bracketed() || self.is_spoken_of()
    }

    /// Whether an emphasis, a single quotation mark or what makes it an address or a tag stands right beside it. An underscore
    /// counts for a letter of the word.
    fn is_marked(&self) -> bool {
        let before = &self.text[..self.span.start];
        before.ends_with(['*', '_', '`', '‘', '\'', '’', '‹', '#', '@', '/', '.'])
            || self.text[self.span.start..].starts_with('_')
            || self.behind().starts_with(['*', '_'])
    }

    /// Whether it stands in brackets with hardly a word beside it, or a translation in brackets follows.
    fn is_bracketed(&self) -> bool {
        let inside = self.before().rsplit_once(['(', '[']).map(|(_, inside)| inside);
        let inside = inside.filter(|inside| !inside.contains([')', ']']));
        let alone = inside.is_some_and(|inside| {
            let behind = self.behind().split([')', ']']).next().unwrap_or_default();
            let words = |text: &str| text.split_whitespace().filter(|word| word.contains(is_latin)).count();
            // "also known as a …" would be meant but for the article.
            let article = inside.ends_with("the ") || inside.ends_with(" a ") || inside.ends_with(" an ");
            // A single letter is no gloss of several words.
            let most = if self.span.len() < 3 { 0 } else { 3 };
            !article && words(inside) + words(behind) <= most
        });
        alone || self.behind().trim_start_matches(['”', '"', '»', ' ']).starts_with('(')
    }

    /// Whether the sentence speaks of it as of a word: "the term … means".
    fn is_spoken_of(&self) -> bool {
        let before = self.before().trim_end_matches([' ', ':', ',']);
        before.rsplit(' ').next().is_some_and(|word| WORDS_ABOUT_WORDS.contains(word.to_lowercase().as_str()))
    }
}

/// Whether a letter is a Latin one.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c < '\u{2b0}' || matches!(c, '\u{1e00}'..='\u{1eff}'))
}

/// Words behind which a word of another language stands for itself.
static WORDS_ABOUT_WORDS: WordList = word_list!("words-about-words");
