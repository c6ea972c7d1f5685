//! The estimator: variational Gaussian, by one Newton step for each participant, then one for each statement.
//!
//! η of a participant at x and a statement with slope a and level b is a·x + b + c, where c is how readily the
//! participant agrees with anything; ζ = t + u, where u is how readily they pass. Everything is a normal distribution
//! with mean and covariance, and each half takes the uncertainty of the other half into account: a participant with
//! three responses moves no statement as one with a hundred does. One sweep reads each response once, in the order
//! of the participants; statements gather their sums on the way. DESIGN.md has what was tried instead.

use std::ops::Range;

use super::{
    ahead::Ahead,
    amend::Footing,
    cells::Cells,
    dense::{Square, backward, cholesky, dot, forward, inverse, times},
    logit::{Looks, exp},
    priors::{Priors, Purpose},
};
use crate::parallel;

/// Longest step of one coordinate: far from the optimum a Newton step may be wild.
const STRIDE: f64 = 2.0;
/// The fit stands still when the statements move less than this in one sweep (root mean square, in standard errors):
/// to know a figure better than that it can be known tells nothing, and with few responses takes hundreds of sweeps.
const STILL: f64 = 5e-3;
/// Responses of one block of work, and at least so many for each statement, as each block has sums of its own.
const WORTH: usize = 1 << 12;
const WORTH_EACH: usize = 4;
/// A figure of less variance than this is not asked to be known better.
const LEAST_VARIANCE: f64 = 1e-8;
/// More sweeps than any record needs.
const SWEEPS: usize = 200;

/// A statement. The last coordinate of `load` is the level b, those before it the slope a.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Item<const F: usize> {
    pub load: [f64; F],
    pub cov: Square<F>,
    pub pass: f64,
    pub pass_var: f64,
    /// Responses.
    pub seen: u32,
}

/// A participant. The last coordinate of `at` is c, those before it the place x.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Person<const F: usize> {
    pub at: [f64; F],
    pub cov: Square<F>,
    pub pass: f64,
    pub pass_var: f64,
}

impl<const F: usize> Item<F> {
    /// Before the first sweep: the level from how many disagreed, passed and agreed.
    pub(super) fn start(seen: [u32; 3], slope: impl Fn(usize) -> f64) -> Self {
        let [disagree, pass, agree] = seen.map(|n| f64::from(n) + 0.5);
        let level = 0.5 * (agree / disagree).ln();
        Self {
            load: std::array::from_fn(|k| if k + 1 == F { level } else { slope(k) }),
            cov: [[0.0; F]; F],
            pass: (pass / (agree * disagree).sqrt()).ln(),
            pass_var: 0.0,
            seen: seen.iter().sum(),
        }
    }
}

impl<const F: usize> Person<F> {
    /// In the middle, with nothing known.
    pub(super) fn unknown() -> Self {
        Self { at: [0.0; F], cov: super::dense::identity(), pass: 0.0, pass_var: 0.0 }
    }

    /// (x, 1): what the slope and level of a statement are multiplied with.
    fn lever(&self) -> [f64; F] {
        with_last(self.at, 1.0)
    }
}

/// The fitted model.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Model<const F: usize> {
    pub items: Vec<Item<F>>,
    pub people: Vec<Person<F>>,
    pub priors: Priors<F>,
    /// What it stands on, so that a few participants can be taken up anew.
    pub footing: Option<Box<Footing<F>>>,
}

/// What the sweep needs of a statement, close together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row<const F: usize> {
    load: [f64; F],
    pass: f64,
    cov: Square<F>,
}

/// What a statement gathers in a sweep: slopes and curvatures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sums<const F: usize> {
    slope: [f64; F],
    curve: Square<F>,
    pass_slope: f64,
    pass_curve: f64,
}

impl<const F: usize> Sums<F> {
    pub(super) const NONE: Self = Self { slope: [0.0; F], curve: [[0.0; F]; F], pass_slope: 0.0, pass_curve: 0.0 };

    fn add(&mut self, other: &Self) {
        self.add_times(other, 1.0);
    }

    pub(super) fn add_times(&mut self, other: &Self, times: f64) {
        for i in 0..F {
            self.slope[i] += times * other.slope[i];
            for j in 0..=i {
                self.curve[i][j] += times * other.curve[i][j];
            }
        }
        self.pass_slope += times * other.pass_slope;
        self.pass_curve += times * other.pass_curve;
    }
}

impl<const F: usize> Model<F> {
    /// Before the first sweep: slopes from `axes` (one value for each statement), levels from counts.
    pub(super) fn start(cells: &Cells, axes: &[Vec<f64>], purpose: Purpose) -> Self {
        let seen = cells.counts();
        let scale = (seen.iter().filter(|n| **n != [0; 3]).count() as f64).sqrt();
        let item = |(j, n): (usize, &[u32; 3])| Item::start(*n, |k| axes[k][j] * scale);
        Self {
            items: seen.iter().enumerate().map(item).collect(),
            people: vec![Person::unknown(); cells.participants()],
            priors: Priors::start(purpose),
            footing: None,
        }
    }

    /// Sweeps until the statements stand still; says how many sweeps it took.
    pub(super) fn settle(&mut self, cells: &Cells, threads: usize, cold: bool) -> usize {
        self.footing = None;
        let runs = self.runs(cells);
        let mut ahead = Ahead::default();
        for sweep in 0..SWEEPS {
            let before = self.flat();
            self.sweep(cells, &runs, threads, if cold && sweep == 0 { 3 } else { 1 });
            let after = self.flat();
            if self.motion(&before, &after) < STILL {
                return sweep + 1;
            }
            if !cold || sweep > 1 {
                self.set_flat(&ahead.next(&before, after));
                self.take_item_priors();
            }
        }
        SWEEPS
    }

    fn runs(&self, cells: &Cells) -> Vec<Range<usize>> {
        let worth = WORTH.max(WORTH_EACH * self.items.len());
        parallel::runs((0..cells.participants()).map(|p| cells.row(p).len()), worth)
    }

    /// How far the statements moved, in their standard errors (root mean square).
    pub(super) fn motion(&self, before: &[f64], after: &[f64]) -> f64 {
        let items = self.items.iter().filter(|item| item.seen > 0);
        let variances = items.flat_map(|item| (0..F).map(|i| item.cov[i][i]).chain([item.pass_var]));
        let moves = before.iter().zip(after).zip(variances);
        let sum: f64 = moves.map(|((a, b), variance)| (a - b).powi(2) / variance.max(LEAST_VARIANCE)).sum();
        (sum / before.len().max(1) as f64).sqrt()
    }

    /// Slopes, levels and readiness to be passed of the statements with responses, one after the other.
    pub(super) fn flat(&self) -> Vec<f64> {
        let items = self.items.iter().filter(|item| item.seen > 0);
        items.flat_map(|item| item.load.iter().copied().chain([item.pass])).collect()
    }

    fn set_flat(&mut self, flat: &[f64]) {
        let items = self.items.iter_mut().filter(|item| item.seen > 0);
        for (item, values) in items.zip(flat.chunks_exact(F + 1)) {
            item.load.copy_from_slice(&values[..F]);
            item.pass = values[F];
        }
    }

    /// Fits statements while the participants stay where they are.
    pub(super) fn add_items(&mut self, cells: &Cells, threads: usize) {
        const STEPS: usize = 8;
        let counts = cells.counts();
        for _ in 0..STEPS {
            let sums = self.gathered(cells, &self.rows(), threads);
            let before = self.items.clone();
            self.step_items(&sums);
            let kept = self.items.iter_mut().zip(before).zip(&counts).filter(|(_, n)| **n == [0; 3]);
            kept.for_each(|((item, before), _)| *item = before);
        }
    }

    /// Participants with these cells, while the statements stay as they are.
    pub(super) fn placed(&self, cells: &Cells) -> Vec<Person<F>> {
        const STEPS: usize = 8;
        let (rows, mut looks) = (self.rows(), Looks::default());
        let mut one = |p: usize| {
            let mut person = Person::unknown();
            (0..STEPS).for_each(|_| self.place(&mut person, &rows, cells.row(p), &mut looks));
            person
        };
        (0..cells.participants()).map(&mut one).collect()
    }

    /// What everybody's responses say about the statements.
    pub(super) fn gathered(&self, cells: &Cells, rows: &[Row<F>], threads: usize) -> Vec<Sums<F>> {
        let runs = self.runs(cells);
        let done = parallel::blocks(runs.len(), threads, |i| {
            let (mut sums, mut looks) = (vec![Sums::NONE; rows.len()], Looks::default());
            let run = runs[i].clone();
            run.for_each(|p| gather(&self.people[p], rows, cells.row(p), &mut looks, &mut sums));
            sums
        });
        total(done.iter(), rows.len())
    }

    pub(super) fn rows(&self) -> Vec<Row<F>> {
        self.items.iter().map(|i| Row { load: i.load, pass: exp(i.pass), cov: i.cov }).collect()
    }

    fn sweep(&mut self, cells: &Cells, runs: &[Range<usize>], threads: usize, steps: usize) {
        let rows = self.rows();
        let before: Vec<[f64; F]> = rows.iter().map(|row| row.load).collect();
        let done = parallel::blocks(runs.len(), threads, |i| self.run(cells, &rows, runs[i].clone(), steps));
        self.step_items(&total(done.iter().map(|(_, sums)| sums), rows.len()));
        self.people.clear();
        for (people, _) in done {
            self.people.extend(people);
        }
        self.settle_priors();
        self.turn_back(&before);
    }

    /// Places some participants and gathers what their responses say about the statements.
    fn run(&self, cells: &Cells, rows: &[Row<F>], run: Range<usize>, steps: usize) -> (Vec<Person<F>>, Vec<Sums<F>>) {
        let mut sums = vec![Sums::NONE; rows.len()];
        let mut looks = Looks::default();
        let people = run.map(|p| {
            let mut person = self.people[p];
            for _ in 0..steps {
                self.place(&mut person, rows, cells.row(p), &mut looks);
            }
            gather(&person, rows, cells.row(p), &mut looks, &mut sums);
            person
        });
        (people.collect(), sums)
    }

    /// One Newton step of a participant.
    pub(super) fn place(&self, person: &mut Person<F>, rows: &[Row<F>], cells: &[u32], looks: &mut Looks) {
        look(person, rows, cells, looks);
        let x = person.lever();
        let mut slope = [0.0; F];
        let mut curve = [[0.0; F]; F];
        let (mut pass_slope, mut pass_curve) = (0.0, 0.0);
        for (i, cell) in cells.iter().enumerate() {
            let (r, v, s) = looks.out(i);
            let row = &rows[(cell / 3) as usize];
            let lever = with_last(row.load, 1.0);
            for i in 0..F {
                slope[i] += r * lever[i];
                for j in 0..=i {
                    curve[i][j] += v * lever[i] * lever[j];
                }
            }
            // The slope of the statement is uncertain: a place far out is less sure than it seems.
            for i in 0..F - 1 {
                slope[i] -= v * dot(&row.cov[i], &x);
                for j in 0..=i {
                    curve[i][j] += v * row.cov[i][j];
                }
            }
            pass_slope += s;
            pass_curve += curvature(*cell, s);
        }
        let sure = self.priors.person();
        for i in 0..F {
            slope[i] -= sure[i] * person.at[i];
            curve[i][i] += sure[i];
        }
        let factor = cholesky(&curve);
        step(&mut person.at, &backward(&factor, &forward(&factor, &slope)));
        person.cov = inverse(&factor);
        let sure = self.priors.propensity();
        person.pass_var = 1.0 / (pass_curve + sure);
        person.pass += ((pass_slope - sure * person.pass) * person.pass_var).clamp(-STRIDE, STRIDE);
    }

    /// One Newton step of each statement.
    pub(super) fn step_items(&mut self, sums: &[Sums<F>]) {
        let sure = self.priors.item();
        let middle = self.priors.item_mean();
        let (pass_mean, pass_sure) = self.priors.item_pass();
        for (item, sum) in self.items.iter_mut().zip(sums) {
            let mut curve = sum.curve;
            for (row, sure) in curve.iter_mut().zip(&sure) {
                row.iter_mut().zip(sure).for_each(|(x, s)| *x += s);
            }
            let away = std::array::from_fn(|i| item.load[i] - middle[i]);
            let pull = times(&sure, &away);
            let slope = std::array::from_fn(|i| sum.slope[i] - pull[i]);
            let factor = cholesky(&curve);
            step(&mut item.load, &backward(&factor, &forward(&factor, &slope)));
            item.cov = inverse(&factor);
            item.pass_var = 1.0 / (sum.pass_curve + pass_sure);
            let slope = sum.pass_slope - pass_sure * (item.pass - pass_mean);
            item.pass += (slope * item.pass_var).clamp(-STRIDE, STRIDE);
        }
    }
}

fn total<'a, const F: usize>(parts: impl Iterator<Item = &'a Vec<Sums<F>>>, items: usize) -> Vec<Sums<F>> {
    parts.fold(vec![Sums::NONE; items], |mut sums, part| {
        sums.iter_mut().zip(part).for_each(|(sum, part)| sum.add(part));
        sums
    })
}

/// Slopes and curvatures of a participant's responses, as they stand.
fn look<const F: usize>(person: &Person<F>, rows: &[Row<F>], cells: &[u32], looks: &mut Looks) {
    let (x, c, readiness) = (person.lever(), person.at[F - 1], exp(person.pass));
    looks.resize(cells.len());
    for (i, cell) in cells.iter().enumerate() {
        let row = &rows[(cell / 3) as usize];
        looks.set(i, dot(&row.load, &x) + c, row.pass * readiness, f64::from(cell % 3) - 1.0);
    }
    looks.look();
}

/// Adds what a participant's responses say about the statements.
pub(super) fn gather<const F: usize>(
    person: &Person<F>,
    rows: &[Row<F>],
    cells: &[u32],
    looks: &mut Looks,
    sums: &mut [Sums<F>],
) {
    look(person, rows, cells, looks);
    let x = person.lever();
    // The mean of x·xᵀ, and how an uncertain place pulls a slope towards 0.
    let mut square: Square<F> = std::array::from_fn(|i| std::array::from_fn(|j| x[i] * x[j]));
    for i in 0..F - 1 {
        for j in 0..F - 1 {
            square[i][j] += person.cov[i][j];
        }
    }
    for (i, cell) in cells.iter().enumerate() {
        let (r, v, s) = looks.out(i);
        let place = (cell / 3) as usize;
        let lever = with_last(rows[place].load, 1.0);
        let sum = &mut sums[place];
        for i in 0..F {
            sum.slope[i] += r * x[i];
            for j in 0..=i {
                sum.curve[i][j] += v * square[i][j];
            }
        }
        for i in 0..F - 1 {
            sum.slope[i] -= v * dot(&person.cov[i], &lever);
        }
        sum.pass_slope += s;
        sum.pass_curve += curvature(*cell, s);
    }
}

/// Variance of "passed or not", from its slope: an answer less its mean.
#[inline]
fn curvature(cell: u32, slope: f64) -> f64 {
    let share = if cell % 3 == 1 { 1.0 - slope } else { -slope };
    share * (1.0 - share)
}

#[inline]
fn with_last<const F: usize>(mut v: [f64; F], last: f64) -> [f64; F] {
    v[F - 1] = last;
    v
}

fn step<const F: usize>(at: &mut [f64; F], by: &[f64; F]) {
    at.iter_mut().zip(by).for_each(|(x, s)| *x += s.clamp(-STRIDE, STRIDE));
}
