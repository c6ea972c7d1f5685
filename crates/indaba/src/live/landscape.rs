//! The landscape of a question: as it stands for the secretariat, as it was published for everybody else. Read from the
//! store, computed once however many ask, kept until something it depends on has changed.

use crate::access::{Action, Role};
use crate::app::{App, Convened};
use crate::live::shown::{Basis, Computed};
use crate::live::{News, earlier};
use crate::store::dialogue::Settings;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::{self, Conn, Moment, Stored, publication, response};
use crate::words::{Attribution, PerspectiveState};
use crate::{access, blocs, cores};
use ::landscape::{Blocs, Options, Statement, Value, Votes, indaba};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// No more than one computation of a question in this time.
const SPACING: Duration = Duration::from_secs(1);
/// So long a page waits for a landscape that is being computed.
pub const PATIENCE: Duration = Duration::from_millis(700);

/// Who looks: what is shown depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Those who run the dialogue: everything that is kept, as it stands.
    Secretariat,
    /// Delegations: what was published inside.
    Inside,
    /// Everybody: what was published in public.
    Public,
}

impl Audience {
    /// The audience that a role belongs to.
    pub const fn of(role: Role) -> Audience {
        match role {
            _ if access::allows(role, Action::SeeUnpublished) => Audience::Secretariat,
            Role::Visitor | Role::Participant => Audience::Public,
            _ => Audience::Inside,
        }
    }

    /// Its name in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Audience::Secretariat => "secretariat",
            Audience::Inside => "inside",
            Audience::Public => "public",
        }
    }

    /// Nothing is shown about fewer participants than this.
    pub const fn limit(self, settings: &Settings) -> u32 {
        match self {
            Audience::Public => settings.disclosure_public,
            Audience::Inside | Audience::Secretariat => settings.disclosure_inside,
        }
    }
}

/// What a landscape is computed from, by the ids of the store.
#[derive(Debug, Default)]
pub struct Material {
    /// Who said what.
    pub votes: Votes,
    /// What it was said to.
    pub statements: Vec<Statement>,
    /// Declared blocs.
    pub blocs: Blocs,
    /// Of those who responded: how many without a code.
    pub without_code: i64,
}

/// Landscapes that were computed.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// By question and audience.
    present: Mutex<HashMap<(String, Audience), Arc<Slot>>>,
    /// Of an earlier moment.
    pub(super) past: earlier::Last,
}

#[derive(Debug, Default)]
struct Slot {
    /// Held by the one who computes.
    turn: tokio::sync::Mutex<()>,
    last: Mutex<Option<Last>>,
}

#[derive(Debug, Clone)]
struct Last {
    computed: Arc<Computed>,
    stamp: Stamp,
    checked: Instant,
}

/// Changes when what an audience is shown does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stamp {
    Live(response::Stamp),
    Published(publication::Stamp),
}

impl Kept {
    fn slot(&self, question: &str, audience: Audience) -> Arc<Slot> {
        match self.present.lock() {
            Ok(mut slots) => Arc::clone(slots.entry((question.to_owned(), audience)).or_default()),
            Err(_) => Arc::default(),
        }
    }
}

impl Slot {
    fn last(&self) -> Option<Last> {
        self.last.lock().ok()?.clone()
    }

    fn put(&self, last: Last) {
        if let Ok(mut place) = self.last.lock() {
            *place = Some(last);
        }
    }
}

/// The landscape in public that was computed last, if there is one: for whoever can do without and must not wait.
pub fn last_known(app: &App, question: &str) -> Option<Arc<Computed>> {
    app.live.landscapes().slot(question, Audience::Public).last().map(|last| last.computed)
}

/// The landscape of a question for an audience, at most a second behind the store.
pub async fn current(
    app: &Arc<App>,
    convened: &Convened,
    question: &Question,
    audience: Audience,
) -> anyhow::Result<Arc<Computed>> {
    let slot = app.live.landscapes().slot(&question.id, audience);
    if let Some(last) = slot.last().filter(|last| last.checked.elapsed() < SPACING) {
        return Ok(last.computed);
    }
    let turn = match (slot.turn.try_lock(), slot.last()) {
        (Ok(turn), _) => turn,
        // Somebody is computing; what was true a moment ago is good enough for a page.
        (Err(_), Some(last)) => return Ok(last.computed),
        (Err(_), None) => slot.turn.lock().await,
    };
    let computed = renewed(app, convened, question, audience, &slot).await;
    drop(turn);
    computed
}

/// The same for somebody who does not wait longer than that: else the one before, or none where there is none yet. The
/// computation goes on, and whoever watches the question is told when it is done.
pub async fn within(
    patience: Duration,
    app: &Arc<App>,
    convened: &Arc<Convened>,
    question: &Question,
    audience: Audience,
) -> anyhow::Result<Option<Arc<Computed>>> {
    let (shared, all, asked) = (Arc::clone(app), Arc::clone(convened), question.clone());
    let mut work = tokio::spawn(async move { current(&shared, &all, &asked, audience).await });
    if let Ok(done) = tokio::time::timeout(patience, &mut work).await {
        return Ok(Some(done??));
    }
    let (live, id) = (app.live.clone(), question.id.clone());
    tokio::spawn(async move {
        if matches!(work.await, Ok(Ok(_))) {
            live.tell(&id, News::Landscape);
        }
    });
    Ok(app.live.landscapes().slot(&question.id, audience).last().map(|last| last.computed))
}

async fn renewed(
    app: &App,
    convened: &Convened,
    question: &Question,
    audience: Audience,
    slot: &Slot,
) -> anyhow::Result<Arc<Computed>> {
    let known = slot.last();
    if let Some(last) = known.as_ref().filter(|last| last.checked.elapsed() < SPACING) {
        return Ok(Arc::clone(&last.computed));
    }
    let (dialogue, id) = (&convened.dialogue.id, &question.id);
    if audience != Audience::Secretariat {
        app.publish(convened, question).await?;
    }
    let mut c = app.db.read().await?;
    // The stamp first: what comes between the two readings is then seen at the next look.
    let stamp = match audience {
        Audience::Secretariat => Stamp::Live(response::stamp(&mut c, dialogue, id).await?),
        Audience::Inside | Audience::Public => Stamp::Published(publication::stamp(&mut c, dialogue, id).await?),
    };
    let computed = match known {
        Some(last) if last.stamp == stamp => last.computed,
        before => {
            let before = before.map(|last| last.computed);
            let computed = Arc::new(compute(&mut c, dialogue, id, audience, before).await?);
            // Whoever asks will ask for this.
            let (ready, limit) = (Arc::clone(&computed), audience.limit(&convened.settings));
            tokio::task::spawn_blocking(move || ready.shown(limit)).await?;
            drop(c);
            if audience != Audience::Secretariat {
                earlier::keep(&app.db, id, audience, limit, &computed).await?;
            }
            computed
        }
    };
    slot.put(Last { computed: Arc::clone(&computed), stamp, checked: Instant::now() });
    Ok(computed)
}

async fn compute(
    c: &mut Conn,
    dialogue: &str,
    question: &str,
    audience: Audience,
    before: Option<Arc<Computed>>,
) -> anyhow::Result<Computed> {
    let (material, at) = match audience {
        Audience::Secretariat => (material(c, dialogue, question).await?, store::now()),
        Audience::Inside => {
            (published(c, dialogue, question, audience).await?, publication::standing(c, question).await?.inside_at)
        }
        Audience::Public => {
            (published(c, dialogue, question, audience).await?, publication::standing(c, question).await?.public_at)
        }
    };
    Ok(tokio::task::spawn_blocking(move || {
        let options = Options { blocs: material.blocs, threads: cores::all(), ..Options::default() };
        let landscape = indaba(&material.votes, &material.statements, &options);
        let basis = Basis { at, responses: material.votes.len() as i64, without_code: material.without_code };
        Computed::new(landscape, audience, basis, before.as_deref())
    })
    .await?)
}

/// Reads what the landscape of a question is computed from, as it stands.
pub async fn material(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Material> {
    let cast = response::votes(c, question).await?;
    of_votes(c, dialogue, question, &cast).await
}

/// The same as it stood at a moment, with the perspectives, blocs and participants that count today.
pub async fn material_at(c: &mut Conn, dialogue: &str, question: &str, at: Moment) -> Stored<Material> {
    let cast = response::votes_at(c, question, at).await?;
    of_votes(c, dialogue, question, &cast).await
}

async fn of_votes(c: &mut Conn, dialogue: &str, question: &str, cast: &[response::Vote]) -> Stored<Material> {
    let votes = cast.iter().map(|v| (v.participant_id.as_str(), v.perspective_id.as_str(), v.value, v.at));
    let without =
        cast.iter().filter(|v| v.without_code).map(|v| (v.participant_id.as_str(), v.perspective_id.as_str()));
    gathered(c, dialogue, question, votes, without).await
}

/// Reads what the landscape of a question is computed from, as it was published for an audience.
pub async fn published(c: &mut Conn, dialogue: &str, question: &str, audience: Audience) -> Stored<Material> {
    let mut rows = publication::of_question(c, question).await?;
    let value = |row: &publication::Published| match audience {
        Audience::Public => row.in_public,
        Audience::Inside | Audience::Secretariat => row.inside,
    };
    rows.retain(|row| value(row).is_some());
    let votes = rows.iter().filter_map(|r| Some((r.participant_id.as_str(), r.perspective_id.as_str(), value(r)?, 0)));
    let without =
        rows.iter().filter(|r| r.without_code).map(|r| (r.participant_id.as_str(), r.perspective_id.as_str()));
    gathered(c, dialogue, question, votes, without).await
}

async fn gathered<'v>(
    c: &mut Conn,
    dialogue: &str,
    question: &str,
    cast: impl Iterator<Item = (&'v str, &'v str, i64, Moment)>,
    without_code: impl Iterator<Item = (&'v str, &'v str)>,
) -> Stored<Material> {
    let perspectives = store::perspective::of_question(c, question).await?;
    let blocs = blocs::by_id(blocs::declared(c, dialogue).await?);
    let statements: Vec<Statement> = perspectives.iter().filter(|p| is_counted(p)).map(statement).collect();
    let there: HashSet<&str> = statements.iter().map(|s| s.id.as_str()).collect();
    let mut votes = Votes::builder();
    for (participant, perspective, number, at) in cast.filter(|(_, perspective, ..)| there.contains(perspective)) {
        votes.response(participant, perspective, value(number), at);
    }
    let without: HashSet<&str> = without_code
        .filter(|(_, perspective)| there.contains(perspective))
        .map(|(participant, _)| participant)
        .collect();
    let without_code = without.len() as i64;
    Ok(Material { votes: votes.build(), statements, blocs, without_code })
}

fn value(number: i64) -> Value {
    Value::try_from(number.signum()).unwrap_or(Value::Pass)
}

/// Whether a perspective takes part. One that never was on the page does not; one off the record leaves no trace.
pub fn is_counted(p: &Perspective) -> bool {
    let waits = matches!(p.state, PerspectiveState::Draft | PerspectiveState::Cleared | PerspectiveState::Pending);
    !waits && p.attribution != Attribution::OffTheRecord
}

/// A perspective as the landscape sees it: what was refused, withdrawn or erased counts as taken out.
pub fn statement(p: &Perspective) -> Statement {
    let out = matches!(p.state, PerspectiveState::Refused | PerspectiveState::Withdrawn | PerspectiveState::Erased);
    Statement {
        id: p.id.clone(),
        text: p.text.clone(),
        moderated: if out { -1 } else { p.moderated.clamp(-1, 1) as i8 },
        is_meta: p.meta,
        is_seed: p.seed,
    }
}
