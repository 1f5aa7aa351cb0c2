//! Adds up the evidence for one candidate.

mod standing;
mod surroundings;
#[cfg(test)]
mod tests;

use super::Names;
use super::candidate::{Best, Candidate};
use super::case_endings::Base;
use super::channels::{Channel, Why};
use super::context::holds;
use super::evidence::{Evidence, Feature};
use super::found::Found;
use super::gazetteer::Kind;
use super::index::{EntryRef, Index};
use super::resolve::Resolver;
use crate::article::Span;
use crate::word_list::{WordList, word_list};
use standing::AsTheyStand;
pub(super) use standing::Standing;
pub(super) use surroundings::Around;

/// Adds up the evidence for one candidate.
pub(super) struct Weigher<'a, 'b> {
    resolver: &'b Resolver<'a>,
    found: &'b Found<'b>,
    /// Of which kind the entry is, where a gazetteer has one; a name of the article itself has none.
    kind: Option<Kind>,
    /// The entry, once it is read.
    entry: Option<EntryRef<'b>>,
    evidence: Evidence,
    /// What the damaged words are as they stand.
    as_they_stand: AsTheyStand,
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

/// A given name in so many forms of the gazetteer is a frequent one.
const MANY: usize = 60;
/// A surname in so many forms of the gazetteer is a frequent one.
const FREQUENT: usize = 4;
/// Damaged words of so many letters together look like many others.
const SHORT: usize = 4;
/// Damaged words of so many letters together look like some others.
const RATHER_SHORT: usize = 5;
/// So many surnames are more frequent in the United States than one that many bear.
const FREQUENT_SURNAME: u32 = 1000;
/// Damaged words of so many letters together look like few others.
const LONG: usize = 8;
/// Damaged words of so many letters together look like next to no others.
const VERY_LONG: usize = 10;

impl<'a, 'b> Weigher<'a, 'b> {
    pub(super) fn new(resolver: &'b Resolver<'a>, found: &'b Found<'b>, kind: Option<Kind>) -> Self {
        let mut weigher = Self {
            resolver,
            found,
            kind,
            entry: None,
            evidence: Evidence::none(),
            as_they_stand: AsTheyStand::default(),
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

    pub(super) fn once(&mut self, feature: Feature) {
        self.add_if(!self.evidence.has(feature), feature);
    }

    /// Makes the candidate less likely than others of equal evidence.
    pub(super) fn dearer(&mut self, cost: f32) {
        self.cost += cost;
    }

    /// Takes note that so many names of the article are spelt by ear that who bears a word says little of it.
    pub(super) fn doubt_names(&mut self) {
        self.as_they_stand.doubt_names();
    }

    /// Takes note of a name of the article itself; `None` when it is not the likelier original of the two: when it is but a
    /// derivation of the word found, or no better attested.
    pub(super) fn own_name(&mut self, found: &str, original: &str, bent: bool) -> Option<()> {
        if original.len() < 3 || is_derived(original, found) {
            return None;
        }
        let lexicon = &self.names().lexicon;
        let attested = |folded: &str| self.names().has_word(folded);
        // Romanisation goes both ways: only transcription tells which of the two is the original.
        let cost = |from: &str, to: &str| {
            lexicon.by_ear.distance(from, to, 0.3).map_or(f32::INFINITY, |distance| distance.cost)
        };
        let is_clear = || cost(found, original) + CLEARLY_CHEAPER <= cost(original, found);
        match (attested(found), attested(original)) {
            (true, true) if !bent && cost(original, found) < cost(found, original) => return None,
            (_, true) => {}
            (false, false) if !bent && is_clear() => self.add(Feature::UnattestedOriginal),
            _ => return None,
        }
        self.add(Feature::RightFormInArticle);
        Some(())
    }

    /// Takes note of the index that has the name: who is listed is expected, but places are listed by the thousand.
    pub(super) fn index(&mut self, index: &Index) {
        let may_be_expected = self.kind.is_some_and(|kind| kind != Kind::Place);
        self.add_if(may_be_expected && self.names().is_added(index), Feature::Listed);
    }

    /// Takes note of how a damaged word came to be what it is.
    pub(super) fn damaged_word(&mut self, at: usize, why: &Why<'_>) {
        let (folded, standing) = (&self.found.words()[at].folded, self.standing(at));
        if !standing.is_particle {
            self.letters += why.ending().map_or(folded.len(), |base| base.folded.len());
        }
        match why {
            Why::Gloss(_) if self.found.words().len() == 1 => self.add(Feature::GlossAlone),
            Why::Gloss(_) => {
                self.once(Feature::Gloss);
                self.glossed += 1;
                if self.is_english_surname(at) {
                    self.as_it_stands(at);
                }
            }
            Why::SameGivenName => self.once(Feature::SameGivenName),
            Why::SameNameOtherGender => self.once(Feature::SameNameOtherGender),
            Why::OtherGender => self.once(Feature::OtherGender),
            _ => self.as_it_stands(at),
        }
        match why {
            Why::ForeignOfClass if self.found.words().len() == 1 => self.once(Feature::SameGivenName),
            Why::Foreign | Why::ForeignOfClass => self.foreign = true,
            // What may be a case ending of anything leaves a form that may be anybody's: Kameni is no Kameno, for Kammenos.
            Why::BentForeign(base) if base.telling => self.foreign = true,
            Why::OneEdit => self.add(Feature::OneEdit),
            Why::Bent(_) | Why::BentForeign(_) => self.bent = true,
            Why::Respelt(distance) | Why::BentAndRespelt(_, distance) => {
                self.farthest = Some(self.farthest.unwrap_or(0.0).max(distance.per_letter));
                self.add_if(!distance.by_rule, Feature::FreeEdit);
            }
            _ => {}
        }
        if matches!(why, Why::Respelt(_) | Why::BentAndRespelt(..) | Why::OneEdit) {
            self.own_letters |= standing.has_own_letters;
        }
        self.cost += why.distance().per_letter;
        if let Some(base) = why.ending() {
            let is_alone = base.ending == "a" && self.found.words().len() == 1;
            self.add_if(is_alone && is_feminine(folded), Feature::FeminineSurname);
            self.case_ending(base);
        }
    }

    /// Whether a word is a surname that many bear, right behind an English given name: Joel Smith is hardly Joel Herrera.
    fn is_english_surname(&self, at: usize) -> bool {
        let lexicon = &self.names().lexicon;
        let [given_name, surname] = self.found.words() else { return false };
        let part = lexicon.name_parts.named(&surname.folded);
        let is_frequent = part.and_then(|part| part.surname).is_some_and(|rank| rank < FREQUENT_SURNAME);
        let is_english = || lexicon.given_names(&given_name.folded).iter().any(|name| name.language == "en");
        at == 1 && self.kind == Some(Kind::Person) && is_frequent && is_english()
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
        let unknown_given_name =
            self.evidence.has(Feature::FrequentCompanion) && self.as_they_stand.are_unattested();
        self.add_if(unknown_given_name, Feature::UnknownGivenName);
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
            let unknown = self.as_they_stand.are_unattested();
            let plain = whole && self.found.alone && unknown && self.letters > SHORT;
            self.add_if(plain, Feature::PlainDamage);
        }
        self.add_if(self.glossed > 1 && self.glossed == self.found.words().len(), Feature::AllTranslated);
        self.attestation();
    }

    fn standing(&self, at: usize) -> &'b Standing {
        &self.found.as_it_stands.get_or_init(|| Standing::of_words(self.resolver, self.found.words()))[at]
    }

    /// Takes note of what a damaged word is as it stands.
    pub(super) fn as_it_stands(&mut self, at: usize) {
        let standing = self.standing(at);
        let is_person = self.kind == Some(Kind::Person);
        let words = self.found.words();
        let in_full_name = is_person && words.len() > 1;
        let is_rare = || self.resolver.word(&words[at].folded).is_but_of_places(self.resolver);
        let feature = if in_full_name && is_rare() { Feature::AttestedRare } else { standing.feature };
        self.as_they_stand.add(feature, &self.names().weights);
    }

    /// Takes note of an undamaged word beside a damaged one.
    pub(super) fn companion(&mut self, at: usize, is_surname: bool, bearers: usize) {
        let standing = self.standing(at);
        // Half of the towns of Spain are La something.
        if standing.is_particle {
            return;
        }
        let is_person = self.kind == Some(Kind::Person);
        let frequent = is_person && is_surname && (bearers >= FREQUENT || standing.band == Some(1));
        self.once(if frequent { Feature::FrequentCompanion } else { Feature::Companion });
        self.add_if(is_person && !is_surname && bearers >= MANY, Feature::FrequentGivenName);
    }

    /// Takes note of an undamaged word that is a title.
    pub(super) fn title(&mut self, at: usize) {
        let lexicon = &self.names().lexicon;
        let role = lexicon.title(&self.found.words()[at].folded).unwrap_or_default();
        let is_held = self.entry.is_some_and(|entry| holds(&entry, role, lexicon));
        if is_held {
            self.once(Feature::Role);
        }
    }

    /// Adds what is known of the damaged words as they stand: the least attested counts, but less when others are attested.
    pub(super) fn attestation(&mut self) {
        if let Some(feature) = self.as_they_stand.feature() {
            self.add(feature);
        }
    }

    /// Takes note of the folded words that were meant: the article may have them elsewhere.
    pub(super) fn what_was_meant<W: AsRef<str>>(&mut self, words: impl IntoIterator<Item = W>) {
        let is_found = |word: &W| self.found.words().iter().any(|found| found.folded == word.as_ref());
        let mut meant = words.into_iter().filter(|word| !is_found(word)).peekable();
        // A letter off the right form is another name as often: Tallink is a company of Tallinn.
        let may_be_it = !self.evidence.has(Feature::OneEdit);
        if may_be_it && meant.peek().is_some() && meant.all(|word| self.resolver.own.count(word.as_ref()) > 0)
        {
            self.once(Feature::RightFormInArticle);
        }
    }

    /// Takes note of the entry: how well it is known.
    pub(super) fn entry(&mut self, entry: EntryRef<'b>) {
        self.entry = Some(entry);
        self.add_if(entry.in_office() || entry.is_well_known(), Feature::Prominent);
        let large = entry.is_large() || entry.titles().count() > 1;
        self.add_if(!large && (entry.is_a("town") || entry.is_a("district")), Feature::Town);
        self.add_if(!large && entry.is_a("village"), Feature::Village);
    }

    /// Whether the evidence so far may be enough.
    pub(super) fn is_promising(&self) -> bool {
        self.suffice(self.evidence.bits())
    }

    /// Whether it may be enough, and among the likeliest, when its entry too adds all that one can.
    pub(super) fn may_do(&self, best: &Best) -> bool {
        let most_of = |feature: Feature| self.names().weights.of(feature).max(0.0);
        let is_unread = self.kind.is_some() && self.entry.is_none();
        let has_title = || (0..self.found.words().len()).any(|at| self.found.is_title(at));
        let of_entry = if is_unread { most_of(Feature::Prominent) } else { 0.0 };
        let of_title = if is_unread && has_title() { most_of(Feature::Role) } else { 0.0 };
        let bits = self.most_bits() + of_entry + of_title;
        bits >= best.least_bits() && self.suffice(bits)
    }

    /// Whether so many bits may be enough; [`Candidate::is_whole`] will say of which kind the candidate is.
    fn suffice(&self, bits: f64) -> bool {
        let is_whole = self.kind.is_some() && !self.evidence.has(Feature::SurnameAlone);
        self.resolver.may_be_named(bits, &self.evidence, is_whole, self.found.words().len() > 1)
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
            reasons.push(format!("next to “{office}”, an office that {} holds or held", entry.name()));
        }
        if self.evidence.has(Feature::RightFormInArticle) {
            reasons.push(format!("the article elsewhere writes *{suggestion}*"));
        }
        let is_public = self.entry.is_some_and(|entry| entry.kind == Kind::Person || entry.is_large());
        let entry = self.entry.map(|entry| format!("{} ({})", entry.name(), entry.kind));
        Candidate {
            suggestion,
            entry,
            channel,
            is_public,
            is_alias: false,
            may_be_romanised: false,
            evidence: self.evidence,
            cost: self.cost,
            reasons,
        }
    }
}

/// By how much a respelling must be cheaper in one direction for that direction to be the right one.
const CLEARLY_CHEAPER: f32 = 0.2;

/// Whether a word is another, or an English plural or derivation of it.
pub(super) fn is_derived(longer: &str, shorter: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|ending| ending.is_empty() || DERIVATIONS.contains(ending))
}

/// Whether a folded word ends as surnames do that women bear with an a.
pub(super) fn is_feminine(folded: &str) -> bool {
    folded.strip_suffix('a').is_some_and(|stem| WITH_FEMININE.iter().any(|ending| stem.ends_with(ending)))
}

/// Endings of surnames that women bear with an a.
static WITH_FEMININE: WordList = word_list!("surnames-with-feminine");

/// Endings with which English makes plurals, nationalities and followers of names.
static DERIVATIONS: WordList = word_list!("derivations");
