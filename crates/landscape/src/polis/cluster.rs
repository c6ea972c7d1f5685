//! Opinion groups as Polis finds them: many small clusters by k-means, then few groups of these.

use super::nearest::Nearest;
use crate::Votes;

const BASE_CLUSTERS: usize = 100;
const ROUNDS: usize = 100;
/// k-means ends when no centre moves further than this, as in production.
const STILL: f64 = 0.01;
/// Responses from which a participant counts in, and participants below which the most active are added.
pub(crate) const OWN_RESPONSES: usize = 7;
pub(crate) const WANTED: usize = 15;

pub(super) type Point = [f64; 2];

/// The participants that are put into groups, in canonical order.
pub(crate) fn clustered(votes: &Votes) -> Vec<usize> {
    let everybody = 0..votes.participants().len();
    let enough = OWN_RESPONSES.min(votes.statements().len());
    let mut chosen: Vec<usize> = everybody.clone().filter(|p| votes.count(*p) >= enough).collect();
    if chosen.len() < WANTED {
        let mut by_activity: Vec<usize> = everybody.collect();
        by_activity.sort_by_key(|p| std::cmp::Reverse(votes.count(*p)));
        chosen = by_activity.into_iter().take(WANTED).collect();
        chosen.sort_unstable();
    }
    chosen
}

/// For each point the number of its group, the largest group first.
pub(super) fn groups(points: &[Point], threads: usize) -> Vec<usize> {
    let base = k_means(points, &vec![1.0; points.len()], BASE_CLUSTERS, threads);
    let mut weights = vec![0.0; base.centres.len()];
    base.of.iter().for_each(|b| weights[*b] += 1.0);
    let most = (2 + base.centres.len() / 12).min(5);
    let mut best: Option<(f64, Vec<usize>)> = None;
    for k in 2..=most.min(base.centres.len()) {
        let found = k_means(&base.centres, &weights, k, 1);
        let quality = silhouette(&base.centres, &found.of);
        if best.as_ref().is_none_or(|(so_far, _)| quality > *so_far) {
            best = Some((quality, found.of));
        }
    }
    let group_of_base = best.map_or_else(|| vec![0; base.centres.len()], |(_, of)| of);
    by_size(base.of.iter().map(|b| group_of_base[*b]).collect())
}

struct Clusters {
    centres: Vec<Point>,
    of: Vec<usize>,
}

/// Lloyd's algorithm from the first distinct points; clusters that lose all points are dropped.
fn k_means(points: &[Point], weights: &[f64], k: usize, threads: usize) -> Clusters {
    let mut centres = first_distinct(points, k);
    let mut nearest = Nearest::new(points, threads);
    for _ in 0..ROUNDS {
        nearest.follow(&centres);
        let moved = means(points, weights, nearest.of(), centres.len());
        let (kept, shift) = settle(&centres, &moved);
        let all_kept = kept.len() == centres.len();
        centres = kept;
        if all_kept && shift < STILL {
            break;
        }
    }
    nearest.follow(&centres);
    drop_empty(&centres, &nearest.of().collect::<Vec<_>>())
}

fn first_distinct(points: &[Point], k: usize) -> Vec<Point> {
    let mut found: Vec<Point> = Vec::new();
    for point in points {
        if found.len() == k {
            break;
        }
        if !found.contains(point) {
            found.push(*point);
        }
    }
    found
}

pub(super) fn squared(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)
}

fn means(points: &[Point], weights: &[f64], of: impl Iterator<Item = usize>, k: usize) -> Vec<Option<Point>> {
    let mut sums = vec![[0.0; 3]; k];
    for ((point, weight), cluster) in points.iter().zip(weights).zip(of) {
        let sum = &mut sums[cluster];
        sum[0] += weight * point[0];
        sum[1] += weight * point[1];
        sum[2] += weight;
    }
    sums.iter().map(|[x, y, w]| (*w > 0.0).then(|| [x / w, y / w])).collect()
}

/// The centres that still have points, and how far the furthest one moved.
fn settle(before: &[Point], after: &[Option<Point>]) -> (Vec<Point>, f64) {
    let shifts = before.iter().zip(after).filter_map(|(b, a)| a.map(|a| squared(*b, a)));
    let furthest = shifts.fold(0.0, f64::max).sqrt();
    (after.iter().flatten().copied().collect(), furthest)
}

fn drop_empty(centres: &[Point], of: &[usize]) -> Clusters {
    let mut number = vec![None; centres.len()];
    for c in of {
        number[*c] = Some(0);
    }
    let mut kept = Vec::new();
    for (slot, centre) in number.iter_mut().zip(centres) {
        if let Some(place) = slot {
            *place = kept.len();
            kept.push(*centre);
        }
    }
    Clusters { centres: kept, of: of.iter().filter_map(|c| number[*c]).collect() }
}

/// Mean silhouette (Rousseeuw 1987); a point alone in its cluster counts 0.
fn silhouette(points: &[Point], of: &[usize]) -> f64 {
    let k = of.iter().max().map_or(0, |m| m + 1);
    let mut sizes = vec![0.0; k];
    for c in of {
        sizes[*c] += 1.0;
    }
    let total: f64 = points.iter().zip(of).map(|(point, own)| one_silhouette(*point, *own, points, of, &sizes)).sum();
    total / points.len().max(1) as f64
}

fn one_silhouette(point: Point, own: usize, points: &[Point], of: &[usize], sizes: &[f64]) -> f64 {
    if sizes[own] < 2.0 {
        return 0.0;
    }
    let mut distance = vec![0.0; sizes.len()];
    for (other, cluster) in points.iter().zip(of) {
        distance[*cluster] += squared(point, *other).sqrt();
    }
    let inside = distance[own] / (sizes[own] - 1.0);
    let others = (0..sizes.len()).filter(|c| *c != own && sizes[*c] > 0.0);
    let outside = others.map(|c| distance[c] / sizes[c]).fold(f64::INFINITY, f64::min);
    let larger = inside.max(outside);
    if larger > 0.0 && larger.is_finite() { (outside - inside) / larger } else { 0.0 }
}

/// Renumbers by size, the largest first; of equal ones the one that is met first.
fn by_size(of: Vec<usize>) -> Vec<usize> {
    let k = of.iter().max().map_or(0, |m| m + 1);
    let mut met: Vec<usize> = Vec::new();
    let mut sizes = vec![0usize; k];
    for group in &of {
        if sizes[*group] == 0 {
            met.push(*group);
        }
        sizes[*group] += 1;
    }
    met.sort_by_key(|g| std::cmp::Reverse(sizes[*g]));
    let mut rank = vec![0; k];
    met.iter().enumerate().for_each(|(r, g)| rank[*g] = r);
    of.into_iter().map(|g| rank[g]).collect()
}
