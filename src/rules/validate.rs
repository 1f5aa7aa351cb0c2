//! Whether the values that every rule has make sense; what only its kind has is looked at there.

use super::refusal::{At, Refusal};
use super::spec::Spec;
use crate::examples::Example;

impl Spec<'_> {
    /// Says what is wrong with the values that every rule has, the expressions and groups apart.
    pub(super) fn validate(&self) -> Result<(), Refusal> {
        let id = &self.common.id;
        if !is_id(id) {
            let remedy = "use lower-case letters, digits and hyphens: white-house-joined";
            return Err(Refusal::value("id", format!("`{id}` is not an id"), remedy));
        }
        if let Some(percent) = self.reporting.confidence.filter(|&percent| percent > 100) {
            let what = format!("{percent} is more than 100 percent");
            return Err(Refusal::value("confidence", what, "write a whole percent from 0 to 100"));
        }
        if self.reporting.message.as_ref().is_some_and(|message| message.trim().is_empty()) {
            return Err(Refusal::value("message", "it is empty", "say what is wrong"));
        }
        if self.reporting.scope.as_ref().is_some_and(Vec::is_empty) {
            return Err(Refusal::value(
                "scope",
                "it names no part",
                "leave the key out to read the whole article",
            ));
        }
        let address = &self.common.source;
        if address != "editor" && !address.starts_with("https://") && !address.starts_with("http://") {
            let what = format!("`{address}` is not the address of a page");
            return Err(Refusal::value("source", what, "write the address, or `editor` for your own word"));
        }
        validate_examples("flags", &self.common.flags)?;
        validate_examples("allows", &self.common.allows)
    }
}

/// Whether words of lower-case letters and digits are joined by hyphens.
fn is_id(text: &str) -> bool {
    let in_word = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.split('-').all(|word| !word.is_empty() && word.bytes().all(in_word))
}

fn validate_examples(key: &'static str, examples: &[String]) -> Result<(), Refusal> {
    let flags = key == "flags";
    if examples.is_empty() {
        let remedy = format!("write at least one sentence that the rule {key}");
        return Err(Refusal::value(key, "it holds no example", remedy));
    }
    for (number, written) in examples.iter().enumerate() {
        let marked = "mark what is wrong and what is right: [[wrong|right]]";
        let refused = |what: String, remedy| Err(Refusal::value(key, what, remedy).at(At::Item(number)));
        match Example::parse(written) {
            Err(what) => return refused(what, marked),
            Ok(example) if flags && example.marks.is_empty() => {
                return refused(format!("the example “{}” marks nothing", example.text), marked);
            }
            Ok(example) if !flags && !example.marks.is_empty() => {
                let remedy = "what a rule allows has no mark; move it to `flags`";
                return refused(format!("the example “{}” has a mark", example.text), remedy);
            }
            Ok(_) => {}
        }
    }
    Ok(())
}
