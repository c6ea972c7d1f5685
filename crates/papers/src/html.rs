//! HTML: tags as they come, without a tree. What a browser repairs (`<p>` in `<p>`, `<li>` in `<li>`) is repaired here
//! as far as text needs it; depth is bounded before anything grows with it.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::block::{Block, Document, Kind};
use crate::rich::{Rich, Style};
use crate::{Limits, ReadError};

pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    check_encoding(text)?;
    let sink = Sink(RefCell::new(Page::new(limits)));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    // Piece by piece, so that a refusal ends the work.
    let mut rest = text;
    while !rest.is_empty() && tokenizer.sink.0.borrow().trouble.is_none() {
        let at = rest.char_indices().nth(16_384).map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(at);
        input.push_back(StrTendril::from_slice(piece));
        let _ = tokenizer.feed(&input);
        rest = after;
    }
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    page.flush();
    match page.trouble {
        Some(trouble) => Err(trouble),
        None => Ok(page.document),
    }
}

/// The bytes were read as UTF-8 already; a page that says it is something else would show other letters.
fn check_encoding(text: &str) -> Result<(), ReadError> {
    let head: String = text.chars().take(2048).collect::<String>().to_ascii_lowercase();
    let Some((_, after)) = head.split_once("charset=") else {
        return Ok(());
    };
    let name: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    if text.is_ascii() || matches!(name.as_str(), "utf-8" | "utf8" | "utf-16" | "unicode" | "") {
        return Ok(());
    }
    Err(ReadError::DeclaredEncoding(name))
}

struct Sink<'a>(RefCell<Page<'a>>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => page.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return page.open(&tag),
            Token::TagToken(tag) => page.close(&tag.name),
            Token::DoctypeToken(doctype) => page.doctype(doctype.name.as_deref()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// A list that is open.
struct List {
    ordered: bool,
    next: i64,
    style: char,
    step: i64,
}

struct Page<'a> {
    limits: &'a Limits,
    document: Document,
    rich: Rich,
    kind: Kind,
    label: Option<String>,
    open: Vec<String>,
    lists: Vec<List>,
    title: Option<String>,
    trouble: Option<ReadError>,
}

impl<'a> Page<'a> {
    fn new(limits: &'a Limits) -> Page<'a> {
        Page {
            limits,
            document: Document::default(),
            rich: Rich::default(),
            kind: Kind::Paragraph,
            label: None,
            open: Vec::new(),
            lists: Vec::new(),
            title: None,
            trouble: None,
        }
    }

    fn inside(&self, names: &[&str]) -> bool {
        self.open.iter().any(|open| names.contains(&open.as_str()))
    }

    fn doctype(&mut self, name: Option<&str>) {
        if name.is_some_and(|name| !name.eq_ignore_ascii_case("html")) {
            self.trouble = Some(ReadError::Dtd { part: "the page".to_owned(), byte: 0 });
        }
    }

    fn text(&mut self, text: &str) {
        if self.trouble.is_some() || self.inside(&HIDDEN) {
            return;
        }
        if self.inside(&["title"]) {
            self.title.get_or_insert_default().push_str(text.get(..200).unwrap_or(text));
            return;
        }
        let style = Style { bold: self.inside(&["b", "strong"]), italic: self.inside(&["i", "em"]) };
        // A line end in the source is a space on the page; `<br>` is the line end.
        let spaced = if self.inside(&["pre"]) { text.to_owned() } else { text.replace(['\n', '\r'], " ") };
        self.rich.push(&spaced, style);
        let length = self.rich.text.len();
        if length > self.limits.paragraph_chars {
            self.flush();
        }
    }

    fn open(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        if self.trouble.is_some() {
            return TokenSinkResult::Continue;
        }
        let name: &str = &tag.name;
        self.declared(tag, name);
        self.imply_ends(name);
        if is_block(name) {
            self.flush();
        }
        self.begin(tag, name);
        if !VOID.contains(&name) && !tag.self_closing {
            self.open.push(name.to_owned());
            self.trouble = self.limits.check_depth("elements", self.open.len(), "").err();
        }
        match name {
            "script" | "style" | "noscript" | "iframe" | "noframes" | "xmp" => TokenSinkResult::RawData(Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn declared(&mut self, tag: &Tag, name: &str) {
        if name == "html" {
            self.document.declared.language = attribute(tag, "lang").or_else(|| attribute(tag, "xml:lang"));
        }
    }

    fn begin(&mut self, tag: &Tag, name: &str) {
        match name {
            "br" => self.rich.push("\n", Style::default()),
            "ul" => self.lists.push(List { ordered: false, next: 1, style: '1', step: 1 }),
            "ol" => {
                let style = attribute(tag, "type").and_then(|kind| kind.chars().next()).unwrap_or('1');
                let step = if attribute(tag, "reversed").is_some() { -1 } else { 1 };
                self.lists.push(List { ordered: true, next: number(tag, "start").unwrap_or(1), style, step });
            }
            "li" => self.item(tag),
            "table" => self.document.left_out("a table was read as plain paragraphs, cell by cell"),
            "del" | "s" => self.document.left_out("text that is struck out was left out"),
            "img" | "svg" => self.document.left_out("pictures were left out"),
            _ => {
                if let Some(level) = heading(name) {
                    self.kind = Kind::Heading(level);
                }
            }
        }
        if self.lists.len() > self.limits.depth {
            self.trouble = self.limits.check_depth("lists", self.lists.len(), "").err();
        }
    }

    fn item(&mut self, tag: &Tag) {
        let depth = self.lists.len().saturating_sub(1).min(200) as u8;
        self.kind = Kind::Item(depth);
        self.label = None;
        if let Some(list) = self.lists.last_mut().filter(|list| list.ordered) {
            let value = number(tag, "value").unwrap_or(list.next);
            list.next = value.saturating_add(list.step);
            self.label = Some(printed(value, list.style));
        }
    }

    /// Elements whose end tags HTML lets out.
    fn imply_ends(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "li" => &["p", "li"],
            "td" | "th" => &["p", "td", "th"],
            "tr" => &["p", "td", "th", "tr"],
            "dt" | "dd" => &["p", "dt", "dd"],
            "option" => &["option"],
            name if is_block(name) => &["p"],
            _ => &[],
        };
        // An inline element left open inside a paragraph ends with it.
        while self.open.last().is_some_and(|open| ended.contains(&open.as_str())) {
            self.open.pop();
        }
        if name == "p" && self.open.iter().rev().take_while(|open| !is_container(open)).any(|open| open == "p") {
            let at = self.open.iter().rposition(|open| open == "p").unwrap_or(self.open.len());
            self.open.truncate(at);
        }
    }

    fn close(&mut self, name: &str) {
        if self.trouble.is_some() {
            return;
        }
        if is_block(name) {
            self.flush();
        }
        if matches!(name, "ul" | "ol") {
            self.lists.pop();
        }
        if let Some(at) = self.open.iter().rposition(|open| open == name) {
            self.open.truncate(at);
        }
        if name == "title" && self.document.declared.title.is_none() {
            let title = self.title.take().map(|title| Rich::plain(&title).flow().text);
            self.document.declared.title = title.filter(|title| !title.is_empty());
        }
    }

    fn flush(&mut self) {
        let rich = std::mem::take(&mut self.rich);
        if rich.is_empty() {
            return;
        }
        let mut block = Block { kind: self.kind, label: self.label.take(), rich };
        self.kind = Kind::Paragraph;
        if let Some(rest) = crate::plain::bullet(block.text()).filter(|_| block.kind == Kind::Paragraph) {
            let used = block.text().len() - rest.len();
            block.rich.cut_front(used);
            block.kind = Kind::Item(0);
        }
        let pushed = self.document.push(block, self.limits);
        self.trouble = self.trouble.take().or(pushed.err());
    }
}

const HIDDEN: [&str; 13] = [
    "script", "style", "noscript", "template", "iframe", "noframes", "head", "del", "s", "svg", "nav", "select",
    "textarea",
];
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
const BLOCK: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];

fn is_block(name: &str) -> bool {
    BLOCK.contains(&name) || heading(name).is_some()
}

/// What a paragraph cannot reach across.
fn is_container(name: &str) -> bool {
    is_block(name) && name != "p"
}

fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse::<u8>().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let attribute = tag.attrs.iter().find(|attribute| &*attribute.name.local == name)?;
    Some(attribute.value.chars().take(200).collect())
}

fn number(tag: &Tag, name: &str) -> Option<i64> {
    attribute(tag, name)?.trim().parse().ok()
}

/// The number that a browser prints before an item.
fn printed(value: i64, style: char) -> String {
    let Ok(value) = u32::try_from(value) else {
        return format!("{value}.");
    };
    let format = match style {
        'a' => "lowerLetter",
        'A' => "upperLetter",
        'i' => "lowerRoman",
        'I' => "upperRoman",
        _ => "decimal",
    };
    format!("{}.", crate::docx::formatted(value, format))
}
