//! From the first package to the proof: a short local search, a short exact search, a long local search that works on
//! what is near, and the exact search again with all that was found.

use crate::case::Case;
use crate::engine::{Answer, Choice, Curve, Goal, Linear, Model, Row, Solver, Status, Term, Watch, maximise};
use crate::package::{Objective, Package};
use crate::starts::Starts;

/// How much is done before a search ends, and by which chances. Without a clock, so that the same input has the same
/// answer everywhere; who wants to stop by time stops through the watch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Seed of all chances.
    pub seed: u64,
    /// Iterations of the simplex method for one objective.
    pub work: u64,
    /// A gap (share of the bound) that does for `nash` once a third of the work is done.
    pub enough: f64,
    /// Searches at the same time, of several objectives or for one; the answer does not depend on it.
    pub threads: usize,
    /// Levels of leximin above the least gain, for `maxmin`.
    pub levels: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 1, work: 400_000, enough: 0.005, threads: 1, levels: 0 }
    }
}

/// Solves one case.
#[derive(Debug, Clone, Copy)]
pub struct Ladder<'a> {
    /// The case.
    pub case: &'a Case<'a>,
    /// Limits and seed.
    pub settings: Settings,
    /// The solver.
    pub solver: &'a dyn Solver,
    /// Who follows it.
    pub watch: Watch<'a>,
}

impl Ladder<'_> {
    pub(crate) fn touched_gains(&self) -> Vec<Linear> {
        self.case.touched().into_iter().map(|p| self.case.gains()[p].clone()).collect()
    }

    /// The best package by an objective.
    pub fn best(&self, objective: Objective, starts: &Starts) -> Package {
        self.best_below(objective, starts, f64::INFINITY)
    }

    /// The same where it is known that no package has a value above `most`.
    pub(crate) fn best_below(&self, objective: Objective, starts: &Starts, most: f64) -> Package {
        let answer = self.answer(objective, starts, most);
        Package::new(self.case, objective, &answer)
    }

    fn answer(&self, objective: Objective, starts: &Starts, most: f64) -> Answer {
        let (model, goal) = self.goal(objective);
        let most = self.most(objective).map_or(most, |plain| plain.min(most));
        let lost = self.lost(&starts.found);
        // With a good start, a least value or a sum of curves is a matter of the bound: all the work goes into one tree.
        let whole = !matches!(goal, Goal::Linear(_)) && !starts.found.is_empty() && !lost;
        let work = if whole { self.settings.work } else { self.settings.work / if lost { 64 } else { 8 } };
        let first = self.exact(objective, (&model, &goal), &starts.found, work, most);
        if whole && first.choice.is_some() {
            return self.finish(objective, first);
        }
        let answer = if settled(&first) { first } else { self.further(objective, (&model, &goal), starts, &first) };
        self.finish(objective, answer)
    }

    /// A long local search, and the exact one again with what it found.
    fn further(&self, objective: Objective, asked: (&Model, &Goal), starts: &Starts, first: &Answer) -> Answer {
        let columns = self.case.model().columns();
        let mut all = starts.found.clone();
        if first.gap().is_none_or(|gap| gap > 0.05) && columns > 20 {
            all.extend(starts.far.get_or_init(|| self.starts(true).found).iter().cloned());
        }
        all.extend(first.choice.as_ref().map(|choice| choice[..columns].to_vec()));
        self.exact(objective, asked, &all, self.settings.work, first.bound)
    }

    /// One exact search from the best of the starts. It is left out where a start is worth `most`, which nothing exceeds.
    fn exact(
        &self,
        objective: Objective,
        (model, goal): (&Model, &Goal),
        starts: &[Choice],
        work: u64,
        most: f64,
    ) -> Answer {
        let full = starts.iter().map(|choice| self.widened(objective, choice));
        let fit = full.filter(|choice| model.check(choice).is_ok());
        let start = fit.max_by(|a, b| goal.at(a).total_cmp(&goal.at(b)));
        if let Some(choice) = start.as_ref().filter(|choice| goal.at(choice) + goal.slack() >= most) {
            return Answer::found(choice.clone(), goal.at(choice), goal.at(choice), 0.0);
        }
        let enough = if objective == Objective::Nash { self.settings.enough } else { 0.0 };
        let answer = maximise(model, goal, start.as_ref(), (enough, work), self.solver, &self.watch);
        tightened(answer, most, goal.slack())
    }

    /// A value that no package can exceed, where it is plain.
    fn most(&self, objective: Objective) -> Option<f64> {
        let gaining = || self.case.gains().iter().filter(|gain| gain.span().1 > 0).count();
        (objective == Objective::Count).then(|| gaining() as f64)
    }

    /// The columns that an objective needs beside the choices.
    fn widened(&self, objective: Objective, choice: &Choice) -> Choice {
        let mut full = choice.clone();
        if objective == Objective::Count {
            full.extend(self.case.gains().iter().map(|gain| gain.at(choice) > 0));
        }
        full
    }

    /// The model and goal of an objective.
    pub(crate) fn goal(&self, objective: Objective) -> (Model, Goal) {
        let case = self.case;
        match objective {
            Objective::Total => (case.model().clone(), Goal::Linear(case.total())),
            Objective::Maxmin => (case.model().clone(), Goal::Least(self.touched_gains())),
            Objective::Nash => (case.model().clone(), Goal::Curves(nash(case))),
            Objective::Count => {
                let mut model = case.model().clone();
                let mut better = Vec::new();
                for gain in case.gains() {
                    let column = model.add_column();
                    let terms = gain.terms().iter().copied().chain([(column, -1)]);
                    let low = gain.span().0.min(0);
                    // The floor of a waived total may lie below zero: then the column alone has to say "above zero".
                    let above = Linear::new(terms.map(|(c, a)| if c == column { (c, low - 1) } else { (c, a) }));
                    model.add_row(Row::at_least("strictly better off", above, low));
                    better.push((column, 1));
                }
                (model, Goal::Linear(Linear::new(better)))
            }
        }
    }

    /// Among packages with the same least gain, the one with the largest total.
    fn finish(&self, objective: Objective, mut answer: Answer) -> Answer {
        let Some(mut choice) = answer.choice.take() else { return answer };
        choice.truncate(self.case.model().columns());
        if objective == Objective::Maxmin && answer.status == Status::Optimal {
            (choice, _) = self.leximin(&choice, self.settings.levels);
        }
        answer.choice = Some(choice);
        answer
    }

    /// Several objectives from the same starts, at most `threads` at a time.
    pub fn all(&self, objectives: &[Objective]) -> Vec<Package> {
        let starts = self.starts(false);
        self.all_from(objectives, &starts)
    }

    /// The same from given starts. The long search, for which the others wait, takes all threads.
    pub fn all_from(&self, objectives: &[Objective], starts: &Starts) -> Vec<Package> {
        let next = std::sync::atomic::AtomicUsize::new(0);
        let threads = self.settings.threads.clamp(1, objectives.len().max(1));
        let work = || {
            let mut done = Vec::new();
            loop {
                let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(objective) = objectives.get(i) else { return done };
                done.push((i, self.best(*objective, starts)));
            }
        };
        let mut packages: Vec<(usize, Package)> = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut done = work();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        });
        packages.sort_by_key(|(i, _)| *i);
        packages.into_iter().map(|(_, package)| package).collect()
    }
}

/// The answer with a bound that was known before, where that is better.
fn tightened(answer: Answer, most: f64, slack: f64) -> Answer {
    match (answer.status, answer.choice) {
        (Status::Within, Some(choice)) if most < answer.bound => Answer::found(choice, answer.value, most, slack),
        (Status::NotFound, None) => Answer::not_found(answer.bound.min(most)),
        (_, choice) => Answer { choice, ..answer },
    }
}

fn settled(answer: &Answer) -> bool {
    matches!(answer.status, Status::Optimal | Status::None)
}

/// The summands of the objective `nash`; parties that could gain nothing stay out.
fn nash(case: &Case<'_>) -> Vec<Term> {
    let best = |p: usize| case.gains()[p].span().1;
    let term = |p: usize| {
        let weight = f64::from(case.problem().parties[p].weight.unwrap_or(1));
        Term { gain: case.gains()[p].clone(), curve: Curve::Nash { weight, best: best(p) as f64 } }
    };
    (0..case.gains().len()).filter(|p| best(*p) > 0).map(term).collect()
}
