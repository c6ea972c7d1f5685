//! Method `indaba` against the bars, on real records.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use landscape::{Ideal, Options, Value, Votes, indaba, polis};

use crate::{conformance::read, invented::Chance, shared};

type Pair = (String, String);

/// One in ten of the agreements and disagreements of those with at least 7 responses is held out.
fn split(votes: &Votes, seed: u64) -> (Votes, Vec<Pair>, Vec<bool>) {
    let (mut shown, mut pairs, mut agrees) = (Votes::builder(), Vec::new(), Vec::new());
    for (p, id) in votes.participants().iter().enumerate() {
        for r in votes.responses(p) {
            let statement = &votes.statements()[r.statement];
            let lot = Chance::new(seed ^ ((p as u64) << 24) ^ ((r.statement as u64) << 4)).unit();
            if votes.count(p) >= 7 && r.value != Value::Pass && lot < 0.1 {
                pairs.push((id.clone(), statement.clone()));
                agrees.push(r.value == Value::Agree);
            } else {
                shown.response(id, statement, r.value, r.at);
            }
        }
    }
    (shown.build(), pairs, agrees)
}

/// Area under the receiver operating characteristic: how often an agreement is placed above a disagreement.
fn area(scores: &[f64], agrees: &[bool]) -> f64 {
    let ranks = ranks(scores);
    let up: Vec<f64> = ranks.iter().zip(agrees).filter(|(_, up)| **up).map(|(r, _)| *r).collect();
    let (n, m) = (up.len() as f64, (agrees.len() - up.len()) as f64);
    (up.iter().sum::<f64>() - n * (n + 1.0) / 2.0) / (n * m)
}

/// From 1; equal ones share theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let end = start + order[start..].iter().take_while(|i| values[**i] <= values[order[start]]).count();
        order[start..end].iter().for_each(|i| ranks[*i] = (start + 1 + end) as f64 / 2.0);
        start = end;
    }
    ranks
}

/// Missing responses as the mean of their column, two components: what Polis has.
fn imputed(shown: &Votes, pairs: &[Pair]) -> Vec<f64> {
    let landscape = polis(shown, &[], &Options::default());
    let columns = landscape.statements.len() as f64;
    let place: HashMap<&str, usize> = shown.statements().iter().enumerate().map(|(i, s)| (s.as_str(), i)).collect();
    let people: HashMap<&str, _> =
        landscape.participants.iter().flatten().map(|p| (p.id.as_str(), (p.position, p.votes))).collect();
    let score = |(participant, statement): &Pair| {
        let Some(s) = place.get(statement.as_str()) else { return 0.0 };
        let center = landscape.statements[*s].center.unwrap();
        let Some((position, n)) = people.get(participant.as_str()) else { return center };
        let factor = (columns / f64::from(*n)).sqrt();
        center + (0..2).map(|k| position[k] / factor * landscape.components[k][*s].unwrap()).sum::<f64>()
    };
    pairs.iter().map(score).collect()
}

/// Partings of each record.
const SPLITS: u64 = 10;

/// Gain over imputed components in one parting. None where all that is held out is the same.
fn gain(votes: &Votes, seed: u64) -> Option<f64> {
    let (shown, pairs, agrees) = split(votes, seed);
    if agrees.iter().all(|one| *one == agrees[0]) {
        return None;
    }
    let shares = Ideal::fit(&shown, &[], 2).predict(&pairs, 2);
    let scores: Vec<f64> = shares.iter().map(|[agree, _, disagree]| agree / (agree + disagree)).collect();
    Some(area(&scores, &agrees) - area(&imputed(&shown, &pairs), &agrees))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn records(data: &Path) -> Vec<(PathBuf, Votes)> {
    let mut folders: Vec<_> = fs::read_dir(data.join("polis")).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    folders.into_iter().map(|folder| (folder.clone(), read(&folder).votes)).collect()
}

#[test]
fn held_out_responses_are_told_better_than_by_imputed_components() {
    let Some(data) = shared::data() else { return };
    let one = |(folder, votes): &(PathBuf, Votes)| {
        let gain = mean(&(1..=SPLITS).filter_map(|seed| gain(votes, seed)).collect::<Vec<_>>());
        println!("{}: {gain:+.4}", folder.display());
        assert!(gain >= -0.003, "{}: {gain}", folder.display());
        gain
    };
    let gain = mean(&records(&data).iter().map(one).collect::<Vec<_>>());
    println!("mean gain {gain:+.4}");
    assert!(gain >= 0.012, "{gain}");
}

#[test]
fn so_are_those_of_few_participants() {
    const FEW: usize = 30;
    let Some(data) = shared::data() else { return };
    let one = |(folder, votes): &(PathBuf, Votes)| {
        let gain = mean(&(1..=SPLITS).filter_map(|seed| gain(&some(votes, FEW, seed), seed)).collect::<Vec<_>>());
        println!("{FEW} of {}: {gain:+.4}", folder.display());
        gain
    };
    let gain = mean(&records(&data).iter().map(one).collect::<Vec<_>>());
    println!("mean gain {gain:+.4}");
    assert!(gain >= 0.012, "{gain}");
}

/// So many of those with at least 7 responses, by lot.
fn some(votes: &Votes, many: usize, seed: u64) -> Votes {
    let mut able: Vec<usize> = (0..votes.participants().len()).filter(|p| votes.count(*p) >= 7).collect();
    able.sort_by_cached_key(|p| Chance::new(seed ^ ((*p as u64) << 24)).unit().to_bits());
    let mut some = Votes::builder();
    for p in able.into_iter().take(many) {
        for r in votes.responses(p) {
            some.response(&votes.participants()[p], &votes.statements()[r.statement], r.value, r.at);
        }
    }
    some.build()
}

fn rows(file: &Path) -> Vec<HashMap<String, String>> {
    let text = fs::read_to_string(file).unwrap();
    let mut lines = text.lines().map(cells);
    let names = lines.next().unwrap();
    lines.map(|cells| names.iter().cloned().zip(cells).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// Rank correlation (Spearman 1904).
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let middle = f64::midpoint(a.len() as f64, 1.0);
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum::<f64>();
    product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt()
}

#[test]
fn the_general_assembly_stands_in_the_published_order() {
    let Some(data) = shared::data() else { return };
    let of = |name: &str| rows(&data.join("unga").join(name));
    let session: HashMap<String, String> =
        of("roll_calls_50_59.csv").into_iter().map(|r| (r["rcid"].clone(), r["session"].clone())).collect();
    let published: HashMap<(String, i32), f64> = of("ideal_points_1995_2004.csv")
        .into_iter()
        .filter_map(|r| Some(((r["country"].clone(), r["year"].parse().ok()?), r["ideal_point"].parse().ok()?)))
        .collect();
    let all = of("votes_50_59.csv");
    let mut found: Vec<f64> = (50..60).map(|wanted| one_session(wanted, &all, &session, &published)).collect();
    found.sort_by(f64::total_cmp);
    let median = f64::midpoint(found[4], found[5]);
    println!("median {median:.4}, least {:.4}", found[0]);
    assert!(median >= 0.985 && found[0] >= 0.965, "{found:?}");
}

fn one_session(
    wanted: i32,
    all: &[HashMap<String, String>],
    session: &HashMap<String, String>,
    published: &HashMap<(String, i32), f64>,
) -> f64 {
    let mut votes = Votes::builder();
    for row in all.iter().filter(|row| session[&row["rcid"]] == wanted.to_string()) {
        let value = match row["vote"].as_str() {
            "yes" => Value::Agree,
            "no" => Value::Disagree,
            "abstain" => Value::Pass,
            _ => continue,
        };
        votes.response(&row["country"], &row["rcid"], value, 0);
    }
    let landscape = indaba(&votes.build(), &[], &Options { threads: 2, ..Options::default() });
    let known = |p: &landscape::Participant| Some((p.position[0], *published.get(&(p.id.clone(), wanted + 1945))?));
    let (ours, theirs): (Vec<f64>, Vec<f64>) = landscape.participants.iter().flatten().filter_map(known).unzip();
    assert!(ours.len() > 150);
    correlation(&ours, &theirs).abs()
}
