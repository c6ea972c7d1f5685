//! A pack as bytes: a mark, a version, whole numbers of variable length, a sum at the end. Each row tells its change
//! from year to year, which is small.

use super::{Bilateral, National, Pack, PackError, RouteYear, Routes};
use crate::code::{Code, Corridor, Country};

const MARK: &[u8] = b"INDABA-CORRIDORS\n";
/// Raised whenever a series is added before others or the layout changes.
const VERSION: u64 = 2;
/// More than any pack has; a damaged length is found before it is believed.
const MOST: u64 = 1 << 22;

pub(super) fn encode(pack: &Pack) -> Vec<u8> {
    let mut w = Writer(MARK.to_vec());
    w.whole(VERSION);
    w.whole(pack.countries.len() as u64);
    for country in &pack.countries {
        w.0.extend(country.code.bytes());
        w.whole(u64::from(country.m49));
    }
    w.whole(pack.corridors.len() as u64);
    let mut last = 0;
    for corridor in &pack.corridors {
        let key = u64::from(corridor.origin) << 16 | u64::from(corridor.dest);
        w.whole(key - last);
        last = key;
    }
    w.whole(u64::from(pack.threshold));
    w.whole(pack.flow_countries.len() as u64);
    pack.flow_countries.iter().for_each(|c| w.whole(u64::from(*c)));
    w.whole(pack.written.len() as u64);
    for (code, place) in &pack.written {
        w.0.extend(code.bytes());
        w.whole(u64::from(*place));
    }
    w.whole(pack.bilateral.len() as u64);
    for (key, table) in &pack.bilateral {
        w.whole(u64::from(*key));
        w.years(&table.years);
        let rows = pack.corridors.len();
        (0..rows).for_each(|row| w.row(table.row(row).iter().map(|v| (*v > 0).then_some(i64::from(*v)))));
    }
    w.whole(pack.national.len() as u64);
    for (key, table) in &pack.national {
        w.whole(u64::from(*key));
        w.years(&table.years);
        (0..pack.countries.len()).for_each(|row| w.row(table.row(row).iter().copied()));
    }
    w.whole(u64::from(!pack.distances.is_empty()));
    let n = pack.countries.len();
    if !pack.distances.is_empty() {
        (0..n).for_each(|a| (0..a).for_each(|b| w.whole(u64::from(pack.distances[a * n + b]))));
    }
    w.routes(&pack.routes.deaths);
    w.routes(&pack.routes.detections);
    let sum = checksum(&w.0);
    w.0.extend(sum.to_le_bytes());
    w.0
}

pub(super) fn decode(bytes: &[u8]) -> Result<Pack, PackError> {
    let body = bytes.strip_prefix(MARK).ok_or(PackError::NotAPack)?;
    let mut r = Reader(body);
    let found = r.whole()?;
    if found != VERSION {
        return Err(PackError::Version { found, expected: VERSION });
    }
    let split = bytes.len().checked_sub(8).filter(|s| *s > MARK.len()).ok_or(PackError::Damaged)?;
    let (told, sum) = bytes.split_at(split);
    if checksum(told).to_le_bytes() != sum {
        return Err(PackError::Damaged);
    }
    r.0 = &r.0[..r.0.len() - 8];
    body_of(&mut r)
}

fn body_of(r: &mut Reader) -> Result<Pack, PackError> {
    let mut pack = Pack::default();
    for _ in 0..r.count()? {
        let code = r.code()?;
        pack.countries.push(Country { code, m49: r.small()? });
    }
    let n = pack.countries.len();
    bounded(n, n)?;
    let place = |value: u64| if (value as usize) < n { Ok(value as u16) } else { Err(PackError::Damaged) };
    let mut key = 0_u64;
    for _ in 0..r.count()? {
        key = key.checked_add(r.whole()?).filter(|k| *k < 1 << 32).ok_or(PackError::Damaged)?;
        pack.corridors.push(Corridor { origin: place(key >> 16)?, dest: place(key & 0xffff)? });
    }
    pack.threshold = u32::try_from(r.whole()?).map_err(|_| PackError::Damaged)?;
    for _ in 0..r.count()? {
        pack.flow_countries.push(place(r.whole()?)?);
    }
    for _ in 0..r.count()? {
        let code = r.code()?;
        pack.written.push((code, place(r.whole()?)?));
    }
    for _ in 0..r.count()? {
        let (key, years) = (r.key()?, r.years()?);
        bounded(pack.corridors.len(), years.len())?;
        let mut table = Bilateral::new(years, pack.corridors.len());
        for row in 0..pack.corridors.len() {
            let width = table.years.len();
            for (c, value) in r.row(width)?.into_iter().enumerate() {
                table.cells[row * width + c] = u32::try_from(value.unwrap_or(0)).map_err(|_| PackError::Damaged)?;
            }
        }
        pack.bilateral.insert(key, table);
    }
    for _ in 0..r.count()? {
        let (key, years) = (r.key()?, r.years()?);
        let mut table = National::new(years, 0);
        for _ in 0..n {
            let row = r.row(table.years.len())?;
            table.cells.extend(row);
        }
        pack.national.insert(key, table);
    }
    if r.whole()? == 1 {
        pack.distances = vec![0; n * n];
        for a in 0..n {
            for b in 0..a {
                let tens = r.small()?;
                pack.distances[a * n + b] = tens;
                pack.distances[b * n + a] = tens;
            }
        }
    }
    pack.routes = Routes { deaths: r.routes()?, detections: r.routes()? };
    if r.0.is_empty() { Ok(pack) } else { Err(PackError::Damaged) }
}

/// A table that no records fill is a damaged length.
fn bounded(rows: usize, years: usize) -> Result<(), PackError> {
    if rows.saturating_mul(years) <= 1 << 26 { Ok(()) } else { Err(PackError::Damaged) }
}

/// FNV-1a: finds what was cut or changed by accident; nobody's signature.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3))
}

struct Writer(Vec<u8>);

impl Writer {
    fn whole(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn signed(&mut self, value: i64) {
        self.whole(((value << 1) ^ (value >> 63)) as u64);
    }

    fn years(&mut self, years: &[i32]) {
        self.whole(years.len() as u64);
        for year in years {
            self.signed(i64::from(*year));
        }
    }

    fn routes(&mut self, rows: &[RouteYear]) {
        self.whole(rows.len() as u64);
        for (name, year, figure) in rows {
            self.whole(name.len() as u64);
            self.0.extend(name.as_bytes());
            self.signed(i64::from(*year));
            self.whole(u64::from(*figure));
        }
    }

    /// Which years there are, eight to a byte, then the changes between them; nothing at all is one byte.
    fn row(&mut self, row: impl Iterator<Item = Option<i64>>) {
        let row: Vec<Option<i64>> = row.collect();
        if row.iter().all(Option::is_none) {
            self.0.push(0);
            return;
        }
        self.0.push(1);
        for eight in row.chunks(8) {
            self.0.push(eight.iter().enumerate().fold(0, |bits, (i, v)| bits | u8::from(v.is_some()) << i));
        }
        let mut last = 0;
        for value in row.into_iter().flatten() {
            self.signed(value.wrapping_sub(last));
            last = value;
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Result<&[u8], PackError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(PackError::Damaged)?;
        self.0 = rest;
        Ok(head)
    }

    fn whole(&mut self) -> Result<u64, PackError> {
        let mut value = 0_u64;
        for place in 0..10 {
            let byte = self.take(1)?[0];
            value |= u64::from(byte & 0x7f).checked_shl(7 * place).ok_or(PackError::Damaged)?;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(PackError::Damaged)
    }

    fn signed(&mut self) -> Result<i64, PackError> {
        let value = self.whole()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    fn count(&mut self) -> Result<u64, PackError> {
        self.whole().and_then(|count| if count < MOST { Ok(count) } else { Err(PackError::Damaged) })
    }

    fn small(&mut self) -> Result<u16, PackError> {
        u16::try_from(self.whole()?).map_err(|_| PackError::Damaged)
    }

    fn key(&mut self) -> Result<u8, PackError> {
        u8::try_from(self.whole()?).map_err(|_| PackError::Damaged)
    }

    fn code(&mut self) -> Result<Code, PackError> {
        let text = std::str::from_utf8(self.take(3)?).map_err(|_| PackError::Damaged)?;
        Code::parse(text).ok_or(PackError::Damaged)
    }

    fn years(&mut self) -> Result<Vec<i32>, PackError> {
        let count = self.count()?;
        if count > 1000 {
            return Err(PackError::Damaged);
        }
        let year = |value: i64| i32::try_from(value).map_err(|_| PackError::Damaged);
        (0..count).map(|_| self.signed().and_then(year)).collect()
    }

    fn row(&mut self, width: usize) -> Result<Vec<Option<i64>>, PackError> {
        if self.take(1)?[0] == 0 {
            return Ok(vec![None; width]);
        }
        let bits = self.take(width.div_ceil(8))?.to_vec();
        let mut last = 0_i64;
        let mut cell = |c: usize| -> Result<Option<i64>, PackError> {
            if bits[c / 8] >> (c % 8) & 1 == 0 {
                return Ok(None);
            }
            last = last.wrapping_add(self.signed()?);
            Ok(Some(last))
        };
        (0..width).map(&mut cell).collect()
    }

    fn routes(&mut self) -> Result<Vec<RouteYear>, PackError> {
        (0..self.count()?).map(|_| self.route()).collect()
    }

    fn route(&mut self) -> Result<RouteYear, PackError> {
        let length = self.count()? as usize;
        let name = String::from_utf8(self.take(length)?.to_vec()).map_err(|_| PackError::Damaged)?;
        let year = i32::try_from(self.signed()?).map_err(|_| PackError::Damaged)?;
        Ok((name, year, u32::try_from(self.whole()?).map_err(|_| PackError::Damaged)?))
    }
}
