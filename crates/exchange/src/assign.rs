//! Who goes where: needs and offers with capacities, the worst-served need first, then the total.
//!
//! Of all assignments that break no capacity and give a person to a need at most once, [`assign`] finds one that
//! 1. gives somebody to as many needs as possible;
//! 2. among these, makes the worst of the needs' best persons as good as possible: of the needs that get somebody, the
//!    one whose best person has the least points;
//! 3. among these, has the greatest total of points.

mod flow;
mod worst;

use crate::reason::Points;

/// An offer that could take a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Place of the need.
    pub need: u32,
    /// Place of the offer.
    pub offer: u32,
    /// How well it fits.
    pub points: Points,
}

/// Who goes where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The edges that are taken, by need and offer.
    pub taken: Vec<Edge>,
    /// How many needs get somebody.
    pub served: usize,
    /// Of the needs that get somebody, the least points of a best person.
    pub worst: Points,
    /// Points of all edges taken.
    pub total: u64,
}

/// Assigns offers to needs. `people` says for each need how many it seeks, `capacities` for each offer how many needs
/// it can take. Edges to places that are not there, doubles and edges without points are left aside.
pub fn assign(people: &[u32], capacities: &[u32], edges: &[Edge]) -> Assignment {
    let real = |edge: &&Edge| {
        let (need, offer) = (people.get(edge.need as usize), capacities.get(edge.offer as usize));
        edge.points > Points(0) && need.is_some_and(|p| *p > 0) && offer.is_some_and(|c| *c > 0)
    };
    let mut edges: Vec<Edge> = edges.iter().filter(real).copied().collect();
    edges.sort_unstable_by_key(|edge| (edge.need, edge.offer, std::cmp::Reverse(edge.points)));
    edges.dedup_by_key(|edge| (edge.need, edge.offer));
    let (served, worst) = worst::served(people.len(), capacities, &edges);
    let taken = flow::best(people, capacities, &edges, worst);
    Assignment { served, worst, total: taken.iter().map(|edge| u64::from(edge.points.0)).sum(), taken }
}
