//! Home: which dialogues there are.

use super::page::{self, Page, Tab, state_words};
use super::secretariat::Typed;
use super::{Answer, Visit};
use crate::access::{Action, allows};
use crate::lang::dir_of;
use crate::store::{self, dialogue::Dialogue};
use crate::words::{DialogueState, Participation};
use askama::Template;
use axum::extract::Query;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    dialogues: Vec<Row>,
    may_open: bool,
    done: String,
}

struct Row {
    slug: String,
    title: String,
    lang: String,
    dir: &'static str,
    state: String,
    participation: Participation,
    simulated: bool,
}

/// `GET /`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let all = store::dialogue::all(&mut visit.read().await?).await?;
    let hidden = |d: &Dialogue| d.state == DialogueState::Preparing && !visit.role.runs();
    page::show(&Home {
        done: if asked.get("done") == "erased" { visit.l.t("home-erased") } else { String::new() },
        dialogues: all.into_iter().filter(|d| !hidden(d)).map(|d| row(&visit, d)).collect(),
        may_open: allows(visit.role, Action::OpenDialogue),
        page: Page::new(&visit, visit.l.t("home-title"), Tab::None),
    })
}

fn row(visit: &Visit, d: Dialogue) -> Row {
    Row {
        state: state_words(visit.l, &d, visit.now),
        dir: dir_of(&d.lang),
        slug: d.slug,
        title: d.title,
        lang: d.lang,
        participation: d.participation,
        simulated: d.simulated,
    }
}
