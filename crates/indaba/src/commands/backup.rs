//! `indaba backup`: one file with everything, taken while the server goes on serving.

use super::backup_digest::seal;
use super::{Place, say};
use crate::store::keep;
use anyhow::{Context, bail};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What is not in a backup, and what to do about it.
const MISSING: &str = "\
Not in it, on purpose, are two files of the data directory: `keys`, without which names and contacts of the exchange and
of practices can't be read (keep the file that `indaba keys export FILE` writes, apart from the backup), and `server-key`,
by which partner servers know this one (keep a copy of it as you keep a password; without it each partner has to be given
the new key that `indaba partner key` prints). Nor is an imported vocabulary: import it again.";

/// Copy all data into one file, while the server goes on
///
/// The file ends with a digest (SHA-256) of itself, so that `indaba restore` notices any damage.
///
/// The file holds everything but two secrets, which stand in the data directory: `keys` (names and contacts are in the
/// backup sealed, and can't be read without it: `indaba keys export FILE`) and `server-key` (partner servers know this
/// one by it: copy the file to a safe place). An imported vocabulary is not in it either: import it again.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The file to write; it must not exist yet
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        if self.place.database.is_some() {
            bail!("the data are on a PostgreSQL server: back them up with its own tool, `pg_dump --format=custom`");
        }
        if self.file.exists() {
            bail!("{} exists already: choose another name, so that no backup is lost", self.file.display());
        }
        let db = self.place.open_existing().await?;
        let half = beside(&self.file, "part");
        let copied = keep::copy(&db, &half).await;
        db.close().await;
        let sealed = copied.map_err(anyhow::Error::from).and_then(|()| Ok(seal(&half)?));
        let kept = sealed.and_then(|()| settle(&half, &self.file));
        if kept.is_err() {
            let _ = fs::remove_file(&half);
        }
        kept.with_context(|| format!("the backup could not be written to {}", self.file.display()))?;
        say(&format!("All data are in {}", self.file.display()));
        say(MISSING);
        Ok(())
    }
}

/// A name in the same folder, so that a finished file can take its place in one step.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{ending}"));
    file.with_file_name(name)
}

/// Brings a finished file to the disk and under its name.
pub(super) fn settle(half: &Path, file: &Path) -> anyhow::Result<()> {
    File::open(half)?.sync_all()?;
    fs::rename(half, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(())
}
