//! Two points in time.

use std::collections::BTreeMap;

use landscape::{Direction, Landscape, Lineage, Options, Value, Votes, polis, suppress};
use proptest::prelude::*;

use crate::dialogues::statements;

/// So many agree with the first statement, of forty; all agree with the second, and half with the others.
fn told(agree: usize, count: usize) -> landscape::Landscape {
    let mut votes = Votes::builder();
    for p in 0..40 {
        for s in 0..count {
            let yes = match s {
                0 => p < agree,
                1 => true,
                _ => (p + s).is_multiple_of(2),
            };
            votes.response(&p.to_string(), &s.to_string(), if yes { Value::Agree } else { Value::Disagree }, 0);
        }
    }
    // One group of all, so that common ground is support.
    let groups = Some((0..40).map(|p| (p.to_string(), "A".to_string())).collect());
    polis(&votes.build(), &statements(count), &Options { groups, ..Options::default() })
}

#[test]
fn what_surely_moved_comes_first_and_what_is_new_last() {
    let (before, now) = (told(6, 4), told(34, 5));
    let since = now.since(&before);
    assert_eq!(since.counts.map(|c| c.statements), [4, 5]);
    let order: Vec<(&str, Option<Direction>)> =
        since.statements.iter().map(|s| (s.statement.as_str(), s.moved)).collect();
    let still = ["1", "2", "3", "4"].map(|s| (s, None));
    assert_eq!(order, [&[("0", Some(Direction::Agree))], &still[..]].concat());
    assert_eq!(before.since(&now).statements[0].moved, Some(Direction::Disagree));
    assert!(since.statements[4].before.is_none());
    let near = told(8, 4).since(&before);
    assert!(near.statements.iter().all(|s| s.moved.is_none()), "two more of forty are no surprise");
    assert_eq!(near.statements[0].statement, "0");
}

#[test]
fn what_may_not_be_told_of_one_is_not_told_of_two() {
    let (before, now) = (suppress(&told(6, 4), 50), told(34, 4));
    let since = now.since(&before);
    assert!(since.statements.iter().all(|s| s.moved.is_none()));
}

#[test]
fn what_is_taken_out_is_in_no_comparison() {
    let mut now = told(34, 4);
    now.statements[0].moderated = -1;
    let since = now.since(&told(6, 4));
    let first = since.statements.iter().find(|s| s.statement == "0").map(|s| (s.before.is_some(), s.now.is_some()));
    assert_eq!(first, Some((true, false)));
}

#[test]
fn an_outline_says_the_same_of_what_moved_and_nothing_of_participants() {
    let (before, now) = (told(6, 4), told(34, 5));
    let kept = Landscape::from_json(&before.outline().to_json()).unwrap();
    assert_eq!(now.since(&kept), now.since(&before));
    assert!(kept.participants.is_none() && kept.groups[0].statements.is_empty() && kept.groups[0].center.is_some());
    assert!(kept.to_json().len() < before.to_json().len() / 2);
}

/// Participants 0, 1, 2, ... in these groups, as given.
fn grouped(groups: &[(&str, usize)]) -> Landscape {
    let labels: Vec<&str> = groups.iter().flat_map(|(name, size)| std::iter::repeat_n(*name, *size)).collect();
    let mut votes = Votes::builder();
    let mut given = BTreeMap::new();
    for (p, label) in labels.iter().enumerate().filter(|(_, label)| !label.is_empty()) {
        votes.response(&p.to_string(), "0", Value::Agree, 0);
        given.insert(p.to_string(), (*label).to_string());
    }
    polis(&votes.build(), &statements(1), &Options { groups: Some(given), ..Options::default() })
}

/// As it would have been found.
fn found(groups: &[(&str, usize)]) -> Landscape {
    let mut landscape = grouped(groups);
    landscape.notes.clear();
    landscape
}

fn fates(before: &[(&str, usize)], now: &[(&str, usize)]) -> String {
    let since = grouped(now).since(&grouped(before));
    let told =
        |l: &Lineage| format!("{}={} {:?} {}", l.group, l.same.as_deref().unwrap_or("-"), l.fate, l.parts.join("+"));
    since.lineages.map(|of| of.iter().map(told).collect::<Vec<_>>().join(", ")).join(" | ")
}

#[test]
fn groups_are_followed_by_who_is_in_them() {
    let two = [("A", 30), ("B", 20)];
    assert_eq!(fates(&two, &[("B", 30), ("A", 20)]), "A=B Same B, B=A Same A | A=B Same B, B=A Same A");
    assert_eq!(
        fates(&two, &[("A", 18), ("C", 12), ("B", 20)]),
        "A=A Split A+C, B=B Same B | A=A Same A, B=B Same B, C=- Split A"
    );
    assert_eq!(
        fates(&[("A", 20), ("B", 20), ("C", 9)], &[("X", 40), ("Y", 9)]),
        "A=X Same X, B=- Merged X, C=Y Same Y | X=A Merged A+B, Y=C Same C"
    );
    assert_eq!(
        fates(&[("A", 20), ("B", 20), ("C", 9)], &[("A", 20), ("B", 20), ("", 9), ("D", 9)]),
        "A=A Same A, B=B Same B, C=- Gone  | A=A Same A, B=B Same B, D=- New "
    );
    // Three parts of which none is half of it: the name goes with none.
    assert_eq!(
        fates(&[("A", 30), ("B", 9)], &[("X", 10), ("Y", 10), ("Z", 10), ("B", 9)]),
        "A=- Split X+Y+Z, B=B Same B | B=B Same B, X=- Split A, Y=- Split A, Z=- Split A"
    );
}

#[test]
fn one_group_is_none_to_be_followed() {
    assert_eq!(fates(&[("A", 30)], &[("A", 20), ("B", 10)]), " | A=- New , B=- New ");
    let mut public = found(&[("A", 30), ("B", 20)]);
    public.participants = None;
    assert_eq!(found(&[("A", 30), ("B", 20)]).since(&public).lineages, [vec![], vec![]]);
}

#[test]
fn a_group_keeps_its_name_where_most_of_it_stayed() {
    let before = found(&[("A", 30), ("B", 40)]).members();
    let now = found(&[("B", 25), ("C", 5), ("A", 40), ("D", 8)]).named(&before);
    let sizes: Vec<(&str, Option<u32>)> = now.groups.iter().map(|g| (g.id.as_str(), g.size)).collect();
    assert_eq!(sizes, [("B", Some(40)), ("A", Some(25)), ("C", Some(5)), ("D", Some(8))]);
    let at =
        |p: usize| now.participants.as_ref().unwrap().iter().find(|q| q.id == p.to_string()).unwrap().group.clone();
    assert_eq!([0, 26, 35, 72].map(at), ["A", "C", "B", "D"].map(|g| Some(g.to_string())));
    let given = grouped(&[("B", 30), ("A", 40)]);
    assert_eq!(given.clone().named(&before), given, "a label that was given is nobody's to change");
    assert_eq!(found(&[("B", 30), ("A", 40)]).named(&BTreeMap::default()), found(&[("B", 30), ("A", 40)]));
}

proptest! {
    #[test]
    fn naming_twice_is_naming_once_and_no_name_stands_twice(
        then in proptest::collection::vec(0..4usize, 60), now in proptest::collection::vec(0..4usize, 60)
    ) {
        let landscape = |of: &[usize]| {
            found(&of.iter().map(|g| (["A", "B", "C", "D"][*g], 1)).collect::<Vec<_>>())
        };
        let before = landscape(&then).members();
        let named = landscape(&now).named(&before);
        prop_assert_eq!(named.clone().named(&before), named.clone());
        let mut ids: Vec<&String> = named.groups.iter().map(|g| &g.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), named.groups.len());
    }
}
