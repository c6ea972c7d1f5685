//! What incomes, shocks and conflict do in a year, by country.

use super::base::{Base, RICH};
use crate::assumptions::{Parameter as P, Values};
use crate::scenario::Lever;

/// A lever of income takes this long to work in full.
const YEARS: f64 = 10.0;

/// Factors of a year; 1 where nothing is moved.
#[derive(Debug, Clone)]
pub(super) struct Incomes {
    /// Income of a destination against the baseline.
    pub(super) host: Vec<f64>,
    /// Income of an origin against the baseline.
    pub(super) origin: Vec<f64>,
    /// Intensity of conflict, 0..1.
    pub(super) flight: Vec<f64>,
    drawn: Vec<f64>,
    pushed: Vec<f64>,
    pushed_to_rich: Vec<f64>,
    rich: Vec<bool>,
    share_host: Vec<f64>,
    share_origin: Vec<f64>,
}

impl Incomes {
    pub(super) fn new(n: usize) -> Incomes {
        let one = || vec![1.0; n];
        Incomes {
            host: one(),
            origin: one(),
            flight: vec![0.0; n],
            drawn: one(),
            pushed: one(),
            pushed_to_rich: one(),
            rich: vec![false; n],
            share_host: one(),
            share_origin: one(),
        }
    }

    /// Sets a year.
    pub(super) fn set(&mut self, base: &Base, values: &Values, moves: &[(Lever, usize, f64, i32)], year: i32) {
        if moves.is_empty() {
            return;
        }
        self.host.fill(1.0);
        self.origin.fill(1.0);
        self.flight.fill(0.0);
        for (lever, country, value, since) in moves.iter().filter(|m| m.3 <= year) {
            let years = f64::from(year - since);
            let reached = ((years + 1.0) / YEARS).min(1.0);
            let lasting = (1.0 - years / values.of(P::RecessionYears)).max(0.0);
            match lever {
                Lever::HostRecession => self.host[*country] *= 1.0 - value / 100.0 * lasting,
                Lever::DestIncome => self.host[*country] *= 1.0 + value / 100.0 * reached,
                Lever::OriginIncome => self.origin[*country] *= 1.0 + value / 100.0 * reached,
                Lever::Conflict => self.flight[*country] = *value,
                _ => {}
            }
        }
        for i in 0..self.host.len() {
            self.rich[i] = base.income[i] >= RICH;
            self.drawn[i] = power(self.host[i], values.of(P::DestIncome));
            let push = |below| pushed(base.income[i], self.origin[i], below, values);
            self.pushed[i] = push(values.of(P::OriginIncome));
            self.pushed_to_rich[i] = push(values.of(P::OriginIncomeRich));
            self.share_host[i] = power(self.host[i], values.of(P::RemitDestIncome));
            self.share_origin[i] = power(self.origin[i], values.of(P::RemitOriginIncome));
        }
    }

    /// On the flow from an origin to a destination.
    #[inline]
    pub(super) fn flow(&self, o: usize, d: usize) -> f64 {
        self.drawn[d] * if self.rich[d] { self.pushed_to_rich[o] } else { self.pushed[o] }
    }

    /// On what is sent home: the share that is sent, times the income that it is a share of (as in mig-fund, the mean
    /// of both countries' incomes, and at least that of the origin).
    #[inline]
    pub(super) fn sent(&self, base: &Base, o: usize, d: usize) -> f64 {
        if self.host[d] == 1.0 && self.origin[o] == 1.0 {
            return 1.0;
        }
        let of = |yo: f64, yd: f64| f64::midpoint(yo, yd).max(yo);
        let (yo, yd) = (base.income[o], base.income[d]);
        let before = of(yo, yd);
        let rise = if before > 0.0 { of(yo * self.origin[o], yd * self.host[d]) / before } else { self.host[d] };
        rise * self.share_host[d] * self.share_origin[o]
    }
}

fn power(ratio: f64, exponent: f64) -> f64 {
    if ratio == 1.0 { 1.0 } else { ratio.powf(exponent) }
}

/// Emigration as income moves, with one elasticity below the turning point and another above it.
fn pushed(income: f64, ratio: f64, below: f64, values: &Values) -> f64 {
    if ratio == 1.0 {
        return 1.0;
    }
    let turn = values.of(P::IncomeTurn).ln();
    let start = if income > 0.0 { income.ln() } else { turn };
    let end = start + ratio.max(0.01).ln();
    let under = end.min(turn) - start.min(turn);
    let over = end.max(turn) - start.max(turn);
    (below * under + values.of(P::OriginIncomeAbove) * over).exp()
}
