use super::{Live, News};
use crate::store::response::{self, Change};
use crate::store::{Db, Stored};
use tokio::sync::{mpsc, oneshot};

/// Responses that wait for their commit at most; above it senders wait.
const WAITING: usize = 4_096;
/// Responses that share one commit at most.
const TOGETHER: usize = 512;

/// A response that could not be kept; its sender may try again.
#[derive(Debug, thiserror::Error)]
#[error("the response could not be kept")]
pub struct NotKept;

type Waiting = (Change, oneshot::Sender<bool>);

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
        let (done, kept) = oneshot::channel();
        self.0.send((change, done)).await.map_err(|_| NotKept)?;
        if kept.await.unwrap_or(false) { Ok(()) } else { Err(NotKept) }
    }
}

async fn write_all(db: Db, live: Live, mut receive: mpsc::Receiver<Waiting>) {
    let mut waiting = Vec::with_capacity(TOGETHER);
    while receive.recv_many(&mut waiting, TOGETHER).await > 0 {
        let (changes, senders): (Vec<Change>, Vec<_>) = waiting.drain(..).unzip();
        let kept = write(&db, &changes).await;
        tell(&live, &changes);
        if kept.is_ok() || changes.len() == 1 {
            for sender in senders {
                let _ = sender.send(kept.is_ok());
            }
            continue;
        }
        // One that can't be kept (its participant was erased a moment ago, say) must not take the others with it.
        for (change, sender) in changes.iter().zip(senders) {
            let _ = sender.send(write(&db, std::slice::from_ref(change)).await.is_ok());
        }
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

async fn write(db: &Db, changes: &[Change]) -> Stored<()> {
    let mut c = db.write().await?;
    response::apply(&mut c, changes).await?;
    c.commit().await
}
