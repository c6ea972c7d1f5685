//! Tiny problems get plain answers.

use landing::engine::{Status, Watch, solver};
use landing::{Case, Ladder, Objective, Package, Problem, Settings};
use serde_json::{Value, json};

fn solved(change: impl FnOnce(&mut Value)) -> Vec<Package> {
    let mut problem = json!({
        "schema": "indaba/measures/1", "spheres": ["labour"], "parties": [{"id": "a", "name": "A"}],
        "measures": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "effects": [{"measure": "x", "party": "a", "sphere": "labour", "low": 1, "mode": 2, "high": 3}]
    });
    change(&mut problem);
    let problem = Problem::read(problem.to_string().as_bytes()).unwrap();
    let case = Case::new(&problem, None).unwrap();
    let ladder = Ladder { case: &case, settings: Settings::default(), solver: solver(), watch: Watch::idle() };
    ladder.all(&Objective::ALL)
}

fn proofs(packages: &[Package]) -> Vec<Status> {
    packages.iter().map(|p| p.proof).collect()
}

#[test]
fn one_party_takes_what_is_good() {
    let packages = solved(|_| ());
    assert_eq!(proofs(&packages), [Status::Optimal; 4]);
    assert!(packages.iter().all(|p| p.measures.contains(&"x".to_owned()) && p.total == Some(2) && p.worse == Some(0)));
}

#[test]
fn without_measures_none_exists() {
    let packages = solved(|p| {
        p["measures"] = json!([]);
        p["effects"] = json!([]);
    });
    assert_eq!(proofs(&packages), [Status::None; 4]);
    assert!(packages.iter().all(|p| p.measures.is_empty() && p.status == "none exists"));
}

#[test]
fn without_effects_a_package_changes_nothing_and_is_one() {
    let packages = solved(|p| p["effects"] = json!([]));
    assert_eq!(proofs(&packages), [Status::Optimal; 4]);
    assert!(packages.iter().all(|p| !p.measures.is_empty() && p.total == Some(0) && p.equal == Some(1)));
    assert!(packages.iter().all(|p| p.value.is_some_and(f64::is_sign_positive)), "0, not -0");
}

#[test]
fn without_parties_and_spheres_it_still_answers() {
    let packages = solved(|p| {
        p["parties"] = json!([]);
        p["spheres"] = json!([]);
        p["effects"] = json!([]);
    });
    assert_eq!(proofs(&packages), [Status::Optimal; 4]);
}

#[test]
fn relations_that_leave_nothing_are_a_proof() {
    let packages = solved(|p| {
        p["relations"] = json!([{"kind": "at_most", "measures": ["x", "y"], "k": 0}]);
    });
    assert_eq!(proofs(&packages), [Status::None; 4]);
}

#[test]
fn a_search_that_is_stopped_does_not_say_that_none_exists() {
    let problem = crate::brute::problem(7);
    let case = Case::new(&problem, None).unwrap();
    let (stop, quiet) = (|| true, |_| ());
    let watch = Watch::new(&stop, &quiet);
    let ladder = Ladder { case: &case, settings: Settings::default(), solver: solver(), watch };
    assert!(ladder.all(&Objective::ALL).iter().all(|p| p.choice.is_some() || p.proof != Status::Optimal));
}
