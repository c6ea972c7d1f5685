//! Other shapes than the generator's: thin effects, one bloc that has most parties, many synergies, several assessors.

use crate::brute::Chance;
use crate::run::{Runs, gap, said};
use crate::table::Table;
use landing::problem::{Effect, Joint, MEASURES, Measure, Party, Relation};
use landing::{Case, Objective, Problem, Tolerance};

/// What a shape is made of.
struct Shape {
    name: &'static str,
    /// Of a hundred cells of a measure, so many have an effect.
    filled: u64,
    /// Of a hundred parties, so many are of the first bloc.
    dominant: u64,
    synergies: usize,
    assessors: u64,
}

const SHAPES: &[Shape] = &[
    Shape { name: "shape: sparse", filled: 2, dominant: 25, synergies: 0, assessors: 1 },
    Shape { name: "shape: one dominant bloc", filled: 20, dominant: 90, synergies: 0, assessors: 1 },
    Shape { name: "shape: many synergies", filled: 15, dominant: 25, synergies: 60, assessors: 1 },
    Shape { name: "shape: several assessors", filled: 15, dominant: 25, synergies: 5, assessors: 3 },
];

pub fn rows(table: &mut Table, runs: &mut Runs<'_>) {
    for shape in SHAPES.iter().filter(|shape| table.wants(shape.name)).collect::<Vec<_>>() {
        let problem = built(shape);
        let case = Case::new(&problem, Some(&Tolerance::One(2))).unwrap();
        let (packages, seconds) = runs.several(&case, &Objective::ALL, 2, 30.0);
        let near = |p: &landing::Package| gap(p) <= if p.objective == Objective::Nash { 1.0 } else { 0.0 };
        let figure = format!("{seconds:.1} s: {}", packages.iter().map(said).collect::<Vec<_>>().join("; "));
        let met = packages.iter().all(near) && seconds <= 31.0;
        table.bar(shape.name, "tolerance 2: optimal, nash within 1 %, <= 30 s", &figure, met);
    }
}

/// 60 measures, 120 parties, 6 spheres.
fn built(shape: &Shape) -> Problem {
    let c = &mut Chance::new(77);
    let ids = |letter: char, count: usize| (0..count).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    let (measures, parties, spheres) = (ids('m', 60), ids('p', 120), ids('s', 6));
    let bloc: Vec<u64> =
        parties.iter().map(|_| if c.below(100) < shape.dominant { 0 } else { 1 + c.below(3) }).collect();
    let mut effects = Vec::new();
    for measure in &measures {
        for sphere in &spheres {
            let tilts: Vec<i64> = (0..4).map(|_| c.below(5) as i64 - 2).collect();
            for (party, bloc) in parties.iter().zip(&bloc) {
                if c.below(100) >= shape.filled {
                    continue;
                }
                for assessor in 0..shape.assessors {
                    let mode = (tilts[*bloc as usize] + c.below(3) as i64 - 1 + i64::from(c.below(3) > 0)).clamp(-3, 3);
                    let by = (shape.assessors > 1).then(|| format!("assessor {assessor}"));
                    let (measure, party, sphere) = (measure.clone(), party.clone(), sphere.clone());
                    effects.push(Effect { measure, party, sphere, low: (mode - 1).max(-3), mode, high: mode, by });
                }
            }
        }
    }
    let mut relations = Vec::new();
    for i in 0..shape.synergies {
        let pair = vec![measures[i % 60].clone(), measures[(i + 1 + c.below(58) as usize) % 60].clone()];
        let joint = |c: &mut Chance| {
            let (party, sphere) = (parties[c.below(120) as usize].clone(), spheres[c.below(6) as usize].clone());
            Joint { party, sphere, low: 0, mode: 1 + c.below(2) as i64, high: 3, by: None }
        };
        let mut joints: Vec<Joint> = (0..8).map(|_| joint(c)).collect();
        joints.sort_by(|a, b| (&a.party, &a.sphere).cmp(&(&b.party, &b.sphere)));
        joints.dedup_by(|a, b| (&a.party, &a.sphere) == (&b.party, &b.sphere));
        if pair[0] != pair[1] {
            relations.push(Relation::Synergy { measures: pair, effects: joints });
        }
    }
    let measure =
        |id: &String| Measure { id: id.clone(), name: id.clone(), cost: Some(1), question: None, source: None };
    let party = |(id, bloc): (&String, &u64)| Party {
        id: id.clone(),
        name: id.clone(),
        bloc: Some(format!("bloc {bloc}")),
        weight: None,
    };
    Problem {
        schema: MEASURES.to_owned(),
        parties: parties.iter().zip(&bloc).map(party).collect(),
        measures: measures.iter().map(measure).collect(),
        effects,
        relations,
        budget: Some(30),
        red_lines: Vec::new(),
        tolerance: None,
        spheres,
    }
}
