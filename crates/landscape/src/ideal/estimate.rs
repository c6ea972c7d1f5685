//! What a fit leaves behind, and how the next one goes on from there.

use std::borrow::Cow;

use super::{
    cells::Cells,
    choose,
    order::Order,
    priors::Purpose,
    same,
    space::{self, Fitted},
    voices,
};
use crate::{Votes, polis::pca, votes::Moves};

/// Where more participants than one in so many answer otherwise, the fit goes on with everybody.
const FEW: usize = 8;
/// So often those who answer alike are looked at on a map that the others drew. Once is enough unless they are many.
const ROUNDS: usize = 2;

/// What the next fit begins with.
#[derive(Debug)]
pub(crate) struct Estimate {
    /// One dimension, nothing else: the best single order.
    pub(super) order: Box<dyn Fitted>,
    /// As many dimensions as predict best, and how readily each participant agrees and passes.
    pub(super) model: Box<dyn Fitted>,
    /// Participants who answer alike beyond chance, in sets that have no voice.
    pub(super) alike: Vec<Vec<usize>>,
    /// None where the fit has to go on with everybody.
    standing: Option<Standing>,
}

/// What both models stand on, while a few participants at a time are taken up anew.
#[derive(Debug)]
struct Standing {
    out: Vec<bool>,
    /// Participants who are taken off, ascending.
    waiting: Vec<usize>,
}

impl Estimate {
    /// A fit from the responses alone.
    pub(super) fn new(votes: &Votes, out: &[bool], threads: usize) -> Self {
        let by = Order::of(votes);
        let cells = Cells::of(votes, out);
        let mut alike = voices::suspected(&cells, &by, threads);
        for _ in 0..ROUNDS {
            let found = Self::of_others(votes, out, &alike, threads);
            let confirmed = voices::confirmed(&alike, found.model.as_ref(), &cells, &by, threads);
            if confirmed == alike {
                return found;
            }
            alike = confirmed;
        }
        Self::of_others(votes, out, &alike, threads)
    }

    /// A fit to all but those who answer alike: it is the one that would be there without them, and they are put in.
    fn of_others(votes: &Votes, out: &[bool], alike: &[Vec<usize>], threads: usize) -> Self {
        if alike.is_empty() {
            return Self::of_all(votes, out, threads);
        }
        let silent = voices::silent(alike, votes.participants().len());
        let others = votes.without(&silent);
        let mut found = Self::of_all(&others, out, threads);
        let counts = Cells::of(&others, out).counts();
        let cells = Cells::of(votes, out);
        found.alike = alike.to_vec();
        for model in [&mut found.order, &mut found.model] {
            *model = with_silent(model.as_ref(), &silent, &cells, &counts);
        }
        found
    }

    /// A model of as many dimensions as there can be, fitted to predict: to all but those who answer alike.
    pub(super) fn prediction(&self, votes: &Votes, out: &[bool], threads: usize) -> Box<dyn Fitted> {
        let silent = voices::silent(&self.alike, votes.participants().len());
        let others = votes.without(&silent);
        let by = Order::of(&others);
        let cells = Cells::of(&others, out).in_order(&by.places);
        let axes = pca::start(&others, &by.places, out, space::MOST, threads);
        let mut model = space::start(space::MOST, &cells, &axes, Purpose::Prediction);
        model.settle(&cells, threads, true);
        model.move_people(&by.ranks());
        with_silent(model.as_ref(), &silent, &Cells::of(votes, out), &cells.counts())
    }

    fn of_all(votes: &Votes, out: &[bool], threads: usize) -> Self {
        let by = Order::of(votes);
        let cells = Cells::of(votes, out).in_order(&by.places);
        let lots: Vec<u64> = by.places.iter().map(|p| by.lots[*p]).collect();
        let axes = pca::start(votes, &by.places, out, space::MOST, threads);
        let mut order = space::start(1, &cells, &axes, Purpose::Order);
        order.settle(&cells, threads, true);
        let chosen = choose::dimensions(&cells, &lots, &axes, threads);
        let mut model = match chosen.model {
            None => space::start(chosen.dims, &cells, &axes, Purpose::Map),
            Some(begun) => {
                let mut place = vec![None; cells.participants()];
                chosen.people.iter().enumerate().for_each(|(i, p)| place[*p] = Some(i));
                // Those with the same answers begin at one place, whatever was held out of each: they end at one, too.
                by.copies(votes).for_each(|copy| place[copy] = place[copy - 1]);
                begun.moved(&place, &(0..out.len()).map(Some).collect::<Vec<_>>(), &cells.counts())
            }
        };
        model.settle(&cells, threads, true);
        let ranks = by.ranks();
        for model in [&mut order, &mut model] {
            model.move_people(&ranks);
        }
        Self { order, model, alike: Vec::new(), standing: None }
    }

    /// The cells of those who have a voice, and which participants have none.
    fn voices<'a>(&self, cells: &Cells<'a>) -> (Cells<'a>, Vec<usize>) {
        let silent = voices::silent(&self.alike, cells.participants());
        if self.alike.is_empty() {
            return (cells.clone(), Vec::new());
        }
        (cells.only(|p, _| !silent[p]), self.alike.concat())
    }

    /// Makes ready for responses that come one at a time.
    pub(super) fn stand(&mut self, votes: &Votes, out: &[bool], threads: usize) {
        let (voices, _) = self.voices(&Cells::of(votes, out));
        for model in [&mut self.order, &mut self.model] {
            model.stand(&voices, threads);
        }
        self.standing = Some(Standing { out: out.to_vec(), waiting: Vec::new() });
    }

    /// Takes off participants who are about to answer otherwise (places, ascending). Whether one of a set still answers
    /// like the others is seen by a fit that goes on with everybody.
    pub(crate) fn take_off(&mut self, votes: &Votes, people: &[usize]) {
        let Some(mut standing) = self.standing.take() else { return };
        let known = |p: &usize| people.binary_search(p).is_ok();
        if people.len() > votes.participants().len() / FEW || self.alike.iter().flatten().any(known) {
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
            let mut now = vec![None; people.iter().flatten().max().map_or(0, |last| last + 1)];
            people.iter().enumerate().for_each(|(place, before)| before.iter().for_each(|b| now[*b] = Some(place)));
            let follow = |p: &usize| now.get(*p).copied().flatten();
            self.alike = self.alike.iter().map(|set| set.iter().filter_map(follow).collect()).collect();
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
        let (by, cells) = (Order::of(votes), Cells::of(votes, out));
        self.alike = voices::suspected(&cells, &by, threads);
        if !self.alike.is_empty() {
            self.settle(&cells, threads);
            self.alike = voices::confirmed(&self.alike, self.model.as_ref(), &cells, &by, threads);
        }
        self.settle(&cells, threads);
        self.stand(votes, out, threads);
    }

    /// Fits on with those who have a voice, and puts the others in.
    fn settle(&mut self, cells: &Cells, threads: usize) {
        let (voices, silent) = self.voices(cells);
        for model in [&mut self.order, &mut self.model] {
            model.settle(&voices, threads, false);
            model.put_in(&silent, cells);
        }
    }

    /// Takes up anew those who answered otherwise, if that is enough.
    fn amend(&mut self, votes: &Votes, out: &[bool]) -> bool {
        let Some(mut standing) = self.standing.take().filter(|standing| standing.out == out) else { return false };
        if standing.waiting.is_empty() {
            self.standing = Some(standing);
            return true;
        }
        let people = std::mem::take(&mut standing.waiting);
        for p in people.iter().copied() {
            let row = seen(votes, out, p);
            self.order.put_on(p, &row);
            self.model.put_on(p, &row);
        }
        if self.order.amend() && self.model.amend() && !self.are_alike(&Cells::of(votes, out), &people) {
            self.standing = Some(standing);
        }
        self.standing.is_some()
    }

    /// Whether any of these now answers the same as others beyond chance. Those who follow a list and leave something out
    /// are found when the fit goes on with everybody.
    fn are_alike(&self, cells: &Cells, people: &[usize]) -> bool {
        people.iter().any(|p| same::is_one_of_many(self.model.as_ref(), cells, *p))
    }
}

/// A model of the others, with those who have no voice put in among them. `seen` counts the answers of the others.
fn with_silent(model: &dyn Fitted, silent: &[bool], cells: &Cells, seen: &[[u32; 3]]) -> Box<dyn Fitted> {
    let mut next = 0..;
    let people: Vec<Option<usize>> = silent.iter().map(|silent| if *silent { None } else { next.next() }).collect();
    let mut model = model.moved(&people, &(0..seen.len()).map(Some).collect::<Vec<_>>(), seen);
    let silent: Vec<usize> = (0..silent.len()).filter(|p| silent[*p]).collect();
    model.put_in(&silent, cells);
    model
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
