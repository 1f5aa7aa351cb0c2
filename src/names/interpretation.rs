//! A stretch of a mention read as a form, word by word, and what speaks for it.

use super::align::{Aligned, suggestion};
use super::candidate::{Best, Candidate};
use super::channels::{Channel, Why};
use super::evidence::Feature;
use super::fold;
use super::found::Found;
use super::gazetteer::Kind;
use super::index::Index;
use super::mention::MentionWord;
use super::own_romanisation::Romanisation;
use super::resolve::Resolver;
use super::weigh::Weigher;

/// A stretch understood as a form.
pub(super) struct Interpretation<'a, 'x> {
    pub(super) resolver: &'x Resolver<'a>,
    pub(super) found: &'x Found<'x>,
    pub(super) index: &'x Index,
    pub(super) aligned: Aligned<'x>,
    /// Whether the form is a word of the article itself.
    pub(super) own: bool,
    /// Whether what papers might write so is doubted too.
    pub(super) in_doubt: bool,
}

/// What an alias costs: of equal evidence the name is likelier.
const ALIAS: f32 = 0.001;
/// A word in so many names of places says little of any.
const MANY_TOWNS: usize = 10;

impl<'a, 'x> Interpretation<'a, 'x> {
    pub(super) fn folded(&self, at: usize) -> &'x str {
        &self.found.words()[at].folded
    }

    /// The folded word that was meant.
    pub(super) fn meant(&self, at: usize) -> &'x str {
        self.index.word_text(self.aligned.form.word(self.aligned.places[at]))
    }

    pub(super) fn why(&self, at: usize) -> &'x Why<'x> {
        self.aligned.whys[at]
    }

    pub(super) fn is_damaged(&self, at: usize) -> bool {
        self.why(at).channel().is_some()
    }

    /// The words of the stretch, by their places in it.
    pub(super) fn places(&self) -> std::ops::Range<usize> {
        0..self.aligned.places.len()
    }

    /// What the words say, if that may do. Of a stretch of one word it is the same for all forms of a kind in which nothing stands
    /// before the word, and for all others of the kind.
    pub(super) fn weigh_words(&self, best: &Best) -> Option<Weigher<'a, 'x>> {
        let Self { resolver, found, index, ref aligned, own, .. } = *self;
        let Aligned { form, places, whys } = *aligned;
        let channel = aligned.channel()?;
        let mut weigher = Weigher::new(resolver, found, (!own).then_some(form.entry_kind));
        if own {
            weigher.own_name(self.folded(0), self.meant(0), whys[0].ending().is_some())?;
        }
        weigher.index(index);
        let whole = places.contains(&0) && (places.len() > 1 || form.len() == 1);
        weigher.add_if(places.len() > 1 && whole, Feature::FullName);
        weigher.add_if(!whole, Feature::SurnameAlone);
        let is_edited = whys.iter().any(|why| matches!(why, Why::OneEdit));
        for (at, (why, &place)) in whys.iter().zip(places).enumerate() {
            if why.channel().is_none() {
                if !found.is_title(at) && !found.is_number(at) {
                    let bearers = index.use_count(form.word(place));
                    // A letter off is what another town of the same Hoa is.
                    if !is_edited || form.entry_kind != Kind::Place || bearers < MANY_TOWNS {
                        weigher.companion(at, place + 1 == form.len(), bearers);
                    }
                }
            } else {
                weigher.damaged_word(at, why);
            }
        }
        weigher.damage(channel, whole);
        weigher.what_was_meant(self.places().map(|at| self.meant(at)));
        (weigher.may_do(best) && !self.is_implausible()).then_some(weigher)
    }

    /// The candidate, whose words are weighed already.
    pub(super) fn weigh_entry(&self, mut weigher: Weigher<'a, 'x>, best: &mut Best) -> Option<Candidate> {
        let Self { resolver, found, index, ref aligned, own, .. } = *self;
        let Aligned { form, places, whys } = *aligned;
        let words = found.words();
        let mut is_alias = false;
        if !own {
            let entry = index.entry(form.entry);
            is_alias = !entry.is_name(form);
            weigher.entry(entry);
            self.places()
                .filter(|&at| !self.is_damaged(at) && found.is_title(at))
                .for_each(|at| weigher.title(at));
        }
        let by_ear = |at: usize| whys[at].channel().is_some_and(|channel| channel <= Channel::Transcription);
        let acronym = |at: usize| {
            let in_capitals = resolver.article.slice(words[at].span).chars().take(2).all(char::is_uppercase);
            by_ear(at) && !in_capitals && is_acronym(&form.text_of(places[at], places[at]))
        };
        weigher.add_if(self.places().any(acronym), Feature::Acronym);
        weigher.dearer(if is_alias { ALIAS } else { 0.0 });
        if !weigher.may_do(best) {
            return None;
        }
        weigher.surroundings();
        if !weigher.is_promising() {
            return None;
        }
        let is_spelt_out = |((word, why), &place): ((&MentionWord, &&Why<'_>), &usize)| {
            why.channel().is_none() || fold::is_spelt_out(&word.folded, &form.text_of(place, place))
        };
        if words.iter().zip(whys).zip(places).all(is_spelt_out) {
            best.is_known = true;
            return None;
        }
        let romanisation = if own { None } else { Romanisation::of(self) };
        if romanisation == Some(Romanisation::OfPapers) && !self.in_doubt {
            // A surname alone may be somebody else's, broken: Farazh is no Faraj, but Farage. Nor is Nyu York the village Niu-York.
            best.is_known = words.len() > 1 && !index.entry(form.entry).is_a("village");
            return None;
        }
        let suggestion = suggestion(form, places);
        // Puerto Rico, which means Rich Port: the text itself translates the name.
        let sentence = found.mention.sentence;
        if aligned.is_translated()
            && resolver.article.text()[sentence.start..sentence.end].contains(&suggestion)
        {
            return None;
        }
        if !weigher.is_among(best, &suggestion) {
            return None;
        }
        let accounts = words.iter().zip(whys).zip(places).filter_map(|((word, why), &place)| {
            let found = resolver.article.slice(word.span);
            why.account(found, &form.text_of(place, place), &resolver.names.lexicon)
        });
        let (channels, reasons): (Vec<Channel>, _) = accounts.unzip();
        weigher.add_if(channels.contains(&Channel::Transliteration), Feature::Romanised);
        let channel = channels.into_iter().max()?;
        let may_be_romanised = romanisation.is_some();
        Some(Candidate { is_alias, may_be_romanised, ..weigher.candidate(suggestion, channel, reasons) })
    }
}

/// Whether a word is written in capitals alone: it is spelt out when read, so that few write it by ear.
fn is_acronym(word: &str) -> bool {
    word.chars().nth(2).is_some() && !word.chars().any(char::is_lowercase)
}
