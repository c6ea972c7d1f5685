//! A map of the world without a coast: where countries are follows from the distances in the pack, so that nothing is
//! drawn for which there is no open figure. Areas are true to scale (Equal Earth; Šavrič, Patterson and Jenny 2018).

use super::picture::{escaped, opening, short};
use std::f64::consts::TAU;
use std::fmt::Write;

/// A country on the map.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Degrees north and east.
    pub at: [f64; 2],
    /// Its name.
    pub name: String,
    /// People there who were born elsewhere: the area of the dot.
    pub people: f64,
}

/// People who were born in one place and live in another: both as places in the list of spots.
pub type Way = (usize, usize, f64);

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 350.0;
/// Units of the drawing for one of the projection, which is 5.4 wide.
const SCALE: f64 = 130.0;
/// The map is cut in the Pacific, through the Bering Strait.
const MIDDLE: f64 = 11.0;
/// The largest dot's radius, the widest arc, and how far an arc bends.
const DOT: f64 = 13.0;
const WIDEST: f64 = 7.0;
const BEND: f64 = 0.18;
/// So many of the largest dots have their names, where names do not meet.
const NAMED: usize = 12;
const LETTER: f64 = 6.6;
const LINE: f64 = 13.0;
/// On a phone the first few alone, so much larger.
const FIRST: usize = 4;
const LARGER: f64 = 1.7;

/// Draws countries as dots and corridors as arcs, which bend to the right on their way to the country of residence.
pub fn map(id: &str, title: &str, desc: &str, spots: &[Spot], arcs: &[Way]) -> String {
    let places: Vec<(f64, f64)> = spots.iter().map(|spot| projected(spot.at)).collect();
    let most = |values: &mut dyn Iterator<Item = f64>| values.fold(1.0, f64::max);
    let (people, widest) = (most(&mut spots.iter().map(|s| s.people)), most(&mut arcs.iter().map(|a| a.2)));
    let mut out = opening(id, (WIDTH, HEIGHT), title, desc, "world");
    grid(&mut out);
    for (from, to, people) in arcs {
        let (Some(a), Some(b)) = (places.get(*from), places.get(*to)) else { continue };
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (x, y) = (f64::midpoint(a.0, b.0) + dy * BEND, f64::midpoint(a.1, b.1) - dx * BEND);
        let _ = write!(
            out,
            "<path class=\"g1 arc\" d=\"M{:.1} {:.1}Q{x:.1} {y:.1} {:.1} {:.1}\" stroke-width=\"{:.1}\"/>",
            a.0,
            a.1,
            b.0,
            b.1,
            (people / widest * WIDEST).max(0.8)
        );
    }
    for (spot, (x, y)) in spots.iter().zip(&places) {
        let radius = ((spot.people / people).sqrt() * DOT).max(0.9);
        let name = escaped(&spot.name);
        let _ = write!(
            out,
            "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"><title>{name}</title></circle>"
        );
    }
    names(&mut out, spots, &places, people);
    out + "</svg>"
}

/// Equator, parallels and meridians, so that the dots are seen to lie on the globe.
fn grid(out: &mut String) {
    let mut line = |points: &mut dyn Iterator<Item = [f64; 2]>| {
        let points: Vec<String> = points.map(projected).map(|(x, y)| format!("{x:.0} {y:.0}")).collect();
        let _ = write!(out, "<path class=\"grid\" d=\"M{}\"/>", points.join("L"));
    };
    // A hair inside the cut, so that a line does not leap to the other side.
    let east = |part: i32| MIDDLE + f64::from(part) * 179.99 / 18.0;
    for north in [-90.0, -60.0, -30.0, 0.0, 30.0, 60.0, 90.0] {
        line(&mut (-18..=18).map(|part| [north, east(part)]));
    }
    for meridian in [-18, -12, -6, 0, 6, 12, 18] {
        line(&mut (-18..=18).map(|part| [f64::from(part) * 5.0, east(meridian)]));
    }
}

/// Names beside the largest dots; one that would run into another is left to its tip and the table.
fn names(out: &mut String, spots: &[Spot], places: &[(f64, f64)], most: f64) {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by(|a, b| spots[*b].people.total_cmp(&spots[*a].people));
    let mut taken: Vec<[f64; 4]> = Vec::new();
    for (rank, i) in order.into_iter().take(NAMED).enumerate() {
        let (name, (x, y)) = (short(&spots[i].name), places[i]);
        let radius = (spots[i].people / most).sqrt() * DOT;
        let (larger, class) = if rank < FIRST { (LARGER, "label") } else { (1.0, "label minor") };
        let width = name.chars().count() as f64 * LETTER * larger;
        let (start, anchor) = if x + radius + width + 4.0 > WIDTH {
            (x - radius - 3.0 - width, "end")
        } else {
            (x + radius + 3.0, "start")
        };
        let own = [start, y - LINE / 2.0 * larger, start + width, y + LINE / 2.0 * larger];
        if taken.iter().any(|t| own[0] < t[2] && t[0] < own[2] && own[1] < t[3] && t[1] < own[3]) {
            continue;
        }
        taken.push(own);
        let at = if anchor == "end" { start + width } else { start };
        let _ = write!(
            out,
            "<text class=\"{class}\" x=\"{at:.1}\" y=\"{:.1}\" font-size=\"12\" text-anchor=\"{anchor}\">{}</text>",
            y + 4.0,
            escaped(&name)
        );
    }
}

/// Degrees north and east as a place in the drawing.
fn projected([north, east]: [f64; 2]) -> (f64, f64) {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let away = ((east - MIDDLE).to_radians() + TAU * 1.5).rem_euclid(TAU) - TAU / 2.0;
    let root = 3.0_f64.sqrt();
    let t = (root / 2.0 * north.to_radians().sin()).asin();
    let (square, sixth) = (t * t, t.powi(6));
    let slope = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    let x = 2.0 * root * away * t.cos() / (3.0 * slope);
    let y = t * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square));
    (WIDTH / 2.0 + x * SCALE, HEIGHT / 2.0 - y * SCALE)
}
