//! Why not this measure, what would it cost, is the package efficient, and what each party gains and gives.

use crate::case::Case;
use crate::claim::Claim;
use crate::engine::{Answer, Curve, Goal, Linear, Model, Row, Status, Term, conflict, maximise};
use crate::ladder::Ladder;
use crate::package::words;
use crate::problem::Relation;
use serde::Serialize;
use std::collections::BTreeMap;

/// Why a measure is not in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Why {
    /// The measure.
    pub measure: String,
    /// Status of the best package that has it in.
    pub status: String,
    /// Measures of that package; none if there is none.
    pub measures: Vec<String>,
    /// Its total.
    pub total: Option<i64>,
    /// The largest total of all.
    pub best: Option<i64>,
    /// What is lost with it in.
    pub lost: Option<i64>,
    /// A smallest set of claims that forbid it: none of them can be left out. Empty where it is possible.
    pub claims: Vec<Claim>,
    /// The same in words, in the order of `claims`.
    pub rows: Vec<String>,
}

/// What a measure does to a party, as part of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The measures: one, or those of a synergy.
    pub measures: Vec<String>,
    /// The sphere.
    pub sphere: String,
    /// At worst.
    pub low: i64,
    /// Most likely.
    pub mode: i64,
    /// At best.
    pub high: i64,
    /// Least and greatest mode of those who assessed it.
    pub spread: (i64, i64),
}

/// A claim that has to give way, and by how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conceded {
    /// The claim.
    pub claim: Claim,
    /// Points below its floor; 1 for a measure that was not to be in.
    pub points: i64,
}

/// What a party has to give up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Concession {
    /// The party.
    pub party: String,
    /// Summed over its claims.
    pub points: i64,
    /// Where.
    pub claims: Vec<Conceded>,
}

/// What has to be conceded so that a package can stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Concessions {
    /// The package.
    pub measures: Vec<String>,
    /// Points summed over the parties.
    pub points: i64,
    /// Those who concede, in the order of the problem.
    pub parties: Vec<Concession>,
    /// Claims of no one party that it does not obey: no concession helps there.
    pub others: Vec<Claim>,
    /// How sure it is that no package asks for less, where that was the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

impl Ladder<'_> {
    /// Forces a measure in and looks what is lost; if it is impossible, names who forbids it.
    pub fn why(&self, measure: &str, best: Option<i64>) -> Option<Why> {
        let case = self.case;
        let column = case.problem().measures.iter().position(|m| m.id == measure)?;
        let claim = Claim::Asked { measure: measure.to_owned() };
        let forced = Row::at_least(claim.to_string(), Linear::new([(column, 1)]), 1);
        let model = case.model().with(forced);
        let answer = self.total(&model);
        let claims = match answer.status {
            Status::None => self.alone(column).map_or_else(|| self.forbid(&model), |claim| vec![claim]),
            _ => Vec::new(),
        };
        let choice = answer.choice.as_ref();
        let total = choice.map(|choice| case.total().at(choice));
        Some(Why {
            measure: measure.to_owned(),
            status: words(&answer),
            measures: choice.map(|choice| case.ids(choice)).unwrap_or_default(),
            total,
            best,
            lost: best.zip(total).map(|(best, total)| best - total),
            rows: claims.iter().map(ToString::to_string).collect(),
            claims,
        })
    }

    /// The largest total that a model allows.
    pub(crate) fn total(&self, model: &Model) -> Answer {
        let goal = Goal::Linear(self.case.total());
        maximise(model, &goal, None, (0.0, self.settings.work), self.solver, &self.watch.quiet())
    }

    /// A claim that forbids a measure whatever else is in, the plainest of them.
    fn alone(&self, column: usize) -> Option<Claim> {
        let rows = self.case.model().rows().iter().zip(self.case.claims());
        rows.filter(|(row, _)| row.forbids(column)).map(|(_, claim)| claim).min_by_key(|claim| plain(claim)).cloned()
    }

    /// A smallest set of claims that can't hold together with the last row, which is taken as given. Of several such
    /// sets one of red lines and relations is looked for: somebody has said those, the others follow from the effects.
    /// Rows that only say what a synergy is are given too.
    fn forbid(&self, model: &Model) -> Vec<Claim> {
        let claims = self.case.claims();
        let relations = &self.case.problem().relations;
        let is_said = |claim: &Claim| match claim {
            Claim::Relation { relation, .. } => !matches!(relations[*relation], Relation::Synergy { .. }),
            _ => true,
        };
        let mut free: Vec<usize> = (0..claims.len()).filter(|row| is_said(&claims[*row])).collect();
        free.sort_by_key(|row| std::cmp::Reverse(plain(&claims[*row])));
        let rows = conflict(model, &free, self.settings.work / 8, self.solver, &self.watch);
        let mut named: Vec<Claim> =
            rows.unwrap_or_default().into_iter().filter_map(|i| claims.get(i).cloned()).collect();
        named.dedup();
        named
    }

    /// A smallest set of claims that can't hold together, where no package obeys all of them.
    pub fn contradiction(&self) -> Vec<Claim> {
        self.forbid(self.case.model())
    }

    /// The package with the largest total in which nobody gains less than in this one: the same total means that this
    /// one is efficient.
    pub fn efficient(&self, choice: &[bool]) -> Answer {
        let mut model = self.case.model().clone();
        for gain in self.case.gains() {
            model.add_row(Row::at_least("nobody gains less", gain.clone(), gain.at(choice)));
        }
        let goal = Goal::Linear(self.case.total());
        let start = choice.to_vec();
        maximise(&model, &goal, Some(&start), (0.0, self.settings.work), self.solver, &self.watch.quiet())
    }

    /// The package that asks for the least concessions, points summed over all claims of parties; relations, budget
    /// and the totals of the spheres hold. It is what is nearest where no package obeys every claim.
    pub fn least_concessions(&self) -> Option<Concessions> {
        let case = self.case;
        let model = case.model().keeping(|row| case.claims()[row].party().is_none());
        let rows = case.model().rows().iter().zip(case.claims());
        let terms: Vec<Term> =
            rows.filter(|(_, claim)| claim.party().is_some()).flat_map(|(row, _)| short(row)).collect();
        let goal = Goal::Curves(terms);
        let answer = maximise(&model, &goal, None, (0.0, self.settings.work), self.solver, &self.watch.quiet());
        let status = Some(words(&answer));
        answer.choice.map(|choice| Concessions { status, ..case.concessions(&choice) })
    }
}

/// How plain a claim is as a reason: the smaller, the plainer.
fn plain(claim: &Claim) -> u8 {
    match claim {
        Claim::RedLine { .. } => 0,
        Claim::Relation { .. } | Claim::Asked { .. } => 1,
        Claim::Budget { .. } | Claim::SomeMeasure => 2,
        Claim::Party { .. } | Claim::Sphere { .. } => 3,
        Claim::Cell { .. } => 4,
    }
}

/// What a row misses, each side for itself.
fn short(row: &Row) -> impl Iterator<Item = Term> {
    let low = row.low.map(|low| Term { gain: row.function.clone(), curve: Curve::Short { low } });
    let high = row.high.map(|high| Term { gain: row.function.times(-1), curve: Curve::Short { low: -high } });
    let idle = row.is_idle();
    low.into_iter().chain(high).filter(move |_| !idle)
}

impl Case<'_> {
    /// What has to be conceded, and by whom, so that a package can stand.
    pub fn concessions(&self, choice: &[bool]) -> Concessions {
        let mut found = Concessions {
            measures: self.ids(choice),
            points: 0,
            parties: Vec::new(),
            others: Vec::new(),
            status: None,
        };
        let broken = self.model().rows().iter().zip(self.claims()).filter(|(row, _)| !row.holds(choice));
        let mut parties: BTreeMap<usize, Vec<Conceded>> = BTreeMap::new();
        for (row, claim) in broken {
            match claim.party().and_then(|id| self.problem().parties.iter().position(|p| p.id == id)) {
                Some(party) => {
                    let conceded = Conceded { claim: claim.clone(), points: row.missing(choice) };
                    parties.entry(party).or_default().push(conceded);
                }
                None => found.others.push(claim.clone()),
            }
        }
        for (party, claims) in parties {
            let points = claims.iter().map(|c| c.points).sum();
            found.points += points;
            found.parties.push(Concession { party: self.problem().parties[party].id.clone(), points, claims });
        }
        found
    }

    /// What a party gains and gives, measure by measure.
    pub fn ledger(&self, party: &str, choice: &[bool]) -> Vec<Entry> {
        let problem = self.problem();
        let Some(place) = problem.parties.iter().position(|p| p.id == party) else { return Vec::new() };
        let mut entries = Vec::new();
        for (unit, effects) in self.cells().units().iter().enumerate() {
            if choice.get(unit) != Some(&true) {
                continue;
            }
            let synergy = unit.checked_sub(problem.measures.len()).map(|i| &self.cells().synergies()[i]);
            let places = synergy.cloned().unwrap_or_else(|| vec![unit]);
            for e in effects.iter().filter(|e| e.party == place) {
                entries.push(Entry {
                    measures: places.iter().map(|m| problem.measures[*m].id.clone()).collect(),
                    sphere: problem.spheres[e.sphere].clone(),
                    low: e.low,
                    mode: e.mode,
                    high: e.high,
                    spread: e.spread,
                });
            }
        }
        entries
    }
}
