//! Effects as figures: for each measure and synergy what it does to each party in each sphere, several assessors merged.

use crate::check::Known;
use crate::problem::{Problem, Relation};
use std::collections::BTreeMap;

/// One merged effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The party, counted from 0.
    pub party: usize,
    /// The sphere, counted from 0.
    pub sphere: usize,
    /// Lowest low.
    pub low: i64,
    /// Lower median of the modes.
    pub mode: i64,
    /// Highest high.
    pub high: i64,
    /// Least and greatest mode: how far the assessors are apart.
    pub spread: (i64, i64),
    /// How many assessors.
    pub assessors: usize,
}

/// What each unit does: first the measures, then the synergies, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    units: Vec<Vec<Merged>>,
    /// Number of measures among the units.
    measures: usize,
    /// Measures of each synergy.
    synergies: Vec<Vec<usize>>,
}

/// Low, mode and high of each who assessed a cell: a party and a sphere.
type Claims = BTreeMap<(usize, usize), Vec<(i64, i64, i64)>>;

impl Cells {
    /// Merges the effects of a checked problem.
    pub(crate) fn new(problem: &Problem, known: &Known<'_>) -> Self {
        let mut claims = vec![Claims::new(); problem.measures.len()];
        for e in &problem.effects {
            let cell = (known.parties[e.party.as_str()], known.spheres[e.sphere.as_str()]);
            let unit = &mut claims[known.measures[e.measure.as_str()]];
            unit.entry(cell).or_default().push((e.low, e.mode, e.high));
        }
        let mut synergies = Vec::new();
        for relation in &problem.relations {
            if let Relation::Synergy { measures, effects } = relation {
                synergies.push(measures.iter().map(|m| known.measures[m.as_str()]).collect());
                let mut unit = Claims::new();
                for e in effects {
                    let cell = (known.parties[e.party.as_str()], known.spheres[e.sphere.as_str()]);
                    unit.entry(cell).or_default().push((e.low, e.mode, e.high));
                }
                claims.push(unit);
            }
        }
        let units = claims
            .into_iter()
            .map(|unit| unit.into_iter().map(|(cell, claims)| merged(cell, claims)).collect())
            .collect();
        Self { units, measures: problem.measures.len(), synergies }
    }

    /// Units with their number: measures, then synergies.
    pub fn units(&self) -> &[Vec<Merged>] {
        &self.units
    }

    /// Number of measures.
    pub fn measures(&self) -> usize {
        self.measures
    }

    /// The measures of each synergy.
    pub fn synergies(&self) -> &[Vec<usize>] {
        &self.synergies
    }

    /// The same cells with one certain figure in each.
    pub(crate) fn each(&self, mut figure: impl FnMut(&Merged) -> i64) -> Self {
        let mut certain = |e: &Merged| {
            let mode = figure(e);
            Merged { low: mode, mode, high: mode, spread: (mode, mode), assessors: 1, ..*e }
        };
        let units = self.units.iter().map(|unit| unit.iter().map(&mut certain).collect()).collect();
        Self { units, ..self.clone() }
    }

    /// A choice of measures with the synergies that follow from it.
    pub fn complete(&self, measures: &[bool]) -> Vec<bool> {
        let mut choice: Vec<bool> = (0..self.measures).map(|m| measures.get(m) == Some(&true)).collect();
        for synergy in &self.synergies {
            choice.push(synergy.iter().all(|m| choice[*m]));
        }
        choice
    }
}

fn merged((party, sphere): (usize, usize), mut claims: Vec<(i64, i64, i64)>) -> Merged {
    claims.sort_unstable_by_key(|(_, mode, _)| *mode);
    let modes: Vec<i64> = claims.iter().map(|(_, mode, _)| *mode).collect();
    Merged {
        party,
        sphere,
        low: claims.iter().map(|(low, ..)| *low).min().unwrap_or(0),
        mode: modes[(modes.len() - 1) / 2],
        high: claims.iter().map(|(.., high)| *high).max().unwrap_or(0),
        spread: (modes[0], modes[modes.len() - 1]),
        assessors: claims.len(),
    }
}
