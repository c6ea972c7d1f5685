//! How far a computation is, what it has found so far, and how it is ended.

use super::solve::{PARTS, Solved};
use crate::live::{Live, News};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// The largest total found so far, and what no package exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Found.
    pub value: Option<i64>,
    /// No total is larger.
    pub bound: Option<i64>,
}

/// How far a computation is.
#[derive(Debug, Default)]
pub struct Far {
    part: AtomicUsize,
    stop: AtomicBool,
    sum: Mutex<Sum>,
    found: Mutex<Option<Arc<Solved>>>,
    /// The total may be told to whoever may look at the result.
    sums: bool,
    live: Live,
    channel: String,
}

impl Far {
    /// Tells whoever watches a channel whenever more is found; of the total only where `sums` of all parties may be told.
    pub fn told(live: Live, channel: String, sums: bool) -> Far {
        Far { sums, live, channel, ..Far::default() }
    }

    /// The part that is worked on.
    pub fn part(&self) -> &'static str {
        PARTS[self.part.load(Ordering::Relaxed).min(PARTS.len() - 1)]
    }

    /// Its place, from 1.
    pub fn place(&self) -> usize {
        self.part.load(Ordering::Relaxed).min(PARTS.len() - 1) + 1
    }

    /// The total so far, while packages are looked for.
    pub fn sum(&self) -> Sum {
        let packages = self.part.load(Ordering::Relaxed) == 0;
        self.sum.lock().ok().filter(|_| packages && self.sums).map(|sum| *sum).unwrap_or_default()
    }

    /// What was found so far.
    pub fn found(&self) -> Option<Arc<Solved>> {
        self.found.lock().ok()?.clone()
    }

    /// Ends it; what it has found by then is its result.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it is to end.
    pub fn stops(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// There is news of it.
    pub fn tell(&self) {
        self.live.tell(&self.channel, News::Landing);
    }

    pub(super) fn at(&self, part: usize) {
        self.part.store(part, Ordering::Relaxed);
    }

    /// Takes a larger total or a lower bound down.
    pub(super) fn note(&self, value: Option<i64>, bound: Option<i64>) {
        let Ok(mut sum) = self.sum.lock() else { return };
        let before = *sum;
        sum.value = before.value.max(value);
        sum.bound = [before.bound, bound].into_iter().flatten().min();
        let more = sum.value != before.value;
        drop(sum);
        if more {
            self.tell();
        }
    }

    pub(super) fn publish(&self, solved: Solved) {
        if let Ok(mut found) = self.found.lock() {
            *found = Some(Arc::new(solved));
        }
        self.tell();
    }
}
