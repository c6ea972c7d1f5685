//! The files of a Polis export.

use std::{
    collections::{BTreeSet, HashMap},
    io::Read,
};

use super::{
    ReadError,
    plain::{Role, events},
    table::Table,
};
use crate::ids::Ids;
use crate::{Labels, Statement, Superseded, Value, Votes, write::About};

const COMMENTS: &str = "comments.csv";
const VOTES: &str = "votes.csv";
const MATRIX: &str = "participants-votes.csv";
/// Columns of the matrix that are no statements.
const ABOUT: [&str; 7] = ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];

/// Ids of the statements that there are.
pub type Known<'a> = BTreeSet<&'a str>;

/// A row of comments.csv.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comment {
    /// The statement.
    pub statement: Statement,
    /// Id of the participant who wrote it.
    pub author: Option<String>,
    /// When, in milliseconds since 1970.
    pub at: Option<i64>,
}

/// What an export holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The statements, in the order of the file.
    pub comments: Vec<Comment>,
    /// The responses that count.
    pub votes: Votes,
    /// Those that were followed by another one.
    pub superseded: Vec<Superseded>,
    /// The groups that the matrix names.
    pub labels: Labels,
}

impl Export {
    /// The statements alone.
    pub fn statements(&self) -> Vec<Statement> {
        self.comments.iter().map(|c| c.statement.clone()).collect()
    }
}

/// The files that are there. Responses come from votes.csv, or from the matrix where that is missing.
pub struct PolisFiles<'a> {
    /// comments.csv
    pub comments: Option<&'a mut dyn Read>,
    /// votes.csv
    pub votes: Option<&'a mut dyn Read>,
    /// participants-votes.csv
    pub matrix: Option<&'a mut dyn Read>,
}

/// Reads a Polis export.
pub fn polis_export(files: PolisFiles) -> Result<Export, ReadError> {
    let comments = files.comments.map(|source| comments(COMMENTS, source)).transpose()?;
    let known = comments.as_ref().map(|list| list.iter().map(|c| c.statement.id.as_str()).collect());
    let cells = files.votes.is_none();
    let read = files.votes.map(|source| votes_with_superseded(VOTES, source, known.as_ref())).transpose()?;
    let matrix = files.matrix.map(|source| rows(MATRIX, source, known.as_ref(), cells)).transpose()?;
    let (from_matrix, labels) = matrix.unzip();
    let read = read.or_else(|| Some((from_matrix?, Vec::new())));
    let (votes, superseded) = read.ok_or(ReadError::NoResponses)?;
    Ok(Export { votes, superseded, labels: labels.unwrap_or_default(), comments: comments.unwrap_or_default() })
}

/// Reads comments.csv: `comment-id` and `comment-body`; `moderated`, `is-meta`, `is-seed`, `timestamp` and
/// `author-id` where they are there.
pub fn comments(file: &str, source: impl Read) -> Result<Vec<Comment>, ReadError> {
    let mut table = Table::open(file, source)?;
    let (id, body) = (table.column("comment-id")?, table.column("comment-body")?);
    let [moderated, meta, seed, time, author] =
        ["moderated", "is-meta", "is-seed", "timestamp", "author-id"].map(|name| table.find(name));
    let mut first = HashMap::new();
    let mut comments = Vec::new();
    while table.next()? {
        let statement = Statement {
            id: table.id(id)?.into_owned(),
            text: table.text(body)?.into_owned(),
            moderated: moderated.map_or(Ok(0), |c| verdict(&table, c))?,
            is_meta: meta.map_or(Ok(false), |c| flag(&table, c))?,
            is_seed: seed.map_or(Ok(false), |c| flag(&table, c))?,
        };
        once(&table, id, &statement.id, &mut first)?;
        let at = time.filter(|t| !table.bytes(*t).is_empty()).map(|t| table.whole(t, TIME)).transpose()?;
        let author = author.map(|a| table.text(a)).transpose()?.filter(|a| !a.is_empty());
        comments.push(Comment { statement, author: author.map(Into::into), at });
    }
    Ok(comments)
}

const TIME: &str = "a time in milliseconds since 1970";

fn verdict<R: Read>(table: &Table<R>, column: usize) -> Result<i8, ReadError> {
    match table.bytes(column) {
        b"-1" => Ok(-1),
        b"0" | b"" => Ok(0),
        b"1" => Ok(1),
        _ => Err(table.wrong(column, "-1 (taken out), 0 (not looked at) or 1 (accepted)")),
    }
}

fn flag<R: Read>(table: &Table<R>, column: usize) -> Result<bool, ReadError> {
    match table.text(column)?.trim().to_ascii_lowercase().as_str() {
        "true" | "t" | "1" => Ok(true),
        "false" | "f" | "0" | "" => Ok(false),
        _ => Err(table.wrong(column, "true or false")),
    }
}

/// Reads votes.csv: `timestamp`, `comment-id`, `voter-id`, `vote` (1 agree, 0 pass, −1 disagree). With `known`, a
/// response to any other statement is an error.
pub fn votes(file: &str, source: impl Read, known: Option<&Known>) -> Result<Votes, ReadError> {
    votes_with_superseded(file, source, known).map(|(votes, _)| votes)
}

/// The same with the votes that were followed by another one of the same participant on the same statement.
pub fn votes_with_superseded(
    file: &str,
    source: impl Read,
    known: Option<&Known>,
) -> Result<(Votes, Vec<Superseded>), ReadError> {
    let mut table = Table::open(file, source)?;
    let (time, statement) = (table.column("timestamp")?, table.column("comment-id")?);
    let (participant, vote) = (table.column("voter-id")?, table.column("vote")?);
    let role = |column| match column {
        c if c == time => Role::Time,
        c if c == statement => Role::Statement,
        c if c == participant => Role::Participant,
        c if c == vote => Role::Vote,
        _ => Role::Other,
    };
    let roles: Vec<Role> = (0..table.header().len()).map(role).collect();
    let is_known = |id: &str| known.is_none_or(|known| known.contains(id));
    let mut votes = Votes::builder();
    loop {
        let lines = table.ahead()?;
        let bytes = lines.len();
        if let Some(parts) = events(lines, &roles).filter(|_| bytes > 0)
            && votes.add_numbered(&parts, is_known)
        {
            table.skip(bytes, parts.iter().map(Vec::len).sum::<usize>() as u64);
            continue;
        }
        // Something among these lines wants a closer look, or it is the last line, which does not end.
        let end = table.passed() + bytes.max(1) as u64;
        while table.passed() < end {
            if !table.next()? {
                return Ok(votes.build_with_superseded());
            }
            let value = response(table.bytes(vote)).ok_or_else(|| table.wrong(vote, VOTE))?;
            let at = table.whole(time, TIME)?;
            let to = match votes.statements().plain(table.bytes(statement)) {
                Some(met) => met,
                None => fresh(&table, statement, known, votes.statements())?,
            };
            let by = match votes.participants().plain(table.bytes(participant)) {
                Some(met) => met,
                None => votes.participants().index(&table.id(participant)?),
            };
            votes.add(by, to, value, at);
        }
    }
}

/// The number of a statement that was not met before, or that is no plain number.
fn fresh<R: Read>(table: &Table<R>, column: usize, known: Option<&Known>, met: &mut Ids) -> Result<u32, ReadError> {
    let id = table.id(column)?;
    if met.get(&id).is_none() {
        known_statement(table, column, &id, known)?;
    }
    Ok(met.index(&id))
}

const VOTE: &str = "1 (agree), 0 (pass) or -1 (disagree)";

fn response(cell: &[u8]) -> Option<Value> {
    match cell {
        b"1" | b"1.0" => Some(Value::Agree),
        b"0" | b"0.0" => Some(Value::Pass),
        b"-1" | b"-1.0" => Some(Value::Disagree),
        _ => None,
    }
}

/// Reads participants-votes.csv: responses without a time, and the groups it names.
pub fn matrix(file: &str, source: impl Read, known: Option<&Known>) -> Result<(Votes, Labels), ReadError> {
    rows(file, source, known, true)
}

/// Reads the matrix, its responses only where they are wanted.
fn rows(file: &str, source: impl Read, known: Option<&Known>, cells: bool) -> Result<(Votes, Labels), ReadError> {
    let mut table = Table::open(file, source)?;
    let (participant, group) = (table.column("participant")?, table.find("group-id"));
    let columns = statement_columns(&table, known)?;
    let (mut votes, mut labels, mut first) = (Votes::builder(), Labels::new(), HashMap::new());
    while table.next()? {
        let who = table.id(participant)?;
        once(&table, participant, &who, &mut first)?;
        for (column, statement) in columns.iter().filter(|(c, _)| cells && !table.bytes(*c).is_empty()) {
            let value = response(table.bytes(*column)).ok_or_else(|| table.wrong(*column, VOTE))?;
            votes.response(&who, statement, value, 0);
        }
        let label = group.map(|g| table.text(g)).transpose()?.filter(|label| !label.is_empty());
        if let Some(label) = label {
            labels.insert(who.into_owned(), label.into_owned());
        }
    }
    Ok((votes.build(), labels))
}

fn statement_columns<R: Read>(table: &Table<R>, known: Option<&Known>) -> Result<Vec<(usize, String)>, ReadError> {
    let mut columns = Vec::new();
    for (place, name) in table.header().iter().enumerate().filter(|(_, name)| !ABOUT.contains(&name.as_str())) {
        known_statement(table, place, name, known)?;
        columns.push((place, name.clone()));
    }
    Ok(columns)
}

fn known_statement<R: Read>(table: &Table<R>, column: usize, id: &str, known: Option<&Known>) -> Result<(), ReadError> {
    if known.is_none_or(|known| known.contains(id)) {
        return Ok(());
    }
    Err(ReadError::UnknownStatement {
        file: table.file().into(),
        line: table.line(),
        column: table.header().get(column).cloned().unwrap_or_default(),
        statement: id.into(),
        list: COMMENTS.into(),
    })
}

/// Refuses a second row for the same id.
fn once<R: Read>(table: &Table<R>, column: usize, id: &str, first: &mut HashMap<String, u64>) -> Result<(), ReadError> {
    match first.insert(id.into(), table.line()) {
        None => Ok(()),
        Some(first) => Err(ReadError::RowTwice {
            file: table.file().into(),
            line: table.line(),
            column: table.header().get(column).cloned().unwrap_or_default(),
            id: id.into(),
            first,
        }),
    }
}

/// What summary.csv says of a conversation besides its counts: a name and a value in each row. What is not there is empty.
pub fn summary(file: &str, source: impl Read) -> Result<About, ReadError> {
    let mut table = Table::open(file, source)?;
    let mut about = About::default();
    if let [name, value, ..] = table.header() {
        take_in(&mut about, name, value);
    }
    while table.next()? {
        take_in(&mut about, &table.text(0)?, &table.text(1)?);
    }
    Ok(about)
}

fn take_in(about: &mut About, name: &str, value: &str) {
    match name {
        "topic" => value.clone_into(&mut about.topic),
        "url" => value.clone_into(&mut about.url),
        "views" => about.views = value.parse().unwrap_or_default(),
        "conversation-description" => value.clone_into(&mut about.description),
        _ => {}
    }
}
