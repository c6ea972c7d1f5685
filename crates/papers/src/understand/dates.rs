//! Dates as papers print them, to ISO 8601.

use super::labels::{decimal, digit};

/// Months by the beginnings of their names; Arabic papers print two names, either is enough.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "янв", "يناير", "كانون الثاني"],
    &["feb", "fév", "fev", "фев", "فبراير", "شباط"],
    &["mar", "мар", "مارس", "آذار"],
    &["apr", "avr", "abr", "апр", "أبريل", "نيسان"],
    &["may", "mai", "мая", "май", "مايو", "أيار"],
    &["jun", "juin", "июн", "يونيو", "يونيه", "حزيران"],
    &["jul", "juil", "июл", "يوليو", "يوليه", "تموز"],
    &["aug", "août", "aout", "ago", "авг", "أغسطس", "آب"],
    &["sep", "set", "сен", "سبتمبر", "أيلول"],
    &["oct", "okt", "окт", "أكتوبر", "تشرين الأول"],
    &["nov", "ноя", "نوفمبر", "تشرين الثاني"],
    &["dec", "déc", "dic", "дек", "ديسمبر", "كانون الأول"],
];

/// What a line says of a date.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// ISO 8601, as exact as printed.
    Date(String),
    /// Day and month could be either way round.
    Ambiguous,
}

/// The date that a short line consists of, give or take a place name or "Date:" before it.
pub(crate) fn in_line(line: &str) -> Option<Found> {
    if line.chars().count() > 80 {
        return None;
    }
    chinese(line).or_else(|| numeric(line)).or_else(|| named(line))
}

/// "2002年11月4日"
fn chinese(line: &str) -> Option<Found> {
    let compact: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let (before, rest) = compact.split_once('年')?;
    let year = decimal(tail_digits(before))?;
    let Some((month, rest)) = rest.split_once('月') else {
        return iso(year, None, None);
    };
    let day = rest.split_once('日').and_then(|(day, _)| decimal(day));
    iso(year, decimal(month), day)
}

fn tail_digits(text: &str) -> &str {
    let start =
        text.char_indices().rev().take_while(|(_, c)| digit(*c).is_some()).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// "2002-11-04", "04.11.2002", "04/11/2002"
fn numeric(line: &str) -> Option<Found> {
    let word = line.split_whitespace().find(|word| word.matches(['-', '.', '/']).count() == 2)?;
    let word = word.trim_matches(|c: char| digit(c).is_none());
    let mut parts = word.split(['-', '.', '/']).map(decimal);
    let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
    if (1800..=2999).contains(&a) {
        return iso(a, Some(b), Some(c));
    }
    if !(1800..=2999).contains(&c) {
        return None;
    }
    if word.contains('/') && a != b && a <= 12 && b <= 12 {
        return Some(Found::Ambiguous);
    }
    if b > 12 { iso(c, Some(a), Some(b)) } else { iso(c, Some(b), Some(a)) }
}

/// "4 November 2002", "November 4, 2002", "4 de noviembre de 2002", "4 ноября 2002 года", "November 2002"
fn named(line: &str) -> Option<Found> {
    let lower = line.to_lowercase();
    let month = month(&lower)?;
    let mut numbers = lower.split(|c: char| digit(c).is_none()).filter(|part| !part.is_empty()).filter_map(decimal);
    let (first, second, third) = (numbers.next()?, numbers.next(), numbers.next());
    match (first, second, third) {
        (day, Some(year), None) if (1800..=2999).contains(&year) => iso(year, Some(month), Some(day)),
        // "12-14 November 2002" is the time of a meeting: the month is certain, the day is not one.
        (year, None, _) | (_, Some(_), Some(year)) => iso(year, Some(month), None),
        _ => None,
    }
}

fn month(lower: &str) -> Option<u32> {
    let names = |names: &[&str]| names.iter().any(|name| contains_month(lower, name));
    MONTHS.iter().position(|month| names(month)).map(|at| at as u32 + 1)
}

/// The name stands at the beginning of a word, and the word is not some other ("mayor", "marché").
fn contains_month(lower: &str, name: &str) -> bool {
    if name.contains(' ') {
        return lower.contains(name);
    }
    let full = ["mar", "may", "mai", "мар", "set", "ago", "мая", "май"].contains(&name);
    let known = [
        "march",
        "mars",
        "marzo",
        "may",
        "mai",
        "mayo",
        "mar",
        "марта",
        "март",
        "setiembre",
        "agosto",
        "set",
        "ago",
        "мая",
        "май",
    ];
    lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| if full { known.contains(&word) && word.starts_with(name) } else { word.starts_with(name) })
}

fn iso(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Found> {
    let plausible = (1800..=2999).contains(&year) && month.is_none_or(|m| (1..=12).contains(&m));
    if !plausible || day.is_some_and(|day| !(1..=31).contains(&day)) {
        return None;
    }
    Some(Found::Date(match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    }))
}
