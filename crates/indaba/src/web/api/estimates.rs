//! Estimates of a question: read, answered, withdrawn.

use super::super::{Answer, Visit, estimates};
use super::once::begin;
use super::{answer, participant, question, read};
use crate::estimate::{self, Camps, Shown, Spread};
use crate::store;
use crate::words::Attribution;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct One {
    id: String,
    text: String,
    lang: String,
    unit: String,
    least: f64,
    most: f64,
    state: String,
    /// One's own answer that counts.
    mine: Option<Numbers>,
    /// None until one has answered, where one can.
    answers: Option<Answers>,
}

#[derive(Serialize)]
struct Numbers {
    low: Option<f64>,
    best: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct Answers {
    all: Option<Spread>,
    first: Option<Spread>,
    camps: Option<Camps>,
    blocs: Vec<Bloc>,
    /// Nothing is told about fewer.
    limit: usize,
}

#[derive(Serialize)]
struct Bloc {
    id: String,
    spread: Option<Spread>,
}

#[derive(Serialize)]
struct List {
    estimates: Vec<One>,
}

/// `GET /api/v1/questions/{question_id}/estimates`
pub async fn list(visit: Visit, Path(id): Path<String>) -> Answer {
    let question = question(&visit, &id)?;
    let convened = visit.convened()?;
    crate::live::estimates::renew(&visit.app.db, convened, &question.id, visit.now).await?;
    let mut c = visit.read().await?;
    let figures = estimate::figures(&mut c, convened, &question.id, visit.audience()).await?;
    let mine = match &visit.participant {
        Some(who) => store::estimate::of_participant(&mut c, &convened.dialogue.id, &question.id, who).await?,
        None => Vec::new(),
    };
    let may_answer = estimates::may_answer(&visit);
    let estimates = figures.into_iter().map(|f| {
        let own = mine.iter().rfind(|a| a.estimate_id == f.estimate.id).filter(|a| a.best.is_some());
        let sees = own.is_some() || !may_answer || f.estimate.state == "closed";
        One {
            mine: own.map(|a| Numbers { low: a.low, best: a.best, high: a.high }),
            answers: sees.then(|| answers(&f)),
            id: f.estimate.id,
            text: f.estimate.text,
            lang: f.estimate.lang,
            unit: f.estimate.unit,
            least: f.estimate.least,
            most: f.estimate.most,
            state: f.estimate.state,
        }
    });
    answer(StatusCode::OK, &List { estimates: estimates.collect() })
}

fn answers(f: &Shown) -> Answers {
    Answers {
        all: f.all,
        first: f.first,
        camps: f.camps,
        blocs: f.blocs.iter().map(|b| Bloc { id: b.id.clone(), spread: b.spread }).collect(),
        limit: f.limit,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    low: f64,
    best: f64,
    high: f64,
    #[serde(default)]
    reason: String,
    attribution: Option<Attribution>,
}

/// `PUT /api/v1/questions/{question_id}/estimates/{estimate}/answer`: answers, or answers again.
pub async fn put(visit: Visit, Path((_, id)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Given = read(&body)?;
    let estimate = estimates::open(&visit, &id).await?;
    let numbers = [asked.low, asked.best, asked.high];
    estimates::fits(&estimate, numbers)?;
    let who = participant(&visit).await?;
    let attribution = asked.attribution.map_or("", Attribution::as_str);
    let given = estimates::given(&visit, &estimate, &who, Some(numbers), asked.reason.trim(), attribution)?;
    let mut begun = begin!(&visit, "PUT", &headers, &body);
    store::estimate::answer(&mut begun.c, &given).await?;
    begun.end(&visit, StatusCode::OK, &Numbers { low: given.low, best: given.best, high: given.high }).await
}

/// `DELETE /api/v1/questions/{question_id}/estimates/{estimate}/answer`
pub async fn delete(visit: Visit, Path((_, id)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let estimate = estimates::open(&visit, &id).await?;
    let who = participant(&visit).await?;
    let given = estimates::given(&visit, &estimate, &who, None, "", "")?;
    let mut begun = begin!(&visit, "DELETE", &headers, b"");
    store::estimate::answer(&mut begun.c, &given).await?;
    begun.end_empty(&visit).await
}
