//! Choices far from all others: corners of the relaxed program, drawn towards whole numbers.
//!
//! How far a corner is from whole numbers, `Σ min(x, 1 − x)`, is concave, so that it is least at corners, and the corner
//! with the greatest `Σ (2x − 1) · x'` is no farther than the one it was asked from (Frank and Wolfe 1956; with rounded x
//! it is the feasibility pump of Fischetti, Glover and Lodi 2005, as De Santis, Lucidi and Rinaldi 2013 show). A valley is
//! left by worths that chance and the middle of the program have changed: columns that are far in at most corners are in
//! where everything is whole more often than others.
//!
//! Each try keeps to a band of values: where more may be gained, corners that are worth more, and nearly whole, hide those
//! from which a choice that is worth less can be reached.

use super::program::floats;
use super::{Choice, Corners, Linear, Model, Program, Solver, Watch};
use crate::chance::Chance;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// How long to pump and by which chances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pump {
    /// Tries; each keeps to one band.
    pub tries: usize,
    /// Corners of one try.
    pub corners: usize,
    /// Seed of its chances.
    pub seed: u64,
    /// Tries at the same time; the answer does not depend on it.
    pub threads: usize,
}

/// The upper ends of the bands, as shares of what can be gained, in the order of the tries; each ends at its half. What is
/// worth more than half is what flips by chance find, if there is any, so it comes last; below an eighth little is gained.
const BANDS: [f64; 4] = [0.5, 0.25, 0.5, 1.0];
/// Corners in directions by chance whose mean is the middle.
const MIDDLE: usize = 40;
/// What the middle counts beside chance, of spread 1, and the corner itself.
const PULL: f64 = 6.0;
/// Ways out of a valley that are tried in vain before another valley is begun.
const PATIENCE: u32 = 10;
/// Corners on the way down to one valley.
const STEPS: usize = 40;

/// A choice that obeys the rows and is worth more than `known`; the first that a try finds, in the order of the tries.
pub fn pump(
    model: &Model,
    worth: &Linear,
    known: i64,
    effort: Pump,
    (solver, watch): (&dyn Solver, &Watch<'_>),
) -> Option<Choice> {
    let program = Program::of(model);
    let most = greatest(&program, worth, solver)?;
    let bands: Vec<(f64, f64)> = BANDS
        .iter()
        .map(|high| ((high / 2.0 * most).max(known as f64 + 1.0), high * most))
        .filter(|(low, high)| low < high)
        .collect();
    let (next, first) = (AtomicUsize::new(0), AtomicUsize::new(usize::MAX));
    let found = Mutex::new(None);
    let work = || {
        loop {
            let i = next.fetch_add(1, SeqCst);
            if bands.is_empty() || i >= effort.tries || i > first.load(SeqCst) || watch.stops() {
                return;
            }
            // Of what is found the first in order counts, whichever thread comes to it first.
            let ends = || i > first.load(SeqCst) || watch.stops();
            let Some(relaxed) = solver.corners(&banded(&program, worth, bands[i % bands.len()])) else { return };
            let descent = Descent { model, worth, known, relaxed, left: effort.corners, ends: &ends };
            let Some(choice) = descent.run(Chance::new(effort.seed.wrapping_add(i as u64))) else { continue };
            let mut found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if first.fetch_min(i, SeqCst) > i {
                *found = Some(choice);
            }
        }
    };
    std::thread::scope(|scope| {
        (1..effort.threads).for_each(|_| drop(scope.spawn(work)));
        work();
    });
    found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What can be gained without whole numbers, if anything.
fn greatest(program: &Program, worth: &Linear, solver: &dyn Solver) -> Option<f64> {
    let mut worths = vec![0.0; program.columns.len()];
    worth.terms().iter().for_each(|(column, factor)| worths[*column] = *factor as f64);
    let corner = solver.corners(program)?.corner(&worths)?;
    let most: f64 = corner.iter().zip(&worths).map(|(x, worth)| x * worth).sum();
    (most > 1.0).then_some(most)
}

/// The program with no more and no less gained than a band allows.
fn banded(program: &Program, worth: &Linear, (low, high): (f64, f64)) -> Program {
    let mut program = program.clone();
    program.rows.push(super::Span { terms: floats(worth), low, high });
    program
}

/// One try.
struct Descent<'a> {
    model: &'a Model,
    worth: &'a Linear,
    known: i64,
    relaxed: Box<dyn Corners>,
    /// Corners that may still be asked for.
    left: usize,
    ends: &'a dyn Fn() -> bool,
}

/// A corner, and how far it is from whole numbers.
struct Valley {
    corner: Vec<f64>,
    depth: f64,
}

/// Why a try goes no further: it has a choice, or it may ask for no more corners.
type End = Option<Choice>;

impl Descent<'_> {
    fn run(mut self, mut chance: Chance) -> End {
        let Err(end) = self.valleys(&mut chance);
        end
    }

    /// From valley to valley, for ever.
    fn valleys(&mut self, chance: &mut Chance) -> Result<std::convert::Infallible, End> {
        let pull = self.pull(chance)?;
        loop {
            let anywhere = self.anywhere(chance);
            let corner = self.at(&anywhere)?;
            let mut valley = self.down(corner)?;
            let mut vain = 0;
            while vain < PATIENCE {
                let worths: Vec<f64> =
                    valley.corner.iter().zip(&pull).map(|(x, pull)| 2.0 * x - 1.0 + pull + chance.normal()).collect();
                let beyond = self.at(&worths)?;
                let next = self.down(beyond)?;
                if next.depth < valley.depth {
                    (valley, vain) = (next, 0);
                } else {
                    vain += 1;
                }
            }
        }
    }

    fn anywhere(&self, chance: &mut Chance) -> Vec<f64> {
        (0..self.model.columns()).map(|_| chance.normal()).collect()
    }

    /// What the middle of the program is worth for each column.
    fn pull(&mut self, chance: &mut Chance) -> Result<Vec<f64>, End> {
        let mut middle = vec![0.0; self.model.columns()];
        for _ in 0..MIDDLE {
            let worths = self.anywhere(chance);
            let corner = self.at(&worths)?;
            middle.iter_mut().zip(&corner).for_each(|(sum, x)| *sum += x / MIDDLE as f64);
        }
        let mean = middle.iter().sum::<f64>() / middle.len().max(1) as f64;
        Ok(middle.into_iter().map(|x| PULL * (x - mean)).collect())
    }

    /// The valley below a corner.
    fn down(&mut self, mut corner: Vec<f64>) -> Result<Valley, End> {
        for _ in 0..STEPS {
            let worths: Vec<f64> = corner.iter().map(|x| 2.0 * x - 1.0).collect();
            let next = self.at(&worths)?;
            let moved: f64 = next.iter().zip(&corner).map(|(a, b)| (a - b).abs()).sum();
            corner = next;
            if moved < 1e-6 {
                break;
            }
        }
        let depth = corner.iter().map(|x| x.min(1.0 - x)).sum();
        Ok(Valley { corner, depth })
    }

    /// The corner that is worth most; an end where its nearest choice obeys the rows.
    fn at(&mut self, worths: &[f64]) -> Result<Vec<f64>, End> {
        if self.left == 0 || (self.ends)() {
            return Err(None);
        }
        self.left -= 1;
        let corner = self.relaxed.corner(worths).ok_or(None)?;
        let choice: Choice = corner.iter().map(|x| *x >= 0.5).collect();
        let lawful = self.worth.at(&choice) > self.known && self.model.check(&choice).is_ok();
        if lawful { Err(Some(choice)) } else { Ok(corner) }
    }
}
