//! Names in a language of their own inside a sentence of the interface. A sentence is put together by Fluent as plain
//! text, in which a name stands between marks that say its language; the page makes an element of it (`lang`, `dir`),
//! so that a screen reader speaks it in its own language and its direction does not turn the words around it.

use super::Lang;
use std::fmt::Write;

/// Characters of Unicode's private use area, which no name keeps.
const BEGIN: char = '\u{E0A0}';
const MIDDLE: char = '\u{E0A1}';
const END: char = '\u{E0A2}';

const fn is_mark(c: char) -> bool {
    matches!(c, BEGIN | MIDDLE | END)
}

/// A name with its language (empty where it is not known), to be put into a sentence.
pub fn mark(text: &str, lang: &str) -> String {
    let code = Lang::parse(lang).map_or("", Lang::code);
    let mut marked = String::with_capacity(text.len() + code.len() + 9);
    marked.push(BEGIN);
    marked.push_str(code);
    marked.push(MIDDLE);
    marked.extend(text.chars().filter(|c| !is_mark(*c)));
    marked.push(END);
    marked
}

/// The sentence as HTML: everything escaped, each name an element. Put it into a template with `safe`.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        escape(before, &mut out);
        let (name, left) = after.split_once(END).unwrap_or((after, ""));
        let (lang, name) = name.split_once(MIDDLE).unwrap_or(("", name));
        match Lang::parse(lang) {
            Some(lang) => {
                let _ = write!(out, "<bdi lang=\"{}\" dir=\"{}\">", lang.code(), lang.dir());
            }
            None => out.push_str("<bdi>"),
        }
        escape(name, &mut out);
        out.push_str("</bdi>");
        rest = left;
    }
    escape(rest, &mut out);
    out
}

/// The sentence without marks: for pictures, files and the API.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        out.push_str(before);
        rest = after.split_once(MIDDLE).map_or(after, |(_, name)| name);
    }
    out.push_str(rest);
    out.retain(|c| !is_mark(c));
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars().filter(|c| !is_mark(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}
