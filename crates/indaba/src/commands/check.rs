//! `indaba check`: whether the store is whole, and what is wrong where it is not.

use super::{Place, say};
use crate::store::{Conn, Db, Stored, keep};
use anyhow::bail;

/// Check that the data are whole
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    place: Place,
}

impl Check {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let db = self.place.open_existing().await?;
        let wrong = troubles(&db).await?;
        let responses = keep::responses(&mut db.read().await?).await?;
        db.close().await;
        for trouble in &wrong {
            say(trouble);
        }
        if !wrong.is_empty() {
            bail!("{} trouble(s) found: keep a copy of the data, then restore the last good backup", wrong.len());
        }
        say(&format!("The data are whole: {responses} counted responses, each the last of its history."));
        Ok(())
    }
}

/// What is wrong with a store, in sentences. Empty when all is well.
pub async fn troubles(db: &Db) -> Stored<Vec<String>> {
    let mut c = db.read().await?;
    let mut wrong = keep::engine(&mut c).await?;
    let c = &mut c;
    note(&mut wrong, keep::unlike_history(c).await?, "counted responses are not the last of their history");
    note(&mut wrong, keep::uncounted(c).await?, "responses stand last in the history and are not counted");
    note(
        &mut wrong,
        keep::under_another_question(c).await?,
        "responses stand under another question than their perspective",
    );
    note(&mut wrong, keep::history_of_nobody(c).await?, "entries of the history have no participant or perspective");
    note(
        &mut wrong,
        keep::in_another_dialogue(c).await?,
        "contributions stand in another dialogue than their question",
    );
    note(&mut wrong, keep::of_no_statement(c).await?, "perspectives are marked in a statement that is not there");
    unreadable(c, &mut wrong).await?;
    Ok(wrong)
}

fn note(wrong: &mut Vec<String>, count: i64, what: &str) {
    if count > 0 {
        wrong.push(format!("{count} {what}"));
    }
}

/// Every dialogue has to open with its paper and questions.
async fn unreadable(c: &mut Conn, wrong: &mut Vec<String>) -> Stored<()> {
    for dialogue in crate::store::dialogue::all(c).await? {
        if let Err(error) = crate::app::convened(c, &dialogue.slug).await {
            wrong.push(format!("the dialogue {} can't be read: {error:#}", dialogue.slug));
        }
    }
    Ok(())
}
