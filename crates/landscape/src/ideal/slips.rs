//! Whether those who follow a list slip anywhere, or divide about something as people of one opinion do.
//!
//! Where these differ, they differ on some statements and never on others; of nearly every set that was found in real records,
//! without anybody who had agreed on anything, this is much the likelier. Whoever slips, slips on any statement. The slips
//! of n answers are drawn from an urn into which each comes back with one more of its kind (Pólya; Eggenberger 1923),
//! or with none.

use super::cells::Cells;

/// With how much of its kind a slip comes back, where people divide: a correlation of .2 of two answers to one statement.
const DIVIDED: f64 = 0.25;
/// Where a statement has more answers, the most common one is the list's.
const FEW: usize = 24;
/// Steps in which the rate of slips is narrowed down.
const STEPS: u32 = 30;
/// So much likelier, in logs, is a reason to believe it (Kass & Raftery 1995), and so much is nothing.
const REASON: f64 = 1.0;
const NOTHING: f64 = 1e-3;
/// Part of the answers that slip where hardly any do. Of three answers to each statement nobody can tell more.
const HARDLY: f64 = 0.02;

/// Whether there is reason to believe that they slip anywhere; or where they hardly slip at all, none to doubt it.
pub(super) fn fall_anywhere(cells: &Cells) -> bool {
    let statements: Vec<Answers> = cells.counts().into_iter().map(Answers::of).filter(|s| s.all > 1).collect();
    let likelier = likelihood(&statements, 0.0) - likelihood(&statements, DIVIDED);
    let sum = |of: fn(&Answers) -> usize| statements.iter().map(of).sum::<usize>() as f64;
    let slip = sum(|s| s.differ) / sum(|s| s.all).max(1.0);
    likelier >= REASON || (slip <= HARDLY && likelier >= -NOTHING)
}

/// Answers to a statement, and how many of them are not the most common one.
struct Answers {
    all: usize,
    differ: usize,
}

impl Answers {
    fn of(counts: [u32; 3]) -> Self {
        let all: u32 = counts.iter().sum();
        let differ = all - counts.iter().max().unwrap_or(&0);
        // Of the two answers other than the list's, one may be more common than the list's.
        Self { all: all as usize, differ: differ.min(all / 2) as usize }
    }

    /// Logarithm of how likely so many differ, but for a factor that does not depend on rate and urn.
    fn likelihood(&self, rate: f64, back: f64) -> f64 {
        let [a, b] = [self.differ, self.all - self.differ].map(|slips| drawn(self.all, slips, rate, back));
        if self.differ == self.all - self.differ { a } else { a.max(b) + (-(a - b).abs()).exp().ln_1p() }
    }
}

/// Logarithm of how likely one order of so many slips is in so many draws.
fn drawn(draws: usize, slips: usize, rate: f64, back: f64) -> f64 {
    let of = |count: usize, share: f64| (0..count).map(|i| (share + i as f64 * back).ln()).sum::<f64>();
    of(slips, rate) + of(draws - slips, 1.0 - rate) - of(draws, 1.0)
}

/// Logarithm, at the rate of slips at which as many differ as do.
fn likelihood(statements: &[Answers], back: f64) -> f64 {
    let differ: usize = statements.iter().map(|s| s.differ).sum();
    if differ == 0 {
        return 0.0;
    }
    let mut with = vec![0.0; statements.iter().map(|s| s.all).max().unwrap_or(0) + 1];
    for s in statements {
        with[s.all] += 1.0;
    }
    let expected = |rate: f64| with.iter().enumerate().map(|(all, with)| mean(all, *with, rate, back)).sum::<f64>();
    let (mut low, mut high) = (0.0, 0.5);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        *(if expected(middle) < differ as f64 { &mut low } else { &mut high }) = middle;
    }
    statements.iter().map(|s| s.likelihood(high, back)).sum()
}

/// How many are expected to differ from the most common of `all` answers, on `statements` with as many.
fn mean(all: usize, statements: f64, rate: f64, back: f64) -> f64 {
    if all > FEW || statements == 0.0 {
        return statements * all as f64 * rate;
    }
    let (mut mean, mut orders) = (0.0, 1.0);
    for slips in 0..=all {
        mean += orders * drawn(all, slips, rate, back).exp() * slips.min(all - slips) as f64;
        orders *= (all - slips) as f64 / (slips + 1) as f64;
    }
    statements * mean
}
