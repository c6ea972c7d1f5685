//! How the demo's delegations answer where a number is asked for.
//!
//! Of an estimate the model knows a middle, a half distance between two camps (0 for none), and a scale. A delegation
//! stands at its point of the plane, `x` from conditions first to rights first. Those above the median `x` of all lean
//! to the lower camp, the others to the higher: `best = middle ∓ distance − scale · x / 2 + scale · z`, `z` standard
//! normal; low and high lie between half a scale and two scales away. Then a share of [`AGAIN`] answers again, having
//! moved a part [`MOVED`] of the way to the median of its own camp. Numbers are rounded to halves and kept in the range.

use super::{Chance, DELEGATION_SPREAD, Point, Voice};

/// Share of those who answer a second time.
pub const AGAIN: f64 = 0.6;
/// Part of the way to its camp's median that a second answer moves.
pub const MOVED: f64 = 0.5;

/// What the model knows of an estimate.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Middle of the answers.
    pub middle: f64,
    /// Half the distance between the two camps; 0 for one.
    pub apart: f64,
    /// How far answers differ within a camp.
    pub scale: f64,
    /// Least and greatest number taken.
    pub range: (f64, f64),
}

/// One simulated answer: the delegation, low, best and high; in the order in which they are given.
pub type Answered = (usize, [f64; 3]);

/// Draws the answers of all delegations but observers: first each one's first, then the second ones.
pub fn simulate(asked: &Asked, voices: &[Voice], seed: u64) -> Vec<Answered> {
    let mut drawn: Vec<(usize, f64, Chance)> = Vec::new();
    for (number, voice) in voices.iter().enumerate().filter(|(_, voice)| !voice.observer) {
        let mut chance = Chance::new(seed, number);
        let x = chance.around(voice.point(), DELEGATION_SPREAD).x;
        drawn.push((number, x, chance));
    }
    let middle = median(drawn.iter().map(|(_, x, _)| *x));
    let firsts: Vec<(usize, bool, f64, [f64; 3], Chance)> = drawn
        .into_iter()
        .map(|(number, x, mut chance)| {
            let lower = x > middle;
            let camp = if lower { asked.middle - asked.apart } else { asked.middle + asked.apart };
            let best = camp - asked.scale * x / 2.0 + asked.scale * chance.around(Point { x: 0.0, y: 0.0 }, 1.0).x;
            let around = [0.5 + 1.5 * chance.uniform(), 0.5 + 1.5 * chance.uniform()];
            let answer = kept(asked, [best - asked.scale * around[0], best, best + asked.scale * around[1]]);
            (number, lower, best, answer, chance)
        })
        .collect();
    let of = |lower: bool| median(firsts.iter().filter(|f| asked.apart == 0.0 || f.1 == lower).map(|f| f.3[1]));
    let camps = [of(false), of(true)];
    let mut all: Vec<Answered> = firsts.iter().map(|(number, _, _, answer, _)| (*number, *answer)).collect();
    for (number, lower, _, [low, best, high], mut chance) in firsts {
        if chance.uniform() < AGAIN {
            let step = MOVED * (camps[usize::from(lower)] - best);
            all.push((number, kept(asked, [low + step, best + step, high + step])));
        }
    }
    all
}

fn kept(asked: &Asked, numbers: [f64; 3]) -> [f64; 3] {
    numbers.map(|x| ((2.0 * x).round() / 2.0).clamp(asked.range.0, asked.range.1))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}
