//! Where a sentence speaks of a place, whatever the word is that stands there: "the mayor of Rosary", "northern Rich Coast".

use super::context::beside;
use crate::article::Span;
use crate::word_list::{WordList, word_list};

/// A shorter word in capitals may be the acronym of an agency.
const SHORTEST_DATELINE: usize = 5;
/// One that is shorter still may be that of a country.
const SHORTEST_PLACE: usize = 3;
/// So many bytes behind the first place of a line the dash may stand.
const LONGEST_DATELINE: usize = 40;
/// The longest entry of the lists has so many words.
const MOST_WORDS: usize = 3;

/// Whether the words right before or right after a stretch are such as stand beside the name of a place.
pub(super) fn is_place_slot(text: &str, span: Span) -> bool {
    let (before, after) = beside(text, span);
    stands_before(before) || stands_after(after) || is_dateline(text, span)
}

/// Whether a stretch is a word in capitals that says from where a report comes: *NAIROBI - Kenya buried*, *VILNIUS (AP)*.
pub(super) fn is_dateline(text: &str, span: Span) -> bool {
    let written = &text[span.start..span.end];
    is_in_capitals(written) && written.chars().count() >= SHORTEST_DATELINE && may_be_dateline(text, span)
}

/// Whether a stretch is such a word, or the acronym of an agency that did something: *HAG - The court*, *NATO - as ever*; or stands
/// before the dash of such a line in small letters: *Hag, Manila – The former president*.
pub(super) fn may_be_dateline(text: &str, span: Span) -> bool {
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    let written = &text[span.start..span.end];
    let opens_line = before.is_empty() || before.ends_with('\n');
    opens_line
        && written.chars().count() >= SHORTEST_PLACE
        && if is_in_capitals(written) {
            [" - ", " – ", " — ", " (", ", "].iter().any(|mark| behind.starts_with(mark))
        } else {
            is_before_dash(behind)
        }
}

/// Whether what stands behind the first place of a line is the dash of a dateline, with further places before it or none.
fn is_before_dash(behind: &str) -> bool {
    let places = behind.trim_start_matches(|c: char| c.is_alphabetic() || c == ',' || c == ' ');
    let at = behind.len() - places.len();
    let behind_dash = places.strip_prefix(['-', '–', '—']).and_then(|rest| rest.strip_prefix(' '));
    at <= LONGEST_DATELINE
        && behind[..at].ends_with(' ')
        && (at == 1 || behind.starts_with(','))
        && behind_dash.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

fn is_in_capitals(written: &str) -> bool {
    written.chars().all(char::is_uppercase)
}

/// A name for a stretch as the text writes it there: in capitals where a report begins.
pub(super) fn as_written(text: &str, span: Span, name: &str) -> String {
    if is_in_capitals(&text[span.start..span.end]) && may_be_dateline(text, span) {
        name.to_uppercase()
    } else {
        name.to_owned()
    }
}

/// Whether a stretch stands right behind *in*: a person seldom does.
pub(super) fn is_inside(text: &str, span: Span) -> bool {
    let (before, _) = beside(text, span);
    let before = before.strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    word.eq_ignore_ascii_case("in")
}

/// Whether the words right before a stretch say that it is a village.
pub(super) fn is_village(text: &str, span: Span) -> bool {
    let (before, _) = beside(text, span);
    before.strip_suffix(' ').is_some_and(|before| BEFORE_VILLAGES.iter().any(|words| before.ends_with(words)))
}

/// Whether the word right behind a stretch is that of a street, which English leaves in the form that it has: *Njegoševa* Street.
pub(super) fn is_street(text: &str, span: Span) -> bool {
    let behind = text[span.end..].strip_prefix(' ').unwrap_or_default();
    STREETS.contains(behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default())
}

fn stands_before(text: &str) -> bool {
    let Some(text) = text.strip_suffix(' ').map(|text| text.strip_suffix(" the").unwrap_or(text)) else {
        return false;
    };
    let text = text.to_lowercase();
    let no_word = |c: char| !c.is_alphanumeric() && c != '-';
    let starts = text.rmatch_indices(no_word).map(|(at, mark)| at + mark.len()).chain([0]);
    starts.take(MOST_WORDS).any(|start| BEFORE.contains(&text[start..]))
}

fn stands_after(text: &str) -> bool {
    let Some(text) = text.strip_prefix(' ') else { return false };
    let ends = text.match_indices(|c: char| !c.is_alphabetic()).map(|(end, _)| end).chain([text.len()]);
    ends.take(MOST_WORDS).any(|end| AFTER.contains(&text[..end]))
}

/// What stands right before the name of a place.
static BEFORE: WordList = word_list!("before-places");
/// What stands right after the name of a place.
static AFTER: WordList = word_list!("after-places");
/// What stands right before the name of a village.
static BEFORE_VILLAGES: WordList = word_list!("before-villages");
/// What stands behind the name of a street.
static STREETS: WordList = word_list!("streets");

#[cfg(test)]
mod tests {
    use super::*;

    fn is_slot(before: &str, after: &str) -> bool {
        let span = Span::new(before.len(), before.len() + 4);
        is_place_slot(&format!("{before}Lima{after}"), span)
    }

    #[test]
    fn where_a_report_comes_from() {
        let is_one = |text: &str| is_dateline(text, Span::new(0, text.find([' ', ',']).expect("it goes on")));
        assert!(
            is_one("NAIROBI - Kenya buried him.") && is_one("VILNIUS (AP) -") && is_one("ATHENS, Greece")
        );
        assert!(
            may_be_dateline("HAG - The court", Span::new(0, 3))
                && !may_be_dateline("UK - The", Span::new(0, 2))
        );
        assert!(may_be_dateline("Hag, Manila – The former", Span::new(0, 3)));
        assert!(
            may_be_dateline("Damask – The", Span::new(0, 6))
                && !may_be_dateline("Damask – the", Span::new(0, 6))
        );
        assert!(!is_one("NATO - as ever") && !is_one("Athens, Greece") && !is_one("ATHENS IS"));
        assert!(!is_dateline("In ATHENS - where else?", Span::new(3, 9)));
    }

    #[test]
    fn what_stands_inside_a_place() {
        let is_in =
            |before: &str| is_inside(&format!("{before}Rim"), Span::new(before.len(), before.len() + 3));
        assert!(is_in("In ") && is_in("They met in ") && is_in("They met.\n\nIn "));
        assert!(!is_in("in") && !is_in("Within ") && !is_in(""));
    }

    #[test]
    fn villages_and_streets() {
        let is_one = |of: fn(&str, Span) -> bool, before: &str, behind: &str| {
            of(&format!("{before}Rim{behind}"), Span::new(before.len(), before.len() + 3))
        };
        assert!(is_one(is_village, "In the village of ", ".") && is_one(is_village, "the hamlet of ", ""));
        assert!(!is_one(is_village, "the villages around ", "") && !is_one(is_village, "", ""));
        assert!(is_one(is_street, "", " Street") && is_one(is_street, "In ", " Square, where"));
        assert!(!is_one(is_street, "", "-Street") && !is_one(is_street, "", " Streets"));
    }

    #[test]
    fn what_stands_beside_a_place() {
        assert!(is_slot("Police in ", " arrested two men."));
        assert!(is_slot("It was the mayor of the ", "."));
        assert!(is_slot("“Northwestern ", " is safe”"));
        assert!(is_slot("In the ", " region they sing."));
        assert!(is_slot("Rain fell on ", " and the surrounding hills."));
        assert!(!is_slot("The election of ", " was a surprise."));
        assert!(!is_slot("They believe in ", ", it regions said."));
        assert!(!is_slot("", ""));
    }
}
