//! Lists of numbers in a measure.

use indaba::measure::{listed, numbers};

#[test]
fn a_list_has_each_number_once() {
    assert_eq!(listed(&[3, 14, 3]), "3;14");
    assert_eq!(numbers("3;14; x"), [3, 14]);
}
