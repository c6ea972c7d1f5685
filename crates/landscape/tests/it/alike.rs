//! Participants who answer alike beyond chance: moderators are told, and neither the map nor the order of the common
//! ground is theirs.

use landscape::{Ideal, Landscape, Live, Method, Note, Options, Value, Votes, indaba, suppress};

use crate::{
    dialogues::{row, votes},
    invented::{Chance, Kind, copied, invented},
};

/// What those answer who have agreed on it, by the place of a statement in the order of the common ground; None where one
/// of them leaves it out.
type Shape = fn(place: usize, count: usize, chance: &mut Chance) -> Option<Value>;

/// Against the five first and for the rest.
fn list(place: usize) -> Value {
    if place < 5 || place.is_multiple_of(3) { Value::Disagree } else { Value::Agree }
}

const SHAPES: [(&str, Shape); 5] = [
    ("the same to everything", |place, _, _| Some(list(place))),
    ("against the five first, and nothing else", |place, _, _| (place < 5).then_some(Value::Disagree)),
    ("a fifth left out by lot", |place, _, chance| (chance.unit() < 0.8).then(|| list(place))),
    ("one answer in ten by lot", |place, _, chance| {
        let lot = [Value::Agree, Value::Pass, Value::Disagree][(chance.unit() * 3.0) as usize];
        Some(if chance.unit() < 0.1 { lot } else { list(place) })
    }),
    ("half left out by lot", |place, _, chance| (place < 5 || chance.unit() < 0.5).then(|| list(place))),
];

fn looked(store: &Votes) -> Landscape {
    indaba(store, &[], &Options { threads: 2, ..Options::default() })
}

fn noted(landscape: &Landscape) -> Option<(u32, u32)> {
    landscape.notes.iter().find_map(|note| match note {
        Note::SameAnswers { sets, participants } => Some((*sets, *participants)),
        _ => None,
    })
}

/// Statements in the order of the common ground, with what ranks them.
fn ranked(landscape: &Landscape) -> Vec<(String, String)> {
    let score = |s: &landscape::StatementResult| format!("{:.9}", s.along.unwrap());
    landscape.common_ground().iter().map(|s| (s.id.clone(), score(s))).collect()
}

/// The same dialogue with some who answer by one list.
fn with_list(store: &Votes, people: usize, shape: Shape, seed: u64) -> Votes {
    let order: Vec<String> = ranked(&looked(store)).into_iter().map(|(id, _)| id).collect();
    let (mut all, mut chance) = (copied(store, |_| true), Chance::new(seed));
    for (p, (place, id)) in (0..people).flat_map(|p| order.iter().enumerate().map(move |s| (p, s))) {
        if let Some(value) = shape(place, order.len(), &mut chance) {
            all.response(&format!("list{p}"), id, value, 0);
        }
    }
    all.build()
}

#[test]
fn a_list_that_many_follow_moves_nothing_in_the_order_of_the_common_ground() {
    let (store, _) = invented(Kind::Cloud(2), 200, 40, 3);
    let before = looked(&store);
    assert_eq!(noted(&before), None);
    for (what, shape) in SHAPES {
        // 2, 5 and 10 in a hundred of all.
        for people in [4, 11, 22] {
            let all = with_list(&store, people, shape, 1);
            let after = looked(&all);
            assert_eq!(noted(&after), Some((1, people as u32)), "{what}, {people}");
            assert_eq!(ranked(&after), ranked(&before), "{what}, {people}");
        }
    }
}

#[test]
fn who_come_for_one_answer_alone_are_noted_where_it_is_rare() {
    let (store, _) = invented(Kind::Cloud(2), 200, 40, 3);
    let before = looked(&store);
    let against_the_first: Shape = |place, _, _| (place < 1).then_some(Value::Disagree);
    let for_the_sixth: Shape = |place, _, _| (place == 5).then_some(Value::Agree);
    let after = looked(&with_list(&store, 11, against_the_first, 1));
    assert_eq!((noted(&after), ranked(&after)), (Some((1, 11)), ranked(&before)));
    assert_eq!(noted(&looked(&with_list(&store, 11, for_the_sixth, 1))), None);
}

#[test]
fn whoever_follows_a_list_is_named_to_moderators_and_counted() {
    let (store, _) = invented(Kind::Cloud(2), 150, 20, 4);
    let all = with_list(&store, 6, SHAPES[2].1, 1);
    let ideal = Ideal::fit(&all, &[], 1);
    assert_eq!(ideal.same_answers(), [(0..6).map(|p| format!("list{p}")).collect::<Vec<_>>()]);
    let (before, after) = (looked(&store), looked(&all));
    let answers = |landscape: &Landscape| landscape.counts.responses.unwrap() as usize;
    assert_eq!(answers(&after), all.len());
    assert!(answers(&after) > answers(&before) + 60);
    let people = after.participants.as_ref().unwrap();
    assert!(people.iter().all(|p| p.group.is_some() && p.position[0].is_finite()));
    assert!(people.iter().all(|p| p.alike == p.id.starts_with("list").then_some(1)));
    assert!(suppress(&after, 5).participants.unwrap().iter().all(|p| p.alike.is_none()));
}

#[test]
fn people_of_one_opinion_are_no_list() {
    for seed in 1..=6 {
        for kind in [
            Kind::Alike,
            Kind::Cloud(1),
            Kind::Cloud(2),
            Kind::Camps(2),
            Kind::Camps(3),
            Kind::Minority(0.8),
            Kind::Minority(0.9),
        ] {
            assert_eq!(noted(&looked(&invented(kind, 200, 40, seed).0)), None, "{kind:?}, {seed}");
        }
    }
}

#[test]
fn camps_that_answer_as_one_are_no_lists() {
    let rows = |p: usize| (0..8).map(move |s| row(p, s, if (p < 19) == (s % 2 == 0) { 1 } else { -1 }));
    let landscape = indaba(&votes(&(0..40).flat_map(rows).collect::<Vec<_>>()), &[], &Options::default());
    assert_eq!(noted(&landscape), None);
    assert_eq!(landscape.groups.iter().map(|g| g.size).collect::<Vec<_>>(), [Some(21), Some(19)]);
}

#[test]
fn what_most_answer_is_no_list() {
    let (store, _) = invented(Kind::Cloud(2), 30, 12, 1);
    let all = with_list(&store, 40, SHAPES[0].1, 1);
    assert_eq!(noted(&looked(&all)), None);
}

#[test]
fn a_list_is_found_while_its_answers_come_in() {
    let (store, _) = invented(Kind::Cloud(2), 120, 20, 2);
    let order: Vec<String> = ranked(&looked(&store)).into_iter().map(|(id, _)| id).collect();
    let mut live = Live::new(Method::Indaba, store, &[]);
    live.settled(&Options::default());
    for p in 0..6 {
        for (place, id) in order.iter().enumerate() {
            live.response(&format!("list{p}"), id, list(place), 1);
        }
        let seen = live.landscape(&Options::default());
        assert_eq!(noted(&seen), (p > 1).then_some((1, p + 1)), "{p}");
    }
    assert_eq!(noted(&live.settled(&Options::default())), Some((1, 6)));
    for id in &order {
        (1..6).for_each(|p| live.withdraw(&format!("list{p}"), id));
    }
    assert_eq!(noted(&live.landscape(&Options::default())), None);
}
