//! The real paper, where the records stand beside the checkout.
use std::path::PathBuf;

use papers::{Format, Limits, Paper};

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("INDABA_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    if folder.join("background").is_dir() {
        return Some(folder.join("background"));
    }
    assert!(std::env::var_os("CI").is_none(), "{} is missing", folder.display());
    println!("skipped: {} is not there", folder.display());
    None
}

fn paper(extension: &str) -> Option<Paper> {
    let path = shared()?.join(format!("MC-INF-257.{extension}"));
    let bytes = std::fs::read(&path).unwrap();
    let format = Format::sniff(&path.to_string_lossy(), &bytes).unwrap();
    Some(papers::read(&bytes, format, &Limits::default()).unwrap())
}

fn check(paper: &Paper) {
    println!("{}\n{:#?}", paper.tree(), paper.doubts);
    assert_eq!(paper.symbol.as_deref(), Some("MC/INF/257"));
    assert_eq!(paper.slug().as_deref(), Some("mc-inf-257"));
    assert_eq!(paper.title.to_lowercase(), "workshops for policy makers");
    assert_eq!(paper.date.as_deref(), Some("2002-11-04"));
    assert_eq!(paper.language, "en");
    assert_eq!(paper.session.as_deref(), Some("EIGHTY-FOURTH SESSION"));
    let numbers: Vec<String> = paper.paragraphs().map(|p| p.number.clone()).collect();
    let expected: Vec<String> = (1..=22).map(|n| n.to_string()).collect();
    assert_eq!(numbers, expected);
    let asked: Vec<(usize, &str)> =
        paper.workshops.iter().map(|w| (w.questions.len(), w.questions[0].paragraph.as_str())).collect();
    assert_eq!(asked, [(7, "10"), (5, "16"), (3, "21")]);
    assert_eq!((paper.preamble.len(), paper.closing.len()), (5, 1));
    assert!(paper.paragraph("19").unwrap().text.ends_with("Asia has now taken over that position."));
    assert_eq!(paper.doubts, []);
    assert_eq!(Paper::from_json(&paper.to_json()).unwrap(), *paper);
}

#[test]
fn the_real_paper_as_markdown() {
    if let Some(paper) = paper("md") {
        check(&paper);
    }
}

#[test]
fn the_real_paper_as_word() {
    if let Some(paper) = paper("docx") {
        check(&paper);
    }
}

#[test]
fn the_real_paper_is_the_same_from_every_format() {
    let (Some(markdown), Some(word), Some(pdf)) = (paper("md"), paper("docx"), paper("pdf")) else {
        return;
    };
    assert_eq!(markdown.to_json(), word.to_json());
    assert_eq!(markdown.to_json(), pdf.to_json());
}

#[test]
fn the_real_paper_as_pdf() {
    if let Some(paper) = paper("pdf") {
        check(&paper);
    }
}
