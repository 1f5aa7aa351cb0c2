//! What an author says to the checks: that some may be wrong in the paragraph that follows.
//!
//! `<!-- misnomer: allow literal-name, doubled-word -->` says it in Markdown and HTML, and the line `[misnomer: allow literal-name]`
//! in plain text.

use super::Span;

/// A marker in the text as read.
#[derive(Debug)]
pub(super) struct Marker {
    pub(super) span: Span,
    pub(super) checks: Vec<String>,
}

/// A marker of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The ids of the checks that it silences; none when it cannot be read.
    pub checks: Vec<String>,
    /// The paragraph that follows, in the text of the article.
    pub paragraph: Option<Span>,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// Reads what stands between the brackets of a marker; none when it does not speak to `misnomer`.
pub(super) fn read(inside: &str, span: Span) -> Option<Marker> {
    let order = inside.trim().strip_prefix("misnomer:")?.trim();
    let list = order.strip_prefix("allow").filter(|list| list.starts_with(char::is_whitespace));
    let ids = list.into_iter().flat_map(|list| list.split(',')).map(str::trim);
    let checks = ids.filter(|id| !id.is_empty()).map(str::to_owned).collect();
    Some(Marker { span, checks })
}

/// Reads a line of plain text that is a marker and nothing else.
pub(super) fn read_line(line: &str, span: Span) -> Option<Marker> {
    read(line.trim().strip_prefix('[')?.strip_suffix(']')?, span)
}
