//! A report as a Word file: real headings, links, lists, direction and language, and nothing that says who or which
//! machine wrote it. The parts are written here, because a library's running ids would make each call's bytes differ.

mod parts;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Block, Dir, Report, Span, Target};

/// A Word file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the Word file could not be written: {0}")]
pub struct WriteError(#[from] zip::result::ZipError);

impl From<std::io::Error> for WriteError {
    fn from(error: std::io::Error) -> WriteError {
        WriteError(error.into())
    }
}

/// The report as a Word file (`.docx`). The same report gives the same bytes: every time in it is 1 January 1980.
pub fn docx(report: &Report) -> Result<Vec<u8>, WriteError> {
    let mut body = Body { rtl: report.dir == Dir::Rtl, ..Body::default() };
    body.report(report);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(&escaped(&report.title), &escaped(&report.lang))),
        ("word/document.xml", parts::document(&body.xml, body.rtl)),
        ("word/_rels/document.xml.rels", parts::document_relations(&body.addresses)),
        ("word/styles.xml", parts::styles(&escaped(&report.lang), body.rtl)),
        ("word/numbering.xml", parts::NUMBERING.to_owned()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
    ];
    for (name, content) in parts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

#[derive(Default)]
struct Body {
    xml: String,
    rtl: bool,
    /// Addresses of outside links, escaped; the first is `link0`.
    addresses: Vec<String>,
    bookmarks: usize,
}

impl Body {
    fn report(&mut self, report: &Report) {
        self.paragraph("Title", None, "", &[Span::text(&report.title)]);
        for (label, value) in &report.meta {
            let spans = [Span::bold(label), Span::text(format!(" {value}"))];
            self.paragraph("Meta", None, "", &spans);
        }
        for block in &report.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, anchor, spans } => {
                self.paragraph(&format!("Heading{}", (*level).clamp(1, 6)), anchor.as_deref(), "", spans);
            }
            Block::Paragraph { anchor, spans } => {
                self.paragraph("BodyText", anchor.as_deref(), "", spans);
            }
            Block::List(items) => {
                let bullet = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
                for item in items {
                    self.paragraph("ListBullet", None, bullet, item);
                }
            }
            Block::Table { head, rows } => self.table(head, rows),
            Block::Note(spans) => self.paragraph("Note", None, "", spans),
        }
    }

    fn paragraph(&mut self, style: &str, anchor: Option<&str>, properties: &str, spans: &[Span]) {
        let bidi = if self.rtl { "<w:bidi/>" } else { "" };
        let _ = write!(self.xml, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}{bidi}</w:pPr>");
        let bookmark = anchor.map(|anchor| self.open_bookmark(anchor));
        for span in spans {
            self.span(span);
        }
        if let Some(id) = bookmark {
            let _ = write!(self.xml, "<w:bookmarkEnd w:id=\"{id}\"/>");
        }
        self.xml.push_str("</w:p>");
    }

    fn open_bookmark(&mut self, anchor: &str) -> usize {
        let id = self.bookmarks;
        self.bookmarks += 1;
        let _ = write!(self.xml, "<w:bookmarkStart w:id=\"{id}\" w:name=\"{}\"/>", bookmark_name(anchor));
        id
    }

    fn span(&mut self, span: &Span) {
        match span.target() {
            Some(Target::Inside(anchor)) => {
                let _ = write!(self.xml, "<w:hyperlink w:anchor=\"{}\">", bookmark_name(anchor));
                self.run(span, true);
                self.xml.push_str("</w:hyperlink>");
            }
            Some(Target::Outside(address)) => {
                let _ = write!(self.xml, "<w:hyperlink r:id=\"link{}\">", self.addresses.len());
                self.addresses.push(escaped(address));
                self.run(span, true);
                self.xml.push_str("</w:hyperlink>");
            }
            None => self.run(span, false),
        }
    }

    /// The order of the properties is the schema's: Word refuses another.
    fn run(&mut self, span: &Span, link: bool) {
        self.xml.push_str("<w:r><w:rPr>");
        if link {
            self.xml.push_str("<w:rStyle w:val=\"Hyperlink\"/>");
        }
        if span.bold {
            self.xml.push_str("<w:b/><w:bCs/>");
        }
        if span.italic {
            self.xml.push_str("<w:i/><w:iCs/>");
        }
        if self.is_rtl(span) {
            self.xml.push_str("<w:rtl/>");
        }
        if let Some(lang) = &span.lang {
            let lang = escaped(lang);
            let _ = write!(self.xml, "<w:lang w:val=\"{lang}\" w:bidi=\"{lang}\"/>");
        }
        self.xml.push_str("</w:rPr>");
        for (place, line) in span.text.split('\n').enumerate() {
            let line_break = if place > 0 { "<w:br/>" } else { "" };
            let _ = write!(self.xml, "{line_break}<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
        }
        self.xml.push_str("</w:r>");
    }

    fn is_rtl(&self, span: &Span) -> bool {
        match span.lang.as_deref().and_then(|lang| lang.split('-').next()) {
            Some(lang) => matches!(lang, "ar" | "fa" | "he" | "ur"),
            None => self.rtl,
        }
    }

    fn table(&mut self, head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let bidi = if self.rtl { "<w:bidiVisual/>" } else { "" };
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{bidi}<w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        );
        self.xml.push_str(&"<w:gridCol/>".repeat(columns));
        self.xml.push_str("</w:tblGrid>");
        if !head.is_empty() {
            self.row(head, columns, true);
        }
        for row in rows {
            self.row(row, columns, false);
        }
        // A table at the end of a document needs a paragraph after it.
        self.xml.push_str("</w:tbl><w:p/>");
    }

    fn row(&mut self, cells: &[Vec<Span>], columns: usize, head: bool) {
        self.xml.push_str("<w:tr>");
        if head {
            self.xml.push_str("<w:trPr><w:tblHeader/></w:trPr>");
        }
        let none = Vec::new();
        for column in 0..columns {
            self.xml.push_str("<w:tc><w:tcPr/>");
            let mut spans = cells.get(column).unwrap_or(&none).clone();
            for span in &mut spans {
                span.bold |= head;
            }
            self.paragraph("BodyText", None, "", &spans);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}

/// Word's bookmarks begin with a letter, hold letters, digits and underscores, and have at most 40 characters. A
/// check sum keeps two long or odd anchors apart (FNV-1a, 32 bits).
fn bookmark_name(anchor: &str) -> String {
    let plain: String = anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(28).collect();
    let sum = anchor.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("b_{plain}_{sum:08x}")
}

/// XML 1.0 forbids most control characters altogether.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
