//! The years of a run. Everything that a year needs is laid out before the first.

mod count;
mod lane;

use super::base::{Base, NOWHERE};
use super::income::Incomes;
use super::setting::{Effect, Phases};
use super::state::{People, Rates, STATUSES, Yearly, at_start, least, most, total};
use super::trace::Trace;
use crate::assumptions::{Parameter as P, Values};
use count::{Host, Origin};
use lane::{Lane, network};

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
    lanes: Vec<Lane>,
    population: Vec<f64>,
    grown: Vec<f64>,
    incomes: Incomes,
    effects: Vec<Effect>,
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
        let n = base.codes.len();
        let lanes = people.into_iter().enumerate().map(|(c, people)| Lane::new(base, &rates, &unmoved, people, c));
        Run {
            base,
            values,
            phases,
            against,
            lanes: lanes.collect(),
            rates,
            population: base.population.clone(),
            grown: vec![1.0; n],
            incomes: Incomes::new(n),
            effects: phases.settings.iter().map(|s| Effect::new(s, values, from)).collect(),
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
            let slots = year * trace.corridors..(year + 1) * trace.corridors;
            trace.stock[slots.clone()].iter_mut().zip(&self.lanes).for_each(|(slot, lane)| *slot = lane.there);
            trace.flow[slots].fill(0.0);
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
        self.lanes.iter_mut().for_each(|lane| lane.toward = 0.0);
        for o in 0..n {
            let range = base.first[o]..base.first[o + 1];
            let kept = |c: usize| self.effects[usize::from(assigned[c])].blocks.iter().all(|m| *m >= 1.0);
            let closed = range.clone().filter(|c| !kept(*c)).max_by(|a, b| base.flow[*a].total_cmp(&base.flow[*b]));
            let Some(closed) = closed else { continue };
            let mut total = 0.0;
            for c in range.clone().filter(|c| kept(*c)) {
                let km = base.distance[usize::from(base.ends[closed].1) * n + usize::from(base.ends[c].1)];
                let near = if km > 0.0 { (1000.0 / km).powf(exponent) } else { 0.1 };
                self.lanes[c].toward = self.lanes[c].departures.max(0.0) * near;
                total += self.lanes[c].toward;
            }
            if total > 0.0 {
                self.lanes[range].iter_mut().for_each(|lane| lane.toward /= total);
            }
        }
    }

    /// Departures of every corridor, with what is blocked, deflected and capped.
    fn leave(&mut self, trace: &mut Trace, year: usize, phase: usize) {
        let n = self.base.codes.len();
        let assigned = &self.phases.assigned[phase];
        for o in 0..n {
            let range = self.base.first[o]..self.base.first[o + 1];
            let grown = self.grown[o];
            let (mut all, mut blocked, mut baseline) = (0.0, 0.0, 0.0);
            for c in range.clone() {
                blocked += self.depart(o, c, year, usize::from(assigned[c]));
                let lane = &self.lanes[c];
                baseline += lane.departures * grown;
                all += lane.arrivals.iter().sum::<f64>();
            }
            let led = blocked * self.values.of(P::Deflection);
            let can = most(self.population[o] * MOST_LEAVE, baseline);
            let planned = all + led;
            let fits = if planned > can && planned > 0.0 { can / planned } else { 1.0 };
            let mut origin = self.origins[o];
            for c in range {
                let lane = &mut self.lanes[c];
                let deflected = led * lane.toward;
                if deflected > 0.0 {
                    for (came, share) in lane.arrivals.iter_mut().zip(lane.shares) {
                        *came += deflected * share;
                    }
                }
                lane.arrivals.iter_mut().for_each(|came| *came *= fits);
                let effect = &self.effects[usize::from(assigned[c])];
                journeys(self.values, effect, self.base.rejected[c], &mut lane.arrivals, &mut origin);
                let came: f64 = lane.arrivals.iter().sum();
                let host = &mut self.hosts[lane.dest];
                host.deflected += deflected * fits;
                host.arrivals += came;
                origin.departures += came;
                trace.flow[year * trace.corridors + c] += came;
            }
            self.origins[o] = origin;
        }
    }

    /// Who leaves on a corridor, by status; gives how many policies keep from it.
    fn depart(&mut self, o: usize, c: usize, year: usize, setting: usize) -> f64 {
        let lane = &mut self.lanes[c];
        let usual = lane.departures * self.grown[o];
        let drawn =
            self.against.map_or(1.0, |against| network(lane, against, year * against.corridors + c, self.values));
        let common = drawn * self.incomes.flow(o, lane.dest);
        let flight = self.incomes.flight[o];
        let effect = &self.effects[setting];
        let mut wish = lane.shares.map(|share| usual * share * common);
        if effect.is_unmoved && flight == 0.0 {
            lane.arrivals = wish;
            return 0.0;
        }
        let fled = usual * flight * (self.values.of(P::ConflictOutflow) - 1.0);
        let sought = self.values.of(P::ConflictProtection);
        wish[0] += fled * (1.0 - sought);
        wish[2] += fled * sought;
        let mut blocked = 0.0;
        let moves = effect.departures.iter().zip(&effect.blocks);
        for ((came, wish), (left, kept)) in lane.arrivals.iter_mut().zip(wish).zip(moves) {
            *came = wish * left;
            blocked += most(wish * (1.0 - kept), 0.0);
        }
        let pool = self.population[o] * self.values.of(P::Pool);
        let places = least(effect.places * self.base.flow[c], pool);
        let lawful = effect.channels * (wish[1] + wish[2]);
        lane.arrivals[0] = most(lane.arrivals[0] + places + lawful, 0.0);
        blocked
    }

    /// Everybody who is there: returns, deaths, arrivals, money.
    fn live(&mut self, trace: &mut Trace, year: usize, phase: usize) {
        let n = self.base.codes.len();
        let at = self.base.span.from + year as i32;
        let mortality = self.values.of(P::Mortality);
        let steady = Steady::new(self.values);
        let assigned = &self.phases.assigned[phase];
        for o in 0..n {
            let mut origin = self.origins[o];
            let range = self.base.first[o]..self.base.first[o + 1];
            for ((c, setting), lane) in range.clone().zip(&assigned[range.clone()]).zip(&mut self.lanes[range]) {
                let effect = &self.effects[usize::from(*setting)];
                let d = lane.dest;
                let moved;
                let exit = if effect.returns == [1.0; STATUSES] {
                    [&lane.usual; STATUSES]
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
                let selected = least(most(lane.college + effect.college, 0.0), 1.0);
                let college = lane.arrivals.iter().sum::<f64>() * selected;
                let change = lane.people.year(&yearly, lane.arrivals, college);
                lane.there = change.all();
                let income = self.base.income[d] * self.incomes.host[d];
                let host = &mut self.hosts[d];
                host.leavers += change.returned;
                origin.returns += change.returned;
                if lane.back != NOWHERE {
                    trace.flow[year * trace.corridors + lane.back as usize] += change.returned;
                }
                let working = lane.people.stand(effect, &change.after, lane.secure, income, &steady, host, &mut origin);
                let mut sent = 0.0;
                if lane.remittances > 0.0 {
                    let grown = most(1.0 + (working - lane.effective) / lane.senders, 0.0);
                    let price = lane.price.unwrap_or(steady.price);
                    let (stop, when) = effect.remittance_stop;
                    let kept = if when == at { 1.0 - stop } else { 1.0 };
                    let usual = lane.remittances * grown * self.incomes.sent(self.base, o, d);
                    sent = usual * kept * cheaper(price, effect.cost_at_most, steady.cost);
                    origin.received += sent;
                    origin.productive += sent * effect.productive * steady.productive;
                    host.paid += sent;
                }
                trace.remittances[year * trace.corridors + c] = sent;
            }
            self.origins[o] = origin;
        }
    }
}

/// Entries without authorisation: their number, price and deaths; then rejected applicants who stay without status.
fn journeys(values: &Values, effect: &Effect, rejected: f64, arrivals: &mut [f64; STATUSES], origin: &mut Origin) {
    let entries = arrivals[1];
    origin.entries += entries;
    origin.deaths += entries * values.of(P::DeathRisk) * effect.deaths;
    origin.price += entries * effect.price;
    let rejected = least(rejected * effect.rejections, 0.95) * values.of(P::RejectedStay);
    let stay = arrivals[2] * rejected;
    arrivals[1] += stay;
    arrivals[2] -= stay;
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
