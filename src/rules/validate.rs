//! What is wrong with the values of a rule, each error with its line, its key and what to do.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Rule;
use super::spec::{Source, Spec};
use crate::error::Result;
use crate::examples::Example;

static ID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^[a-z0-9]+(-[a-z0-9]+)*$").expect("a constant that the tests use"));

impl Spec {
    /// Says what is wrong with the values of a rule, the patterns apart.
    pub(super) fn validate(&self, source: &Source<'_>) -> Result<()> {
        let refuse = |span: Range<usize>, what: String, remedy: &str| {
            Err(source.error(&span, format!("key {what}")).remedy(remedy))
        };
        if let Some(kind) = self.kind.as_ref().filter(|kind| kind.get_ref() != "pattern") {
            let what = format!("`kind`: there is no kind of rule `{}`", kind.get_ref());
            return refuse(kind.span(), what, "write `pattern`, or leave the key out");
        }
        if !ID.is_match(self.id.get_ref()) {
            let what = format!("`id`: `{}` is not an id", self.id.get_ref());
            return refuse(
                self.id.span(),
                what,
                "use lower-case letters, digits and hyphens: white-house-joined",
            );
        }
        if *self.confidence.get_ref() > 100 {
            let what = format!("`confidence`: {} is more than 100 percent", self.confidence.get_ref());
            return refuse(self.confidence.span(), what, "write a whole percent from 0 to 100");
        }
        if self.message.get_ref().trim().is_empty() {
            return refuse(self.message.span(), "`message`: it is empty".to_owned(), "say what is wrong");
        }
        let address = self.source.get_ref();
        if address != "editor" && !address.starts_with("https://") && !address.starts_with("http://") {
            let what = format!("`source`: `{address}` is not the address of a page");
            return refuse(self.source.span(), what, "write the address, or `editor` for your own word");
        }
        self.validate_examples(source, "flags")?;
        self.validate_examples(source, "allows")
    }

    fn validate_examples(&self, source: &Source<'_>, key: &str) -> Result<()> {
        let flags = key == "flags";
        let examples = if flags { &self.flags } else { &self.allows };
        if examples.get_ref().is_empty() {
            return Err(source
                .error(&examples.span(), format!("key `{key}`: it holds no example"))
                .remedy(format!("write at least one sentence that the rule {key}")));
        }
        for written in examples.get_ref() {
            let error = |what: String| source.error(&written.span(), format!("key `{key}`: {what}"));
            let example = Example::parse(written.get_ref()).map_err(|what| {
                error(what).remedy("mark what is wrong and what is right: [[wrong|right]]")
            })?;
            if flags && example.marks.is_empty() {
                let what = format!("the example “{}” marks nothing", example.text);
                return Err(error(what).remedy("mark what is wrong and what is right: [[wrong|right]]"));
            }
            if !flags && !example.marks.is_empty() {
                let what = format!("the example “{}” has a mark", example.text);
                return Err(error(what).remedy("what a rule allows has no mark; move it to `flags`"));
            }
        }
        Ok(())
    }
}

impl Rule {
    /// Compiles the patterns, and says what is wrong with them or with what speaks of their groups.
    pub(super) fn validate(&self, spec: &Spec, source: &Source<'_>) -> Result<()> {
        let patterns = [
            ("pattern", Some(&self.pattern), Some(&spec.pattern)),
            ("unless", self.unless.as_ref(), spec.unless.as_ref()),
        ];
        for (key, pattern, written) in patterns {
            let (Some(pattern), Some(written)) = (pattern, written) else { continue };
            pattern.validate().map_err(|what| {
                let remedy = if what.starts_with("look-around") {
                    "say in `unless` where it must not match"
                } else {
                    "correct it; the notation is explained at https://docs.rs/regex/#syntax"
                };
                source.error(&written.span(), format!("key `{key}`: bad pattern: {what}")).remedy(remedy)
            })?;
        }
        for (key, template) in [("suggest", spec.suggest.as_ref()), ("message", Some(&spec.message))] {
            let Some(template) = template else { continue };
            if let Some(group) = self.pattern.missing_group(template.get_ref()) {
                let what = format!("key `{key}`: the pattern has no group `{group}`");
                return Err(source.error(&template.span(), what).remedy(
                    "set a number off by braces where a letter follows, ${1}s; a dollar sign is $$",
                ));
            }
        }
        Ok(())
    }
}
