//! What is said in the room: a rapporteur chooses who speaks, types, presses Enter, and it is on the page.

use super::spoken::{self, Spoken, protection, wording};
use super::{
    Choice, Typed, address, attributions, changed, delegation, delegation_choices, done, languages, not_closed,
    questions,
};
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::{self};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::{DialogueState, EnteredBy, PerspectiveState, split};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "secretariat/entry.html")]
struct Entry {
    page: Page,
    slug: String,
    done: String,
    error: String,
    question: Question,
    questions: Vec<Choice>,
    delegations: Vec<Choice>,
    attributions: Vec<Choice>,
    languages: Vec<Choice>,
    groups: Vec<Choice>,
    typed: Typed,
    last: Vec<Perspective>,
    closed: bool,
}

/// The question that was asked for, or the first.
pub fn question_of<'v>(visit: &'v Visit, asked: &Typed) -> Result<&'v Question, Problem> {
    let convened = visit.convened()?;
    match asked.get("question") {
        "" => convened.questions.iter().find(|q| q.state == "published").ok_or_else(Problem::not_found),
        reference => visit.question(reference),
    }
}

/// `GET /d/{slug}/secretariat/entry`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    form(&visit, StatusCode::OK, asked, String::new()).await
}

async fn form(visit: &Visit, status: StatusCode, typed: Typed, error: String) -> Answer {
    let convened = visit.convened()?;
    let question = question_of(visit, &typed)?.clone();
    let lang = if typed.get("lang").is_empty() { visit.l.code() } else { typed.get("lang") };
    let last = store::moderation::entered(&mut visit.read().await?, &convened.dialogue.id, &question.id).await?;
    page::show_as(
        status,
        &Entry {
            slug: convened.dialogue.slug.clone(),
            done: done(visit.l, &typed),
            error,
            questions: questions(visit, &question.reference)?,
            delegations: delegation_choices(visit, typed.get("delegation"), true).await?,
            attributions: attributions(visit, typed.get("attribution"))?,
            languages: languages(lang),
            groups: groups(visit, typed.get("group")).await?,
            question,
            typed,
            last,
            closed: is_closed(visit)?,
            page: Page::new(visit, visit.l.t("entry-title"), Tab::Secretariat),
        },
    )
}

fn is_closed(visit: &Visit) -> Result<bool, Problem> {
    Ok(visit.convened()?.dialogue.state_at(visit.now) == DialogueState::Closed)
}

/// The negotiating groups of the dialogue.
async fn groups(visit: &Visit, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let all = store::delegation::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let mut names: Vec<&str> = all.iter().flat_map(|d| split(&d.negotiating_groups)).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names.into_iter().map(|name| Choice::new(visit.l, name, name, chosen)).collect())
}

/// `POST /d/{slug}/secretariat/entry`
pub async fn enter(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    if is_closed(&visit)? {
        // What was typed stays on the page: it was said in the room, and may be entered when the dialogue is open again.
        return form(&visit, StatusCode::CONFLICT, typed, visit.l.t("problem-closed")).await;
    }
    match check(&visit, &typed).await? {
        Err(reason) => form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, visit.l.t(reason)).await,
        Ok(spoken) => {
            publish(&visit, spoken).await?;
            page::go(&again(&visit, &typed)?)
        }
    }
}

/// What was typed as a perspective, or the key of the reason why not.
async fn check(visit: &Visit, typed: &Typed) -> Result<Result<Spoken, &'static str>, Problem> {
    let convened = visit.convened()?;
    let question = question_of(visit, typed)?;
    let Some(delegation) = delegation(visit, typed.get("delegation")).await? else {
        return Ok(Err("entry-delegation"));
    };
    let text = match wording(typed.get("text")) {
        Ok(text) => text,
        Err(reason) => return Ok(Err(reason)),
    };
    let group = Some(typed.get("group").to_owned()).filter(|group| !group.is_empty());
    if group.as_ref().is_some_and(|group| !split(&delegation.negotiating_groups).any(|own| own == group)) {
        return Ok(Err("entry-group"));
    }
    let paragraph = Some(typed.get("paragraph").to_owned()).filter(|number| !number.is_empty());
    if paragraph.as_ref().is_some_and(|number| convened.paragraph(number).is_none()) {
        return Ok(Err("entry-paragraph"));
    }
    let board = visit.app.board(&question.id).await?;
    if board.perspectives.iter().any(|p| p.text == text && p.state == PerspectiveState::Published) {
        return Ok(Err("entry-twice"));
    }
    Ok(Ok(Spoken {
        question: question.id.clone(),
        author: delegation.id,
        text,
        lang: crate::lang::Lang::parse(typed.get("lang")).unwrap_or(visit.l.0).code().to_owned(),
        paragraph,
        attribution: protection(convened.dialogue.attribution, typed.get("attribution")),
        on_behalf_of: group,
        statement: None,
        state: PerspectiveState::Published,
        entered_by: EnteredBy::Secretariat,
    }))
}

/// Publishes it; `author` still names the delegation.
async fn publish(visit: &Visit, spoken: Spoken) -> Result<(), Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let question = spoken.question.clone();
    let mut c = visit.write().await?;
    let author = spoken::author(&mut c, dialogue, &spoken.author, visit.now).await?;
    spoken::keep(&mut c, dialogue, Spoken { author, ..spoken }, visit.now).await?;
    c.commit().await?;
    changed(visit, &question)
}

/// The form again, with the same speaker: the next sentence needs no choosing.
fn again(visit: &Visit, typed: &Typed) -> Result<String, Problem> {
    let kept = |name: &str| format!("&{name}={}", encoded(typed.get(name)));
    let kept: String = ["question", "delegation", "attribution", "lang"].into_iter().map(kept).collect();
    Ok(format!("{}?done=entered{kept}", address(visit, "/entry")?))
}

/// Percent-encodes what is not unreserved (RFC 3986, 2.3).
pub fn encoded(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "%{b:02X}");
        }
        out
    })
}

/// `POST /d/{slug}/secretariat/entry/correct`: words one of the last entries anew, or takes it back.
pub async fn correct(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    not_closed(&visit)?;
    let dialogue = &visit.convened()?.dialogue.id;
    let (question, id) = (question_of(&visit, &typed)?.id.clone(), typed.get("perspective"));
    let mut c = visit.write().await?;
    let withdraws = typed.get("act") == "withdraw";
    let touched = if withdraws {
        store::moderation::take_back(&mut c, dialogue, id, visit.now).await?
    } else {
        let text = match wording(typed.get("text")) {
            Ok(text) => text,
            Err(reason) => {
                drop(c);
                return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, for_form(&typed), visit.l.t(reason)).await;
            }
        };
        store::moderation::correct(&mut c, dialogue, id, &text, visit.now).await?
    };
    c.commit().await?;
    if touched == 0 {
        return form(&visit, StatusCode::CONFLICT, for_form(&typed), visit.l.t("entry-answered")).await;
    }
    changed(&visit, &question)?;
    let done = if withdraws { "taken-back" } else { "corrected" };
    page::go(&format!("{}?done={done}&question={}", address(&visit, "/entry")?, encoded(typed.get("question"))))
}

/// Only the question: the corrected text does not belong into the field for a new one.
fn for_form(typed: &Typed) -> Typed {
    Typed(vec![("question".to_owned(), typed.get("question").to_owned())])
}
