//! A name with its marks and without them in one article: *Đukanović* here, *Djukanovic* there.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::super::fold;
use super::super::mention::{Mention, MentionWord};
use super::super::resolve::BrokenName;
use super::super::{Candidate, Evidence, Names};
use super::Channel;
use crate::article::{Article, Span};

/// A shorter word may be two words that differ in a mark: *Bor* and *Bór*.
const SHORTEST: usize = 4;

/// The words of names that the article elsewhere writes with other marks, each with the spelling to keep: the gazetteer's, or
/// else the one with more marks.
pub(in super::super) fn inconsistent(
    names: &Names,
    article: &Article,
    mentions: &[Mention],
) -> Vec<BrokenName> {
    let of_names =
        mentions.iter().filter(|mention| mention.link.is_none()).flat_map(|mention| &mention.words);
    let words: Vec<(Cow<'_, str>, &str, &MentionWord)> = of_names
        .map(|word| (word, article.slice(word.span)))
        .filter(|(word, text)| word.folded.len() >= SHORTEST && text.chars().any(char::is_lowercase))
        .map(|(word, text)| (key(word, text), text, word))
        .collect();
    let is_marked =
        |word: &&(Cow<'_, str>, &str, &MentionWord)| word.0 != word.2.folded || !word.1.is_ascii();
    let marked: FxHashSet<&str> = words.iter().filter(is_marked).map(|(key, ..)| &**key).collect();
    let mut words: Vec<_> = words.iter().filter(|(key, ..)| marked.contains(&**key)).collect();
    words.sort_by_key(|(key, ..)| key);
    let mut found = Vec::new();
    for words in words.chunk_by(|(a, ..), (b, ..)| a == b) {
        let &(_, first, _) = words[0];
        if words.iter().all(|(_, text, _)| *text == first) {
            continue;
        }
        let mut spellings: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
        for (_, text, word) in words {
            // Maria and María are two people.
            if names.lexicon.given_names(&word.folded).is_empty() {
                spellings.entry(text).or_default().push(word.span);
            }
        }
        if spellings.len() < 2 {
            continue;
        }
        let keep = spellings
            .keys()
            .max_by_key(|text| (names.is_spelling_of_a_name(text), marks(text), spellings[**text].len()))
            .copied()
            .expect("more than one spelling");
        for (text, spans) in &spellings {
            if *text != keep && text.to_lowercase() != keep.to_lowercase() {
                found.extend(spans.iter().map(|&span| broken(names, span, text, keep)));
            }
        }
    }
    found.sort_by_key(|name| name.span);
    found
}

/// What the spellings of a word have in common.
fn key<'w>(word: &'w MentionWord, text: &str) -> Cow<'w, str> {
    let is_plain = text.bytes().all(|letter| letter.is_ascii_alphanumeric());
    match is_plain {
        true if !word.folded.contains("dj") => Cow::Borrowed(&word.folded),
        true => Cow::Owned(word.folded.replace("dj", "d")),
        false => Cow::Owned(fold::plain(text).replace("dj", "d")),
    }
}

fn marks(text: &str) -> usize {
    text.chars().filter(|c| !c.is_ascii()).count()
}

fn broken(names: &Names, span: Span, text: &str, keep: &str) -> BrokenName {
    let mut evidence = Evidence::default();
    evidence.add(super::super::Feature::MarksInArticle, &names.weights);
    let candidate = Candidate {
        cost: 0.0,
        suggestion: keep.to_owned(),
        entry: None,
        channel: Channel::Diacritics,
        is_public: false,
        is_alias: false,
        may_be_romanised: false,
        evidence,
        reasons: vec![format!("*{text}* and *{keep}* both stand in the article")],
    };
    BrokenName { span, candidates: vec![candidate] }
}

impl Names {
    /// Whether the gazetteer writes a word of a name just so, marks included.
    fn is_spelling_of_a_name(&self, text: &str) -> bool {
        let folded = fold::fold(text);
        self.indices.iter().any(|index| {
            let mut uses = index.word(&folded).into_iter().flat_map(|word| index.uses(word));
            uses.any(|(form, at)| index.form(form).text_of(at.into(), at.into()) == text)
        })
    }
}
