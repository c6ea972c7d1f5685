//! What is plain before anything is searched, against brute force.

use crate::brute::{judge, problem};
use landing::{Case, Plain, Problem};
use serde_json::{Value, json};

fn said(change: impl FnOnce(&mut Value)) -> Vec<Plain> {
    let mut problem = json!({
        "schema": "indaba/measures/1", "spheres": ["labour"],
        "parties": [{"id": "a", "name": "A"}],
        "measures": [{"id": "x", "name": "X", "cost": 4}, {"id": "y", "name": "Y", "cost": 2}],
        "effects": [
            {"measure": "x", "party": "a", "sphere": "labour", "low": 1, "mode": 2, "high": 3},
            {"measure": "y", "party": "a", "sphere": "labour", "low": 1, "mode": 1, "high": 3}
        ]
    });
    change(&mut problem);
    let problem = Problem::read(problem.to_string().as_bytes()).unwrap();
    let notes = Case::new(&problem, None).unwrap().notes();
    assert!(notes.iter().all(|note| note.text == note.plain.to_string() && !note.text.is_empty()));
    notes.into_iter().map(|note| note.plain).collect()
}

/// Measures that are said to be barred, with what they need.
fn barred(notes: &[Plain]) -> Vec<(&str, &[String])> {
    let mut found = Vec::new();
    for plain in notes {
        if let Plain::Barred { measure, needs, .. } = plain {
            found.push((measure.as_str(), needs.as_slice()));
        }
    }
    found
}

#[test]
fn of_a_problem_with_something_to_choose_nothing_is_said() {
    assert_eq!(said(|_| ()), []);
}

#[test]
fn what_is_empty_is_said() {
    assert_eq!(said(|p| (p["measures"], p["effects"]) = (json!([]), json!([]))), [Plain::NoMeasures]);
    assert_eq!(said(|p| (p["parties"], p["effects"]) = (json!([]), json!([]))), [Plain::NoParties]);
    assert_eq!(said(|p| (p["spheres"], p["effects"]) = (json!([]), json!([]))), [Plain::NoSpheres]);
    assert_eq!(said(|p| p["effects"] = json!([])), [Plain::NoEffects]);
    let zero = json!({"measure": "x", "party": "a", "sphere": "labour", "low": -1, "mode": 0, "high": 1});
    assert_eq!(said(|p| p["effects"] = json!([zero])), [Plain::NoEffects]);
}

#[test]
fn measures_that_can_not_be_in_are_said_with_what_they_need() {
    let notes = said(|p| p["red_lines"] = json!([{"party": "a", "measure": "x"}, {"party": "a", "measure": "y"}]));
    assert_eq!(notes[0], Plain::AllBarred);
    assert_eq!(barred(&notes), [("x", &[][..]), ("y", &[])]);
    let notes = said(|p| p["relations"] = json!([{"kind": "at_most", "measures": ["x", "y"], "k": 0}]));
    assert_eq!((&notes[0], barred(&notes).len()), (&Plain::AllBarred, 2));
    let notes = said(|p| {
        let (requires, excludes) = (["x", "y"], ["y", "x"]);
        p["relations"] =
            json!([{"kind": "requires", "measures": requires}, {"kind": "excludes", "measures": excludes}]);
    });
    assert_eq!(barred(&notes), [("x", &["y".to_owned()][..])]);
    assert!(!notes.iter().any(Plain::rules_out), "y can be in: {notes:?}");
    let notes = said(|p| p["budget"] = json!(1));
    assert!(notes[0] == Plain::AllBarred && notes[0].rules_out(), "{notes:?}");
    assert_eq!(barred(&said(|p| p["budget"] = json!(3))), [("x", &[][..])]);
}

#[test]
fn a_floor_that_nothing_reaches_is_said_with_what_can_be_reached() {
    let most = |notes: Vec<Plain>| match notes.as_slice() {
        [Plain::OutOfReach { most, .. }, ..] => Some(*most),
        _ => None,
    };
    assert_eq!(most(said(|p| p["red_lines"] = json!([{"party": "a", "sphere": "labour", "floor": 3}]))), None);
    assert_eq!(most(said(|p| p["red_lines"] = json!([{"party": "a", "sphere": "labour", "floor": 4}]))), Some(3));
    assert_eq!(most(said(|p| p["red_lines"] = json!([{"party": "a", "floor": 4}]))), Some(3));
    let barred = json!([{"party": "a", "floor": 2}, {"party": "a", "measure": "x"}]);
    assert_eq!(most(said(|p| p["red_lines"] = barred)), Some(1), "what is barred gives nothing");
}

/// The problem with nothing but what can bar a measure.
fn bare(problem: &Problem) -> Problem {
    let mut bare = problem.clone();
    bare.effects.clear();
    bare.red_lines.retain(|line| line.measure.is_some());
    bare.relations.retain(|relation| !matches!(relation, landing::problem::Relation::Synergy { .. }));
    bare
}

#[test]
fn it_equals_brute_force() {
    let (mut some, mut all, mut far) = (0, 0, 0);
    for seed in 0..600 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let notes: Vec<Plain> = case.notes().into_iter().map(|note| note.plain).collect();
        let count = problem.measures.len();
        let packages: Vec<Vec<bool>> =
            (1_u32..1 << count).map(|bits| (0..count).map(|i| bits >> i & 1 == 1).collect()).collect();
        let bare = bare(&problem);
        let allowed: Vec<&Vec<bool>> = packages.iter().filter(|package| judge(&bare, package).lawful).collect();
        let never = (0..count).filter(|m| !allowed.iter().any(|package| package[*m]));
        let never: Vec<&str> = never.map(|m| problem.measures[m].id.as_str()).collect();
        assert_eq!(barred(&notes).iter().map(|(measure, _)| *measure).collect::<Vec<_>>(), never, "seed {seed}");
        assert_eq!(notes.contains(&Plain::AllBarred), never.len() == count, "seed {seed}");
        if notes.iter().any(Plain::rules_out) {
            assert!(!packages.iter().any(|package| judge(&problem, package).lawful), "seed {seed}: {notes:?}");
        }
        some += usize::from(!never.is_empty());
        all += usize::from(never.len() == count);
        far += usize::from(notes.iter().any(|plain| matches!(plain, Plain::OutOfReach { .. })));
    }
    assert!(some > 100 && all > 10 && far > 10, "{some} {all} {far}");
}
