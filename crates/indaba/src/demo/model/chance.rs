//! Where the simulation's chance comes from, and what is drawn with it.

use super::{CAMPS, Point, VISIT_SPREAD};

/// `SplitMix64`: small, well known, and the same on every machine.
pub struct Chance(u64);

impl Chance {
    /// The stream of one participant.
    pub fn new(seed: u64, participant: usize) -> Self {
        let mut start = Self(seed ^ (participant as u64).wrapping_mul(0xA24B_AED4_963E_E407));
        Self(start.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1): the upper 53 bits.
    pub fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below another.
    pub fn below(&mut self, bound: usize) -> usize {
        ((self.uniform() * bound as f64) as usize).min(bound.saturating_sub(1))
    }

    /// Standard normal, near enough: additions only, so that no library's logarithm can change it.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    pub(super) fn around(&mut self, centre: Point, spread: f64) -> Point {
        Point { x: centre.x + spread * self.normal(), y: centre.y + spread * self.normal() }
    }

    /// The centre of a camp drawn by its share.
    pub(super) fn camp(&mut self) -> Point {
        let [(first, a), (second, b), (_, c)] = CAMPS;
        let draw = self.uniform();
        if draw < first {
            a
        } else if draw < first + second {
            b
        } else {
            c
        }
    }

    /// The probability to visit a question.
    pub(super) fn visit(&mut self, median: f64) -> f64 {
        (median * (VISIT_SPREAD * self.normal()).exp()).min(1.0)
    }

    /// Which questions are visited; at least one, where there is any.
    pub(super) fn visited(&mut self, questions: usize, visit: f64) -> Vec<bool> {
        let mut visited: Vec<bool> = (0..questions).map(|_| self.uniform() < visit).collect();
        let one = (self.uniform() * questions as f64) as usize;
        if !visited.contains(&true)
            && let Some(question) = visited.get_mut(one)
        {
            *question = true;
        }
        visited
    }
}
