//! Published negotiation domains: Nash product, largest least utility, largest sum, and every Pareto point.

use crate::shared;
use landing::engine::{Choice, Curve, Goal, Linear, Model, Row, Term, Watch, frontier, maximise, solver};
use serde_json::Value;
use std::path::Path;

/// Utilities are counted in millionths.
const SCALE: f64 = 1e6;

struct Domain {
    model: Model,
    utilities: Vec<Linear>,
}

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// The items of an issue with their evaluations.
type Items = Vec<(String, f64)>;

/// `(issue, weight, items)` in the order of the file.
fn profile(text: &str) -> Vec<(String, f64, Items)> {
    let text = text.replace(['\n', '\t', '\r'], " ");
    let mut issues: Vec<(String, String, Items)> = Vec::new();
    let mut weights = Vec::new();
    for tag in text.split('<') {
        let index = || attribute(tag, "index").unwrap().to_owned();
        if tag.starts_with("issue ") {
            issues.push((attribute(tag, "name").unwrap().to_owned(), index(), Vec::new()));
        } else if tag.starts_with("item ") {
            let item = attribute(tag, "value").unwrap().to_owned();
            let evaluation = attribute(tag, "evaluation").unwrap().parse().unwrap();
            issues.last_mut().unwrap().2.push((item, evaluation));
        } else if tag.starts_with("weight ") {
            weights.push((index(), attribute(tag, "value").unwrap().parse::<f64>().unwrap()));
        }
    }
    let weight = |index: &str| weights.iter().find(|(i, _)| i == index).unwrap().1;
    issues.into_iter().map(|(name, index, items)| (name, weight(&index), items)).collect()
}

fn domain(folder: &Path, files: &[Value]) -> Domain {
    let read = |file: &Value| profile(&std::fs::read_to_string(folder.join(file.as_str().unwrap())).unwrap());
    let profiles: Vec<_> = files.iter().map(read).collect();
    let items: Vec<(String, String)> = profiles[0]
        .iter()
        .flat_map(|(issue, _, items)| items.iter().map(|(i, _)| (issue.clone(), i.clone())))
        .collect();
    let mut model = Model::new(items.len());
    for (issue, ..) in &profiles[0] {
        let columns = items.iter().enumerate().filter(|(_, (of, _))| of == issue).map(|(c, _)| (c, 1));
        let one = Row { name: issue.clone(), function: Linear::new(columns), low: Some(1), high: Some(1) };
        model.add_row(one);
    }
    let utility = |profile: &Vec<(String, f64, Items)>| {
        Linear::new(items.iter().enumerate().map(|(c, (issue, item))| {
            let (_, weight, evaluations) = profile.iter().find(|(name, ..)| name == issue).unwrap();
            let most = evaluations.iter().map(|(_, e)| *e).fold(0.0, f64::max);
            let own = evaluations.iter().find(|(name, _)| name == item).unwrap().1;
            (c, (weight * own / most * SCALE).round() as i64)
        }))
    };
    let utilities = profiles.iter().map(utility).collect();
    Domain { model, utilities }
}

impl Domain {
    fn at(&self, choice: &Choice) -> Vec<f64> {
        self.utilities.iter().map(|u| u.at(choice) as f64 / SCALE).collect()
    }

    fn best(&self, goal: &Goal) -> Choice {
        maximise(&self.model, goal, None, (0.0, 1_000_000), solver(), &Watch::idle()).choice.unwrap()
    }
}

fn floats(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-5
}

fn check(folder: &Path, name: &str, reference: &Value) {
    let domain = domain(&folder.join(name), reference["profiles"].as_array().unwrap());
    let sum = domain.at(&domain.best(&Goal::Linear(Linear::sum(&domain.utilities))));
    assert!(near(sum.iter().sum(), floats(&reference["max_sum"]).iter().sum()), "{name}: sum");
    let least = |u: &[f64]| u.iter().copied().fold(f64::INFINITY, f64::min);
    let maxmin = domain.at(&domain.best(&Goal::Least(domain.utilities.clone())));
    assert!(near(least(&maxmin), least(&floats(&reference["maxmin"]))), "{name}: least");
    let terms =
        domain.utilities.iter().map(|gain| Term { gain: gain.clone(), curve: Curve::Log { from: 0 } }).collect();
    let nash = domain.at(&domain.best(&Goal::Curves(terms)));
    let product = |u: &[f64]| u.iter().product::<f64>();
    assert!(near(product(&nash), product(&floats(&reference["nash"]))), "{name}: product");
    check_front(&domain, name, reference);
}

fn check_front(domain: &Domain, name: &str, reference: &Value) {
    let front = frontier(&domain.model, &domain.utilities, usize::MAX, 1_000_000, solver(), &Watch::idle());
    assert!(front.complete, "{name}");
    assert_eq!(Some(front.points.len() as u64), reference["pareto_points"].as_u64(), "{name}: points");
    let Some(points) = reference["pareto"].as_array() else { return };
    let mut expected: Vec<Vec<f64>> = points.iter().map(floats).collect();
    expected.sort_by(|a, b| b[0].total_cmp(&a[0]));
    for ((point, _), expected) in front.points.iter().zip(&expected) {
        let same = point.iter().zip(expected).all(|(a, b)| near(*a as f64 / SCALE, *b));
        assert!(same, "{name}: {point:?} instead of {expected:?}");
    }
}

/// With a disagreement point, the product is that of what each gains beyond it.
#[test]
fn the_product_counts_from_the_disagreement_point() {
    let mut model = Model::new(3);
    model.add_row(Row {
        name: "one".into(),
        function: Linear::new((0..3).map(|c| (c, 1))),
        low: Some(1),
        high: Some(1),
    });
    let utilities = [[9, 6, 4], [4, 5, 8]].map(|u| Linear::new(u.into_iter().enumerate()));
    let best = |from: [i64; 2]| {
        let terms =
            utilities.iter().zip(from).map(|(gain, from)| Term { gain: gain.clone(), curve: Curve::Log { from } });
        let goal = Goal::Curves(terms.collect());
        maximise(&model, &goal, None, (0.0, 1_000_000), solver(), &Watch::idle())
    };
    assert_eq!(best([0, 0]).choice, Some(vec![true, false, false]), "36, 30, 32");
    assert_eq!(best([2, 3]).choice, Some(vec![false, false, true]), "7, 8, 10");
    assert_eq!(best([9, 0]).choice, None, "nobody agrees to what is no better than no agreement");
}

/// Every domain of the shared records; how many.
pub fn published(data: &Path) -> usize {
    let folder = data.join("negotiation");
    let reference: Value = serde_json::from_slice(&std::fs::read(folder.join("reference.json")).unwrap()).unwrap();
    let domains = reference.as_object().unwrap();
    domains.iter().for_each(|(name, reference)| check(&folder, name, reference));
    domains.len()
}

#[test]
fn published_domains() {
    let Some(data) = shared::data() else { return };
    assert!(published(&data) > 0);
}
