//! Chances that follow from a seed (xorshift64*; Marsaglia 2003, Vigna 2016).

/// A row of chances.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next, of 32 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32
    }

    /// The next, below a limit of at most 2³².
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        (self.next() * limit) >> 32
    }

    /// The next, from 0 to below 1.
    pub(super) fn share(&mut self) -> f64 {
        self.next() as f64 / 4_294_967_296.0
    }

    /// The next, nearly normal with mean 0 and spread 1: the sum of four.
    pub(super) fn normal(&mut self) -> f64 {
        let sum: f64 = (0..4).map(|_| self.share()).sum();
        (sum - 2.0) * 3.0_f64.sqrt()
    }
}
