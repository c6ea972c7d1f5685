//! Normal distributions with a common spread, seen through uncertain places.
//!
//! Participants with few responses are known badly; that they seem to stand in the middle says nothing. So the mixture
//! is fitted to what each participant's responses say (precision and precision · mean), not to points (extreme
//! deconvolution; Bovy, Hogg & Roweis 2011).

use super::{
    dense::{dot, eigen, identity, inverse_and_volume, times},
    logit::exp,
    space::{MOST, Spread},
};

/// Most components.
const COMPONENTS: usize = 6;
const ROUNDS: usize = 150;
const FIRST_ROUNDS: usize = 20;
/// Gain in log-likelihood per participant below which the fit has settled.
const SETTLED: f64 = 1e-5;

type Point = [f64; MOST];
/// Precision, and precision · mean.
pub(super) type Evidence = (Spread, Point);

#[derive(Debug, Clone)]
pub(super) struct Mixture {
    pub centres: Vec<Point>,
    pub weights: Vec<f64>,
    pub spread: Spread,
    fit: f64,
}

/// The mixture with the best Bayesian information criterion, grown one component at a time.
/// What a free number costs is told in halves of log n.
pub(super) fn mixture(points: &[Evidence], dims: usize, price: f64) -> Mixture {
    let mut best = Mixture { centres: vec![[0.0; MOST]], weights: vec![1.0], spread: identity(), fit: 0.0 };
    best.settle(points, ROUNDS);
    while best.centres.len() < COMPONENTS && points.len() > 4 * best.centres.len() {
        let grown = (0..best.centres.len()).map(|c| best.split(points, c)).max_by(|a, b| a.fit.total_cmp(&b.fit));
        let Some(mut grown) = grown else { break };
        grown.settle(points, ROUNDS);
        if grown.criterion(points.len(), dims, price) <= best.criterion(points.len(), dims, price) {
            break;
        }
        best = grown;
    }
    best
}

/// One participant, seen by the mixture.
struct Look {
    /// How likely they belong to each component.
    shares: [f64; COMPONENTS],
    /// Where they probably stand, if they belong to it.
    places: [Point; COMPONENTS],
    cov: Spread,
    /// Log-likelihood, up to a constant of theirs.
    log: f64,
}

/// A mixture, ready to look at many participants.
pub(super) struct Lens {
    /// The precision of a component.
    sure: Spread,
    /// For each component, precision · centre.
    pulls: [Point; COMPONENTS],
    /// For each component, what its likelihood has in common for all.
    logs: [f64; COMPONENTS],
    count: usize,
}

impl Lens {
    /// One participant, seen by the mixture.
    fn look(&self, (own, pull): &Evidence) -> Look {
        let precision = std::array::from_fn(|i| std::array::from_fn(|j| own[i][j] + self.sure[i][j]));
        let (cov, volume) = inverse_and_volume(&precision);
        let (mut places, mut logs) = ([[0.0; MOST]; COMPONENTS], self.logs);
        let mut largest = f64::NEG_INFINITY;
        for c in 0..self.count {
            let both: Point = std::array::from_fn(|k| self.pulls[c][k] + pull[k]);
            places[c] = times(&cov, &both);
            logs[c] += 0.5 * dot(&both, &places[c]);
            largest = largest.max(logs[c]);
        }
        let mut shares = [0.0; COMPONENTS];
        let mut total = 0.0;
        for c in 0..self.count {
            shares[c] = exp((logs[c] - largest).max(-30.0));
            total += shares[c];
        }
        shares[..self.count].iter_mut().for_each(|share| *share /= total);
        Look { shares, places, cov, log: largest + (total / volume.sqrt()).ln() }
    }

    /// For each component how likely the participant belongs to it.
    pub(super) fn shares(&self, evidence: &Evidence) -> [f64; COMPONENTS] {
        self.look(evidence).shares
    }

    /// Where the participant probably stands.
    pub(super) fn place(&self, evidence: &Evidence) -> Point {
        let seen = self.look(evidence);
        std::array::from_fn(|k| seen.shares.iter().zip(&seen.places).map(|(s, p)| s * p[k]).sum())
    }
}

impl Mixture {
    /// Log-likelihood less half of log n, times the price, for each free number (Schwarz 1978).
    fn criterion(&self, n: usize, dims: usize, price: f64) -> f64 {
        let free = self.centres.len() * (dims + 1) - 1;
        self.fit - 0.5 * price * free as f64 * (n.max(1) as f64).ln()
    }

    /// What is the same for every participant who is looked at.
    pub(super) fn lens(&self) -> Lens {
        let (sure, _) = inverse_and_volume(&self.spread);
        let (mut pulls, mut logs) = ([[0.0; MOST]; COMPONENTS], [0.0; COMPONENTS]);
        for (c, (centre, weight)) in self.centres.iter().zip(&self.weights).enumerate() {
            pulls[c] = times(&sure, centre);
            logs[c] = weight.max(1e-300).ln() - 0.5 * dot(centre, &pulls[c]);
        }
        Lens { sure, pulls, logs, count: self.centres.len() }
    }

    /// Expectation and maximisation until it settles.
    fn settle(&mut self, points: &[Evidence], rounds: usize) {
        for round in 0..rounds {
            let before = self.fit;
            self.round(points);
            if round > 0 && self.fit - before < SETTLED * points.len() as f64 {
                break;
            }
        }
    }

    fn round(&mut self, points: &[Evidence]) {
        let lens = self.lens();
        let (_, volume) = inverse_and_volume(&self.spread);
        let n = points.len().max(1) as f64;
        let k = self.centres.len();
        let (mut weights, mut sums, mut squares) = (vec![0.0; k], vec![[0.0; MOST]; k], [[0.0; MOST]; MOST]);
        self.fit = -0.5 * n * volume.ln();
        for evidence in points {
            let Look { shares, places, cov, log } = lens.look(evidence);
            self.fit += log;
            for (c, (share, place)) in shares.iter().zip(&places).enumerate().take(k) {
                weights[c] += share;
                for i in 0..MOST {
                    sums[c][i] += share * place[i];
                    for j in 0..MOST {
                        squares[i][j] += share * place[i] * place[j];
                    }
                }
            }
            squares.iter_mut().zip(&cov).for_each(|(s, c)| s.iter_mut().zip(c).for_each(|(s, c)| *s += c));
        }
        for c in 0..k {
            let total = weights[c].max(1e-9);
            self.centres[c] = sums[c].map(|s| s / total);
            self.weights[c] = weights[c] / n;
            for i in 0..MOST {
                for j in 0..MOST {
                    squares[i][j] -= sums[c][i] * self.centres[c][j];
                }
            }
        }
        for i in 0..MOST {
            for j in 0..MOST {
                self.spread[i][j] = squares[i][j] / n + if i == j { 1e-6 } else { 0.0 };
            }
        }
    }

    /// One component made into two, along the direction in which its participants differ most.
    fn split(&self, points: &[Evidence], component: usize) -> Self {
        let lens = self.lens();
        let centre = self.centres[component];
        let mut scatter = [[0.0; MOST]; MOST];
        let mut total = 1e-9;
        for evidence in points {
            let Look { shares, places, .. } = lens.look(evidence);
            let away: Point = std::array::from_fn(|k| places[component][k] - centre[k]);
            total += shares[component];
            for i in 0..MOST {
                for j in 0..MOST {
                    scatter[i][j] += shares[component] * away[i] * away[j];
                }
            }
        }
        let (values, vectors) = eigen(&scatter);
        let reach = (values[0].max(0.0) / total).sqrt();
        let mut grown = self.clone();
        grown.centres[component] = std::array::from_fn(|k| centre[k] - reach * vectors[0][k]);
        grown.centres.push(std::array::from_fn(|k| centre[k] + reach * vectors[0][k]));
        grown.weights[component] /= 2.0;
        grown.weights.push(grown.weights[component]);
        grown.settle(points, FIRST_ROUNDS);
        grown
    }
}
