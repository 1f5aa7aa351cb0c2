//! The elements of HTML within each other, however badly their tags are kept.
//!
//! Not the tree that the HTML standard builds, but what an article needs of it: tags that may be left out (`</p>`, `</li>`) are
//! put in, an end tag that ends nothing is passed over, and inline tags that cross a block do not tear it apart.

use super::tokens::{Attributes, Token};
use crate::article::Span;

/// The elements of a page; the first is the page itself.
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
}

/// An element, or the page.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Attributes,
    /// Its start tag.
    pub(super) span: Span,
    pub(super) parent: usize,
    pub(super) children: Vec<Node>,
}

/// What an element holds.
pub(super) enum Node {
    Element(usize),
    Text(Span),
}

/// The page, first of the elements.
pub(super) const PAGE: usize = 0;

/// Elements deeper than this are taken for siblings, as browsers do: a page must not exhaust the stack.
const DEEPEST: usize = 500;

impl Tree {
    pub(super) fn of(tokens: Vec<Token>) -> Self {
        let page = Element {
            name: String::new(),
            attributes: Attributes::new(),
            span: Span::new(0, 0),
            parent: PAGE,
            children: Vec::new(),
        };
        let mut tree = Self { elements: vec![page] };
        let mut open = vec![PAGE];
        for token in tokens {
            match token {
                Token::Start { name, attributes, span } => tree.start(&mut open, name, attributes, span),
                Token::End { name } => tree.end(&mut open, &name),
                Token::Comment { .. } => {}
                Token::Text(span) => tree.add(&open, Node::Text(span)),
            }
        }
        tree
    }

    fn add(&mut self, open: &[usize], node: Node) {
        self.elements[innermost(open)].children.push(node);
    }

    fn start(&mut self, open: &mut Vec<usize>, name: String, attributes: Attributes, span: Span) {
        for (ended, within) in ended_by(&name) {
            self.close(open, ended, within);
        }
        let number = self.elements.len();
        self.add(open, Node::Element(number));
        let empty = is_empty(&name);
        self.elements.push(Element { name, attributes, span, parent: innermost(open), children: Vec::new() });
        if !empty && open.len() < DEEPEST {
            open.push(number);
        }
    }

    fn end(&mut self, open: &mut Vec<usize>, name: &str) {
        let within: &[&str] = match name {
            "table" => &[],
            _ if is_block(name) => &["td", "th", "table"],
            _ => BLOCKS,
        };
        self.close(open, &[name], within);
    }

    /// Closes the innermost open element of these names, and all in it, unless one of `within` stands between.
    fn close(&self, open: &mut Vec<usize>, names: &[&str], within: &[&str]) {
        for depth in (1..open.len()).rev() {
            let name = self.elements[open[depth]].name.as_str();
            if names.contains(&name) {
                open.truncate(depth);
                return;
            }
            if within.contains(&name) {
                return;
            }
        }
    }
}

fn innermost(open: &[usize]) -> usize {
    open.last().copied().unwrap_or(PAGE)
}

/// Whether an element begins a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Whether an element holds nothing and has no end tag.
pub(super) fn is_empty(name: &str) -> bool {
    EMPTY.contains(&name)
}

const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

type Ended = (&'static [&'static str], &'static [&'static str]);

/// Which open elements a start tag ends whose end tags may be left out, and what shields them from it.
fn ended_by(name: &str) -> Vec<Ended> {
    const P: Ended = (&["p"], &["td", "th", "table", "button", "object"]);
    match name {
        "li" => vec![P, (&["li"], &["ul", "ol", "menu"])],
        "dt" | "dd" => vec![P, (&["dt", "dd"], &["dl"])],
        "td" | "th" => vec![(&["td", "th"], &["tr", "table"])],
        "tr" => vec![(&["tr"], &["table"])],
        "tbody" | "thead" | "tfoot" => vec![(&["tbody", "thead", "tfoot"], &["table"])],
        "option" => vec![(&["option"], &["select"])],
        "html" | "head" | "caption" => Vec::new(),
        "body" => vec![(&["head"], &[])],
        _ if is_block(name) => vec![P],
        _ => Vec::new(),
    }
}
