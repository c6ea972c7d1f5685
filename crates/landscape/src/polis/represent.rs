//! Which statements tell a group from the other participants, and what most participants answer alike.

use super::tally::{SURE, Tally, proportion, proportion_test, two_proportions};
use crate::{Direction, Majority, Representative};

const LISTED: usize = 5;

/// A statement seen from one group.
#[derive(Clone, Copy)]
struct Seen<'a> {
    statement: &'a str,
    own: Tally,
    agree: Strength,
    disagree: Strength,
}

/// How strongly a group stands in one direction.
#[derive(Clone, Copy)]
struct Strength {
    p: f64,
    p_test: f64,
    repness: f64,
    repness_test: f64,
}

impl Strength {
    fn new(n: u32, of: u32, other: u32, other_of: u32) -> Self {
        let p = proportion(n, of);
        Self {
            p,
            p_test: proportion_test(n, of),
            repness: p / proportion(other, other_of),
            repness_test: two_proportions(n, of, other, other_of),
        }
    }

    fn sure(&self) -> bool {
        self.repness_test > SURE && self.p_test > SURE
    }

    fn metric(&self) -> f64 {
        self.repness * self.repness_test * self.p * self.p_test
    }
}

impl<'a> Seen<'a> {
    fn new(statement: &'a str, own: Tally, other: Tally) -> Self {
        let agree = Strength::new(own.agree, own.all(), other.agree, other.all());
        let disagree = Strength::new(own.disagree, own.all(), other.disagree, other.all());
        Self { statement, own, agree, disagree }
    }

    fn direction(&self) -> Direction {
        if self.agree.repness_test > self.disagree.repness_test { Direction::Agree } else { Direction::Disagree }
    }

    fn strength(&self) -> &Strength {
        match self.direction() {
            Direction::Agree => &self.agree,
            Direction::Disagree => &self.disagree,
        }
    }

    fn sufficient(&self) -> bool {
        self.agree.sure() || self.disagree.sure()
    }

    /// Whether it takes the place of the statement that the group agrees with best so far.
    fn beats(&self, best: Option<&Self>) -> bool {
        let new = &self.agree;
        if self.own.agree == 0 && self.own.disagree == 0 {
            return false;
        }
        match best.map(|b| &b.agree) {
            Some(old) if old.repness > 1.0 => new.metric() > old.metric(),
            Some(old) => new.p * new.p_test > old.p * old.p_test,
            None => new.p_test > SURE || (new.repness > 1.0 && new.p > 0.5),
        }
    }

    fn written(&self) -> Representative {
        let s = self.strength();
        Representative {
            statement: self.statement.into(),
            direction: self.direction(),
            agree: self.own.agree,
            disagree: self.own.disagree,
            votes: self.own.all(),
            p: s.p,
            p_test: s.p_test,
            repness: Some(s.repness),
            repness_test: Some(s.repness_test),
        }
    }
}

/// The representative statements of a group, from (id, own tally, tally of all other clustered participants) of each
/// statement that is not out, by id.
pub(super) fn representative<'a>(statements: impl Iterator<Item = (&'a str, Tally, Tally)>) -> Vec<Representative> {
    let mut best: Option<Seen> = None;
    let mut furthest: Option<Seen> = None;
    let mut sufficient: Vec<Seen> = Vec::new();
    let reach = |seen: &Seen| seen.agree.repness_test.max(seen.disagree.repness_test);
    for (id, own, other) in statements {
        let seen = Seen::new(id, own, other);
        if seen.beats(best.as_ref()) {
            best = Some(seen);
        }
        if furthest.as_ref().is_none_or(|f| reach(&seen) > reach(f)) {
            furthest = Some(seen);
        }
        if seen.sufficient() {
            sufficient.push(seen);
        }
    }
    if sufficient.is_empty() {
        return best.or(furthest).iter().map(Seen::written).collect();
    }
    listed(best, sufficient)
}

fn listed(best: Option<Seen>, mut sufficient: Vec<Seen>) -> Vec<Representative> {
    if let Some(best) = &best {
        sufficient.retain(|seen| seen.statement != best.statement);
    }
    sufficient.sort_by(|a, b| b.strength().metric().total_cmp(&a.strength().metric()));
    let mut list: Vec<Seen> = best.into_iter().chain(sufficient).take(LISTED).collect();
    list.sort_by_key(|seen| seen.direction() == Direction::Disagree);
    list.iter().map(Seen::written).collect()
}

/// What most participants agree with, then what most disagree with: at most five each.
pub(crate) fn majority<'a>(statements: impl Iterator<Item = (&'a str, Tally)> + Clone) -> Vec<Majority> {
    let mut found = most(statements.clone(), Direction::Agree);
    found.extend(most(statements, Direction::Disagree));
    found
}

fn most<'a>(statements: impl Iterator<Item = (&'a str, Tally)>, direction: Direction) -> Vec<Majority> {
    let mut found: Vec<Majority> = statements
        .map(|(id, tally)| {
            let n = if direction == Direction::Agree { tally.agree } else { tally.disagree };
            let (p, p_test) = (proportion(n, tally.all()), proportion_test(n, tally.all()));
            let (agree, disagree, votes) = (tally.agree, tally.disagree, tally.all());
            Majority { statement: id.into(), direction, agree, disagree, votes, p, p_test }
        })
        .filter(|m| m.p > 0.5 && m.p_test > SURE)
        .collect();
    found.sort_by(|a, b| (b.p * b.p_test).total_cmp(&(a.p * a.p_test)));
    found.truncate(LISTED);
    found
}
