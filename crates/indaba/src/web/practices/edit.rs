//! Writing a practice: one page that saves as one goes, and says what is still missing.

use super::show::editable;
use super::{find, is_own, may_write, workshops};
use crate::access::{Action, Role, allows};
use crate::attribution::stronger;
use crate::countries;
use crate::joining::{self, Speaker};
use crate::live::News;
use crate::practice::{self, Field, Holds, PARTS, Record, Wrong, carry, fields, label};
use crate::store::practice::{Practice, Version};
use crate::store::{self};
use crate::web::page::{self, Page, Tab};
use crate::web::respond::with_token;
use crate::web::secretariat::{self, Choice, Typed, attributions, delegation_choices, languages, questions, spoken};
use crate::web::{Answer, Problem, Visit};
use crate::words::{EnteredBy, PracticeState, split};
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use std::collections::HashMap;

/// Countries that the form has room for.
const COUNTRIES: usize = 4;

#[derive(Template)]
#[template(path = "practices/edit.html")]
struct Edit {
    page: Page,
    home: String,
    here: String,
    number: i64,
    changed: i64,
    state: String,
    saved: Option<i64>,
    error: String,
    missing: Vec<Missing>,
    parts: Vec<PartShown>,
    countries: Vec<(&'static str, String)>,
    attributions: Vec<Choice>,
    delegations: Vec<Choice>,
    code: bool,
    may_submit: bool,
}

struct Missing {
    id: &'static str,
    label: String,
    why: String,
}

struct PartShown {
    name: &'static str,
    inputs: Vec<Input>,
}

struct Input {
    name: &'static str,
    label: String,
    hint: String,
    /// `line`, `text`, `one`, `some`, `countries`.
    kind: &'static str,
    value: String,
    slots: Vec<String>,
    choices: Vec<Choice>,
    needed: bool,
    error: String,
    most: usize,
}

/// `GET /d/{slug}/practices/new`
pub async fn begin(visit: Visit) -> Answer {
    page::show(&form(&visit, None, &Typed::default(), &[], String::new()).await?)
}

/// `GET /d/{slug}/practices/{practice}/edit`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>) -> Answer {
    let p = own(&visit, &number).await?;
    page::show(&form(&visit, Some(&p), &typed_of(&visit, &p), &[], String::new()).await?)
}

/// A practice that the visitor may change.
async fn own(visit: &Visit, number: &str) -> Result<Practice, Problem> {
    let p = find(visit, number).await?;
    if !is_own(visit, &p) {
        return Err(Problem::not_found());
    }
    if editable(&p) { Ok(p) } else { Err(Problem::conflict("practice-not-editable")) }
}

fn typed_of(visit: &Visit, p: &Practice) -> Typed {
    let record = Record::parse(&p.content).opened(&visit.app.config.keys, &p.id);
    let fields = fields().map(|f| (f.name.to_owned(), record.get(f.name).to_owned()));
    Typed(fields.chain([("attribution".to_owned(), p.attribution.to_string())]).collect())
}

/// The values that were typed, by field; several of one name are one list.
fn cells(typed: &Typed) -> HashMap<&'static str, String> {
    let cell = |f: &Field| if f.holds.is_list() { typed.all(f.name).join(";") } else { typed.get(f.name).to_owned() };
    fields().map(|f| (f.name, cell(f))).collect()
}

async fn form(
    visit: &Visit,
    p: Option<&Practice>,
    typed: &Typed,
    wrong: &[Wrong],
    error: String,
) -> Result<Edit, Problem> {
    let convened = visit.convened()?;
    let cells = cells(typed);
    let record = Record::read(convened, |f| cells.get(f.name).map(String::as_str)).0;
    let missing = record.missing(&practice::month(visit.now));
    let home = format!("/d/{}", convened.dialogue.slug);
    let on_behalf = p.is_none() && allows(visit.role, Action::EnterOnBehalf);
    Ok(Edit {
        here: match p {
            Some(p) => format!("{home}/practices/{}/edit", p.number),
            None => format!("{home}/practices/new"),
        },
        number: p.map_or(0, |p| p.number),
        changed: p.map_or(0, |p| p.changed_at),
        state: p.map_or_else(String::new, |p| visit.l.w("practice-state", p.state)),
        saved: p.map(|p| p.changed_at).filter(|_| error.is_empty()),
        error,
        missing: missing.iter().map(|(name, why)| missing_words(visit, name, why)).collect(),
        parts: parts(visit, &cells, wrong)?,
        countries: countries::all(visit.l),
        attributions: attributions(visit, typed.get("attribution"))?,
        delegations: if on_behalf {
            delegation_choices(visit, typed.get("delegation"), true).await?
        } else {
            Vec::new()
        },
        code: stranger(visit),
        may_submit: visit.role != Role::Adviser,
        page: Page::new(visit, title(visit, p), Tab::Practices),
        home,
    })
}

fn title(visit: &Visit, p: Option<&Practice>) -> String {
    p.map_or_else(|| visit.l.t("practice-new"), |p| visit.l.t1("practice-edit-title", "n", p.number))
}

fn stranger(visit: &Visit) -> bool {
    let by_code =
        visit.dialogue.as_ref().is_some_and(|c| c.dialogue.participation == crate::words::Participation::Code);
    by_code && visit.participant.is_none() && visit.delegation.is_none() && !allows(visit.role, Action::EnterOnBehalf)
}

fn missing_words(visit: &Visit, name: &'static str, why: &str) -> Missing {
    Missing { id: name, label: visit.l.w("practice-field", label(name)), why: visit.l.t(why) }
}

fn parts(visit: &Visit, cells: &HashMap<&'static str, String>, wrong: &[Wrong]) -> Result<Vec<PartShown>, Problem> {
    let part = |part: &practice::Part| -> Result<PartShown, Problem> {
        let inputs = part.fields.iter().map(|f| input(visit, f, cells.get(f.name).map_or("", String::as_str), wrong));
        Ok(PartShown { name: part.name, inputs: inputs.collect::<Result<_, _>>()? })
    };
    PARTS.iter().map(part).collect()
}

fn input(visit: &Visit, f: &'static Field, value: &str, wrong: &[Wrong]) -> Result<Input, Problem> {
    let wrong = wrong.iter().find(|w| w.field == f.name);
    let value = if value.is_empty() && f.holds == Holds::Lang { visit.l.code() } else { value };
    let (kind, choices) = choices(visit, f, value)?;
    let mut slots: Vec<String> = split(value).map(str::to_owned).collect();
    slots.resize(slots.len().max(COUNTRIES), String::new());
    Ok(Input {
        name: f.name,
        label: visit.l.w("practice-field", label(f.name)),
        hint: hint(visit, f.name),
        kind,
        value: value.to_owned(),
        slots: if kind == "countries" { slots } else { Vec::new() },
        choices,
        needed: f.needed,
        error: wrong.map_or_else(String::new, |w| visit.l.t2(w.why, "found", &w.found, "allowed", &w.allowed)),
        most: if f.holds == Holds::Text { practice::TEXT } else { practice::LINE },
    })
}

/// Fields that say more about what is asked for.
const HINTS: [&str; 13] = [
    "begun",
    "ended",
    "young",
    "assumption",
    "reach",
    "cost",
    "side_effects",
    "conditions",
    "rights",
    "evaluation",
    "contact",
    "result_method",
    "result_grade",
];

fn hint(visit: &Visit, name: &str) -> String {
    let name = label(name);
    if HINTS.contains(&name.as_str()) { visit.l.w("practice-hint", name) } else { String::new() }
}

fn choices(visit: &Visit, f: &Field, value: &str) -> Result<(&'static str, Vec<Choice>), Problem> {
    let l = visit.l;
    let worded = |words: &[&str]| {
        let choice = |word: &&str| Choice::new(l, *word, l.w(&format!("practice-{}", label(f.name)), word), value);
        words.iter().map(choice).collect::<Vec<Choice>>()
    };
    let marked = |mut choices: Vec<Choice>| {
        for c in &mut choices {
            c.chosen = split(value).any(|one| one == c.value);
        }
        choices
    };
    Ok(match f.holds {
        Holds::Line | Holds::Month => ("line", Vec::new()),
        Holds::Text => ("text", Vec::new()),
        Holds::Countries => ("countries", Vec::new()),
        Holds::One(words) => ("one", worded(words)),
        Holds::Some(words) => ("some", marked(worded(words))),
        Holds::Workshop => ("one", workshops(visit.convened()?, value)),
        Holds::Questions => ("some", marked(questions(visit, "")?)),
        Holds::Paragraphs => ("some", marked(paragraphs(visit)?)),
        Holds::Lang => ("one", languages(value)),
        Holds::Langs => ("some", marked(languages(""))),
    })
}

fn paragraphs(visit: &Visit) -> Result<Vec<Choice>, Problem> {
    let numbered = visit.convened()?.paper.paragraphs().filter(|p| !p.number.is_empty());
    Ok(numbered.map(|p| Choice::new(visit.l, p.number.clone(), p.number.clone(), "")).collect())
}

/// `POST /d/{slug}/practices/new`
pub async fn create(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    if !may_write(&visit) {
        return Err(Problem::conflict("problem-closed"));
    }
    let (record, wrong) = read(&visit, &typed)?;
    if !wrong.is_empty() || record.get("title").is_empty() {
        let key = if wrong.is_empty() { "practice-needs-title" } else { "practice-wrong" };
        let form = form(&visit, None, &typed, &wrong, visit.l.t(key)).await?;
        return page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &form);
    }
    let (author, speaker) = author(&visit, &typed).await?;
    let convened = visit.convened()?;
    let id = store::new_id();
    let content = sealed(&visit, &record, &id)?;
    let mut c = visit.write().await?;
    let p = Practice {
        id,
        number: store::practice::next_number(&mut c, &convened.dialogue.id).await?,
        state: PracticeState::Draft,
        author_id: author,
        entered_by: if speaker.is_some() { EnteredBy::Author } else { EnteredBy::Secretariat },
        attribution: stronger(convened.dialogue.attribution, typed.get("attribution").parse().ok()),
        content,
        shown: String::new(),
        version: 0,
        published_version: None,
        grade: String::new(),
        reviewed: String::new(),
        created_at: visit.now,
        changed_at: visit.now,
        published_at: None,
    };
    store::practice::insert(&mut c, &convened.dialogue.id, &p, &record.index("")).await?;
    c.commit().await?;
    let to = format!("/d/{}/practices/{}/edit", convened.dialogue.slug, p.number);
    if typed.get("act") == "submit" {
        return submit(&visit, p, &record, speaker.as_ref()).await;
    }
    match speaker {
        Some(speaker) => with_token(&visit, page::go(&to)?, &speaker),
        None => page::go(&to),
    }
}

/// In whose name it is written: the secretariat's own has no author, or the delegation's that was chosen.
async fn author(visit: &Visit, typed: &Typed) -> Result<(Option<String>, Option<Speaker>), Problem> {
    if !allows(visit.role, Action::EnterOnBehalf) {
        let pace = format!("practice {}", visit.participant.as_deref().unwrap_or(&visit.network));
        if visit.app.config.limits && !visit.app.pace.allow(&pace, 10, visit.now) {
            return Err(Problem::too_many("problem-too-fast"));
        }
        let speaker = joining::speaker(visit, Some(typed.get("code"))).await?;
        return Ok((Some(speaker.participant.clone()), Some(speaker)));
    }
    let Some(delegation) = secretariat::delegation(visit, typed.get("delegation")).await? else {
        return Ok((None, None));
    };
    let mut c = visit.write().await?;
    let author = spoken::author(&mut c, &visit.convened()?.dialogue.id, &delegation.id, visit.now).await?;
    c.commit().await?;
    Ok((Some(author), None))
}

fn read(visit: &Visit, typed: &Typed) -> Result<(Record, Vec<Wrong>), Problem> {
    let cells = cells(typed);
    Ok(Record::read(visit.convened()?, |f| cells.get(f.name).map(String::as_str)))
}

/// The text as it is kept.
fn sealed(visit: &Visit, record: &Record, id: &str) -> Result<String, Problem> {
    let sealed = record.clone().sealed(&visit.app.config.keys, id);
    Ok(sealed.map_err(|cause| crate::web::exchange::needs::sealing(&cause))?.json())
}

/// `POST /d/{slug}/practices/{practice}/edit`: keeps what was typed; `act=submit` hands it in.
pub async fn save(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    if !may_write(&visit) {
        return Err(Problem::conflict("problem-closed"));
    }
    let mut p = own(&visit, &number).await?;
    let (record, wrong) = read(&visit, &typed)?;
    let problem = if !wrong.is_empty() {
        Some((StatusCode::UNPROCESSABLE_ENTITY, "practice-wrong"))
    } else if record.get("title").is_empty() {
        Some((StatusCode::UNPROCESSABLE_ENTITY, "practice-needs-title"))
    } else if typed.number("changed").is_some_and(|seen| seen != p.changed_at) {
        Some((StatusCode::CONFLICT, "practice-overtaken"))
    } else {
        None
    };
    if let Some((status, key)) = problem {
        return page::show_as(status, &form(&visit, Some(&p), &typed, &wrong, visit.l.t(key)).await?);
    }
    // What is published stays as it is until the new text has been reviewed.
    if !matches!(p.state, PracticeState::Returned) {
        p.state = PracticeState::Draft;
    }
    p.content = sealed(&visit, &record, &p.id)?;
    p.attribution = stronger(visit.convened()?.dialogue.attribution, typed.get("attribution").parse().ok());
    p.changed_at = visit.now;
    let mut c = visit.write().await?;
    store::practice::update(&mut c, &p).await?;
    if p.published_version.is_none() {
        store::practice::index(&mut c, &p.id, &record.index("")).await?;
    }
    c.commit().await?;
    if typed.get("act") == "submit" {
        return submit(&visit, p, &record, None).await;
    }
    page::go(&format!("/d/{slug}/practices/{number}/edit"))
}

/// Hands a practice in to be reviewed, as its next version.
async fn submit(visit: &Visit, mut p: Practice, record: &Record, speaker: Option<&Speaker>) -> Answer {
    let slug = &visit.convened()?.dialogue.slug;
    let keep = |answer: axum::response::Response| match speaker {
        Some(speaker) => with_token(visit, answer, speaker),
        None => Ok(answer),
    };
    let missing = !record.missing(&practice::month(visit.now)).is_empty();
    if missing || visit.role == Role::Adviser {
        let key = if missing { "practice-incomplete" } else { "practice-adviser" };
        let form = form(visit, Some(&p), &typed_of(visit, &p), &[], visit.l.t(key)).await?;
        return keep(page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &form)?);
    }
    (p.state, p.version, p.changed_at) = (PracticeState::Review, p.version + 1, visit.now);
    let version = Version { version: p.version, content: p.content.clone(), submitted_at: visit.now };
    let mut c = visit.write().await?;
    store::practice::insert_version(&mut c, &p.id, &version).await?;
    store::practice::update(&mut c, &p).await?;
    c.commit().await?;
    keep(page::go(&format!("/d/{slug}/practices/{}?done=submitted", p.number))?)
}

/// `POST /d/{slug}/practices/{practice}/withdraw`
pub async fn withdraw(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Answer {
    let mut p = find(&visit, &number).await?;
    if !is_own(&visit, &p) {
        return Err(Problem::not_found());
    }
    if !may_write(&visit) || visit.role == Role::Adviser {
        return Err(Problem::conflict("problem-draft-state"));
    }
    let mut c = visit.write().await?;
    let changed = carry::withdraw(&mut c, &mut p, visit.now).await?;
    c.commit().await?;
    for question in changed {
        visit.app.forget(&slug, Some(&question));
        visit.app.live.tell(&question, News::Perspectives);
    }
    page::go(&format!("/d/{slug}/practices/{number}?done=withdrawn"))
}
