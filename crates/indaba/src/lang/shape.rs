//! Numbers, shares and dates as each language writes them (CLDR 46 for separators and order; digits stay Latin, as the
//! UN's own documents in Arabic for tables do).

use super::{L, Lang};
use fluent_bundle::FluentValue;

fn separators(lang: Lang) -> (&'static str, &'static str) {
    match lang.code() {
        "fr" | "ru" => ("\u{202f}", ","),
        "es" => (".", ","),
        _ => (",", "."),
    }
}

/// A number, whole where it is whole, else with one decimal.
pub fn number(lang: Lang, value: &FluentValue<'_>) -> String {
    let FluentValue::Number(n) = value else { return String::new() };
    let (group, point) = separators(lang);
    let text = if n.value.fract() == 0.0 { format!("{:.0}", n.value.abs()) } else { format!("{:.1}", n.value.abs()) };
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    if n.value < 0.0 {
        out.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push_str(point);
        out.push_str(rest);
    }
    out
}

/// A share between 0 and 1 as a whole percentage.
pub fn percent(lang: Lang, share: f64) -> String {
    let n = number(lang, &FluentValue::from((share * 100.0).round()));
    match lang.code() {
        "fr" | "ru" | "es" => format!("{n}\u{a0}%"),
        _ => format!("{n}%"),
    }
}

/// Year, month, day and time of day of a moment, UTC.
fn parts(moment: i64) -> Option<(String, u8, u8, String)> {
    let stamp = jiff::Timestamp::from_millisecond(moment).ok()?.to_string();
    let (day, time) = stamp.split_once('T')?;
    let mut numbers = day.rsplitn(3, '-');
    let (date, month, year) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?, numbers.next()?);
    Some((year.to_owned(), month, date, time.get(..5)?.to_owned()))
}

/// A moment as a date: "24 November 2026".
pub fn date(l: L, moment: i64) -> String {
    let Some((year, month, day, _)) = parts(moment) else { return String::new() };
    let month = l.t(&format!("month-{month}"));
    l.with("date", &[("day", i64::from(day).into()), ("month", month.into()), ("year", year.into())])
}

/// A moment with its time in UTC.
pub fn moment(l: L, moment: i64) -> String {
    let Some((_, _, _, time)) = parts(moment) else { return String::new() };
    l.with("moment", &[("date", date(l, moment).into()), ("time", time.into())])
}
