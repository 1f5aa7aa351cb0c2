//! What rules find in an archive: how their author sees false alarms before the readers do.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::ThreadPool;

use super::{Input, Outcome, audit};
use crate::checks::Check;
use crate::engine::Engine;
use crate::error::Error;
use crate::finding::Confidence;
use crate::names::Names;
use crate::report::Row;
use crate::rules::Rule;

/// What rules found in an archive.
#[derive(Debug, Default)]
pub struct Trial {
    /// Articles read.
    pub articles: usize,
    /// Words of these articles.
    pub words: usize,
    /// What could not be read.
    pub problems: Vec<Error>,
    /// The rules, in the order of their files; those that only the older files have come last.
    pub rules: Vec<Tried>,
}

/// What one rule found in an archive.
#[derive(Debug)]
pub struct Tried {
    /// The id of the rule.
    pub id: String,
    /// All that it found.
    pub found: Hits,
    /// What its older version found.
    pub before: Hits,
    /// What it found and its older version did not.
    pub new: Hits,
    /// What its older version found and it did not.
    pub gone: Hits,
}

/// Findings, counted, and the first of them.
#[derive(Debug, Default)]
pub struct Hits {
    /// How many.
    pub count: usize,
    /// The first, in order of article and position.
    pub first: Vec<Row>,
}

impl Hits {
    /// So many are kept to be shown.
    pub const SHOWN: usize = 20;

    fn add(&mut self, row: Row) {
        self.count += 1;
        if self.first.len() < Self::SHOWN {
            self.first.push(row);
        }
    }
}

/// Articles that are compared at a time.
const BATCH: usize = 256;

/// Runs rules over an archive, each as if it were alone, and compares what they find with what an older version of them, if
/// there is one, finds.
pub fn trial(rules: Vec<Rule>, older: Option<Vec<Rule>>, inputs: &[Input], pool: &ThreadPool) -> Trial {
    let mut trial = Trial::default();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for rule in rules.iter().chain(older.iter().flatten()) {
        let id = rule.about().id.to_owned();
        if !places.contains_key(&id) {
            places.insert(id.clone(), trial.rules.len());
            let [found, before, new, gone] = std::array::from_fn(|_| Hits::default());
            trial.rules.push(Tried { id, found, before, new, gone });
        }
    }
    let engine = |rules| Engine::new(Names::builtin(), rules, Confidence::percent(0)).of_rules_alone();
    let (engine, older) = (engine(rules), older.map(engine));
    for batch in inputs.chunks(BATCH) {
        let after = trial.rows(&engine, batch, pool);
        let before = older.as_ref().map(|older| Trial::default().rows(older, batch, pool));
        let compares = before.is_some();
        let before = before.unwrap_or_default();
        let keys = |rows: &[Row]| rows.iter().map(key).collect::<BTreeSet<Key>>();
        let (keys_after, keys_before) = (keys(&after), keys(&before));
        for row in after {
            let tried = &mut trial.rules[places[&row.reported.check]];
            if compares && !keys_before.contains(&key(&row)) {
                tried.new.add(row.clone());
            }
            tried.found.add(row);
        }
        for row in before {
            let tried = &mut trial.rules[places[&row.reported.check]];
            if !keys_after.contains(&key(&row)) {
                tried.gone.add(row.clone());
            }
            tried.before.add(row);
        }
    }
    trial
}

/// What makes two findings the same: the rule, the place and the suggestions.
type Key = (String, String, usize, usize, Vec<String>);

fn key(row: &Row) -> Key {
    let reported = &row.reported;
    (row.file.clone(), reported.check.clone(), row.place.start, row.place.end, reported.suggestions.clone())
}

impl Trial {
    /// What an engine finds in some articles, which are counted.
    fn rows(&mut self, engine: &Engine, inputs: &[Input], pool: &ThreadPool) -> Vec<Row> {
        let mut all = Vec::new();
        let read = audit(
            |_| engine,
            inputs,
            pool,
            |_, outcome| {
                match outcome {
                    Outcome::Checked { rows, words, .. } => {
                        self.articles += 1;
                        self.words += words;
                        all.extend(rows);
                    }
                    Outcome::Binary => {}
                    Outcome::Failed(error) => self.problems.push(error),
                }
                io::Result::Ok(())
            },
        );
        read.expect("taking what was found cannot fail");
        all
    }
}
