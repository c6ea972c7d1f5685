//! A delegation's own figures: how far it has assessed them, its red lines, and whether others see them.

use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::{changed, done, material, measure_choices, measure_named, party, sphere_choices, sphere_named};
use crate::access::{Action, allows};
use crate::landing_zone::Material;
use crate::landing_zone::layer::{self, Figures, TOGETHER};
use crate::landing_zone::material::{of_line, own};
use crate::lang::L;
use crate::store::measure::Measure;
use crate::store::red_line::RedLine;
use crate::store::{self, Conn};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;

/// Red lines that a delegation sets at most.
const LINES: usize = 40;
/// Floors are between minus and plus this.
const FLOOR: i64 = 200;

#[derive(Template)]
#[template(path = "measures/own.html")]
struct Own {
    page: Page,
    home: String,
    /// Measures of which something is said, and all.
    assessed: usize,
    all: usize,
    lines: Vec<(RedLine, String)>,
    published: bool,
    may: bool,
    together: usize,
    sphere_choices: Vec<Choice>,
    measures: Vec<Choice>,
    floor: String,
    publish: bool,
    done: String,
    error: String,
}

/// `GET /d/{slug}/measures/own`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    page::show(&room(&visit, done(visit.l, &typed), Typed::default(), String::new()).await?)
}

/// The party that the visitor speaks for.
pub fn seat(visit: &Visit, m: &Material) -> Result<String, Problem> {
    party(visit, m).ok_or_else(|| Problem::conflict("measure-no-party"))
}

async fn room(visit: &Visit, done: String, typed: Typed, error: String) -> Result<Own, Problem> {
    let figures = material(visit).await?;
    let id = seat(visit, &figures)?;
    let given = store::effect::own(&mut visit.read().await?, &id).await?;
    let said = |m: &&Measure| given.iter().any(|e| e.measure_id == m.id && figures.spheres.contains(&e.sphere));
    let lines = figures.lines.iter().filter(|l| l.delegation_id == id);
    Ok(Own {
        assessed: figures.measures.iter().filter(said).count(),
        all: figures.measures.len(),
        lines: lines.map(|l| (l.clone(), line_words(visit.l, &figures, l))).collect(),
        published: figures.published.contains(&id),
        may: visit.open().is_ok() && allows(visit.role, Action::AssessMeasures),
        together: TOGETHER,
        sphere_choices: sphere_choices(visit.l, &figures, typed.get("where")),
        measures: measure_choices(visit.l, &figures, typed.get("where")),
        floor: if error.is_empty() { "0" } else { typed.get("floor") }.to_owned(),
        publish: typed.get("publish") == "on",
        done,
        error,
        page: Page::new(visit, visit.l.t("figures-title"), Tab::Measures),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
    })
}

/// A red line in words, without whose it is; a page shows it with `named`.
pub fn line_words(l: L, m: &Material, line: &RedLine) -> String {
    let measure = line.measure_id.as_ref().map(|id| m.measure(id).map_or_else(|| id.clone(), measure_named));
    let floor = line.floor.unwrap_or(0);
    match (measure, &line.sphere) {
        (Some(measure), _) => l.t1("line-measure", "measure", measure),
        (None, Some(s)) => l.t2("line-sphere", "sphere", sphere_named(l, s), "floor", floor),
        (None, None) => l.t1("line-total", "floor", floor),
    }
}

/// `POST /d/{slug}/measures/own`: shows one's own effects to everybody (`show`), or keeps them confidential (`keep`).
pub async fn publish(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let figures = material(&visit).await?;
    let published = typed.get("act") == "show";
    let mut c = visit.write().await?;
    set_published(&visit, &mut c, &figures, published).await?;
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/own?done={}", if published { "shown" } else { "kept" }))
}

/// Shows one's own effects to everybody, or keeps them confidential, in the caller's transaction.
pub async fn set_published(visit: &Visit, c: &mut Conn, m: &Material, published: bool) -> Result<(), Problem> {
    visit.open()?;
    let id = seat(visit, m)?;
    store::effect::publish(c, &visit.convened()?.dialogue.id, &id, published, visit.now).await?;
    if !published && m.published.contains(&id) {
        let mut effects: Vec<layer::Own> = store::effect::own(c, &id).await?.iter().map(own).collect();
        effects.sort();
        let known = m.layer.get(&id).cloned().unwrap_or_default();
        stay(visit, c, m, &id, Figures { effects, ..known }).await?;
    }
    Ok(())
}

/// What everybody knows already stays in shared results when its owner makes it confidential again.
async fn stay(visit: &Visit, c: &mut Conn, m: &Material, id: &str, figures: Figures) -> Result<(), Problem> {
    if !figures.is_empty() {
        layer::put(c, &visit.convened()?.dialogue.id, id, &m.bloc(id), &figures, visit.now).await?;
    }
    Ok(())
}

/// `POST /d/{slug}/measures/own/lines`: sets (`set`), shows (`show`), keeps (`keep`) or takes back (`drop`) a red line.
pub async fn line(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    match lined(&visit, &typed).await {
        Ok(done) => page::go(&format!("/d/{slug}/measures/own?done={done}#lines")),
        Err(problem) if [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT].contains(&problem.status) => {
            let text = problem.text(visit.l);
            page::show_as(problem.status, &room(&visit, String::new(), typed, text).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn lined(visit: &Visit, typed: &Typed) -> Result<&'static str, Problem> {
    let figures = material(visit).await?;
    let mut c = visit.write().await?;
    let done = match typed.get("act") {
        "set" => {
            set_line(visit, &mut c, &figures, typed).await?;
            "line"
        }
        act @ ("show" | "keep") => {
            publish_line(visit, &mut c, &figures, typed.get("line"), act == "show").await?;
            if act == "show" { "shown" } else { "kept" }
        }
        _ => {
            drop_line(visit, &mut c, &figures, typed.get("line")).await?;
            "line-gone"
        }
    };
    c.commit().await?;
    changed(visit)?;
    Ok(done)
}

/// Sets a red line of one's own: `where`, `floor`, `publish`.
pub async fn set_line(visit: &Visit, c: &mut Conn, m: &Material, typed: &Typed) -> Result<RedLine, Problem> {
    visit.open()?;
    let id = seat(visit, m)?;
    if m.lines.iter().filter(|l| l.delegation_id == id).count() >= LINES {
        return Err(Problem::conflict("line-too-many"));
    }
    let line = read(visit, m, &id, typed)?;
    store::red_line::insert(c, &visit.convened()?.dialogue.id, &line).await?;
    Ok(line)
}

/// Shows a red line of one's own to everybody, or keeps it confidential; false where it is not one's own.
pub async fn publish_line(
    visit: &Visit,
    c: &mut Conn,
    m: &Material,
    which: &str,
    published: bool,
) -> Result<bool, Problem> {
    visit.open()?;
    let id = seat(visit, m)?;
    let there = store::red_line::publish(c, &id, which, published).await? == 1;
    let line = m.lines.iter().find(|l| l.id == which && l.delegation_id == id && l.published);
    if let (true, false, Some(line)) = (there, published, line) {
        let mut known = m.layer.get(&id).cloned().unwrap_or_default();
        known.lines.push(of_line(line));
        known.lines.sort();
        stay(visit, c, m, &id, known).await?;
    }
    Ok(there)
}

/// Takes a red line of one's own back; false where it is not one's own.
pub async fn drop_line(visit: &Visit, c: &mut Conn, m: &Material, which: &str) -> Result<bool, Problem> {
    visit.open()?;
    Ok(store::red_line::delete(c, &seat(visit, m)?, which).await? == 1)
}

fn read(visit: &Visit, m: &Material, delegation: &str, typed: &Typed) -> Result<RedLine, Problem> {
    let place = typed.get("where");
    let measure = place.strip_prefix('m').and_then(|n| n.parse().ok()).and_then(|n| m.numbered(n));
    let sphere = m.spheres.iter().find(|s| *s == place);
    if measure.is_none() && sphere.is_none() && place != "total" {
        return Err(Problem::bad("line-place"));
    }
    let text = typed.get("floor").replace('\u{2212}', "-");
    let floor = if text.is_empty() { Some(0) } else { text.parse().ok().filter(|f| (-FLOOR..=FLOOR).contains(f)) };
    Ok(RedLine {
        id: store::new_id(),
        delegation_id: delegation.to_owned(),
        sphere: sphere.cloned(),
        measure_id: measure.map(|x| x.id.clone()),
        floor: match measure {
            Some(_) => None,
            None => Some(floor.ok_or_else(|| Problem::bad("line-floor"))?),
        },
        published: typed.get("publish") == "on",
        created_at: visit.now,
    })
}
