//! The dual of a program, which goes on from its last corner when the columns of the program are worth something else.
//!
//! There are far more rows than columns, so that its basis is small, and other worths are other limits, from which the dual
//! simplex method goes on: less than half of the time that the program itself takes.

use super::{Corners, Program};
use ::highs::{Col, HighsModelStatus, Model, RowProblem, Sense};

/// With the program as `min c·x, G·x ≥ b, 0 ≤ x ≤ h`: `min −b·y + h·u, Gᵀ·y − u − s = 0, s ≤ c, y ≥ 0, u ≥ 0`.
pub(super) struct Dual {
    model: Option<Model>,
    /// The columns `s`.
    limits: Vec<Col>,
    /// What each column of the program begins at.
    lows: Vec<f64>,
}

impl Dual {
    pub(super) fn of(program: &Program) -> Option<Self> {
        let (problem, limits) = turned(program);
        let mut model = problem.try_optimise(Sense::Minimise).ok()?;
        model.make_quiet();
        model.set_threads(std::num::NonZeroU32::MIN);
        let _ = model.try_set_option("solver", "simplex");
        let _ = model.try_set_option("random_seed", 1);
        let lows = program.columns.iter().map(|column| column.low).collect();
        Some(Self { model: Some(model), limits, lows })
    }
}

impl Corners for Dual {
    fn corner(&mut self, worths: &[f64]) -> Option<Vec<f64>> {
        let mut model = self.model.take()?;
        for (limit, worth) in self.limits.iter().zip(worths) {
            model.change_column_bounds(*limit, ..=-worth);
        }
        let solved = model.try_solve().ok()?;
        let found = (solved.status() == HighsModelStatus::Optimal).then(|| solved.get_solution().dual_rows().to_vec());
        self.model = Some(Model::from(solved));
        Some(found?.iter().zip(&self.lows).map(|(dual, low)| low - dual).collect())
    }
}

fn turned(program: &Program) -> (RowProblem, Vec<Col>) {
    let mut problem = RowProblem::default();
    let mut columns: Vec<Vec<(Col, f64)>> = vec![Vec::new(); program.columns.len()];
    for row in &program.rows {
        let begun: f64 = row.terms.iter().filter_map(|(c, a)| Some(a * program.columns.get(*c)?.low)).sum();
        for (sign, end) in [(1.0, row.low), (-1.0, row.high)].into_iter().filter(|(_, end)| end.is_finite()) {
            let dual = problem.add_column(-sign * (end - begun), 0.0..);
            for (c, a) in &row.terms {
                columns.get_mut(*c).into_iter().for_each(|terms| terms.push((dual, sign * a)));
            }
        }
    }
    let limits = program.columns.iter().zip(&mut columns).map(|(column, terms)| {
        let width = column.high - column.low;
        // A column without an end has no `u`.
        let over = width.is_finite().then(|| problem.add_column(width, 0.0..));
        let limit = problem.add_column(0.0, ..=0.0);
        terms.extend(over.into_iter().chain([limit]).map(|column| (column, -1.0)));
        limit
    });
    let limits = limits.collect();
    for terms in &columns {
        problem.add_row(0.0..=0.0, terms);
    }
    (problem, limits)
}
