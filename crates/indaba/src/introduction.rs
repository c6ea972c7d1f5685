//! An introduction between an offer and the host of a need: who may do what in which state, and what each side is
//! told of it. Pure: the store keeps what [`step`] gives, the pages show what [`seen_by_offer`] and [`seen_by_host`] say.
//!
//! ```text
//! proposed ──show──▶ with_offer ──yes──▶ with_host ──yes──▶ exchanged ──start──▶ engaged ──finish──▶ completed
//!     │                  │                   │                  └───────────┴── withdraw ──▶ revoked
//!     └─ dismiss         ├─ no, dismiss      ├─ no, withdraw, dismiss
//!                        └─ time runs out    └─ time runs out
//! ```
//! A no is silent: the other side is told nothing before the time to answer is over, and then only that it is over. The
//! broker sees that it was not taken up, and no word of which side it was.
//!
//! A yes is to what stands ([`crate::exchange::changes`]). Where the need is changed after the person's yes, it is
//! dismissed, as where the two may no longer meet: to ask again would tell those who are not asked of a no.
//!
//! Where the two sides are on different servers ([`Reach`]), each server keeps its half of the same introduction:
//!
//! ```text
//! the offer's   proposed ──show──▶ with_offer ──yes──▶ with_host ─────────────── partner's yes ──▶ exchanged …
//! the need's                                proposed ──show──▶ with_host ──yes──▶ confirming ──partner's yes──▶ exchanged …
//! ```
//! The offer's server has the last word, as a consent may have been taken back there meanwhile.

use crate::store::Moment;
use crate::words::words;

/// Days that each side has to answer.
pub const DAYS: i64 = 14;
/// The same in milliseconds.
pub const TIME: Moment = DAYS * 24 * 3_600_000;
/// Months after the beginning at which the host is asked how it went.
pub const FOLLOW_UPS: [i64; 3] = [3, 6, 12];
/// A month of a follow-up, in milliseconds.
pub const MONTH: Moment = 30 * 24 * 3_600_000;

words! {
    /// Where an introduction stands.
    State, "state of an introduction" {
        /// In the broker's queue.
        Proposed = "proposed",
        /// Shown to the person who offers.
        WithOffer = "with_offer",
        /// The offer said yes; the host sees an anonymous card.
        WithHost = "with_host",
        /// Both said yes; the offer's server has not confirmed it yet.
        Confirming = "confirming",
        /// Both said yes: the listed fields went both ways.
        Exchanged = "exchanged",
        /// The work has begun.
        Engaged = "engaged",
        /// The work is done.
        Completed = "completed",
        /// One side said no. Which one stands in no log that anybody else reads.
        NotTaken = "not_taken",
        /// Nobody answered in time.
        TimedOut = "timed_out",
        /// It ended before both had said yes: the broker took it back, or the need or the offer is no longer there for it.
        Dismissed = "dismissed",
        /// A consent was taken back after the exchange.
        Revoked = "revoked",
    }
}

words! {
    /// Who acts.
    Actor, "side of an introduction" {
        /// The broker.
        Broker = "broker",
        /// The person who offers.
        Offer = "offer",
        /// The institution that needs.
        Host = "host",
        /// The other side's server, where that is another.
        Partner = "partner",
    }
}

/// On which servers the two sides are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Both on this one.
    Here,
    /// The offer is a partner's.
    OfferAbroad,
    /// The need is a partner's.
    NeedAbroad,
}

words! {
    /// What is done.
    Step, "step of an introduction" {
        /// The broker shows it to the offer.
        Show = "show",
        /// The broker takes it back.
        Dismiss = "dismiss",
        /// Consent.
        Yes = "yes",
        /// No consent.
        No = "no",
        /// Consent is taken back.
        Withdraw = "withdraw",
        /// The work begins.
        Start = "start",
        /// The work is done.
        Finish = "finish",
    }
}

impl State {
    /// Contacts may be read by the other side.
    pub const fn discloses(self) -> bool {
        matches!(self, State::Exchanged | State::Engaged | State::Completed)
    }

    /// Takes a place of the offer's capacity.
    pub const fn holds_capacity(self) -> bool {
        matches!(self, State::Exchanged | State::Engaged)
    }

    /// Nothing more can come of it.
    pub const fn is_over(self) -> bool {
        matches!(self, State::NotTaken | State::TimedOut | State::Dismissed | State::Revoked)
    }

    /// Somebody's answer is awaited, within a time.
    pub const fn waits(self) -> bool {
        matches!(self, State::WithOffer | State::WithHost)
    }
}

/// The state as it is now: a wait whose time is over has timed out, whether or not somebody wrote it down.
pub fn effective(state: State, due_at: Option<Moment>, now: Moment) -> State {
    let over = state.waits() && due_at.is_some_and(|due| due <= now);
    if over { State::TimedOut } else { state }
}

/// Where a step leads; none where it may not be taken.
pub const fn step(state: State, actor: Actor, step: Step) -> Option<State> {
    use State::{
        Completed, Confirming, Dismissed, Engaged, Exchanged, NotTaken, Proposed, Revoked, WithHost, WithOffer,
    };
    match (state, actor, step) {
        (Proposed, Actor::Broker, Step::Show) => Some(WithOffer),
        (Proposed | WithOffer | WithHost | Confirming, Actor::Broker, Step::Dismiss)
        // The offer does not know that it has ended, and takes back what is moot.
        | (Dismissed, Actor::Offer, Step::Withdraw) => Some(Dismissed),
        (WithOffer, Actor::Offer, Step::Yes) => Some(WithHost),
        (WithHost, Actor::Host, Step::Yes) => Some(Exchanged),
        (WithOffer, Actor::Offer, Step::No)
        | (WithHost, Actor::Host, Step::No)
        | (Confirming, Actor::Host, Step::Withdraw)
        // After a no of the host, too: the offer does not know of it, and takes back what is moot.
        | (WithHost | NotTaken, Actor::Offer, Step::Withdraw) => Some(NotTaken),
        (Exchanged | Engaged | Completed, Actor::Offer | Actor::Host, Step::Withdraw) => Some(Revoked),
        (Exchanged, Actor::Host | Actor::Broker, Step::Start) => Some(Engaged),
        (Engaged, Actor::Host | Actor::Broker, Step::Finish) => Some(Completed),
        _ => None,
    }
}

/// The same where the two sides may be on different servers.
pub const fn step_between(reach: Reach, state: State, actor: Actor, wanted: Step) -> Option<State> {
    use State::{Completed, Confirming, Dismissed, Engaged, Exchanged, Proposed, Revoked, WithHost, WithOffer};
    match (reach, state, actor, wanted) {
        // The person who offers said yes before it came here.
        (Reach::OfferAbroad, Proposed, Actor::Broker, Step::Show) => Some(WithHost),
        (Reach::OfferAbroad, WithHost, Actor::Host, Step::Yes) => Some(Confirming),
        (Reach::OfferAbroad, Confirming, Actor::Partner, Step::Yes)
        | (Reach::NeedAbroad, WithHost, Actor::Partner, Step::Yes) => Some(Exchanged),
        (Reach::Here, _, Actor::Partner, _) => None,
        (_, Proposed | WithOffer | WithHost | Confirming, Actor::Partner, Step::Dismiss) => Some(Dismissed),
        (_, Exchanged | Engaged | Completed, Actor::Partner, Step::Withdraw) => Some(Revoked),
        (_, Exchanged, Actor::Partner, Step::Start) => Some(Engaged),
        (_, Engaged, Actor::Partner, Step::Finish) => Some(Completed),
        _ => step(state, actor, wanted),
    }
}

words! {
    /// What a side is told.
    Seen, "what is told of an introduction" {
        /// It is your turn.
        Asks = "asks",
        /// You answered; the other side has time until the due date.
        Waits = "waits",
        /// You said yes, and so did the other side; its server has to confirm it.
        Confirming = "confirming",
        /// The fields were exchanged.
        Exchanged = "exchanged",
        /// The work has begun.
        Engaged = "engaged",
        /// The work is done.
        Completed = "completed",
        /// It is over; nobody is told why.
        Over = "over",
        /// You said no, or took your consent back.
        Declined = "declined",
    }
}

/// What the person who offers is told; none while the broker has not shown it. `own_no`: this side said no itself.
pub fn seen_by_offer(state: State, answered: bool, own_no: bool, due_at: Option<Moment>, now: Moment) -> Option<Seen> {
    let state = effective(state, due_at, now);
    Some(match state {
        State::Proposed => return None,
        State::WithOffer => Seen::Asks,
        State::WithHost | State::Confirming => Seen::Waits,
        State::Exchanged => Seen::Exchanged,
        State::Engaged => Seen::Engaged,
        State::Completed => Seen::Completed,
        State::NotTaken | State::Revoked | State::Dismissed if own_no => Seen::Declined,
        // A no of the host, or of the broker, looks like a wait until the time is over.
        State::NotTaken | State::Dismissed if answered && due_at.is_some_and(|due| due > now) => Seen::Waits,
        State::Dismissed if due_at.is_none() => return None,
        State::NotTaken | State::TimedOut | State::Dismissed | State::Revoked => Seen::Over,
    })
}

/// What the host is told; none before the offer said yes, or where it never did. `asked`: the host was asked.
pub fn seen_by_host(state: State, asked: bool, own_no: bool, due_at: Option<Moment>, now: Moment) -> Option<Seen> {
    if !asked {
        return None;
    }
    Some(match effective(state, due_at, now) {
        State::Proposed | State::WithOffer => return None,
        State::WithHost => Seen::Asks,
        State::Confirming => Seen::Confirming,
        State::Exchanged => Seen::Exchanged,
        State::Engaged => Seen::Engaged,
        State::Completed => Seen::Completed,
        State::NotTaken | State::Revoked if own_no => Seen::Declined,
        State::NotTaken | State::TimedOut | State::Dismissed | State::Revoked => Seen::Over,
    })
}

/// What a host is told whom the offer is hidden from by now: the same as when it ended otherwise.
pub const fn hidden(seen: Seen) -> Seen {
    match seen {
        Seen::Asks | Seen::Confirming => Seen::Over,
        other => other,
    }
}

/// Whether a host is shown the card. What is over shows none, so that it can't be told why it is.
pub const fn shows_card(seen: Seen) -> bool {
    !matches!(seen, Seen::Over | Seen::Declined)
}

/// The steps that the broker is offered.
pub fn steps_of_broker(state: State) -> Vec<Step> {
    Step::ALL.iter().copied().filter(|wanted| step(state, Actor::Broker, *wanted).is_some()).collect()
}

/// The steps that a side is offered. They follow from what it is told alone, so that they tell no more.
pub fn steps_of_side(seen: Seen, actor: Actor) -> &'static [Step] {
    match (seen, actor) {
        (Seen::Asks, _) => &[Step::Yes, Step::No],
        (Seen::Exchanged, Actor::Host) => &[Step::Start, Step::Withdraw],
        (Seen::Engaged, Actor::Host) => &[Step::Finish, Step::Withdraw],
        (Seen::Waits | Seen::Confirming | Seen::Exchanged | Seen::Engaged | Seen::Completed, _) => &[Step::Withdraw],
        (Seen::Over | Seen::Declined, _) => &[],
    }
}

/// The next follow-up that is due: its month. `done` are the months already answered.
pub fn follow_up_due(started_at: Option<Moment>, done: &[i64], now: Moment) -> Option<i64> {
    let started = started_at?;
    FOLLOW_UPS.into_iter().find(|month| !done.contains(month) && started + month * MONTH <= now)
}
