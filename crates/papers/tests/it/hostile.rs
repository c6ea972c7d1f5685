//! What must be refused, quickly and in words.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use papers::{Format, Limits, ReadError};

use crate::pdf_writer::assemble;
use crate::word_writer::{p, package, word};

const DEEP: usize = 100_000;

/// Refused within a time that no machine is too slow for, with these words in the message.
fn refused(bytes: &[u8], format: Format, words: &str) -> ReadError {
    let start = Instant::now();
    let error = papers::read(bytes, format, &Limits::default()).unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(20), "{error} took {:?}", start.elapsed());
    let message = error.to_string();
    assert!(message.contains(words), "“{message}” does not say “{words}”");
    error
}

#[test]
fn nothing_and_zeros() {
    for format in [Format::Markdown, Format::Docx, Format::Html, Format::Pdf, Format::Text] {
        refused(b"", format, "empty");
        assert!(papers::read(&[0; 4096], format, &Limits::default()).is_err());
    }
    assert!(matches!(Format::sniff("a.md", b""), Err(ReadError::Empty)));
    assert!(matches!(Format::sniff("a.md", &[0; 100]), Err(ReadError::NoText(_))));
    assert!(Format::sniff("a.docx", b"no zip").is_err() && Format::sniff("a.pdf", b"no pdf").is_err());
    assert!(Format::sniff("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap_err().to_string().contains(".docx"));
}

#[test]
fn a_content_beats_a_name() {
    assert_eq!(Format::sniff("a.txt", b"%PDF-1.4").unwrap(), Format::Pdf);
    assert_eq!(Format::sniff("a.md", b"<!DOCTYPE html><p>x").unwrap(), Format::Html);
    assert_eq!(Format::sniff("a.md", b"PK\x03\x04").unwrap(), Format::Docx);
}

#[test]
fn other_encodings_are_named_with_their_place() {
    assert_eq!(refused(b"one\ncaf\xE9", Format::Markdown, "UTF-8"), ReadError::Encoding { byte: 7, line: 2 });
    refused(&[0xFF, 0xFE, 0x41], Format::Text, "UTF-16");
    refused("<meta charset=\"iso-8859-1\"><p>caf\u{e9}".as_bytes(), Format::Html, "iso-8859-1");
}

#[test]
fn deep_markdown_and_html() {
    refused("> ".repeat(DEEP).as_bytes(), Format::Markdown, "deep");
    refused("[".repeat(DEEP).as_bytes(), Format::Markdown, "deep");
    refused("- ".repeat(DEEP).as_bytes(), Format::Markdown, "");
    let steps: String = (0..2_000).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    refused(steps.as_bytes(), Format::Markdown, "deep");
    refused("<div>".repeat(DEEP).as_bytes(), Format::Html, "deep");
    refused("<b>".repeat(DEEP).as_bytes(), Format::Html, "deep");
    refused("<ul><li>".repeat(DEEP).as_bytes(), Format::Html, "deep");
}

#[test]
fn odd_markdown_ends_in_time() {
    for text in ["*a_ ".repeat(DEEP), "`".repeat(DEEP), "a*".repeat(DEEP), "![".repeat(40) + "x", "<".repeat(DEEP)] {
        let start = Instant::now();
        let _ = papers::read(text.as_bytes(), Format::Markdown, &Limits::default());
        assert!(start.elapsed() < Duration::from_secs(20), "{}", text.chars().take(8).collect::<String>());
    }
}

#[test]
fn deep_and_expanding_xml() {
    let deep = format!("{}{}", "<w:x>".repeat(DEEP), "</w:x>".repeat(DEEP));
    refused(&word(&deep, ""), Format::Docx, "deep");
    let mut entities = String::from("<!DOCTYPE x [<!ENTITY a0 \"lol\">");
    (1..20).for_each(|n| write!(entities, "<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)).unwrap());
    let document = format!("{entities}]><w:document><w:body>{}</w:body></w:document>", p("&a19;"));
    refused(&package(&[("word/document.xml", document.as_bytes())]), Format::Docx, "entities");
    let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>";
    refused(&package(&[("word/document.xml", outside.as_bytes())]), Format::Docx, "entities");
    refused(&word(&p("&xxe;"), ""), Format::Docx, "entities");
}

#[test]
fn bombs() {
    let limits = Limits::default();
    let big = format!("<w:document><w:body>{}", " ".repeat(limits.unpacked + 10));
    refused(&package(&[("word/document.xml", big.as_bytes())]), Format::Docx, "unpacks");
    // Not even a part that is never read may be a bomb.
    let zeros = vec![0; 2 * limits.unpacked];
    refused(&package(&[("word/document.xml", b"<x/>"), ("word/media/a.bin", &zeros)]), Format::Docx, "unpacks");
    // A package that lies about the size is measured while it unpacks.
    let mut lying = package(&[("word/document.xml", big.as_bytes())]);
    let claimed = (big.len() as u32).to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4).filter(|at| lying[*at..].starts_with(&claimed)).collect();
    places.into_iter().for_each(|at| lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes()));
    refused(&lying, Format::Docx, "");
    let nested = package(&[("inner.zip", &package(&[("word/document.xml", b"<x/>")]))]);
    refused(&nested, Format::Docx, "no Word document");
    assert!(papers::read(&vec![b'x'; limits.bytes + 1], Format::Text, &limits).is_err());
}

#[test]
fn broken_packages() {
    let whole = word(&p("The river is long."), "");
    refused(&whole[..whole.len() / 2], Format::Docx, "damaged");
    refused(&package(&[("xl/workbook.xml", b"<x/>")]), Format::Docx, "no Word document");
    refused(b"PK\x03\x04 and then nothing", Format::Docx, "damaged");
    refused(&word("<w:p><w:r>", ""), Format::Docx, "damaged");
    refused(&word("", ""), Format::Docx, "not one paragraph");
    refused(b"no zip at all", Format::Docx, "not a DOCX");
}

#[test]
fn hostile_pdfs() {
    refused(b"no pdf", Format::Pdf, "not a PDF");
    refused(b"%PDF-1.7\nand nothing else", Format::Pdf, "damaged");
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let kids: String = (0..DEEP).map(|page| format!("{} 0 R ", page + 3)).collect();
    let mut many = vec![catalog.clone(), format!("<< /Type /Pages /Kids [{kids}] /Count {DEEP} >>")];
    many.extend((0..DEEP).map(|_| "<< /Type /Page /Parent 2 0 R >>".to_owned()));
    refused(&assemble(&many, ""), Format::Pdf, "pages");
    let shared = format!("<< /Type /Pages /Kids [{}] /Count 3 >>", "3 0 R ".repeat(DEEP));
    refused(
        &assemble(&[catalog.clone(), shared, "<< /Type /Page /Parent 2 0 R >>".to_owned()], ""),
        Format::Pdf,
        "pages",
    );
    for (open, close) in [("[", "]"), ("<</A ", ">>")] {
        let deep = format!("{}{}", open.repeat(DEEP), close.repeat(DEEP));
        refused(&assemble(&[catalog.clone(), deep], ""), Format::Pdf, "");
    }
    let loops = "<< /Type /Pages /Kids [2 0 R] /Count 1 >>".to_owned();
    refused(&assemble(&[catalog.clone(), loops.clone()], ""), Format::Pdf, "pages");
    let locked = "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (oooooooooooooooooooooooooooooooo) /U (uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu) >>";
    let trailer = "/Encrypt 3 0 R /ID [(aaaaaaaaaaaaaaaa) (aaaaaaaaaaaaaaaa)]";
    refused(&assemble(&[catalog, loops, locked.to_owned()], trailer), Format::Pdf, "encrypted");
}

#[test]
fn very_many_paragraphs_and_marks_end_in_time() {
    let many: String = (0..DEEP).map(|n| format!("{n}. x\n\n")).collect();
    refused(many.as_bytes(), Format::Markdown, "paragraphs");
    let marks = "*a* **b** ".repeat(9_000);
    let start = Instant::now();
    let _ = papers::read(marks.as_bytes(), Format::Markdown, &Limits::default());
    assert!(start.elapsed() < Duration::from_secs(20));
    let questions = "Is it?\n\n".repeat(9_000);
    assert!(papers::read(questions.as_bytes(), Format::Text, &Limits::default()).is_ok());
    assert!(start.elapsed() < Duration::from_secs(20));
}
