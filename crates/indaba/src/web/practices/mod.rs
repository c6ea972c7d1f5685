//! Practices: found, read, written, reviewed.

pub mod desk;
pub mod edit;
pub mod review;
pub mod show;

use super::page::{self, Page, Tab};
use super::secretariat::entry::encoded;
use super::secretariat::{Choice, Pager, Typed, languages, questions, shortened};
use super::{Answer, Problem, Visit, attachment};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::countries;
use crate::lang::{L, Lang, dir_of};
use crate::practice::file::{self, Going};
use crate::practice::{Holds, PARTS, RESULTS, Record, label};
use crate::store;
use crate::store::practice::{Filter, LISTED, Practice};
use crate::store::practice_place::Under;
use crate::words::{EnteredBy, Grade, PracticeState};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;

/// Whether a practice is the visitor's own to change: the delegation's or participant's, or one that the secretariat
/// entered.
pub fn is_own(visit: &Visit, p: &Practice) -> bool {
    let author = p.author_id.is_some() && p.author_id == visit.participant;
    author || (p.entered_by == EnteredBy::Secretariat && allows(visit.role, Action::EnterOnBehalf))
}

/// Sees what waits and what was not taken; a draft is its author's alone.
fn is_managed(visit: &Visit, p: &Practice) -> bool {
    allows(visit.role, Action::ManagePractices) && p.state != PracticeState::Draft
}

/// A practice that the visitor may see in some form.
async fn find(visit: &Visit, number: &str) -> Result<Practice, Problem> {
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let dialogue = &visit.convened()?.dialogue.id;
    let found = store::practice::by_number(&mut visit.read().await?, dialogue, number).await?;
    let seen = |p: &Practice| p.is_public() || is_own(visit, p) || is_managed(visit, p);
    found.filter(seen).ok_or_else(Problem::not_found)
}

/// The text that the visitor reads: what was published; before that what its author wrote.
pub fn text_of(visit: &Visit, p: &Practice) -> Record {
    let record = Record::parse(if p.shown.is_empty() { &p.content } else { &p.shown });
    // A contact is for those who take part with an account.
    let insider = visit.role.runs() || visit.role.of_delegation() || visit.role == crate::access::Role::Rapporteur;
    if insider || is_own(visit, p) { record.opened(&visit.app.config.keys, &p.id) } else { record.without_contact() }
}

/// Fields under one heading, as a page shows them.
#[derive(Debug)]
pub struct Section {
    /// Name of the part.
    pub name: &'static str,
    /// Its filled fields.
    pub lines: Vec<Line>,
}

/// One field as a page shows it.
#[derive(Debug)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Language of the value.
    pub lang: String,
}

/// The filled fields of a practice, results and questions aside.
pub fn sections(l: L, convened: &crate::app::Convened, record: &Record) -> Vec<Section> {
    let parts = PARTS.iter().filter(|part| part.name != "results");
    let section = |part: &crate::practice::Part| Section {
        name: part.name,
        lines: part
            .fields
            .iter()
            .filter(|f| !record.get(f.name).is_empty() && !matches!(f.name, "title" | "questions" | "paragraphs"))
            .map(|f| Line {
                label: l.w("practice-field", label(f.name)),
                value: words(l, convened, f.name, f.holds, record.get(f.name)),
                lang: lang_of(l, convened, f.holds, record),
            })
            .collect(),
    };
    // Results stand before what to know, also where nothing is said of that yet.
    let kept = |s: &Section| !s.lines.is_empty() || (s.name == "lessons" && !results(record).is_empty());
    parts.map(section).filter(kept).collect()
}

fn lang_of(l: L, convened: &crate::app::Convened, holds: Holds, record: &Record) -> String {
    match holds {
        Holds::Line | Holds::Text => record.lang().to_owned(),
        Holds::Workshop => convened.dialogue.lang.clone(),
        _ => l.code().to_owned(),
    }
}

/// A value in words.
pub fn words(l: L, convened: &crate::app::Convened, name: &str, holds: Holds, value: &str) -> String {
    let list = |word: &dyn Fn(&str) -> String| {
        crate::words::split(value).map(word).collect::<Vec<_>>().join(&l.t("practice-comma"))
    };
    match holds {
        Holds::Line | Holds::Text | Holds::Month => value.to_owned(),
        Holds::Countries => list(&|code| countries::name(l, code)),
        Holds::One(_) | Holds::Some(_) => list(&|word| l.w(&format!("practice-{}", label(name)), word)),
        Holds::Workshop => {
            let found = convened.workshops.iter().find(|w| w.number.to_string() == value);
            found.map_or_else(|| value.to_owned(), |w| w.title.clone())
        }
        Holds::Questions | Holds::Paragraphs => list(&str::to_owned),
        Holds::Lang | Holds::Langs => {
            list(&|code| Lang::parse(code).map_or_else(|| code.to_owned(), |lang| lang.row().name.to_owned()))
        }
    }
}

/// The results of a practice: indicator, baseline, value, method, grade.
pub fn results(record: &Record) -> Vec<[String; 5]> {
    let of = |n: usize| {
        ["indicator", "baseline", "value", "method", "grade"]
            .map(|part| record.get(&format!("result{n}_{part}")).to_owned())
    };
    (1..=RESULTS).map(of).filter(|cells| cells.iter().any(|cell| !cell.is_empty())).collect()
}

#[derive(Template)]
#[template(path = "practices/list.html")]
struct List {
    page: Page,
    home: String,
    cards: Vec<Card>,
    /// How many there are, or which of them this page has.
    count: String,
    pager: Pager,
    asked: Typed,
    workshops: Vec<Choice>,
    places: Vec<Choice>,
    grades: Vec<Choice>,
    languages: Vec<Choice>,
    states: Vec<Choice>,
    questions: Vec<Choice>,
    may_write: bool,
    waiting: i64,
}

struct Card {
    number: i64,
    title: String,
    lang: String,
    state: &'static str,
    public: bool,
    grade: String,
    countries: String,
    language: String,
    excerpt: String,
    author: String,
}

/// `GET /d/{slug}/practices?q=&workshop=&country=&grade=&lang=&state=&question=&from=`. The language is `in`, as `lang`
/// is that of the page.
pub async fn list(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let filter = filter(&visit, &asked)?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let mut found = store::practice::list(&mut c, &convened.dialogue.id, &filter, asked.from()).await?;
    let home = format!("/d/{}/practices", convened.dialogue.slug);
    let pager = pager(&mut found, &asked, &home);
    let manages = filter.manages;
    page::show(&List {
        count: counted(visit.l, asked.from(), found.len() as i64, &pager),
        cards: found.iter().map(|p| card(&visit, &labels, p)).collect(),
        pager,
        workshops: workshops(convened, asked.get("workshop")),
        places: places(visit.l, asked.get("country")),
        grades: grades(visit.l, asked.get("grade")),
        languages: languages(asked.get("in")),
        states: if visit.session.is_some() { states(visit.l, asked.get("state")) } else { Vec::new() },
        questions: questions(&visit, asked.get("question"))?,
        may_write: may_write(&visit),
        waiting: if manages { store::practice::waiting(&mut c, &convened.dialogue.id).await? } else { 0 },
        home,
        page: Page::new(&visit, visit.l.t("practices-title"), Tab::Practices),
        asked,
    })
}

/// All of them where they are on this page, else from which to which it goes.
fn counted(l: L, from: i64, n: i64, pager: &Pager) -> String {
    if pager.earlier.is_none() && pager.later.is_none() {
        l.t1("practices-count", "n", n)
    } else {
        l.t2("practices-from-to", "first", from + 1, "last", from + n)
    }
}

fn filter(visit: &Visit, asked: &Typed) -> Result<Filter, Problem> {
    let convened = visit.convened()?;
    let question = convened.question(asked.get("question")).map(|q| q.id.clone()).unwrap_or_default();
    Ok(Filter {
        words: asked.get("q").to_lowercase().chars().take(100).collect(),
        workshop: asked.number("workshop").unwrap_or(0),
        country: Some(asked.get("country")).filter(|code| countries::known(code)).unwrap_or_default().to_owned(),
        grade: asked.get("grade").to_owned(),
        lang: asked.get("in").to_owned(),
        state: asked.get("state").to_owned(),
        question,
        manages: allows(visit.role, Action::ManagePractices),
        own: visit.participant.clone().unwrap_or_default(),
    })
}

/// Cuts what was read one longer than a page; the addresses of the pages beside it keep the filter.
fn pager(found: &mut Vec<Practice>, asked: &Typed, home: &str) -> Pager {
    let more = found.len() as i64 > LISTED;
    found.truncate(LISTED as usize);
    let kept = asked.0.iter().filter(|(name, value)| name != "from" && name != "lang" && !value.is_empty());
    let pairs = kept.map(|(name, value)| [encoded(name), "=".to_owned(), encoded(value), "&".to_owned()]);
    let kept: String = pairs.flatten().collect();
    let from = asked.from();
    Pager {
        earlier: (from > 0).then(|| format!("{home}?{kept}from={}", (from - LISTED).max(0))),
        later: more.then(|| format!("{home}?{kept}from={}", from + LISTED)),
    }
}

fn card(visit: &Visit, labels: &Labels, p: &Practice) -> Card {
    let record = text_of(visit, p);
    let names: Vec<String> = record.list("countries").map(|code| countries::name(visit.l, code)).collect();
    Card {
        number: p.number,
        title: record.get("title").to_owned(),
        lang: record.lang().to_owned(),
        state: p.state.as_str(),
        public: p.is_public(),
        grade: p.grade.clone(),
        countries: names.join(&visit.l.t("practice-comma")),
        language: Lang::parse(record.lang()).map_or_else(String::new, |lang| lang.row().name.to_owned()),
        excerpt: shortened(record.get("action"), 180),
        author: author(visit, labels, p),
    }
}

/// What may be shown of who submitted it.
pub fn author(visit: &Visit, labels: &Labels, p: &Practice) -> String {
    match &p.author_id {
        Some(author) => labels.of(visit.l, Some(author), p.attribution),
        None => visit.l.t("role-secretariat"),
    }
}

fn may_write(visit: &Visit) -> bool {
    let open = if visit.role.runs() { super::secretariat::not_closed(visit).is_ok() } else { visit.open().is_ok() };
    open && allows(visit.role, Action::SubmitPractice)
}

/// The workshops, by number.
pub fn workshops(convened: &crate::app::Convened, chosen: &str) -> Vec<Choice> {
    let lang = &convened.dialogue.lang;
    let entry = |w: &store::dialogue::Workshop| Choice {
        value: w.number.to_string(),
        label: w.title.clone(),
        lang: lang.clone(),
        dir: dir_of(lang),
        chosen: w.number.to_string() == chosen,
    };
    convened.workshops.iter().map(entry).collect()
}

fn places(l: L, chosen: &str) -> Vec<Choice> {
    countries::all(l).into_iter().map(|(code, name)| Choice::new(l, code, name, chosen)).collect()
}

fn grades(l: L, chosen: &str) -> Vec<Choice> {
    Grade::ALL.iter().map(|g| Choice::new(l, g.as_str(), l.w("practice-grade", g), chosen)).collect()
}

fn states(l: L, chosen: &str) -> Vec<Choice> {
    PracticeState::ALL.iter().map(|s| Choice::new(l, s.as_str(), l.w("practice-state", s), chosen)).collect()
}

/// `GET /d/{slug}/practices/download/{format}`: what everybody who reads the dialogue sees, as CSV or JSON.
pub async fn download(visit: Visit, Path((_, format)): Path<(String, String)>) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let rows = file::rows(&mut c, &convened.dialogue.id, Going::Public, |p| named(&labels, p)).await?;
    let (media, text) = match format.as_str() {
        "csv" => ("text/csv; charset=utf-8", file::csv(&rows)?),
        "json" => ("application/json", file::json(&rows)?),
        _ => return Err(Problem::not_found()),
    };
    let name = super::record::ascii(&convened.dialogue.slug);
    let name = format!("attachment; filename=\"practices-{name}.{format}\"");
    Ok(([(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, name)], text).into_response())
}

/// The delegation that submitted a practice, where it is given by name.
pub fn named(labels: &Labels, p: &Practice) -> String {
    let delegation = p.author_id.as_deref().and_then(|id| labels.delegation(id));
    let named = delegation.filter(|_| p.attribution == crate::words::Attribution::Named);
    named.map(|d| d.name.clone()).unwrap_or_default()
}

/// Published practices as the question's page lists what is attached.
pub fn attached(visit: &Visit, labels: &Labels, under: &[Under]) -> Vec<attachment::Shown> {
    let slug = visit.dialogue.as_ref().map(|c| c.dialogue.slug.clone()).unwrap_or_default();
    let shown = |u: &Under| attachment::Shown {
        kind: "practice".to_owned(),
        title: u.title.clone(),
        lang: u.lang.clone(),
        source: source(visit.l, u),
        address: format!("/d/{slug}/practices/{}", u.number),
        author: match &u.author_id {
            Some(author) => labels.of(visit.l, Some(author), u.attribution),
            None => visit.l.t("role-secretariat"),
        },
        at: u.published_at.unwrap_or_default(),
        ..attachment::Shown::default()
    };
    under.iter().map(shown).collect()
}

/// Where a practice comes from: its countries and the grade of its evidence.
pub fn source(l: L, u: &Under) -> String {
    let names: Vec<String> = crate::words::split(&u.countries).map(|code| countries::name(l, code)).collect();
    l.t2("practice-source", "countries", names.join(&l.t("practice-comma")), "grade", &u.grade)
}
