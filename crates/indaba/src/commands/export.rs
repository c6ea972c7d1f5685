//! `indaba export polis`: a question in the layout that Polis exports.

use super::import::find;
use super::{Place, say};
use crate::polis_layout::outgoing;
use anyhow::{Context, bail};
use landscape::write::{About, PolisExport};
use std::path::{Path, PathBuf};

/// Write a question in the layout of other programs
#[derive(Debug, clap::Args)]
pub struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Polis(Polis),
}

/// comments.csv, votes.csv, participants-votes.csv and summary.csv, as Polis exports them
#[derive(Debug, clap::Args)]
struct Polis {
    /// The dialogue, by its slug
    #[arg(long, value_name = "SLUG")]
    dialogue: String,
    /// The question, by its reference such as 10.1
    #[arg(long, value_name = "REFERENCE")]
    question: String,
    /// Folder to write into, without an export in it; it is made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Export {
    /// Writes it.
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Polis(polis) = self.what;
        holds_none(&polis.out)?;
        let db = polis.place.open().await?;
        let mut c = db.read().await?;
        let (convened, question) = find(&mut c, &polis.dialogue, &polis.question).await?;
        let going = outgoing(&mut c, &convened.dialogue.id, &question.id).await?;
        let about = About { topic: question.text.clone(), description: convened.dialogue.title, ..About::default() };
        write(&polis.out, &going.files(&about))?;
        drop(c);
        db.close().await;
        let before = match going.superseded.len() {
            0 => String::new(),
            n => format!(", and {n} that were followed by another one,"),
        };
        say(&format!("{} responses{before} written to {}", going.votes.len(), polis.out.display()));
        Ok(())
    }
}

const FILES: [&str; 4] = ["comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"];

/// An export that is there already may be what is read, or somebody's only copy.
pub(super) fn holds_none(folder: &Path) -> anyhow::Result<()> {
    match FILES.into_iter().find(|name| folder.join(name).exists()) {
        None => Ok(()),
        Some(name) => bail!("{} holds a {name} already: name a folder that has no export in it", folder.display()),
    }
}

/// Writes the four files into a folder.
pub(super) fn write(folder: &Path, files: &PolisExport) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("the folder {} can't be made", folder.display()))?;
    let texts = [&files.comments, &files.votes, &files.participants_votes, &files.summary];
    FILES.into_iter().zip(texts).try_for_each(|(name, text)| super::put(&folder.join(name), text.as_bytes()))
}
