//! The block of `key: value` lines that some Markdown files begin with, between two lines of `---`.

use crate::block::Declared;

/// Declared metadata and the rest of the text. Without such a block everything is text.
pub(crate) fn split(text: &str) -> (Declared, &str) {
    let none = (Declared::default(), text);
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return none;
    };
    let Some(end) = rest.find("\n---") else {
        return none;
    };
    let (Some(head), Some(body)) = (rest.get(..end), rest.get(end + 4..)) else {
        return none;
    };
    let keyed = |line: &str| line.trim().is_empty() || line.contains(':');
    if head.len() > 4096 || !head.lines().all(keyed) {
        return none;
    }
    let mut declared = Declared::default();
    head.lines().filter_map(|line| line.split_once(':')).for_each(|(key, value)| set(&mut declared, key, value));
    (declared, body)
}

fn set(declared: &mut Declared, key: &str, value: &str) {
    let value = value.trim().trim_matches(|c| c == '"' || c == '\'').to_owned();
    if value.is_empty() {
        return;
    }
    match key.trim().to_ascii_lowercase().as_str() {
        "title" => declared.title = Some(value),
        "symbol" => declared.symbol = Some(value),
        "lang" | "language" => declared.language = Some(value),
        "date" => declared.date = Some(value),
        "session" => declared.session = Some(value),
        _ => {}
    }
}
