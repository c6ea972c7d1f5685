//! microlp behind the door: Rust alone. It solves in slices of nodes, so that it can be followed and stopped.

use super::{Ask, Found, Program, Progress, Proof, Solver};
use ::microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};
use std::time::Duration;

/// Nodes between two looks at the watch.
const SLICE: u64 = 20;
/// How far from a whole number a value may be. The standard 10⁻⁶ shows in sums of curves.
const WHOLE: f64 = 1e-9;
/// Iterations that a node is taken to cost, so that one limit of work serves both solvers.
const NODE: u64 = 20;

/// What a bound may take beyond the end.
const MOMENT: Duration = Duration::from_millis(500);

/// microlp, built in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Microlp;

impl Solver for Microlp {
    fn name(&self) -> &'static str {
        "microlp"
    }

    fn maximise(&self, program: &Program, ask: &Ask<'_>) -> Found {
        if program.columns.is_empty() {
            return Found::of_nothing(program);
        }
        let (problem, columns) = built(program);
        let mut options = SolveOptions::default();
        options.node_limit = Some(SLICE);
        options.int_tol = WHOLE;
        options.time_limit = left(ask);
        options.warm_start = ask
            .start
            .filter(|start| start.len() == columns.len())
            .map(|start| columns.iter().copied().zip(start.iter().copied()).collect());
        let mut outcome = problem.solve_with(options);
        let mut nodes = SLICE;
        loop {
            match outcome {
                Ok(so_far) if so_far.is_optimal() => return found(&so_far, &columns, Proof::Optimal, nodes),
                Ok(so_far) => {
                    let value = so_far.solution().map(::microlp::Solution::objective);
                    ask.watch.tell(Progress { value, bound: None });
                    if nodes * NODE >= ask.work || ask.watch.stops() {
                        let bound = relaxed(program, ask);
                        return Found { bound, ..found(&so_far, &columns, Proof::Stopped, nodes) };
                    }
                    nodes += SLICE;
                    let mut options = so_far.last_resume_options();
                    options.time_limit = left(ask);
                    outcome = so_far.resume_with(options);
                }
                Err(Error::Infeasible) => {
                    return Found { proof: Proof::Infeasible, values: None, bound: f64::NEG_INFINITY, work: 0 };
                }
                Err(_) => return Found { proof: Proof::Stopped, values: None, bound: f64::INFINITY, work: 0 },
            }
        }
    }
}

/// The time that is left, if there is an end: microlp keeps it within a node too.
fn left(ask: &Ask<'_>) -> Option<Duration> {
    ask.watch.left().and_then(|left| Duration::try_from_secs_f64(left).ok())
}

/// What the program is worth without whole numbers: the bound that microlp itself does not tell. Where there is an end it
/// has to come in a moment.
fn relaxed(program: &Program, ask: &Ask<'_>) -> f64 {
    let mut options = SolveOptions::default();
    options.time_limit = ask.watch.left().map(|_| MOMENT);
    let solved = built(&program.relaxed()).0.solve_with(options);
    let best = solved.ok().filter(SolveOutcome::is_optimal);
    best.and_then(|outcome| outcome.solution().map(::microlp::Solution::objective)).unwrap_or(f64::INFINITY)
}

fn found(outcome: &SolveOutcome, columns: &[Variable], proof: Proof, nodes: u64) -> Found {
    let work = nodes * NODE;
    let Some(solution) = outcome.solution() else {
        return Found { proof: Proof::Stopped, values: None, bound: f64::INFINITY, work };
    };
    let values = columns.iter().map(|column| solution.var_value(*column)).collect();
    let bound = if proof == Proof::Optimal { solution.objective() } else { f64::INFINITY };
    Found { proof, values: Some(values), bound, work }
}

fn built(program: &Program) -> (Problem, Vec<Variable>) {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let columns: Vec<Variable> = program
        .columns
        .iter()
        .map(|c| {
            if c.integer {
                problem.add_integer_var(c.worth, (c.low as i32, c.high as i32))
            } else {
                problem.add_var(c.worth, (c.low, c.high))
            }
        })
        .collect();
    for row in &program.rows {
        let terms: Vec<(Variable, f64)> = row.terms.iter().filter_map(|(c, a)| Some((*columns.get(*c)?, *a))).collect();
        if row.low.is_finite() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, row.low);
        }
        if row.high.is_finite() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Le, row.high);
        }
    }
    (problem, columns)
}
