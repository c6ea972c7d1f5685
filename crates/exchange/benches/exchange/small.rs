//! The assignment against brute force: every assignment there is, on a thousand small cases.

use crate::row;
use exchange::Points;
use exchange::assign::{Edge, assign};

pub fn run() {
    let mut chance = 1_u64;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((chance >> 33) % below) as u32
    };
    let equal = (0..1_000).filter(|_| {
        let people: Vec<u32> = (0..4).map(|_| next(4)).collect();
        let capacities: Vec<u32> = (0..4).map(|_| next(3)).collect();
        let mut edges: Vec<Edge> =
            (0..9).map(|_| Edge { need: next(4), offer: next(4), points: Points(1 + next(8)) }).collect();
        edges.sort_unstable();
        edges.dedup_by_key(|edge| (edge.need, edge.offer));
        let found = assign(&people, &capacities, &edges);
        brute(&people, &capacities, &edges) == (found.served, found.worst, found.total)
    });
    let equal = equal.count();
    row("assignment equals brute force, small cases of 1,000", &equal.to_string(), "1000", equal == 1_000);
}

fn brute(people: &[u32], capacities: &[u32], edges: &[Edge]) -> (usize, Points, u64) {
    let worth = |set: u32| {
        let taken: Vec<&Edge> = edges.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, e)| e).collect();
        let needs = (0..).zip(people).all(|(n, p)| taken.iter().filter(|e| e.need == n).count() <= *p as usize);
        let offers = (0..).zip(capacities).all(|(o, c)| taken.iter().filter(|e| e.offer == o).count() <= *c as usize);
        let best = |n: u32| taken.iter().filter(|e| e.need == n).map(|e| e.points).max();
        let bests: Vec<Points> = (0..people.len() as u32).filter_map(best).collect();
        let total = taken.iter().map(|e| u64::from(e.points.0)).sum();
        (needs && offers).then(|| (bests.len(), bests.iter().min().copied().unwrap_or_default(), total))
    };
    (0..1 << edges.len()).filter_map(worth).max().unwrap_or_default()
}
