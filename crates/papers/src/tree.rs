//! The paper as a printed tree, for the terminal: numbers, titles and the beginnings of texts, no sentence of ours.

use std::fmt::Write as _;

use crate::paper::{Paper, Paragraph, Question, Workshop};

/// Characters of a paragraph that are shown.
const SHOWN: usize = 60;

impl Paper {
    /// The tree: symbol, title, session, date and language, then `¶` for paragraphs, `§` for workshops, `?` for
    /// questions. It holds nothing that needs a translation.
    pub fn tree(&self) -> String {
        let mut out = String::new();
        let head = [self.symbol.as_deref(), Some(self.title.as_str()), self.subtitle.as_deref()];
        line(&mut out, &head);
        line(&mut out, &[self.session.as_deref(), self.date.as_deref(), Some(self.language.as_str())]);
        let groups =
            usize::from(!self.preamble.is_empty()) + self.workshops.len() + usize::from(!self.closing.is_empty());
        let mut left = groups;
        if !self.preamble.is_empty() {
            left -= 1;
            group(&mut out, left == 0, &span(&self.preamble), leaves(&self.preamble, &[]));
        }
        for workshop in &self.workshops {
            left -= 1;
            group(&mut out, left == 0, &workshop_line(workshop), leaves(&workshop.paragraphs, &workshop.questions));
        }
        if !self.closing.is_empty() {
            group(&mut out, true, &span(&self.closing), leaves(&self.closing, &[]));
        }
        let workshops = self.workshops.len();
        let (paragraphs, questions) = (self.paragraphs().count(), self.questions().count());
        let _ = writeln!(out, "¶ {paragraphs} · § {workshops} · ? {questions}");
        out
    }
}

fn line(out: &mut String, parts: &[Option<&str>]) {
    let parts: Vec<&str> = parts.iter().flatten().copied().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        let _ = writeln!(out, "{}", parts.join(" · "));
    }
}

fn workshop_line(workshop: &Workshop) -> String {
    let questions = workshop.questions.len();
    format!("§ {} · {} · ? {questions}", workshop.title, span(&workshop.paragraphs))
}

fn span(paragraphs: &[Paragraph]) -> String {
    match (paragraphs.first(), paragraphs.last()) {
        (Some(first), Some(last)) if first != last => format!("¶ {}–{}", first.number, last.number),
        (Some(only), _) => format!("¶ {}", only.number),
        _ => "¶ 0".to_owned(),
    }
}

/// Each paragraph, followed by its questions.
fn leaves(paragraphs: &[Paragraph], questions: &[Question]) -> Vec<String> {
    let mut leaves = Vec::new();
    for paragraph in paragraphs {
        leaves.push(format!("¶ {} {}", paragraph.number, beginning(&paragraph.text)));
        for question in questions.iter().filter(|question| question.paragraph == paragraph.number) {
            leaves.push(format!("   ? {} {}", question.reference, beginning(&question.text)));
        }
    }
    leaves
}

fn group(out: &mut String, last: bool, title: &str, leaves: Vec<String>) {
    let (branch, trunk) = if last { ("└─", "  ") } else { ("├─", "│ ") };
    let _ = writeln!(out, "{branch} {title}");
    let count = leaves.len();
    for (place, leaf) in leaves.into_iter().enumerate() {
        let branch = if place + 1 == count { "└─" } else { "├─" };
        let _ = writeln!(out, "{trunk} {branch} {leaf}");
    }
}

fn beginning(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= SHOWN {
        return flat;
    }
    let cut: String = flat.chars().take(SHOWN).collect();
    // Cut at a word where the language has words; Chinese has no spaces to cut at.
    let end = cut.rfind(' ').filter(|end| *end > SHOWN / 2).unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}
