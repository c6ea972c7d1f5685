//! Dialogues made by a model, with groups or without, from a seed.

use landscape::{Value, Votes, VotesBuilder};

/// Numbers without pattern (`SplitMix64`).
pub struct Chance(u64);

impl Chance {
    /// Seeds that follow each other have nothing in common.
    pub fn new(seed: u64) -> Self {
        Self(mixed(seed))
    }

    /// In 0..1.
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        (mixed(self.0) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Normal, mean 0, variance 1 (Box & Muller 1958).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.unit().max(1e-12).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// How participants differ.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Not at all: each answers by the level of the statement.
    Alike,
    /// By degrees, in one dimension or two.
    Cloud(usize),
    /// In camps, each with an opinion of its own on every statement.
    Camps(usize),
    /// By degrees, in two dimensions, but for a tenth who are of one opinion on every statement, with this certainty on the
    /// one in the middle and with more or less on others, as people are, and never pass.
    Minority(f64),
}

/// Responses of `people` to `count` statements, half of the cells filled, and the camp of each participant.
pub fn invented(kind: Kind, people: usize, count: usize, seed: u64) -> (Votes, Vec<usize>) {
    let mut chance = Chance::new(seed);
    let items: Vec<[f64; 3]> =
        (0..count).map(|_| [0.6 + 0.9 * chance.normal(), chance.normal(), chance.normal()]).collect();
    let camps: Vec<Vec<f64>> =
        (0..4).map(|_| (0..count).map(|_| if chance.unit() < 0.5 { 0.8 } else { 0.2 }).collect()).collect();
    let opinion = if let Kind::Minority(certain) = kind { opinion(certain, count, &mut chance) } else { Vec::new() };
    let (mut votes, mut of) = (Votes::builder(), Vec::new());
    for p in 0..people {
        let camp = if let Kind::Camps(n) = kind { (chance.unit() * n as f64) as usize } else { 0 };
        let x = match kind {
            Kind::Cloud(1) => [chance.normal(), 0.0],
            Kind::Cloud(_) | Kind::Minority(_) => [chance.normal(), chance.normal()],
            _ => [0.0; 2],
        };
        of.push(camp);
        let is_of_one_opinion = !opinion.is_empty() && 10 * p < people;
        for (s, [level, a, b]) in items.iter().enumerate() {
            let agree = match kind {
                Kind::Camps(_) => camps[camp][s],
                _ if is_of_one_opinion => opinion[s],
                _ => 1.0 / (1.0 + (-1.3 * (level + a * x[0] + b * x[1])).exp()),
            };
            let (shown, passed, agreed) = (chance.unit() < 0.5, chance.unit() < 0.12, chance.unit() < agree);
            let value = if passed && !is_of_one_opinion {
                Value::Pass
            } else if agreed {
                Value::Agree
            } else {
                Value::Disagree
            };
            if shown {
                votes.response(&p.to_string(), &s.to_string(), value, 0);
            }
        }
    }
    (votes.build(), of)
}

/// How likely those agree with each statement who are of one opinion.
fn opinion(certain: f64, count: usize, chance: &mut Chance) -> Vec<f64> {
    let of_one = |chance: &mut Chance| {
        let odds = (certain / (1.0 - certain)).ln() + 1.5 * chance.normal();
        let side = if chance.unit() < 0.5 { 1.0 } else { -1.0 };
        1.0 / (1.0 + (-side * odds).exp())
    };
    (0..count).map(|_| of_one(chance)).collect()
}

/// The responses of those participants that are wanted, by place, to which others can be added.
pub fn copied(votes: &Votes, wanted: impl Fn(usize) -> bool) -> VotesBuilder {
    let mut rows = Votes::builder();
    for (p, id) in votes.participants().iter().enumerate().filter(|(p, _)| wanted(*p)) {
        votes.responses(p).for_each(|r| _ = rows.response(id, &votes.statements()[r.statement], r.value, r.at));
    }
    rows
}
