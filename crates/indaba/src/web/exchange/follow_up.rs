//! Three, six and twelve months after the work began the host says how it went: is it used, did the counterpart learn.

use super::super::secretariat::Choice;
use super::super::{Answer, Problem, Visit};
use super::introductions::table;
use super::{Typed, address, country_of, page};
use crate::access::{Action, allows};
use crate::exchange::steps::Table;
use crate::exchange::words::Extent;
use crate::introduction::{Actor, FOLLOW_UPS, follow_up_due};
use crate::lang::L;
use crate::store::need::Need;
use crate::store::outcome::{FollowUp, Outcome};
use crate::store::{self, Conn};
use crate::words::split;
use axum::Form;
use axum::extract::Path;
use std::collections::BTreeMap;

/// `(month, used, learned, text, its language)`.
pub type Said = (i64, String, String, String, String);

/// What is asked now, and what was said.
pub struct Report {
    /// The month asked about; none while nothing is due, or for anybody but the host.
    pub due: Option<i64>,
    /// What was said, by month.
    pub said: Vec<Said>,
    /// Answers to choose from.
    pub extents: Vec<Choice>,
}

/// The follow-ups of an introduction; none before the work began, or for whoever it is not for.
pub(super) async fn report(visit: &Visit, c: &mut Conn, table: &Table) -> Result<Option<Report>, Problem> {
    if table.it.started_at.is_none() || table.actor == Actor::Offer {
        return Ok(None);
    }
    let all = store::outcome::follow_ups(c, &visit.convened()?.dialogue.id).await?;
    let of_this: Vec<FollowUp> = all.into_iter().filter(|f| f.introduction_id == table.it.id).collect();
    let months: Vec<i64> = of_this.iter().map(|f| f.month).collect();
    let l = visit.l;
    Ok(Some(Report {
        due: follow_up_due(table.it.started_at, &months, visit.now).filter(|_| table.actor == Actor::Host),
        said: of_this.into_iter().map(|f| said(l, f)).collect(),
        extents: Extent::ALL.iter().map(|e| Choice::new(l, e.as_str(), l.w("extent", e), "")).collect(),
    }))
}

fn said(l: L, f: FollowUp) -> Said {
    (f.month, l.w("extent", f.used), l.w("extent", f.learned), f.text, f.lang)
}

/// What came of a need, as its page tells it.
#[derive(Default)]
pub struct CameOfIt {
    /// For its host and the broker.
    pub said: Vec<Said>,
    /// For everybody else: how much of it is in use; empty while nothing was said.
    pub told: String,
}

/// What hosts said of a need's engagements. The host and the broker read it as it was said, a broker who speaks for a
/// country nothing of an offer that is hidden from it; everybody else a count that leaves out, as every public count,
/// each offer that is hidden from anybody.
pub(super) async fn came_of_it(visit: &Visit, c: &mut Conn, need: &Need, own: bool) -> Result<CameOfIt, Problem> {
    let (l, broker) = (visit.l, allows(visit.role, Action::Broker));
    let outcomes = store::outcome::outcomes(c, &need.id).await?;
    if own || broker {
        let country = if own { String::new() } else { country_of(visit, c).await? };
        let shown = |o: &Outcome| country.is_empty() || split(&o.hidden_from).all(|hidden| hidden != country);
        let said = outcomes.into_iter().filter(shown).map(|o| said(l, o.said)).collect();
        return Ok(CameOfIt { said, told: String::new() });
    }
    let public = outcomes.into_iter().filter(|o| o.hidden_from.is_empty());
    // In the order of their months: the last word on each engagement counts.
    let last: BTreeMap<String, String> = public.map(|o| (o.said.introduction_id, o.said.used)).collect();
    let used = last.values().filter(|used| matches!(used.as_str(), "yes" | "partly")).count();
    let told = if last.is_empty() { String::new() } else { l.t2("need-outcome", "n", last.len(), "used", used) };
    Ok(CameOfIt { said: Vec::new(), told })
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
    store::outcome::follow_up(&mut c, &said).await?;
    c.commit().await?;
    page::go(&address(&visit, &format!("/introductions/{id}"))?)
}

/// The months before one: answered or not, they do not keep a later one from being answered.
fn before(month: i64) -> Vec<i64> {
    FOLLOW_UPS.into_iter().filter(|earlier| *earlier < month).collect()
}
