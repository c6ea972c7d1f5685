//! How many needs can get somebody, and how good the worst of their best persons can be.

use super::Edge;
use crate::reason::Points;

/// The greatest number of needs that can get somebody, and the greatest points such that as many can get somebody
/// with at least these points.
pub(super) fn served(needs: usize, capacities: &[u32], edges: &[Edge]) -> (usize, Points) {
    let most = Matching::new(needs, capacities, edges, Points(0)).size();
    let mut values: Vec<Points> = edges.iter().map(|edge| edge.points).collect();
    values.sort_unstable();
    values.dedup();
    // The number served falls with the limit, so that the last limit that serves as many is found by halving.
    let enough = |limit: &Points| Matching::new(needs, capacities, edges, *limit).size() == most;
    let (mut from, mut to) = (0, values.len());
    while to - from > 1 {
        let middle = from.midpoint(to);
        if enough(&values[middle]) {
            from = middle;
        } else {
            to = middle;
        }
    }
    (most, if most == 0 { Points(0) } else { values.get(from).copied().unwrap_or_default() })
}

/// A matching of needs with offers, one offer a need, over the edges with at least so many points.
struct Matching<'a> {
    capacities: &'a [u32],
    /// For each need the offers that it could have.
    offers: Vec<Vec<u32>>,
    /// For each need the offer that it has.
    has: Vec<Option<u32>>,
    /// For each offer the needs that have it.
    given: Vec<Vec<u32>>,
}

impl<'a> Matching<'a> {
    fn new(needs: usize, capacities: &'a [u32], edges: &[Edge], limit: Points) -> Self {
        let mut offers = vec![Vec::new(); needs];
        for edge in edges.iter().filter(|edge| edge.points >= limit) {
            offers[edge.need as usize].push(edge.offer);
        }
        Self { capacities, offers, has: vec![None; needs], given: vec![Vec::new(); capacities.len()] }
    }

    /// Searches augmenting paths in rounds. An offer that a search of a round has seen leads nowhere for the others
    /// of that round, so a round looks at each edge once; rounds go on while one finds anything.
    fn size(mut self) -> usize {
        loop {
            let mut seen = vec![false; self.capacities.len()];
            let waiting: Vec<u32> =
                (0..self.has.len() as u32).filter(|need| self.has[*need as usize].is_none()).collect();
            let found = waiting.into_iter().filter(|need| self.augment(*need, &mut seen)).count();
            if found == 0 {
                return self.has.iter().flatten().count();
            }
        }
    }

    /// Breadth first from a need without offer to an offer with room.
    fn augment(&mut self, start: u32, seen: &mut [bool]) -> bool {
        // Needs as they were reached, each with the place of the need before it and the offer between the two.
        let mut reached: Vec<(u32, usize)> = vec![(start, 0)];
        let mut next = 0;
        while let Some((need, _)) = reached.get(next).copied() {
            for place in 0..self.offers[need as usize].len() {
                let offer = self.offers[need as usize][place];
                if std::mem::replace(&mut seen[offer as usize], true) {
                    continue;
                }
                if self.given[offer as usize].len() < self.capacities[offer as usize] as usize {
                    self.shift(&reached, next, offer);
                    return true;
                }
                reached.extend(self.given[offer as usize].iter().map(|other| (*other, next)));
            }
            next += 1;
        }
        false
    }

    /// Gives the offer to the need at this place of the path, what that one had to the need before it, and so on.
    fn shift(&mut self, reached: &[(u32, usize)], mut at: usize, mut offer: u32) {
        loop {
            let (need, before) = reached[at];
            let had = self.has[need as usize].replace(offer);
            self.given[offer as usize].push(need);
            let Some(had) = had else { return };
            self.given[had as usize].retain(|other| *other != need);
            (at, offer) = (before, had);
        }
    }
}
