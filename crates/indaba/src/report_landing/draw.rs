//! The pictures of the report, without style of their own.

use crate::lang::named;
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

/// How a figure is written.
type Written<'a> = &'a dyn Fn(i64) -> String;

/// Diverging bars around zero, the likely gain as a bar, low to high as a line. Names and figures stand beside them as
/// text of the page, so that they have its size on any screen.
pub fn bars(title: &str, about: &str, number: Written, bars: &[Bar]) -> String {
    let least = bars.iter().map(|b| b.low.min(b.value)).fold(0, i64::min) as f64;
    let most = bars.iter().map(|b| b.high.max(b.value)).fold(1, i64::max) as f64;
    let x = |value: i64| (value as f64 - least) / (most - least) * 100.0;
    let zero = x(0);
    let mut rows = format!("<div class=\"gains\" role=\"img\" aria-label=\"{}. {}\">", escaped(title), escaped(about));
    for bar in bars {
        let class = if bar.value < 0 { "down" } else { "up" };
        let (from, to) = (x(bar.value.min(0)), x(bar.value.max(0)));
        let _ = write!(
            rows,
            "<span>{}</span><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"><line class=\"axis\" x1=\"{zero:.1}\" x2=\"{zero:.1}\" y1=\"0\" y2=\"10\"/><rect class=\"{class}\" x=\"{from:.1}\" y=\"2.5\" width=\"{:.1}\" height=\"5\"/><line class=\"span\" x1=\"{:.1}\" x2=\"{:.1}\" y1=\"5\" y2=\"5\"/></svg><bdi class=\"num\" dir=\"ltr\">{}</bdi>",
            named::html(&bar.label),
            to - from,
            x(bar.low),
            x(bar.high),
            number(bar.value)
        );
    }
    rows + "</div>"
}

/// Points on two axes, each with its name and its way to write figures, with the status quo at zero.
pub fn frontier(
    title: &str,
    quo: &str,
    axes: (&str, &str),
    (across, up): (Written, Written),
    points: &[(i64, i64)],
) -> String {
    let span = |values: &mut dyn Iterator<Item = i64>| {
        values.fold((0, 1), |(low, high): (i64, i64), v| (low.min(v), high.max(v)))
    };
    let (left, right) = span(&mut points.iter().map(|p| p.0));
    let (bottom, top) = span(&mut points.iter().map(|p| p.1));
    let x = |v: i64| 40.0 + (v - left) as f64 / (right - left) as f64 * 300.0;
    let y = |v: i64| 204.0 - (v - bottom) as f64 / (top - bottom) as f64 * 170.0;
    let mut svg = opened("frontier", title, &format!("{}: {}", axes.0, axes.1), 360, 250);
    let _ = write!(svg, "<line class=\"axis\" x1=\"40\" x2=\"340\" y1=\"{0:.1}\" y2=\"{0:.1}\"/>", y(0));
    let _ = write!(svg, "<line class=\"axis\" x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"34\" y2=\"204\"/>", x(0));
    let _ = write!(svg, "<circle class=\"quo\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"5\"/>", x(0), y(0));
    // The words go to the side that has room.
    let (shift, anchor) = if x(0) > 190.0 { (-8.0, "end") } else { (8.0, "start") };
    let _ = write!(
        svg,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>",
        x(0) + shift,
        y(0) + 16.0,
        escaped(quo)
    );
    for (value, total) in points {
        let _ = write!(
            svg,
            "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"><title>{}, {}</title></circle>",
            x(*value),
            y(*total),
            across(*value),
            up(*total)
        );
    }
    let _ = write!(
        svg,
        "<text x=\"340\" y=\"220\" text-anchor=\"end\">{}</text><text x=\"34\" y=\"38\" text-anchor=\"end\">{}</text><text x=\"340\" y=\"242\" text-anchor=\"end\">{}</text><text x=\"4\" y=\"16\">{}</text>",
        across(right),
        up(top),
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

/// Names of parties come from a file that anybody may have written.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
