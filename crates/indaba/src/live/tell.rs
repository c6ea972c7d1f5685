use std::collections::HashMap;
use std::sync::Mutex;
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
}

/// Who watches which question.
#[derive(Debug, Default)]
pub struct Live {
    watched: Mutex<HashMap<String, broadcast::Sender<News>>>,
}

impl Live {
    /// Watches a question.
    pub fn watch(&self, question: &str) -> broadcast::Receiver<News> {
        let Ok(mut watched) = self.watched.lock() else { return broadcast::channel(1).1 };
        watched.retain(|id, sender| id == question || sender.receiver_count() > 0);
        watched.entry(question.to_owned()).or_insert_with(|| broadcast::channel(16).0).subscribe()
    }

    /// Tells whoever watches a question.
    pub fn tell(&self, question: &str, news: News) {
        if let Ok(watched) = self.watched.lock()
            && let Some(sender) = watched.get(question)
        {
            let _ = sender.send(news);
        }
    }
}
