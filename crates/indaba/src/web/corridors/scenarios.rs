//! Scenarios that a dialogue keeps: listed, shown, compared, attached to questions.

use super::super::page::{self, Page, Tab};
use super::super::propose::wording;
use super::super::secretariat::{Choice, Typed, questions};
use super::super::{Answer, Problem, Visit};
use super::result::{self, View};
use super::{Attributed, attributed, levers, refused};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::corridors::answer::MAIN;
use crate::corridors::figure::difference;
use crate::corridors::{Asked, name, producers};
use crate::joining;
use crate::lang::L;
use crate::store;
use crate::store::attachment::Attachment;
use crate::store::scenario::Scenario;
use crate::words::{Attribution, PerspectiveState};
use ::corridors::{Bands, Pack, SOURCES, Series};
use askama::Template;
use axum::extract::{Form, Path, Query};

/// The longest title.
const LONGEST: usize = 200;

/// One kept scenario as lists show it.
pub(super) struct Kept {
    pub(super) s: Scenario,
    pub(super) moved: Vec<String>,
    pub(super) author: String,
}

#[derive(Template)]
#[template(path = "corridors/scenarios.html")]
struct List {
    page: Page,
    slug: String,
    listed: Vec<Kept>,
    choices: [Vec<Choice>; 2],
    may: bool,
    done: String,
}

/// `GET /d/{slug}/scenarios`
pub async fn list(visit: Visit, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let pack = visit.app.corridors.pack().await?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let all = store::scenario::all(&mut c, &convened.dialogue.id).await?;
    let choices = |chosen: &str| {
        let one = |s: &Scenario| Choice::new(visit.l, s.number.to_string(), s.title.clone(), chosen);
        all.iter().map(one).collect::<Vec<_>>()
    };
    let newest = all.last().map(|s| s.number.to_string()).unwrap_or_default();
    page::show(&List {
        choices: [choices(typed.get("a")), choices(&newest)],
        may: may(&visit),
        done: if typed.get("done") == "kept" { visit.l.t("scenario-done-kept") } else { String::new() },
        page: Page::new(&visit, visit.l.t("scenarios-title"), Tab::Corridors),
        listed: all.into_iter().filter(|s| seen(&visit, s)).map(|s| kept(&visit, &pack, &labels, s)).collect(),
        slug,
    })
}

fn may(visit: &Visit) -> bool {
    visit.open().is_ok() && allows(visit.role, Action::KeepScenario)
}

/// Off the record is for the author and the secretariat alone.
fn seen(visit: &Visit, s: &Scenario) -> bool {
    let own = s.author_id.is_some() && s.author_id == visit.participant;
    s.attribution != Attribution::OffTheRecord || visit.role.runs() || own
}

pub(super) fn kept(visit: &Visit, pack: &Pack, labels: &Labels, s: Scenario) -> Kept {
    let author = match &s.author_id {
        Some(author) => labels.of(visit.l, Some(author), s.attribution),
        None => visit.l.t("role-secretariat"),
    };
    let moved = Asked::parse(&s.query, pack).map(|asked| told(visit.l, pack, &asked)).unwrap_or_default();
    Kept { s, moved, author }
}

/// The corridor and the moved levers, in words.
fn told(l: L, pack: &Pack, asked: &Asked) -> Vec<String> {
    let side = |code: Option<::corridors::Code>| code.map_or_else(|| l.t("corridors-any"), |c| name(l, pack, c));
    let corridor = l.t2("corridors-from-to", "origin", side(asked.pattern.origin), "dest", side(asked.pattern.dest));
    std::iter::once(corridor).chain(result::moved(l, asked)).collect()
}

/// `POST /d/{slug}/scenarios`: keeps the scenario of a query.
pub async fn keep(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    let pack = visit.app.corridors.pack().await?;
    let asked = Asked::parse(typed.get("query"), &pack).map_err(|wrong| refused(&wrong, visit.l))?;
    visit.app.corridors.answer(&asked).await?.map_err(|wrong| refused(&wrong, visit.l))?;
    let author = author(&visit).await?;
    let mut c = visit.write().await?;
    let scenario = Scenario {
        id: store::new_id(),
        number: store::scenario::next_number(&mut c, &convened.dialogue.id).await?,
        title: wording(typed.get("title"), LONGEST)?,
        lang: visit.l.code().to_owned(),
        query: asked.query(),
        attribution: convened.dialogue.attribution,
        author_id: author,
        created_at: visit.now,
    };
    store::scenario::insert(&mut c, &convened.dialogue.id, &scenario).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/scenarios/{}?done=kept", scenario.number))
}

async fn author(visit: &Visit) -> Result<Option<String>, Problem> {
    match visit.delegation {
        Some(_) => Ok(Some(joining::speaker(visit, None).await?.participant)),
        None => Ok(visit.participant.clone()),
    }
}

/// The scenario of an address, as it was kept and as it is asked.
pub(super) async fn find(visit: &Visit, number: &str) -> Result<(Scenario, Asked), Problem> {
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let dialogue = &visit.convened()?.dialogue.id;
    let found = store::scenario::by_number(&mut visit.read().await?, dialogue, number).await?;
    let found = found.filter(|s| seen(visit, s)).ok_or_else(Problem::not_found)?;
    let pack = visit.app.corridors.pack().await?;
    let asked = Asked::parse(&found.query, &pack).map_err(|wrong| refused(&wrong, visit.l))?;
    Ok((found, asked))
}

#[derive(Template)]
#[template(path = "corridors/scenario.html")]
struct Shown {
    page: Page,
    slug: String,
    kept: Kept,
    v: View,
    questions: Vec<Choice>,
    may: bool,
    done: String,
    sources: Vec<Attributed>,
}

/// `GET /d/{slug}/scenarios/{scenario}`: with `band=1` it waits for the bands.
pub async fn show(visit: Visit, Path((slug, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    let (scenario, asked) = find(&visit, &number).await?;
    let pack = visit.app.corridors.pack().await?;
    let v = result::view(&visit, &asked, typed.get("band") == "1").await?.map_err(|wrong| refused(&wrong, visit.l))?;
    let convened = visit.convened()?;
    let labels = Labels::load(&mut visit.read().await?, convened).await?;
    let used: Vec<Series> = SOURCES.iter().map(|s| s.series).filter(|s| pack.has(*s)).collect();
    let done = match typed.get("done") {
        word @ ("kept" | "attached" | "attached-already" | "attached-pending") => visit.l.w("scenario-done", word),
        _ => String::new(),
    };
    page::show(&Shown {
        page: Page::new(&visit, scenario.title.clone(), Tab::Corridors),
        kept: kept(&visit, &pack, &labels, scenario),
        questions: questions(&visit, "")?,
        may: may(&visit),
        sources: attributed(visit.l, &pack, &used),
        done,
        slug,
        v,
    })
}

/// `POST /d/{slug}/scenarios/{scenario}/attach`: the scenario stands among what is attached to a question, with its band.
pub async fn attach(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    let (scenario, asked) = find(&visit, &number).await?;
    let question = visit.question(typed.get("question"))?.clone();
    let url = format!("/d/{slug}/scenarios/{number}");
    let stands = store::attachment::of_question(&mut visit.read().await?, &question.id).await?;
    if stands.iter().any(|a| a.url.as_deref() == Some(&url)) {
        return page::go(&format!("{url}?done=attached-already"));
    }
    let source = source(&visit, &asked).await?;
    let author_id = author(&visit).await?;
    let state = if visit.delegation.is_none() {
        PerspectiveState::Published
    } else {
        super::super::propose::published(convened)
    };
    let attachment = Attachment {
        id: store::new_id(),
        question_id: question.id.clone(),
        kind: "scenario".to_owned(),
        title: scenario.title,
        lang: scenario.lang,
        source,
        url: Some(url.clone()),
        media_type: None,
        state: state.as_str().to_owned(),
        attribution: convened.dialogue.attribution,
        author_id,
        created_at: visit.now,
    };
    let mut c = visit.write().await?;
    store::attachment::insert(&mut c, &convened.dialogue.id, &attachment, None).await?;
    c.commit().await?;
    let done = if state == PerspectiveState::Published { "attached" } else { "attached-pending" };
    page::go(&format!("{url}?done={done}"))
}

/// Where a scenario's figures come from, with the first of them and its band: the model, not a record.
async fn source(visit: &Visit, asked: &Asked) -> Result<String, Problem> {
    let rooms = &visit.app.corridors;
    let answer = rooms.answer(asked).await?.map_err(|wrong| refused(&wrong, visit.l))?;
    let bands = result::bands(visit, asked, &answer).await?;
    let (pack, table) = (rooms.pack().await?, rooms.table().await?);
    Ok(headline(visit.l, &answer, &bands, asked, &Rests { producers: &producers(&pack), edited: table.edited }))
}

/// What a headline rests on.
#[derive(Debug, Clone, Copy)]
pub struct Rests<'a> {
    /// Whose figures.
    pub producers: &'a str,
    /// The table of assumptions is an edited one.
    pub edited: bool,
}

/// "Model result: people born here who live elsewhere, 2040: -12,000; 80 % band … Worked out from figures of: …"
pub fn headline(l: L, answer: &crate::corridors::Answer, bands: &Bands, asked: &Asked, rests: &Rests<'_>) -> String {
    let Some(row) = result::headline(answer) else { return l.t("scenario-source-bare") };
    let unit = row.outcome.unit();
    let signed = |v: f64| difference(l, unit, v);
    let (before, after) = row.last();
    let band = row.bands(bands).last().map_or_else(String::new, |b| {
        let q = b.difference;
        l.t3("corridors-band", "low", signed(q.low), "high", signed(q.high), "mid", signed(q.mid))
    });
    let values = [
        ("outcome", l.w("outcome", row.outcome.id()).into()),
        ("year", asked.to.to_string().into()),
        ("value", signed(after - before).into()),
        ("band", band.into()),
        ("producers", rests.producers.to_owned().into()),
        ("edited", if rests.edited { "yes" } else { "no" }.into()),
    ];
    l.with("scenario-source", &values)
}

/// `GET /d/{slug}/scenarios/{scenario}/download/{format}`
pub async fn download(visit: Visit, Path((_, number, format)): Path<(String, String, String)>) -> Answer {
    let (_, asked) = find(&visit, &number).await?;
    let pack = visit.app.corridors.pack().await?;
    levers::scenario_file(&visit, &pack, &asked, &format).await
}

#[derive(Template)]
#[template(path = "corridors/compare.html")]
struct Compare {
    page: Page,
    slug: String,
    sides: [Kept; 2],
    rows: Vec<Compared>,
    edited: String,
    sources: Vec<Attributed>,
}

/// Standpoint, outcome, and of each scenario the difference with its band.
type Compared = (String, String, [(String, String); 2]);

/// `GET /d/{slug}/scenarios/compare?a=1&b=2`
pub async fn compare(visit: Visit, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let (a, asked_a) = find(&visit, typed.get("a")).await?;
    let (b, asked_b) = find(&visit, typed.get("b")).await?;
    let pack = visit.app.corridors.pack().await?;
    let labels = Labels::load(&mut visit.read().await?, visit.convened()?).await?;
    let (one, two) = (measured(&visit, &asked_a).await?, measured(&visit, &asked_b).await?);
    let rows = MAIN.iter().enumerate().filter_map(|(place, outcome)| {
        let standpoint = visit.l.w("standpoint", result::word(outcome.standpoint()));
        Some((standpoint, visit.l.w("outcome", outcome.id()), [one.get(place)?.clone(), two.get(place)?.clone()]))
    });
    page::show(&Compare {
        rows: rows.collect(),
        edited: result::edited(&visit).await?,
        sources: everything(visit.l, &pack),
        sides: [kept(&visit, &pack, &labels, a), kept(&visit, &pack, &labels, b)],
        page: Page::new(&visit, visit.l.t("scenario-compare"), Tab::Corridors),
        slug,
    })
}

/// Difference and band of every outcome that is shown first.
async fn measured(visit: &Visit, asked: &Asked) -> Result<Vec<(String, String)>, Problem> {
    let (l, rooms) = (visit.l, &visit.app.corridors);
    let answer = rooms.answer(asked).await?.map_err(|wrong| refused(&wrong, l))?;
    let bands = result::bands(visit, asked, &answer).await?;
    let one = |outcome: &::corridors::Outcome| {
        let row = answer.row(*outcome)?;
        let signed = |v: f64| difference(l, outcome.unit(), v);
        let (before, after) = row.last();
        let q = row.bands(&bands).last()?.difference;
        let band = l.t3("corridors-band", "low", signed(q.low), "high", signed(q.high), "mid", signed(q.mid));
        Some((signed(after - before), band))
    };
    Ok(MAIN.iter().filter_map(one).collect())
}

/// Whose figures the model reads.
pub(super) fn everything(l: L, pack: &Pack) -> Vec<Attributed> {
    let used: Vec<Series> = SOURCES.iter().map(|s| s.series).filter(|s| pack.has(*s)).collect();
    attributed(l, pack, &used)
}
