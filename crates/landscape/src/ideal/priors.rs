//! Empirical Bayes: how far participants and statements spread is learnt from all of them together.

use super::{
    dense::{Square, cholesky, dot, forward, identity, inverse, product, times, transposed},
    fit::{Item, Model, Person},
};

/// Variance below which a direction counts as gone.
const LEAST: f64 = 1e-6;
const MOST: f64 = 9.0;
/// Where predictions are wanted, so many statements are added to the others, in each direction with a slope of 1: few
/// participants can't tell a direction that is hardly there from one that is not, and whoever predicts need not decide.
const ADDED: f64 = 10.0;

/// What a model is fitted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The best single order: neither readiness to agree nor to pass differs between participants.
    Order,
    /// The map, and all that rests on it: a direction that tells nothing is gone.
    Map,
    /// What is expected of responses that were not given.
    Prediction,
}

/// Means and variances of the normal priors. Places have variance 1 in each direction: the scale stands in the slopes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Priors<const F: usize> {
    purpose: Purpose,
    /// Covariance of the slopes; the last row and column hold the variance of the levels alone.
    load: Square<F>,
    level: f64,
    pass: (f64, f64),
    acquiescence: f64,
    propensity: f64,
}

impl<const F: usize> Priors<F> {
    pub(super) fn start(purpose: Purpose) -> Self {
        Self { purpose, load: identity(), level: 0.0, pass: (-1.0, 1.0), acquiescence: 0.25, propensity: 1.0 }
    }

    /// Precision of each coordinate of a participant.
    pub(super) fn person(&self) -> [f64; F] {
        let last = if self.purpose == Purpose::Order { 1.0 / LEAST } else { 1.0 / self.acquiescence };
        std::array::from_fn(|i| if i + 1 == F { last } else { 1.0 })
    }

    /// Precision of the readiness to pass.
    pub(super) fn propensity(&self) -> f64 {
        if self.purpose == Purpose::Order { 1.0 / LEAST } else { 1.0 / self.propensity }
    }

    /// Precision of slopes and level.
    pub(super) fn item(&self) -> Square<F> {
        inverse(&cholesky(&self.load))
    }

    /// Mean of slopes and level.
    pub(super) fn item_mean(&self) -> [f64; F] {
        std::array::from_fn(|i| if i + 1 == F { self.level } else { 0.0 })
    }

    /// A participant of whom nothing is known.
    pub(super) fn anybody(&self) -> Person<F> {
        let mut person = Person::unknown();
        person.cov[F - 1][F - 1] = self.acquiescence;
        person
    }

    /// A statement of which nothing is known.
    pub(super) fn anything(&self) -> Item<F> {
        Item { load: self.item_mean(), cov: self.load, pass: self.pass.0, pass_var: self.pass.1, seen: 0 }
    }

    /// Mean and precision of how readily a statement is passed.
    pub(super) fn item_pass(&self) -> (f64, f64) {
        (self.pass.0, 1.0 / self.pass.1)
    }
}

impl<const F: usize> Model<F> {
    /// Moves the mean of the participants to 0 and their spread to 1 without changing any η or ζ, which saves hundreds
    /// of sweeps (parameter expansion; Liu, Rubin & Wu 1998), then takes the priors from what is there.
    pub(super) fn settle_priors(&mut self) {
        let (mean, spread) = self.spread_of_people();
        let pass = self.mean_pass();
        let mut places = spread;
        for i in 0..F {
            places[i][F - 1] = 0.0;
            places[F - 1][i] = 0.0;
        }
        places[F - 1][F - 1] = 1.0;
        let factor = cholesky(&places);
        self.move_items(&factor, &mean, pass);
        self.move_people(&factor, &mean, pass);
        self.priors.acquiescence = spread[F - 1][F - 1].clamp(LEAST, MOST);
        let propensity = self.people.iter().map(|p| p.pass * p.pass + p.pass_var).sum::<f64>();
        self.priors.propensity = (propensity / self.people.len().max(1) as f64).clamp(LEAST, MOST);
        self.take_item_priors();
    }

    /// Turns the space so that the slopes lie as near as they can to what they were (orthogonal Procrustes): no
    /// likelihood depends on how it is turned, and a fit that drifts round never stands still.
    pub(super) fn turn_back(&mut self, before: &[[f64; F]]) {
        let mut common = [[0.0; F]; F];
        for (item, before) in self.items.iter().zip(before).filter(|(item, _)| item.seen > 0) {
            for i in 0..F - 1 {
                for j in 0..F - 1 {
                    common[i][j] += before[i] * item.load[j];
                }
            }
        }
        let turn = nearest_rotation(common);
        let back = transposed(&turn);
        for item in &mut self.items {
            item.load = times(&turn, &item.load);
            item.cov = product(&product(&turn, &item.cov), &back);
        }
        for person in &mut self.people {
            person.at = times(&turn, &person.at);
            person.cov = product(&product(&turn, &person.cov), &back);
        }
        self.priors.load = product(&product(&turn, &self.priors.load), &back);
    }

    fn spread_of_people(&self) -> ([f64; F], Square<F>) {
        let n = self.people.len().max(1) as f64;
        let mut mean = [0.0; F];
        for person in &self.people {
            mean.iter_mut().zip(&person.at).for_each(|(m, x)| *m += x / n);
        }
        let mut spread = [[0.0; F]; F];
        for person in &self.people {
            for i in 0..F {
                for j in 0..F {
                    spread[i][j] += ((person.at[i] - mean[i]) * (person.at[j] - mean[j]) + person.cov[i][j]) / n;
                }
            }
        }
        (mean, spread)
    }

    fn mean_pass(&self) -> f64 {
        self.people.iter().map(|p| p.pass).sum::<f64>() / self.people.len().max(1) as f64
    }

    /// With x = mean + L·x′ the slope of x′ is Lᵀ·a, and the level takes the mean.
    fn move_items(&mut self, factor: &Square<F>, mean: &[f64; F], pass: f64) {
        let turned = transposed(factor);
        for item in &mut self.items {
            let mut slope = item.load;
            slope[F - 1] = 0.0;
            let level = item.load[F - 1] + dot(&slope, mean) + mean[F - 1];
            item.load = times(&turned, &slope);
            item.load[F - 1] = level;
            item.cov = product(&product(&turned, &item.cov), factor);
            item.pass += pass;
        }
    }

    fn move_people(&mut self, factor: &Square<F>, mean: &[f64; F], pass: f64) {
        let back = inverse_of_lower(factor);
        for person in &mut self.people {
            person.at = times(&back, &std::array::from_fn(|i| person.at[i] - mean[i]));
            person.cov = product(&product(&back, &person.cov), &transposed(&back));
            person.pass -= pass;
        }
    }

    /// The priors of the statements, from the statements.
    pub(super) fn take_item_priors(&mut self) {
        let items = || self.items.iter().filter(|item| item.seen > 0);
        let n = items().count().max(1) as f64;
        let level = items().map(|i| i.load[F - 1]).sum::<f64>() / n;
        let pass = items().map(|i| i.pass).sum::<f64>() / n;
        let mut load = [[0.0; F]; F];
        for item in items() {
            for i in 0..F - 1 {
                for j in 0..F - 1 {
                    load[i][j] += (item.load[i] * item.load[j] + item.cov[i][j]) / n;
                }
            }
            load[F - 1][F - 1] += ((item.load[F - 1] - level).powi(2) + item.cov[F - 1][F - 1]) / n;
        }
        let pass_var = items().map(|i| (i.pass - pass).powi(2) + i.pass_var).sum::<f64>() / n;
        if self.priors.purpose == Purpose::Prediction {
            load = with_added(load, n);
        }
        for (i, row) in load.iter_mut().enumerate() {
            row[i] = row[i].clamp(LEAST, MOST);
        }
        self.priors.load = load;
        self.priors.level = level;
        self.priors.pass = (pass, pass_var.clamp(LEAST, MOST));
    }
}

/// The covariance of the slopes of `n` statements and of those added.
fn with_added<const F: usize>(mut load: Square<F>, n: f64) -> Square<F> {
    for i in 0..F - 1 {
        for j in 0..F - 1 {
            load[i][j] = (load[i][j] * n + if i == j { ADDED } else { 0.0 }) / (n + ADDED);
        }
    }
    load
}

/// The rotation in the polar decomposition, by Newton's iteration (Higham 1986). Directions without weight stay; the
/// last coordinate is no direction of the space.
pub(super) fn nearest_rotation<const F: usize>(mut m: Square<F>) -> Square<F> {
    let size = (0..F - 1).map(|i| m[i][i].abs()).fold(0.0, f64::max);
    if size <= 0.0 {
        return identity();
    }
    m[F - 1][F - 1] = size;
    for (i, row) in m.iter_mut().enumerate() {
        for x in row.iter_mut() {
            *x /= size;
        }
        row[i] += 1e-6;
    }
    for _ in 0..30 {
        let Some(other) = inverse_of(&m) else { return identity() };
        let next: Square<F> = std::array::from_fn(|i| std::array::from_fn(|j| f64::midpoint(m[i][j], other[j][i])));
        let moved = next.iter().flatten().zip(m.iter().flatten()).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        m = next;
        if moved < 1e-14 {
            break;
        }
    }
    m
}

/// The inverse of a square matrix that is not nearly singular (Gauss and Jordan, with pivots).
fn inverse_of<const F: usize>(m: &Square<F>) -> Option<Square<F>> {
    let (mut a, mut inverse) = (*m, identity::<F>());
    for k in 0..F {
        let pivot = (k..F).max_by(|x, y| a[*x][k].abs().total_cmp(&a[*y][k].abs()))?;
        a.swap(k, pivot);
        inverse.swap(k, pivot);
        let by = a[k][k];
        if by.abs() < 1e-12 {
            return None;
        }
        for j in 0..F {
            a[k][j] /= by;
            inverse[k][j] /= by;
        }
        for i in (0..F).filter(|i| *i != k) {
            let by = a[i][k];
            for j in 0..F {
                a[i][j] -= by * a[k][j];
                inverse[i][j] -= by * inverse[k][j];
            }
        }
    }
    Some(inverse)
}

/// The inverse of a lower factor.
fn inverse_of_lower<const F: usize>(l: &Square<F>) -> Square<F> {
    let columns: Square<F> = std::array::from_fn(|j| {
        let mut unit = [0.0; F];
        unit[j] = 1.0;
        forward(l, &unit)
    });
    transposed(&columns)
}
