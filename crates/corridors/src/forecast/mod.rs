//! The next five years of every corridor, from what was known when they began.
//!
//! Half is a blend of the last flow, the mean of all and the returns of the opposite direction; half is the same blend
//! with the changes of stocks beside it, weighted so that the absolute errors of earlier periods were least. DESIGN.md
//! says what else was tried. Nothing of the period that is forecast is read.

mod band;
mod lad;
mod terms;

pub use band::Band;

use crate::pack::Pack;
use terms::{TERMS, Terms};

/// What the terms of the fitted half weigh.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// The blend itself.
    pub blend: f64,
    /// Growth of the stock over the five years before.
    pub growth: f64,
    /// Its decline.
    pub decline: f64,
    /// Growth of the stock of the opposite direction.
    pub growth_opposite: f64,
    /// Its decline: people who went home.
    pub decline_opposite: f64,
}

/// A forecast of the flows of five years.
#[derive(Debug, Clone)]
pub struct Forecast {
    /// The year in which the five begin.
    pub start: i32,
    /// Places of the countries in the pack, in the order of rows and columns.
    pub countries: Vec<u16>,
    /// Row by origin, column by destination: people in five years.
    pub predicted: Vec<f64>,
    /// Error bands by size, from the errors of the same method on earlier periods.
    pub band: Band,
    /// What the fitted half weighs; none where no earlier period could be learned from.
    pub weights: Option<Weights>,
    /// The periods that the weights were learned from.
    pub learned_from: Vec<i32>,
}

/// Length of a period of the flows, in years.
pub const PERIOD: i32 = 5;

impl Forecast {
    /// Forecasts the five years from `start`. None where the pack has no flows of an earlier period.
    pub fn new(pack: &Pack, start: i32) -> Option<Forecast> {
        let history = Terms::periods(pack, start);
        history.first()?;
        let mut forecast = Forecast::without_band(pack, start)?;
        let earlier: Vec<Forecast> =
            history.iter().filter_map(|period| Forecast::without_band(pack, *period)).collect();
        let judged = earlier.iter().map(|f| (f.predicted.as_slice(), terms::flows(pack, f.start)));
        forecast.band = Band::learn(judged);
        Some(forecast)
    }

    fn without_band(pack: &Pack, start: i32) -> Option<Forecast> {
        let terms = Terms::at(pack, start)?;
        let learned_from: Vec<i32> =
            Terms::periods(pack, start).into_iter().filter(|p| Terms::periods(pack, *p).len() >= 2).collect();
        let weights = learned_from.first().map(|_| learn(pack, &learned_from));
        let fitted = |cell: usize, w: &[f64; TERMS]| terms.row(cell).iter().zip(w).map(|(x, w)| x * w).sum::<f64>();
        let one = |cell: usize| {
            let blend = terms.row(cell)[0];
            weights.as_ref().map_or(blend, |w| 0.5 * blend + 0.5 * fitted(cell, w).max(0.0))
        };
        Some(Forecast {
            start,
            predicted: (0..terms.cells()).map(one).collect(),
            countries: pack.flow_countries.clone(),
            band: Band::default(),
            weights: weights.map(|[blend, growth, decline, growth_opposite, decline_opposite]| Weights {
                blend,
                growth,
                decline,
                growth_opposite,
                decline_opposite,
            }),
            learned_from,
        })
    }

    /// What was seen in the five years, laid out as the forecast; none where the pack does not have them.
    pub fn observed(&self, pack: &Pack) -> Option<Vec<f64>> {
        terms::has_period(pack, self.start).then(|| terms::flows(pack, self.start))
    }

    /// The flows of the period before, laid out as the forecast.
    pub fn persistence(&self, pack: &Pack) -> Vec<f64> {
        terms::flows(pack, self.start - PERIOD)
    }

    /// Number of countries.
    pub fn width(&self) -> usize {
        self.countries.len()
    }
}

/// The weights with the least sum of absolute errors over earlier periods, each with what was known before it.
fn learn(pack: &Pack, periods: &[i32]) -> [f64; TERMS] {
    let (mut rows, mut seen) = (Vec::new(), Vec::new());
    for period in periods {
        let Some(terms) = Terms::at(pack, *period) else { continue };
        for (cell, flow) in terms::flows(pack, *period).into_iter().enumerate() {
            let row = terms.row(cell);
            if flow > 0.0 || row.iter().any(|x| *x != 0.0) {
                rows.push(row);
                seen.push(flow);
            }
        }
    }
    lad::fit(&rows, &seen)
}
