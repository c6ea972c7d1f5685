//! Brute force: random small problems, and every package of them, judged from the words of the specification alone.

use landing::problem::{Effect, Joint, MEASURES, Measure, Party, RedLine, Relation};
use landing::{Objective, Problem, Tolerance};
use std::collections::BTreeMap;

/// Chances of a test: the same for the same seed.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % limit
    }

    fn range(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    fn some<T: Clone>(&mut self, all: &[T], count: usize) -> Vec<T> {
        let mut all = all.to_vec();
        (0..count.min(all.len())).map(|_| all.swap_remove(self.below(all.len() as u64) as usize)).collect()
    }
}

fn names(letter: char, count: u64) -> Vec<String> {
    (0..count).map(|i| format!("{letter}{i}")).collect()
}

fn scores(c: &mut Chance) -> (i64, i64, i64) {
    let mode = c.range(-3, 3);
    ((mode - c.range(0, 1)).max(-3), mode, (mode + c.range(0, 1)).min(3))
}

/// A random problem that makes sense: at most 12 measures.
pub fn problem(seed: u64) -> Problem {
    let c = &mut Chance::new(seed);
    loop {
        let problem = attempt(c);
        if problem.check().is_ok() {
            return problem;
        }
    }
}

fn attempt(c: &mut Chance) -> Problem {
    let (most, crowd) = (1 + c.below(12), 1 + c.below(4));
    let (measures, parties, spheres) = (names('m', most), names('p', crowd), names('s', 1 + c.below(3)));
    let mut effects = Vec::new();
    let assessors = [None, Some("a".to_owned()), Some("b".to_owned())];
    for measure in &measures {
        for party in &parties {
            for sphere in &spheres {
                let count = [0, 0, 1, 1, 2, 3][c.below(6) as usize];
                for by in c.some(&assessors, count) {
                    let (low, mode, high) = scores(c);
                    let (measure, party, sphere) = (measure.clone(), party.clone(), sphere.clone());
                    effects.push(Effect { measure, party, sphere, low, mode, high, by });
                }
            }
        }
    }
    let relations = (0..c.below(4)).filter_map(|_| relation(c, &measures, &parties, &spheres)).collect();
    let lines = (0..c.below(4)).map(|_| red_line(c, &measures, &parties, &spheres)).collect();
    let cost = |c: &mut Chance| (c.below(3) > 0).then(|| c.range(0, 9));
    Problem {
        schema: MEASURES.to_owned(),
        parties: parties
            .iter()
            .map(|id| Party {
                id: id.clone(),
                name: id.clone(),
                bloc: None,
                weight: (c.below(3) == 0).then(|| 1 + c.below(3) as u32),
            })
            .collect(),
        measures: measures
            .iter()
            .map(|id| Measure { id: id.clone(), name: id.clone(), cost: cost(c), question: None, source: None })
            .collect(),
        effects,
        relations,
        budget: (c.below(2) == 0).then(|| c.range(0, 30)),
        red_lines: lines,
        tolerance: match c.below(3) {
            0 => None,
            1 => Some(Tolerance::One(c.range(0, 3))),
            _ => Some(Tolerance::List(spheres.iter().map(|_| c.range(0, 3)).collect())),
        },
        spheres,
    }
}

fn relation(c: &mut Chance, measures: &[String], parties: &[String], spheres: &[String]) -> Option<Relation> {
    let count = 2 + c.below(2) as usize;
    let measures = c.some(measures, count);
    (measures.len() >= 2).then(|| match c.below(4) {
        0 => Relation::Requires { measures },
        1 => Relation::Excludes { measures },
        2 => Relation::AtMost { k: c.range(0, 2), measures },
        _ => {
            let (low, mode, high) = scores(c);
            let (party, sphere) = (c.some(parties, 1).remove(0), c.some(spheres, 1).remove(0));
            Relation::Synergy { measures, effects: vec![Joint { party, sphere, low, mode, high, by: None }] }
        }
    })
}

fn red_line(c: &mut Chance, measures: &[String], parties: &[String], spheres: &[String]) -> RedLine {
    let party = c.some(parties, 1).remove(0);
    let floor = (c.below(2) == 0).then(|| c.range(-2, 2));
    match c.below(3) {
        0 => RedLine { party, sphere: None, measure: Some(c.some(measures, 1).remove(0)), floor: None },
        1 => RedLine { party, sphere: Some(c.some(spheres, 1).remove(0)), measure: None, floor },
        _ => RedLine { party, sphere: None, measure: None, floor },
    }
}

/// What the words of the specification say of one package.
pub struct Judged {
    pub gains: Vec<i64>,
    pub lawful: bool,
}

pub fn judge(problem: &Problem, package: &[bool]) -> Judged {
    let is_in = |id: &String| problem.measures.iter().zip(package).any(|(m, yes)| *yes && m.id == *id);
    let mut cells: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for (party, sphere, mode) in effects(problem, &is_in) {
        *cells.entry((party, sphere)).or_default() += mode;
    }
    let cell = |p: &str, s: &str| cells.get(&(p, s)).copied().unwrap_or(0);
    let gain = |p: &str| problem.spheres.iter().map(|s| cell(p, s)).sum::<i64>();
    let gains: Vec<i64> = problem.parties.iter().map(|p| gain(&p.id)).collect();
    let tolerance = problem.tolerance.clone().unwrap_or(Tolerance::One(0)).each(&problem.spheres);
    let mut lawful = package.contains(&true) && gains.iter().all(|g| *g >= 0);
    for (s, t) in problem.spheres.iter().zip(&tolerance) {
        lawful &= problem.parties.iter().map(|p| cell(&p.id, s)).sum::<i64>() >= 0;
        lawful &= problem.parties.iter().all(|p| cell(&p.id, s) >= -t);
    }
    for line in &problem.red_lines {
        let floor = line.floor.unwrap_or(0);
        lawful &= match (&line.measure, &line.sphere) {
            (Some(measure), _) => !is_in(measure),
            (None, Some(sphere)) => cell(&line.party, sphere) >= floor,
            (None, None) => gain(&line.party) >= floor,
        };
    }
    for relation in &problem.relations {
        let count = relation.measures().iter().filter(|m| is_in(m)).count() as i64;
        lawful &= match relation {
            Relation::Requires { measures } => !is_in(&measures[0]) || count == measures.len() as i64,
            Relation::Excludes { .. } => count <= 1,
            Relation::AtMost { k, .. } => count <= *k,
            Relation::Synergy { .. } => true,
        };
    }
    let cost: i64 = problem.measures.iter().filter(|m| is_in(&m.id)).filter_map(|m| m.cost).sum();
    lawful &= problem.budget.is_none_or(|budget| cost <= budget);
    Judged { gains, lawful }
}

/// The effects that a package has, several assessors merged.
fn effects<'a>(problem: &'a Problem, is_in: &dyn Fn(&String) -> bool) -> Vec<(&'a str, &'a str, i64)> {
    let mut claims: BTreeMap<(&str, &str, &str), Vec<i64>> = BTreeMap::new();
    for e in problem.effects.iter().filter(|e| is_in(&e.measure)) {
        claims.entry((&e.measure, &e.party, &e.sphere)).or_default().push(e.mode);
    }
    let median = |modes: &mut Vec<i64>| {
        modes.sort_unstable();
        modes[(modes.len() - 1) / 2]
    };
    let mut found: Vec<_> = claims.iter_mut().map(|((_, p, s), modes)| (*p, *s, median(modes))).collect();
    for relation in &problem.relations {
        if let Relation::Synergy { measures, effects } = relation
            && measures.iter().all(is_in)
        {
            found.extend(effects.iter().map(|e| (e.party.as_str(), e.sphere.as_str(), e.mode)));
        }
    }
    found
}

/// What a party could gain at most, for the objective `nash`.
fn best_gains(problem: &Problem) -> Vec<i64> {
    let per_unit = |party: &str| -> i64 {
        let of = |id: &String| {
            let own = |other: &String| other == id;
            let single = Problem { relations: Vec::new(), ..problem.clone() };
            effects(&single, &own).iter().filter(|(p, ..)| *p == party).map(|(.., mode)| *mode).sum::<i64>()
        };
        let alone: i64 = problem.measures.iter().map(|m| of(&m.id).max(0)).sum();
        let joint = |relation: &Relation| match relation {
            Relation::Synergy { effects, .. } => {
                effects.iter().filter(|e| e.party == party).map(|e| e.mode).sum::<i64>().max(0)
            }
            _ => 0,
        };
        alone + problem.relations.iter().map(joint).sum::<i64>()
    };
    problem.parties.iter().map(|p| per_unit(&p.id)).collect()
}

/// Whether any effect that counts touches a party.
fn touched(problem: &Problem, party: &str) -> bool {
    let mut cells: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
    for e in problem.effects.iter().filter(|e| e.party == party) {
        cells.entry((&e.measure, &e.sphere)).or_default().push(e.mode);
    }
    let own = cells.values_mut().any(|modes| {
        modes.sort_unstable();
        modes[(modes.len() - 1) / 2] != 0
    });
    let joint = |relation: &Relation| match relation {
        Relation::Synergy { effects, .. } => effects.iter().any(|e| e.party == party && e.mode != 0),
        _ => false,
    };
    own || problem.relations.iter().any(joint)
}

/// The best value of every objective over all packages; none where no package is lawful.
pub fn best(problem: &Problem) -> BTreeMap<Objective, f64> {
    let bests = best_gains(problem);
    let touched: Vec<bool> = problem.parties.iter().map(|p| touched(problem, &p.id)).collect();
    let mut found: BTreeMap<Objective, f64> = BTreeMap::new();
    for bits in 1_u32..1 << problem.measures.len() {
        let package: Vec<bool> = (0..problem.measures.len()).map(|i| bits >> i & 1 == 1).collect();
        let judged = judge(problem, &package);
        if !judged.lawful {
            continue;
        }
        for objective in Objective::ALL {
            let value = value(problem, objective, &judged.gains, &bests, &touched);
            found.entry(objective).and_modify(|best| *best = best.max(value)).or_insert(value);
        }
    }
    found
}

fn value(problem: &Problem, objective: Objective, gains: &[i64], bests: &[i64], touched: &[bool]) -> f64 {
    match objective {
        Objective::Total => gains.iter().sum::<i64>() as f64,
        Objective::Count => gains.iter().filter(|g| **g > 0).count() as f64,
        Objective::Maxmin => gains.iter().zip(touched).filter(|(_, t)| **t).map(|(g, _)| *g).min().unwrap_or(0) as f64,
        Objective::Nash => problem
            .parties
            .iter()
            .zip(gains.iter().zip(bests))
            .filter(|(_, (_, best))| **best > 0)
            .map(|(p, (g, best))| f64::from(p.weight.unwrap_or(1)) * (1.0 + *g as f64 / *best as f64).ln())
            .sum(),
    }
}
