//! The one door to a solver of linear programs with whole numbers.

use super::{Program, Watch};

/// How a solver ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Nothing is better, within the gap asked for.
    Optimal,
    /// Nothing obeys the rows.
    Infeasible,
    /// It ended before a proof.
    Stopped,
}

/// What a solver says. Nobody believes it before it is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// How it ended.
    pub proof: Proof,
    /// Value of each column, if it found any.
    pub values: Option<Vec<f64>>,
    /// Nothing is worth more than this; infinite if nothing is known.
    pub bound: f64,
    /// Iterations that it took.
    pub work: u64,
}

impl Found {
    /// The answer for a program without columns: its rows hold or they do not.
    pub(super) fn of_nothing(program: &Program) -> Self {
        let fits = program.rows.iter().all(|row| row.low <= 0.0 && row.high >= 0.0);
        let (proof, bound) = if fits { (Proof::Optimal, 0.0) } else { (Proof::Infeasible, f64::NEG_INFINITY) };
        Self { proof, values: fits.then(Vec::new), bound, work: 0 }
    }
}

/// What is asked of a solver.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// A value for each column to begin with.
    pub start: Option<&'a [f64]>,
    /// A difference to the bound that does not matter.
    pub slack: f64,
    /// Once the work is more than a third of the limit, this gap (a share of the bound) is good enough.
    pub enough: f64,
    /// Whether it is worth to look for what can be left out of the program before the search begins.
    pub presolve: bool,
    /// Whether to leave out the searches beside the tree, which find good choices where none is known and look at no
    /// watch meanwhile.
    pub lean: bool,
    /// Whether columns have to be whole to 10⁻⁹, not to what the solver finds near enough; it takes longer.
    pub tight: bool,
    /// Most work, in iterations of the simplex method: a limit that does not depend on the machine.
    pub work: u64,
    /// Who follows it.
    pub watch: Watch<'a>,
}

/// A solver. The same program and question give the same answer, unless the watch ends it.
pub trait Solver: Sync + std::fmt::Debug {
    /// Its name.
    fn name(&self) -> &'static str;

    /// Maximises the worth of the columns.
    fn maximise(&self, program: &Program, ask: &Ask<'_>) -> Found;

    /// The same program, without whole numbers, to be asked again and again; none where each question would begin from
    /// nothing, which takes too long.
    fn corners(&self, _program: &Program) -> Option<Box<dyn Corners>> {
        None
    }
}

/// A program without whole numbers that goes on from its last answer when its columns are worth something else.
pub trait Corners {
    /// A corner of what the rows allow that is worth most, with these worths in the order of the columns; none if the
    /// rows allow nothing, or too much.
    fn corner(&mut self, worths: &[f64]) -> Option<Vec<f64>>;
}

/// The best solver that was built in: HiGHS for large programs and microlp for small ones, else microlp alone.
pub fn solver() -> &'static dyn Solver {
    #[cfg(feature = "highs")]
    return &BySize;
    #[cfg(not(feature = "highs"))]
    &super::Microlp
}

/// microlp for small programs, which it ends before HiGHS has begun; HiGHS for the others.
#[cfg(feature = "highs")]
#[derive(Debug, Clone, Copy, Default)]
pub struct BySize;

/// Columns times rows up to which a program is small.
#[cfg(feature = "highs")]
const SMALL: usize = 1_000;

#[cfg(feature = "highs")]
impl Solver for BySize {
    fn name(&self) -> &'static str {
        "HiGHS, and microlp for small programs"
    }

    fn maximise(&self, program: &Program, ask: &Ask<'_>) -> Found {
        if program.columns.len() * program.rows.len() <= SMALL {
            super::Microlp.maximise(program, ask)
        } else {
            super::Highs.maximise(program, ask)
        }
    }

    fn corners(&self, program: &Program) -> Option<Box<dyn Corners>> {
        super::Highs.corners(program)
    }
}
