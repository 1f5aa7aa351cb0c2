//! The stretches that are known names of several words, whether one mention has them whole or not.

use super::super::fold::{self, fold};
use super::super::mention::{Mention, without_possessive};
use super::{Resolver, key_of};
use crate::article::Span;
use crate::word_list::{WordList, word_list};

/// A known name goes on for so many words at most beyond the mention in which it begins.
const MOST_BEYOND: usize = 5;

/// Words with which no name ends.
static LITTLE: WordList = word_list!("little-words");

/// A word that follows a mention.
struct Beyond {
    folded: String,
    end: usize,
    /// Whether it comes first and is no little one, has a capital, or stands behind a hyphen.
    may_end_name: bool,
}

impl Resolver<'_> {
    /// The known names with a link inside, and those that go on beyond a mention, sorted.
    pub(super) fn known_across(&self, mentions: &[Mention]) -> Vec<Span> {
        let mut known = Vec::new();
        for mention in mentions {
            if mention.link.is_some() {
                known.extend(self.known_stretches(mention));
            } else {
                self.known_beyond(mention, &mut known);
            }
        }
        known.sort_unstable();
        known
    }

    /// The stretches of a mention that are known names of several words.
    pub(super) fn known_stretches(&self, mention: &Mention) -> Vec<Span> {
        let count = mention.words.len();
        let mut known: Vec<Span> = Vec::new();
        for length in (2..=count).rev() {
            for first in 0..=count - length {
                let last = first + length - 1;
                let span = mention.span(self.article.text(), first, last);
                // What hangs on a hyphen may be a case ending, as it was read, or a word of the name: Bandar-e Lengeh.
                let text = self.article.slice(span);
                let is_hyphenated = || text.contains('-') && self.is_accepted(&fold::key(text));
                if self.is_accepted(&key_of(&mention.words[first..=last])) || is_hyphenated() {
                    known.push(span);
                }
            }
        }
        known
    }

    /// The known names that begin in a mention and go on past words that are none of a mention: Emmersdorf *an der* Donau,
    /// Shishman *dynasty*.
    fn known_beyond(&self, mention: &Mention, known: &mut Vec<Span>) {
        let last = mention.words.len() - 1;
        // No name begins with a word that none has.
        let may_begin = |first: &usize| {
            let folded = &mention.words[*first].folded;
            self.names.indices.iter().any(|index| index.word(folded).is_some())
        };
        let mut firsts = (0..=last).filter(may_begin).peekable();
        if firsts.peek().is_none() {
            return;
        }
        let beyond = self.words_beyond(mention);
        if beyond.is_empty() {
            return;
        }
        for first in firsts {
            let mut key = key_of(&mention.words[first..=last]);
            for word in &beyond {
                key.push(' ');
                key.push_str(&word.folded);
                if word.may_end_name && self.is_accepted(&key) {
                    known.push(Span::new(mention.words[first].span.start, word.end));
                }
            }
        }
    }

    /// The words of the sentence that follow a mention with nothing but a space or a hyphen between, as far as they may end a
    /// name.
    fn words_beyond(&self, mention: &Mention) -> Vec<Beyond> {
        let start = mention.words[mention.words.len() - 1].span.end;
        let rest = &self.article.text()[start..mention.sentence.end];
        let (mut words, mut end, mut enough) = (Vec::with_capacity(MOST_BEYOND), 0, 0);
        for (at, word) in fold::words(rest).take(MOST_BEYOND) {
            let between = &rest[end..at];
            if !matches!(between, " " | "\u{a0}" | "\n" | "-" | " - " | " – ") {
                break;
            }
            let bare = without_possessive(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
            end = at + bare.len();
            let is_next = words.is_empty() && !LITTLE.contains(bare);
            let may_end_name = is_next || between == "-" || bare.contains(char::is_uppercase);
            words.push((bare, start + end, may_end_name));
            enough = if may_end_name { words.len() } else { enough };
        }
        words.truncate(enough);
        let beyond = |(bare, end, may_end_name)| Beyond { folded: fold(bare), end, may_end_name };
        words.into_iter().map(beyond).collect()
    }
}
