//! XML as a run of nodes: depth is bounded, a document type is refused, entities are the five of XML and no others.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::{Limits, ReadError};

/// One node; names are without prefix, because the prefixes are the file's own choice.
pub(super) enum Node<'a> {
    Open { name: &'a str, attributes: &'a [(String, String)] },
    Close { name: &'a str },
    Text(&'a str),
}

pub(super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// `w:val` of a switch such as `<w:b/>`: on unless it says otherwise.
pub(super) fn is_on(attributes: &[(String, String)]) -> bool {
    !matches!(attribute(attributes, "val"), Some("0" | "false" | "off" | "none"))
}

pub(super) fn walk(
    part: &str,
    text: &str,
    limits: &Limits,
    mut visit: impl FnMut(&Node<'_>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| damaged(part, &error.to_string(), reader.error_position()))?;
        let at = reader.buffer_position();
        match event {
            Event::Start(start) => {
                depth += 1;
                limits.check_depth("elements", depth, &format!(" at byte {at} of {part}"))?;
                open(&start, &mut visit)?;
            }
            Event::Empty(start) => {
                open(&start, &mut visit)?;
                visit(&Node::Close { name: start.local_name().as_ref() })?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(&Node::Close { name: end.local_name().as_ref() })?;
            }
            Event::Text(text) => visit(&Node::Text(&text.xml10_content()))?,
            Event::CData(text) => visit(&Node::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => visit(&Node::Text(&resolve(part, &reference, at)?))?,
            Event::DocType(_) => {
                return Err(ReadError::Dtd { part: part.to_owned(), byte: at });
            }
            Event::Decl(declaration) => check_encoding(declaration.encoding())?,
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if depth > 0 => return Err(damaged(part, "it ends in the middle", at)),
            Event::Eof => return Ok(()),
        }
    }
}

fn open(start: &BytesStart<'_>, visit: &mut impl FnMut(&Node<'_>) -> Result<(), ReadError>) -> Result<(), ReadError> {
    let mut attributes = Vec::new();
    let mut all = start.attributes();
    // The check for doubles compares each with each.
    for attribute in all.with_checks(false).flatten().take(64) {
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            continue;
        };
        let name: &str = attribute.key.local_name().into_inner();
        attributes.push((name.to_owned(), value.into_owned()));
    }
    visit(&Node::Open { name: start.local_name().as_ref(), attributes: &attributes })
}

fn resolve(part: &str, reference: &BytesRef<'_>, at: u64) -> Result<String, ReadError> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Ok(c.to_string());
    }
    let known = match &**reference {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => {
            return Err(ReadError::Dtd { part: part.to_owned(), byte: at });
        }
    };
    Ok(known.to_owned())
}

fn check_encoding(
    encoding: Option<Result<std::borrow::Cow<'_, str>, quick_xml::events::attributes::AttrError>>,
) -> Result<(), ReadError> {
    match encoding {
        Some(Ok(name)) if !matches!(name.to_ascii_lowercase().as_str(), "utf-8" | "utf8" | "utf-16" | "us-ascii") => {
            Err(ReadError::DeclaredEncoding(name.chars().take(40).collect()))
        }
        _ => Ok(()),
    }
}

fn damaged(part: &str, reason: &str, at: u64) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), reason: format!("{reason} (at byte {at})") }
}
