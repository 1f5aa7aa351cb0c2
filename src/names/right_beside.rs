//! A text that gives the right name right beside another form of it speaks of both on purpose: *Genoa (Genova in Italian)*,
//! *al-Jolani, also written al-Julani*; and nobody joins a name with itself: *Ahkuoi and Akuoi*, *Poreč is Parenzo*.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold;
use crate::article::Span;
use crate::word_list::{WordList, word_list};

/// The right name stands at most so many bytes away.
const NEAR: usize = 48;

/// Words between two forms of a name.
static OTHER_FORMS: WordList = word_list!("words-of-other-forms");

/// Words that join two names, or say that one is the other.
static JOINING: WordList = word_list!("joining-words");

/// Whether a name stands whole in a sentence right beside a stretch of it, with nothing between that has a capital.
pub(super) fn stands_beside(text: &str, sentence: Span, span: Span, name: &str) -> bool {
    let (before, behind) = (&text[sentence.start..span.start], &text[span.end..sentence.end]);
    let words = |gap: &str| gap.split(|c: char| !c.is_alphabetic()).any(|word| OTHER_FORMS.contains(word));
    let joins = |gap: &str| {
        let mut words = gap.unicode_words().peekable();
        words.peek().is_some() && words.all(|word| JOINING.contains(word))
    };
    let is_gap = |gap: &str| {
        gap.len() <= NEAR
            && (gap == " " || gap.contains('(') || words(gap) || joins(gap))
            && !gap.contains(char::is_uppercase)
            && !gap.starts_with(char::is_alphanumeric)
            && !gap.ends_with(char::is_alphanumeric)
    };
    let is_before = before
        .rsplit_once(name)
        .is_some_and(|(rest, gap)| is_gap(gap) && !rest.ends_with(char::is_alphanumeric));
    let is_behind = behind
        .split_once(name)
        .is_some_and(|(gap, rest)| is_gap(gap) && !rest.starts_with(char::is_alphanumeric));
    fold(name) != fold(&text[span.start..span.end]) && (is_before || is_behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_beside(text: &str, found: &str, name: &str) -> bool {
        let start = text.find(found).expect("it stands there");
        stands_beside(text, Span::new(0, text.len()), Span::new(start, start + found.len()), name)
    }

    #[test]
    fn a_name_beside_its_other_form() {
        assert!(is_beside("From Genoa (Genova in Italian) we went.", "Genova", "Genoa"));
        assert!(is_beside(
            "Abu al-Jolani - written by others as al-Julani - spoke.",
            "al-Julani",
            "al-Jolani"
        ));
        assert!(is_beside("In Icheon, not to be confused with Incheon.", "Icheon", "Incheon"));
        assert!(!is_beside("Tramp said that Mr Trump is right.", "Tramp", "Trump"));
        assert!(is_beside("In Istria they know Poreč Parenzo as well.", "Parenzo", "Poreč"));
        assert!(!is_beside("In eastern Europe, the belly of Evropa.", "Evropa", "Europe"));
        assert!(is_beside("They registered Ahkuoi and Akuoi.", "Akuoi", "Ahkuoi"));
        assert!(is_beside("There was an Aoibheann and an Aoibhinn.", "Aoibhinn", "Aoibheann"));
        assert!(is_beside("One is for Rovinj and one is for Rovigno.", "Rovigno", "Rovinj"));
        assert!(is_beside(
            "To Thessaloniki, which the older people here still call Solun.",
            "Solun",
            "Thessaloniki"
        ));
        assert!(is_beside("Here Poreč is Parenzo.", "Parenzo", "Poreč"));
        assert!(!is_beside("He came from Genoa, and so was Genova", "Genova", "Genoa"));
        assert!(!is_beside("Genoanese, or Genova", "Genova", "Genoa"));
        assert!(!is_beside(
            "Genoa is a port, and they all say that it is as old as Genova",
            "Genova",
            "Genoa"
        ));
    }
}
