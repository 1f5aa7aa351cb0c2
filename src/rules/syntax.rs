//! What a regular expression says of itself before it is compiled, read off its syntax tree.
//!
//! Compiling takes a hundred times as long, for the tables of Unicode: of thousands of rules a run needs a few.

use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{
    Ast, ClassBracketed, ClassSet, ClassSetItem, Flag, Flags, FlagsItemKind, GroupKind, RepetitionKind,
    RepetitionRange,
};

/// What is known of an expression.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Syntax {
    /// Strings of which at least one occurs, whatever its case, in every match; none when there is no such set.
    pub(super) literals: Option<Vec<String>>,
    /// The names and numbers of its groups, but for the whole, 0.
    groups: Vec<String>,
    /// Whether it can match the empty text.
    pub(super) matches_nothing: bool,
    /// Whether it names classes of characters, such as `\p{L}`, of which there may be none.
    pub(super) names_classes: bool,
    /// Whether only compiling it tells if it can be compiled.
    pub(super) doubtful: bool,
}

impl Syntax {
    /// Reads an expression; says in a few words what is wrong with it, if anything.
    pub(super) fn of(expression: &str) -> Result<Self, String> {
        Self::of_words(expression).map_or_else(|| Self::of_tree(expression), Ok)
    }

    fn of_tree(expression: &str) -> Result<Self, String> {
        let ast = Parser::new().parse(expression).map_err(|error| error.kind().to_string())?;
        let mut syntax = Self::new(required(&ast), 0);
        let size = syntax.measure(&ast);
        syntax.matches_nothing = size.least == 0;
        syntax.doubtful |= size.weight > MOST_WEIGHT;
        Ok(syntax)
    }

    /// Reads an expression that is little more than words, as most are, in a tenth of the time; none where it is not.
    fn of_words(expression: &str) -> Option<Self> {
        if expression.len() > MOST_WEIGHT {
            return None;
        }
        let (mut sets, mut run, mut least) = (Vec::new(), String::new(), 0);
        let mut rest = expression;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix(r"\b").or_else(|| rest.strip_prefix("(?i)")) {
                rest = after;
            } else if let Some(group) = rest.strip_prefix("(?:") {
                let (words, after) = group.split_once(')')?;
                if words.split('|').any(|word| word.is_empty() || word.contains(is_sign)) {
                    return None;
                }
                least += words.split('|').map(|word| word.chars().count()).min()?;
                sets.push(words.split('|').map(str::to_owned).collect());
                sets.push(vec![std::mem::take(&mut run)]);
                rest = after;
            } else {
                let mut chars = rest.chars();
                let letter = chars.next().filter(|&c| !is_sign(c))?;
                rest = chars.as_str();
                if let Some(after) = rest.strip_prefix('?') {
                    sets.push(vec![std::mem::take(&mut run)]);
                    rest = after;
                } else {
                    run.push(letter);
                    least += 1;
                }
            }
        }
        sets.push(vec![run]);
        Some(Self::new(longest(sets), least))
    }

    /// Whether it has a group of this name or number.
    pub(super) fn has_group(&self, group: &str) -> bool {
        group == "0" || self.groups.iter().any(|known| known == group)
    }

    fn new(required: Option<Vec<String>>, least: usize) -> Self {
        Self {
            literals: required.map(|set| set.iter().flat_map(|word| in_every_case(word)).collect()),
            groups: Vec::new(),
            matches_nothing: least == 0,
            names_classes: false,
            doubtful: false,
        }
    }

    /// Notes the groups of an expression and what is doubtful in it, and says how large it is.
    fn measure(&mut self, ast: &Ast) -> Size {
        match ast {
            Ast::Empty(_) | Ast::Assertion(_) => Size::default(),
            Ast::Flags(set) => {
                self.doubtful |= changes_unicode(&set.flags);
                Size::default()
            }
            Ast::Literal(_) => Size { least: 1, weight: 1 },
            Ast::Dot(_) => Size { least: 1, weight: 10 },
            Ast::ClassPerl(_) => Size { least: 1, weight: UNICODE_CLASS },
            Ast::ClassUnicode(_) => {
                self.names_classes = true;
                Size { least: 1, weight: UNICODE_CLASS }
            }
            Ast::ClassBracketed(class) => {
                let weight = self.weigh(&class.kind);
                Size { least: 1, weight: if class.negated { weight.max(50) } else { weight } }
            }
            Ast::Repetition(repetition) => {
                let Size { least, weight } = self.measure(&repetition.ast);
                let (fewest, most) = times(&repetition.op.kind);
                Size {
                    least: least.saturating_mul(fewest as usize),
                    weight: weight.saturating_mul(most as usize),
                }
            }
            Ast::Group(group) => {
                match &group.kind {
                    GroupKind::CaptureIndex(number) => self.groups.push(number.to_string()),
                    GroupKind::CaptureName { name, .. } => {
                        self.groups.extend([name.index.to_string(), name.name.clone()]);
                    }
                    GroupKind::NonCapturing(flags) => self.doubtful |= changes_unicode(flags),
                }
                self.measure(&group.ast)
            }
            Ast::Alternation(alternation) => {
                let sizes: Vec<Size> = alternation.asts.iter().map(|ast| self.measure(ast)).collect();
                Size {
                    least: sizes.iter().map(|size| size.least).min().unwrap_or(0),
                    weight: sizes.iter().map(|size| size.weight).fold(0, usize::saturating_add),
                }
            }
            Ast::Concat(concat) => {
                concat.asts.iter().map(|ast| self.measure(ast)).fold(Size::default(), |all, size| Size {
                    least: all.least.saturating_add(size.least),
                    weight: all.weight.saturating_add(size.weight),
                })
            }
        }
    }

    fn weigh(&mut self, class: &ClassSet) -> usize {
        match class {
            ClassSet::Item(item) => self.weigh_item(item),
            ClassSet::BinaryOp(sets) => self.weigh(&sets.lhs).saturating_add(self.weigh(&sets.rhs)),
        }
    }

    fn weigh_item(&mut self, item: &ClassSetItem) -> usize {
        match item {
            ClassSetItem::Empty(_) => 0,
            ClassSetItem::Literal(_) | ClassSetItem::Ascii(_) => 1,
            ClassSetItem::Range(_) => 20,
            ClassSetItem::Perl(_) => UNICODE_CLASS,
            ClassSetItem::Unicode(_) => {
                self.names_classes = true;
                UNICODE_CLASS
            }
            ClassSetItem::Bracketed(inner) => self.weigh(&inner.kind),
            ClassSetItem::Union(union) => {
                union.items.iter().map(|item| self.weigh_item(item)).fold(0, usize::saturating_add)
            }
        }
    }
}

/// Whether a character means something in an expression, outside of a class.
fn is_sign(c: char) -> bool {
    matches!(c, '\\' | '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}' | '^' | '$')
}

/// How large an expression is.
#[derive(Clone, Copy, Default)]
struct Size {
    /// Characters of its shortest match.
    least: usize,
    /// About how many states it compiles to.
    weight: usize,
}

/// States of a class such as `\w`.
const UNICODE_CLASS: usize = 1000;
/// An expression of more states may exceed what the crate regex allows, which is some ten times as many.
const MOST_WEIGHT: usize = 20_000;

fn changes_unicode(flags: &Flags) -> bool {
    flags.items.iter().any(|item| item.kind == FlagsItemKind::Flag(Flag::Unicode))
}

/// The fewest and the most copies that a repetition compiles to.
fn times(kind: &RepetitionKind) -> (u32, u32) {
    match kind {
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => (0, 1),
        RepetitionKind::OneOrMore => (1, 1),
        RepetitionKind::Range(RepetitionRange::Exactly(times) | RepetitionRange::AtLeast(times)) => {
            (*times, (*times).max(1))
        }
        RepetitionKind::Range(RepetitionRange::Bounded(fewest, most)) => (*fewest, *most),
    }
}

/// The literal, and where it has more than ASCII letters, whose cases a search does not know, its usual capitals.
pub(super) fn in_every_case(literal: &str) -> Vec<String> {
    if literal.is_ascii() {
        return vec![literal.to_owned()];
    }
    let lower = literal.to_lowercase();
    let headline = lower.split(' ').map(capitalised).collect::<Vec<_>>().join(" ");
    let mut cases = vec![capitalised(&lower), headline, literal.to_uppercase(), lower, literal.to_owned()];
    cases.sort_unstable();
    cases.dedup();
    cases
}

/// A text with a capital for its first letter.
pub(super) fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

/// Strings of which every match has one, whatever its case; none when there is no such set.
pub(super) fn required(ast: &Ast) -> Option<Vec<String>> {
    match ast {
        Ast::Literal(literal) => Some(vec![literal.c.to_string()]),
        Ast::Group(group) => required(&group.ast),
        Ast::Repetition(repetition) if times(&repetition.op.kind).0 > 0 => required(&repetition.ast),
        Ast::Alternation(alternation) => {
            alternation.asts.iter().map(required).collect::<Option<Vec<_>>>().map(|sets| sets.concat())
        }
        Ast::Concat(concat) => longest(sets_of_all(&concat.asts)),
        _ => None,
    }
}

/// The set whose shortest string is longest.
fn longest(sets: Vec<Vec<String>>) -> Option<Vec<String>> {
    let shortest = |set: &Vec<String>| set.iter().map(String::len).min().unwrap_or(0);
    sets.into_iter().max_by_key(shortest).filter(|set| shortest(set) > 0)
}

/// Sets of which every match of a sequence has a string each, whatever its case; letters that follow each other make one string.
pub(super) fn sets_of_all(parts: &[Ast]) -> Vec<Vec<String>> {
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
    sets
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
    use proptest::prelude::*;

    use super::Syntax;

    fn read(expression: &str) -> Syntax {
        Syntax::of(expression).expect("the expression is sound")
    }

    #[test]
    fn every_match_holds_one_of_the_literals() {
        let literals = |expression| read(expression).literals;
        let some = |list: &[&str]| Some(list.iter().map(|&literal| literal.to_owned()).collect());
        assert_eq!(literals(r"\b(?i)foto:"), some(&["foto:"]));
        assert_eq!(literals(r"\b(\d+)\.? (juna|lipnja)\b"), some(&["juna", "lipnja"]));
        assert_eq!(literals(r"(?i)skok"), some(&["skok"]));
        assert_eq!(literals(r"a(?:bc)?d*efg+"), some(&["ef"]));
        assert_eq!(literals(r"[Mm]inister (?x) of "), some(&["Minister of"]));
        assert_eq!(literals("мај"), some(&["МАЈ", "Мај", "мај"]));
        assert_eq!(literals("(?i)šef žena"), some(&["ŠEF ŽENA", "Šef Žena", "Šef žena", "šef žena"]));
        assert_eq!(literals("(?:ab){0,2}c{2}"), some(&["c"]));
        assert_eq!(literals(r"\d+|euro"), None);
        assert_eq!(literals(r"\p{L}+"), None);
    }

    proptest! {
        #[test]
        fn words_are_read_as_their_tree_is(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    r"\b", "(?i)", "(?:", "(", "|", ")", "?", "a", "šef", " ", "-", "#", "~", "{", "start", "}", r"\.", ".", "+",
                ]),
                0..9,
            ),
        ) {
            let expression = pieces.concat();
            if let Some(syntax) = Syntax::of_words(&expression) {
                prop_assert_eq!(Ok(syntax), Syntax::of_tree(&expression), "{}", expression);
            }
        }
    }

    #[test]
    fn groups_and_empty_matches_are_known() {
        assert_eq!(read(r"(a)(?:b)(?<year>\d+)").groups, ["1", "2", "year"]);
        let nothing = |expression| read(expression).matches_nothing;
        assert!(nothing(r"\b") && nothing("a*") && nothing("(?:a|b?)") && nothing("a{0,3}^"));
        assert!(!nothing("a+") && !nothing("(?:a|b)") && !nothing("a?.") && !nothing("[ab]{2}"));
    }

    /// What is not doubtful compiles, or `Expression` would fail in the middle of a run.
    #[test]
    fn what_may_not_compile_is_doubtful() {
        for refused in
            [r"\p{Nowhere}", r"[\p{Nowhere}]", r"(?-u:\xff)", r"\w{500}", r"(?:\w{30}){30}", "a{9999999}"]
        {
            assert!(regex::Regex::new(refused).is_err(), "{refused}");
            let syntax = read(refused);
            assert!(syntax.doubtful || syntax.names_classes, "{refused}");
        }
        let largest = [
            r"\w{20}",
            r"(?i)\p{L}{20}",
            r"[^\p{Lu}\p{M}]{9}",
            r"[^\w]{20}",
            r"(?i)[a-zà-ž]{400}",
            "(?i:k){5000}",
            r"(?:.{10}){100}",
        ];
        for accepted in largest {
            assert!(!read(accepted).doubtful, "{accepted}");
            assert!(regex::Regex::new(accepted).is_ok(), "{accepted}");
        }
    }
}
