//! The question's page: one perspective at a time, then one's own, and all that is attached. What others answered is
//! shown only after answering.

use super::page::{self, Page, Tab, state_words};
use super::propose::{Typed, attributions};
use super::{Answer, Problem, Visit};
use crate::access::{Action, Role, allows};
use crate::app::{Board, Convened};
use crate::attribution::Labels;
use crate::lang::{L, Lang};
use crate::live::landscape::last_known;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::response::Response;
use crate::store::translation::Translation;
use crate::store::{self, Conn};
use crate::words::{Attribution, DialogueState, Participation, PerspectiveState, split};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

/// Skipped perspectives that an address carries at most.
const SKIPPED: usize = 40;

/// What the address asks for beside the question.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    /// The perspective just answered.
    #[serde(default)]
    pub answered: String,
    /// Numbers of skipped perspectives, `.` between.
    #[serde(default)]
    pub skip: String,
    /// What was just done: a key of the locales after `question-done-`.
    #[serde(default)]
    pub done: String,
}

#[derive(Template)]
#[template(path = "question.html")]
struct Room {
    page: Page,
    here: String,
    reference: String,
    home: String,
    kicker: String,
    workshop: String,
    text: String,
    lang: String,
    translations: Vec<Translation>,
    state: String,
    counts: String,
    delegations: String,
    open: bool,
    may: May,
    next: Option<Next>,
    /// Reference of the question after this one.
    further: Option<String>,
    mine: usize,
    total: usize,
    answered: Option<super::tally::Tally>,
    notice: Vec<String>,
    paper_lang: String,
    paragraphs: Vec<Anchored>,
    attached: Vec<super::attachment::Shown>,
    /// Number of the practice that the perspective to answer next carries.
    practice: Option<i64>,
    /// Number of the measure that it carries.
    measure: Option<i64>,
    form: Typed,
    error: String,
    done: String,
    choices: Choices,
}

/// What the visitor is offered.
struct May {
    respond: bool,
    propose: bool,
    draft: bool,
    only_draft: bool,
    attach: bool,
    take_off: bool,
    translate: bool,
    code: bool,
}

/// What the forms offer to choose from.
struct Choices {
    languages: Vec<(&'static str, &'static str)>,
    anchors: Vec<String>,
    attributions: Vec<Attribution>,
    groups: Vec<String>,
}

struct Next {
    id: String,
    text: String,
    lang: String,
    /// As the landscape names it.
    number: i64,
    place: usize,
    author: String,
    group: String,
    language: &'static str,
    entered: bool,
    translations: Vec<Translation>,
    skip: String,
}

struct Anchored {
    number: String,
    text: String,
    said: i64,
}

/// `GET /d/{slug}/q/{reference}`
pub async fn show(visit: Visit, Path((_, reference)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let question = visit.question(&reference)?;
    page::show(&room(&visit, question, &asked, Typed::default(), String::new()).await?)
}

/// The page with a form that could not be taken: what was typed comes back.
pub async fn again(visit: &Visit, question: &Question, typed: Typed, problem: &Problem) -> Answer {
    let error = problem.text(visit.l);
    let room = room(visit, question, &Asked::default(), typed, error).await?;
    page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &room)
}

async fn room(visit: &Visit, question: &Question, asked: &Asked, form: Typed, error: String) -> Result<Room, Problem> {
    let convened = visit.convened()?;
    let board = visit.app.board(&question.id).await?;
    let mut c = visit.read().await?;
    let mine = own(visit, &mut c, question).await?;
    let labels = Labels::load(&mut c, convened).await?;
    let said = store::perspective::by_paragraph(&mut c, &convened.dialogue.id).await?;
    let (answering, delegations) =
        store::participant::delegations_answered(&mut c, &convened.dialogue.id, &question.id).await?;
    let groups = own_groups(visit, &labels);
    let up = next_up(visit, &board, &mine, &asked.skip);
    let translations = match up {
        Some(p) => store::translation::of_object(&mut c, &p.id).await?,
        None => Vec::new(),
    };
    let answered = super::tally::of(visit, &mut c, question, &board, &mine, &asked.answered).await?;
    let attached = attached(visit, &mut c, &labels, question).await?;
    let practice = match up {
        Some(p) => store::practice_place::carried_by(&mut c, &p.id).await?,
        None => None,
    };
    let measure = match up {
        Some(p) => store::measure::carried_by(&mut c, &p.id).await?,
        None => None,
    };
    let total = board.perspectives.iter().filter(|p| open_to_all(p)).count();
    let slug = &convened.dialogue.slug;
    let paragraphs = anchored(convened, question, up, &said);
    Ok(Room {
        here: format!("/d/{slug}/q/{}", question.reference),
        reference: question.reference.clone(),
        home: format!("/d/{slug}"),
        kicker: kicker(visit.l, convened, question),
        workshop: convened.workshop(&question.workshop_id).map(|w| w.title.clone()).unwrap_or_default(),
        text: question.text.clone(),
        lang: question.lang.clone(),
        translations: store::translation::of_object(&mut c, &question.id).await?,
        state: state_words(visit.l, &convened.dialogue, visit.now),
        counts: visit.l.t2("question-counts", "responses", responses(&board), "perspectives", total),
        delegations: visit.l.t2("question-delegations", "n", answering, "of", delegations),
        open: convened.dialogue.state_at(visit.now) == DialogueState::Open,
        may: may(visit, convened),
        mine: mine.len().min(total),
        total,
        answered,
        notice: if mine.is_empty() { notice(visit.l, convened) } else { Vec::new() },
        paper_lang: convened.dialogue.lang.clone(),
        paragraphs,
        attached,
        practice,
        measure,
        choices: choices(convened, groups),
        done: done(visit.l, &asked.done),
        further: further(convened, question),
        next: up.map(|p| next(visit, &labels, p, &mine, translations, &asked.skip)),
        form: defaults(visit, question, form),
        error,
        page: Page::new(visit, question.text.clone(), Tab::Questions),
    })
}

/// Evidence, practices, estimates and needs: one list of what helps to answer.
async fn attached(
    visit: &Visit,
    c: &mut Conn,
    labels: &Labels,
    question: &Question,
) -> Result<Vec<super::attachment::Shown>, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let evidence = store::attachment::of_question(c, &question.id).await?;
    let practices = store::practice_place::under(c, dialogue, &question.id).await?;
    let estimates = store::estimate::of(c, dialogue, &question.id).await?;
    let mut all = super::estimates::attached(visit, question, &estimates);
    all.extend(super::practices::attached(visit, labels, &practices));
    let measures = store::measure::all(c, dialogue).await?;
    let here: Vec<_> = measures.into_iter().filter(|m| m.is_open() && m.question_id == question.id).collect();
    let packages = store::package::all(c, dialogue).await?;
    all.extend(packages.first().and_then(|p| super::measures::working(visit, p, &here)));
    all.extend(super::measures::attached(visit, labels, &here));
    all.extend(super::attachment::shown(visit, labels, evidence));
    let needs = store::need::of_question(c, &question.id, visit.now).await?;
    all.extend(super::exchange::attached(visit, &needs));
    Ok(all)
}

async fn own(visit: &Visit, c: &mut Conn, question: &Question) -> Result<Vec<Response>, Problem> {
    match &visit.participant {
        Some(participant) => Ok(store::response::of_participant(c, participant, &question.id).await?),
        None => Ok(Vec::new()),
    }
}

/// Shown to everybody: published, and not off the record.
pub fn open_to_all(p: &Perspective) -> bool {
    p.state == PerspectiveState::Published && p.attribution != Attribution::OffTheRecord
}

fn responses(board: &Board) -> i64 {
    board.perspectives.iter().zip(&board.responses).filter(|(p, _)| open_to_all(p)).map(|(_, n)| n).sum()
}

/// The perspective to answer next; one that was skipped comes back after all others.
fn next_up<'b>(visit: &Visit, board: &'b Board, mine: &[Response], skip: &str) -> Option<&'b Perspective> {
    let answered: HashSet<&str> = mine.iter().map(|r| r.perspective_id.as_str()).collect();
    let skipped: HashSet<i64> = numbers(skip).collect();
    let fresh = choose(visit, board, &answered, &skipped);
    fresh.or_else(|| choose(visit, board, &answered, &HashSet::new()))
}

/// The perspective that a participant is shown next: the page and the API choose alike.
pub fn choose<'b, S: BuildHasher>(
    visit: &Visit,
    board: &'b Board,
    answered: &HashSet<&str, S>,
    skipped: &HashSet<i64, S>,
) -> Option<&'b Perspective> {
    let own = |p: &Perspective| p.author_id.is_some() && p.author_id == visit.participant;
    let open = |p: &Perspective| {
        open_to_all(p) && !own(p) && !answered.contains(p.id.as_str()) && !skipped.contains(&p.number)
    };
    let known = board.perspectives.first().and_then(|p| last_known(&visit.app, &p.question_id));
    let priority: HashMap<&str, f64> = known
        .iter()
        .flat_map(|computed| &computed.landscape.statements)
        .filter_map(|statement| Some((statement.id.as_str(), statement.priority?)))
        .collect();
    let candidates: Vec<landscape::Candidate<'_>> = board
        .perspectives
        .iter()
        .zip(&board.responses)
        .filter(|(p, _)| open(p))
        .map(|(p, n)| landscape::Candidate {
            id: &p.id,
            responses: u32::try_from(*n).unwrap_or(u32::MAX),
            priority: priority.get(p.id.as_str()).copied(),
        })
        .collect();
    let who = visit.participant.as_deref().unwrap_or(&visit.network);
    let id = landscape::next(&candidates, who, 1)?;
    board.perspectives.iter().find(|p| p.id == id)
}

fn numbers(skip: &str) -> impl Iterator<Item = i64> {
    skip.split('.').filter_map(|part| part.parse().ok())
}

fn next(
    visit: &Visit,
    labels: &Labels,
    p: &Perspective,
    mine: &[Response],
    translations: Vec<Translation>,
    skip: &str,
) -> Next {
    let mut skipped: Vec<i64> = numbers(skip).filter(|n| *n != p.number).collect();
    skipped.push(p.number);
    let start = skipped.len().saturating_sub(SKIPPED);
    let carried: Vec<String> = skipped.iter().skip(start).map(ToString::to_string).collect();
    Next {
        id: p.id.clone(),
        text: p.text.clone(),
        lang: p.lang.clone(),
        number: p.number,
        place: mine.len() + 1,
        author: labels.author(visit.l, p),
        group: labels.group(p).unwrap_or_default().to_owned(),
        language: Lang::parse(&p.lang).filter(|lang| *lang != visit.l.0).map_or("", |lang| lang.row().name),
        entered: p.entered_by == crate::words::EnteredBy::Secretariat,
        translations,
        skip: carried.join("."),
    }
}

fn further(convened: &Convened, question: &Question) -> Option<String> {
    let published = convened.questions.iter().filter(|q| q.state == "published");
    published.skip_while(|q| q.id != question.id).nth(1).map(|q| q.reference.clone())
}

fn kicker(l: L, convened: &Convened, question: &Question) -> String {
    let number = convened.workshop(&question.workshop_id).map_or(0, |w| w.number);
    let together: Vec<&Question> =
        convened.questions.iter().filter(|q| q.workshop_id == question.workshop_id && q.state == "published").collect();
    let place = together.iter().position(|q| q.id == question.id).map_or(0, |at| at + 1);
    let numbers = [("workshop", number), ("place", count(place)), ("total", count(together.len()))];
    let mut values: Vec<(&str, fluent_bundle::FluentValue<'static>)> =
        numbers.into_iter().map(|(name, n)| (name, n.into())).collect();
    values.push(("paragraph", question.paragraph.clone().into()));
    l.with("question-kicker", &values)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn may(visit: &Visit, convened: &Convened) -> May {
    let open = convened.dialogue.state_at(visit.now) == DialogueState::Open;
    let stranger = visit.participant.is_none() && visit.delegation.is_none();
    May {
        respond: open && allows(visit.role, Action::Respond),
        propose: open && allows(visit.role, Action::Propose),
        draft: visit.delegation.is_some(),
        only_draft: visit.role == Role::Adviser,
        attach: open && allows(visit.role, Action::Attach),
        take_off: visit.role.runs(),
        translate: open && allows(visit.role, Action::Translate),
        code: stranger && convened.dialogue.participation == Participation::Code,
    }
}

fn own_groups(visit: &Visit, labels: &Labels) -> Vec<String> {
    let delegation = visit.participant.as_deref().and_then(|p| labels.delegation(p));
    delegation.map(|d| split(&d.negotiating_groups).map(str::to_owned).collect()).unwrap_or_default()
}

fn choices(convened: &Convened, groups: Vec<String>) -> Choices {
    let paragraphs = convened.paper.workshops.iter().flat_map(|w| &w.paragraphs);
    let numbered = convened.paper.preamble.iter().chain(paragraphs).chain(&convened.paper.closing);
    Choices {
        languages: Lang::all().map(|lang| (lang.code(), lang.row().name)).collect(),
        anchors: numbered.map(|p| p.number.clone()).filter(|n| !n.is_empty()).collect(),
        attributions: attributions(convened),
        groups,
    }
}

fn defaults(visit: &Visit, question: &Question, mut form: Typed) -> Typed {
    if form.lang.is_empty() {
        visit.l.code().clone_into(&mut form.lang);
        form.paragraph.clone_from(&question.paragraph);
    }
    form
}

fn anchored(
    convened: &Convened,
    question: &Question,
    next: Option<&Perspective>,
    said: &[(String, i64)],
) -> Vec<Anchored> {
    let spoken_of = next.and_then(|p| p.paragraph.as_deref());
    let on = |number: &str| said.iter().find(|(n, _)| n == number).map_or(0, |(_, n)| *n);
    convened
        .paper
        .paragraphs()
        .filter(|p| p.number == question.paragraph || Some(p.number.as_str()) == spoken_of)
        .map(|p| Anchored { number: p.number.clone(), text: p.text.clone(), said: on(&p.number) })
        .collect()
}

/// The five lines before the first response (`record.md`): what is kept, who sees it, which face is published, until
/// when it can be changed, whom to ask.
fn notice(l: L, convened: &Convened) -> Vec<String> {
    let dialogue = &convened.dialogue;
    let until =
        dialogue.closes_at.map_or_else(|| l.t("notice-until-open"), |at| l.t1("notice-until", "time", l.at(&at)));
    let contact = &convened.settings.contact;
    let ask = if contact.is_empty() { l.t("notice-ask-secretariat") } else { l.t1("notice-ask", "contact", contact) };
    vec![
        l.t("notice-kept"),
        l.w("notice-seen", dialogue.attribution),
        l.w("notice-published", dialogue.face),
        until,
        ask,
    ]
}

/// What was just done, in words.
pub fn done(l: L, word: &str) -> String {
    match word {
        "published" | "draft" | "pending" | "attached" | "attached-pending" | "taken-off" | "translated"
        | "reported" | "withdrawn" | "asked" | "asked-pending" | "joined" => l.w("question-done", word),
        _ => String::new(),
    }
}
