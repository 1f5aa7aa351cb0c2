//! Where a report goes: standard output, or a file that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, StdoutLock, Write};
use std::path::{Path, PathBuf};

use misnomer::error::{Error, Result};
use tempfile::NamedTempFile;

/// An open output.
pub(super) enum Output {
    /// Standard output, and whether it may be closed by whoever reads it: then what is left to be written is lost, without error.
    Stdout { out: BufWriter<StdoutLock<'static>>, may_be_closed: bool },
    /// A file beside the one that is meant, until it is complete.
    File { beside: BufWriter<NamedTempFile>, path: PathBuf },
    /// What is no file but can be written to, such as `/dev/null` or a pipe.
    Device { file: BufWriter<File>, path: PathBuf },
}

impl Output {
    /// Opens `path`, or standard output.
    pub(super) fn open(path: Option<&Path>) -> Result<Self> {
        match path {
            None => Ok(Self::Stdout { out: BufWriter::new(io::stdout().lock()), may_be_closed: false }),
            Some(path) => Self::file(path).map_err(|error| unwritable(Some(path), &error)),
        }
    }

    fn file(path: &Path) -> io::Result<Self> {
        // A link stays a link: what is replaced is the file it leads to.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let existing = path.metadata().ok();
        if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
            let file = BufWriter::new(File::options().write(true).open(&path)?);
            return Ok(Self::Device { file, path });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".misnomer-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As any new file: what the umask leaves of this.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let beside = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        if let Some(metadata) = existing {
            fs::set_permissions(beside.path(), metadata.permissions())?;
        }
        Ok(Self::File { beside: BufWriter::new(beside), path })
    }

    /// From now on is no error when nobody reads it any more: there is more to do than to write it.
    pub(super) fn go_on_unread(&mut self) {
        if let Self::Stdout { may_be_closed, .. } = self {
            *may_be_closed = true;
        }
    }

    /// Keeps what was written.
    pub(super) fn keep(mut self) -> Result<()> {
        match self {
            Self::Stdout { .. } => self.flush().map_err(|error| unwritable(None, &error)),
            Self::Device { mut file, path } => file.flush().map_err(|error| unwritable(Some(&path), &error)),
            Self::File { beside, path } => {
                let kept = beside
                    .into_inner()
                    .map_err(io::IntoInnerError::into_error)
                    .and_then(|beside| beside.persist(&path).map_err(io::Error::from));
                kept.map(drop).map_err(|error| unwritable(Some(&path), &error))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout { out, may_be_closed } => match out.write(bytes) {
                Err(error) if *may_be_closed && error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
                written => written,
            },
            Self::File { beside, .. } => beside.write(bytes),
            Self::Device { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout { out, may_be_closed } => match out.flush() {
                Err(error) if *may_be_closed && error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                flushed => flushed,
            },
            Self::File { beside, .. } => beside.flush(),
            Self::Device { file, .. } => file.flush(),
        }
    }
}

impl Seek for Output {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        match self {
            Self::Stdout { .. } => Err(io::ErrorKind::NotSeekable.into()),
            Self::File { beside, .. } => beside.seek(to),
            Self::Device { file, .. } => file.seek(to),
        }
    }
}

/// The error of an output, a file or standard output, that cannot be written.
pub(super) fn unwritable(path: Option<&Path>, error: &io::Error) -> Error {
    let path = path.unwrap_or(Path::new("<stdout>"));
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    Error::new(format!("the report cannot be written: {why}")).file(path)
}
