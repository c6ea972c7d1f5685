//! The years of a run. Everything that a year needs is laid out before the first.

mod count;

use super::base::{Base, NOWHERE};
use super::income::Incomes;
use super::setting::{Effect, Phases};
use super::state::{CLASSES, People, Rates, STATUSES, Yearly, at_start, least, most, total};
use super::trace::Trace;
use crate::assumptions::{Parameter as P, Values};
use count::{Host, Origin, share};

/// No country sends more than this share of its people away in a year.
const MOST_LEAVE: f64 = 0.1;

/// A run under way.
pub(super) struct Run<'a> {
    base: &'a Base,
    values: &'a Values,
    phases: &'a Phases,
    /// The baseline that the network is compared with; none while the baseline itself runs.
    against: Option<&'a Trace>,
    rates: Rates,
    /// Return hazards of each corridor by class, where no lever moves them.
    usual: Vec<[f64; CLASSES]>,
    people: Vec<People>,
    population: Vec<f64>,
    grown: Vec<f64>,
    network: Vec<f64>,
    blocked: Vec<f64>,
    toward: Vec<f64>,
    arrivals: Vec<[f64; STATUSES]>,
    incomes: Incomes,
    effects: Vec<Effect>,
    /// Effective stock at the start, and how many people the money of then is sent by: at least so many that nobody
    /// sends more than [`MOST_SENT`] of an income, because matrices and stocks come from different producers.
    effective: Vec<f64>,
    senders: Vec<f64>,
    /// Share of naturalised at the start.
    secure: Vec<f64>,
    /// Everybody on each corridor now.
    there: Vec<f64>,
    hosts: Vec<Host>,
    origins: Vec<Origin>,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        base: &'a Base,
        values: &'a Values,
        phases: &'a Phases,
        errors: Option<&[f64]>,
        against: Option<&'a Trace>,
    ) -> Run<'a> {
        let from = base.span.from;
        let unmoved = Effect::new(&super::setting::unmoved(), values, from);
        let people = at_start(base, values, &unmoved.eligible);
        let rates = Rates::new(base, values, errors, &people);
        let (n, c) = (base.codes.len(), base.ends.len());
        let usual = (0..c).map(|c| rates.exits(c, 1.0)).collect();
        let there = people.iter().map(People::all).collect();
        let effective: Vec<f64> = people.iter().map(|p| effective(p, &unmoved)).collect();
        let few = |c: usize| base.remittances[c] / (MOST_SENT * base.income[usize::from(base.ends[c].1)].max(1000.0));
        let senders = effective.iter().enumerate().map(|(c, e)| e.max(few(c)).max(1.0)).collect();
        let secure = people.iter().map(|p| share(p.naturalised, p.all())).collect();
        Run {
            base,
            values,
            phases,
            against,
            rates,
            usual,
            people,
            population: base.population.clone(),
            grown: vec![1.0; n],
            network: vec![1.0; c],
            blocked: vec![0.0; c],
            toward: vec![0.0; c],
            arrivals: vec![[0.0; STATUSES]; c],
            incomes: Incomes::new(n),
            effects: phases.settings.iter().map(|s| Effect::new(s, values, from)).collect(),
            effective,
            senders,
            secure,
            there,
            hosts: vec![Host::default(); n],
            origins: vec![Origin::default(); n],
        }
    }

    /// Runs all years into a trace.
    pub(super) fn go(mut self, trace: &mut Trace) {
        trace.outcomes.fill(0.0);
        for year in 0..trace.years {
            let at = self.base.span.from + year as i32;
            let phase = self.phases.starts.partition_point(|start| *start <= at).saturating_sub(1);
            for (effect, setting) in self.effects.iter_mut().zip(&self.phases.settings) {
                *effect = Effect::new(setting, self.values, at);
            }
            self.incomes.set(self.base, self.values, &self.phases.national, at);
            self.hosts.fill(Host::default());
            self.origins.fill(Origin::default());
            if self.phases.starts.get(phase) == Some(&at) {
                self.aim(phase);
            }
            trace.stock[year * trace.corridors..(year + 1) * trace.corridors].copy_from_slice(&self.there);
            trace.flow[year * trace.corridors..(year + 1) * trace.corridors].fill(0.0);
            self.leave(trace, year, phase);
            self.live(trace, year, phase);
            self.count(trace, year);
        }
    }

    /// Where people go whose way is blocked: to other destinations of their origin, by exposure and nearness.
    fn aim(&mut self, phase: usize) {
        let (base, exponent) = (self.base, self.values.of(P::DeflectionDistance));
        let n = base.codes.len();
        let assigned = &self.phases.assigned[phase];
        self.toward.fill(0.0);
        for o in 0..n {
            let range = base.first[o]..base.first[o + 1];
            let kept = |c: usize| self.effects[usize::from(assigned[c])].blocks.iter().all(|m| *m >= 1.0);
            let closed = range.clone().filter(|c| !kept(*c)).max_by(|a, b| base.flow[*a].total_cmp(&base.flow[*b]));
            let Some(closed) = closed else { continue };
            let mut total = 0.0;
            for c in range.clone().filter(|c| kept(*c)) {
                let km = base.distance[usize::from(base.ends[closed].1) * n + usize::from(base.ends[c].1)];
                let near = if km > 0.0 { (1000.0 / km).powf(exponent) } else { 0.1 };
                self.toward[c] = self.rates.departures[c].max(0.0) * near;
                total += self.toward[c];
            }
            if total > 0.0 {
                range.for_each(|c| self.toward[c] /= total);
            }
        }
    }

    /// Departures of every corridor, with what is blocked, deflected and capped.
    fn leave(&mut self, trace: &mut Trace, year: usize, phase: usize) {
        let n = self.base.codes.len();
        for o in 0..n {
            let range = self.base.first[o]..self.base.first[o + 1];
            let grown = self.grown[o];
            let (mut all, mut blocked, mut baseline) = (0.0, 0.0, 0.0);
            for c in range.clone() {
                let (came, stopped) = self.depart(c, grown, year, phase);
                self.arrivals[c] = came;
                self.blocked[c] = stopped;
                blocked += stopped;
                baseline += self.rates.departures[c] * grown;
                all += came.iter().sum::<f64>();
            }
            let led = blocked * self.values.of(P::Deflection);
            let can = most(self.population[o] * MOST_LEAVE, baseline);
            let planned = all + led;
            let fits = if planned > can && planned > 0.0 { can / planned } else { 1.0 };
            for c in range {
                let d = usize::from(self.base.ends[c].1);
                let deflected = led * self.toward[c];
                if deflected > 0.0 {
                    for (came, share) in self.arrivals[c].iter_mut().zip(self.rates.shares[c]) {
                        *came += deflected * share;
                    }
                }
                self.arrivals[c].iter_mut().for_each(|came| *came *= fits);
                self.journeys(phase, c);
                let came: f64 = self.arrivals[c].iter().sum();
                self.hosts[d].deflected += deflected * fits;
                self.hosts[d].arrivals += came;
                self.origins[o].departures += came;
                trace.flow[year * trace.corridors + c] += came;
            }
        }
    }

    /// Who leaves on a corridor, by status, and how many policies keep from it.
    fn depart(&mut self, c: usize, grown: f64, year: usize, phase: usize) -> ([f64; STATUSES], f64) {
        let (o, d) = self.base.ends[c];
        let usual = self.rates.departures[c] * grown;
        let shares = self.rates.shares[c];
        let common = self.network(c, year) * self.incomes.flow(usize::from(o), usize::from(d));
        let flight = self.incomes.flight[usize::from(o)];
        let effect = &self.effects[usize::from(self.phases.assigned[phase][c])];
        if effect.is_unmoved && flight == 0.0 {
            return (shares.map(|share| usual * share * common), 0.0);
        }
        let fled = usual * flight * (self.values.of(P::ConflictOutflow) - 1.0);
        let sought = self.values.of(P::ConflictProtection);
        let mut wish = shares.map(|share| usual * share * common);
        wish[0] += fled * (1.0 - sought);
        wish[2] += fled * sought;
        let mut blocked = 0.0;
        let mut came = [0.0; STATUSES];
        for status in 0..STATUSES {
            came[status] = wish[status] * effect.departures[status];
            blocked += most(wish[status] * (1.0 - effect.blocks[status]), 0.0);
        }
        let pool = self.population[usize::from(o)] * self.values.of(P::Pool);
        let places = least(effect.places * self.base.flow[c], pool);
        let lawful = effect.channels * (wish[1] + wish[2]);
        came[0] = most(came[0] + places + lawful, 0.0);
        (came, blocked)
    }

    /// How far people who are there draw others, against the baseline.
    fn network(&mut self, c: usize, year: usize) -> f64 {
        let Some(against) = self.against else { return 1.0 };
        let (here, there) = (self.there[c], against.stock[year * against.corridors + c]);
        let ratio = (1.0 + here) / (1.0 + there);
        let drawn = if ratio == 1.0 { 1.0 } else { ratio.powf(self.values.of(P::Network)) };
        self.network[c] = least(drawn, self.network[c] * self.values.of(P::NetworkCap));
        self.network[c]
    }

    /// Entries without authorisation: their number, price and deaths; then rejected applicants who stay without status.
    fn journeys(&mut self, phase: usize, c: usize) {
        let effect = &self.effects[usize::from(self.phases.assigned[phase][c])];
        let origin = &mut self.origins[usize::from(self.base.ends[c].0)];
        let entries = self.arrivals[c][1];
        origin.entries += entries;
        origin.deaths += entries * self.values.of(P::DeathRisk) * effect.deaths;
        origin.price += entries * effect.price;
        let rejected = least(self.base.rejected[c] * effect.rejections, 0.95) * self.values.of(P::RejectedStay);
        let stay = self.arrivals[c][2] * rejected;
        self.arrivals[c][1] += stay;
        self.arrivals[c][2] -= stay;
    }

    /// Everybody who is there: returns, deaths, arrivals, money.
    fn live(&mut self, trace: &mut Trace, year: usize, phase: usize) {
        let n = self.base.codes.len();
        let at = self.base.span.from + year as i32;
        let mortality = self.values.of(P::Mortality);
        let steady = Steady::new(self.values);
        for o in 0..n {
            let mut origin = self.origins[o];
            for c in self.base.first[o]..self.base.first[o + 1] {
                let d = usize::from(self.base.ends[c].1);
                let effect = &self.effects[usize::from(self.phases.assigned[phase][c])];
                let moved;
                let exit = if effect.returns == [1.0; STATUSES] {
                    [&self.usual[c]; STATUSES]
                } else {
                    moved = effect.returns.map(|more| self.rates.exits(c, more));
                    moved.each_ref()
                };
                let yearly = Yearly {
                    exit,
                    death: least(self.base.deaths[year * n + d] * mortality, 0.5),
                    regularised: effect.regularised,
                    college_return: steady.college_return,
                    eligible: &effect.eligible,
                    naturalise: steady.naturalise,
                };
                let arrivals = self.arrivals[c];
                let selected = least(most(self.rates.college[c] + effect.college, 0.0), 1.0);
                let change = self.people[c].year(&yearly, arrivals, arrivals.iter().sum::<f64>() * selected);
                self.there[c] = change.all();
                let income = self.base.income[d] * self.incomes.host[d];
                let host = &mut self.hosts[d];
                host.leavers += change.returned;
                origin.returns += change.returned;
                let back = self.base.opposite[c];
                if back != NOWHERE {
                    trace.flow[year * trace.corridors + back as usize] += change.returned;
                }
                let working =
                    self.people[c].stand(effect, &change.after, self.secure[c], income, &steady, host, &mut origin);
                let slot = year * trace.corridors + c;
                trace.remittances[slot] = 0.0;
                if self.base.remittances[c] > 0.0 {
                    let grown = most(1.0 + (working - self.effective[c]) / self.senders[c], 0.0);
                    let price = self.base.price[c].unwrap_or(steady.price);
                    let (stop, when) = effect.remittance_stop;
                    let kept = if when == at { 1.0 - stop } else { 1.0 };
                    let usual = self.base.remittances[c] * grown * self.incomes.sent(self.base, o, d);
                    let sent = usual * kept * cheaper(price, effect.cost_at_most, steady.cost);
                    trace.remittances[slot] = sent;
                    origin.received += sent;
                    origin.productive += sent * effect.productive * steady.productive;
                    host.paid += sent;
                }
            }
            self.origins[o] = origin;
        }
    }
}

/// Values that are the same for every corridor and year.
struct Steady {
    college_return: f64,
    naturalise: f64,
    citizenship: f64,
    price: f64,
    cost: f64,
    productive: f64,
}

impl Steady {
    fn new(values: &Values) -> Steady {
        Steady {
            college_return: values.of(P::CollegeReturn),
            naturalise: values.of(P::NaturalisationRate),
            citizenship: values.of(P::Citizenship) * values.of(P::CitizenshipShare) / SWISS_INCOME,
            price: values.of(P::RemitPrice),
            cost: values.of(P::RemitCost),
            productive: values.of(P::ProductiveReturn),
        }
    }
}

impl People {
    /// Adds to both countries; gives the people weighted by what they earn.
    #[allow(clippy::too_many_arguments, reason = "one call, in the innermost loop")]
    fn stand(
        &self,
        effect: &Effect,
        by: &[f64; STATUSES],
        secure: f64,
        income: f64,
        steady: &Steady,
        host: &mut Host,
        origin: &mut Origin,
    ) -> f64 {
        let working = weighted(self, effect, by);
        let (all, irregular) = (by.iter().sum::<f64>(), by[1]);
        host.people += all;
        host.irregular += irregular;
        host.protection += by[2];
        host.naturalised += self.naturalised;
        host.missing += all - working;
        origin.people += all;
        origin.college += self.college;
        origin.secure += all - irregular;
        if income > 0.0 && all > 0.0 {
            let citizens = self.naturalised - secure * all;
            origin.earned += income * (working + steady.citizenship * citizens);
            origin.earning += all;
        }
        working
    }
}

/// What the citizenship study's country earned per head, USD PPP of 2021: its effect is taken as a share of that.
const SWISS_INCOME: f64 = 80_000.0;

/// Of an income at PPP at most this share is sent home.
const MOST_SENT: f64 = 0.3;

/// People weighted by what they earn of others' earnings.
fn effective(people: &People, effect: &Effect) -> f64 {
    weighted(people, effect, &[1.0; STATUSES])
}

/// The same, where nobody of a status is there it costs nothing.
fn weighted(people: &People, effect: &Effect, by: &[f64; STATUSES]) -> f64 {
    let of = |s: usize| total(&std::array::from_fn(|a| people.there[s][a] * effect.earning[s][a]));
    (0..STATUSES).filter(|s| by[*s] != 0.0).map(of).sum()
}

/// How much more arrives when the price, in per cent, is brought down to a most.
fn cheaper(price: f64, most: f64, elasticity: f64) -> f64 {
    if most >= price {
        return 1.0;
    }
    let (before, after) = (price.clamp(0.0, 90.0) / 100.0, most.max(0.0) / 100.0);
    (elasticity * (after - before)).exp() * (1.0 - after) / (1.0 - before)
}
