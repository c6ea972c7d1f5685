//! What red lines cost: alone, together for a bloc, and the fewest parties whose claims hold the total down.

use crate::case::{Case, Without};
use crate::engine::{Goal, Linear, Row, Status, maximise};
use crate::ladder::Ladder;
use crate::package::words;
use crate::problem::Tolerance;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What something costs: how much larger the largest total is without it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Price {
    /// `red_line`, `bloc` or `veto`.
    pub kind: &'static str,
    /// The parties whose claims they are.
    pub parties: Vec<String>,
    /// The bloc, for `bloc`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bloc: Option<String>,
    /// Places of the red lines in the file, from 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub red_lines: Vec<usize>,
    /// The largest total without them.
    pub total: Option<i64>,
    /// What is gained without them; none where no package exists with or without them.
    pub price: Option<i64>,
    /// How sure the total is.
    pub status: String,
}

impl Ladder<'_> {
    /// The price of every red line, of each bloc's red lines together, and the smallest veto coalition. `best` is the
    /// largest total with all of them, if there is a package.
    pub fn prices(&self, tolerance: Option<&Tolerance>, best: Option<i64>) -> Vec<Price> {
        let problem = self.case.problem();
        let mut prices = Vec::new();
        for (i, line) in problem.red_lines.iter().enumerate() {
            let out = Without { red_lines: BTreeSet::from([i]), ..Without::default() };
            prices.extend(self.price("red_line", vec![line.party.clone()], None, &out, (tolerance, best)));
        }
        for (bloc, parties, lines) in blocs(self.case) {
            let out = Without { red_lines: lines, ..Without::default() };
            prices.extend(self.price("bloc", parties, Some(bloc), &out, (tolerance, best)));
        }
        prices.extend(self.veto(tolerance, best));
        prices
    }

    fn price(
        &self,
        kind: &'static str,
        parties: Vec<String>,
        bloc: Option<String>,
        out: &Without,
        (tolerance, best): (Option<&Tolerance>, Option<i64>),
    ) -> Option<Price> {
        let case = Case::without(self.case.problem(), tolerance, out).ok()?;
        let answer = Ladder { case: &case, ..*self }.total(case.model());
        let total = answer.choice.as_ref().map(|choice| case.total().at(choice));
        Some(Price {
            kind,
            parties,
            bloc,
            red_lines: out.red_lines.iter().copied().collect(),
            total,
            price: total.zip(best).map(|(total, best)| total - best),
            status: words(&answer),
        })
    }

    /// The fewest parties that would have to waive their claims for a larger total, or for any package at all.
    fn veto(&self, tolerance: Option<&Tolerance>, best: Option<i64>) -> Option<Price> {
        let case = self.case;
        let problem = case.problem();
        let mut model = case.model().keeping(|row| case.claims()[row].party().is_none());
        let waived: Vec<usize> = problem.parties.iter().map(|_| model.add_column()).collect();
        let place = |id: &str| problem.parties.iter().position(|p| p.id == id);
        for (row, claim) in case.model().rows().iter().zip(case.claims()) {
            let Some(party) = claim.party().and_then(place) else { continue };
            let (least, most) = row.function.span();
            let terms = row.function.terms().iter().copied();
            if let Some(low) = row.low.filter(|low| *low > least) {
                let function = Linear::new(terms.clone().chain([(waived[party], low - least)]));
                model.add_row(Row::at_least(row.name.clone(), function, low));
            }
            if let Some(high) = row.high.filter(|high| *high < most) {
                let function = Linear::new(terms.chain([(waived[party], high - most)]));
                model.add_row(Row::at_most(row.name.clone(), function, high));
            }
        }
        if let Some(best) = best {
            model.add_row(Row::at_least("a larger total", case.total(), best + 1));
        }
        let goal = Goal::Linear(Linear::new(waived.iter().map(|column| (*column, -1))));
        let work = (0.0, self.settings.work / 4);
        let answer = maximise(&model, &goal, None, work, self.solver, &self.watch.quiet());
        let choice = answer.choice.filter(|_| answer.status == Status::Optimal)?;
        let parties: BTreeSet<usize> = (0..waived.len()).filter(|p| choice[waived[*p]]).collect();
        let names = parties.iter().map(|p| problem.parties[*p].id.clone()).collect();
        self.price("veto", names, None, &Without { parties, ..Without::default() }, (tolerance, best))
    }
}

/// Blocs with red lines: name, parties and lines.
fn blocs(case: &Case<'_>) -> Vec<(String, Vec<String>, BTreeSet<usize>)> {
    let problem = case.problem();
    let mut found: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<usize>)> = BTreeMap::new();
    for (i, line) in problem.red_lines.iter().enumerate() {
        let bloc = problem.parties.iter().find(|p| p.id == line.party).and_then(|p| p.bloc.as_deref());
        if let Some(bloc) = bloc {
            let entry = found.entry(bloc).or_default();
            entry.0.insert(&line.party);
            entry.1.insert(i);
        }
    }
    let row = |(bloc, (parties, lines)): (&str, (BTreeSet<&str>, BTreeSet<usize>))| {
        (bloc.to_owned(), parties.into_iter().map(str::to_owned).collect(), lines)
    };
    found.into_iter().map(row).collect()
}
