//! How a dialogue decides on a package: who may do what in which state. Pure: the store keeps what [`step`] gives, the
//! pages say it in words.
//!
//! ```text
//! consensus   called ──object──▶ objected ──lift──▶ called ──adopt──▶ adopted
//!                                   └────amend────▶ called
//! silence     silent ──object──▶ broken ──amend──▶ silent ──time──▶ adopted
//!               └─extend─▶ silent
//! straw poll  polling ──end──▶ polled        (indicative: it binds nobody)
//! any of them before its end ──drop──▶ dropped
//! ```
//! Consensus is the absence of a formal objection, not agreement of all; silence kept until the deadline is consent. One
//! objection is enough, whoever makes it; an amended text is another text, so that silence begins anew. A delegation may
//! explain its position at any time, and dissociate itself from what was adopted without undoing it.

use crate::store::Moment;
use crate::words::words;

/// Hours that a silence lasts at least.
pub const HOURS: i64 = 72;
/// The longest that may be set.
pub const MOST_HOURS: i64 = 60 * 24;
/// Milliseconds in an hour.
pub const HOUR: Moment = 3_600_000;

words! {
    /// By which procedure.
    Procedure, "procedure" {
        /// Consensus in the room, without objection.
        Consensus = "consensus",
        /// Adopted where nobody objects before a deadline.
        Silence = "silence",
        /// Indicative: it binds nobody.
        StrawPoll = "straw_poll",
    }
}

words! {
    /// Where a decision stands.
    State, "state of a decision" {
        /// Consensus is called for; nobody objects.
        Called = "called",
        /// Somebody objects to consensus.
        Objected = "objected",
        /// Silence runs.
        Silent = "silent",
        /// An objection broke the silence.
        Broken = "broken",
        /// Answers to the straw poll come in.
        Polling = "polling",
        /// The straw poll is over.
        Polled = "polled",
        /// Adopted.
        Adopted = "adopted",
        /// Not pursued.
        Dropped = "dropped",
    }
}

words! {
    /// Who acts.
    Actor, "side of a decision" {
        /// The secretariat, for the Chair.
        Chair = "chair",
        /// A delegation through its head or a delegate.
        Delegation = "delegation",
    }
}

words! {
    /// What is done.
    Step, "step of a decision" {
        /// It is put to the delegations.
        Open = "open",
        /// A delegation objects.
        Object = "object",
        /// The last objection to consensus is taken back.
        Lift = "lift",
        /// More time for silence.
        Extend = "extend",
        /// The package is changed; what was asked is asked anew.
        Amend = "amend",
        /// The Chair states consensus.
        Adopt = "adopt",
        /// The straw poll ends.
        End = "end",
        /// It is not pursued.
        Drop = "drop",
        /// Silence was kept until its deadline; nobody takes this step, time does.
        Kept = "kept",
    }
}

words! {
    /// What a delegation answers in a straw poll.
    Answer, "answer" {
        /// Could support it.
        Support = "support",
        /// Could live with it.
        Accept = "accept",
        /// Could not accept it.
        Oppose = "oppose",
    }
}

impl State {
    /// Nothing more is asked.
    pub const fn is_over(self) -> bool {
        matches!(self, State::Polled | State::Adopted | State::Dropped)
    }
}

impl Procedure {
    /// Where it begins.
    pub const fn first(self) -> State {
        match self {
            Procedure::Consensus => State::Called,
            Procedure::Silence => State::Silent,
            Procedure::StrawPoll => State::Polling,
        }
    }
}

/// The state as it is now: silence whose time is over has been kept, whether or not somebody wrote it down.
pub fn effective(state: State, ends_at: Option<Moment>, now: Moment) -> State {
    let kept = state == State::Silent && ends_at.is_some_and(|end| end <= now);
    if kept { State::Adopted } else { state }
}

/// Where a step leads; none where it may not be taken.
pub const fn step(state: State, actor: Actor, step: Step) -> Option<State> {
    use State::{Adopted, Broken, Called, Dropped, Objected, Polled, Polling, Silent};
    match (state, actor, step) {
        (Called | Objected, Actor::Delegation, Step::Object) => Some(Objected),
        (Silent | Broken, Actor::Delegation, Step::Object) => Some(Broken),
        (Objected, Actor::Delegation, Step::Lift) | (Called | Objected, Actor::Chair, Step::Amend) => Some(Called),
        (Silent, Actor::Chair, Step::Extend) | (Silent | Broken, Actor::Chair, Step::Amend) => Some(Silent),
        (Called, Actor::Chair, Step::Adopt) => Some(Adopted),
        (Polling, Actor::Chair, Step::End) => Some(Polled),
        (Called | Objected | Silent | Broken | Polling, Actor::Chair, Step::Drop) => Some(Dropped),
        _ => None,
    }
}

/// Whether a delegation may explain its position now.
pub const fn explains(state: State) -> bool {
    !matches!(state, State::Dropped | State::Polling | State::Polled)
}

/// Whether a delegation may dissociate itself: from what was adopted, and from nothing else.
pub const fn dissociates(state: State) -> bool {
    matches!(state, State::Adopted)
}

/// The end of a silence of so many hours, none where it is too short or too long.
pub fn deadline(hours: i64, now: Moment) -> Option<Moment> {
    (HOURS..=MOST_HOURS).contains(&hours).then(|| now + hours * HOUR)
}

/// The end of a silence that gets more time; none where no time is added, or too much.
pub fn extended(ends_at: Moment, hours: i64) -> Option<Moment> {
    (1..=MOST_HOURS).contains(&hours).then(|| ends_at + hours * HOUR)
}
