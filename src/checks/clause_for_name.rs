//! A clause where a speaker's name should stand.

use regex_syntax::is_word_character;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::attribution::VERBS;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list::{WordList, word_list};

/// Flags a first-person or verbal clause in the place of a name: "said the spokesperson for the ministry, I will not go."
pub(super) struct ClauseForName;

impl Check for ClauseForName {
    fn about(&self) -> About<'_> {
        About {
            id: "clause-for-name",
            category: Category::Entity,
            severity: Severity::Major,
            confidence: Confidence::percent(80),
            summary: "A clause stands where the name of a speaker should stand.",
            why: "A name that means something in its own language can be translated as a whole clause. The sentence \
                  still parses, so that nobody notices that the speaker has no name. Look the name up in the source.",
            flags: vec![
                "“The talks go on,” said a spokesperson for the ministry, [[I do not know]].. She gave no date.",
                "The talks go on, said the head of the Office for Kosovo, [[we will see]], adding that time is short.",
                "“It is over”, confirmed the mayor of the old town, [[Let’s go]].",
                "The spokesman of the Ministry of Health, [[I am coming]].. said that the hospital is full.",
            ],
            allows: vec![
                "“The talks go on,” said the minister, adding that time is short.",
                "“It is,” said the minister, “we will see.”",
                "“It was a mistake,” said the minister, I think, with some regret.",
                "“It was a mistake,” said the minister, we were told, in private.",
                "He said, I think, that the minister, we hope, will come.",
                "According to the minister, we need more money.",
                "However, according to the spokesperson, I was wrong.",
                "“The minister, I am sure, will come,” said the spokesman of the ministry, Marko Marković.",
                "\"As the minister, I am responsible..\" he said.",
                "As head of the office, we... I mean they... tried.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for &sentence in &article.prose.sentences {
            let text = article.article.slice(sentence);
            let clauses: Vec<Clause<'_>> =
                text.match_indices(", ").filter_map(|(comma, _)| Clause::behind(text, comma)).collect();
            let attributed = clauses.iter().find(|clause| clause.is_attributed());
            let Some(found) = attributed.or_else(|| clauses.iter().find(|clause| clause.is_stopped())) else {
                continue;
            };
            let clause = found.span().shifted(sentence.start);
            let paragraphs = &article.prose.paragraphs;
            let paragraph = paragraphs[paragraphs.partition_point(|p| p.end < clause.end)];
            if quoted(article.article.slice(Span::new(paragraph.start, clause.start)))
                || is_aside(article.article.slice(clause))
            {
                continue;
            }
            let stopped = attributed.is_none() || article.article.text()[clause.end..].starts_with("..");
            let message = "A clause stands where the speaker’s name should stand.";
            let finding = Finding::new(clause, message);
            findings.report(if stopped { finding.confidence(Confidence::percent(92)) } else { finding });
        }
    }
}

/// Whether a quotation is open at the end of `before`.
fn quoted(before: &str) -> bool {
    let count = |marks: &[char]| before.matches(marks).count();
    count(&['"']) % 2 == 1 || count(&['“', '„', '«']) > count(&['”', '»'])
}

/// A clause that no name can be, behind a comma.
struct Clause<'t> {
    before: &'t str,
    text: &'t str,
    behind: &'t str,
}

impl<'t> Clause<'t> {
    fn behind(text: &'t str, comma: usize) -> Option<Self> {
        let (before, rest) = (&text[..comma], &text[comma + ", ".len()..]);
        let predicate =
            behind_subject(rest)?.strip_prefix(' ').filter(|words| words.starts_with(is_small))?;
        let end = rest.len() - predicate.len() + predicate.find(ENDS).unwrap_or(predicate.len());
        let (text, behind) = rest.split_at(end);
        Some(Self { before, text, behind })
    }

    /// Where it stands, without the space at its end.
    fn span(&self) -> Span {
        let start = self.before.len() + ", ".len();
        Span::new(start, start + self.text.trim_end().len())
    }

    /// Whether a verb and its subject stand before the comma: ", said the spokesperson for the ministry, …".
    fn is_attributed(&self) -> bool {
        if !(self.behind.is_empty() || self.behind.starts_with(['.', ','])) {
            return false;
        }
        let part = last_part(self.before);
        let opens = match self.before[..self.before.len() - part.len()].chars().next_back() {
            Some(mark) if !",\"“”»".contains(mark) => None,
            Some(_) => Some(part.strip_prefix(' ').unwrap_or(part)),
            None => Some(part),
        };
        let behind_mark = part.match_indices('’').map(|(at, mark)| {
            let behind = &part[at + mark.len()..];
            behind.strip_prefix(' ').unwrap_or(behind)
        });
        opens.into_iter().chain(behind_mark).any(|words| {
            let subjects = VERBS.iter().filter_map(|verb| words.strip_prefix(verb)?.strip_prefix(' '));
            subjects.into_iter().any(is_subject)
        })
    }

    /// Whether a role stands before the comma and two full stops behind the clause.
    fn is_stopped(&self) -> bool {
        let part = self.before.len() - last_part(self.before).len();
        let begins_word = |at: usize| !self.before[..at].ends_with(is_word_character);
        self.behind.strip_prefix("..").is_some_and(|behind| !behind.starts_with('.'))
            && self.before[part..]
                .char_indices()
                .any(|(at, _)| begins_word(part + at) && is_role(&self.before[part + at..]))
    }
}

/// What ends a clause.
const ENDS: [char; 15] = [',', '.', ';', ':', '!', '?', '…', '(', ')', '"', '“', '”', '„', '«', '»'];

fn is_small(c: char) -> bool {
    c.is_ascii_lowercase()
}

/// The text behind the last mark that ends a clause.
fn last_part(text: &str) -> &str {
    &text[text.rfind(ENDS).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8))..]
}

/// What stands behind the subject at the beginning of a clause, or behind what stands in its place.
fn behind_subject(clause: &str) -> Option<&str> {
    let (word, behind) = clause.split_at(clause.find(|c: char| !c.is_alphanumeric())?);
    match word {
        "I" | "We" | "we" => behind_ending(behind, &["m", "ve", "ll", "d", "re"]),
        "He" | "She" | "They" | "It" | "You" => behind_ending(behind, &["s", "ve", "ll", "d", "re"]),
        "Let" | "let" => ["'s", "’s", " us", " me"].into_iter().find_map(|us| behind.strip_prefix(us)),
        "Do" | "do" => behind.strip_prefix(" not"),
        "Don" | "don" => ["'t", "’t"].into_iter().find_map(|not| behind.strip_prefix(not)),
        _ => None,
    }
}

/// What stands behind the short form of a verb, where there is one.
fn behind_ending<'t>(text: &'t str, endings: &[&str]) -> Option<&'t str> {
    let Some(ending) = text.strip_prefix(['\'', '’']) else { return Some(text) };
    endings.iter().find_map(|known| ending.strip_prefix(known))
}

/// Whether a text is a role, behind six words at most.
fn is_subject(text: &str) -> bool {
    let mut rest = Some(text);
    for _ in 0..=6 {
        if rest.is_some_and(is_role) {
            return true;
        }
        rest = rest
            .and_then(|rest| rest.split_once(' '))
            .filter(|(word, _)| !word.is_empty())
            .map(|(_, rest)| rest);
    }
    false
}

/// Whether a text is a role, with whom or what it is for.
fn is_role(text: &str) -> bool {
    ROLES.iter().filter_map(|role| text.strip_prefix(role)).any(|behind| {
        let mut words = behind.strip_prefix(' ').into_iter().filter_map(|behind| behind.split_once(' '));
        behind.is_empty() || words.any(|(word, whom)| OF.contains(&word) && !whom.is_empty())
    })
}

/// What stands between a role and whom or what it is for.
const OF: [&str; 7] = ["for", "of", "at", "in", "from", "with", "on"];
static ROLES: WordList = word_list!("speaker-roles");

/// Whether a clause is a speaker’s own: "I think".
fn is_aside(clause: &str) -> bool {
    let subject = clause.split(|c: char| !c.is_alphanumeric()).next();
    let is_own = matches!(subject, Some("I" | "We" | "we"));
    let said =
        behind_subject(clause).filter(|_| is_own).and_then(|said| said.strip_prefix(' ')).unwrap_or_default();
    ASIDES
        .iter()
        .any(|aside| said.strip_prefix(aside).is_some_and(|rest| !rest.starts_with(is_word_character)))
}

static ASIDES: WordList = word_list!("asides");
