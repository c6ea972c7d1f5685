//! A model of one, two or three dimensions behind one door.

use super::{
    cells::Cells,
    dense::{cholesky, dot, identity, inverse, product, times},
    fit::{Item, Model, Person},
    logit::{exp, shares},
    priors::Purpose,
};

/// Most dimensions.
pub(super) const MOST: usize = 3;
/// A matrix of the places; directions that the model does not have are those of the unit matrix.
pub(super) type Spread = [[f64; MOST]; MOST];

/// Where a participant stands: mean and covariance, 0 and 1 in directions that the model does not have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub at: [f64; MOST],
    pub cov: Spread,
}

/// What is asked of a model, whatever its dimensions.
pub(super) trait Fitted: Send + Sync + std::fmt::Debug {
    fn dims(&self) -> usize;
    /// Sweeps until the statements stand still; the number of sweeps.
    fn settle(&mut self, cells: &Cells, threads: usize, cold: bool) -> usize;
    fn place(&self, participant: usize) -> Place;
    /// Where participants with these answers stand, whoever the model was fitted to.
    fn placed(&self, cells: &Cells) -> Vec<Place>;
    /// Slope of a statement and its variances.
    fn slope(&self, statement: usize) -> ([f64; MOST], Spread);
    /// Mean and variance of the level of a statement, on the scale of η.
    fn level(&self, statement: usize) -> (f64, f64);
    /// Probabilities of agree, pass and disagree; None stands for somebody or something of which nothing is known.
    fn probabilities(&self, participant: Option<usize>, statement: Option<usize>) -> [f64; 3];
    /// How likely a participant gives the answer of a cell.
    fn chance(&self, participant: usize, cell: u32) -> f64 {
        let [agree, pass, disagree] = self.probabilities(Some(participant), Some((cell / 3) as usize));
        [disagree, pass, agree][(cell % 3) as usize]
    }
    /// Fits statements to given participants, leaving these where they are: statements that were taken out.
    fn add_items(&mut self, cells: &Cells, threads: usize);
    /// Puts participants where their cells say, while the statements stay as they are.
    fn put_in(&mut self, people: &[usize], cells: &Cells);
    /// The same estimates.
    fn copy(&self) -> Box<dyn Fitted>;
    /// Keeps its estimates where participants and statements have new places; None stands for one that is new.
    /// `seen` says how many disagreed, passed and agreed, by statement.
    fn moved(&self, people: &[Option<usize>], items: &[Option<usize>], seen: &[[u32; 3]]) -> Box<dyn Fitted>;
    /// Makes ready for what follows: participants who answer otherwise are taken up anew, and all others stay.
    fn stand(&mut self, cells: &Cells, threads: usize);
    /// Participants have new places and statements theirs still; None stands for somebody new.
    fn move_people(&mut self, people: &[Option<usize>]);
    /// Takes away what a participant's cells say about the statements.
    fn take_off(&mut self, participant: usize, cells: &[u32]);
    /// Places a participant anew and adds what their cells say about the statements.
    fn put_on(&mut self, participant: usize, cells: &[u32]);
    /// Has the statements follow what was taken off and put on; false where it was too much for that.
    fn amend(&mut self) -> bool;
}

/// A model that has not been fitted yet.
pub(super) fn start(dims: usize, cells: &Cells, axes: &[Vec<f64>], purpose: Purpose) -> Box<dyn Fitted> {
    match dims {
        1 => Box::new(Model::<2>::start(cells, axes, purpose)),
        2 => Box::new(Model::<3>::start(cells, axes, purpose)),
        _ => Box::new(Model::<4>::start(cells, axes, purpose)),
    }
}

impl<const F: usize> Fitted for Model<F> {
    fn dims(&self) -> usize {
        F - 1
    }

    fn settle(&mut self, cells: &Cells, threads: usize, cold: bool) -> usize {
        self.settle(cells, threads, cold)
    }

    fn place(&self, participant: usize) -> Place {
        place(&self.people[participant])
    }

    fn placed(&self, cells: &Cells) -> Vec<Place> {
        self.placed(cells).iter().map(place).collect()
    }

    fn slope(&self, statement: usize) -> ([f64; MOST], Spread) {
        let item = &self.items[statement];
        let (mut slope, mut cov) = ([0.0; MOST], [[0.0; MOST]; MOST]);
        for i in 0..F - 1 {
            slope[i] = item.load[i];
            cov[i][..F - 1].copy_from_slice(&item.cov[i][..F - 1]);
        }
        (slope, cov)
    }

    fn level(&self, statement: usize) -> (f64, f64) {
        let item = &self.items[statement];
        (item.load[F - 1], item.cov[F - 1][F - 1])
    }

    fn probabilities(&self, participant: Option<usize>, statement: Option<usize>) -> [f64; 3] {
        let person = participant.map_or_else(|| self.priors.anybody(), |p| self.people[p]);
        let item = statement.map_or_else(|| self.priors.anything(), |s| self.items[s]);
        let (mut x, mut a) = (person.at, item.load);
        let c = std::mem::replace(&mut x[F - 1], 1.0);
        let level = std::mem::replace(&mut a[F - 1], 1.0);
        let eta = dot(&a, &x) - 1.0 + level + c;
        let unsure = dot(&a, &times(&person.cov, &a)) + dot(&x, &times(&item.cov, &x));
        shares(flattened(eta, unsure), exp(item.pass + person.pass))
    }

    fn add_items(&mut self, cells: &Cells, threads: usize) {
        self.add_items(cells, threads);
    }

    fn put_in(&mut self, people: &[usize], cells: &Cells) {
        let placed = self.placed(&cells.of_participants(people));
        people.iter().zip(placed).for_each(|(p, person)| self.people[*p] = person);
    }

    fn copy(&self) -> Box<dyn Fitted> {
        Box::new(Self { footing: None, ..self.clone() })
    }

    fn moved(&self, people: &[Option<usize>], items: &[Option<usize>], seen: &[[u32; 3]]) -> Box<dyn Fitted> {
        let item = |(item, seen): (&Option<usize>, &[u32; 3])| match item {
            Some(item) => Item { seen: seen.iter().sum(), ..self.items[*item] },
            None => Item::start(*seen, |_| 0.0),
        };
        Box::new(Self {
            people: people.iter().map(|p| p.map_or_else(Person::unknown, |p| self.people[p])).collect(),
            items: items.iter().zip(seen).map(item).collect(),
            priors: self.priors.clone(),
            footing: None,
        })
    }

    fn stand(&mut self, cells: &Cells, threads: usize) {
        self.stand(cells, threads);
    }

    fn move_people(&mut self, people: &[Option<usize>]) {
        self.people = people.iter().map(|p| p.map_or_else(Person::unknown, |p| self.people[p])).collect();
    }

    fn take_off(&mut self, participant: usize, cells: &[u32]) {
        self.take_off(participant, cells);
    }

    fn put_on(&mut self, participant: usize, cells: &[u32]) {
        self.put_on(participant, cells);
    }

    fn amend(&mut self) -> bool {
        self.amend()
    }
}

fn place<const F: usize>(person: &Person<F>) -> Place {
    let mut place = Place { at: [0.0; MOST], cov: identity() };
    for i in 0..F - 1 {
        place.at[i] = person.at[i];
        place.cov[i][..F - 1].copy_from_slice(&person.cov[i][..F - 1]);
    }
    place
}

/// An uncertain η brings the answer nearer to chance: σ(2η) averaged over a normal η (`MacKay` 1992).
fn flattened(eta: f64, unsure: f64) -> f64 {
    eta / (1.0 + std::f64::consts::PI / 2.0 * unsure).sqrt()
}

/// What the responses alone say about a place: precision, and precision times mean. The prior (unit) is taken off.
pub(super) fn evidence(place: &Place) -> (Spread, [f64; MOST]) {
    let sure = inverse(&cholesky(&place.cov));
    let pull = times(&sure, &place.at);
    let mut own = sure;
    for (i, row) in own.iter_mut().enumerate() {
        row[i] -= 1.0;
    }
    (own, pull)
}

/// m·c·mᵀ.
pub(super) fn seen_through(m: &Spread, c: &Spread) -> Spread {
    product(&product(m, c), &super::dense::transposed(m))
}
