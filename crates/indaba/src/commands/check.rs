//! `indaba check`: whether what is kept is whole.

use super::{Place, say};
use crate::store::keep;
use anyhow::bail;

/// Check that what is kept is whole
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    place: Place,
}

impl Check {
    /// Runs it; fails when something is wrong.
    pub async fn run(self) -> anyhow::Result<()> {
        let db = self.place.open().await?;
        let mut c = db.read().await?;
        let mut found = keep::engine(&mut c).await?;
        let without = keep::responses_without_history(&mut c).await?;
        if without > 0 {
            found.push(format!("{without} counted responses are not the last of their history"));
        }
        let misplaced = keep::responses_misplaced(&mut c).await?;
        if misplaced > 0 {
            found.push(format!("{misplaced} responses stand under another question than their perspective"));
        }
        let [dialogues, participants, perspectives, responses] = keep::amounts(&mut c).await?;
        drop(c);
        db.close().await;
        say(&format!(
            "{dialogues} dialogues, {participants} participants, {perspectives} perspectives, {responses} responses"
        ));
        if found.is_empty() {
            say("All is whole.");
            return Ok(());
        }
        for line in &found {
            say(line);
        }
        bail!("something is wrong; restore the last backup into an empty folder with `indaba restore`")
    }
}
