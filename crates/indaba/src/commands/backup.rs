//! `indaba backup FILE`: a whole copy, while the server runs.

use super::{Place, tell};
use crate::store::keep;
use anyhow::{Context, bail};
use std::path::PathBuf;

/// Write a whole copy of what is kept, also while the server runs
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// A file that is not there yet
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        if self.file.exists() {
            bail!("{} is there already: choose a new name, so that no earlier backup is lost", self.file.display());
        }
        let db = self.place.open().await?;
        // Under another name first: a backup that was cut off must not look like one.
        let part = self.file.with_extension("part");
        let text = part.to_str().context("the path is not readable text")?;
        let done = keep::copy_to(&db, text).await;
        db.close().await;
        if done.with_context(|| format!("{} can't be written", part.display()))?.is_none() {
            bail!("a PostgreSQL server is backed up with its own pg_dump");
        }
        std::fs::File::open(&part)?.sync_all()?;
        std::fs::rename(&part, &self.file)?;
        tell(&format!("The backup is in {}.", self.file.display()));
        Ok(())
    }
}
