//! What was read a moment ago, so that a full hall does not have it read again and again.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::RwLock;
use std::time::{Duration, Instant};

/// Values read a moment ago. Another process may have written since: hence the short time.
#[derive(Debug)]
pub(crate) struct Recent<K, V> {
    entries: RwLock<HashMap<K, (Instant, V)>>,
    keep: Duration,
    most: usize,
    /// Held by the one who reads anew.
    reading: tokio::sync::Mutex<()>,
}

/// Whose turn it is to read anew.
pub(crate) enum Turn<'a, V> {
    /// The caller's.
    Mine(tokio::sync::MutexGuard<'a, ()>),
    /// Another's; this is known meanwhile.
    Known(V),
}

impl<K: Eq + Hash, V: Clone> Recent<K, V> {
    pub(crate) fn new(keep: Duration, most: usize) -> Self {
        Recent { entries: RwLock::default(), keep, most, reading: tokio::sync::Mutex::default() }
    }

    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let entries = self.entries.read().ok()?;
        let (at, value) = entries.get(key)?;
        (at.elapsed() < self.keep).then(|| value.clone())
    }

    /// When a value gets old, one reads it anew and the others go on with the old one: a full hall asks at once.
    pub(crate) async fn turn<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Turn<'_, V>
    where
        K: std::borrow::Borrow<Q>,
    {
        if let Ok(turn) = self.reading.try_lock() {
            return Turn::Mine(turn);
        }
        let old = self.entries.read().ok().and_then(|entries| entries.get(key).map(|(_, value)| value.clone()));
        if let Some(old) = old {
            return Turn::Known(old);
        }
        let turn = self.reading.lock().await;
        self.get(key).map_or(Turn::Mine(turn), Turn::Known)
    }

    pub(crate) fn put(&self, key: K, value: V) {
        let Ok(mut entries) = self.entries.write() else { return };
        if entries.len() >= self.most {
            entries.retain(|_, (at, _)| at.elapsed() < self.keep);
        }
        if entries.len() < self.most {
            entries.insert(key, (Instant::now(), value));
        }
    }

    pub(crate) fn forget<Q: Eq + Hash + ?Sized>(&self, key: &Q)
    where
        K: std::borrow::Borrow<Q>,
    {
        if let Ok(mut entries) = self.entries.write() {
            entries.remove(key);
        }
    }
}
