//! The same dialogue without a tenth of its participants, and whether its groups are said again.

use std::collections::HashMap;

use landscape::{Landscape, Options, Votes, indaba};

use crate::invented::Chance;

/// How much the groups without a tenth of the participants agree with those of all (adjusted Rand index), twenty times,
/// ascending. None where none are said.
pub fn said_again(all: &Votes, whole: &Landscape) -> Vec<Option<f64>> {
    let whole = groups(whole);
    let index = |draw: u64| {
        let part = indaba(&without(all, draw), &[], &Options { threads: 2, ..Options::default() });
        let of = groups(&part);
        let pairs: Vec<(&str, &str)> =
            of.iter().filter_map(|(p, g)| Some((whole.get(p)?.as_str(), g.as_str()))).collect();
        part.stable.then(|| adjusted_rand(&pairs))
    };
    let mut same: Vec<Option<f64>> = (1..=20).map(index).collect();
    same.sort_by(|a, b| a.unwrap_or(f64::MIN).total_cmp(&b.unwrap_or(f64::MIN)));
    same
}

/// The same, where none that are said count as one group.
pub fn again(all: &Votes, whole: &Landscape) -> Vec<f64> {
    let mut same: Vec<f64> = said_again(all, whole).into_iter().map(Option::unwrap_or_default).collect();
    same.sort_by(f64::total_cmp);
    same
}

/// The middle of an even number of figures, ascending.
pub fn median(figures: &[f64]) -> f64 {
    f64::midpoint(figures[(figures.len() - 1) / 2], figures[figures.len() / 2])
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
