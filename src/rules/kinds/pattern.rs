//! `kind = "pattern"`: a regular expression, read per sentence.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Compiled, Defaults, Match, Matcher};
use crate::article::Span;
use crate::rules::expression::Expression;
use crate::rules::refusal::Refusal;
use crate::rules::source::Source;
use crate::rules::template;

/// What a pattern rule holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// A regular expression (crate regex), read per sentence: what is wrong.
    pattern: String,
    /// What to write instead; $1 is the first group of the pattern. Empty to delete what was found.
    suggest: Option<String>,
}

impl super::Written for Written {
    const NAME: &'static str = "pattern";
    const DEFAULTS: Defaults = Defaults { category: None, severity: None, confidence: None, summary: None };

    fn compile(self, source: &Source<'_>) -> Compiled {
        let expression = Expression::new(self.pattern, source.proven)
            .map_err(|what| Refusal::of_expression("pattern", &what))?;
        let spoken_of =
            self.suggest.as_deref().filter(|_| !source.proven).into_iter().flat_map(template::groups);
        if let Some(group) = spoken_of.into_iter().find(|group| !expression.has_group(group)) {
            return Err(Refusal::of_group("suggest", group, REMEDY));
        }
        Ok(Box::new(Pattern { expression, suggest: self.suggest }))
    }
}

/// What to do about a group that is not there.
const REMEDY: &str = "set a number off by braces where a letter follows, ${1}s; a dollar sign is $$";

struct Pattern {
    expression: Expression,
    suggest: Option<String>,
}

impl Matcher for Pattern {
    fn literals(&self) -> Option<Cow<'_, [String]>> {
        self.expression.literals().map(Cow::Borrowed)
    }

    fn find(&self, sentence: &str, message: Option<&str>, each: &mut dyn FnMut(Match)) {
        for captures in self.expression.regex().captures_iter(sentence) {
            let expanded = |template: &str| {
                let mut text = String::new();
                captures.expand(template, &mut text);
                text
            };
            let found = captures.get_match();
            each(Match {
                span: Span::from(found.range()),
                found: found.as_str().to_owned(),
                form: 0,
                suggestions: self.suggest.iter().map(|template| expanded(template)).collect(),
                message: expanded(message.unwrap_or_default()),
            });
        }
    }

    fn has_group(&self, group: &str) -> bool {
        self.expression.has_group(group)
    }

    fn group_remedy(&self) -> &'static str {
        REMEDY
    }
}
