//! Many articles: which files they are, and checking them on all processors.

mod skipped;
mod tally;
mod trial;
mod walk;

use std::fs;
use std::io::{self, Read};
use std::num::NonZero;
use std::path::Path;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

pub use skipped::Skipped;
pub use tally::Tally;
pub use trial::{Hits, Trial, Tried, trial};
pub use walk::{Input, Walk, walk};

use crate::article::{self, Article, Content, Format};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::report::Row;

/// What became of one input.
#[derive(Debug)]
pub enum Outcome {
    /// It was checked.
    Checked {
        /// Its findings, in the order of the report.
        rows: Vec<Row>,
        /// How many words it has.
        words: usize,
        /// What an editor should know of how it was read.
        remark: Option<String>,
    },
    /// It is no text.
    Binary,
    /// It could not be read.
    Failed(Error),
}

impl Input {
    /// What a report calls it.
    pub fn path(&self) -> &Path {
        match self {
            Self::Stdin => Path::new("<stdin>"),
            Self::File(path) => path,
        }
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            Self::File(path) => fs::read(path),
        }
    }
}

/// Checks one input.
pub fn check(engine: &Engine, input: &Input) -> Outcome {
    let path = input.path();
    let (text, remark) = match input.bytes().map(article::read) {
        Ok(Content::Text { text, remark }) => (text, remark),
        Ok(Content::Binary) => return Outcome::Binary,
        Err(error) => return Outcome::Failed(walk::unreadable(path, &error)),
    };
    let article = Article::new(path, text, Format::of(path));
    let analysis = engine.analyse(&article);
    let found = engine.check_analysis(&analysis);
    let rows = found.into_iter().map(|reported| Row::new(&article, &analysis.prose, reported)).collect();
    Outcome::Checked { rows, words: analysis.prose.words.len(), remark }
}

/// Checks the inputs on the threads of `pool` and hands over what became of them in their order; ends early when `each` fails.
pub fn audit(
    engine: &Engine,
    inputs: &[Input],
    pool: &ThreadPool,
    mut each: impl FnMut(&Input, Outcome) -> io::Result<()>,
) -> io::Result<()> {
    // No more than one batch of findings is in memory at a time, and no more articles than threads.
    for batch in inputs.chunks(pool.current_num_threads() * 64) {
        let outcomes: Vec<Outcome> =
            pool.install(|| batch.par_iter().with_max_len(1).map(|input| check(engine, input)).collect());
        for (input, outcome) in batch.iter().zip(outcomes) {
            each(input, outcome)?;
        }
    }
    Ok(())
}

/// As many threads, or as many as there are processors.
pub fn threads(count: Option<NonZero<usize>>) -> Result<ThreadPool> {
    ThreadPoolBuilder::new()
        .num_threads(count.map_or(0, NonZero::get))
        .build()
        .map_err(|error| Error::new(format!("cannot start the threads: {error}")))
}
