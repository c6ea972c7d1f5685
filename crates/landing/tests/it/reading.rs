//! What is refused, and with which place.

use landing::Problem;
use serde_json::{Value, json};

fn good() -> Value {
    json!({
        "schema": "indaba/measures/1",
        "spheres": ["labour", "trade"],
        "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "weight": 2}],
        "measures": [{"id": "x", "name": "X", "cost": 2}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"}],
        "effects": [{"measure": "x", "party": "a", "sphere": "labour", "low": 0, "mode": 1, "high": 2, "by": "a"}],
        "relations": [{"kind": "requires", "measures": ["x", "y"]}],
        "red_lines": [{"party": "a", "sphere": "trade", "floor": -1}],
        "budget": 5,
        "tolerance": 1
    })
}

fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut problem = good();
    change(&mut problem);
    Problem::read(problem.to_string().as_bytes()).unwrap_err().to_string()
}

#[track_caller]
fn check(expected: &str, change: impl FnOnce(&mut Value)) {
    let said = refused(change);
    assert!(said.contains(expected), "{said:?} does not say {expected:?}");
}

#[test]
fn a_problem_that_makes_sense_is_read() {
    assert_eq!(Problem::read(good().to_string().as_bytes()).unwrap().measures.len(), 3);
    let marked = format!("\u{feff}{}", good());
    assert_eq!(Problem::read(marked.as_bytes()).unwrap().measures.len(), 3, "with a byte order mark");
}

#[test]
fn unknown_ids_are_refused_with_their_place() {
    check("effects[0].measure: there is no measure \"q\"", |p| p["effects"][0]["measure"] = json!("q"));
    check("effects[0].party: there is no party", |p| p["effects"][0]["party"] = json!("q"));
    check("effects[0].sphere: there is no sphere", |p| p["effects"][0]["sphere"] = json!("q"));
    check("relations[0].measures[1]: there is no measure", |p| p["relations"][0]["measures"][1] = json!("q"));
    check("red_lines[0].party: there is no party", |p| p["red_lines"][0]["party"] = json!("q"));
}

#[test]
fn scores_out_of_range_or_order_are_refused() {
    check("effects[0].high: 4 is not a score", |p| p["effects"][0]["high"] = json!(4));
    check("effects[0].low: low (2) is above mode (1)", |p| p["effects"][0]["low"] = json!(2));
    check("effects[0].high: high (0) is below mode (1)", |p| p["effects"][0]["high"] = json!(0));
    check("line 1", |p| p["effects"][0]["mode"] = json!(0.5));
}

#[test]
fn what_is_claimed_twice_is_refused() {
    check("effects[1]: the same measure, party, sphere and source stand in effects[0]", |p| {
        let claim = p["effects"][0].clone();
        p["effects"].as_array_mut().unwrap().push(claim);
    });
    check("measures[1].id: \"x\" stands in measures[0] already", |p| p["measures"][1]["id"] = json!("x"));
    check("relations[0].measures[1]: \"x\" is named twice", |p| p["relations"][0]["measures"][1] = json!("x"));
}

#[test]
fn a_circle_that_an_exclusion_parts_is_refused() {
    check("relations[3]: it parts measures that need each other", |p| {
        p["relations"] = json!([
            {"kind": "requires", "measures": ["x", "y"]},
            {"kind": "requires", "measures": ["y", "z"]},
            {"kind": "requires", "measures": ["z", "x"]},
            {"kind": "excludes", "measures": ["x", "z"]}
        ]);
    });
}

#[test]
fn unknown_fields_and_layouts_are_refused() {
    check("unknown field `colour`", |p| p["measures"][0]["colour"] = json!("red"));
    check("unknown field `k`", |p| p["relations"][0]["k"] = json!(2));
    check("schema: \"indaba/measures/2\" is not known", |p| p["schema"] = json!("indaba/measures/2"));
    check("tolerance: 1 figures for 2 spheres", |p| p["tolerance"] = json!([1]));
    check("budget: -1 is not a whole number", |p| p["budget"] = json!(-1));
    assert!(Problem::read(b"{\n  \"schema\": ]").unwrap_err().to_string().starts_with("line 2, column"));
}
