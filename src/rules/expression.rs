//! A regular expression that is compiled when it is first needed.

use std::sync::OnceLock;

use regex::Regex;

use super::syntax::Syntax;

/// A regular expression, known to be sound and compiled when first used: most articles need few of the rules.
pub(super) struct Expression {
    source: String,
    /// What the expression says of itself; of one that is proven that is rarely asked.
    syntax: OnceLock<Syntax>,
    regex: OnceLock<Regex>,
}

impl Expression {
    /// Reads an expression, or says in one line what is wrong with it; of one that is `proven` that needs no proof.
    pub(super) fn new(source: String, proven: bool) -> Result<Self, String> {
        let (syntax, regex) = (OnceLock::new(), OnceLock::new());
        if !proven {
            let read = Syntax::of(&source)?;
            if read.matches_nothing {
                return Err("it matches the empty text".to_owned());
            }
            if read.doubtful {
                let _ = regex.set(Regex::new(&source).map_err(|error| in_one_line(&error))?);
            } else if read.names_classes {
                regex_syntax::parse(&source).map_err(|error| in_one_line(&error))?;
            }
            let _ = syntax.set(read);
        }
        Ok(Self { source, syntax, regex })
    }

    fn syntax(&self) -> &Syntax {
        self.syntax.get_or_init(|| Syntax::of(&self.source).expect("what is not proven has been read"))
    }

    /// The compiled expression.
    pub(super) fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| {
            Regex::new(&self.source).expect("what is doubtful is proven or compiled when read")
        })
    }

    /// Strings of which at least one occurs, whatever its case, in every match; none when there is no such set.
    pub(super) fn literals(&self) -> Option<&[String]> {
        self.syntax().literals.as_deref()
    }

    /// Whether it has a group of this name or number.
    pub(super) fn has_group(&self, group: &str) -> bool {
        self.syntax().has_group(group)
    }
}

fn in_one_line(error: &impl ToString) -> String {
    let message = error.to_string();
    message.rsplit("error: ").next().unwrap_or(&message).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Expression;

    #[test]
    fn what_is_unsound_is_refused() {
        let refusal = |source: &str| Expression::new(source.to_owned(), false).err();
        assert_eq!(refusal(r"\b").as_deref(), Some("it matches the empty text"));
        assert_eq!(refusal("(a").as_deref(), Some("unclosed group"));
        assert_eq!(refusal(r"\p{Nowhere}").as_deref(), Some("Unicode property not found"));
        assert_eq!(refusal(r"[\p{L}&&\p{Nowhere}]").as_deref(), Some("Unicode property not found"));
        assert!(refusal(r"(?:a{4294967295}{4294967295}|b{4294967295}{4294967295})").is_some());
        assert!(refusal(r"\w{500}").is_some_and(|what| what.contains("size limit")));
        assert_eq!(refusal("a+"), None);
    }
}
