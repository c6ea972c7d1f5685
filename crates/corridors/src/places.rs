//! Where countries are, told by how far they are from each other.
//!
//! The cosines of the angles between points on a sphere are the inner products of vectors in space, so their distances
//! give these vectors up to a turn of the whole (classical scaling; Torgerson 1952). Some well-known places tell which
//! turn. Distances are weighted by population: a place is where the people are, not the middle of the land.

use crate::code::Code;
use crate::pack::Pack;

type Point = [f64; 3];

/// Mean radius of the earth in kilometres.
const EARTH: f64 = 6371.0;
/// Where the people of some countries are, in degrees north and east; a degree or two does not matter.
const KNOWN: [(&str, f64, f64); 8] = [
    ("FRA", 46.5, 2.5),
    ("NZL", -40.0, 175.0),
    ("ECU", -1.5, -79.0),
    ("KEN", -0.5, 37.0),
    ("JPN", 35.5, 138.0),
    ("ZAF", -28.0, 28.0),
    ("ARG", -34.0, -61.0),
    ("IND", 22.0, 79.0),
];
/// With fewer of them a turn is not sure.
const ENOUGH: usize = 4;
/// The three directions stand out by a factor of 60, so that few rounds find them.
const ROUNDS: usize = 30;

impl Pack {
    /// Degrees north and east of each country; none for one whose distances to most others are not known, and for all
    /// where too few well-known countries are in the pack.
    pub fn places(&self) -> Vec<Option<[f64; 2]>> {
        let count = self.countries.len() as u16;
        let told = |a: &u16| (0..count).filter(|b| self.distance(*a, *b).is_some()).count() * 2 > usize::from(count);
        let known: Vec<u16> = (0..count).filter(told).collect();
        let mut places = vec![None; self.countries.len()];
        if known.len() < ENOUGH {
            return places;
        }
        let points = points(&known, |a, b| self.distance(a, b));
        let pair = |(code, north, east): &(&str, f64, f64)| {
            let country = self.country(Code::parse(code)?)?;
            Some((points[known.binary_search(&country).ok()?], vector(*north, *east)))
        };
        let pairs: Vec<(Point, Point)> = KNOWN.iter().filter_map(pair).collect();
        if let Some(turn) = (pairs.len() >= ENOUGH).then(|| turn(&pairs)).flatten() {
            for (country, point) in known.iter().zip(&points) {
                places[usize::from(*country)] = Some(degrees(&times(&turn, point)));
            }
        }
        places
    }
}

/// Unit vectors whose angles are as near as can be to the distances; two without a distance count as a quarter of the
/// way round, which pulls neither way.
fn points(of: &[u16], distance: impl Fn(u16, u16) -> Option<f64>) -> Vec<Point> {
    let cosine = |a: usize, b: usize| match distance(of[a], of[b]) {
        _ if a == b => 1.0,
        Some(km) => (km / EARTH).cos(),
        None => 0.0,
    };
    let n = of.len();
    let matrix: Vec<f64> = (0..n * n).map(|i| cosine(i / n, i % n)).collect();
    let through = |vectors: &[Point]| -> Vec<Point> {
        matrix.chunks_exact(n).map(|row| sum(row.iter().zip(vectors).map(|(m, v)| v.map(|x| m * x)))).collect()
    };
    // Three directions to begin with, none of which is like another.
    let mut axes: Vec<Point> = (0..n).map(|i| [1, 2, 3].map(|k| (1.0 + (i * k * k) as f64).sin())).collect();
    for _ in 0..ROUNDS {
        axes = through(&axes);
        upright(&mut axes);
    }
    // What the matrix does to the three directions, as the product of a triangle with itself, is their length in space.
    let image = through(&axes);
    let square: [Point; 3] = std::array::from_fn(|i| sum(axes.iter().zip(&image).map(|(a, b)| b.map(|x| a[i] * x))));
    let long = triangle(&square);
    let place = |axis: &Point| {
        let at: Point = std::array::from_fn(|k| (0..3).map(|i| axis[i] * long[i][k]).sum());
        unit(&at)
    };
    axes.iter().map(place).collect()
}

/// Makes the three columns of unit length and at right angles (Gram and Schmidt).
fn upright(axes: &mut [Point]) {
    for k in 0..3 {
        for before in 0..k {
            let along: f64 = axes.iter().map(|a| a[k] * a[before]).sum();
            for axis in axes.iter_mut() {
                axis[k] -= along * axis[before];
            }
        }
        let length = axes.iter().map(|a| a[k] * a[k]).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        for axis in axes.iter_mut() {
            axis[k] /= length;
        }
    }
}

/// The lower triangle L of m = L·Lᵀ (Cholesky).
fn triangle(m: &[Point; 3]) -> [Point; 3] {
    let mut l = [[0.0; 3]; 3];
    for i in 0..3 {
        for j in 0..=i {
            let rest = m[i][j] - (0..j).map(|k| l[i][k] * l[j][k]).sum::<f64>();
            l[i][j] = if i == j { rest.max(1e-9).sqrt() } else { rest / l[j][j] };
        }
    }
    l
}

/// The turn, with a reflection where it takes one, that brings the first of each pair nearest to the second (Procrustes,
/// by Newton's iteration for the polar decomposition; Higham 1986). None where the pairs lie in a plane.
fn turn(pairs: &[(Point, Point)]) -> Option<[Point; 3]> {
    let mut m: [Point; 3] = std::array::from_fn(|i| sum(pairs.iter().map(|(from, to)| from.map(|x| to[i] * x))));
    for _ in 0..50 {
        let [a, b, c] = m;
        let columns = [cross(&b, &c), cross(&c, &a), cross(&a, &b)];
        let volume: f64 = a.iter().zip(&columns[0]).map(|(x, y)| x * y).sum();
        if volume.abs() < 1e-12 {
            return None;
        }
        m = std::array::from_fn(|i| std::array::from_fn(|j| f64::midpoint(m[i][j], columns[i][j] / volume)));
    }
    Some(m)
}

fn cross(a: &Point, b: &Point) -> Point {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn times(m: &[Point; 3], v: &Point) -> Point {
    std::array::from_fn(|i| m[i].iter().zip(v).map(|(a, b)| a * b).sum())
}

fn sum(points: impl Iterator<Item = Point>) -> Point {
    points.fold([0.0; 3], |all, p| std::array::from_fn(|k| all[k] + p[k]))
}

fn unit(v: &Point) -> Point {
    let length = v.iter().map(|x| x * x).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    v.map(|x| x / length)
}

fn vector(north: f64, east: f64) -> Point {
    let (north, east) = (north.to_radians(), east.to_radians());
    [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()]
}

fn degrees(v: &Point) -> [f64; 2] {
    [v[2].clamp(-1.0, 1.0).asin().to_degrees(), v[1].atan2(v[0]).to_degrees()]
}
