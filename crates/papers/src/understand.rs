//! From blocks to a paper: heal, read the head, outline the body, assign the parts.

mod anchors;
mod dates;
mod front;
mod heal;
mod labels;
mod outline;
mod parts;
mod questions;
mod words;

use crate::block::{Block, Document, Kind};
use crate::paper::{Doubt, DoubtKind, Emphasis, Paper};
use crate::{Limits, ReadError};

/// The paper that a document holds.
pub(crate) fn paper(document: Document, limits: &Limits) -> Result<Paper, ReadError> {
    if document.blocks.is_empty() {
        return Err(ReadError::NoText(
            "there is not one paragraph in it; a scanned paper must be read by OCR first".into(),
        ));
    }
    let Document { blocks, declared, mut doubts, running_heads } = document;
    let text_for_language = sample(&blocks);
    let blocks = heal::heal(blocks, &mut doubts);
    let front = front::read(&blocks, &declared, &mut doubts);
    let symbol = front.symbol.clone().or_else(|| running_heads.iter().find_map(|line| front::symbol(line)));
    let body = heal::without_repeats(blocks.into_iter().skip(front.body).collect(), symbol.as_deref());
    let body = heal::heal(body, &mut doubts);
    let mut paper = Paper {
        symbol,
        title: front.title.unwrap_or_default(),
        subtitle: front.subtitle,
        session: front.session,
        date: front.date,
        language: language(&text_for_language, declared.language.as_deref(), &mut doubts),
        ..Paper::default()
    };
    parts::assign(outline::sections(&body, &mut doubts), &mut paper, &mut doubts);
    paper.doubts = few(doubts);
    straighten(&mut paper);
    limits.check_paragraphs(paper.paragraphs().count())?;
    Ok(paper)
}

/// A person reads the doubts: after a hundred the rest is only counted.
fn few(mut doubts: Vec<Doubt>) -> Vec<Doubt> {
    const SHOWN: usize = 100;
    let more = doubts.len().saturating_sub(SHOWN);
    if more > 0 {
        doubts.truncate(SHOWN);
        let text = format!("{more} more places are doubtful: is this a paper?");
        doubts.push(Doubt { kind: DoubtKind::Structure, place: None, text });
    }
    doubts
}

/// The plain paragraphs of a document, broken ones joined, numbers kept.
pub(crate) fn passages(document: Document) -> Result<Vec<String>, ReadError> {
    let blocks = heal::heal(document.blocks, &mut Vec::new());
    let passages: Vec<String> = blocks.iter().map(passage).collect();
    if passages.is_empty() {
        return Err(ReadError::NoText(
            "there is not one paragraph in it; a scanned text must be read by OCR first".into(),
        ));
    }
    Ok(passages)
}

fn passage(block: &Block) -> String {
    let text = block.rich.flow().text;
    match &block.label {
        Some(label) => format!("{label} {text}"),
        None => text,
    }
}

/// Enough text to tell the language by.
fn sample(blocks: &[Block]) -> String {
    let mut sample = String::new();
    for block in blocks.iter().filter(|block| !matches!(block.kind, Kind::Heading(_))) {
        sample.push_str(block.text());
        sample.push('\n');
        if sample.len() > 60_000 {
            break;
        }
    }
    sample
}

/// The language of the text itself; what the file declares only where the text leaves it open, because the
/// language of a template is declared more often than that of the text.
fn language(text: &str, declared: Option<&str>, doubts: &mut Vec<Doubt>) -> String {
    if let Some(found) = words::language(text) {
        return found.to_owned();
    }
    let primary = declared.and_then(|tag| tag.split(['-', '_']).next()).map(str::to_ascii_lowercase);
    let plausible = primary.filter(|tag| (2..=3).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphabetic()));
    let text = match &plausible {
        Some(tag) => format!("the language could not be told from the text: “{tag}” is what the file declares"),
        None => "the language could not be told: choose it".to_owned(),
    };
    doubts.push(Doubt { kind: DoubtKind::Language, place: None, text });
    plausible.unwrap_or_else(|| "und".to_owned())
}

/// One paper comes with straight quotation marks from Markdown and with curly ones from Word: typography of the
/// program, not of the paper. In the languages whose keyboards have only straight ones both become straight, so that
/// every format gives the same paper. Guillemets, low and corner marks are the language's own and stay.
fn straighten(paper: &mut Paper) {
    if !matches!(paper.language.as_str(), "en" | "fr" | "es" | "pt" | "it") {
        return;
    }
    let heads = [Some(&mut paper.title), paper.subtitle.as_mut(), paper.session.as_mut()];
    heads.into_iter().flatten().for_each(|text| *text = straight(text));
    let mut lists = vec![&mut paper.preamble, &mut paper.closing];
    for workshop in &mut paper.workshops {
        workshop.title = straight(&workshop.title);
        workshop.questions.iter_mut().for_each(|question| question.text = straight(&question.text));
        lists.push(&mut workshop.paragraphs);
    }
    for paragraph in lists.into_iter().flatten() {
        let before = std::mem::take(&mut paragraph.text);
        paragraph.text = straight(&before);
        shift(&mut paragraph.emphasis, &before);
    }
}

fn straight(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201C}' | '\u{201D}' => '"',
            c => c,
        })
        .collect()
}

/// A curly mark takes three bytes, a straight one takes one.
fn shift(marks: &mut [Emphasis], before: &str) {
    let curly: Vec<usize> =
        before.match_indices(['\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}']).map(|(at, _)| at).collect();
    let moved = |at: usize| at - 2 * curly.partition_point(|curly| *curly < at);
    for mark in marks {
        (mark.start, mark.end) = (moved(mark.start), moved(mark.end));
    }
}

/// Whether a line begins with a printed number, for readers that know lines only.
pub(crate) fn begins_numbered(line: &str) -> bool {
    labels::at_start(line.trim_start()).is_some()
}

/// Whether a sentence ends with this line.
pub(crate) fn ends_sentence(line: &str) -> bool {
    words::is_finished(line)
}

/// Whether all letters of a line are capitals.
pub(crate) fn is_capitals(line: &str) -> bool {
    words::is_capitals(line)
}
