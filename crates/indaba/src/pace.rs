//! How often somebody may do something, and budgets that are spent. In memory: a restart starts anew with what the
//! store counts.

use crate::store::Moment;
use std::collections::HashMap;
use std::sync::Mutex;

/// How many are remembered before those of past minutes are forgotten.
const MOST: usize = 50_000;
const MINUTE: Moment = 60_000;
/// A budget is counted anew in the store after this time.
const RECOUNT: Moment = 30_000;

/// What was done lately, by whom.
#[derive(Debug, Default)]
pub struct Pace {
    minutes: Mutex<HashMap<String, (Moment, u32)>>,
    budgets: Mutex<HashMap<String, (Moment, i64)>>,
}

impl Pace {
    /// Whether `who` may do it once more in this minute; counts it when so.
    pub fn allow(&self, who: &str, per_minute: u32, now: Moment) -> bool {
        let Ok(mut minutes) = self.minutes.lock() else { return true };
        if minutes.len() >= MOST {
            minutes.retain(|_, (since, _)| now - *since < MINUTE);
        }
        let entry = minutes.entry(who.to_owned()).or_insert((now, 0));
        if now - entry.0 >= MINUTE {
            *entry = (now, 0);
        }
        entry.1 += 1;
        entry.1 <= per_minute
    }

    /// Spends one of a budget that was counted lately: whether there was one left, or none when it has to be counted
    /// anew. What is refused spends nothing, so that a raised budget lets in again at once.
    pub fn spend(&self, budget: &str, most: i64, now: Moment) -> Option<bool> {
        let mut budgets = self.budgets.lock().ok()?;
        let (at, spent) = budgets.get_mut(budget)?;
        if now - *at >= RECOUNT {
            return None;
        }
        let left = *spent < most;
        *spent += i64::from(left);
        Some(left)
    }

    /// Remembers what the store counted.
    pub fn counted(&self, budget: &str, spent: i64, now: Moment) {
        if let Ok(mut budgets) = self.budgets.lock() {
            if budgets.len() >= MOST {
                budgets.retain(|_, (at, _)| now - *at < RECOUNT);
            }
            budgets.insert(budget.to_owned(), (now, spent));
        }
    }
}
