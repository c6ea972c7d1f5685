//! The people of each corridor, and how a year changes them.

use super::base::{Base, NOWHERE};
use crate::assumptions::{Parameter as P, Values};

/// Statuses: regular, irregular, protection.
pub(super) const STATUSES: usize = 3;
/// Classes of years since arrival: 0-1, 2-4, 5-9, 10-19, 20 and more.
pub(super) const CLASSES: usize = 5;
/// A class hands on one of so many each year; the last keeps its people.
const AGES: [f64; CLASSES] = [1.0 / 2.0, 1.0 / 3.0, 1.0 / 5.0, 1.0 / 10.0, 0.0];
/// Shares of the last four periods' arrivals that are still there; young cohorts leave faster.
const REMAIN: [f64; 4] = [0.8, 0.6, 0.5, 0.4];
/// Half of those who may naturalise have, at the start.
const NATURALISED: f64 = 0.5;

/// A corridor's people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct People {
    /// By status, then class.
    pub(super) there: [[f64; CLASSES]; STATUSES],
    /// College educated people of all of them.
    pub(super) college: f64,
    pub(super) naturalised: f64,
}

/// What does not change over a run, for some values of the assumptions.
#[derive(Debug, Clone)]
pub(super) struct Rates {
    /// Return hazard by class.
    pub(super) exit: [f64; CLASSES],
    /// How much of the hazard leads home on this corridor.
    pub(super) home: Vec<f64>,
    /// First departures a year.
    pub(super) departures: Vec<f64>,
    /// Shares of departures by status.
    pub(super) shares: Vec<[f64; STATUSES]>,
    pub(super) college: Vec<f64>,
}

/// What a year did.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Change {
    pub(super) returned: f64,
    /// Who is there afterwards, by status.
    pub(super) after: [f64; STATUSES],
}

impl Change {
    pub(super) fn all(&self) -> f64 {
        self.after.iter().sum()
    }
}

impl People {
    /// Everybody.
    pub(super) fn all(&self) -> f64 {
        self.there.iter().flatten().sum()
    }

    /// People who may naturalise, of regular or protected status.
    #[inline]
    pub(super) fn eligible(&self, shares: &[f64; CLASSES]) -> f64 {
        (0..CLASSES).map(|a| shares[a] * (self.there[0][a] + self.there[2][a])).sum()
    }

    /// One year: returns, deaths, ageing, arrivals.
    #[inline]
    pub(super) fn year(&mut self, rates: &Yearly, arrivals: [f64; STATUSES], college: f64) -> Change {
        let mut change = Change::default();
        let mut before = 0.0;
        let alive = 1.0 - rates.death;
        for (status, arrived) in arrivals.into_iter().enumerate() {
            let there = total(&self.there[status]);
            let (out, after) = pass(&mut self.there[status], there, rates.exit[status], alive, arrived);
            before += there;
            change.returned += out;
            change.after[status] = after;
        }
        if rates.regularised > 0.0 {
            for a in 0..CLASSES {
                let regular = self.there[1][a] * rates.regularised;
                self.there[1][a] -= regular;
                self.there[0][a] += regular;
                change.after[1] -= regular;
                change.after[0] += regular;
            }
        }
        let left = if before > 0.0 { change.returned / before } else { 0.0 };
        let college_stays = (1.0 - least(left * rates.college_return, 0.95)) * alive;
        self.college = least(self.college * college_stays + college, change.all());
        self.naturalised *= (1.0 - left) * alive;
        let waiting = most(self.eligible(rates.eligible) - self.naturalised, 0.0);
        self.naturalised += waiting * rates.naturalise;
        change
    }
}

/// A year of the people of one status: who returned, and how many are there afterwards. Class by class at once, which
/// the compiler turns into steps of several.
#[inline]
fn pass(classes: &mut [f64; CLASSES], there: f64, exit: &[f64; CLASSES], alive: f64, arrived: f64) -> (f64, f64) {
    if there == 0.0 {
        classes[0] = arrived;
        return (0.0, arrived);
    }
    let (mut left, mut kept, mut on) = ([0.0; CLASSES], [0.0; CLASSES], [0.0; CLASSES]);
    for a in 0..CLASSES {
        left[a] = classes[a] * exit[a];
        kept[a] = (classes[a] - left[a]) * alive;
        on[a] = kept[a] * AGES[a];
    }
    classes[0] = kept[0] - on[0] + arrived;
    for a in 1..CLASSES {
        classes[a] = kept[a] - on[a] + on[a - 1];
    }
    (total(&left), arrived + total(&kept))
}

#[inline]
pub(super) fn total(classes: &[f64; CLASSES]) -> f64 {
    (classes[0] + classes[1]) + (classes[2] + classes[3]) + classes[4]
}

/// The smaller of two numbers; unlike [`f64::min`] one instruction, as neither is ever not a number.
#[inline]
pub(super) fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The larger of two numbers.
#[inline]
pub(super) fn most(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The rates of one corridor in one year.
pub(super) struct Yearly<'a> {
    pub(super) exit: [&'a [f64; CLASSES]; STATUSES],
    pub(super) death: f64,
    pub(super) regularised: f64,
    pub(super) college_return: f64,
    pub(super) eligible: &'a [f64; CLASSES],
    pub(super) naturalise: f64,
}

impl Rates {
    /// Return hazards of a corridor by class, so many times the usual.
    pub(super) fn exits(&self, c: usize, more: f64) -> [f64; CLASSES] {
        self.exit.map(|hazard| least(hazard * self.home[c] * more, 0.9))
    }

    pub(super) fn new(base: &Base, values: &Values, errors: Option<&[f64]>, people: &[People]) -> Rates {
        let v = |p| values.of(p);
        let exit = [v(P::Exit0), v(P::Exit2), v(P::Exit5), v(P::Exit10), v(P::Exit20)];
        let count = base.ends.len();
        let flow = |c: usize| base.flow[c] * errors.map_or(1.0, |e| e[c]);
        let mut departures: Vec<f64> = (0..count).map(flow).collect();
        let might: Vec<f64> = people
            .iter()
            .map(|p| p.there.iter().flat_map(|row| row.iter().zip(&exit).map(|(n, e)| n * e)).sum())
            .collect();
        let mut home = vec![0.0; count];
        for c in 0..count {
            let back = base.opposite[c];
            if back == NOWHERE || (back as usize) < c {
                continue;
            }
            let pair = [c, back as usize];
            let returned = returned(base, values, pair, pair.map(flow), pair.map(|c| might[c]));
            for (side, returned) in returned.into_iter().enumerate() {
                home[pair[side]] = if might[pair[side]] > 0.0 { returned / might[pair[side]] } else { 0.0 };
                departures[pair[1 - side]] -= returned;
            }
        }
        let weight = v(P::StockWeight);
        for c in 0..count {
            if let Some(growth) = base.growth[c] {
                let needed = v(P::StockTrend) * growth + replaced(base, values, c) + home[c] * might[c];
                departures[c] = (1.0 - weight) * departures[c] + weight * needed.max(0.0);
            }
        }
        let share = |c: usize| {
            let seeking = base.seeking[c];
            let irregular = if base.from_poorer[c] { v(P::IrregularEntryShare) * (1.0 - seeking) } else { 0.0 };
            [1.0 - seeking - irregular, irregular, seeking]
        };
        Rates {
            exit,
            home,
            departures,
            shares: (0..count).map(share).collect(),
            college: base.college.iter().map(|s| s.unwrap_or(v(P::CollegeShare))).collect(),
        }
    }
}

/// How many of each side of a pair go home in a year. What the two flows bring is either growth of the two stocks or
/// people going home (and those were counted as leaving before); so half of what is not growth are returns. Both sides
/// share them as their people's hazards say, and never more than leaves room in the flow that they are part of.
fn returned(base: &Base, values: &Values, pair: [usize; 2], flow: [f64; 2], might: [f64; 2]) -> [f64; 2] {
    let all = might[0] + might[1];
    if all <= 0.0 {
        return [0.0; 2];
    }
    let grown =
        |c: usize| values.of(P::StockTrend) * base.growth[c].unwrap_or(0.5 * base.flow[c]) + replaced(base, values, c);
    let both = ((flow[0] + flow[1] - grown(pair[0]) - grown(pair[1])) / 2.0).max(0.0);
    std::array::from_fn(|side| {
        let most = (MOST_HOME * flow[1 - side]).min(FASTEST * base.stock[pair[side]]);
        (both * might[side] / all).min(most)
    })
}

/// Arrivals that only make up for deaths.
fn replaced(base: &Base, values: &Values, c: usize) -> f64 {
    base.stock[c] * base.deaths[usize::from(base.ends[c].1)] * values.of(P::Mortality)
}

/// Of a flow at most this share are people going home.
const MOST_HOME: f64 = 0.9;
/// Of a stock at most this share goes home in a year.
const FASTEST: f64 = 0.25;

/// The people at the start: how long they have been there is read off the flows of earlier periods.
pub(super) fn at_start(base: &Base, values: &Values, eligible: &[f64; CLASSES]) -> Vec<People> {
    let irregular = values.of(P::IrregularShare);
    let one = |c: usize| {
        let stock = base.stock[c];
        let arrived: [f64; 4] = std::array::from_fn(|k| base.past[c][k] * REMAIN[k]);
        let mut classes = [arrived[0] * 0.4, arrived[0] * 0.6, arrived[1], arrived[2] + arrived[3], 0.0];
        let known: f64 = classes.iter().sum();
        let fits = if known > 0.95 * stock { 0.95 * stock / known } else { 1.0 };
        classes = classes.map(|x| x * fits);
        classes[4] = stock - classes.iter().sum::<f64>();
        let protection = if stock > 0.0 { (base.protection[c] / stock).min(0.95) } else { 0.0 };
        let without = if base.from_poorer[c] { irregular * (1.0 - protection) } else { 0.0 };
        let shares = [1.0 - protection - without, without, protection];
        let there = shares.map(|share| classes.map(|n| share * n.max(0.0)));
        let college = stock * base.college[c].unwrap_or(values.of(P::CollegeShare));
        let mut people = People { there, college, naturalised: 0.0 };
        people.naturalised = NATURALISED * people.eligible(eligible);
        people
    };
    (0..base.ends.len()).map(one).collect()
}
