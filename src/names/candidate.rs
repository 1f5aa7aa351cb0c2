//! The entries that a stretch of a mention may have meant, each with the evidence for it.

use std::cmp::Ordering;
use std::rc::Rc;

use super::align::{Aligned, align};
use super::beside_surname;
use super::candidate_order::put_in_order;
use super::case_endings::Base;
use super::channels::{Channel, Meant, Why};
use super::evidence::{Evidence, Feature};
use super::fold;
use super::found::Found;
use super::full_name_in_article;
use super::gazetteer::Kind;
use super::index::{FormKind, Index, Keyed};
use super::interpretation::Interpretation;
use super::nationality::is_nationality;
use super::parts;
use super::place_slot::{as_written, is_street, is_village};
use super::resolve::Resolver;
use super::right_beside::stands_beside;
use super::weigh::Weigher;

/// What a mention may have meant.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What to write in place of the stretch.
    pub suggestion: String,
    /// Its name and kind in full, where a gazetteer has it.
    pub entry: Option<String>,
    /// The most harmful of the channels that explain it.
    pub channel: Channel,
    /// Whether it is a person, a country or a city of a gazetteer: named more often than what no list has.
    pub(super) is_public: bool,
    /// Whether it is but an alias of its entry.
    pub(super) is_alias: bool,
    /// Whether it is a name of another script, which the text may have in a romanisation of its own.
    pub(super) may_be_romanised: bool,
    /// The evidence.
    pub evidence: Evidence,
    /// How far the words are from what was meant, per letter, and how rare that is: of equal evidence the cheaper is likelier.
    pub(super) cost: f32,
    /// The reasons, as an editor reads them.
    pub reasons: Vec<String>,
}

impl Candidate {
    /// Whether it is the whole name of an entry, and no part of one that may be broken in full elsewhere.
    pub(super) fn is_whole(&self) -> bool {
        self.entry.is_some() && !self.evidence.has(Feature::SurnameAlone)
    }

    /// The order of two candidates, the likelier first.
    pub(super) fn likelier(&self, other: &Self) -> Ordering {
        let evidence = other.evidence.bits().total_cmp(&self.evidence.bits());
        evidence.then(self.cost.total_cmp(&other.cost))
    }
}

/// The likeliest candidates, each suggestion once, in order.
#[derive(Default)]
pub(super) struct Best {
    pub(super) candidates: Vec<Candidate>,
    /// Whether the stretch turned out to be right as it stands.
    pub(super) is_known: bool,
}

impl Best {
    pub(super) fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// Whether a candidate with this evidence and cost would be among them: only then are its reasons worth telling.
    pub(super) fn admits(&self, evidence: &Evidence, cost: f32, suggestion: &str) -> bool {
        let rival = self.candidates.iter().find(|known| known.suggestion == suggestion);
        let rival = rival.or_else(|| self.candidates.get(MOST_CANDIDATES - 1));
        rival.is_none_or(|rival| {
            let order = rival.evidence.bits().total_cmp(&evidence.bits()).then(cost.total_cmp(&rival.cost));
            order.then_with(|| suggestion.cmp(&rival.suggestion)).is_lt()
        })
    }

    /// A candidate with fewer bits of evidence is not among them.
    pub(super) fn least_bits(&self) -> f64 {
        self.candidates.get(MOST_CANDIDATES - 1).map_or(f64::NEG_INFINITY, |last| last.evidence.bits())
    }

    /// Adds the candidates that are likely enough.
    pub(super) fn extend(&mut self, candidates: impl IntoIterator<Item = Candidate>) {
        candidates.into_iter().for_each(|candidate| self.add(candidate));
    }

    fn add(&mut self, candidate: Candidate) {
        if self.admits(&candidate.evidence, candidate.cost, &candidate.suggestion) {
            self.candidates.retain(|known| known.suggestion != candidate.suggestion);
            let order = |known: &Candidate| {
                known.likelier(&candidate).then_with(|| known.suggestion.cmp(&candidate.suggestion))
            };
            let place = self.candidates.partition_point(|known| order(known).is_le());
            self.candidates.insert(place, candidate);
            self.candidates.truncate(MOST_CANDIDATES);
        }
    }
}

/// Candidates that a finding offers.
const MOST_CANDIDATES: usize = 3;
/// Words that stand in more forms than this say too little to look at them all.
const MOST_USES: usize = 3000;
/// Two candidates nearer to one another than this, in bits, are equally good.
const SAME_BITS: f64 = 1.0;
/// So are two whose costs are nearer than this.
const SAME_COST: f32 = 0.02;

/// The likeliest candidates for a stretch, best first.
pub(super) fn candidates(resolver: &Resolver<'_>, found: &Found<'_>, key: &str) -> Vec<Candidate> {
    let mut best = Best::default();
    let names = resolver.names;
    let word = if let [word] = found.words() { Some(resolver.word(&word.folded)) } else { None };
    let bases = word.as_ref().map_or(&[][..], |word| &word.word.heard.bases);
    for index in &names.indices {
        for form in index.forms_by_key(key) {
            best.extend(whole_form(resolver, found, index, form, None));
        }
        for base in bases {
            for form in index.forms_by_key(&base.folded) {
                best.extend(whole_form(resolver, found, index, form, Some(base)));
            }
        }
    }
    best.extend(full_name_in_article::candidate(resolver, found));
    // What the article has otherwise is broken even where papers may write so.
    let said: Vec<Candidate> =
        best.candidates.iter().filter(|one| one.evidence.has(Feature::RightFormInArticle)).cloned().collect();
    for index in &names.indices {
        explain(resolver, found, index, false, &mut best);
        beside_surname::explain(resolver, found, index, &mut best);
    }
    if let Some(near) = word.and_then(|word| resolver.own.near(&word.word)) {
        explain(resolver, found, &near, true, &mut best);
    }
    if !found.holds_known_name() {
        best.extend(parts::candidates(resolver, found));
        // Whoever is in a list, or may be, is likelier meant.
        if best.candidates.first().is_none_or(|first| first.evidence.bits() < 0.0) {
            best.extend(parts::bent(resolver, found));
        }
    }
    let (text, sentence) = (resolver.article.text(), found.mention.sentence);
    let span = found.mention.span(text, found.first, found.last);
    let is_beside = |candidate: &Candidate| stands_beside(text, sentence, span, &candidate.suggestion);
    if best.is_known {
        best.candidates = said;
    }
    if best.candidates.iter().any(is_beside) {
        return Vec::new();
    }
    let (is_village, is_street) = (is_village(text, span), is_street(text, span));
    let is_right_there = |candidate: &Candidate| {
        is_village && candidate.is_public || is_street && candidate.evidence.is_of_another_language()
    };
    let mut best = best.candidates;
    best.retain(|candidate| !is_right_there(candidate));
    for candidate in &mut best {
        candidate.suggestion = as_written(text, span, &candidate.suggestion);
    }
    if let [first, rivals @ ..] = best.as_slice() {
        let (bits, cost) = (first.evidence.bits(), first.cost);
        let is_rival = |other: &Candidate| {
            bits - other.evidence.bits() < SAME_BITS
                && other.cost - cost < SAME_COST
                && (first.entry.is_none() || first.entry != other.entry)
                && !fold::differ_in_marks_alone(&first.suggestion, &other.suggestion)
        };
        if rivals.iter().any(is_rival) {
            // All of them, or the first would be one no longer.
            for candidate in &mut best {
                candidate.evidence.add(Feature::ManyCandidates, &names.weights);
            }
        }
    }
    put_in_order(&mut best);
    best
}

/// The entry that lists the whole stretch as the form of another language or as a damage.
fn whole_form(
    resolver: &Resolver<'_>,
    found: &Found<'_>,
    index: &Index,
    form: Keyed,
    base: Option<&Base<'_>>,
) -> Option<Candidate> {
    let entry = index.entry(form.entry);
    let (feature, says) = match form.kind {
        FormKind::Accepted => return None,
        FormKind::Foreign => (Feature::ForeignForm, "is how another language writes"),
        FormKind::Damaged => (Feature::DamagedForm, "is a known damage of"),
    };
    let name = &*entry.name();
    let text = resolver.article.slice(found.mention.span(resolver.article.text(), found.first, found.last));
    if fold::differ_in_marks_alone(text, name)
        || is_nationality(&fold::key(text), &fold::key(name), resolver.names)
    {
        return None;
    }
    let mut weigher = Weigher::new(resolver, found, Some(entry.kind));
    weigher.entry(entry);
    weigher.add(feature);
    weigher.index(index);
    if let Some(base) = base {
        weigher.case_ending(base);
    }
    weigher.add_if(found.words().len() > 1, Feature::FullName);
    (0..found.words().len()).for_each(|at| weigher.as_it_stands(at));
    weigher.attestation();
    weigher.what_was_meant(fold::fold_words(name));
    weigher.surroundings();
    let reason = format!("*{text}* {says} *{name}*");
    let before = &resolver.article.text()[..found.words()[0].span.start];
    let suggestion = without_what_stands_before(name, before).to_owned();
    Some(weigher.candidate(suggestion, Channel::Transcription, vec![reason]))
}

/// A name without the title that the text has before it already: "Pope Lav XIV" is "Pope Leo XIV", not "Pope Pope Leo XIV".
fn without_what_stands_before<'n>(name: &'n str, before: &str) -> &'n str {
    let ends: Vec<usize> = name.match_indices(' ').map(|(space, _)| space).collect();
    let stands_before = |end: &&usize| {
        let beginning = before.strip_suffix(' ').and_then(|before| before.strip_suffix(&name[..**end]));
        beginning.is_some_and(|beginning| !beginning.ends_with(char::is_alphanumeric))
    };
    ends.iter().rev().find(stands_before).map_or(name, |end| &name[end + 1..])
}

/// The persons of lists that a full name may be, though many bear its words as they stand: *Karin Bergman*, for Karin Bergmann.
pub(super) fn persons_in_doubt(resolver: &Resolver<'_>, found: &Found<'_>) -> Vec<Candidate> {
    let mut best = Best::default();
    for index in &resolver.names.indices {
        let meanings = |at: usize| resolver.meanings_in_doubt(&found.words()[at].folded, index);
        explain_by(&meanings, resolver, found, index, Names::OfPersons, &mut best);
    }
    best.candidates.retain(|candidate| candidate.evidence.has(Feature::FullName));
    best.candidates
}

/// The words of the article itself that a word may mean, though many bear it as it stands.
pub(super) fn names_of_article(resolver: &Resolver<'_>, found: &Found<'_>) -> Vec<Candidate> {
    let mut best = Best::default();
    let folded = &found.words()[0].folded;
    if let Some(near) = resolver.own.near(&resolver.word(folded).word) {
        let meanings = |_| resolver.meanings_in_doubt(folded, &near);
        explain_by(&meanings, resolver, found, &near, Names::OfArticle, &mut best);
    }
    best.candidates
}

/// Candidates of which every word is explained.
fn explain(resolver: &Resolver<'_>, found: &Found<'_>, index: &Index, own: bool, best: &mut Best) {
    let meanings = |at: usize| found.meanings(at, resolver, index);
    explain_by(&meanings, resolver, found, index, if own { Names::OfArticle } else { Names::All }, best);
}

/// The names of an index that a stretch may mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    All,
    OfPersons,
    /// The index has the words of the article itself.
    OfArticle,
}

/// Candidates of which every word has one of the meanings that it may have.
fn explain_by<'a>(
    meanings: &dyn Fn(usize) -> Rc<Meant<'a>>,
    resolver: &Resolver<'a>,
    found: &Found<'_>,
    index: &Index,
    names: Names,
    best: &mut Best,
) {
    let words = found.words();
    let own = names == Names::OfArticle;
    // The surname first: of a given name something is nearly always meant.
    let meant = (0..words.len()).rev().map(meanings);
    let meant = meant.map(|meant| Some(meant).filter(|meant| !meant.is_empty()));
    let Some(mut meant) = meant.collect::<Option<Vec<Rc<Meant<'_>>>>>() else { return };
    meant.reverse();
    let Some(rarest) = meant.iter().min_by_key(|meant| meant.uses()) else { return };
    if rarest.uses() > MOST_USES {
        return;
    }
    for meaning in rarest.iter() {
        // Of one word all forms of a kind weigh the same, but for what stands before it.
        let mut hopeless: Vec<(Kind, bool)> = Vec::new();
        for (form, _) in index.uses(meaning.word) {
            let form = index.form(form);
            let sort = (form.entry_kind, form.len() == 1);
            if hopeless.contains(&sort) {
                continue;
            }
            let Some(places) = align(&meant, form) else { continue };
            if names == Names::OfPersons && form.entry_kind != Kind::Person {
                continue;
            }
            let whys: Vec<&Why<'_>> =
                places.iter().zip(&meant).filter_map(|(&place, meant)| meant.why(form.word(place))).collect();
            let aligned = Aligned { form, places: &places, whys: &whys };
            let in_doubt = names == Names::OfPersons;
            let interpretation = Interpretation { resolver, found, index, aligned, own, in_doubt };
            if let Some(weigher) = interpretation.weigh_words(best) {
                let candidate = interpretation.weigh_entry(weigher, best);
                best.extend(candidate);
            } else if words.len() == 1 {
                hopeless.push(sort);
            }
            if best.is_known {
                return;
            }
        }
    }
}
