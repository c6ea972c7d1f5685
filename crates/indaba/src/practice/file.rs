//! Practices as files: CSV with a column for each field, and JSON with lists as lists. What is read is checked as a
//! whole: every wrong line is named, and nothing is taken of a file that has one.

use super::{Field, RESULTS, Record, fields, record};
use crate::app::Convened;
use crate::attribution::stronger;
use crate::keys::Keyring;
use crate::lang::L;
use crate::store::practice::{self, Practice, Version};
use crate::store::{self, Conn, Moment, Stored};
use crate::words::{Attribution, EnteredBy, Grade, PracticeState, split};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Name and version of the JSON format.
pub const SCHEMA: &str = "indaba/practices/1";
/// Practices taken from one file.
pub const MOST: usize = 2_000;
/// Columns before those of the fields.
pub const HEAD: [&str; 6] = ["number", "state", "grade", "reviewed", "attribution", "delegation"];

/// One practice of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Number where it came from; not kept.
    pub number: String,
    /// Draft, review or published.
    pub state: String,
    /// Grade of its evidence.
    pub grade: String,
    /// Where it was reviewed.
    pub reviewed: String,
    /// What may be said of its author.
    pub attribution: String,
    /// The delegation that it is submitted for; empty for none.
    pub delegation: String,
    /// Its fields.
    pub record: Record,
}

/// A wrong place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Line of a CSV, or place in the list of a JSON, from 1.
    pub line: u64,
    /// Column or field; empty for the whole line.
    pub column: String,
    /// Key of the reason.
    pub why: &'static str,
    /// What was found.
    pub found: String,
    /// What would be taken.
    pub allowed: String,
}

impl Trouble {
    fn new(line: u64, column: &str, why: &'static str, found: &str, allowed: impl Into<String>) -> Trouble {
        let found = found.chars().take(80).collect();
        Trouble { line, column: column.to_owned(), why, found, allowed: allowed.into() }
    }

    /// Worded for the person who has to correct the file.
    pub fn words(&self, l: L) -> String {
        let why = l.t2(self.why, "found", &self.found, "allowed", &self.allowed);
        if self.column.is_empty() {
            l.t2("csv-line", "line", self.line as i64, "why", why)
        } else {
            l.t3("csv-place", "line", self.line as i64, "column", &self.column, "why", why)
        }
    }
}

/// Reads a file of either form: JSON begins with `{` or `[`.
pub fn read(convened: &Convened, delegations: &[String], bytes: &[u8]) -> Result<Vec<Row>, Vec<Trouble>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
    let lines = if matches!(first, Some(b'{' | b'[')) { json_rows(bytes)? } else { csv_rows(bytes)? };
    let (mut rows, mut troubles) = (Vec::new(), Vec::new());
    for (line, cells) in &lines {
        rows.push(row(convened, delegations, *line, cells, &mut troubles));
    }
    if lines.len() > MOST {
        troubles.push(Trouble::new(lines.len() as u64, "", "practice-file-many", "", MOST.to_string()));
    }
    if lines.is_empty() {
        troubles.push(Trouble::new(1, "", "practice-file-nothing", "", ""));
    }
    if troubles.is_empty() { Ok(rows) } else { Err(troubles) }
}

type Cells = HashMap<String, String>;

fn row(convened: &Convened, delegations: &[String], line: u64, cells: &Cells, troubles: &mut Vec<Trouble>) -> Row {
    let cell = |name: &str| cells.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    let (record, wrong) = Record::read(convened, |field: &'static Field| cells.get(field.name).map(String::as_str));
    troubles.extend(wrong.iter().map(|w| Trouble::new(line, w.field, w.why, &w.found, w.allowed.as_str())));
    let mut word = |name: &str, allowed: &[&str]| {
        let found = cell(name);
        if !found.is_empty() && !allowed.contains(&found.as_str()) {
            troubles.push(Trouble::new(line, name, "practice-wrong-word", &found, allowed.join(", ")));
        }
        found
    };
    let state = word("state", &PracticeState::ALL.iter().map(|s| s.as_str()).collect::<Vec<_>>());
    let grade = word("grade", &Grade::ALL.iter().map(|g| g.as_str()).collect::<Vec<_>>());
    let attribution = word("attribution", &Attribution::ALL.iter().map(|a| a.as_str()).collect::<Vec<_>>());
    let delegation = word("delegation", &delegations.iter().map(String::as_str).collect::<Vec<_>>());
    let row = Row { number: cell("number"), state, grade, reviewed: cell("reviewed"), attribution, delegation, record };
    needed(&row, line, troubles);
    row
}

/// What a practice needs in the state that the file gives it.
fn needed(row: &Row, line: u64, troubles: &mut Vec<Trouble>) {
    let mut missing = |column: &str, why| troubles.push(Trouble::new(line, column, why, "", ""));
    if matches!(row.state.as_str(), "" | "draft") {
        if row.record.get("title").is_empty() {
            missing("title", "practice-needed");
        }
        return;
    }
    // The file stands for what was true where it was written: no month of today, hence no new reason to be young.
    row.record.missing("9999").into_iter().for_each(|(name, why)| missing(name, why));
    if row.state == "published" && row.grade.is_empty() {
        missing("grade", "practice-file-grade");
    }
    if row.state == "published" && row.reviewed.is_empty() {
        missing("reviewed", "practice-file-reviewed");
    }
}

fn csv_rows(bytes: &[u8]) -> Result<Vec<(u64, Cells)>, Vec<Trouble>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let encoding = |line| Trouble::new(line, "", "csv-encoding", "", "");
    let header = reader.headers().map_err(|_| vec![encoding(1)])?.clone();
    let mut troubles = Vec::new();
    for (at, name) in header.iter().enumerate() {
        if !HEAD.contains(&name) && !record::known(name) {
            troubles.push(Trouble::new(1, "", "csv-column-unknown", name, columns().join(", ")));
        } else if header.iter().take(at).any(|earlier| earlier == name) {
            troubles.push(Trouble::new(1, name, "csv-column-twice", name, ""));
        }
    }
    let mut rows = Vec::new();
    for found in reader.records() {
        let Ok(found) = found.map_err(|e| troubles.push(encoding(e.position().map_or(0, csv::Position::line)))) else {
            continue;
        };
        let line = found.position().map_or(0, csv::Position::line);
        if found.len() != header.len() {
            let width = header.len().to_string();
            troubles.push(Trouble::new(line, "", "csv-cells", &found.len().to_string(), width));
            continue;
        }
        rows.push((line, header.iter().zip(&found).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()));
    }
    if troubles.is_empty() { Ok(rows) } else { Err(troubles) }
}

fn json_rows(bytes: &[u8]) -> Result<Vec<(u64, Cells)>, Vec<Trouble>> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|e| vec![Trouble::new(e.line() as u64, "", "practice-file-json", &e.to_string(), "")])?;
    let list = value.get("practices").unwrap_or(&value).as_array();
    let list = list.ok_or_else(|| vec![Trouble::new(1, "", "practice-file-list", "", "")])?;
    let (mut rows, mut troubles) = (Vec::new(), Vec::new());
    for (line, item) in (1..).zip(list) {
        match item.as_object() {
            Some(fields) => rows.push((line, cells(fields, line, &mut troubles))),
            None => troubles.push(Trouble::new(line, "", "practice-file-object", "", "")),
        }
    }
    if troubles.is_empty() { Ok(rows) } else { Err(troubles) }
}

fn cells(fields: &Map<String, Value>, line: u64, troubles: &mut Vec<Trouble>) -> Cells {
    let mut cells = Cells::new();
    for (name, value) in fields {
        if name == "results" {
            results(value, line, &mut cells, troubles);
        } else if HEAD.contains(&name.as_str()) || record::known(name) {
            cells.insert(name.clone(), text(value));
        } else {
            troubles.push(Trouble::new(line, "", "csv-column-unknown", name, columns().join(", ")));
        }
    }
    cells
}

/// The parts of a result.
const RESULT: [&str; 5] = ["indicator", "baseline", "value", "method", "grade"];

fn results(value: &Value, line: u64, cells: &mut Cells, troubles: &mut Vec<Trouble>) {
    let all = value.as_array().map_or(&[][..], Vec::as_slice);
    if all.len() > RESULTS || !(value.is_array() || value.is_null()) {
        troubles.push(Trouble::new(line, "results", "csv-results", &all.len().to_string(), RESULTS.to_string()));
    }
    for (n, result) in (1..=RESULTS).zip(all) {
        for (name, value) in result.as_object().into_iter().flatten() {
            if !RESULT.contains(&name.as_str()) {
                troubles.push(Trouble::new(line, "results", "csv-column-unknown", name, RESULT.join(", ")));
            }
            cells.insert(format!("result{n}_{name}"), text(value));
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(text).collect::<Vec<_>>().join(";"),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The columns of a CSV.
pub fn columns() -> Vec<&'static str> {
    HEAD.into_iter().chain(fields().map(|f| f.name)).collect()
}

/// The cells of a row, by [`columns`].
pub fn cells_of(row: &Row) -> Vec<String> {
    let head = [&row.number, &row.state, &row.grade, &row.reviewed, &row.attribution, &row.delegation];
    head.into_iter().cloned().chain(fields().map(|f| row.record.get(f.name).to_owned())).collect()
}

/// As CSV (RFC 4180, `\n`).
pub fn csv(rows: &[Row]) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns())?;
    rows.iter().try_for_each(|row| writer.write_record(cells_of(row)))?;
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// As JSON.
pub fn json(rows: &[Row]) -> anyhow::Result<String> {
    let value = json!({"schema": SCHEMA, "practices": rows.iter().map(value).collect::<Vec<_>>()});
    Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
}

/// One practice as JSON: lists as lists, results as a list of objects.
pub fn value(row: &Row) -> Value {
    let mut map = Map::new();
    for (name, cell) in columns().into_iter().zip(cells_of(row)).filter(|(_, cell)| !cell.is_empty()) {
        let list = super::field(name).is_some_and(|f| f.holds.is_list());
        if super::label(name) == name {
            let value = if list { json!(split(&cell).collect::<Vec<_>>()) } else { json!(cell) };
            map.insert(name.to_owned(), value);
        }
    }
    let results: Vec<Value> = (1..=RESULTS).map(|n| result(&row.record, n)).filter(|r| r != &json!({})).collect();
    if !results.is_empty() {
        map.insert("results".to_owned(), results.into());
    }
    map.into()
}

fn result(record: &Record, n: usize) -> Value {
    let filled = RESULT.map(|part| (part, record.get(&format!("result{n}_{part}"))));
    let filled = filled.into_iter().filter(|(_, cell)| !cell.is_empty());
    Value::Object(filled.map(|(part, cell)| (part.to_owned(), json!(cell))).collect())
}

/// Which practices go into a file.
#[derive(Debug, Clone, Copy)]
pub enum Going<'a> {
    /// All, with contacts: for the one who runs the server, who has the keys.
    All(&'a Keyring),
    /// All but drafts, without contacts: the full record.
    Kept,
    /// What everybody who reads the dialogue sees, without contacts.
    Public,
}

/// The practices of a dialogue as rows. `author` says who may be told to have submitted one.
pub async fn rows(
    c: &mut Conn,
    dialogue: &str,
    going: Going<'_>,
    author: impl Fn(&Practice) -> String,
) -> Stored<Vec<Row>> {
    let all = practice::all(c, dialogue).await?;
    let goes = |p: &&Practice| match going {
        Going::All(_) => true,
        Going::Kept => p.state != PracticeState::Draft || p.published_version.is_some(),
        Going::Public => p.is_public(),
    };
    Ok(all
        .iter()
        .filter(goes)
        .map(|p| {
            let shown = match going {
                Going::Public => true,
                Going::Kept => p.state == PracticeState::Draft,
                Going::All(_) => false,
            };
            let record = Record::parse(if shown { &p.shown } else { &p.content });
            Row {
                number: p.number.to_string(),
                state: if shown { PracticeState::Published } else { p.state }.to_string(),
                grade: p.grade.clone(),
                reviewed: p.reviewed.clone(),
                attribution: p.attribution.to_string(),
                delegation: author(p),
                record: match going {
                    Going::All(keys) => record.opened(keys, &p.id),
                    Going::Kept | Going::Public => record.without_contact(),
                },
            }
        })
        .collect())
}

/// How a file came.
#[derive(Debug, Clone, Copy)]
pub struct Came<'a> {
    /// The participants of delegations, by the delegations' names.
    pub authors: &'a HashMap<String, String>,
    /// Who brought it.
    pub entered_by: EnteredBy,
    /// When.
    pub at: Moment,
}

/// Keeps the rows of a file, whole, in the caller's transaction; gives the ids of questions that changed.
pub async fn keep(
    c: &mut Conn,
    convened: &Convened,
    keys: &Keyring,
    rows: &[Row],
    came: &Came<'_>,
) -> anyhow::Result<Vec<String>> {
    let mut changed = Vec::new();
    for row in rows {
        let p = practice_of(c, convened, keys, row, came).await?;
        practice::insert(c, &convened.dialogue.id, &p, &row.record.index(&p.grade)).await?;
        if p.version > 0 {
            let version = Version { version: 1, content: p.content.clone(), submitted_at: came.at };
            practice::insert_version(c, &p.id, &version).await?;
        }
        if p.published_version.is_some() {
            changed.extend(super::carry::carry(c, convened, &p, came.at).await?);
        }
    }
    Ok(changed)
}

async fn practice_of(
    c: &mut Conn,
    convened: &Convened,
    keys: &Keyring,
    row: &Row,
    came: &Came<'_>,
) -> anyhow::Result<Practice> {
    let (now, id) = (came.at, store::new_id());
    let state = row.state.parse().unwrap_or(PracticeState::Draft);
    let published = state == PracticeState::Published;
    let content = row.record.clone().sealed(keys, &id)?.json();
    Ok(Practice {
        id,
        number: practice::next_number(c, &convened.dialogue.id).await?,
        state,
        author_id: came.authors.get(&row.delegation).cloned(),
        entered_by: came.entered_by,
        attribution: stronger(convened.dialogue.attribution, row.attribution.parse().ok()),
        shown: if published { content.clone() } else { String::new() },
        content,
        version: i64::from(state != PracticeState::Draft),
        published_version: published.then_some(1),
        grade: row.grade.clone(),
        reviewed: row.reviewed.clone(),
        created_at: now,
        changed_at: now,
        published_at: published.then_some(now),
    })
}
