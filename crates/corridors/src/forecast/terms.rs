//! What a forecast reads of a corridor at the start of a period.

use super::PERIOD;
use crate::pack::Pack;
use crate::series::Series;

/// The blend, growth and decline of the stock, growth and decline of the opposite stock.
pub(super) const TERMS: usize = 5;
/// Share of the last flow in the blend; the rest is the geometric mean of all periods.
const LAST: f64 = 0.6;
/// Share of the opposite direction that is added: people who return.
const OPPOSITE: f64 = 0.15;

/// The terms of every ordered pair.
pub(super) struct Terms {
    rows: Vec<[f64; TERMS]>,
}

impl Terms {
    /// The periods whose flows are known at `start`.
    pub(super) fn periods(pack: &Pack, start: i32) -> Vec<i32> {
        let years = pack.bilateral(Series::Flow).map_or(&[][..], |flow| &flow.years);
        years.iter().copied().filter(|year| year + PERIOD <= start).collect()
    }

    /// None where no flow is known.
    pub(super) fn at(pack: &Pack, start: i32) -> Option<Terms> {
        let n = pack.flow_countries.len();
        let history: Vec<Vec<f64>> = Terms::periods(pack, start).iter().map(|p| flows(pack, *p)).collect();
        let last = history.last()?;
        let geometric =
            |cell: usize| (history.iter().map(|flow| flow[cell].ln_1p()).sum::<f64>() / history.len() as f64).exp_m1();
        let mixed: Vec<f64> = (0..n * n).map(|c| LAST * last[c] + (1.0 - LAST) * geometric(c)).collect();
        let change = stock_change(pack, start);
        let one = |cell: usize| {
            let opposite = cell % n * n + cell / n;
            let blend = (1.0 - OPPOSITE) * mixed[cell] + OPPOSITE * mixed[opposite];
            let (here, there) = (change[cell], change[opposite]);
            [blend, here.max(0.0), (-here).max(0.0), there.max(0.0), (-there).max(0.0)]
        };
        Some(Terms { rows: (0..n * n).map(one).collect() })
    }

    /// Row by origin, column by destination.
    pub(super) fn rows(&self) -> &[[f64; TERMS]] {
        &self.rows
    }
}

pub(super) fn has_period(pack: &Pack, start: i32) -> bool {
    pack.bilateral(Series::Flow).is_some_and(|flow| flow.column(start).is_some())
}

/// The flows of a period, row by origin, column by destination.
pub(super) fn flows(pack: &Pack, start: i32) -> Vec<f64> {
    dense(pack, |row| pack.figure(Series::Flow, row, start))
}

/// Change of the stocks over the five years before, in the revision that the flows are derived from; 0 where it does
/// not know one of the two years.
fn stock_change(pack: &Pack, start: i32) -> Vec<f64> {
    let known = pack.bilateral(Series::Stock2020);
    let known = known.is_some_and(|t| t.column(start).is_some() && t.column(start - PERIOD).is_some());
    let at = |row, year| pack.figure(Series::Stock2020, row, year);
    dense(pack, |row| if known { at(row, start) - at(row, start - PERIOD) } else { 0.0 })
}

fn dense(pack: &Pack, figure: impl Fn(usize) -> f64) -> Vec<f64> {
    let n = pack.flow_countries.len();
    let mut place = vec![usize::MAX; pack.countries.len()];
    for (i, country) in pack.flow_countries.iter().enumerate() {
        place[usize::from(*country)] = i;
    }
    let mut cells = vec![0.0; n * n];
    for (row, corridor) in pack.corridors.iter().enumerate() {
        let (a, b) = (place[usize::from(corridor.origin)], place[usize::from(corridor.dest)]);
        if a < n && b < n && a != b {
            cells[a * n + b] = figure(row);
        }
    }
    cells
}
