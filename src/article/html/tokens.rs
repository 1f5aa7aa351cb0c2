//! The tags, comments and text of HTML, each with its place: the tokenizer of the HTML standard (crate `html5gum`).

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, HtmlString, Spanned, Token as Gum, Tokenizer};

use crate::article::Span;

/// A piece of HTML.
pub(super) enum Token {
    Start { name: String, attributes: Attributes, span: Span },
    End { name: String },
    Comment { text: String, span: Span },
    Text(Span),
}

/// What a tag says of its element.
pub(super) type Attributes = BTreeMap<String, String>;

/// The tokens of the text from `from` on. Text is whatever stands between tags and comments.
pub(super) fn tokens(raw: &str, from: usize) -> Vec<Token> {
    let html = &raw[from..];
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut found = Vec::new();
    let mut done = 0;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let (token, span) = match token {
            Gum::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(attribute).collect();
                let span = Span::new(tag.span.start + from, tag.span.end + from);
                (Some(Token::Start { name: text_of(&tag.name), attributes, span }), tag.span)
            }
            Gum::EndTag(tag) => (Some(Token::End { name: text_of(&tag.name) }), tag.span),
            Gum::Comment(comment) => {
                let span = Span::new(comment.span.start + from, comment.span.end + from);
                (Some(Token::Comment { text: text_of(&comment.value), span }), comment.span)
            }
            Gum::Doctype(doctype) => (None, doctype.span),
            Gum::String(_) | Gum::Error(_) => continue,
        };
        // A tag that the end of the file cuts off may lie anywhere.
        let start = floor(html, span.start.max(done));
        if done < start {
            found.push(Token::Text(Span::new(done, start).shifted(from)));
        }
        found.extend(token);
        done = floor(html, span.end.max(start));
    }
    // What looks like a tag and never ends is none of the text.
    let end = html[done..]
        .rfind('<')
        .filter(|&at| begins_tag(&html[done + at..]))
        .map_or(html.len(), |at| done + at);
    if done < end {
        found.push(Token::Text(Span::new(done, end).shifted(from)));
    }
    found
}

/// What the reader sees of one character reference at the start of `text`, if there is one, and its length.
pub(super) fn reference(text: &str) -> Option<(String, usize)> {
    let body = text.strip_prefix('&')?;
    let end =
        body.bytes().take_while(|&c| c == b'#' || c.is_ascii_alphanumeric()).take(LONGEST_REFERENCE).count();
    let end = 1 + end + usize::from(body[end..].starts_with(';'));
    let mut decoded = String::new();
    for Ok(token) in Tokenizer::new(&text[..end]) {
        if let Gum::String(string) = token {
            decoded.push_str(&text_of(&string));
        }
    }
    // "&copyright" is © and the letters behind that belong to no reference.
    let alike =
        decoded.bytes().skip(1).rev().zip(text[..end].bytes().rev()).take_while(|(a, b)| a == b).count();
    let alike = (0..=alike).rev().find(|alike| decoded.is_char_boundary(decoded.len() - alike))?;
    decoded.truncate(decoded.len() - alike);
    let length = end - alike;
    (decoded != text[..length]).then_some((decoded, length))
}

/// The standard's longest is `&CounterClockwiseContourIntegral;`.
const LONGEST_REFERENCE: usize = 40;

fn attribute((name, value): (&HtmlString, &Spanned<HtmlString, usize>)) -> (String, String) {
    (text_of(name), text_of(&value.value))
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn begins_tag(text: &str) -> bool {
    text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[track_caller]
    fn assert_reference(text: &str, shown: &str, length: usize) {
        assert_eq!(reference(text), Some((shown.to_owned(), length)));
    }

    #[test]
    fn references_end_where_the_standard_says() {
        assert_reference("&eacute;l", "é", 8);
        assert_reference("&#8220;Yes", "“", 7);
        assert_reference("&#x10d;", "č", 7);
        assert_reference("&nbsp text", "\u{a0}", 5);
        assert_reference("&copyright", "©", 5);
        assert_reference("&amp;amp;", "&", 5);
        assert_reference("&semi;;", ";", 6);
        for none in ["& b", "&", "&;", "&zzz;", "&é", "T&T"] {
            assert_eq!(reference(none), None, "{none}");
        }
    }
}
