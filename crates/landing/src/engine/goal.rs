//! What is best, and the search for it: a solver's answer is rounded, checked in whole numbers and valued again.

use super::polish::polish;
use super::program::floats;
use super::{Answer, Ask, Choice, Curve, Linear, Model, Program, Progress, Proof, Solver, Term, Watch};
use std::collections::BTreeSet;

/// Rounds of chords before a sum of curves is taken as it stands.
const ROUNDS: usize = 60;
/// Rounds of chords on the relaxed program, before the first search in whole numbers.
const WARM: usize = 15;

/// Choices up to which a tree with a start needs no searches beside it, whatever is maximised.
const FEW: usize = 100;

/// What is maximised.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// A whole-number function.
    Linear(Linear),
    /// The least of several functions.
    Least(Vec<Linear>),
    /// A sum of concave functions of whole-number gains.
    Curves(Vec<Term>),
}

impl Goal {
    /// Its value for a choice.
    pub fn at(&self, choice: &[bool]) -> f64 {
        match self {
            Goal::Linear(function) => function.at(choice) as f64,
            Goal::Least(functions) => functions.iter().map(|f| f.at(choice)).min().unwrap_or(0) as f64,
            Goal::Curves(terms) => terms.iter().map(|term| term.at(choice)).sum(),
        }
    }

    /// A difference to the bound that can't hide a better choice.
    pub(crate) fn slack(&self) -> f64 {
        match self {
            Goal::Linear(_) | Goal::Least(_) => 0.999,
            Goal::Curves(terms) if terms.iter().all(|term| matches!(term.curve, Curve::Short { .. })) => 0.999,
            Goal::Curves(_) => 1e-6,
        }
    }
}

/// The best choice that obeys the rows. `start` is taken if it obeys them; `enough` is the gap (a share of the bound)
/// that does once a third of the work is done; `work` limits the search by what does not depend on the machine.
pub fn maximise(
    model: &Model,
    goal: &Goal,
    start: Option<&Choice>,
    (enough, work): (f64, u64),
    solver: &dyn Solver,
    watch: &Watch<'_>,
) -> Answer {
    let start = start.filter(|choice| model.check(choice).is_ok() && goal.at(choice).is_finite());
    if watch.stops() {
        // To build a large program for nothing takes longer than what is left.
        let value = |choice: &Choice| Answer::found(choice.clone(), goal.at(choice), f64::INFINITY, goal.slack());
        return start.map_or_else(|| Answer::not_found(f64::INFINITY), value);
    }
    let search = Search { model, goal, enough, work, solver, watch };
    match goal {
        Goal::Curves(terms) => search.curves(terms, start),
        Goal::Linear(function) => search.once(&Program::of(model).worth(function), start, &|_| Vec::new()),
        Goal::Least(functions) => search.least(functions, start),
    }
}

struct Search<'a> {
    model: &'a Model,
    goal: &'a Goal,
    enough: f64,
    work: u64,
    solver: &'a dyn Solver,
    watch: &'a Watch<'a>,
}

impl Search<'_> {
    fn ask<'b>(&'b self, start: Option<&'b [f64]>) -> Ask<'b> {
        // Rows of a least value or of chords hang together: nothing can be left out, and to find that out takes seconds.
        let presolve = matches!(self.goal, Goal::Linear(_));
        let lean = start.is_some() && (!presolve || self.model.columns() <= FEW);
        let (slack, watch) = (self.goal.slack(), *self.watch);
        Ask { start, slack, enough: self.enough, presolve, lean, tight: false, work: self.work, watch }
    }

    /// One question to the solver; `beside` gives the columns after the choices for a choice.
    fn once(&self, program: &Program, start: Option<&Choice>, beside: &dyn Fn(&Choice) -> Vec<f64>) -> Answer {
        let values = start.map(|choice| [floats_of(choice), beside(choice)].concat());
        let found = self.solver.maximise(program, &self.ask(values.as_deref()));
        self.judge(&found, start)
    }

    /// What of a solver's answer can be believed.
    fn judge(&self, found: &super::Found, start: Option<&Choice>) -> Answer {
        let rounded = found.values.as_ref().map(|values| rounded(values, self.model.columns()));
        let checked = rounded.filter(|choice| self.model.check(choice).is_ok());
        let disproved = found.proof == Proof::Infeasible && start.is_none();
        let lost = found.proof == Proof::Optimal && checked.is_none();
        let best = better(self.goal, checked, start.cloned());
        match best {
            None if disproved => Answer::none(),
            None => Answer::not_found(if lost { f64::INFINITY } else { found.bound }),
            Some(choice) => {
                let value = self.goal.at(&choice);
                let trusted = !lost && found.proof != Proof::Infeasible;
                let bound = if trusted { found.bound.max(value) } else { f64::INFINITY };
                Answer::found(choice, value, bound, self.goal.slack())
            }
        }
    }

    /// A column for the least value, which no function may fall below.
    fn least(&self, functions: &[Linear], start: Option<&Choice>) -> Answer {
        let mut program = Program::of(self.model);
        let low = functions.iter().map(|f| f.span().0).min().unwrap_or(0) as f64;
        let high = functions.iter().map(|f| f.span().1).min().unwrap_or(0) as f64;
        let column = program.add_column(1.0, low, high.max(low), true);
        for function in functions {
            let terms = floats(function).into_iter().chain([(column, -1.0)]).collect();
            program.at_least(terms, 0.0);
        }
        self.once(&program, start, &|choice| vec![self.goal.at(choice)])
    }

    /// Columns for gains and heights; chords are added until the heights are those of the curves.
    fn curves(&self, terms: &[Term], start: Option<&Choice>) -> Answer {
        if terms.iter().any(|term| term.curve.floor() > term.gain.span().1) {
            return Answer::none();
        }
        let polished = start.map(|choice| polish(self.model, terms, choice));
        let start = polished.as_ref();
        let mut hull = Hull::new(self.model, terms);
        let (mut spent, mut bound) = self.warm(&mut hull, terms, start);
        let (mut best, mut tight) = (start.cloned(), false);
        for _ in 0..ROUNDS {
            let known = best.as_ref().map(|choice| self.goal.at(choice));
            let told = |p: Progress| self.watch.tell(Progress { value: known, bound: p.bound });
            let values = best.as_ref().map(|choice| [floats_of(choice), hull.beside(terms, choice)].concat());
            let work = self.work.saturating_sub(spent).max(1);
            let ask = Ask { watch: self.watch.told(&told), work, tight, ..self.ask(values.as_deref()) };
            let found = self.solver.maximise(&hull.program, &ask);
            let answer = self.judge(&found, best.as_ref());
            spent += found.work;
            bound = bound.min(answer.bound);
            let Some(choice) = answer.choice else { return answer };
            let value = answer.value;
            let gap = bound - value;
            let near = gap <= self.goal.slack() || (gap <= self.enough * bound.abs() && spent >= self.work / 3);
            // A solver's values may miss whole numbers by its tolerance: the chords of the rounded ones count too.
            let whole = found.values.as_ref().map(|values| floats_of(&rounded(values, self.model.columns())));
            let mut reached = false;
            for values in [&found.values, &whole].into_iter().flatten() {
                reached |= hull.add_near(terms, values);
            }
            best = Some(choice);
            // Nothing is missing but what the solver takes for whole: once more, without that.
            let blurred = !reached && !tight && found.proof == Proof::Optimal;
            if near || !(reached || blurred) || spent >= self.work || self.watch.stops() {
                break;
            }
            tight |= blurred;
        }
        best.map_or_else(
            || Answer::not_found(bound),
            |choice| {
                let value = self.goal.at(&choice);
                Answer::found(choice, value, bound.max(value), self.goal.slack())
            },
        )
    }

    /// Chords where the relaxed program and the start need them: cheap, and most of the way. The work it took and
    /// the bound it leaves.
    fn warm(&self, hull: &mut Hull, terms: &[Term], start: Option<&Choice>) -> (u64, f64) {
        if let Some(choice) = start {
            hull.add_near(terms, &floats_of(choice));
        }
        let (mut spent, mut bound) = (0, f64::INFINITY);
        for _ in 0..WARM {
            let relaxed = hull.program.relaxed();
            let ask = Ask { start: None, watch: self.watch.quiet(), ..self.ask(None) };
            let found = self.solver.maximise(&relaxed, &ask);
            spent += found.work;
            if found.proof == Proof::Optimal {
                bound = bound.min(found.bound);
            }
            if self.watch.stops() || !found.values.is_some_and(|values| hull.add_near(terms, &values)) {
                break;
            }
        }
        (spent, bound)
    }
}

/// The program of a sum of curves: choices, then gains, then heights, and the chords so far.
struct Hull {
    program: Program,
    heights: usize,
    chords: BTreeSet<(usize, i64)>,
}

impl Hull {
    fn new(model: &Model, terms: &[Term]) -> Self {
        let mut program = Program::of(model);
        let spans: Vec<(i64, i64)> = terms.iter().map(|t| t.gain.span()).collect();
        let least = |(term, (low, high)): (&Term, &(i64, i64))| (term.curve.floor().max(*low).min(*high), *high);
        let ranges: Vec<(i64, i64)> = terms.iter().zip(&spans).map(least).collect();
        for (term, (low, high)) in terms.iter().zip(&ranges) {
            let gain = program.add_column(0.0, *low as f64, *high as f64, false);
            let mut row = floats(&term.gain);
            row.push((gain, -1.0));
            program.rows.push(super::Span { terms: row, low: 0.0, high: 0.0 });
        }
        let heights = program.columns.len();
        for (term, (low, high)) in terms.iter().zip(&ranges) {
            program.add_column(1.0, term.curve.at(*low).min(0.0) - 1.0, term.curve.at(*high).max(0.0) + 1.0, false);
        }
        let mut hull = Self { program, heights, chords: BTreeSet::new() };
        for (i, (term, (low, high))) in terms.iter().zip(&ranges).enumerate() {
            let bend = term.curve.bend(*low, *high);
            for gain in [*low, bend - 1, bend, *high - 1] {
                hull.chord(i, term, gain.max(*low));
            }
        }
        hull
    }

    /// The gains and heights of a choice.
    fn beside(&self, terms: &[Term], choice: &Choice) -> Vec<f64> {
        let gains = terms.iter().map(|term| term.gain.at(choice) as f64);
        gains.chain(terms.iter().map(|term| term.at(choice))).collect()
    }

    /// `height ≤ chord(gain)`; whether it is new.
    fn chord(&mut self, i: usize, term: &Term, gain: i64) -> bool {
        let gain = gain.max(term.curve.floor());
        let fresh = self.chords.insert((i, gain));
        if fresh {
            let (slope, base) = term.curve.chord(gain);
            let (height, column) = (self.heights + i, self.heights - self.count() + i);
            self.program.at_least(vec![(column, slope), (height, -1.0)], -base);
        }
        fresh
    }

    fn count(&self) -> usize {
        self.program.columns.len() - self.heights
    }

    /// Adds the chords on both sides of the gains of a point; whether any was new.
    fn add_near(&mut self, terms: &[Term], values: &[f64]) -> bool {
        let mut any = false;
        for (i, term) in terms.iter().enumerate() {
            let at = |(c, a): &(usize, i64)| values.get(*c).copied().unwrap_or(0.0) * *a as f64;
            let gain = term.gain.terms().iter().map(at).sum::<f64>();
            let floor = (gain + 1e-6).floor() as i64;
            let whole = (gain - gain.round()).abs() <= 1e-6;
            any |= self.chord(i, term, floor);
            any |= whole && self.chord(i, term, floor - 1);
        }
        any
    }
}

fn floats_of(choice: &Choice) -> Vec<f64> {
    choice.iter().map(|yes| f64::from(u8::from(*yes))).collect()
}

fn rounded(values: &[f64], columns: usize) -> Choice {
    (0..columns).map(|c| values.get(c).is_some_and(|x| *x > 0.5)).collect()
}

/// The better of two choices; the first of equals.
fn better(goal: &Goal, a: Option<Choice>, b: Option<Choice>) -> Option<Choice> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if goal.at(&b) > goal.at(&a) { b } else { a }),
        (a, b) => a.or(b),
    }
}
