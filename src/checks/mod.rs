//! Everything that looks at an article and reports findings; [`CHECKS`] is the list of those built in.

mod acronym_name;
mod clause_for_name;
mod doubled_line;
mod doubled_word;
mod foreign_date_format;
mod foreign_number_format;
mod foreign_script;
mod inflected_acronym;
mod mismatched_acronym;
mod mismatched_quotation_marks;
mod mixed_script;
mod name_split_off;
pub mod names;
mod ordinal_with_full_stop;
mod reworded_repetition;
mod source_language_acronym;
mod unpaired_quotation_mark;
mod untranslated_date;
mod untranslated_text;
mod wrong_encoding;

use crate::analysis::Analysis;
use crate::finding::{Category, Confidence, Findings, Severity};

/// Looks at an article and reports what is wrong with it.
pub trait Check: Sync + Send {
    /// What the check says of itself.
    fn about(&self) -> About<'_>;

    /// Reports every place of the article where it is wrong.
    fn check(&self, article: &Analysis<'_>, findings: &mut Findings);
}

/// What a check says of itself: enough for a report, for `misnomer explain`, and to prove it.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// Names the error in kebab-case; never changes once released.
    pub id: &'a str,
    /// The kind of error.
    pub category: Category,
    /// How bad a finding usually is.
    pub severity: Severity,
    /// How sure a finding usually is.
    pub confidence: Confidence,
    /// What it flags, in one sentence.
    pub summary: &'a str,
    /// Why that is wrong, and where the advice comes from.
    pub why: &'a str,
    /// Texts it must flag, at `[[wrong|right]]`; at least one.
    pub flags: Vec<&'a str>,
    /// Texts it must pass over; at least one.
    pub allows: Vec<&'a str>,
}

/// The built-in checks, by id.
pub const CHECKS: &[&dyn Check] = &[
    &acronym_name::AcronymName,
    &clause_for_name::ClauseForName,
    &doubled_line::DoubledLine,
    &doubled_word::DoubledWord,
    &names::EQUIVALENT_FIRST_NAME,
    &foreign_date_format::ForeignDateFormat,
    &foreign_number_format::ForeignNumberFormat,
    &foreign_script::ForeignScript,
    &names::INCONSISTENT_NAME,
    &inflected_acronym::InflectedAcronym,
    &names::INFLECTED_NAME,
    &names::LITERAL_NAME,
    &mismatched_acronym::MismatchedAcronym,
    &mismatched_quotation_marks::MismatchedQuotationMarks,
    &names::MISSPELT_NAME,
    &mixed_script::MixedScript,
    &name_split_off::NameSplitOff,
    &ordinal_with_full_stop::OrdinalWithFullStop,
    &reworded_repetition::RewordedRepetition,
    &source_language_acronym::SourceLanguageAcronym,
    &names::TRANSCRIBED_NAME,
    &names::TRANSLITERATED_NAME,
    &unpaired_quotation_mark::UnpairedQuotationMark,
    &untranslated_date::UntranslatedDate,
    &untranslated_text::UntranslatedText,
    &wrong_encoding::WrongEncoding,
    &names::WRONG_GENDER_NAME,
];
