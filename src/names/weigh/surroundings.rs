//! The evidence of what stands around a mention, and elsewhere in the article.

use unicode_segmentation::UnicodeSegmentation;

use super::Weigher;
use crate::article::{Quotations, Span};
use crate::names::context::{beside, holds};
use crate::names::evidence::Feature;
use crate::names::fold;
use crate::names::found::Found;
use crate::names::gazetteer::Kind;
use crate::names::index::EntryRef;
use crate::names::mention::{Mention, MentionWord};
use crate::names::person_slot::is_person_slot;
use crate::names::place_slot::is_place_slot;
use crate::names::resolve::Resolver;
use crate::word_list::{WordList, word_list};

/// What stands around a stretch, and elsewhere in the article, whatever was meant by it: asked once.
pub(in crate::names) struct Around {
    /// What it says of any candidate.
    says: Vec<Feature>,
    /// The titles near it that are offices or trades, each with its role.
    roles: Vec<(Span, String)>,
    /// The countries near it.
    countries: Vec<String>,
    /// The given name before it, or those before its word elsewhere.
    given_names: Vec<String>,
    /// Whether the words beside it are such as stand beside a place.
    is_place_slot: bool,
    /// Whether the words beside it are such as stand beside a word of a person's name.
    is_person_slot: bool,
    /// Whether a word beside it belongs to a name that English leaves as it is.
    in_local_name: bool,
    /// The most bits that it can add to a candidate.
    most_bits: f64,
}

impl Around {
    fn of(resolver: &Resolver<'_>, found: &Found<'_>) -> Self {
        let Resolver { names, context, own, .. } = *resolver;
        let (mention, text) = (found.mention, resolver.article.text());
        let words = found.words();
        let span = Span::new(words[0].span.start, words[words.len() - 1].span.end);
        let next = text[span.end..].strip_prefix('-');
        let is_hyphenated = text[..span.start].ends_with('-')
            || next.is_some_and(|next| next.starts_with(char::is_uppercase));
        let says: Vec<Feature> = [
            (mention.opens_sentence && found.first == 0 && words.len() == 1, Feature::SentenceStart),
            (mention.in_headline, Feature::Headline),
            (is_quoted_on_purpose(resolver, mention, span), Feature::QuotedOnPurpose),
            (is_in_foreign_phrase(resolver, span), Feature::ForeignPhrase),
            (is_hyphenated, Feature::PartOfHyphenated),
            (is_in_short_quotation(resolver, mention, span), Feature::ShortQuotation),
        ]
        .into_iter()
        .filter_map(|(is_so, feature)| is_so.then_some(feature))
        .collect();
        let titles = context.titles_near(span, mention.sentence).filter(|title| !title.role.is_empty());
        let roles: Vec<_> = titles.map(|title| (title.span, title.role.clone())).collect();
        let countries: Vec<_> =
            context.countries_near(span, mention.sentence).map(|named| named.country.clone()).collect();
        let before = found.before().map(|word| word.folded.as_str());
        let before = before.filter(|before| names.lexicon.is_borne_given_name(before));
        let elsewhere = || own.bearers(&words[0].folded, &names.lexicon);
        let given_names = before.map_or_else(elsewhere, |before| vec![before]);
        let given_names: Vec<String> = given_names.into_iter().map(String::from).collect();
        let is_place_slot = is_place_slot(text, span);
        let is_person_slot = is_person_slot(resolver, found);
        let in_local_name = is_in_local_name(resolver, found);
        // The rest of what is asked speaks against: a fit keeps the sign.
        let for_it = [
            (!roles.is_empty(), Feature::Role),
            (!roles.is_empty(), Feature::RoleAndCountry),
            (!countries.is_empty(), Feature::CountryNear),
            (context.names_countries(), Feature::CountryInArticle),
            (is_place_slot, Feature::PlaceSlot),
        ];
        let possible = for_it.into_iter().filter_map(|(is_possible, feature)| is_possible.then_some(feature));
        let weight = |feature: Feature| names.weights.of(feature);
        let most_bits = says.iter().copied().map(weight).sum::<f64>()
            + possible.map(|feature| weight(feature).max(0.0)).sum::<f64>();
        Self { says, roles, countries, given_names, is_place_slot, is_person_slot, in_local_name, most_bits }
    }
}

impl<'b> Weigher<'_, 'b> {
    fn around(&self) -> &'b Around {
        self.found.around.get_or_init(|| Around::of(self.resolver, self.found))
    }

    /// The most bits that the evidence comes to when all that stands around the stretch speaks for the candidate.
    pub(in crate::names) fn most_bits(&self) -> f64 {
        self.evidence.bits() + self.around().most_bits + 1e-6
    }

    /// Adds what stands around the stretch.
    pub(in crate::names) fn surroundings(&mut self) {
        let around = self.around();
        for &feature in &around.says {
            self.add(feature);
        }
        let Some(entry) = self.entry else { return };
        let is_person = entry.kind == Kind::Person;
        let follows = if is_person { Feature::OtherGivenName } else { Feature::PersonSlot };
        let in_person_slot = entry.kind == Kind::Place && around.is_person_slot;
        self.add_if(in_person_slot || follows_other(&around.given_names, &entry), follows);
        let context = self.resolver.context;
        let country_near =
            !entry.country.is_empty() && around.countries.iter().any(|near| near == entry.country);
        if is_person {
            let lexicon = &self.resolver.names.lexicon;
            let office = around.roles.iter().find(|(_, role)| holds(&entry, role, lexicon));
            self.office = office.map(|(span, _)| *span);
            let held = self.office.is_some();
            match (held, country_near) {
                (true, true) => self.add(Feature::RoleAndCountry),
                (true, false) => self.add(Feature::Role),
                (false, _) => {
                    self.add_if(!around.roles.is_empty() && !entry.roles.is_empty(), Feature::OtherRole);
                }
            }
            self.add_if(!held && country_near, Feature::CountryNear);
        } else {
            self.add_if(country_near, Feature::CountryNear);
            self.add_if(entry.kind == Kind::Place && around.is_place_slot, Feature::PlaceSlot);
            self.add_if(around.in_local_name, Feature::LocalName);
        }
        let in_article = !country_near && context.names_country(entry.country);
        self.add_if(in_article, Feature::CountryInArticle);
        let elsewhere = !is_person && !country_near && !in_article && !entry.country.is_empty();
        self.add_if(elsewhere && context.names_countries(), Feature::OtherCountry);
    }
}

/// Whether given names that stand before a surname, if any, are none that the entry has: it is the surname of somebody else.
fn follows_other(given_names: &[String], entry: &EntryRef<'_>) -> bool {
    if given_names.is_empty() || entry.kind != Kind::Person {
        return !given_names.is_empty();
    }
    let name = entry.name();
    name.contains(' ') && fold::fold_words(&name).all(|word| !given_names.contains(&word))
}

/// Whether the text itself says that the stretch is another language's, "(Spanish: República Dominicana)", or another one's name.
fn is_quoted_on_purpose(resolver: &Resolver<'_>, mention: &Mention, span: Span) -> bool {
    let sentence = mention.sentence.start;
    let before = &resolver.article.text()[sentence..span.start];
    let bracket = before.rfind('(').filter(|&bracket| !before[bracket..].contains(')'));
    let label =
        bracket.map_or(before.trim_end_matches(['“', '"', '‘', '*', ' ']), |bracket| &before[bracket..]);
    is_named_in_language(resolver, before)
        || before.unicode_words().next_back().is_some_and(|word| WORDS_OF_SPELLING.contains(word))
        || before.unicode_words().any(|word| WORDS_OF_NAMESAKES.contains(word))
        || label.match_indices(':').any(|(colon, _)| {
            let ends = bracket.is_some() || colon + 1 == label.len();
            let language = label[..colon].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            ends && resolver.names.lexicon.demonym(&fold::fold(language)).is_some()
        })
}

/// Whether a text goes on with what something is called in a language: "In Greenlandic we call the land".
fn is_named_in_language(resolver: &Resolver<'_>, before: &str) -> bool {
    let words: Vec<&str> = before.unicode_words().collect();
    let is_language = |word: &str| resolver.names.lexicon.demonym(&fold::fold(word)).is_some();
    // "In Serbian elections Vučić called" names somebody who calls.
    let calls = |behind: &[&str]| {
        let calling = behind.iter().position(|word| WORDS_OF_CALLING.contains(*word));
        calling.is_some_and(|at| {
            at <= MOST_BEFORE_CALLING && behind[..at].iter().all(|word| !word.starts_with(char::is_uppercase))
        })
    };
    words.windows(2).enumerate().any(|(at, pair)| {
        pair[0].eq_ignore_ascii_case("in") && is_language(pair[1]) && calls(&words[at + 2..])
    })
}

/// Between a language and a word of calling stand at most so many: "in Greenlandic it is called".
const MOST_BEFORE_CALLING: usize = 2;

/// Words behind which a name is given.
static WORDS_OF_CALLING: WordList = word_list!("words-of-calling");

/// Words behind which a name is not the one that it is like.
static WORDS_OF_NAMESAKES: WordList = word_list!("words-of-namesakes");

/// Words right behind which a name stands as others have it: "which Italians call Saseno".
static WORDS_OF_SPELLING: WordList = word_list!("words-of-spelling");

/// Whether the stretch stands in quotation marks with few other words, or with none that has no capital: a title, or a word that
/// is spoken of.
fn is_in_short_quotation(resolver: &Resolver<'_>, mention: &Mention, span: Span) -> bool {
    let article = resolver.article;
    let quotations = Quotations::of(article.text(), mention.sentence);
    let is_title = |word: &str| {
        let is_long = word.chars().nth(LITTLE).is_some();
        !is_long || word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
    };
    let is_it = |quoted: Span| {
        let mut words = article.slice(quoted).split_whitespace();
        words.clone().count() <= MOST_QUOTED || words.all(is_title)
    };
    quotations.around(span).any(is_it)
}

/// Whether a word beside it is neither English nor a name: *Treći čovek* is a title, quoted as it is.
fn is_in_foreign_phrase(resolver: &Resolver<'_>, span: Span) -> bool {
    let text = resolver.article.text();
    let (before, after) = beside(text, span);
    let before = before.strip_suffix(' ').and_then(|text| text.unicode_words().next_back());
    let after = after.strip_prefix(' ').and_then(|text| text.unicode_words().next());
    [before, after].into_iter().flatten().any(|word| {
        let lexicon = &resolver.names.lexicon;
        let is_small = word.chars().all(char::is_lowercase) && !LEFT_BEHIND.contains(word);
        is_small && lexicon.english(&fold::fold(word)).is_none() && !lexicon.is_particle(word)
    })
}

/// Whether the capitalised word before it is of a name that an owner or another language gave, and that English leaves as it is:
/// *Hotel Mediteran*, *Trg Evrope*; or the one behind it is a name, *Majske Poljane*.
fn is_in_local_name(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    is_before_name(resolver, found) || is_behind_local_word(resolver, found)
}

fn is_before_name(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    let lexicon = &resolver.names.lexicon;
    found.behind(resolver.article.text()).is_some_and(|MentionWord { folded, .. }| {
        lexicon.english(folded).is_none()
            && !lexicon.is_borne_given_name(folded)
            && (resolver.is_accepted(folded) || resolver.names.is_word_of_a_name(folded))
    })
}

fn is_behind_local_word(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    // Behind a particle it belongs to what stands before that, Anouska De Georgiou, or to the title of something: Il Lombardia.
    let is_particle = |word: &&MentionWord| resolver.names.lexicon.is_particle(&word.folded);
    let Some(before) = found.words_before().find(|word| !is_particle(word)) else {
        return found.before().is_some();
    };
    let gap = resolver.article.slice(Span::new(before.span.end, found.words()[0].span.start));
    let is_unknown = || {
        let word = resolver.word(&before.folded);
        let feature = word.standing(resolver).feature;
        let is_unknown = feature == Feature::Unattested || (gap != " " && feature == Feature::AttestedRare);
        is_unknown && !resolver.is_accepted(&before.folded)
    };
    gap.chars().all(|c| c.is_alphabetic() || c == ' ')
        && (VENUES.contains(before.folded.as_str()) || is_unknown())
}

/// What stands before a name that an owner chose.
static VENUES: WordList = word_list!("venues");

/// A word of so many letters may be small in a title.
const LITTLE: usize = 3;
/// A quotation of more words is speech, unless each has a capital.
const MOST_QUOTED: usize = 4;

/// Prepositions that an engine leaves where it stumbles over a name.
static LEFT_BEHIND: WordList = word_list!("left-behind");
