//! The responses of a dialogue: who said what to which statement, the latest counting.

mod changes;

use std::fmt;

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

/// A statement and an answer in one number, `3 · statement + code of the value`: half the memory of a pair, and an
/// index into the tables of the linear algebra.
type Cell = u32;

#[derive(Debug, Clone, Copy, Default)]
struct Event {
    at: i64,
    participant: u32,
    cell: Cell,
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
        let (participants, place) = self.participants.ordered();
        let (statements, column) = self.statements.ordered();
        let (events, ends) = by_participant(by_statement(self.events, &column), &place);
        let mut votes = Votes { participants, statements, ..Votes::default() };
        votes.cells.reserve(events.len());
        votes.times.reserve(events.len());
        let mut start = 0;
        let mut row = Vec::new();
        for end in ends {
            votes.push_row(&mut row, &events[start..end]);
            start = end;
        }
        votes
    }
}

/// Counting sort: the events of each statement together, in the order of their arrival, cells in canonical order.
/// With the next one it sorts each participant's by statement, ten times as fast as row by row.
fn by_statement(events: Vec<Event>, column: &[u32]) -> Vec<Event> {
    let place = |event: &Event| column[(event.cell / 3) as usize];
    let (mut ends, mut sorted) = (starts(&events, column.len(), place), vec![Event::default(); events.len()]);
    for event in events {
        let statement = place(&event);
        let next = &mut ends[statement as usize];
        sorted[*next] = Event { cell: 3 * statement + event.cell % 3, ..event };
        *next += 1;
    }
    sorted
}

/// Counting sort: the events of each participant together, else in the order in which they stand. Also where each
/// participant's end.
fn by_participant(events: Vec<Event>, place: &[u32]) -> (Vec<(i64, Cell)>, Vec<usize>) {
    let row = |event: &Event| place[event.participant as usize];
    let (mut ends, mut sorted) = (starts(&events, place.len(), row), vec![(0, 0); events.len()]);
    for event in events {
        let next = &mut ends[row(&event) as usize];
        sorted[*next] = (event.at, event.cell);
        *next += 1;
    }
    (sorted, ends)
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
        self.cells[range.clone()].iter().zip(&self.times[range]).map(|(cell, at)| Response {
            statement: (cell / 3) as usize,
            value: Value::from_code(cell % 3),
            at: *at,
        })
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

    fn push_row(&mut self, row: &mut Vec<(i64, Cell)>, events: &[(i64, Cell)]) {
        row.clear();
        row.extend_from_slice(events);
        // By statement already; seldom is one answered twice, and not in order. Stable: the later row wins a tie.
        if !row.is_sorted_by_key(|(at, cell)| (cell / 3, *at)) {
            row.sort_by_key(|(at, cell)| (cell / 3, *at));
        }
        for (i, (at, cell)) in row.iter().enumerate() {
            if row.get(i + 1).is_none_or(|(_, next)| next / 3 != cell / 3) {
                self.cells.push(*cell);
                self.times.push(*at);
            }
        }
        self.starts.push(self.cells.len());
    }
}
