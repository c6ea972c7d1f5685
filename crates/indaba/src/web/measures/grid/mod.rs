//! A delegation's whole assessment on one page: every measure in every sphere, the likely figures in one form. Ranges,
//! reasons and evidence are given measure by measure ([`super::assess`]) and stay when a likely figure changes here.

mod entered;

use super::super::page::{self, Page, Tab};
use super::super::secretariat::Typed;
use super::super::{Answer, Problem, Visit};
use super::own::seat;
use super::{changed, material, sphere};
use crate::access::{Action, allows};
use crate::landing_zone::Material;
use crate::lang::L;
use crate::measure::SCORES;
use crate::store;
use crate::store::effect::Effect;
use crate::store::measure::Measure;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use entered::{Change, Entered, Place, Trouble, seen};
use std::collections::HashMap;

/// Cells that an address marks at most: proxies cut longer addresses off.
const MARKED: usize = 200;

#[derive(Template)]
#[template(path = "measures/grid.html")]
struct Grid {
    page: Page,
    home: String,
    spheres: Vec<String>,
    groups: Vec<Group>,
    /// The scores to choose from, as the reader's language writes them.
    scores: Vec<String>,
    /// What the form was made from: names of the spheres, and the figures.
    keys: String,
    seen: String,
    assessed: usize,
    cells: usize,
    published: bool,
    may: bool,
    done: Vec<String>,
    error: String,
    /// The first field that can't be taken.
    first: String,
    /// What was entered for what is no longer here.
    gone: Vec<String>,
}

/// Measures under one question.
struct Group {
    reference: String,
    text: String,
    lang: String,
    rows: Vec<Row>,
}

struct Row {
    m: Measure,
    cells: Vec<Cell>,
}

struct Cell {
    /// Of the field, and of what is said at it.
    name: String,
    /// The likely figure as the options have it, what was typed instead, or nothing.
    value: String,
    /// What was typed is no score.
    strange: bool,
    class: &'static str,
    /// From low to high, where that is a range.
    range: String,
    reasoned: bool,
    widened: bool,
    trouble: String,
}

impl Cell {
    /// The ids of what is said at the field.
    fn described(&self) -> String {
        let at = |letter: char, there: bool| there.then(|| format!("{letter}{}", self.name));
        let more = !self.range.is_empty() || self.reasoned || self.widened;
        let none = (self.class == "none").then(|| "unassessed".to_owned());
        let said = [at('e', !self.trouble.is_empty()), at('r', more), none];
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// `GET /d/{slug}/measures/own/effects`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let marked = typed.all("wide").into_iter().filter_map(entered::place).collect::<Vec<_>>();
    let done = done(visit.l, &typed, marked.len());
    page::show(&Grid { done, ..grid(&visit, None, &marked, &[]).await? })
}

/// What was just done, in sentences.
fn done(l: L, typed: &Typed, widened: usize) -> Vec<String> {
    let Some(n) = typed.number("saved") else { return Vec::new() };
    let mut said = vec![l.t1("grid-done", "n", n)];
    said.extend((widened > 0).then(|| l.t1("grid-widened", "n", widened)));
    said
}

/// The page as the store has it, or with what was entered and why it was not taken.
async fn grid(
    visit: &Visit,
    entered: Option<&Entered>,
    marked: &[Place],
    troubles: &[Trouble],
) -> Result<Grid, Problem> {
    let figures = material(visit).await?;
    let id = seat(visit, &figures)?;
    let given = store::effect::own(&mut visit.read().await?, &id).await?;
    let maker = Maker { l: visit.l, m: &figures, said: by_place(&figures, &given), entered, marked, troubles };
    let groups = maker.groups(visit)?;
    let rows = groups.iter().flat_map(|g| &g.rows);
    Ok(Grid {
        assessed: maker.said.len(),
        cells: rows.map(|r| r.cells.len()).sum(),
        spheres: figures.spheres.iter().map(|s| sphere(visit.l, s)).collect(),
        scores: SCORES.map(|s| visit.l.signed(s)).rev().collect(),
        keys: figures.rules.spheres.clone(),
        seen: seen(&maker.said),
        published: figures.published.contains(&id),
        may: visit.open().is_ok() && allows(visit.role, Action::AssessMeasures),
        done: Vec::new(),
        error: if troubles.is_empty() { String::new() } else { visit.l.t1("grid-refused", "n", troubles.len()) },
        first: troubles.iter().find_map(|t| t.place).map(entered::name).unwrap_or_default(),
        gone: maker.gone(),
        page: Page::new(visit, visit.l.t("grid-title"), Tab::Measures),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
        groups,
    })
}

/// What a delegation says of cells that are on the page.
fn by_place<'a>(m: &Material, given: &'a [Effect]) -> HashMap<Place, &'a Effect> {
    let place = |e: &'a Effect| {
        let sphere = m.spheres.iter().position(|s| *s == e.sphere)?;
        Some(((m.measure(&e.measure_id)?.number, sphere), e))
    };
    given.iter().filter_map(place).collect()
}

struct Maker<'a> {
    l: L,
    m: &'a Material,
    said: HashMap<Place, &'a Effect>,
    entered: Option<&'a Entered>,
    marked: &'a [Place],
    troubles: &'a [Trouble],
}

impl Maker<'_> {
    /// By question, as the list of measures has them.
    fn groups(&self, visit: &Visit) -> Result<Vec<Group>, Problem> {
        let group = |q: &store::question::Question| Group {
            reference: q.reference.clone(),
            text: q.text.clone(),
            lang: q.lang.clone(),
            rows: self.m.measures.iter().filter(|m| m.question_id == q.id).map(|m| self.row(m)).collect(),
        };
        Ok(visit.convened()?.questions.iter().map(group).filter(|g| !g.rows.is_empty()).collect())
    }

    fn row(&self, m: &Measure) -> Row {
        Row { m: m.clone(), cells: (0..self.m.spheres.len()).map(|s| self.cell((m.number, s))).collect() }
    }

    fn cell(&self, place: Place) -> Cell {
        let said = self.said.get(&place).copied();
        let typed = self.entered.and_then(|entered| entered.at(self.m, place));
        let shown = typed.map(|text| entered::score(text).map_or_else(|| text.to_owned(), |s| self.l.signed(s)));
        Cell {
            name: entered::name(place),
            strange: typed.is_some_and(|text| !text.is_empty() && entered::score(text).is_none()),
            value: shown.unwrap_or_else(|| said.map(|e| self.l.signed(e.mode)).unwrap_or_default()),
            class: class(said),
            range: said.filter(|e| e.low < e.high).map(|e| self.range(e)).unwrap_or_default(),
            reasoned: said.is_some_and(|e| !e.reason.is_empty() || !e.evidence.is_empty()),
            widened: self.marked.contains(&place) && said.is_some_and(|e| e.low < e.high),
            trouble: self.troubles.iter().find(|t| t.place == Some(place)).map(|t| t.text(self.l)).unwrap_or_default(),
        }
    }

    fn range(&self, e: &Effect) -> String {
        format!("{}…{}", self.l.signed(e.low), self.l.signed(e.high))
    }

    /// What was entered for measures and spheres that are no longer here, in words.
    fn gone(&self) -> Vec<String> {
        let all = self.entered.map(|entered| entered.gone(self.m)).unwrap_or_default();
        let words = |(number, name, text): &(i64, String, String)| {
            let measure = self.l.t1("measure-number", "n", *number);
            format!("{measure} · {} · {text}", super::sphere_named(self.l, name))
        };
        all.iter().map(words).collect()
    }
}

fn class(said: Option<&Effect>) -> &'static str {
    match said.map(|e| (e.mode.signum(), e.low < 0 && e.high > 0)) {
        None => "none",
        Some((1, false)) => "up",
        Some((1, true)) => "up unsure",
        Some((0, false)) => "level",
        Some((0, true)) => "level unsure",
        Some((_, false)) => "down",
        Some((_, true)) => "down unsure",
    }
}

/// `POST /d/{slug}/measures/own/effects`: cells that were changed, all of them or none. With `then` it goes on to the
/// ranges and reasons of a measure.
pub async fn put(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.open()?;
    let figures = material(&visit).await?;
    let id = seat(&visit, &figures)?;
    let entered = Entered::read(&typed);
    let mut c = visit.write().await?;
    store::effect::hold(&mut c, &id).await?;
    let given = store::effect::own(&mut c, &id).await?;
    let judged = entered.changes(&figures, &id, &by_place(&figures, &given), (visit.now, visit.l.code()));
    let changes = match judged {
        Ok(changes) => changes,
        Err(troubles) => {
            drop(c);
            return page::show_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &grid(&visit, Some(&entered), &[], &troubles).await?,
            );
        }
    };
    for change in &changes {
        super::assess::keep_one(&visit, &mut c, &change.effect, change.said).await?;
    }
    c.commit().await?;
    if !changes.is_empty() {
        changed(&visit)?;
    }
    page::go(&onward(&slug, typed.get("then"), &changes))
}

/// Where to go after saving: the same page with what was done, or a measure.
fn onward(slug: &str, then: &str, changes: &[Change]) -> String {
    if let Ok(number) = then.parse::<i64>() {
        let done = if changes.is_empty() { "" } else { "?done=assessed" };
        return format!("/d/{slug}/measures/{number}/assess{done}");
    }
    let wide = changes.iter().filter(|c| c.widened).take(MARKED);
    let wide: Vec<String> = wide.map(|c| format!("&wide={}", entered::name(c.place))).collect();
    format!("/d/{slug}/measures/own/effects?saved={}{}", changes.len(), wide.concat())
}
