//! Paper print-outs typed in: one line for each sheet. `1a 2d 3p*` answers perspectives 1, 2 and 3, the third marked
//! as mattering most; `1adp*` says the same of consecutive numbers; `-` leaves one out. A name and a colon before it
//! say whose sheet it is; without them it is a new participant's. The number of the sheet at the very beginning
//! (`#128U`) makes that a sheet is counted once: typed again, it corrects what was typed before.

use super::entry::question_of;
use super::responses::change;
use super::{Choice, Typed, address, done, questions, serial, spoken};
use crate::live::News;
use crate::store::participant::Participant;
use crate::store::question::Question;
use crate::store::response::Change;
use crate::store::{self, Conn, Moment, response};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::{Participation, PerspectiveState, Value};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Print-outs numbered at once at most.
pub const MOST_COPIES: i64 = 100;
/// Sheets typed in at once at most.
const AT_ONCE: usize = 500;
/// A sheet without number that says the same as one typed in within this time may be the same sheet.
const LATELY: Moment = 15 * 60_000;

/// What typed sheets may refer to.
#[derive(Debug, Default)]
pub struct Known {
    /// Numbers of published perspectives.
    pub numbers: HashSet<i64>,
    /// Names of delegations that answer.
    pub names: HashSet<String>,
    /// How many print-outs were numbered.
    pub printed: i64,
}

/// One sheet: whose it is (empty for a new participant), and answers by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Line, from 1.
    pub line: usize,
    /// The number printed on it.
    pub serial: Option<i64>,
    /// Name of a delegation, or empty.
    pub who: String,
    /// Value and mark by the number of the perspective.
    pub answers: BTreeMap<i64, (Value, bool)>,
}

/// A place that can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// Key of the reason in the locales.
    pub why: &'static str,
    /// What stands there.
    pub found: String,
}

/// Reads typed sheets: all of them, or every place that can't be read.
pub fn read(text: &str, known: &Known) -> Result<Vec<Filled>, Vec<Unread>> {
    let (mut sheets, mut unread, mut serials) = (Vec::new(), Vec::new(), HashSet::new());
    for (line, typed) in (1..).zip(text.lines()).filter(|(_, typed)| !typed.trim().is_empty()) {
        match sheet(line, typed, known) {
            Ok(_) if sheets.len() >= AT_ONCE => {
                unread.push(Unread { line, column: 1, why: "sheets-many", found: AT_ONCE.to_string() });
                break;
            }
            Ok(Filled { serial: Some(n), .. }) if !serials.insert(n) => {
                unread.push(Unread { line, column: 1, why: "sheets-serial-twice", found: serial::printed(n) });
            }
            Ok(sheet) => sheets.push(sheet),
            Err(place) => unread.push(place),
        }
    }
    if unread.is_empty() { Ok(sheets) } else { Err(unread) }
}

/// The number of the sheet at the beginning of a line, and what follows it; or what stands in its place.
fn numbered<'t>(typed: &'t str, known: &Known) -> Result<(Option<i64>, &'t str), (&'static str, String)> {
    let trimmed = typed.trim_start();
    if !trimmed.starts_with('#') {
        return Ok((None, typed));
    }
    let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
    let (word, rest) = trimmed.split_at(end);
    match serial::read(word) {
        Some(number) if number <= known.printed => Ok((Some(number), rest)),
        Some(_) => Err(("sheets-serial-unknown", word.to_owned())),
        None => Err(("sheets-serial", word.to_owned())),
    }
}

fn sheet(line: usize, typed: &str, known: &Known) -> Result<Filled, Unread> {
    let at = |column: usize, why, found: &str| Unread { line, column: column + 1, why, found: found.to_owned() };
    let (serial, rest) = numbered(typed, known).map_err(|(why, found)| at(0, why, &found))?;
    let begun = typed.chars().count() - rest.chars().count();
    let (who, from) = match rest.rfind(':') {
        Some(colon) => (rest.get(..colon).unwrap_or("").trim(), rest.get(..=colon).unwrap_or("").chars().count()),
        None => ("", 0),
    };
    if !who.is_empty() && !known.names.contains(who) {
        return Err(at(begun, "sheets-name", who));
    }
    let mut answers = BTreeMap::new();
    let (mut digits, mut next, mut last) = (String::new(), None::<i64>, None::<i64>);
    for (column, key) in typed.chars().enumerate().skip(begun + from) {
        if key.is_ascii_digit() {
            digits.push(key);
            continue;
        }
        if !digits.is_empty() {
            next = digits.parse().ok();
            digits.clear();
            last = None;
        }
        match key {
            ' ' | '\t' | ',' | ';' if next.is_some() && last.is_none() => {
                return Err(at(column, "sheets-key", &key.to_string()));
            }
            ' ' | '\t' | ',' | ';' => next = None,
            '*' => match last.and_then(|number| answers.get_mut(&number)) {
                Some((_, matters)) => *matters = true,
                None => return Err(at(column, "sheets-star", "*")),
            },
            _ => {
                let number = next.ok_or_else(|| at(column, "sheets-number", &key.to_string()))?;
                let value = answer(key).map_err(|key| at(column, "sheets-key", &key.to_string()))?;
                if !known.numbers.contains(&number) {
                    return Err(at(column, "sheets-unknown", &number.to_string()));
                }
                if let Some(value) = value
                    && answers.insert(number, (value, false)).is_some()
                {
                    return Err(at(column, "sheets-twice", &number.to_string()));
                }
                last = Some(number);
                next = Some(number + 1);
            }
        }
    }
    if !digits.is_empty() {
        return Err(at(typed.chars().count().saturating_sub(1), "sheets-key", &digits));
    }
    if answers.is_empty() {
        return Err(at(begun, "sheets-empty", ""));
    }
    Ok(Filled { line, serial, who: who.to_owned(), answers })
}

/// What a key means, or the key where it means nothing. `-` is a line without an answer.
fn answer(key: char) -> Result<Option<Value>, char> {
    match key.to_ascii_lowercase() {
        'a' => Ok(Some(Value::Agree)),
        'd' => Ok(Some(Value::Disagree)),
        'p' => Ok(Some(Value::Pass)),
        '-' => Ok(None),
        _ => Err(key),
    }
}

#[derive(Template)]
#[template(path = "secretariat/sheets.html")]
struct Sheets {
    page: Page,
    slug: String,
    done: String,
    errors: Vec<String>,
    /// Lines that say what a sheet typed a moment ago says.
    same: Vec<String>,
    question: Question,
    questions: Vec<Choice>,
    typed: Typed,
}

/// `GET /d/{slug}/secretariat/entry/sheets`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    form(&visit, StatusCode::OK, asked, Vec::new(), Vec::new())
}

fn form(visit: &Visit, status: StatusCode, typed: Typed, errors: Vec<String>, same: Vec<String>) -> Answer {
    let question = question_of(visit, &typed)?.clone();
    page::show_as(
        status,
        &Sheets {
            slug: visit.convened()?.dialogue.slug.clone(),
            done: done(visit.l, &typed),
            errors,
            same,
            questions: questions(visit, &question.reference)?,
            question,
            typed,
            page: Page::new(visit, visit.l.t("sheets-title"), Tab::Secretariat),
        },
    )
}

/// `POST /d/{slug}/secretariat/entry/sheets`: all sheets or none.
pub async fn enter(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    let question = question_of(&visit, &typed)?.clone();
    let board = visit.app.board(&question.id).await?;
    let published = board.perspectives.iter().filter(|p| p.state == PerspectiveState::Published);
    let ids: HashMap<i64, String> = published.map(|p| (p.number, p.id.clone())).collect();
    let mut c = visit.read().await?;
    let all = store::delegation::all(&mut c, &convened.dialogue.id).await?;
    let names: HashMap<String, String> = all.into_iter().filter(|d| !d.observer).map(|d| (d.name, d.id)).collect();
    let known = Known {
        numbers: ids.keys().copied().collect(),
        names: names.keys().cloned().collect(),
        printed: store::dialogue::sheets(&mut c, &convened.dialogue.id).await?,
    };
    let again = |typed, errors| form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, errors, Vec::new());
    let sheets = match read(typed.get("sheets"), &known) {
        Err(places) => return again(typed, places.iter().map(|p| worded(&visit, p)).collect()),
        Ok(sheets) if sheets.is_empty() => return again(typed, vec![visit.l.t("sheets-none")]),
        Ok(sheets) => sheets,
    };
    let delegations_only = convened.dialogue.participation == Participation::Delegations;
    if delegations_only && sheets.iter().any(|sheet| sheet.who.is_empty()) {
        return again(typed, vec![visit.l.t("sheets-named-only")]);
    }
    let same =
        if typed.get("sure") == "yes" { Vec::new() } else { same(&visit, &mut c, &question, &sheets, &ids).await? };
    drop(c);
    if !same.is_empty() {
        return form(&visit, StatusCode::CONFLICT, typed, Vec::new(), same);
    }
    keep(&visit, &question, &sheets, &ids, &names).await
}

fn worded(visit: &Visit, place: &Unread) -> String {
    let why = visit.l.t1(place.why, "found", &place.found);
    visit.l.t3("sheets-place", "line", place.line, "column", place.column, "why", why)
}

/// Lines without name and number that say the same as a sheet typed in lately, worded.
async fn same(
    visit: &Visit,
    c: &mut Conn,
    question: &Question,
    sheets: &[Filled],
    ids: &HashMap<i64, String>,
) -> Result<Vec<String>, Problem> {
    let mut lately: HashMap<String, BTreeMap<String, (i64, bool)>> = HashMap::new();
    for (who, perspective, value, matters) in response::typed_since(c, &question.id, visit.now - LATELY).await? {
        lately.entry(who).or_default().insert(perspective, (value, matters));
    }
    let answers = |sheet: &Filled| -> BTreeMap<String, (i64, bool)> {
        let of = |(number, (value, matters)): (&i64, &(Value, bool))| {
            Some((ids.get(number)?.clone(), (value.number(), *matters)))
        };
        sheet.answers.iter().filter_map(of).collect()
    };
    let unnamed = sheets.iter().filter(|sheet| sheet.who.is_empty() && sheet.serial.is_none());
    let twice = unnamed.filter(|sheet| lately.values().any(|typed| *typed == answers(sheet)));
    Ok(twice.map(|sheet| visit.l.t2("sheets-same", "line", sheet.line, "minutes", LATELY / 60_000)).collect())
}

async fn keep(
    visit: &Visit,
    question: &Question,
    sheets: &[Filled],
    ids: &HashMap<i64, String>,
    names: &HashMap<String, String>,
) -> Answer {
    let convened = visit.convened()?;
    let rule = convened.dialogue.attribution;
    let mut c = visit.write().await?;
    let (mut changes, mut again) = (Vec::new(), 0);
    for sheet in sheets {
        let former = former(&mut c, &convened.dialogue.id, sheet).await?;
        let participant = whose(visit, &mut c, sheet, former.as_deref(), names).await?;
        if let Some(former) = former {
            again += 1;
            let before = response::of_participant(&mut c, &former, &question.id).await?;
            let kept =
                |id: &str| former == participant && sheet.answers.keys().any(|n| ids.get(n).is_some_and(|k| k == id));
            let gone = before.into_iter().map(|r| r.perspective_id).filter(|id| !kept(id));
            changes.extend(gone.map(|id| change(visit, &former, &question.id, id, (None, false), rule)));
        }
        changes.extend(sheet.answers.iter().filter_map(|(number, (value, matters))| -> Option<Change> {
            let perspective = ids.get(number)?.clone();
            Some(change(visit, &participant, &question.id, perspective, (Some(*value), *matters), rule))
        }));
    }
    response::apply(&mut c, &changes).await?;
    c.commit().await?;
    visit.app.forget(&convened.dialogue.slug, Some(&question.id));
    visit.app.live.tell(&question.id, News::Responses);
    let (n, reference) = (sheets.len(), super::entry::encoded(&question.reference));
    page::go(&format!("{}?done=sheets&n={n}&again={again}&question={reference}", address(visit, "/entry/sheets")?))
}

/// The participant of an earlier typing of the same numbered sheet.
async fn former(c: &mut Conn, dialogue: &str, sheet: &Filled) -> Result<Option<String>, Problem> {
    match sheet.serial {
        Some(serial) => Ok(store::participant::of_sheet(c, dialogue, serial).await?),
        None => Ok(None),
    }
}

/// Whose answers a sheet holds: a delegation's, those of an earlier typing, or a new participant's.
async fn whose(
    visit: &Visit,
    c: &mut Conn,
    sheet: &Filled,
    former: Option<&str>,
    names: &HashMap<String, String>,
) -> Result<String, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    if let Some(delegation) = names.get(&sheet.who) {
        return Ok(spoken::author(c, dialogue, delegation, visit.now).await?);
    }
    if let Some(former) = former {
        return Ok(former.to_owned());
    }
    let person = Participant::new("person", None, visit.now);
    store::participant::insert(c, dialogue, &person).await?;
    if let Some(serial) = sheet.serial {
        store::participant::set_sheet(c, &person.id, serial).await?;
    }
    Ok(person.id)
}

/// `POST /d/{slug}/secretariat/entry/sheets/number`: numbers print-outs of a question, and shows them for printing.
pub async fn number(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.convened()?;
    let question = question_of(&visit, &typed)?;
    let Some(copies @ 1..=MOST_COPIES) = typed.number("copies") else {
        return Err(Problem::bad("problem-copies").with("n", MOST_COPIES));
    };
    let mut c = visit.write().await?;
    let first = store::dialogue::number_sheets(&mut c, &convened.dialogue.id, copies).await?;
    c.commit().await?;
    let (slug, reference) = (&convened.dialogue.slug, &question.reference);
    page::go(&format!("/d/{slug}/q/{reference}/print?first={first}&copies={copies}"))
}
