//! Whether groups are said where there are some, only there, and again when a tenth of the participants is missing.

use landscape::{Landscape, Options, Value, Votes, indaba};

use crate::{
    again::{self, median},
    invented::{Chance, Kind, invented},
    row,
};

pub fn run() {
    noise();
    let planted = (1..=10).filter(|seed| found(&invented(Kind::Camps(2), 400, 40, *seed).0).groups.len() == 2).count();
    row("two planted camps of 400 found, of ten dialogues", &planted.to_string(), "10", planted == 10);
    tenths();
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
    for people in [60, 120, 200, 300] {
        for (kind, name) in kinds {
            let claimed = (1..=100).filter(|seed| found(&invented(kind, people, 30, *seed).0).stable).count();
            row(
                &format!("{people} participants, {name}: groups claimed, of 100"),
                &claimed.to_string(),
                "5",
                claimed <= 5,
            );
        }
    }
}

/// A tenth of the participants is left out, twenty times.
fn tenths() {
    for camps in [2, 3] {
        let (all, _) = invented(Kind::Camps(camps), 600, 40, 3);
        let same = again::again(&all, &found(&all));
        let what =
            |which: &str| format!("{camps} camps of 600, a tenth left out 20 times: {which} adjusted Rand index");
        row(&what("median"), &format!("{:.3}", median(&same)), "0.9", median(&same) >= 0.9);
        row(&what("least"), &format!("{:.3}", same[0]), "0.8", same[0] >= 0.8);
    }
}

const DIALOGUES: u64 = 10;

/// Of how many dialogues these indices are .8 in the median.
fn tell(what: &str, same: &[Vec<Option<f64>>], of: impl Fn(&Vec<Option<f64>>) -> Vec<f64>) {
    let indices = same.iter().map(of).filter(|indices| !indices.is_empty());
    let (mut count, mut kept) = (0, 0);
    for mut indices in indices {
        indices.sort_by(f64::total_cmp);
        count += 1;
        kept += usize::from(median(&indices) >= 0.8);
    }
    row(what, &kept.to_string(), &count.to_string(), kept == count);
}

/// Of dialogues in which groups are said, four sizes to an octave, how many say them again without a tenth of the
/// participants.
pub fn stands() {
    for people in [40, 48, 57, 67, 80, 95, 113, 135, 160, 190, 226, 269, 320, 381] {
        for camps in [2, 3] {
            let invented = (1..=DIALOGUES).map(|seed| invented(Kind::Camps(camps), people, 40, seed).0);
            let said: Vec<(Votes, Landscape)> =
                invented.map(|all| (found(&all), all)).filter(|(whole, _)| whole.stable).map(|(w, a)| (a, w)).collect();
            let same: Vec<Vec<Option<f64>>> = said.iter().map(|(all, whole)| again::said_again(all, whole)).collect();
            let what = format!("{people} in {camps} camps, groups said in {} of {DIALOGUES}: ", said.len());
            let all = |same: &Vec<Option<f64>>| same.iter().map(|index| index.unwrap_or_default()).collect();
            let shown = |same: &Vec<Option<f64>>| same.iter().copied().flatten().collect();
            tell(&(what.clone() + "median index .8"), &same, all);
            tell(&(what + "the same of those with groups"), &same, shown);
        }
    }
}
