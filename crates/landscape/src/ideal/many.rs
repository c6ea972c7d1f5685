//! Groups of many participants: a map that stands, and places on it, of which some are drawn.

use super::{
    groups::{Dialogue, Found},
    mixture::Evidence,
    partition::{adjusted_rand, by_size, jaccard},
    parts::{Bar, parts},
    space::evidence,
};
use crate::{chance, parallel};

/// Participants that the search looks at; more do not change what is found.
const SAMPLE: usize = 1000;
/// How often two thirds of them are drawn.
const DRAWS: usize = 20;
/// So many draws are looked at before it is asked whether it is worth to go on; a divisor of [`DRAWS`].
const AT_ONCE: usize = 4;
/// Agreement (adjusted Rand index) with which groups count as the same again, and how many draws may fall short of it.
const SAME: f64 = 0.8;
const MOST_OTHERS: usize = DRAWS / 5;
const BAR: Bar = Bar { price: 1.0, valley: 0.42 };

/// Groups that two thirds of the participants, by their places, give again and again.
pub(super) fn search(dialogue: &Dialogue, people: &[usize]) -> Option<Found> {
    let (model, lots) = (dialogue.model, &dialogue.order.lots);
    let evidence = |p: usize| evidence(&model.place(p));
    let sample = &people[..people.len().min(SAMPLE)];
    let points: Vec<Evidence> = sample.iter().map(|p| evidence(*p)).collect();
    let parts = parts(&points, model.dims(), BAR);
    if parts.count < 2 {
        return None;
    }
    let own: Vec<usize> = points.iter().map(|e| parts.of(e)).collect();
    let again = |draw: usize| {
        let part: Vec<Evidence> = sample
            .iter()
            .zip(&points)
            .filter(|(p, _)| !chance::mix(lots[**p], draw as u64 + 1).is_multiple_of(3))
            .map(|(_, e)| *e)
            .collect();
        let again = self::parts(&part, model.dims(), BAR);
        points.iter().map(|e| again.of(e)).collect::<Vec<usize>>()
    };
    let mut draws: Vec<Vec<usize>> = Vec::with_capacity(DRAWS);
    let mut others = 0;
    while draws.len() < DRAWS {
        let from = draws.len();
        draws.extend(parallel::blocks(AT_ONCE, dialogue.threads, |k| again(from + k)));
        others += draws[from..].iter().filter(|again| adjusted_rand(&own, again) < SAME).count();
        if others > MOST_OTHERS {
            return None;
        }
    }
    let (of, rank) = by_size((0..lots.len()).map(|p| parts.of(&evidence(p))).collect(), parts.count);
    let mut stability = vec![0.0; parts.count];
    for (part, rank) in rank.iter().enumerate() {
        stability[*rank] = draws.iter().map(|again| jaccard(&own, again, part)).sum::<f64>() / DRAWS as f64;
    }
    Some(Found { of, stability, stable: true })
}
