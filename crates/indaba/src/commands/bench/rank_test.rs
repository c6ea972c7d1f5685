//! The two-sample rank test of Mann and Whitney: whether one of two samples tends to be larger. Pure.

/// The two-sided p: how often two samples from one and the same distribution differ at least so much. By the normal
/// distribution with the correction for ties, which holds from some twenty values on; 1 where a sample is empty.
pub fn mann_whitney(one: &[f64], other: &[f64]) -> f64 {
    let (n, m) = (one.len() as f64, other.len() as f64);
    let mut all: Vec<(f64, bool)> = one.iter().map(|x| (*x, true)).chain(other.iter().map(|x| (*x, false))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut ties, mut before) = (0.0, 0.0, 0.0);
    for equal in all.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let size = equal.len() as f64;
        let ours = equal.iter().filter(|(_, of_one)| *of_one).count() as f64;
        ranks += ours * (before + f64::midpoint(size, 1.0));
        ties += size * (size * size - 1.0);
        before += size;
    }
    let total = n + m;
    let variance = n * m / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)).max(1.0));
    if variance <= 0.0 {
        return 1.0;
    }
    let apart = (ranks - n * (n + 1.0) / 2.0 - n * m / 2.0).abs() - 0.5;
    beyond(apart.max(0.0) / variance.sqrt())
}

/// How much of the standard normal distribution lies beyond ±z (Abramowitz and Stegun 26.2.17; exact to 1.5e-7).
fn beyond(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let series = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = series.iter().rev().fold(0.0, |sum, a| (sum + a) * t);
    let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    (2.0 * density * sum).clamp(0.0, 1.0)
}

/// The value in the middle; 0 of nothing.
pub fn median(sample: &[f64]) -> f64 {
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}
