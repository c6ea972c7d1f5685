//! `indaba exchange`: matching without a server.

mod matching;
mod rank;

use super::Place;
use crate::vocabulary;
use anyhow::Context;
use exchange::Vocabulary;
use std::path::{Path, PathBuf};

/// Rank texts, match needs with offers
#[derive(Debug, clap::Args)]
pub struct Exchange {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Rank(rank::Rank),
    Match(matching::Match),
}

impl Exchange {
    /// Does it.
    pub fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Rank(rank) => rank.run(),
            What::Match(matching) => matching.run(),
        }
    }
}

/// Which vocabulary to use, and how many threads.
#[derive(Debug, clap::Args)]
struct With {
    /// Take the vocabulary from this folder of tables (default: the imported one, else the program's own list)
    #[arg(long, value_name = "DIR")]
    vocab: Option<PathBuf>,
    /// Threads to compute on (default: all); the result is the same for any number
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    #[command(flatten)]
    place: Place,
}

impl With {
    fn vocabulary(&self) -> anyhow::Result<Vocabulary> {
        match &self.vocab {
            Some(folder) => Ok(vocabulary::read(folder)?.0),
            None => vocabulary::load(&self.place.folder()?),
        }
    }

    fn threads(&self) -> usize {
        self.threads.unwrap_or_else(crate::cores::all)
    }
}

fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))
}
