//! Each lever moves what its source says, in its direction.

use crate::{change, code, model, pack, scenario};
use corridors::{Assumptions, Model, ModelError, Move, MoveError, Outcome, Scenario, Span};

/// Runs one move; the sign of each named change in 2032.
fn check(moved: &str, expected: &[(Outcome, &str, f64)]) {
    let run = model().run(&scenario(&[moved])).unwrap();
    for (outcome, place, sign) in expected {
        let change = change(&run, *outcome, place, 2032);
        assert!(change * sign > 0.0, "{moved}: {outcome:?} of {place} changes by {change}");
    }
}

#[test]
fn a_visa_lowers_arrivals_and_returns_and_leads_people_elsewhere() {
    use Outcome::{Arrivals, Deflected, Leavers};
    check(
        "visa=1@*-DEU",
        &[(Arrivals, "DEU", -1.0), (Leavers, "DEU", -1.0), (Deflected, "*", 1.0), (Deflected, "FRA", 1.0)],
    );
    check("visa=-1@*-DEU", &[(Arrivals, "DEU", 1.0), (Leavers, "DEU", 1.0)]);
}

#[test]
fn lawful_ways_replace_unlawful_ones() {
    use Outcome::{Arrivals, IrregularEntries};
    check("quota=50000@*-DEU", &[(Arrivals, "DEU", 1.0)]);
    check("lawful_channels=50@*-USA", &[(IrregularEntries, "*", -1.0), (Arrivals, "USA", 1.0)]);
}

#[test]
fn the_school_of_the_channels_turns_the_sign() {
    let table = Assumptions::standard().unwrap().with_school("encouragement").unwrap();
    let other = Model::new(pack(), table, Span { from: 2020, to: 2032 }).unwrap();
    let run = other.run(&scenario(&["lawful_channels=50@*-USA"])).unwrap();
    let at = |p: &corridors::Projection| p.figure(Outcome::IrregularEntries, None, 2021).unwrap();
    assert!(at(&run) > at(&other.baseline()));
}

#[test]
fn rejections_lead_into_irregularity() {
    use Outcome::{Arrivals, Irregular, IrregularEntries, Protection};
    check(
        "asylum_rejections=10@*-DEU",
        &[(IrregularEntries, "*", 1.0), (Irregular, "DEU", 1.0), (Protection, "DEU", -1.0)],
    );
    check("visa_rejections=10@*-DEU", &[(IrregularEntries, "*", 1.0), (Arrivals, "DEU", -1.0)]);
    check("safe_list=1@*-DEU", &[(Protection, "DEU", -1.0), (Outcome::Deflected, "*", 1.0)]);
}

#[test]
fn ten_per_cent_more_rejections_are_two_to_four_per_cent_more_entries() {
    let run = model().run(&scenario(&["asylum_rejections=10"])).unwrap();
    let baseline = model().baseline().figure(Outcome::IrregularEntries, None, 2020).unwrap();
    let rise = change(&run, Outcome::IrregularEntries, "*", 2020) / baseline;
    assert!((0.02..=0.04).contains(&rise), "{rise}");
}

#[test]
fn enforcement_makes_journeys_dearer_fewer_and_more_dangerous_and_keeps_people_there() {
    use Outcome::{Deaths, IrregularEntries, Leavers, SmugglingPrice};
    let all =
        [(SmugglingPrice, "MEX", 1.0), (IrregularEntries, "MEX", -1.0), (Deaths, "MEX", 1.0), (Leavers, "USA", -1.0)];
    check("enforcement=3@*-USA", &all);
    let run = model().run(&scenario(&["enforcement=3"])).unwrap();
    let price = run.figure(Outcome::SmugglingPrice, None, 2025).unwrap();
    assert!((1.17..=1.30).contains(&price), "tripled enforcement gives a price of {price}");
}

#[test]
fn status_integration_and_return() {
    use Outcome::{Earnings, EarningsGap, Emigrants, Irregular, Naturalised, Returns, Secure};
    check("regularisation=5@*-USA", &[(Irregular, "USA", -1.0), (Secure, "*", 1.0)]);
    check("return_support=50@*-DEU", &[(Returns, "TUR", 1.0), (Emigrants, "TUR", -1.0)]);
    check("asylum_wait=12@*-DEU", &[(EarningsGap, "DEU", 1.0)]);
    check("work_ban=1@*-DEU", &[(EarningsGap, "DEU", 1.0)]);
    check("integration=1@*-DEU", &[(EarningsGap, "DEU", -1.0)]);
    check("naturalisation_wait=3@*-DEU", &[(Naturalised, "DEU", 1.0), (Earnings, "TUR", 1.0)]);
}

#[test]
fn money() {
    use Outcome::{Poverty, ProductiveReturn, Remittances};
    check("remittance_cost=3", &[(Remittances, "IND", 1.0), (Remittances, "*", 1.0), (Poverty, "IND", -1.0)]);
    check("productive_use=20", &[(ProductiveReturn, "MEX", 1.0)]);
    let run = model().run(&scenario(&["remittance_stop=50@*-USA@2030"])).unwrap();
    assert!(change(&run, Remittances, "MEX", 2030) < 0.0 && change(&run, Poverty, "MEX", 2030) > 0.0);
    assert_eq!(change(&run, Remittances, "MEX", 2031), 0.0);
    let run = model().run(&scenario(&["host_recession=10@*-USA@2030"])).unwrap();
    assert!(change(&run, Remittances, "MEX", 2030) < 0.0, "poorer hosts send less, though a larger share");
}

#[test]
fn incomes_conflict_and_schools_of_income() {
    use Outcome::{Arrivals, CollegeAbroad, CollegeHome, Departures, Protection};
    check("dest_income=20@*-DEU", &[(Arrivals, "DEU", 1.0)]);
    check("conflict=1@SDN-*", &[(Departures, "SDN", 1.0), (Protection, "*", 1.0)]);
    check("college_selection=20@PHL-*", &[(CollegeAbroad, "PHL", 1.0)]);
    check("origin_income=50@SEN-*", &[(Departures, "SEN", 1.0)]);
    check("origin_income=50@POL-*", &[(Departures, "POL", -1.0)]);
    let losers = Assumptions::standard().unwrap().with_school("losers").unwrap();
    let losers = Model::new(pack(), losers, Span { from: 2020, to: 2032 }).unwrap();
    let moved = scenario(&["college_selection=20@SEN-*"]);
    let home = |m: &Model| m.run(&moved).unwrap().figure(CollegeHome, Some(code("SEN")), 2032).unwrap();
    assert!(
        home(model()) > 0.0 && home(&losers) < 0.0,
        "the school turns the sign: {} {}",
        home(model()),
        home(&losers)
    );
    let decline = Assumptions::standard().unwrap().with_school("decline").unwrap();
    let decline = Model::new(pack(), decline, Span { from: 2020, to: 2032 }).unwrap();
    let run = decline.run(&scenario(&["origin_income=50@SEN-*"])).unwrap();
    let at = |p: &corridors::Projection| p.figure(Departures, Some(code("SEN")), 2032).unwrap();
    assert!(at(&run) < at(&decline.baseline()));
}

#[test]
fn a_lever_outside_its_range_is_refused_and_one_never_seen_is_marked() {
    assert!(matches!(Move::parse("visa=2@*-DEU"), Err(MoveError::Range { .. })));
    assert!(matches!(Move::parse("wall=1"), Err(MoveError::Lever { .. })));
    assert!(matches!(Move::parse("visa"), Err(MoveError::Form(_))));
    assert!(matches!(Move::parse("visa=much"), Err(MoveError::Value { .. })));
    assert!(matches!(Move::parse("visa=1@nowhere"), Err(MoveError::Place(_))));
    assert!(!Move::parse("enforcement=5").unwrap().is_observed());
    assert!(Move::parse("enforcement=2@MEX-USA@2030").unwrap().is_observed());
}

#[test]
fn a_scenario_that_makes_no_sense_is_refused_with_a_reason() {
    let refused = |text: &str| model().run(&scenario(&[text])).unwrap_err();
    assert_eq!(refused("visa=1@QQQ-DEU"), ModelError::Country(code("QQQ")));
    assert!(matches!(refused("conflict=1@*-DEU"), ModelError::Side { .. }));
    assert!(matches!(refused("visa=1@*-DEU@2099"), ModelError::Year { .. }));
    let table = Assumptions::standard().unwrap();
    let bad = |span| Model::new(pack(), table.clone(), span).map(drop).unwrap_err();
    assert!(matches!(bad(Span { from: 2021, to: 2050 }), ModelError::Start { .. }));
    assert!(matches!(bad(Span { from: 2020, to: 2020 }), ModelError::End { .. }));
    assert!(Model::new(pack(), table, Span { from: 1990, to: 2000 }).unwrap().run(&Scenario::default()).is_ok());
}
