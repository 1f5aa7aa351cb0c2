//! What a stretch of an article is to its reader: title, body, quotation or caption.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{Article, Format, Prose, Span};
use crate::word_list;

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The first heading, or the first line where it stands alone.
    Title,
    /// What is none of the others.
    Body,
    /// Within quotation marks.
    Quotation,
    /// A paragraph that says what a picture shows, or who took it.
    Caption,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Title, Self::Body, Self::Quotation, Self::Caption];

    /// The word that rules files use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Body => "body",
            Self::Quotation => "quotation",
            Self::Caption => "caption",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where the parts of an article are.
#[derive(Debug, Default)]
pub struct Parts {
    title: Option<Span>,
    captions: Vec<Span>,
    /// What stands between the marks, in order.
    quotations: Vec<Span>,
}

impl Parts {
    /// Finds the parts of an article.
    pub fn of(article: &Article, prose: &Prose) -> Self {
        let mut parts = Self { title: title(article, prose), ..Self::default() };
        for (number, &paragraph) in prose.paragraphs.iter().enumerate() {
            if is_caption(article, paragraph) {
                parts.captions.push(paragraph);
            }
            let text = article.slice(paragraph);
            let next = prose.paragraphs.get(number + 1).map_or("", |&next| article.slice(next));
            let found = quotations(text, next.starts_with(MARKS));
            parts.quotations.extend(found.into_iter().map(|span| span.shifted(paragraph.start)));
        }
        parts
    }

    /// The part that a stretch is in. A quotation in a title or a caption belongs to that.
    pub fn part(&self, span: Span) -> Part {
        if self.title.is_some_and(|title| title.contains(span)) {
            Part::Title
        } else if self.captions.iter().any(|caption| caption.contains(span)) {
            Part::Caption
        } else if self.quotations.iter().any(|quotation| quotation.contains(span)) {
            Part::Quotation
        } else {
            Part::Body
        }
    }
}

/// A longer first line is no title.
const LONGEST_TITLE: usize = 200;

/// The first heading; without headings the first paragraph, when it ends no sentence and another follows.
fn title(article: &Article, prose: &Prose) -> Option<Span> {
    let is_heading =
        |paragraph: &&Span| article.format() == Format::Markdown && is_heading(article.text(), **paragraph);
    if let Some(&heading) = prose.paragraphs.iter().find(is_heading) {
        return Some(heading);
    }
    let [first, _, ..] = prose.paragraphs[..] else { return None };
    let text = article.slice(first).trim_end_matches(['*', '_']);
    let alone = !text.contains('\n')
        && !text.ends_with(['.', '…', ':', ',', ';'])
        && text.chars().count() <= LONGEST_TITLE
        && !is_caption(article, first);
    alone.then_some(first)
}

/// Whether a paragraph is a heading of Markdown: number signs before it, or a line of = or - below.
fn is_heading(text: &str, paragraph: Span) -> bool {
    let line = text[..paragraph.start].rfind('\n').map_or(0, |end| end + 1);
    let before = text[line..paragraph.start].trim_end_matches(['*', '_', '[', ' ']);
    let number_signs = !before.is_empty() && before.bytes().all(|c| c == b'#');
    let below = text[paragraph.end..].lines().nth(1).unwrap_or_default().trim_end();
    let underlined = below.len() > 2 && ["=", "-"].iter().any(|mark| below.replace(mark, "").is_empty());
    number_signs || underlined
}

/// How a caption begins, or a credit at its end.
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    let labels = word_list::alternatives(include_str!("../../rules/lexicon/caption-labels.txt"));
    Regex::new(&format!(r"^[*_(\[]*(?i:{labels})(?: (?i:by|credit|courtesy))?\s?[:/|]|[(\[/|]\s?(?i:{labels})(?: by)?\s?[:/][^()\[\]]{{1,80}}[)\]]?[*_]*$"))
        .expect("a list of words")
});

/// Whether a paragraph is a caption, which begins or ends in a label such as "Photo:", or is the text of an image.
fn is_caption(article: &Article, paragraph: Span) -> bool {
    let text = article.slice(paragraph);
    article.text()[..paragraph.start].ends_with("![") || text.starts_with("![") || CAPTION.is_match(text)
}

const MARKS: [char; 6] = ['“', '”', '„', '«', '»', '"'];

/// What stands within double quotation marks; one that the paragraph does not close runs to its end where it `goes_on` below.
fn quotations(paragraph: &str, goes_on: bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in paragraph.match_indices(MARKS) {
        let before = paragraph[..at].chars().next_back();
        let after = paragraph[at + mark.len()..].chars().next();
        let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        match open {
            None if free(before) && mark != "”" && after.is_some_and(|c| !c.is_whitespace()) => {
                open = Some(at + mark.len());
            }
            Some(start) if free(after) && before.is_some_and(|c| !c.is_whitespace()) && mark != "„" => {
                found.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open.filter(|_| goes_on) {
        found.push(Span::new(start, paragraph.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_parts(format: Format, text: &str, expected: &[(&str, Part)]) {
        let article = Article::new("a", text, format);
        let parts = Parts::of(&article, &Prose::of(&article));
        for (words, part) in expected {
            let start = text.find(words).expect("the test's words are in its text");
            assert_eq!(parts.part(Span::new(start, start + words.len())), *part, "{words}");
        }
    }

    #[test]
    fn a_first_line_that_stands_alone_is_the_title() {
        let text = "“No” to talks, PM says\nThe talks are over.\nSubheading\nMore text.";
        let expected = [("No", Part::Title), ("The talks", Part::Body), ("Subheading", Part::Body)];
        assert_parts(Format::Text, text, &expected);
        assert_parts(Format::Text, "The talks are over.\nMore text", &[("talks", Part::Body)]);
        assert_parts(Format::Text, "One paragraph alone", &[("One", Part::Body)]);
        assert_parts(Format::Text, "It rains.\nIt pours\n---\nThe end", &[("pours", Part::Body)]);
    }

    #[test]
    fn the_first_heading_of_markdown_is_the_title() {
        let text = "*Brussels*\n\n# Allied **Ministers**\n\nThey met.\n\n## Spending\n\nMore.";
        let expected = [
            ("Brussels", Part::Body),
            ("Ministers", Part::Title),
            ("They", Part::Body),
            ("Spending", Part::Body),
        ];
        assert_parts(Format::Markdown, text, &expected);
        assert_parts(Format::Markdown, "It rains.\n\n## **Ministers** meet\n", &[("Ministers", Part::Title)]);
        assert_parts(Format::Markdown, "Ministers meet\n===\n\nThey met.", &[("meet", Part::Title)]);
    }

    #[test]
    fn captions_carry_a_label() {
        let text = "It rained.\nPhoto: Marko Marković\nThe bridge (FOTO: Reuters)\nA photo: it shows rain.\n\
                    Photographers came.\nThe photo by Ana: a story.\n";
        let expected = [
            ("Marko", Part::Caption),
            ("bridge", Part::Caption),
            ("shows", Part::Body),
            ("Photographers", Part::Body),
            ("story", Part::Body),
        ];
        assert_parts(Format::Text, text, &expected);
        assert_parts(Format::Markdown, "It rained.\n\n![The bridge](a.png)\n", &[("bridge", Part::Caption)]);
    }

    #[test]
    fn quotations_stand_in_quotation_marks() {
        let text = "“We agree,” he said, 6'3\" tall. „Nein“, she said, and «oui», \"then\" left.\n\
                    “It goes on.\n“It ends,” he said.\n“It never ends, he said.\nThe end.";
        let expected = [
            ("We agree", Part::Quotation),
            ("he said, 6", Part::Body),
            ("Nein", Part::Quotation),
            ("she said", Part::Body),
            ("oui", Part::Quotation),
            ("then", Part::Quotation),
            ("left", Part::Body),
            ("It goes on", Part::Quotation),
            ("It ends", Part::Quotation),
            ("It never ends", Part::Body),
        ];
        assert_parts(Format::Text, text, &expected);
    }
}
