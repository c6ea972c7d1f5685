//! Participants may be called and listed as one likes: the same answers give the same figures, to the last bit.

use std::collections::BTreeMap;

use landscape::{Landscape, Live, Method, Options, Participant, Value, Votes, indaba};
use proptest::prelude::*;

use crate::{
    dialogues::{Dialogue, dialogue, votes},
    invented::{Chance, Kind, invented},
};

/// A name that tells nothing of the one before, and comes elsewhere in the order of names.
fn pseudonym(id: &str, seed: u64) -> String {
    let number = id.bytes().fold(seed, |sum, byte| sum * 31 + u64::from(byte));
    format!("{:x}-{id}", Chance::new(number).unit().to_bits())
}

/// A landscape without names, and the figures of each participant by name.
fn parted(landscape: Landscape) -> (String, BTreeMap<String, Participant>) {
    let mut landscape = landscape;
    let people = landscape.participants.take().unwrap_or_default();
    (landscape.to_json(), people.into_iter().map(|p| (p.id.clone(), Participant { id: String::new(), ..p })).collect())
}

fn assert_same(own: Landscape, other: Landscape, name: impl Fn(&str) -> String) -> Result<(), TestCaseError> {
    let ((own, people), (other, others)) = (parted(own), parted(other));
    prop_assert_eq!(own, other);
    let renamed: BTreeMap<String, Participant> = people.into_iter().map(|(id, p)| (name(&id), p)).collect();
    prop_assert_eq!(renamed, others);
    Ok(())
}

fn renamed(d: &Dialogue, name: impl Fn(&str) -> String) -> Dialogue {
    let mut other = d.clone();
    other.rows.iter_mut().for_each(|row| row.0 = name(&row.0));
    other.rows.reverse();
    other.groups = d.groups.as_ref().map(|of| of.iter().map(|(id, g)| (name(id), g.clone())).collect());
    other.blocs.values_mut().for_each(|members| *members = members.iter().map(|id| name(id)).collect());
    other
}

fn with_names(store: &Votes, name: impl Fn(&str) -> String) -> Votes {
    let mut other = Votes::builder();
    for (p, id) in store.participants().iter().enumerate().rev() {
        store.responses(p).for_each(|r| _ = other.response(&name(id), &store.statements()[r.statement], r.value, r.at));
    }
    other.build()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn other_names_give_the_same_figures(d in dialogue(), seed in 0..1000u64, k in 1..6usize) {
        let name = |id: &str| pseudonym(id, seed);
        let compute = |d: &Dialogue| indaba(&votes(&d.rows), &d.statements, &Options { min_group: k, ..d.options() });
        assert_same(compute(&d), compute(&renamed(&d, name)), name)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Large enough for a choice between dimensions, groups, and several blocks of work; some answer the same.
    #[test]
    fn other_names_change_neither_dimensions_nor_groups(
        kind in prop_oneof![Just(Kind::Alike), Just(Kind::Cloud(2)), Just(Kind::Camps(2)), Just(Kind::Camps(3))],
        seed in 1..1000u64,
    ) {
        let name = |id: &str| pseudonym(id, seed);
        let mut all = Votes::builder();
        let (store, _) = invented(kind, 300, 30, seed);
        for (p, id) in store.participants().iter().enumerate() {
            for r in store.responses(p) {
                all.response(id, &store.statements()[r.statement], r.value, r.at);
                // Some of them once more, and three of them often enough to be told.
                let copies = if p % 100 == 0 { 4 } else { usize::from(p % 20 == 0) };
                for copy in 0..copies {
                    all.response(&format!("{copy} again {id}"), &store.statements()[r.statement], r.value, r.at);
                }
            }
        }
        let own = all.build();
        let with = |votes: &Votes, threads| indaba(votes, &[], &Options { threads, ..Options::default() });
        let landscape = with(&own, 1);
        let sets = landscape.participants.iter().flatten().filter_map(|p| p.alike).max();
        prop_assert_eq!(sets, Some(3));
        assert_same(landscape, with(&with_names(&own, name), 2), name)?;
    }
}

/// What is settled after changes is the batch of the same answers, whatever everybody is called.
#[test]
fn a_dialogue_that_went_on_is_the_same_under_other_names() {
    let (store, _) = invented(Kind::Camps(2), 120, 20, 4);
    let settled = |name: &dyn Fn(&str) -> String| {
        let mut live = Live::new(Method::Indaba, with_names(&store, name), &[]);
        live.landscape(&Options::default());
        for s in 0..5 {
            live.response(&name("7"), &s.to_string(), Value::Agree, 9);
            live.response(&name("newcomer"), &s.to_string(), Value::Disagree, 9);
        }
        live.landscape(&Options::default());
        live.settled(&Options::default())
    };
    let name = |id: &str| pseudonym(id, 5);
    assert_same(settled(&str::to_owned), settled(&name), name).unwrap();
}
