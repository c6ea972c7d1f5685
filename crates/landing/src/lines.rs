//! The largest totals without sets of red lines. One answer helps the next: without fewer lines the total is no larger, a
//! package stands wherever the lines that it crosses are left out, and the floors that decided one search decide others.

use crate::again::{Limits, broken};
use crate::case::{Case, Without};
use crate::engine::{Answer, Choice, Linear, Row, Status};
use crate::few::Few;
use crate::ladder::Ladder;
use crate::package::Package;
use std::collections::BTreeSet;

/// Red lines, by their places.
pub(crate) type Lines = BTreeSet<usize>;

/// What is known of the largest totals without sets of red lines.
pub(crate) struct Totals<'a> {
    ladder: Ladder<'a>,
    /// What each red line asks for.
    asks: Vec<Row>,
    /// The largest total with all lines, if there is a package, and whether that is proved.
    best: Option<i64>,
    proved: bool,
    /// Packages that were met: the lines that they cross, and their totals.
    met: Vec<(Lines, i64, Choice)>,
    /// Without these lines no total is larger; −∞ where no package exists.
    most: Vec<(Lines, f64)>,
    few: Few,
}

impl<'a> Totals<'a> {
    /// From the package with the largest total that crosses no line, or the proof that there is none.
    pub fn new(ladder: Ladder<'a>, best: &Package) -> Self {
        let (asks, proved) = (asks(ladder.case), matches!(best.proof, Status::Optimal | Status::None));
        let few = best.choice.as_ref().map(|choice| Few::near(ladder.case, choice)).unwrap_or_default();
        let mut totals = Self { ladder, asks, best: best.total, proved, met: Vec::new(), most: Vec::new(), few };
        let bound = if best.proof == Status::None { f64::NEG_INFINITY } else { best.bound.unwrap_or(f64::INFINITY) };
        totals.learn(&Lines::new(), best.choice.as_ref(), bound);
        totals
    }

    /// The largest total without these lines.
    pub fn without(&mut self, lines: &Lines) -> Answer {
        let case = self.ladder.case.without(&Without { red_lines: lines.clone(), ..Without::default() });
        let limits = Limits::new(case.model());
        // What another line or the general floor asks for as well is not left out.
        let open: Lines = lines.iter().filter(|line| !self.stays(**line, &limits)).copied().collect();
        if !self.settles(&open) {
            let answer = self.search(&case, &open);
            let most = if answer.status == Status::None { self.least(&open) } else { answer.bound };
            self.learn(&open, answer.choice.as_ref(), most);
        }
        self.answer(&open)
    }

    /// A party that alone crosses its lines in a package with a larger total, if one was met.
    pub fn alone(&self) -> Option<usize> {
        let party = |crossed: &Lines| {
            let mut parties = crossed.iter().map(|line| self.ladder.case.links().lines[*line].party);
            let first = parties.next()?;
            parties.all(|other| other == first).then_some(first)
        };
        self.met
            .iter()
            .filter(|(_, total, _)| Some(*total) > self.best)
            .filter_map(|(crossed, ..)| party(crossed))
            .min()
    }

    fn stays(&self, line: usize, limits: &Limits<'_>) -> bool {
        self.asks[line].is_idle() || limits.implies(&self.asks[line])
    }

    fn crossed(&self, choice: &[bool]) -> Lines {
        (0..self.asks.len()).filter(|line| !self.asks[*line].holds(choice)).collect()
    }

    /// A larger total than any that is known without these lines. If one line alone is open, what is new crosses it.
    fn search(&mut self, case: &Case<'_>, open: &Lines) -> Answer {
        let mut more = Vec::new();
        let least = self.least(open);
        if least.is_finite() {
            more.push(Row::at_least("a larger total", case.total(), least as i64 + 1));
        }
        let mut only = open.iter();
        if let (Some(line), None, true) = (only.next(), only.next(), self.proved) {
            more.extend(broken(&self.asks[*line]));
        }
        self.few.total(self.ladder, case, &more)
    }

    fn learn(&mut self, lines: &Lines, choice: Option<&Choice>, most: f64) {
        if let Some(choice) = choice {
            self.met.push((self.crossed(choice), self.ladder.case.total().at(choice), choice.clone()));
        }
        self.most.push((lines.clone(), (most + 1e-6).floor()));
    }

    /// The largest total that was met without these lines.
    fn largest(&self, open: &Lines) -> Option<&(Lines, i64, Choice)> {
        self.met.iter().filter(|(crossed, ..)| crossed.is_subset(open)).max_by_key(|(_, total, _)| *total)
    }

    fn least(&self, open: &Lines) -> f64 {
        self.largest(open).map_or(f64::NEG_INFINITY, |(_, total, _)| *total as f64)
    }

    fn most(&self, open: &Lines) -> f64 {
        let wider = self.most.iter().filter(|(lines, _)| open.is_subset(lines));
        wider.map(|(_, most)| *most).fold(f64::INFINITY, f64::min)
    }

    fn settles(&self, open: &Lines) -> bool {
        self.least(open) >= self.most(open)
    }

    /// What is known, in the words of an answer. That a package with the lines stands without them too is no news.
    fn answer(&self, open: &Lines) -> Answer {
        let most = self.most(open);
        match self.largest(open) {
            Some((_, total, choice)) if self.settles(open) || Some(*total) > self.best => {
                Answer::found(choice.clone(), *total as f64, most, 0.0)
            }
            None if self.settles(open) => Answer::none(),
            _ => Answer::not_found(most),
        }
    }
}

/// What each red line asks for, as a row.
fn asks(case: &Case<'_>) -> Vec<Row> {
    let lines = case.problem().red_lines.iter().zip(&case.links().lines);
    let row = |(line, places): (&crate::problem::RedLine, &crate::case::Line)| {
        let floor = line.floor.unwrap_or(0);
        match (places.measure, places.sphere) {
            (Some(measure), _) => Row::at_most("red line", Linear::new([(measure, 1)]), 0),
            (None, Some(sphere)) => Row::at_least("red line", case.cell(places.party, sphere).clone(), floor),
            (None, None) => Row::at_least("red line", case.gains()[places.party].clone(), floor),
        }
    };
    lines.map(row).collect()
}
