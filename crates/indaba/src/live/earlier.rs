//! Earlier landscapes of a question, to set beside the present one: for the secretariat as it stood at any moment, for
//! everybody else as it was published.
//!
//! The difference of two results tells more than either. Hence those who see what was published compare what was published,
//! as it was shown then, and no other moment; and where closing brought forward what else would have had to wait, what was
//! shown before of these perspectives is not set beside it. Whoever looked at every publication has seen all of this.

use super::landscape::{self, Audience, PATIENCE};
use super::shown::Computed;
use crate::app::{App, Convened};
use crate::cores;
use crate::store::published_landscape::{self, Published};
use crate::store::question::Question;
use crate::store::{Conn, Db, Moment, Stored, response};
use ::landscape::{Landscape, Options, indaba, suppress};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So many landscapes are kept of a question for an audience; of more, the one that lies nearest to its neighbours goes.
const KEPT: usize = 24;
/// So long a landscape of the past is taken as known, whatever is answered meanwhile.
const FRESH: Duration = Duration::from_secs(30);

/// A landscape of an earlier moment.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// When.
    pub at: Moment,
    /// From how many responses.
    pub responses: i64,
    /// By how many participants.
    pub participants: i64,
    /// What may be shown of it.
    pub landscape: Landscape,
    /// Something of it is not set beside the present one, as the difference would be about few.
    pub withheld: bool,
}

/// Reads a moment as it is typed or as a browser's field has it: a date, with or without a time, UTC where no zone is said.
pub fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let read = |zone: &str| format!("{text}{zone}").parse::<jiff::Timestamp>().ok();
    ["", "Z", "T00:00Z"].into_iter().find_map(read).map(jiff::Timestamp::as_millisecond)
}

/// Keeps what an audience is shown from now on, once for each publication.
pub(super) async fn keep(db: &Db, question: &str, audience: Audience, limit: u32, computed: &Computed) -> Stored<()> {
    let shown = computed.shown(limit).figures;
    if computed.basis.at == 0 || shown.statements.iter().all(|s| s.agree.is_none()) {
        return Ok(());
    }
    let known = published_landscape::moments(&mut db.read().await?, question, audience.as_str(), 0).await?;
    if known.contains(&computed.basis.at) {
        return Ok(());
    }
    let published = Published {
        at: computed.basis.at,
        disclosure: limit.into(),
        responses: computed.basis.responses,
        participants: computed.participants(),
        outline: shown.outline().to_json(),
    };
    let mut c = db.write().await?;
    published_landscape::keep(&mut c, question, audience.as_str(), &published).await?;
    if let Some(moment) = nearest(known, computed.basis.at) {
        published_landscape::forget(&mut c, question, audience.as_str(), moment).await?;
    }
    c.commit().await
}

/// Which moment is missed least where they are too many: never the first or the last.
fn nearest(mut moments: Vec<Moment>, new: Moment) -> Option<Moment> {
    moments.push(new);
    moments.sort_unstable();
    let between = moments.windows(3).min_by_key(|near| near[2] - near[0]).map(|near| near[1]);
    between.filter(|_| moments.len() > KEPT)
}

/// When landscapes were published for an audience that may still be shown, before a moment.
pub async fn moments(
    c: &mut Conn,
    question: &str,
    audience: Audience,
    limit: u32,
    before: Moment,
) -> Stored<Vec<Moment>> {
    let all = published_landscape::moments(c, question, audience.as_str(), limit.into()).await?;
    Ok(all.into_iter().filter(|at| *at < before).collect())
}

/// What an audience was shown at one of these moments, as far as it may be set beside what is shown now.
pub async fn published(
    c: &mut Conn,
    question: &str,
    audience: Audience,
    limit: u32,
    at: Moment,
    now: &Computed,
) -> anyhow::Result<Option<Earlier>> {
    let Some(kept) = published_landscape::at(c, question, audience.as_str(), at).await? else { return Ok(None) };
    let hurried = published_landscape::hurried_since(c, question, audience.as_str(), at).await?;
    let mut landscape = Landscape::from_json(&kept.outline)?;
    landscape.statements.retain(|s| hurried.binary_search(&s.id).is_err());
    if !hurried.is_empty() && now.participants().abs_diff(kept.participants) < u64::from(limit) {
        landscape.groups.clear();
    }
    let Published { at, responses, participants, .. } = kept;
    Ok(Some(Earlier { at, responses, participants, landscape, withheld: !hurried.is_empty() }))
}

/// The landscape of the past that was computed last; held while another one is.
pub(super) type Last = tokio::sync::Mutex<Option<Stood>>;

/// A landscape as it stood, and of what.
#[derive(Debug)]
pub(super) struct Stood {
    question: String,
    stamp: response::Stamp,
    made: Instant,
    earlier: Arc<Earlier>,
}

/// The landscape as it stood at a moment, with the perspectives, blocs and participants that count today; none where that
/// takes longer than a page waits: it goes on meanwhile. For the secretariat alone.
pub async fn stood(
    app: &Arc<App>,
    convened: &Arc<Convened>,
    question: &Question,
    at: Moment,
) -> anyhow::Result<Option<Arc<Earlier>>> {
    let (app, convened, question) = (Arc::clone(app), Arc::clone(convened), question.id.clone());
    let work = tokio::spawn(async move { computed(&app, &convened, &question, at).await });
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(done) => Ok(Some(done??)),
        Err(_) => Ok(None),
    }
}

async fn computed(app: &App, convened: &Convened, question: &str, at: Moment) -> anyhow::Result<Arc<Earlier>> {
    let mut last = app.live.landscapes().past.lock().await;
    let mut c = app.db.read().await?;
    let stamp = response::stamp(&mut c, &convened.dialogue.id, question).await?;
    let same = |s: &&Stood| s.question == question && s.earlier.at == at;
    let known = last.as_ref().filter(same).filter(|s| s.stamp == stamp || s.made.elapsed() < FRESH);
    if let Some(known) = known {
        return Ok(Arc::clone(&known.earlier));
    }
    let material = landscape::material_at(&mut c, &convened.dialogue.id, question, at).await?;
    drop(c);
    let limit = Audience::Secretariat.limit(&convened.settings);
    let earlier = tokio::task::spawn_blocking(move || {
        let options = Options { blocs: material.blocs, threads: cores::all(), ..Options::default() };
        let (responses, participants) = (material.votes.len() as i64, material.votes.participants().len() as i64);
        let whole = indaba(&material.votes, &material.statements, &options);
        Earlier { at, responses, participants, landscape: suppress(&whole, limit as usize), withheld: false }
    });
    let earlier = Arc::new(earlier.await?);
    *last = Some(Stood { question: question.to_owned(), stamp, made: Instant::now(), earlier: Arc::clone(&earlier) });
    Ok(earlier)
}
