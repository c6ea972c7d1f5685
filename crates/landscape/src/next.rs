//! Which statement to show next.

use crate::chance;

/// A statement that a participant has not responded to yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate<'a> {
    /// Id of the statement.
    pub id: &'a str,
    /// Responses so far.
    pub responses: u32,
    /// Its priority in the last landscape; None for one that was not in it.
    pub priority: Option<f64>,
}

/// The statement to show next: the one with the fewest responses, weighted by the landscape's priority.
///
/// Responses count between half and double according to priority (relative to the median of the candidates), so that
/// a statement that the landscape would learn from comes earlier, but none is starved: whatever its priority, it comes
/// before any other has four times as many responses. Equal ones are told apart by participant and seed, so that not
/// everybody gets the same one at the same time, and a participant who comes back gets the same one again.
///
/// ```
/// use landscape::{next, Candidate};
/// let seen_by = |id, responses| Candidate { id, responses, priority: None };
/// assert_eq!(next(&[seen_by("1", 7), seen_by("2", 3)], "ana", 1), Some("2"));
/// ```
pub fn next<'a>(candidates: &[Candidate<'a>], participant: &str, seed: u64) -> Option<&'a str> {
    let usual = median(candidates);
    let who = chance::of_text(participant, seed);
    let key = |c: &Candidate| (c.cost(usual), chance::of_text(c.id, who));
    let best = candidates
        .iter()
        .map(|c| (key(c), c.id))
        .min_by(|((a, x), i), ((b, y), j)| a.total_cmp(b).then(x.cmp(y)).then(i.cmp(j)));
    best.map(|(_, id)| id)
}

impl Candidate<'_> {
    fn priority(&self) -> Option<f64> {
        self.priority.filter(|p| p.is_finite() && *p >= 0.0)
    }

    fn cost(&self, usual: f64) -> f64 {
        let priority = self.priority().unwrap_or(usual);
        let share = if priority + usual > 0.0 { priority / (priority + usual) } else { 0.5 };
        (f64::from(self.responses) + 1.0) / (0.5 + 1.5 * share)
    }
}

fn median(candidates: &[Candidate]) -> f64 {
    let mut known: Vec<f64> = candidates.iter().filter_map(Candidate::priority).collect();
    known.sort_by(f64::total_cmp);
    known.get(known.len() / 2).copied().unwrap_or(1.0)
}
