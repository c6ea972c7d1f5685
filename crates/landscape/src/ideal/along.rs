//! Support from one end of the map to the other, and how many more voices would change what comes first by it.

use crate::{Landscape, Votes, ground, landscape::FIRST};

/// Places along the first axis, from the outermost tenth of the participants on one side to that on the other.
const PLACES: usize = 5;
/// So many answers more, of as many as a statement usually has, are taken to be against each statement.
const DOUBT: f64 = 0.25;
/// Where there are more voices, they are added by the two hundredth part.
const STEPS: usize = 200;

/// Weights of those who disagree and of those who agree, at each place.
type Sums = [[f64; 2]; PLACES];

/// What those at each place answered.
pub(super) struct Along {
    sums: Vec<Sums>,
    /// How many answers a statement usually has.
    usual: f64,
    voices: f64,
}

impl Along {
    /// Each participant counts at the two places beside their rank, so that nobody is cut off from their neighbours, and
    /// where they have a voice. `order` is that in which sums are made.
    pub(super) fn of(votes: &Votes, order: &[usize], out: &[bool], people: &[[f64; 2]], silent: &[bool]) -> Self {
        let mut sums = vec![Sums::default(); votes.statements().len()];
        let order: Vec<usize> = order.iter().copied().filter(|p| !silent[*p]).collect();
        let ranks = ranks(&order, people);
        for p in order.iter().copied() {
            let at = ((ranks[p] - 0.1) / 0.8).clamp(0.0, 1.0) * (PLACES - 1) as f64;
            let left = (at.floor() as usize).min(PLACES - 2);
            let share = at - left as f64;
            for cell in votes.cells(p).iter().filter(|cell| **cell % 3 != 1) {
                let side = (cell % 3 / 2) as usize;
                let sum = &mut sums[(cell / 3) as usize];
                sum[left][side] += 1.0 - share;
                sum[left + 1][side] += share;
            }
        }
        let seen = || sums.iter().zip(out).filter(|(_, out)| !**out).map(|(sum, _)| sum);
        let answers: f64 = seen().flatten().flatten().sum();
        let usual = answers / seen().count().max(1) as f64;
        Self { sums, usual, voices: order.len() as f64 }
    }

    /// The geometric mean of the lower bounds of its support at five places along the axis, with some doubt.
    pub(super) fn support(&self, statement: usize) -> f64 {
        geometric_mean(&doubted(self.sums[statement], DOUBT * self.usual))
    }

    /// For each statement that is among the first, how many more voices surely leave it there: whatever they answer
    /// and wherever they stand, while the others stand where they are.
    pub(super) fn mark_first(&self, landscape: &mut Landscape) {
        let mut rivals: Vec<Rival> = landscape.ranked().iter().map(|(_, s)| self.rival(landscape, *s)).collect();
        let mut standing: Vec<Rival> = rivals.iter().take(FIRST).copied().collect();
        let step = (self.voices / STEPS as f64).ceil().max(1.0);
        let mut more = 0.0;
        while !standing.is_empty() {
            for own in &mut standing {
                own.add(0, step);
            }
            for rival in &mut rivals {
                rival.add(1, step);
            }
            let best: Vec<(usize, f64)> = rivals.iter().map(|r| (r.statement, r.support(DOUBT * self.usual))).collect();
            let doubt = DOUBT * (self.usual + more + step);
            let stays = |own: &Rival| more < self.voices && own.is_first(doubt, &best);
            let (stay, go): (Vec<Rival>, Vec<Rival>) = standing.into_iter().partition(stays);
            for own in go {
                landscape.statements[own.statement].withstands = Some(more as u32);
            }
            standing = stay;
            more += step;
        }
    }

    fn rival(&self, landscape: &Landscape, statement: usize) -> Rival {
        Rival { statement, sums: self.sums[statement], most: landscape.least_of_blocs(statement) }
    }
}

/// A statement to whose answers further ones are added.
#[derive(Clone, Copy)]
struct Rival {
    statement: usize,
    sums: Sums,
    /// What the declared blocs leave of its support.
    most: f64,
}

impl Rival {
    fn support(&self, doubt: f64) -> f64 {
        geometric_mean(&doubted(self.sums, doubt)).min(self.most)
    }

    /// Whether it is among the first, however well the others do.
    fn is_first(&self, doubt: f64, best: &[(usize, f64)]) -> bool {
        let least = self.support(doubt);
        best.iter().filter(|(rival, best)| *rival != self.statement && *best >= least).count() < FIRST
    }

    /// Adds answers of one side at the place where they change most.
    fn add(&mut self, side: usize, weight: f64) {
        let change = self.sums.map(|mut sum| {
            let before = bound(&sum);
            sum[side] += weight;
            (bound(&sum) / before).ln().abs()
        });
        let most = (1..PLACES).fold(0, |best, k| if change[k] > change[best] { k } else { best });
        self.sums[most][side] += weight;
    }
}

/// The same answers with some more against, wherever these stand.
fn doubted(sums: Sums, doubt: f64) -> Sums {
    sums.map(|[disagree, agree]| [disagree + doubt / PLACES as f64, agree])
}

fn geometric_mean(sums: &Sums) -> f64 {
    (sums.iter().map(|sum| bound(sum).ln()).sum::<f64>() / PLACES as f64).exp()
}

fn bound([disagree, agree]: &[f64; 2]) -> f64 {
    ground::weighted(*agree, *disagree).low.max(1e-3)
}

/// Rank of each of these participants along the first axis, in 0..1; those at one place share theirs.
fn ranks(order: &[usize], people: &[[f64; 2]]) -> Vec<f64> {
    let mut order = order.to_vec();
    order.sort_by(|a, b| people[*a][0].total_cmp(&people[*b][0]));
    let mut ranks = vec![0.5; people.len()];
    let (mut below, all) = (0.0, order.len() as f64);
    for here in order.chunk_by(|a, b| people[*a][0] >= people[*b][0]) {
        let voices = here.len() as f64;
        for p in here {
            ranks[*p] = (below + voices / 2.0) / all;
        }
        below += voices;
    }
    ranks
}
