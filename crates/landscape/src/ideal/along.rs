//! Support from one end of the map to the other.

use crate::{Votes, ground};

/// Places along the first axis, from the outermost tenth of the participants on one side to that on the other.
const PLACES: usize = 5;

/// For each statement the geometric mean of the lower bounds of its support at five places along the axis. Each
/// participant counts at the two places beside their rank, so that nobody is cut off from their neighbours, and with
/// the voice that [`super::same::voices`] gives them.
pub(super) fn along(votes: &Votes, people: &[[f64; 2]], voices: &[f64]) -> Vec<f64> {
    let mut sums = vec![[[0.0f64; 2]; PLACES]; votes.statements().len()];
    for (p, rank) in ranks(people, voices).into_iter().enumerate() {
        let at = ((rank - 0.1) / 0.8).clamp(0.0, 1.0) * (PLACES - 1) as f64;
        let left = (at.floor() as usize).min(PLACES - 2);
        let share = at - left as f64;
        for cell in votes.cells(p).iter().filter(|cell| **cell % 3 != 1) {
            let side = (cell % 3 / 2) as usize;
            let sum = &mut sums[(cell / 3) as usize];
            sum[left][side] += voices[p] * (1.0 - share);
            sum[left + 1][side] += voices[p] * share;
        }
    }
    let bound = |[disagree, agree]: &[f64; 2]| ground::weighted(*agree, *disagree).low.max(1e-3);
    sums.iter().map(|sum| (sum.iter().map(|s| bound(s).ln()).sum::<f64>() / PLACES as f64).exp()).collect()
}

/// Rank of each participant along the first axis, in 0..1, counted in voices; those at one place share theirs.
fn ranks(people: &[[f64; 2]], voices: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by(|a, b| people[*a][0].total_cmp(&people[*b][0]));
    let all: f64 = voices.iter().sum();
    let mut ranks = vec![0.5; people.len()];
    let mut below = 0.0;
    for here in order.chunk_by(|a, b| people[*a][0] >= people[*b][0]) {
        let voice: f64 = here.iter().map(|p| voices[*p]).sum();
        for p in here {
            ranks[*p] = (below + voice / 2.0) / all;
        }
        below += voice;
    }
    ranks
}
