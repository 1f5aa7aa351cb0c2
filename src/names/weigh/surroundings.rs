//! The evidence of what stands around a mention, and elsewhere in the article.

use unicode_segmentation::UnicodeSegmentation;

use super::Weigher;
use crate::article::{Quotations, Span};
use crate::names::context::{beside, holds};
use crate::names::evidence::Feature;
use crate::names::fold;
use crate::names::gazetteer::Kind;
use crate::names::index::EntryRef;
use crate::names::place_slot::is_place_slot;
use crate::word_list::{WordList, word_list};

impl Weigher<'_, '_> {
    /// The most bits that the evidence comes to when all that stands around the mention speaks for the candidate.
    pub(in crate::names) fn most_bits(&self) -> f64 {
        let weights = &self.names().weights;
        self.evidence.bits()
            + SURROUNDINGS.iter().map(|&feature| weights.of(feature).max(0.0)).sum::<f64>()
            + 1e-6
    }

    /// Adds what stands around the mention, and elsewhere in the article: some of [`SURROUNDINGS`].
    pub(in crate::names) fn surroundings(&mut self, suggestion: &str) {
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
        let text = self.resolver.article.text();
        let next = text[span.end..].strip_prefix('-');
        let hyphenated = text[..span.start].ends_with('-')
            || next.is_some_and(|next| next.starts_with(char::is_uppercase));
        self.add_if(hyphenated, Feature::PartOfHyphenated);
        let quoted = *self.found.short_quotation.get_or_init(|| self.is_in_short_quotation(span));
        self.add_if(quoted, Feature::ShortQuotation);
        let own = &self.resolver.own;
        let is_found = |word: &String| self.found.words().iter().any(|found| found.folded == *word);
        let mut meant = fold::fold_words(suggestion).filter(|word| !is_found(word)).peekable();
        if meant.peek().is_some() && meant.all(|word| own.count(&word) > 0) {
            self.once(Feature::RightFormInArticle);
        }
        let Some(entry) = self.entry else { return };
        let follows = if entry.kind == Kind::Person { Feature::OtherGivenName } else { Feature::PersonSlot };
        self.add_if(self.follows_other_given_name(&entry), follows);
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
            let is_place_slot = || *self.found.place_slot.get_or_init(|| is_place_slot(text, span));
            self.add_if(entry.kind == Kind::Place && is_place_slot(), Feature::PlaceSlot);
        }
        let in_article = !country_near && context.names_country(entry.country);
        self.add_if(in_article, Feature::CountryInArticle);
        let is_a = |kind: &str| entry.titles().any(|title| title == kind);
        let well_known = is_a("country") || is_a("capital");
        self.add_if(entry.in_office() || well_known, Feature::Prominent);
        let large = well_known || is_a("city") || entry.titles().count() > 1;
        self.add_if(!large && (is_a("town") || is_a("district")), Feature::Town);
        self.add_if(!large && is_a("village"), Feature::Village);
    }

    /// Whether a given name that the entry has not stands before the stretch, or before its word elsewhere in the article: it is
    /// the surname of somebody else.
    fn follows_other_given_name(&self, entry: &EntryRef<'_>) -> bool {
        let lexicon = &self.names().lexicon;
        let before = self.found.first.checked_sub(1).map(|at| self.found.mention.words[at].folded.as_str());
        let before = before.filter(|before| lexicon.is_borne_given_name(before));
        let elsewhere = self.resolver.own.bearers(&self.found.words()[0].folded, lexicon);
        let bearers = before.as_ref().map_or(elsewhere, std::slice::from_ref);
        if bearers.is_empty() || entry.kind != Kind::Person {
            return !bearers.is_empty();
        }
        let name = entry.name();
        name.contains(' ') && fold::fold_words(&name).all(|word| !bearers.contains(&word.as_str()))
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

    /// Whether the stretch stands in quotation marks with few other words: a title, or a word that is spoken of.
    fn is_in_short_quotation(&self, span: Span) -> bool {
        let article = self.resolver.article;
        let quotations = Quotations::of(article.text(), self.found.mention.sentence);
        let is_short = |quoted: Span| article.slice(quoted).split_whitespace().count() <= MOST_QUOTED;
        quotations.around(span).any(is_short)
    }

    /// Whether a word beside it is neither English nor a name: *Treći čovek* is a title, quoted as it is.
    fn is_in_foreign_phrase(&self, span: Span) -> bool {
        let text = self.resolver.article.text();
        let (before, after) = beside(text, span);
        let before = before.strip_suffix(' ').and_then(|text| text.unicode_words().next_back());
        let after = after.strip_prefix(' ').and_then(|text| text.unicode_words().next());
        [before, after].into_iter().flatten().any(|word| {
            let lexicon = &self.names().lexicon;
            let is_small = word.chars().all(char::is_lowercase) && !LEFT_BEHIND.contains(word);
            is_small && lexicon.english(&fold::fold(word)).is_none() && !lexicon.is_particle(word)
        })
    }
}

/// A quotation of more words is speech.
const MOST_QUOTED: usize = 4;

/// What may stand around a mention.
const SURROUNDINGS: &[Feature] = &[
    Feature::SentenceStart,
    Feature::Headline,
    Feature::QuotedOnPurpose,
    Feature::ForeignPhrase,
    Feature::OtherGivenName,
    Feature::PersonSlot,
    Feature::PartOfHyphenated,
    Feature::ShortQuotation,
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

/// Prepositions that an engine leaves where it stumbles over a name.
static LEFT_BEHIND: WordList = word_list!("left-behind");
