//! Chances that follow from a seed (xorshift64*; Marsaglia 2003, Vigna 2016).

/// A row of chances.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One of many rows of the same seed.
    pub(crate) fn of(seed: u64, row: u32) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (u64::from(row) << 17) | 1);
        // Rows that begin alike part after a few.
        for _ in 0..8 {
            chance.whole();
        }
        chance
    }

    fn whole(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// The next, of 32 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.whole() >> 32
    }

    /// The next, below a limit of at most 2³².
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        (self.next() * limit) >> 32
    }

    /// The next, from 0 to below 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.next() as f64 / 4_294_967_296.0
    }

    /// The same as finely as a float can say it.
    pub(crate) fn fine(&mut self) -> f64 {
        (self.whole() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The next, nearly normal with mean 0 and spread 1: the sum of four.
    pub(crate) fn normal(&mut self) -> f64 {
        let sum: f64 = (0..4).map(|_| self.share()).sum();
        (sum - 2.0) * 3.0_f64.sqrt()
    }
}
