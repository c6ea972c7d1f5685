//! Groups of few participants: those that come again when everything is done anew with some of them.
//!
//! Whoever leaves a tenth of the participants out and looks again applies the same rule to less. A rule that asks more of
//! fewer then takes back what it said. So what is asked is a mean over draws of fixed sizes (a U-statistic; Hoeffding
//! 1948): without some of the participants it is in the mean what it was with them.

use super::{
    cells::Cells,
    groups::{Dialogue, Found},
    mixture::Evidence,
    partition::{adjusted_rand, by_size, jaccard},
    parts::{Bar, parts},
    priors::Purpose,
    space::{self, MOST, evidence},
};
use crate::{chance, parallel, polis::pca};

/// How many participants are drawn. A size is drawn from some number of participants on; what it shows to whoever has just
/// more is not shown again without a tenth of them. The fewer sizes, the fewer such numbers.
const SIZES: [usize; 6] = [14, 20, 40, 80, 160, 320];
/// Of so large a share at most: draws that hardly differ agree about anything, and without a tenth of the participants
/// there would be no others of that size.
const MOST_SHARE: f64 = 0.75;
/// How often; and how often where that leaves it open whether the draws agree enough.
const DRAWS: usize = 20;
const MORE_DRAWS: usize = 60;
const OPEN: f64 = 0.12;
/// So many draws are looked at before it is asked whether it is worth to go on.
const AT_ONCE: usize = 4;
/// So far above what is asked, smaller draws are not looked at.
const CLEAR: f64 = 0.1;
/// Draws that agree so much tell where the same participants stand.
const ALIKE: f64 = 0.5;
/// Two dimensions tell as many camps apart as three, which only add noise.
const DIMENSIONS: usize = 2;
const BAR: Bar = Bar { price: 0.4, valley: 0.3 };
/// Fewer than twenty can't tell so surely that nobody stands between them.
const SMALL: usize = 20;
const SMALL_BAR: Bar = Bar { valley: 0.36, ..BAR };

/// How much draws of this share of the participants have to agree, on the average of any two, where one that gives no
/// groups agrees with none. Larger draws have more participants in common, and agree by that already.
fn asked(share: f64) -> f64 {
    0.15 + 0.6 * share
}

/// Groups in which draws of some size agree enough.
pub(super) fn search(dialogue: &Dialogue, people: &[usize]) -> Option<Found> {
    let few = Few::of(dialogue, people);
    let mut best: Option<(f64, Vec<Option<Groups>>)> = None;
    for size in SIZES.into_iter().rev() {
        let share = size as f64 / people.len() as f64;
        if share > MOST_SHARE {
            continue;
        }
        let Some((agreement, draws)) = few.draws(size, asked(share)) else { continue };
        let above = agreement - asked(share);
        if above >= 0.0 && best.as_ref().is_none_or(|(most, _)| above > *most) {
            best = Some((above, draws));
        }
        if above > CLEAR {
            break;
        }
    }
    let draws: Vec<Groups> = best?.1.into_iter().flatten().collect();
    Some(few.together(&draws))
}

/// For each participant, in order, a group of one draw.
type Groups = Vec<usize>;

/// Everybody in the order of their answers.
struct Few<'a> {
    dialogue: &'a Dialogue<'a>,
    cells: Cells<'a>,
    /// Those who may be drawn, ascending, and for each participant whether they have a voice.
    able: Vec<usize>,
    voice: Vec<bool>,
}

impl<'a> Few<'a> {
    fn of(dialogue: &'a Dialogue<'a>, people: &[usize]) -> Self {
        let order = dialogue.order;
        let ranks = order.ranks();
        let rank = |place: &usize| ranks[*place];
        let mut able: Vec<usize> = people.iter().filter_map(rank).collect();
        able.sort_unstable();
        let voice = order.places.iter().map(|place| !dialogue.silent[*place]).collect();
        Self { dialogue, cells: Cells::of(dialogue.votes, dialogue.out).in_order(&order.places), able, voice }
    }

    /// How much draws of this size agree, and what each gives; None as soon as it is sure that it is not enough.
    fn draws(&self, size: usize, asked: f64) -> Option<(f64, Vec<Option<Groups>>)> {
        let mut draws: Vec<Option<Groups>> = Vec::new();
        for wanted in [DRAWS, MORE_DRAWS] {
            while draws.len() < wanted {
                let from = draws.len();
                draws.extend(parallel::blocks(AT_ONCE, self.dialogue.threads, |k| self.draw(size, from + k)));
                let none = draws.iter().filter(|groups| groups.is_none()).count();
                if pairs(wanted - none) / pairs(wanted) < asked - OPEN {
                    return None;
                }
            }
            let agreement = agreement(&draws);
            if wanted == MORE_DRAWS || (agreement - asked).abs() > OPEN {
                return Some((agreement, draws));
            }
        }
        None
    }

    /// Everything anew with some of the participants; None where they are one group.
    fn draw(&self, size: usize, number: usize) -> Option<Groups> {
        let Dialogue { votes, out, order, .. } = self.dialogue;
        let lot = |rank: usize| chance::mix(order.lots[order.places[rank]], number as u64);
        let mut drawn = self.able.clone();
        drawn.sort_unstable_by_key(|rank| (lot(*rank), *rank));
        drawn.truncate(size);
        drawn.sort_unstable();
        let voices: Vec<usize> = drawn.iter().copied().filter(|rank| self.voice[*rank]).collect();
        let places: Vec<usize> = voices.iter().map(|rank| order.places[*rank]).collect();
        let cells = self.cells.of_participants(&voices);
        let mut model = space::start(DIMENSIONS, &cells, &pca::start(votes, &places, out, MOST, 1), Purpose::Map);
        model.settle(&cells, 1, true);
        let all: Vec<Evidence> = model.placed(&self.cells).iter().map(evidence).collect();
        let points: Vec<Evidence> = drawn.iter().map(|rank| all[*rank]).collect();
        let parts = parts(&points, DIMENSIONS, if size < SMALL { SMALL_BAR } else { BAR });
        (parts.count > 1).then(|| all.iter().map(|evidence| parts.of(evidence)).collect())
    }

    /// The groups of most draws: as the one that agrees best with all has them, and each participant where those that
    /// are like it put them.
    fn together(&self, draws: &[Groups]) -> Found {
        let like = |one: &Groups| draws.iter().map(|other| adjusted_rand(one, other)).sum::<f64>();
        let typical = draws.iter().max_by(|a, b| like(a).total_cmp(&like(b))).cloned().unwrap_or_default();
        let count = typical.iter().max().map_or(0, |last| last + 1);
        let mut times = vec![vec![0; count]; typical.len()];
        for draw in draws.iter().filter(|draw| adjusted_rand(draw, &typical) >= ALIKE) {
            let names = names(draw, &typical);
            times.iter_mut().zip(draw).for_each(|(times, group)| times[names[*group]] += 1);
        }
        let (groups, _) = by_size(times.iter().map(|times| first_of_most(times)).collect(), count);
        let again = |group| draws.iter().map(|draw| jaccard(&groups, draw, group)).sum::<f64>() / draws.len() as f64;
        let stability = (0..count).map(again).collect();
        let mut of = vec![0; groups.len()];
        self.dialogue.order.places.iter().zip(&groups).for_each(|(place, group)| of[*place] = *group);
        Found { of, stability, stable: true }
    }
}

fn pairs(count: usize) -> f64 {
    (count * count.saturating_sub(1)) as f64 / 2.0
}

/// Mean adjusted Rand index of any two draws; one without groups agrees with none.
fn agreement(draws: &[Option<Groups>]) -> f64 {
    let given: Vec<&Groups> = draws.iter().flatten().collect();
    let with_later = |(place, one): (usize, &&Groups)| -> f64 {
        given[place + 1..].iter().map(|other| adjusted_rand(one, other)).sum()
    };
    given.iter().enumerate().map(with_later).sum::<f64>() / pairs(draws.len())
}

/// For each group of a draw the one of another that it has most in common with.
fn names(draw: &Groups, other: &Groups) -> Vec<usize> {
    let last = |groups: &Groups| groups.iter().max().map_or(0, |last| last + 1);
    let mut shared = vec![vec![0; last(other)]; last(draw)];
    draw.iter().zip(other).for_each(|(a, b)| shared[*a][*b] += 1);
    shared.iter().map(|shared| first_of_most(shared)).collect()
}

fn first_of_most(counts: &[usize]) -> usize {
    (0..counts.len()).fold(0, |best, place| if counts[place] > counts[best] { place } else { best })
}
