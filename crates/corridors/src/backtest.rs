//! How the forecast would have done: knowing only what was known, scored on what came.

use crate::code::Code;
use crate::forecast::Forecast;
use crate::pack::Pack;
use serde::Serialize;

/// Errors over all ordered pairs of the countries of the flows; a pair without a flow counts as 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Score {
    /// Mean absolute error, people in five years.
    pub mae: f64,
    /// Share of the variance that is explained.
    pub r2: f64,
    /// Mean absolute error of the net migration of a country, people in five years.
    pub net_mae: f64,
}

/// One ordered pair.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Prediction {
    /// As the file of flows writes it.
    pub origin: Code,
    /// As the file of flows writes it.
    pub dest: Code,
    /// People in five years.
    pub predicted: f64,
    /// Lower bound of the 80 % band.
    pub q10: f64,
    /// Upper bound of the 80 % band.
    pub q90: f64,
}

/// A forecast of a past period and its score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Backtest {
    /// The first of the five years.
    pub period: i32,
    /// The periods that the weights were learned from; never the one that is scored.
    pub learned_from: Vec<i32>,
    /// Number of countries.
    pub countries: usize,
    /// Number of ordered pairs.
    pub pairs: usize,
    /// The score; none where the records do not have the period.
    pub score: Option<Score>,
    /// The score of "as in the five years before"; none where the records do not have the period.
    pub persistence: Option<Score>,
    /// Share of the pairs predicted above ten people whose flow lies in the 80 % band.
    pub covered: Option<f64>,
    /// Every ordered pair, by origin and destination.
    #[serde(skip)]
    pub predictions: Vec<Prediction>,
}

impl Backtest {
    /// Forecasts the five years from `period` and scores them where the pack has them. None without earlier flows.
    pub fn new(pack: &Pack, period: i32) -> Option<Backtest> {
        let forecast = Forecast::new(pack, period)?;
        let n = forecast.width();
        let seen = forecast.observed(pack);
        let code = |i: usize| pack.flow_code(forecast.countries[i]);
        let prediction = |cell: usize| {
            let predicted = forecast.predicted[cell];
            let (q10, q90) = forecast.band.of(predicted);
            Prediction { origin: code(cell / n), dest: code(cell % n), predicted, q10, q90 }
        };
        let pairs = || (0..n * n).filter(|cell| cell / n != cell % n);
        let inside = |cell: usize, seen: &[f64]| {
            let (low, high) = forecast.band.of(forecast.predicted[cell]);
            (low..=high).contains(&seen[cell])
        };
        let covered = |seen: &Vec<f64>| {
            let judged: Vec<usize> = pairs().filter(|cell| forecast.predicted[*cell] > 10.0).collect();
            judged.iter().filter(|cell| inside(**cell, seen)).count() as f64 / judged.len().max(1) as f64
        };
        Some(Backtest {
            period,
            countries: n,
            pairs: n * n.saturating_sub(1),
            score: seen.as_ref().map(|seen| score(&forecast.predicted, seen, n)),
            persistence: seen.as_ref().map(|seen| score(&forecast.persistence(pack), seen, n)),
            covered: seen.as_ref().map(covered),
            predictions: pairs().map(prediction).collect(),
            learned_from: forecast.learned_from,
        })
    }
}

/// Scores a square of flows, row by origin.
pub fn score(predicted: &[f64], seen: &[f64], n: usize) -> Score {
    let pairs = || (0..n * n).filter(|cell| cell / n.max(1) != cell % n.max(1));
    let count = (n * n.saturating_sub(1)).max(1) as f64;
    let mean = pairs().map(|c| seen[c]).sum::<f64>() / count;
    let squares = pairs().map(|c| (predicted[c] - seen[c]).powi(2)).sum::<f64>();
    let spread = pairs().map(|c| (seen[c] - mean).powi(2)).sum::<f64>();
    let net = |flows: &[f64], i: usize| (0..n).map(|j| flows[j * n + i] - flows[i * n + j]).sum::<f64>();
    Score {
        mae: pairs().map(|c| (predicted[c] - seen[c]).abs()).sum::<f64>() / count,
        r2: if spread > 0.0 { 1.0 - squares / spread } else { 0.0 },
        net_mae: (0..n).map(|i| (net(predicted, i) - net(seen, i)).abs()).sum::<f64>() / n.max(1) as f64,
    }
}
