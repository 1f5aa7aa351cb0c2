//! Finds the prose of an HTML page: its article, without what stands around it.
//!
//! [`content`] says which elements are the article. Of these, blocks are paragraphs, two line breaks end one, `figcaption` is a
//! caption, and what is within a line (`<b>`, `<a>`, `<wbr>`) leaves no trace: a word in two tags is one word. White space is
//! one space, character references are what they show, and soft hyphens are nothing, as in a browser.

mod balance;
mod content;
mod measure;
mod tokens;
mod tree;

use std::borrow::Cow;

use super::reading::{OBJECT, Reading};
use super::{Part, Span};
pub(super) use balance::balanced;
use content::Content;
use tokens::Token;
use tree::{Node, Tree, is_block};

/// Reads the HTML that begins at `from`.
pub(super) fn read(raw: &str, from: usize, reading: &mut Reading) {
    let mut tokens = tokens::tokens(raw, from);
    tokens.retain(|token| match token {
        Token::Comment { text, span } => {
            reading.comment(text, *span);
            false
        }
        _ => true,
    });
    let tree = Tree::of(tokens);
    let content = Content::of(&tree, raw);
    let mut reader = Reader { raw, tree: &tree, clutter: &content.clutter, reading, part: Part::Body };
    for &root in &content.roots {
        reader.element(root);
        reader.end_paragraph();
    }
}

/// Writes text as HTML has it.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if text.contains(['&', '<']) {
        text.replace('&', "&amp;").replace('<', "&lt;").into()
    } else {
        text.into()
    }
}

struct Reader<'a> {
    raw: &'a str,
    tree: &'a Tree,
    clutter: &'a [bool],
    reading: &'a mut Reading,
    part: Part,
}

impl Reader<'_> {
    /// Reads an element. How deep one may lie is bounded, so this ends before the stack does.
    fn element(&mut self, number: usize) {
        let element = &self.tree.elements[number];
        match element.name.as_str() {
            "br" => return self.line_break(element.span),
            "code" | "kbd" | "samp" | "tt" | "var" => return self.reading.show(element.span, OBJECT),
            _ => {}
        }
        let block = is_block(&element.name);
        let outer = self.part;
        if block {
            self.end_paragraph();
            self.part = match element.name.as_str() {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Part::Heading,
                _ if content::is_caption(element) => Part::Caption,
                _ => outer,
            };
        }
        for child in &element.children {
            match child {
                Node::Text(span) => self.text(*span),
                Node::Element(inner) if self.clutter[*inner] => {}
                Node::Element(inner) => self.element(*inner),
            }
        }
        if block {
            self.end_paragraph();
            self.part = outer;
        }
    }

    fn line_break(&mut self, span: Span) {
        if self.reading.paragraph().ends_with('\n') {
            self.end_paragraph();
        } else if !self.reading.paragraph().is_empty() {
            self.reading.show(span, "\n");
        }
    }

    fn text(&mut self, span: Span) {
        let mut at = span.start;
        while at < span.end {
            let rest = &self.raw[at..span.end];
            let plain = rest
                .find(|c: char| c == '&' || c == SOFT_HYPHEN || c == ZERO_WIDTH_SPACE || c.is_whitespace());
            let (shown, length) = match plain {
                None => (None, rest.len()),
                Some(0) => special(rest),
                Some(length) => (None, length),
            };
            let piece = Span::new(at, at + length);
            match shown {
                None => self.reading.copy(self.raw, piece),
                // Whatever space there is, the reader sees one.
                Some(shown) if !shown.is_empty() && shown.trim().is_empty() => {
                    let paragraph = self.reading.paragraph();
                    if !paragraph.is_empty() && !paragraph.ends_with(char::is_whitespace) {
                        self.reading.show(piece, &shown);
                    }
                }
                Some(shown) => self.reading.show(piece, &shown),
            }
            at = piece.end;
        }
    }

    fn end_paragraph(&mut self) {
        self.reading.end_paragraph(self.part);
    }
}

const SOFT_HYPHEN: char = '\u{ad}';
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// What the reader sees of what `text` begins with, when that is not what it is, and its length: a reference, white space, a
/// character without width.
fn special(text: &str) -> (Option<String>, usize) {
    if let Some((shown, length)) = tokens::reference(text) {
        let breaks = |c: char| c.is_ascii_whitespace();
        let shown = if shown.chars().all(breaks) { " ".to_owned() } else { shown };
        return (Some(shown.replace([SOFT_HYPHEN, ZERO_WIDTH_SPACE], "")), length);
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    match text.chars().next() {
        Some(c) if c.is_ascii_whitespace() => {
            let length = text.len() - text.trim_ascii_start().len();
            (Some(" ".to_owned()), length)
        }
        Some(SOFT_HYPHEN | ZERO_WIDTH_SPACE) => (Some(String::new()), first),
        Some(c) if c.is_whitespace() => (Some(c.to_string()), first),
        _ => (None, first),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Format, Part, Position, Span};

    fn paragraphs(html: &str) -> Vec<(String, Part)> {
        let article = Article::new("a.html", html, Format::Html);
        article.paragraphs().iter().map(|&(span, part)| (article.slice(span).to_owned(), part)).collect()
    }

    #[track_caller]
    fn assert_texts(html: &str, expected: &[&str]) {
        let found = paragraphs(html);
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn an_article_is_told_from_its_page() {
        let found: Vec<String> = paragraphs(include_str!("../../../samples/adriatic-energy-forum.html"))
            .into_iter()
            .map(|(text, part)| format!("{part:?}: {text}"))
            .collect();
        insta::assert_snapshot!(found.join("\n"), @r"
        Heading: Energy Ministers Agree on a Cable Under the Adriatic
        Body: Rome and Podgorica want to double the exchange of electricity by 2030.
        Caption: The port of Bar, where Ursula fon der Lajen spoke in October. Photo: Coast Herald
        Body: Italian Prime Minister George Meloni said on Thursday that a second cable under the Adriatic would be ready in four years’ time.
        Body: The German energy company is to take a third of the costs, former chancellor Olaf Šolc told a forum in Budva. “It is an investment in peace,” he added.
        Body: We have the sun, you have the storage & the grid.
        Body: The forum was opened by Montenegrin Prime Minister Milojko Spajić, who will travel to Pariz next week to meet President Emanuel Makron.
        Body: The the works begin in May.
        Body: A sailing boat named Mark Rute, after a character in a children’s book, took part in the regatta.
        ");
    }

    #[test]
    fn marks_within_a_line_leave_no_trace() {
        assert_texts(
            "<p>Mar<b>ko</b> Ru\u{ad}bio&nbsp;&amp;\n  <a href='x'>Vu&#269;i&cacute;</a>,<!-- no --> 3 < 4<wbr>0 &copyright</p>",
            &["Marko Rubio\u{a0}& Vučić, 3 < 40 ©right"],
        );
    }

    #[test]
    fn blocks_and_double_breaks_end_a_paragraph() {
        assert_texts(
            "<ul><li>One<li>Two</ul>Three <p>Four<br>and <code>x</code> more<br><br>Five<div>Six</div> Seven<table><tr><td>A<td>B</table>",
            &["One", "Two", "Three", "Four\nand \u{fffc} more", "Five", "Six", "Seven", "A", "B"],
        );
    }

    #[test]
    fn without_any_word_of_what_is_what_density_decides() {
        let paragraph = "<p>The minister said on Monday, after a long debate, that the law would be sent to parliament.</p>";
        let links = "<li><a href='/a'>A story of another day</a></li>".repeat(20);
        let html = format!(
            "<html><body><div><h1>Headline</h1></div><div class=x>{links}</div><div>{}</div>\
             <div><p>Short note, by us.</p></div><div class='userComments'><p>{}</p></div></body></html>",
            paragraph.repeat(3),
            "A reader has a lot to say about this, and says it, at length, here. ".repeat(3),
        );
        let text =
            "The minister said on Monday, after a long debate, that the law would be sent to parliament.";
        assert_texts(&html, &["Headline", text, text, text]);
    }

    #[test]
    fn broken_html_is_read_as_far_as_it_goes() {
        assert_texts("<p>One <b>two<p>three</b> four</div> five<a href=\"x", &["One two", "three four five"]);
        assert_texts(&format!("{}deep{}", "<div>".repeat(100_000), "</div>".repeat(9)), &["deep"]);
        assert_texts("</p></", &[]);
    }

    #[test]
    fn places_are_those_of_the_file() {
        let html = "<html>\n<p>Said Fran&ccedil;ois\n <b>Mac</b>ron.";
        let article = Article::new("a.html", html, Format::Html);
        let start = article.text().find("François Macron").expect("it is there");
        let span = Span::new(start, start + "François Macron".len());
        assert_eq!(article.written(span), "Fran&ccedil;ois\n <b>Mac</b>ron");
        assert_eq!(article.position(span), Position { line: 2, column: 9 });
    }
}
