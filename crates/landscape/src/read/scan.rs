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
    let length = end_of_plain(rest);
    let stop = from + length;
    let ends_line = bytes.get(stop).is_none_or(|b| *b == b'\n');
    let to = if ends_line && rest[..length].ends_with(b"\r") { stop - 1 } else { stop };
    (Field { from, to, quoted: false, escaped: false }, stop)
}

/// Where the first comma or line end stands. Eight bytes at a time: a byte is 0 where it equals what is looked for, and
/// the subtraction carries into the highest bit of the lowest such byte (Hacker's Delight, 6-1).
pub(super) fn end_of_plain(bytes: &[u8]) -> usize {
    let same = |word: u64, byte: u8| {
        let rest = word ^ (LOWEST * u64::from(byte));
        rest.wrapping_sub(LOWEST) & !rest & (LOWEST << 7)
    };
    let mut at = 0;
    while let Some(Ok(eight)) = bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
        let word = u64::from_le_bytes(eight);
        let found = same(word, b',') | same(word, b'\n');
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let ends = |b: &u8| matches!(b, b',' | b'\n');
    bytes[at..].iter().position(ends).map_or(bytes.len(), |length| at + length)
}

/// The lowest bit of each byte.
const LOWEST: u64 = 0x0101_0101_0101_0101;

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
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let (mut value, mut no_digit) = (0, 0);
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        no_digit |= u8::from(digit > 9);
        value = value * 10 + i64::from(digit);
    }
    (no_digit == 0).then_some(if negative { -value } else { value })
}

/// How many of eight bytes are digits before the first that is none, and their value (Lemire 2018): without a branch,
/// as how long an id is cannot be foretold.
#[inline]
pub(super) fn leading_digits(bytes: [u8; 8]) -> (usize, u64) {
    let word = u64::from_le_bytes(bytes) ^ (LOWEST * 0x30);
    // From ten on 0x76 more reach the highest bit of a byte; what is carried on is behind the first such byte.
    let others = (word.wrapping_add(LOWEST * 0x76) | word) & (LOWEST << 7);
    let count = others.trailing_zeros() / 8;
    // The digits go to the end, behind leading zeros; then neighbours are put together, then pairs, then fours.
    let digits = word.checked_shl(64 - 8 * count).unwrap_or(0);
    let pairs = (digits.wrapping_mul(10).wrapping_add(digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(100).wrapping_add(pairs >> 16)) & 0x0000_ffff_0000_ffff;
    (count as usize, (fours.wrapping_mul(10_000).wrapping_add(fours >> 32)) & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::{end_of_plain, leading_digits};

    #[test]
    fn digits_are_counted_and_read_up_to_any_other_byte() {
        for digits in ["", "0", "7", "10", "703", "0009", "33421", "900000", "1234567", "12345678", "99999999"] {
            for byte in (0..=255u8).filter(|b| !b.is_ascii_digit()) {
                for after in [b'5', 0xff, 0] {
                    let mut bytes = [after; 8];
                    bytes[..digits.len()].copy_from_slice(digits.as_bytes());
                    bytes.iter_mut().skip(digits.len()).take(1).for_each(|b| *b = byte);
                    assert_eq!(leading_digits(bytes), (digits.len(), digits.parse().unwrap_or(0)), "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn eight_bytes_at_a_time_find_what_one_at_a_time_does() {
        // The neighbours of what is looked for, with and without the highest bit.
        let near = [b',', b'\n', b'+', b'-', b'\t', 0, 0x8a, 0xac, 0xff];
        for length in 0..20 {
            for place in 0..length {
                for byte in near {
                    for after in near {
                        let mut bytes = vec![b'5'; length];
                        bytes[place] = byte;
                        bytes[length - 1] = after;
                        let slow = bytes.iter().position(|b| matches!(b, b',' | b'\n')).unwrap_or(length);
                        assert_eq!(end_of_plain(&bytes), slow, "{bytes:?}");
                    }
                }
            }
        }
    }
}
