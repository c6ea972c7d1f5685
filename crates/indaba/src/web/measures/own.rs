//! A delegation's own figures: its grid, its red lines, and whether others see them.

use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::{changed, done, material, measure_choices, party, sphere, sphere_choices};
use crate::access::{Action, allows};
use crate::landing_zone::Material;
use crate::landing_zone::layer::{self, Figures, TOGETHER};
use crate::landing_zone::material::{of_line, own};
use crate::lang::L;
use crate::store;
use crate::store::measure::Measure;
use crate::store::red_line::RedLine;
use askama::Template;
use axum::extract::{Form, Path, Query};

/// Red lines that a delegation sets at most.
const LINES: usize = 40;
/// Floors are between minus and plus this.
const FLOOR: i64 = 200;

#[derive(Template)]
#[template(path = "measures/own.html")]
struct Own {
    page: Page,
    home: String,
    spheres: Vec<String>,
    rows: Vec<(Measure, Vec<Option<i64>>)>,
    assessed: usize,
    lines: Vec<(RedLine, String)>,
    published: bool,
    may: bool,
    together: usize,
    sphere_choices: Vec<Choice>,
    measures: Vec<Choice>,
    done: String,
}

/// `GET /d/{slug}/measures/own`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let figures = material(&visit).await?;
    let id = party(&visit, &figures).ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let given = store::effect::own(&mut visit.read().await?, &id).await?;
    let cells = |m: &Measure| {
        let cell = |s: &String| given.iter().find(|e| e.measure_id == m.id && e.sphere == *s).map(|e| e.mode);
        (m.clone(), figures.spheres.iter().map(cell).collect::<Vec<_>>())
    };
    let rows: Vec<(Measure, Vec<Option<i64>>)> = figures.measures.iter().map(cells).collect();
    let lines = figures.lines.iter().filter(|l| l.delegation_id == id);
    page::show(&Own {
        assessed: rows.iter().filter(|(_, cells)| cells.iter().any(Option::is_some)).count(),
        spheres: figures.spheres.iter().map(|s| sphere(visit.l, s)).collect(),
        lines: lines.map(|l| (l.clone(), line_words(visit.l, &figures, l))).collect(),
        published: figures.published.contains(&id),
        may: visit.open().is_ok() && allows(visit.role, Action::AssessMeasures),
        together: TOGETHER,
        sphere_choices: sphere_choices(visit.l, &figures, ""),
        measures: measure_choices(visit.l, &figures, ""),
        done: done(visit.l, &typed),
        page: Page::new(&visit, visit.l.t("figures-title"), Tab::Measures),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
        rows,
    })
}

/// A red line in words, without whose it is.
pub fn line_words(l: L, m: &Material, line: &RedLine) -> String {
    let measure = line
        .measure_id
        .as_ref()
        .map(|id| m.measure(id).map_or_else(|| id.clone(), |x| format!("{} {}", x.number, x.title)));
    let floor = line.floor.unwrap_or(0);
    match (measure, &line.sphere) {
        (Some(measure), _) => l.t1("line-measure", "measure", measure),
        (None, Some(s)) => l.t2("line-sphere", "sphere", sphere(l, s), "floor", floor),
        (None, None) => l.t1("line-total", "floor", floor),
    }
}

/// `POST /d/{slug}/measures/own`: shows one's own effects to everybody (`show`), or keeps them confidential (`keep`).
pub async fn publish(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.open()?;
    let figures = material(&visit).await?;
    let id = party(&visit, &figures).ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let published = typed.get("act") == "show";
    let mut c = visit.write().await?;
    store::effect::publish(&mut c, &visit.convened()?.dialogue.id, &id, published, visit.now).await?;
    if !published && figures.published.contains(&id) {
        let mut effects: Vec<layer::Own> = store::effect::own(&mut c, &id).await?.iter().map(own).collect();
        effects.sort();
        let known = figures.layer.get(&id).cloned().unwrap_or_default();
        stay(&visit, &mut c, &figures, &id, Figures { effects, ..known }).await?;
    }
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/own?done={}", if published { "shown" } else { "kept" }))
}

/// What everybody knows already stays in shared results when its owner makes it confidential again.
async fn stay(visit: &Visit, c: &mut store::Conn, m: &Material, id: &str, figures: Figures) -> Result<(), Problem> {
    if !figures.is_empty() {
        layer::put(c, &visit.convened()?.dialogue.id, id, &m.bloc(id), &figures, visit.now).await?;
    }
    Ok(())
}

/// `POST /d/{slug}/measures/own/lines`: sets (`set`), shows (`show`), keeps (`keep`) or takes back (`drop`) a red line.
pub async fn line(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.open()?;
    let figures = material(&visit).await?;
    let id = party(&visit, &figures).ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let dialogue = &visit.convened()?.dialogue.id;
    let mut c = visit.write().await?;
    let (act, which) = (typed.get("act"), typed.get("line"));
    let done = match act {
        "set" => {
            if figures.lines.iter().filter(|l| l.delegation_id == id).count() >= LINES {
                return Err(Problem::conflict("line-too-many"));
            }
            let line = read(&visit, &figures, &id, &typed)?;
            store::red_line::insert(&mut c, dialogue, &line).await?;
            "line"
        }
        "show" | "keep" => {
            let there = store::red_line::publish(&mut c, &id, which, act == "show").await?;
            let line = figures.lines.iter().find(|l| l.id == which && l.delegation_id == id && l.published);
            if let (1, "keep", Some(line)) = (there, act, line) {
                let mut known = figures.layer.get(&id).cloned().unwrap_or_default();
                known.lines.push(of_line(line));
                known.lines.sort();
                stay(&visit, &mut c, &figures, &id, known).await?;
            }
            if act == "show" { "shown" } else { "kept" }
        }
        _ => {
            store::red_line::delete(&mut c, &id, which).await?;
            "line-gone"
        }
    };
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/own?done={done}#lines"))
}

fn read(visit: &Visit, m: &Material, delegation: &str, typed: &Typed) -> Result<RedLine, Problem> {
    let place = typed.get("where");
    let measure = place.strip_prefix('m').and_then(|n| n.parse().ok()).and_then(|n| m.numbered(n));
    let sphere = m.spheres.iter().find(|s| *s == place);
    if measure.is_none() && sphere.is_none() && place != "total" {
        return Err(Problem::bad("line-where"));
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
