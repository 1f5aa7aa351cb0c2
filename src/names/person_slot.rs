//! Where a sentence speaks of a person, whatever the word is that stands there: "*Namir* Alyasry", "his niece *Talin*".

use super::context::beside;
use super::found::Found;
use super::mention::MentionWord;
use super::resolve::Resolver;
use crate::word_list::{WordList, word_list};

/// Whether the words right beside a word say that it belongs to the name of a person.
pub(super) fn is_person_slot(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    let [word] = found.words() else { return false };
    let lexicon = &resolver.names.lexicon;
    let is_surname = |word: &MentionWord| lexicon.english(&word.folded).is_none();
    // The miller is one too, behind a given name: *Dzhudit* Miller.
    let is_frequent = |word: &MentionWord| lexicon.attested(&word.folded) == Some(1);
    let is_given_name = || !lexicon.given_names(&word.folded).is_empty();
    // Pedro Di *Spagna*, Zhang *Kejian*.
    let goes_on = |before: &MentionWord| {
        lexicon.is_particle(&before.folded) && found.words_before().nth(1).is_some()
            || is_frequent(before) && is_surname(before)
    };
    let text = resolver.article.text();
    let mut titles = resolver.context.titles_near(word.span, found.mention.sentence);
    let is_addressed = titles.any(|title| title.role.is_empty() && title.span.end + 1 == word.span.start);
    is_addressed
        || found
            .behind(text)
            .is_some_and(|behind| is_surname(behind) || is_frequent(behind) && is_given_name())
        || found.before().is_some_and(goes_on)
        || follows_kin(beside(text, word.span).0)
        || is_before_age(resolver, found)
}

/// Whether an age stands behind the mention of which the word is not the last one: *Cile* Steward, 8, was missing.
fn is_before_age(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    let words = &found.mention.words;
    let Some(last) = words.last().filter(|_| found.last + 1 < words.len()) else { return false };
    let behind = resolver.article.text()[last.span.end..].strip_prefix(", ");
    let (age, rest) = behind.map_or(("", ""), |text| text.split_at(digits(text)));
    (1..=2).contains(&age.len()) && rest.starts_with([',', '.', ')'])
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether a text ends in a word for one of a family, with a space or a comma behind it.
fn follows_kin(text: &str) -> bool {
    let before = text.strip_suffix(", ").or_else(|| text.strip_suffix(' ')).unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or_default();
    KIN.contains(word)
}

/// Who is called by a given name.
static KIN: WordList = word_list!("kin");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_called_by_a_given_name() {
        for before in ["his late wife, ", "It taught her niece ", "and his half-brother "] {
            assert!(follows_kin(before), "{before}");
        }
        for before in ["his late wife in ", "the housewife ", "wife", "", "His sister is "] {
            assert!(!follows_kin(before), "{before}");
        }
    }
}
