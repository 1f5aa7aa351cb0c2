//! Evidence: reasons for and against a candidate, each with a weight in bits of log-odds.

use std::fmt;
use std::path::Path;

use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;
use serde::{Deserialize, Serialize};

use super::table;
use crate::error::{Error, Result};

/// One kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "rules/evidence/weights.csv gives each with its reason")]
pub enum Feature {
    Prior,
    FullName,
    SurnameAlone,
    ForeignForm,
    PartlyForeignForm,
    DamagedForm,
    Gloss,
    GlossAlone,
    AllTranslated,
    SameGivenName,
    SameNameOtherGender,
    OtherGender,
    NearRespelling,
    FairRespelling,
    FarRespelling,
    RemoteRespelling,
    FreeEdit,
    OneEdit,
    CaseEnding,
    TellingEnding,
    Nominative,
    ShortWord,
    RatherShortWord,
    LongWord,
    VeryLongWord,
    AttestedRare,
    Attested,
    AttestedFrequent,
    EnglishWord,
    PartlyAttested,
    Unattested,
    RoleAndCountry,
    Role,
    OtherRole,
    CountryNear,
    CountryInArticle,
    RightFormInArticle,
    UnattestedOriginal,
    Prominent,
    Town,
    Village,
    ManyCandidates,
    SentenceStart,
    Companion,
    FrequentCompanion,
    DoubtedGivenName,
    PartOfMention,
    NameParts,
    SurnameByEar,
    GivenNameByEar,
    GivenNameBeside,
    SurnameBeside,
    PlainDamage,
    QuotedOnPurpose,
    ForeignPhrase,
    MarksInArticle,
    OtherBroken,
    SeveralBroken,
    ManyBroken,
    BrokenInFull,
    InFullElsewhere,
    ExplainedElsewhere,
    TwoSpellings,
    Acronym,
    Headline,
    PlaceSlot,
    OwnLetters,
    OtherGivenName,
    Romanised,
    FeminineSurname,
    PersonSlot,
    PartOfHyphenated,
    ShortQuotation,
    FrequentGivenName,
    OtherCountry,
    ManyRight,
    MostRight,
    NearlyAllRight,
    TwoForms,
    KnownByItself,
    TwoGuesses,
    LocalName,
    RomanisedAlone,
    UnknownGivenName,
    Listed,
    SameDamage,
    Reordered,
    SameEnding,
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What the table of weights says of a feature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// The kind of evidence.
    pub feature: Feature,
    /// How much it weighs, in bits.
    pub bits: f64,
    /// What it was expected to weigh before anything was measured, in bits: a fit keeps the sign, and stays near where examples
    /// are few; none for a weight that is its own.
    #[serde(default)]
    pub prior: Option<f64>,
    /// What the evidence is, as an editor reads it.
    pub reason: String,
}

impl Weight {
    /// The built-in table, by feature.
    pub fn builtin() -> Result<Vec<Self>> {
        Self::read(Path::new("rules/evidence/weights.csv"), BUILTIN)
    }

    /// Reads a table of weights.
    pub fn read(path: &Path, text: &[u8]) -> Result<Vec<Self>> {
        Ok(table::rows::<Self>(path, text)?.into_iter().map(|(_, row)| row).collect())
    }
}

/// How many features there are.
const COUNT: usize = Feature::SameEnding as usize + 1;

/// Of the built-in table what every start needs: features and bits.
static BUILTIN_BITS: &[[&str; 2]] = include!(concat!(env!("OUT_DIR"), "/weights.rs"));

const BUILTIN: &[u8] = include_bytes!("../../rules/evidence/weights.csv");

/// How much each kind of evidence weighs, in bits.
#[derive(Debug)]
pub struct Weights([f64; COUNT]);

impl Weights {
    /// The built-in weights.
    pub fn builtin() -> Self {
        let mut weights = Self([f64::NAN; COUNT]);
        for [feature, bits] in BUILTIN_BITS {
            let feature = Feature::deserialize(IntoDeserializer::<ValueError>::into_deserializer(*feature));
            let feature = feature.expect("the built-in table is sound, as a test holds");
            weights.0[feature as usize] = bits.parse().expect("the same");
        }
        weights
    }

    /// Reads a table with the columns `feature`, `bits`, `prior` and `reason`; every feature must be there.
    pub fn read(path: &Path, text: &[u8]) -> Result<Self> {
        let mut weights = Self([f64::NAN; COUNT]);
        for row in Weight::read(path, text)? {
            weights.0[row.feature as usize] = row.bits;
        }
        if weights.0.iter().any(|bits| bits.is_nan()) {
            return Err(Error::new("a feature has no weight")
                .file(path)
                .remedy("give every feature one row"));
        }
        Ok(weights)
    }

    /// The weight of a feature.
    pub fn of(&self, feature: Feature) -> f64 {
        self.0[feature as usize]
    }
}

/// The evidence for one candidate.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    terms: Vec<(Feature, f64)>,
}

impl Evidence {
    /// No reason so far, with room for as many as there usually are.
    pub(super) fn none() -> Self {
        Self { terms: Vec::with_capacity(12) }
    }

    /// Adds a reason.
    pub fn add(&mut self, feature: Feature, weights: &Weights) {
        self.terms.push((feature, weights.of(feature)));
    }

    /// Adds a reason where a condition holds.
    pub fn add_if(&mut self, condition: bool, feature: Feature, weights: &Weights) {
        if condition {
            self.add(feature, weights);
        }
    }

    /// Whether a reason was added.
    pub fn has(&self, feature: Feature) -> bool {
        self.terms.iter().any(|(known, _)| *known == feature)
    }

    /// Whether the damage may be none: a form of another language, or one with a case ending.
    pub(super) fn is_of_another_language(&self) -> bool {
        let forms =
            [Feature::CaseEnding, Feature::TellingEnding, Feature::ForeignForm, Feature::PartlyForeignForm];
        forms.into_iter().any(|feature| self.has(feature))
    }

    /// Whether a case ending is assumed.
    pub(super) fn is_bent(&self) -> bool {
        self.has(Feature::CaseEnding) || self.has(Feature::TellingEnding)
    }

    /// Whether both a case ending and a spelling by ear are assumed.
    pub(super) fn is_guessed_twice(&self) -> bool {
        let respelt = [
            Feature::NearRespelling,
            Feature::FairRespelling,
            Feature::FarRespelling,
            Feature::RemoteRespelling,
        ];
        self.is_bent() && respelt.into_iter().any(|feature| self.has(feature))
    }

    /// The sum, in bits.
    pub fn bits(&self) -> f64 {
        self.terms.iter().map(|(_, bits)| bits).sum()
    }

    /// The reasons with their weights, in the order in which they were added.
    pub fn terms(&self) -> &[(Feature, f64)] {
        &self.terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_weights_are_those_of_the_table() {
        let table = Weights::read(Path::new("weights.csv"), BUILTIN).expect("it is sound");
        assert_eq!(format!("{:?}", Weights::builtin()), format!("{table:?}"));
    }
}
