//! A regular expression that is compiled when it is first needed, and the literals that say when that is.

use std::sync::{LazyLock, OnceLock};

use regex::Regex;
use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{Ast, ClassBracketed, ClassSet, ClassSetItem, RepetitionKind, RepetitionRange};

/// A group in a template, as the crate regex reads it.
static GROUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\$(?:\$|\{([^}]*)\}|([0-9A-Za-z_]+))").expect("a constant that the tests use")
});

/// A regular expression, compiled when first used: most articles need few of the rules.
pub(super) struct Pattern {
    source: String,
    regex: OnceLock<Regex>,
}

impl Pattern {
    /// A pattern not looked at yet.
    pub(super) fn new(source: String) -> Self {
        Self { source, regex: OnceLock::new() }
    }

    /// Says in one line what is wrong with it, if anything.
    pub(super) fn validate(&self) -> Result<(), String> {
        let regex = Regex::new(&self.source).map_err(|error| {
            let message = error.to_string();
            message.rsplit("error: ").next().unwrap_or(&message).trim().to_owned()
        })?;
        let parsed = regex_syntax::parse(&self.source);
        if parsed.is_ok_and(|hir| hir.properties().minimum_len() == Some(0)) {
            return Err("it matches the empty text".to_owned());
        }
        let _ = self.regex.set(regex);
        Ok(())
    }

    /// The compiled expression.
    pub(super) fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| Regex::new(&self.source).expect("validated when its file was read"))
    }

    /// The first group that a template such as `$1 and ${name}` speaks of and the expression does not have.
    pub(super) fn missing_group(&self, template: &str) -> Option<String> {
        let known: Vec<String> = self
            .regex()
            .capture_names()
            .enumerate()
            .flat_map(|(number, name)| [Some(number.to_string()), name.map(str::to_owned)])
            .flatten()
            .collect();
        let groups = GROUP.captures_iter(template).filter_map(|group| group.get(1).or(group.get(2)));
        groups.map(|group| group.as_str().to_owned()).find(|group| !known.contains(group))
    }

    /// Strings of which at least one occurs, whatever its case, in every match; none when there is no such set.
    ///
    /// Read off the syntax tree: the full translation of a pattern, with its tables of Unicode, takes twenty times as long.
    pub(super) fn literals(&self) -> Option<Vec<String>> {
        let set = required(&Parser::new().parse(&self.source).ok()?)?;
        Some(set.iter().flat_map(|literal| in_every_case(literal)).collect())
    }
}

/// The literal, and where it has more than ASCII letters, whose cases the search does not know, its usual capitals.
fn in_every_case(literal: &str) -> Vec<String> {
    if literal.is_ascii() {
        return vec![literal.to_owned()];
    }
    let lower = literal.to_lowercase();
    let mut rest = lower.chars();
    let capital = rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect();
    vec![capital, literal.to_uppercase(), lower]
}

fn required(ast: &Ast) -> Option<Vec<String>> {
    match ast {
        Ast::Literal(literal) => Some(vec![literal.c.to_string()]),
        Ast::Group(group) => required(&group.ast),
        Ast::Repetition(repetition) if at_least_once(&repetition.op.kind) => required(&repetition.ast),
        Ast::Alternation(alternation) => {
            alternation.asts.iter().map(required).collect::<Option<Vec<_>>>().map(|sets| sets.concat())
        }
        Ast::Concat(concat) => required_of_all(&concat.asts),
        _ => None,
    }
}

fn at_least_once(kind: &RepetitionKind) -> bool {
    match kind {
        RepetitionKind::OneOrMore => true,
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => false,
        RepetitionKind::Range(
            RepetitionRange::Exactly(least)
            | RepetitionRange::AtLeast(least)
            | RepetitionRange::Bounded(least, _),
        ) => *least > 0,
    }
}

/// Of the parts of a sequence, the set whose shortest string is longest; letters that follow each other make one string.
fn required_of_all(parts: &[Ast]) -> Option<Vec<String>> {
    let mut sets: Vec<Vec<String>> = Vec::new();
    let mut run = String::new();
    for part in parts {
        match part {
            Ast::Literal(literal) => run.push(literal.c),
            Ast::ClassBracketed(class) if either_case(class).is_some() => run.extend(either_case(class)),
            Ast::Assertion(_) | Ast::Flags(_) | Ast::Empty(_) => {}
            _ => {
                sets.extend(required(part));
                sets.push(vec![std::mem::take(&mut run)]);
            }
        }
    }
    sets.push(vec![run]);
    let shortest = |set: &Vec<String>| set.iter().map(String::len).min().unwrap_or(0);
    sets.into_iter().max_by_key(shortest).filter(|set| shortest(set) > 0)
}

/// The letter of a class such as `[Tt]`.
fn either_case(class: &ClassBracketed) -> Option<char> {
    let ClassSet::Item(ClassSetItem::Union(union)) = &class.kind else { return None };
    match union.items.as_slice() {
        [ClassSetItem::Literal(a), ClassSetItem::Literal(b)] if !class.negated => {
            a.c.eq_ignore_ascii_case(&b.c).then_some(a.c)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn literals(pattern: &str) -> Option<Vec<String>> {
        Pattern::new(pattern.to_owned()).literals()
    }

    #[test]
    fn every_match_holds_one_of_the_literals() {
        let some = |list: &[&str]| Some(list.iter().map(|&literal| literal.to_owned()).collect());
        assert_eq!(literals(r"\b(?i)foto:"), some(&["foto:"]));
        assert_eq!(literals(r"\b(\d+)\.? (juna|lipnja)\b"), some(&["juna", "lipnja"]));
        assert_eq!(literals(r"(?i)skok"), some(&["skok"]));
        assert_eq!(literals(r"a(?:bc)?d*efg+"), some(&["ef"]));
        assert_eq!(literals(r"[Mm]inister (?x) of "), some(&["Minister of"]));
        assert_eq!(literals("мај"), some(&["Мај", "МАЈ", "мај"]));
        assert_eq!(literals("(?:ab){0,2}c{2}"), some(&["c"]));
        assert_eq!(literals(r"\d+|euro"), None);
        assert_eq!(literals(r"\p{L}+"), None);
    }

    #[test]
    fn an_empty_match_is_refused() {
        assert_eq!(Pattern::new(r"\b".to_owned()).validate(), Err("it matches the empty text".to_owned()));
        assert_eq!(Pattern::new("a*".to_owned()).validate(), Err("it matches the empty text".to_owned()));
        assert_eq!(Pattern::new("a+".to_owned()).validate(), Ok(()));
        assert_eq!(Pattern::new("(a".to_owned()).validate(), Err("unclosed group".to_owned()));
    }
}
