//! Paper print-outs typed in: one line for each sheet. `1a 2d 3p*` answers perspectives 1, 2 and 3, the third marked
//! as mattering most; `1adp*` says the same of consecutive numbers; `-` leaves one out. A name and a colon before it
//! say whose sheet it is; without them it is a new participant's.

use super::entry::question_of;
use super::responses::change;
use super::{Choice, Typed, address, done, questions, spoken};
use crate::live::News;
use crate::store::question::Question;
use crate::store::{self, response};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Visit};
use crate::words::{Participation, PerspectiveState, Value};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Sheets typed in at once at most.
const AT_ONCE: usize = 500;

/// One sheet: whose it is (empty for a new participant), and answers by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
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
pub fn read(text: &str, numbers: &HashSet<i64>, names: &HashSet<String>) -> Result<Vec<Filled>, Vec<Unread>> {
    let (mut sheets, mut unread) = (Vec::new(), Vec::new());
    for (line, typed) in (1..).zip(text.lines()).filter(|(_, typed)| !typed.trim().is_empty()) {
        match sheet(line, typed, numbers, names) {
            Ok(_) if sheets.len() >= AT_ONCE => {
                unread.push(Unread { line, column: 1, why: "sheets-many", found: AT_ONCE.to_string() });
                break;
            }
            Ok(sheet) => sheets.push(sheet),
            Err(place) => unread.push(place),
        }
    }
    if unread.is_empty() { Ok(sheets) } else { Err(unread) }
}

fn sheet(line: usize, typed: &str, numbers: &HashSet<i64>, names: &HashSet<String>) -> Result<Filled, Unread> {
    let at = |column: usize, why, found: &str| Unread { line, column: column + 1, why, found: found.to_owned() };
    let (who, from) = match typed.rfind(':') {
        Some(colon) => (typed.get(..colon).unwrap_or("").trim(), typed.get(..=colon).unwrap_or("").chars().count()),
        None => ("", 0),
    };
    if !who.is_empty() && !names.contains(who) {
        return Err(at(0, "sheets-name", who));
    }
    let mut answers = BTreeMap::new();
    let (mut digits, mut next, mut last) = (String::new(), None::<i64>, None::<i64>);
    for (column, key) in typed.chars().enumerate().skip(from) {
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
                if !numbers.contains(&number) {
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
        return Err(at(0, "sheets-empty", ""));
    }
    Ok(Filled { who: who.to_owned(), answers })
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
    question: Question,
    questions: Vec<Choice>,
    typed: Typed,
}

/// `GET /d/{slug}/secretariat/entry/sheets`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    form(&visit, StatusCode::OK, asked, Vec::new())
}

fn form(visit: &Visit, status: StatusCode, typed: Typed, errors: Vec<String>) -> Answer {
    let question = question_of(visit, &typed)?.clone();
    page::show_as(
        status,
        &Sheets {
            slug: visit.convened()?.dialogue.slug.clone(),
            done: done(visit.l, &typed),
            errors,
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
    let all = store::delegation::all(&mut visit.read().await?, &convened.dialogue.id).await?;
    let names: HashMap<String, String> = all.into_iter().filter(|d| !d.observer).map(|d| (d.name, d.id)).collect();
    let read = read(typed.get("sheets"), &ids.keys().copied().collect(), &names.keys().cloned().collect());
    let anonymous = |sheets: &[Filled]| sheets.iter().any(|sheet| sheet.who.is_empty());
    match read {
        Err(places) => {
            form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, places.iter().map(|p| worded(&visit, p)).collect())
        }
        Ok(sheets) if sheets.is_empty() => {
            form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, vec![visit.l.t("sheets-none")])
        }
        Ok(sheets) if anonymous(&sheets) && convened.dialogue.participation == Participation::Delegations => {
            form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, vec![visit.l.t("sheets-named-only")])
        }
        Ok(sheets) => keep(&visit, &question, &sheets, &ids, &names).await,
    }
}

fn worded(visit: &Visit, place: &Unread) -> String {
    let why = visit.l.t1(place.why, "found", &place.found);
    visit.l.t3("sheets-place", "line", place.line, "column", place.column, "why", why)
}

async fn keep(
    visit: &Visit,
    question: &Question,
    sheets: &[Filled],
    ids: &HashMap<i64, String>,
    names: &HashMap<String, String>,
) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.write().await?;
    let mut changes = Vec::new();
    for sheet in sheets {
        let participant = if let Some(delegation) = names.get(&sheet.who) {
            spoken::author(&mut c, &convened.dialogue.id, delegation, visit.now).await?
        } else {
            let person = spoken::newcomer("person", None, visit.now);
            store::participant::insert(&mut c, &convened.dialogue.id, &person).await?;
            person.id
        };
        changes.extend(sheet.answers.iter().filter_map(|(number, (value, matters))| {
            let perspective = ids.get(number)?.clone();
            let rule = convened.dialogue.attribution;
            Some(change(visit, &participant, &question.id, perspective, (Some(*value), *matters), rule))
        }));
    }
    response::apply(&mut c, &changes).await?;
    c.commit().await?;
    visit.app.forget(&convened.dialogue.slug, Some(&question.id));
    visit.app.live.tell(&question.id, News::Responses);
    let reference = super::entry::encoded(&question.reference);
    page::go(&format!("{}?done=sheets&n={}&question={reference}", address(visit, "/entry/sheets")?, sheets.len()))
}
