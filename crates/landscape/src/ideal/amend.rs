//! One response more: the participant who gave it is taken up anew, the statements follow, everybody else stays.
//!
//! A fit that stands still keeps what the statements gathered from everybody. In these sums one participant's part is
//! replaced, and each statement takes its step from where it stood. That is what the last sweep would have come to, had
//! the response been there; its effect on the places of the others is left out, and a sweep is made before it is seen.

use super::{
    cells::Cells,
    fit::{Item, Model, Row, Sums, gather},
    logit::Looks,
};

/// Further from where they stood (root mean square, in standard errors) the statements do not go without a sweep.
const FAR: f64 = 0.02;
/// Newton steps of a participant who is taken up anew.
const STEPS: usize = 4;

/// The statements as they stood, and what they gathered there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Footing<const F: usize> {
    items: Vec<Item<F>>,
    rows: Vec<Row<F>>,
    sums: Vec<Sums<F>>,
}

impl<const F: usize> Model<F> {
    /// Remembers where the statements stand and what they gather from everybody.
    pub(super) fn stand(&mut self, cells: &Cells, threads: usize) {
        let rows = self.rows();
        let sums = self.gathered(cells, &rows, threads);
        self.footing = Some(Box::new(Footing { items: self.items.clone(), rows, sums }));
    }

    /// Takes away what a participant's cells say about the statements.
    pub(super) fn take_off(&mut self, participant: usize, cells: &[u32]) {
        let person = self.people[participant];
        if let Some(footing) = &mut self.footing {
            footing.add(cells, -1.0, |rows, looks, sums| gather(&person, rows, cells, looks, sums));
            for cell in cells {
                footing.items[(cell / 3) as usize].seen -= 1;
            }
        }
    }

    /// Places a participant anew and adds what their cells say about the statements.
    pub(super) fn put_on(&mut self, participant: usize, cells: &[u32]) {
        let Some(mut footing) = self.footing.take() else { return };
        let (mut person, mut looks) = (self.people[participant], Looks::default());
        for _ in 0..STEPS {
            self.place(&mut person, &footing.rows, cells, &mut looks);
        }
        footing.add(cells, 1.0, |rows, looks, sums| gather(&person, rows, cells, looks, sums));
        for cell in cells {
            footing.items[(cell / 3) as usize].seen += 1;
        }
        self.people[participant] = person;
        self.footing = Some(footing);
    }

    /// Has the statements follow; false where they went so far that the others have to follow too.
    pub(super) fn amend(&mut self) -> bool {
        let Some(footing) = self.footing.take() else { return false };
        self.items.clone_from(&footing.items);
        let before = self.flat();
        self.step_items(&footing.sums);
        let near = self.motion(&before, &self.flat()) < FAR;
        self.footing = near.then_some(footing);
        near
    }
}

impl<const F: usize> Footing<F> {
    /// Adds so many times what `gather` gathers from some cells.
    fn add(&mut self, cells: &[u32], times: f64, gather: impl Fn(&[Row<F>], &mut Looks, &mut [Sums<F>])) {
        let mut part = vec![Sums::NONE; self.sums.len()];
        gather(&self.rows, &mut Looks::default(), &mut part);
        for place in cells.iter().map(|cell| (cell / 3) as usize) {
            self.sums[place].add_times(&part[place], times);
        }
    }
}
