//! Whether groups are said where there are some, only there, and again when a tenth of the participants is missing.

use std::collections::HashMap;

use landscape::{Landscape, Options, Value, Votes, indaba};

use crate::{
    invented::{Chance, Kind, invented},
    row,
};

pub fn run() {
    noise();
    let planted = (1..=10).filter(|seed| found(&invented(Kind::Camps(2), 400, 40, *seed).0).groups.len() == 2).count();
    row("two planted camps of 400 found, of ten dialogues", &planted.to_string(), "10", planted == 10);
    again();
    stands();
}

fn found(votes: &Votes) -> Landscape {
    indaba(votes, &[], &Options { threads: 2, ..Options::default() })
}

/// 60 participants who answer by lot, and clouds without groups.
fn noise() {
    let by_lot = |seed: u64| {
        let (mut votes, mut chance) = (Votes::builder(), Chance::new(seed));
        for (p, s) in (0..60).flat_map(|p| (0..40).map(move |s| (p, s))) {
            let value = [Value::Agree, Value::Pass, Value::Disagree][(chance.unit() * 3.0) as usize];
            votes.response(&p.to_string(), &format!("s{s}"), value, 0);
        }
        votes.build()
    };
    let claimed = (1..=100).filter(|seed| found(&by_lot(*seed)).stable).count();
    row("60 participants answer by lot: groups claimed, of 100", &claimed.to_string(), "5", claimed <= 5);
    let kinds =
        [(Kind::Alike, "no differences"), (Kind::Cloud(1), "one dimension"), (Kind::Cloud(2), "two dimensions")];
    for (kind, name) in kinds {
        let claimed = (1..=50).filter(|seed| found(&invented(kind, 200, 30, *seed).0).stable).count();
        row(&format!("200 participants, {name}: groups claimed, of 50"), &claimed.to_string(), "2", claimed <= 2);
    }
}

/// A tenth of the participants is left out, twenty times.
fn again() {
    for camps in [2, 3] {
        let (all, _) = invented(Kind::Camps(camps), 600, 40, 3);
        let whole = groups(&found(&all));
        let index = |draw: u64| {
            let part = groups(&found(&without(&all, draw)));
            let pairs: Vec<(&str, &str)> =
                part.iter().filter_map(|(p, g)| Some((whole.get(p)?.as_str(), g.as_str()))).collect();
            adjusted_rand(&pairs)
        };
        let mut same: Vec<f64> = (1..=20).map(index).collect();
        same.sort_by(f64::total_cmp);
        let what =
            |which: &str| format!("{camps} camps of 600, a tenth left out 20 times: {which} adjusted Rand index");
        row(&what("median"), &format!("{:.3}", same[10]), "0.9", same[10] >= 0.9);
        row(&what("least"), &format!("{:.3}", same[0]), "0.8", same[0] >= 0.8);
    }
}

/// Of dialogues of every size in which groups are said, how many say them again without a tenth of the participants.
pub fn stands() {
    for people in [60, 120, 200, 400] {
        for camps in [2, 3] {
            let mut held = Vec::new();
            for seed in 1..=10 {
                let (all, _) = invented(Kind::Camps(camps), people, 40, seed);
                let whole = found(&all);
                if whole.stable {
                    let whole = groups(&whole);
                    held.push(median(&all, &whole));
                }
            }
            let bar = held.len();
            let kept = held.iter().filter(|median| **median >= 0.8).count();
            let what =
                format!("{people} in {camps} camps, ten dialogues, groups said: median index .8 without a tenth");
            row(&what, &kept.to_string(), &bar.to_string(), kept == bar);
        }
    }
}

fn median(all: &Votes, whole: &HashMap<String, String>) -> f64 {
    let index = |draw: u64| {
        let part = groups(&found(&without(all, draw)));
        let pairs: Vec<(&str, &str)> =
            part.iter().filter_map(|(p, g)| Some((whole.get(p)?.as_str(), g.as_str()))).collect();
        adjusted_rand(&pairs)
    };
    let mut same: Vec<f64> = (1..=20).map(index).collect();
    same.sort_by(f64::total_cmp);
    same[10]
}

pub fn without(all: &Votes, draw: u64) -> Votes {
    let mut votes = Votes::builder();
    for (p, id) in all.participants().iter().enumerate() {
        if Chance::new((draw << 32) ^ p as u64).unit() >= 0.1 {
            all.responses(p).for_each(|r| _ = votes.response(id, &all.statements()[r.statement], r.value, r.at));
        }
    }
    votes.build()
}

pub fn groups(landscape: &Landscape) -> HashMap<String, String> {
    landscape.participants.iter().flatten().filter_map(|p| Some((p.id.clone(), p.group.clone()?))).collect()
}

/// How much two groupings agree beyond chance (Hubert & Arabie 1985).
pub fn adjusted_rand(pairs: &[(&str, &str)]) -> f64 {
    let choose = |n: usize| (n * n.saturating_sub(1)) as f64 / 2.0;
    let mut counts: [HashMap<(&str, &str), usize>; 3] = Default::default();
    for (a, b) in pairs {
        *counts[0].entry((a, b)).or_default() += 1;
        *counts[1].entry((a, "")).or_default() += 1;
        *counts[2].entry(("", b)).or_default() += 1;
    }
    let [both, first, second] = counts.map(|count| count.into_values().map(choose).sum::<f64>());
    let expected = first * second / choose(pairs.len()).max(1.0);
    let most = f64::midpoint(first, second);
    if most > expected { (both - expected) / (most - expected) } else { 1.0 }
}
