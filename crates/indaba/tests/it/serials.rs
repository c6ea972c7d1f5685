//! The number of a paper sheet.

use indaba::web::secretariat::serial::{printed, read};

#[test]
fn a_wrong_digit_or_two_swapped_ones_are_no_number() {
    for number in 1..3_000 {
        let right = printed(number);
        assert_eq!(read(&right.to_lowercase()), Some(number));
        let digits: Vec<char> = right.chars().collect();
        for at in 1..digits.len() - 1 {
            for other in ('0'..='9').filter(|other| *other != digits[at]) {
                let mut wrong = digits.clone();
                wrong[at] = other;
                assert_eq!(read(&wrong.iter().collect::<String>()), None, "{right} mistyped");
            }
            let mut swapped = digits.clone();
            swapped.swap(at, (at + 1).min(digits.len() - 2));
            assert!(swapped == digits || read(&swapped.iter().collect::<String>()).is_none(), "{right} swapped");
        }
    }
}

#[test]
fn what_is_no_serial_is_none() {
    for typed in ["", "#", "#K", "12K", "#0B", "#-1K", "#1 a", "#é", "#99999999999999999999K"] {
        assert_eq!(read(typed), None, "{typed}");
    }
}
