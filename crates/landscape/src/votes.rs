//! The responses of a dialogue: who said what to which statement, the latest counting.

mod changes;
mod row;

use std::fmt;

use self::row::Row;
use crate::ids::Ids;

pub(crate) use self::changes::{Changes, Moves};

/// What a participant answered to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// −1
    Disagree,
    /// 0
    Pass,
    /// +1
    Agree,
}

impl Value {
    /// +1, 0 or −1, as in the files of a Polis export.
    pub fn sign(self) -> i8 {
        self.code() as i8 - 1
    }

    /// 0, 1, 2 for disagree, pass, agree: the place of the value in a cell.
    fn code(self) -> u32 {
        match self {
            Self::Disagree => 0,
            Self::Pass => 1,
            Self::Agree => 2,
        }
    }

    fn from_code(code: u32) -> Self {
        match code {
            0 => Self::Disagree,
            1 => Self::Pass,
            _ => Self::Agree,
        }
    }
}

impl TryFrom<i64> for Value {
    type Error = i64;

    fn try_from(sign: i64) -> Result<Self, i64> {
        match sign {
            1 => Ok(Self::Agree),
            0 => Ok(Self::Pass),
            -1 => Ok(Self::Disagree),
            other => Err(other),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Agree => "agree",
            Self::Pass => "pass",
            Self::Disagree => "disagree",
        })
    }
}

/// One response that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// Place of the statement in [`Votes::statements`].
    pub statement: usize,
    /// The answer.
    pub value: Value,
    /// When it was given, in the unit of the source (milliseconds since 1970 in a Polis export).
    pub at: i64,
}

/// A response that counts no longer: the same participant answered the same statement again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Superseded {
    /// Place of the participant in [`Votes::participants`].
    pub participant: usize,
    /// What was answered before.
    pub response: Response,
}

/// A statement and an answer in one number, `3 · statement + code of the value`: half the memory of a pair, and an
/// index into the tables of the linear algebra.
type Cell = u32;

/// A response as it was met, participant and statement by number.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Event {
    pub at: i64,
    pub participant: u32,
    pub cell: Cell,
}

/// Collects responses in any order; see [`Votes`].
#[derive(Debug, Default, Clone)]
pub struct VotesBuilder {
    participants: Ids,
    statements: Ids,
    events: Vec<Event>,
}

impl VotesBuilder {
    /// No response yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One response. Of several by the same participant to the same statement the latest counts, and of those with
    /// the same time the one that was added last.
    pub fn response(&mut self, participant: &str, statement: &str, value: Value, at: i64) -> &mut Self {
        let (participant, statement) = (self.participants.index(participant), self.statements.index(statement));
        self.add(participant, statement, value, at);
        self
    }

    /// One response between ids that have their numbers.
    pub(crate) fn add(&mut self, participant: u32, statement: u32, value: Value, at: i64) {
        self.events.push(Event { at, participant, cell: 3 * statement + value.code() });
    }

    /// Responses whose participants and statements are ids that are whole numbers; false, and nothing added, where a
    /// statement is not known.
    pub(crate) fn add_numbered(&mut self, parts: &[Vec<Event>], is_known: impl Fn(&str) -> bool) -> bool {
        let before = self.events.len();
        for event in parts.iter().flatten() {
            let (by, to) = (event.participant as usize, event.cell / 3);
            let statement = match self.statements.numbered(to as usize) {
                Some(met) => met,
                None if is_known(&to.to_string()) => self.statements.index(&to.to_string()),
                None => {
                    self.events.truncate(before);
                    return false;
                }
            };
            let participant =
                self.participants.numbered(by).unwrap_or_else(|| self.participants.index(&by.to_string()));
            self.events.push(Event { at: event.at, participant, cell: 3 * statement + event.cell % 3 });
        }
        true
    }

    /// Participants met so far.
    pub(crate) fn participants(&mut self) -> &mut Ids {
        &mut self.participants
    }

    /// Statements met so far.
    pub(crate) fn statements(&mut self) -> &mut Ids {
        &mut self.statements
    }

    /// Whether a response to this statement was added.
    pub fn has_statement(&self, id: &str) -> bool {
        self.statements.get(id).is_some()
    }

    /// How many responses were added, outdated ones included.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether no response was added.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Sorts and keeps what counts. The result does not depend on the order of the additions, save for the rule on
    /// responses of the same time.
    pub fn build(self) -> Votes {
        self.build_with_superseded().0
    }

    /// The same, and beside it the responses that count no longer, by participant, statement and time.
    pub fn build_with_superseded(self) -> (Votes, Vec<Superseded>) {
        let (participants, place) = self.participants.ordered();
        let (statements, column) = self.statements.ordered();
        let (cells, times, ends) = by_participant(self.events, &place, &column);
        let mut votes = Votes { participants, statements, starts: vec![0], cells, times };
        let (mut row, mut start, mut kept) = (Row::new(votes.statements.len()), 0, 0);
        let mut superseded = Vec::new();
        for (participant, end) in ends.into_iter().enumerate() {
            let (cells, times) = (&votes.cells[start..end], &votes.times[start..end]);
            row.take(cells, times);
            let before = row.superseded(cells, times).into_iter();
            superseded.extend(before.map(|(cell, at)| Superseded { participant, response: response(cell, at) }));
            kept += row.put(&mut votes.cells[kept..end], &mut votes.times[kept..end]);
            votes.starts.push(kept);
            start = end;
        }
        votes.cells.truncate(kept);
        votes.times.truncate(kept);
        (votes, superseded)
    }
}

/// Counting sort: the events of each participant together, in the order of their arrival, cells in canonical order. Also
/// where each participant's end.
fn by_participant(events: Vec<Event>, place: &[u32], column: &[u32]) -> (Vec<Cell>, Vec<i64>, Vec<usize>) {
    let row = |event: &Event| place[event.participant as usize];
    let mut ends = starts(&events, place.len(), row);
    let (mut cells, mut times) = (vec![0; events.len()], vec![0; events.len()]);
    for event in events {
        let next = &mut ends[row(&event) as usize];
        cells[*next] = 3 * column[(event.cell / 3) as usize] + event.cell % 3;
        times[*next] = event.at;
        *next += 1;
    }
    (cells, times, ends)
}

/// Where the events of each place begin.
fn starts(events: &[Event], places: usize, place: impl Fn(&Event) -> u32) -> Vec<usize> {
    let mut starts = vec![0; places];
    for event in events {
        starts[place(event) as usize] += 1;
    }
    let mut total = 0;
    for start in &mut starts {
        total += std::mem::replace(start, total);
    }
    starts
}

/// The responses that count: for each participant and statement at most one. Participants and statements stand in
/// canonical order (whole numbers by value, then other ids by their bytes); each has at least one response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Votes {
    participants: Vec<String>,
    statements: Vec<String>,
    starts: Vec<usize>,
    cells: Vec<Cell>,
    times: Vec<i64>,
}

impl Default for Votes {
    fn default() -> Self {
        let (participants, statements) = (Vec::new(), Vec::new());
        Self { participants, statements, starts: vec![0], cells: Vec::new(), times: Vec::new() }
    }
}

impl Votes {
    /// Collects responses.
    pub fn builder() -> VotesBuilder {
        VotesBuilder::new()
    }

    /// The ids of all who responded.
    pub fn participants(&self) -> &[String] {
        &self.participants
    }

    /// The ids of all statements with a response.
    pub fn statements(&self) -> &[String] {
        &self.statements
    }

    /// Number of responses.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nobody responded.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The responses of the participant at this place, in the order of the statements; none beyond the last one.
    pub fn responses(&self, participant: usize) -> impl Iterator<Item = Response> + '_ {
        let range = self.range(participant);
        self.cells[range.clone()].iter().zip(&self.times[range]).map(|(cell, at)| response(*cell, *at))
    }

    /// The responses of the others alone; no statement loses its place, though nobody may be left who answered it.
    pub(crate) fn without(&self, silent: &[bool]) -> Self {
        let mut others = Self { statements: self.statements.clone(), ..Self::default() };
        for (p, id) in self.participants.iter().enumerate().filter(|(p, _)| !silent[*p]) {
            others.participants.push(id.clone());
            others.cells.extend_from_slice(&self.cells[self.range(p)]);
            others.times.extend_from_slice(&self.times[self.range(p)]);
            others.starts.push(others.cells.len());
        }
        others
    }

    /// How many responses the participant at this place gave.
    pub fn count(&self, participant: usize) -> usize {
        self.range(participant).len()
    }

    fn range(&self, participant: usize) -> std::ops::Range<usize> {
        match self.starts.get(participant..participant.saturating_add(2)) {
            Some([start, end]) => *start..*end,
            _ => 0..0,
        }
    }

    /// The cells of one participant, for the linear algebra.
    pub(crate) fn cells(&self, participant: usize) -> &[Cell] {
        &self.cells[self.range(participant)]
    }

    /// All cells, and where those of each participant begin.
    pub(crate) fn rows(&self) -> (&[usize], &[Cell]) {
        (&self.starts, &self.cells)
    }
}

fn response(cell: Cell, at: i64) -> Response {
    Response { statement: (cell / 3) as usize, value: Value::from_code(cell % 3), at }
}
