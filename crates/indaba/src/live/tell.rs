use super::landscape::Kept;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::broadcast;

/// What has changed on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Responses came.
    Responses,
    /// A perspective came or went.
    Perspectives,
    /// The landscape was computed.
    Landscape,
    /// More is found of a dialogue's landing zones.
    Landing,
}

/// Who watches which question, and the landscapes that were computed. Clones are the same one.
#[derive(Debug, Default, Clone)]
pub struct Live(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    watched: Mutex<Watched>,
    landscapes: Kept,
}

#[derive(Debug, Default)]
struct Watched {
    senders: HashMap<String, broadcast::Sender<News>>,
    stopped: bool,
}

impl Live {
    /// Watches a question. After [`Live::stop`] the receiver is closed from the start.
    pub fn watch(&self, question: &str) -> broadcast::Receiver<News> {
        let Ok(mut watched) = self.0.watched.lock() else { return broadcast::channel(1).1 };
        if watched.stopped {
            return broadcast::channel(1).1;
        }
        watched.senders.retain(|id, sender| id == question || sender.receiver_count() > 0);
        watched.senders.entry(question.to_owned()).or_insert_with(|| broadcast::channel(16).0).subscribe()
    }

    /// Tells whoever watches a question.
    pub fn tell(&self, question: &str, news: News) {
        if let Ok(watched) = self.0.watched.lock()
            && let Some(sender) = watched.senders.get(question)
        {
            let _ = sender.send(news);
        }
    }

    /// Ends every watch: call it when the server stops, so that open streams do not hold it.
    pub fn stop(&self) {
        if let Ok(mut watched) = self.0.watched.lock() {
            watched.stopped = true;
            watched.senders.clear();
        }
    }

    pub(super) fn landscapes(&self) -> &Kept {
        &self.0.landscapes
    }
}
