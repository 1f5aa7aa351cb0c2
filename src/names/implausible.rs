//! What nobody means, however well the words of a stretch may be explained.

use super::align::Aligned;
use super::channels::{Channel, Why};
use super::found::Found;
use super::gazetteer::Kind;
use super::interpretation::Interpretation;
use super::mention::MentionWord;
use super::nationality::is_nationality;
use super::parts;
use super::place_slot::{is_dateline, is_inside, is_place_slot};
use super::resolve::Resolver;
use super::sound::sound_alike;
use super::weigh::is_derived;
use crate::article::Span;

/// A given name spelt by ear costs at most this much a letter.
const NEAR_GIVEN_NAME: f32 = 0.09;
/// So does a surname behind a given name of another language.
const NEAR_SURNAME: f32 = 0.06;
/// English words up to this size band of SCOWL are common.
const COMMON_ENGLISH: u8 = 35;
/// Words of so many letters, such as articles, say little beside what names a thing.
const LITTLE: usize = 3;

impl Interpretation<'_, '_> {
    /// Whether no writer means the form by the stretch.
    pub(super) fn is_implausible(&self) -> bool {
        self.names_things()
            || self.is_no_damage()
            || self.is_english()
            || self.holds_an_acronym()
            || self.renames_another()
            || self.is_no_place_of_dateline()
            || self.is_a_given_name()
            || self.is_a_saint()
            || self.is_an_honorific()
            || self.has_two_meanings()
            || self.edits_a_name()
            || self.guesses_a_place()
            || self.is_another_at_home()
            || (self.own && self.is_of_another_bearer())
    }

    fn is_glossed(&self, at: usize) -> bool {
        matches!(self.why(at), Why::Gloss(_))
    }

    fn is_person(&self) -> bool {
        self.aligned.form.entry_kind == Kind::Person
    }

    /// Whether the first word is read as a given name.
    fn is_given_name(&self) -> bool {
        self.is_person() && self.aligned.places[0] == 0
    }

    fn is_linked(&self) -> bool {
        self.found.mention.link.is_some()
    }

    /// Whether a translated word is one that things are named with, and says too little of this one.
    fn names_things(&self) -> bool {
        let names_a_thing = |&at: &usize| self.is_glossed(at) && parts::is_generic(self.folded(at));
        let things: Vec<usize> = self.places().filter(names_a_thing).collect();
        let several = self.places().len() > 1;
        // The Carlos Bridge is no Carla Del Ponte.
        let is_no_person = self.is_person() && several && self.places().all(|at| self.is_damaged(at));
        // The University of Chile is what English calls the Universidad de Chile.
        let is_organisation = self.aligned.form.entry_kind == Kind::Organisation;
        // Nor is A Road the A Estrada of Galicia, nor are Rooms the Salé of Morocco.
        let little_else =
            |&thing: &usize| self.places().all(|at| at == thing || self.folded(at).len() <= LITTLE);
        let says_little = (several || !self.is_person()) && things.iter().any(little_else);
        // Nor is the Centre Court of Wimbledon the Centre-Sud of Haiti.
        let lexicon = &self.resolver.names.lexicon;
        let is_english =
            |at: usize| lexicon.english(self.folded(at)).is_some_and(|band| band <= COMMON_ENGLISH);
        let is_plain_english =
            several && self.places().all(is_english) && self.places().any(|at| !self.is_damaged(at));
        says_little || (!things.is_empty() && (is_plain_english || is_organisation || is_no_person))
    }

    /// Whether a word that differs from what was meant is no damaged one.
    fn is_no_damage(&self) -> bool {
        let lexicon = &self.resolver.names.lexicon;
        let is_of_a_place = |found: &str, meant: &str| {
            self.places().len() == 1 && !self.is_person() && is_nationality(found, meant, self.resolver.names)
        };
        let derives = |at: usize| {
            let (found, meant) = (self.folded(at), self.meant(at));
            !self.is_glossed(at) && (is_derived(found, meant) || is_of_a_place(found, meant))
        };
        // Faith is a woman's name too: only of a place, or behind a link, is such a word a translated one.
        let is_given = |at: usize| !lexicon.given_names(self.folded(at)).is_empty();
        let is_name =
            |at: usize| self.is_glossed(at) && self.is_person() && !self.is_linked() && is_given(at);
        // El-Masry is no misspelt Al-Masry.
        let is_particle =
            |at: usize| lexicon.is_particle(self.folded(at)) && lexicon.is_particle(self.meant(at));
        self.places().any(|at| self.is_damaged(at) && derives(at) || is_name(at))
            || self.places().all(|at| !self.is_damaged(at) || is_particle(at))
    }

    /// Whether translated words may be plain English.
    fn is_english(&self) -> bool {
        let Found { mention, first, last, .. } = *self.found;
        // The Tiger Trappers are no El Tigre: English words that go on are no place.
        let goes_on = first > 0 || last + 1 < mention.words.len();
        let is_part = goes_on && self.places().len() > 1 && self.aligned.is_translated() && !self.is_linked();
        // The capital of an article that opens a sentence says nothing: The Grand Prix is no Le Grand.
        // Nor is The Standard, a paper of Nairobi, Der Standard of Vienna.
        let lexicon = &self.resolver.names.lexicon;
        let is_common = |at: usize| {
            lexicon.english(self.folded(at)).is_some_and(|band| band <= COMMON_ENGLISH)
                && !self.is_damaged(at)
        };
        let is_plain = self.folded(0) == "the" && self.places().skip(1).all(is_common);
        let says_nothing = (mention.opens_sentence && first == 0) || is_plain;
        let is_article = says_nothing && self.is_glossed(0) && lexicon.is_particle(self.meant(0));
        is_part || is_article
    }

    /// Whether a word is an acronym, and that of the form is none: UN is no word of La-Un.
    fn holds_an_acronym(&self) -> bool {
        let is_loud = |text: &str| text.chars().all(char::is_uppercase);
        let Aligned { form, places, .. } = self.aligned;
        let is_acronym = |at: usize| {
            !self.is_damaged(at)
                && is_loud(self.resolver.article.slice(self.found.words()[at].span))
                && !is_loud(&form.text_of(places[at], places[at]))
        };
        self.places().len() > 1 && self.places().any(is_acronym)
    }

    /// Whether a given name is read as another one, and the rest does not say that the person was meant.
    fn renames_another(&self) -> bool {
        let renames = |at: usize| {
            matches!(self.why(at), Why::SameGivenName | Why::SameNameOtherGender | Why::OtherGender)
        };
        if !self.is_given_name() {
            return self.places().any(renames);
        }
        // Brothers share a surname: a given name must be near to the one that was meant.
        let is_far = self.places().len() > 1 && self.why(0).distance().per_letter > NEAR_GIVEN_NAME;
        // Bohdan Ivanov has a given name and a surname of his own: he is no Bogdan Ivan.
        let lexicon = &self.resolver.names.lexicon;
        let is_attested = |at: usize| matches!(lexicon.attested(self.folded(at)), Some(1 | 2));
        // Nor is Jovana Arsova a Joan of Arc, nor Joseph Campau a José Campa.
        let is_far_given_name =
            matches!(self.why(0), Why::SameGivenName) && !sound_alike(self.folded(0), self.meant(0));
        let is_of_another = |at: usize| {
            let ending = self.why(at).ending();
            ending.is_some_and(|base| is_far_given_name || base.case.starts_with("possessive"))
        };
        let is_another = |at: usize| {
            self.is_damaged(at)
                && (is_attested(at) || is_of_another(at) || self.why(at).distance().per_letter > NEAR_SURNAME)
        };
        // Pope Franjo is Pope Francis: behind the title stands a given name.
        let is_titled = !self.is_damaged(0) && lexicon.title(self.folded(0)).is_some();
        let given_name = usize::from(is_titled);
        let mut surnames = self.places().skip(given_name + 1);
        is_far || surnames.any(|at| renames(at) || (renames(given_name) && is_another(at)))
    }

    /// Whether it is a saint, and nothing says that the place named after one was meant.
    fn is_a_saint(&self) -> bool {
        let lexicon = &self.resolver.names.lexicon;
        let is_borne = |at: usize| !self.is_damaged(at) && lexicon.is_borne_given_name(self.folded(at));
        let is_saint = self.is_glossed(0)
            && lexicon.title(self.folded(0)).is_some()
            && self.places().len() > 1
            && self.places().skip(1).all(is_borne);
        let (text, span) = (self.resolver.article.text(), self.span());
        is_saint && !is_place_slot(text, span) && !is_inside(text, span)
    }

    /// Whether a mere honorific is read as a given name, and the surname as another: Mr Lungu is no Don Long.
    fn is_an_honorific(&self) -> bool {
        let is_mere = |at: usize| self.resolver.names.lexicon.title(self.folded(at)) == Some("");
        let mut surnames = self.places().skip(1);
        self.is_person() && self.is_glossed(0) && is_mere(0) && surnames.any(|at| self.is_damaged(at))
    }

    /// Whether one word of it stands for two: Tavita Tavita is no Taita-Taveta.
    fn has_two_meanings(&self) -> bool {
        let are_one = |one: usize, other: usize| self.folded(one) == self.folded(other);
        self.places().any(|at| (0..at).any(|one| are_one(one, at) && self.meant(one) != self.meant(at)))
    }

    /// Whether a word that is a name has a letter wrong, and another word is damaged too: Muhamed Salah is no Mohammed Salam.
    fn edits_a_name(&self) -> bool {
        let lexicon = &self.resolver.names.lexicon;
        let is_edited = |at: usize| {
            let folded = self.folded(at);
            let is_frequent = matches!(lexicon.attested(folded), Some(1 | 2));
            matches!(self.why(at), Why::OneEdit) && (is_frequent || lexicon.is_borne_given_name(folded))
        };
        self.places().any(is_edited) && self.places().filter(|&at| self.is_damaged(at)).count() > 1
    }

    /// Whether a word beside an unknown one is a place with a letter for which no rule is: Diab Serriya is not of Syria.
    fn guesses_a_place(&self) -> bool {
        let is_guessed = |why: &Why<'_>| match why {
            Why::Respelt(distance) | Why::BentAndRespelt(_, distance) => !distance.by_rule,
            _ => false,
        };
        self.aligned.form.entry_kind == Kind::Place
            && !self.found.alone
            && self.places().len() == 1
            && self.places().any(|at| is_guessed(self.why(at)))
    }

    /// Whether a surname of those who spell foreign names by ear is read as another of theirs, which they write as it is: Zekovic is
    /// no Đoković.
    fn is_another_at_home(&self) -> bool {
        let Some(last) = self.places().next_back().filter(|_| self.is_person()) else { return false };
        let is_far = match self.why(last) {
            Why::Respelt(distance) | Why::BentAndRespelt(_, distance) => distance.per_letter > NEAR_SURNAME,
            _ => false,
        };
        // Nor is Aleksandar Krunić the Aleksandra of that name.
        let is_brother = matches!(self.why(0), Why::SameNameOtherGender) && !self.is_damaged(last);
        (is_far || is_brother)
            && parts::ends_at_home(self.folded(last))
            && parts::ends_at_home(self.meant(last))
    }

    /// Where the stretch stands.
    fn span(&self) -> Span {
        let Found { mention, first, last, .. } = *self.found;
        mention.span(self.resolver.article.text(), first, last)
    }

    /// Whether a name goes on behind what would be a surname alone: Kejsi Dervishi is no Casey.
    fn is_a_given_name(&self) -> bool {
        let is_surname_alone = self.is_person() && self.places().len() == 1 && self.aligned.form.len() > 1;
        is_surname_alone && self.goes_on_as_name()
    }

    /// Whether a word of a name follows, and no English.
    fn goes_on_as_name(&self) -> bool {
        let names = self.resolver.names;
        self.found.behind(self.resolver.article.text()).is_some_and(|MentionWord { folded, .. }| {
            names.lexicon.english(folded).is_none() && names.has_word(folded)
        })
    }

    /// Whether it says from where a report comes, and the form is no place.
    fn is_no_place_of_dateline(&self) -> bool {
        self.aligned.form.entry_kind != Kind::Place && is_dateline(self.resolver.article.text(), self.span())
    }

    /// Whether a word of the article is hardly another one of it: translated or renamed, bent where its name goes on, or the
    /// surname of somebody else.
    fn is_of_another_bearer(&self) -> bool {
        let lexicon = &self.resolver.names.lexicon;
        let follows_particle = || self.found.before().is_some_and(|word| lexicon.is_particle(&word.folded));
        // Gjorgji Gjorgjiev has a surname that is made of a given name.
        let is_made_of_given_name = || {
            let is_possessive = self.why(0).ending().is_some_and(|base| base.case.starts_with("possessive"));
            is_possessive && lexicon.is_borne_given_name(self.meant(0)) && self.found.before().is_some()
        };
        // Albanian says Vlorë and Vlora, and English either; -e alone may be Serbian.
        let is_indefinite = || {
            let text = self.resolver.article.slice(self.found.words()[0].span);
            text.ends_with('ë') && self.why(0).ending().is_some_and(|base| base.case == "indefinite")
        };
        self.aligned.channel() > Some(Channel::Transcription)
            || is_made_of_given_name()
            || is_indefinite()
            || (self.why(0).ending().is_some() && (self.goes_on_as_name() || follows_particle()))
            || are_two_people(self.resolver, self.folded(0), self.meant(0))
            || are_two_namesakes(self.resolver, self.folded(0), self.meant(0))
    }
}

/// Whether two words of the article are surnames of people with other given names: Saško Markovski is no Igor Markovsky. What is
/// no given name in any list is one if it is known as a name, and tells them apart when it begins with another letter: Ovid
/// Ramnarain is no Yadram Ramnarine.
fn are_two_people(resolver: &Resolver<'_>, found: &str, original: &str) -> bool {
    let lexicon = &resolver.names.lexicon;
    let is_listed = |word: &str| lexicon.is_borne_given_name(word);
    let may_be_given = |word: &str| lexicon.title(word).is_none() && lexicon.english(word).is_none();
    let is_name = |word: &str| resolver.names.has_word(word);
    let leaders = |surname: &str| resolver.own.leaders(surname).iter().copied();
    let found: Vec<&str> =
        leaders(found).filter(|word| is_listed(word) || (may_be_given(word) && is_name(word))).collect();
    let original: Vec<&str> =
        leaders(original).filter(|word| is_listed(word) || may_be_given(word)).collect();
    let classes = |given: &str| {
        lexicon.given_names(given).into_iter().map(|name| name.class).filter(|class| !class.is_empty())
    };
    are_all_others(&found, &original, |one, other| {
        sound_like_one(one, other)
            || classes(one).any(|class| classes(other).any(|known| known == class))
            || !(is_listed(one) && is_listed(other)) && one.bytes().next() == other.bytes().next()
    })
}

/// Whether two words of the article are given names of people with other surnames: Jaylin Williams is no Jaylen Brown. A broken
/// surname begins as it should more often than not.
fn are_two_namesakes(resolver: &Resolver<'_>, found: &str, original: &str) -> bool {
    let [found, original] = [found, original].map(|given_name| resolver.own.followers(given_name));
    are_all_others(found, original, |one, other| {
        one.bytes().next() == other.bytes().next() || sound_like_one(one, other)
    })
}

/// Whether there are words in both lists, and none of one may be one of the other.
fn are_all_others(found: &[&str], original: &[&str], may_be_one: impl Fn(&str, &str) -> bool) -> bool {
    !found.is_empty()
        && !original.is_empty()
        && !found.iter().any(|one| original.iter().any(|other| may_be_one(one, other)))
}

fn sound_like_one(one: &str, other: &str) -> bool {
    sound_alike(one, other) || sound_alike(other, one)
}
