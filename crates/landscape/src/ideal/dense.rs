//! Small symmetric matrices, by hand: at most four rows, of a size known to the compiler.

/// A square matrix of F rows.
pub(crate) type Square<const F: usize> = [[f64; F]; F];

/// Smallest pivot of a matrix that is still treated as positive definite.
const SMALLEST: f64 = 1e-12;

/// The lower factor L of `m` = L·Lᵀ; pivots that are not positive are lifted, so that it always exists.
pub(crate) fn cholesky<const F: usize>(m: &Square<F>) -> Square<F> {
    let mut l = [[0.0; F]; F];
    for i in 0..F {
        for j in 0..=i {
            let along: f64 = (0..j).map(|k| l[i][k] * l[j][k]).sum();
            let rest = m[i][j] - along;
            l[i][j] = if i == j { rest.max(SMALLEST).sqrt() } else { rest / l[j][j] };
        }
    }
    l
}

/// x with L·x = v.
pub(crate) fn forward<const F: usize>(l: &Square<F>, v: &[f64; F]) -> [f64; F] {
    let mut x = [0.0; F];
    for i in 0..F {
        let along: f64 = (0..i).map(|k| l[i][k] * x[k]).sum();
        x[i] = (v[i] - along) / l[i][i];
    }
    x
}

/// x with Lᵀ·x = v.
pub(crate) fn backward<const F: usize>(l: &Square<F>, v: &[f64; F]) -> [f64; F] {
    let mut x = [0.0; F];
    for i in (0..F).rev() {
        let along: f64 = (i + 1..F).map(|k| l[k][i] * x[k]).sum();
        x[i] = (v[i] - along) / l[i][i];
    }
    x
}

/// The inverse of L·Lᵀ.
pub(crate) fn inverse<const F: usize>(l: &Square<F>) -> Square<F> {
    let mut inverse = [[0.0; F]; F];
    for i in 0..F {
        let mut unit = [0.0; F];
        unit[i] = 1.0;
        inverse[i] = backward(l, &forward(l, &unit));
    }
    inverse
}

/// The inverse of a matrix of three rows and its determinant, by cofactors; a determinant that is not positive is lifted.
pub(crate) fn inverse_and_volume(m: &Square<3>) -> (Square<3>, f64) {
    let [[a, _, _], [b, d, _], [c, e, f]] = *m;
    let (aa, bb, cc) = (d * f - e * e, c * e - b * f, b * e - c * d);
    let volume = (a * aa + b * bb + c * cc).max(SMALLEST * SMALLEST * SMALLEST);
    let (dd, ee, ff) = (a * f - c * c, b * c - a * e, a * d - b * b);
    ([[aa, bb, cc], [bb, dd, ee], [cc, ee, ff]].map(|row| row.map(|x| x / volume)), volume)
}

/// m·v.
pub(crate) fn times<const F: usize>(m: &Square<F>, v: &[f64; F]) -> [f64; F] {
    std::array::from_fn(|i| dot(&m[i], v))
}

/// The product of two matrices.
pub(crate) fn product<const F: usize>(a: &Square<F>, b: &Square<F>) -> Square<F> {
    std::array::from_fn(|i| std::array::from_fn(|j| (0..F).map(|k| a[i][k] * b[k][j]).sum()))
}

/// Rows and columns exchanged.
pub(crate) fn transposed<const F: usize>(m: &Square<F>) -> Square<F> {
    std::array::from_fn(|i| std::array::from_fn(|j| m[j][i]))
}

/// Inner product. By place: this is called for every response, and the compiler unrolls it.
#[inline]
pub(crate) fn dot<const F: usize>(a: &[f64; F], b: &[f64; F]) -> f64 {
    let mut sum = 0.0;
    for i in 0..F {
        sum += a[i] * b[i];
    }
    sum
}

/// Eigenvalues, the largest first, with their eigenvectors as rows (Jacobi's rotations, which keep small ones exact).
/// The largest entry of each vector is positive.
pub(crate) fn eigen<const F: usize>(m: &Square<F>) -> ([f64; F], Square<F>) {
    let (mut a, mut v) = (*m, identity());
    for _ in 0..40 {
        let off: f64 = (0..F).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a[i][j].abs()).sum();
        if off == 0.0 {
            break;
        }
        for i in 0..F {
            for j in 0..i {
                rotate(&mut a, &mut v, j, i);
            }
        }
    }
    let mut order: [usize; F] = std::array::from_fn(|i| i);
    order.sort_by(|x, y| a[*y][*y].total_cmp(&a[*x][*x]));
    (order.map(|i| a[i][i]), order.map(|i| upright(v[i])))
}

/// The unit matrix.
pub(crate) fn identity<const F: usize>() -> Square<F> {
    std::array::from_fn(|i| std::array::from_fn(|j| f64::from(u8::from(i == j))))
}

/// Turns the plane of p and q so that `a[p][q]` becomes 0; `v` collects the turns as rows.
fn rotate<const F: usize>(a: &mut Square<F>, v: &mut Square<F>, p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let slope = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = slope.signum() / (slope.abs() + slope.hypot(1.0));
    let c = 1.0 / t.hypot(1.0);
    let s = t * c;
    for row in a.iter_mut() {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    for k in 0..F {
        (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]);
        (v[p][k], v[q][k]) = (c * v[p][k] - s * v[q][k], s * v[p][k] + c * v[q][k]);
    }
    (a[p][q], a[q][p]) = (0.0, 0.0);
}

fn upright<const F: usize>(v: [f64; F]) -> [f64; F] {
    let largest = v.iter().fold(0.0_f64, |best, x| if x.abs() > best.abs() { *x } else { best });
    if largest < 0.0 { v.map(|x| -x) } else { v }
}

#[cfg(test)]
mod tests {
    use super::*;

    const M: Square<3> = [[4.0, 1.0, -0.5], [1.0, 3.0, 0.25], [-0.5, 0.25, 2.0]];

    fn near(a: &Square<3>, b: &Square<3>) -> bool {
        a.as_flattened().iter().zip(b.as_flattened()).all(|(x, y)| (x - y).abs() < 1e-12)
    }

    #[test]
    fn the_inverse_times_the_matrix_is_one() {
        assert!(near(&product(&inverse(&cholesky(&M)), &M), &identity()));
        let (inverse, volume) = inverse_and_volume(&M);
        assert!(near(&product(&inverse, &M), &identity()));
        let factor = cholesky(&M);
        assert!((volume - (0..3).map(|k| factor[k][k].powi(2)).product::<f64>()).abs() < 1e-12);
    }

    #[test]
    fn eigenvectors_put_the_matrix_together_again() {
        let (values, vectors) = eigen(&M);
        assert!(values.is_sorted_by(|a, b| a >= b));
        let scaled: Square<3> = std::array::from_fn(|i| vectors[i].map(|x| x * values[i]));
        assert!(near(&product(&transposed(&vectors), &scaled), &M));
    }
}
