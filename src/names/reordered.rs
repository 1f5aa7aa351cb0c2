//! Organisations and places translated word by word: the words are theirs, in another order or with other small words between. The
//! National Center for Hurricanes is the National Hurricane Center.

use super::candidate::Candidate;
use super::channels::Channel;
use super::evidence::{Evidence, Feature};
use super::fold;
use super::gazetteer::Kind;
use super::index::{Form, FormKind, Index, WordId};
use super::mention::{Mention, MentionWord};
use super::resolve::{BrokenName, Resolver, Taken, key_of};
use crate::article::{Article, Span};
use crate::word_list::{LINKS_IN_NAMES, entries};

/// A name has so many words at most, small ones apart.
const MOST_WORDS: usize = 7;
/// So many of them are English at least, or nothing was translated: the Olympic Commission.
const LEAST_ENGLISH: usize = 2;
/// A word in so many names says too little of any.
const MOST_USES: usize = 600;
/// Two words that begin with so many letters and end in so few others are one word in two forms: *protect*, *protection*.
const COMMON: usize = 5;
const OWN: usize = 3;
/// Small words between two parts of a name take so many bytes at most: *for the Protection*.
const WIDEST: usize = 16;

/// The stretches of the mentions that have the words of an organisation or a place, but are none.
pub(super) fn reordered(
    resolver: &Resolver<'_>,
    mentions: &[Mention],
    taken: &[Vec<Taken>],
) -> Vec<BrokenName> {
    let mut found = Vec::new();
    let mentions = mentions.iter().zip(taken).filter(|(mention, _)| mention.link.is_none());
    let mentions: Vec<(&Mention, &Vec<Taken>)> = mentions.collect();
    let joins = |&(one, _): &(&Mention, _), &(next, _): &(&Mention, _)| {
        small_between(resolver.article, one, next).is_some()
    };
    for run in mentions.chunk_by(joins) {
        let count: usize = run.iter().map(|(mention, _)| mention.words.len()).sum();
        if count < 2 || run.iter().all(|(_, taken)| !taken.contains(&Taken::Free)) {
            continue;
        }
        let mut words = run[0].0.words.clone();
        for pair in run.windows(2) {
            words.extend(small_between(resolver.article, pair[0].0, pair[1].0).unwrap_or_default());
            words.extend(pair[1].0.words.iter().cloned());
        }
        in_run(resolver, &words, &mut found);
    }
    found
}

/// The small words between two mentions, if there is nothing else.
fn small_between(article: &Article, mention: &Mention, next: &Mention) -> Option<Vec<MentionWord>> {
    let (start, end) = (mention.words.last()?.span.end, next.words.first()?.span.start);
    let is_near = mention.sentence == next.sentence && end.saturating_sub(start) <= WIDEST;
    let gap = article.text().get(start..end).filter(|_| is_near)?;
    if !gap.bytes().all(|byte| byte == b' ' || byte.is_ascii_lowercase()) {
        return None;
    }
    let between: Vec<MentionWord> = fold::words(gap)
        .map(|(at, word)| MentionWord {
            span: Span::new(start + at, start + at + word.len()),
            folded: word.to_owned(),
        })
        .collect();
    (!between.is_empty() && between.iter().all(is_small)).then_some(between)
}

fn is_small(word: &MentionWord) -> bool {
    LINKS_IN_NAMES.contains(word.folded.as_str())
}

/// The stretches of a run of words, the longest first; what is inside one that is settled is not looked at.
fn in_run(resolver: &Resolver<'_>, words: &[MentionWord], found: &mut Vec<BrokenName>) {
    let is_english = |at: &usize| resolver.names.lexicon.english(&words[*at].folded).is_some();
    let content: Vec<usize> = (0..words.len()).filter(|&at| !is_small(&words[at])).collect();
    let english: Vec<usize> = content.iter().copied().filter(is_english).collect();
    let mut settled = 0;
    for (first, &start) in content.iter().enumerate() {
        for &end in content[first + 1..].iter().take(MOST_WORDS - 1).rev() {
            if end < settled || english.iter().filter(|at| (start..=end).contains(at)).count() < LEAST_ENGLISH
            {
                break;
            }
            let stretch = &words[start..=end];
            let broken = if resolver.is_accepted(&key_of(stretch)) {
                None
            } else if let Some(candidate) = candidate(resolver, stretch) {
                let span = stretch[0].span.joined(stretch[stretch.len() - 1].span);
                Some(BrokenName { span, candidates: vec![candidate] })
            } else {
                continue;
            };
            found.extend(broken);
            settled = end + 1;
            break;
        }
    }
}

/// The organisation or place that a stretch means; none where a name, and not but a village, stands behind a small word: the Football
/// Association of Serbia may say so.
fn candidate(resolver: &Resolver<'_>, stretch: &[MentionWord]) -> Option<Candidate> {
    let indices = &resolver.names.indices;
    if let Some(small) = stretch.iter().rposition(is_small) {
        let key = key_of(&stretch[small + 1..]);
        let is_name = |index: &Index| {
            let mut forms = index.forms_by_key(&key).filter(|form| form.kind == FormKind::Accepted);
            forms.any(|form| !index.entry(form.entry).is_a("village"))
        };
        if indices.iter().any(is_name) {
            return None;
        }
    }
    indices.iter().find_map(|index| meant(resolver, stretch, index))
}

/// The organisation or place of an index that has the words of a stretch.
fn meant(resolver: &Resolver<'_>, stretch: &[MentionWord], index: &Index) -> Option<Candidate> {
    let content: Vec<&MentionWord> = stretch.iter().filter(|word| !is_small(word)).collect();
    let filed = |word: &&MentionWord| {
        let singular = word.folded.strip_suffix('s').and_then(|singular| index.word(singular));
        index.word(&word.folded).or(singular)
    };
    let filed: Vec<WordId> = content.iter().filter_map(filed).collect();
    let uses = |word: &WordId| index.use_count(*word);
    let rarest = filed.iter().copied().min_by_key(uses)?;
    // It may be exchanged for another itself.
    let next = filed.iter().copied().filter(|word| *word != rarest).min_by_key(uses);
    let rare = [Some(rarest), next].into_iter().flatten().filter(|word| uses(word) <= MOST_USES);
    let mut forms: Vec<Form<'_>> = rare
        .flat_map(|word| index.uses(word))
        .map(|(form, _)| index.form(form))
        .filter(|form| form.entry_kind != Kind::Person && is_of_words(stretch, &content, index, *form))
        .collect();
    let form = forms.pop()?;
    if forms.iter().any(|other| other.entry != form.entry) {
        return None;
    }
    let weights = &resolver.names.weights;
    let mut evidence = Evidence::none();
    evidence.add(Feature::Prior, weights);
    evidence.add(Feature::Reordered, weights);
    let entry = index.entry(form.entry);
    let suggestion = form.text().into_owned();
    let text = resolver.article.slice(stretch[0].span.joined(stretch[stretch.len() - 1].span));
    Some(Candidate {
        entry: Some(format!("{} ({})", entry.name(), entry.kind)),
        channel: Channel::Literal,
        is_public: false,
        is_alias: !entry.is_name(form),
        may_be_romanised: false,
        evidence,
        cost: 0.0,
        reasons: vec![format!("*{text}* is *{suggestion}* translated word by word")],
        suggestion,
    })
}

/// Whether a stretch has the words of a form, each in the same form or another and at most one exchanged, and is yet no way in which
/// English puts it: the Energy Department is the Department of Energy.
fn is_of_words(stretch: &[MentionWord], content: &[&MentionWord], index: &Index, form: Form<'_>) -> bool {
    let of_form = (0..form.len()).map(|place| index.word_text(form.word(place)));
    let (small, mut left): (Vec<&str>, Vec<&str>) = of_form.partition(|word| LINKS_IN_NAMES.contains(word));
    if content.len() != left.len() {
        return false;
    }
    let small_found = stretch.iter().filter(|word| is_small(word)).map(|word| word.folded.as_str());
    let small_found: Vec<&str> = small_found.collect();
    let is_in_order = content.iter().zip(&left).all(|(word, other)| is_one_word(&word.folded, other));
    // New Democrats are not New Democracy.
    let is_long = stretch.len() > 2;
    let is_same = |word: &str, other: &str| if is_long { is_one_word(word, other) } else { word == other };
    let mut others = content.to_vec();
    others.retain(|word| {
        let at = left.iter().position(|other| is_same(&word.folded, other));
        at.map(|at| left.remove(at)).is_none()
    });
    let has_its_words = match (&others[..], &left[..]) {
        ([], []) => true,
        ([word], [other]) => is_long && are_exchanged(&word.folded, other),
        _ => false,
    };
    // The Golden Valley and the New Forest are two, and no New Valley.
    let joins_two = small_found.contains(&"and") && !small.contains(&"and");
    has_its_words && !joins_two && small_found.len() >= small.len() && !(is_in_order && small_found == small)
}

/// Whether two words are one in two forms.
fn is_one_word(one: &str, other: &str) -> bool {
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    one == other
        || one.strip_suffix('s') == Some(other)
        || other.strip_suffix('s') == Some(one)
        || (common >= COMMON && one.len().max(other.len()) <= common + OWN)
}

/// Whether translators put one word for the other.
fn are_exchanged(one: &str, other: &str) -> bool {
    let groups = || entries(include_str!("../../rules/lexicon/exchanged-words.txt"));
    let is_in = |group: &str, word: &str| {
        group.split(' ').any(|known| known == word || word.strip_suffix('s') == Some(known))
    };
    groups().any(|group| is_in(group, one) && is_in(group, other))
}
