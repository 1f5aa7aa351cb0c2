//! Keeps tags together: what replaces a stretch of HTML must not leave half a pair behind.

use super::tree::is_empty;
use crate::article::Span;

/// The stretch with the tags right before and behind it that those inside belong to; as it is, when they stand elsewhere.
///
/// Of `Marko <b>Blond</b>`, where the reader sees the name end before the last tag, it is all.
pub(in crate::article) fn balanced(raw: &str, span: Span) -> Span {
    let mut open: Vec<&str> = Vec::new();
    let mut unopened: Vec<&str> = Vec::new();
    let mut rest = &raw[span.start..span.end];
    while let Some((_, behind)) = rest.split_once('<') {
        rest = behind;
        match (name(behind), behind.strip_prefix('/').and_then(name)) {
            (_, Some(ended)) => match open.pop() {
                Some(begun) if begun.eq_ignore_ascii_case(ended) => {}
                Some(_) => return span,
                None => unopened.push(ended),
            },
            (Some(begun), None) if !is_empty(begun) => open.push(begun),
            _ => {}
        }
    }
    let Span { mut start, mut end } = span;
    for begun in open.into_iter().rev() {
        match raw[end..].strip_prefix("</").and_then(|tag| Some((name(tag)?, tag.find('>')?))) {
            Some((ended, length)) if ended.eq_ignore_ascii_case(begun) => end += 2 + length + 1,
            _ => return span,
        }
    }
    for ended in unopened {
        let tag = raw[..start].strip_suffix('>').and_then(|before| before.rfind('<'));
        match tag.and_then(|at| Some((at, name(&raw[at + 1..start])?))) {
            Some((at, begun)) if begun.eq_ignore_ascii_case(ended) => start = at,
            _ => return span,
        }
    }
    Span::new(start, end)
}

/// The name that a tag begins with.
fn name(tag: &str) -> Option<&str> {
    let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (tag.starts_with(|c: char| c.is_ascii_alphabetic())).then(|| &tag[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_balanced(html: &str, inside: &str, expected: &str) {
        let start = html.find(inside).expect("it is there");
        let span = balanced(html, Span::new(start, start + inside.len()));
        assert_eq!(&html[span.start..span.end], expected);
    }

    #[test]
    fn pairs_stay_together() {
        assert_balanced("said Marko <b>Blond</b>.", "Marko <b>Blond", "Marko <b>Blond</b>");
        assert_balanced(
            "<a href='x'><i>Marko</i></A> Blond",
            "Marko</i></A> Blond",
            "<a href='x'><i>Marko</i></A> Blond",
        );
        assert_balanced("<b>Mr Marko</b> Blond", "Marko</b> Blond", "Marko</b> Blond");
        assert_balanced(
            "Mar<wbr>ko <i>van</i> 3 < 4",
            "Mar<wbr>ko <i>van</i> 3 <",
            "Mar<wbr>ko <i>van</i> 3 <",
        );
    }
}
