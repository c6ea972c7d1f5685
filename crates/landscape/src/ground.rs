//! Common ground and divides: the same two questions for opinion groups and for declared blocs.
//!
//! Support is the share that agrees among those who took a side, (agree + 1) / (agree + disagree + 2): a pass is no
//! disagreement, it only leaves less to be sure of. The band is the Wilson score interval at 90 % (Wilson 1927;
//! Brown, `DasGupta` & Cai 2001 recommend it for small counts), in closed form and never outside 0..=1.

use crate::{Band, Divide, Family, Holding, Landscape, Side};

/// 95 % of a standard normal distribution lie below: 5 % are left out on either side.
const Z: f64 = 1.644_853_626_951_472_2;

/// Support from counts; with nobody on a side nothing is known: 0.5, from 0 to 1.
pub(crate) fn support(agree: u32, disagree: u32) -> Band {
    let (a, n) = (f64::from(agree), f64::from(agree) + f64::from(disagree));
    let score = (a + 1.0) / (n + 2.0);
    if n == 0.0 {
        return Band { score, low: 0.0, high: 1.0 };
    }
    let (p, z2) = (a / n, Z * Z);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Band { score, low: (middle - half).clamp(0.0, score), high: (middle + half).clamp(score, 1.0) }
}

/// Fills in common ground and divides from what groups and blocs hold. A count that is not shown is taken as not
/// known, so that nothing of it can be computed from the result.
pub(crate) fn fill(landscape: &mut Landscape) {
    let bands: Vec<Option<Band>> = (0..landscape.statements.len()).map(|s| common_ground(landscape, s)).collect();
    let divides = divides(landscape);
    landscape.statements.iter_mut().zip(bands).for_each(|(s, band)| s.common_ground = band);
    landscape.divides = divides;
}

fn common_ground(landscape: &Landscape, statement: usize) -> Option<Band> {
    let total = &landscape.statements[statement];
    let all = support(total.agree?, total.disagree?);
    let units = units(landscape, Family::Groups).chain(units(landscape, Family::Blocs));
    let bands = units.filter(|(_, held)| known(held)).filter_map(|(_, held)| held.get(statement).map(band));
    bands
        .reduce(|a, b| Band { score: a.score.min(b.score), low: a.low.min(b.low), high: a.high.min(b.high) })
        .or(Some(all))
}

/// Whether anything at all is shown of a group or bloc.
fn known(held: &[Holding]) -> bool {
    held.iter().any(|h| h.agree.is_some())
}

fn band(held: &Holding) -> Band {
    support(held.agree.unwrap_or(0), held.disagree.unwrap_or(0))
}

fn units(landscape: &Landscape, family: Family) -> Box<dyn Iterator<Item = (&str, &[Holding])> + '_> {
    match family {
        Family::Groups => Box::new(landscape.groups.iter().map(|g| (g.id.as_str(), g.statements.as_slice()))),
        Family::Blocs => Box::new(landscape.blocs.iter().map(|b| (b.name.as_str(), b.statements.as_slice()))),
    }
}

fn divides(landscape: &Landscape) -> Vec<Divide> {
    let mut found: Vec<Divide> = Vec::new();
    for (place, statement) in landscape.statements.iter().enumerate().filter(|(_, s)| !s.is_out()) {
        for family in [Family::Groups, Family::Blocs] {
            let sides: Vec<Side> = units(landscape, family)
                .filter_map(|(name, held)| held.get(place).map(|h| Side { name: name.into(), support: band(h) }))
                .collect();
            found.extend(divide(&statement.id, family, &sides));
        }
    }
    // Stable: equal ones stay by id of the statement, groups before blocs.
    found.sort_by(|a, b| b.gap.total_cmp(&a.gap));
    found
}

/// The most opposed pair, if its bands lie on different sides of one half.
fn divide(statement: &str, between: Family, sides: &[Side]) -> Option<Divide> {
    let most = sides.iter().reduce(|a, b| if b.support.low > a.support.low { b } else { a })?;
    let least = sides.iter().reduce(|a, b| if b.support.high < a.support.high { b } else { a })?;
    (most.support.low > 0.5 && least.support.high < 0.5).then(|| Divide {
        statement: statement.into(),
        between,
        gap: most.support.low - least.support.high,
        most: most.clone(),
        least: least.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_lies_inside_its_band_and_few_votes_give_a_wide_one() {
        for agree in 0..60 {
            for disagree in 0..60 {
                let b = support(agree, disagree);
                assert!(0.0 <= b.low && b.low <= b.score && b.score <= b.high && b.high <= 1.0);
            }
        }
        assert!(support(2, 0).low < support(40, 10).low);
    }

    #[test]
    fn the_band_is_wilsons() {
        // Brown, Cai & DasGupta 2001, the interval solved from |p̂ − p| = z·√(p(1−p)/n).
        let (agree, disagree) = (13, 7);
        let b = support(agree, disagree);
        for p in [b.low, b.high] {
            let score = (0.65 - p).abs() / (p * (1.0 - p) / 20.0).sqrt();
            assert!((score - Z).abs() < 1e-9);
        }
    }
}
