//! A reader tells the moderators about a contribution.

use super::propose::wording;
use super::{Answer, Problem, Visit, page};
use crate::store;
use axum::extract::{Form, Path};

/// Reports a minute from one network; a hall stays below.
const A_MINUTE: u32 = 60;

/// What the form sends.
#[derive(Debug, serde::Deserialize)]
pub struct Typed {
    perspective: String,
    reason: String,
}

/// `POST /d/{slug}/q/{reference}/report`
pub async fn tell(visit: Visit, Path((slug, reference)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let question = visit.question(&reference)?;
    let reason = wording(&typed.reason, 400)?;
    if visit.app.config.limits && !visit.app.pace.allow(&format!("report {}", visit.network), A_MINUTE, visit.now) {
        return Err(Problem::too_many("problem-too-fast"));
    }
    super::respond::answerable(&visit, question, &typed.perspective).await?;
    let dialogue = &visit.convened()?.dialogue.id;
    let participant = visit.participant.as_deref();
    let mut c = visit.write().await?;
    store::report::insert(&mut c, dialogue, "perspective", &typed.perspective, &reason, participant, visit.now).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/q/{reference}?done=reported"))
}
