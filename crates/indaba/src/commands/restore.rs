//! `indaba restore FILE`: a backup into an empty data directory.

use super::{Place, tell};
use crate::store::{Db, keep};
use anyhow::{Context, bail};
use std::path::PathBuf;

/// Put a backup into an empty data directory
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        if self.place.database.is_some() {
            bail!("a PostgreSQL server is restored with its own pg_restore");
        }
        let target = self.place.file()?;
        if target.exists() {
            bail!(
                "there are data in {} already: choose an empty folder with --data DIR",
                self.place.folder()?.display()
            );
        }
        std::fs::create_dir_all(self.place.folder()?)?;
        let part = target.with_extension("part");
        std::fs::copy(&self.file, &part).with_context(|| format!("{} can't be read", self.file.display()))?;
        if let Err(error) = whole(&part).await {
            std::fs::remove_file(&part)?;
            bail!("{} is not a whole backup, so nothing was restored: {error:#}", self.file.display());
        }
        std::fs::rename(&part, &target)?;
        tell(&format!("The backup is restored to {}.", self.place.folder()?.display()));
        Ok(())
    }
}

async fn whole(file: &std::path::Path) -> anyhow::Result<()> {
    let db = Db::open(file.to_str().context("the path is not readable text")?).await?;
    let found = keep::engine(&mut db.read().await?).await?;
    db.close().await;
    if found.is_empty() { Ok(()) } else { bail!(found.join("; ")) }
}
