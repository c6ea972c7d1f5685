//! A scenario as effects of a measure, −3..+3 with low, mode and high: the rule is stated, the result is marked as made
//! by the model, and a delegation says itself whether it agrees.

use super::Answer;
use ::corridors::{Bands, Outcome, Standpoint};
use serde::Serialize;

/// Which outcome stands for which sphere of which party, and which way it counts as a gain. A convention that is shown
/// with its result, not a finding: no outcome is good by itself.
pub const RULES: [(Standpoint, &str, Outcome, Counts); 11] = [
    (Standpoint::Host, "labour", Outcome::EarningsGap, Counts::Falling),
    (Standpoint::Host, "social", Outcome::Naturalised, Counts::Rising),
    (Standpoint::Host, "security", Outcome::Irregular, Counts::Falling),
    (Standpoint::Origin, "economic", Outcome::Remittances, Counts::Rising),
    (Standpoint::Origin, "social", Outcome::Poverty, Counts::Falling),
    (Standpoint::Origin, "development", Outcome::ProductiveReturn, Counts::Rising),
    (Standpoint::Origin, "labour", Outcome::CollegeHome, Counts::Rising),
    (Standpoint::Neighbours, "security", Outcome::Deflected, Counts::Falling),
    (Standpoint::Migrants, "economic", Outcome::Earnings, Counts::Rising),
    (Standpoint::Migrants, "social", Outcome::Secure, Counts::Rising),
    (Standpoint::Migrants, "security", Outcome::Deaths, Counts::Falling),
];

/// Which way an outcome counts as a gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// More of it.
    Rising,
    /// Less of it.
    Falling,
}

/// From how many per cent of the baseline on an effect counts 1, 2 and 3.
pub const STEPS: [f64; 3] = [1.0, 5.0, 20.0];

/// An effect on a sphere of a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Effect {
    /// Whose.
    pub party: Standpoint,
    /// The sphere's word.
    pub sphere: &'static str,
    /// What stands for it.
    pub outcome: Outcome,
    /// Which way it counts as a gain.
    pub counts: Counts,
    /// Per cent of the baseline in the last year: 10 %, middle and 90 %.
    pub change: [f64; 3],
    /// −3..+3.
    pub low: i8,
    /// −3..+3.
    pub mode: i8,
    /// −3..+3.
    pub high: i8,
}

/// The effects of a scenario in its last year. People who were led to neighbours count against everybody who arrives.
pub fn effects(answer: &Answer, bands: &Bands) -> Vec<Effect> {
    RULES.iter().filter_map(|rule| effect(answer, bands, rule)).collect()
}

fn effect(
    answer: &Answer,
    bands: &Bands,
    (party, sphere, outcome, counts): &(Standpoint, &'static str, Outcome, Counts),
) -> Option<Effect> {
    let row = answer.row(*outcome)?;
    let band = *row.bands(bands).last()?;
    let whole = if outcome.unit().starts_with('%') {
        100.0
    } else if *outcome == Outcome::Deflected {
        answer.row(Outcome::Arrivals)?.last().0
    } else {
        band.baseline.mid
    };
    let share = |value: f64| if whole.abs() > 0.0 { 100.0 * value / whole.abs() } else { 0.0 };
    let change = [band.difference.low, band.difference.mid, band.difference.high].map(share);
    let sign = if *counts == Counts::Rising { 1.0 } else { -1.0 };
    let mut scores = change.map(|c| score(sign * c));
    scores.sort_unstable();
    let [low, mode, high] = scores;
    Some(Effect { party: *party, sphere, outcome: *outcome, counts: *counts, change, low, mode, high })
}

/// The score of a change in per cent.
pub fn score(change: f64) -> i8 {
    let steps = STEPS.iter().filter(|step| change.abs() >= **step).count() as i8;
    if change < 0.0 { -steps } else { steps }
}
