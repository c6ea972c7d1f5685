//! Tiny problems get plain answers.

use landing::engine::{Ask, Corners, Found, Microlp, Program, Solver, Status, Watch, solver};
use landing::{Case, Ladder, Objective, Package, Problem, Settings};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

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

/// microlp, with an ear to how often a long search asks for corners.
#[derive(Debug, Default)]
struct Heard(AtomicUsize);

impl Solver for Heard {
    fn name(&self) -> &'static str {
        Microlp.name()
    }

    fn maximise(&self, program: &Program, ask: &Ask<'_>) -> Found {
        Microlp.maximise(program, ask)
    }

    fn corners(&self, _: &Program) -> Option<Box<dyn Corners>> {
        self.0.fetch_add(1, SeqCst);
        None
    }
}

/// So many measures, each worth 1 to one party, of which one of every few may be in.
fn one_of_every(few: usize, measures: usize) -> Problem {
    let ids: Vec<String> = (0..measures).map(|i| format!("m{i}")).collect();
    let pairs = |own: &[String]| {
        let own = own.to_vec();
        (0..own.len()).flat_map(move |b| (0..b).map(|a| json!([own[a], own[b]])).collect::<Vec<_>>())
    };
    let excludes = ids.chunks(few).flat_map(pairs).map(|pair| json!({"kind": "excludes", "measures": pair}));
    let effect = |id| json!({"measure": id, "party": "a", "sphere": "labour", "low": 1, "mode": 1, "high": 1});
    let problem = json!({
        "schema": "indaba/measures/1", "spheres": ["labour"], "parties": [{"id": "a", "name": "A"}],
        "measures": ids.iter().map(|id| json!({"id": id, "name": id})).collect::<Vec<_>>(),
        "effects": ids.iter().map(effect).collect::<Vec<_>>(), "relations": excludes.collect::<Vec<_>>()
    });
    Problem::read(problem.to_string().as_bytes()).unwrap()
}

/// Packages, with next to no work for the exact search, so that it settles nothing, and how many long searches there were.
fn hurried(problem: &Problem, objectives: &[Objective]) -> (Vec<Package>, usize) {
    let case = Case::new(problem, None).unwrap();
    let heard = Heard::default();
    let settings = Settings { work: 8, ..Settings::default() };
    let ladder = Ladder { case: &case, settings, solver: &heard, watch: Watch::idle() };
    let packages = ladder.all(objectives);
    (packages, heard.0.load(SeqCst))
}

#[test]
fn what_a_long_search_finds_serves_all_objectives() {
    // Of three measures one may be in, where the relaxed program has three halves.
    let (packages, searches) = hurried(&one_of_every(3, 39), &[Objective::Total; 3]);
    assert!(packages.iter().all(|p| p.total == Some(13) && p.proof == Status::Within), "{packages:?}");
    assert_eq!(searches, 1);
}

#[test]
fn where_next_to_nothing_is_known_every_objective_waits_for_the_long_search() {
    // A fifth of all that could be gained is less than a quarter.
    for objective in [Objective::Total, Objective::Nash, Objective::Maxmin] {
        let (packages, searches) = hurried(&one_of_every(5, 120), &[objective; 2]);
        assert!(packages.iter().all(|p| p.total == Some(24)), "{packages:?}");
        assert_eq!(searches, 1, "{objective:?}");
    }
}
