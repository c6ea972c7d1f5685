//! Leximin: among packages with the largest least gain, the fewest parties at that gain; then the fewest at the next, and
//! so on. Gains are whole numbers, so "the fewest at most at t" for t = least, least + 1, ... orders packages as
//! comparing their sorted gains does.

use crate::engine::{Choice, Goal, Linear, Model, Row, Status, maximise};
use crate::ladder::Ladder;

impl Ladder<'_> {
    /// Goes so many levels above the least gain that `choice` reaches, and to the largest total in the end. The choice
    /// and how many levels are proved.
    pub fn leximin(&self, choice: &Choice, levels: u32) -> (Choice, u32) {
        let gains = self.touched_gains();
        let least = gains.iter().map(|gain| gain.at(choice)).min().unwrap_or(0);
        let most = gains.iter().map(|gain| gain.span().1).max().unwrap_or(0);
        let mut model = self.at_least(&gains, least);
        let (mut best, mut proved) = (choice.clone(), 0);
        for level in (least..most).take(levels as usize) {
            let above = raise(&mut model, &gains, (least, level));
            let start = full(&model, &gains, &best, least..=level);
            let goal = Goal::Linear(above.clone());
            let work = (0.0, self.settings.work / 8);
            let answer = maximise(&model, &goal, Some(&start), work, self.solver, &self.watch.quiet());
            let Some(found) = answer.choice else { break };
            best = found[..best.len()].to_vec();
            if answer.status != Status::Optimal {
                break;
            }
            proved += 1;
            model.add_row(Row::at_least("as many above the level", above.clone(), above.at(&found)));
            if answer.value < 0.5 {
                break;
            }
        }
        let start = full(&model, &gains, &best, least..=(least + i64::from(proved) - 1));
        let total = Goal::Linear(self.case.total());
        let work = (0.0, self.settings.work / 8);
        let tie = maximise(&model, &total, Some(&start), work, self.solver, &self.watch.quiet());
        (tie.choice.map_or(best.clone(), |tie| tie[..best.len()].to_vec()), proved)
    }

    fn at_least(&self, gains: &[Linear], least: i64) -> Model {
        let mut model = self.case.model().clone();
        for gain in gains {
            model.add_row(Row::at_least("least gain", gain.clone(), least));
        }
        model
    }
}

/// One more choice for each party: "above this level". Their sum.
fn raise(model: &mut Model, gains: &[Linear], (least, level): (i64, i64)) -> Linear {
    let mut above = Vec::new();
    for gain in gains {
        let column = model.add_column();
        let terms = gain.terms().iter().copied().chain([(column, least - level - 1)]);
        model.add_row(Row::at_least("above the level", Linear::new(terms), least));
        above.push((column, 1));
    }
    Linear::new(above)
}

/// A choice with what it means for the columns that the levels added.
fn full(model: &Model, gains: &[Linear], choice: &Choice, levels: std::ops::RangeInclusive<i64>) -> Choice {
    let mut full = choice.clone();
    for level in levels {
        full.extend(gains.iter().map(|gain| gain.at(choice) > level));
    }
    full.resize(model.columns(), false);
    full
}
