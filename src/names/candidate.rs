//! The entries that a stretch of a mention may have meant, each with the evidence for it.

use rustc_hash::FxHashMap;

use super::channels::{Channel, Meaning, Why, meanings};
use super::context::holds;
use super::evidence::{Evidence, Feature};
use super::fold;
use super::gazetteer::{Entry, Kind};
use super::index::{Form, FormKind, Index, WordId};
use super::mention::{Mention, MentionWord};
use super::resolve::Resolver;
use crate::article::Span;

/// What a mention may have meant.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What to write in place of the stretch.
    pub suggestion: String,
    /// Its name and kind in full, where a gazetteer has it.
    pub entry: Option<String>,
    /// The most harmful of the channels that explain it.
    pub channel: Channel,
    /// The evidence.
    pub evidence: Evidence,
    /// The reasons, as an editor reads them.
    pub reasons: Vec<String>,
}

/// A stretch of a mention that is no known name.
pub(super) struct Found<'m> {
    pub(super) mention: &'m Mention,
    pub(super) first: usize,
    pub(super) last: usize,
    /// Whether no unknown word of the mention stands beside it.
    pub(super) alone: bool,
}

impl<'m> Found<'m> {
    pub(super) fn words(&self) -> &'m [MentionWord] {
        &self.mention.words[self.first..=self.last]
    }
}

/// Candidates that a finding offers.
const MOST_CANDIDATES: usize = 3;
/// Words that stand in more forms than this say too little to look at them all.
const MOST_USES: usize = 3000;
/// Two candidates nearer to one another than this, in bits, are equally good.
const SAME_BITS: f64 = 1.0;

/// The candidates for a stretch, best first, each suggestion once.
pub(super) fn candidates(resolver: &Resolver<'_>, found: &Found<'_>, key: &str) -> Vec<Candidate> {
    let mut all = Vec::new();
    let names = resolver.names;
    for (_, form) in names.index.forms_by_key(key) {
        all.extend(whole_form(resolver, found, form));
    }
    explain(resolver, found, &names.index, false, &mut all);
    if found.words().len() == 1 {
        explain(resolver, found, &resolver.own.index, true, &mut all);
    }
    all.sort_by(|a, b| {
        b.evidence.bits().total_cmp(&a.evidence.bits()).then_with(|| a.suggestion.cmp(&b.suggestion))
    });
    let mut best: Vec<Candidate> = Vec::new();
    for candidate in all {
        if best.len() < MOST_CANDIDATES && !best.iter().any(|known| known.suggestion == candidate.suggestion)
        {
            best.push(candidate);
        }
    }
    if let [first, second, ..] = best.as_mut_slice()
        && first.evidence.bits() - second.evidence.bits() < SAME_BITS
    {
        first.evidence.add(Feature::ManyCandidates, &names.weights);
    }
    best
}

/// The entry that lists the whole stretch as the form of another language or as a damage.
fn whole_form(resolver: &Resolver<'_>, found: &Found<'_>, form: &Form) -> Option<Candidate> {
    let names = resolver.names;
    let entry = names.index.entry_of(form);
    let (feature, says) = match form.kind {
        FormKind::Accepted => return None,
        FormKind::Foreign => (Feature::ForeignForm, "is how another language writes"),
        FormKind::Damaged => (Feature::DamagedForm, "is a known damage of"),
    };
    let text = resolver.article.slice(found.mention.span(resolver.article.text(), found.first, found.last));
    if fold::differ_in_marks_alone(text, &entry.name) {
        return None;
    }
    let mut weigher = Weigher::new(resolver, found, Some(entry));
    weigher.add(feature);
    weigher.add_if(found.words().len() > 1, Feature::FullName);
    for word in found.words() {
        weigher.unattested(&word.folded);
    }
    weigher.attestation();
    weigher.surroundings(&entry.name);
    let reason = format!("*{text}* {says} *{}*", entry.name);
    Some(weigher.candidate(entry.name.clone(), Channel::Transcription, vec![reason]))
}

/// Candidates of which every word is explained.
fn explain(resolver: &Resolver<'_>, found: &Found<'_>, index: &Index, own: bool, all: &mut Vec<Candidate>) {
    let words = found.words();
    let meant: Vec<Vec<Meaning<'_>>> =
        words.iter().map(|word| meanings(&word.folded, &resolver.names.lexicon, index)).collect();
    if meant.iter().any(Vec::is_empty) {
        return;
    }
    let uses = |at: &usize| meant[*at].iter().map(|meaning| index.uses(meaning.word).len()).sum::<usize>();
    let Some(pivot) = (0..words.len()).min_by_key(uses).filter(|at| uses(at) <= MOST_USES) else { return };
    let by_word: Vec<FxHashMap<WordId, &Why<'_>>> = meant
        .iter()
        .map(|meanings| meanings.iter().map(|meaning| (meaning.word, &meaning.why)).collect())
        .collect();
    for meaning in &meant[pivot] {
        for &(form, _) in index.uses(meaning.word) {
            let form = index.form(form);
            if form.kind != FormKind::Accepted {
                continue;
            }
            let Some(places) = align(&by_word, form, index.entry_of(form).kind) else { continue };
            let whys: Vec<&Why<'_>> =
                places.iter().zip(&by_word).map(|(&place, whys)| whys[&form.words[place].2]).collect();
            all.extend(weigh(resolver, found, index, form, &places, &whys, own));
        }
    }
}

/// Which word of a form each word of the stretch means, in the same order; `None` when they do not make a name of the entry.
///
/// A person may be named by the surname alone, or by first name and surname without what stands between; a place or an
/// organisation by all its words only.
fn align(by_word: &[FxHashMap<WordId, &Why<'_>>], form: &Form, kind: Kind) -> Option<Vec<usize>> {
    let (count, length) = (by_word.len(), form.words.len());
    if count > length || (kind != Kind::Person && count < length) {
        return None;
    }
    let fits = |at: usize, place: usize| by_word[at].contains_key(&form.words[place].2);
    let suffix: Vec<usize> = (length - count..length).collect();
    if suffix.iter().enumerate().all(|(at, &place)| fits(at, place)) {
        return Some(suffix);
    }
    if count < 2 || !fits(0, 0) || !fits(count - 1, length - 1) {
        return None;
    }
    let mut places = vec![0];
    for at in 1..count - 1 {
        let after = places[at - 1] + 1;
        places.push((after..length - 1).find(|&place| fits(at, place))?);
    }
    places.push(length - 1);
    Some(places)
}

fn weigh(
    resolver: &Resolver<'_>,
    found: &Found<'_>,
    index: &Index,
    form: &Form,
    places: &[usize],
    whys: &[&Why<'_>],
    own: bool,
) -> Option<Candidate> {
    let entry = index.entry_of(form);
    let words = found.words();
    let channel = whys.iter().filter_map(|why| why.channel()).max()?;
    if own && !is_likelier(resolver, words, form, index) {
        return None;
    }
    let mut weigher = Weigher::new(resolver, found, (!own).then_some(entry));
    let whole = places[0] == 0 && (places.len() > 1 || form.words.len() == 1);
    weigher.add_if(places.len() > 1 && whole, Feature::FullName);
    weigher.add_if(!whole, Feature::SurnameAlone);
    weigher.add_if(!found.alone, Feature::PartOfMention);
    let mut reasons = Vec::new();
    let mut farthest: Option<f32> = None;
    let mut letters = 0;
    let is_particle = |word: &MentionWord| resolver.names.lexicon.is_particle(&word.folded);
    for ((word, why), &place) in words.iter().zip(whys).zip(places) {
        if why.channel().is_none() {
            weigher.companion(&word.folded, place + 1 == form.words.len());
            continue;
        }
        reasons.extend(why.reason(resolver.article.slice(word.span), form.text_of(place, place)));
        if !is_particle(word) {
            letters += word.folded.len();
        }
        match why {
            Why::Gloss(_) => weigher.once(Feature::Gloss),
            Why::SameGivenName => weigher.once(Feature::SameGivenName),
            Why::OtherGender => weigher.once(Feature::OtherGender),
            Why::Foreign | Why::BentForeign(_) => weigher.once(Feature::ForeignForm),
            Why::OneEdit => weigher.add(Feature::OneEdit),
            _ => {}
        }
        if let Why::Respelt(distance) | Why::BentAndRespelt(_, distance) = why {
            farthest = Some(farthest.unwrap_or(0.0).max(distance.per_letter));
            weigher.add_if(!distance.by_rule, Feature::FreeEdit);
        }
        if why.ending().is_some() {
            weigher.once(Feature::CaseEnding);
            if matches!(why, Why::Bent(_)) {
                farthest = farthest.or(Some(0.0));
            }
        }
        if !matches!(why, Why::Gloss(_) | Why::SameGivenName | Why::OtherGender) {
            weigher.unattested(&word.folded);
        }
    }
    if let Some(per_letter) = farthest {
        weigher.add(match per_letter {
            ..=0.025 => Feature::NearRespelling,
            ..=0.06 => Feature::FairRespelling,
            ..=0.12 => Feature::FarRespelling,
            _ => Feature::RemoteRespelling,
        });
    }
    weigher.add_if(letters <= 4 && channel <= Channel::Transcription, Feature::ShortWord);
    weigher.attestation();
    let suggestion = suggestion(form, places);
    weigher.surroundings(&suggestion);
    if own {
        weigher.once(Feature::RightFormInArticle);
    }
    Some(weigher.candidate(suggestion, channel, reasons))
}

/// The words of a form that were meant, with what the form has between neighbours.
fn suggestion(form: &Form, places: &[usize]) -> String {
    let (first, last) = (places[0], places[places.len() - 1]);
    if last - first + 1 == places.len() {
        return form.text_of(first, last).to_owned();
    }
    let words: Vec<&str> = places.iter().map(|&place| form.text_of(place, place)).collect();
    words.join(" ")
}

/// Whether a word of the article is the likelier original of the two: a name that is known or attested, and no mere plural or
/// derivation.
fn is_likelier(resolver: &Resolver<'_>, words: &[MentionWord], form: &Form, index: &Index) -> bool {
    let [word] = words else { return false };
    let original = index.word_text(form.words[0].2);
    let lexicon = &resolver.names.lexicon;
    let derived = |longer: &str, shorter: &str| {
        longer.strip_prefix(shorter).is_some_and(|rest| {
            matches!(
                rest,
                "s" | "es"
                    | "n"
                    | "an"
                    | "ian"
                    | "ns"
                    | "ans"
                    | "ians"
                    | "ism"
                    | "ist"
                    | "er"
                    | "ers"
                    | "ese"
                    | "ish"
                    | "y"
            )
        })
    };
    if derived(&word.folded, original) || derived(original, &word.folded) || original.len() < 3 {
        return false;
    }
    let attested =
        |folded: &str| lexicon.attested(folded).is_some() || resolver.names.is_word_of_a_name(folded);
    if attested(original) {
        return true;
    }
    let cost = |from: &str, to: &str| {
        lexicon.respelling.distance(from, to, 0.3).map_or(f32::INFINITY, |distance| distance.cost)
    };
    !attested(&word.folded) && cost(&word.folded, original) + 0.2 < cost(original, &word.folded)
}

/// Adds up the evidence for one candidate.
struct Weigher<'a, 'b> {
    resolver: &'b Resolver<'a>,
    found: &'b Found<'b>,
    entry: Option<&'b Entry>,
    evidence: Evidence,
    /// The strongest attestation of a damaged word as it stands: 1 (frequent) to 3 (rare), 4 an English word, 5 nothing.
    attested: Option<Feature>,
    damaged_words: usize,
}

impl<'a, 'b> Weigher<'a, 'b> {
    fn new(resolver: &'b Resolver<'a>, found: &'b Found<'b>, entry: Option<&'b Entry>) -> Self {
        let mut weigher =
            Self { resolver, found, entry, evidence: Evidence::default(), attested: None, damaged_words: 0 };
        weigher.add(Feature::Prior);
        weigher
    }

    fn add(&mut self, feature: Feature) {
        self.evidence.add(feature, &self.resolver.names.weights);
    }

    fn add_if(&mut self, condition: bool, feature: Feature) {
        if condition {
            self.add(feature);
        }
    }

    fn once(&mut self, feature: Feature) {
        if !self.evidence.terms().iter().any(|(known, _)| *known == feature) {
            self.add(feature);
        }
    }

    /// Takes note of how well attested a damaged word is as it stands.
    fn unattested(&mut self, folded: &str) {
        let lexicon = &self.resolver.names.lexicon;
        let given = lexicon.given_names(folded).iter().any(|name| name.language != "sr-respelt");
        let as_it_stands = match lexicon.attested(folded) {
            Some(1) => Some(Feature::AttestedFrequent),
            Some(2) => Some(Feature::Attested),
            _ if given || self.resolver.names.is_word_of_a_name(folded) => Some(Feature::Attested),
            _ if lexicon.english(folded).is_some() => Some(Feature::EnglishWord),
            Some(_) => Some(Feature::AttestedRare),
            None => None,
        };
        let weight = |feature: Feature| self.resolver.names.weights.of(feature);
        self.damaged_words += 1;
        self.attested = match (self.attested, as_it_stands) {
            (Some(one), Some(other)) => Some(if weight(one) < weight(other) { one } else { other }),
            (one, other) => one.or(other),
        };
    }

    /// Takes note of an undamaged word beside a damaged one.
    fn companion(&mut self, folded: &str, is_surname: bool) {
        let frequent = self.resolver.names.lexicon.attested(folded) == Some(1);
        self.once(if frequent && is_surname { Feature::FrequentCompanion } else { Feature::Companion });
    }

    /// Adds what is known of the damaged words as they stand.
    fn attestation(&mut self) {
        if self.damaged_words > 0 {
            self.add(self.attested.unwrap_or(Feature::Unattested));
        }
    }

    /// Adds what stands around the mention, and elsewhere in the article.
    fn surroundings(&mut self, suggestion: &str) {
        let mention = self.found.mention;
        let span = Span::new(
            self.found.words()[0].span.start,
            self.found.words()[self.found.words().len() - 1].span.end,
        );
        self.add_if(
            mention.opens_sentence && self.found.first == 0 && self.found.words().len() == 1,
            Feature::SentenceStart,
        );
        self.add_if(mention.in_headline, Feature::Headline);
        let own = &self.resolver.own;
        let right_form = fold::fold_words(suggestion)
            .filter(|word| !self.found.words().iter().any(|found| found.folded == *word))
            .all(|word| own.count(&word) > 0);
        if right_form {
            self.once(Feature::RightFormInArticle);
        }
        let Some(entry) = self.entry else { return };
        let context = self.resolver.context;
        let country_near =
            !entry.country.is_empty() && context.country_near(&entry.country, span, mention.sentence);
        if entry.kind == Kind::Person {
            let lexicon = &self.resolver.names.lexicon;
            let mut roles =
                context.titles_near(span, mention.sentence).filter(|title| !title.role.is_empty()).peekable();
            let titled = roles.peek().is_some();
            let held = roles.any(|title| holds(entry, &title.role, lexicon));
            match (held, country_near) {
                (true, true) => self.add(Feature::RoleAndCountry),
                (true, false) => self.add(Feature::Role),
                (false, _) if titled && !entry.roles.is_empty() => self.add(Feature::OtherRole),
                _ => {}
            }
            self.add_if(!held && country_near, Feature::CountryNear);
        } else {
            self.add_if(country_near, Feature::CountryNear);
        }
        let in_article = !country_near && context.names_country(&entry.country);
        self.add_if(in_article, Feature::CountryInArticle);
        let well_known = entry.titles().any(|title| matches!(title, "country" | "capital"));
        self.add_if(entry.in_office() || well_known, Feature::Prominent);
    }

    fn candidate(self, suggestion: String, channel: Channel, mut reasons: Vec<String>) -> Candidate {
        for (feature, _) in self.evidence.terms() {
            match feature {
                Feature::RoleAndCountry | Feature::Role => {
                    let name = self.entry.map_or("", |entry| entry.name.as_str());
                    reasons.push(format!("an office that {name} holds or held stands next to it"));
                }
                Feature::RightFormInArticle => {
                    reasons.push(format!("the article elsewhere writes *{suggestion}*"));
                }
                _ => {}
            }
        }
        let entry = self.entry.map(|entry| format!("{} ({})", entry.name, entry.kind));
        Candidate { suggestion, entry, channel, evidence: self.evidence, reasons }
    }
}
