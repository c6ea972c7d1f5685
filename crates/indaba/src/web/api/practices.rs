//! Practices: found and read.

use super::super::practices::{author, named, text_of};
use super::super::{Answer, Problem, Visit};
use super::{answer, time};
use crate::attribution::Labels;
use crate::practice::Record;
use crate::practice::file::{self, Row};
use crate::store;
use crate::store::practice::{Filter, LISTED, Practice};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Serialize)]
struct Shown {
    number: i64,
    /// As in `practices.json`.
    practice: Value,
    /// What may be said of who submitted it, in the language of the answer.
    author: String,
    /// The perspectives by which one responds to it, with their questions.
    perspectives: Vec<Carrier>,
    published_at: Option<String>,
}

#[derive(Serialize)]
struct Carrier {
    question: String,
    perspective: String,
}

#[derive(Serialize)]
struct List {
    practices: Vec<Shown>,
    /// `after` of the next page; none on the last.
    next: Option<i64>,
}

/// What is asked for; empty parts ask for any.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    workshop: String,
    country: String,
    grade: String,
    #[serde(rename = "in")]
    lang: String,
    from: String,
}

/// `GET /api/v1/dialogues/{slug}/practices?q=&workshop=&country=&grade=&in=&from=`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let whole = |text: &str, name: &'static str| match text {
        "" => Ok(0),
        text => text.parse::<i64>().map_err(|_| Problem::bad("api-number").with("name", name)),
    };
    let from = whole(&asked.from, "from")?.clamp(0, 1_000_000);
    let filter = Filter {
        words: asked.q.to_lowercase(),
        workshop: whole(&asked.workshop, "workshop")?,
        country: asked.country.chars().filter(char::is_ascii_digit).collect(),
        grade: asked.grade,
        lang: asked.lang,
        state: "published".to_owned(),
        ..Filter::default()
    };
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, visit.convened()?).await?;
    let mut found = store::practice::list(&mut c, dialogue, &filter, from).await?;
    let more = found.len() as i64 > LISTED;
    found.truncate(LISTED as usize);
    let under = store::practice_place::under(&mut c, dialogue, "").await?;
    let practices = found.iter().map(|p| shown(&visit, &labels, &under, p)).collect();
    answer(StatusCode::OK, &List { practices, next: more.then_some(from + LISTED) })
}

fn shown(visit: &Visit, labels: &Labels, under: &[store::practice_place::Under], p: &Practice) -> Shown {
    let record: Record = text_of(visit, p);
    let carriers = under.iter().filter(|u| u.id == p.id);
    Shown {
        number: p.number,
        practice: file::value(&Row {
            number: p.number.to_string(),
            state: "published".to_owned(),
            grade: p.grade.clone(),
            reviewed: p.reviewed.clone(),
            attribution: p.attribution.to_string(),
            delegation: named(labels, p),
            record,
        }),
        author: author(visit, labels, p),
        perspectives: carriers
            .map(|u| Carrier { question: u.question_id.clone(), perspective: u.perspective_id.clone() })
            .collect(),
        published_at: p.published_at.map(time),
    }
}

/// `GET /api/v1/dialogues/{slug}/practices/{practice}`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>) -> Answer {
    let convened = visit.convened()?;
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let mut c = visit.read().await?;
    let found = store::practice::by_number(&mut c, &convened.dialogue.id, number).await?;
    let p = found.filter(Practice::is_public).ok_or_else(Problem::not_found)?;
    let labels = Labels::load(&mut c, convened).await?;
    let under = store::practice_place::under(&mut c, &convened.dialogue.id, "").await?;
    answer(StatusCode::OK, &shown(&visit, &labels, &under, &p))
}
