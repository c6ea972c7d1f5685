//! Sections become the paper's parts: preamble, workshops, closing.

use super::outline::Section;
use super::words;
use crate::paper::{Doubt, DoubtKind, Paper, Paragraph, Workshop};

/// Puts the sections into the paper. A workshop is a heading with questions under it.
pub(crate) fn assign(mut sections: Vec<Section>, paper: &mut Paper, doubts: &mut Vec<Doubt>) {
    fold_subsections(&mut sections);
    let is_workshop = |section: &Section| !section.questions.is_empty() || words::names_a_workshop(&section.title);
    let first = sections.iter().position(is_workshop);
    let last = sections.iter().rposition(is_workshop);
    let (Some(first), Some(last)) = (first, last) else {
        paper.preamble = sections.into_iter().flat_map(|section| section.paragraphs).collect();
        let text = "no guiding questions were found, so there is no workshop".to_owned();
        doubts.push(Doubt { kind: DoubtKind::NoQuestions, place: None, text });
        return;
    };
    for (at, section) in sections.into_iter().enumerate() {
        if at < first {
            paper.preamble.extend(section.paragraphs);
        } else if at > last {
            paper.closing.extend(section.paragraphs);
        } else {
            workshop(section, paper, doubts);
        }
    }
    end_of_last(paper, doubts);
}

fn workshop(section: Section, paper: &mut Paper, doubts: &mut Vec<Doubt>) {
    let Section { title, paragraphs, questions, .. } = section;
    let title = if title.is_empty() { untitled(paper, doubts) } else { title };
    if questions.is_empty() {
        let text = format!("no questions were found under “{title}”: is it a workshop?");
        doubts.push(Doubt { kind: DoubtKind::Structure, place: None, text });
    }
    paper.workshops.push(Workshop { title, paragraphs, questions });
}

fn untitled(paper: &Paper, doubts: &mut Vec<Doubt>) -> String {
    let text = "questions stand under no heading: the paper's title was taken as the workshop's".to_owned();
    doubts.push(Doubt { kind: DoubtKind::Structure, place: None, text });
    paper.title.clone()
}

/// A heading without questions of its own whose subheadings have some: where several do, they are the workshops and
/// it is a part above them; where one does, it is the workshop and they are its subsections.
fn fold_subsections(sections: &mut Vec<Section>) {
    let mut at = 0;
    while at < sections.len() {
        let end = subtree(sections, at);
        let asking = sections
            .get(at + 1..end)
            .unwrap_or_default()
            .iter()
            .filter(|section| !section.questions.is_empty())
            .count();
        let own = sections.get(at).is_some_and(|section| !section.title.is_empty() && section.questions.is_empty());
        let below = end > at + 1;
        if below && own && asking <= 1 && !only_top(sections, at, end) {
            merge(sections, at, end);
        } else if below && !own && asking == 0 && sections.get(at).is_some_and(|section| !section.title.is_empty()) {
            merge_until_questions(sections, at, end);
        }
        at += 1;
    }
}

/// The place after the last section below the one at `at`.
fn subtree(sections: &[Section], at: usize) -> usize {
    let Some(level) = sections.get(at).map(|section| section.level) else {
        return at;
    };
    if level == 0 {
        return at + 1;
    }
    let below = sections.get(at + 1..).unwrap_or_default().iter().take_while(|section| section.level > level).count();
    at + 1 + below
}

/// A heading that spans everything to the end is a title in disguise, and its one asking subsection the workshop.
fn only_top(sections: &[Section], at: usize, end: usize) -> bool {
    let before = sections.get(..at).unwrap_or_default().iter().all(|section| section.title.is_empty());
    before && end == sections.len()
}

fn merge(sections: &mut Vec<Section>, at: usize, end: usize) {
    let below: Vec<Section> = sections.drain(at + 1..end).collect();
    let Some(section) = sections.get_mut(at) else {
        return;
    };
    for sub in below {
        section.paragraphs.extend(sub.paragraphs);
        section.questions.extend(sub.questions);
    }
}

/// Subsections after the questions of a section, without questions themselves, stay with it, unless they end the
/// paper: then they may close it.
fn merge_until_questions(sections: &mut Vec<Section>, at: usize, end: usize) {
    if end < sections.len() {
        merge(sections, at, end);
    }
}

/// Paragraphs after the last questions, with no heading to tell whose they are: where every other workshop ends with
/// its questions, they close the paper.
fn end_of_last(paper: &mut Paper, doubts: &mut Vec<Doubt>) {
    let closed = !paper.closing.is_empty();
    let Some((last, others)) = paper.workshops.split_last_mut() else {
        return;
    };
    let Some(end) = after_questions(last) else {
        return;
    };
    if closed || end >= last.paragraphs.len() {
        return;
    }
    let pattern =
        !others.is_empty() && others.iter().all(|other| after_questions(other) == Some(other.paragraphs.len()));
    let closing: Vec<Paragraph> = last.paragraphs.split_off(end);
    if !pattern {
        let from = closing.first().map_or(String::new(), |paragraph| paragraph.number.clone());
        let text = format!(
            "paragraph {from} and what follows it were taken to close the paper: or do they belong to the last workshop?"
        );
        doubts.push(Doubt { kind: DoubtKind::Structure, place: Some(from), text });
    }
    paper.closing = closing;
}

/// The place after the last paragraph that announces questions.
fn after_questions(workshop: &Workshop) -> Option<usize> {
    let last = &workshop.questions.last()?.paragraph;
    workshop.paragraphs.iter().rposition(|paragraph| paragraph.number == *last).map(|at| at + 1)
}
