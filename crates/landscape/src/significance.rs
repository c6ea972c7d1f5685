//! Which of many differences are more than chance: tests and the control of false discoveries.

/// Of what is reported, at most this share is expected to be chance.
pub(crate) const FALSE_DISCOVERIES: f64 = 0.05;

/// How likely a standard normal number is above `z` (Numerical Recipes, erfcc; relative error below 2e-7).
pub(crate) fn above(z: f64) -> f64 {
    const SERIES: [f64; 9] = [
        0.170_872_77,
        -0.822_152_23,
        1.488_515_87,
        -1.135_203_98,
        0.278_868_07,
        -0.186_288_06,
        0.096_784_18,
        0.374_091_96,
        1.000_023_68,
    ];
    let x = z.abs() / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.5 * x);
    let power = SERIES.iter().fold(0.0, |sum, c| sum * t + c) * t - 1.265_512_23 - x * x;
    let half = 0.5 * t * power.exp();
    if z >= 0.0 { half } else { 1.0 - half }
}

/// How likely so uneven an outcome is by tossing a coin, both ways (normal, with continuity correction); 1 for none.
pub(crate) fn uneven(agree: u32, disagree: u32) -> f64 {
    let n = f64::from(agree) + f64::from(disagree);
    let away = ((f64::from(agree) - f64::from(disagree)).abs() - 1.0) / n.max(1.0).sqrt();
    if away <= 0.0 { 1.0 } else { 2.0 * above(away) }
}

/// Which of these are discoveries at [`FALSE_DISCOVERIES`] (Benjamini & Hochberg 1995).
pub(crate) fn discoveries(p: &[f64]) -> Vec<bool> {
    let mut order: Vec<f64> = p.to_vec();
    order.sort_by(f64::total_cmp);
    let share = FALSE_DISCOVERIES / p.len().max(1) as f64;
    let last = order.iter().enumerate().rev().find(|(i, p)| **p <= (i + 1) as f64 * share).map(|(_, p)| *p);
    p.iter().map(|p| last.is_some_and(|last| *p <= last)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tails_are_those_of_the_tables() {
        for (z, p) in [(0.0, 0.5), (1.281_551_6, 0.1), (1.644_853_6, 0.05), (3.090_232_3, 0.001), (-1.0, 0.841_344_7)] {
            assert!((above(z) - p).abs() < 1e-6, "{z}");
        }
    }

    #[test]
    fn the_example_of_benjamini_and_hochberg() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        assert_eq!(discoveries(&p).iter().filter(|d| **d).count(), 4);
        assert!(discoveries(&[]).is_empty());
    }
}
