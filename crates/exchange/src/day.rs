//! Days as files write them: a whole number, counted from any day as long as it is the same one, or a date.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

/// A day in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Written {
    /// A whole number.
    Number(i64),
    /// Anything else: a date, if it is one.
    Text(String),
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Written, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Written;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a day as a whole number or as YYYY-MM-DD")
    }

    fn visit_i64<E: Error>(self, day: i64) -> Result<Written, E> {
        Ok(Written::Number(day))
    }

    fn visit_u64<E: Error>(self, day: u64) -> Result<Written, E> {
        Ok(i64::try_from(day).map_or_else(|_| Written::Text(day.to_string()), Written::Number))
    }

    fn visit_str<E: Error>(self, day: &str) -> Result<Written, E> {
        Ok(Written::Text(day.to_owned()))
    }
}

impl Written {
    /// The day as a number: a date in days since 1970-01-01.
    pub(crate) fn day(&self) -> Option<i32> {
        match self {
            Written::Number(day) => i32::try_from(*day).ok(),
            Written::Text(text) => date(text),
        }
    }
}

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Written::Number(day) => write!(f, "{day}"),
            Written::Text(text) => f.write_str(text),
        }
    }
}

/// `YYYY-MM-DD` of the Gregorian calendar in days since 1970-01-01: the days before the year, those before the month in
/// a year that begins in March, so that a leap day comes last, and the day.
fn date(text: &str) -> Option<i32> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let digits = |part: &str, n: usize| (part.len() == n && part.bytes().all(|b| b.is_ascii_digit())).then_some(());
    digits(year, 4).and(digits(month, 2)).and(digits(day, 2))?;
    let (year, month, day): (i32, i32, i32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = match month {
        2 => 28 + i32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let (from_march, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let before = 365 * from_march + from_march.div_euclid(4) - from_march.div_euclid(100) + from_march.div_euclid(400);
    (1..=length).contains(&day).then(|| before + (153 * months + 2) / 5 + day - 1 - 719_468)
}
