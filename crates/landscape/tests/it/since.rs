//! Two points in time.

use landscape::{Direction, Landscape, Options, Value, Votes, polis, suppress};

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
