//! Principal axes of the responses, without ever writing the matrix down.
//!
//! A missing response stands for the mean of its column, so that a centred matrix is 0 there: only observed cells
//! count, and a product with it costs one addition for each response. Lanczos with full reorthogonalisation
//! (Golub & Van Loan, Matrix Computations, 10.3) then needs a few dozen products. See DESIGN.md.

use std::ops::Range;

use super::tridiagonal::eigen;
use crate::{Votes, parallel};

/// Up to this many columns the whole spectrum is computed, so that equal eigenvalues cannot be missed.
const SMALL: usize = 96;
/// More products than any real record needs (15 to 60).
const STEPS: usize = 600;
/// Residual of an accepted eigenpair, relative to the largest eigenvalue.
const PRECISION: f64 = 1e-13;
/// An eigenvalue below this share of the first one is rounding, not an axis.
const VANISHED: f64 = 1e-10;
/// Responses of one block of work.
const WORTH: usize = 1 << 16;

/// About the leading axes, each of length 1 (0 where there is none): good enough to begin a fit. Sums are made in the
/// order of the participants that is given.
pub(crate) fn start(votes: &Votes, order: &[usize], out: &[bool], count: usize, threads: usize) -> Vec<Vec<f64>> {
    const STEPS: usize = 20;
    let mean = super::means(votes, out);
    let runs = parallel::runs(order.iter().map(|p| votes.count(*p)), WORTH);
    let matrix = Matrix { votes, order: Some(order), mean: &mean, out, runs, threads };
    let live = out.iter().filter(|out| !**out).count();
    let space = Space::grow(|v| matrix.gram(v), out, STEPS.min(live), |_, _| false);
    let mut axes = space.pairs(out.len(), count).into_iter().map(|(_, axis)| upright(axis));
    (0..count).map(|_| axes.next().unwrap_or_else(|| vec![0.0; out.len()])).collect()
}

/// The responses, centred by column, columns that are out set to 0.
pub(super) struct Matrix<'a> {
    votes: &'a Votes,
    /// None for the order of the participants as they stand.
    order: Option<&'a [usize]>,
    mean: &'a [f64],
    out: &'a [bool],
    runs: Vec<Range<usize>>,
    threads: usize,
}

impl<'a> Matrix<'a> {
    pub(super) fn new(votes: &'a Votes, mean: &'a [f64], out: &'a [bool], threads: usize) -> Self {
        let runs = parallel::runs((0..votes.participants().len()).map(|p| votes.count(p)), WORTH);
        Self { votes, order: None, mean, out, runs, threads }
    }

    fn row(&self, participant: usize) -> &[u32] {
        self.votes.cells(self.order.map_or(participant, |order| order[participant]))
    }

    /// The two principal axes, each of length 1, or 0 where there is none.
    pub(super) fn axes(&self) -> [Vec<f64>; 2] {
        let pairs = leading(|v| self.gram(v), self.out);
        let first = pairs.first().map_or(0.0, |pair| pair.0);
        let mut axes = pairs.into_iter().map(|(value, axis)| {
            let real = value > VANISHED && value > VANISHED * first;
            if real { upright(axis) } else { vec![0.0; axis.len()] }
        });
        std::array::from_fn(|_| axes.next().unwrap_or_else(|| vec![0.0; self.out.len()]))
    }

    /// For each participant the sum over what they responded to of (response − mean) · axis.
    pub(super) fn scores(&self, axis: &[f64]) -> Vec<f64> {
        let table = self.table(axis);
        let runs = parallel::blocks(self.runs.len(), self.threads, |i| {
            self.runs[i].clone().map(|p| sum(&table, self.row(p))).collect::<Vec<_>>()
        });
        runs.concat()
    }

    /// The transpose times the matrix times v.
    fn gram(&self, v: &[f64]) -> Vec<f64> {
        let table = self.table(v);
        let partial = parallel::blocks(self.runs.len(), self.threads, |i| {
            let mut back = vec![0.0; table.len()];
            for p in self.runs[i].clone() {
                let cells = self.row(p);
                let score = sum(&table, cells);
                for cell in cells {
                    back[*cell as usize] += score;
                }
            }
            back
        });
        let mut back = vec![0.0; table.len()];
        for part in partial {
            back.iter_mut().zip(&part).for_each(|(b, p)| *b += p);
        }
        self.fold(&back)
    }

    /// (value − mean) · v of each column for each of the three values, in the order of the cells.
    fn table(&self, v: &[f64]) -> Vec<f64> {
        let columns = self.mean.iter().zip(self.out).zip(v);
        columns
            .flat_map(|((m, out), x)| if *out { [0.0; 3] } else { [(-1.0 - m) * x, -m * x, (1.0 - m) * x] })
            .collect()
    }

    /// Back from sums by cell to columns: the transpose of [`Self::table`].
    fn fold(&self, back: &[f64]) -> Vec<f64> {
        let columns = self.mean.iter().zip(self.out).zip(back.chunks_exact(3));
        columns.map(|((m, out), b)| if *out { 0.0 } else { (-1.0 - m) * b[0] - m * b[1] + (1.0 - m) * b[2] }).collect()
    }
}

/// Four running sums in a fixed order: the additions do not wait for each other.
fn sum(table: &[f64], cells: &[u32]) -> f64 {
    let mut sums = [0.0; 4];
    let chunks = cells.chunks_exact(4);
    let rest: f64 = chunks.remainder().iter().map(|cell| table[*cell as usize]).sum();
    for chunk in chunks {
        for (s, cell) in sums.iter_mut().zip(chunk) {
            *s += table[*cell as usize];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

/// The sign of an axis is free; here its largest loading is positive.
fn upright(mut axis: Vec<f64>) -> Vec<f64> {
    let largest = axis.iter().fold(0.0_f64, |best, x| if x.abs() > best.abs() { *x } else { best });
    for x in &mut axis {
        // Rounding in a column without variance, and the sign of 0, are not worth writing down.
        *x = if x.abs() < 1e-14 { 0.0 } else { x.copysign(*x * largest) };
    }
    axis
}

/// The leading eigenpairs of a symmetric positive semidefinite matrix that is 0 in the columns that are `out`.
fn leading(apply: impl Fn(&[f64]) -> Vec<f64>, out: &[bool]) -> Vec<(f64, Vec<f64>)> {
    let live = out.iter().filter(|out| !**out).count();
    let limit = if live <= SMALL { live } else { STEPS.min(live) };
    let done = |space: &Space, rest: f64| live > SMALL && space.basis.len().is_multiple_of(8) && space.settled(rest);
    Space::grow(apply, out, limit, done).pairs(out.len(), 2)
}

/// The Krylov space so far and the tridiagonal form of the matrix in it.
struct Space {
    basis: Vec<Vec<f64>>,
    diagonal: Vec<f64>,
    beside: Vec<f64>,
    scale: f64,
}

impl Space {
    /// Up to `limit` directions, or until `done` says so from the length of what is left outside.
    fn grow(apply: impl Fn(&[f64]) -> Vec<f64>, out: &[bool], limit: usize, done: impl Fn(&Self, f64) -> bool) -> Self {
        let mut space = Self { basis: Vec::new(), diagonal: Vec::new(), beside: Vec::new(), scale: 0.0 };
        let mut next = fresh(out, 0, &space.basis);
        while let Some(direction) = next.take().filter(|_| space.basis.len() < limit) {
            let rest = space.extend(direction, &apply);
            let length = norm(&rest);
            if done(&space, length) {
                break;
            }
            let stalled = length <= 1e-13 * space.scale;
            space.beside.push(if stalled { 0.0 } else { length });
            // An invariant space is exhausted: what is left lies at right angles to all of it.
            next = if stalled { fresh(out, space.basis.len(), &space.basis) } else { Some(scaled(rest, 1.0 / length)) };
        }
        space
    }

    /// Adds a direction; what the matrix makes of it outside the space is returned.
    fn extend(&mut self, direction: Vec<f64>, apply: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
        let mut image = apply(&direction);
        let along = dot(&direction, &image);
        self.scale = self.scale.max(norm(&image));
        self.basis.push(direction);
        self.diagonal.push(along);
        orthogonalise(&mut image, &self.basis);
        image
    }

    /// Whether both leading pairs are as good as they get: |A x − θ x| = rest · |last entry of the eigenvector|.
    fn settled(&self, rest: f64) -> bool {
        let pairs = eigen(&self.diagonal, &self.beside);
        let largest = pairs.first().map_or(0.0, |p| p.0);
        let last = |pair: &(f64, Vec<f64>)| pair.1.last().copied().unwrap_or(0.0).abs();
        pairs.iter().take(2).all(|pair| rest * last(pair) <= PRECISION * largest)
    }

    fn pairs(&self, columns: usize, count: usize) -> Vec<(f64, Vec<f64>)> {
        let beside = &self.beside[..self.beside.len().min(self.basis.len().saturating_sub(1))];
        let pairs = eigen(&self.diagonal, beside).into_iter().take(count);
        pairs
            .map(|(value, weights)| {
                let mut axis = vec![0.0; columns];
                for (weight, direction) in weights.iter().zip(&self.basis) {
                    add(&mut axis, direction, *weight);
                }
                let length = norm(&axis);
                (value, scaled(axis, if length > 0.0 { 1.0 / length } else { 0.0 }))
            })
            .collect()
    }
}

/// A unit vector at right angles to the basis, from a fixed sequence; none if the basis spans everything.
fn fresh(out: &[bool], round: usize, basis: &[Vec<f64>]) -> Option<Vec<f64>> {
    let mut vector: Vec<f64> = (0..out.len()).map(|c| if out[c] { 0.0 } else { scatter(c, round) }).collect();
    let before = norm(&vector);
    orthogonalise(&mut vector, basis);
    let length = norm(&vector);
    (length > 1e-8 * before).then(|| scaled(vector, 1.0 / length))
}

/// A number in −1..1 without pattern (splitmix64, Steele, Lea, Flood 2014).
fn scatter(column: usize, round: usize) -> f64 {
    crate::chance::unit(column as u64, round as u64) * 2.0 - 1.0
}

/// Twice is enough (Kahan, Parlett).
fn orthogonalise(vector: &mut [f64], basis: &[Vec<f64>]) {
    for _ in 0..2 {
        for direction in basis {
            let along = dot(vector, direction);
            add(vector, direction, -along);
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn norm(v: &[f64]) -> f64 {
    dot(v, v).sqrt()
}

fn add(to: &mut [f64], what: &[f64], times: f64) {
    to.iter_mut().zip(what).for_each(|(t, w)| *t += times * w);
}

fn scaled(mut v: Vec<f64>, by: f64) -> Vec<f64> {
    for x in &mut v {
        *x *= by;
    }
    v
}
