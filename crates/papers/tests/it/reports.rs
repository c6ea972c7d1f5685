//! Reports out: what a person opens.

use std::io::Read;

use papers::report::{Block, Dir, Report, Span, docx, html};
use papers::{Format, Limits};

fn report() -> Report {
    Report {
        title: "Summary <of> the Chair".into(),
        lang: "fr".into(),
        dir: Dir::Ltr,
        meta: vec![("Date".into(), "2024-05-03".into())],
        blocks: vec![
            Block::Heading { level: 1, anchor: Some("q-10.1".into()), spans: vec![Span::text("Wells")] },
            Block::Paragraph {
                anchor: None,
                spans: vec![
                    Span::text("Most agree "),
                    Span::link("here", "#q-10.1"),
                    Span::link("there", "https://example.org/?a=1&b=2"),
                    Span::link("nowhere", "javascript:alert(1)"),
                    Span { text: "نعم".into(), lang: Some("ar".into()), ..Span::default() },
                ],
            },
            Block::List(vec![vec![Span::bold("first")], vec![Span::text("second\u{1}")]]),
            Block::Table { head: vec![vec![Span::text("Group")]], rows: vec![vec![vec![Span::text("A")], vec![]]] },
            Block::Note(vec![Span::text("On the Chair's responsibility.")]),
        ],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn html_is_one_escaped_file() {
    insta::assert_snapshot!("html", html(&report(), "p { color: black } </style><script>"));
}

#[test]
fn word_has_headings_links_and_no_names() {
    let bytes = docx(&report()).unwrap();
    assert_eq!(bytes, docx(&report()).unwrap());
    insta::assert_snapshot!("document", part(&bytes, "word/document.xml").replace("<w:p>", "\n<w:p>"));
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("Summary &lt;of&gt; the Chair") && !core.contains("creator"), "{core}");
    assert!(part(&bytes, "word/_rels/document.xml.rels").contains("https://example.org/?a=1&amp;b=2"));
    assert!(!part(&bytes, "word/_rels/document.xml.rels").contains("javascript"));
}

#[test]
fn word_is_read_back() {
    let bytes = docx(&report()).unwrap();
    let passages = papers::passages(&bytes, Format::Docx, &Limits::default()).unwrap();
    assert_eq!(passages[..3], ["Summary <of> the Chair", "Date 2024-05-03", "Wells"]);
}

#[test]
fn arabic_runs_from_the_right() {
    let report = Report { lang: "ar".into(), dir: Dir::Rtl, title: "موجز".into(), ..Report::default() };
    let bytes = docx(&report).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("<w:bidi/>") && document.contains("<w:rtl/>"));
    assert!(part(&bytes, "word/styles.xml").contains("w:bidi=\"ar\""));
    assert!(html(&report, "").contains("<html lang=\"ar\" dir=\"rtl\">"));
}
