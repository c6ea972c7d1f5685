//! Measures: read with what is public of their effects, proposed, worked out, and what others say that they do.

use super::super::measures::{self, assess, find, material, party, propose, show};
use super::super::secretariat::Typed;
use super::super::{Answer, Visit};
use super::once::begin;
use super::{answer, participant, read, time};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::landing_zone::Material;
use crate::lang::named::plain;
use crate::measure::{Origin, numbers};
use crate::store;
use crate::store::effect::Effect;
use crate::store::measure::Measure;
use crate::words::{Attribution, PerspectiveState};
use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

/// Measures on one page, if not said otherwise, and at most.
const PAGE: usize = 100;
const LARGEST_PAGE: usize = 500;

#[derive(Serialize)]
struct List {
    spheres: Vec<Sphere>,
    tolerance: i64,
    budget: Option<i64>,
    /// To enter effects for; the secretariat's alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parties: Vec<Party>,
    relations: Vec<Related>,
    measures: Vec<Shown>,
    /// `after` of the next page; none on the last.
    next: Option<i64>,
}

#[derive(Serialize)]
struct Sphere {
    name: String,
    label: String,
}

#[derive(Serialize)]
struct Party {
    id: String,
    name: String,
    lang: String,
}

#[derive(Serialize)]
struct Related {
    kind: String,
    measures: Vec<i64>,
    k: Option<i64>,
    text: String,
    source: String,
}

#[derive(Serialize)]
struct Shown {
    number: i64,
    question: String,
    /// The perspective by which one responds to it.
    perspective: String,
    title: String,
    detail: String,
    lang: String,
    cost: Option<i64>,
    source: String,
    state: PerspectiveState,
    author: String,
    created_at: String,
}

#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    measure: Shown,
    cells: Vec<Cell>,
    effects: Vec<Said>,
}

/// A party's cell with all who assessed it, as far as the reader may see them.
#[derive(Serialize)]
struct Cell {
    party: String,
    sphere: String,
    #[serde(flatten)]
    cell: show::Cell,
}

/// One assessor's effect.
#[derive(Serialize)]
pub(super) struct Said {
    party: String,
    party_lang: String,
    sphere: String,
    origin: Origin,
    said_by: String,
    low: i64,
    mode: i64,
    high: i64,
    reason: String,
    lang: String,
    evidence: String,
    at: String,
}

impl Said {
    pub(super) fn new(m: &Material, e: &Effect) -> Said {
        let party = m.parties.iter().find(|p| p.id == e.delegation_id);
        Said {
            party: party.map(|p| p.name.clone()).unwrap_or_default(),
            party_lang: party.map(|p| p.lang.clone()).unwrap_or_default(),
            sphere: e.sphere.clone(),
            origin: e.origin,
            said_by: e.said_by.clone(),
            low: e.low,
            mode: e.mode,
            high: e.high,
            reason: e.reason.clone(),
            lang: e.lang.clone(),
            evidence: e.evidence.clone(),
            at: time(e.at),
        }
    }
}

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub struct Paging {
    after: Option<String>,
    limit: Option<String>,
}

/// `GET /api/v1/dialogues/{slug}/measures?after=NUMBER&limit=N`: those on the page, and one's own that are not yet.
pub async fn list(visit: Visit, Query(asked): Query<Paging>) -> Answer {
    let after = super::number(asked.after.as_deref(), "after")?.unwrap_or(0);
    let limit = super::number(asked.limit.as_deref(), "limit")?
        .map_or(PAGE, |n| usize::try_from(n).unwrap_or(0).clamp(1, LARGEST_PAGE));
    let convened = visit.convened()?;
    let m = material(&visit).await?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let all = store::measure::all(&mut c, &convened.dialogue.id).await?;
    let mut rest = all.iter().filter(|x| x.number > after && measures::is_listed(&visit, x));
    let page: Vec<Shown> = rest.by_ref().take(limit).map(|x| shown(&visit, &labels, x)).collect();
    let manages = allows(visit.role, Action::ManageMeasures);
    let list = List {
        spheres: m.spheres.iter().map(|s| Sphere { name: s.clone(), label: measures::sphere(visit.l, s) }).collect(),
        tolerance: m.rules.tolerance,
        budget: m.rules.budget,
        parties: m
            .parties
            .iter()
            .filter(|_| manages)
            .map(|p| Party { id: p.id.clone(), name: p.name.clone(), lang: p.lang.clone() })
            .collect(),
        relations: m.relations.iter().map(|r| related(&visit, &m, r)).collect(),
        next: rest.next().and(page.last().map(|last| last.number)),
        measures: page,
    };
    answer(StatusCode::OK, &list)
}

fn related(visit: &Visit, m: &Material, r: &store::measure::Relation) -> Related {
    Related {
        kind: r.kind.clone(),
        measures: numbers(&r.measures),
        k: r.k,
        text: plain(&show::related(visit, m, r, None).unwrap_or_default()),
        source: r.source.clone(),
    }
}

fn shown(visit: &Visit, labels: &Labels, m: &Measure) -> Shown {
    let question = visit.convened().ok().and_then(|c| c.question_by_id(&m.question_id));
    Shown {
        number: m.number,
        question: question.map(|q| q.reference.clone()).unwrap_or_default(),
        perspective: m.perspective_id.clone(),
        title: m.title.clone(),
        detail: m.detail.clone(),
        lang: m.lang.clone(),
        cost: m.cost,
        source: m.source.clone(),
        state: m.state,
        author: measures::author(visit, labels, m),
        created_at: time(m.created_at),
    }
}

/// `GET /api/v1/dialogues/{slug}/measures/{measure}`: with the effects that the reader may see.
pub async fn one(visit: Visit, Path((_, number)): Path<(String, String)>) -> Answer {
    let x = find(&visit, &number).await?;
    let m = material(&visit).await?;
    let labels = Labels::load(&mut visit.read().await?, visit.convened()?).await?;
    let own = party(&visit, &m);
    let seen = m.effects.iter().filter(|e| e.measure_id == x.id && show::may_see(&visit, &m, own.as_deref(), e));
    let seen: Vec<&Effect> = seen.collect();
    let cells = show::lines(&m, &seen).into_iter().flat_map(|line| {
        let spheres = m.spheres.iter().zip(line.cells);
        let told = spheres.filter_map(|(s, cell)| Some((s.clone(), cell?)));
        told.map(|(sphere, cell)| Cell { party: line.party.clone(), sphere, cell }).collect::<Vec<_>>()
    });
    let whole = Whole {
        measure: shown(&visit, &labels, &x),
        cells: cells.collect(),
        effects: seen.iter().map(|e| Said::new(&m, e)).collect(),
    };
    answer(StatusCode::OK, &whole)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Proposed {
    question: String,
    title: String,
    lang: String,
    #[serde(default)]
    detail: String,
    cost: Option<i64>,
    #[serde(default)]
    source: String,
    attribution: Option<Attribution>,
}

#[derive(Serialize)]
struct Made {
    number: i64,
    perspective: String,
    state: PerspectiveState,
}

/// `POST /api/v1/dialogues/{slug}/measures`
pub async fn create(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Proposed = read(&body)?;
    let typed = pairs(vec![
        ("question", asked.question),
        ("title", asked.title),
        ("lang", asked.lang),
        ("detail", asked.detail),
        ("cost", figure(asked.cost)),
        ("source", asked.source),
        ("attribution", asked.attribution.map_or_else(String::new, |a| a.to_string())),
    ]);
    let (question, mut proposal) = propose::drafted(&visit, &typed)?;
    proposal.author = if propose::manages(&visit) { None } else { Some(participant(&visit).await?) };
    let mut begun = begin!(&visit, "POST", &headers, &body);
    let made = propose::put(&visit, &mut begun.c, question, proposal).await?;
    let made = Made { number: made.number, perspective: made.perspective_id, state: made.state };
    let done = begun.end(&visit, StatusCode::CREATED, &made).await?;
    propose::told(&visit, &question.id)?;
    Ok(done)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Work {
    #[serde(default)]
    detail: String,
    cost: Option<i64>,
    #[serde(default)]
    source: String,
}

/// `PUT /api/v1/dialogues/{slug}/measures/{measure}`: what it consists of, what it costs, where it comes from.
pub async fn put(visit: Visit, Path((_, n)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Work = read(&body)?;
    let typed = pairs(vec![("detail", asked.detail), ("cost", figure(asked.cost)), ("source", asked.source)]);
    let m = find(&visit, &n).await?;
    let labels = Labels::load(&mut visit.read().await?, visit.convened()?).await?;
    let mut begun = begin!(&visit, "PUT", &headers, &body);
    let worked = show::put(&visit, &mut begun.c, &m, &typed).await?;
    let done = begun.end(&visit, StatusCode::OK, &shown(&visit, &labels, &worked)).await?;
    measures::changed(&visit)?;
    Ok(done)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entered {
    /// Id of a party.
    party: String,
    sphere: String,
    origin: String,
    said_by: String,
    low: Option<i64>,
    /// Without it, what the same source said of this cell is taken back.
    mode: Option<i64>,
    high: Option<i64>,
    #[serde(default)]
    reason: String,
    lang: String,
    #[serde(default)]
    evidence: String,
}

#[derive(Serialize)]
struct Kept {
    measure: i64,
    kept: bool,
}

/// `POST /api/v1/dialogues/{slug}/measures/{measure}/effects`: of an expert, the literature or a model.
pub async fn enter(visit: Visit, Path((_, n)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Entered = read(&body)?;
    let typed = pairs(vec![
        ("delegation", asked.party),
        ("sphere", asked.sphere),
        ("origin", asked.origin),
        ("said_by", asked.said_by),
        ("low", figure(asked.low)),
        ("mode", figure(asked.mode)),
        ("high", figure(asked.high)),
        ("reason", asked.reason),
        ("lang", asked.lang),
        ("evidence", asked.evidence),
    ]);
    let m = find(&visit, &n).await?;
    let effect = assess::of_others(&visit, &m, &typed).await?;
    let kept = Kept { measure: m.number, kept: effect.1 };
    let mut begun = begin!(&visit, "POST", &headers, &body);
    assess::keep(&visit, &mut begun.c, &vec![effect]).await?;
    let done = begun.end(&visit, StatusCode::OK, &kept).await?;
    measures::changed(&visit)?;
    Ok(done)
}

/// A body as the form of the same act has it.
pub(super) fn pairs(all: Vec<(&str, String)>) -> Typed {
    Typed(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A number as a form has it.
pub(super) fn figure(n: Option<i64>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}
