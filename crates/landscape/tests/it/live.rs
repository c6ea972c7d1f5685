//! A dialogue that goes on: after any sequence, what it would be if it had been read at once.

use std::collections::BTreeMap;

use landscape::{Landscape, Live, Method, Options, Places, Statement, Value, Votes, indaba, polis};
use proptest::prelude::*;

use crate::{
    dialogues::{statements, two_camps, votes},
    invented::{Chance, Kind, invented},
};

/// What may happen.
#[derive(Debug, Clone)]
enum Event {
    Response { participant: u8, statement: u8, sign: i8, at: i64 },
    Withdrawal { participant: u8, statement: u8 },
    Moderation { statement: u8, verdict: i8 },
    Look,
}

fn event() -> impl Strategy<Value = Event> {
    let of = || (0..9u8, 0..6u8);
    prop_oneof![
        12 => (of(), -1..=1i8, 0..4i64)
            .prop_map(|((participant, statement), sign, at)| Event::Response { participant, statement, sign, at }),
        2 => of().prop_map(|(participant, statement)| Event::Withdrawal { participant, statement }),
        1 => (0..6u8, -1..=1i8).prop_map(|(statement, verdict)| Event::Moderation { statement, verdict }),
        1 => Just(Event::Look),
    ]
}

/// The responses that count, kept as plainly as can be.
#[derive(Default)]
struct Plain {
    responses: BTreeMap<(u8, u8), (i8, i64)>,
    statements: Vec<Statement>,
}

impl Plain {
    fn take(&mut self, event: &Event) {
        match *event {
            Event::Response { participant, statement, sign, at } => {
                let place = self.responses.entry((participant, statement)).or_insert((sign, at));
                if place.1 <= at {
                    *place = (sign, at);
                }
            }
            Event::Withdrawal { participant, statement } => _ = self.responses.remove(&(participant, statement)),
            Event::Moderation { statement, verdict } => self.statements[usize::from(statement)].moderated = verdict,
            Event::Look => {}
        }
    }

    fn votes(&self) -> Votes {
        let row = |((p, s), (sign, at)): (&(u8, u8), &(i8, i64))| (id(*p), s.to_string(), *sign, *at);
        votes(&self.responses.iter().map(row).collect::<Vec<_>>())
    }
}

/// Some are numbers and some are text, so that newcomers stand between others.
fn id(participant: u8) -> String {
    if participant.is_multiple_of(2) { participant.to_string() } else { format!("p{participant}") }
}

fn happens(live: &mut Live, plain: &Plain, event: &Event) {
    match *event {
        Event::Response { participant, statement, sign, at } => {
            let value = Value::try_from(i64::from(sign)).unwrap();
            live.response(&id(participant), &statement.to_string(), value, at);
        }
        Event::Withdrawal { participant, statement } => live.withdraw(&id(participant), &statement.to_string()),
        Event::Moderation { statement, .. } => live.statement(plain.statements[usize::from(statement)].clone()),
        Event::Look => _ = live.landscape(&Options::default()),
    }
}

fn batch(method: Method, votes: &Votes, statements: &[Statement]) -> Landscape {
    match method {
        Method::Polis => polis(votes, statements, &Options::default()),
        Method::Indaba => indaba(votes, statements, &Options::default()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn after_any_sequence_it_is_what_a_batch_gives(events in prop::collection::vec(event(), 0..60), indaba: bool) {
        let method = if indaba { Method::Indaba } else { Method::Polis };
        let mut plain = Plain { statements: statements(6), ..Plain::default() };
        let mut live = Live::new(method, Votes::default(), &plain.statements);
        for event in &events {
            plain.take(event);
            happens(&mut live, &plain, event);
        }
        prop_assert_eq!(live.votes(), &plain.votes());
        let settled = live.settled(&Options::default()).to_json();
        prop_assert_eq!(settled, batch(method, &plain.votes(), &plain.statements).to_json());
        prop_assert_eq!(live.since(), 0);
    }

    #[test]
    fn meanwhile_every_count_is_that_of_the_batch(events in prop::collection::vec(event(), 1..60)) {
        let mut plain = Plain { statements: statements(6), ..Plain::default() };
        let mut live = Live::new(Method::Indaba, Votes::default(), &plain.statements);
        for event in events.iter().chain([&Event::Look]) {
            plain.take(event);
            happens(&mut live, &plain, event);
        }
        let (now, whole) = (live.landscape(&Options::default()), batch(Method::Indaba, &plain.votes(), &plain.statements));
        prop_assert_eq!(now.counts, whole.counts);
        for (ours, theirs) in now.statements.iter().zip(&whole.statements) {
            prop_assert_eq!((ours.agree, ours.disagree, ours.pass), (theirs.agree, theirs.disagree, theirs.pass));
            prop_assert!(ours.position.unwrap().iter().all(|x| x.is_finite()));
        }
    }
}

#[test]
fn by_method_polis_each_look_is_the_batch() {
    let (rows, statements) = two_camps();
    let mut live = Live::new(Method::Polis, votes(&rows[..60]), &statements);
    for (taken, (participant, statement, sign, at)) in rows.iter().enumerate().skip(60) {
        live.response(participant, statement, Value::try_from(i64::from(*sign)).unwrap(), *at);
        let whole = polis(&votes(&rows[..=taken]), &statements, &Options::default());
        assert!(live.landscape(&Options::default()) == whole);
    }
}

#[test]
fn the_map_meanwhile_is_that_of_the_batch_within_the_width_of_a_dot() {
    let (store, _) = invented(Kind::Cloud(2), 300, 30, 5);
    let mut live = Live::new(Method::Indaba, store, &[]);
    live.settled(&Options::default());
    let mut chance = Chance::new(8);
    for at in 1..=60 {
        let participant = ((chance.unit() * 330.0) as usize).to_string();
        let statement = ((chance.unit() * 32.0) as usize).to_string();
        live.response(&participant, &statement, if chance.unit() < 0.5 { Value::Agree } else { Value::Disagree }, at);
    }
    let now = live.landscape(&Options::default());
    let apart = furthest(&now, &live.settled(&Options::default()));
    assert!(apart < 0.05, "{apart}");
}

#[test]
fn looked_at_after_each_response_the_map_is_no_further_from_the_batch() {
    let (store, _) = invented(Kind::Cloud(2), 1000, 40, 6);
    let statements: Vec<Statement> = (0..40).map(|s| taken_out(s, s == 3)).collect();
    let mut live = Live::new(Method::Indaba, store, &statements);
    live.settled(&Options::default());
    let mut chance = Chance::new(9);
    let mut now = None;
    for at in 1..=150 {
        // Newcomers among them, and some who take their response back.
        let participant = ((chance.unit() * 1100.0) as usize).to_string();
        let statement = ((chance.unit() * 40.0) as usize).to_string();
        match (chance.unit() * 8.0) as usize {
            0 => live.withdraw(&participant, &statement),
            n => live.response(&participant, &statement, [Value::Agree, Value::Disagree][n % 2], at),
        }
        now = Some(live.landscape(&Options::default()));
    }
    let (now, whole) = (now.unwrap(), live.settled(&Options::default()));
    assert_eq!(live.landscape(&Options::default()), whole);
    assert_eq!(now.counts, whole.counts);
    let apart = furthest(&now, &whole);
    assert!(apart < 0.05, "{apart}");
}

#[test]
fn a_verdict_between_responses_shapes_the_map_at_once() {
    let (store, _) = invented(Kind::Cloud(2), 300, 30, 7);
    let mut live = Live::new(Method::Indaba, store, &[]);
    live.settled(&Options::default());
    live.response("5", "3", Value::Agree, 1);
    live.landscape(&Options::default());
    live.statement(taken_out(3, true));
    live.response("6", "3", Value::Agree, 2);
    let now = live.landscape(&Options::default());
    assert_eq!(now.statement("3").unwrap().along, None);
    let apart = furthest(&now, &live.settled(&Options::default()));
    assert!(apart < 0.05, "{apart}");
}

fn taken_out(id: usize, out: bool) -> Statement {
    Statement { moderated: if out { -1 } else { 0 }, ..Statement::new(id.to_string(), "") }
}

/// How far the furthest participant stands from where they stand in the other one.
fn furthest(a: &Landscape, b: &Landscape) -> f64 {
    let pairs = a.participants.iter().flatten().zip(b.participants.iter().flatten());
    pairs.map(|(a, b)| (a.position[0] - b.position[0]).hypot(a.position[1] - b.position[1])).fold(0.0, f64::max)
}

#[test]
fn a_map_faces_the_way_it_did() {
    let (rows, statements) = two_camps();
    let before = indaba(&votes(&rows), &statements, &Options::default());
    let places = before.places_facing(&Places::new());
    let turned: Vec<_> = rows.iter().map(|(p, s, sign, at)| (p.clone(), s.clone(), -sign, *at)).collect();
    let after = indaba(&votes(&turned), &statements, &Options::default());
    assert_eq!(after.places_facing(&places), after.clone().facing(&places).places_facing(&Places::new()));
    let after = after.facing(&places);
    let along = |a: &Landscape, b: &Landscape| {
        let pairs = a.statements.iter().zip(&b.statements);
        pairs.map(|(a, b)| a.position.unwrap()[0] * b.position.unwrap()[0]).sum::<f64>()
    };
    assert!(along(&before, &after) > 0.0);
    // A mirrored map becomes the map again, to the last byte.
    let mirrored = Landscape::from_json(&before.to_json()).unwrap();
    assert_eq!(mirrored.facing(&places).to_json(), before.to_json());
}
