//! A problem made ready: effects merged, rows named, gains as functions of the choices.

use crate::cells::Cells;
use crate::check::{Known, Reach};
use crate::claim::Claim;
use crate::engine::{Choice, Linear, Model, Row};
use crate::problem::{Problem, RedLine, Relation, Tolerance};
use crate::read::ReadError;
use std::collections::{BTreeMap, BTreeSet};

/// What is left out of a case, to see what it costs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Without {
    /// Red lines, by their place in the file.
    pub red_lines: BTreeSet<usize>,
    /// Parties that waive all that they claim: floors and red lines.
    pub parties: BTreeSet<usize>,
}

/// A problem with one tolerance, ready to be asked.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    problem: &'a Problem,
    links: Links,
    cells: Cells,
    tolerance: Vec<i64>,
    model: Model,
    claims: Vec<Claim>,
    gains: Vec<Linear>,
    spheres: Vec<Linear>,
    table: Vec<Linear>,
    total: Linear,
}

impl<'a> Case<'a> {
    /// Checks a problem and makes it ready. `tolerance` replaces the file's.
    pub fn new(problem: &'a Problem, tolerance: Option<&Tolerance>) -> Result<Self, ReadError> {
        let known = problem.known()?;
        let tolerance = tolerance.or(problem.tolerance.as_ref());
        tolerance.map_or(Ok(()), |tolerance| problem.check_tolerance(tolerance))?;
        let tolerance = tolerance.unwrap_or(&Tolerance::One(0)).each(&problem.spheres);
        Ok(Self::of(problem, Links::new(problem, &known), Cells::new(problem, &known), tolerance))
    }

    fn of(problem: &'a Problem, links: Links, cells: Cells, tolerance: Vec<i64>) -> Self {
        let table = table(problem, &cells);
        let wide = problem.spheres.len();
        let row = |p: usize| Linear::sum(&table[p * wide..(p + 1) * wide]);
        let gains: Vec<Linear> = (0..problem.parties.len()).map(row).collect();
        let column = |s: usize| Linear::sum(table.iter().skip(s).step_by(wide.max(1)));
        let spheres: Vec<Linear> = (0..wide).map(column).collect();
        let (total, model) = (Linear::sum(&gains), Model::default());
        let case = Self { problem, links, cells, tolerance, model, claims: Vec::new(), gains, spheres, table, total };
        case.with_rows(&Without::default())
    }

    /// The same with something left out.
    #[must_use]
    pub fn without(&self, out: &Without) -> Self {
        self.clone().with_rows(out)
    }

    /// The same with another tolerance, one for all spheres.
    #[must_use]
    pub fn tolerant(&self, tolerance: i64) -> Self {
        let tolerance = vec![tolerance; self.tolerance.len()];
        Self { tolerance, ..self.clone() }.with_rows(&Without::default())
    }

    /// The same with other effects.
    pub(crate) fn drawn(&self, cells: Cells) -> Self {
        Self::of(self.problem, self.links.clone(), cells, self.tolerance.clone())
    }

    fn with_rows(mut self, out: &Without) -> Self {
        self.model = Model::new(self.cells.units().len());
        self.claims.clear();
        self.measures_and_budget();
        self.relations();
        self.floors(out);
        self
    }

    fn row(&mut self, claim: Claim, function: Linear, low: Option<i64>, high: Option<i64>) {
        self.model.add_row(Row { name: claim.to_string(), function, low, high });
        self.claims.push(claim);
    }

    fn measures_and_budget(&mut self) {
        let all = Linear::new((0..self.cells.measures()).map(|m| (m, 1)));
        self.row(Claim::SomeMeasure, all, Some(1), None);
        if let Some(budget) = self.problem.budget {
            self.row(Claim::Budget { budget }, self.cost(), None, Some(budget));
        }
    }

    fn relations(&mut self) {
        let mut synergy = self.cells.measures();
        for (i, relation) in self.problem.relations.iter().enumerate() {
            let claim = Claim::Relation { relation: i, measures: relation.measures().to_vec() };
            let columns = self.links.relations[i].clone();
            let sum = |factor: i64| columns.iter().map(|c| (*c, factor)).collect::<Vec<_>>();
            match relation {
                Relation::Requires { .. } => {
                    for other in &columns[1..] {
                        let function = Linear::new([(*other, 1), (columns[0], -1)]);
                        self.row(claim.clone(), function, Some(0), None);
                    }
                }
                Relation::Excludes { .. } => self.row(claim, Linear::new(sum(1)), None, Some(1)),
                Relation::AtMost { k, .. } => self.row(claim, Linear::new(sum(1)), None, Some(*k)),
                Relation::Synergy { .. } => {
                    for column in &columns {
                        self.row(claim.clone(), Linear::new([(*column, 1), (synergy, -1)]), Some(0), None);
                    }
                    let all = Linear::new(sum(-1).into_iter().chain([(synergy, 1)]));
                    self.row(claim, all, Some(1 - columns.len() as i64), None);
                    synergy += 1;
                }
            }
        }
    }

    /// Floors of parties, spheres and cells: each the strictest that is claimed, under the name of who claims it.
    fn floors(&mut self, out: &Without) {
        let problem = self.problem;
        let (mut totals, mut cells) = (BTreeMap::new(), BTreeMap::new());
        for (p, party) in problem.parties.iter().enumerate().filter(|(p, _)| !out.parties.contains(p)) {
            totals.insert(p, (0, Claim::Party { party: party.id.clone() }));
            for (s, sphere) in problem.spheres.iter().enumerate() {
                let floor = -self.tolerance[s];
                let claim = Claim::Cell { party: party.id.clone(), sphere: sphere.clone(), floor };
                cells.insert((p, s), (floor, claim));
            }
        }
        for (i, line) in problem.red_lines.iter().enumerate() {
            let Line { party, sphere, measure } = self.links.lines[i];
            if out.red_lines.contains(&i) || out.parties.contains(&party) {
                continue;
            }
            let floor = line.measure.is_none().then(|| line.floor.unwrap_or(0));
            let claim = Claim::RedLine {
                red_line: i,
                party: line.party.clone(),
                sphere: line.sphere.clone(),
                measure: line.measure.clone(),
                floor,
            };
            let floor = floor.unwrap_or(0);
            match (measure, sphere) {
                (Some(column), _) => self.row(claim, Linear::new([(column, 1)]), None, Some(0)),
                (None, Some(sphere)) => stricter(&mut cells, (party, sphere), floor, claim),
                (None, None) => stricter(&mut totals, party, floor, claim),
            }
        }
        for (p, (floor, claim)) in totals {
            let function = self.gains[p].clone();
            self.row(claim, function, Some(floor), None);
        }
        for ((p, s), (floor, claim)) in cells {
            let function = self.cell(p, s).clone();
            self.row(claim, function, Some(floor), None);
        }
        for (s, sphere) in problem.spheres.iter().enumerate() {
            let function = self.spheres[s].clone();
            self.row(Claim::Sphere { sphere: sphere.clone() }, function, Some(0), None);
        }
    }

    /// The problem.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// What relations and red lines speak of.
    pub(crate) fn links(&self) -> &Links {
        &self.links
    }

    /// Merged effects.
    pub fn cells(&self) -> &Cells {
        &self.cells
    }

    /// How far a cell may fall below zero, for each sphere.
    pub fn tolerance(&self) -> &[i64] {
        &self.tolerance
    }

    /// Columns (measures, then synergies) and rows.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What each row of the model stands for.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The gain of each party, as a function of the choices.
    pub fn gains(&self) -> &[Linear] {
        &self.gains
    }

    /// The total of each sphere.
    pub fn spheres(&self) -> &[Linear] {
        &self.spheres
    }

    /// A party's gain in a sphere.
    pub fn cell(&self, party: usize, sphere: usize) -> &Linear {
        &self.table[party * self.problem.spheres.len() + sphere]
    }

    /// The sum of all gains.
    pub fn total(&self) -> Linear {
        self.total.clone()
    }

    /// What a package costs.
    pub fn cost(&self) -> Linear {
        Linear::new(self.problem.measures.iter().enumerate().map(|(m, measure)| (m, measure.cost.unwrap_or(0))))
    }

    /// The choice that consists of these measures, by id; none if one is not known.
    pub fn choice(&self, ids: &[String]) -> Option<Choice> {
        let mut choice = vec![false; self.problem.measures.len()];
        for id in ids {
            choice[self.problem.measures.iter().position(|m| m.id == *id)?] = true;
        }
        Some(self.cells.complete(&choice))
    }

    /// Ids of the measures of a choice.
    pub fn ids(&self, choice: &[bool]) -> Vec<String> {
        let chosen = self.problem.measures.iter().zip(choice).filter(|(_, yes)| **yes);
        chosen.map(|(measure, _)| measure.id.clone()).collect()
    }

    /// Parties that any effect touches.
    pub fn touched(&self) -> Vec<usize> {
        let wide = self.problem.spheres.len();
        let any = |p: &usize| self.table[p * wide..(p + 1) * wide].iter().any(|f| !f.terms().is_empty());
        (0..self.gains.len()).filter(any).collect()
    }
}

fn stricter<K: Ord>(floors: &mut BTreeMap<K, (i64, Claim)>, key: K, floor: i64, claim: Claim) {
    if floors.get(&key).is_none_or(|(old, _)| floor > *old) {
        floors.insert(key, (floor, claim));
    }
}

/// The gain of each party in each sphere.
fn table(problem: &Problem, cells: &Cells) -> Vec<Linear> {
    let wide = problem.spheres.len();
    let mut terms = vec![Vec::new(); problem.parties.len() * wide];
    for (unit, effects) in cells.units().iter().enumerate() {
        for e in effects {
            terms[e.party * wide + e.sphere].push((unit, e.mode));
        }
    }
    terms.into_iter().map(Linear::new).collect()
}

/// What relations and red lines speak of, by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Links {
    /// Measures of each relation.
    pub relations: Vec<Vec<usize>>,
    pub lines: Vec<Line>,
    /// What each measure needs, itself included.
    pub needs: Vec<Vec<usize>>,
}

/// What a red line speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub party: usize,
    pub sphere: Option<usize>,
    pub measure: Option<usize>,
}

impl Links {
    fn new(problem: &Problem, known: &Known<'_>) -> Self {
        let places = |ids: &[String]| ids.iter().map(|id| known.measures[id.as_str()]).collect();
        let line = |line: &RedLine| Line {
            party: known.parties[line.party.as_str()],
            sphere: line.sphere.as_ref().map(|id| known.spheres[id.as_str()]),
            measure: line.measure.as_ref().map(|id| known.measures[id.as_str()]),
        };
        let reach = Reach::new(problem, known);
        Self {
            relations: problem.relations.iter().map(|relation| places(relation.measures())).collect(),
            lines: problem.red_lines.iter().map(line).collect(),
            needs: (0..problem.measures.len()).map(|m| reach.with(m)).collect(),
        }
    }
}
