//! Every row of the table of bars is there, and those that can be met are.

use crate::pack;
use corridors::bars::{self, Bar};
use corridors::{Assumptions, Backtest, judge};

fn missed(rows: &[Bar]) -> Vec<String> {
    rows.iter().filter(|bar| bar.met == Some(false)).map(ToString::to_string).collect()
}

#[test]
fn invariants_and_figures_that_a_reader_knows_are_met() {
    let invariants = bars::invariants(pack()).unwrap();
    assert_eq!((invariants.len(), missed(&invariants)), (4, vec![]));
    let known = bars::known(pack());
    assert_eq!((known.len(), missed(&known)), (3, vec![]));
}

#[test]
fn flows_stocks_and_remittances_say_where_a_bar_is_missed() {
    let of = |period| bars::flows(&Backtest::new(pack(), period).unwrap());
    let (last, before) = (of(2015), of(2010));
    assert_eq!((last.len(), before.len(), of(2005).len()), (5, 2, 0));
    assert!(missed(&before).is_empty());
    assert!(matches!(missed(&last).as_slice(), [aim] if aim.contains("aim") && aim.ends_with("MISSED |")));
    let stocks = bars::stocks(&judge::stocks(pack(), &Assumptions::standard().unwrap()));
    assert_eq!(stocks.len(), 14);
    assert!(missed(&stocks).iter().all(|row| row.contains("2005-2010")), "{:?}", missed(&stocks));
    let remittances = bars::remittances(&judge::remittances(pack()), &[]);
    assert!(remittances.iter().all(|bar| bar.met.is_some() && bar.bar == "11 to 16 %"));
}
