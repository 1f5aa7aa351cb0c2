//! Tells an article from what stands around it on a page that was saved as text: menus, buttons, other headlines, comments.
//!
//! Such a page shows by its *labels*: short lines of nothing but the words of buttons and menus ("Share on Facebook", "Log in | Sign
//! up", "Comments (3)"). A text with fewer than [`FEWEST`] different ones is an article alone, and left as it is. Of a page go
//!
//! 1. the labels;
//! 2. what a label such as "Related" or "Read more:" announces, up to the next running text;
//! 3. everything below the comments' label, and everything from the first label on that no running text follows;
//! 4. a short line that stands further up already: pages carry their headline twice.
//!
//! Running text is a paragraph that ends a sentence and is no mere phrase. That what stands between labels is none of the article
//! unless it is running text is the idea of jusText (Pomikálek, *Removing boilerplate and duplicate content from web corpora*,
//! 2011), which cannot be taken as it is: it leaves out short paragraphs, and these may be wrong too. The lists
//! of words are `rules/lexicon/page-*.txt`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Part, Span};
use crate::word_list;

/// The fewest different labels that a page has.
const FEWEST: usize = 3;
/// The longest label, in words and in bytes.
const LONGEST: (usize, usize) = (12, 120);
/// The shortest paragraph of running text, in words.
const RUNNING: usize = 6;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Running text.
    Running,
    /// A headline, a caption, a line of a list: the article's or not.
    Short,
    /// A label.
    Label,
    /// A label that announces what is none of the article.
    Section,
    /// A label with what it announces on the same line.
    Announced,
    /// The label of the comments.
    Comments,
}

/// Drops the paragraphs of `text` that are none of the article.
pub(super) fn drop(text: &str, paragraphs: &mut Vec<(Span, Part)>) {
    let lines: Vec<Line> = paragraphs.iter().map(|(span, _)| kind(&text[span.start..span.end])).collect();
    let is_label = |line: &Line| !matches!(line, Line::Running | Line::Short);
    let labels = paragraphs.iter().zip(&lines).filter(|(_, line)| is_label(line));
    let different: BTreeSet<&str> = labels.map(|((span, _), _)| &text[span.start..span.end]).collect();
    if different.len() < FEWEST {
        return;
    }
    let comments = lines.iter().position(|line| *line == Line::Comments).unwrap_or(lines.len());
    let last_running = lines[..comments].iter().rposition(|line| *line == Line::Running).unwrap_or(comments);
    let mut announced = false;
    let mut short = BTreeSet::new();
    let mut number = 0;
    paragraphs.retain(|(span, _)| {
        let line = lines[number];
        announced = match line {
            Line::Running => false,
            Line::Section | Line::Comments => true,
            _ => announced || (is_label(&line) && number > last_running),
        };
        let again = line == Line::Short && !short.insert(&text[span.start..span.end]);
        let stamp = is_time_stamp(&text[span.start..span.end]);
        let keep = !is_label(&line) && !announced && !again && !stamp && number < comments;
        number += 1;
        keep
    });
}

/// Whether a line is nothing but figures, as a page has them beside its headline: 12.03.2026. 14:05h.
fn is_time_stamp(line: &str) -> bool {
    line.contains(|c: char| c.is_ascii_digit())
        && !line.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 1)
}

fn kind(line: &str) -> Line {
    if let Some((label, rest)) = line.split_once(':')
        && let announcing @ (Line::Section | Line::Comments) = label_kind(label)
    {
        return if rest.trim().is_empty() { announcing } else { Line::Announced };
    }
    match label_kind(line) {
        Line::Short if is_running(line) => Line::Running,
        kind => kind,
    }
}

fn is_running(line: &str) -> bool {
    let said = line.trim_end_matches(['"', '”', '’', '“', '»', ')', ' ']);
    said.ends_with(['.', '!', '?', '…', ':']) && line.split_whitespace().nth(RUNNING - 1).is_some()
}

fn label_kind(line: &str) -> Line {
    static COMMENTS: LazyLock<Vec<&str>> =
        LazyLock::new(|| word_list::entries(include_str!("../../rules/lexicon/page-comments.txt")).collect());
    static NOTICES: LazyLock<Vec<&str>> =
        LazyLock::new(|| word_list::entries(include_str!("../../rules/lexicon/page-notices.txt")).collect());
    static WORDS: LazyLock<BTreeSet<&str>> =
        LazyLock::new(|| word_list::entries(include_str!("../../rules/lexicon/page-words.txt")).collect());
    static SECTIONS: LazyLock<Vec<&str>> =
        LazyLock::new(|| word_list::entries(include_str!("../../rules/lexicon/page-sections.txt")).collect());
    let (words, bytes) = LONGEST;
    if line.len() > bytes {
        return Line::Short;
    }
    let lower = line.to_lowercase();
    if NOTICES.iter().any(|notice| lower.starts_with(notice) || lower.trim_end_matches('.').ends_with(notice))
    {
        return Line::Label;
    }
    let said: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.bytes().all(|c| c.is_ascii_digit()))
        .collect();
    let sentence = line.ends_with(['.', '?', '!']);
    if said.is_empty() || said.len() > words || sentence || !said.iter().all(|word| WORDS.contains(word)) {
        return Line::Short;
    }
    let said = format!(" {} ", said.join(" "));
    let says = |phrase: &str| said.contains(&format!(" {phrase} "));
    if COMMENTS.iter().any(|label| says(label)) {
        Line::Comments
    } else if SECTIONS.iter().any(|section| says(section)) {
        Line::Section
    } else {
        Line::Label
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Format};

    fn kept(text: &str) -> Vec<&str> {
        let paragraphs = Article::new("a.txt", text, Format::Text).paragraphs().to_vec();
        paragraphs.iter().map(|(span, _)| &text[span.start..span.end]).collect()
    }

    #[test]
    fn a_page_is_cut_down_to_its_article() {
        let text = include_str!("../../samples/saved-page.txt");
        let expected = [
            "MNE SR EN",
            "Government Adopts Budget for Next Year After Long Debate",
            "Ana Marković",
            "Updated: 12 Mar 2026, 14:31",
            "2 min read",
            "Photo: Government of Montenegro",
            "The government adopted the budget for next year on Thursday, after a debate that lasted for nine hours, and sent it to \
             parliament.",
            "Finance Minister Novica Vuković said that the deficit would be three percent of output.",
            "\"We have kept our word\", Vuković said, \"and the rules of the European Union\".",
            "The opposition said that it would vote against.",
            "Parliament meets on Friday, and the debate there, in the words of its speaker, may last for a week or more.",
        ];
        assert_eq!(kept(text), expected);
    }

    #[test]
    fn an_article_alone_is_left_as_it_is() {
        let text = "World news\nMinister Resigns\nShare\nShare\nHe left on Monday.\nMinister Resigns";
        assert_eq!(kept(text).len(), 6);
        let headings = "Sport\nOne.\nPolitics\nTwo.\nCulture\nThree.";
        assert_eq!(kept(headings), ["One.", "Two.", "Three."]);
    }
}
