//! Three, six and twelve months after the work began the host says how it went: is it used, did the counterpart learn.

use super::super::secretariat::Choice;
use super::super::{Answer, Problem, Visit};
use super::introductions::table;
use super::{Typed, address, page};
use crate::exchange::steps::Table;
use crate::exchange::words::Extent;
use crate::introduction::{Actor, FOLLOW_UPS, follow_up_due};
use crate::store::introduction::FollowUp;
use crate::store::{self, Conn};
use axum::Form;
use axum::extract::Path;

/// What is asked now, and what was said.
pub struct Report {
    /// The month asked about; none while nothing is due, or for anybody but the host.
    pub due: Option<i64>,
    /// `(month, used, learned, text, its language)`.
    pub said: Vec<(i64, String, String, String, String)>,
    /// Answers to choose from.
    pub extents: Vec<Choice>,
}

/// The follow-ups of an introduction; none before the work began, or for whoever it is not for.
pub(super) async fn report(visit: &Visit, c: &mut Conn, table: &Table) -> Result<Option<Report>, Problem> {
    if table.it.started_at.is_none() || table.actor == Actor::Offer {
        return Ok(None);
    }
    let all = store::introduction::follow_ups(c, &visit.convened()?.dialogue.id).await?;
    let of_this: Vec<FollowUp> = all.into_iter().filter(|f| f.introduction_id == table.it.id).collect();
    let months: Vec<i64> = of_this.iter().map(|f| f.month).collect();
    let l = visit.l;
    let said = |f: FollowUp| (f.month, l.w("extent", f.used), l.w("extent", f.learned), f.text, f.lang);
    Ok(Some(Report {
        due: follow_up_due(table.it.started_at, &months, visit.now).filter(|_| table.actor == Actor::Host),
        said: of_this.into_iter().map(said).collect(),
        extents: Extent::ALL.iter().map(|e| Choice::new(l, e.as_str(), l.w("extent", e), "")).collect(),
    }))
}

/// `POST /d/{slug}/exchange/introductions/{id}/follow-up`
pub async fn say(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let mut c = visit.write().await?;
    let table = table(&visit, &mut c, &id).await?;
    if table.actor != Actor::Host {
        return Err(Problem::forbidden());
    }
    let extent = |name: &str| typed.get(name).parse::<Extent>().map_err(|_| Problem::bad("problem-form"));
    let month = typed.number("month").filter(|month| FOLLOW_UPS.contains(month));
    let month = month.filter(|month| follow_up_due(table.it.started_at, &before(*month), visit.now) == Some(*month));
    let said = FollowUp {
        introduction_id: table.it.id,
        month: month.ok_or_else(|| Problem::conflict("problem-follow-up-early"))?,
        used: extent("used")?.to_string(),
        learned: extent("learned")?.to_string(),
        text: typed.get("text").chars().take(2_000).collect(),
        lang: visit.l.code().to_owned(),
        at: visit.now,
    };
    store::introduction::follow_up(&mut c, &said).await?;
    c.commit().await?;
    page::go(&address(&visit, &format!("/introductions/{id}"))?)
}

/// The months before one: answered or not, they do not keep a later one from being answered.
fn before(month: i64) -> Vec<i64> {
    FOLLOW_UPS.into_iter().filter(|earlier| *earlier < month).collect()
}
