//! The deeds of the model of the exchange, and how often each comes.

use crate::exchange_model::{NEEDS, OFFERS};
use indaba::introduction::{Actor, Step};
use proptest::prelude::*;

/// What somebody does.
#[derive(Debug, Clone, Copy)]
pub enum Deed {
    Propose(usize, usize),
    /// A step in the n-th introduction, counted from the latest.
    Step(usize, Actor, Step),
    NeedTerms(usize),
    NeedHost(usize),
    NeedCountry(usize, usize),
    NeedPeople(usize, i64),
    WithdrawNeed(usize),
    OfferCard(usize),
    /// Bits: from which countries.
    Hide(usize, usize),
    Capacity(usize, i64),
    Rest(usize),
    GoOn(usize),
    EraseHost(usize),
    EraseExpert(usize),
    Days(i64),
}

/// A run.
pub fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let actors = [Actor::Broker, Actor::Offer, Actor::Host];
    let step = (0..3_usize, 0..3_usize, 0..Step::ALL.len()).prop_map(move |(n, a, s)| (n, actors[a], Step::ALL[s]));
    // The way that leads on, so that a run gets far.
    let on = (0..2_usize, 0..5_usize).prop_map(move |(n, s)| {
        let way = [
            (Actor::Broker, Step::Show),
            (Actor::Offer, Step::Yes),
            (Actor::Host, Step::Yes),
            (Actor::Host, Step::Start),
            (Actor::Host, Step::Finish),
        ];
        (n, way[s].0, way[s].1)
    });
    let deed = prop_oneof![
        6 => (0..NEEDS, 0..OFFERS).prop_map(|(n, o)| Deed::Propose(n, o)),
        30 => on.prop_map(|(n, a, s)| Deed::Step(n, a, s)),
        6 => step.prop_map(|(n, a, s)| Deed::Step(n, a, s)),
        1 => (0..NEEDS).prop_map(Deed::NeedTerms),
        1 => (0..NEEDS).prop_map(Deed::NeedHost),
        1 => (0..NEEDS, 0..2_usize).prop_map(|(n, c)| Deed::NeedCountry(n, c)),
        1 => (0..NEEDS, 1..3_i64).prop_map(|(n, p)| Deed::NeedPeople(n, p)),
        1 => (0..NEEDS).prop_map(Deed::WithdrawNeed),
        1 => (0..OFFERS).prop_map(Deed::OfferCard),
        2 => (0..OFFERS, 0..8_usize).prop_map(|(o, c)| Deed::Hide(o, c)),
        1 => (0..OFFERS, 1..3_i64).prop_map(|(o, c)| Deed::Capacity(o, c)),
        1 => (0..OFFERS).prop_map(Deed::Rest),
        1 => (0..OFFERS).prop_map(Deed::GoOn),
        1 => (0..NEEDS).prop_map(Deed::EraseHost),
        1 => (0..OFFERS).prop_map(Deed::EraseExpert),
        2 => (1..20_i64).prop_map(Deed::Days),
    ];
    proptest::collection::vec(deed, 10..45)
}
