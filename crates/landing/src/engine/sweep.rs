//! A front of many objectives: all choices one after the other, less those that begin in a way that breaks a row or can
//! end in nothing new.

use super::{Choice, Front, Linear, Model, Watch};

/// The front of a model, by looking at every choice; incomplete after `work` steps or more than `most` points.
pub(super) fn sweep(model: &Model, objectives: &[Linear], most: usize, work: u64, watch: &Watch<'_>) -> Front {
    let columns = model.columns();
    let mut tally = Tally::new(model, objectives);
    let mut points: Vec<(Vec<i64>, Choice)> = Vec::new();
    let mut choice = vec![false; columns];
    // What was tried at each column: nothing, yes, or both.
    let mut tried = vec![0_u8; columns];
    let (mut depth, mut steps) = (0, 0);
    let ended = loop {
        steps += 1;
        if steps > work || points.len() > most || (steps.is_multiple_of(1024) && watch.stops()) {
            break false;
        }
        if depth == columns {
            if model.check(&choice).is_ok() {
                keep(&mut points, tally.values(), &choice);
            }
        } else if tried[depth] < 2 {
            if tried[depth] == 1 {
                tally.clear(depth, true);
            }
            choice[depth] = tried[depth] == 0;
            tally.set(depth, choice[depth]);
            tried[depth] += 1;
            depth += usize::from(tally.fits(depth) && tally.promises(&points));
            continue;
        } else {
            tally.clear(depth, false);
            tried[depth] = 0;
        }
        if depth == 0 {
            break true;
        }
        depth -= 1;
    };
    points.truncate(most);
    points.sort_by(|a, b| b.0.cmp(&a.0));
    Front { points, complete: ended }
}

/// Takes a point in unless one is as good in everything, and those out that it betters.
fn keep(points: &mut Vec<(Vec<i64>, Choice)>, point: Vec<i64>, choice: &Choice) {
    let covers = |a: &[i64], b: &[i64]| a.iter().zip(b).all(|(a, b)| a >= b);
    if !points.iter().any(|(other, _)| covers(other, &point)) {
        points.retain(|(other, _)| !covers(&point, other));
        points.push((point, choice.clone()));
    }
}

/// A sum of which the first columns are decided.
#[derive(Debug, Clone, Copy)]
struct Sum {
    decided: i64,
    /// The least and the most that the other columns can add.
    least: i64,
    most: i64,
    low: i64,
    high: i64,
}

/// All rows and objectives.
struct Tally {
    sums: Vec<Sum>,
    columns: Vec<Vec<(usize, i64)>>,
    /// Sums from here on are objectives.
    objectives: usize,
}

impl Tally {
    fn new(model: &Model, objectives: &[Linear]) -> Self {
        let rows = model.rows().iter().map(|row| (&row.function, row.low, row.high));
        let all: Vec<_> = rows.chain(objectives.iter().map(|function| (function, None, None))).collect();
        let mut columns = vec![Vec::new(); model.columns()];
        for (i, (function, ..)) in all.iter().enumerate() {
            for (column, a) in function.terms() {
                columns[*column].push((i, *a));
            }
        }
        let sum = |(function, low, high): &(&Linear, Option<i64>, Option<i64>)| {
            let (least, most) = function.span();
            Sum { decided: 0, least, most, low: low.unwrap_or(i64::MIN), high: high.unwrap_or(i64::MAX) }
        };
        Self { sums: all.iter().map(sum).collect(), columns, objectives: model.rows().len() }
    }

    fn set(&mut self, column: usize, yes: bool) {
        for (i, a) in &self.columns[column] {
            let sum = &mut self.sums[*i];
            sum.decided += if yes { *a } else { 0 };
            sum.least -= a.min(&0);
            sum.most -= a.max(&0);
        }
    }

    fn clear(&mut self, column: usize, yes: bool) {
        for (i, a) in &self.columns[column] {
            let sum = &mut self.sums[*i];
            sum.decided -= if yes { *a } else { 0 };
            sum.least += a.min(&0);
            sum.most += a.max(&0);
        }
    }

    /// Whether the rows of a column can still hold.
    fn fits(&self, column: usize) -> bool {
        self.columns[column].iter().all(|(i, _)| {
            let sum = &self.sums[*i];
            sum.decided.saturating_add(sum.most) >= sum.low && sum.decided.saturating_add(sum.least) <= sum.high
        })
    }

    /// Whether what is open can still be better than every point in one objective.
    fn promises(&self, points: &[(Vec<i64>, Choice)]) -> bool {
        let best = || self.sums[self.objectives..].iter().map(|sum| sum.decided.saturating_add(sum.most));
        !points.iter().any(|(point, _)| point.iter().zip(best()).all(|(value, best)| *value >= best))
    }

    fn values(&self) -> Vec<i64> {
        self.sums[self.objectives..].iter().map(|sum| sum.decided).collect()
    }
}
