//! Text with emphasis, as every reader produces it and as paragraphs keep it.

use crate::paper::{Emphasis, EmphasisKind};

/// Text under construction: white space is joined as it comes, line breaks are kept as `\n` until
/// [`Rich::flow`] decides what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    pub text: String,
    pub marks: Vec<Emphasis>,
}

/// How a run is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub bold: bool,
    pub italic: bool,
}

impl Rich {
    pub fn plain(text: &str) -> Rich {
        let mut rich = Rich::default();
        rich.push(text, Style::default());
        rich
    }

    /// Appends a run; any white space becomes one space, or one `\n` where a line ends.
    pub fn push(&mut self, run: &str, style: Style) {
        let start = self.text.len();
        for c in run.chars() {
            self.push_char(c);
        }
        let end = self.text.len();
        if end > start && self.text.get(start..end).is_some_and(|added| !added.trim().is_empty()) {
            self.mark(start, end, style);
        }
    }

    fn push_char(&mut self, c: char) {
        let last = self.text.chars().next_back();
        match c {
            // Soft hyphens, zero-width spaces and byte-order marks are layout, not text.
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\r' => {}
            '\n' | '\u{2028}' | '\u{85}' | '\u{B}' => {
                if last == Some(' ') {
                    self.text.pop();
                }
                if last.is_some_and(|last| last != '\n') && !self.text.ends_with('\n') {
                    self.text.push('\n');
                }
            }
            c if c.is_whitespace() => {
                if last.is_some_and(|last| !last.is_whitespace()) {
                    self.text.push(' ');
                }
            }
            c if c.is_control() => {}
            c => self.text.push(c),
        }
    }

    fn mark(&mut self, start: usize, end: usize, style: Style) {
        for (on, kind) in [(style.bold, EmphasisKind::Bold), (style.italic, EmphasisKind::Italic)] {
            if !on {
                continue;
            }
            let open = self.marks.iter_mut().rev().find(|mark| mark.kind == kind);
            match open {
                // Runs of one style that touch, or have only a space between them, are one stretch.
                Some(mark) if self.text.get(mark.end..start).is_some_and(|gap| gap.trim().is_empty()) => {
                    mark.end = end;
                }
                _ => self.marks.push(Emphasis { start, end, kind }),
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether every letter is bold. Marks of one kind stand in order and apart, so one pass is enough.
    pub fn all_bold(&self) -> bool {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let bold = self.marks.iter().filter(|mark| mark.kind == EmphasisKind::Bold);
        let marked: usize = bold.filter_map(|mark| self.text.get(mark.start..mark.end)).map(letters).sum();
        marked > 0 && marked == letters(&self.text)
    }

    /// Takes `bytes` from the front, and the white space after them.
    pub fn cut_front(&mut self, bytes: usize) {
        let rest = self.text.get(bytes..).unwrap_or_default();
        let gone = bytes + (rest.len() - rest.trim_start().len());
        self.text = rest.trim_start().to_owned();
        self.marks.retain_mut(|mark| {
            mark.start = mark.start.saturating_sub(gone);
            mark.end = mark.end.saturating_sub(gone);
            mark.end > mark.start
        });
    }

    /// Appends another text after `between`.
    pub fn append(&mut self, between: &str, other: &Rich) {
        let trimmed = self.text.trim_end().len();
        self.text.truncate(trimmed);
        self.text.push_str(between);
        let shift = self.text.len();
        self.text.push_str(&other.text);
        let moved =
            other.marks.iter().map(|mark| Emphasis { start: mark.start + shift, end: mark.end + shift, ..*mark });
        self.marks.extend(moved);
    }

    /// Its lines, each with its own emphasis.
    pub fn lines(&self) -> Vec<Rich> {
        let mut starts = Vec::new();
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            starts.push(start);
            lines.push(Rich { text: line.to_owned(), marks: Vec::new() });
            start += line.len() + 1;
        }
        for mark in &self.marks {
            let first = starts.partition_point(|start| *start <= mark.start).saturating_sub(1);
            for (line, start) in lines.iter_mut().zip(&starts).skip(first).take_while(|(_, start)| **start < mark.end) {
                let from = mark.start.saturating_sub(*start);
                let to = (mark.end - start).min(line.text.len());
                if from < to {
                    line.marks.push(Emphasis { start: from, end: to, ..*mark });
                }
            }
        }
        lines.retain(|line| !line.is_empty());
        for line in &mut lines {
            line.cut_front(0);
        }
        lines
    }

    /// One flowing text: line breaks become what stands between words in that script. Same length of bytes is
    /// kept where words are spaced, so that the marks stay; between Chinese characters the break vanishes.
    pub fn flow(&self) -> Rich {
        let mut lines = self.lines().into_iter();
        let Some(mut flowing) = lines.next() else {
            return Rich::default();
        };
        for line in lines {
            let between = join(&flowing.text, &line.text);
            flowing.append(between, &line);
        }
        let end = flowing.text.trim_end().len();
        flowing.text.truncate(end);
        flowing.marks.retain_mut(|mark| {
            mark.end = mark.end.min(end);
            mark.end > mark.start
        });
        flowing
    }
}

/// What stands between two pieces of one broken text.
pub(crate) fn join(before: &str, after: &str) -> &'static str {
    let (last, first) = (before.trim_end().chars().next_back(), after.chars().next());
    match (last, first) {
        (Some(last), Some(first)) if is_wide(last) && is_wide(first) => "",
        _ => " ",
    }
}

/// Scripts that are set without spaces between words, and their punctuation.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x3000..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}
