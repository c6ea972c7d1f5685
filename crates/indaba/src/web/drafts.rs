//! A delegation's own perspectives on their way: draft, cleared, published; reworded and withdrawn.

use super::page::{self, Page, Tab};
use super::propose::{LONGEST, published, wording};
use super::{Answer, Problem, Visit};
use crate::access::{Action, Role, allows};
use crate::live::News;
use crate::store;
use crate::store::perspective::Perspective;
use crate::words::{Attribution, EnteredBy, PerspectiveState};
use askama::Template;
use axum::extract::{Form, Path};

#[derive(Template)]
#[template(path = "question_drafts.html")]
struct Drafts {
    page: Page,
    home: String,
    listed: Vec<Draft>,
    may_state: bool,
    may_invite: bool,
}

struct Draft {
    id: String,
    reference: String,
    text: String,
    lang: String,
    state: PerspectiveState,
    attribution: Attribution,
    group: String,
    entered: bool,
    may_clear: bool,
    may_publish: bool,
    may_edit: bool,
    may_withdraw: bool,
}

/// `GET /d/{slug}/drafts`: for a delegation its own; for a participant what it said.
pub async fn show(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let author = visit.participant.clone().unwrap_or_default();
    let own = store::perspective::of_author(&mut visit.read().await?, &convened.dialogue.id, &author).await?;
    page::show(&Drafts {
        home: format!("/d/{}", convened.dialogue.slug),
        listed: own.into_iter().map(|p| draft(&visit, p)).collect(),
        may_state: allows(visit.role, Action::BringStatement),
        may_invite: allows(visit.role, Action::InviteMember),
        page: Page::new(&visit, visit.l.t("drafts-title"), Tab::Delegation),
    })
}

fn draft(visit: &Visit, p: Perspective) -> Draft {
    let question = visit.dialogue.as_ref().and_then(|c| c.question_by_id(&p.question_id));
    let open = visit.open().is_ok();
    Draft {
        reference: question.map(|q| q.reference.clone()).unwrap_or_default(),
        may_clear: open && can(visit, &p, "clear"),
        may_publish: open && can(visit, &p, "publish"),
        may_edit: open && can(visit, &p, "edit"),
        may_withdraw: open && can(visit, &p, "withdraw"),
        group: p.on_behalf_of.unwrap_or_default(),
        entered: p.entered_by == EnteredBy::Secretariat,
        id: p.id,
        text: p.text,
        lang: p.lang,
        state: p.state,
        attribution: p.attribution,
    }
}

/// The way of a draft in one table: who may do what in which state.
fn can(visit: &Visit, p: &Perspective, act: &str) -> bool {
    use PerspectiveState::{Cleared, Draft, Pending, Published};
    let speaks = visit.role != Role::Adviser;
    let theirs_to_correct = p.entered_by == EnteredBy::Secretariat && p.state == Published;
    match act {
        "clear" => p.state == Draft && allows(visit.role, Action::Clear),
        "publish" => match p.state {
            Cleared => matches!(visit.role, Role::Delegate | Role::Head),
            // An observer delegation need not have a head.
            Draft => matches!(visit.role, Role::Observer),
            _ => false,
        },
        "edit" => p.state == Draft || (speaks && (matches!(p.state, Cleared | Pending) || theirs_to_correct)),
        "withdraw" => p.state == Draft || (speaks && matches!(p.state, Cleared | Pending | Published)),
        _ => false,
    }
}

/// What the forms send.
#[derive(Debug, serde::Deserialize)]
pub struct Act {
    /// `clear`, `publish`, `edit` or `withdraw`.
    act: String,
    /// The new wording.
    #[serde(default)]
    text: String,
}

/// `POST /d/{slug}/drafts/{id}`
pub async fn act(visit: Visit, Path((slug, id)): Path<(String, String)>, Form(form): Form<Act>) -> Answer {
    let convened = visit.open()?;
    let mut c = visit.write().await?;
    let found = store::perspective::by_id(&mut c, &id).await?.ok_or_else(Problem::not_found)?;
    if found.author_id.is_none() || found.author_id != visit.participant {
        return Err(Problem::not_found());
    }
    if !can(&visit, &found, &form.act) {
        return Err(Problem::conflict("problem-draft-state"));
    }
    match form.act.as_str() {
        "edit" => reword(&visit, &mut c, &found, &form.text).await?,
        act => {
            let state = match act {
                "clear" => PerspectiveState::Cleared,
                "publish" => published(convened),
                _ => PerspectiveState::Withdrawn,
            };
            store::perspective::set_state(&mut c, &id, state, visit.now).await?;
        }
    }
    c.commit().await?;
    visit.app.forget(&slug, Some(&found.question_id));
    visit.app.live.tell(&found.question_id, News::Perspectives);
    page::go(&format!("/d/{slug}/drafts"))
}

/// A draft that was cleared is a draft again when it is reworded, unless the head did it.
async fn reword(visit: &Visit, c: &mut store::Conn, p: &Perspective, typed: &str) -> Result<(), Problem> {
    let text = wording(typed, LONGEST)?;
    let cleared = p.state == PerspectiveState::Cleared && !allows(visit.role, Action::Clear);
    let state = if cleared { PerspectiveState::Draft } else { p.state };
    if store::perspective::same_text(c, &p.question_id, &text, &p.id).await? {
        return Err(Problem::conflict("problem-same-text"));
    }
    if store::perspective::reword(c, &p.id, &text, state, visit.now).await? == 0 {
        return Err(Problem::conflict("problem-responded"));
    }
    Ok(())
}
