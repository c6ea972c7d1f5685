//! Common ground and divides: the same two questions for opinion groups and for declared blocs.
//!
//! Support is the share that agrees among those who took a side, (agree + 1) / (agree + disagree + 2): a pass is no
//! disagreement, it only leaves less to be sure of. The band is the Wilson score interval at 90 % (Wilson 1927;
//! Brown, `DasGupta` & Cai 2001 recommend it for small counts), in closed form and never outside 0..=1.

use crate::{Band, Direction, Divide, Family, Holding, Landscape, Method, Side, StatementResult, significance};

/// 95 % of a standard normal distribution lie below: 5 % are left out on either side.
const Z: f64 = 1.644_853_626_951_472_2;

/// Support from counts; with nobody on a side nothing is known: 0.5, from 0 to 1.
pub(crate) fn support(agree: u32, disagree: u32) -> Band {
    weighted(f64::from(agree), f64::from(disagree))
}

/// The same from weights instead of counts.
pub(crate) fn weighted(agree: f64, disagree: f64) -> Band {
    let (a, n) = (agree, agree + disagree);
    let score = (a + 1.0) / (n + 2.0);
    if n <= 0.0 {
        return Band { score, low: 0.0, high: 1.0 };
    }
    let (p, z2) = (a / n, Z * Z);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Band { score, low: (middle - half).clamp(0.0, score), high: (middle + half).clamp(score, 1.0) }
}

/// Bounds of the share that `some` has of `some` and `others`, as of support.
pub(crate) fn support_bounds(some: usize, others: usize) -> (f64, f64) {
    let band = support(some as u32, others as u32);
    (band.low, band.high)
}

/// Fills in common ground and divides from what groups and blocs hold. A count that is not shown is taken as not
/// known, so that nothing of it can be computed from the result.
pub(crate) fn fill(landscape: &mut Landscape) {
    let bands: Vec<Option<Band>> = (0..landscape.statements.len()).map(|s| common_ground(landscape, s)).collect();
    let mut divides = divides(landscape);
    if landscape.method == Method::Indaba {
        mark_holdings(landscape);
        divides.retain(|divide| is_sure(landscape, divide));
    }
    landscape.statements.iter_mut().zip(bands).for_each(|(s, band)| s.common_ground = band);
    landscape.divides = divides;
    if landscape.method == Method::Indaba {
        landscape.uncertain = uncertain(landscape);
    }
}

/// Says of each group and bloc what it holds, as far as that is more than chance.
fn mark_holdings(landscape: &mut Landscape) {
    let out: Vec<bool> = landscape.statements.iter().map(StatementResult::is_out).collect();
    let groups = landscape.groups.iter_mut().flat_map(|g| g.statements.iter_mut().enumerate());
    let blocs = landscape.blocs.iter_mut().flat_map(|b| b.statements.iter_mut().enumerate());
    let mut held: Vec<&mut Holding> =
        groups.chain(blocs).filter(|(place, _)| out.get(*place) == Some(&false)).map(|(_, held)| held).collect();
    let chances: Vec<f64> =
        held.iter().map(|h| significance::uneven(h.agree.unwrap_or(0), h.disagree.unwrap_or(0))).collect();
    for (held, sure) in held.iter_mut().zip(significance::discoveries(&chances)) {
        let more = if held.agree > held.disagree { Direction::Agree } else { Direction::Disagree };
        held.holds = sure.then_some(more);
    }
}

/// Whether both sides hold what they hold by more than chance.
fn is_sure(landscape: &Landscape, divide: &Divide) -> bool {
    let holds = |side: &Side| {
        let held = units(landscape, divide.between).find(|(name, _)| *name == side.name)?.1;
        held.iter().find(|h| h.statement == divide.statement)?.holds
    };
    holds(&divide.most) == Some(Direction::Agree) && holds(&divide.least) == Some(Direction::Disagree)
}

/// Statements that may be common ground and may not: their best guess is support, their lower bound is not.
fn uncertain(landscape: &Landscape) -> Vec<String> {
    let band = |s: &StatementResult| s.common_ground.filter(|b| b.score >= 0.5 && b.low < 0.5);
    let shown = landscape.statements.iter().filter(|s| !s.is_out() && s.agree.is_some());
    let mut found: Vec<(f64, &str)> = shown.filter_map(|s| band(s).map(|b| (b.high - b.low, s.id.as_str()))).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, id)| id.to_owned()).collect()
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
