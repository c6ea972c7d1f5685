//! What if the effects are not the likely ones: draws between low and high.

use crate::cells::Cells;
use crate::chance::Chance;
use crate::engine::{Choice, Effort, Target, search};
use crate::ladder::Ladder;
use serde::Serialize;

/// A share of the draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// Whose: a measure, a party or a sphere.
    pub of: String,
    /// Between 0 and 1.
    pub share: f64,
}

/// How a package fares when effects are drawn between low and high (triangular around the mode, whole numbers).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Robustness {
    /// Draws.
    pub draws: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// How often each measure is in a good package of a draw (local search from this package).
    pub measures: Vec<Share>,
    /// How often each party's total falls below zero with this package.
    pub parties_below: Vec<Share>,
    /// How often each sphere's total does.
    pub spheres_below: Vec<Share>,
    /// Draws in which this package still obeys every row.
    pub stands: f64,
}

impl Ladder<'_> {
    /// Draws effects and looks how the package fares, and what would be chosen instead.
    pub fn robustness(&self, choice: &Choice, draws: u32) -> Robustness {
        let case = self.case;
        let problem = case.problem();
        let (mut stands, mut made) = (0, 0);
        let mut counts =
            [vec![0_u32; problem.measures.len()], vec![0; problem.parties.len()], vec![0; problem.spheres.len()]];
        for draw in 0..draws {
            if self.watch.stops() {
                break;
            }
            let world = case.drawn(drawn(case.cells(), self.settings.seed, draw));
            made += 1;
            stands += u32::from(world.model().check(choice).is_ok());
            let below = |functions: &[crate::engine::Linear], counts: &mut Vec<u32>| {
                functions.iter().zip(counts).for_each(|(f, count)| *count += u32::from(f.at(choice) < 0));
            };
            below(world.gains(), &mut counts[1]);
            below(world.spheres(), &mut counts[2]);
            let target = Target { functions: vec![world.total()], least: 0 };
            let effort = Effort { moves: 2_000, patience: 500, seed: u64::from(draw) + 1 };
            let found = search(world.model(), &target, Some(choice), effort, &self.watch.quiet());
            if let Some((best, _)) = found {
                counts[0].iter_mut().zip(&best).for_each(|(count, yes)| *count += u32::from(*yes));
            }
        }
        let of = |count: u32| f64::from(count) / f64::from(made.max(1));
        let shares = |names: Vec<&String>, counts: &[u32]| {
            names.into_iter().zip(counts).map(|(name, count)| Share { of: name.clone(), share: of(*count) }).collect()
        };
        Robustness {
            draws: made,
            seed: self.settings.seed,
            measures: shares(problem.measures.iter().map(|m| &m.id).collect(), &counts[0]),
            parties_below: shares(problem.parties.iter().map(|p| &p.id).collect(), &counts[1]),
            spheres_below: shares(problem.spheres.iter().collect(), &counts[2]),
            stands: of(stands),
        }
    }
}

/// The effects with one drawn figure for each.
fn drawn(cells: &Cells, seed: u64, draw: u32) -> Cells {
    let mut chance = Chance::of(seed, draw);
    cells.each(|e| triangular(chance.fine(), e.low, e.mode, e.high))
}

/// A whole number between low and high, most likely the mode: the rounded triangular distribution.
fn triangular(u: f64, low: i64, mode: i64, high: i64) -> i64 {
    let (a, c, b) = (low as f64, mode as f64, high as f64);
    if high == low {
        return mode;
    }
    let split = (c - a) / (b - a);
    let x = if u < split { a + (u * (b - a) * (c - a)).sqrt() } else { b - ((1.0 - u) * (b - a) * (b - c)).sqrt() };
    (x.round() as i64).clamp(low, high)
}
