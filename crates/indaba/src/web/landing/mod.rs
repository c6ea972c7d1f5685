//! Landing zones: the verdict, the pictures, and what a reader may ask of them.

mod ask;
mod choose;
pub mod compare;
pub mod file;
mod keep;
pub mod ledger;
mod missing;

use ask::{Controls, controls};
pub(super) use choose::codes;
use choose::{keys, pick};
pub use keep::keep;
pub(super) use keep::{chosen, put};
use missing::{Missing, missing};

use super::measures::{material, measure_named, own::line_words, party};
use super::page::{self, Page, Tab};
use super::secretariat::{Choice, Typed, not_closed};
use super::{Answer, Problem, Visit};
use crate::access::{Action, allows};
use crate::landing_zone::asked::{Asker, Refusal};
use crate::landing_zone::far::Sum;
use crate::landing_zone::material::Party;
use crate::landing_zone::solve::{PARTS, Solved};
use crate::landing_zone::{Asked, Audience, Eyes, Far, Look, Material, problem};
use crate::lang::L;
use crate::measure::numbers;
use crate::report_landing::view::View;
use crate::report_landscape::{Said, Texts};
use crate::store;
use crate::store::measure::Measure;
use crate::store::package::Package as Kept;
use ::landing::{Case, Package};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use std::sync::Arc;
use std::time::Duration;

/// A page waits so long for a result; the part of it that is fetched later waits longer.
const PATIENCE: Duration = Duration::from_millis(400);
const LONGER: Duration = Duration::from_secs(20);
/// Questions a minute by one session.
const A_MINUTE: u32 = 60;

#[derive(Template)]
#[template(path = "landing/show.html")]
struct Room {
    page: Page,
    l: L,
    home: String,
    v: Option<View>,
    working: String,
    live: String,
    then: String,
    note: String,
    base: String,
    told: Vec<String>,
    /// What the result answers, as an address has it.
    query: String,
    asked: Controls,
    kept: Vec<Shown>,
    keys: Vec<Choice>,
    may: May,
    done: String,
    missing: Option<Missing>,
    /// Why a package was not kept, and the title that was typed for it.
    error: String,
    title: String,
}

impl Room {
    /// There is nothing to ask about, and nothing was.
    fn alone(&self) -> bool {
        self.missing.as_ref().is_some_and(|missing| missing.whole) && self.asked.first().is_none()
    }
}

/// What the visitor is offered.
struct May {
    stop: bool,
    again: bool,
    suppose: bool,
    own: bool,
    all: bool,
    keep: bool,
}

/// A kept package in words.
pub(super) struct Shown {
    pub(super) number: i64,
    pub(super) title: String,
    pub(super) lang: String,
    pub(super) measures: Vec<Said>,
    pub(super) at: i64,
}

/// For whom, and as whose party.
pub(super) struct Reader {
    pub(super) audience: Audience,
    pub(super) own: Option<String>,
}

/// Which of the two problems a request is answered from.
pub(super) fn audience(visit: &Visit) -> Audience {
    if allows(visit.role, Action::ManageMeasures) { Audience::Secretariat } else { Audience::Shared }
}

impl Reader {
    /// The reader of a request.
    pub(super) fn of(visit: &Visit, m: &Material) -> Reader {
        Reader {
            audience: audience(visit),
            own: party(visit, m).filter(|_| allows(visit.role, Action::ReadOwnFigures)),
        }
    }

    /// What this reader may be shown of a result.
    pub(super) fn eyes(&self, solved: &Solved) -> Eyes {
        match self.audience {
            Audience::Secretariat => Eyes::everything(&solved.built.problem),
            Audience::Shared => Eyes::of(&solved.built, self.own.as_deref()),
        }
    }

    /// The question of an address, and what of it this reader is refused (`landing.md`, "Who sees what").
    fn asks(&self, typed: &Typed, m: &Material) -> (Asked, Vec<Refusal>) {
        let secretariat = self.audience == Audience::Secretariat;
        Asked::parse(typed, m, Asker { secretariat, own: self.own.as_deref() })
    }
}

/// The result of a question, waited for no longer than `patience`.
pub(super) async fn look(
    visit: &Visit,
    m: &Material,
    reader: &Reader,
    asked: &Asked,
    patience: Duration,
) -> Result<Look, Problem> {
    let built = problem::build(m, reader.audience).as_if(m, asked, reader.own.as_deref());
    let dialogue = &visit.convened()?.dialogue.id;
    Ok(visit.app.landing.look(dialogue, reader.audience, asked, reader.own.as_deref(), built, patience).await)
}

/// `GET /d/{slug}/landing`: what is asked stands in the address; with `wait=1` it waits for the result.
pub async fn show(visit: Visit, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let s = seen(&visit, &typed).await?;
    let status = if s.refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page::show_as(status, &room(&visit, &slug, &s, &typed).await?)
}

/// What a reader asked, as far as it may be asked, and what there is of the answer.
pub(super) struct Seen {
    pub(super) figures: Arc<Material>,
    pub(super) reader: Reader,
    pub(super) asked: Asked,
    /// What of it is not answered. With any, the result is the one as it stands.
    pub(super) refused: Vec<Refusal>,
    pub(super) base: Look,
    pub(super) seen: Look,
}

/// Looks at the result as it stands, and at what is asked beside it. The page and the API both look here.
pub(super) async fn seen(visit: &Visit, typed: &Typed) -> Result<Seen, Problem> {
    let figures = material(visit).await?;
    let reader = Reader::of(visit, &figures);
    let (asked, refused) = reader.asks(typed, &figures);
    paced(visit, &asked)?;
    let plain = asked.is_plain() || !refused.is_empty();
    let longer = if typed.get("wait") == "1" { LONGER } else { PATIENCE };
    // A question waits for its own answer, not for the whole result, which may have to wait for other dialogues'.
    let base = look(visit, &figures, &reader, &Asked::default(), if plain { longer } else { PATIENCE }).await?;
    let seen = if plain { base.clone() } else { look(visit, &figures, &reader, &asked, longer).await? };
    Ok(Seen { figures, reader, asked, refused, base, seen })
}

fn paced(visit: &Visit, asked: &Asked) -> Result<(), Problem> {
    let who = visit.session.as_ref().map_or(visit.network.as_str(), |s| s.token_hash.as_str());
    let limits = visit.app.config.limits && !asked.is_plain();
    let free = !limits || visit.app.pace.allow(&format!("landing {who}"), A_MINUTE, visit.now);
    if free { Ok(()) } else { Err(Problem::too_many("problem-too-fast")) }
}

async fn room(visit: &Visit, slug: &str, s: &Seen, typed: &Typed) -> Result<Room, Problem> {
    let Seen { figures: m, reader, asked, refused, base, seen } = s;
    let (l, form) = (visit.l, controls(visit.l, m, reader, (asked, refused), typed));
    let answered = if refused.is_empty() { asked } else { &Asked::default() };
    let (query, all) = (answered.query(), reader.audience == Audience::Secretariat);
    let (solved, working) = words(l, seen);
    let manages = allows(visit.role, Action::ManageMeasures);
    let pending = matches!(seen, Look::Working(..));
    let known = solved.clone();
    let view = known.map(|s| view(l, m, &s, reader)).transpose()?;
    let kept = store::package::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let missing = missing(visit, slug, m, reader);
    let shows = missing.as_ref().is_none_or(|missing| !missing.whole);
    let there = solved.is_some() && shows;
    let again = format!("/d/{slug}/landing?{query}{}wait=1", if query.is_empty() { "" } else { "&" });
    Ok(Room {
        // The result as it stands is followed; the answer to a question is waited for.
        live: if pending && shows && query.is_empty() { format!("/d/{slug}/landing/events") } else { String::new() },
        then: if pending && shows && !query.is_empty() { again } else { String::new() },
        note: note(visit, m, reader),
        told: told(l, m, reader, answered, (base, seen)),
        base: if answered.is_plain() { String::new() } else { format!("/d/{slug}/landing") },
        keys: solved.as_deref().map(|s| keys(l, s, typed.get("package"))).unwrap_or_default(),
        kept: kept.iter().map(|p| shown(m, p)).collect(),
        asked: form,
        query,
        may: May {
            stop: manages && matches!(base, Look::Working(..)),
            again: manages && matches!(base, Look::Ready(solved) if solved.cut),
            suppose: all || reader.own.is_some(),
            own: reader.own.is_some(),
            all,
            keep: there && manages && not_closed(visit).is_ok(),
        },
        done: if typed.get("done") == "kept" { l.t("landing-done-kept") } else { String::new() },
        page: Page::new(visit, l.t("landing-title"), Tab::Landing),
        error: String::new(),
        title: typed.get("title").to_owned(),
        home: format!("/d/{slug}"),
        v: view.filter(|_| shows),
        working: if shows { working } else { String::new() },
        missing,
        l,
    })
}

pub(super) fn view(l: L, m: &Material, solved: &Solved, reader: &Reader) -> Result<View, Problem> {
    let case = Case::new(&solved.built.problem, None).map_err(|error| Problem::internal(&error))?;
    Ok(View::new(l, &case, &solved.found, &reader.eyes(solved), &texts(m)))
}

/// The words of measures and parties with their languages, by their ids in problems.
fn texts(m: &Material) -> Texts {
    let measures = m.measures.iter().map(|x| (x.code(), words_of(x)));
    let name = |p: &Party| Said { number: String::new(), text: p.name.clone(), lang: p.lang.clone() };
    measures.chain(m.parties.iter().map(|p| (p.id.clone(), name(p)))).collect()
}

/// What there is to show, and what is to be said of how far it is.
pub(super) fn words(l: L, look: &Look) -> (Option<Arc<Solved>>, String) {
    match look {
        Look::Ready(solved) if solved.cut => (Some(Arc::clone(solved)), l.t("landing-cut")),
        Look::Ready(solved) => (Some(Arc::clone(solved)), String::new()),
        Look::Working(last, far) => (far.found().or_else(|| last.clone()), progress(l, far)),
        Look::Refused => (None, l.t("landing-refused")),
        Look::Busy => (None, l.t("landing-busy")),
    }
}

fn progress(l: L, far: &Far) -> String {
    let part = l.t3("landing-working", "part", l.w("landing-part", far.part()), "n", far.place(), "of", PARTS.len());
    let sum = match far.sum() {
        Sum { value: Some(value), bound: Some(bound) } => l.t2("landing-so-far-bound", "value", value, "bound", bound),
        Sum { value: Some(value), bound: None } => l.t1("landing-so-far", "value", value),
        Sum { value: None, .. } => return part,
    };
    format!("{part} {sum}")
}

/// `POST /d/{slug}/landing/run`: what is being worked out is ended (`stop`), or begun again (`again`).
pub async fn run(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    match typed.get("act") {
        "stop" => visit.app.landing.end(dialogue),
        "again" => visit.app.landing.again(dialogue),
        _ => return Err(Problem::bad("problem-form")),
    }
    page::go(&format!("/d/{slug}/landing"))
}

/// Which figures are in it, and what of the reader's own is not yet.
pub(super) fn note(visit: &Visit, m: &Material, reader: &Reader) -> String {
    if reader.audience == Audience::Secretariat {
        return visit.l.t("landing-note-all");
    }
    let used = crate::landing_zone::layer::usable(&m.layer).len();
    let mut said = vec![match (used, m.layer_at) {
        (0, _) | (_, None) => visit.l.t("landing-note-public"),
        (n, Some(at)) => visit.l.t2("landing-note-shared", "n", n, "at", visit.l.at(&at)),
    }];
    let waits = reader.own.as_ref().is_some_and(|id| m.confidential().get(id) != m.layer.get(id));
    said.extend(waits.then(|| visit.l.t("landing-note-waits")));
    said.join(" ")
}

/// What an "as if" changes against the result as it stands.
pub(super) fn told(l: L, m: &Material, reader: &Reader, asked: &Asked, (base, seen): (&Look, &Look)) -> Vec<String> {
    if asked.without_why().is_plain() {
        return Vec::new();
    }
    let (base, seen) = match (base, seen) {
        (Look::Ready(base), Look::Ready(seen)) => (base, seen),
        (Look::Working(..), Look::Ready(_)) => return vec![l.t("landing-as-if-later")],
        _ => return Vec::new(),
    };
    let (Some(old), Some(new)) = (base.found.packages.first(), seen.found.packages.first()) else { return Vec::new() };
    let names = |from: &Package, without: &Package| {
        let gone = from.measures.iter().filter(|id| !without.measures.contains(id));
        gone.map(|id| name(m, id)).collect::<Vec<_>>()
    };
    let mut said = Vec::new();
    if let Some((new, old)) = new.total.zip(old.total).filter(|_| reader.eyes(base).sums() && reader.eyes(seen).sums())
    {
        said.push(l.t1("landing-as-if-total", "n", l.signed(new - old)));
    }
    let (comes, goes) = (names(new, old), names(old, new));
    if !comes.is_empty() {
        said.push(l.t1("landing-as-if-in", "measures", l.titles(&comes)));
    }
    if !goes.is_empty() {
        said.push(l.t1("landing-as-if-out", "measures", l.titles(&goes)));
    }
    if comes.is_empty() && goes.is_empty() {
        said.push(l.t("landing-as-if-same"));
    }
    said
}

/// The name of a measure with its number, by its id in results; a page shows it with `named`.
pub(super) fn name(m: &Material, code: &str) -> String {
    let measure = code.strip_prefix('m').and_then(|n| n.parse().ok()).and_then(|n| m.numbered(n));
    measure.map_or_else(|| code.to_owned(), measure_named)
}

/// The words of a measure, by its id in results; one that is no longer on the page has its number alone.
pub(super) fn said(m: &Material, code: &str) -> Said {
    let number = code.strip_prefix('m').and_then(|n| n.parse().ok());
    let gone = || Said { number: code.to_owned(), ..Said::default() };
    number.and_then(|n| m.numbered(n)).map_or_else(gone, words_of)
}

fn words_of(measure: &Measure) -> Said {
    Said { number: measure.number.to_string(), text: measure.title.clone(), lang: measure.lang.clone() }
}

/// A kept package in words; a measure that is no longer on the page stays as its number.
pub(super) fn shown(m: &Material, p: &Kept) -> Shown {
    Shown {
        number: p.number,
        title: p.title.clone(),
        lang: p.lang.clone(),
        measures: numbers(&p.measures).iter().map(|n| said(m, &store::measure::code(*n))).collect(),
        at: p.created_at,
    }
}

/// The numbers behind ids of measures in results.
pub(super) fn numbers_of(codes: &[String]) -> Vec<i64> {
    codes.iter().filter_map(|id| id.strip_prefix('m')?.parse().ok()).collect()
}
