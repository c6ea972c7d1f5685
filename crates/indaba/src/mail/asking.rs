//! New addresses are asked whether they are right, each once.

use super::letter::{self, ASKED_DAYS};
use super::outbox::{Delivered, ROUND, opened, sender};
use super::server::{Mailer, NotSent};
use crate::app::App;
use crate::partner::outbox::pause;
use crate::store::mail_address::Ask;
use crate::store::{self, Moment};
use std::sync::Arc;

const DAY: Moment = 24 * 3_600_000;

/// Asks those that are due, and deletes those that have not answered in time.
pub(super) async fn deliver(app: &Arc<App>, mailer: &Mailer, now: Moment) -> Result<Delivered, sqlx::Error> {
    let mut done = Delivered::default();
    let mut c = app.db.write().await?;
    store::mail_address::forget_unconfirmed(&mut c, now - ASKED_DAYS * DAY).await?;
    c.commit().await?;
    // No connection is held while the mail server is waited for.
    let all = store::mail_address::to_ask(&mut app.db.read().await?, now, ROUND).await?;
    for ask in &all {
        if !done.goes_on(one(app, mailer, ask, now).await?) {
            break;
        }
    }
    Ok(done)
}

/// One try of one address; none where another process has taken it, or its key is not here.
async fn one(
    app: &Arc<App>,
    mailer: &Mailer,
    ask: &Ask,
    now: Moment,
) -> Result<Option<Result<(), NotSent>>, sqlx::Error> {
    let mut c = app.db.write().await?;
    let taken = store::mail_address::take(&mut c, ask, now + pause(ask.ask_tries)).await?;
    c.commit().await?;
    if !taken {
        return Ok(None);
    }
    let result = match opened(app, &ask.id, &ask.sealed) {
        Some(to) => Some(mailer.send(to.clone(), &letter::ask(sender(app, mailer), ask, &to, now)).await),
        None => None,
    };
    let (trouble, again) = match result {
        Some(Ok(())) => ("", false),
        Some(Err(cause)) => (cause.word(), cause != NotSent::Refused),
        None => ("sealed", true),
    };
    let mut c = app.db.write().await?;
    store::mail_address::tried(&mut c, ask, trouble, again).await?;
    c.commit().await?;
    Ok(result)
}
