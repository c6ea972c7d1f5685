//! Figures as long as they mean anything, in the reader's language.

use crate::lang::L;

/// Three digits mean something in what a model says; the rest is noise.
pub fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let digits = value.abs().log10().floor() as i32 - 2;
    if digits < -1 {
        return (value * 10.0).round() / 10.0;
    }
    let unit = 10f64.powi(digits);
    (value / unit).round() * unit
}

/// A figure of a projection or a record with its unit, as [`::corridors::Outcome::unit`] and the series name it.
pub fn figure(l: L, unit: &str, value: f64) -> String {
    let n = |value: f64| l.n(rounded(value));
    match unit {
        _ if unit.starts_with("share") => l.t1("corridors-percent", "n", tenth(l, value * 100.0)),
        _ if unit.starts_with('%') => l.t1("corridors-percent", "n", tenth(l, value)),
        "times the start" => l.t1("corridors-percent", "n", l.n((value * 100.0).round())),
        _ if unit.starts_with("USD") && value.abs() >= 1e9 => l.t1("corridors-bn", "n", tenth(l, rounded(value) / 1e9)),
        _ if unit.starts_with("USD") && value.abs() >= 1e6 => l.t1("corridors-m", "n", tenth(l, rounded(value) / 1e6)),
        _ => n(value),
    }
}

/// With at most one decimal.
fn tenth(l: L, value: f64) -> String {
    let value = (value * 10.0).round() / 10.0;
    l.n(if value == 0.0 { 0.0 } else { value })
}

/// A difference, with its sign where there is anything to be seen. Between percentages it is in points.
pub fn difference(l: L, unit: &str, value: f64) -> String {
    let write = |value: f64| match unit {
        _ if unit.starts_with("share") => l.t1("corridors-points", "n", tenth(l, value * 100.0)),
        "times the start" => l.t1("corridors-points", "n", l.n((value * 100.0).round())),
        _ if unit.starts_with('%') => l.t1("corridors-points", "n", tenth(l, value)),
        _ => figure(l, unit, value),
    };
    let text = write(value);
    if value > 0.0 && text != write(0.0) { format!("+{text}") } else { text }
}
