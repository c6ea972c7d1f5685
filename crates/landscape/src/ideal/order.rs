//! An order of the participants, and lots for them, by what they answered: whatever they are called and however they
//! are listed, the same answers give the same figures, to the last bit.

use crate::{Votes, chance};

/// Sums are made in this order, samples are its beginning, and what is drawn by lot depends on these lots alone.
#[derive(Debug)]
pub(super) struct Order {
    /// Places of the participants in [`Votes::participants`], in order.
    pub places: Vec<usize>,
    /// By place. Those with the same answers are told apart by a running number: which of them is which is of no account.
    pub lots: Vec<u64>,
}

impl Order {
    pub(super) fn of(votes: &Votes) -> Self {
        let count = votes.participants().len();
        let mut keyed: Vec<(u64, usize)> = (0..count).map(|p| (mixed(votes.cells(p).iter().copied()), p)).collect();
        keyed.sort_unstable_by(|(a, p), (b, q)| {
            a.cmp(b).then_with(|| votes.cells(*p).cmp(votes.cells(*q))).then_with(|| p.cmp(q))
        });
        let mut lots = vec![0; count];
        for alike in keyed.chunk_by(|(a, p), (b, q)| a == b && votes.cells(*p) == votes.cells(*q)) {
            for (copy, (key, p)) in alike.iter().enumerate() {
                lots[*p] = chance::mix(*key, copy as u64);
            }
        }
        Self { places: keyed.into_iter().map(|(_, p)| p).collect(), lots }
    }

    /// For each place where it stands in the order.
    pub(super) fn ranks(&self) -> Vec<Option<usize>> {
        let mut ranks = vec![None; self.places.len()];
        self.places.iter().enumerate().for_each(|(rank, place)| ranks[*place] = Some(rank));
        ranks
    }

    /// Those in order who answered the same as the one before.
    pub(super) fn copies<'a>(&'a self, votes: &'a Votes) -> impl Iterator<Item = usize> + 'a {
        let same = |rank: &usize| votes.cells(self.places[*rank]) == votes.cells(self.places[rank - 1]);
        (1..self.places.len()).filter(same)
    }

    /// Those who can be told into groups: with so many answers, or at least so many of the most active.
    pub(super) fn most_active(&self, votes: &Votes, answers: usize, wanted: usize) -> Vec<usize> {
        let able: Vec<usize> = self.places.iter().copied().filter(|p| votes.count(*p) >= answers).collect();
        if able.len() >= wanted {
            return able;
        }
        let mut by_activity = self.places.clone();
        by_activity.sort_by_key(|p| std::cmp::Reverse(votes.count(*p)));
        by_activity.truncate(wanted);
        by_activity
    }
}

/// One number from a row.
pub(super) fn mixed(row: impl Iterator<Item = u32>) -> u64 {
    row.fold(0, |sum, x| chance::mix(sum, u64::from(x)))
}
