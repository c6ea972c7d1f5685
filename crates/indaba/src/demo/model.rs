//! The simulated participants of the demonstration: who they are and how they answer. Invented from end to end; no
//! figure here estimates anything about real people.
//!
//! # The model
//! Opinion is a point in a plane. `x` runs from *conditions and control first* (−) to *security of stay and rights
//! first* (+); `y` from *national discretion* (−) to *shared responsibility and the interests of countries of origin*
//! (+). Every perspective `j` has an ease `e_j` (how far everybody supports it) and a direction `(x_j, y_j)` (which
//! side of the plane it appeals to); they stand in `assets/demo/model.csv`.
//!
//! **People.** Each belongs to one of three camps, drawn with the shares of [`CAMPS`], and stands at the camp's centre
//! plus a normal deviation of [`SPREAD`] on each axis.
//!
//! **Delegations.** A State stands at the mean of the points of its roles ([`role_point`]). Any other delegation
//! stands at the point of its kind ([`kind_point`]), moved by a quarter of its roles' mean. Both deviate by
//! [`DELEGATION_SPREAD`]. An observer answers nothing.
//!
//! **Activity.** A participant visits each question with a probability `min(1, m · exp(0.6 z))`, `z` standard normal,
//! `m` = [`PEOPLE_VISIT`] or [`DELEGATIONS_VISIT`]: most visit about half of the questions, a few nearly none, a few
//! all. On a visited question each perspective is answered with probability [`ANSWERED`], so that a person in the
//! middle answers about 40 % of all perspectives. Who would have visited nothing visits one question drawn at random.
//!
//! **Answer.** With `η = e_j + w·(x_i·x_j + y_i·y_j)`, w = [`WEIGHT`], and the logistic function σ, an ordered logit
//! with the two thresholds ∓τ, τ = [`THRESHOLD`]:
//! `P(agree) = σ(η − τ)`, `P(disagree) = σ(−η − τ)`, `P(pass)` = the rest.
//! A delegation always agrees with what it wrote itself. Of the agreements and disagreements a share of [`MATTERS`] is
//! marked *matters most*.
//!
//! **Chance.** `SplitMix64` (Steele, Lea and Flood, 2014), one stream for each participant, started from the seed and
//! the participant's number: the same seed gives the same answers, and one participant more changes nobody else's.
//! A normal deviate is the sum of twelve uniform ones less six.

pub mod chance;
pub mod estimates;
pub mod measures;

use crate::words::{Kind, Position};
use chance::Chance;

/// A point of the plane, or a direction in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From conditions first (−) to rights first (+).
    pub x: f64,
    /// From national discretion (−) to shared responsibility (+).
    pub y: f64,
}

/// What the model knows of a perspective: one row of `assets/demo/model.csv`.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The question that it stands under, counted from 0.
    pub question: usize,
    /// How far everybody supports it, in logits.
    pub ease: f64,
    /// Which side of the plane it appeals to.
    pub toward: Point,
    /// The delegation that wrote it, as its place in the list given to [`simulate`].
    pub author: Option<usize>,
}

/// What the model knows of a delegation.
#[derive(Debug, Clone)]
pub struct Voice {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in migration.
    pub roles: Vec<Position>,
    /// Observers answer nothing.
    pub observer: bool,
}

/// One simulated response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// `0..people` are people; delegation `d` is participant `people + d`.
    pub participant: usize,
    /// Place in the list of perspectives.
    pub perspective: usize,
    /// 1 agree, 0 pass, −1 disagree.
    pub value: i8,
    /// Marked *matters most*.
    pub matters: bool,
}

/// The three camps: share of the people, and centre.
pub const CAMPS: [(f64, Point); 3] =
    [(0.36, Point { x: -1.3, y: -0.5 }), (0.36, Point { x: 1.3, y: -0.2 }), (0.28, Point { x: 0.1, y: 1.4 })];
/// Standard deviation of a person around the camp's centre, on each axis.
pub const SPREAD: f64 = 0.3;
/// How much a person's place weighs beside what everybody thinks of a perspective: enough that the fifteen perspectives
/// of a question tell the camps apart in about half of the questions, and in the others not.
pub const WEIGHT: f64 = 1.5;
/// Standard deviation of a delegation around the point of its roles and kind.
pub const DELEGATION_SPREAD: f64 = 0.3;
/// Median probability that a person visits a question.
pub const PEOPLE_VISIT: f64 = 0.45;
/// The same for a delegation.
pub const DELEGATIONS_VISIT: f64 = 0.85;
/// Spread of the logarithm of that probability.
pub const VISIT_SPREAD: f64 = 0.6;
/// Probability that a perspective of a visited question is answered.
pub const ANSWERED: f64 = 0.9;
/// Half the width of the band between disagreeing and agreeing, in logits.
pub const THRESHOLD: f64 = 0.5;
/// Share of the agreements and disagreements marked *matters most*.
pub const MATTERS: f64 = 0.05;

/// Draws all answers of `people` persons, then of the delegations, in the order participant, perspective.
pub fn simulate(perspectives: &[Place], delegations: &[Voice], people: usize, seed: u64) -> Vec<Answer> {
    let mut answers = Vec::new();
    for participant in 0..people {
        let mut chance = Chance::new(seed, participant);
        let camp = chance.camp();
        let someone = Someone {
            participant,
            delegation: None,
            at: chance.around(camp, SPREAD),
            visit: chance.visit(PEOPLE_VISIT),
        };
        someone.answer(perspectives, &mut chance, &mut answers);
    }
    for (number, voice) in delegations.iter().enumerate().filter(|(_, voice)| !voice.observer) {
        let mut chance = Chance::new(seed, people + number);
        let someone = Someone {
            participant: people + number,
            delegation: Some(number),
            at: chance.around(voice.point(), DELEGATION_SPREAD),
            visit: chance.visit(DELEGATIONS_VISIT),
        };
        someone.answer(perspectives, &mut chance, &mut answers);
    }
    answers
}

impl Voice {
    /// Where its roles and kind put it, before chance.
    fn point(&self) -> Point {
        let roles = mean(self.roles.iter().map(|role| role_point(*role)));
        if self.kind == Kind::State {
            return roles;
        }
        let own = kind_point(self.kind);
        Point { x: own.x + 0.25 * roles.x, y: own.y + 0.25 * roles.y }
    }
}

/// The point that a role in migration pulls a delegation to.
pub const fn role_point(role: Position) -> Point {
    match role {
        Position::Origin => Point { x: 0.2, y: 1.4 },
        Position::Transit => Point { x: 0.3, y: 1.0 },
        Position::Destination => Point { x: -1.1, y: -0.6 },
    }
}

/// The point of a kind of delegation; States have none of their own.
pub const fn kind_point(kind: Kind) -> Point {
    match kind {
        Kind::State => Point { x: 0.0, y: 0.0 },
        Kind::Intergovernmental => Point { x: 0.2, y: 0.5 },
        Kind::City => Point { x: 1.1, y: 0.0 },
        Kind::CivilSociety => Point { x: 1.6, y: 0.0 },
        Kind::Diaspora => Point { x: 1.2, y: 0.6 },
        Kind::Employers => Point { x: 0.3, y: -0.3 },
        Kind::Union => Point { x: 1.3, y: -0.1 },
        Kind::Academia => Point { x: 0.2, y: 0.1 },
    }
}

/// The mean point; the middle of the plane for none.
fn mean(points: impl Iterator<Item = Point>) -> Point {
    let (n, x, y) = points.fold((0.0_f64, 0.0, 0.0), |(n, x, y), p| (n + 1.0, x + p.x, y + p.y));
    let n = n.max(1.0);
    Point { x: x / n, y: y / n }
}

/// A participant as drawn.
struct Someone {
    participant: usize,
    delegation: Option<usize>,
    at: Point,
    visit: f64,
}

impl Someone {
    fn answer(&self, perspectives: &[Place], chance: &mut Chance, answers: &mut Vec<Answer>) {
        let questions = perspectives.iter().map(|place| place.question + 1).max().unwrap_or(0);
        let visited = chance.visited(questions, self.visit);
        for (perspective, place) in perspectives.iter().enumerate() {
            let seen = visited.get(place.question) == Some(&true) && chance.uniform() < ANSWERED;
            if seen {
                let value = self.value(place, chance.uniform());
                let matters = chance.uniform() < MATTERS && value != 0;
                answers.push(Answer { participant: self.participant, perspective, value, matters });
            }
        }
    }

    /// The ordered logit, turned by one uniform deviate into an answer.
    fn value(&self, place: &Place, uniform: f64) -> i8 {
        if self.delegation.is_some() && self.delegation == place.author {
            return 1;
        }
        let eta = place.ease + WEIGHT * (self.at.x * place.toward.x + self.at.y * place.toward.y);
        if uniform < logistic(eta - THRESHOLD) {
            1
        } else if uniform > 1.0 - logistic(-eta - THRESHOLD) {
            -1
        } else {
            0
        }
    }
}

fn logistic(value: f64) -> f64 {
    1.0 / (1.0 + (-value).exp())
}

/// The camp of each person, its place in [`CAMPS`], drawn as [`simulate`] draws it.
pub fn camps(people: usize, seed: u64) -> Vec<usize> {
    let place = |centre: Point| CAMPS.iter().position(|(_, c)| *c == centre).unwrap_or(0);
    (0..people).map(|person| place(Chance::new(seed, person).camp())).collect()
}
