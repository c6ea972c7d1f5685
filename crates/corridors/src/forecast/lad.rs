//! Least absolute deviations by iteratively reweighted least squares (Schlossmacher 1973).

use super::terms::TERMS;

/// Errors below this many people count alike, which keeps the weights finite.
const SMALLEST: f64 = 10.0;
/// More change nothing in the third digit.
const ROUNDS: usize = 25;

/// The weights of the terms. Starts from the blend alone; a term that never occurs weighs nothing.
pub(super) fn fit(rows: &[[f64; TERMS]], seen: &[f64]) -> [f64; TERMS] {
    let mut size = [0.0; TERMS];
    for row in rows {
        for (s, x) in size.iter_mut().zip(row) {
            *s += x.abs();
        }
    }
    let scale = size.map(|s| if s > 0.0 { rows.len() as f64 / s } else { 0.0 });
    let mut weights = [0.0; TERMS];
    weights[0] = if scale[0] > 0.0 { 1.0 / scale[0] } else { 0.0 };
    for _ in 0..ROUNDS {
        weights = round(rows, seen, &scale, &weights);
    }
    std::array::from_fn(|k| weights[k] * scale[k])
}

/// One weighted least squares.
fn round(rows: &[[f64; TERMS]], seen: &[f64], scale: &[f64; TERMS], weights: &[f64; TERMS]) -> [f64; TERMS] {
    let (mut left, mut right) = ([[0.0; TERMS]; TERMS], [0.0; TERMS]);
    for (row, y) in rows.iter().zip(seen) {
        let z: [f64; TERMS] = std::array::from_fn(|k| row[k] * scale[k]);
        let error = y - z.iter().zip(weights).map(|(z, w)| z * w).sum::<f64>();
        let weight = 1.0 / error.abs().max(SMALLEST);
        for i in 0..TERMS {
            right[i] += weight * z[i] * y;
            for j in 0..=i {
                left[i][j] += weight * z[i] * z[j];
            }
        }
    }
    let lower = left;
    for (i, row) in left.iter_mut().enumerate() {
        for (j, cell) in row.iter_mut().enumerate().skip(i + 1) {
            *cell = lower[j][i];
        }
    }
    let ridge = 1e-6 * (0..TERMS).map(|k| left[k][k]).sum::<f64>() / TERMS as f64 + f64::MIN_POSITIVE;
    for (k, row) in left.iter_mut().enumerate() {
        row[k] += ridge;
    }
    solve(left, right)
}

/// Gauss, with the largest pivot of each column.
fn solve(mut left: [[f64; TERMS]; TERMS], mut right: [f64; TERMS]) -> [f64; TERMS] {
    for k in 0..TERMS {
        let best = (k..TERMS).max_by(|a, b| left[*a][k].abs().total_cmp(&left[*b][k].abs())).unwrap_or(k);
        left.swap(k, best);
        right.swap(k, best);
        if left[k][k] == 0.0 {
            continue;
        }
        for i in k + 1..TERMS {
            let factor = left[i][k] / left[k][k];
            let pivot = left[k];
            left[i].iter_mut().zip(pivot).for_each(|(x, p)| *x -= factor * p);
            right[i] -= factor * right[k];
        }
    }
    let mut found = [0.0; TERMS];
    for k in (0..TERMS).rev() {
        let rest: f64 = (k + 1..TERMS).map(|j| left[k][j] * found[j]).sum();
        found[k] = if left[k][k] == 0.0 { 0.0 } else { (right[k] - rest) / left[k][k] };
    }
    found
}
