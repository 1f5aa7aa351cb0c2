//! What another language leaves in numbers, in dates and between words is mostly found: sentences written before the checks were.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

use misnomer::article::{Article, Format};
use misnomer::engine::Engine;
use misnomer::examples::Example;
use misnomer::finding::{Category, Confidence, Severity};
use misnomer::names::Names;
use misnomer::rules;

/// Of the marked places of a file, one a line, those that no finding above neutral touches; names do not count.
fn missed(engine: &Engine, file: &str) -> Vec<String> {
    let path = Path::new("tests/planted").join(file);
    let lines = std::fs::read_to_string(path).unwrap();
    let missed = lines.lines().filter(|line| {
        let example = Example::parse(line).unwrap();
        let article = Article::new("planted", example.text.as_str(), Format::Text);
        let found = engine.check(&article);
        !found.iter().any(|found| {
            found.severity > Severity::Neutral
                && found.category != Category::Entity
                && found.span.overlaps(example.marks[0].span)
        })
    });
    missed.map(str::to_owned).collect()
}

#[test]
fn most_of_what_was_planted_is_found() {
    let engine = Engine::new(Names::builtin(), rules::builtin(), Confidence::percent(70));
    for (file, most) in [("numbers.txt", 2), ("dates.txt", 2), ("residue.txt", 10)] {
        let missed = missed(&engine, file);
        assert!(missed.len() <= most, "{file}: {} missed:\n{}", missed.len(), missed.join("\n"));
    }
}
