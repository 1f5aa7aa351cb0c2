//! Which rules are worth running on a sentence: one pass over it for the strings that their matches hold.

use super::Rule;
use super::body::Unread;
use super::called::{CALLED, Literals};
use super::line::Line;
use super::literal_index::LiteralIndex;
use crate::analysis::Analysis;
use crate::finding::Findings;

/// Finds the rules, of any number and kind, that may match a sentence, so that the others are neither compiled nor run.
pub struct Prefilter {
    listed: Literals,
    /// For each listed rule, by its number, its position.
    positions: Vec<Option<usize>>,
    /// The positions of the other rules.
    others: LiteralIndex,
    /// Positions of the rules that need no literal.
    always: Vec<usize>,
}

impl Prefilter {
    /// A prefilter for `rules`, in this order.
    pub fn new(rules: &[Rule]) -> Self {
        let mut literals = Vec::new();
        let mut always = Vec::new();
        let mut positions = Vec::new();
        for (position, rule) in rules.iter().enumerate() {
            if let Some(Unread { listed, .. }) = rule.unread {
                positions.resize(positions.len().max(listed.number + 1), None);
                positions[listed.number] = Some(position);
                if listed.always {
                    always.push(position);
                }
                continue;
            }
            match rule.body().matcher.literals() {
                Some(needed) => {
                    literals.extend(needed.into_owned().into_iter().map(|literal| (literal, position)));
                }
                None => always.push(position),
            }
        }
        Self { listed: Literals::builtin(), positions, others: LiteralIndex::new(literals), always }
    }

    /// What `rules`, of which this is the prefilter, find in an article: the position of each rule that has findings, in order.
    pub fn check(&self, rules: &[Rule], article: &Analysis<'_>) -> Vec<(usize, Findings)> {
        let sentences = &article.prose.sentences;
        let lines: Vec<Line<'_>> =
            sentences.iter().map(|&sentence| Line::of(article.article, sentence)).collect();
        let candidates = self.candidates(&lines);
        let mut found = Vec::new();
        for of_one_rule in candidates.chunk_by(|a, b| a.0 == b.0) {
            let rule = of_one_rule[0].0;
            let mut findings = Findings::default();
            let worth_reading = of_one_rule.iter().map(|&(_, line)| &lines[line]);
            rules[rule].check_lines(article, worth_reading, &mut findings);
            if !findings.is_empty() {
                found.push((rule, findings));
            }
        }
        found
    }

    /// The positions of the rules that may match, each with a line that it may match in, in order.
    fn candidates(&self, lines: &[Line<'_>]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            if !self.positions.is_empty() {
                self.listed.find(line, |place| {
                    let rules =
                        CALLED[place].iter().filter_map(|&rule| self.positions.get(usize::from(rule)));
                    found.extend(rules.flatten().map(|&rule| (rule, number)));
                });
            }
            self.others.find(line, |rule| found.push((rule, number)));
            found.extend(self.always.iter().map(|&rule| (rule, number)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
