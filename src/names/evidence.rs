//! Evidence: reasons for and against a candidate, each with a weight in bits of log-odds.

use std::path::Path;

use serde::Deserialize;

use super::table;
use crate::error::{Error, Result};

/// One kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
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
    Nominative,
    ShortWord,
    LongWord,
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
    ExplainedElsewhere,
    Headline,
}

#[derive(Deserialize)]
struct Row {
    feature: Feature,
    bits: f64,
}

/// How much each kind of evidence weighs, in bits.
#[derive(Debug)]
pub struct Weights([f64; Feature::Headline as usize + 1]);

impl Weights {
    /// The built-in weights.
    pub fn builtin() -> Result<Self> {
        let path = Path::new("rules/evidence/weights.csv");
        Self::read(path, include_bytes!("../../rules/evidence/weights.csv"))
    }

    /// Reads a table with the columns `feature`, `bits`, `reason`; every feature must be there.
    pub fn read(path: &Path, text: &[u8]) -> Result<Self> {
        let mut weights = Self([f64::NAN; Feature::Headline as usize + 1]);
        for (_, row) in table::rows::<Row>(path, text)? {
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

    /// The sum, in bits.
    pub fn bits(&self) -> f64 {
        self.terms.iter().map(|(_, bits)| bits).sum()
    }

    /// The reasons with their weights, in the order in which they were added.
    pub fn terms(&self) -> &[(Feature, f64)] {
        &self.terms
    }
}
