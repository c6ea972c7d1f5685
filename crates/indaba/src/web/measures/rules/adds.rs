//! What a synergy adds, row by row: for whom, in which sphere, and how much.

use super::super::super::Problem;
use super::super::super::secretariat::{Choice, Typed};
use super::super::assess::scores;
use super::super::sphere;
use crate::landing_zone::Material;
use crate::lang::L;
use crate::measure::Added;
use std::collections::BTreeSet;

/// Rows that the form begins with, and that come with each wish for more.
pub const MORE: usize = 3;
/// Rows of one synergy at most: a row for each party and more.
const MOST: usize = 200;

/// A row of the form, as typed.
pub struct Adds {
    pub parties: Vec<Choice>,
    pub spheres: Vec<Choice>,
    pub low: String,
    pub likely: String,
    pub high: String,
    /// Why it can't be taken.
    pub error: String,
}

/// One row as it was sent.
#[derive(Default)]
struct Row<'a> {
    party: &'a str,
    sphere: &'a str,
    figures: [&'a str; 3],
}

impl Row<'_> {
    /// A sphere is always chosen in a form: it alone says nothing.
    fn is_empty(&self) -> bool {
        self.party.is_empty() && self.figures.iter().all(|text| text.is_empty())
    }
}

fn sent(typed: &Typed) -> Vec<Row<'_>> {
    let fields = ["delegation", "sphere", "low", "score", "high"].map(|name| typed.all(name));
    let longest = fields.iter().map(Vec::len).max().unwrap_or(0).min(MOST);
    let row = |i: usize| {
        let [party, sphere, low, likely, high] = fields.each_ref().map(|f| f.get(i).copied().unwrap_or_default());
        Row { party, sphere, figures: [low, likely, high] }
    };
    (0..longest).map(row).collect()
}

/// The form's rows: those that say something, then empty ones. `told` says at each why it was not taken.
pub fn rows(l: L, m: &Material, parties: &[Choice], typed: &Typed, (more, told): (usize, bool)) -> Vec<Adds> {
    let mut seen = BTreeSet::new();
    let mut rows: Vec<Row<'_>> = sent(typed).into_iter().filter(|row| !row.is_empty()).collect();
    let shown = rows.len().max(MORE) + more;
    rows.resize_with(shown.min(MOST), Row::default);
    let of = |row: &Row<'_>| {
        let judged = if told && !row.is_empty() { judged(m, row, &mut seen).err() } else { None };
        Adds {
            parties: parties.iter().map(|c| Choice { chosen: c.value == row.party, ..copied(c) }).collect(),
            spheres: m.spheres.iter().map(|s| Choice::new(l, s.clone(), sphere(l, s), row.sphere)).collect(),
            low: row.figures[0].to_owned(),
            likely: row.figures[1].to_owned(),
            high: row.figures[2].to_owned(),
            error: judged.map(|problem| problem.text(l)).unwrap_or_default(),
        }
    };
    rows.iter().map(of).collect()
}

fn copied(c: &Choice) -> Choice {
    Choice { value: c.value.clone(), label: c.label.clone(), lang: c.lang.clone(), dir: c.dir, chosen: false }
}

/// What a synergy adds; at least one row says something.
pub fn read(m: &Material, typed: &Typed) -> Result<Vec<Added>, Problem> {
    let mut seen = BTreeSet::new();
    let rows = sent(typed);
    let said = rows.iter().filter(|row| !row.is_empty());
    let added: Vec<Added> = said.map(|row| judged(m, row, &mut seen)).collect::<Result<_, _>>()?;
    if added.is_empty() { Err(Problem::bad("relation-added")) } else { Ok(added) }
}

fn judged(m: &Material, row: &Row<'_>, seen: &mut BTreeSet<(String, String)>) -> Result<Added, Problem> {
    let there = m.parties.iter().any(|p| p.id == row.party) && m.spheres.iter().any(|s| s == row.sphere);
    let figures = scores(row.figures)?.filter(|_| there);
    let [low, mode, high] = figures.ok_or_else(|| Problem::bad("relation-added"))?;
    if !seen.insert((row.party.to_owned(), row.sphere.to_owned())) {
        return Err(Problem::bad("relation-twice"));
    }
    Ok(Added { delegation: row.party.to_owned(), sphere: row.sphere.to_owned(), low, mode, high })
}
