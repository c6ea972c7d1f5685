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
