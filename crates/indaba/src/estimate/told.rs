//! What the answers to an estimate say, in sentences: the page and the summary say the same.

use super::gather::Shown;
use super::spread::{Camps, Spread};
use crate::lang::{Arg, L};

/// The spread, or that there are two camps; then whether answers have come closer.
pub fn told(l: L, f: &Shown) -> Vec<String> {
    let unit = &f.estimate.unit;
    let Some(all) = f.all else { return vec![l.t1("estimate-few", "limit", f.limit)] };
    let mut told = vec![match f.camps {
        Some(camps) => in_camps(l, &camps, unit),
        None => l.with(
            "estimate-middle",
            &[
                ("n", all.n.value()),
                ("median", l.n(all.median).into()),
                ("low", l.n(all.q1).into()),
                ("high", l.n(all.q3).into()),
                ("unit", unit.clone().into()),
            ],
        ),
    }];
    // How wide the middle half is says nothing where it lies between two camps.
    told.extend(closer(l, f, &all).filter(|_| f.camps.is_none()));
    told
}

/// No middle is told of answers that fall into two camps.
fn in_camps(l: L, camps: &Camps, unit: &str) -> String {
    let values = [
        ("below", camps.below.0.value()),
        ("low", l.n(camps.below.1).into()),
        ("above", camps.above.0.value()),
        ("high", l.n(camps.above.1).into()),
        ("unit", unit.to_owned().into()),
    ];
    l.with("estimate-camps", &values)
}

/// Whether answers have come closer since they were first given: by the width of their middle half.
fn closer(l: L, f: &Shown, all: &Spread) -> Option<String> {
    let first = f.first?;
    let key = match all.width().total_cmp(&first.width()) {
        std::cmp::Ordering::Less => "estimate-closer",
        std::cmp::Ordering::Equal => "estimate-same",
        std::cmp::Ordering::Greater => "estimate-wider",
    };
    let values = [
        ("first", l.n(first.width()).into()),
        ("now", l.n(all.width()).into()),
        ("unit", f.estimate.unit.clone().into()),
    ];
    let again = f.again.map(|n| l.t1("estimate-again", "n", n)).unwrap_or_default();
    Some(format!("{} {again}", l.with(key, &values)).trim().to_owned())
}
