use super::{Live, News};
use crate::idempotency::{Once, Outcome};
use crate::store::response::{self, Change};
use crate::store::{Db, Stored};
use axum::http::StatusCode;
use tokio::sync::{mpsc, oneshot};

/// Responses that wait for their commit at most; above it senders wait.
const WAITING: usize = 4_096;
/// Responses that share one commit at most.
const TOGETHER: usize = 512;

/// A response that could not be kept; its sender may try again.
#[derive(Debug, thiserror::Error)]
#[error("the response could not be kept")]
pub struct NotKept;

/// A change that is wanted once, under its key, with the answer that a repetition gets.
type Keyed = Option<(Once, String)>;
type Waiting = ((Change, Keyed), oneshot::Sender<Option<Outcome>>);

/// Brings responses to the disk, many in one commit.
#[derive(Debug, Clone)]
pub struct Writer(mpsc::Sender<Waiting>);

impl Writer {
    /// Starts writing to a store and telling who watches; ends when the last `Writer` is dropped.
    pub fn start(db: Db, live: Live) -> Writer {
        let (send, receive) = mpsc::channel(WAITING);
        tokio::spawn(write_all(db, live, receive));
        Writer(send)
    }

    /// Returns once the change is durable.
    pub async fn keep(&self, change: Change) -> Result<(), NotKept> {
        self.send((change, None)).await.map(|_| ())
    }

    /// Returns once the change and its key are durable, or the key is known from before.
    pub async fn keep_once(&self, change: Change, once: Once, answer: String) -> Result<Outcome, NotKept> {
        self.send((change, Some((once, answer)))).await
    }

    async fn send(&self, change: (Change, Keyed)) -> Result<Outcome, NotKept> {
        let (done, kept) = oneshot::channel();
        self.0.send((change, done)).await.map_err(|_| NotKept)?;
        kept.await.ok().flatten().ok_or(NotKept)
    }
}

async fn write_all(db: Db, live: Live, mut receive: mpsc::Receiver<Waiting>) {
    let mut waiting = Vec::with_capacity(TOGETHER);
    while receive.recv_many(&mut waiting, TOGETHER).await > 0 {
        let (wanted, senders): (Vec<_>, Vec<_>) = waiting.drain(..).unzip();
        let (changes, keys): (Vec<Change>, Vec<Keyed>) = wanted.into_iter().unzip();
        let kept = write(&db, &changes, &keys).await;
        tell(&live, &changes);
        match kept {
            Ok(outcomes) => outcomes.into_iter().zip(senders).for_each(|(outcome, sender)| {
                let _ = sender.send(Some(outcome));
            }),
            Err(_) if changes.len() == 1 => drop(senders),
            Err(_) => one_by_one(&db, &changes, &keys, senders).await,
        }
    }
}

/// One that can't be kept (its participant was erased a moment ago, say) must not take the others with it.
async fn one_by_one(db: &Db, changes: &[Change], keys: &[Keyed], senders: Vec<oneshot::Sender<Option<Outcome>>>) {
    for ((change, key), sender) in changes.iter().zip(keys).zip(senders) {
        let kept = write(db, std::slice::from_ref(change), std::slice::from_ref(key)).await;
        let _ = sender.send(kept.ok().and_then(|outcomes| outcomes.first().copied()));
    }
}

/// Watchers read again by themselves, so that news of a change that was not kept does no harm.
fn tell(live: &Live, changes: &[Change]) {
    let mut questions: Vec<&str> = changes.iter().map(|change| change.question.as_str()).collect();
    questions.sort_unstable();
    questions.dedup();
    for question in questions {
        live.tell(question, News::Responses);
    }
}

async fn write(db: &Db, changes: &[Change], keys: &[Keyed]) -> Stored<Vec<Outcome>> {
    let mut c = db.write().await?;
    let mut outcomes = vec![Outcome::Done; changes.len()];
    for ((change, key), outcome) in changes.iter().zip(keys).zip(&mut outcomes) {
        if let Some((once, answer)) = key {
            let status = if change.value.is_some() { StatusCode::OK } else { StatusCode::NO_CONTENT };
            *outcome = once.claim(&mut c, status, answer, change.at).await?;
        }
    }
    if outcomes.iter().all(|outcome| *outcome == Outcome::Done) {
        response::apply(&mut c, changes).await?;
    } else {
        let fresh = changes.iter().zip(&outcomes).filter(|(_, outcome)| **outcome == Outcome::Done);
        let fresh: Vec<Change> = fresh.map(|(change, _)| change.clone()).collect();
        response::apply(&mut c, &fresh).await?;
    }
    c.commit().await?;
    Ok(outcomes)
}
