//! `indaba import polis`: a Polis export becomes perspectives and responses of a question.

use super::landscape_input::polis_folder;
use super::{Place, say, tell};
use crate::app::{self, Convened};
use crate::polis_layout::{Manner, bring_in};
use crate::store::{self, Conn, question::Question};
use anyhow::Context;
use std::path::PathBuf;

/// Bring files of other programs into a question
#[derive(Debug, clap::Args)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Polis(Polis),
}

/// A Polis export: comments.csv and votes.csv (or participants-votes.csv)
#[derive(Debug, clap::Args)]
struct Polis {
    /// Folder of the export
    dir: PathBuf,
    /// The dialogue, by its slug
    #[arg(long, value_name = "SLUG")]
    dialogue: String,
    /// The question, by its reference such as 10.1
    #[arg(long, value_name = "REFERENCE")]
    question: String,
    /// Language of the comments (default: by their script, else the dialogue's)
    #[arg(long)]
    lang: Option<String>,
    /// Add this to every comment-id, for a question that has perspectives already
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: i64,
    #[command(flatten)]
    place: Place,
}

impl Import {
    /// Brings it in, whole or not at all.
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Polis(polis) = self.what;
        polis.run().await
    }
}

impl Polis {
    async fn run(self) -> anyhow::Result<()> {
        let export = polis_folder(&self.dir)?;
        let db = self.place.open().await?;
        tell(&format!("{} responses read; bringing them in", export.votes.len()));
        let mut c = db.write().await?;
        let (convened, question) = find(&mut c, &self.dialogue, &self.question).await?;
        let manner = Manner { lang: self.lang, offset: self.offset, now: store::now() };
        let came = bring_in(&mut c, &convened, &question, &export, &manner).await?;
        c.commit().await.context("the import could not be kept; nothing of it was")?;
        db.close().await;
        say(&format!(
            "{} perspectives, {} participants and {} responses are under question {} of {}",
            came.perspectives, came.participants, came.responses, question.reference, convened.dialogue.slug
        ));
        if came.superseded > 0 {
            say(&format!(
                "{} more responses were followed by another one of the same participant: the history has them, and they \
                 do not count",
                came.superseded
            ));
        }
        Ok(())
    }
}

/// The dialogue and question that a command names.
pub(super) async fn find(c: &mut Conn, slug: &str, reference: &str) -> anyhow::Result<(Convened, Question)> {
    let convened = app::convened(c, slug).await?.with_context(|| format!("there is no dialogue \"{slug}\" here"))?;
    let question = convened.question(reference).cloned().with_context(|| {
        let all: Vec<&str> = convened.questions.iter().map(|q| q.reference.as_str()).collect();
        format!("{slug} has no question \"{reference}\"; it has {}", all.join(", "))
    })?;
    Ok((convened, question))
}
