//! Ids of participants and statements: text outside, dense numbers inside, and one order that does not depend on
//! the order in which they were met.

use std::{cmp::Ordering, collections::HashMap};

/// Numbers below this are looked up in a table instead of a hash map: exports number participants and statements
/// from 0, and the look-up is made once for every response. 4 bytes each at the very most.
pub(crate) const TABLE: u64 = 1 << 22;
const NONE: u32 = u32::MAX;

/// Whole numbers by value, before all other ids by their bytes.
pub fn compare(a: &str, b: &str) -> Ordering {
    match (number(a.as_bytes()), number(b.as_bytes())) {
        (Some(x), Some(y)) => x.cmp(&y),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => a.cmp(b),
    }
}

/// The value of an id that is a plain whole number, written without sign and leading zeros.
fn number(digits: &[u8]) -> Option<u64> {
    let plain = match digits {
        [b'0'] => true,
        [b'1'..=b'9', rest @ ..] => rest.len() < 18 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    plain.then(|| digits.iter().fold(0, |n, d| n * 10 + u64::from(d - b'0')))
}

/// Gives each id the next free number.
#[derive(Debug, Default, Clone)]
pub(crate) struct Ids {
    table: Vec<u32>,
    rest: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Ids {
    pub(crate) fn get(&self, id: &str) -> Option<u32> {
        match number(id.as_bytes()).filter(|n| *n < TABLE) {
            Some(_) => self.plain(id.as_bytes()),
            None => self.rest.get(id).copied(),
        }
    }

    /// The number of an id that is a plain whole number and was met before: what nearly every cell of a file is.
    pub(crate) fn plain(&self, id: &[u8]) -> Option<u32> {
        self.numbered(usize::try_from(number(id)?).ok()?)
    }

    /// The number of an id that is this whole number and was met before.
    #[inline]
    pub(crate) fn numbered(&self, id: usize) -> Option<u32> {
        self.table.get(id).copied().filter(|i| *i != NONE)
    }

    pub(crate) fn index(&mut self, id: &str) -> u32 {
        if let Some(known) = self.get(id) {
            return known;
        }
        let fresh = self.names.len() as u32;
        self.names.push(id.into());
        match number(id.as_bytes()).filter(|n| *n < TABLE) {
            Some(n) => {
                let place = n as usize;
                if self.table.len() <= place {
                    self.table.resize(place + 1, NONE);
                }
                self.table[place] = fresh;
            }
            None => {
                self.rest.insert(id.into(), fresh);
            }
        }
        fresh
    }

    /// The names in canonical order, and for each number that was given out its place in that order.
    pub(crate) fn ordered(self) -> (Vec<String>, Vec<u32>) {
        let mut by_name: Vec<u32> = (0..self.names.len() as u32).collect();
        by_name.sort_unstable_by(|a, b| compare(&self.names[*a as usize], &self.names[*b as usize]));
        let mut rank = vec![0; by_name.len()];
        for (place, id) in by_name.iter().enumerate() {
            rank[*id as usize] = place as u32;
        }
        (by_name.iter().map(|id| self.names[*id as usize].to_string()).collect(), rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_by_value_before_text() {
        let mut ids = ["b", "10", "9", "007", "a", "0"];
        ids.sort_by(|a, b| compare(a, b));
        assert_eq!(ids, ["0", "9", "10", "007", "a", "b"]);
    }

    #[test]
    fn an_id_keeps_its_number() {
        let mut ids = Ids::default();
        assert_eq!((ids.index("7"), ids.index("x"), ids.index("7"), ids.index("99999999")), (0, 1, 0, 2));
        assert_eq!((ids.get("x"), ids.get("8")), (Some(1), None));
        let (names, rank) = ids.ordered();
        assert_eq!(names, ["7", "99999999", "x"]);
        assert_eq!(rank, [0, 2, 1]);
    }
}
