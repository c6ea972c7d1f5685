//! Responses that come one at a time, taken into those that are there: everything is copied once, nothing is sorted
//! but what is new.

use std::collections::{BTreeMap, HashMap};

use super::{Cell, Value, Votes};
use crate::ids;

/// What a participant says of a statement, and since when; None where nothing counts.
type Answer = Option<(Value, i64)>;

/// Changes that are not taken in yet, by participant and statement.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes(HashMap<String, HashMap<String, Answer>>);

/// Where what there is now stood before; None for what is new.
pub(crate) struct Moves {
    pub people: Vec<Option<usize>>,
    pub items: Vec<Option<usize>>,
}

impl Moves {
    /// Everybody and everything where it is.
    pub(crate) fn none(votes: &Votes) -> Self {
        let same = |count| (0..count).map(Some).collect();
        Self { people: same(votes.participants.len()), items: same(votes.statements.len()) }
    }
}

impl Changes {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A response: the later one counts, of the same time the one that comes last.
    pub(crate) fn response(&mut self, votes: &Votes, participant: &str, statement: &str, value: Value, at: i64) {
        let known = self.0.get(participant).and_then(|row| row.get(statement)).copied();
        if known.unwrap_or_else(|| votes.answer(participant, statement)).is_none_or(|(_, before)| before <= at) {
            self.set(participant, statement, Some((value, at)));
        }
    }

    /// Nothing counts any more, until there is another response.
    pub(crate) fn withdraw(&mut self, participant: &str, statement: &str) {
        self.set(participant, statement, None);
    }

    fn set(&mut self, participant: &str, statement: &str, answer: Answer) {
        self.0.entry(participant.into()).or_default().insert(statement.into(), answer);
    }
}

impl Votes {
    fn answer(&self, participant: &str, statement: &str) -> Answer {
        let place = |known: &[String], id: &str| known.binary_search_by(|known| ids::compare(known, id)).ok();
        let (participant, statement) = (place(&self.participants, participant)?, place(&self.statements, statement)?);
        self.responses(participant).find(|r| r.statement == statement).map(|r| (r.value, r.at))
    }

    /// Takes changes in. The result is that of building everything anew.
    pub(crate) fn take_in(&mut self, mut changes: Changes) -> Moves {
        let fresh = changes.0.values().flat_map(HashMap::keys).map(String::as_str);
        let (statements, items) = united(&self.statements, fresh.collect());
        let (participants, people) = united(&self.participants, changes.0.keys().map(String::as_str).collect());
        let column = inverse(&items, self.statements.len());
        let shifted = |cell: &Cell| 3 * column[(cell / 3) as usize] + cell % 3;
        let place = |id: &String| statements.binary_search_by(|known| ids::compare(known, id)).unwrap_or_default();
        let mut next = Self::default();
        next.cells.reserve(self.cells.len());
        next.times.reserve(self.cells.len());
        let mut kept = Vec::with_capacity(people.len());
        for (id, old) in participants.into_iter().zip(people) {
            let range = old.map_or(0..0, |p| self.range(p));
            let (cells, times) = (&self.cells[range.clone()], &self.times[range]);
            match changes.0.remove(&id) {
                None => {
                    next.cells.extend(cells.iter().map(shifted));
                    next.times.extend_from_slice(times);
                }
                Some(row) => {
                    let mut all: BTreeMap<u32, (Cell, i64)> =
                        cells.iter().map(shifted).zip(times).map(|(cell, at)| (cell / 3, (cell, *at))).collect();
                    for (statement, answer) in row {
                        let column = place(&statement) as u32;
                        all.remove(&column);
                        all.extend(answer.map(|(value, at)| (column, (3 * column + value.code(), at))));
                    }
                    next.cells.extend(all.values().map(|(cell, _)| *cell));
                    next.times.extend(all.values().map(|(_, at)| *at));
                }
            }
            if next.starts.last() != Some(&next.cells.len()) {
                next.starts.push(next.cells.len());
                next.participants.push(id);
                kept.push(old);
            }
        }
        next.statements = statements;
        let items = next.without_silence(items);
        *self = next;
        Moves { people: kept, items }
    }

    /// Statements to which nobody responds any more are left out; the places that the others had before.
    fn without_silence(&mut self, before: Vec<Option<usize>>) -> Vec<Option<usize>> {
        let mut seen = vec![false; self.statements.len()];
        self.cells.iter().for_each(|cell| seen[(cell / 3) as usize] = true);
        if !seen.contains(&false) {
            return before;
        }
        let mut column = Vec::with_capacity(seen.len());
        seen.iter().fold(0, |next, seen| {
            column.push(next);
            next + u32::from(*seen)
        });
        self.cells.iter_mut().for_each(|cell| *cell = 3 * column[(*cell / 3) as usize] + *cell % 3);
        let mut there = seen.iter();
        self.statements.retain(|_| there.next() == Some(&true));
        before.into_iter().zip(seen).filter(|(_, seen)| *seen).map(|(before, _)| before).collect()
    }
}

/// Known ids and others in canonical order, and where each known one stood.
fn united(known: &[String], mut others: Vec<&str>) -> (Vec<String>, Vec<Option<usize>>) {
    others.sort_unstable_by(|a, b| ids::compare(a, b));
    others.dedup();
    let (mut all, mut before) = (Vec::with_capacity(known.len() + others.len()), Vec::new());
    let mut others = others.into_iter().peekable();
    for (place, id) in known.iter().enumerate() {
        while let Some(other) = others.next_if(|other| ids::compare(other, id).is_lt()) {
            all.push(other.to_owned());
            before.push(None);
        }
        others.next_if(|other| *other == id);
        all.push(id.clone());
        before.push(Some(place));
    }
    before.extend(std::iter::repeat_n(None, others.len()));
    all.extend(others.map(str::to_owned));
    (all, before)
}

/// For each old place the new one.
fn inverse(before: &[Option<usize>], count: usize) -> Vec<u32> {
    let mut now = vec![0; count];
    before.iter().zip(0..).for_each(|(before, place)| {
        if let Some(before) = before {
            now[*before] = place;
        }
    });
    now
}
