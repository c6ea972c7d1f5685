//! A first choice where the local search finds none: flips by chance, those that break more taken seldom, and rows that
//! stay broken weighing more and more.
//!
//! What each flip would break is kept up to date, so that a flip that is not taken costs next to nothing: of a hundred
//! tries two are taken. Near a lawful choice that reaches many more valleys than always taking the best flip does.

use super::{Choice, Effort, Linear, Model, Watch};
use crate::chance::Chance;

/// What a row weighs in the beginning.
const WEIGHT: i64 = 16;
/// How often a flip is taken that breaks one more point of a row of that weight.
const TAKEN: f64 = 0.35;
/// Tries between two looks at which rows are broken.
const LOOK: u64 = 500;
/// Steps of weight up to which a flip has a chance.
const CHANCES: usize = 160;

/// A choice that obeys the rows with as much of a function as it comes to. Same effort, same choice.
pub(crate) fn anneal(model: &Model, worth: &Linear, effort: Effort, watch: &Watch<'_>) -> Option<Choice> {
    let mut heat = Heat::new(model, worth, effort.seed);
    let (mut best, mut since) = (None, 0);
    for step in 0..effort.moves {
        if step % LOOK == 0 {
            heat.reweigh();
            if watch.stops() || (best.is_some() && since > effort.patience) {
                break;
            }
        }
        since += 1;
        if heat.tries() && heat.broken == 0 && heat.worth >= heat.target && model.check(&heat.choice).is_ok() {
            best = Some(heat.choice.clone());
            heat.target = heat.worth.saturating_add(1);
            since = 0;
        }
    }
    best
}

/// `Σ terms ≥ low`, as what is left above it.
#[derive(Debug, Clone)]
struct Bound {
    terms: Vec<(usize, i64)>,
    left: i64,
    weight: i64,
    /// Largest factor: no flip breaks a row with so much left.
    reach: i64,
}

struct Heat {
    choice: Choice,
    rows: Vec<Bound>,
    columns: Vec<Vec<(usize, i64)>>,
    /// What flipping each column would do to the weighted sum of what is broken.
    scores: Vec<i64>,
    worths: Vec<i64>,
    worth: i64,
    /// What is to be reached, and what a point of it weighs, in shares of the largest factor.
    target: i64,
    most: i64,
    broken: usize,
    chances: Vec<f64>,
    chance: Chance,
}

fn short(left: i64) -> i64 {
    (-left).max(0)
}

impl Heat {
    fn new(model: &Model, function: &Linear, seed: u64) -> Self {
        let mut worths = vec![0; model.columns()];
        function.terms().iter().for_each(|(c, a)| worths[*c] = *a);
        let mut heat = Self {
            choice: vec![false; model.columns()],
            rows: Vec::new(),
            columns: vec![Vec::new(); model.columns()],
            scores: vec![0; model.columns()],
            worth: 0,
            target: function.span().1 / 4,
            most: worths.iter().map(|a| a.abs()).max().unwrap_or(0).max(1),
            worths,
            broken: 0,
            chances: (0..CHANCES).map(|k| TAKEN.powf(k as f64 / WEIGHT as f64)).collect(),
            chance: Chance::new(seed),
        };
        for column in 0..heat.choice.len() {
            heat.choice[column] = heat.worths[column] > 0 && heat.chance.below(2) == 0;
        }
        heat.worth = function.at(&heat.choice);
        for row in model.rows().iter().filter(|row| !row.is_idle()) {
            if let Some(low) = row.low {
                heat.bound(&row.function, low);
            }
            if let Some(high) = row.high {
                heat.bound(&row.function.times(-1), high.saturating_neg());
            }
        }
        heat.recount();
        heat
    }

    fn bound(&mut self, function: &Linear, low: i64) {
        let terms = function.terms().to_vec();
        for &(c, a) in &terms {
            self.columns[c].push((self.rows.len(), a));
        }
        let reach = terms.iter().map(|(_, a)| a.abs()).max().unwrap_or(0);
        let left = function.at(&self.choice).saturating_sub(low);
        self.broken += usize::from(left < 0);
        self.rows.push(Bound { terms, left, weight: WEIGHT, reach });
    }

    fn sign(&self, column: usize) -> i64 {
        if self.choice[column] { -1 } else { 1 }
    }

    fn recount(&mut self) {
        for column in 0..self.choice.len() {
            let sign = self.sign(column);
            let change = |(r, a): &(usize, i64)| {
                let row = &self.rows[*r];
                row.weight * (short(row.left + sign * a) - short(row.left))
            };
            self.scores[column] = self.columns[column].iter().map(change).sum();
        }
    }

    /// Broken rows weigh more; once all weigh a fifth more than in the beginning, all forget a quarter of that.
    fn reweigh(&mut self) {
        let mut sum = 0;
        for r in 0..self.rows.len() {
            if self.rows[r].left < 0 {
                self.rows[r].weight += 1;
                for (c, a) in &self.rows[r].terms {
                    let sign = if self.choice[*c] { -1 } else { 1 };
                    self.scores[*c] += short(self.rows[r].left + sign * a) - short(self.rows[r].left);
                }
            }
            sum += self.rows[r].weight;
        }
        let plain = WEIGHT * self.rows.len() as i64;
        if sum > plain + plain / 5 {
            for row in self.rows.iter_mut().filter(|row| row.weight > WEIGHT) {
                row.weight -= ((row.weight - WEIGHT) / 4).max(1);
            }
            self.recount();
        }
    }

    /// Tries one flip; whether it was taken.
    fn tries(&mut self) -> bool {
        let column = self.chance.below(self.choice.len() as u64) as usize;
        let Some(score) = self.scores.get(column) else { return false };
        let worth = self.worth + self.sign(column) * self.worths[column];
        let lost = (self.target - worth).max(0) - (self.target - self.worth).max(0);
        let cost = score + 2 * WEIGHT * lost / self.most;
        let taken = cost <= 0
            || usize::try_from(cost)
                .ok()
                .and_then(|cost| self.chances.get(cost).copied())
                .is_some_and(|chance| self.chance.share() < chance);
        if taken {
            self.flip(column);
            self.worth = worth;
        }
        taken
    }

    fn flip(&mut self, column: usize) {
        let (sign, before) = (self.sign(column), self.scores[column]);
        for (r, a) in &self.columns[column] {
            let row = &mut self.rows[*r];
            let (old, new) = (row.left, row.left + sign * a);
            row.left = new;
            self.broken = self.broken + usize::from(new < 0) - usize::from(old < 0);
            if old.min(new) >= row.reach {
                continue;
            }
            for (c, b) in &row.terms {
                let d = if self.choice[*c] { -b } else { *b };
                self.scores[*c] += row.weight * (short(new + d) - short(new) - short(old + d) + short(old));
            }
        }
        self.choice[column] = !self.choice[column];
        self.scores[column] = -before;
    }
}
