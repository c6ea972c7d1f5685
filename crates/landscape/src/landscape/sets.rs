//! What is said of groups and blocs, and between them.

use serde::{Deserialize, Serialize};

use super::Band;

/// An opinion group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// A, B, C by size, or the label that was given.
    pub id: String,
    /// Number of participants.
    pub size: Option<u32>,
    /// Between 0 and 1; `None` where the method does not measure it.
    pub stability: Option<f64>,
    /// Mean position of its participants.
    pub center: Option<[f64; 2]>,
    /// The part of the map where about 80 % of it stand.
    pub ellipse: Option<Ellipse>,
    /// What tells it from the others, at most five.
    pub representative: Vec<Representative>,
    /// What it holds on each statement, in the order of `Landscape::statements`.
    pub statements: Vec<Holding>,
}

/// An ellipse around the center of a group, from the covariance of its positions: it holds 80 % of a normal
/// distribution.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ellipse {
    /// Larger and smaller half axis, in units of the map.
    pub radii: [f64; 2],
    /// From the first axis of the map to the larger half axis, in radians, −π/2..=π/2.
    pub angle: f64,
}

/// A declared bloc.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bloc {
    /// Its name.
    pub name: String,
    /// Participants of it who responded.
    pub size: Option<u32>,
    /// What it holds on each statement, in the order of `Landscape::statements`.
    pub statements: Vec<Holding>,
}

/// What a group or bloc holds on a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Holding {
    /// Id of the statement.
    pub statement: String,
    /// How many of it agreed.
    pub agree: Option<u32>,
    /// How many of it disagreed.
    pub disagree: Option<u32>,
    /// How many of it passed.
    pub pass: Option<u32>,
    /// Share that agrees of those who took a side, smoothed; a pass is no disagreement.
    pub support: Option<f64>,
    /// Lower bound of the 90 % band of `support`.
    pub low: Option<f64>,
    /// Upper bound of the 90 % band of `support`.
    pub high: Option<f64>,
    /// What it holds, where that is more than chance (false discoveries at most 5 % of all that is marked so); `None`
    /// too where the method does not test it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<Direction>,
}

/// Which way a statement stands for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It agrees.
    Agree,
    /// It disagrees.
    Disagree,
}

/// A statement that tells a group from the other participants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Representative {
    /// Id of the statement.
    pub statement: String,
    /// The direction in which the group differs most.
    pub direction: Direction,
    /// How many of the group agreed.
    pub agree: u32,
    /// How many of the group disagreed.
    pub disagree: u32,
    /// How many of the group responded, passes included.
    pub votes: u32,
    /// Smoothed share of the group in that direction.
    pub p: f64,
    /// One-proportion test of `p` against one half (a standard normal score).
    pub p_test: f64,
    /// `p` over the same share of all other clustered participants.
    pub repness: Option<f64>,
    /// Two-proportion test of the same (a standard normal score).
    pub repness_test: Option<f64>,
}

/// A statement that most participants answer alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Majority {
    /// Id of the statement.
    pub statement: String,
    /// What most answered.
    pub direction: Direction,
    /// How many agreed.
    pub agree: u32,
    /// How many disagreed.
    pub disagree: u32,
    /// How many responded, passes included.
    pub votes: u32,
    /// Smoothed share in that direction.
    pub p: f64,
    /// One-proportion test of `p` against one half (a standard normal score).
    pub p_test: f64,
}

/// Between whom a divide stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Opinion groups.
    Groups,
    /// Declared blocs.
    Blocs,
}

/// A group or bloc of which a figure may not be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotShown {
    /// Which of both it is.
    pub family: Family,
    /// Id of the group or name of the bloc.
    pub name: String,
}

/// One side of a divide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Id of the group or name of the bloc.
    pub name: String,
    /// Its support.
    pub support: Band,
}

/// A statement on which two groups or two blocs are opposed: the whole band of one lies above one half, that of the
/// other below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Divide {
    /// Id of the statement.
    pub statement: String,
    /// Whether the sides are groups or blocs.
    pub between: Family,
    /// The side with the most support.
    pub most: Side,
    /// The side with the least.
    pub least: Side,
    /// From the upper bound of the least to the lower bound of the most: what is sure of the distance.
    pub gap: f64,
}
