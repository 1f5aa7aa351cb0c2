//! What is seen of a stretch of text, for one who asks why a name was found, or was not.

use super::super::found::Found;
use super::super::index::FormKind;
use super::super::lexicon::Lexicon;
use super::super::mention::{Mention, MentionWord};
use super::{BrokenName, Resolver, Spared, Taken, key_of, singulars};
use crate::article::Span;

/// What is seen of one mention.
#[derive(Debug)]
pub struct Sight {
    /// Where the mention stands.
    pub span: Span,
    /// Whether its first word has a capital for opening a sentence.
    pub opens_sentence: bool,
    /// Whether it stands in a headline where every word has a capital.
    pub in_headline: bool,
    /// Its words, in order.
    pub words: Vec<SeenWord>,
    /// The titles near it, each with its role in the normal form, empty for an honorific.
    pub titles: Vec<(Span, String)>,
    /// The countries and nationalities near it, each with the code of the country.
    pub countries: Vec<(Span, String)>,
    /// The stretches of it that are known names, the longest alone where they overlap.
    pub known: Vec<KnownStretch>,
    /// The stretches that an entry explains, however weakly, those with the best evidence first.
    pub near: Vec<BrokenName>,
}

/// One word of a mention.
#[derive(Debug)]
pub struct SeenWord {
    /// Where it stands.
    pub span: Span,
    /// Whether it is of a title, or a country or nationality.
    pub is_title: bool,
    /// What is known of the word, each in a few words; nothing of one that is in no list.
    pub standing: Vec<String>,
    /// Why the word by itself is not taken for a broken name; none where it can be one.
    pub spared: Option<Spared>,
}

/// A stretch that is a known name.
#[derive(Debug)]
pub struct KnownStretch {
    /// Where it stands.
    pub span: Span,
    /// Whose name it is: name, kind and country of each entry.
    pub entries: Vec<String>,
}

/// More bearers of a name are not listed.
const MOST_ENTRIES: usize = 5;

impl Resolver<'_> {
    /// What is seen of the mentions that overlap a span.
    pub(in super::super) fn sight(&self, mentions: &[Mention], span: Span) -> Vec<Sight> {
        let whole = |mention: &Mention| mention.span(self.article.text(), 0, mention.words.len() - 1);
        let linked = self.known_across(mentions);
        let mut near = self.near(mentions);
        near.retain(|name| name.span.overlaps(span));
        near.sort_by(|a, b| b.bits().total_cmp(&a.bits()).then(a.span.cmp(&b.span)));
        let asked = mentions.iter().filter(|mention| mention.link.is_none() && whole(mention).overlaps(span));
        asked
            .map(|mention| {
                let span = whole(mention);
                let words = self.seen_words(mention, &linked);
                // A title in front is part of the mention, and stands next to what is left of it.
                let name = mention.words.iter().zip(&words).filter(|(_, word)| !word.is_title);
                let name = name.map(|(word, _)| word.span).reduce(Span::joined).unwrap_or(span);
                let titles = self.context.titles_near(name, mention.sentence);
                let countries = self.context.countries_near(name, mention.sentence);
                Sight {
                    span,
                    opens_sentence: mention.opens_sentence,
                    in_headline: mention.in_headline,
                    words,
                    titles: titles.map(|title| (title.span, title.role.clone())).collect(),
                    countries: countries.map(|named| (named.span, named.country.clone())).collect(),
                    known: self.seen_known(mention),
                    near: near.iter().filter(|name| name.span.overlaps(span)).cloned().collect(),
                }
            })
            .collect()
    }

    fn seen_words(&self, mention: &Mention, linked: &[Span]) -> Vec<SeenWord> {
        let taken = self.taken_words(mention, linked);
        let words = mention.words.iter().enumerate();
        words
            .map(|(at, word)| {
                let found = Found::new(mention, &taken, at, at, false);
                let mut standing = standing(&self.names.lexicon, &word.folded);
                match taken[at] {
                    Taken::Known => standing.insert(0, "part of a known name".to_owned()),
                    Taken::Title => standing.insert(0, self.title_or_country(word)),
                    Taken::Free => {}
                }
                SeenWord {
                    span: word.span,
                    is_title: taken[at] == Taken::Title,
                    standing,
                    spared: self.spared(&found, &word.folded),
                }
            })
            .collect()
    }

    fn title_or_country(&self, word: &MentionWord) -> String {
        match self.context.title_over(word.span) {
            Some(title) => format!("of the title “{}”", self.article.slice(title.span)),
            None => "a country or nationality".to_owned(),
        }
    }

    /// The known names in a mention, the longest alone where they overlap.
    fn seen_known(&self, mention: &Mention) -> Vec<KnownStretch> {
        let count = mention.words.len();
        let mut known: Vec<KnownStretch> = Vec::new();
        for length in (1..=count).rev() {
            for first in 0..=count - length {
                let span = mention.span(self.article.text(), first, first + length - 1);
                let entries = self.bearers(&key_of(&mention.words[first..first + length]));
                if !entries.is_empty() && !known.iter().any(|longer| longer.span.overlaps(span)) {
                    known.push(KnownStretch { span, entries });
                }
            }
        }
        known.sort_by_key(|known| known.span);
        known
    }

    /// Name, kind and country of those whose accepted name has this key, or whose plural it is.
    fn bearers(&self, key: &str) -> Vec<String> {
        let mut bearers = Vec::new();
        for key in std::iter::once(key).chain(singulars(key)) {
            for index in &self.names.indices {
                let accepted = index.forms_by_key(key).filter(|form| form.kind == FormKind::Accepted);
                bearers.extend(accepted.map(|form| {
                    let entry = index.entry(form.entry);
                    let country = if entry.country.is_empty() { "" } else { ", " };
                    format!("{} ({}{country}{})", entry.name(), entry.kind, entry.country)
                }));
            }
        }
        bearers.sort();
        bearers.dedup();
        let more = bearers.len().saturating_sub(MOST_ENTRIES);
        if more > 0 {
            bearers.truncate(MOST_ENTRIES);
            bearers.push(format!("{more} more"));
        }
        bearers
    }
}

/// What the lexicon knows of a folded word.
fn standing(lexicon: &Lexicon, folded: &str) -> Vec<String> {
    let mut standing = Vec::new();
    let mut languages: Vec<&str> = lexicon.given_names(folded).iter().map(|name| name.language).collect();
    languages.sort_unstable();
    languages.dedup();
    if !languages.is_empty() {
        standing.push(format!("a given name ({})", languages.join(", ")));
    }
    standing.extend(lexicon.attested(folded).map(|band| {
        let how = ["frequent", "fairly frequent", "rare"][usize::from(band.clamp(1, 3)) - 1];
        format!("a {how} name")
    }));
    standing.extend(lexicon.english(folded).map(|size| format!("an English word (size {size} of 70)")));
    standing
}
