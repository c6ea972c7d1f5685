//! What partners have to be told. There is no queue of messages that could be lost: the store says what each partner was
//! told last, what differs from that is told, and what could not be told is told later, with the state of then.

use super::client::{self, Asked, Gear, Limits, SendError};
use super::inbox::{self, Refused};
use super::letter::{self, Fits, Stands, Told};
use crate::app::App;
use crate::exchange::contact::Contact;
use crate::exchange::steps::{self, NotTaken};
use crate::introduction::{Actor, Step};
use crate::keys::KeyError;
use crate::store::partner::{IntroductionLetter, NeedLetter, Partner};
use crate::store::{self, Moment};
use hyper::body::Bytes;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::task::JoinSet;

/// The first pause after a failure, and the longest.
const PAUSE: Moment = 30_000;
const LONGEST: Moment = 6 * 3_600_000;
/// Characters of a field of a contact.
const FIELD: usize = 4_000;

/// What a delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Told.
    pub told: usize,
    /// Not told; each is tried again.
    pub failed: usize,
}

/// Why something could not be told.
#[derive(Debug, thiserror::Error)]
enum NotTold {
    #[error(transparent)]
    Send(#[from] SendError),
    #[error(transparent)]
    Taking(#[from] Refused),
    #[error(transparent)]
    Sealing(#[from] KeyError),
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

impl NotTold {
    const fn word(&self) -> &'static str {
        match self {
            NotTold::Send(cause) => cause.word(),
            NotTold::Taking(_) | NotTold::Sealing(_) | NotTold::Store(_) => "here",
        }
    }
}

/// How long to wait after so many failures: twice as long each time.
pub fn pause(tries: i64) -> Moment {
    PAUSE.saturating_mul(1 << tries.clamp(0, 20)).min(LONGEST)
}

/// Tells every partner what it has to be told now, all partners at the same time, so that a slow one holds up nobody.
pub async fn deliver(app: &Arc<App>, limits: Limits, now: Moment) -> Result<Delivered, sqlx::Error> {
    let mut c = app.db.read().await?;
    let mut letters: BTreeMap<String, (Vec<NeedLetter>, Vec<IntroductionLetter>)> = BTreeMap::new();
    for letter in store::partner::needs_to_tell(&mut c, now).await? {
        letters.entry(letter.partner_id.clone()).or_default().0.push(letter);
    }
    for letter in store::partner::introductions_to_tell(&mut c, now).await? {
        letters.entry(letter.partner_id.clone()).or_default().1.push(letter);
    }
    let mut rounds = JoinSet::new();
    for (partner, (needs, introductions)) in letters {
        let Some(partner) = store::partner::by_id(&mut c, &partner).await? else { continue };
        let round = Round { app: Arc::clone(app), partner, limits, now };
        rounds.spawn(async move { round.tell(needs, introductions).await });
    }
    drop(c);
    let mut all = Delivered::default();
    while let Some(done) = rounds.join_next().await {
        let done = done.unwrap_or(Ok(Delivered::default()))?;
        all.told += done.told;
        all.failed += done.failed;
    }
    Ok(all)
}

/// One partner's turn.
struct Round {
    app: Arc<App>,
    partner: Partner,
    limits: Limits,
    now: Moment,
}

impl Round {
    /// Tells one after the other. Where nobody is there, the rest waits for the next turn.
    async fn tell(
        &self,
        needs: Vec<NeedLetter>,
        introductions: Vec<IntroductionLetter>,
    ) -> Result<Delivered, sqlx::Error> {
        let mut done = Delivered::default();
        for letter in &needs {
            let Err(cause) = self.need(letter).await else {
                done.told += 1;
                continue;
            };
            done.failed += 1;
            let mut c = self.app.db.write().await?;
            let next_at = self.now + pause(letter.tries);
            store::partner::need_not_told(&mut c, letter, cause.word(), next_at).await?;
            c.commit().await?;
            if is_down(&cause) {
                return Ok(done);
            }
        }
        for letter in &introductions {
            let Err(cause) = self.introduction(letter).await else {
                done.told += 1;
                continue;
            };
            done.failed += 1;
            let mut c = self.app.db.write().await?;
            let next_at = self.now + pause(letter.tries);
            store::partner::introduction_not_told(&mut c, &letter.introduction_id, cause.word(), next_at).await?;
            c.commit().await?;
            if is_down(&cause) {
                return Ok(done);
            }
        }
        Ok(done)
    }

    async fn need(&self, letter: &NeedLetter) -> Result<(), NotTold> {
        let found = store::need::by_id(&mut self.app.db.read().await?, &letter.dialogue_id, &letter.need_id).await?;
        let Some(need) = found else { return Ok(()) };
        let body = letter::of_need(&self.app.vocabulary(), &self.address(), &need, letter.stamp >= 0);
        let fits: Fits = self.post("/partner/v1/needs", &letter::body(&body)).await?;
        let mut c = self.app.db.write().await?;
        store::partner::need_told(&mut c, letter, (fits.count.max(0), fits.fitting.max(0)), self.now).await?;
        Ok(c.commit().await?)
    }

    async fn introduction(&self, letter: &IntroductionLetter) -> Result<(), NotTold> {
        let id = &letter.introduction_id;
        match letter.wanted.parse::<Told>() {
            Ok(Told::Offered) => self.offered(letter).await,
            Ok(Told::HostYes) => self.host_yes(letter).await,
            Ok(Told::Contact) => self.contact(id).await,
            Ok(how @ (Told::Completed | Told::Over)) => {
                let body = letter::body(&letter::Ended { how });
                let _: Stands = self.post(&format!("/partner/v1/introductions/{id}/ended"), &body).await?;
                self.told(id, how).await
            }
            Err(_) => Ok(()),
        }
    }

    async fn offered(&self, letter: &IntroductionLetter) -> Result<(), NotTold> {
        let (app, id) = (&self.app, &letter.introduction_id);
        let table = steps::load(&mut app.db.read().await?, &letter.dialogue_id, id, Actor::Partner).await?;
        let Some(table) = table else { return Ok(()) };
        let body = letter::of_offer(&app.vocabulary(), &self.address(), &table.it, &table.offer);
        let stands: Stands = self.post("/partner/v1/offers", &letter::body(&body)).await?;
        if stands == Stands::over() { self.over(id).await } else { self.told(id, Told::Offered).await }
    }

    async fn host_yes(&self, letter: &IntroductionLetter) -> Result<(), NotTold> {
        let id = &letter.introduction_id;
        let stands: Stands = self.post(&format!("/partner/v1/introductions/{id}/host-yes"), "{}").await?;
        if stands != Stands::exchanged() {
            return self.over(id).await;
        }
        let mut c = self.app.db.write().await?;
        let Some(table) = steps::load(&mut c, &letter.dialogue_id, id, Actor::Partner).await? else { return Ok(()) };
        let keys = &self.app.config.keys;
        match steps::take(&mut c, keys, &table, &inbox::step(Step::Yes, self.now)).await {
            Ok(_) => store::partner::introduction_told(&mut c, id, Told::HostYes.as_str()).await?,
            // The host took the consent back meanwhile: the partner is told with the next letter.
            Err(NotTaken::Over | NotTaken::Faster | NotTaken::Closed) => return Ok(()),
            Err(NotTaken::Sealed(cause)) => return Err(cause.into()),
            Err(NotTaken::Store(cause)) => return Err(cause.into()),
        }
        Ok(c.commit().await?)
    }

    /// Fetches who is on the other side. The answer is not signed: nobody can prove to others what it said.
    async fn contact(&self, id: &str) -> Result<(), NotTold> {
        let path = format!("/partner/v1/introductions/{id}/contact");
        let asked = Asked { method: "GET", path: &path, body: "", signed: false };
        let contact: Contact = understood(&self.send(&asked).await?)?;
        if contact.filled().iter().any(|(_, text)| text.chars().count() > FIELD) {
            return Err(SendError::TooLarge.into());
        }
        let sealed = contact.seal(&self.app.config.keys, &format!("introduction/{id}"))?;
        let mut c = self.app.db.write().await?;
        store::partner::keep_contact(&mut c, id, &sealed).await?;
        Ok(c.commit().await?)
    }

    async fn told(&self, id: &str, told: Told) -> Result<(), NotTold> {
        let mut c = self.app.db.write().await?;
        store::partner::introduction_told(&mut c, id, told.as_str()).await?;
        Ok(c.commit().await?)
    }

    async fn over(&self, id: &str) -> Result<(), NotTold> {
        Ok(inbox::end(&self.app, &self.partner, id, Told::Over, self.now).await?)
    }

    fn address(&self) -> String {
        letter::own_address(&self.app.config.address)
    }

    async fn post<T: DeserializeOwned>(&self, path: &str, body: &str) -> Result<T, SendError> {
        understood(&self.send(&Asked { method: "POST", path, body, signed: true }).await?)
    }

    async fn send(&self, asked: &Asked<'_>) -> Result<Bytes, SendError> {
        let config = &self.app.config;
        let gear = Gear { key: &config.server_key, trust: &config.trust, limits: self.limits };
        client::send(gear, &self.partner, asked, self.now).await
    }
}

fn is_down(cause: &NotTold) -> bool {
    matches!(cause, NotTold::Send(cause) if cause.is_down())
}

fn understood<T: DeserializeOwned>(body: &Bytes) -> Result<T, SendError> {
    serde_json::from_slice(body).map_err(|e| SendError::NotUnderstood(e.to_string()))
}
