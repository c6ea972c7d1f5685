//! Confidential figures go forward together or not at all.

use indaba::landing_zone::layer::{Confidential, Figures, Line, Own, TOGETHER, forward, usable};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn figures() -> impl Strategy<Value = Figures> {
    let own = (0..3_i64, -3..=3_i64).prop_map(|(m, mode)| Own {
        measure: m.to_string(),
        sphere: "economic".to_owned(),
        low: mode,
        mode,
        high: mode,
    });
    let line = (0..3_i64).prop_map(|floor| Line { sphere: None, measure: None, floor: Some(floor) });
    (prop::collection::vec(own, 0..3), prop::collection::vec(line, 0..2))
        .prop_map(|(effects, lines)| Figures { effects, lines })
}

fn confidential() -> impl Strategy<Value = Confidential> {
    prop::collection::btree_map("[a-h]", figures(), 0..8)
        .prop_map(|all| all.into_iter().filter(|(_, f)| !f.is_empty()).collect())
}

fn changed(a: &Confidential, b: &Confidential) -> [usize; 2] {
    let none = Figures::default();
    let ids: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    let pairs: Vec<_> = ids.iter().map(|id| (a.get(*id).unwrap_or(&none), b.get(*id).unwrap_or(&none))).collect();
    let effects = pairs.iter().filter(|(x, y)| x.effects != y.effects).count();
    [effects, pairs.iter().filter(|(x, y)| x.lines != y.lines).count()]
}

proptest! {
    #[test]
    fn nothing_goes_forward_alone(live in confidential(), layer in confidential()) {
        let next = forward(&live, &layer);
        for n in changed(&next, &layer) {
            prop_assert!(n == 0 || n >= TOGETHER, "{n} went forward");
        }
    }

    #[test]
    fn what_a_few_have_is_not_used(layer in confidential()) {
        let used = usable(&layer);
        let effects = used.values().filter(|f| !f.effects.is_empty()).count();
        let lines = used.values().filter(|f| !f.lines.is_empty()).count();
        prop_assert!(effects == 0 || effects >= TOGETHER);
        prop_assert!(lines == 0 || lines >= TOGETHER);
    }

    #[test]
    fn a_change_of_one_changes_nothing(live in confidential(), who in "[a-h]", other in figures()) {
        let layer = forward(&live, &Confidential::new());
        let settled = forward(&live, &layer);
        let mut moved = live.clone();
        moved.insert(who, other);
        // What waited already may now be enough together; without anything waiting, one change never is.
        if changed(&live, &settled) == [0, 0] {
            prop_assert_eq!(forward(&moved, &settled), settled);
        }
    }
}
