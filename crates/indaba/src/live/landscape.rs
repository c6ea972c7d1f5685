//! The landscape of a question as it stands: read from the store, computed once however many ask, kept until
//! something it depends on has changed.

use crate::app::{App, Convened};
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::response::Stamp;
use crate::store::{self, Conn, Moment, Stored};
use crate::words::{Attribution, PerspectiveState};
use crate::{blocs, store::response::Vote};
use ::landscape::{Blocs, Landscape, Options, Statement, Value, Votes, polis};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// No more than one computation of a question in this time.
const SPACING: Duration = Duration::from_secs(1);

/// A landscape with where it comes from.
#[derive(Debug)]
pub struct Computed {
    /// The whole of it: show it only through [`Computed::shown`].
    pub landscape: Landscape,
    /// When it was computed.
    pub at: Moment,
    /// How many responses it was computed from.
    pub responses: i64,
    /// How many of those who responded came without an access code or accreditation.
    pub participants_without_code: i64,
    /// What was shown of it already, by limit and public.
    shown: Mutex<HashMap<(u32, bool), Arc<Landscape>>>,
}

impl Computed {
    /// What may be shown at a disclosure limit; in public without single participants. Made once for each.
    pub fn shown(&self, limit: u32, public: bool) -> Arc<Landscape> {
        let known = self.shown.lock().ok().and_then(|shown| shown.get(&(limit, public)).cloned());
        known.unwrap_or_else(|| {
            let mut landscape = ::landscape::suppress(&self.landscape, limit as usize);
            if public {
                landscape.participants = None;
            }
            let landscape = Arc::new(landscape);
            if let Ok(mut shown) = self.shown.lock() {
                shown.insert((limit, public), Arc::clone(&landscape));
            }
            landscape
        })
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

/// Landscapes by question.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<HashMap<String, Arc<Slot>>>);

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

impl Kept {
    fn slot(&self, question: &str) -> Arc<Slot> {
        match self.0.lock() {
            Ok(mut slots) => Arc::clone(slots.entry(question.to_owned()).or_default()),
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

/// The landscape that was computed last, if there is one: for whoever can do without and must not wait.
pub fn last_known(app: &App, question: &str) -> Option<Arc<Computed>> {
    app.live.landscapes().slot(question).last().map(|last| last.computed)
}

/// The landscape of a question, at most a second behind the store.
pub async fn current(app: &Arc<App>, convened: &Convened, question: &Question) -> anyhow::Result<Arc<Computed>> {
    let slot = app.live.landscapes().slot(&question.id);
    if let Some(last) = slot.last().filter(|last| last.checked.elapsed() < SPACING) {
        return Ok(last.computed);
    }
    let turn = match (slot.turn.try_lock(), slot.last()) {
        (Ok(turn), _) => turn,
        // Somebody is computing; what was true a moment ago is good enough for a page.
        (Err(_), Some(last)) => return Ok(last.computed),
        (Err(_), None) => slot.turn.lock().await,
    };
    let computed = renewed(app, convened, question, &slot).await;
    drop(turn);
    computed
}

async fn renewed(app: &App, convened: &Convened, question: &Question, slot: &Slot) -> anyhow::Result<Arc<Computed>> {
    let known = slot.last();
    if let Some(last) = known.as_ref().filter(|last| last.checked.elapsed() < SPACING) {
        return Ok(Arc::clone(&last.computed));
    }
    let mut c = app.db.read().await?;
    // The stamp first: what comes between the two readings is then seen at the next look.
    let stamp = store::response::stamp(&mut c, &convened.dialogue.id, &question.id).await?;
    let computed = match known.filter(|last| last.stamp == stamp) {
        Some(last) => last.computed,
        None => Arc::new(compute(&mut c, &convened.dialogue.id, &question.id).await?),
    };
    slot.put(Last { computed: Arc::clone(&computed), stamp, checked: Instant::now() });
    Ok(computed)
}

async fn compute(c: &mut Conn, dialogue: &str, question: &str) -> anyhow::Result<Computed> {
    let material = material(c, dialogue, question).await?;
    let at = store::now();
    Ok(tokio::task::spawn_blocking(move || {
        let options = Options { blocs: material.blocs, ..Options::default() };
        Computed {
            landscape: polis(&material.votes, &material.statements, &options),
            at,
            responses: material.votes.len() as i64,
            participants_without_code: material.without_code,
            shown: Mutex::default(),
        }
    })
    .await?)
}

/// Reads what the landscape of a question is computed from.
pub async fn material(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Material> {
    let perspectives = store::perspective::of_question(c, question).await?;
    let cast = store::response::votes(c, question).await?;
    let blocs = blocs::declared(c, dialogue).await?;
    let statements: Vec<Statement> = perspectives.iter().filter(|p| is_counted(p)).map(statement).collect();
    let there: HashSet<&str> = statements.iter().map(|s| s.id.as_str()).collect();
    let mut votes = Votes::builder();
    let mut without_code = HashSet::new();
    for vote in cast.iter().filter(|vote| there.contains(vote.perspective_id.as_str())) {
        votes.response(&vote.participant_id, &vote.perspective_id, value(vote), vote.at);
        if vote.without_code {
            without_code.insert(vote.participant_id.as_str());
        }
    }
    let without_code = without_code.len() as i64;
    Ok(Material { votes: votes.build(), statements, blocs: by_name(blocs), without_code })
}

fn value(vote: &Vote) -> Value {
    Value::try_from(vote.value.signum()).unwrap_or(Value::Pass)
}

fn by_name(declared: Vec<(String, Vec<blocs::Bloc>)>) -> Blocs {
    let mut by_name = Blocs::new();
    for (participant, blocs) in declared {
        for bloc in blocs {
            by_name.entry(bloc.id()).or_default().insert(participant.clone());
        }
    }
    by_name
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
