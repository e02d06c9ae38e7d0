//! Bytes to a file, all of them or none.

use std::io::Write;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why a file was not written. What stood there before still does.
#[derive(Debug, Error)]
pub enum SaveError {
    /// There is a file of that name, and it was not said to replace it.
    #[error("{0} exists; --force replaces it")]
    Exists(PathBuf),
    /// Writing failed.
    #[error("{0}: {1}")]
    Failed(PathBuf, std::io::Error),
}

/// Writes `bytes` beside `path` and then gives them its name. Replaces a file of that name only if `force` is set; a
/// symbolic link is replaced, not followed.
///
/// # Errors
/// If the file exists and may not be replaced, or if writing fails.
pub fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), SaveError> {
    let failed = |error| SaveError::Failed(path.to_owned(), error);
    if !force && path.symlink_metadata().is_ok() {
        return Err(SaveError::Exists(path.to_owned()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    // Asked first, since the fault of a missing folder would name the temporary file.
    folder.metadata().map_err(failed)?;
    let mut beside = readable().tempfile_in(folder).map_err(failed)?;
    beside.write_all(bytes).and_then(|()| beside.as_file().sync_all()).map_err(failed)?;
    let named = if force { beside.persist(path) } else { beside.persist_noclobber(path) };
    match named {
        Ok(_) => {
            // The name shall survive a power cut too; a system that cannot promise that has still written the file.
            let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
            Ok(())
        }
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(SaveError::Exists(path.to_owned()))
        }
        Err(error) => Err(failed(error.error)),
    }
}

/// A temporary file that others may read as they may any new file, as far as the user's mask lets them.
fn readable() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_is_replaced_only_by_force() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("map.svg");
        save(&path, b"one", false).expect("a new file");
        assert!(matches!(save(&path, b"two", false), Err(SaveError::Exists(_))));
        assert_eq!(std::fs::read(&path).expect("the file"), b"one");
        save(&path, b"three", true).expect("replaced");
        assert_eq!(std::fs::read(&path).expect("the file"), b"three");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing else is left behind");
    }

    #[test]
    fn a_missing_folder_is_said() {
        let fault = save(Path::new("/no/such/folder/map.svg"), b"", false).expect_err("no folder");
        assert!(
            fault.to_string().starts_with("/no/such/folder/map.svg: ") && !fault.to_string().contains("tmp"),
            "{fault}"
        );
    }
}
