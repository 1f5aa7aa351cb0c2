//! A folder of its own for one test, and the program run in it.

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder with files.
pub(crate) struct Folder(pub(crate) TempDir);

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

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    /// Runs the program, with the words of `arguments`, in `folder` below this one.
    pub(crate) fn run_in(&self, folder: &str, arguments: &str) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_misnomer"))
            .current_dir(self.0.path().join(folder))
            .args(arguments.split_whitespace())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        Run { out, err, code: output.status.code().unwrap() }
    }

    /// Runs the program here.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        self.run_in("", arguments)
    }
}

impl Run {
    /// File, check and found text of the findings in a report in CSV.
    pub(crate) fn findings(&self) -> Vec<[String; 3]> {
        let mut report = csv::Reader::from_reader(self.out.as_bytes());
        report
            .records()
            .map(|row| row.unwrap())
            .map(|row| [0, 3, 7].map(|cell| row[cell].to_owned()))
            .collect()
    }
}
