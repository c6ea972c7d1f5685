//! Bytes to text: UTF-8, or UTF-16 with a byte-order mark. Nothing is guessed.

use std::borrow::Cow;

use crate::ReadError;

/// The text of a file, without a byte-order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    match bytes {
        [] => Err(ReadError::Empty),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => utf8(bytes).map(Cow::Borrowed),
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(body).map_err(|error| {
        let byte = error.valid_up_to() + (bytes.len() - body.len());
        let line = 1 + bytes.iter().take(byte).filter(|byte| **byte == b'\n').count();
        ReadError::Encoding { byte, line }
    })?;
    if text.chars().all(|c| c == '\0' || c.is_whitespace()) {
        return Err(ReadError::NoText("only white space or zero bytes; choose the paper again".into()));
    }
    if let Some(byte) = text.find('\0') {
        return Err(ReadError::UnknownFormat(format!("there is a zero byte at byte {byte}, so it is not text")));
    }
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(ReadError::Utf16 { byte: bytes.len() + 1 });
    }
    let units = pairs.filter_map(|pair| pair.first_chunk::<2>()).map(|pair| unit(*pair));
    let mut text = String::with_capacity(bytes.len());
    let mut byte = 2;
    for decoded in char::decode_utf16(units) {
        let c = decoded.map_err(|_| ReadError::Utf16 { byte })?;
        byte += 2 * c.len_utf16();
        text.push(c);
    }
    if text.chars().all(|c| c == '\0' || c.is_whitespace()) {
        return Err(ReadError::NoText("only white space or zero bytes; choose the paper again".into()));
    }
    Ok(text)
}
