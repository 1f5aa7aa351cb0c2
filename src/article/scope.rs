//! What a stretch of an article is to its reader, as the scope of a rule names it: title, body, quotation or caption.

use std::cell::OnceCell;
use std::fmt;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{Article, Part, Prose, Quotations, Side, Span};
use crate::word_list;

/// Where in an article a rule may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The first heading, or the first line where it stands alone.
    Title,
    /// What is none of the others.
    Body,
    /// Within quotation marks.
    Quotation,
    /// A paragraph that says what a picture shows, or who took it.
    Caption,
}

impl Scope {
    /// Every scope.
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

/// What the paragraphs of an article are to its reader.
pub struct Scopes {
    title: Option<usize>,
    /// For each paragraph, whether it is a caption, once somebody asks.
    captions: Vec<OnceCell<bool>>,
}

impl Scopes {
    /// Looks at the paragraphs of an article.
    pub fn of(article: &Article, prose: &Prose) -> Self {
        Self { title: title(article, prose), captions: vec![OnceCell::new(); prose.paragraphs.len()] }
    }

    /// The scope of a stretch of this article, with the quotation marks of each paragraph. A quotation in a title or a caption
    /// belongs to that.
    pub fn at(&self, span: Span, article: &Article, prose: &Prose, quotations: &[Quotations]) -> Scope {
        let after = prose.paragraphs.partition_point(|paragraph| paragraph.start <= span.start);
        let Some(number) = after.checked_sub(1) else { return Scope::Body };
        if self.title == Some(number) {
            Scope::Title
        } else if *self.captions[number].get_or_init(|| is_caption(article, prose, number)) {
            Scope::Caption
        } else if quotations[number].hold(span) || goes_on_from(span, quotations, number) {
            Scope::Quotation
        } else {
            Scope::Body
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A longer first line is no title.
const LONGEST_TITLE: usize = 200;

/// The number of the first heading; without headings that of the first paragraph, when it ends no sentence and another follows.
fn title(article: &Article, prose: &Prose) -> Option<usize> {
    if let Some(heading) = prose.parts.iter().position(|&part| part == Part::Heading) {
        return Some(heading);
    }
    let [first, _, ..] = prose.paragraphs[..] else { return None };
    let text = article.slice(first).trim_end_matches(['*', '_']);
    let alone = !text.contains('\n')
        && !text.ends_with(['.', '…', ':', ',', ';'])
        && text.chars().count() <= LONGEST_TITLE
        && !is_caption(article, prose, 0);
    alone.then_some(0)
}

/// How a caption begins, or a credit at its end.
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    let labels = word_list::alternatives(include_str!("../../rules/lexicon/caption-labels.txt"));
    Regex::new(&format!(r"^[*_(\[]*(?i:{labels})(?: (?i:by|credit|courtesy))?\s?[:/|]|[(\[/|]\s?(?i:{labels})(?: by)?\s?[:/][^()\[\]]{{1,80}}[)\]]?[*_]*$"))
        .expect("a list of words")
});

/// Whether a paragraph is a caption: by its place on the page, or by a label such as "Photo:".
fn is_caption(article: &Article, prose: &Prose, number: usize) -> bool {
    prose.parts[number] == Part::Caption || CAPTION.is_match(article.slice(prose.paragraphs[number]))
}

/// Whether a span stands behind a mark that its paragraph does not close, while the next one opens with a mark again.
fn goes_on_from(span: Span, quotations: &[Quotations], number: usize) -> bool {
    let open = quotations[number].lone.iter().rfind(|mark| mark.side == Side::Opens);
    let reopens = quotations
        .get(number + 1)
        .is_some_and(|next| next.marks().first().is_some_and(|mark| mark.side == Side::Opens));
    reopens && open.is_some_and(|mark| mark.span.end <= span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;

    #[track_caller]
    fn assert_parts(format: Format, text: &str, expected: &[(&str, Scope)]) {
        let article = Article::new("a", text, format);
        let prose = Prose::of(&article);
        let quotations: Vec<Quotations> =
            prose.paragraphs.iter().map(|&paragraph| Quotations::of(article.text(), paragraph)).collect();
        let scopes = Scopes::of(&article, &prose);
        for (words, scope) in expected {
            let start = article.text().find(words).expect("the test's words are in its text");
            let span = Span::new(start, start + words.len());
            assert_eq!(scopes.at(span, &article, &prose, &quotations), *scope, "{words}");
        }
    }

    #[test]
    fn a_first_line_that_stands_alone_is_the_title() {
        let text = "“No” to talks, PM says\nThe talks are over.\nSubheading\nMore text.";
        let expected = [("No", Scope::Title), ("The talks", Scope::Body), ("Subheading", Scope::Body)];
        assert_parts(Format::Text, text, &expected);
        assert_parts(Format::Text, "The talks are over.\nMore text", &[("talks", Scope::Body)]);
        assert_parts(Format::Text, "One paragraph alone", &[("One", Scope::Body)]);
        assert_parts(Format::Text, "It rains.\nIt pours\n---\nThe end", &[("pours", Scope::Body)]);
    }

    #[test]
    fn the_first_heading_of_markdown_is_the_title() {
        let text = "*Brussels*\n\n# Allied **Ministers**\n\nThey met.\n\n## Spending\n\nMore.";
        let expected = [
            ("Brussels", Scope::Body),
            ("Ministers", Scope::Title),
            ("They", Scope::Body),
            ("Spending", Scope::Body),
        ];
        assert_parts(Format::Markdown, text, &expected);
        assert_parts(
            Format::Markdown,
            "It rains.\n\n## **Ministers** meet\n",
            &[("Ministers", Scope::Title)],
        );
        assert_parts(Format::Markdown, "Ministers meet\n===\n\nThey met.", &[("meet", Scope::Title)]);
    }

    #[test]
    fn captions_carry_a_label() {
        let text = "It rained.\nPhoto: Marko Marković\nThe bridge (FOTO: Reuters)\nA photo: it shows rain.\n\
                    Photographers came.\nThe photo by Ana: a story.\n";
        let expected = [
            ("Marko", Scope::Caption),
            ("bridge", Scope::Caption),
            ("shows", Scope::Body),
            ("Photographers", Scope::Body),
            ("story", Scope::Body),
        ];
        assert_parts(Format::Text, text, &expected);
        assert_parts(Format::Markdown, "It rained.\n\n![The bridge](a.png)\n", &[("bridge", Scope::Caption)]);
    }

    #[test]
    fn quotations_stand_in_quotation_marks() {
        let text = "“We agree,” he said, 6'3\" tall. „Nein“, she said, and «oui», \"then\" left.\n\
                    “It goes on.\n“It ends,” he said.\n“It never ends, he said.\nThe end.";
        let expected = [
            ("We agree", Scope::Quotation),
            ("he said, 6", Scope::Body),
            ("Nein", Scope::Quotation),
            ("she said", Scope::Body),
            ("oui", Scope::Quotation),
            ("then", Scope::Quotation),
            ("left", Scope::Body),
            ("It goes on", Scope::Quotation),
            ("It ends", Scope::Quotation),
            ("It never ends", Scope::Body),
        ];
        assert_parts(Format::Text, text, &expected);
    }
}
