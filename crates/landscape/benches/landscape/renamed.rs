//! Whether dimensions and groups are the same when participants are called otherwise, and when a tenth of them is missing.

use std::{collections::BTreeMap, fs::File, io::Read, path::Path};

use landscape::{
    Landscape, Options, Statement, Votes, indaba,
    read::{PolisFiles, polis_export},
};

use crate::{
    again::{adjusted_rand, groups, without},
    invented::{Chance, Kind, invented},
    row,
};

const DRAWS: u64 = 20;
const KINDS: [(Kind, &str, usize); 5] = [
    (Kind::Alike, "no differences", 1),
    (Kind::Cloud(1), "one dimension", 1),
    (Kind::Cloud(2), "two dimensions", 1),
    (Kind::Camps(2), "two camps", 2),
    (Kind::Camps(3), "three camps", 3),
];

pub fn run(shared: &Path) {
    let mut folders: Vec<_> =
        std::fs::read_dir(shared.join("data/polis")).into_iter().flatten().flatten().map(|e| e.path()).collect();
    folders.sort();
    for folder in folders {
        if let Some((votes, statements)) = read(&folder) {
            record(&folder.file_name().unwrap_or_default().to_string_lossy(), &votes, &statements);
        }
    }
    for people in [60, 120, 400] {
        for (kind, name, planted) in KINDS {
            let whole: Vec<Landscape> = (1..=10).map(|seed| found(&invented(kind, people, 40, seed).0, &[])).collect();
            let right = whole.iter().filter(|l| l.groups.len() == planted).count();
            let wrong = whole.iter().filter(|l| l.groups.len() > 1 && l.groups.len() != planted).count();
            println!(
                "{people} participants, {name}: right {right}, others claimed {wrong}, of ten; dimensions {}",
                tally(&whole, dimensions)
            );
        }
    }
}

/// One record: three times under other names, twenty times without a tenth.
fn record(name: &str, votes: &Votes, statements: &[Statement]) {
    let whole = found(votes, statements);
    let same = (1..=3).filter(|draw| nameless(&found(&renamed(votes, *draw), statements)) == nameless(&whole)).count();
    row(&format!("{name}: the same under other names, of three"), &same.to_string(), "3", same == 3);
    let parts: Vec<Landscape> = (1..=DRAWS).map(|draw| found(&without(votes, draw), statements)).collect();
    let own = groups(&whole);
    let again = |part: &Landscape| {
        let part = groups(part);
        let both = part.iter().filter_map(|(p, g)| Some((own.get(p)?.as_str(), g.as_str())));
        adjusted_rand(&both.collect::<Vec<_>>())
    };
    let mut alike: Vec<f64> = parts.iter().map(again).collect();
    alike.sort_by(f64::total_cmp);
    let what = format!("{name}: a tenth left out 20 times: median adjusted Rand index");
    row(&what, &format!("{:.2}", alike[10]), "0.8", alike[10] >= 0.8);
    let groups = |l: &Landscape| l.groups.len();
    println!("  dimensions {}, without a tenth {}", dimensions(&whole), tally(&parts, dimensions));
    println!("  groups {}, without a tenth {}", groups(&whole), tally(&parts, groups));
}

fn dimensions(landscape: &Landscape) -> usize {
    landscape.dimensions.unwrap_or_default() as usize
}

/// How often each number came.
fn tally(landscapes: &[Landscape], of: fn(&Landscape) -> usize) -> String {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for landscape in landscapes {
        *counts.entry(of(landscape)).or_default() += 1;
    }
    counts.iter().map(|(number, times)| format!("{number}×{times}")).collect::<Vec<_>>().join(" ")
}

fn found(votes: &Votes, statements: &[Statement]) -> Landscape {
    indaba(votes, statements, &Options { threads: 2, ..Options::default() })
}

fn read(folder: &Path) -> Option<(Votes, Vec<Statement>)> {
    let [mut comments, mut votes, mut matrix] =
        ["comments.csv", "votes.csv", "participants-votes.csv"].map(|name| File::open(folder.join(name)).ok());
    let in_rows = votes.is_some();
    let files = PolisFiles {
        comments: comments.as_mut().map(|f| f as &mut dyn Read),
        votes: votes.as_mut().map(|f| f as &mut dyn Read),
        matrix: matrix.as_mut().filter(|_| !in_rows).map(|f| f as &mut dyn Read),
    };
    let export = polis_export(files).ok()?;
    Some((export.votes.clone(), export.statements()))
}

/// The same answers by participants with other names, who stand in another order.
fn renamed(all: &Votes, draw: u64) -> Votes {
    let mut votes = Votes::builder();
    for p in 0..all.participants().len() {
        let id = format!("{:016x}", Chance::new((draw << 32) ^ p as u64).unit().to_bits());
        all.responses(p).for_each(|r| _ = votes.response(&id, &all.statements()[r.statement], r.value, r.at));
    }
    votes.build()
}

/// All figures, those of the participants without their names.
fn nameless(landscape: &Landscape) -> (Vec<String>, String) {
    let mut landscape = landscape.clone();
    let people = landscape.participants.take().unwrap_or_default();
    let mut people: Vec<String> =
        people.iter().map(|p| format!("{} {:?} {:?} {:?}", p.votes, p.position, p.se, p.group)).collect();
    people.sort();
    (people, landscape.to_json())
}
