//! `indaba token`: a bearer token, on the server's own machine.

use super::{Place, say};
use crate::access::Role;
use crate::secret;
use crate::store::{self, session::Session};
use anyhow::Context;

/// A token is good for a year.
const GOOD: i64 = 365 * 24 * 3_600_000;

/// Print a bearer token
#[derive(Debug, clap::Args)]
pub struct Token {
    /// Role of the bearer: secretariat, rapporteur or auditor
    #[arg(long, value_parser = ["secretariat", "rapporteur", "auditor"])]
    role: String,
    /// Limit it to one dialogue
    #[arg(long, value_name = "SLUG")]
    dialogue: Option<String>,
    #[command(flatten)]
    place: Place,
}

impl Token {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let role = Role::parse(&self.role).context("no such role")?;
        let db = self.place.open().await?;
        let now = store::now();
        let mut c = db.write().await?;
        let dialogue_id = match &self.dialogue {
            Some(slug) => Some(
                store::dialogue::by_slug(&mut c, slug)
                    .await?
                    .with_context(|| format!("there is no dialogue `{slug}`"))?
                    .id,
            ),
            None => None,
        };
        let token = secret::token()?;
        let session = Session {
            token_hash: secret::hash(&token),
            person_id: None,
            participant_id: None,
            role: Some(role.as_str().to_owned()),
            dialogue_id,
            expires_at: now + GOOD,
        };
        store::session::insert(&mut c, &session, now).await?;
        c.commit().await?;
        say(&token);
        db.close().await;
        Ok(())
    }
}
