//! A report as one self-contained HTML file.

use super::{Block, Dir, Report, Span, Target};

/// One HTML file with its style inside: no script, no request to anywhere. `css` is the caller's own style sheet.
pub fn html(report: &Report, css: &str) -> String {
    let mut out = String::new();
    head(&mut out, report, css);
    out.push_str("<body>\n<main>\n<h1>");
    escape(&mut out, &report.title);
    out.push_str("</h1>\n");
    meta(&mut out, &report.meta);
    for one in &report.blocks {
        block(&mut out, one);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, report: &Report, css: &str) {
    out.push_str("<!DOCTYPE html>\n<html lang=\"");
    escape(out, &report.lang);
    out.push_str("\" dir=\"");
    out.push_str(match report.dir {
        Dir::Ltr => "ltr",
        Dir::Rtl => "rtl",
    });
    out.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    escape(out, &report.title);
    out.push_str("</title>\n<style>\n");
    // Inside <style> only the end tag can break out.
    out.push_str(&css.replace("</", "<\\/"));
    out.push_str("\n</style>\n</head>\n");
}

fn meta(out: &mut String, lines: &[(String, String)]) {
    if lines.is_empty() {
        return;
    }
    out.push_str("<dl class=\"meta\">\n");
    for (label, value) in lines {
        out.push_str("<dt>");
        escape(out, label);
        out.push_str("</dt><dd>");
        escape(out, value);
        out.push_str("</dd>\n");
    }
    out.push_str("</dl>\n");
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, anchor, spans } => {
            // The title is h1: a report's first level is h2.
            let tag = format!("h{}", (level + 1).clamp(2, 6));
            element(out, &tag, anchor.as_deref(), spans);
        }
        Block::Paragraph { anchor, spans } => element(out, "p", anchor.as_deref(), spans),
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                element(out, "li", None, item);
            }
            out.push_str("</ul>\n");
        }
        Block::Table { head, rows } => table(out, head, rows),
        Block::Note(spans) => {
            out.push_str("<aside class=\"note\" role=\"note\">");
            element(out, "p", None, spans);
            out.push_str("</aside>\n");
        }
    }
}

fn table(out: &mut String, head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) {
    out.push_str("<table>\n");
    if !head.is_empty() {
        out.push_str("<thead><tr>");
        for cell in head {
            out.push_str("<th scope=\"col\">");
            spans(out, cell);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead>\n");
    }
    out.push_str("<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            out.push_str("<td>");
            spans(out, cell);
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn element(out: &mut String, tag: &str, anchor: Option<&str>, content: &[Span]) {
    out.push('<');
    out.push_str(tag);
    if let Some(anchor) = anchor {
        out.push_str(" id=\"");
        escape(out, anchor);
        out.push('"');
    }
    out.push('>');
    spans(out, content);
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

fn spans(out: &mut String, spans: &[Span]) {
    for one in spans {
        span(out, one);
    }
}

fn span(out: &mut String, span: &Span) {
    let mut ends = Vec::new();
    match span.target() {
        Some(Target::Inside(anchor)) => open_link(out, &format!("#{anchor}"), &mut ends),
        Some(Target::Outside(address)) => open_link(out, address, &mut ends),
        None => {}
    }
    if let Some(lang) = &span.lang {
        out.push_str("<span lang=\"");
        escape(out, lang);
        out.push_str("\" dir=\"auto\">");
        ends.push("</span>");
    }
    for (on, start, end) in [(span.bold, "<strong>", "</strong>"), (span.italic, "<em>", "</em>")] {
        if on {
            out.push_str(start);
            ends.push(end);
        }
    }
    escape(out, &span.text);
    ends.iter().rev().for_each(|end| out.push_str(end));
}

fn open_link(out: &mut String, href: &str, ends: &mut Vec<&'static str>) {
    out.push_str("<a href=\"");
    escape(out, href);
    out.push_str("\">");
    ends.push("</a>");
}

/// Text and attribute values alike; control characters that HTML forbids become the replacement character.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}
