//! What red lines cost: alone, together for a bloc, and the fewest parties whose claims hold the total down.

use crate::case::{Case, Without};
use crate::engine::{Answer, Goal, Linear, Row, Status, maximise};
use crate::ladder::Ladder;
use crate::lines::{Lines, Totals};
use crate::package::{Package, words};
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
    /// package with the largest total with all of them, or the proof that there is none.
    pub fn prices(&self, best: &Package) -> Vec<Price> {
        let lines = &self.case.problem().red_lines;
        let mut totals = Totals::new(*self, best);
        let mut prices = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let out = Lines::from([i]);
            prices.push(self.price("red_line", vec![line.party.clone()], &totals.without(&out), best.total).of(out));
        }
        for (bloc, parties, out) in blocs(self.case) {
            let price = self.price("bloc", parties, &totals.without(&out), best.total);
            prices.push(Price { bloc: Some(bloc), ..price.of(out) });
        }
        prices.extend(self.veto(best, totals.alone()));
        prices
    }

    fn price(&self, kind: &'static str, parties: Vec<String>, answer: &Answer, best: Option<i64>) -> Price {
        let total = answer.choice.as_ref().map(|choice| self.case.total().at(choice));
        let price = total.zip(best).map(|(total, best)| total - best);
        Price { kind, parties, bloc: None, red_lines: Vec::new(), total, price, status: words(answer) }
    }

    /// The fewest parties that would have to waive their claims for a larger total, or for any package at all. `alone` is
    /// one that suffices, if that is known already.
    fn veto(&self, best: &Package, alone: Option<usize>) -> Option<Price> {
        let parties = alone.map(|party| BTreeSet::from([party])).or_else(|| self.coalition(best.total))?;
        let names = parties.iter().map(|p| self.case.problem().parties[*p].id.clone()).collect();
        let case = self.case.without(&Without { parties, ..Without::default() });
        let answer = Ladder { case: &case, ..*self }.total(case.model());
        Some(self.price("veto", names, &answer, best.total))
    }

    fn coalition(&self, best: Option<i64>) -> Option<BTreeSet<usize>> {
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
        Some((0..waived.len()).filter(|p| choice[waived[*p]]).collect())
    }
}

impl Price {
    fn of(self, lines: Lines) -> Self {
        Self { red_lines: lines.into_iter().collect(), ..self }
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
