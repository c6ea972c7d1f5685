//! What a PDF may ask for, looked at before and after it is opened.

use lopdf::{Document, Object};

use crate::limits::within;
use crate::{Limits, ReadError};

/// Bytes that all streams together may unpack to while the file is opened.
const OPENING: usize = 512 << 20;

/// Cheap counts over the raw bytes: the file is refused before anything is built from it.
pub(super) fn before(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    if !bytes.windows(5).take(1024).any(|window| window == b"%PDF-") {
        let reason = "%PDF- is not in its first kilobyte".to_owned();
        return Err(ReadError::NotThis { format: "PDF", reason });
    }
    limits.check_pages(pages(bytes))?;
    within("the number of objects", count(bytes, b" obj"), limits.objects, "print the paper to a new PDF")?;
    nesting(bytes, limits)
}

/// Objects that say they are pages; those inside packed object streams are counted when the file is open.
fn pages(bytes: &[u8]) -> usize {
    let named = bytes.windows(6).enumerate().filter(|(_, window)| {
        *window == b"/Page/"
            || *window == b"/Page "
            || *window == b"/Page>"
            || *window == b"/Page\n"
            || *window == b"/Page\r"
    });
    let is_type = |at: usize| {
        let before = bytes.get(at.saturating_sub(12)..at).unwrap_or_default();
        before.trim_ascii_end().ends_with(b"/Type")
    };
    named.filter(|(at, _)| is_type(*at)).count()
}

fn count(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).filter(|window| *window == what).count()
}

/// Arrays and dictionaries that open and open again. Packed streams hold any bytes, so only an unbroken run of
/// openings counts here; the parser itself bounds the rest.
fn nesting(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let (mut run, mut deepest) = (0_usize, 0_usize);
    for byte in bytes {
        match byte {
            b'[' | b'<' | b'(' => run += 1,
            b' ' | b'\n' | b'\r' | b'\t' => {}
            b'/' | b'a'..=b'z' | b'A'..=b'Z' if run > 1 => {}
            _ => run = 0,
        }
        deepest = deepest.max(run);
    }
    // A dictionary opens with two signs.
    limits.check_depth("objects", deepest / 2, "")
}

/// What one stream may unpack to, so that all that are unpacked on opening stay within bounds together.
pub(super) fn per_stream(bytes: &[u8], limits: &Limits) -> usize {
    let streams = count(bytes, b"/ObjStm") + count(bytes, b"/XRef");
    (OPENING / streams.max(1)).clamp(64 << 10, limits.unpacked.max(64 << 10))
}

/// What the page tree claims, once it is open.
pub(super) fn after(pdf: &Document, limits: &Limits) -> Result<(), ReadError> {
    within("the number of objects", pdf.objects.len(), limits.objects, "print the paper to a new PDF")?;
    let tree = pdf.catalog().and_then(|catalog| catalog.get_deref(b"Pages", pdf)).and_then(Object::as_dict);
    let claimed = tree.and_then(|tree| tree.get_deref(b"Count", pdf)).and_then(Object::as_i64).unwrap_or(0);
    limits.check_pages(usize::try_from(claimed).unwrap_or(0))
}
