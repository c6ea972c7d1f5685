//! `indaba vocab import`: a folder of tables into the data directory.

use crate::commands::{Place, say};
use crate::vocabulary;
use anyhow::Context;
use std::fs;
use std::path::PathBuf;

/// Load tables of concepts into the data directory, in place of what was imported before
#[derive(Debug, clap::Args)]
pub struct Import {
    /// Folder with CSV files whose names begin with `isco08`, `isced_f`, `esco_occupations`, `esco_skills` or `concepts`
    folder: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Import {
    /// Imports. A file that is not as it should be leaves the vocabulary as it was.
    pub fn run(self) -> anyhow::Result<()> {
        let (vocabulary, counts) = vocabulary::read(&self.folder)?;
        let data = self.place.folder()?;
        fs::create_dir_all(&data).with_context(|| format!("the folder {} can't be made", data.display()))?;
        let file = vocabulary::file(&data);
        // Written beside and then moved, so that a server never meets half a file.
        let beside = file.with_extension("new");
        let written = fs::write(&beside, vocabulary.to_compact()).and_then(|()| fs::rename(&beside, &file));
        written.with_context(|| format!("{} can't be written", file.display()))?;
        for (name, count) in counts {
            say(&format!("{count:>6} concepts from {name}"));
        }
        say(&format!("{:>6} concepts in {}", vocabulary.len(), file.display()));
        Ok(())
    }
}
