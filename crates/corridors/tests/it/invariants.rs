//! What holds whatever is moved.

use crate::{code, model, scenario};
use corridors::{Lever, Move, Outcome, Pattern, Projection, Scenario, Subject};
use proptest::prelude::*;

fn world(run: &Projection, outcome: Outcome, year: i32) -> f64 {
    run.figure(outcome, None, year).unwrap()
}

/// Nobody is made or lost, no figure is unusable, and what one country loses another gains.
fn holds(run: &Projection) {
    let years: Vec<i32> = run.years().collect();
    for year in &years {
        assert!(world(run, Outcome::NetMigration, *year).abs() < 1e-3, "net migration of the world in {year}");
        let (came, left) = (world(run, Outcome::Arrivals, *year), world(run, Outcome::Departures, *year));
        assert!((came - left).abs() < 1e-6 * came.max(1.0));
        let stock: f64 = run.stocks(*year).map(|(_, _, people)| people).sum();
        if *year > years[0] {
            let before = world(run, Outcome::Immigrants, year - 1);
            assert!((stock - before).abs() < 1e-6 * stock, "a stock is what the year before left");
        }
        for outcome in Outcome::ALL {
            for place in run.countries().iter().copied().map(Some).chain([None]) {
                let value = run.figure(*outcome, place, *year).unwrap();
                assert!(value.is_finite(), "{outcome:?} of {place:?} in {year}");
                let signed = [Outcome::NetMigration, Outcome::Poverty, Outcome::CollegeHome].contains(outcome);
                assert!(signed || value >= 0.0, "{outcome:?} of {place:?} in {year} is {value}");
            }
        }
    }
}

#[test]
fn the_baseline_conserves_people() {
    holds(&model().baseline());
}

#[test]
fn no_lever_moved_is_the_baseline_bit_for_bit() {
    assert!(model().run(&Scenario::default()).unwrap() == model().baseline());
    let neutral = scenario(&["visa=0@*-DEU", "enforcement=1@MEX-USA", "quota=0"]);
    assert!(model().run(&neutral).unwrap() == model().baseline());
}

#[test]
fn a_run_gives_the_same_on_any_number_of_threads() {
    let moved = scenario(&["visa=1@*-DEU@2025"]);
    let subjects = [Subject::Outcome(Outcome::Immigrants, Some(code("DEU"))), Subject::Stock(code("TUR"), code("DEU"))];
    let one = model().bands(&moved, &subjects, 6, 3, 1).unwrap();
    assert_eq!(one, model().bands(&moved, &subjects, 6, 3, 3).unwrap());
    assert_ne!(one.rows, model().bands(&moved, &subjects, 6, 4, 1).unwrap().rows);
    assert!(one.rows.iter().all(|r| r.difference.low <= r.difference.mid && r.difference.mid <= r.difference.high));
}

#[test]
fn the_difference_has_no_band_where_nothing_is_moved() {
    let subjects = [Subject::Outcome(Outcome::Emigrants, None)];
    let bands = model().bands(&Scenario::default(), &subjects, 5, 1, 2).unwrap();
    assert!(bands.rows.iter().all(|r| r.difference.low == 0.0 && r.difference.high == 0.0));
    assert!(bands.rows.last().is_some_and(|r| r.baseline.low < r.baseline.high));
}

fn any_move() -> impl Strategy<Value = Move> {
    let place = prop::sample::select(vec!["*-*", "*-DEU", "SYR-*", "MEX-USA", "USA-MEX"]);
    (0..Lever::ALL.len(), 0.0..=1.0_f64, place, prop::option::of(2020..=2035)).prop_map(|(lever, at, place, year)| {
        let lever = Lever::ALL[lever];
        let row = lever.row();
        let country = row.acts_on != "corridor";
        let pattern = Pattern::parse(if country { "*-*" } else { place }).unwrap();
        Move::new(lever, row.low + at * (row.high - row.low), pattern, year).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_levers_conserve_people(moves in prop::collection::vec(any_move(), 1..5)) {
        holds(&model().run(&Scenario { moves }).unwrap());
    }
}
