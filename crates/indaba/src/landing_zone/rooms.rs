//! Results that were worked out, and those that are being worked out, off the threads that serve: one whole result at a
//! time, and beside it one "as if" at a time, so that a question waits for no whole result of another dialogue. Nobody
//! waits for one longer than a page may take; who looks before it is done sees what is found so far, else the last one.

use super::ahead::Due;
use super::far::Far;
use super::material::Material;
use super::problem::Built;
use super::solve::{Depth, Solved, solve};
use super::{Asked, Audience};
use crate::live::Live;
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, watch};
use tokio::task::spawn_blocking;

/// The longest time of a whole result, and of an "as if".
const WHOLE: Duration = Duration::from_secs(240);
const QUICK: Duration = Duration::from_secs(30);
/// Results that wait for their turn; more are asked to come back.
const WAITING: usize = 24;
/// Results that are kept.
const KEPT: usize = 200;
/// How long figures read a moment ago are good.
const RECENT: Duration = Duration::from_millis(700);

/// Which result.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    dialogue: String,
    audience: Audience,
    asked: String,
    /// Whose "as if" it is, where that matters.
    own: Option<String>,
}

impl Key {
    fn is_whole_of(&self, dialogue: &str) -> bool {
        self.dialogue == dialogue && self.asked.is_empty()
    }
}

#[derive(Debug)]
struct Slot {
    /// What it is worked out from.
    stamp: (u64, bool),
    far: Arc<Far>,
    /// The result once it is there; an error is kept as none.
    done: watch::Receiver<Option<Option<Arc<Solved>>>>,
    /// The result before.
    last: Option<Arc<Solved>>,
}

impl Slot {
    fn is_cut(&self) -> bool {
        self.done.borrow().as_ref().and_then(Option::as_ref).is_some_and(|solved| solved.cut)
    }
}

/// What there is to see.
#[derive(Debug, Clone)]
pub enum Look {
    /// The result.
    Ready(Arc<Solved>),
    /// It is being worked out; what is found so far is with how far it is. The last one, if there is one.
    Working(Option<Arc<Solved>>, Arc<Far>),
    /// It can't be worked out: relations contradict each other.
    Refused,
    /// Too many wait.
    Busy,
}

/// Dialogues and when their figures were read.
type Read = HashMap<String, (Instant, Arc<Material>)>;

/// All of it.
#[derive(Debug)]
pub struct Rooms {
    slots: Mutex<(HashMap<Key, Slot>, VecDeque<Key>)>,
    read: Mutex<Read>,
    wholes: Lane,
    questions: Lane,
    live: Live,
    /// Dialogues whose results are to be brought up to date.
    pub due: Arc<Due>,
}

/// Computations of one kind, one after the other.
#[derive(Debug)]
struct Lane {
    turn: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Default for Lane {
    fn default() -> Self {
        Lane { turn: Arc::new(Semaphore::new(1)), waiting: Arc::new(Semaphore::new(WAITING)) }
    }
}

impl Rooms {
    /// Nothing is worked out yet; whoever watches is told of what will be.
    pub fn new(live: Live) -> Rooms {
        Rooms {
            slots: Mutex::default(),
            read: Mutex::default(),
            wholes: Lane::default(),
            questions: Lane::default(),
            live,
            due: Arc::default(),
        }
    }

    /// Figures that were read a moment ago.
    pub fn recent(&self, dialogue: &str) -> Option<Arc<Material>> {
        let read = self.read.lock().ok()?;
        let (at, material) = read.get(dialogue)?;
        (at.elapsed() < RECENT).then(|| Arc::clone(material))
    }

    /// Remembers them.
    pub fn remember(&self, dialogue: &str, material: &Arc<Material>) {
        if let Ok(mut read) = self.read.lock() {
            read.insert(dialogue.to_owned(), (Instant::now(), Arc::clone(material)));
        }
    }

    /// Reads anew what was just changed.
    pub fn forget(&self, dialogue: &str) {
        if let Ok(mut read) = self.read.lock() {
            read.remove(dialogue);
        }
    }

    /// Ends what is being worked out: call it when the server stops.
    pub fn stop(&self) {
        self.wholes.turn.close();
        self.questions.turn.close();
        if let Ok(slots) = self.slots.lock() {
            slots.0.values().for_each(|slot| slot.far.stop());
        }
    }

    /// Ends the whole results of a dialogue that are being worked out: what they have found by then is kept.
    pub fn end(&self, dialogue: &str) {
        if let Ok(slots) = self.slots.lock() {
            slots.0.iter().filter(|(key, _)| key.is_whole_of(dialogue)).for_each(|(_, slot)| slot.far.stop());
        }
    }

    /// Lets go of the whole results of a dialogue that were ended early, so that they are worked out again.
    pub fn again(&self, dialogue: &str) {
        if let Ok(mut slots) = self.slots.lock() {
            slots.0.retain(|key, slot| !(key.is_whole_of(dialogue) && slot.is_cut()));
            let (kept, order) = &mut *slots;
            order.retain(|key| kept.contains_key(key));
        }
    }

    /// The result of a problem, waited for no longer than `patience`. Without an "as if" it is the whole of it.
    pub async fn look(
        &self,
        dialogue: &str,
        audience: Audience,
        asked: &Asked,
        own: Option<&str>,
        built: Built,
        patience: Duration,
    ) -> Look {
        let key = Key {
            dialogue: dialogue.to_owned(),
            audience,
            asked: asked.query(),
            own: own.map(str::to_owned).filter(|_| !asked.drop.is_empty() || !asked.add.is_empty()),
        };
        let Some((mut done, far, last)) = self.slot(&key, asked, built) else { return Look::Busy };
        let arrived = tokio::time::timeout(patience, done.wait_for(Option::is_some)).await;
        match arrived {
            Ok(Ok(result)) => match result.as_ref() {
                Some(Some(solved)) => Look::Ready(Arc::clone(solved)),
                _ => Look::Refused,
            },
            // Whoever worked on it is gone without a word.
            Ok(Err(_)) => Look::Refused,
            Err(_) => Look::Working(last, far),
        }
    }

    #[allow(clippy::type_complexity)]
    fn slot(
        &self,
        key: &Key,
        asked: &Asked,
        built: Built,
    ) -> Option<(watch::Receiver<Option<Option<Arc<Solved>>>>, Arc<Far>, Option<Arc<Solved>>)> {
        let whole = asked.is_plain();
        let mut slots = self.slots.lock().ok()?;
        let plain = Key { asked: String::new(), own: None, ..key.clone() };
        let as_it_stands = slots.0.get(&plain).filter(|_| !whole).and_then(|slot| slot.done.borrow().clone().flatten());
        // What was asked before the result as it stands was there is asked again once it is, to begin from it.
        let stamp = (stamp(&built), as_it_stands.is_some());
        let known = slots.0.get(key);
        if let Some(slot) = known.filter(|slot| slot.stamp == stamp) {
            return Some((slot.done.clone(), Arc::clone(&slot.far), slot.last.clone()));
        }
        let lane = if whole { &self.wholes } else { &self.questions };
        let place = Arc::clone(&lane.waiting).try_acquire_owned().ok()?;
        let last = known.and_then(|slot| {
            slot.far.stop();
            let done = slot.done.borrow().clone().flatten();
            done.or_else(|| slot.last.clone())
        });
        let (sender, done) = watch::channel(None);
        // Who watches is told of the result as it stands alone: what others ask is theirs.
        let sums = key.audience == Audience::Secretariat || built.sums();
        let told = || Far::told(self.live.clone(), key.audience.channel(&key.dialogue), sums);
        let far = Arc::new(if whole { told() } else { Far::default() });
        let slot = Slot { stamp, far: Arc::clone(&far), done: done.clone(), last: last.clone() };
        if slots.0.insert(key.clone(), slot).is_none() {
            slots.1.push_back(key.clone());
        }
        while slots.1.len() > KEPT {
            if let Some(old) = slots.1.pop_front() {
                slots.0.remove(&old);
            }
        }
        let (turn, working) = (Arc::clone(&lane.turn), Arc::clone(&far));
        let why = asked.why.map(crate::store::measure::code);
        tokio::spawn(async move {
            let _place = place;
            let Ok(_turn) = turn.acquire_owned().await else { return };
            let (depth, most) = if whole { (Depth::Whole, WHOLE) } else { (Depth::Quick, QUICK) };
            let on = Arc::clone(&working);
            let run = spawn_blocking(move || solve(built, (depth, why.as_deref()), as_it_stands.as_deref(), most, &on));
            let solved = match run.await {
                Ok(Ok(solved)) => Some(Arc::new(solved)),
                _ => None,
            };
            let _ = sender.send(Some(solved));
            working.tell();
        });
        Some((done, far, last))
    }
}

/// Changes when the problem does.
fn stamp(built: &Built) -> u64 {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(&built.problem).unwrap_or_default().hash(&mut hasher);
    // Two who trade their figures leave the problem as it is, and change who stands where.
    built.parties.iter().for_each(|who| who.delegation.hash(&mut hasher));
    hasher.finish()
}
