//! Fonts: what a code means and how wide it is.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object};

/// Bytes that the map from codes to letters may unpack to.
const MAP: usize = 4 << 20;

pub(super) struct Font {
    pub bold: bool,
    pub italic: bool,
    two_bytes: bool,
    /// Meaning of one-byte codes.
    simple: Vec<String>,
    /// Map of two-byte codes.
    map: Option<Encoding<'static>>,
    widths: HashMap<u16, f32>,
    default_width: f32,
}

/// One code of a string, as it is shown.
pub(super) struct Shown {
    pub text: String,
    /// In thousandths of the font size.
    pub width: f32,
    /// Word spacing applies to the one-byte space only.
    pub is_space: bool,
}

impl Font {
    /// For text that is shown without a font that can be found.
    pub fn unknown() -> Font {
        let simple = (0..=255_u8)
            .map(
                |code| {
                    if code.is_ascii_graphic() || code == b' ' { char::from(code).to_string() } else { String::new() }
                },
            )
            .collect();
        Font {
            bold: false,
            italic: false,
            two_bytes: false,
            simple,
            map: None,
            widths: HashMap::new(),
            default_width: 500.0,
        }
    }

    pub fn read(dict: &Dictionary, pdf: &Document) -> Font {
        let two_bytes = name(dict, b"Subtype", pdf) == b"Type0";
        let descendant = if two_bytes { descendant(dict, pdf) } else { None };
        let described = descendant.unwrap_or(dict);
        let descriptor = described.get_deref(b"FontDescriptor", pdf).and_then(Object::as_dict).ok();
        let base = String::from_utf8_lossy(name(dict, b"BaseFont", pdf)).to_lowercase();
        let weight = descriptor.and_then(|d| d.get(b"FontWeight").and_then(Object::as_float).ok()).unwrap_or(400.0);
        let mut font = Font {
            bold: ["bold", "black", "heavy", "-demi"].iter().any(|word| base.contains(word)) || weight >= 600.0,
            italic: ["italic", "oblique"].iter().any(|word| base.contains(word)),
            two_bytes,
            simple: Vec::new(),
            map: unicode_map(dict, pdf),
            widths: HashMap::new(),
            default_width: 500.0,
        };
        if two_bytes {
            font.cid_widths(described, pdf);
        } else {
            font.simple_widths(dict, descriptor, pdf);
            font.simple = simple_meanings(dict, pdf, font.map.as_ref());
        }
        font
    }

    fn simple_widths(&mut self, dict: &Dictionary, descriptor: Option<&Dictionary>, pdf: &Document) {
        let missing = descriptor.and_then(|d| d.get(b"MissingWidth").and_then(Object::as_float).ok());
        self.default_width = missing.filter(|width| *width > 0.0).unwrap_or(500.0);
        let first = dict.get_deref(b"FirstChar", pdf).and_then(Object::as_i64).unwrap_or(0);
        let Ok(widths) = dict.get_deref(b"Widths", pdf).and_then(Object::as_array) else {
            return;
        };
        for (place, width) in widths.iter().take(256).enumerate() {
            let code = u16::try_from(first.saturating_add(place as i64));
            if let (Ok(code), Ok(width)) = (code, number(width, pdf)) {
                self.widths.insert(code, width);
            }
        }
    }

    /// `/W`: `first [w w w]` or `first last w`.
    fn cid_widths(&mut self, dict: &Dictionary, pdf: &Document) {
        self.default_width = dict.get(b"DW").and_then(Object::as_float).unwrap_or(1000.0);
        let Ok(entries) = dict.get_deref(b"W", pdf).and_then(Object::as_array) else {
            return;
        };
        let mut rest = entries.as_slice();
        while let [first, second, after @ ..] = rest {
            let Ok(first) = number(first, pdf) else { break };
            if let Ok(list) = pdf.dereference(second).and_then(|(_, object)| object.as_array()) {
                for (place, width) in list.iter().take(70_000).enumerate() {
                    self.set(first as i64 + place as i64, number(width, pdf).ok());
                }
                rest = after;
            } else if let [width, after @ ..] = after {
                let last = number(second, pdf).unwrap_or(first) as i64;
                let width = number(width, pdf).ok();
                (first as i64..=last.min(first as i64 + 70_000)).for_each(|code| self.set(code, width));
                rest = after;
            } else {
                break;
            }
        }
    }

    fn set(&mut self, code: i64, width: Option<f32>) {
        if let (Ok(code), Some(width)) = (u16::try_from(code), width) {
            self.widths.insert(code, width);
        }
    }

    /// The codes of a string with what they mean.
    pub fn show<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Shown> + 'a {
        let step = if self.two_bytes { 2 } else { 1 };
        bytes.chunks(step).map(|code| self.code(code))
    }

    fn code(&self, bytes: &[u8]) -> Shown {
        let code = bytes.iter().fold(0_u16, |code, byte| (code << 8) | u16::from(*byte));
        let text = match &self.map {
            Some(map) if self.two_bytes => Document::decode_text(map, bytes).unwrap_or_default(),
            _ => self.simple.get(usize::from(code)).cloned().unwrap_or_default(),
        };
        let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
        Shown { text, width, is_space: bytes == b" " }
    }
}

fn number(object: &Object, pdf: &Document) -> lopdf::Result<f32> {
    pdf.dereference(object).and_then(|(_, object)| object.as_float())
}

fn name<'a>(dict: &'a Dictionary, key: &[u8], pdf: &'a Document) -> &'a [u8] {
    dict.get_deref(key, pdf).and_then(Object::as_name).unwrap_or_default()
}

fn descendant<'a>(dict: &'a Dictionary, pdf: &'a Document) -> Option<&'a Dictionary> {
    let list = dict.get_deref(b"DescendantFonts", pdf).and_then(Object::as_array).ok()?;
    pdf.dereference(list.first()?).ok()?.1.as_dict().ok()
}

/// The font's own map to Unicode. It comes before the encoding: subsets number their glyphs as they like.
fn unicode_map(dict: &Dictionary, pdf: &Document) -> Option<Encoding<'static>> {
    let mut only_map = dict.clone();
    only_map.remove(b"Encoding");
    only_map.get(b"ToUnicode").ok()?;
    only_map.set("Type", Object::Name(b"Font".to_vec()));
    match only_map.get_font_encoding_with_limit(pdf, MAP) {
        Ok(Encoding::UnicodeMapEncoding(map)) => Some(Encoding::UnicodeMapEncoding(map)),
        _ => None,
    }
}

fn simple_meanings(dict: &Dictionary, pdf: &Document, map: Option<&Encoding<'static>>) -> Vec<String> {
    let mut typed = dict.clone();
    typed.set("Type", Object::Name(b"Font".to_vec()));
    typed.remove(b"ToUnicode");
    let base = typed.get_font_encoding_with_limit(pdf, MAP).ok();
    let meaning = |code: u8| {
        let mapped = map
            .and_then(|map| Document::decode_text(map, &[code]).ok())
            .filter(|text| !text.is_empty() && text != "\u{FFFD}");
        mapped.or_else(|| Document::decode_text(base.as_ref()?, &[code]).ok()).unwrap_or_default()
    };
    (0..=255).map(meaning).collect()
}
