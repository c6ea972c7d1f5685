//! The picture of an estimate: for everybody and for each bloc a box over the middle half of the best guesses, a stroke
//! at the median, and a line from the middle of the lowest to the middle of the highest. Classes and presentation
//! attributes only, so that it passes the strictest content-security policy.

use super::gather::Shown;
use super::spread::Spread;
use crate::blocs::label_of;
use crate::lang::L;
use std::fmt::Write;

/// Width of the drawing, in its own units: text keeps a readable size on a phone.
const WIDTH: f64 = 360.0;
const MARGIN: f64 = 14.0;
const ROW: f64 = 40.0;

/// Draws it; none where nothing may be shown.
pub fn picture(l: L, shown: &Shown) -> Option<String> {
    let all = shown.all?;
    let mut rows = vec![(l.t("estimate-all"), all, "g1", shown.camps.is_some())];
    rows.extend(shown.first.map(|first| (l.t("estimate-first"), first, "g0", false)));
    rows.extend(shown.blocs.iter().filter_map(|b| Some((label_of(l, &b.id), b.spread?, "g0", false))));
    let height = ROW * rows.len() as f64 + 30.0;
    let id = &shown.estimate.id;
    let mut out = format!(
        "<svg class=\"map spread\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"e-{id}-t e-{id}-d\">\
         <title id=\"e-{id}-t\">{}</title><desc id=\"e-{id}-d\">{}</desc>",
        escaped(&shown.estimate.text),
        escaped(&l.t("estimate-picture")),
    );
    let scale = Scale { least: shown.estimate.least, most: shown.estimate.most };
    for (place, (label, spread, class, camps)) in rows.iter().enumerate() {
        let top = ROW * place as f64;
        // Writing to a String cannot fail.
        let _ = write!(out, "<g class=\"{class}\">");
        row(&mut out, &scale, top, label, spread);
        // Where there are two camps the middle half lies between them and stands for nobody.
        if !camps {
            middle_half(&mut out, &scale, top, spread);
        }
        out += "</g>";
    }
    if let Some(camps) = shown.camps {
        for at in [camps.below.1, camps.above.1] {
            let x = scale.at(at);
            let _ = write!(out, "<path d=\"M{x:.1} 19l-5-7h10z\" class=\"g2\" fill=\"currentColor\"/>");
        }
    }
    axis(&mut out, l, &scale, &shown.estimate.unit, height - 24.0);
    out += "</svg>";
    Some(out)
}

struct Scale {
    least: f64,
    most: f64,
}

impl Scale {
    fn at(&self, x: f64) -> f64 {
        let part = ((x - self.least) / (self.most - self.least)).clamp(0.0, 1.0);
        MARGIN + part * (WIDTH - 2.0 * MARGIN)
    }
}

/// The middle of a row.
const fn middle(top: f64) -> f64 {
    top + 28.0
}

fn row(out: &mut String, scale: &Scale, top: f64, label: &str, s: &Spread) {
    let (low, high) = (scale.at(s.low), scale.at(s.high));
    let _ = write!(
        out,
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"12\" class=\"label\">{}</text>\
         <path d=\"M{low:.1} {}H{high:.1}\" stroke=\"currentColor\" stroke-width=\"1.5\"/>",
        top + 14.0,
        escaped(label),
        middle(top),
    );
}

fn middle_half(out: &mut String, scale: &Scale, top: f64, s: &Spread) {
    let [q1, median, q3] = [s.q1, s.median, s.q3].map(|x| scale.at(x));
    let _ = write!(
        out,
        "<rect x=\"{q1:.1}\" y=\"{}\" width=\"{:.1}\" height=\"12\" rx=\"2\" fill=\"currentColor\" \
         fill-opacity=\".3\" stroke=\"currentColor\"/>\
         <path d=\"M{median:.1} {}v16\" stroke=\"currentColor\" stroke-width=\"3\"/>",
        middle(top) - 6.0,
        (q3 - q1).max(1.0),
        middle(top) - 8.0,
    );
}

/// A line with marks at its ends and its middle.
fn axis(out: &mut String, l: L, scale: &Scale, unit: &str, y: f64) {
    let half = f64::midpoint(scale.least, scale.most);
    let _ = write!(out, "<path d=\"M{MARGIN} {y}H{}\" class=\"axis\" stroke=\"currentColor\"/>", WIDTH - MARGIN);
    for (x, anchor, words) in [
        (scale.least, "start", l.n(scale.least)),
        (half, "middle", l.n(half)),
        (scale.most, "end", l.t2("estimate-value", "n", l.n(scale.most), "unit", unit)),
    ] {
        let at = scale.at(x);
        let _ = write!(
            out,
            "<path d=\"M{at:.1} {y}v4\" stroke=\"currentColor\"/><text x=\"{at:.1}\" y=\"{}\" font-size=\"12\" \
             text-anchor=\"{anchor}\" class=\"label\">{}</text>",
            y + 17.0,
            escaped(&words),
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
