//! What `indaba landscape` reads: a Polis export, a long CSV, a record (folder or zip).

use crate::report_landscape::{Said, Texts};
use anyhow::{Context, bail};
use landscape::read::{self, Comment, Export, LongColumns, PolisFiles, ValueMap};
use landscape::write::About;
use landscape::{Blocs, Statement, Superseded, Value, Votes};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// The most that is read of one file of a zip.
const LARGEST: u64 = 1 << 30;

/// Responses with what stands beside them.
#[derive(Debug, Default)]
pub struct Input {
    /// Who said what.
    pub votes: Votes,
    /// What they said before, where the file has it.
    pub superseded: Vec<Superseded>,
    /// To what.
    pub comments: Vec<Comment>,
    /// The comments as a reader knows them, by their ids.
    pub texts: Texts,
    /// Declared blocs.
    pub blocs: Blocs,
    /// Participants without a code, where that is known.
    pub without_code: Option<i64>,
    /// What was asked.
    pub title: String,
    /// In which language; empty where it is not known.
    pub lang: String,
    /// Of the store: the dialogue and the question's reference.
    pub of: Option<(String, String)>,
    /// Nobody said any of it.
    pub simulated: bool,
    /// Of the store: the responses that stood at the moment that was asked for.
    pub stood: Option<Votes>,
}

/// How a CSV is to be read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The columns to take.
    pub columns: LongColumns,
    /// What its values mean, where that was said.
    pub values: Option<ValueMap>,
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// A record, in a folder or a zip.
    Record,
    /// The folder of a Polis export.
    Export,
    /// One response on each line.
    Csv,
}

impl Kind {
    fn of(path: &Path) -> Self {
        if path.is_dir() {
            let is_record = ["manifest.json", "responses.csv"].iter().any(|name| path.join(name).exists());
            return if is_record { Self::Record } else { Self::Export };
        }
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) { Self::Record } else { Self::Csv }
    }

    /// What would change nothing here was meant for something else.
    fn accepts(self, path: &Path, question: Option<&str>, csv: &Reading) -> anyhow::Result<()> {
        let says = match self {
            Self::Record => "a record",
            Self::Export => "a folder, and so a Polis export or a record",
            Self::Csv => "a CSV",
        };
        if self != Self::Record && question.is_some() {
            bail!(
                "--question names a question of a record or, with --dialogue, of the store, but {} is {says}: leave \
                 --question out",
                path.display()
            );
        }
        if self != Self::Csv && (csv.values.is_some() || csv.columns != LongColumns::default()) {
            bail!(
                "--participant, --statement, --vote, --time and --values say how a CSV is to be read, but {} is \
                 {says}: leave them out, or name the CSV itself",
                path.display()
            );
        }
        Ok(())
    }
}

/// Reads what a path holds; `-` is a CSV on standard input.
pub fn read_path(path: &Path, question: Option<&str>, csv: &Reading) -> anyhow::Result<Input> {
    let title = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let kind = Kind::of(path);
    kind.accepts(path, question, csv)?;
    let input = match kind {
        Kind::Record if path.is_dir() => record(&mut |name| open(&path.join(name)), question)?,
        Kind::Record => zipped(path, question)?,
        Kind::Export => of_export(polis_folder(path)?),
        Kind::Csv => csv_file(path, csv)?,
    };
    Ok(Input { title: if input.title.is_empty() { title } else { input.title }, ..input })
}

fn of_export(export: Export) -> Input {
    let texts = export.comments.iter().map(|c| said(&c.statement, c.statement.id.clone(), String::new())).collect();
    Input { votes: export.votes, superseded: export.superseded, comments: export.comments, texts, ..Input::default() }
}

/// A comment under its id, by its number and in its language.
pub fn said(statement: &Statement, number: String, lang: String) -> (String, Said) {
    (statement.id.clone(), Said { number, text: statement.text.clone(), lang })
}

type Source = Box<dyn Read>;

/// A file, or none where it is not there.
fn open(path: &Path) -> anyhow::Result<Option<Source>> {
    match File::open(path) {
        Ok(file) => Ok(Some(Box::new(file))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} can't be read", path.display())),
    }
}

/// What the summary of an export says of the conversation, if there is one.
pub fn about(path: &Path) -> anyhow::Result<About> {
    let file = if path.is_dir() { open(&path.join("summary.csv"))? } else { None };
    Ok(file.map(|source| read::summary("summary.csv", source)).transpose()?.unwrap_or_default())
}

/// Reads the folder of a Polis export.
pub fn polis_folder(folder: &Path) -> anyhow::Result<Export> {
    if !folder.is_dir() {
        bail!("{} is not a folder: give the folder that holds comments.csv and votes.csv", folder.display());
    }
    let [mut comments, mut votes, mut matrix] =
        ["comments.csv", "votes.csv", "participants-votes.csv"].map(|name| open(&folder.join(name)));
    polis_files(&mut comments, &mut votes, &mut matrix).with_context(|| format!("in {}", folder.display()))
}

type Opened = anyhow::Result<Option<Source>>;

fn polis_files(comments: &mut Opened, votes: &mut Opened, matrix: &mut Opened) -> anyhow::Result<Export> {
    let [comments, votes, matrix] = [comments, votes, matrix].map(|file| match file {
        Ok(source) => Ok(source.as_mut()),
        Err(error) => Err(anyhow::anyhow!("{error:#}")),
    });
    let (comments, votes) = (comments?, votes?);
    // The matrix says the same as the votes, at ten times the size: it is read where it is all there is.
    let matrix = if votes.is_some() { None } else { matrix? };
    Ok(read::polis_export(PolisFiles {
        comments: comments.map(|source| source as &mut dyn Read),
        votes: votes.map(|source| source as &mut dyn Read),
        matrix: matrix.map(|source| source as &mut dyn Read),
    })?)
}

fn csv_file(path: &Path, csv: &Reading) -> anyhow::Result<Input> {
    let from_input = path.as_os_str() == "-";
    let name = if from_input { "standard input".to_owned() } else { path.display().to_string() };
    let file: Source = if from_input {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(path).with_context(|| format!("{name} can't be read: is the path right?"))?)
    };
    let mut source = BufReader::with_capacity(1 << 16, file);
    let header = source.fill_buf().with_context(|| format!("{name} can't be read"))?;
    let first = header.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(first);
    let has = |column: &str| first.split(',').any(|cell| cell.trim().trim_matches('"') == column);
    // The votes.csv of a Polis export, given by itself.
    let (votes, superseded) = if csv.columns == LongColumns::default() && has("voter-id") && has("comment-id") {
        read::votes_with_superseded(&name, source, None)?
    } else {
        let values = csv.values.as_ref().map_or_else(|| Cow::Owned(ValueMap::default()), Cow::Borrowed);
        read::long_with_superseded(&name, source, &csv.columns, &values)?
    };
    // Nothing is known of the statements but that there are responses to them.
    let statements = votes.statements().iter().map(|id| Statement::new(id, ""));
    let comments: Vec<Comment> = statements.map(|statement| Comment { statement, ..Comment::default() }).collect();
    let texts = comments.iter().map(|c| said(&c.statement, c.statement.id.clone(), String::new())).collect();
    Ok(Input { votes, superseded, comments, texts, ..Input::default() })
}

type Archive = zip::ZipArchive<File>;

fn zipped(path: &Path, question: Option<&str>) -> anyhow::Result<Input> {
    let mut archive = archive(path)?;
    let mut entry = |wanted: &str| entry(&mut archive, path, wanted);
    record(&mut entry, question).with_context(|| format!("in {}", path.display()))
}

fn archive(path: &Path) -> anyhow::Result<Archive> {
    let name = path.display();
    let file = File::open(path).with_context(|| format!("{name} can't be read: is the path right?"))?;
    zip::ZipArchive::new(file).with_context(|| format!("{name} is not a zip archive"))
}

fn entry(archive: &mut Archive, path: &Path, wanted: &str) -> Opened {
    let (name, below) = (path.display(), format!("/{wanted}"));
    let full = archive.file_names().filter_map(Result::ok).find(|n| n == wanted || n.ends_with(&below));
    let Some(full) = full.map(std::borrow::Cow::into_owned) else { return Ok(None) };
    let mut bytes = Vec::new();
    let file = archive.by_name(&full).with_context(|| format!("{name}: {wanted} can't be read"))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).with_context(|| format!("{name}: {wanted} can't be read"))?;
    if bytes.len() as u64 > LARGEST {
        bail!("{name}: {wanted} is larger than 1 GB; unpack the archive and give the folder");
    }
    Ok(Some(Box::new(std::io::Cursor::new(bytes))))
}

#[derive(Debug, serde::Deserialize)]
struct ResponseRow {
    question: String,
    perspective: String,
    participant: String,
    value: String,
    at: String,
}

#[derive(Debug, serde::Deserialize)]
struct ChangeRow {
    question: String,
    perspective: String,
    participant: String,
    /// `withdrawn` where the response was taken back.
    value: String,
    at: String,
}

/// The responses of a record that stood at a moment (milliseconds); none where the path is no record, or one without the
/// history of its responses. What is not among the wanted statements is left out.
pub fn stood(path: &Path, question: &str, at: i64, wanted: &Texts) -> anyhow::Result<Option<Votes>> {
    let source = if path.is_dir() {
        open(&path.join("history.csv"))?
    } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        let mut archive = archive(path)?;
        entry(&mut archive, path, "history.csv")?
    } else {
        None
    };
    let Some(source) = source else { return Ok(None) };
    let rows: Vec<ChangeRow> = table("history.csv", source)?;
    let mut last: HashMap<(&str, &str), (Option<Value>, i64)> = HashMap::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.question == question) {
        let line = place + 2;
        let moment = moment("history.csv", line, &row.at)?;
        if moment <= at && wanted.contains_key(&row.perspective) {
            let value = if row.value == "withdrawn" { None } else { Some(value("history.csv", line, &row.value)?) };
            last.insert((&row.participant, &row.perspective), (value, moment));
        }
    }
    let mut votes = Votes::builder();
    for ((participant, perspective), (value, moment)) in last {
        if let Some(value) = value {
            votes.response(participant, perspective, value, moment);
        }
    }
    Ok(Some(votes.build()))
}

fn value(file: &str, line: usize, text: &str) -> anyhow::Result<Value> {
    match text {
        "agree" => Ok(Value::Agree),
        "pass" => Ok(Value::Pass),
        "disagree" => Ok(Value::Disagree),
        other => bail!("{file}, line {line}: \"{other}\" is not agree, pass or disagree"),
    }
}

fn moment(file: &str, line: usize, text: &str) -> anyhow::Result<i64> {
    let at: jiff::Timestamp = text.parse().with_context(|| format!("{file}, line {line}: \"{text}\" is not a time"))?;
    Ok(at.as_millisecond())
}

#[derive(Debug, serde::Deserialize)]
struct PerspectiveRow {
    id: String,
    question: String,
    text: String,
    #[serde(default)]
    lang: String,
    state: String,
    #[serde(default)]
    attribution: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    moderated: Option<i8>,
    #[serde(default)]
    is_meta: Option<String>,
    #[serde(default)]
    is_seed: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
struct ParticipantRow {
    participant: String,
    #[serde(default)]
    blocs: String,
}

/// Reads a record: `responses.csv`, `perspectives.csv`, `participants.csv`.
fn record(file: &mut dyn FnMut(&str) -> Opened, question: Option<&str>) -> anyhow::Result<Input> {
    let Some(responses) = file("responses.csv")? else {
        bail!(
            "this record has no responses.csv: it is the public face with aggregates, which holds counts and no \
             single responses. Ask the secretariat for the full record, or take the landscape from its folder landscape/"
        );
    };
    let rows: Vec<ResponseRow> = table("responses.csv", responses)?;
    let wanted = one_question(&rows, question)?;
    let perspectives: Vec<PerspectiveRow> = match file("perspectives.csv")? {
        Some(source) => table("perspectives.csv", source)?,
        None => Vec::new(),
    };
    let participants: Vec<ParticipantRow> = match file("participants.csv")? {
        Some(source) => table("participants.csv", source)?,
        None => Vec::new(),
    };
    // What is off the record leaves no trace in a landscape, here as on the page.
    let (hidden, here): (Vec<&PerspectiveRow>, Vec<&PerspectiveRow>) =
        perspectives.iter().filter(|p| p.question == wanted).partition(|p| p.attribution == "off_the_record");
    let hidden: HashSet<&str> = hidden.iter().map(|p| p.id.as_str()).collect();
    let comments: Vec<Comment> = here.iter().map(|p| comment(p)).collect();
    let texts = comments.iter().zip(&here).map(|(c, p)| said(&c.statement, p.number.clone(), p.lang.clone()));
    Ok(Input {
        votes: votes(&rows, &wanted, &hidden)?,
        texts: texts.collect(),
        comments,
        blocs: blocs(&participants),
        title: wanted,
        simulated: simulated(file("dialogue.json")?)?,
        ..Input::default()
    })
}

/// Whether a record says of its dialogue that nobody said any of it.
fn simulated(dialogue: Option<Source>) -> anyhow::Result<bool> {
    #[derive(serde::Deserialize)]
    struct Dialogue {
        #[serde(default)]
        simulated: bool,
    }
    let Some(source) = dialogue else { return Ok(false) };
    let read: Dialogue =
        serde_json::from_reader(source).context("dialogue.json: is it the file of a record, unchanged?")?;
    Ok(read.simulated)
}

fn table<T: serde::de::DeserializeOwned>(name: &str, source: Source) -> anyhow::Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(source);
    let rows: Result<Vec<T>, csv::Error> = reader.deserialize().collect();
    rows.map_err(|error| {
        let line = error.position().map_or(1, csv::Position::line);
        anyhow::anyhow!("{name}, line {line}: {error}. Is it the file of a record, unchanged?")
    })
}

fn one_question(rows: &[ResponseRow], asked: Option<&str>) -> anyhow::Result<String> {
    let all: BTreeSet<&str> = rows.iter().map(|row| row.question.as_str()).collect();
    let list = || all.iter().copied().collect::<Vec<_>>().join(", ");
    match (asked, all.len()) {
        (Some(asked), _) if all.contains(asked) => Ok(asked.to_owned()),
        (Some(asked), _) => bail!("responses.csv has no response to question \"{asked}\"; it has {}", list()),
        (None, 1) => Ok(list()),
        (None, 0) => bail!("responses.csv holds no responses yet"),
        (None, _) => bail!("the record holds several questions: say which with --question: {}", list()),
    }
}

fn votes(rows: &[ResponseRow], question: &str, hidden: &HashSet<&str>) -> anyhow::Result<Votes> {
    let mut votes = Votes::builder();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.question == question) {
        let line = place + 2;
        if hidden.contains(row.perspective.as_str()) {
            continue;
        }
        let value = value("responses.csv", line, &row.value)?;
        votes.response(&row.participant, &row.perspective, value, moment("responses.csv", line, &row.at)?);
    }
    Ok(votes.build())
}

fn comment(p: &PerspectiveRow) -> Comment {
    let yes = |cell: &Option<String>| matches!(cell.as_deref(), Some("1" | "true"));
    let out = matches!(p.state.as_str(), "refused" | "withdrawn" | "erased");
    let statement = Statement {
        id: p.id.clone(),
        text: p.text.clone(),
        moderated: if out { -1 } else { p.moderated.unwrap_or(0).clamp(-1, 1) },
        is_meta: yes(&p.is_meta),
        is_seed: yes(&p.is_seed),
    };
    Comment { statement, author: None, at: None }
}

fn blocs(rows: &[ParticipantRow]) -> Blocs {
    let mut blocs: HashMap<&str, BTreeSet<String>> = HashMap::new();
    for row in rows {
        for bloc in crate::words::split(&row.blocs) {
            blocs.entry(bloc).or_default().insert(row.participant.clone());
        }
    }
    blocs.into_iter().map(|(name, members)| (name.to_owned(), members)).collect()
}
