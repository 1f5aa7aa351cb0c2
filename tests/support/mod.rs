//! A folder of its own for one test, and the program run in it.

#![allow(dead_code, reason = "no test uses all of it")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with files.
pub(crate) struct Folder(TempDir);

/// How the program ended.
pub(crate) struct Run {
    /// What stands on standard output.
    pub(crate) out: String,
    /// What stands on standard error.
    pub(crate) err: String,
    /// The exit code.
    pub(crate) code: i32,
}

impl Folder {
    /// A new folder.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// The program with these arguments, to be run here.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_misnomer"));
        command.current_dir(self.path()).args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs the program here, with the words of `arguments`.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        self.run_in("", arguments)
    }

    /// Runs the program in `folder` below this one.
    pub(crate) fn run_in(&self, folder: &str, arguments: &str) -> Run {
        let words: Vec<&str> = arguments.split_whitespace().collect();
        self.command(&words).current_dir(self.path().join(folder)).output().unwrap().into()
    }

    /// Runs the program here, with arguments that may hold spaces.
    pub(crate) fn run_with(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().unwrap().into()
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        Self { out, err, code: output.status.code().unwrap() }
    }
}

impl Run {
    /// All that is said, and how it ended.
    pub(crate) fn told(&self) -> String {
        format!("{}{}exit {}", self.out, self.err, self.code)
    }

    /// The cells of these columns of a report in CSV.
    pub(crate) fn cells<const N: usize>(&self, columns: [usize; N]) -> Vec<[String; N]> {
        let rows = csv::Reader::from_reader(self.out.as_bytes()).into_records();
        rows.map(|row| row.unwrap()).map(|row| columns.map(|column| row[column].to_owned())).collect()
    }

    /// File, check and found text of the findings in a report in CSV.
    pub(crate) fn findings(&self) -> Vec<[String; 3]> {
        self.cells([0, 3, 7])
    }
}
