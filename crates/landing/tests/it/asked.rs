//! What can be asked beyond the best packages, each against brute force: leximin, concessions, why not, prices, the
//! frontier, alternatives, draws.

use crate::brute::{judge, problem};
use landing::engine::{Status, Watch, solver};
use landing::problem::Relation;
use landing::{Case, Claim, Ladder, Objective, Package, Problem, Settings, Starts};

fn ladder<'a>(case: &'a Case<'a>, levels: u32) -> Ladder<'a> {
    Ladder { case, settings: Settings { levels, ..Settings::default() }, solver: solver(), watch: Watch::idle() }
}

fn best(case: &Case<'_>, objective: Objective) -> Package {
    ladder(case, 0).best(objective, &Starts::default())
}

/// All packages of a problem that obey its rows.
fn lawful(problem: &Problem) -> Vec<Vec<bool>> {
    let count = problem.measures.len();
    let packages = (1_u32..1 << count).map(|bits| (0..count).map(|i| bits >> i & 1 == 1).collect::<Vec<bool>>());
    packages.filter(|package| judge(problem, package).lawful).collect()
}

fn sorted(case: &Case<'_>, package: &[bool]) -> Vec<i64> {
    let choice = case.cells().complete(package);
    let mut gains: Vec<i64> = case.touched().into_iter().map(|p| case.gains()[p].at(&choice)).collect();
    gains.sort_unstable();
    gains
}

#[test]
fn leximin_compares_sorted_gains() {
    let mut compared = 0;
    for seed in 0..200 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let package = ladder(&case, 1000).best(Objective::Maxmin, &Starts::default());
        let expected = lawful(&problem).iter().map(|package| sorted(&case, package)).max();
        assert_eq!(package.choice.as_ref().map(|choice| sorted(&case, choice)), expected, "seed {seed}");
        compared += usize::from(expected.is_some());
    }
    assert!(compared > 50);
}

/// Points below the floors of parties, judged from the rows; none where relations, budget or spheres do not hold.
fn conceded(case: &Case<'_>, package: &[bool]) -> Option<i64> {
    let found = case.concessions(&case.cells().complete(package));
    found.others.is_empty().then_some(found.points)
}

#[test]
fn the_least_concessions_are_the_least() {
    for seed in 0..200 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let count = problem.measures.len();
        let packages = (1_u32..1 << count).map(|bits| (0..count).map(|i| bits >> i & 1 == 1).collect::<Vec<bool>>());
        let expected = packages.filter_map(|package| conceded(&case, &package)).min();
        let found = ladder(&case, 0).least_concessions();
        assert_eq!(found.as_ref().map(|found| found.points), expected, "seed {seed}");
        let Some(found) = found else { continue };
        assert_eq!(found.status.as_deref(), Some("optimal"), "seed {seed}");
        assert_eq!(found.points == 0, !lawful(&problem).is_empty(), "seed {seed}");
        assert_eq!(found.parties.iter().map(|party| party.points).sum::<i64>(), found.points);
    }
}

#[test]
fn why_not_says_what_is_lost_or_who_forbids_it() {
    let (mut lost, mut forbidden) = (0, 0);
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let ladder = ladder(&case, 0);
        let total = best(&case, Objective::Total);
        let packages = lawful(&problem);
        for (m, measure) in problem.measures.iter().enumerate() {
            let why = ladder.why(&measure.id, total.total).unwrap();
            let with = packages.iter().filter(|package| package[m]);
            let expected = with.map(|package| judge(&problem, package).gains.iter().sum::<i64>()).max();
            assert_eq!(why.total, expected, "seed {seed}, {}", measure.id);
            match expected {
                Some(value) => assert_eq!(why.lost, total.total.map(|total| total - value)),
                None => smallest(&case, m, &why.claims),
            }
            lost += usize::from(expected.is_some());
            forbidden += usize::from(expected.is_none());
        }
    }
    assert!(lost > 50 && forbidden > 50, "{lost} {forbidden}");
}

/// Whether a claim only says what a synergy is.
fn joins(case: &Case<'_>, claim: &Claim) -> bool {
    let relations = &case.problem().relations;
    matches!(claim, Claim::Relation { relation, .. } if matches!(relations[*relation], Relation::Synergy { .. }))
}

#[test]
fn a_row_forbids_a_column_where_no_choice_with_it_obeys_the_row() {
    let mut forbidden = 0;
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let units = case.model().columns();
        let choices: Vec<Vec<bool>> =
            (0_u32..1 << units).map(|bits| (0..units).map(|i| bits >> i & 1 == 1).collect()).collect();
        for row in case.model().rows() {
            for column in 0..units {
                let obeyed = choices.iter().any(|choice| choice[column] && row.holds(choice));
                assert_eq!(row.forbids(column), !obeyed, "seed {seed}, {}, {column}", row.name);
                forbidden += usize::from(!obeyed);
            }
        }
    }
    assert!(forbidden > 10, "{forbidden}");
}

#[test]
fn a_glance_tells_at_which_tolerance_there_is_a_package() {
    let (mut there, mut none) = (0, 0);
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        for tolerance in 0..3 {
            let (glance, step) = (ladder(&case, 0).glance(tolerance), ladder(&case, 0).step(tolerance));
            assert_eq!(glance.total.is_some(), step.total.is_some(), "seed {seed}, {tolerance}");
            assert!(glance.total <= step.total, "seed {seed}, {tolerance}: {glance:?} {step:?}");
            there += usize::from(glance.total.is_some());
            none += usize::from(glance.status == "none exists");
        }
    }
    assert!(there > 10 && none > 10, "{there} {none}");
}

#[test]
fn a_red_line_against_a_measure_is_the_reason_that_is_given() {
    let mut seen = 0;
    for seed in 0..200 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        for line in problem.red_lines.iter().filter_map(|line| line.measure.as_deref()) {
            let why = ladder(&case, 0).why(line, None).unwrap();
            let named = |claim: &Claim| matches!(claim, Claim::RedLine { measure: Some(m), .. } if m == line);
            assert!(why.claims.len() == 1 && named(&why.claims[0]), "seed {seed}, {line}: {:?}", why.claims);
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

/// With the measure in, the claims can't hold together, and without any one of them they can. What a synergy is always
/// holds, and is no reason.
fn smallest(case: &Case<'_>, measure: usize, claims: &[Claim]) {
    let hold = |choice: &[bool], left_out: Option<&Claim>| {
        let rows = case.model().rows().iter().zip(case.claims());
        let counts = |c: &Claim| joins(case, c) || (claims.contains(c) && Some(c) != left_out);
        rows.filter(|(_, c)| counts(c)).all(|(row, _)| row.holds(choice))
    };
    let units = case.model().columns();
    let with = |bits: &u32| bits >> measure & 1 == 1;
    let any = |out: Option<&Claim>| {
        let mut choices = (0_u32..1 << units).filter(with).map(|bits| (0..units).map(|i| bits >> i & 1 == 1).collect());
        choices.any(|choice: Vec<bool>| hold(&choice, out))
    };
    assert!(!claims.iter().any(|claim| joins(case, claim)), "{claims:?}");
    assert!(!any(None), "{claims:?} can hold together");
    for claim in claims {
        assert!(any(Some(claim)), "{claim:?} of {claims:?} is not needed");
    }
}

#[test]
fn the_frontier_has_every_point_and_none_extra() {
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let points = ladder(&case, 0).frontiers();
        let of = |package: &Vec<bool>| {
            let choice = case.cells().complete(package);
            let least = sorted(&case, package).first().copied().unwrap_or(0);
            let sphere = case.spheres().iter().map(|sphere| sphere.at(&choice)).min().unwrap_or(0);
            (
                case.total().at(&choice),
                [("worst_party", least), ("cost", -case.cost().at(&choice)), ("worst_sphere", sphere)],
            )
        };
        let all: Vec<_> = lawful(&problem).iter().map(of).collect();
        for axis in 0..3 {
            let name = ["worst_party", "cost", "worst_sphere"][axis];
            let pairs: Vec<(i64, i64)> = all.iter().map(|(total, others)| (*total, others[axis].1)).collect();
            let beaten = |a: &(i64, i64)| pairs.iter().any(|b| b != a && b.0 >= a.0 && b.1 >= a.1);
            let mut expected: Vec<_> = pairs.iter().filter(|pair| !beaten(pair)).copied().collect();
            expected.sort_by(|a, b| b.cmp(a));
            expected.dedup();
            let sign = if name == "cost" { -1 } else { 1 };
            let found: Vec<_> =
                points.iter().filter(|p| p.against == name).map(|p| (p.total, sign * p.value)).collect();
            assert_eq!(found, expected, "seed {seed}, {name}");
        }
    }
}

#[test]
fn alternatives_are_lawful_different_and_nearly_as_good() {
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let Some(choice) = best(&case, Objective::Total).choice else { continue };
        let total = case.total().at(&choice);
        let found = ladder(&case, 0).alternatives(&choice, 4, 0.2);
        let least = total - (total as f64 * 0.2).floor() as i64;
        let good = lawful(&problem).into_iter().filter(|p| case.total().at(&case.cells().complete(p)) >= least).count();
        assert_eq!(found.len(), good.min(4), "seed {seed}");
        for (i, package) in found.iter().enumerate() {
            assert!(package.total >= Some(least) && package.worse == Some(0), "seed {seed}");
            assert!(found[..i].iter().all(|other| other.measures != package.measures), "seed {seed}");
        }
    }
}

/// A problem in which nobody doubts anything: one assessor, and low, mode and high the same.
fn certain(seed: u64) -> Problem {
    let mut problem = problem(seed);
    for e in &mut problem.effects {
        (e.low, e.high, e.by) = (e.mode, e.mode, None);
    }
    problem.effects.dedup_by(|a, b| (&a.measure, &a.party, &a.sphere) == (&b.measure, &b.party, &b.sphere));
    for relation in &mut problem.relations {
        if let Relation::Synergy { effects, .. } = relation {
            for e in effects {
                (e.low, e.high) = (e.mode, e.mode);
            }
        }
    }
    problem
}

#[test]
fn where_nothing_is_unsure_draws_change_nothing() {
    let mut compared = 0;
    for problem in (0..40).map(certain) {
        let case = Case::new(&problem, None).unwrap();
        let Some(choice) = best(&case, Objective::Total).choice else { continue };
        assert!((ladder(&case, 0).robustness(&choice, 20).stands - 1.0).abs() < 1e-12);
        compared += 1;
    }
    assert!(compared > 10);
}

#[test]
fn draws_repeat() {
    for seed in 0..20 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let Some(choice) = best(&case, Objective::Total).choice else { continue };
        let twice = [0, 1].map(|_| ladder(&case, 0).robustness(&choice, 30));
        assert_eq!(twice[0], twice[1]);
        assert!(twice[0].measures.iter().all(|share| (0.0..=1.0).contains(&share.share)));
    }
}

#[test]
fn the_curve_never_falls() {
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let totals: Vec<Option<i64>> = (0..4).map(|t| ladder(&case, 0).step(t).total).collect();
        assert!(totals.is_sorted(), "seed {seed}: {totals:?}");
    }
}

#[test]
fn an_efficient_package_can_not_be_bettered() {
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let Some(choice) = best(&case, Objective::Maxmin).choice else { continue };
        let answer = ladder(&case, 0).efficient(&choice);
        assert_eq!(answer.status, Status::Optimal);
        let gains = |choice: &[bool]| case.gains().iter().map(|g| g.at(choice)).collect::<Vec<_>>();
        let own = gains(&choice);
        let expected = lawful(&problem)
            .iter()
            .map(|package| gains(&case.cells().complete(package)))
            .filter(|other| other.iter().zip(&own).all(|(a, b)| a >= b))
            .map(|other| other.iter().sum::<i64>())
            .max();
        assert_eq!(Some(answer.value as i64), expected, "seed {seed}");
    }
}

#[test]
fn a_ledger_adds_up_to_the_gain() {
    for seed in 0..60 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let Some(choice) = best(&case, Objective::Total).choice else { continue };
        for (p, party) in problem.parties.iter().enumerate() {
            let sum: i64 = case.ledger(&party.id, &choice).iter().map(|entry| entry.mode).sum();
            assert_eq!(sum, case.gains()[p].at(&choice), "seed {seed}, {}", party.id);
        }
    }
}
