//! Common ground and divides: the same two questions for opinion groups and for declared blocs.
//!
//! Support is the share that agrees among those who took a side, (agree + 1) / (agree + disagree + 2): a pass is no
//! disagreement, it only leaves less to be sure of. The band is the Wilson score interval at 90 % (Wilson 1927;
//! Brown, `DasGupta` & Cai 2001 recommend it for small counts), in closed form and never outside 0..=1.

use crate::{
    Band, CommonGround, Direction, Divide, Family, Holding, Landscape, Method, NotShown, Side, StatementResult,
    significance,
};

/// 95 % of a standard normal distribution lie below: 5 % are left out on either side.
const Z: f64 = 1.644_853_626_951_472_2;

/// Support from counts; with nobody on a side nothing is known: 0.5, from 0 to 1.
pub(crate) fn support(agree: u32, disagree: u32) -> Band {
    weighted(f64::from(agree), f64::from(disagree))
}

/// The same from weights instead of counts.
pub(crate) fn weighted(agree: f64, disagree: f64) -> Band {
    let (a, n) = (agree, agree + disagree);
    let share = (a + 1.0) / (n + 2.0);
    if n <= 0.0 {
        return Band { share, low: 0.0, high: 1.0 };
    }
    let (p, z2) = (a / n, Z * Z);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Band { share, low: (middle - half).clamp(0.0, share), high: (middle + half).clamp(share, 1.0) }
}

/// Bounds of the share that `some` has of `some` and `others`, as of support.
pub(crate) fn support_bounds(some: usize, others: usize) -> (f64, f64) {
    let band = support(some as u32, others as u32);
    (band.low, band.high)
}

/// Fills in common ground and divides from what groups and blocs hold. A count that is not shown is taken as not
/// known, so that nothing of it can be computed from the result.
pub(crate) fn fill(landscape: &mut Landscape) {
    let grounds: Vec<Option<CommonGround>> =
        (0..landscape.statements.len()).map(|s| common_ground(landscape, s)).collect();
    let hidden: Vec<Vec<NotShown>> = (0..landscape.statements.len()).map(|s| not_shown(landscape, s)).collect();
    let mut divides = divides(landscape);
    if landscape.method == Method::Indaba {
        mark_holdings(landscape);
        divides.retain(|divide| is_sure(landscape, divide));
    }
    for ((statement, ground), hidden) in landscape.statements.iter_mut().zip(grounds).zip(hidden) {
        (statement.common_ground, statement.not_shown) = (ground, hidden);
    }
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

/// Statements that may be common ground and may not: their best guess is support, their lower bound is not. Those first
/// that the fewest further answers would settle, if these are as the answers so far.
fn uncertain(landscape: &Landscape) -> Vec<String> {
    let may_be = |s: &StatementResult| s.common_ground.is_some_and(|b| b.share >= 0.5 && b.low < 0.5);
    let shown = landscape.statements.iter().enumerate().filter(|(_, s)| !s.is_out() && s.agree.is_some() && may_be(s));
    let mut found: Vec<(f64, &str)> = shown.map(|(place, s)| (to_settle(landscape, place), s.id.as_str())).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, id)| id.to_owned()).collect()
}

/// How many answers more, of all that are asked, would settle it.
fn to_settle(landscape: &Landscape, statement: usize) -> f64 {
    match shown(landscape, statement) {
        Shown::Nobody => landscape.statements[statement]
            .agree
            .zip(landscape.statements[statement].disagree)
            .map_or(f64::INFINITY, |(agree, disagree)| missing(agree, disagree)),
        Shown::TooFew(_) => f64::INFINITY,
        Shown::Enough(held) => held.iter().map(|h| missing(h.agree.unwrap_or(0), h.disagree.unwrap_or(0))).sum(),
    }
}

/// Answers that a side is short of until the whole band of its support lies above one half. Wilson's band does so where
/// n > z² / 4(p − ½)². The share is the smoothed one, so that a single answer does not promise to settle anything.
fn missing(agree: u32, disagree: u32) -> f64 {
    let band = support(agree, disagree);
    if band.low >= 0.5 {
        return 0.0;
    }
    let needed = Z * Z / (4.0 * (band.share - 0.5).max(0.0).powi(2));
    (needed - f64::from(agree) - f64::from(disagree)).max(1.0)
}

/// The least band, ranked by support along the map, which holds for whatever groups there may be, and by the declared
/// blocs, who are asked beside it.
fn common_ground(landscape: &Landscape, statement: usize) -> Option<CommonGround> {
    let Band { share, low, high } = least_band(landscape, statement)?;
    let along = landscape.statements[statement].along;
    let score = along.map_or(low, |along| along.min(landscape.least_of_blocs(statement)));
    Some(CommonGround { score, share, low, high })
}

/// The least band of those that are shown: a figure that is hidden says nothing, for or against. Where more are hidden
/// than shown nothing is known below the least upper bound.
fn least_band(landscape: &Landscape, statement: usize) -> Option<Band> {
    let total = &landscape.statements[statement];
    let all = support(total.agree?, total.disagree?);
    let least =
        |a: Band, b: Band| Band { share: a.share.min(b.share), low: a.low.min(b.low), high: a.high.min(b.high) };
    Some(match shown(landscape, statement) {
        Shown::Nobody => all,
        Shown::TooFew(held) => held.into_iter().map(band).fold(support(0, 0), least),
        Shown::Enough(held) => held.into_iter().map(band).reduce(least).unwrap_or(all),
    })
}

/// What groups and blocs hold on a statement, as far as it is shown.
enum Shown<'a> {
    /// There is no group or bloc of which anything is known.
    Nobody,
    /// More of them are hidden than shown.
    TooFew(Vec<&'a Holding>),
    Enough(Vec<&'a Holding>),
}

fn shown(landscape: &Landscape, statement: usize) -> Shown<'_> {
    let units = units(landscape, Family::Groups).chain(units(landscape, Family::Blocs));
    let held: Vec<&Holding> =
        units.filter(|(_, held)| known(held)).filter_map(|(_, held)| held.get(statement)).collect();
    let all = held.len();
    let held: Vec<&Holding> = held.into_iter().filter(|h| h.agree.is_some()).collect();
    match held.len() {
        _ if all == 0 => Shown::Nobody,
        shown if 2 * shown < all || shown == 0 => Shown::TooFew(held),
        _ => Shown::Enough(held),
    }
}

/// Groups and blocs of which something is known, but not on this statement.
fn not_shown(landscape: &Landscape, statement: usize) -> Vec<NotShown> {
    let of = |family: Family| {
        let units = units(landscape, family).filter(|(_, held)| known(held));
        let hidden = units.filter(move |(_, held)| held.get(statement).is_some_and(|h| h.agree.is_none()));
        hidden.map(move |(name, _)| NotShown { family, name: name.to_owned() })
    };
    of(Family::Groups).chain(of(Family::Blocs)).collect()
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
                assert!(0.0 <= b.low && b.low <= b.share && b.share <= b.high && b.high <= 1.0);
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
