//! Lists the built-in rules with what finds the few that an article needs, so that only these are read.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use regex_syntax::ast::Ast;
use regex_syntax::hir::literal::{ExtractKind, Extractor};
use serde::Deserialize;

#[expect(dead_code, reason = "the library's own code, of which the build needs a part")]
#[path = "../src/rules/syntax.rs"]
mod syntax;

/// A rules file, as far as the list goes.
#[derive(Deserialize)]
struct File {
    rule: Vec<Rule>,
}

/// A rule, as far as the list goes.
#[derive(Deserialize)]
struct Rule {
    id: toml::Spanned<String>,
    kind: Option<String>,
    pattern: Option<String>,
}

/// The rules that are listed, and which of them a string calls for.
#[derive(Default)]
pub(crate) struct Index {
    count: usize,
    /// For each string, the numbers of the rules.
    called_by: BTreeMap<String, Vec<usize>>,
}

impl Index {
    /// Lists the rules of a file as a Rust expression; `None` for a file that has to be read at every start.
    pub(crate) fn list(&mut self, path: &Path) -> Result<String, Box<dyn Error>> {
        let text = std::fs::read_to_string(path)?;
        let file: File = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let begins: Vec<usize> = text
            .match_indices("[[rule]]")
            .map(|(at, _)| at)
            .filter(|&at| at == 0 || text[..at].ends_with('\n'))
            .collect();
        let all_patterns = file.rule.iter().all(|rule| rule.pattern.is_some() && rule.kind.is_none());
        if !all_patterns || begins.len() != file.rule.len() {
            return Ok("None".to_owned());
        }
        let mut list = String::from("Some(&[\n");
        for (number, rule) in file.rule.iter().enumerate() {
            let id = rule.id.get_ref();
            let line = text[..rule.id.span().start].matches('\n').count() + 1;
            let (start, end) = (begins[number], begins.get(number + 1).copied().unwrap_or(text.len()));
            let pattern = rule.pattern.as_deref().unwrap_or_default();
            let mut needed =
                needed(pattern).map_err(|error| format!("{}:{line}: {error}", path.display()))?.into_iter();
            let first = needed.next();
            let others: Vec<String> = needed.map(|literals| format!("{:?}", literals.join("\n"))).collect();
            let windows =
                super::windows::of(pattern).map_err(|error| format!("{}:{line}: {error}", path.display()))?;
            writeln!(
                list,
                "Listed {{ number: {}, id: {id:?}, line: {line}, start: {start}, end: {end}, always: {}, others: &[{}], windows: &{windows:?} }},",
                self.count,
                first.is_none(),
                others.join(", ")
            )?;
            for literal in first.into_iter().flatten() {
                self.called_by.entry(literal).or_default().push(self.count);
            }
            self.count += 1;
        }
        Ok(list + "])")
    }

    /// The strings as a map to the places of a list, and this list as a Rust expression: which rules each string calls for.
    pub(crate) fn finish(self) -> Result<(Vec<u8>, String), Box<dyn Error>> {
        let mut map = fst::MapBuilder::memory();
        let mut lists: Vec<Vec<usize>> = Vec::new();
        for (literal, rules) in self.called_by {
            let place = lists.iter().position(|known| *known == rules).unwrap_or(lists.len());
            if place == lists.len() {
                lists.push(rules);
            }
            map.insert(literal, place as u64)?;
        }
        let lists: Vec<String> = lists.iter().map(|rules| format!("&{rules:?}")).collect();
        Ok((map.into_inner()?, format!("&[{}]", lists.join(", "))))
    }
}

/// Sets of strings, the rarest first, of which every match has one each, whatever the case of ASCII letters.
fn needed(pattern: &str) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let sets = match &regex_syntax::ast::parse::Parser::new().parse(pattern)? {
        Ast::Concat(concat) => syntax::sets_of_all(&concat.asts),
        ast => syntax::required(ast).into_iter().collect(),
    };
    let in_every_case = |set: &Vec<String>| set.iter().flat_map(|text| syntax::in_every_case(text)).collect();
    let mut sets: Vec<Vec<String>> = sets.iter().map(in_every_case).collect();
    let expression = regex_syntax::parse(pattern)?;
    for kind in [ExtractKind::Prefix, ExtractKind::Suffix] {
        let ends = Extractor::new().kind(kind).extract(&expression);
        let Some(ends) = ends.literals() else { continue };
        let ends = ends.iter().map(|end| String::from_utf8(end.as_bytes().to_vec()));
        sets.extend(ends.collect::<Result<Vec<String>, _>>());
    }
    for set in &mut sets {
        for literal in set.iter_mut() {
            literal.make_ascii_lowercase();
        }
        set.sort_unstable();
        set.dedup();
    }
    sets.retain(|set| !set.is_empty() && set.len() <= LARGEST_SET);
    sets.retain(|set| !set.iter().any(|literal| literal.is_empty() || literal.contains('\n')));
    // Beyond some rarity, fewer strings are worth more.
    sets.sort_by_key(|set| (std::cmp::Reverse(rarity_of_all(set).min(RARE)), set.len()));
    sets.dedup();
    sets.truncate(MOST_SETS);
    Ok(sets)
}

/// It takes longer to look for more strings than to run the rule.
const LARGEST_SET: usize = 64;
/// So rare a string stands in few articles.
const RARE: usize = 10;
/// More sets than these keep hardly another rule from being read.
const MOST_SETS: usize = 4;

/// How rare the commonest string of a set is.
fn rarity_of_all(set: &[String]) -> usize {
    set.iter().map(|literal| rarity(literal)).min().unwrap_or(0)
}

/// About how rare a string is in English: its letters that do not belong to one of the commonest words, and its signs.
fn rarity(literal: &str) -> usize {
    let words = literal.split(|c: char| !c.is_alphabetic()).filter(|word| !COMMONEST.contains(word));
    let letters: usize = words.map(|word| word.chars().count()).sum();
    let signs = literal.chars().filter(|c| !c.is_alphabetic() && *c != ' ').count();
    let common_signs = literal.chars().filter(|c| ".,".contains(*c)).count();
    2 * letters + 4 * signs - 2 * common_signs + usize::from(literal.len() > 1)
}

/// The words that stand in almost every sentence.
const COMMONEST: [&str; 20] = [
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "had", "has", "have", "in", "is", "of", "on",
    "that", "the", "to", "was",
];
