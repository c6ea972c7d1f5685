//! The body as sections: headings, numbered paragraphs, and the questions that a paragraph announces.

use super::anchors::Anchors;
use super::labels::{self, Label};
use super::questions::{self, List};
use super::words;
use crate::block::{Block, Kind};
use crate::paper::{Doubt, DoubtKind, Paragraph, Question};
use crate::rich::Rich;

/// A heading and what stands under it, up to the next heading.
#[derive(Debug, Default)]
pub(crate) struct Section {
    /// 0 for the text before the first heading.
    pub level: u8,
    pub title: String,
    pub paragraphs: Vec<Paragraph>,
    pub questions: Vec<Question>,
}

impl Section {
    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.paragraphs.is_empty() && self.questions.is_empty()
    }
}

/// Levels of headings that only look like one: below every real one, Roman numbers above capital letters.
const ROMAN: u8 = 7;
const LETTER: u8 = 8;
const LOOKS: u8 = 9;

pub(crate) fn sections(blocks: &[Block], doubts: &mut Vec<Doubt>) -> Vec<Section> {
    let mut outline = Outline { sections: vec![Section::default()], anchors: Anchors::default(), doubts };
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        at += outline.take(block, blocks.get(at + 1..).unwrap_or_default());
    }
    let Outline { mut sections, anchors, doubts } = outline;
    anchors.doubts(doubts);
    sections.retain(|section| !section.is_empty());
    sections
}

struct Outline<'a> {
    sections: Vec<Section>,
    anchors: Anchors,
    doubts: &'a mut Vec<Doubt>,
}

impl Outline<'_> {
    /// Takes one block, or a paragraph with its questions; says how many blocks were taken.
    fn take(&mut self, block: &Block, rest: &[Block]) -> usize {
        if let Some(level) = heading_level(block, rest) {
            return 1 + self.heading(block, level, rest);
        }
        if block.is_bullet() && !self.open_list(block, rest) {
            return 1;
        }
        if block.is_bullet() {
            return self.bullets_without_paragraph(block, rest);
        }
        self.paragraph(block, rest)
    }

    fn section(&mut self) -> &mut Section {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    /// "Guiding questions" above bullets announces them; any other heading opens a section.
    fn heading(&mut self, block: &Block, level: u8, rest: &[Block]) -> usize {
        let title = heading_text(block);
        if words::speaks_of_questions(&title)
            && let Some(list) = questions::under(None, true, rest)
        {
            let announcer = self.announcer_of_heading(&title);
            return self.questions(&announcer, &list);
        }
        self.anchors.heading();
        self.sections.push(Section { level, title, ..Section::default() });
        0
    }

    /// The last paragraph of the section speaks for a heading that announces; where there is none, the heading
    /// itself is kept as an unnumbered paragraph, for a question must hang on something printed.
    fn announcer_of_heading(&mut self, title: &str) -> String {
        let last = self.section().paragraphs.last().map(|paragraph| paragraph.number.clone());
        let number = last.unwrap_or_else(|| self.add(None, 0, &Rich::plain(title)));
        let text = format!("the questions under the heading “{title}” were bound to paragraph {number}");
        self.doubts.push(Doubt { kind: DoubtKind::Announcement, place: Some(number.clone()), text });
        number
    }

    /// Whether bullets that no paragraph announces are questions; other bullets belong to the text before them.
    fn open_list(&mut self, block: &Block, rest: &[Block]) -> bool {
        let fresh = self.section().paragraphs.is_empty();
        if fresh && questions::mostly(block, rest) {
            return true;
        }
        let bullet = block.rich.flow();
        match self.section().paragraphs.last_mut() {
            Some(paragraph) => append_line(paragraph, &bullet),
            None => {
                self.add(None, 0, &bullet);
            }
        }
        false
    }

    fn bullets_without_paragraph(&mut self, block: &Block, rest: &[Block]) -> usize {
        let mut all = vec![block.clone()];
        all.extend(rest.iter().take_while(|block| matches!(block.kind, Kind::Item(_))).cloned());
        let title = self.section().title.clone();
        let Some(list) = questions::under(None, true, &all) else {
            return 1;
        };
        let title =
            if title.is_empty() { list.items.first().map_or(String::new(), |item| item.text.clone()) } else { title };
        let announcer = self.announcer_of_heading(&title);
        self.questions(&announcer, &list)
    }

    fn paragraph(&mut self, block: &Block, rest: &[Block]) -> usize {
        let (label, rich) = labelled(block, &self.anchors);
        let text = rich.text.clone();
        let strong = words::ends_with_colon(&text) && words::speaks_of_questions(&text);
        let number = self.add(label.as_ref(), depth(block), &rich);
        let Some(list) = questions::under(label.as_ref(), strong, rest) else {
            if strong {
                let text = format!("paragraph {number} announces questions, but none follow it");
                self.doubts.push(Doubt { kind: DoubtKind::MissingQuestions, place: Some(number), text });
            }
            return 1;
        };
        if !strong && !words::ends_with_colon(&text) {
            let text =
                format!("the list under paragraph {number} was read as questions, though it does not announce any");
            self.doubts.push(Doubt { kind: DoubtKind::Announcement, place: Some(number.clone()), text });
        }
        1 + self.questions(&number, &list)
    }

    fn add(&mut self, label: Option<&Label>, depth: u8, rich: &Rich) -> String {
        let number = self.anchors.anchor(label, depth);
        let paragraph = Paragraph { number: number.clone(), text: rich.text.clone(), emphasis: rich.marks.clone() };
        self.section().paragraphs.push(paragraph);
        number
    }

    fn questions(&mut self, paragraph: &str, list: &List) -> usize {
        let before = self.section().questions.iter().filter(|question| question.paragraph == paragraph).count();
        for (place, item) in list.items.iter().enumerate() {
            let reference = format!("{paragraph}.{}", before + place + 1);
            if !words::has_question_mark(&item.text) {
                let text = format!("{reference} has no question mark: is it a question?");
                self.doubts.push(Doubt { kind: DoubtKind::NotAQuestion, place: Some(reference.clone()), text });
            }
            let question = Question { reference, paragraph: paragraph.to_owned(), text: item.text.clone() };
            self.section().questions.push(question);
        }
        list.blocks
    }
}

/// A paragraph's label, from its list or its first characters, and the text after it.
fn labelled(block: &Block, anchors: &Anchors) -> (Option<Label>, Rich) {
    let mut rich = block.rich.flow();
    let before = anchors.last();
    if let Some(label) = block.label.as_deref().and_then(labels::of_list) {
        return (Some(label.settle(before)), rich);
    }
    match labels::at_start(&rich.text) {
        Some((label, used)) if anchors.accepts(&label) => {
            rich.cut_front(used);
            (Some(label.settle(before)), rich)
        }
        _ => (None, rich),
    }
}

fn depth(block: &Block) -> u8 {
    match block.kind {
        Kind::Item(depth) => depth,
        _ => 0,
    }
}

fn append_line(paragraph: &mut Paragraph, line: &Rich) {
    let mut rich = Rich { text: std::mem::take(&mut paragraph.text), marks: std::mem::take(&mut paragraph.emphasis) };
    rich.append("\n• ", line);
    paragraph.text = rich.text;
    paragraph.emphasis = rich.marks;
}

/// A heading by its format, or by its looks: short, set off, no end of a sentence, and something follows it.
fn heading_level(block: &Block, rest: &[Block]) -> Option<u8> {
    if let Kind::Heading(level) = block.kind {
        return Some(level);
    }
    let text = block.rich.flow().text;
    let short = text.chars().count() <= 200 && block.rich.lines().len() <= 3;
    if !short || block.is_bullet() || rest.is_empty() || words::is_finished(&text) || text.ends_with(',') {
        return None;
    }
    let set_off =
        block.rich.all_bold() || (words::is_capitals(&text) && text.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let label =
        block.label.as_deref().and_then(labels::of_list).or_else(|| labels::at_start(&text).map(|(label, _)| label));
    let follows = rest.first().is_some_and(|next| {
        !matches!(next.kind, Kind::Item(_)) || next.label.is_some() || words::speaks_of_questions(&text)
    });
    match label.map(|label| (label.style, label.marks)) {
        Some((labels::Style::UpperRoman | labels::Style::Chinese, labels::Marks::Stop | labels::Marks::Bare))
            if text.chars().count() <= 120 && follows =>
        {
            Some(ROMAN)
        }
        Some((labels::Style::UpperAlpha, labels::Marks::Stop | labels::Marks::Bare))
            if text.chars().count() <= 120 && follows =>
        {
            Some(LETTER)
        }
        _ => (set_off && follows).then_some(LOOKS),
    }
}

fn heading_text(block: &Block) -> String {
    let text = block.rich.flow().text;
    match &block.label {
        Some(label) => format!("{label} {text}"),
        None => text,
    }
}
