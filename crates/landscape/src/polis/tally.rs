//! Counts of one statement and the small-sample statistics that Polis takes from them.

/// 90 % of a standard normal distribution lie below: from here on a difference counts as one.
pub(super) const SURE: f64 = 1.2816;

/// How many answered what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub agree: u32,
    pub disagree: u32,
    pub pass: u32,
}

impl Tally {
    pub(crate) fn all(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// Those who took a side.
    pub(crate) fn sides(self) -> u32 {
        self.agree + self.disagree
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { agree: self.agree + other.agree, disagree: self.disagree + other.disagree, pass: self.pass + other.pass }
    }

    /// What is left without a part of it.
    pub(crate) fn less(self, part: Self) -> Self {
        Self { agree: self.agree - part.agree, disagree: self.disagree - part.disagree, pass: self.pass - part.pass }
    }
}

/// Smoothed share.
pub(crate) fn proportion(n: u32, of: u32) -> f64 {
    (f64::from(n) + 1.0) / (f64::from(of) + 2.0)
}

/// One-proportion test against one half, smoothed.
pub(crate) fn proportion_test(n: u32, of: u32) -> f64 {
    let (n, of) = (f64::from(n) + 1.0, f64::from(of) + 1.0);
    2.0 * of.sqrt() * (n / of - 0.5)
}

/// Two-proportion test with 1 added to all four counts; 0 where all are successes.
pub(crate) fn two_proportions(n1: u32, of1: u32, n2: u32, of2: u32) -> f64 {
    let [n1, of1, n2, of2] = [n1, of1, n2, of2].map(|x| f64::from(x) + 1.0);
    let pooled = (n1 + n2) / (of1 + of2);
    if pooled >= 1.0 {
        return 0.0;
    }
    (n1 / of1 - n2 / of2) / (pooled * (1.0 - pooled) * (1.0 / of1 + 1.0 / of2)).sqrt()
}

/// How much is learnt from showing a statement, from its tally over the groups and its extremity.
pub(super) fn priority(tally: Tally, extremity: f64, is_meta: bool) -> f64 {
    if is_meta {
        return 49.0;
    }
    let (pass, agree) = (proportion(tally.pass, tally.all()), proportion(tally.agree, tally.all()));
    let newness = 1.0 + 8.0 * (-f64::from(tally.all()) / 5.0).exp2();
    ((1.0 - pass) * (extremity + 1.0) * agree * newness).powi(2)
}
