//! What a reader who knows who stands where, and who responded, can compute from what is shown.

use std::collections::BTreeSet;

use landscape::{Blocs, Landscape, Options, Votes, indaba, polis, suppress};

use crate::{
    invented::{Chance, Kind, invented},
    row,
};

const DIALOGUES: u64 = 1000;

pub fn run() {
    let (mut counts, mut alike, mut told) = (0, 0, 0);
    for seed in 1..=DIALOGUES {
        let mut chance = Chance::new(seed);
        let people = 5 + (chance.unit() * 296.0) as usize;
        let kind = [Kind::Alike, Kind::Cloud(2), Kind::Camps(2)][(seed % 3) as usize];
        let (votes, _) = invented(kind, people, 8, seed);
        let k = if seed % 2 == 0 { 5 } else { 10 };
        let options = Options { blocs: blocs(&votes, &mut chance), ..Options::default() };
        let whole = if seed % 4 < 2 { polis } else { indaba }(&votes, &[], &options);
        let shown = suppress(&whole, k);
        for s in 0..whole.statements.len() {
            let found = attack(&votes, &options.blocs, &whole, &shown, s, k);
            counts += found.small;
            alike += found.alike;
            told += found.told;
        }
    }
    let what = |what: &str| format!("{DIALOGUES} dialogues of 5-300, {what}");
    row(&what("sums of shown counts about fewer than k"), &counts.to_string(), "0", counts == 0);
    row(&what("counts that are shown"), &told.to_string(), "", true);
    row(&what("of them unanimous (known of each of k or more)"), &alike.to_string(), "", true);
}

/// Up to three blocs that overlap.
fn blocs(votes: &Votes, chance: &mut Chance) -> Blocs {
    let mut blocs = Blocs::new();
    for bloc in 0..3 {
        let share = chance.unit();
        for id in votes.participants() {
            if chance.unit() < share {
                blocs.entry(format!("b{bloc}")).or_default().insert(id.clone());
            }
        }
    }
    blocs
}

struct Found {
    /// Sums and differences of what is shown that are about 1 to k − 1 participants.
    small: usize,
    told: usize,
    alike: usize,
}

fn attack(votes: &Votes, blocs: &Blocs, whole: &Landscape, shown: &Landscape, s: usize, k: usize) -> Found {
    let who: Vec<usize> =
        (0..votes.participants().len()).filter(|p| votes.responses(*p).any(|r| r.statement == s)).collect();
    let people = whole.participants.as_deref().unwrap_or_default();
    let all = &shown.statements[s];
    let mut known: Vec<Vec<i8>> = Vec::new();
    let mut answers: Vec<[Option<u32>; 3]> = Vec::new();
    let mut see = |counts: [Option<u32>; 3], belongs: &dyn Fn(usize) -> bool| {
        if counts[0].is_some() {
            known.push(who.iter().map(|p| i8::from(belongs(*p))).collect());
            answers.push(counts);
        }
    };
    see([all.agree, all.pass, all.disagree], &|_| true);
    for group in &shown.groups {
        let h = &group.statements[s];
        see([h.agree, h.pass, h.disagree], &|p| people[p].group.as_deref() == Some(&group.id));
    }
    for bloc in &shown.blocs {
        let h = &bloc.statements[s];
        see([h.agree, h.pass, h.disagree], &|p| blocs[&bloc.name].contains(&votes.participants()[p]));
    }
    let small = sums(&known).into_iter().filter(|sum| is_small(sum, k)).count();
    let alike = answers.iter().filter(|counts| counts.iter().filter(|n| n.unwrap_or(0) > 0).count() == 1).count();
    Found { small, told: answers.len(), alike }
}

fn is_small(sum: &[i8], k: usize) -> bool {
    let size = sum.iter().filter(|x| **x == 1).count();
    sum.iter().all(|x| (0..=1).contains(x)) && (1..k).contains(&size)
}

/// All sums with coefficients −1, 0 and 1.
fn sums(known: &[Vec<i8>]) -> BTreeSet<Vec<i8>> {
    let start = BTreeSet::from([vec![0; known.first().map_or(0, Vec::len)]]);
    known.iter().fold(start, |sums, set| {
        let by = |sum: &Vec<i8>, sign: i8| sum.iter().zip(set).map(|(a, b)| a + sign * b).collect();
        sums.iter().flat_map(|sum| [-1, 0, 1].map(|sign| by(sum, sign))).collect()
    })
}
