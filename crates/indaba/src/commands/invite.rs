//! `indaba invite`: the first sign-in link, on the server's own machine.

use super::{Place, say};
use crate::secret;
use crate::store;
use crate::store::person::Invitation;
use anyhow::Context;

/// A link is good for two weeks.
const GOOD: i64 = 14 * 24 * 3_600_000;

/// Print a single-use sign-in link for the secretariat
#[derive(Debug, clap::Args)]
pub struct Invite {
    /// For whom it is
    #[arg(long, default_value = "")]
    name: String,
    /// Secretariat of one dialogue; without it, of the whole server
    #[arg(long, value_name = "SLUG")]
    dialogue: Option<String>,
    /// The address under which people reach the server
    #[arg(long, default_value = "http://127.0.0.1:8000", env = "INDABA_ADDRESS")]
    address: String,
    #[command(flatten)]
    place: Place,
}

impl Invite {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let db = self.place.open().await?;
        let now = store::now();
        let mut c = db.write().await?;
        let dialogue_id = match &self.dialogue {
            Some(slug) => {
                let found = store::dialogue::by_slug(&mut c, slug).await?;
                Some(found.with_context(|| format!("there is no dialogue `{slug}`"))?.id)
            }
            None => None,
        };
        let token = secret::token()?;
        let role = if dialogue_id.is_some() { "secretariat" } else { "operator" };
        let invitation = Invitation {
            token_hash: secret::hash(&token),
            dialogue_id,
            delegation_id: None,
            role: role.to_owned(),
            label: self.name,
            expires_at: now + GOOD,
            used_at: None,
        };
        store::person::insert_invitation(&mut c, &invitation, now).await?;
        c.commit().await?;
        say(&format!("{}/invitation/{token}", self.address.trim_end_matches('/')));
        db.close().await;
        Ok(())
    }
}
