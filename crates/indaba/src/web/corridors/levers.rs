//! Levers and what they would change: a plain form whose whole state is in the address, so that a scenario is a link.

use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::file::{self, Run};
use super::result::{self, View};
use super::{Attributed, attributed, countries, refused, told};
use crate::corridors::{Asked, asked};
use crate::lang::L;
use ::corridors::{Assumptions, Lever, LeverRow, Pack, SOURCES, Series};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

/// Pairs of an address that are no part of a scenario.
const ASIDE: [&str; 4] = ["band", "dialogue", "lang", "done"];

#[derive(Template)]
#[template(path = "corridors/levers.html")]
struct Room {
    page: Page,
    origins: Vec<Choice>,
    dests: Vec<Choice>,
    starts: Vec<Choice>,
    to: String,
    since: String,
    /// Who holds them, whether one is moved, and the levers.
    held: Vec<(String, bool, Vec<One>)>,
    topics: Vec<(String, &'static str, Vec<Choice>)>,
    dialogue: Option<(String, String, String)>,
    title: String,
    v: Option<View>,
    error: String,
    sources: Vec<Attributed>,
}

/// A lever in the form.
struct One {
    row: LeverRow,
    typed: String,
    neutral: String,
    range: String,
}

/// `GET /corridors/levers`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let pack = visit.app.corridors.pack().await?;
    let anything = typed.0.iter().any(|(name, value)| !ASIDE.contains(&name.as_str()) && !value.trim().is_empty());
    let taken = match Asked::read(&typed.0, &pack) {
        Ok(_) if !anything => Ok(None),
        Ok(asked) => result::view(&visit, &asked, typed.get("band") == "1").await?.map(Some),
        Err(wrong) => Err(wrong),
    };
    match taken {
        Ok(v) => page::show(&room(&visit, &pack, &typed, v, String::new()).await?),
        Err(wrong) => {
            let error = told(visit.l, &wrong);
            page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &room(&visit, &pack, &typed, None, error).await?)
        }
    }
}

async fn room(visit: &Visit, pack: &Pack, typed: &Typed, v: Option<View>, error: String) -> Result<Room, Problem> {
    let l = visit.l;
    let code = |name| ::corridors::Code::parse(typed.get(name));
    let start = if typed.get("from").is_empty() { "2020" } else { typed.get("from") };
    let starts = asked::starts(pack).into_iter().map(|y| Choice::new(l, y.to_string(), y.to_string(), start)).collect();
    let used: Vec<Series> = SOURCES.iter().map(|s| s.series).filter(|s| pack.has(*s)).collect();
    Ok(Room {
        origins: countries(l, pack, "corridors-any", code("origin")),
        dests: countries(l, pack, "corridors-any", code("dest")),
        starts,
        to: if typed.get("to").is_empty() { "2050".to_owned() } else { typed.get("to").to_owned() },
        since: typed.get("since").to_owned(),
        held: held(l, typed),
        topics: topics(l, typed),
        dialogue: dialogue(visit, typed.get("dialogue")).await?,
        title: typed.get("title").to_owned(),
        v,
        error,
        sources: attributed(l, pack, &used),
        page: Page::new(visit, l.t("levers-title"), Tab::Corridors),
    })
}

/// Slug, title and language of the dialogue in which the scenario may be kept.
async fn dialogue(visit: &Visit, slug: &str) -> Result<Option<(String, String, String)>, Problem> {
    if slug.is_empty() {
        return Ok(None);
    }
    let found = visit.app.dialogue(slug).await?;
    let hidden = |d: &crate::store::dialogue::Dialogue| d.state == crate::words::DialogueState::Preparing;
    let d = found.as_ref().map(|convened| &convened.dialogue).filter(|d| !hidden(d));
    Ok(d.map(|d| (d.slug.clone(), d.title.clone(), d.lang.clone())))
}

/// The levers by who holds them.
fn held(l: L, typed: &Typed) -> Vec<(String, bool, Vec<One>)> {
    let one = |lever: &Lever| {
        let row = lever.row();
        One {
            typed: typed.get(lever.id()).to_owned(),
            neutral: row.neutral.map(|v| l.n(v)).unwrap_or_default(),
            range: range(l, &row),
            row,
        }
    };
    let of = |holder: &str| {
        let mine: Vec<One> = Lever::ALL.iter().filter(|lever| lever.row().holder == holder).map(one).collect();
        (l.w("holder", holder), mine.iter().any(|one| !one.typed.is_empty()), mine)
    };
    ["destination", "origin", "both", "shock"].into_iter().map(of).filter(|(_, _, list)| !list.is_empty()).collect()
}

fn range(l: L, row: &LeverRow) -> String {
    let values = [("low", row.low), ("high", row.high), ("seenlow", row.observed_low), ("seenhigh", row.observed_high)];
    l.with("levers-range", &values.map(|(name, value)| (name, l.n(value).into())))
}

/// The schools by topic; the first of each holds where nothing is chosen.
fn topics(l: L, typed: &Typed) -> Vec<(String, &'static str, Vec<Choice>)> {
    let Ok(table) = Assumptions::standard() else { return Vec::new() };
    let chosen = typed.all("school");
    let of = |topic: &'static str| {
        let mine = table.schools.iter().filter(|school| school.topic == topic);
        let choice = |school: &::corridors::School| {
            let holds = if chosen.contains(&school.name.as_str()) { school.name.as_str() } else { "" };
            Choice::new(l, school.name.clone(), l.w("school", &school.name), holds)
        };
        (l.w("topic", topic), topic, mine.map(choice).collect())
    };
    ["income", "poverty", "schooling", "channels"].into_iter().map(of).collect()
}

/// `GET /corridors/levers/download/{format}`: the run of an address with its bands and all assumptions.
pub async fn download(visit: Visit, Path(format): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let pack = visit.app.corridors.pack().await?;
    let asked = Asked::read(&typed.0, &pack).map_err(|wrong| refused(&wrong, visit.l))?;
    scenario_file(&visit, &pack, &asked, &format).await
}

/// A scenario as a file.
pub async fn scenario_file(visit: &Visit, pack: &Pack, asked: &Asked, format: &str) -> Answer {
    let rooms = &visit.app.corridors;
    let answer = rooms.answer(asked).await?.map_err(|wrong| refused(&wrong, visit.l))?;
    if !matches!(format, "json" | "csv") {
        return Err(Problem::not_found());
    }
    let bands = result::bands(visit, asked, &answer).await?;
    let (assumptions, table) = (rooms.assumptions(asked).await?, rooms.table().await?);
    let run = Run { asked, answer: &answer, bands: &bands, assumptions: &assumptions, table: &table };
    let (media, bytes) = match format {
        "json" => ("application/json", file::json(&run, pack)?.into_bytes()),
        _ => ("text/csv; charset=utf-8", file::csv(&run, pack)?),
    };
    let name = format!("attachment; filename=\"scenario.{format}\"");
    Ok(([(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
