//! Good files of every format with damage in them: bytes that are others, stretches that are gone or stand twice, ends
//! that are missing. Each is read within bounded time, or refused in words. The seed is fixed: the same files each time.

use std::time::{Duration, Instant};

use papers::{Format, Limits};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

use crate::pdf_writer::{at, pdf};
use crate::properties::check;
use crate::word_writer::{NAMESPACE, bold, item, list, package};

const MARKDOWN: &str = include_str!("fixtures/paper.md");
const HTML: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>On ports</title></head><body>\
    <h1>On ports &amp; rivers</h1><p>AB/INF/12</p><h2>Workshop 1: <em>Ports</em></h2>\
    <p>1. Ports are <b>busy</b>&#8212;most of the year.<br>So are rivers.</p>\
    <p>2. Delegations may wish to consider the following questions:</p>\
    <ul><li>Who is <i>busy</i>?</li><li>For how long?<ol type=\"a\"><li>A season?</li></ol></li></ul>\
    <table><tr><td>Port</td><td>Boats</td></tr></table></body></html>";

/// Where, what kind, how far or which byte.
type Damage = (Index, u8, u8);

fn damages() -> impl Strategy<Value = Vec<Damage>> {
    prop::collection::vec(any::<Damage>(), 1..5)
}

fn damaged(file: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut file = file.to_vec();
    for (place, kind, byte) in damages {
        if file.is_empty() {
            break;
        }
        let at = place.index(file.len());
        let end = (at + 1 + usize::from(*byte)).min(file.len());
        match kind % 8 {
            0 => file.truncate(at),
            1 => drop(file.drain(at..end)),
            2 => drop(file.splice(at..at, file[at..end].to_vec())),
            3 => drop(file.splice(at..at, file[at..end].repeat(200))),
            4 => file[at..end].reverse(),
            _ => file[at] = *byte,
        }
    }
    file
}

/// An answer, soon; a refusal says what the trouble is.
fn answers(bytes: &[u8], format: Format) -> Result<(), TestCaseError> {
    let start = Instant::now();
    if let Err(error) = papers::read(bytes, format, &Limits::default()) {
        prop_assert!(!error.kind().is_empty() && error.to_string().len() > 20, "{:?}: {}", format, error);
    }
    prop_assert!(start.elapsed() < Duration::from_secs(10), "{:?} took {:?}", format, start.elapsed());
    check(bytes, format)
}

/// The parts of a Word file with headings, lists and emphasis.
fn parts() -> [(&'static str, String); 3] {
    let body = [
        bold("AB/INF/12"),
        bold("Ports and rivers"),
        bold("Workshop 1: Ports"),
        item(1, 0, "Ports are busy."),
        item(1, 0, "Delegations may wish to consider the following questions:"),
        item(2, 0, "Who is busy?"),
        item(2, 1, "a season"),
        item(2, 0, "For how long?"),
    ];
    let document = format!("<w:document {NAMESPACE}><w:body>{}</w:body></w:document>", body.concat());
    let lists = [list(1, &[("decimal", "%1.")]), list(2, &[("bullet", "\u{2022}"), ("lowerLetter", "(%2)")])].concat();
    let of = |id| format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>");
    let numbering = format!("<w:numbering {NAMESPACE}>{lists}{}{}</w:numbering>", of(1), of(2));
    let styles =
        format!("<w:styles {NAMESPACE}><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style></w:styles>");
    [("word/document.xml", document), ("word/numbering.xml", numbering), ("word/styles.xml", styles)]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default()
    })]

    #[test]
    fn text_with_damage_is_read_or_refused(damages in damages()) {
        answers(&damaged(MARKDOWN.as_bytes(), &damages), Format::Markdown)?;
        answers(&damaged(MARKDOWN.as_bytes(), &damages), Format::Text)?;
        answers(&damaged(HTML.as_bytes(), &damages), Format::Html)?;
    }

    #[test]
    fn word_files_with_damage_are_read_or_refused(damages in damages(), part in 0..3_usize) {
        let whole = parts();
        // Within a part, where the checksum of the archive is right, and in the archive.
        let within: Vec<(&str, Vec<u8>)> = whole.iter().enumerate().map(|(at, (name, text))| {
            (*name, if at == part { damaged(text.as_bytes(), &damages) } else { text.clone().into_bytes() })
        }).collect();
        let within: Vec<(&str, &[u8])> = within.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        answers(&package(&within), Format::Docx)?;
        let good: Vec<(&str, &[u8])> = whole.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        answers(&damaged(&package(&good), &damages), Format::Docx)?;
    }

    #[test]
    fn pdf_files_with_damage_are_read_or_refused(damages in damages()) {
        let lines = ["AB/INF/12", "Workshop 1: Ports", "1. Ports are busy.", "2. The following questions:", "- Who?"];
        let page = |from: f32| lines.iter().zip(0_u8..).map(|(line, n)| at(72.0, from - 18.0 * f32::from(n), line)).collect();
        answers(&damaged(&pdf(&[page(720.0), page(700.0)]), &damages), Format::Pdf)?;
    }
}

#[test]
fn without_damage_they_are_read() {
    let whole = parts();
    let parts: Vec<(&str, &[u8])> = whole.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let files = [
        (MARKDOWN.as_bytes().to_vec(), Format::Markdown),
        (HTML.as_bytes().to_vec(), Format::Html),
        (package(&parts), Format::Docx),
    ];
    for (file, format) in files {
        let paper = papers::read(&file, format, &Limits::default()).unwrap();
        assert!(paper.questions().count() >= 2, "{format:?}");
    }
}
