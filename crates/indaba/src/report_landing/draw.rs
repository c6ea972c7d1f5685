//! The pictures of the report, as SVG without style of their own.

use crate::lang::named::plain;
use std::fmt::Write;

/// A party's gain with its interval.
pub struct Bar {
    /// Whose.
    pub label: String,
    /// At worst.
    pub low: i64,
    /// Most likely.
    pub value: i64,
    /// At best.
    pub high: i64,
}

/// Height of a bar's line.
const LINE: usize = 18;

/// Diverging bars around zero, the likely gain as a bar, low to high as a line.
pub fn bars(title: &str, about: &str, number: &dyn Fn(i64) -> String, bars: &[Bar]) -> String {
    let least = bars.iter().map(|b| b.low.min(b.value)).fold(0, i64::min) as f64;
    let most = bars.iter().map(|b| b.high.max(b.value)).fold(1, i64::max) as f64;
    let x = |value: i64| 240.0 + (value as f64 - least) / (most - least) * 340.0;
    let height = bars.len() * LINE + 8;
    let mut svg = opened("gains", title, about, 640, height);
    let _ = write!(svg, "<line class=\"axis\" x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"0\" y2=\"{height}\"/>", x(0));
    for (i, bar) in bars.iter().enumerate() {
        let top = i * LINE + 4;
        let class = if bar.value < 0 { "down" } else { "up" };
        let (from, to) = (x(bar.value.min(0)), x(bar.value.max(0)));
        let middle = top + 7;
        let _ = write!(
            svg,
            "<text x=\"230\" y=\"{}\" text-anchor=\"end\">{}</text><rect class=\"{class}\" x=\"{from:.1}\" y=\"{}\" width=\"{:.1}\" height=\"10\"/><line class=\"span\" x1=\"{:.1}\" x2=\"{:.1}\" y1=\"{middle}\" y2=\"{middle}\"/><text x=\"590\" y=\"{}\">{}</text>",
            top + 11,
            escaped(&shortened(&plain(&bar.label))),
            top + 2,
            to - from,
            x(bar.low),
            x(bar.high),
            top + 11,
            number(bar.value)
        );
    }
    svg + "</svg>"
}

/// Points on two axes, with the status quo at zero.
pub fn frontier(title: &str, quo: &str, axes: (&str, &str), points: &[(i64, i64)]) -> String {
    let span = |values: &mut dyn Iterator<Item = i64>| {
        values.fold((0, 1), |(low, high): (i64, i64), v| (low.min(v), high.max(v)))
    };
    let (left, right) = span(&mut points.iter().map(|p| p.0));
    let (bottom, top) = span(&mut points.iter().map(|p| p.1));
    let x = |v: i64| 50.0 + (v - left) as f64 / (right - left) as f64 * 480.0;
    let y = |v: i64| 260.0 - (v - bottom) as f64 / (top - bottom) as f64 * 240.0;
    let mut svg = opened("frontier", title, &format!("{}: {}", axes.0, axes.1), 560, 310);
    let _ = write!(svg, "<line class=\"axis\" x1=\"50\" x2=\"530\" y1=\"{0:.1}\" y2=\"{0:.1}\"/>", y(0));
    let _ = write!(svg, "<line class=\"axis\" x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"20\" y2=\"260\"/>", x(0));
    let _ = write!(svg, "<circle class=\"quo\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"5\"/>", x(0), y(0));
    let _ = write!(svg, "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>", x(0) + 8.0, y(0) + 16.0, escaped(quo));
    for (value, total) in points {
        let _ = write!(
            svg,
            "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"><title>{value}, {total}</title></circle>",
            x(*value),
            y(*total)
        );
    }
    let _ = write!(
        svg,
        "<text x=\"530\" y=\"276\" text-anchor=\"end\">{right}</text><text x=\"4\" y=\"24\">{top}</text><text x=\"530\" y=\"300\" text-anchor=\"end\">{}</text><text x=\"50\" y=\"12\">{}</text>",
        escaped(axes.0),
        escaped(axes.1)
    );
    svg + "</svg>"
}

fn opened(class: &str, title: &str, about: &str, width: usize, height: usize) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title><desc>{}</desc>",
        escaped(title),
        escaped(about)
    )
}

/// A label that has room beside its bar.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 30 {
        return text.to_owned();
    }
    text.chars().take(29).chain(['…']).collect()
}

/// Names of parties come from a file that anybody may have written.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
