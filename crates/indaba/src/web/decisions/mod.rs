//! Decisions on packages: put to the delegations, objected to, amended, adopted.

use super::landing::{self, codes};
use super::measures::{material, measure_choices};
use super::page::{self, Page, Tab};
use super::propose::wording;
use super::secretariat::{Choice, Typed, not_closed};
use super::{Answer, Problem, Visit};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::decision::{
    self, Actor, Answer as Says, HOURS, Procedure, State, Step, deadline, dissociates, effective, explains, extended,
};
use crate::landing_zone::Material;
use crate::lang::L;
use crate::measure::listed;
use crate::store::decision::{Decision, Taken, Voice};
use crate::store::notice::Notice;
use crate::store::{self, Conn, Moment};
use askama::Template;
use axum::extract::{Form, Path, Query};

/// The longest explanation.
const REASON: usize = 2_000;

#[derive(Template)]
#[template(path = "landing/decisions.html")]
struct List {
    page: Page,
    home: String,
    listed: Vec<Listed>,
    packages: Vec<Choice>,
    procedures: Vec<(Choice, String)>,
    hours: i64,
    may: bool,
    done: String,
}

struct Listed {
    number: i64,
    procedure: String,
    state: String,
    over: bool,
    title: String,
    lang: String,
    until: String,
}

/// `GET /d/{slug}/decisions`
pub async fn list(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let packages = store::package::all(&mut c, &convened.dialogue.id).await?;
    let all = store::decision::all(&mut c, &convened.dialogue.id).await?;
    let entry = |d: &Decision| {
        let state = effective(d.state, d.ends_at, visit.now);
        let package = packages.iter().find(|p| p.id == d.package_id);
        Listed {
            number: d.number,
            procedure: visit.l.w("decision-procedure", d.procedure),
            state: visit.l.w("decision-state", state),
            over: state.is_over(),
            title: package.map(|p| p.title.clone()).unwrap_or_default(),
            lang: package.map(|p| p.lang.clone()).unwrap_or_default(),
            until: until(visit.l, state, d.ends_at, visit.now),
        }
    };
    let choice = |p: &store::package::Package| Choice {
        lang: p.lang.clone(),
        dir: crate::lang::dir_of(&p.lang),
        ..Choice::new(visit.l, p.number.to_string(), format!("{} {}", p.number, p.title), "")
    };
    let procedure = |p: &Procedure| {
        (
            Choice::new(visit.l, p.as_str(), visit.l.w("decision-procedure", p), "silence"),
            visit.l.w("decision-about", p),
        )
    };
    page::show(&List {
        listed: all.iter().map(entry).collect(),
        may: allows(visit.role, Action::ManageMeasures) && not_closed(&visit).is_ok() && !packages.is_empty(),
        packages: packages.iter().map(choice).collect(),
        procedures: Procedure::ALL.iter().map(procedure).collect(),
        hours: HOURS,
        done: if typed.get("done").is_empty() { String::new() } else { visit.l.t("decision-done") },
        page: Page::new(&visit, visit.l.t("settle-title"), Tab::Landing),
        home: format!("/d/{}", convened.dialogue.slug),
    })
}

/// How long silence still runs.
fn until(l: L, state: State, ends_at: Option<Moment>, now: Moment) -> String {
    match ends_at.filter(|_| state == State::Silent) {
        Some(at) => l.t2("decision-until", "at", l.at(&at), "time", page::distance(l, at - now + 59_999)),
        None => String::new(),
    }
}

/// `POST /d/{slug}/decisions`: puts a package to the delegations.
pub async fn open(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    not_closed(&visit)?;
    let procedure: Procedure =
        typed.get("procedure").parse().map_err(|_| Problem::bad("decision-procedure-unknown"))?;
    let dialogue = visit.convened()?.dialogue.id.clone();
    let mut c = visit.write().await?;
    let packages = store::package::all(&mut c, &dialogue).await?;
    let package = packages.iter().find(|p| Some(p.number) == typed.number("package"));
    let package = package.ok_or_else(|| Problem::bad("decision-no-package"))?;
    let made = Decision {
        id: store::new_id(),
        number: store::decision::next_number(&mut c, &dialogue).await?,
        package_id: package.id.clone(),
        procedure,
        state: procedure.first(),
        measures: package.measures.clone(),
        ends_at: if procedure == Procedure::Silence { Some(time(&typed, visit.now)?) } else { None },
        created_at: visit.now,
        changed_at: visit.now,
    };
    store::decision::insert(&mut c, &dialogue, &made).await?;
    written(&mut c, &dialogue, &made, Step::Open, visit.now).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/decisions/{}", made.number))
}

/// The deadline that was typed, as hours from now.
fn time(typed: &Typed, now: Moment) -> Result<Moment, Problem> {
    let hours = if typed.get("hours").is_empty() { Some(HOURS) } else { typed.number("hours") };
    hours.and_then(|h| deadline(h, now)).ok_or_else(|| Problem::bad("decision-hours").with("least", HOURS))
}

/// Writes a step down and tells everybody.
async fn written(c: &mut Conn, dialogue: &str, d: &Decision, step: Step, now: Moment) -> Result<(), Problem> {
    let taken =
        Taken { step: step.to_string(), state: d.state, measures: d.measures.clone(), ends_at: d.ends_at, at: now };
    store::decision::log(c, &d.id, &taken).await?;
    let notice = Notice { kind: "decision".to_owned(), detail: format!("{} {}", d.number, d.state), at: now };
    store::notice::insert(c, dialogue, &notice).await?;
    Ok(())
}

async fn find(visit: &Visit, number: &str) -> Result<Decision, Problem> {
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let found = store::decision::by_number(&mut visit.read().await?, &visit.convened()?.dialogue.id, number).await?;
    found.ok_or_else(Problem::not_found)
}

#[derive(Template)]
#[template(path = "landing/decision.html")]
struct Shown {
    page: Page,
    home: String,
    number: i64,
    procedure: String,
    state: State,
    state_words: String,
    state_more: String,
    until: String,
    title: String,
    lang: String,
    measures: Vec<crate::report_landscape::Said>,
    objections: Vec<Said>,
    positions: Vec<Said>,
    dissociations: Vec<Said>,
    poll: Option<Poll>,
    steps: Vec<(String, String, Moment)>,
    may: May,
    answers: Vec<Choice>,
    choices: Vec<Choice>,
    hours: i64,
    done: String,
}

struct Said {
    who: String,
    text: String,
    lang: String,
    at: Moment,
}

/// The answers to a straw poll, once it is over and enough were given.
struct Poll {
    answered: i64,
    of: i64,
    rows: Vec<(String, i64)>,
}

#[derive(Default)]
struct May {
    object: bool,
    lift: bool,
    answer: bool,
    explain: bool,
    dissociate: bool,
    extend: bool,
    amend: bool,
    adopt: bool,
    end: bool,
    stop: bool,
}

/// `GET /d/{slug}/decisions/{decision}`
pub async fn show(visit: Visit, Path((slug, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    let (l, d) = (visit.l, find(&visit, &number).await?);
    let convened = visit.convened()?;
    let figures = material(&visit).await?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let package = store::package::all(&mut c, &convened.dialogue.id).await?.into_iter().find(|p| p.id == d.package_id);
    let voices = store::decision::voices(&mut c, &d.id).await?;
    let participants = store::participant::delegations(&mut c, &convened.dialogue.id).await?;
    let state = effective(d.state, d.ends_at, visit.now);
    let who = |v: &Voice| {
        let participant = participants.iter().find(|(_, delegation)| *delegation == v.delegation_id);
        let label = participant.map(|(p, _)| labels.of(l, Some(p), convened.dialogue.attribution)).unwrap_or_default();
        if label.is_empty() { l.t("author-delegation") } else { label }
    };
    let said = |kind: &str, says: &str| -> Vec<Said> {
        let told = voices.iter().filter(|v| v.kind == kind && (says.is_empty() || v.says == says));
        told.map(|v| Said { who: who(v), text: v.reason.clone(), lang: v.lang.clone(), at: v.at }).collect()
    };
    let steps = store::decision::steps(&mut c, &d.id).await?;
    let mine =
        visit.delegation.as_ref().and_then(|id| voices.iter().find(|v| v.delegation_id == *id && v.kind == "answer"));
    page::show(&Shown {
        objections: said("answer", "object"),
        positions: said("position", ""),
        dissociations: said("dissociation", ""),
        poll: (d.procedure == Procedure::StrawPoll).then(|| poll(&visit, &figures, &voices, state)),
        steps: steps.iter().map(|s| (l.w("decision-step", &s.step), l.w("decision-state", s.state), s.at)).collect(),
        may: may(&visit, &figures, &d, state, mine),
        answers: Says::ALL
            .iter()
            .map(|a| Choice::new(l, a.as_str(), l.w("decision-answer", a), mine.map_or("", |v| &v.says)))
            .collect(),
        choices: amendable(l, &figures, &d),
        measures: codes(&d.measures).iter().map(|id| landing::said(&figures, id)).collect(),
        title: package.as_ref().map(|p| p.title.clone()).unwrap_or_default(),
        lang: package.as_ref().map(|p| p.lang.clone()).unwrap_or_default(),
        procedure: l.w("decision-procedure", d.procedure),
        state_words: l.w("decision-state", state),
        state_more: l.w("decision-state-more", state),
        until: until(l, state, d.ends_at, visit.now),
        hours: HOURS,
        number: d.number,
        state,
        done: if typed.get("done").is_empty() { String::new() } else { l.t("decision-done") },
        page: Page::new(&visit, l.t1("decision-title", "n", d.number), Tab::Landing),
        home: format!("/d/{slug}"),
    })
}

/// The measures of the page, with those of the decision ticked.
fn amendable(l: L, m: &Material, d: &Decision) -> Vec<Choice> {
    let inside = codes(&d.measures);
    let mut all = measure_choices(l, m, "");
    for choice in &mut all {
        choice.chosen = inside.contains(&choice.value);
    }
    all
}

/// What is told of a straw poll: while it runs how many have answered, afterwards how, above the disclosure limit.
fn poll(visit: &Visit, m: &Material, voices: &[Voice], state: State) -> Poll {
    let answers: Vec<&Voice> = voices.iter().filter(|v| v.kind == "answer").collect();
    let answered = i64::try_from(answers.len()).unwrap_or(i64::MAX);
    let count = |a: &Says| answers.iter().filter(|v| v.says == a.as_str()).count();
    let open = state == State::Polled && answered >= i64::from(visit.disclosure());
    let rows = Says::ALL.iter().map(|a| (visit.l.w("decision-answer", a), i64::try_from(count(a)).unwrap_or(0)));
    Poll {
        answered,
        of: i64::try_from(m.parties.len()).unwrap_or(0),
        rows: if open { rows.collect() } else { Vec::new() },
    }
}

fn may(visit: &Visit, m: &Material, d: &Decision, state: State, mine: Option<&Voice>) -> May {
    let party = super::measures::party(visit, m).is_some() && allows(visit.role, Action::SpeakInDecision);
    let chair = allows(visit.role, Action::ManageMeasures);
    let can = |actor: Actor, step: Step| decision::step(state, actor, step).is_some();
    let objects = mine.is_some_and(|v| v.says == "object");
    May {
        object: party && !objects && can(Actor::Delegation, Step::Object),
        lift: party && objects && can(Actor::Delegation, Step::Lift),
        answer: party && state == State::Polling,
        explain: party && explains(state),
        dissociate: party && dissociates(state),
        extend: chair && can(Actor::Chair, Step::Extend),
        amend: chair && can(Actor::Chair, Step::Amend),
        adopt: chair && can(Actor::Chair, Step::Adopt),
        end: chair && d.procedure == Procedure::StrawPoll && can(Actor::Chair, Step::End),
        stop: chair && can(Actor::Chair, Step::Drop),
    }
}

/// `POST /d/{slug}/decisions/{decision}/say`
pub async fn say(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let d = find(&visit, &number).await?;
    let figures = material(&visit).await?;
    let own = super::measures::party(&visit, &figures).ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let state = effective(d.state, d.ends_at, visit.now);
    let act = typed.get("act");
    let voice = |kind: &str, says: &str, reason: String| Voice {
        delegation_id: own.clone(),
        kind: kind.to_owned(),
        says: says.to_owned(),
        reason,
        lang: visit.l.code().to_owned(),
        at: visit.now,
    };
    let reason = super::measures::propose::optional(typed.get("reason"), REASON)?;
    let refused = || Problem::conflict("decision-not-now");
    let dialogue = visit.convened()?.dialogue.id.clone();
    let mut c = visit.write().await?;
    match act {
        "object" => {
            let next = decision::step(state, Actor::Delegation, Step::Object).ok_or_else(refused)?;
            store::decision::say(&mut c, &d.id, &voice("answer", "object", wording(typed.get("reason"), REASON)?))
                .await?;
            taken(&mut c, &dialogue, &d, Step::Object, Decision { state: next, ..d.clone() }, visit.now).await?;
        }
        "lift" => {
            let next = decision::step(state, Actor::Delegation, Step::Lift).ok_or_else(refused)?;
            store::decision::say(&mut c, &d.id, &voice("answer", "lifted", reason)).await?;
            let voices = store::decision::voices(&mut c, &d.id).await?;
            if !voices.iter().any(|v| v.kind == "answer" && v.says == "object") {
                taken(&mut c, &dialogue, &d, Step::Lift, Decision { state: next, ..d.clone() }, visit.now).await?;
            }
        }
        "answer" if state == State::Polling => {
            let says: Says = typed.get("says").parse().map_err(|_| Problem::bad("decision-answer-unknown"))?;
            store::decision::say(&mut c, &d.id, &voice("answer", says.as_str(), String::new())).await?;
        }
        "position" if explains(state) => {
            store::decision::say(&mut c, &d.id, &voice("position", "", wording(typed.get("reason"), REASON)?)).await?;
        }
        "dissociation" if dissociates(state) => {
            store::decision::say(&mut c, &d.id, &voice("dissociation", "", wording(typed.get("reason"), REASON)?))
                .await?;
        }
        _ => return Err(refused()),
    }
    c.commit().await?;
    page::go(&format!("/d/{slug}/decisions/{number}?done=1"))
}

/// Takes a step from the state that was read; who comes second is told so. What time has done is written down with it.
async fn taken(
    c: &mut Conn,
    dialogue: &str,
    before: &Decision,
    step: Step,
    after: Decision,
    now: Moment,
) -> Result<(), Problem> {
    let after = Decision { changed_at: now.max(before.changed_at + 1), ..after };
    if store::decision::step(c, &after, before.state, before.changed_at).await? == 0 {
        return Err(Problem::conflict("decision-overtaken"));
    }
    written(c, dialogue, &after, step, now).await
}

/// `POST /d/{slug}/decisions/{decision}/step`: extends, amends, adopts, ends, drops.
pub async fn step(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let d = find(&visit, &number).await?;
    let figures = material(&visit).await?;
    let wanted: Step = typed.get("step").parse().map_err(|_| Problem::bad("decision-not-now"))?;
    let state = effective(d.state, d.ends_at, visit.now);
    let next = decision::step(state, Actor::Chair, wanted).ok_or_else(|| Problem::conflict("decision-not-now"))?;
    let mut after = Decision { state: next, ..d.clone() };
    let mut c = visit.write().await?;
    match wanted {
        Step::Extend => {
            let end = d.ends_at.zip(typed.number("hours")).and_then(|(end, hours)| extended(end, hours));
            after.ends_at = Some(end.ok_or_else(|| Problem::bad("decision-more-hours"))?);
        }
        Step::Amend => {
            after.measures = amended(&figures, &d, &typed)?;
            store::decision::set_aside(&mut c, &d.id, &format!("answer until {}", visit.now)).await?;
            after.ends_at = if d.procedure == Procedure::Silence { Some(time(&typed, visit.now)?) } else { None };
        }
        _ => {}
    }
    taken(&mut c, &visit.convened()?.dialogue.id, &d, wanted, after, visit.now).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/decisions/{number}?done=1"))
}

/// The measures as they were ticked; the same ones are no amendment.
fn amended(m: &Material, d: &Decision, typed: &Typed) -> Result<String, Problem> {
    let ticked: Vec<i64> = typed.all("measure").iter().filter_map(|id| id.strip_prefix('m')?.parse().ok()).collect();
    let known = !ticked.is_empty() && ticked.iter().all(|n| m.numbered(*n).is_some());
    let mut measures = ticked;
    measures.sort_unstable();
    let list = listed(&measures);
    let mut before = crate::measure::numbers(&d.measures);
    before.sort_unstable();
    if known && list != listed(&before) { Ok(list) } else { Err(Problem::bad("decision-no-amendment")) }
}
