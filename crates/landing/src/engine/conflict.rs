//! Why nothing obeys the rows: a smallest set of rows that can't hold together.

use super::{Ask, Model, Program, Proof, Solver, Watch};

/// A set of rows that no choice obeys and of which none can be left out, by number: the deletion filter. None if some
/// choice obeys all rows, or if the watch ended the search before that was known.
///
/// `free` are the rows that may be named, in the order in which they are tried without: what comes last stays most
/// often. All other rows are taken as given.
pub fn conflict(
    model: &Model,
    free: &[usize],
    work: u64,
    solver: &dyn Solver,
    watch: &Watch<'_>,
) -> Option<Vec<usize>> {
    let broken = |kept: &[bool]| {
        let program = Program::of(&model.keeping(|i| kept.get(i).copied().unwrap_or(false)));
        let (slack, enough, watch) = (0.999, 1.0, watch.quiet());
        let ask = Ask { start: None, slack, enough, presolve: true, lean: false, tight: false, work, watch };
        solver.maximise(&program, &ask).proof == Proof::Infeasible
    };
    let mut kept = vec![true; model.rows().len()];
    if !broken(&kept) {
        return None;
    }
    let mut block = (free.len() / 2).max(1);
    loop {
        for rows in free.chunks(block) {
            if watch.stops() {
                return None;
            }
            let before = kept.clone();
            for i in rows {
                kept[*i] = false;
            }
            if kept != before && !broken(&kept) {
                kept = before;
            }
        }
        if block == 1 {
            break;
        }
        block = (block / 4).max(1);
    }
    Some((0..kept.len()).filter(|i| kept[*i] && free.contains(i)).collect())
}
