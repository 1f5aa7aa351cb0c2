//! Double quotation marks: which open, which close, and which of them belong together.

use super::Span;

/// On which side of a quotation a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It opens a quotation.
    Opens,
    /// It closes one.
    Closes,
}

/// A double quotation mark, or two single ones or two commas that stand for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in the article.
    pub span: Span,
    /// Whether it opens or closes.
    pub side: Side,
    /// Its first character.
    pub sign: char,
}

/// The double quotation marks of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Marks that open and close one quotation, by where they open; one pair may hold others.
    pub pairs: Vec<(Mark, Mark)>,
    /// Marks that have no partner in the paragraph, in order.
    pub lone: Vec<Mark>,
}

impl Quotations {
    /// The quotation marks of a paragraph of `text`.
    pub fn of(text: &str, paragraph: Span) -> Self {
        let inside = &text[paragraph.start..paragraph.end];
        let (mut found, inches) = Self::paired(inside, paragraph.start, false);
        // A mark behind a digit may close a quotation or mean inches: it is given the benefit of the doubt.
        if inches && !found.lone.is_empty() {
            found = Self::paired(inside, paragraph.start, true).0;
        }
        found
    }

    /// Every mark, in order.
    pub fn marks(&self) -> Vec<Mark> {
        let paired = self.pairs.iter().flat_map(|&(opening, closing)| [opening, closing]);
        let mut marks: Vec<Mark> = paired.chain(self.lone.iter().copied()).collect();
        marks.sort_by_key(|mark| mark.span);
        marks
    }

    /// Whether a span lies between a pair of marks.
    pub fn hold(&self, span: Span) -> bool {
        self.around(span).next().is_some()
    }

    /// What stands between the pairs of marks that a span lies between.
    pub fn around(&self, span: Span) -> impl Iterator<Item = Span> + use<'_> {
        let quoted = self.pairs.iter().map(|(opening, closing)| (opening.span.end, closing.span.start));
        let around = quoted.filter(move |&(start, end)| start <= span.start && span.end <= end);
        around.map(|(start, end)| Span::new(start, end))
    }

    /// The marks of `text`, which begins at `offset`, and whether one may mean inches; `without_inches` passes over those.
    fn paired(text: &str, offset: usize, without_inches: bool) -> (Self, bool) {
        let mut open: Vec<Mark> = Vec::new();
        let mut found = Self::default();
        let mut any_inches = false;
        for (at, sign) in text.char_indices() {
            let Some(length) = double_at(text, at, sign) else { continue };
            let span = Span::new(at, at + length);
            let word = |c: &char| !QUOTES.contains(c);
            let before = text[..at].chars().rev().take(NEAR).find(word);
            let after = text[span.end..].chars().take(NEAR).find(word);
            let side = side(sign, before, after, open.last().map(|mark| mark.sign));
            let inches = side == Side::Closes && before.is_some_and(|c| c.is_ascii_digit());
            any_inches |= inches;
            if inches && without_inches {
                continue;
            }
            let mark = Mark { span: span.shifted(offset), side, sign };
            match (side, open.pop()) {
                (Side::Opens, last) => {
                    open.extend(last);
                    open.push(mark);
                }
                (Side::Closes, Some(opening)) => found.pairs.push((opening, mark)),
                (Side::Closes, None) => found.lone.push(mark),
            }
        }
        found.lone.extend(open);
        found.lone.sort_by_key(|mark| mark.span);
        found.pairs.sort_by_key(|(opening, _)| opening.span);
        (found, any_inches)
    }
}

/// How many quotation marks in a row are passed over to see what stands beside them.
const NEAR: usize = 6;

const QUOTES: [char; 12] = ['“', '”', '„', '‟', '"', '«', '»', '‹', '›', '\'', '‘', '’'];

/// The length of the double mark at `at`, if one begins there; two single marks or two commas make one.
fn double_at(text: &str, at: usize, c: char) -> Option<usize> {
    match c {
        '“' | '”' | '„' | '‟' | '"' | '«' | '»' => Some(c.len_utf8()),
        '\'' if text[at..].starts_with("''") && !text[..at].ends_with('\'') => Some(2),
        ',' if text[at..].starts_with(",,") && !text[..at].ends_with(',') => {
            text[at + 2..].starts_with(char::is_alphabetic).then_some(2)
        }
        _ => None,
    }
}

/// Whether a mark opens or closes: where it stands decides; where that is unclear, what it is; else what came before.
fn side(mark: char, before: Option<char>, after: Option<char>, open: Option<char>) -> Side {
    let dash = |c| matches!(c, '-' | '‐' | '‑' | '–' | '—' | '/');
    let free_before = before.is_none_or(|c| c.is_whitespace() || "([{".contains(c) || dash(c));
    let free_after = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}…".contains(c) || dash(c));
    match (mark, free_before, free_after) {
        ('„' | ',', _, _) | (_, true, false) => Side::Opens,
        (_, false, true) | ('”' | '»', _, _) => Side::Closes,
        ('“', _, _) if open == Some('„') => Side::Closes,
        ('“' | '«' | '‟', _, _) => Side::Opens,
        _ if open.is_some() => Side::Closes,
        _ => Side::Opens,
    }
}
