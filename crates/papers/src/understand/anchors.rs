//! Anchors: printed numbers as they are, full paths for what is nested, a tilde for what is ours.

use std::collections::{HashMap, HashSet};

use super::labels::{Label, Style};
use crate::paper::{Doubt, DoubtKind};

/// A numbered paragraph on the way down.
struct Step {
    label: Label,
    anchor: String,
    /// How deep in the format's own lists; 0 for text that prints its number itself.
    depth: u8,
}

#[derive(Default)]
pub(crate) struct Anchors {
    /// The paragraphs that the next one may stand under, outermost first.
    path: Vec<Step>,
    last: Option<Label>,
    given: HashSet<String>,
    repeated: HashMap<String, u32>,
    unnumbered: u32,
    /// The last number of the main series.
    main: Option<Label>,
    trouble: Vec<(String, String)>,
}

impl Anchors {
    pub fn last(&self) -> Option<&Label> {
        self.last.as_ref()
    }

    /// Below a new heading nothing is nested under what stood above it.
    pub fn heading(&mut self) {
        self.path.clear();
    }

    /// A letter or Roman number at the start of running text counts as a label only where it opens a series or goes
    /// on with one: "A. Smith wrote" is no paragraph A.
    pub fn accepts(&self, label: &Label) -> bool {
        match label.style {
            Style::Decimal | Style::Dotted(_) | Style::Sign => true,
            _ => {
                label.value == 1
                    || self.path.iter().any(|step| goes_on(&step.label, label))
                    || self.last().is_some_and(|last| goes_on(last, label))
            }
        }
    }

    /// The anchor of the next paragraph.
    pub fn anchor(&mut self, label: Option<&Label>, depth: u8) -> String {
        let Some(label) = label else {
            self.unnumbered += 1;
            return self.unique(format!("~{}", self.unnumbered));
        };
        let parent = self.climb(label, depth);
        let wanted = match &parent {
            Some(parent) => format!("{parent}{}", bracketed(&label.printed)),
            None => label.printed.clone(),
        };
        let anchor = self.unique(wanted);
        if parent.is_none() {
            self.follow(label, &anchor);
        }
        self.path.push(Step { label: label.clone(), anchor: anchor.clone(), depth });
        self.last = Some(label.clone());
        anchor
    }

    /// Leaves the path at the parent of `label`, and says its anchor.
    fn climb(&mut self, label: &Label, depth: u8) -> Option<String> {
        let whole = matches!(label.style, Style::Dotted(_) | Style::Sign);
        if whole || (label.is_root() && depth == 0) {
            self.path.clear();
            return None;
        }
        let open = self
            .path
            .iter()
            .position(|step| step.depth >= depth && depth > 0 || step.label.same_series(label) && step.depth == depth);
        if let Some(at) = open {
            self.path.truncate(at);
        }
        self.path.last().map(|step| step.anchor.clone())
    }

    fn unique(&mut self, wanted: String) -> String {
        if self.given.insert(wanted.clone()) {
            return wanted;
        }
        let count = self.repeated.entry(wanted.clone()).or_insert(1);
        *count += 1;
        let anchor = format!("{wanted}~{count}");
        self.trouble.push((
            anchor.clone(),
            format!("the number {wanted} is printed more than once: this one is called {anchor}"),
        ));
        self.given.insert(anchor.clone());
        anchor
    }

    /// Says where the main series jumps; a number that is printed stays what it is.
    fn follow(&mut self, label: &Label, anchor: &str) {
        let before = self.main.replace(label.clone());
        let Some(before) =
            before.filter(|before| before.same_series(label) && !matches!(label.style, Style::Dotted(_)))
        else {
            return;
        };
        let (from, to) = (before.value, label.value);
        if to > from + 1 {
            self.trouble.push((anchor.to_owned(), format!("after paragraph {from} comes {to}: is something missing?")));
        } else if to < from && to != 1 {
            self.trouble.push((anchor.to_owned(), format!("after paragraph {from} comes {to}")));
        }
    }

    /// What is odd about the numbers, for a person to look at; a few examples are enough.
    pub fn doubts(self, doubts: &mut Vec<Doubt>) {
        const SHOWN: usize = 10;
        let rest = self.trouble.len().saturating_sub(SHOWN);
        for (place, text) in self.trouble.into_iter().take(SHOWN) {
            doubts.push(Doubt { kind: DoubtKind::Numbering, place: Some(place), text });
        }
        if rest > 0 {
            let text = format!("{rest} more numbers are out of order or repeated");
            doubts.push(Doubt { kind: DoubtKind::Numbering, place: None, text });
        }
        if self.unnumbered > 0 {
            let text = format!("{} paragraphs have no printed number: they are called ~1 to ~{0}", self.unnumbered);
            doubts.push(Doubt { kind: DoubtKind::Numbering, place: None, text });
        }
    }
}

fn goes_on(open: &Label, label: &Label) -> bool {
    let letter = matches!(label.style, Style::LowerRoman | Style::UpperRoman) && label.ambiguous;
    open.marks == label.marks
        && ((open.style == label.style && open.value + 1 == label.value) || (letter && open.value > 3))
}

fn bracketed(printed: &str) -> String {
    if printed.starts_with(['(', '（']) {
        return printed.to_owned();
    }
    format!("({})", printed.trim_end_matches([')', '）']))
}
