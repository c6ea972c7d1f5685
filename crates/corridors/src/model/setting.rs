//! What the levers of a scenario do to a corridor: corridors under the same levers share one setting, made before the
//! years run.

use super::base::{Base, ModelError};
use crate::assumptions::{Parameter as P, Values};
use crate::code::Pattern;
use crate::scenario::{Lever, Move, Scenario};
use std::collections::BTreeMap;

const LEVERS: usize = Lever::ALL.len();

/// The levers of some corridors in some years, and since when each stands so.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    /// None where the lever is not moved.
    pub(super) value: [Option<f64>; LEVERS],
    pub(super) since: [i32; LEVERS],
    /// Added places for each person of the baseline flow.
    pub(super) places: f64,
}

impl Setting {
    fn unmoved() -> Setting {
        Setting { value: [None; LEVERS], since: [0; LEVERS], places: 0.0 }
    }

    pub(super) fn of(&self, lever: Lever) -> f64 {
        self.value[lever as usize].unwrap_or(if lever == Lever::Enforcement { 1.0 } else { 0.0 })
    }

    fn is_unmoved(&self) -> bool {
        self.value.iter().all(Option::is_none)
    }
}

/// What a setting does, as factors of the equations.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Effect {
    /// On departures by status: regular, irregular, protection.
    pub(super) departures: [f64; 3],
    /// Of them, the part that keeps people from going where they wanted to; lawful channels do not.
    pub(super) blocks: [f64; 3],
    /// On return hazards by status.
    pub(super) returns: [f64; 3],
    pub(super) places: f64,
    /// Added regular arrivals for each baseline departure that is not regular.
    pub(super) channels: f64,
    pub(super) rejections: f64,
    pub(super) price: f64,
    pub(super) deaths: f64,
    pub(super) regularised: f64,
    pub(super) college: f64,
    /// Share of a stock class old enough to naturalise.
    pub(super) eligible: [f64; 5],
    /// What is earned of others' earnings, by status and class: one less the gap.
    pub(super) earning: [[f64; 5]; 3],
    pub(super) cost_at_most: f64,
    pub(super) productive: f64,
    pub(super) remittance_stop: (f64, i32),
    /// Nothing is moved: what is computed is the baseline.
    pub(super) is_unmoved: bool,
}

/// Settings in the order of time.
#[derive(Debug, Clone)]
pub(crate) struct Phases {
    pub(super) starts: Vec<i32>,
    /// The setting of each corridor, by phase.
    pub(super) assigned: Vec<Vec<u16>>,
    pub(super) settings: Vec<Setting>,
    /// Moves of countries: lever, place of the country, value, year.
    pub(super) national: Vec<(Lever, usize, f64, i32)>,
}

const NATIONAL: &[Lever] = &[Lever::HostRecession, Lever::DestIncome, Lever::OriginIncome, Lever::Conflict];

impl Phases {
    /// Checks a scenario against a base, and sorts it out.
    pub(super) fn new(base: &Base, scenario: &Scenario) -> Result<Phases, ModelError> {
        let moved: Vec<&Move> = scenario.moves.iter().filter(|m| !m.is_neutral()).collect();
        for one in &scenario.moves {
            check(base, one)?;
        }
        let year = |m: &Move| m.year.unwrap_or(base.span.from);
        let mut starts: Vec<i32> = moved.iter().map(|m| year(m)).chain([base.span.from]).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut order: Vec<&Move> = moved.iter().copied().filter(|m| !NATIONAL.contains(&m.lever)).collect();
        order.sort_by_key(|m| year(m));
        let shares: Vec<f64> = order.iter().map(|m| share(base, m)).collect();
        let mut known: BTreeMap<Vec<u16>, u16> = BTreeMap::new();
        let mut settings = Vec::new();
        let mut setting = |matching: Vec<u16>| {
            *known.entry(matching.clone()).or_insert_with(|| {
                let mut made = Setting::unmoved();
                for k in matching {
                    let one = order[usize::from(k)];
                    made.value[one.lever as usize] = Some(one.value);
                    made.since[one.lever as usize] = year(one);
                    if one.lever == Lever::Quota {
                        made.places = one.value * shares[usize::from(k)];
                    }
                }
                settings.push(made);
                (settings.len() - 1) as u16
            })
        };
        let mut assigned = Vec::new();
        for start in &starts {
            let row = base.ends.iter().map(|(o, d)| {
                let applies = |m: &Move| year(m) <= *start && covers(base, m.pattern, *o, *d);
                setting((0..order.len() as u16).filter(|k| applies(order[usize::from(*k)])).collect())
            });
            assigned.push(row.collect());
        }
        let national = moved.iter().filter(|m| NATIONAL.contains(&m.lever)).flat_map(|m| {
            let wanted = if acts_on_origin(m.lever) { m.pattern.origin } else { m.pattern.dest };
            let covered = (0..base.codes.len()).filter(move |i| wanted.is_none_or(|code| base.codes[*i] == code));
            covered.map(move |i| (m.lever, i, m.value, year(m)))
        });
        Ok(Phases { starts, assigned, settings, national: national.collect() })
    }
}

fn acts_on_origin(lever: Lever) -> bool {
    matches!(lever, Lever::OriginIncome | Lever::Conflict)
}

fn covers(base: &Base, pattern: Pattern, o: u16, d: u16) -> bool {
    pattern.origin.is_none_or(|code| base.codes[usize::from(o)] == code)
        && pattern.dest.is_none_or(|code| base.codes[usize::from(d)] == code)
}

/// Places for each person of the flow on all corridors of a move.
fn share(base: &Base, one: &Move) -> f64 {
    let covered = base.ends.iter().zip(&base.flow).filter(|((o, d), _)| covers(base, one.pattern, *o, *d));
    let total: f64 = covered.map(|(_, flow)| flow).sum();
    if total > 0.0 { 1.0 / total } else { 0.0 }
}

fn check(base: &Base, one: &Move) -> Result<(), ModelError> {
    let sides = [one.pattern.origin, one.pattern.dest];
    if let Some(code) = sides.into_iter().flatten().find(|code| !base.codes.contains(code)) {
        return Err(ModelError::Country(code));
    }
    let nobody = || !base.ends.iter().any(|(o, d)| covers(base, one.pattern, *o, *d));
    if nobody() {
        return Err(ModelError::Corridor(one.pattern.to_string()));
    }
    let wrong = |side, example| Err(ModelError::Side { lever: one.lever.id(), side, example });
    if NATIONAL.contains(&one.lever) {
        match (acts_on_origin(one.lever), one.pattern.origin, one.pattern.dest) {
            (true, None, Some(_)) => return wrong("origin", "conflict=1@SYR-*"),
            (false, Some(_), None) => return wrong("destination", "host_recession=5@*-DEU"),
            _ => {}
        }
    }
    let (from, to) = (base.span.from, base.span.to);
    match one.year {
        Some(year) if !(from..=to).contains(&year) => Err(ModelError::Year { lever: one.lever.id(), year, from, to }),
        _ => Ok(()),
    }
}

/// Years since arrival where each class begins, and where the last is cut for the share that may naturalise.
const CLASSES: [(f64, f64); 5] = [(0.0, 2.0), (2.0, 5.0), (5.0, 10.0), (10.0, 20.0), (20.0, 40.0)];

impl Effect {
    /// With some values of the assumptions.
    pub(super) fn new(setting: &Setting, values: &Values, year: i32) -> Effect {
        let v = |p| values.of(p);
        let lever = |l| setting.of(l);
        let more = |l| 1.0 + lever(l) / 100.0;
        let enforcement = lever(Lever::Enforcement);
        let weaker = v(P::ChannelsWithoutEnforcement);
        let backed = if enforcement < 1.0 { weaker + (1.0 - weaker) * enforcement } else { 1.0 };
        let support = more(Lever::ReturnSupport);
        let stop = Lever::RemittanceStop;
        let replaced = more(Lever::LawfulChannels).powf(v(P::ChannelsIrregular) * backed);
        let departures = [
            v(P::VisaInflow).powf(lever(Lever::Visa)) * more(Lever::VisaRejections).powf(v(P::VisaRejectionRegular)),
            more(Lever::AsylumRejections).powf(v(P::RejectionIrregular))
                * more(Lever::VisaRejections).powf(v(P::VisaRejectionIrregular))
                * replaced
                * enforcement.powf(v(P::EnforcementIrregular)),
            more(Lever::AsylumRejections).powf(v(P::RejectionApplications))
                * (1.0 + v(P::SafeList) * lever(Lever::SafeList)),
        ];
        let wait = setting.value[Lever::NaturalisationWait as usize].unwrap_or(v(P::NaturalisationWait));
        Effect {
            departures,
            blocks: [departures[0], departures[1] / replaced, departures[2]],
            returns: [
                support * v(P::VisaReturn).powf(lever(Lever::Visa)),
                support * enforcement.powf(v(P::EnforcementReturn)),
                support,
            ],
            places: setting.places,
            channels: lever(Lever::LawfulChannels) / 100.0 * v(P::ChannelsRegular),
            rejections: more(Lever::AsylumRejections),
            price: enforcement.powf(v(P::EnforcementPrice)),
            deaths: enforcement.powf(v(P::EnforcementDeaths)),
            regularised: lever(Lever::Regularisation) / 100.0,
            college: lever(Lever::CollegeSelection) / 100.0,
            eligible: CLASSES.map(|(from, to)| ((to - wait) / (to - from)).clamp(0.0, 1.0)),
            earning: gap(setting, values, year).map(|classes| classes.map(|gap| 1.0 - gap)),
            cost_at_most: setting.value[Lever::RemittanceCost as usize].unwrap_or(f64::INFINITY),
            productive: lever(Lever::ProductiveUse) / 100.0,
            remittance_stop: (lever(stop) / 100.0, setting.since[stop as usize]),
            is_unmoved: setting.is_unmoved(),
        }
    }
}

/// The gap halves with the years; waiting and bans weigh on those who came under protection since.
fn gap(setting: &Setting, values: &Values, year: i32) -> [[f64; 5]; 3] {
    let v = |p| values.of(p);
    let half_life = v(P::GapHalfLife) * (1.0 - v(P::IntegrationEffect) * setting.of(Lever::Integration));
    let plain = CLASSES.map(|(from, to)| {
        let years = f64::midpoint(from, to);
        (v(P::GapInitial) * 0.5_f64.powf(years / half_life.max(0.1)) + v(P::GapFloor)).clamp(0.0, 0.95)
    });
    let longer = v(P::WaitingGap) * setting.of(Lever::AsylumWait) / 12.0;
    let since = |l: Lever| f64::from(year - setting.since[l as usize]);
    let weigh = |a: usize| {
        let reached = |l: Lever| f64::from(u8::from(CLASSES[a].0 <= since(l)));
        let lost =
            longer * reached(Lever::AsylumWait) + v(P::WorkBan) * setting.of(Lever::WorkBan) * reached(Lever::WorkBan);
        (plain[a] + (1.0 - plain[a]) * lost).clamp(0.0, 0.95)
    };
    [plain, plain, std::array::from_fn(weigh)]
}

/// No lever moved.
pub(super) fn unmoved() -> Setting {
    Setting::unmoved()
}
