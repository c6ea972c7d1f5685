//! Prices of red lines, against brute force: each alone, those of a bloc together, and the fewest parties whose claims hold
//! the total down.

use crate::brute::{Chance, judge, problem};
use landing::engine::{Ask, Found, Program, Solver, Watch, solver};
use landing::problem::RedLine;
use landing::{Case, Ladder, Objective, Package, Price, Problem, Settings, Without};
use std::collections::BTreeSet;

fn ladder<'a>(case: &'a Case<'a>, solver: &'a dyn Solver) -> Ladder<'a> {
    Ladder { case, settings: Settings::default(), solver, watch: Watch::idle() }
}

fn best(case: &Case<'_>) -> Package {
    ladder(case, solver()).best(Objective::Total, &ladder(case, solver()).starts(false))
}

/// A problem with more red lines than others have, some of them twice or in the shadow of stricter ones, and two blocs.
fn lined(seed: u64) -> Problem {
    let (c, mut problem) = (&mut Chance::new(seed + 7), problem(seed));
    for (i, party) in problem.parties.iter_mut().enumerate() {
        party.bloc = (i < 3).then(|| ["north", "south"][i % 2].to_owned());
    }
    for _ in 0..c.below(6) {
        let pick = |c: &mut Chance, of: usize| c.below(of as u64) as usize;
        let party = problem.parties[pick(c, problem.parties.len())].id.clone();
        let mut line = RedLine { party, sphere: None, measure: None, floor: None };
        match c.below(3) {
            0 => line.sphere = Some(problem.spheres[pick(c, problem.spheres.len())].clone()),
            1 => line.measure = Some(problem.measures[pick(c, problem.measures.len())].id.clone()),
            _ => line.floor = Some(c.below(5) as i64 - 1),
        }
        problem.red_lines.push(line);
    }
    problem
}

/// The largest total over all packages that the words of the specification allow.
fn largest(problem: &Problem) -> Option<i64> {
    let count = problem.measures.len();
    let packages = (1_u32..1 << count).map(|bits| (0..count).map(|i| bits >> i & 1 == 1).collect::<Vec<bool>>());
    let lawful = packages.map(|package| judge(problem, &package)).filter(|judged| judged.lawful);
    lawful.map(|judged| judged.gains.iter().sum::<i64>()).max()
}

fn without(problem: &Problem, lines: &[usize]) -> Problem {
    let mut problem = problem.clone();
    let kept = problem.red_lines.iter().enumerate().filter(|(i, _)| !lines.contains(i));
    problem.red_lines = kept.map(|(_, line)| line.clone()).collect();
    problem
}

#[test]
fn prices_are_differences_of_best_totals() {
    let (mut free, mut dear, mut impossible) = (0, 0, 0);
    for seed in 0..250 {
        let problem = lined(seed);
        let case = Case::new(&problem, None).unwrap();
        let best = best(&case);
        let prices = ladder(&case, solver()).prices(&best);
        let of_lines: Vec<&Price> = prices.iter().filter(|price| price.kind == "red_line").collect();
        assert_eq!(of_lines.len(), problem.red_lines.len(), "seed {seed}");
        for price in prices.iter().filter(|price| price.kind != "veto") {
            let expected = largest(&without(&problem, &price.red_lines));
            assert_eq!(price.total, expected, "seed {seed}, {price:?}");
            assert_eq!(price.price, expected.zip(best.total).map(|(a, b)| a - b), "seed {seed}, {price:?}");
            assert_eq!(price.status, if expected.is_some() { "optimal" } else { "none exists" }, "seed {seed}");
            free += usize::from(price.price == Some(0));
            dear += usize::from(price.price > Some(0));
            impossible += usize::from(price.total.is_none());
        }
    }
    assert!(free > 100 && dear > 30 && impossible > 100, "{free} {dear} {impossible}");
}

#[test]
fn no_smaller_coalition_holds_the_total_down() {
    let (mut found, mut several) = (0, 0);
    for seed in 0..100 {
        let problem = lined(seed);
        let case = Case::new(&problem, None).unwrap();
        let best = best(&case);
        let prices = ladder(&case, solver()).prices(&best);
        let total = |parties: BTreeSet<usize>| {
            let out = Without { parties, ..Without::default() };
            self::best(&case.without(&out)).total
        };
        let veto = prices.iter().find(|price| price.kind == "veto");
        let place = |id: &String| problem.parties.iter().position(|p| p.id == *id).unwrap();
        if let Some(veto) = veto {
            assert!(veto.total > best.total, "seed {seed}");
            assert_eq!(veto.total, total(veto.parties.iter().map(place).collect()), "seed {seed}");
            found += 1;
            several += usize::from(veto.parties.len() > 1);
        }
        let fewest = veto.map_or(problem.parties.len() + 1, |veto| veto.parties.len());
        let all = (0_u32..1 << problem.parties.len()).filter(|set| (set.count_ones() as usize) < fewest);
        for set in all {
            let parties = (0..problem.parties.len()).filter(|p| set >> p & 1 == 1).collect();
            assert!(total(parties) <= best.total, "seed {seed}");
        }
    }
    assert!(found > 30 && several > 3, "{found} {several}");
}

#[test]
fn a_price_that_was_not_worked_out_is_no_price() {
    for seed in 0..40 {
        let problem = lined(seed);
        let case = Case::new(&problem, None).unwrap();
        let best = best(&case);
        let (stop, quiet) = (|| true, |_| ());
        let stopped = Ladder { watch: Watch::new(&stop, &quiet), ..ladder(&case, &Still) };
        for price in stopped.prices(&best) {
            let expected = largest(&without(&problem, &price.red_lines));
            let told = price.price.is_some() || price.status == "none exists";
            assert!(!told || price.total == expected, "seed {seed}: {price:?}");
        }
    }
}

#[test]
fn two_who_forbid_the_same_stand_together_in_the_coalition() {
    let effect = |measure: &str, party: &str| serde_json::json!({"measure": measure, "party": party, "sphere": "s", "low": 1, "mode": 1, "high": 1});
    let party = |id: &str| serde_json::json!({"id": id, "name": id, "bloc": "north"});
    let problem = serde_json::json!({
        "schema": "indaba/measures/1", "spheres": ["s"], "parties": [party("a"), party("b")],
        "measures": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "effects": [effect("x", "a"), effect("y", "b")],
        "red_lines": [{"party": "a", "measure": "x"}, {"party": "b", "measure": "x"}]
    });
    let problem = Problem::read(problem.to_string().as_bytes()).unwrap();
    let case = Case::new(&problem, None).unwrap();
    let prices = ladder(&case, solver()).prices(&best(&case));
    let told = |price: &Price| (price.kind, price.parties.len(), price.price);
    let expected = [("red_line", 1, Some(0)), ("red_line", 1, Some(0)), ("bloc", 2, Some(1)), ("veto", 2, Some(1))];
    assert_eq!(prices.iter().map(told).collect::<Vec<_>>(), expected);
}

/// A solver whose time is always over.
#[derive(Debug)]
struct Still;

impl Solver for Still {
    fn name(&self) -> &'static str {
        "still"
    }

    fn maximise(&self, _: &Program, _: &Ask<'_>) -> Found {
        Found { proof: landing::engine::Proof::Stopped, values: None, bound: f64::INFINITY, work: 0 }
    }
}
