//! The `$1` and `$name` in a message or a suggestion.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A group in a template, as the crate regex reads it.
static GROUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\$(?:\$|\{([^}]*)\}|([0-9A-Za-z_]+))").expect("a constant that the tests use")
});

/// The groups that a template speaks of.
pub(super) fn groups(template: &str) -> impl Iterator<Item = &str> {
    let templates = template.contains('$').then(|| GROUP.captures_iter(template));
    templates
        .into_iter()
        .flatten()
        .filter_map(|group| group.get(1).or(group.get(2)).map(|group| group.as_str()))
}

/// A template with its groups filled in; `$$` is a dollar sign.
pub(super) fn expand(template: &str, value: impl Fn(&str) -> String) -> String {
    let fill = |group: &Captures<'_>| match group.get(1).or(group.get(2)) {
        Some(name) => value(name.as_str()),
        None => "$".to_owned(),
    };
    if template.contains('$') { GROUP.replace_all(template, fill).into_owned() } else { template.to_owned() }
}

/// A message about a form that was found, whose groups are `$found` and `$suggestion`.
pub(super) fn about_form(template: &str, found: &str, suggestion: &str) -> String {
    expand(template, |group| match group {
        FOUND => found.to_owned(),
        _ => suggestion.to_owned(),
    })
}

/// The group of what was found.
pub(super) const FOUND: &str = "found";
/// The group of what to write instead.
pub(super) const SUGGESTION: &str = "suggestion";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_found_and_filled_in() {
        let template = "“$found”, ${suggestion}s for $$5";
        assert_eq!(groups(template).collect::<Vec<_>>(), ["found", "suggestion"]);
        assert_eq!(about_form(template, "a", "b"), "“a”, bs for $5");
    }
}
