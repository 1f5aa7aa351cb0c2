//! Which elements of a page are its article.
//!
//! 1. *Never*: what the standard says is no content of the page (scripts, fields, `nav`, `aside`, `footer`, hidden elements,
//!    the roles of ARIA for such), reader comments (`article` within an `article`, `itemprop=comment`), and forms and elements whose
//!    class or id says so (`rules/lexicon/page-clutter.txt`), unless they hold half of the page's text.
//! 2. *Where the page says which*: the element with `itemprop=articleBody` (schema.org), else the `article` that holds twice the
//!    text of any other, else `main` or `role=main`. From what stands before it come the headline, the lead and captions.
//! 3. *Else* the scoring of Readability (<https://github.com/mozilla/readability>, after Arc90, 2010): every paragraph gives a point,
//!    one for each comma and one for each hundred characters, up to three, to its parent and half to its grandparent; the less of
//!    an element's text is in links, the more it keeps. The best and those of its siblings that have a fifth of its points win.
//! 4. A file without `html`, `head` or `body` is what a content system holds of an article, and is taken whole.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::measure::Measures;
use super::tree::{Element, PAGE, Tree};
use crate::word_list;

/// The article of a page.
pub(super) struct Content {
    /// The elements that are read, in order; none is inside another.
    pub(super) roots: Vec<usize>,
    /// Whether an element is none of the article; by its number.
    pub(super) clutter: Vec<bool>,
}

impl Content {
    pub(super) fn of(tree: &Tree, raw: &str) -> Self {
        let mut clutter = tree.marked(|element| is_clutter(tree, element));
        let page = Measures::of(tree, raw, &clutter);
        let by_class = tree.marked(|number| {
            let element = &tree.elements[number];
            says_clutter(element) && page.letters(number) * 2 < page.letters(PAGE)
        });
        clutter.iter_mut().zip(by_class).for_each(|(clutter, by_class)| *clutter |= by_class);
        let measures = Measures::of(tree, raw, &clutter);
        for number in 0..tree.elements.len() {
            let inside = clutter[tree.elements[number].parent];
            clutter[number] |= inside || is_list_of_links(tree, &measures, number);
        }
        let roots = roots(tree, raw, &measures, &clutter);
        Self { roots, clutter }
    }
}

fn roots(tree: &Tree, raw: &str, measures: &Measures, clutter: &[bool]) -> Vec<usize> {
    if !tree.elements.iter().any(|element| matches!(element.name.as_str(), "html" | "head" | "body")) {
        return vec![PAGE];
    }
    let named = |is: &dyn Fn(&Element) -> bool| -> Vec<usize> {
        let all = 0..tree.elements.len();
        let mut found: Vec<usize> = all
            .filter(|&number| is(&tree.elements[number]) && !clutter[number] && measures.letters(number) > 0)
            .collect();
        found.sort_by_key(|&number| (std::cmp::Reverse(measures.letters(number)), number));
        found
    };
    let bodies = named(&|element| element.says("itemprop", "articleBody"));
    let articles = named(&|element| element.name == "article" || element.says("role", "article"));
    let mains = named(&|element| element.name == "main" || element.says("role", "main"));
    let outweighs = |all: &[usize]| all.len() < 2 || measures.letters(all[0]) >= 2 * measures.letters(all[1]);
    let said = match (bodies.first(), articles.first(), mains.first()) {
        (Some(&body), _, _) => Some(body),
        (None, Some(&article), _) if outweighs(&articles) => Some(article),
        (None, _, main) => main.copied(),
    };
    let mut roots = said.map_or_else(|| measures.best(tree, raw, clutter), |root| vec![root]);
    let first = roots[0];
    let mut before = opening(tree, first, clutter);
    before.append(&mut roots);
    before
}

/// The headline, the lead and the captions that stand before an element, in the article or page around it.
fn opening(tree: &Tree, root: usize, clutter: &[bool]) -> Vec<usize> {
    let around =
        tree.ancestors(root).find(|&above| matches!(tree.elements[above].name.as_str(), "article" | "main"));
    let mut found: Vec<usize> = Vec::new();
    for (number, &clutter) in clutter.iter().enumerate().take(root).skip(around.unwrap_or(PAGE) + 1) {
        let element = &tree.elements[number];
        let holds = |inner: usize, outer: usize| tree.ancestors(inner).any(|above| above == outer);
        let headline = element.name == "h1" || element.says("itemprop", "headline");
        let lead = element.says("itemprop", "description")
            || words(element).any(|word| LEADS.contains(&word.as_str()))
            || element.name == "figcaption";
        // Outside of any article only the headline can be told, and of several the nearest.
        let wanted = headline || (lead && around.is_some() && element.name != "meta");
        if wanted && !clutter && !holds(root, number) && !found.iter().any(|&outer| holds(number, outer)) {
            if headline && around.is_none() {
                found.clear();
            }
            found.push(number);
        }
    }
    let has_own =
        tree.elements.iter().enumerate().skip(root).any(|(number, element)| {
            element.name == "h1" && tree.ancestors(number).any(|above| above == root)
        });
    if has_own && around.is_none() { Vec::new() } else { found }
}

/// What editors call the paragraph between the headline and the text.
const LEADS: [&str; 9] =
    ["deck", "dek", "intro", "lead", "perex", "standfirst", "subheadline", "subtitle", "summary"];

impl Element {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Whether a word is among those of an attribute.
    fn says(&self, name: &str, word: &str) -> bool {
        self.attribute(name).split_whitespace().any(|said| said.eq_ignore_ascii_case(word))
    }
}

/// Whether an element says that it is a picture's caption.
pub(super) fn is_caption(element: &Element) -> bool {
    matches!(element.name.as_str(), "figcaption" | "caption") || words(element).any(|word| word == "caption")
}

fn is_clutter(tree: &Tree, number: usize) -> bool {
    let element = &tree.elements[number];
    let style = element.attribute("style").replace(' ', "").to_ascii_lowercase();
    let within = |names: &[&str]| {
        tree.ancestors(number).any(|above| names.contains(&tree.elements[above].name.as_str()))
    };
    NO_CONTENT.contains(&element.name.as_str())
        || ROLES.iter().any(|role| element.says("role", role))
        || element.attributes.contains_key("hidden")
        || element.says("aria-hidden", "true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || element.says("itemprop", "comment")
        || element.attribute("itemtype").ends_with("/Comment")
        || (element.name == "header" && !within(&["article", "main", "section"]))
        // The standard's own example of an article within an article is a reader's comment.
        || (element.name == "article" && within(&["article"]))
}

/// Elements that show nothing to read, or by the standard's words no content of the page.
const NO_CONTENT: &[&str] = &[
    "aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "footer", "head", "iframe", "input",
    "map", "math", "menu", "meter", "nav", "noembed", "noframes", "noscript", "object", "picture", "pre",
    "progress", "script", "search", "select", "style", "svg", "template", "textarea", "video", "xmp",
];

/// Roles of ARIA that say as much.
const ROLES: [&str; 11] = [
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "toolbar",
];

/// Whether the name, the class or the id speaks of clutter.
fn says_clutter(element: &Element) -> bool {
    static CLUTTER: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        word_list::entries(include_str!("../../../rules/lexicon/page-clutter.txt")).collect()
    });
    match element.name.as_str() {
        "html" | "body" | "main" | "h1" => false,
        "form" => true,
        // Systems write all that is known of an article into its class.
        "article" => words(element).any(|word| matches!(word.as_str(), "comment" | "related")),
        _ => words(element).any(|word| CLUTTER.contains(word.as_str())),
    }
}

/// The words of class and id, in small letters: of `relatedPosts td-share_box` related, posts, td, share, box.
fn words(element: &Element) -> impl Iterator<Item = String> {
    let names = format!("{} {}", element.attribute("class"), element.attribute("id"));
    let mut spaced = String::with_capacity(names.len() + 8);
    let mut small = false;
    for c in names.chars() {
        if small && c.is_ascii_uppercase() {
            spaced.push(' ');
        }
        small = c.is_ascii_lowercase();
        spaced.push(if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
    }
    let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
    words.into_iter()
}

/// Whether an element is a line or a list of links and little else: "Read also", tags, the next article.
fn is_list_of_links(tree: &Tree, measures: &Measures, number: usize) -> bool {
    matches!(
        tree.elements[number].name.as_str(),
        "ul" | "ol" | "li" | "p" | "div" | "section" | "h2" | "h3" | "h4" | "h5" | "h6"
    ) && measures.link_density(number) >= 0.8
}

impl Tree {
    /// The elements around one, from the inside.
    pub(super) fn ancestors(&self, number: usize) -> impl Iterator<Item = usize> {
        let above = |&number: &usize| (number != PAGE).then(|| self.elements[number].parent);
        std::iter::successors(above(&number), move |number| above(number))
    }

    /// Which elements are such, or within such.
    fn marked(&self, is: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut marked = vec![false; self.elements.len()];
        for number in 1..self.elements.len() {
            marked[number] = marked[self.elements[number].parent] || is(number);
        }
        marked
    }
}
