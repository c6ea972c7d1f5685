//! The assignment against brute force: every assignment there is, on small cases.

use std::cmp::Reverse;

use exchange::{
    Points,
    assign::{Assignment, Edge, assign},
};
use proptest::{collection::vec, prelude::*};

#[derive(Debug, Clone)]
struct Case {
    people: Vec<u32>,
    capacities: Vec<u32>,
    edges: Vec<Edge>,
}

/// Up to 4 needs and 4 offers with up to 9 edges; few values, so that ties are common.
fn case() -> impl Strategy<Value = Case> {
    let edge = (0..4u32, 0..4u32, prop_oneof![1..5u32, 1..1_000_000u32]);
    (vec(0..4u32, 1..5), vec(0..3u32, 1..5), vec(edge, 0..10)).prop_map(|(people, capacities, edges)| Case {
        people,
        capacities,
        edges: edges.into_iter().map(|(need, offer, points)| Edge { need, offer, points: Points(points) }).collect(),
    })
}

/// What an assignment is worth, as the documentation of `assign` puts it: compared in this order.
type Worth = (usize, Points, u64);

fn worth(case: &Case, taken: &[Edge]) -> Worth {
    let best = |need: u32| taken.iter().filter(|edge| edge.need == need).map(|edge| edge.points).max();
    let bests: Vec<Points> = (0..case.people.len() as u32).filter_map(best).collect();
    let worst = bests.iter().min().copied().unwrap_or_default();
    (bests.len(), worst, taken.iter().map(|edge| u64::from(edge.points.0)).sum())
}

fn is_within(case: &Case, taken: &[Edge]) -> bool {
    let needs = (0..).zip(&case.people).all(|(n, p)| taken.iter().filter(|e| e.need == n).count() <= *p as usize);
    let offers = (0..).zip(&case.capacities).all(|(o, c)| taken.iter().filter(|e| e.offer == o).count() <= *c as usize);
    let twice = taken.iter().any(|a| taken.iter().filter(|b| (a.need, a.offer) == (b.need, b.offer)).count() > 1);
    let there =
        taken.iter().all(|e| (e.need as usize) < case.people.len() && (e.offer as usize) < case.capacities.len());
    needs && offers && !twice && there
}

fn brute(case: &Case) -> Worth {
    let subsets = 0..1u32 << case.edges.len();
    let chosen = subsets.map(|set| {
        let taken = case.edges.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1);
        taken.map(|(_, edge)| *edge).collect::<Vec<_>>()
    });
    chosen.filter(|taken| is_within(case, taken)).map(|taken| worth(case, &taken)).max().unwrap()
}

fn told(assignment: &Assignment) -> Worth {
    (assignment.served, assignment.worst, assignment.total)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn equals_brute_force(case in case()) {
        let found = assign(&case.people, &case.capacities, &case.edges);
        prop_assert!(is_within(&case, &found.taken));
        prop_assert_eq!(worth(&case, &found.taken), told(&found));
        prop_assert_eq!(told(&found), brute(&case));
    }

    #[test]
    fn the_order_of_edges_changes_nothing(case in case()) {
        let mut turned = case.edges.clone();
        turned.reverse();
        prop_assert_eq!(
            assign(&case.people, &case.capacities, &case.edges),
            assign(&case.people, &case.capacities, &turned)
        );
    }
}

/// Larger cases, where brute force ends: no single exchange of edges makes an assignment better.
#[test]
fn a_crowded_case_can_not_be_improved_by_hand() {
    let people = vec![2; 60];
    let capacities = vec![1; 40];
    let edge = |need: u32, i: u32| Edge {
        need,
        offer: (need * 7 + i * i * 13) % 40,
        points: Points(1 + (need * 31 + i * 977) % 5_000),
    };
    let edges: Vec<Edge> = (0..60).flat_map(|need| (0..8).map(move |i| edge(need, i))).collect();
    let case = Case { people, capacities, edges };
    let found = assign(&case.people, &case.capacities, &case.edges);
    assert!(is_within(&case, &found.taken));
    assert_eq!(found.served, 40);
    for out in &found.taken {
        let rest: Vec<Edge> = found.taken.iter().filter(|edge| *edge != out).copied().collect();
        for other in case.edges.iter().filter(|edge| edge.need == out.need || edge.offer == out.offer) {
            let tried: Vec<Edge> = rest.iter().chain([other]).copied().collect();
            assert!(!is_within(&case, &tried) || worth(&case, &tried) <= told(&found));
        }
    }
    assert!(found.taken.is_sorted_by_key(|edge| (edge.need, edge.offer, Reverse(edge.points))));
}
