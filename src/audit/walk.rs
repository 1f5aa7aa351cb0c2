//! Which files are articles.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::Skipped;
use crate::error::Error;
use crate::files::{each_once, unreadable};

/// A file to read: one article, or in JSON Lines many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// What the paths of a command line lead to.
#[derive(Debug, Default)]
pub struct Walk {
    /// The articles, each once, in the order of their paths.
    pub inputs: Vec<Input>,
    /// What could not be read.
    pub problems: Vec<Error>,
    /// What an editor should know, each in words that end without a full stop.
    pub remarks: Vec<String>,
    /// What in the folders is no article.
    pub skipped: Skipped,
}

/// What the ending of a file's name says.
enum Kind {
    Article,
    Source,
    Other,
}

impl Kind {
    fn of(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "txt" if name.ends_with(".source.txt") => Self::Source,
            "txt" | "md" | "markdown" | "html" | "htm" | "xhtml" | "jsonl" => Self::Article,
            _ => Self::Other,
        }
    }
}

/// Finds the articles: `-` is standard input, a file is one whatever its ending, and in a folder those are that end in `.txt`,
/// `.md`, `.html` or `.jsonl`, at any depth, unless they are hidden or a `.gitignore` names them.
pub fn walk(paths: &[PathBuf]) -> Walk {
    let mut walk = Walk::default();
    for path in paths {
        if path.as_os_str() == "-" {
            walk.inputs.push(Input::Stdin);
            continue;
        }
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => walk.folder(path),
            Ok(_) => walk.named(path),
            Err(error) => walk.problems.push(unreadable(path, &error)),
        }
    }
    walk.inputs.sort();
    each_once(&mut walk.inputs, Input::path);
    walk
}

impl Walk {
    /// Takes a file that the command line names.
    fn named(&mut self, path: &Path) {
        match Kind::of(path) {
            Kind::Source => {
                self.remarks.push(format!("{}: skipped, the source of an article", path.display()));
            }
            Kind::Article | Kind::Other => self.inputs.push(Input::File(path.to_path_buf())),
        }
    }

    fn folder(&mut self, folder: &Path) {
        let before = self.inputs.len() + self.problems.len();
        let entries = WalkBuilder::new(folder)
            .require_git(false)
            .git_global(false)
            // Outside a repository, a `.gitignore` further up (of a home folder, say) means something else.
            .parents(is_in_repository(folder))
            .build();
        for entry in entries {
            match entry {
                Ok(entry) => self.entry(&entry),
                Err(error) => self.problems.push(of_walk(&error, folder)),
            }
        }
        if self.inputs.len() + self.problems.len() == before {
            self.remarks.push(format!(
                "{}: no article in this folder (.txt, .md, .html or .jsonl)",
                folder.display()
            ));
        }
    }

    /// Takes what stands in a folder. A link to a file is followed, one to a folder is not, so no link leads in circles.
    fn entry(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let is_link = entry.path_is_symlink() && entry.depth() > 0;
        let metadata = match path.metadata() {
            Ok(metadata) => metadata,
            Err(error) => {
                if matches!(Kind::of(path), Kind::Article) {
                    self.problems.push(unreadable(path, &error));
                }
                return;
            }
        };
        if metadata.is_dir() {
            self.skipped.linked_folders += usize::from(is_link);
        } else if metadata.is_file() {
            match Kind::of(path) {
                Kind::Article => self.inputs.push(Input::File(path.to_path_buf())),
                Kind::Source | Kind::Other => {}
            }
        }
    }
}

fn is_in_repository(folder: &Path) -> bool {
    folder.canonicalize().is_ok_and(|folder| folder.ancestors().any(|above| above.join(".git").exists()))
}

/// The error of a walk, with the path it is about.
fn of_walk(error: &ignore::Error, folder: &Path) -> Error {
    match error {
        ignore::Error::WithPath { path, err } => of_walk(err, path),
        ignore::Error::WithDepth { err, .. } => of_walk(err, folder),
        ignore::Error::Io(error) => unreadable(folder, error),
        other => Error::new(format!("cannot be read: {other}")).file(folder),
    }
}
