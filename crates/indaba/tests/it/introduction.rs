//! The way of an introduction as a model: random steps by all sides, against a plain account of who consented.

use indaba::introduction::{
    Actor, FOLLOW_UPS, Reach, Seen, State, Step, TIME, effective, follow_up_due, seen_by_host, seen_by_offer, step,
    step_between, steps_of_broker, steps_of_side,
};
use proptest::prelude::*;

/// What a side does, and how much time passes before it.
#[derive(Debug, Clone, Copy)]
struct Move {
    actor: Actor,
    step: Step,
    days: i64,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = (0..Actor::ALL.len(), 0..Step::ALL.len(), prop_oneof![8 => Just(0_i64), 1 => 1_i64..20]);
    let one = one.prop_map(|(actor, step, days)| Move { actor: Actor::ALL[actor], step: Step::ALL[step], days });
    proptest::collection::vec(one, 0..24)
}

/// The introduction as the store keeps it, and beside it what was consented to.
#[derive(Debug)]
struct Account {
    state: State,
    due: Option<i64>,
    now: i64,
    offer_yes: bool,
    host_yes: bool,
    declined_by: Option<Actor>,
}

const DAY: i64 = 24 * 3_600_000;

impl Account {
    fn new() -> Account {
        Account { state: State::Proposed, due: None, now: 0, offer_yes: false, host_yes: false, declined_by: None }
    }

    fn told(&self, actor: Actor) -> Option<Seen> {
        let own_no = self.declined_by == Some(actor);
        match actor {
            Actor::Offer => seen_by_offer(self.state, self.offer_yes, own_no, self.due, self.now),
            Actor::Host => seen_by_host(self.state, self.offer_yes, own_no, self.due, self.now),
            Actor::Broker | Actor::Partner => None,
        }
    }

    fn offered(&self, actor: Actor) -> Vec<Step> {
        let state = effective(self.state, self.due, self.now);
        match (actor, self.told(actor)) {
            (Actor::Broker, _) => steps_of_broker(state),
            (_, Some(seen)) => steps_of_side(seen, actor).to_vec(),
            (_, None) => Vec::new(),
        }
    }

    /// Takes a step as the program does: only what is offered, from the state as it is now.
    fn take(&mut self, wanted: Move) {
        self.now += wanted.days * DAY;
        if !self.offered(wanted.actor).contains(&wanted.step) {
            return;
        }
        let state = effective(self.state, self.due, self.now);
        let Some(next) = step(state, wanted.actor, wanted.step) else {
            panic!("{wanted:?} is offered in {state} and leads nowhere");
        };
        match (wanted.actor, wanted.step) {
            (_, Step::Show) => self.due = Some(self.now + TIME),
            (Actor::Offer, Step::Yes) => {
                self.offer_yes = true;
                self.due = Some(self.now + TIME);
            }
            (Actor::Host, Step::Yes) => self.host_yes = true,
            (_, Step::No | Step::Withdraw) => self.declined_by = Some(wanted.actor),
            _ => {}
        }
        self.state = next;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nothing_is_disclosed_without_both_consents(moves in moves()) {
        let mut account = Account::new();
        for wanted in moves {
            account.take(wanted);
            let state = effective(account.state, account.due, account.now);
            if state.discloses() {
                prop_assert!(account.offer_yes && account.host_yes, "{state} without both consents");
                prop_assert!(account.declined_by.is_none(), "{state} after a consent was taken back");
            }
            if state.holds_capacity() {
                prop_assert!(state.discloses());
            }
        }
    }

    #[test]
    fn the_host_hears_of_nobody_before_the_offer_said_yes(moves in moves()) {
        let mut account = Account::new();
        for wanted in moves {
            account.take(wanted);
            prop_assert!(account.offer_yes || account.told(Actor::Host).is_none());
        }
    }

    /// Whether the host said no, or the broker took it back, or nobody answered: until the time is over the person who
    /// offers is told the same, and is offered the same.
    #[test]
    fn a_no_is_silent(hours in 0_i64..(14 * 24)) {
        let mut told = Vec::new();
        for ending in [None, Some((Actor::Host, Step::No)), Some((Actor::Broker, Step::Dismiss))] {
            let mut account = Account::new();
            account.take(Move { actor: Actor::Broker, step: Step::Show, days: 0 });
            account.take(Move { actor: Actor::Offer, step: Step::Yes, days: 0 });
            if let Some((actor, step)) = ending {
                account.take(Move { actor, step, days: 0 });
            }
            account.now += hours * 3_600_000;
            let before = (account.told(Actor::Offer), account.offered(Actor::Offer));
            account.now += TIME;
            told.push((before, account.told(Actor::Offer), account.offered(Actor::Offer)));
        }
        prop_assert_eq!(&told[0], &told[1]);
        prop_assert_eq!(&told[0], &told[2]);
        prop_assert_eq!(told[0].1, Some(Seen::Over));
    }

    #[test]
    fn what_is_over_stays_over(moves in moves()) {
        let mut account = Account::new();
        for wanted in moves {
            let over = effective(account.state, account.due, account.now).is_over();
            account.take(wanted);
            let state = effective(account.state, account.due, account.now);
            prop_assert!(!over || state.is_over(), "{state} after it was over");
        }
    }
}

#[test]
fn a_wait_ends_with_its_time() {
    for state in [State::WithOffer, State::WithHost] {
        assert_eq!(effective(state, Some(10), 9), state);
        assert_eq!(effective(state, Some(10), 10), State::TimedOut);
    }
    assert_eq!(effective(State::Exchanged, Some(10), 99), State::Exchanged);
}

#[test]
fn follow_ups_come_after_three_six_and_twelve_months() {
    let month = 30 * DAY;
    assert_eq!(follow_up_due(None, &[], 99 * month), None);
    assert_eq!(follow_up_due(Some(0), &[], 3 * month - 1), None);
    assert_eq!(follow_up_due(Some(0), &[], 3 * month), Some(3));
    assert_eq!(follow_up_due(Some(0), &[3], 5 * month), None);
    assert_eq!(follow_up_due(Some(0), &[3], 12 * month), Some(6));
    assert_eq!(follow_up_due(Some(0), &FOLLOW_UPS, 99 * month), None);
}

/// Every step there is: contacts come to be read in three ways alone, and each has the host's yes last on the need's
/// server and the word of the offer's server last between two.
#[test]
fn between_two_servers_the_offers_server_has_the_last_word() {
    for reach in [Reach::Here, Reach::OfferAbroad, Reach::NeedAbroad] {
        let mut ways = Vec::new();
        for state in State::ALL {
            for actor in Actor::ALL {
                for wanted in Step::ALL {
                    let next = step_between(reach, *state, *actor, *wanted);
                    if next.is_some_and(State::discloses) && !state.discloses() {
                        ways.push((*state, *actor, *wanted));
                    }
                    assert!(!state.is_over() || next.is_none_or(State::is_over), "{state} leads on");
                    assert!(reach != Reach::Here || *actor != Actor::Partner || next.is_none(), "there is no partner");
                }
            }
        }
        let host = (State::WithHost, Actor::Host, Step::Yes);
        let expected = match reach {
            Reach::Here => vec![host],
            Reach::OfferAbroad => vec![(State::Confirming, Actor::Partner, Step::Yes)],
            // No host of this server is the host of a partner's need.
            Reach::NeedAbroad => vec![host, (State::WithHost, Actor::Partner, Step::Yes)],
        };
        assert_eq!(ways, expected, "{reach:?}");
    }
}
