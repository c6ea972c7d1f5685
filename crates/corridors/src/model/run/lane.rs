//! A corridor in a run.

use super::super::base::Base;
use super::super::setting::Effect;
use super::super::state::{CLASSES, People, Rates, STATUSES, least};
use super::super::trace::Trace;
use super::count::share;
use super::effective;
use crate::assumptions::{Parameter as P, Values};

/// All that the years need of a corridor, side by side in memory: a year reads it once.
pub(super) struct Lane {
    pub(super) people: People,
    /// Everybody now.
    pub(super) there: f64,
    pub(super) arrivals: [f64; STATUSES],
    /// First departures a year, and their shares by status.
    pub(super) departures: f64,
    pub(super) shares: [f64; STATUSES],
    /// Share of arrivals with college education.
    pub(super) college: f64,
    /// Return hazards by class, where no lever moves them.
    pub(super) usual: [f64; CLASSES],
    pub(super) network: f64,
    /// Share of the origin's deflected people that comes this way.
    pub(super) toward: f64,
    /// Effective stock at the start, and how many people the money of then is sent by: at least so many that nobody
    /// sends more than `MOST_SENT` of an income, because matrices and stocks come from different producers.
    pub(super) effective: f64,
    pub(super) senders: f64,
    /// Share of naturalised at the start.
    pub(super) secure: f64,
    pub(super) dest: usize,
    /// The corridor back, or `NOWHERE`.
    pub(super) back: u32,
    /// Dollars a year at the start, and the price of sending them where it is known.
    pub(super) remittances: f64,
    pub(super) price: Option<f64>,
}

impl Lane {
    pub(super) fn new(base: &Base, rates: &Rates, unmoved: &Effect, people: People, c: usize) -> Lane {
        let dest = usize::from(base.ends[c].1);
        let effective = effective(&people, unmoved);
        let few = base.remittances[c] / (MOST_SENT * base.income[dest].max(1000.0));
        Lane {
            there: people.all(),
            arrivals: [0.0; STATUSES],
            departures: rates.departures[c],
            shares: rates.shares[c],
            college: rates.college[c],
            usual: rates.exits(c, 1.0),
            network: 1.0,
            toward: 0.0,
            effective,
            senders: effective.max(few).max(1.0),
            secure: share(people.naturalised, people.all()),
            dest,
            back: base.opposite[c],
            remittances: base.remittances[c],
            price: base.price[c],
            people,
        }
    }
}

/// How far people who are there draw others, against the baseline, whose figure stands at `slot`.
pub(super) fn network(lane: &mut Lane, against: &Trace, slot: usize, values: &Values) -> f64 {
    let ratio = (1.0 + lane.there) / (1.0 + against.stock[slot]);
    let drawn = power_near_one(ratio, values.of(P::Network));
    lane.network = least(drawn, lane.network * values.of(P::NetworkCap));
    lane.network
}

/// A power of a ratio that seldom is far from 1: near it three terms of the binomial series leave out less than the last
/// digit holds, and cost a tenth.
fn power_near_one(ratio: f64, exponent: f64) -> f64 {
    let away = ratio - 1.0;
    if away.abs() > 1e-4 {
        return ratio.powf(exponent);
    }
    let [second, third] = [(exponent - 1.0) / 2.0, (exponent - 2.0) / 3.0];
    1.0 + away * exponent * (1.0 + away * second * (1.0 + away * third))
}

/// Of an income at PPP at most this share is sent home.
const MOST_SENT: f64 = 0.3;
