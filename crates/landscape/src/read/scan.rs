//! Where the fields of a CSV record stand (RFC 4180).

/// A field of the current record, relative to its start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub from: usize,
    pub to: usize,
    /// Stood in quotes.
    pub quoted: bool,
    /// Holds doubled quotes.
    pub escaped: bool,
}

/// What a scan from the start of a record found.
pub(super) enum Scan {
    /// A record of so many bytes, its line end included.
    Whole(usize),
    /// It goes on after what was read so far.
    Open,
    /// Something stands after a closing quote, or a quote is never closed.
    BadQuote,
}

/// Line ends in a record.
pub(super) fn count_lines(record: &[u8]) -> u64 {
    record.split(|b| *b == b'\n').count() as u64 - 1
}

/// Splits the record at the start of `bytes` into fields. `last` says that nothing follows `bytes`.
pub(super) fn scan(bytes: &[u8], last: bool, fields: &mut Vec<Field>) -> Scan {
    fields.clear();
    let mut from = 0;
    loop {
        let (field, stop) = match bytes.get(from) {
            Some(b'"') => match quoted(bytes, from + 1, last) {
                Ok(found) => found,
                Err(scan) => return scan,
            },
            _ => plain(bytes, from),
        };
        fields.push(field);
        match bytes.get(stop) {
            Some(b',') => from = stop + 1,
            Some(_) => return Scan::Whole(stop + 1),
            None if last => return Scan::Whole(stop),
            None => return Scan::Open,
        }
    }
}

/// A field without quotes, and where its comma or line end stands.
fn plain(bytes: &[u8], from: usize) -> (Field, usize) {
    let rest = &bytes[from.min(bytes.len())..];
    let length = rest.iter().position(|b| matches!(b, b',' | b'\n')).unwrap_or(rest.len());
    let stop = from + length;
    let ends_line = bytes.get(stop).is_none_or(|b| *b == b'\n');
    let to = if ends_line && rest[..length].ends_with(b"\r") { stop - 1 } else { stop };
    (Field { from, to, quoted: false, escaped: false }, stop)
}

/// A field in quotes, `from` being behind the opening one.
fn quoted(bytes: &[u8], from: usize, last: bool) -> Result<(Field, usize), Scan> {
    let open = || if last { Scan::BadQuote } else { Scan::Open };
    let (mut at, mut escaped) = (from, false);
    loop {
        at += bytes[at.min(bytes.len())..].iter().position(|b| *b == b'"').ok_or_else(open)?;
        if bytes.get(at + 1) != Some(&b'"') {
            break;
        }
        escaped = true;
        at += 2;
    }
    let field = Field { from, to: at, quoted: true, escaped };
    match bytes.get(at + 1..).unwrap_or_default() {
        [] | [b'\r'] if !last => Err(Scan::Open),
        [] | [b',' | b'\n', ..] => Ok((field, at + 1)),
        [b'\r'] | [b'\r', b'\n', ..] => Ok((field, at + 2)),
        _ => Err(Scan::BadQuote),
    }
}

/// A whole number of at most 18 digits.
pub(super) fn whole(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits.iter().fold(0, |n, d| n * 10 + i64::from(d - b'0'));
    Some(if negative { -value } else { value })
}
