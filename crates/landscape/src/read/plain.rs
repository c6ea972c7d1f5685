//! Many lines at once, where nothing in them wants a closer look: no quotes, whole numbers as ids, as in nearly every
//! export. What is not so is left to [`super::table::Table`], which knows what to say of it.

use super::scan::{end_of_plain, leading_digits};
use crate::{ids, parallel, votes::Event};

/// The lines are parted among so many threads, where they are more than so many bytes; what comes of them does not
/// depend on it.
const THREADS: usize = 2;
const WORTH: usize = 1 << 16;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Time,
    Statement,
    Participant,
    Vote,
    Other,
}

/// The responses of whole lines, in order, ids being the numbers that they are; None where a line wants a closer look.
pub(super) fn events(lines: &[u8], roles: &[Role]) -> Option<Vec<Vec<Event>>> {
    let middle = lines.len() / 2;
    let cut = middle + lines[middle..].iter().position(|b| *b == b'\n').map_or(0, |end| end + 1);
    let parts = [&lines[..cut], &lines[cut..]];
    let threads = if lines.len() < WORTH { 1 } else { THREADS };
    parallel::blocks(parts.len(), threads, |part| of(parts[part], roles)).into_iter().collect()
}

fn of(lines: &[u8], roles: &[Role]) -> Option<Vec<Event>> {
    // The shortest line there may be has a sign of each column and what parts them.
    let mut events = Vec::with_capacity(lines.len() / (4 * roles.len()).max(8));
    let mut rest = lines;
    while !rest.is_empty() {
        let (event, next) = line(rest, roles)?;
        events.push(event);
        rest = next;
    }
    Some(events)
}

/// One line, and what comes after it.
#[inline]
fn line<'a>(mut rest: &'a [u8], roles: &[Role]) -> Option<(Event, &'a [u8])> {
    let mut event = Event::default();
    let (last, others) = roles.split_last()?;
    for role in others {
        rest = field(rest, *role, &mut event)?.strip_prefix(b",")?;
    }
    rest = field(rest, *last, &mut event)?;
    Some((event, rest.strip_prefix(b"\n").or_else(|| rest.strip_prefix(b"\r\n"))?))
}

/// What comes after a field, whose value is put in its place.
#[inline]
fn field<'a>(bytes: &'a [u8], role: Role, event: &mut Event) -> Option<&'a [u8]> {
    match role {
        Role::Time => {
            let (time, rest) = number(bytes)?;
            event.at = time as i64;
            Some(rest)
        }
        Role::Participant => {
            let (id, rest) = id(bytes)?;
            event.participant = id;
            Some(rest)
        }
        Role::Statement => {
            let (id, rest) = id(bytes)?;
            event.cell += 3 * id;
            Some(rest)
        }
        Role::Vote => {
            let (code, length) = match bytes {
                [b'-', b'1', ..] => (0, 2),
                [b'0', ..] => (1, 1),
                [b'1', ..] => (2, 1),
                _ => return None,
            };
            event.cell += code;
            Some(&bytes[length..])
        }
        Role::Other if bytes.first() == Some(&b'"') => None,
        Role::Other => Some(&bytes[end_of_plain(bytes)..]),
    }
}

/// An id that is a small whole number, written without leading zeros.
#[inline]
fn id(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (id, rest) = number(bytes)?;
    let plain = bytes[0] != b'0' || bytes.len() - rest.len() == 1;
    (plain && id < ids::TABLE).then_some((id as u32, rest))
}

/// A whole number of one to 18 digits.
#[inline]
fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (mut value, mut rest) = (0_u64, bytes);
    while let Some(eight) = rest.first_chunk::<8>() {
        let (count, more) = leading_digits(*eight);
        value = value.wrapping_mul(TENS[count]).wrapping_add(more);
        rest = &rest[count..];
        if count < 8 {
            return (1..=18).contains(&(bytes.len() - rest.len())).then_some((value, rest));
        }
    }
    // The last bytes of all.
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
        rest = after;
    }
    (1..=18).contains(&(bytes.len() - rest.len())).then_some((value, rest))
}

const TENS: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 5] = [Role::Time, Role::Other, Role::Statement, Role::Participant, Role::Vote];

    fn read(lines: &str) -> Option<Vec<(i64, u32, u32)>> {
        let events = events(lines.as_bytes(), &ROLES)?.concat();
        Some(events.iter().map(|e| (e.at, e.participant, e.cell)).collect())
    }

    #[test]
    fn whole_lines_are_read() {
        let lines = "1700000000001,,12,0,1\n5,Wed Jun 18,0,33421,-1\r\n12345678,x\"y,7,8,0\n";
        assert_eq!(read(lines), Some(vec![(1_700_000_000_001, 0, 38), (5, 33_421, 0), (12_345_678, 8, 22)]));
        assert_eq!(read(""), Some(Vec::new()));
    }

    #[test]
    fn what_wants_a_closer_look_is_left() {
        for odd in [
            "-1,,1,1,1",
            "1,\"a\",1,1,1",
            "1,,01,1,1",
            "1,,1,x,1",
            "1,,1,1,2",
            "1,,1,1,1.0",
            "1,,1,1",
            "1,,1,1,1,1",
            "",
            "1,,,1,1",
            "1,,4194304,1,1",
            "1234567890123456789,,1,1,1",
            "1 ,,1,1,1",
        ] {
            assert_eq!(read(&format!("1,,1,1,1\n{odd}\n")), None, "{odd}");
        }
    }
}
