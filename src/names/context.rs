//! What stands around a mention: titles, nationalities and countries.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::fold::fold;
use super::index::{EntryRef, Index};
use super::lexicon::Lexicon;
use super::packed::{Hasher, hash};
use super::source_languages;
use crate::article::{Article, Prose, Span};

/// A title in the text.
#[derive(Clone, Debug)]
pub struct Title {
    /// Where it stands.
    pub span: Span,
    /// Its role in the normal form; empty for a mere honorific.
    pub role: String,
}

/// A country that the text names, or a nationality.
#[derive(Clone, Debug)]
pub struct CountryMention {
    /// Where it stands.
    pub span: Span,
    /// ISO 3166 alpha-2.
    pub country: String,
}

/// The titles and countries of an article, each in order of the text.
#[derive(Debug, Default)]
pub struct Context {
    titles: Vec<Title>,
    countries: Vec<CountryMention>,
    all_countries: FxHashSet<String>,
}

/// The next words of a mention are looked for in so many characters.
const BESIDE: usize = 40;

/// The text right before and right after a stretch: all the text before each mention would take the square of its length.
pub(super) fn beside(text: &str, span: Span) -> (&str, &str) {
    let from = text[..span.start].char_indices().rev().nth(BESIDE).map_or(0, |(at, _)| at);
    let to = text[span.end..].char_indices().nth(BESIDE).map_or(text.len(), |(at, _)| span.end + at);
    (&text[from..span.start], &text[span.end..to])
}

/// A title has at most this many words.
const MOST_WORDS: usize = 6;

impl Context {
    /// Reads the titles and countries of an article.
    pub fn of(article: &Article, prose: &Prose, lexicon: &Lexicon, indices: &[Index]) -> Self {
        let mut context = Self::default();
        for &sentence in &prose.sentences {
            let words = prose.words_in(sentence);
            let folded: Vec<Cow<'_, str>> =
                words.iter().map(|&word| fold_bare(article.slice(word))).collect();
            let mut at = 0;
            while at < words.len() {
                let has_capital = article.slice(words[at]).starts_with(char::is_uppercase);
                at += context.read_at(at, words, &folded, has_capital, lexicon, indices);
            }
        }
        context.all_countries = context.countries.iter().map(|mention| mention.country.clone()).collect();
        context
    }

    /// Reads the longest title or country that begins at a word; how many words it takes, at least one. A country begins with a
    /// capital, whatever it is called.
    fn read_at(
        &mut self,
        at: usize,
        words: &[Span],
        folded: &[Cow<'_, str>],
        has_capital: bool,
        lexicon: &Lexicon,
        indices: &[Index],
    ) -> usize {
        let may_open = lexicon.may_open_title_or_demonym(hash(folded[at].as_bytes()));
        if !may_open && !has_capital {
            return 1;
        }
        let most = MOST_WORDS.min(words.len() - at);
        let mut hashes = [0; MOST_WORDS];
        let mut key = Hasher::default();
        for (word, hash) in folded[at..at + most].iter().zip(&mut hashes) {
            let joined = key.with(word.as_bytes());
            (*hash, key) = (joined.finish(), joined.with(" "));
        }
        for count in (1..=most).rev() {
            let hash = hashes[count - 1];
            let span = words[at].joined(words[at + count - 1]);
            let mut demonym = None;
            if may_open && lexicon.may_have_title_or_demonym(hash) {
                let key = folded[at..at + count].join(" ");
                if let Some(role) = lexicon.title(&key) {
                    self.titles.push(Title { span, role: role.to_owned() });
                    return count;
                }
                demonym = lexicon.demonym(&key);
            }
            let country = || has_capital.then(|| country_with(hash, indices)).flatten();
            if let Some(country) = demonym.or_else(country) {
                self.countries.push(CountryMention { span, country: country.to_owned() });
                return count;
            }
        }
        1
    }

    /// Whether a title or nationality covers this stretch.
    pub fn is_title_or_country(&self, span: Span) -> bool {
        let country_over = || {
            let after = self.countries.partition_point(|named| named.span.start <= span.start);
            self.countries[..after].last().is_some_and(|named| named.span.contains(span))
        };
        self.title_over(span).is_some() || country_over()
    }

    /// The title that covers a stretch.
    pub fn title_over(&self, span: Span) -> Option<&Title> {
        let after = self.titles.partition_point(|title| title.span.start <= span.start);
        self.titles[..after].last().filter(|title| title.span.contains(span))
    }

    /// The titles near a mention: in its sentence, at most [`NEAR`] bytes away.
    pub fn titles_near(&self, mention: Span, sentence: Span) -> impl Iterator<Item = &Title> {
        let first = self.titles.partition_point(|title| title.span.start < sentence.start);
        let inside = self.titles[first..].iter().take_while(move |title| title.span.start < sentence.end);
        inside.filter(move |title| is_near(title.span, mention, sentence))
    }

    /// The countries and nationalities near a mention: in its sentence, at most [`NEAR`] bytes away.
    pub fn countries_near(&self, mention: Span, sentence: Span) -> impl Iterator<Item = &CountryMention> {
        let first = self.countries.partition_point(|named| named.span.start < sentence.start);
        let inside = self.countries[first..].iter().take_while(move |named| named.span.start < sentence.end);
        inside.filter(move |named| is_near(named.span, mention, sentence))
    }

    /// Whether the article names any country.
    pub fn names_countries(&self) -> bool {
        !self.all_countries.is_empty()
    }

    /// Whether the article names a country where many speak a language.
    pub fn names_country_of(&self, language: &str) -> bool {
        source_languages::countries(language).iter().any(|country| self.names_country(country))
    }

    /// Whether the article names the country anywhere.
    pub fn names_country(&self, country: &str) -> bool {
        self.all_countries.contains(country)
    }
}

/// A title or country further from a mention than this many bytes does not belong to it.
const NEAR: usize = 60;

fn is_near(span: Span, mention: Span, sentence: Span) -> bool {
    sentence.contains(span)
        && !mention.overlaps(span)
        && span.start < mention.end + NEAR
        && mention.start < span.end + NEAR
}

/// The code of the country that has an accepted name of this key.
pub(super) fn country_named<'i>(key: &str, indices: &'i [Index]) -> Option<&'i str> {
    country_with(hash(key), indices)
}

/// The code of the country that has an accepted name whose key has this hash.
fn country_with(hash: u64, indices: &[Index]) -> Option<&str> {
    indices.iter().find_map(|index| index.country_with(hash)).map(|entry| entry.country)
}

/// A word folded, without a possessive 's. Most words of a text are that already.
fn fold_bare(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(fold(word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)))
}

/// Whether one of the entry's roles is the role of a title.
pub fn holds(entry: &EntryRef<'_>, role: &str, lexicon: &Lexicon) -> bool {
    !role.is_empty()
        && entry.titles().any(|title| {
            let key = super::fold::key(title);
            title == role || lexicon.title(&key) == Some(role)
        })
}
