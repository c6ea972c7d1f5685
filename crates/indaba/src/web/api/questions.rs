//! What a participant is shown next under a question.

use super::super::question::{choose, open_to_all};
use super::super::{Answer, Visit};
use super::perspectives::Shown;
use super::{answer, question};
use crate::attribution::Labels;
use crate::store;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Serialize;
use std::collections::HashSet;

#[derive(Serialize)]
struct Next {
    /// None when nothing is left to respond to.
    perspective: Option<Shown>,
    answered: usize,
    left: usize,
}

/// `GET /api/v1/questions/{question_id}/next`
pub async fn next(visit: Visit, Path(id): Path<String>) -> Answer {
    let question = question(&visit, &id)?;
    let board = visit.app.board(&question.id).await?;
    let mut c = visit.read().await?;
    let mine = match &visit.participant {
        Some(participant) => store::response::of_participant(&mut c, participant, &question.id).await?,
        None => Vec::new(),
    };
    let labels = Labels::load(&mut c, visit.convened()?).await?;
    let answered: HashSet<&str> = mine.iter().map(|r| r.perspective_id.as_str()).collect();
    let open = |p: &&store::perspective::Perspective| {
        let own = p.author_id.is_some() && p.author_id == visit.participant;
        open_to_all(p) && !own && !answered.contains(p.id.as_str())
    };
    let left = board.perspectives.iter().filter(open).count();
    let next = choose(&visit, &board, &answered, &HashSet::new());
    let perspective = next.map(|p| Shown::new(visit.l, &labels, p));
    answer(StatusCode::OK, &Next { perspective, answered: answered.len(), left })
}
