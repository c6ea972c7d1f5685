//! Who has a voice on the map and in the order of the common ground: all but those who answer alike beyond chance.
//!
//! It may be several accounts of one person, or an agreed list: a warning for moderators, never a verdict, and all their
//! answers stand in every count, share and band. But whoever has many accounts turns the map and moves the order no more
//! than whoever has none. A group of delegations that votes as one loses nothing when it is declared as a bloc: no
//! statement goes before what its lower bound in any declared bloc allows.
//!
//! They have to answer more alike than is expected twice: by a model without axes, which nobody can turn, and by the map
//! as the others have drawn it, on which an opinion that is held by people is known from those who hold it less exactly.

use super::{cells::Cells, expected::Expected, fit::Model, lists, order::Order, priors::Purpose, same, space::Fitted};
use crate::Note;

/// The note, if there are such sets.
pub(super) fn note(sets: &[Vec<usize>]) -> Option<Note> {
    let participants = sets.iter().map(Vec::len).sum::<usize>() as u32;
    (participants > 0).then_some(Note::SameAnswers { sets: sets.len() as u32, participants })
}

/// For each participant whether they have none.
pub(super) fn silent(sets: &[Vec<usize>], participants: usize) -> Vec<bool> {
    let mut silent = vec![false; participants];
    sets.iter().flatten().for_each(|p| silent[*p] = true);
    silent
}

/// Sets of participants, by place, who answer more alike than a model without any axis expects: of each statement how
/// many agree and pass, of each participant how readily they do. None where they are more than half of all: then there
/// are camps that answer as one, and nobody else to draw a map.
pub(super) fn suspected(cells: &Cells, order: &Order, threads: usize) -> Vec<Vec<usize>> {
    let without_axes = Model::<1>::start(cells, &[], Purpose::Map);
    let sets = alike(&mut Expected::new(Box::new(without_axes), cells), &order.places, threads);
    let suspected: usize = sets.iter().map(Vec::len).sum();
    if 2 * suspected <= cells.participants() { sets } else { Vec::new() }
}

/// Those of them who answer more alike, too, than a model expects that was fitted to the others.
pub(super) fn confirmed(
    suspected: &[Vec<usize>],
    model: &dyn Fitted,
    cells: &Cells,
    order: &Order,
    threads: usize,
) -> Vec<Vec<usize>> {
    let mut expected = Expected::new(model.copy(), cells);
    let ranks = order.ranks();
    let mut together = Together::new(cells.participants());
    for set in suspected {
        let mut who = set.clone();
        who.sort_by_key(|p| ranks[*p]);
        for set in alike(&mut expected, &who, threads) {
            // Against a map that they did not draw those stand out, too, who left much of the list out.
            let others = lists::followers(&mut expected, &set, &order.places);
            together.join(&[set, others].concat());
        }
    }
    together.sets()
}

/// Sets of those among `who`, in order, who answer the same or follow a list.
fn alike(expected: &mut Expected, who: &[usize], threads: usize) -> Vec<Vec<usize>> {
    let mut together = Together::new(expected.participants());
    for set in same::sets(expected, who) {
        let others = lists::followers(expected, &set, who);
        together.join(&[set, others].concat());
    }
    for set in lists::sets(expected, who, threads) {
        together.join(&set);
    }
    together.sets()
}

/// Participants, by place, who belong together: each knows another of their set, and the first knows itself.
struct Together(Vec<usize>);

impl Together {
    fn new(participants: usize) -> Self {
        Self((0..participants).collect())
    }

    fn first(&mut self, mut p: usize) -> usize {
        while self.0[p] != p {
            self.0[p] = self.0[self.0[p]];
            p = self.0[p];
        }
        p
    }

    fn join(&mut self, set: &[usize]) {
        for pair in set.windows(2) {
            let (a, b) = (self.first(pair[0]), self.first(pair[1]));
            self.0[a.max(b)] = a.min(b);
        }
    }

    /// Sets of two and more, ascending.
    fn sets(&mut self) -> Vec<Vec<usize>> {
        let mut keyed: Vec<(usize, usize)> = (0..self.0.len()).map(|p| (self.first(p), p)).collect();
        keyed.sort_unstable();
        let sets = keyed.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() > 1);
        sets.map(|set| set.iter().map(|(_, p)| *p).collect()).collect()
    }
}
