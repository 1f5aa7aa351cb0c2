//! A clause where a speaker's name should stand.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::word_list;

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
            if !may_have_clause(text) {
                continue;
            }
            let attributed = ATTRIBUTED.captures(text).map(|found| (found, false));
            let found = attributed.or_else(|| DOUBLE_STOP.captures(text).map(|found| (found, true)));
            let Some((found, stopped)) = found else { continue };
            let clause = clause(&found).shifted(sentence.start);
            let paragraphs = &article.prose.paragraphs;
            let paragraph = paragraphs[paragraphs.partition_point(|p| p.end < clause.end)];
            if quoted(article.article.slice(Span::new(paragraph.start, clause.start)))
                || ASIDE.is_match(article.article.slice(clause))
            {
                continue;
            }
            let stopped = stopped || article.article.text()[clause.end..].starts_with("..");
            let message = "A clause stands where the speaker’s name should stand.";
            let finding = Finding::new(clause, message);
            findings.report(if stopped { finding.confidence(Confidence::percent(92)) } else { finding });
        }
    }
}

/// The span of the clause in a match, without the space at its end.
fn clause(found: &Captures<'_>) -> Span {
    let clause = found.name("clause").expect("every match has the group");
    Span::new(clause.start(), clause.start() + clause.as_str().trim_end().len())
}

/// Whether a quotation is open at the end of `before`.
fn quoted(before: &str) -> bool {
    let count = |marks: &[char]| before.matches(marks).count();
    count(&['"']) % 2 == 1 || count(&['“', '„', '«']) > count(&['”', '»'])
}

/// How the clauses begin that no name can be.
const CLAUSE: &str = r"(?x)
    (?<clause>
        (?: (?:I|[Ww]e) (?:['’](?:m|ve|ll|d|re))? | (?:He|She|They|It|You) (?:['’](?:s|ve|ll|d|re))?
          | [Ll]et (?:['’]s|\ us|\ me) | [Dd]o\ not | [Dd]on['’]t )
        \ [a-z] [^,.;:!?…()\x22“”„«»]*
    )";

/// Whether such a clause may begin behind a comma: in most sentences none does.
fn may_have_clause(text: &str) -> bool {
    text.split(", ").skip(1).any(|behind| {
        let word = behind.split(|c: char| !c.is_alphanumeric()).next();
        word.is_some_and(|word| BEGINNINGS.contains(&word))
    })
}

/// The first words of such clauses.
const BEGINNINGS: [&str; 14] =
    ["I", "We", "we", "He", "She", "They", "It", "You", "Let", "let", "Do", "do", "Don", "don"];

/// A role, with whom or what it is for, and the comma behind which the name stands.
fn role() -> String {
    let roles = word_list::alternatives(include_str!("../../rules/lexicon/speaker-roles.txt"));
    format!(r"(?:{roles})(?: (?:for|of|at|in|from|with|on) [^,.;:!?…()\x22“”„«»]+)?, ")
}

/// Verb before subject: ", said the spokesperson for the ministry, …".
static ATTRIBUTED: LazyLock<Regex> = LazyLock::new(|| {
    let verbs = word_list::alternatives(include_str!("../../rules/lexicon/attribution-verbs.txt"));
    let before = format!(r#"(?:^|[,"“”’»] ?)(?:{verbs}) (?:[^ ,.;:!?…()"“”„«»]+ ){{0,6}}"#);
    Regex::new(&format!(r"{before}{}{CLAUSE}(?:\.|,|$)", role())).expect("lists of words")
});

/// A role and a clause with two full stops behind.
static DOUBLE_STOP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"\b{}{CLAUSE}\.\.(?:[^.]|$)", role())).expect("a list of words"));

static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    let asides = word_list::alternatives(include_str!("../../rules/lexicon/asides.txt"));
    Regex::new(&format!(r"^(?:I|[Ww]e)(?:['’](?:m|ve|ll|d|re))? (?:{asides})\b")).expect("a list of words")
});
