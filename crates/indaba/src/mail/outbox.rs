//! What has to be sent, sent: each mail is taken for one try, sent, and marked.

use super::asking;
use super::letter::{self, Sender};
use super::server::{Mailer, NotSent};
use crate::app::App;
use crate::partner::outbox::pause;
use crate::store::mail::Due;
use crate::store::{self, Moment};
use std::sync::Arc;

/// Mails of one round at most.
pub(super) const ROUND: i64 = 200;
/// A notice this old is not sent any more: it would be news to nobody.
const OLD: Moment = 30 * 24 * 3_600_000;

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Taken by the mail server.
    pub sent: usize,
    /// Not taken; each is tried again, save those that the server refused for good.
    pub failed: usize,
}

impl Delivered {
    /// Counts a try, and whether there is sense in the next one: where the server is not there, all would wait for the same.
    pub(super) fn goes_on(&mut self, tried: Option<Result<(), NotSent>>) -> bool {
        match tried {
            None => true,
            Some(Ok(())) => {
                self.sent += 1;
                true
            }
            Some(Err(cause)) => {
                self.failed += 1;
                !matches!(cause, NotSent::Unreachable | NotSent::Late)
            }
        }
    }
}

/// Sends what is due: asks new addresses whether they are right, and tells notices to those that are. Without a mail
/// server nothing is sent, and what waits goes on waiting.
pub async fn deliver(app: &Arc<App>, now: Moment) -> Result<Delivered, sqlx::Error> {
    let Some(mailer) = &app.config.mail else { return Ok(Delivered::default()) };
    let asked = asking::deliver(app, mailer, now).await?;
    let told = tell(app, mailer, now).await?;
    Ok(Delivered { sent: asked.sent + told.sent, failed: asked.failed + told.failed })
}

async fn tell(app: &Arc<App>, mailer: &Mailer, now: Moment) -> Result<Delivered, sqlx::Error> {
    let mut done = Delivered::default();
    let all = store::mail::due(&mut app.db.read().await?, now, ROUND).await?;
    if all.is_empty() {
        return Ok(done);
    }
    if let Err(cause) = mailer.reach().await {
        put_off(app, &all, cause, now).await?;
        return Ok(Delivered { sent: 0, failed: all.len() });
    }
    for due in &all {
        if !done.goes_on(one(app, mailer, due, now).await?) {
            break;
        }
    }
    Ok(done)
}

/// The server is not there: all wait longer, without a try of each.
async fn put_off(app: &Arc<App>, all: &[Due], cause: NotSent, now: Moment) -> Result<(), sqlx::Error> {
    let mut c = app.db.write().await?;
    for due in all {
        if store::mail::take(&mut c, due, now + pause(due.tries)).await? {
            store::mail::not_sent(&mut c, due, cause.word()).await?;
        }
    }
    c.commit().await
}

/// One try of one mail; none where another process has taken it.
async fn one(
    app: &Arc<App>,
    mailer: &Mailer,
    due: &Due,
    now: Moment,
) -> Result<Option<Result<(), NotSent>>, sqlx::Error> {
    let mut c = app.db.write().await?;
    let taken = store::mail::take(&mut c, due, now + pause(due.tries)).await?;
    if taken && due.at < now - OLD {
        store::mail::give_up(&mut c, due, "old").await?;
    }
    c.commit().await?;
    if !taken || due.at < now - OLD {
        return Ok(None);
    }
    let Some((to, message)) = written(app, mailer, due, now) else {
        let mut c = app.db.write().await?;
        store::mail::not_sent(&mut c, due, "sealed").await?;
        c.commit().await?;
        return Ok(None);
    };
    let result = mailer.send(to, &message).await;
    let mut c = app.db.write().await?;
    match result {
        Ok(()) => store::mail::sent(&mut c, due, now).await?,
        Err(NotSent::Refused) => store::mail::give_up(&mut c, due, NotSent::Refused.word()).await?,
        Err(cause) => store::mail::not_sent(&mut c, due, cause.word()).await?,
    }
    c.commit().await?;
    Ok(Some(result))
}

/// The message, where the key of its address is here.
fn written(app: &App, mailer: &Mailer, due: &Due, now: Moment) -> Option<(lettre::Address, String)> {
    let to = opened(app, &due.address_id, &due.sealed)?;
    let message = letter::write(sender(app, mailer), due, &to, now);
    Some((to, message))
}

/// An address, where its key is here.
pub(super) fn opened(app: &App, id: &str, sealed: &str) -> Option<lettre::Address> {
    super::address(&app.config.keys.read(&super::place(id), sealed).ok()?)
}

/// What every mail of this server has.
pub(super) fn sender<'a>(app: &'a App, mailer: &'a Mailer) -> Sender<'a> {
    Sender { from: mailer.from(), home: &app.config.address, key: &app.config.server_key }
}
