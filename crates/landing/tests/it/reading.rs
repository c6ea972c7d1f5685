//! What is refused, and with which place.

use crate::brute;
use landing::{Case, Problem, ReadError};
use proptest::prelude::*;
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
    check("effects[0].high: 4 is out of range: an effect is a whole number from -3 to 3", |p| {
        p["effects"][0]["high"] = json!(4);
    });
    check("effects[0].low: low (2) is above mode (1)", |p| p["effects"][0]["low"] = json!(2));
    check("effects[0].high: high (0) is below mode (1)", |p| p["effects"][0]["high"] = json!(0));
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
    check("measures[0].colour: there is no such field; known here are id, name, cost, question, source", |p| {
        p["measures"][0]["colour"] = json!("red");
    });
    check("relations[0].k: there is no such field", |p| p["relations"][0]["k"] = json!(2));
    check("relations[0].kind: \"needs\" is not known; write requires, excludes", |p| {
        p["relations"][0]["kind"] = json!("needs");
    });
    check("schema: \"indaba/measures/2\" is not known", |p| p["schema"] = json!("indaba/measures/2"));
    check("tolerance: 1 figures for 2 spheres", |p| p["tolerance"] = json!([1]));
    check("budget: -1 is out of range", |p| p["budget"] = json!(-1));
    assert!(Problem::read(b"{\n  \"schema\": ]").unwrap_err().to_string().starts_with("line 2, column"));
}

#[test]
fn what_is_missing_or_of_another_kind_is_named() {
    check("parties[1].name: this field is missing", |p| drop(p["parties"][1].as_object_mut().unwrap().remove("name")));
    check("relations[0].kind: this field is missing", |p| {
        drop(p["relations"][0].as_object_mut().unwrap().remove("kind"));
    });
    check("effects: an object stands where an array belongs", |p| p["effects"] = json!({}));
    check("measures[2].id: 3 is a number where a text belongs; write \"3\"", |p| p["measures"][2]["id"] = json!(3));
    check("spheres[0]: null stands where a text belongs", |p| p["spheres"][0] = json!(null));
    check("tolerance: true or false stands where a number belongs", |p| p["tolerance"] = json!(true));
    assert_eq!(
        Problem::read(b"[]").unwrap_err().to_string().split(':').next(),
        Some("the file"),
        "the place of the whole has a name"
    );
}

#[test]
fn figures_that_are_no_whole_numbers_are_refused_with_what_to_write() {
    check("effects[0].mode: 0.5 is no whole number; an effect is a whole number from -3 to 3", |p| {
        p["effects"][0]["mode"] = json!(0.5);
    });
    check("effects[0].mode: a point or an exponent stands in this number: write 1;", |p| {
        p["effects"][0]["mode"] = json!(1.0);
    });
    check("effects[0].mode: \"1\" is a text: write a number, without quotation marks", |p| {
        p["effects"][0]["mode"] = json!("1");
    });
    check(
        "parties[1].weight: 0.5 is no whole number; a weight is a whole number from 1 to 1000000: weights count in",
        |p| {
            p["parties"][1]["weight"] = json!(0.5);
        },
    );
    check("parties[1].weight: 0 is out of range", |p| p["parties"][1]["weight"] = json!(0));
    check("parties[1].weight: -5000000000 is out of range", |p| p["parties"][1]["weight"] = json!(-5_000_000_000_i64));
    check("tolerance[1]: 0.5 is no whole number", |p| p["tolerance"] = json!([1, 0.5]));
}

#[test]
fn figures_above_a_million_are_refused_with_what_helps() {
    check(
        "budget: 1000001 is out of range: a budget is a whole number from 0 to 1000000, so that sums stay exact",
        |p| {
            p["budget"] = json!(1_000_001);
        },
    );
    check("measures[0].cost: 2000000000 is out of range: a cost is a whole number from 0 to 1000000, so that", |p| {
        p["measures"][0]["cost"] = json!(2_000_000_000_i64);
    });
    check("red_lines[0].floor: -1000001 is out of range: a floor", |p| p["red_lines"][0]["floor"] = json!(-1_000_001));
    let huge = |figure: &str| {
        let text = good().to_string().replace("\"budget\":5", &format!("\"budget\":{figure}"));
        Problem::read(text.as_bytes()).unwrap_err().to_string()
    };
    assert!(huge("1e30").starts_with("budget: 1e30 is out of range; a budget is"), "{}", huge("1e30"));
    assert!(
        huge("99999999999999999999").starts_with("budget: 1e20 is out of range"),
        "{}",
        huge("99999999999999999999")
    );
    assert!(huge("1e999").starts_with("line 1, column"), "{}", huge("1e999"));
    assert!(
        huge("5.0").starts_with("budget: a point or an exponent stands in this number: write 5"),
        "{}",
        huge("5.0")
    );
}

#[test]
fn an_array_in_place_of_an_object_is_refused() {
    check("effects[0]: an array stands where an object with these fields belongs: measure, party, sphere", |p| {
        p["effects"][0] = json!(["x", "a", "labour", 0, 1, 2]);
    });
    check("parties[0]: an array stands", |p| p["parties"][0] = json!(["a", "A", null, 1]));
    check("red_lines[0]: an array stands", |p| p["red_lines"][0] = json!(["a", "trade"]));
    check("relations[0]: an array stands", |p| p["relations"][0] = json!(["requires", ["x", "y"]]));
    let whole = json!(["indaba/measures/1", ["labour"], [["a", "A"]], [["x", "X"]]]).to_string();
    assert!(Problem::read(whole.as_bytes()).unwrap_err().to_string().starts_with("the file: an array stands"));
}

#[test]
fn a_name_that_stands_twice_in_an_object_is_refused() {
    let doubled = |from: &str, to: &str| {
        let text = good().to_string();
        assert!(text.contains(from), "{text}");
        Problem::read(text.replace(from, to).as_bytes()).unwrap_err().to_string()
    };
    let said = doubled("\"budget\":5", "\"budget\":5,\"budget\":6");
    assert!(said.starts_with("budget: this name stands twice in the same object"), "{said}");
    let said = doubled("\"mode\":1", "\"mode\":1,\"mode\":1");
    assert!(said.starts_with("effects[0].mode: this name stands twice"), "{said}");
    let said = doubled("\"tolerance\":1", "\"tolerance\":{\"labour\":1,\"labour\":2}");
    assert!(said.starts_with("tolerance.labour: this name stands twice"), "{said}");
    let said = doubled("\"kind\":\"requires\"", "\"kind\":\"requires\",\"kind\":\"excludes\"");
    assert!(said.starts_with("relations[0].kind: this name stands twice"), "{said}");
}

#[test]
fn what_is_written_is_read_as_it_was() {
    for seed in 0..300 {
        let problem = brute::problem(seed);
        let written = serde_json::to_string(&problem).unwrap();
        assert_eq!(Problem::read(written.as_bytes()), Ok(problem), "seed {seed}");
    }
}

/// Any JSON, in parts with the names and figures of the layout.
fn json() -> impl Strategy<Value = Value> {
    let names = ["schema", "indaba/measures/1", "x", "a", "labour", "requires", "at_most", "synergy", "", "é\u{0}"];
    let name = prop::sample::select(names.to_vec()).prop_map(str::to_owned);
    let keys =
        ["id", "name", "kind", "measures", "effects", "k", "party", "sphere", "low", "mode", "high", "floor", "by"];
    let key = prop::sample::select(keys.to_vec()).prop_map(str::to_owned);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-4_i64..5).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(|x| serde_json::Number::from_f64(x).map_or(Value::Null, Value::Number)),
        name.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

/// Puts a value in a place of another that a number picks.
fn put(value: &mut Value, new: Value, mut pick: usize) {
    fn places<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
        if *left == 0 {
            return Some(value);
        }
        *left -= 1;
        match value {
            Value::Array(items) => items.iter_mut().find_map(|item| places(item, left)),
            Value::Object(fields) => fields.values_mut().find_map(|item| places(item, left)),
            _ => None,
        }
    }
    if let Some(place) = places(value, &mut pick) {
        *place = new;
    }
}

/// What is read makes a case, and what is not says where.
fn sensible(bytes: &[u8]) {
    match Problem::read(bytes) {
        Ok(problem) => {
            assert_eq!(Problem::read(serde_json::to_string(&problem).unwrap().as_bytes()).as_ref(), Ok(&problem));
            assert!(Case::new(&problem, None).is_ok());
        }
        Err(ReadError::Json { line, what, .. }) => assert!(line > 0 && !what.is_empty()),
        Err(ReadError::At { place, what }) => assert!(!place.is_empty() && !what.is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_in_any_place_is_read_or_refused_with_a_place(new in json(), pick in 0_usize..60) {
        let mut problem = good();
        put(&mut problem, new, pick);
        sensible(problem.to_string().as_bytes());
    }

    #[test]
    fn bytes_changed_or_cut_are_read_or_refused(at in 0_usize..700, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = good().to_string().into_bytes();
        let at = at.min(bytes.len() - 1);
        bytes[at] = byte;
        bytes.truncate(if cut { at } else { bytes.len() });
        sensible(&bytes);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        sensible(&bytes);
    }
}
