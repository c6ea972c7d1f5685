//! Unofficial translations beside the original.

use super::propose::{language, wording};
use super::{Answer, Problem, Visit, page};
use crate::store;
use crate::store::translation::Translation;
use axum::extract::{Form, Path};

/// A translation may be longer than what it translates.
const LONGEST: usize = 1_200;

/// What the form sends.
#[derive(Debug, serde::Deserialize)]
pub struct Typed {
    /// The perspective; empty for the question itself.
    #[serde(default)]
    object: String,
    lang: String,
    text: String,
    /// The tool that made it; empty for the person.
    #[serde(default)]
    tool: String,
}

/// `POST /d/{slug}/q/{reference}/translate`
pub async fn enter(visit: Visit, Path((slug, reference)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    let question = visit.question(&reference)?;
    let (kind, id, original) = match typed.object.as_str() {
        "" => ("question", question.id.clone(), question.lang.clone()),
        id => {
            let board = visit.app.board(&question.id).await?;
            let p = board.perspectives.iter().find(|p| p.id == id && super::question::open_to_all(p));
            let p = p.ok_or_else(Problem::not_found)?;
            ("perspective", p.id.clone(), p.lang.clone())
        }
    };
    let lang = language(&typed.lang)?;
    if lang == original {
        return Err(Problem::bad("problem-same-language"));
    }
    let tool = typed.tool.trim();
    let translation = Translation {
        id: store::new_id(),
        object_kind: kind.to_owned(),
        object_id: id,
        lang,
        text: wording(&typed.text, LONGEST)?,
        entered_by: if tool.is_empty() { "person".to_owned() } else { wording(tool, 80)? },
        created_at: visit.now,
    };
    let mut c = visit.write().await?;
    store::translation::put(&mut c, &convened.dialogue.id, &translation).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/q/{reference}?done=translated"))
}
