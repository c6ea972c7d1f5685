//! The clock that a pure crate does not have: limits, stopping by hand, and progress no more than once a second.

use super::{landing::figure, tell};
use landing::engine::Progress;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The time of one command.
#[derive(Debug)]
pub struct Clock {
    began: Instant,
    end: Option<Instant>,
    stopped: AtomicBool,
    told: Mutex<Instant>,
}

impl Clock {
    /// Starts now; `limit` is for the whole command. A part of it stays for writing.
    pub fn new(limit: Option<Duration>) -> Self {
        let now = Instant::now();
        let end = limit.and_then(|limit| now.checked_add(limit.mul_f64(0.95)));
        Self { began: now, end, stopped: AtomicBool::new(false), told: Mutex::new(now) }
    }

    /// Since the start.
    pub fn now(&self) -> Duration {
        self.began.elapsed()
    }

    /// Ends everything.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the time is over.
    pub fn ended(&self) -> bool {
        self.past(self.end)
    }

    /// Whether a moment has passed, or somebody stopped everything.
    pub fn past(&self, moment: Option<Instant>) -> bool {
        self.stopped.load(Ordering::Relaxed) || moment.is_some_and(|moment| Instant::now() >= moment)
    }

    /// Seconds until a moment; infinite without one.
    pub fn left(&self, moment: Option<Instant>) -> f64 {
        moment.map_or(f64::INFINITY, |moment| moment.saturating_duration_since(Instant::now()).as_secs_f64())
    }

    /// The end of a share of the time that is left; none without a limit.
    pub fn share(&self, share: f64) -> Option<Instant> {
        let now = Instant::now();
        self.end.map(|end| now + end.saturating_duration_since(now).mul_f64(share.clamp(0.0, 1.0)))
    }

    /// A line of progress: time, value, bound.
    pub fn tell(&self, what: &str, progress: Progress) {
        let Ok(mut told) = self.told.try_lock() else { return };
        if told.elapsed() < Duration::from_secs(1) {
            return;
        }
        *told = Instant::now();
        let value = progress.value.map_or_else(|| "nothing yet".to_owned(), figure);
        let bound = progress.bound.map_or_else(|| "not known".to_owned(), figure);
        tell(&format!("{:.0} s  {what}: {value}, bound {bound}", self.began.elapsed().as_secs_f64()));
    }
}
