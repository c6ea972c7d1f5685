//! Numbers without pattern that depend on their arguments alone: splitmix64 (Steele, Lea, Flood 2014).

/// 64 bits from two numbers.
pub(crate) fn mix(a: u64, b: u64) -> u64 {
    let mut z = a.wrapping_add(b.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = z.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number in 0..1 from two numbers.
pub(crate) fn unit(a: u64, b: u64) -> f64 {
    (mix(a, b) >> 11) as f64 / (1_u64 << 53) as f64
}

/// A number that is normal to the third moment and never beyond 3.5: the sum of twelve small ones from one mix each
/// would cost more, so three words give twelve 16-bit parts.
pub(crate) fn normal(a: u64, b: u64) -> f64 {
    let parts = |word: u64| (0..4).map(|k| (word >> (16 * k) & 0xffff) as f64).sum::<f64>();
    let sum: f64 = (0..3).map(|k| parts(mix(a, b.wrapping_mul(3).wrapping_add(k)))).sum();
    (sum / 65_536.0 - 5.999_908).clamp(-3.5, 3.5)
}
