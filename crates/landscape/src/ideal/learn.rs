//! How much would be learnt from one more response to a statement.

use super::{
    dense::{dot, times},
    space::{Fitted, Place},
};
use crate::parallel;

/// Participants, the first in order, over which the gain is averaged.
const ASKED: usize = 200;

/// For each statement the expected gain from one more response, in nats, averaged over participants: about where they
/// stand and about the statement itself (expected information, Lindley 1956).
pub(super) fn gains(model: &dyn Fitted, people: &[usize], seen: &[bool], threads: usize) -> Vec<f64> {
    let asked: Vec<(usize, Place)> = people.iter().take(ASKED).map(|p| (*p, model.place(*p))).collect();
    let n = asked.len().max(1) as f64;
    let gain = |s: usize| {
        let (slope, cov) = model.slope(s);
        let (_, level_var) = model.level(s);
        let one = |(p, place): &(usize, Place)| {
            let [agree, _, disagree] = model.probabilities(Some(*p), Some(s));
            let variance = agree + disagree - (agree - disagree).powi(2);
            let about_person = dot(&slope, &times(&place.cov, &slope));
            let about_statement = level_var + dot(&place.at, &times(&cov, &place.at));
            0.5 * (variance * about_person).ln_1p() + 0.5 * (variance * about_statement).ln_1p()
        };
        asked.iter().map(one).sum::<f64>() / n
    };
    parallel::blocks(seen.len(), threads, |s| if seen[s] { gain(s) } else { 0.0 })
}
