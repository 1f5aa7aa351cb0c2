//! Many articles: which files they are, and checking them on all processors.

mod records;
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

use records::{Line, Lines};
pub use skipped::Skipped;
pub use tally::Tally;
pub use trial::{Hits, Trial, Tried, trial};
pub use walk::{Input, Walk, walk};

use crate::article::{self, Article, Content, Format};
use crate::engine::{Engine, Review};
use crate::error::{Error, Result};
use crate::files::unreadable;
use crate::report::Row;

/// What became of one input.
#[derive(Debug)]
pub enum Outcome {
    /// It was checked.
    Checked {
        /// What the report calls it.
        file: String,
        /// Its findings, in the order of the report.
        rows: Vec<Row>,
        /// How many words it has.
        words: usize,
        /// What an editor should know of how it was read.
        remark: Option<String>,
        /// What is wrong with the markers in it.
        warnings: Vec<Error>,
    },
    /// It is no text.
    Binary,
    /// It could not be read.
    Failed(Error),
}

/// An article that waits to be read.
enum Job {
    /// A file, or standard input.
    Whole,
    /// A line of a JSON Lines file.
    Line(Line),
    /// None: what went wrong.
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

    /// The folder whose configuration it obeys; an empty path is the current one.
    pub fn folder(&self) -> &Path {
        match self {
            Self::Stdin => Path::new(""),
            Self::File(path) => path.parent().unwrap_or(path),
        }
    }

    /// Whether it is a JSON Lines file, of which every line is an article.
    pub fn is_json_lines(&self) -> bool {
        matches!(self, Self::File(path) if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl")))
    }

    /// The articles in it, one at a time.
    fn jobs(&self) -> Box<dyn Iterator<Item = (&Self, Job)> + '_> {
        if !self.is_json_lines() {
            return Box::new(std::iter::once((self, Job::Whole)));
        }
        let failed = move |error: &io::Error| (self, Job::Failed(unreadable(self.path(), error)));
        match Lines::open(self.path()) {
            Ok(lines) => Box::new(lines.map(move |line| match line {
                Ok(line) => (self, Job::Line(line)),
                Err(error) => failed(&error),
            })),
            Err(error) => Box::new(std::iter::once(failed(&error))),
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

fn check(engine: &Engine, input: &Input, job: Job) -> Outcome {
    match job {
        Job::Whole => check_whole(engine, input),
        Job::Line(line) => check_line(engine, input.path(), line),
        Job::Failed(error) => Outcome::Failed(error),
    }
}

fn check_whole(engine: &Engine, input: &Input) -> Outcome {
    let path = input.path();
    match input.bytes().map(article::read) {
        Ok(Content::Text { text, remark }) => {
            check_article(engine, &Article::new(path, text, Format::of(path)), remark)
        }
        Ok(Content::Binary) => Outcome::Binary,
        Err(error) => Outcome::Failed(unreadable(path, &error)),
    }
}

fn check_line(engine: &Engine, path: &Path, line: Line) -> Outcome {
    let Line { number, start, text } = line;
    match text.and_then(|text| Article::from_json_line(path, text, number, start)) {
        Ok(article) => check_article(engine, &article, None),
        Err(what) => Outcome::Failed(Error::new(format!("this line {what}")).file(path).line(number)),
    }
}

fn check_article(engine: &Engine, article: &Article, remark: Option<String>) -> Outcome {
    let analysis = engine.analyse(article);
    let Review { findings, warnings } = engine.review(&analysis);
    let rows = findings.into_iter().map(|reported| Row::new(article, &analysis.prose, reported)).collect();
    let file = article.path().display().to_string();
    Outcome::Checked { file, rows, words: analysis.prose.words.len(), remark, warnings }
}

/// Lines of more bytes than this are not held at a time, but for the last of them.
const BATCH: usize = 16 << 20;

/// Checks each input with its engine, on the threads of `pool`, and hands over what became of each article in their order; ends
/// early when `each` fails.
pub fn audit<'e>(
    engine: impl Fn(&Input) -> &'e Engine + Sync,
    inputs: &[Input],
    pool: &ThreadPool,
    mut each: impl FnMut(&Input, Outcome) -> io::Result<()>,
) -> io::Result<()> {
    let mut jobs = inputs.iter().flat_map(Input::jobs);
    loop {
        // No more than one batch of findings and of lines is in memory at a time, and no more files than threads.
        let mut batch: Vec<(&Input, Job)> = Vec::new();
        let mut bytes = 0;
        while batch.len() < pool.current_num_threads() * 64 && bytes < BATCH {
            let Some((input, job)) = jobs.next() else { break };
            if let Job::Line(Line { text: Ok(text), .. }) = &job {
                bytes += text.len();
            }
            batch.push((input, job));
        }
        if batch.is_empty() {
            return Ok(());
        }
        let outcomes: Vec<(&Input, Outcome)> = pool.install(|| {
            batch
                .into_par_iter()
                .with_max_len(1)
                .map(|(input, job)| (input, check(engine(input), input, job)))
                .collect()
        });
        for (input, outcome) in outcomes {
            each(input, outcome)?;
        }
    }
}

/// As many threads, or as many as there are processors; a file alone is checked on the thread that is there, which is quicker than
/// to start one.
pub fn threads(count: Option<NonZero<usize>>, inputs: &[Input]) -> Result<ThreadPool> {
    let threads = ThreadPoolBuilder::new();
    let threads = match inputs {
        [input] if !input.is_json_lines() => threads.num_threads(1).use_current_thread(),
        _ => threads.num_threads(count.map_or(0, NonZero::get)),
    };
    threads.build().map_err(|error| Error::new(format!("cannot start the threads: {error}")))
}
