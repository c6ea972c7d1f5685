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

/// So many answers are put in place one by one; for more everything is copied once.
const FEW: usize = 64;

/// Where what there is now stood before (None for what is new); None altogether where all stand as they stood.
#[derive(Debug, Default)]
pub(crate) struct Moves {
    pub people: Option<Vec<Option<usize>>>,
    pub items: Option<Vec<Option<usize>>>,
    /// Where those stand now who answered otherwise.
    pub changed: Vec<usize>,
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

    /// Places of the participants who have responded before, ascending.
    pub(crate) fn known(&self, votes: &Votes) -> Vec<usize> {
        let mut known: Vec<usize> = self.0.keys().filter_map(|id| place(&votes.participants, id)).collect();
        known.sort_unstable();
        known
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
        let (participant, statement) = (place(&self.participants, participant)?, place(&self.statements, statement)?);
        self.responses(participant).find(|r| r.statement == statement).map(|r| (r.value, r.at))
    }

    /// Takes changes in. The result is that of building everything anew.
    pub(crate) fn take_in(&mut self, changes: Changes) -> Moves {
        match self.places(&changes) {
            Some(places) => self.put(&places),
            None => self.merge(changes),
        }
    }

    /// Participant, cell and time of each answer, where they are few and nobody and nothing comes or goes.
    fn places(&self, changes: &Changes) -> Option<Vec<(usize, Cell, i64)>> {
        if changes.0.values().map(HashMap::len).sum::<usize>() > FEW {
            return None;
        }
        let answers =
            changes.0.iter().flat_map(|(who, row)| row.iter().map(move |(what, answer)| (who, what, *answer)));
        let one = |(who, what, answer): (&String, &String, Answer)| {
            let (value, at) = answer?;
            Some((place(&self.participants, who)?, 3 * place(&self.statements, what)? as Cell + value.code(), at))
        };
        answers.map(one).collect()
    }

    /// Each answer into the row of its participant.
    fn put(&mut self, answers: &[(usize, Cell, i64)]) -> Moves {
        for (participant, cell, at) in answers {
            let range = self.range(*participant);
            let before = self.cells[range.clone()].partition_point(|other| other / 3 < cell / 3) + range.start;
            if range.contains(&before) && self.cells[before] / 3 == cell / 3 {
                (self.cells[before], self.times[before]) = (*cell, *at);
            } else {
                self.cells.insert(before, *cell);
                self.times.insert(before, *at);
                self.starts[participant + 1..].iter_mut().for_each(|start| *start += 1);
            }
        }
        let mut changed: Vec<usize> = answers.iter().map(|(participant, ..)| *participant).collect();
        changed.sort_unstable();
        changed.dedup();
        Moves { changed, ..Moves::default() }
    }

    fn merge(&mut self, mut changes: Changes) -> Moves {
        let fresh = changes.0.values().flat_map(HashMap::keys).map(String::as_str);
        let (statements, items) = united(&self.statements, fresh.collect());
        let (participants, people) = united(&self.participants, changes.0.keys().map(String::as_str).collect());
        let column = inverse(&items, self.statements.len());
        let shifted = |cell: &Cell| 3 * column[(cell / 3) as usize] + cell % 3;
        let mut next = Self::default();
        next.cells.reserve(self.cells.len());
        next.times.reserve(self.cells.len());
        let (mut kept, mut changed) = (Vec::with_capacity(people.len()), Vec::new());
        for (id, old) in participants.into_iter().zip(people) {
            let range = old.map_or(0..0, |p| self.range(p));
            let (cells, times) = (&self.cells[range.clone()], &self.times[range]);
            let row = changes.0.remove(&id);
            let is_changed = row.is_some();
            match row {
                None => {
                    next.cells.extend(cells.iter().map(shifted));
                    next.times.extend_from_slice(times);
                }
                Some(row) => {
                    let mut all: BTreeMap<u32, (Cell, i64)> =
                        cells.iter().map(shifted).zip(times).map(|(cell, at)| (cell / 3, (cell, *at))).collect();
                    for (statement, answer) in row {
                        let column = place(&statements, &statement).unwrap_or_default() as u32;
                        all.remove(&column);
                        all.extend(answer.map(|(value, at)| (column, (3 * column + value.code(), at))));
                    }
                    next.cells.extend(all.values().map(|(cell, _)| *cell));
                    next.times.extend(all.values().map(|(_, at)| *at));
                }
            }
            if next.starts.last() != Some(&next.cells.len()) {
                next.starts.push(next.cells.len());
                changed.extend(is_changed.then_some(kept.len()));
                next.participants.push(id);
                kept.push(old);
            }
        }
        next.statements = statements;
        let items = next.without_silence(items);
        let moves = Moves {
            people: Some(kept).filter(|kept| !stays(kept, self.participants.len())),
            items: Some(items).filter(|items| !stays(items, self.statements.len())),
            changed,
        };
        *self = next;
        moves
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

fn place(known: &[String], id: &str) -> Option<usize> {
    known.binary_search_by(|known| ids::compare(known, id)).ok()
}

/// Whether all stand where they stood.
fn stays(before: &[Option<usize>], count: usize) -> bool {
    before.len() == count && before.iter().zip(0..).all(|(before, place)| *before == Some(place))
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
