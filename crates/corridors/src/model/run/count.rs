//! What a year adds up to: countries, then the world.

use super::super::outcome::Outcome;
use super::super::trace::Trace;
use super::Run;
use crate::assumptions::Parameter as P;

/// What a year adds up to for a country where people live.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Host {
    pub(super) arrivals: f64,
    pub(super) deflected: f64,
    pub(super) leavers: f64,
    pub(super) people: f64,
    pub(super) irregular: f64,
    pub(super) protection: f64,
    pub(super) naturalised: f64,
    pub(super) paid: f64,
    /// People weighted by what they earn less.
    pub(super) missing: f64,
}

/// What a year adds up to for a country that people come from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Origin {
    pub(super) departures: f64,
    pub(super) entries: f64,
    pub(super) deaths: f64,
    /// Entries weighted by their price.
    pub(super) price: f64,
    pub(super) returns: f64,
    pub(super) people: f64,
    pub(super) college: f64,
    pub(super) received: f64,
    pub(super) productive: f64,
    pub(super) earned: f64,
    /// People whose host's income is known.
    pub(super) earning: f64,
    pub(super) secure: f64,
}

impl Run<'_> {
    /// Population, means, and the world.
    pub(super) fn count(&mut self, trace: &mut Trace, year: usize) {
        let n = self.base.codes.len();
        for i in 0..n {
            self.country(trace, year, i);
        }
        for outcome in Outcome::ALL {
            let sum: f64 = (0..n).map(|i| trace.at(*outcome, year, i)).sum();
            trace.add(*outcome, year, n, sum);
        }
        let sum = |of: &dyn Fn(usize) -> f64| (0..n).map(of).sum::<f64>();
        let gdp = self.base.gdp.iter().sum();
        self.means(trace, year, n, sum(&|i| self.hosts[i].missing), gdp);
        let all = Origin {
            people: sum(&|i| self.origins[i].people),
            earned: sum(&|i| self.origins[i].earned),
            earning: sum(&|i| self.origins[i].earning),
            secure: sum(&|i| self.origins[i].secure),
            ..Origin::default()
        };
        Run::shares(trace, year, n, &all);
        for i in 0..n {
            self.means(trace, year, i, self.hosts[i].missing, self.base.gdp[i]);
            Run::shares(trace, year, i, &self.origins[i]);
        }
    }

    /// Sums of a country, and its population.
    fn country(&mut self, trace: &mut Trace, year: usize, i: usize) {
        let n = self.base.codes.len();
        let (host, origin) = (self.hosts[i], self.origins[i]);
        let net = host.arrivals + origin.returns - origin.departures - host.leavers;
        let demand = (1.0 - self.values.of(P::ImportLeakage)) * self.values.of(P::RemitMultiplier);
        for (outcome, value) in [
            (Outcome::Population, self.population[i]),
            (Outcome::NetMigration, net),
            (Outcome::Arrivals, host.arrivals),
            (Outcome::Leavers, host.leavers),
            (Outcome::Immigrants, host.people),
            (Outcome::Irregular, host.irregular),
            (Outcome::Protection, host.protection),
            (Outcome::Naturalised, host.naturalised),
            (Outcome::RemittancesPaid, host.paid),
            (Outcome::Departures, origin.departures),
            (Outcome::Returns, origin.returns),
            (Outcome::Emigrants, origin.people),
            (Outcome::CollegeAbroad, origin.college),
            (Outcome::Remittances, origin.received),
            (Outcome::RemittancesDemand, origin.received * demand),
            (Outcome::ProductiveReturn, origin.productive),
            (Outcome::Deflected, host.deflected),
            (Outcome::IrregularEntries, origin.entries),
            (Outcome::Deaths, origin.deaths),
            (Outcome::SmugglingPrice, origin.price),
        ] {
            trace.add(outcome, year, i, value);
        }
        let (births, deaths) = (self.base.births[year * n + i], self.base.deaths[year * n + i]);
        self.population[i] = (self.population[i] * (1.0 + births - deaths) + net).max(0.0);
        let start = self.base.population[i];
        let ratio = if start > 0.0 { self.population[i] / start } else { 1.0 };
        self.grown[i] = ratio.powf(self.values.of(P::PopulationElasticity));
    }

    fn means(&self, trace: &mut Trace, year: usize, i: usize, missing: f64, gdp: f64) {
        trace.add(Outcome::EarningsGap, year, i, share(missing, trace.at(Outcome::Immigrants, year, i)));
        trace.add(Outcome::RemittancesGdp, year, i, share(trace.at(Outcome::Remittances, year, i), gdp));
        let entries = trace.at(Outcome::IrregularEntries, year, i);
        let price = trace.slot(Outcome::SmugglingPrice, year, i);
        trace.outcomes[price] = if entries > 0.0 { trace.outcomes[price] / entries } else { 1.0 };
    }

    fn shares(trace: &mut Trace, year: usize, i: usize, origin: &Origin) {
        trace.add(Outcome::Earnings, year, i, share(origin.earned, origin.earning));
        trace.add(Outcome::Secure, year, i, share(origin.secure, origin.people));
    }
}

/// A part of a whole; of nothing it is none.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
