//! A search that knows few rows. Of hundreds of floors a tenth decides. Which ones turns out as a search proposes what
//! breaks others, and is remembered for the next search, of a problem that is nearly the same.

use crate::case::Case;
use crate::engine::{Answer, Linear, Row, Status};
use crate::ladder::Ladder;
use std::collections::BTreeSet;

/// Rounds after which all rows are taken.
const ROUNDS: usize = 12;
/// A floor that a good choice is so near to is likely one that decides.
const NEAR: i64 = 1;

/// Floors that a search has needed, by what they limit.
#[derive(Debug, Clone, Default)]
pub(crate) struct Few(BTreeSet<Vec<(usize, i64)>>);

impl Few {
    /// Those that a choice is near to.
    pub fn near(case: &Case<'_>, choice: &[bool]) -> Self {
        let mut few = Self::default();
        let near = |row: &&Row| row.low.is_some_and(|low| row.function.at(choice) <= low.saturating_add(NEAR));
        case.model().rows().iter().filter(near).for_each(|row| few.add(&row.function));
        few
    }

    fn add(&mut self, function: &Linear) {
        self.0.insert(function.terms().to_vec());
    }

    fn has(&self, function: &Linear) -> bool {
        self.0.contains(function.terms())
    }

    /// The largest total that a case allows, with `more` rows. What obeys all rows and is the best by some of them is the
    /// best by all, and where nothing obeys some of them, nothing obeys all.
    pub fn total(&mut self, ladder: Ladder<'_>, case: &Case<'_>, more: &[Row]) -> Answer {
        let rows = case.model().rows();
        let is_floor = |i: usize| case.claims()[i].party().is_some() && rows[i].high.is_none();
        let mut bound = f64::INFINITY;
        for round in 0..=ROUNDS {
            let kept = |i: usize| round == ROUNDS || !is_floor(i) || self.has(&rows[i].function);
            let model = more.iter().fold(case.model().keeping(kept), |model, row| model.with(row.clone()));
            let answer = Ladder { case, ..ladder }.total(&model);
            bound = bound.min(answer.bound);
            let Some(choice) = &answer.choice else { return answer };
            let broken: Vec<&Row> = rows.iter().filter(|row| !row.holds(choice)).collect();
            if broken.is_empty() {
                return answer;
            }
            if answer.status != Status::Optimal || ladder.watch.stops() {
                break;
            }
            for row in broken {
                self.add(&row.function);
            }
        }
        Answer::not_found(bound)
    }
}
