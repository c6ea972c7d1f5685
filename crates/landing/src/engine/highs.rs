//! HiGHS behind the door: one thread, no clock, so that the same question has the same answer.
//!
//! The crate `highs` builds the model and reads the answer. It has no callbacks, and without them a search can
//! neither be followed nor stopped; so this file, and it alone in the crate, calls into C.
#![allow(unsafe_code, reason = "the callback of HiGHS is C; what it may touch is stated beside it")]

use super::dual::Dual;
use super::{Ask, Corners, Found, Program, Progress, Proof, Solver, Watch};
use ::highs::{HighsModelStatus, HighsSolutionStatus, Model, RowProblem, Sense, SolvedModel};
use highs_sys::{HighsCallbackDataIn, HighsCallbackDataOut};
use std::cell::Cell;
use std::ffi::{c_char, c_int, c_void};

/// HiGHS, built in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Highs;

impl Solver for Highs {
    fn name(&self) -> &'static str {
        "HiGHS"
    }

    fn maximise(&self, program: &Program, ask: &Ask<'_>) -> Found {
        let unknown = Found { proof: Proof::Stopped, values: None, bound: f64::INFINITY, work: 0 };
        if program.columns.is_empty() {
            return Found::of_nothing(program);
        }
        let Ok(mut model) = built(program).try_optimise(Sense::Minimise) else { return unknown };
        settle(&mut model, ask);
        if let Some(start) = ask.start.filter(|start| start.len() == program.columns.len()) {
            let _ = model.try_set_solution(Some(start), None, None, None);
        }
        let mut ear = Ear { watch: ask.watch, work: ask.work, enough: ask.enough, bound: Cell::new(f64::INFINITY) };
        listen(&mut model, &mut ear);
        match model.try_solve() {
            Ok(solved) => heard(&solved, program, ear.bound.get()),
            Err(_) => unknown,
        }
    }

    fn corners(&self, program: &Program) -> Option<Box<dyn Corners>> {
        Some(Box::new(Dual::of(program)?))
    }
}

fn built(program: &Program) -> RowProblem {
    let mut problem = RowProblem::default();
    let columns: Vec<_> = program
        .columns
        .iter()
        .map(|c| {
            let worth = -c.worth;
            if c.integer {
                problem.add_integer_column(worth, c.low..=c.high)
            } else {
                problem.add_column(worth, c.low..=c.high)
            }
        })
        .collect();
    for row in &program.rows {
        let terms: Vec<_> = row.terms.iter().filter_map(|(c, a)| Some((*columns.get(*c)?, *a))).collect();
        problem.add_row(row.low..=row.high, &terms);
    }
    problem
}

fn settle(model: &mut Model, ask: &Ask<'_>) {
    model.make_quiet();
    model.set_threads(std::num::NonZeroU32::MIN);
    let _ = model.try_set_option("mip_rel_gap", 0.0);
    let _ = model.try_set_option("mip_abs_gap", ask.slack.max(1e-9));
    if ask.tight {
        let _ = model.try_set_option("mip_feasibility_tolerance", 1e-9);
    }
    if !ask.presolve {
        let _ = model.try_set_option("presolve", "off");
    }
    if ask.lean {
        let _ = model.try_set_option("mip_heuristic_effort", 0.0);
        for search in ["rins", "rens", "root_reduced_cost"] {
            let _ = model.try_set_option(format!("mip_heuristic_run_{search}"), false);
        }
    }
    // Within its searches beside the tree HiGHS asks nobody, but keeps its own time.
    if let Some(left) = ask.watch.left() {
        let _ = model.try_set_option("time_limit", left);
    }
    let _ = model.try_set_option("random_seed", 1);
}

/// What HiGHS ended with. Where its time is over in the presolve of a restart, it says that no choice is better than the
/// best it has (`performRestart`, 1.16). So a search that was stopped, and has no gap left, is believed the last bound alone
/// that it told meanwhile.
fn heard(solved: &SolvedModel, program: &Program, told: f64) -> Found {
    let status = solved.status();
    let has = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let values = has.then(|| solved.get_solution().columns().to_vec());
    let mixed = program.columns.iter().any(|c| c.integer);
    let proof = match status {
        HighsModelStatus::Optimal if has => Proof::Optimal,
        HighsModelStatus::Infeasible => Proof::Infeasible,
        _ => Proof::Stopped,
    };
    let bound = match proof {
        Proof::Infeasible => f64::NEG_INFINITY,
        Proof::Optimal if !mixed => -solved.objective_value(),
        _ if !mixed => f64::INFINITY,
        _ => solved.double_info_value(c"mip_dual_bound").map_or(f64::INFINITY, |bound| -bound),
    };
    let closed = proof == Proof::Stopped && mixed && has && bound <= -solved.objective_value() + 1e-6;
    let bound = if closed { bound.max(told) } else { bound };
    let work = u64::try_from(solved.simplex_iteration_count()).unwrap_or(0);
    Found { proof, values, work, bound: if bound.is_nan() { f64::INFINITY } else { bound } }
}

/// What the callback hears with.
struct Ear<'a> {
    watch: Watch<'a>,
    work: u64,
    enough: f64,
    /// The last bound that HiGHS told.
    bound: Cell<f64>,
}

impl Ear<'_> {
    /// Whether to end, given what HiGHS knows; told in our direction (HiGHS minimises the negative).
    fn ends(&self, out: &HighsCallbackDataOut) -> bool {
        let finite = |x: f64| (x.is_finite() && x.abs() < 1e100).then_some(-x);
        let progress = Progress { value: finite(out.mip_primal_bound), bound: finite(out.mip_dual_bound) };
        if let Some(bound) = progress.bound {
            self.bound.set(bound);
        }
        self.watch.tell(progress);
        let work = u64::try_from(out.mip_total_lp_iterations).unwrap_or(0);
        let near = match progress {
            Progress { value: Some(value), bound: Some(bound) } => bound - value <= self.enough * bound.abs(),
            _ => false,
        };
        work >= self.work || (near && work >= self.work / 3) || self.watch.stops()
    }
}

fn listen(model: &mut Model, ear: &mut Ear<'_>) {
    let user = std::ptr::from_mut(ear).cast::<c_void>();
    // SAFETY: the model is alive, `hear` has the signature that HiGHS asks for, and the ear outlives the one call of
    // `try_solve` in which it is used, because the caller holds it until then.
    unsafe {
        highs_sys::Highs_setCallback(model.as_mut_ptr(), Some(hear), user);
        highs_sys::Highs_startCallback(model.as_mut_ptr(), highs_sys::kHighsCallbackMipInterrupt);
        highs_sys::Highs_startCallback(model.as_mut_ptr(), highs_sys::kHighsCallbackSimplexInterrupt);
    }
}

unsafe extern "C" fn hear(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    into: *mut HighsCallbackDataIn,
    user: *mut c_void,
) {
    // SAFETY: HiGHS gives pointers that are valid during the call, or null; `user` is the ear that `listen` gave, and
    // one thread alone calls.
    let (out, into, ear) = unsafe { (out.as_ref(), into.as_mut(), user.cast::<Ear<'_>>().as_ref()) };
    let (Some(out), Some(into), Some(ear)) = (out, into, ear) else { return };
    let ends = if kind == highs_sys::kHighsCallbackMipInterrupt { ear.ends(out) } else { ear.watch.stops() };
    into.user_interrupt = c_int::from(ends);
}
