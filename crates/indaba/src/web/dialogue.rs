//! A dialogue's own page: the paper as the spine, and how far each question is.

use super::page::{self, Page, Tab, state_words};
use super::secretariat::settings;
use super::{Answer, Problem, Visit};
use crate::app::Convened;
use crate::lang::dir_of;
use crate::store::notice::Notice;
use crate::store::{self, question::Progress};
use askama::Template;
use axum::extract::{Path, Query};
use std::collections::{HashMap, HashSet};

pub use super::open::{confirm, open_form, read_paper};

/// Changes of the rules stand on the page for two weeks.
const TOLD: store::Moment = 14 * 24 * 3_600_000;

#[derive(Template)]
#[template(path = "dialogue.html")]
struct Paper {
    page: Page,
    lang: String,
    dir: &'static str,
    state: String,
    symbol: String,
    preamble: Vec<Line>,
    sections: Vec<Section>,
    closing: Vec<Line>,
    notices: Vec<(String, String)>,
}

/// A workshop with its paragraphs and questions.
struct Section {
    number: i64,
    title: String,
    lines: Vec<Line>,
    questions: Vec<Asked>,
}

/// A paragraph with how much was said on it.
struct Line {
    number: String,
    text: String,
    said: i64,
}

struct Asked {
    reference: String,
    text: String,
    lang: String,
    dir: &'static str,
    perspectives: i64,
    responses: i64,
    delegations: i64,
}

/// `GET /d/{slug}`
pub async fn show(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let progress = visit.app.progress(&convened.dialogue.id).await?;
    let mut c = visit.read().await?;
    let said: HashMap<String, i64> =
        store::perspective::by_paragraph(&mut c, &convened.dialogue.id).await?.into_iter().collect();
    let since = visit.now - TOLD;
    let notices = store::notice::recent(&mut c, &convened.dialogue.id, since).await?;
    let lines = |paragraphs: &[papers::Paragraph]| paragraphs.iter().map(|p| line(p, &said)).collect::<Vec<_>>();
    page::show(&Paper {
        lang: convened.dialogue.lang.clone(),
        dir: dir_of(&convened.dialogue.lang),
        state: state_words(visit.l, &convened.dialogue, visit.now),
        symbol: convened.paper.symbol.clone().unwrap_or_default(),
        preamble: lines(&convened.paper.preamble),
        sections: sections(convened, &progress, &lines),
        closing: lines(&convened.paper.closing),
        notices: standing(notices).iter().map(|n| (settings::words(visit.l, n), visit.l.day(&n.at))).collect(),
        page: Page::new(&visit, convened.dialogue.title.clone(), Tab::Paper),
    })
}

/// The newest notice of each matter: an earlier closing time, told beside the one that holds, contradicts it.
fn standing(mut notices: Vec<Notice>) -> Vec<Notice> {
    let mut told = HashSet::new();
    notices.retain(|notice| {
        let number = notice.detail.split(' ').next().unwrap_or_default();
        let each = matches!(notice.kind.as_str(), "decision" | "package");
        told.insert((notice.kind.clone(), each.then(|| number.to_owned())))
    });
    notices
}

fn line(paragraph: &papers::Paragraph, said: &HashMap<String, i64>) -> Line {
    Line {
        number: paragraph.number.clone(),
        text: paragraph.text.clone(),
        said: said.get(&paragraph.number).copied().unwrap_or(0),
    }
}

fn sections(
    convened: &Convened,
    progress: &[Progress],
    lines: &dyn Fn(&[papers::Paragraph]) -> Vec<Line>,
) -> Vec<Section> {
    convened
        .workshops
        .iter()
        .zip(&convened.paper.workshops)
        .map(|(workshop, printed)| Section {
            number: workshop.number,
            title: workshop.title.clone(),
            lines: lines(&printed.paragraphs),
            questions: convened
                .questions
                .iter()
                .filter(|q| q.workshop_id == workshop.id && q.state == "published")
                .map(|q| asked(q, progress))
                .collect(),
        })
        .collect()
}

fn asked(q: &store::question::Question, progress: &[Progress]) -> Asked {
    let how_far = progress.iter().find(|p| p.question_id == q.id).cloned().unwrap_or_default();
    Asked {
        reference: q.reference.clone(),
        text: q.text.clone(),
        lang: q.lang.clone(),
        dir: dir_of(&q.lang),
        perspectives: how_far.perspectives,
        responses: how_far.responses,
        delegations: how_far.delegations,
    }
}

#[derive(Template)]
#[template(path = "paragraph.html")]
struct OnParagraph {
    page: Page,
    lang: String,
    dir: &'static str,
    number: String,
    text: String,
    done: String,
    said: Vec<Said>,
}

struct Said {
    reference: String,
    text: String,
    lang: String,
    dir: &'static str,
}

/// `GET /d/{slug}/p/{number}`: a paragraph and what was said on it.
pub async fn paragraph(
    visit: Visit,
    Path((_, number)): Path<(String, String)>,
    Query(asked): Query<super::question::Asked>,
) -> Answer {
    let convened = visit.convened()?;
    let paragraph = convened.paragraph(&number).ok_or_else(Problem::not_found)?;
    let mut c = visit.read().await?;
    let found = store::perspective::on_paragraph(&mut c, &convened.dialogue.id, &number).await?;
    let title = visit.l.t1("paragraph-title", "number", &number);
    let said = found.into_iter().filter_map(|p| {
        let question = convened.question_by_id(&p.question_id)?;
        Some(Said { reference: question.reference.clone(), text: p.text, dir: dir_of(&p.lang), lang: p.lang })
    });
    page::show(&OnParagraph {
        lang: convened.dialogue.lang.clone(),
        dir: dir_of(&convened.dialogue.lang),
        text: paragraph.text.clone(),
        number,
        done: super::question::done(visit.l, &asked.done),
        said: said.collect(),
        page: Page::new(&visit, title, Tab::Paper),
    })
}
