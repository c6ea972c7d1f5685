//! What has moved in the landscape of a question since an earlier moment.

use super::landscape::{answer, suppressed, texts};
use super::page::{Page, Tab};
use super::{Answer, Problem, Visit};
use crate::lang::L;
use crate::live::earlier::{self, Earlier};
use crate::live::landscape::{Audience, PATIENCE, within};
use crate::live::shown::Computed;
use crate::report_landscape::{Point, SinceView};
use crate::store::question::Question;
use crate::store::{Moment, response};
use askama::Template;
use axum::extract::{Path, Query};
use std::sync::Arc;

/// With what the present landscape can be compared.
enum Choice {
    /// There is nothing earlier.
    Nothing,
    /// With one of these publications: moment, the same in words, and whether it is shown.
    Published(Vec<(String, String, bool)>),
    /// With any moment between two.
    Any { value: String, first: String, last: String },
}

#[derive(Template)]
#[template(path = "landscape_since.html")]
struct SincePage {
    page: Page,
    l: L,
    choice: Choice,
    /// None where there is nothing to compare, or not yet.
    s: Option<SinceView>,
    computing: bool,
    at: String,
    reference: String,
    text: String,
    lang: String,
}

/// What a page was asked for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    /// The earlier moment, UTC.
    #[serde(default)]
    at: String,
}

impl Asked {
    /// The moment; none where none was asked for.
    fn moment(&self) -> Result<Option<Moment>, Problem> {
        if self.at.trim().is_empty() {
            return Ok(None);
        }
        earlier::moment(&self.at).map(Some).ok_or_else(|| Problem::bad("landscape-since-no-time"))
    }
}

/// What is set beside the present landscape: it, or that it is being computed.
struct Beside {
    choice: Choice,
    earlier: Option<Arc<Earlier>>,
    computing: bool,
}

/// `GET /d/{slug}/q/{reference}/landscape/since`
pub async fn show(visit: Visit, Path((slug, reference)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let question = visit.question(&reference)?.clone();
    let wanted = asked.moment()?;
    let convened = visit.dialogue.as_ref().ok_or_else(Problem::not_found)?;
    let now = within(PATIENCE, &visit.app, convened, &question, visit.audience()).await?;
    let beside = match &now {
        None => Beside { choice: Choice::Nothing, earlier: None, computing: true },
        Some(_) if visit.audience() == Audience::Secretariat => as_it_stood(&visit, &question, wanted).await?,
        Some(now) => published(&visit, &question, wanted, now).await?,
    };
    let s = match (&now, beside.earlier) {
        (Some(now), Some(earlier)) => Some(compared(&visit, &question, &earlier, now).await?),
        _ => None,
    };
    let room = SincePage {
        l: visit.l,
        choice: beside.choice,
        s,
        computing: beside.computing,
        at: format!("/d/{slug}/q/{reference}"),
        reference,
        text: question.text,
        lang: question.lang,
        page: Page::new(&visit, visit.l.t("landscape-since-title"), Tab::Questions),
    };
    answer(&room, room.computing)
}

/// Whoever is shown what was published compares what was published: the last before the moment, else the first of all.
async fn published(
    visit: &Visit,
    question: &Question,
    wanted: Option<Moment>,
    now: &Computed,
) -> Result<Beside, Problem> {
    let (audience, limit) = (visit.audience(), visit.audience().limit(&visit.convened()?.settings));
    let mut c = visit.read().await?;
    let moments = earlier::moments(&mut c, &question.id, audience, limit, now.basis.at).await?;
    let asked = moments.iter().rfind(|at| wanted.is_some_and(|wanted| **at <= wanted));
    let Some(chosen) = asked.or(moments.first()).copied() else {
        return Ok(Beside { choice: Choice::Nothing, earlier: None, computing: false });
    };
    let earlier = earlier::published(&mut c, &question.id, audience, limit, chosen, now).await?;
    let option = |at: &Moment| (stamp(*at), visit.l.at(at), *at == chosen);
    let choice = Choice::Published(moments.iter().map(option).collect());
    Ok(Beside { choice, earlier: earlier.map(Arc::new), computing: false })
}

/// The secretariat compares with any moment; with the one when half of it all had been said, unless it asks for another.
async fn as_it_stood(visit: &Visit, question: &Question, wanted: Option<Moment>) -> Result<Beside, Problem> {
    let Some((first, middle)) = response::first_and_middle(&mut visit.read().await?, &question.id).await? else {
        return Ok(Beside { choice: Choice::Nothing, earlier: None, computing: false });
    };
    let convened = visit.dialogue.as_ref().ok_or_else(Problem::not_found)?;
    // A field for a time has minutes: the whole of the minute in which it was.
    let minute = |at: Moment| at.div_euclid(60_000) * 60_000;
    let at = wanted.unwrap_or_else(|| minute(middle) + 60_000);
    let field = |at: Moment| stamp(minute(at)).get(..16).unwrap_or_default().to_owned();
    let choice = Choice::Any { value: field(at), first: field(first), last: field(visit.now) };
    let earlier = earlier::stood(&visit.app, convened, question, at).await?;
    Ok(Beside { choice, computing: earlier.is_none(), earlier })
}

async fn compared(
    visit: &Visit,
    question: &Question,
    earlier: &Earlier,
    now: &Arc<Computed>,
) -> Result<SinceView, Problem> {
    let (l, limit) = (visit.l, visit.audience().limit(&visit.convened()?.settings));
    let texts = texts(&visit.app, &question.id).await?;
    let shown = suppressed(now, limit).await?;
    // Who was where is known to the secretariat alone: its groups of then are called as those that they are now.
    let named = earlier.landscape.clone().named(&shown.map.members());
    let before = Point {
        label: l.at(&earlier.at),
        landscape: &named,
        responses: Some(earlier.responses),
        participants: Some(earlier.participants),
    };
    let now = Point {
        label: l.at(&now.basis.at),
        landscape: &shown.map,
        responses: Some(now.basis.responses),
        participants: Some(now.participants()),
    };
    let how = if visit.audience() == Audience::Secretariat { "landscape-since-stood" } else { "landscape-since-shown" };
    let withheld = earlier.withheld.then(|| l.t1("landscape-since-withheld", "k", limit));
    Ok(SinceView::new(l, &texts, &before, &now, [l.t(how)].into_iter().chain(withheld).collect()))
}

/// A moment as an address has it.
fn stamp(at: Moment) -> String {
    jiff::Timestamp::from_millisecond(at).map(|at| format!("{at:.3}")).unwrap_or_default()
}
