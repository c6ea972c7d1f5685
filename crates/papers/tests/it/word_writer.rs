//! A small Word file, built part by part.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A zip of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file with this body, and this numbering part.
pub fn word(body: &str, numbering: &str) -> Vec<u8> {
    let document = format!("<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>");
    let numbering = format!("<w:numbering {NAMESPACE}>{numbering}</w:numbering>");
    package(&[("word/document.xml", document.as_bytes()), ("word/numbering.xml", numbering.as_bytes())])
}

/// A plain paragraph.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A bold paragraph.
pub fn bold(text: &str) -> String {
    format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>")
}

/// A paragraph of a list.
pub fn item(number: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// A list definition with these levels: format and text.
pub fn list(id: u32, levels: &[(&str, &str)]) -> String {
    let mut xml = format!("<w:abstractNum w:abstractNumId=\"{id}\">");
    for (level, (format, text)) in levels.iter().enumerate() {
        xml += &format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        );
    }
    xml + "</w:abstractNum>"
}
