//! The number printed on a sheet, with a letter that a slip in typing does not fit: `#128U`.

/// As many letters as a prime has units: the remainder tells every wrong digit and every swap of two neighbours. Without
/// `A`, `D` and `P`, which are answers, and without letters that look like digits.
const LETTERS: [char; 19] =
    ['B', 'C', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y'];

/// As it is printed.
pub fn printed(number: i64) -> String {
    format!("#{number}{}", letter(number))
}

/// The number of what was typed, if its letter fits; large and small letters alike.
pub fn read(typed: &str) -> Option<i64> {
    let typed = typed.strip_prefix('#')?;
    let last = typed.chars().last()?;
    let number: i64 = typed.strip_suffix(last)?.parse().ok().filter(|n| *n > 0)?;
    (letter(number) == last.to_ascii_uppercase()).then_some(number)
}

fn letter(number: i64) -> char {
    let place = usize::try_from(number.rem_euclid(19)).unwrap_or_default();
    LETTERS.get(place).copied().unwrap_or('B')
}

#[cfg(test)]
mod tests {
    use super::{printed, read};

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
}
