//! Why not this measure, what would it cost, is the package efficient, and what each party gains and gives.

use crate::case::Case;
use crate::claim::Claim;
use crate::engine::{Answer, Goal, Linear, Model, Row, Status, conflict, maximise};
use crate::ladder::Ladder;
use crate::package::words;
use serde::Serialize;

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

/// What a party has to give up so that a package can stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concession {
    /// The party.
    pub party: String,
    /// What it has to concede, summed over its floors; none if its floors are not what stands in the way.
    pub points: Option<i64>,
    /// Where, and how much.
    pub claims: Vec<(Claim, i64)>,
    /// Other claims that stand in the way.
    pub others: Vec<Claim>,
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
        let claims = if answer.status == Status::None { self.forbid(&model) } else { Vec::new() };
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

    /// A smallest set of claims that can't hold together with the last row, which is taken as given. Rows that only
    /// say what a synergy is are given too.
    fn forbid(&self, model: &Model) -> Vec<Claim> {
        let claims = self.case.claims();
        let rows = conflict(model, &|row| row >= claims.len(), self.settings.work / 8, self.solver, &self.watch);
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

    /// What a party would have to concede for a package.
    pub fn concession(&self, party: &str, choice: &[bool]) -> Concession {
        let rows = self.case.model().rows().iter().zip(self.case.claims());
        let (mut claims, mut others) = (Vec::new(), Vec::new());
        for (row, claim) in rows.filter(|(row, _)| !row.holds(choice)) {
            let value = row.function.at(choice);
            let short = row.low.map_or(0, |low| low - value).max(row.high.map_or(0, |high| value - high));
            if claim.party() == Some(party) {
                claims.push((claim.clone(), short));
            } else {
                others.push(claim.clone());
            }
        }
        let points = others.is_empty().then(|| claims.iter().map(|(_, short)| short).sum());
        Concession { party: party.to_owned(), points, claims, others }
    }
}

impl Case<'_> {
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
