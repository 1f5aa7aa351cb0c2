//! Finds the prose of Markdown: headings, paragraphs, list items and table cells, without code, HTML, addresses and front matter.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::Span;
use super::block::Block;

/// What a Markdown text has.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    /// The prose.
    pub(super) blocks: Vec<Block>,
    /// What is no prose but stands within it or near it: in order, disjoint.
    pub(super) left_out: Vec<Span>,
}

/// Reads Markdown: `CommonMark` with tables, footnotes, task lists and strikethrough.
pub(super) fn read(text: &str) -> Markdown {
    let front = front_matter(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(&text[front.end..], options);
    // A link's address may stand elsewhere in the file.
    let definitions = parser.reference_definitions().iter();
    let mut left_out: Vec<Span> =
        definitions.map(|(_, definition)| Span::from(definition.span.clone()).shifted(front.end)).collect();
    left_out.push(front);
    let mut reader = Reader { text, left_out, ..Reader::default() };
    for (event, range) in parser.into_offset_iter() {
        reader.read(event, Span::from(range).shifted(front.end));
    }
    reader.finish()
}

/// A byte order mark, and the YAML or TOML between two lines of `---` or `+++` that may follow it.
fn front_matter(text: &str) -> Span {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = text[start..].split_inclusive('\n');
    let fence = lines.next().unwrap_or_default();
    let mut end = start + fence.len();
    if matches!(fence.trim_end(), "---" | "+++") {
        for line in lines {
            end += line.len();
            if line.trim_end() == fence.trim_end() {
                return Span::new(0, end);
            }
        }
    }
    Span::new(0, start)
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    block: Block,
    blocks: Vec<Block>,
    left_out: Vec<Span>,
    /// Links and images begun, each with the end of what the reader sees of it.
    links: Vec<usize>,
    /// How deep within what is left out whole.
    hidden: usize,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag, span),
            _ if self.hidden > 0 => {}
            Event::Text(shown) if *shown == self.text[span.start..span.end] => self.block.push(span),
            Event::Text(shown) => self.block.push_shown(span, shown.into_string()),
            Event::SoftBreak => self.block.push_shown(span, " "),
            Event::HardBreak => self.block.push_shown(span, "\n"),
            Event::Rule => self.end_block(),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.left_out.push(span);
                if html.starts_with("<br") {
                    self.block.push_shown(span, "\n");
                }
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.left_out.push(span),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
        if let Some(end) = self.links.last_mut() {
            *end = (*end).max(self.block.span().map_or(0, |span| span.end));
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.left_out.push(span);
                self.hidden += 1;
            }
            Tag::Link { .. } | Tag::Image { .. } => self.links.push(span.start),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.end_block();
                self.left_out.push(span);
                self.hidden += 1;
            }
            _ => self.end_block(),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Link | TagEnd::Image if self.hidden > 0 => self.hidden -= 1,
            TagEnd::Link | TagEnd::Image => {
                let seen = self.links.pop().unwrap_or(span.start).max(span.start);
                self.left_out.push(Span::new(seen, span.end));
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => self.hidden -= 1,
            _ => self.end_block(),
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        if block.as_they_stand().any(|span| !self.text[span.start..span.end].trim().is_empty()) {
            self.blocks.push(block);
        }
    }

    fn finish(mut self) -> Markdown {
        self.end_block();
        self.left_out.sort_unstable();
        let mut left_out: Vec<Span> = Vec::with_capacity(self.left_out.len());
        for span in self.left_out.into_iter().filter(|span| !span.is_empty()) {
            match left_out.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => left_out.push(span),
            }
        }
        Markdown { blocks: self.blocks, left_out }
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
            "He met **Macron**.\nThey spoke.",
            "One.",
            "Two.",
            "A quotation\n> of two lines.",
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
        let expected = [
            "He met [Tusk](https://a.b/c.d).",
            "The **Prime\nMinister** left.",
            "“It is over.”",
            "So he said.",
            "Next line",
        ];
        assert_eq!(texts(text, |prose| &prose.sentences), expected);
    }

    #[test]
    fn what_is_left_out_can_be_told() {
        let text = "See `Code` and [Tusk](https://a.b/Address).";
        let article = Article::new("a.md", text, Format::Markdown);
        let prose = Prose::of(&article);
        let leaves_out = |word: &str| {
            let start = text.find(word).expect("the test's word is in its text");
            prose.leaves_out(Span::new(start, start + word.len()))
        };
        assert!(leaves_out("Code") && leaves_out("Address"));
        assert!(!leaves_out("See") && !leaves_out("Tusk") && !leaves_out("and [Tusk"));
        assert!(!leaves_out("See `Code` and"));
    }
}
