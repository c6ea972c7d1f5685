//! Page content: the operators that move and show text (ISO 32000-1, 9.4), and nothing else.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::Font;
use crate::limits::within;
use crate::{Limits, ReadError};

/// One shown code.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
    pub text: String,
    pub bold: bool,
    pub italic: bool,
}

/// a b c d e f of a PDF matrix.
type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Forms inside forms, saved states, and bytes of one page's content.
const FORMS: usize = 6;
const STATES: usize = 64;
const PAGE: usize = 8 << 20;
/// Fonts of one document, and glyphs of one page.
const FONTS: usize = 1_000;
const GLYPHS: usize = 100_000;

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Rc<Font>,
    size: f32,
    spacing: f32,
    word_spacing: f32,
    scale: f32,
    leading: f32,
    rise: f32,
}

pub(super) struct Reader<'a> {
    pdf: &'a Document,
    fonts: HashMap<ObjectId, Rc<Font>>,
    unknown: Rc<Font>,
    /// Bytes of content that may still be unpacked.
    left: usize,
}

impl<'a> Reader<'a> {
    pub fn new(pdf: &'a Document, limits: &'a Limits) -> Reader<'a> {
        Reader { pdf, fonts: HashMap::new(), unknown: Rc::new(Font::unknown()), left: limits.unpacked }
    }

    /// The glyphs of a page, in the order in which they are shown.
    pub fn page(&mut self, id: ObjectId) -> Result<Vec<Glyph>, ReadError> {
        let content = self
            .pdf
            .get_page_content_with_limit(id, PAGE.min(self.left))
            .map_err(|error| super::damaged(&error.to_string()))?;
        self.spend(content.len())?;
        let mut page =
            Page { glyphs: Vec::new(), states: Vec::new(), text: IDENTITY, line: IDENTITY, state: self.fresh() };
        let resources = self.resources(id);
        self.run(&content, &resources, &mut page, 0)?;
        Ok(page.glyphs)
    }

    fn spend(&mut self, bytes: usize) -> Result<(), ReadError> {
        within("the content of all pages in bytes", bytes, self.left, "send the paper alone, without its annexes")?;
        self.left -= bytes;
        Ok(())
    }

    fn fresh(&self) -> State {
        let font = Rc::clone(&self.unknown);
        State {
            matrix: IDENTITY,
            font,
            size: 12.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }

    /// The page's own resources first, then those that it inherits.
    fn resources(&self, page: ObjectId) -> Vec<&'a Dictionary> {
        let Ok((own, inherited)) = self.pdf.get_page_resources(page) else {
            return Vec::new();
        };
        own.into_iter().chain(inherited.into_iter().filter_map(|id| self.pdf.get_dictionary(id).ok())).collect()
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        page: &mut Page,
        depth: usize,
    ) -> Result<(), ReadError> {
        for operation in Content::decode_iter(content) {
            // What cannot be parsed ends the page; what stands before it is kept.
            let Ok(operation) = operation else { break };
            if operation.operator == "Do" {
                self.form(&operation, resources, page, depth)?;
            } else if operation.operator == "Tf" {
                page.state.font = self.font(&operation, resources);
                page.state.size = operation.operands.get(1).and_then(|size| size.as_float().ok()).unwrap_or(12.0);
            } else {
                page.operate(&operation);
            }
            within("the number of characters on a page", page.glyphs.len(), GLYPHS, "print the paper to a new PDF")?;
        }
        Ok(())
    }

    fn font(&mut self, operation: &Operation, resources: &[&'a Dictionary]) -> Rc<Font> {
        let Some(name) = operation.operands.first().and_then(|name| name.as_name().ok()) else {
            return Rc::clone(&self.unknown);
        };
        let Some(entry) = self.resource(resources, b"Font", name) else {
            return Rc::clone(&self.unknown);
        };
        let id = entry.as_reference().ok();
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Rc::clone(font);
        }
        let dict = self.pdf.dereference(entry).ok().and_then(|(_, object)| object.as_dict().ok());
        let Some(dict) = dict.filter(|_| self.fonts.len() < FONTS) else {
            return Rc::clone(&self.unknown);
        };
        let font = Rc::new(Font::read(dict, self.pdf));
        // A font that stands in the resources themselves is kept under an id that no object has.
        let key = id.unwrap_or((u32::MAX, self.fonts.len() as u16));
        self.fonts.insert(key, Rc::clone(&font));
        font
    }

    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        resources.iter().find_map(|dict| dict.get_deref(kind, self.pdf).ok()?.as_dict().ok()?.get(name).ok())
    }

    /// Text inside a form is text of the page.
    fn form(
        &mut self,
        operation: &Operation,
        resources: &[&'a Dictionary],
        page: &mut Page,
        depth: usize,
    ) -> Result<(), ReadError> {
        let name = operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let entry = self.resource(resources, b"XObject", name);
        let stream = entry.and_then(|entry| self.pdf.dereference(entry).ok()?.1.as_stream().ok());
        let Some(stream) = stream.filter(|stream| {
            depth < FORMS && stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
        }) else {
            return Ok(());
        };
        let Ok(content) = stream.get_plain_content_with_limit(PAGE.min(self.left)) else {
            return Ok(());
        };
        // A form that is shown a million times costs at least a byte each time.
        self.spend(content.len().max(64))?;
        let own = stream.dict.get_deref(b"Resources", self.pdf).and_then(Object::as_dict).ok();
        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).take(FORMS + 4).collect();
        let outer = (page.state.clone(), page.text, page.line, std::mem::take(&mut page.states));
        if let Some(matrix) = stream.dict.get(b"Matrix").and_then(Object::as_array).ok().and_then(|array| matrix(array))
        {
            page.state.matrix = multiply(&matrix, &page.state.matrix);
        }
        let result = self.run(&content, &resources, page, depth + 1);
        (page.state, page.text, page.line, page.states) = outer;
        result
    }
}

struct Page {
    glyphs: Vec<Glyph>,
    states: Vec<State>,
    state: State,
    text: Matrix,
    line: Matrix,
}

impl Page {
    fn operate(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        let number = |at: usize| operands.get(at).and_then(|operand| operand.as_float().ok()).unwrap_or(0.0);
        match operation.operator.as_str() {
            "q" if self.states.len() < STATES => self.states.push(self.state.clone()),
            "Q" => self.state = self.states.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.matrix = multiply(&matrix, &self.state.matrix);
                }
            }
            "BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
            "Tm" => {
                if let Some(matrix) = matrix(operands) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "TL" => self.state.leading = number(0),
            "Tc" => self.state.spacing = number(0),
            "Tw" => self.state.word_spacing = number(0),
            "Tz" => self.state.scale = number(0) / 100.0,
            "Ts" => self.state.rise = number(0),
            "Tj" => self.show_all(operands),
            "'" => {
                self.next_line(0.0, -self.state.leading);
                self.show_all(operands);
            }
            "\"" => {
                (self.state.word_spacing, self.state.spacing) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                operands.iter().skip(2).for_each(|operand| self.show(operand));
            }
            "TJ" => operands
                .iter()
                .filter_map(|operand| operand.as_array().ok())
                .flatten()
                .for_each(|piece| self.show(piece)),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = multiply(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn show_all(&mut self, pieces: &[Object]) {
        for piece in pieces {
            self.show(piece);
        }
    }

    /// A string, or a number that moves the next one.
    fn show(&mut self, piece: &Object) {
        if let Ok(back) = piece.as_float() {
            self.advance(-back / 1000.0 * self.state.size * self.state.scale);
            return;
        }
        let Ok(bytes) = piece.as_str() else { return };
        let font = Rc::clone(&self.state.font);
        for shown in font.show(bytes) {
            let state = &self.state;
            let extra = state.spacing + if shown.is_space { state.word_spacing } else { 0.0 };
            let width = shown.width / 1000.0 * state.size;
            let before = multiply(&[1.0, 0.0, 0.0, 1.0, 0.0, state.rise], &multiply(&self.text, &state.matrix));
            let scale = state.scale;
            self.place(&before, width * scale, shown.text, &font);
            self.advance((width + extra) * scale);
        }
    }

    fn place(&mut self, at: &Matrix, width: f32, text: String, font: &Font) {
        let [a, b, c, d, x, y] = *at;
        let level = a.abs() >= b.abs() && d.abs() >= c.abs();
        let size = self.state.size * d.abs().max(b.abs());
        let sound = [x, y, a, size].iter().all(|value| value.is_finite()) && size > 0.5 && size < 2000.0;
        // Text that runs up a page is a stamp or a margin note.
        if level && sound && !text.is_empty() && self.glyphs.len() <= GLYPHS {
            let (x0, x1) = (x.min(x + width * a), x.max(x + width * a));
            self.glyphs.push(Glyph { x0, x1, y, size, text, bold: font.bold, italic: font.italic });
        }
    }

    fn advance(&mut self, x: f32) {
        self.text = multiply(&[1.0, 0.0, 0.0, 1.0, x, 0.0], &self.text);
    }
}

fn matrix(operands: &[Object]) -> Option<Matrix> {
    let mut values = IDENTITY;
    for (value, operand) in values.iter_mut().zip(operands) {
        *value = operand.as_float().ok()?;
    }
    (operands.len() >= 6).then_some(values)
}

fn multiply(m: &Matrix, n: &Matrix) -> Matrix {
    let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (*m, *n);
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}
