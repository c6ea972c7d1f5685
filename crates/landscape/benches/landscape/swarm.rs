//! Coordinated participants, all with the same answers: how far they move the common ground, and whether it is said.

use landscape::{Ideal, Landscape, Options, Value, Votes, indaba};

use crate::{
    invented::{Kind, invented},
    row,
};

const TOP: usize = 5;

pub fn run() {
    for share in [1, 2, 5, 10, 20, 30] {
        let seeds = 1..=5;
        let outcomes: Vec<Outcome> = seeds.map(|seed| outcome(share, seed)).collect();
        let mean = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>() as f64 / outcomes.len() as f64;
        let what = |what: &str| format!("{share} % coordinated (5 dialogues): {what}");
        let figure = |x: f64| format!("{x:.1}");
        row(&what("of the five first stay"), &figure(mean(|o| o.kept)), "", true);
        let (noted, others) = (mean(|o| o.noted), mean(|o| o.others));
        row(&what("per cent of them noted"), &figure(noted), "100", noted > 99.9);
        row(&what("others noted"), &figure(others), "0", others < 0.1);
        let cleared = mean(|o| o.cleared);
        row(&what("of the five first stay without those noted"), &figure(cleared), "5", cleared > 4.9);
    }
}

struct Outcome {
    kept: usize,
    /// Per cent of the coordinated ones.
    noted: usize,
    others: usize,
    cleared: usize,
}

fn outcome(share: usize, seed: u64) -> Outcome {
    let (votes, _) = invented(Kind::Cloud(2), 400, 30, seed);
    let all = with_swarm(&votes, share);
    let noted: Vec<&str> = Ideal::fit(&all, &[], 2).same_answers().concat();
    let (right, others): (Vec<&str>, Vec<&str>) = noted.iter().partition(|id| id.starts_with("swarm"));
    let coordinated = all.participants().len() - votes.participants().len();
    let mut cleared = Votes::builder();
    for (p, id) in all.participants().iter().enumerate().filter(|(_, id)| !noted.contains(&id.as_str())) {
        all.responses(p).for_each(|r| _ = cleared.response(id, &all.statements()[r.statement], r.value, r.at));
    }
    let before = first(&votes, &votes);
    let same = |after: &[String]| before.iter().filter(|id| after.contains(id)).count();
    Outcome {
        kept: same(&first(&votes, &all)),
        noted: 100 * right.len() / coordinated.max(1),
        others: others.len(),
        cleared: same(&first(&votes, &cleared.build())),
    }
}

fn first(honest: &Votes, votes: &Votes) -> Vec<String> {
    let landscape: Landscape = indaba(votes, &[], &Options { threads: 2, ..Options::default() });
    let ranked = landscape.common_ground();
    let known = |id: &String| honest.statements().contains(id);
    ranked.iter().map(|s| s.id.clone()).filter(known).take(TOP).collect()
}

/// As many as `share` of a hundred answer everything: against the five that were first, for five that were last.
fn with_swarm(votes: &Votes, share: usize) -> Votes {
    let landscape = indaba(votes, &[], &Options { threads: 2, ..Options::default() });
    let ranked: Vec<String> = landscape.common_ground().iter().map(|s| s.id.clone()).collect();
    let mut all = Votes::builder();
    for (p, id) in votes.participants().iter().enumerate() {
        votes.responses(p).for_each(|r| _ = all.response(id, &votes.statements()[r.statement], r.value, r.at));
    }
    let people = votes.participants().len();
    for swarm in 0..people * share / (100 - share) {
        for (place, statement) in ranked.iter().enumerate() {
            let value = if place < TOP {
                Value::Disagree
            } else if place + TOP >= ranked.len() {
                Value::Agree
            } else {
                Value::Pass
            };
            all.response(&format!("swarm{swarm}"), statement, value, 0);
        }
    }
    all.build()
}
