//! Finds the prose of Markdown: headings, paragraphs, list items and table cells, without code, HTML, addresses and front matter.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::reading::{OBJECT, Reading};
use super::{Part, Span};

/// Reads Markdown: `CommonMark` with tables, footnotes, task lists and strikethrough.
pub(super) fn read(raw: &str, reading: &mut Reading) {
    let front = front_matter(raw);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut reader = Reader { raw, reading, heading: false, images: 0, has_text: false, hidden: 0 };
    for (event, range) in Parser::new_ext(&raw[front..], options).into_offset_iter() {
        reader.read(event, Span::from(range).shifted(front));
    }
    reader.end_block();
}

/// The stretch with the mark of emphasis right before or behind it whose other half is inside: of `Marko **Blond**` all of it.
pub(super) fn balanced(raw: &str, span: Span) -> Span {
    let is_mark = |c: char| matches!(c, '*' | '_');
    let mut open: Vec<&str> = Vec::new();
    let mut rest = &raw[span.start..span.end];
    while let Some(at) = rest.find(is_mark) {
        let mark = &rest[at..];
        let mark = &mark[..mark.find(|c| !is_mark(c)).unwrap_or(mark.len())];
        if open.last() == Some(&mark) {
            open.pop();
        } else {
            open.push(mark);
        }
        rest = &rest[at + mark.len()..];
    }
    match open.as_slice() {
        [mark] if raw[span.end..].starts_with(mark) => Span::new(span.start, span.end + mark.len()),
        [mark] if raw[..span.start].ends_with(mark) => Span::new(span.start - mark.len(), span.end),
        _ => span,
    }
}

/// The end of a byte order mark, and of the YAML or TOML between two lines of `---` or `+++` that may follow it.
fn front_matter(raw: &str) -> usize {
    let start = raw.len() - raw.trim_start_matches('\u{feff}').len();
    let mut lines = raw[start..].split_inclusive('\n');
    let fence = lines.next().unwrap_or_default();
    let mut end = start + fence.len();
    if matches!(fence.trim_end(), "---" | "+++") {
        for line in lines {
            end += line.len();
            if line.trim_end() == fence.trim_end() {
                return end;
            }
        }
    }
    start
}

struct Reader<'a> {
    raw: &'a str,
    reading: &'a mut Reading,
    heading: bool,
    /// How deep within images: what they show is their caption.
    images: usize,
    /// Whether the block has text that is no caption.
    has_text: bool,
    /// How deep within what is left out whole.
    hidden: usize,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.reading.comment(&html, span);
                if self.hidden == 0 && html.starts_with("<br") {
                    self.reading.show(span, "\n");
                }
            }
            _ if self.hidden > 0 => {}
            Event::Text(shown) => {
                self.has_text |= self.images == 0 && !shown.trim().is_empty();
                if *shown == self.raw[span.start..span.end] {
                    self.reading.copy(self.raw, span);
                } else {
                    self.reading.show(span, &shown);
                }
            }
            Event::SoftBreak => self.reading.show(span, " "),
            Event::HardBreak => self.reading.show(span, "\n"),
            Event::Rule => self.end_block(),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.reading.show(span, OBJECT),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.reading.show(span, OBJECT);
                self.hidden += 1;
            }
            Tag::Image { .. } => self.images += 1,
            Tag::Link { .. }
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.end_block();
                self.hidden += 1;
            }
            Tag::Heading { .. } => {
                self.end_block();
                self.heading = true;
            }
            _ => self.end_block(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link if self.hidden > 0 => self.hidden -= 1,
            TagEnd::Image => self.images -= 1,
            TagEnd::Link
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => self.hidden -= 1,
            _ => self.end_block(),
        }
    }

    fn end_block(&mut self) {
        let part = match (self.heading, self.has_text) {
            (true, _) => Part::Heading,
            (false, true) => Part::Body,
            (false, false) => Part::Caption,
        };
        self.reading.end_paragraph(part);
        self.heading = false;
        self.has_text = false;
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Format, Prose, Span};

    fn texts(text: &str, spans: impl Fn(&Prose) -> &[Span]) -> Vec<String> {
        let article = Article::new("a.md", text, Format::Markdown);
        spans(&Prose::of(&article)).iter().map(|&span| article.slice(span).to_owned()).collect()
    }

    #[test]
    fn blocks_are_paragraphs() {
        let text = "# Vučić in Paris\n\nHe met **Macron**.\nThey spoke.\n\n- One.\n- Two.\n\n> A quotation\n> of two lines.\n\n| Name | Post |\n|--|--|\n| Tusk | head |\n";
        let expected = [
            "Vučić in Paris",
            "He met Macron. They spoke.",
            "One.",
            "Two.",
            "A quotation of two lines.",
            "Name",
            "Post",
            "Tusk",
            "head",
        ];
        assert_eq!(texts(text, |prose| &prose.paragraphs), expected);
    }

    #[test]
    fn no_word_comes_from_what_is_no_prose() {
        let text = "\u{feff}---\ntitle: Front\n---\n\nIn `code Here` and [Tusk](https://a.b/Address \"Title\") \
                    <https://c.d/Auto>, <b>bold</b> &amp; ![cap](img.png).\n\n```\nBlock\n```\n\n    indented\n\n<div>\nHtml\n</div>\n\n[ref]: https://e.f/Ref\n";
        assert_eq!(texts(text, |prose| &prose.words), ["In", "and", "Tusk", "bold", "cap"]);
    }

    #[test]
    fn sentences_are_those_that_the_reader_sees() {
        let text = "He met [Tusk](https://a.b/c.d).\nThe **Prime\nMinister** left. *“It is over.”* So he said.\\\nNext line";
        let expected =
            ["He met Tusk.", "The Prime Minister left.", "“It is over.”", "So he said.", "Next line"];
        assert_eq!(texts(text, |prose| &prose.sentences), expected);
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = "\u{feff}# Title\n\n> Said `code` the *Prime\n> Minister*, Fran&ccedil;ois &amp; [Tusk](https://a.b).";
        let article = Article::new("a.md", text, Format::Markdown);
        let written = |shown: &str| {
            let start = article.text().find(shown).expect("the test's words are in its text");
            article.written(Span::new(start, start + shown.len())).to_owned()
        };
        assert_eq!(article.text(), "Title\n\nSaid \u{fffc} the Prime Minister, François & Tusk.\n\n");
        assert_eq!(written("Prime Minister"), "Prime\n> Minister");
        assert_eq!(written("the Prime Minister"), "the *Prime\n> Minister*");
        assert_eq!(written("François"), "Fran&ccedil;ois");
        assert_eq!(written("& Tusk"), "&amp; [Tusk");
        let start = article.text().find("Tusk").expect("it is there");
        assert_eq!(article.position(Span::new(start, start + 4)).line, 4);
    }
}
