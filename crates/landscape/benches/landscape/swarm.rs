//! Coordinated participants, all with the same answers: how far they move the common ground, and whether it is said.

use landscape::{
    Ideal, Landscape, Options, Statement, Value, Votes, indaba,
    read::{PolisFiles, polis_export},
};
use std::{fs::File, path::Path};

use crate::{
    invented::{Kind, invented},
    row,
};

const TOP: usize = 5;
const SHARES: [usize; 6] = [1, 2, 5, 10, 20, 30];

/// A dialogue before anybody coordinates.
struct Dialogue {
    votes: Votes,
    statements: Vec<Statement>,
}

pub fn run(shared: &Path) {
    let invented: Vec<Dialogue> =
        (1..=5).map(|seed| Dialogue { votes: invented(Kind::Cloud(2), 400, 30, seed).0, statements: vec![] }).collect();
    tell("5 invented dialogues", &invented);
    let records = shared.join("data/polis");
    let mut folders: Vec<_> =
        std::fs::read_dir(&records).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let real: Vec<Dialogue> = folders.iter().filter_map(|folder| read(folder)).collect();
    if real.is_empty() {
        println!("not measured: no records at {} (INDABA_SHARED)", records.display());
    } else {
        tell(&format!("{} real records", real.len()), &real);
    }
}

fn read(folder: &Path) -> Option<Dialogue> {
    let [mut comments, mut votes] = ["comments.csv", "votes.csv"].map(|name| File::open(folder.join(name)).ok());
    let files = PolisFiles {
        comments: comments.as_mut().map(|f| f as &mut dyn std::io::Read),
        votes: Some(votes.as_mut()?),
        matrix: None,
    };
    let export = polis_export(files).unwrap();
    Some(Dialogue { statements: export.statements(), votes: export.votes })
}

fn tell(whose: &str, dialogues: &[Dialogue]) {
    for share in SHARES {
        let outcomes: Vec<Outcome> = dialogues.iter().map(|dialogue| outcome(dialogue, share)).collect();
        let mean = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>() as f64 / outcomes.len() as f64;
        let what = |what: &str| format!("{share} % coordinated ({whose}): {what}");
        let figure = |x: f64| format!("{x:.1}");
        let (kept, least) = (mean(|o| o.kept), outcomes.iter().map(|o| o.kept).min().unwrap_or(TOP));
        let bar = if share <= 5 { "5" } else { "" };
        row(&what("of the five first stay, mean"), &figure(kept), bar, bar.is_empty() || least == TOP);
        row(&what("of the five first stay, least"), &least.to_string(), bar, bar.is_empty() || least == TOP);
        let (noted, others) = (mean(|o| o.noted), mean(|o| o.others));
        row(&what("per cent of them noted"), &figure(noted), "100", noted > 99.9);
        row(&what("others noted"), &figure(others), "", true);
    }
}

struct Outcome {
    kept: usize,
    /// Per cent of the coordinated ones.
    noted: usize,
    others: usize,
}

fn outcome(Dialogue { votes, statements }: &Dialogue, share: usize) -> Outcome {
    let before = first(votes, statements);
    let all = with_swarm(votes, &ranked(votes, statements), share);
    let noted: Vec<&str> = Ideal::fit(&all, statements, 2).same_answers().concat();
    let (right, others): (Vec<&str>, Vec<&str>) = noted.iter().partition(|id| id.starts_with("swarm"));
    let coordinated = all.participants().len() - votes.participants().len();
    let after = first(&all, statements);
    Outcome {
        kept: before.iter().filter(|id| after.contains(id)).count(),
        noted: 100 * right.len() / coordinated.max(1),
        others: others.len(),
    }
}

fn first(votes: &Votes, statements: &[Statement]) -> Vec<String> {
    ranked(votes, statements).into_iter().take(TOP).collect()
}

fn ranked(votes: &Votes, statements: &[Statement]) -> Vec<String> {
    let landscape: Landscape = indaba(votes, statements, &Options { threads: 2, ..Options::default() });
    landscape.common_ground().iter().map(|s| s.id.clone()).collect()
}

/// As many as `share` of a hundred answer everything: against the five that were first, for five that were last.
fn with_swarm(votes: &Votes, ranked: &[String], share: usize) -> Votes {
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
