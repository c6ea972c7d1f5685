//! A delegation's own figures: what it says that measures do to it, its red lines, and whether others see them. Nothing
//! here is about another delegation.

use super::super::measures::{self, assess, material, own};
use super::super::{Answer, Problem, Visit};
use super::measures::{Said, figure, pairs};
use super::once::begin;
use super::{answer, read, time};
use crate::landing_zone::layer::TOGETHER;
use crate::lang::named::plain;
use crate::store;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Own {
    /// Others see the effects.
    published: bool,
    /// Confidential figures of so many delegations go into shared results together.
    together: usize,
    /// One's own latest figures are not in shared results yet.
    waits: bool,
    effects: Vec<Assessed>,
    red_lines: Vec<Line>,
}

#[derive(Serialize)]
struct Assessed {
    measure: i64,
    #[serde(flatten)]
    said: Said,
}

#[derive(Serialize)]
struct Line {
    id: String,
    /// `total`, a sphere, or `m` and the number of a measure.
    r#where: String,
    floor: Option<i64>,
    published: bool,
    /// The same in the language of the answer.
    text: String,
    created_at: String,
}

/// `GET /api/v1/dialogues/{slug}/own-figures`
pub async fn show(visit: Visit) -> Answer {
    let m = material(&visit).await?;
    let id = own::seat(&visit, &m)?;
    let given = store::effect::own(&mut visit.read().await?, &id).await?;
    let effects = given.iter().filter_map(|e| {
        let measure = m.measure(&e.measure_id)?.number;
        Some(Assessed { measure, said: Said::new(&m, e) })
    });
    let lines = m.lines.iter().filter(|l| l.delegation_id == id).map(|l| Line {
        id: l.id.clone(),
        r#where: match (&l.measure_id, &l.sphere) {
            (Some(measure), _) => m.measure(measure).map(store::measure::Measure::code).unwrap_or_default(),
            (None, Some(sphere)) => sphere.clone(),
            (None, None) => "total".to_owned(),
        },
        floor: l.floor,
        published: l.published,
        text: plain(&own::line_words(visit.l, &m, l)),
        created_at: time(l.created_at),
    });
    let figures = Own {
        published: m.published.contains(&id),
        together: TOGETHER,
        waits: m.confidential().get(&id) != m.layer.get(&id),
        effects: effects.collect(),
        red_lines: lines.collect(),
    };
    answer(StatusCode::OK, &figures)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    published: bool,
}

/// `PUT /api/v1/dialogues/{slug}/own-figures`: shows one's own effects to everybody, or keeps them confidential.
pub async fn publish(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Published = read(&body)?;
    let m = material(&visit).await?;
    let mut begun = begin!(&visit, "PUT", &headers, &body);
    own::set_published(&visit, &mut begun.c, &m, asked.published).await?;
    let done = begun.end(&visit, StatusCode::OK, &asked).await?;
    measures::changed(&visit)?;
    Ok(done)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    effects: Vec<Cell>,
    lang: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    sphere: String,
    low: Option<i64>,
    mode: i64,
    high: Option<i64>,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    evidence: String,
}

#[derive(Serialize)]
struct Kept {
    measure: i64,
    /// Spheres of which something is said now.
    said: usize,
}

/// `PUT /api/v1/dialogues/{slug}/measures/{measure}/assessment`: the whole row; a sphere that is left out says nothing.
pub async fn assess(visit: Visit, Path((_, n)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Row = read(&body)?;
    visit.open()?;
    let (own, measure) = assess::seat(&visit, &n).await?;
    let spheres = material(&visit).await?.spheres.clone();
    let mut typed = vec![("lang".to_owned(), asked.lang.unwrap_or_default())];
    for cell in asked.effects {
        let place = spheres.iter().position(|s| *s == cell.sphere).ok_or_else(|| Problem::bad("effect-sphere"))?;
        let fields = [
            ("low", figure(cell.low)),
            ("mode", figure(Some(cell.mode))),
            ("high", figure(cell.high)),
            ("reason", cell.reason),
            ("evidence", cell.evidence),
        ];
        typed.extend(fields.map(|(name, value)| (format!("{name}-{place}"), value)));
    }
    let row = assess::row(&visit, &own, &measure, &spheres, &super::super::secretariat::Typed(typed))?;
    let kept = Kept { measure: measure.number, said: row.iter().filter(|(_, said)| *said).count() };
    let mut begun = begin!(&visit, "PUT", &headers, &body);
    assess::keep(&visit, &mut begun.c, &row).await?;
    let done = begun.end(&visit, StatusCode::OK, &kept).await?;
    measures::changed(&visit)?;
    Ok(done)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewLine {
    r#where: String,
    floor: Option<i64>,
    #[serde(default)]
    published: bool,
}

#[derive(Serialize)]
struct MadeLine {
    id: String,
    published: bool,
}

/// `POST /api/v1/dialogues/{slug}/red-lines`
pub async fn set_line(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: NewLine = read(&body)?;
    let publish = if asked.published { "on" } else { "" };
    let typed = pairs(vec![("where", asked.r#where), ("floor", figure(asked.floor)), ("publish", publish.to_owned())]);
    let m = material(&visit).await?;
    let mut begun = begin!(&visit, "POST", &headers, &body);
    let line = own::set_line(&visit, &mut begun.c, &m, &typed).await?;
    let made = MadeLine { id: line.id, published: line.published };
    let done = begun.end(&visit, StatusCode::CREATED, &made).await?;
    measures::changed(&visit)?;
    Ok(done)
}

/// `PUT /api/v1/dialogues/{slug}/red-lines/{line}`: shows one's own, or keeps it confidential.
pub async fn publish_line(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let asked: Published = read(&body)?;
    let m = material(&visit).await?;
    let mut begun = begin!(&visit, "PUT", &headers, &body);
    if !own::publish_line(&visit, &mut begun.c, &m, &id, asked.published).await? {
        return Err(Problem::not_found());
    }
    let done = begun.end(&visit, StatusCode::OK, &MadeLine { id, published: asked.published }).await?;
    measures::changed(&visit)?;
    Ok(done)
}

/// `DELETE /api/v1/dialogues/{slug}/red-lines/{line}`: taken back is taken back, also the second time.
pub async fn drop_line(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let m = material(&visit).await?;
    let mut c = visit.write().await?;
    own::drop_line(&visit, &mut c, &m, &id).await?;
    c.commit().await?;
    measures::changed(&visit)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
