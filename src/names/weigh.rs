//! Adds up the evidence for one candidate.

use unicode_segmentation::UnicodeSegmentation;

use super::Names;
use super::candidate::{Best, Candidate, Found};
use super::channels::{Channel, Why};
use super::context::{beside, holds};
use super::evidence::{Evidence, Feature};
use super::fold;
use super::gazetteer::Kind;
use super::index::{EntryRef, Form};
use super::language::Base;
use super::place_slot::is_place_slot;
use super::resolve::Resolver;
use crate::article::Span;
use crate::word_list::{WordList, word_list};

/// Adds up the evidence for one candidate.
pub(super) struct Weigher<'a, 'b> {
    resolver: &'b Resolver<'a>,
    found: &'b Found<'b>,
    /// The entry, where a gazetteer has one; a name of the article itself has none.
    entry: Option<EntryRef<'b>>,
    evidence: Evidence,
    /// What each damaged word is as it stands.
    as_they_stand: Vec<Feature>,
    /// Letters of the damaged words without case endings, particles apart.
    letters: usize,
    /// The cost per letter of the farthest respelling.
    farthest: Option<f32>,
    /// Whether the gazetteer lists a damaged word as another language's.
    foreign: bool,
    /// Whether a damaged word is a word of the name with nothing but a case ending.
    bent: bool,
    /// Whether a damaged word has letters that a spelling by ear would not.
    own_letters: bool,
    /// How many words are translated.
    glossed: usize,
    /// The cost of the candidate.
    cost: f32,
    /// A title near the mention that the entry holds or held.
    office: Option<Span>,
}

/// What an alias costs: of equal evidence the name is likelier.
const ALIAS: f32 = 0.001;
/// A surname in so many forms of the gazetteer is a frequent one.
const FREQUENT: usize = 4;
/// Damaged words of so many letters together look like many others.
const SHORT: usize = 4;
/// Damaged words of so many letters together look like some others.
const RATHER_SHORT: usize = 5;
/// Damaged words of so many letters together look like few others.
const LONG: usize = 8;
/// Damaged words of so many letters together look like next to no others.
const VERY_LONG: usize = 10;

impl<'a, 'b> Weigher<'a, 'b> {
    pub(super) fn new(resolver: &'b Resolver<'a>, found: &'b Found<'b>, entry: Option<EntryRef<'b>>) -> Self {
        let mut weigher = Self {
            resolver,
            found,
            entry,
            evidence: Evidence::none(),
            as_they_stand: Vec::with_capacity(found.words().len()),
            letters: 0,
            farthest: None,
            foreign: false,
            bent: false,
            own_letters: false,
            glossed: 0,
            cost: 0.0,
            office: None,
        };
        weigher.add(Feature::Prior);
        weigher.add_if(!found.alone, Feature::PartOfMention);
        weigher
    }

    fn names(&self) -> &'b Names {
        self.resolver.names
    }

    pub(super) fn add(&mut self, feature: Feature) {
        self.evidence.add(feature, &self.resolver.names.weights);
    }

    pub(super) fn add_if(&mut self, condition: bool, feature: Feature) {
        if condition {
            self.add(feature);
        }
    }

    fn once(&mut self, feature: Feature) {
        self.add_if(!self.evidence.has(feature), feature);
    }

    /// Makes the candidate less likely than others of equal evidence.
    pub(super) fn dearer(&mut self, cost: f32) {
        self.cost += cost;
    }

    /// Makes a candidate that is but an alias of its entry less likely than the name.
    pub(super) fn dearer_for_alias(&mut self, form: Form<'_>) {
        if self.entry.is_some_and(|entry| entry.name != form.text()) {
            self.dearer(ALIAS);
        }
    }

    /// Takes note of a name of the article itself; `None` when it is not the likelier original of the two: when it is but a
    /// derivation of the word found, or no better attested.
    pub(super) fn own_name(&mut self, found: &str, original: &str, bent: bool) -> Option<()> {
        if original.len() < 3 || is_derived(original, found) {
            return None;
        }
        let lexicon = &self.names().lexicon;
        let attested =
            |folded: &str| lexicon.attested(folded).is_some() || self.names().is_word_of_a_name(folded);
        if !attested(original) {
            // Romanisation goes both ways: only transcription tells which of the two is the original.
            let cost = |from: &str, to: &str| {
                lexicon.by_ear.distance(from, to, 0.3).map_or(f32::INFINITY, |distance| distance.cost)
            };
            if bent || attested(found) || cost(found, original) + CLEARLY_CHEAPER > cost(original, found) {
                return None;
            }
            self.add(Feature::UnattestedOriginal);
        }
        self.add(Feature::RightFormInArticle);
        Some(())
    }

    /// Takes note of how a damaged word came to be what it is.
    pub(super) fn damaged_word(&mut self, folded: &str, why: &Why<'_>) {
        if !self.names().lexicon.is_particle(folded) {
            self.letters += why.ending().map_or(folded.len(), |base| base.folded.len());
        }
        match why {
            Why::Gloss(_) if self.found.words().len() == 1 => self.add(Feature::GlossAlone),
            Why::Gloss(_) => {
                self.once(Feature::Gloss);
                self.glossed += 1;
            }
            Why::SameGivenName => self.once(Feature::SameGivenName),
            Why::SameNameOtherGender => self.once(Feature::SameNameOtherGender),
            Why::OtherGender => self.once(Feature::OtherGender),
            _ => self.as_it_stands(folded),
        }
        match why {
            Why::Foreign | Why::BentForeign(_) => self.foreign = true,
            Why::OneEdit => self.add(Feature::OneEdit),
            Why::Bent(_) => self.bent = true,
            Why::Respelt(distance) | Why::BentAndRespelt(_, distance) => {
                self.farthest = Some(self.farthest.unwrap_or(0.0).max(distance.per_letter));
                self.add_if(!distance.by_rule, Feature::FreeEdit);
            }
            _ => {}
        }
        if matches!(why, Why::Respelt(_) | Why::BentAndRespelt(..) | Why::OneEdit) {
            self.own_letters |= NOT_BY_EAR.iter().any(|letters| folded.contains(letters));
        }
        self.cost += why.distance().per_letter;
        if let Some(base) = why.ending() {
            self.case_ending(base);
        }
    }

    /// Takes note of a case ending.
    pub(super) fn case_ending(&mut self, base: &Base<'_>) {
        self.once(if base.telling { Feature::TellingEnding } else { Feature::CaseEnding });
    }

    /// Adds what the damaged words together say: the farthest from what was meant counts, and whether the name is whole.
    pub(super) fn damage(&mut self, channel: Channel, whole: bool) {
        match self.farthest {
            Some(..=0.025) => self.add(Feature::NearRespelling),
            Some(..=0.06) => self.add(Feature::FairRespelling),
            Some(..=0.12) => self.add(Feature::FarRespelling),
            Some(_) => self.add(Feature::RemoteRespelling),
            None => self.add_if(self.bent, Feature::Nominative),
        }
        self.add_if(self.own_letters, Feature::OwnLetters);
        let all_foreign = self.foreign && self.farthest.is_none() && !self.bent;
        self.add_if(all_foreign, Feature::ForeignForm);
        self.add_if(self.foreign && !all_foreign, Feature::PartlyForeignForm);
        if channel <= Channel::Transcription {
            // Long names are related as often as short ones: Fiorentini is no case of Fiorentina.
            let nothing_but_bent = self.bent && self.farthest.is_none();
            match self.letters {
                ..=SHORT => self.add(Feature::ShortWord),
                RATHER_SHORT => self.add(Feature::RatherShortWord),
                LONG..VERY_LONG => self.add_if(!nothing_but_bent, Feature::LongWord),
                VERY_LONG.. => self.add_if(!nothing_but_bent, Feature::VeryLongWord),
                _ => {}
            }
            let unknown = self.as_they_stand.iter().all(|&feature| feature == Feature::Unattested);
            let plain = whole && self.found.alone && unknown && self.letters > SHORT;
            self.add_if(plain, Feature::PlainDamage);
        }
        self.add_if(self.glossed > 1 && self.glossed == self.found.words().len(), Feature::AllTranslated);
        self.attestation();
    }

    /// Takes note of what a damaged word is as it stands.
    pub(super) fn as_it_stands(&mut self, folded: &str) {
        let mut known = self.resolver.standing.borrow_mut();
        let feature = match known.get(folded) {
            Some(&feature) => feature,
            None => *known.entry(folded.to_owned()).or_insert(self.standing(folded)),
        };
        self.as_they_stand.push(feature);
    }

    fn standing(&self, folded: &str) -> Feature {
        let lexicon = &self.resolver.names.lexicon;
        let given = lexicon.given_names(folded).iter().any(|name| !name.is_respelt());
        match lexicon.attested(folded) {
            Some(1) => Feature::AttestedFrequent,
            Some(2) => Feature::Attested,
            _ if given || self.resolver.names.is_word_of_a_name(folded) => Feature::Attested,
            _ if lexicon.english(folded).is_some() => Feature::EnglishWord,
            Some(_) => Feature::AttestedRare,
            None => Feature::Unattested,
        }
    }

    /// Takes note of an undamaged word beside a damaged one.
    pub(super) fn companion(&mut self, folded: &str, is_surname: bool, bearers: usize) {
        // Half of the towns of Spain are La something.
        if self.names().lexicon.is_particle(folded) {
            return;
        }
        let is_person = self.entry.is_some_and(|entry| entry.kind == Kind::Person);
        let frequent = is_person
            && is_surname
            && (bearers >= FREQUENT || self.resolver.names.lexicon.attested(folded) == Some(1));
        self.once(if frequent { Feature::FrequentCompanion } else { Feature::Companion });
    }

    /// Adds what is known of the damaged words as they stand: the least attested counts, but less when others are attested.
    pub(super) fn attestation(&mut self) {
        let unattested = self.as_they_stand.iter().filter(|&&feature| feature == Feature::Unattested).count();
        let feature = match (unattested, self.as_they_stand.len()) {
            (_, 0) => return,
            (some, all) if some == all => Feature::Unattested,
            (1.., _) => Feature::PartlyAttested,
            (0, _) => {
                let weight = |feature: &&Feature| self.resolver.names.weights.of(**feature);
                let heaviest = self.as_they_stand.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)));
                *heaviest.expect("one word at least is damaged")
            }
        };
        self.add(feature);
    }

    /// The most bits that the evidence comes to when all that stands around the mention speaks for the candidate.
    pub(super) fn most_bits(&self) -> f64 {
        let weights = &self.names().weights;
        self.evidence.bits()
            + SURROUNDINGS.iter().map(|&feature| weights.of(feature).max(0.0)).sum::<f64>()
            + 1e-6
    }

    /// Adds what stands around the mention, and elsewhere in the article: some of [`SURROUNDINGS`].
    pub(super) fn surroundings(&mut self, suggestion: &str) {
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
        let quoted = *self.found.quoted_on_purpose.get_or_init(|| self.is_quoted_on_purpose(span));
        self.add_if(quoted, Feature::QuotedOnPurpose);
        let in_phrase = *self.found.in_foreign_phrase.get_or_init(|| self.is_in_foreign_phrase(span));
        self.add_if(in_phrase, Feature::ForeignPhrase);
        let own = &self.resolver.own;
        let is_found = |word: &String| self.found.words().iter().any(|found| found.folded == *word);
        let mut meant = fold::fold_words(suggestion).filter(|word| !is_found(word)).peekable();
        if meant.peek().is_some() && meant.all(|word| own.count(&word) > 0) {
            self.once(Feature::RightFormInArticle);
        }
        let Some(entry) = self.entry else { return };
        self.add_if(self.follows_other_given_name(&entry), Feature::OtherGivenName);
        let context = self.resolver.context;
        let country_near =
            !entry.country.is_empty() && context.country_near(entry.country, span, mention.sentence);
        if entry.kind == Kind::Person {
            let lexicon = &self.resolver.names.lexicon;
            let roles = || context.titles_near(span, mention.sentence).filter(|title| !title.role.is_empty());
            self.office = roles().find(|title| holds(&entry, &title.role, lexicon)).map(|title| title.span);
            let held = self.office.is_some();
            match (held, country_near) {
                (true, true) => self.add(Feature::RoleAndCountry),
                (true, false) => self.add(Feature::Role),
                (false, _) => {
                    self.add_if(roles().next().is_some() && !entry.roles.is_empty(), Feature::OtherRole);
                }
            }
            self.add_if(!held && country_near, Feature::CountryNear);
        } else {
            self.add_if(country_near, Feature::CountryNear);
            let text = self.resolver.article.text();
            let is_place_slot = || *self.found.place_slot.get_or_init(|| is_place_slot(text, span));
            self.add_if(entry.kind == Kind::Place && is_place_slot(), Feature::PlaceSlot);
        }
        let in_article = !country_near && context.names_country(entry.country);
        self.add_if(in_article, Feature::CountryInArticle);
        let is_a = |kind: &str| entry.titles().any(|title| title == kind);
        let well_known = is_a("country") || is_a("capital");
        self.add_if(entry.in_office() || well_known, Feature::Prominent);
        let large = well_known || is_a("city") || entry.titles().count() > 1;
        self.add_if(!large && is_a("town"), Feature::Town);
        self.add_if(!large && is_a("village"), Feature::Village);
    }

    /// Whether a given name stands before the stretch that the entry has not: it is the surname of somebody else.
    fn follows_other_given_name(&self, entry: &EntryRef<'_>) -> bool {
        let Some(at) = self.found.first.checked_sub(1) else { return false };
        let before = self.found.mention.words[at].folded.as_str();
        let of_somebody_else = match entry.kind {
            Kind::Person => {
                entry.name.contains(' ') && fold::fold_words(entry.name).all(|word| word != before)
            }
            _ => true,
        };
        of_somebody_else && self.names().lexicon.given_names(before).iter().any(|name| !name.is_respelt())
    }

    /// Whether the text itself says that the stretch is another language's: "(Spanish: República Dominicana)".
    fn is_quoted_on_purpose(&self, span: Span) -> bool {
        let sentence = self.found.mention.sentence.start;
        let before = &self.resolver.article.text()[sentence..span.start];
        let bracket = before.rfind('(').filter(|&bracket| !before[bracket..].contains(')'));
        let label = bracket
            .map_or(before.trim_end_matches(['“', '"', '‘', '*', ' ']), |bracket| &before[bracket..]);
        label.match_indices(':').any(|(colon, _)| {
            let ends = bracket.is_some() || colon + 1 == label.len();
            let language = label[..colon].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            ends && self.names().lexicon.demonym(&fold::fold(language)).is_some()
        })
    }

    /// Whether a word beside it is neither English nor a name: *Treći čovek* is a title, quoted as it is.
    fn is_in_foreign_phrase(&self, span: Span) -> bool {
        let text = self.resolver.article.text();
        let (before, after) = beside(text, span);
        let before = before.strip_suffix(' ').and_then(|text| text.unicode_words().next_back());
        let after = after.strip_prefix(' ').and_then(|text| text.unicode_words().next());
        [before, after].into_iter().flatten().any(|word| {
            let lexicon = &self.names().lexicon;
            let is_small = word.chars().all(char::is_lowercase) && !LEFT_BEHIND.contains(&word);
            is_small && lexicon.english(&fold::fold(word)).is_none() && !lexicon.is_particle(word)
        })
    }

    /// Whether the evidence so far may be enough.
    pub(super) fn is_promising(&self) -> bool {
        self.resolver.may_be_named(self.evidence.bits())
    }

    /// Whether the candidate would be among the likeliest so far.
    pub(super) fn is_among(&self, best: &Best, suggestion: &str) -> bool {
        best.admits(&self.evidence, self.cost, suggestion)
    }

    pub(super) fn candidate(
        self,
        suggestion: String,
        channel: Channel,
        mut reasons: Vec<String>,
    ) -> Candidate {
        if let (Some(office), Some(entry)) = (self.office, &self.entry) {
            let office = self.resolver.article.slice(office);
            reasons.push(format!("next to “{office}”, an office that {} holds or held", entry.name));
        }
        if self.evidence.has(Feature::RightFormInArticle) {
            reasons.push(format!("the article elsewhere writes *{suggestion}*"));
        }
        let entry = self.entry.map(|entry| format!("{} ({})", entry.name, entry.kind));
        Candidate { suggestion, entry, channel, evidence: self.evidence, cost: self.cost, reasons }
    }
}

/// What may stand around a mention.
const SURROUNDINGS: [Feature; 15] = [
    Feature::SentenceStart,
    Feature::Headline,
    Feature::QuotedOnPurpose,
    Feature::ForeignPhrase,
    Feature::OtherGivenName,
    Feature::RightFormInArticle,
    Feature::RoleAndCountry,
    Feature::Role,
    Feature::OtherRole,
    Feature::CountryNear,
    Feature::CountryInArticle,
    Feature::PlaceSlot,
    Feature::Prominent,
    Feature::Town,
    Feature::Village,
];

/// Prepositions that an engine leaves where it stumbles over a name: v Palerme, s Brooksom.
const LEFT_BEHIND: [&str; 4] = ["k", "s", "v", "z"];

/// By how much a respelling must be cheaper in one direction for that direction to be the right one.
const CLEARLY_CHEAPER: f32 = 0.2;

/// Whether a word is another, or an English plural or derivation of it.
pub(super) fn is_derived(longer: &str, shorter: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|ending| ending.is_empty() || DERIVATIONS.contains(ending))
}

/// Letters that a foreign name spelt by ear has not.
static NOT_BY_EAR: WordList = word_list!("letters-not-by-ear");

/// Endings with which English makes plurals, nationalities and followers of names.
static DERIVATIONS: WordList = word_list!("derivations");
