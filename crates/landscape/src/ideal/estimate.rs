//! What a fit leaves behind, and how the next one goes on from there.

use std::borrow::Cow;

use super::{
    cells::Cells,
    choose,
    order::Order,
    same,
    space::{self, Fitted},
};
use crate::{Votes, polis::pca, votes::Moves};

/// Where more participants than one in so many answer otherwise, the fit goes on with everybody.
const FEW: usize = 8;

/// What the next fit begins with.
#[derive(Debug)]
pub(crate) struct Estimate {
    /// One dimension, nothing else: the best single order.
    pub(super) order: Box<dyn Fitted>,
    /// As many dimensions as predict best, and how readily each participant agrees and passes.
    pub(super) model: Box<dyn Fitted>,
    /// Participants with the same answers beyond chance, in sets that have one voice each.
    pub(super) same: Vec<Vec<usize>>,
    /// None where the fit has to go on with everybody.
    standing: Option<Standing>,
}

/// What both models stand on, while a few participants at a time are taken up anew.
#[derive(Debug)]
struct Standing {
    out: Vec<bool>,
    digests: Vec<Option<u64>>,
    /// Participants who are taken off, ascending.
    waiting: Vec<usize>,
}

impl Estimate {
    /// A fit from the responses alone.
    pub(super) fn new(votes: &Votes, out: &[bool], threads: usize) -> Self {
        let by = Order::of(votes);
        let cells = Cells::of(votes, out).in_order(&by.places);
        let lots: Vec<u64> = by.places.iter().map(|p| by.lots[*p]).collect();
        let axes = pca::start(votes, &by.places, out, space::MOST, threads);
        let mut order = space::start(1, &cells, &axes, true);
        order.settle(&cells, threads, true);
        let chosen = choose::dimensions(&cells, &lots, &axes, threads);
        let mut model = match chosen.model {
            None => space::start(chosen.dims, &cells, &axes, false),
            Some(begun) => {
                let mut place = vec![None; cells.participants()];
                chosen.people.iter().enumerate().for_each(|(i, p)| place[*p] = Some(i));
                // Those with the same answers begin at one place, whatever was held out of each: they end at one, too.
                by.copies(votes).for_each(|copy| place[copy] = place[copy - 1]);
                begun.moved(&place, &(0..out.len()).map(Some).collect::<Vec<_>>(), &cells.counts())
            }
        };
        model.settle(&cells, threads, true);
        let mut estimate = Self { order, model, same: Vec::new(), standing: None };
        estimate.give_one_voice(&cells, threads);
        estimate.as_listed(&by);
        estimate
    }

    /// From the order of the fit to that of the responses.
    fn as_listed(&mut self, by: &Order) {
        let ranks = by.ranks();
        for model in [&mut self.order, &mut self.model] {
            model.move_people(&ranks);
        }
        for set in &mut self.same {
            *set = set.iter().map(|p| by.places[*p]).collect();
            set.sort_unstable();
        }
        self.same.sort();
    }

    /// Fits on with the first of each set of same answers alone, and puts the others beside it: however many they are,
    /// they turn the map no more than one.
    fn give_one_voice(&mut self, cells: &Cells, threads: usize) {
        let row = |p| Cow::Borrowed(cells.row(p));
        self.same = same::sets(self.model.as_ref(), &same::digests(cells), row);
        let Some(voices) = self.voices(cells) else { return };
        for model in [&mut self.order, &mut self.model] {
            model.settle(&voices, threads, false);
            self.same.iter().for_each(|set| model.join(set));
        }
    }

    /// The cells without those who share the voice of another; None where nobody does.
    fn voices(&self, cells: &Cells) -> Option<Cells<'static>> {
        let mut silent = vec![false; cells.participants()];
        self.same.iter().flat_map(|set| &set[1..]).for_each(|p| silent[*p] = true);
        (!self.same.is_empty()).then(|| cells.only(|p, _| !silent[p]))
    }

    /// Makes ready for responses that come one at a time.
    pub(super) fn stand(&mut self, votes: &Votes, out: &[bool], threads: usize) {
        let cells = Cells::of(votes, out);
        let voices = self.voices(&cells);
        for model in [&mut self.order, &mut self.model] {
            model.stand(voices.as_ref().unwrap_or(&cells), threads);
        }
        self.standing = Some(Standing { out: out.to_vec(), digests: same::digests(&cells), waiting: Vec::new() });
    }

    /// Takes off participants who are about to answer otherwise (places, ascending). One of a set is the voice of others
    /// too, or none: then the fit has to go on with everybody.
    pub(crate) fn take_off(&mut self, votes: &Votes, people: &[usize]) {
        let Some(mut standing) = self.standing.take() else { return };
        let known = |p: &usize| people.binary_search(p).is_ok();
        if people.len() > votes.participants().len() / FEW || self.same.iter().flatten().any(known) {
            return;
        }
        for p in people.iter().filter(|p| standing.waiting.binary_search(p).is_err()) {
            let row = seen(votes, &standing.out, *p);
            self.order.take_off(*p, &row);
            self.model.take_off(*p, &row);
        }
        standing.waiting.extend(people);
        standing.waiting.sort_unstable();
        standing.waiting.dedup();
        self.standing = Some(standing);
    }

    /// Follows participants and statements to their new places.
    pub(crate) fn follow(&mut self, votes: &Votes, moves: &Moves) {
        let standing = self.standing.take().filter(|_| moves.items.is_none());
        let Some(mut standing) = standing else {
            return self.moved(votes, &vec![false; votes.statements().len()], moves);
        };
        if let Some(people) = &moves.people {
            self.order.move_people(people);
            self.model.move_people(people);
            let mut now = vec![None; standing.digests.len()];
            standing.digests = people.iter().map(|before| standing.digests[(*before)?]).collect();
            people.iter().enumerate().for_each(|(place, before)| before.iter().for_each(|b| now[*b] = Some(place)));
            let follow = |p: &usize| now.get(*p).copied().flatten();
            self.same = self.same.iter().map(|set| set.iter().filter_map(follow).collect()).collect();
            standing.waiting = standing.waiting.iter().filter_map(follow).collect();
        }
        standing.waiting.extend(&moves.changed);
        standing.waiting.sort_unstable();
        standing.waiting.dedup();
        self.standing = Some(standing);
    }

    fn moved(&mut self, votes: &Votes, out: &[bool], moves: &Moves) {
        let all = |count: usize| (0..count).map(Some).collect::<Vec<_>>();
        let people = moves.people.clone().unwrap_or_else(|| all(votes.participants().len()));
        let items = moves.items.clone().unwrap_or_else(|| all(votes.statements().len()));
        let counts = Cells::of(votes, out).counts();
        for model in [&mut self.order, &mut self.model] {
            *model = model.moved(&people, &items, &counts);
        }
    }

    /// Fits on from here.
    pub(super) fn go_on(&mut self, votes: &Votes, out: &[bool], threads: usize) {
        if self.amend(votes, out) {
            return;
        }
        self.moved(votes, out, &Moves::default());
        let cells = Cells::of(votes, out);
        for model in [&mut self.order, &mut self.model] {
            model.settle(&cells, threads, false);
        }
        self.give_one_voice(&cells, threads);
        self.stand(votes, out, threads);
    }

    /// Takes up anew those who answered otherwise, if that is enough.
    fn amend(&mut self, votes: &Votes, out: &[bool]) -> bool {
        let Some(mut standing) = self.standing.take().filter(|standing| standing.out == out) else { return false };
        if standing.waiting.is_empty() {
            self.standing = Some(standing);
            return true;
        }
        for p in std::mem::take(&mut standing.waiting) {
            let row = seen(votes, out, p);
            standing.digests[p] = same::digest(&row);
            self.order.put_on(p, &row);
            self.model.put_on(p, &row);
        }
        let near = self.order.amend() && self.model.amend();
        if near && same::sets(self.model.as_ref(), &standing.digests, |p| seen(votes, out, p)) == self.same {
            self.standing = Some(standing);
        }
        self.standing.is_some()
    }
}

/// A participant's cells of statements that are not out.
fn seen<'a>(votes: &'a Votes, out: &[bool], participant: usize) -> Cow<'a, [u32]> {
    let cells = votes.cells(participant);
    let is_seen = |cell: &u32| !out[(cell / 3) as usize];
    if cells.iter().all(is_seen) {
        return Cow::Borrowed(cells);
    }
    Cow::Owned(cells.iter().copied().filter(is_seen).collect())
}
