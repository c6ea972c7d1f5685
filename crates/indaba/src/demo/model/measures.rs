//! What the demo's measures do to its delegations. Invented from end to end, as all of the demo is.
//!
//! A measure has, for each sphere that it touches, a base `b` and a direction `(x, y)` in the plane of opinions
//! (`assets/demo/measures.csv`). To a delegation at the point `(p, q)` it does `b + x·p + y·q`, rounded to a whole number
//! and kept between −3 and 3. The point is that of [`super::simulate`]: the mean of its roles and kind, moved by chance
//! by [`DELEGATION_SPREAD`]. Low and high lie the measure's spread (0 or 1) away. An effect of 0 for certain is not said.

use super::{Chance, DELEGATION_SPREAD, Voice};

/// What the model knows of a measure in one sphere.
#[derive(Debug, Clone, PartialEq)]
pub struct Tilt {
    /// The sphere.
    pub sphere: String,
    /// What it does in the middle of the plane.
    pub base: f64,
    /// How that changes along the two axes.
    pub along: [f64; 2],
}

/// One effect: delegation, place of the sphere among the measure's, low, likely and high.
pub type Worked = (usize, usize, [i64; 3]);

/// The effects of a measure on all delegations but observers. `number` is the measure's, `spread` 0 or 1.
pub fn effects(tilts: &[Tilt], spread: i64, voices: &[Voice], seed: u64) -> Vec<Worked> {
    let mut all = Vec::new();
    for (delegation, voice) in voices.iter().enumerate().filter(|(_, voice)| !voice.observer) {
        let at = Chance::new(seed, delegation).around(voice.point(), DELEGATION_SPREAD);
        for (place, tilt) in tilts.iter().enumerate() {
            let value = (tilt.base + tilt.along[0] * at.x + tilt.along[1] * at.y).round();
            let mode = (value as i64).clamp(-3, 3);
            let [low, high] = [(mode - spread).max(-3), (mode + spread).min(3)];
            if (low, mode, high) != (0, 0, 0) {
                all.push((delegation, place, [low, mode, high]));
            }
        }
    }
    all
}

/// Reads `economic 0.5 -0.3 0.2;labour 1 0 0`.
pub fn tilts(text: &str) -> Option<Vec<Tilt>> {
    let one = |part: &str| {
        let mut words = part.split_whitespace();
        let sphere = words.next()?.to_owned();
        let mut number = || words.next()?.parse::<f64>().ok();
        Some(Tilt { sphere, base: number()?, along: [number()?, number()?] })
    };
    text.split(';').map(one).collect()
}
