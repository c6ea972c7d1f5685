//! Indicators of circulation: what is shown, and that nothing that is not can be worked out from it.

use indaba::exchange::indicators::{Counts, Engagement, Indicators, Row, gini, indicators};
use proptest::prelude::*;

const LIMIT: i64 = 5;

/// Engagements that met one need each: so many in each field.
fn met(counts: &[i64]) -> Vec<Engagement> {
    let of = |(field, n): (usize, &i64)| {
        (0..*n).map(move |k| Engagement {
            need: format!("{field}/{k}"),
            offer: format!("{field}/{k}"),
            field: format!("{field:02}"),
            region: "002".to_owned(),
            days: 10 + k,
            met: true,
        })
    };
    counts.iter().enumerate().flat_map(of).collect()
}

fn outcomes(yes: usize, no: usize) -> Counts {
    let said = |word: &str| (word.to_owned(), word.to_owned());
    let all = std::iter::repeat_n(said("yes"), yes).chain(std::iter::repeat_n(said("no"), no)).collect();
    Counts { outcomes: all, ..Counts::default() }
}

fn shown(counts: &[i64]) -> Vec<Option<i64>> {
    indicators(&met(counts), &Counts::default(), LIMIT).fields.into_iter().map(|row| row.met).collect()
}

#[test]
fn a_need_is_met_when_the_work_is_done_and_counts_once() {
    let mut all = met(&[6]);
    // A second person for the same need came later: with that one everybody was there.
    all.push(Engagement { offer: "second".to_owned(), days: 90, ..all[0].clone() });
    all.push(Engagement { need: "begun".to_owned(), offer: "second".to_owned(), met: false, ..all[0].clone() });
    let found = indicators(&all, &Counts { posted: 9, ..Counts::default() }, LIMIT);
    let Indicators { posted, met, engagements, days, .. } = found;
    assert_eq!((posted, met, engagements, days), (Some(9), Some(6), Some(8), Some(13)));
    assert_eq!(found.fields, [Row { code: "00".to_owned(), met: Some(6), days: Some(13) }]);
    assert_eq!(found.repeated, None, "one person was engaged twice: too few to say so");
}

#[test]
fn neither_a_few_nor_all_but_a_few_are_told_of() {
    let used = |yes, no| {
        let found = indicators(&[], &outcomes(yes, no), LIMIT);
        (found.heard, found.used, found.trained)
    };
    assert_eq!(used(7, 6), (Some(13), Some(7), Some(7)));
    assert_eq!(used(9, 2), (Some(11), None, None), "two hosts said no");
    assert_eq!(used(2, 9), (Some(11), None, None));
    assert_eq!(used(4, 0), (None, None, None));
    assert_eq!(used(6, 0), (Some(6), Some(6), Some(6)));
}

#[test]
fn two_cells_of_one_each_are_not_told_by_what_is_left() {
    assert_eq!(shown(&[9, 1, 1]), [None, None, None], "the rest of two would be one each");
    assert_eq!(shown(&[9, 4, 4, 20]), [None, None, None, Some(20)], "the rest of eight would be four each");
    assert_eq!(shown(&[9, 4, 3, 20]), [Some(9), None, None, Some(20)]);
    assert_eq!(shown(&[9, 8, 4]), [Some(9), None, None]);
    assert_eq!(shown(&[9, 8, 7]), [Some(9), Some(8), Some(7)]);
    assert!(shown(&[1, 1, 1, 1, 1]).is_empty(), "with the total, the list alone would tell them");
    assert!(shown(&[4]).is_empty());
}

proptest! {
    /// A reader who knows the total, the limit and what is shown finds, for each cell that is not, another possible table
    /// in which it has another number.
    #[test]
    fn no_cell_that_is_not_shown_can_be_worked_out(counts in prop::collection::vec(1_i64..12, 1..6)) {
        let shown = shown(&counts);
        let rest: Vec<i64> =
            counts.iter().zip(&shown).filter(|(_, shown)| shown.is_none()).map(|(n, _)| *n).collect();
        for (count, shown) in counts.iter().zip(&shown) {
            prop_assert!(shown.is_none_or(|n| n == *count && n >= LIMIT));
        }
        let sum = rest.iter().sum::<i64>();
        if rest.is_empty() {
            return Ok(());
        }
        let most = if rest.iter().all(|n| *n < LIMIT) { LIMIT - 1 } else { sum };
        let others = rest.len() as i64 - 1;
        // What one cell can be, the others being 1 to `most`.
        let (low, high) = ((sum - others * most).max(1), (sum - others).min(most));
        prop_assert!(low < high && sum >= LIMIT, "{counts:?}: {shown:?}");
    }
}

#[test]
fn exposure_is_none_where_all_are_alike_and_near_one_where_it_is_always_the_same() {
    assert_eq!(gini(&[3, 3, 3, 3]).to_bits(), 0.0_f64.to_bits());
    assert!((gini(&[0, 0, 0, 8]) - 0.75).abs() < 1e-12);
    assert_eq!(gini(&[]).to_bits(), 0.0_f64.to_bits());
}
