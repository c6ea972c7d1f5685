//! Eigenvalues and eigenvectors of a small symmetric tridiagonal matrix by the implicit QL method
//! (Bowdler, Martin, Reinsch, Wilkinson 1968, procedure `tql2`).

/// Eigenvalues with their eigenvectors, the largest first. `diagonal` has n entries, `beside` the n − 1 next to it.
pub(super) fn eigen(diagonal: &[f64], beside: &[f64]) -> Vec<(f64, Vec<f64>)> {
    let n = diagonal.len();
    let mut d = diagonal.to_vec();
    let mut e = beside.to_vec();
    e.resize(n, 0.0);
    let mut z: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|k| f64::from(u8::from(i == k))).collect()).collect();
    for l in 0..n {
        // Far more rounds than the two or three that are needed; without a limit a bad number would hang us.
        for _ in 0..100 {
            let m = split(&d, &e, l);
            if m == l {
                break;
            }
            sweep(&mut d, &mut e, &mut z, l, m);
        }
    }
    let mut pairs: Vec<_> = d.into_iter().zip(z).collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    pairs
}

/// The end of the block that begins at `l` and is not yet split by a vanishing entry.
fn split(d: &[f64], e: &[f64], l: usize) -> usize {
    let last = d.len() - 1;
    (l..last).find(|m| e[*m].abs() <= f64::EPSILON * (d[*m].abs() + d[m + 1].abs())).unwrap_or(last)
}

/// One implicit QL step on the block `l..=m`.
fn sweep(d: &mut [f64], e: &mut [f64], z: &mut [Vec<f64>], l: usize, m: usize) {
    let slope = (d[l + 1] - d[l]) / (2.0 * e[l]);
    let mut g = d[m] - d[l] + e[l] / (slope + slope.hypot(1.0).copysign(slope));
    let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
    for i in (l..m).rev() {
        let (f, b) = (s * e[i], c * e[i]);
        let r = f.hypot(g);
        e[i + 1] = r;
        if r == 0.0 {
            d[i + 1] -= p;
            e[m] = 0.0;
            return;
        }
        (s, c) = (f / r, g / r);
        g = d[i + 1] - p;
        let t = (d[i] - g) * s + 2.0 * c * b;
        p = s * t;
        d[i + 1] = g + p;
        g = c * t - b;
        rotate(z, i, s, c);
    }
    d[l] -= p;
    e[l] = g;
    e[m] = 0.0;
}

fn rotate(z: &mut [Vec<f64>], i: usize, s: f64, c: f64) {
    let (left, right) = z.split_at_mut(i + 1);
    for (a, b) in left[i].iter_mut().zip(right[0].iter_mut()) {
        (*a, *b) = (c * *a - s * *b, s * *a + c * *b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_difference_matrix_has_its_known_spectrum() {
        let n = 12;
        let pairs = eigen(&vec![2.0; n], &vec![-1.0; n - 1]);
        for (k, (value, vector)) in pairs.iter().enumerate() {
            let angle = std::f64::consts::PI * (n - k) as f64 / (n + 1) as f64;
            assert!((value - (2.0 - 2.0 * angle.cos())).abs() < 1e-13);
            assert!((vector.iter().map(|x| x * x).sum::<f64>() - 1.0).abs() < 1e-13);
        }
    }
}
