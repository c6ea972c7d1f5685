//! Guiding questions: the list under a paragraph that announces them.

use super::labels::{self, Label};
use super::words;
use crate::block::{Block, Kind};
use crate::rich::Rich;

/// A list that was read as questions.
pub(crate) struct List {
    pub items: Vec<Rich>,
    /// How many blocks it takes.
    pub blocks: usize,
}

/// The questions that `rest` begins with, if it does. `strong`: the text before announces questions in words.
pub(crate) fn under(announcer: Option<&Label>, strong: bool, rest: &[Block]) -> Option<List> {
    bullets(strong, rest).or_else(|| numbered(announcer, strong, rest)).or_else(|| plain(strong, rest))
}

/// Whether most bullets of the list that begins here hold a question mark.
pub(crate) fn mostly(first: &Block, rest: &[Block]) -> bool {
    let items = std::iter::once(first).chain(rest.iter().take_while(|block| block.is_bullet()));
    let (mut asked, mut all) = (0, 0);
    for item in items {
        all += 1;
        asked += usize::from(words::has_question_mark(item.text()));
    }
    asked * 2 > all
}

fn most(items: &[Rich]) -> bool {
    items.iter().filter(|item| words::has_question_mark(&item.text)).count() * 2 > items.len()
}

fn bullets(strong: bool, rest: &[Block]) -> Option<List> {
    let first = rest.first().filter(|block| block.is_bullet())?;
    let Kind::Item(outer) = first.kind else {
        return None;
    };
    let mut items: Vec<Rich> = Vec::new();
    let mut blocks = 0;
    for block in rest {
        let Kind::Item(depth) = block.kind else { break };
        match items.last_mut() {
            // What hangs under a bullet is part of that question.
            Some(last) if depth > outer => last.append("\n• ", &block.rich.flow()),
            _ if block.is_bullet() => items.push(block.rich.flow()),
            _ => break,
        }
        blocks += 1;
    }
    (strong || most(&items)).then_some(List { items, blocks })
}

/// Questions with numbers or letters of their own: another series than the announcing paragraph's, or one that
/// begins again.
fn numbered(announcer: Option<&Label>, strong: bool, rest: &[Block]) -> Option<List> {
    let (first, _) = label(rest.first()?, None)?;
    if first.value != 1 && !first.printed.ends_with(".1") {
        return None;
    }
    let other = announcer.is_none_or(|announcer| !announcer.same_series(&first));
    let mut items = Vec::new();
    let mut before: Option<Label> = None;
    for block in rest {
        let Some((label, text)) = label(block, before.as_ref()) else {
            break;
        };
        let next = before.as_ref().is_none_or(|before| before.same_series(&label) && before.value + 1 == label.value);
        let returns =
            announcer.is_some_and(|a| !other && a.value + 1 == label.value && !words::has_question_mark(&text.text));
        if !next || returns {
            break;
        }
        before = Some(label);
        items.push(text);
    }
    let blocks = items.len();
    // A numbered paper whose unnumbered first line happens to speak of questions is still a numbered paper.
    let announced = strong && other && announcer.is_some();
    (announced || most(&items)).then_some(List { items, blocks })
}

fn label(block: &Block, before: Option<&Label>) -> Option<(Label, Rich)> {
    let mut rich = block.rich.flow();
    if let Some(printed) = &block.label {
        return labels::of_list(printed).map(|label| (label.settle(before), rich));
    }
    if matches!(block.kind, Kind::Heading(_)) {
        return None;
    }
    let (label, used) = labels::at_start(&rich.text)?;
    rich.cut_front(used);
    Some((label.settle(before), rich))
}

/// Plain paragraphs that end with a question mark, under words that announce questions.
fn plain(strong: bool, rest: &[Block]) -> Option<List> {
    if !strong {
        return None;
    }
    let is_question = |block: &&Block| {
        let text = block.text();
        block.kind == Kind::Paragraph && labels::at_start(text).is_none() && words::ends_with_question_mark(text)
    };
    let items: Vec<Rich> = rest.iter().take_while(is_question).map(|block| block.rich.flow()).collect();
    let blocks = items.len();
    (blocks > 0).then_some(List { items, blocks })
}
