//! A first choice at once: local search with weights on broken rows.
//!
//! It flips one choice at a time, always the flip that helps the weighted sum of what is broken most; where none
//! helps, the broken rows weigh more, so that no valley holds it. What is to be maximised is one more row, "more than
//! the best so far". All sums, and what each flip would do, are kept up to date move by move.

use super::{Choice, Linear, Model, Progress, Watch};
use crate::chance::Chance;

/// How long to search and by which chances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Most moves.
    pub moves: u64,
    /// Moves without a better choice after which it ends, once there is one.
    pub patience: u64,
    /// Seed of its chances.
    pub seed: u64,
}

/// What is pushed up: the least of several functions; with one function, that function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The functions.
    pub functions: Vec<Linear>,
    /// The least of them has to be at least this much from the beginning.
    pub least: i64,
}

/// What a search leaves behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Trail {
    /// The best choice that obeys the rows, and the least of the target's functions for it.
    pub best: Option<(Choice, i64)>,
    /// Choices that nearly obey the rows, the nearest first.
    pub near: Vec<Choice>,
}

/// The best choice found that obeys the rows, with the least of the target's functions. Same effort, same choice.
pub fn search(
    model: &Model,
    target: &Target,
    start: Option<&Choice>,
    effort: Effort,
    watch: &Watch<'_>,
) -> Option<(Choice, i64)> {
    trail(model, target, start, effort, watch).best
}

/// The same with what came near.
pub(crate) fn trail(
    model: &Model,
    target: &Target,
    start: Option<&Choice>,
    effort: Effort,
    watch: &Watch<'_>,
) -> Trail {
    let mut walk = Walk::new(model, target, start, effort.seed);
    let mut trail = Trail::default();
    let mut near: Vec<(i64, Choice)> = Vec::new();
    let mut since = 0;
    for step in 0..effort.moves {
        if step % 256 == 0 && watch.stops() {
            break;
        }
        since += 1;
        if walk.broken == 0 {
            let level = walk.level();
            if model.check(&walk.choice).is_ok() {
                trail.best = Some((walk.choice.clone(), level));
                watch.tell(Progress { value: Some(level as f64), bound: None });
            }
            walk.raise(level.saturating_add(1));
            since = 0;
        } else if walk.broken <= NEAR {
            remember(&mut near, walk.amount(), &walk.choice);
        }
        if trail.best.is_some() && since > effort.patience {
            break;
        }
        walk.step(step);
    }
    trail.near = near.into_iter().map(|(_, choice)| choice).collect();
    trail
}

/// Rows that may be broken in a choice that is remembered.
const NEAR: usize = 3;
/// Choices that are remembered.
const REMEMBERED: usize = 60;

/// Keeps the nearest of what came near, each once.
fn remember(near: &mut Vec<(i64, Choice)>, amount: i64, choice: &Choice) {
    let place = near.partition_point(|(other, _)| *other <= amount);
    if place >= REMEMBERED || near.iter().any(|(_, other)| other == choice) {
        return;
    }
    near.insert(place, (amount, choice.clone()));
    near.truncate(REMEMBERED);
}

/// A row as the walk sees it: `sum ≥ low`.
#[derive(Debug, Clone, Copy)]
struct Floor {
    sum: i64,
    low: i64,
    weight: i64,
    /// Largest factor: a sum that far above its floor is in no danger.
    reach: i64,
}

impl Floor {
    fn short(&self) -> i64 {
        short(self.sum, self.low)
    }
}

fn short(sum: i64, low: i64) -> i64 {
    (low - sum).max(0)
}

struct Walk {
    choice: Choice,
    floors: Vec<Floor>,
    /// Terms of each floor, and the floors of each column.
    rows: Vec<Vec<(usize, i64)>>,
    columns: Vec<Vec<(usize, i64)>>,
    /// Floors from here on are the target's.
    target: usize,
    /// What flipping each column would do to the weighted sum of what is broken.
    scores: Vec<i64>,
    /// The step before which a column may not be flipped back.
    tabu: Vec<u64>,
    broken: usize,
    chance: Chance,
}

/// A satisfied row loses weight about once in so many steps in which no flip helps.
const FORGET: u64 = 100;
/// Shares (in per cent) of steps in a valley that move sideways or upwards all the same.
const SIDEWAYS: u64 = 5;

impl Walk {
    fn new(model: &Model, target: &Target, start: Option<&Choice>, seed: u64) -> Self {
        let mut rows: Vec<(Vec<(usize, i64)>, i64)> = Vec::new();
        for row in model.rows().iter().filter(|row| !row.is_idle()) {
            if let Some(low) = row.low {
                rows.push((row.function.terms().to_vec(), low));
            }
            if let Some(high) = row.high {
                rows.push((row.function.times(-1).terms().to_vec(), high.saturating_neg()));
            }
        }
        let beyond = rows.len();
        rows.extend(target.functions.iter().map(|f| (f.terms().to_vec(), target.least)));
        let mut columns = vec![Vec::new(); model.columns()];
        for (r, (terms, _)) in rows.iter().enumerate() {
            for (c, a) in terms {
                columns[*c].push((r, *a));
            }
        }
        let choice: Choice = (0..model.columns()).map(|c| start.is_some_and(|s| s.get(c) == Some(&true))).collect();
        let floor = |(terms, low): &(Vec<(usize, i64)>, i64)| Floor {
            sum: terms.iter().filter(|(c, _)| choice[*c]).map(|(_, a)| a).sum(),
            low: *low,
            weight: 1,
            reach: terms.iter().map(|(_, a)| a.abs()).max().unwrap_or(0),
        };
        let floors = rows.iter().map(floor).collect();
        let mut walk = Self {
            tabu: vec![0; choice.len()],
            scores: vec![0; choice.len()],
            choice,
            floors,
            rows: rows.into_iter().map(|(terms, _)| terms).collect(),
            columns,
            target: beyond,
            broken: 0,
            chance: Chance::new(seed),
        };
        walk.recount();
        walk
    }

    fn recount(&mut self) {
        self.broken = self.floors.iter().filter(|f| f.short() > 0).count();
        self.scores = (0..self.choice.len()).map(|c| self.score(c)).collect();
    }

    fn score(&self, column: usize) -> i64 {
        let sign = if self.choice[column] { -1 } else { 1 };
        let change = |(r, a): &(usize, i64)| {
            let f = &self.floors[*r];
            f.weight * (short(f.sum + sign * a, f.low) - f.short())
        };
        self.columns[column].iter().map(change).sum()
    }

    /// The least of the target's functions.
    fn level(&self) -> i64 {
        self.floors[self.target..].iter().map(|f| f.sum).min().unwrap_or(0)
    }

    fn raise(&mut self, low: i64) {
        self.floors[self.target..].iter_mut().for_each(|f| f.low = low);
        self.recount();
    }

    /// How much is missing in all.
    fn amount(&self) -> i64 {
        self.floors.iter().map(Floor::short).sum()
    }

    fn below(&mut self, limit: u64) -> u64 {
        (self.chance.next() >> 1) % limit.max(1)
    }

    fn step(&mut self, now: u64) {
        let Some(best) = self.best_flip(now) else { return };
        if self.scores[best] >= 0 {
            self.reweigh();
            if self.scores[best] > 0 && self.below(100) >= SIDEWAYS {
                return;
            }
        }
        self.flip(best);
        self.tabu[best] = now + 3 + self.below(7);
    }

    fn best_flip(&mut self, now: u64) -> Option<usize> {
        let (mut best, mut ties) = (None, 0);
        let mut least = i64::MAX;
        for column in 0..self.choice.len() {
            if self.tabu[column] > now {
                continue;
            }
            let score = self.scores[column];
            if score < least {
                (best, least, ties) = (Some(column), score, 1);
            } else if score == least {
                ties += 1;
                if self.below(ties) == 0 {
                    best = Some(column);
                }
            }
        }
        best
    }

    /// Broken rows weigh more; a few of the others forget.
    fn reweigh(&mut self) {
        for r in 0..self.floors.len() {
            let f = self.floors[r];
            let change = if f.short() > 0 {
                1
            } else if f.weight > 1 && self.below(FORGET) == 0 {
                -1
            } else {
                continue;
            };
            self.floors[r].weight += change;
            for (c, a) in &self.rows[r] {
                let sign = if self.choice[*c] { -1 } else { 1 };
                self.scores[*c] += change * (short(f.sum + sign * a, f.low) - f.short());
            }
        }
    }

    fn flip(&mut self, column: usize) {
        let sign = if self.choice[column] { -1 } else { 1 };
        for (r, a) in &self.columns[column] {
            let f = &mut self.floors[*r];
            let (old, new) = (f.sum, f.sum + sign * a);
            let (was, is) = (short(old, f.low), short(new, f.low));
            f.sum = new;
            match (was > 0, is > 0) {
                (true, false) => self.broken -= 1,
                (false, true) => self.broken += 1,
                _ => {}
            }
            if old.min(new) - f.reach >= f.low {
                continue;
            }
            for (c, b) in &self.rows[*r] {
                let sign = if self.choice[*c] { -1 } else { 1 };
                let change = (short(new + sign * b, f.low) - is) - (short(old + sign * b, f.low) - was);
                self.scores[*c] += f.weight * change;
            }
        }
        self.choice[column] = !self.choice[column];
        self.scores[column] = self.score(column);
    }
}
