//! How much text the elements of a page hold, how much of it is links, and which elements hold paragraphs.

use super::tree::{Node, PAGE, Tree, is_block};

/// Counts of letters, by the number of an element; what is clutter counts for nothing.
pub(super) struct Measures {
    letters: Vec<usize>,
    linked: Vec<usize>,
}

impl Measures {
    pub(super) fn of(tree: &Tree, raw: &str, clutter: &[bool]) -> Self {
        let mut letters = vec![0; tree.elements.len()];
        let mut linked = letters.clone();
        // An element has a higher number than the one around it.
        for number in (0..tree.elements.len()).rev().filter(|&number| !clutter[number]) {
            for child in &tree.elements[number].children {
                if let Node::Text(span) = child {
                    let text = &raw[span.start..span.end];
                    letters[number] += text.chars().filter(|c| !c.is_whitespace()).count();
                }
            }
            if tree.elements[number].name == "a" {
                linked[number] = letters[number];
            }
            if number != PAGE {
                let parent = tree.elements[number].parent;
                letters[parent] += letters[number];
                linked[parent] += linked[number];
            }
        }
        Self { letters, linked }
    }

    /// How many letters of text an element holds.
    pub(super) fn letters(&self, number: usize) -> usize {
        self.letters[number]
    }

    /// How much of an element's text is in links, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share of letters")]
    pub(super) fn link_density(&self, number: usize) -> f64 {
        self.linked[number] as f64 / self.letters[number].max(1) as f64
    }

    /// The elements that most likely hold the article, in order.
    pub(super) fn best(&self, tree: &Tree, raw: &str, clutter: &[bool]) -> Vec<usize> {
        let scores = self.scores(tree, raw, clutter);
        let best = (1..scores.len()).rev().max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
        let Some(best) = best.filter(|&best| scores[best] > 0.0) else { return vec![PAGE] };
        let enough = (scores[best] * 0.2).max(10.0);
        let siblings =
            tree.elements[tree.elements[best].parent].children.iter().filter_map(|child| match child {
                Node::Element(number) => Some(*number),
                Node::Text(_) => None,
            });
        let is_paragraph = |number: usize| {
            tree.elements[number].name == "p" && self.letters[number] > 80 && self.link_density(number) < 0.25
        };
        siblings
            .filter(|&number| number == best || scores[number] >= enough || is_paragraph(number))
            .collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "a score")]
    fn scores(&self, tree: &Tree, raw: &str, clutter: &[bool]) -> Vec<f64> {
        let mut scores = vec![0.0; tree.elements.len()];
        for number in (1..tree.elements.len()).filter(|&number| !clutter[number]) {
            let element = &tree.elements[number];
            let mut commas = 0;
            let mut own = 0;
            for child in &element.children {
                match child {
                    Node::Text(span) => {
                        let text = &raw[span.start..span.end];
                        own += text.trim().len();
                        commas += text.matches(',').count();
                    }
                    Node::Element(inner) if !is_block(&tree.elements[*inner].name) => {
                        own += self.letters[*inner];
                    }
                    Node::Element(_) => {}
                }
            }
            if own < 25 || !is_block(&element.name) {
                continue;
            }
            let points = 1.0 + commas as f64 + (own as f64 / 100.0).min(3.0);
            // Text that stands in a division itself makes that its own parent.
            let parent = if element.name == "p" { element.parent } else { number };
            scores[parent] += points;
            scores[tree.elements[parent].parent] += points / 2.0;
        }
        for (number, score) in scores.iter_mut().enumerate() {
            *score *= 1.0 - self.link_density(number);
        }
        scores[PAGE] = 0.0;
        scores
    }
}
