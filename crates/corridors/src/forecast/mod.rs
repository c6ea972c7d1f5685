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
        let earlier: Vec<Known> = Terms::periods(pack, start).iter().filter_map(|p| Known::at(pack, *p)).collect();
        let mut forecast = Forecast::without_band(pack, start, &Terms::at(pack, start)?, &earlier);
        let judged = earlier.iter().map(|known| {
            let before: Vec<&Known> = earlier.iter().filter(|k| k.period < known.period).collect();
            (Forecast::predict(&known.terms, learn(&before).as_ref()), known.seen.as_slice())
        });
        forecast.band = Band::learn(judged);
        Some(forecast)
    }

    fn without_band(pack: &Pack, start: i32, terms: &Terms, earlier: &[Known]) -> Forecast {
        let earlier: Vec<&Known> = earlier.iter().collect();
        let weights = learn(&earlier);
        Forecast {
            start,
            predicted: Forecast::predict(terms, weights.as_ref()),
            countries: pack.flow_countries.clone(),
            band: Band::default(),
            weights: weights.map(|[blend, growth, decline, growth_opposite, decline_opposite]| Weights {
                blend,
                growth,
                decline,
                growth_opposite,
                decline_opposite,
            }),
            learned_from: earlier.iter().filter(|k| k.can_teach).map(|k| k.period).collect(),
        }
    }

    fn predict(terms: &Terms, weights: Option<&[f64; TERMS]>) -> Vec<f64> {
        let fitted = |row: &[f64; TERMS], w: &[f64; TERMS]| row.iter().zip(w).map(|(x, w)| x * w).sum::<f64>();
        let one = |row: &[f64; TERMS]| weights.map_or(row[0], |w| 0.5 * row[0] + 0.5 * fitted(row, w).max(0.0));
        terms.rows().iter().map(one).collect()
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

/// An earlier period: what was known before it, and what came.
struct Known {
    period: i32,
    terms: Terms,
    seen: Vec<f64>,
    /// Two periods before it are known, so that its blend has a mean.
    can_teach: bool,
}

impl Known {
    fn at(pack: &Pack, period: i32) -> Option<Known> {
        let can_teach = Terms::periods(pack, period).len() >= 2;
        Some(Known { period, terms: Terms::at(pack, period)?, seen: terms::flows(pack, period), can_teach })
    }
}

/// The weights with the least sum of absolute errors over earlier periods, each with what was known before it.
fn learn(earlier: &[&Known]) -> Option<[f64; TERMS]> {
    let teach = earlier.iter().filter(|k| k.can_teach).flat_map(|k| k.terms.rows().iter().zip(&k.seen));
    let taught = teach.filter(|(row, seen)| **seen > 0.0 || row.iter().any(|x| *x != 0.0));
    let (rows, seen): (Vec<[f64; TERMS]>, Vec<f64>) = taught.unzip();
    (!rows.is_empty()).then(|| lad::fit(&rows, &seen))
}

impl Forecast {
    /// The flows of a period themselves, for a run that starts where nothing earlier is known. No forecast at all.
    pub(crate) fn as_seen(pack: &Pack, start: i32) -> Forecast {
        Forecast {
            start,
            predicted: terms::flows(pack, start),
            countries: pack.flow_countries.clone(),
            band: Band::default(),
            weights: None,
            learned_from: Vec::new(),
        }
    }
}
