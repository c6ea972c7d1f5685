//! What is hidden from a country can't be told from anything that the country asks: neither from an answer, nor from
//! the time that the answer took.

use crate::house::TestHouse;
use indaba::app;
use indaba::commands::bench::Chance;
use indaba::commands::bench::hidden::{Filled, Side, Times, compare, fill, looks};
use indaba::commands::bench::rank_test::{mann_whitney, median};
use indaba::store;

/// Offers that everybody may see. 200 as in the demo; more than the 20 that the matches of a need show.
const OFFERS: usize = 200;
/// Hidden offers in the check of answers: enough to push others off every list, were they looked at.
const MANY: usize = 30;
/// Pairs of requests of one sample.
const PAIRS: usize = 150;
/// Samples that have to agree before a difference is believed.
const SAMPLES: usize = 3;
/// What rank test and network leave undecided: p of one sample, and microseconds. Over a network 15 to 100
/// microseconds can be told apart with some thousand requests (Crosby, Wallach and Riedi 2009); on a machine that does
/// other things meanwhile all times grow, hence also a share of the median.
const DOUBT: f64 = 0.01;
const REACH: f64 = 20.0;
const SHARE: f64 = 0.05;

/// The same dialogue on two servers of each engine, the second with hidden offers too.
async fn pairs(hidden: usize) -> Vec<([TestHouse; 2], Filled)> {
    let mut pairs = Vec::new();
    let now = store::now();
    for (without, with) in TestHouse::open().await.into_iter().zip(TestHouse::open().await) {
        filled(&without, 0, now).await;
        let filled = filled(&with, hidden, now).await;
        pairs.push(([without, with], filled));
    }
    pairs
}

async fn filled(house: &TestHouse, hidden: usize, now: store::Moment) -> Filled {
    let mut c = house.app.db.write().await.unwrap();
    let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
    let vocabulary = house.app.vocabulary();
    let filled = fill(&mut c, &convened.dialogue, &vocabulary, (OFFERS, hidden), now).await.unwrap();
    c.commit().await.unwrap();
    filled
}

async fn sides(houses: &[TestHouse; 2], filled: &Filled) -> [Side; 2] {
    let side = async |house: &TestHouse| Side::connect(house.address, filled).await.unwrap();
    [side(&houses[0]).await, side(&houses[1]).await]
}

#[tokio::test]
async fn every_answer_is_the_same_byte_by_byte_with_and_without_hidden_offers() {
    for (houses, filled) in pairs(MANY).await {
        let mut sides = sides(&houses, &filled).await;
        let mut chance = Chance::new(1);
        for look in looks(&filled) {
            compare(&mut sides, &look, 1, &mut chance).await.unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

/// A rank test is wrong once in a hundred times by what it is, and this one looks at eight kinds of requests. Hence a
/// first sample that gives p > .01 decides, and otherwise two more are drawn from servers started anew: only where all
/// three say that the same server is slower, by more than can be measured over a network, the time tells something.
/// That happens by chance less than once in 100,000 runs, while a difference that is there is in all three. The figures
/// themselves, over 2,000 requests each, are printed by `indaba bench hidden`.
#[tokio::test]
async fn the_time_of_an_answer_does_not_tell_of_a_hidden_offer() {
    let (mut houses, filled) = pairs(1).await.remove(0);
    let mut chance = Chance::new(2);
    for look in looks(&filled).into_iter().filter(|look| !look.writes()) {
        let mut seen = Vec::new();
        for _ in 0..SAMPLES {
            for house in &mut houses {
                house.restart().await;
            }
            let times = compare(&mut sides(&houses, &filled).await, &look, PAIRS, &mut chance).await.unwrap();
            let told = tells(&times);
            seen.push(told);
            if told.is_none() {
                break;
            }
        }
        let slower = |wanted: bool| seen.iter().filter(|told| **told == Some(wanted)).count() == SAMPLES;
        assert!(!slower(true) && !slower(false), "{}: the time tells of a hidden offer", look.name);
    }
}

/// Whether a sample tells the two servers apart, and if so whether the one with the hidden offer is slower.
fn tells(times: &Times) -> Option<bool> {
    let (apart, reach) = (times.apart(), REACH.max(SHARE * median(&times.without)));
    (mann_whitney(&times.without, &times.with) <= DOUBT && apart.abs() > reach).then_some(apart > 0.0)
}

#[tokio::test]
async fn a_difference_that_is_there_is_found() {
    // 20,000 offers more on the second server, as if what is hidden were looked at.
    let (mut houses, filled) = pairs(1).await.remove(0);
    let mut c = houses[1].app.db.write().await.unwrap();
    for offer in store::offer::active(&mut c, &houses[1].dialogue, store::now()).await.unwrap() {
        for n in 0..100 {
            let (id, handle) = (format!("{}-{n}", offer.id), format!("{}-{n}", offer.handle));
            // Without a tie: on no page of the country, and in its matches behind all that have one.
            let more = store::offer::Offer { id, handle, ties: "250".to_owned(), ..offer.clone() };
            store::offer::insert(&mut c, &houses[1].dialogue, &more).await.unwrap();
        }
    }
    c.commit().await.unwrap();
    houses[1].restart().await;
    let look = looks(&filled).into_iter().find(|look| look.name == "offers with ties").unwrap();
    let times = compare(&mut sides(&houses, &filled).await, &look, PAIRS, &mut Chance::new(3)).await.unwrap();
    assert_eq!(tells(&times), Some(true), "{} µs", times.apart());
}

#[test]
fn the_rank_test_gives_what_is_known() {
    // Mann and Whitney's U of two samples as scipy.stats.mannwhitneyu(method="asymptotic") gives it.
    let (one, other): (Vec<f64>, Vec<f64>) =
        ((0..30).map(f64::from).collect(), (0..30).map(|n| f64::from(n) + 6.5).collect());
    let p = mann_whitney(&one, &other);
    assert!((p - 0.010_315).abs() < 1e-5, "{p}");
    assert!((mann_whitney(&one, &one) - 1.0).abs() < 0.01);
    assert!((mann_whitney(&[1.0; 40], &[1.0; 40]) - 1.0).abs() < 1e-9, "all alike");
    assert!(mann_whitney(&one, &other.iter().map(|x| x + 100.0).collect::<Vec<_>>()) < 1e-9);
    assert!((median(&other) - 21.5).abs() < 1e-9);
    assert!((mann_whitney(&[], &one) - 1.0).abs() < 1e-9);
}
