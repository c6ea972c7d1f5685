//! Whatever the bytes are: an answer, never a panic.

use papers::{Format, Limits, Paper};
use proptest::prelude::*;

use crate::pdf_writer::{at, pdf};
use crate::word_writer::{p, word};

const FORMATS: [Format; 5] = [Format::Markdown, Format::Docx, Format::Html, Format::Pdf, Format::Text];

/// Reads, and where it can be read checks what holds for every paper.
pub fn check(bytes: &[u8], format: Format) -> Result<(), TestCaseError> {
    let Ok(paper) = papers::read(bytes, format, &Limits::default()) else {
        return Ok(());
    };
    prop_assert_eq!(&Paper::from_json(&paper.to_json()).unwrap(), &paper);
    prop_assert!(!paper.tree().is_empty());
    let mut numbers: Vec<&str> = paper.paragraphs().map(|paragraph| paragraph.number.as_str()).collect();
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    prop_assert_eq!(numbers.len(), count, "anchors are unique");
    for paragraph in paper.paragraphs() {
        for mark in &paragraph.emphasis {
            prop_assert!(paragraph.text.get(mark.start..mark.end).is_some_and(|text| !text.is_empty()));
        }
    }
    for question in paper.questions() {
        prop_assert!(paper.paragraph(&question.paragraph).is_some());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        for format in FORMATS {
            check(&bytes, format)?;
        }
        let _ = Format::sniff("a.docx", &bytes);
    }

    #[test]
    fn any_text(text in "(\\PC|\n|[-*>#(1a)§?:.]){0,300}") {
        for format in [Format::Markdown, Format::Html, Format::Text] {
            check(text.as_bytes(), format)?;
        }
        check(&word(&p(&text.replace('&', "&amp;").replace('<', "&lt;")), ""), Format::Docx)?;
    }

    #[test]
    fn papers_out_of_their_pieces(pieces in proptest::collection::vec(prop_oneof![
        Just("1. A paragraph."), Just("2. The following questions:"), Just("- Why?"), Just("(a) part"), Just("## Heading"),
        Just("(i) more"), Just("text that *goes* on"), Just("§ 3 sign"), Just("I. ROMAN"), Just("“curly” **’marks’**"),
        Just("### Questions"), Just("1.1 dotted"), Just("  - deeper?"), Just("3"), Just("“"), Just("XY/INF/7"),
    ], 0..30)) {
        let text = pieces.join("\n\n");
        check(text.as_bytes(), Format::Markdown)?;
        check(text.as_bytes(), Format::Text)?;
    }

    #[test]
    fn changed_files(at_byte in 0..1500_usize, byte in any::<u8>()) {
        let files = [
            (Format::Docx, word(&p("1. The river is long."), "")),
            (Format::Pdf, pdf(&[vec![at(72.0, 700.0, "1. The river is long."), at(72.0, 680.0, "2. It is.")]])),
        ];
        for (format, mut file) in files {
            let at_byte = at_byte % file.len();
            file[at_byte] = byte;
            check(&file, format)?;
        }
    }
}
