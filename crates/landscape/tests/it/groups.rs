//! Groups of few participants: said where there are some, only there, and again without a tenth of them.

use landscape::{Landscape, Options, Votes, indaba};

use crate::{
    again::{again, median},
    invented::{Kind, invented},
};

fn computed(votes: &Votes, threads: usize) -> Landscape {
    indaba(votes, &[], &Options { threads, ..Options::default() })
}

#[test]
fn camps_are_said_and_said_again_without_a_tenth() {
    for (camps, people) in [(2, 120), (3, 240)] {
        for seed in 1..=2 {
            let (all, _) = invented(Kind::Camps(camps), people, 40, seed);
            let whole = computed(&all, 2);
            assert!(whole.stable, "{people} in {camps} camps, seed {seed}");
            assert_eq!(whole.groups.len(), camps);
            let index = median(&again(&all, &whole));
            assert!(index >= 0.8, "{people} in {camps} camps, seed {seed}: {index}");
        }
    }
}

#[test]
fn who_differs_by_degrees_or_not_at_all_is_one_group_nineteen_times_in_twenty() {
    for kind in [Kind::Alike, Kind::Cloud(1), Kind::Cloud(2)] {
        let of =
            |people: usize| (1..=20).filter(move |s| computed(&invented(kind, people, 30, *s).0, 2).stable).count();
        let said: Vec<usize> = [20, 60, 120].map(of).to_vec();
        assert!(said.iter().sum::<usize>() <= 3, "{kind:?}: {said:?} of 20 each");
    }
}

#[test]
fn groups_do_not_depend_on_the_number_of_threads() {
    let (all, _) = invented(Kind::Camps(2), 120, 40, 1);
    let [one, two] = [1, 2].map(|threads| computed(&all, threads).to_json());
    assert!(one.contains("\"stable\": true") || one.contains("\"stable\":true"));
    assert_eq!(one, two);
}
