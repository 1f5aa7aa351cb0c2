//! How the news says who said something: ", he said", ", said the minister". Read as it stands: to compile this as an expression
//! takes longer than to check an article.

use regex_syntax::is_word_character;

use crate::word_list::{WordList, word_list};

/// Verbs of saying.
pub(crate) static VERBS: WordList = word_list!("attribution-verbs");

/// Whether a clause of a text names its speaker.
pub(crate) fn is_attributed(text: &str) -> bool {
    text.split(", ").skip(1).any(|clause| {
        let clause = clause.split(',').next().unwrap_or_default();
        VERBS.iter().any(|verb| {
            let behind = clause.strip_prefix(verb).and_then(|behind| behind.strip_prefix(' '));
            behind.is_some_and(begins_with_speaker) || begins_with_speaker_saying(clause, verb)
        })
    })
}

/// Whether a clause begins with a speaker and this verb.
fn begins_with_speaker_saying(clause: &str, verb: &str) -> bool {
    clause.match_indices(verb).any(|(at, _)| {
        let speaker = clause[..at].strip_suffix(' ');
        speaker.is_some_and(is_speaker) && !clause[at + verb.len()..].starts_with(is_word_character)
    })
}

/// Whether a text is a pronoun, a role, or a name of up to four words.
fn is_speaker(text: &str) -> bool {
    if PRONOUNS.contains(&text)
        || text.strip_prefix("the ").is_some_and(|role| begins_as_role(role) == role.len())
    {
        return true;
    }
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains('.');
    is_name(first)
        && first.chars().nth(1).is_some()
        && !first.contains(['\'', '’'])
        && words.clone().count() < 4
        && words.all(is_name)
}

/// Whether a text begins with a speaker.
fn begins_with_speaker(text: &str) -> bool {
    let word = &text[..text.find(|c| !is_word_character(c)).unwrap_or(text.len())];
    if PRONOUNS.contains(&word) {
        return true;
    }
    let ends_word =
        |at: usize| text[..at].ends_with(is_word_character) != text[at..].starts_with(is_word_character);
    if let Some(role) = text.strip_prefix("the ") {
        let role = begins_as_role(role);
        return (SHORTEST_ROLE..=role).any(|length| ends_word("the ".len() + length));
    }
    let mut letters = text.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
    let end = text.find([' ', ',', '.', '\'', '’']).unwrap_or(text.len());
    text.starts_with(char::is_uppercase) && letters.any(|at| at <= end && ends_word(at))
}

/// How many bytes at the beginning of a text may be those of a role; 0 when there are too few.
fn begins_as_role(text: &str) -> usize {
    let length =
        text.bytes().take(LONGEST_ROLE).take_while(|byte| matches!(byte, b'a'..=b'z' | b' ')).count();
    if length < SHORTEST_ROLE { 0 } else { length }
}

const PRONOUNS: [&str; 3] = ["he", "she", "they"];
/// The letters and spaces of a role.
const SHORTEST_ROLE: usize = 2;
const LONGEST_ROLE: usize = 40;

#[cfg(test)]
mod tests {
    use super::is_attributed;

    #[test]
    fn a_clause_names_its_speaker() {
        for attributed in [
            "We agree, he said.",
            "We agree, said the minister of finance.",
            "We agree, Marko Petrović Njegoš said, and left.",
            "Yes, we do, pointed out Žana.",
            "We agree, the head of the office stressed",
        ] {
            assert!(is_attributed(attributed), "{attributed}");
        }
        for not in [
            "We agree.",
            "We agree, he saids.",
            "We agree, said it.",
            "He said that we agree",
            "We agree, A said",
            "We agree, a man said",
            "We agree, the Minister said",
            "We agree, said thee",
        ] {
            assert!(!is_attributed(not), "{not}");
        }
    }
}
