//! Plain text: paragraphs are separated by empty lines; a line that begins with a printed number or a bullet begins a
//! paragraph too, where the line before it is finished.

use crate::block::{Block, Document, Kind};
use crate::rich::Rich;
use crate::understand::begins_numbered;
use crate::{Limits, ReadError};

pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    let mut document = Document::default();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.split(['\n', '\u{C}']) {
        let line = line.trim_end_matches('\r');
        let starts = bullet(line).is_some() || (begins_numbered(line) && lines.last().is_none_or(|last| ends(last)));
        if line.trim().is_empty() || starts {
            flush(&mut lines, &mut document, limits)?;
        }
        if !line.trim().is_empty() {
            lines.push(line);
        }
    }
    flush(&mut lines, &mut document, limits)?;
    Ok(document)
}

fn ends(line: &str) -> bool {
    line.trim_end().ends_with(['.', ':', ';', '?', '!', '。', '：', '；', '？', '؟', '؛'])
}

fn flush(lines: &mut Vec<&str>, document: &mut Document, limits: &Limits) -> Result<(), ReadError> {
    let text = lines.join("\n");
    lines.clear();
    let block = match bullet(&text) {
        Some(rest) => Block::new(Kind::Item(0), Rich::plain(rest)),
        None => Block::new(Kind::Paragraph, Rich::plain(&text)),
    };
    document.push(block, limits)
}

/// The text after a bullet.
pub(crate) fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| is_bullet(*c))?;
    let rest = line.get(mark.len_utf8()..)?;
    // "- 3 -" is a page number.
    let page = rest.trim_end().ends_with(['-', '–', '—']) && !rest.contains(char::is_alphabetic);
    // A dash opens an item only with a space after it, and a rule of dashes is none.
    (rest.starts_with(char::is_whitespace) && rest.contains(char::is_alphanumeric) && !page).then(|| rest.trim_start())
}

pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦'
            | '▪'
            | '‣'
            | '·'
            | '●'
            | '○'
            | '■'
            | '□'
            | '–'
            | '—'
            | '-'
            | '*'
            | '➢'
            | '❖'
            | '\u{F0B7}'
            | '\u{F0A7}'
            | '\u{F0D8}'
    )
}
