//! One pass over a CSV (RFC 4180, UTF-8): records as they come, each with its line, in bounded memory.
//!
//! Own code, because a record of two million responses is read in the time that a page may take: see DESIGN.md.

use std::{borrow::Cow, io::Read};

use super::{
    ReadError,
    scan::{Field, Scan, count_lines, scan, whole},
};

/// Enough for a matrix of a million columns; a longer record is a file that is no CSV.
const LONGEST: usize = 64 << 20;
const CHUNK: usize = 1 << 20;

pub(crate) struct Table<R> {
    file: String,
    source: R,
    buffer: Vec<u8>,
    /// Bytes that stood before what the buffer holds now.
    gone: u64,
    start: usize,
    filled: usize,
    ended: bool,
    end: usize,
    line: u64,
    next_line: u64,
    fields: Vec<Field>,
    header: Vec<String>,
}

impl<R: Read> Table<R> {
    /// Reads the first line, which names the columns.
    pub(crate) fn open(file: &str, source: R) -> Result<Self, ReadError> {
        let mut table = Self {
            file: file.into(),
            source,
            buffer: vec![0; CHUNK],
            gone: 0,
            start: 0,
            filled: 0,
            ended: false,
            end: 0,
            line: 0,
            next_line: 1,
            fields: Vec::new(),
            header: Vec::new(),
        };
        table.skip_mark()?;
        if !table.advance()? {
            return Err(ReadError::Empty { file: file.into() });
        }
        for i in 0..table.fields.len() {
            let name = table.text(i)?.trim().to_string();
            if !name.is_empty() && table.header.contains(&name) {
                return Err(ReadError::ColumnTwice { file: file.into(), column: name });
            }
            table.header.push(name);
        }
        Ok(table)
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    pub(crate) fn find(&self, column: &str) -> Option<usize> {
        self.header.iter().position(|name| name == column)
    }

    pub(crate) fn column(&self, column: &str) -> Result<usize, ReadError> {
        self.find(column).ok_or_else(|| ReadError::NoColumn {
            file: self.file.clone(),
            column: column.into(),
            found: self.header.iter().take(12).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", "),
        })
    }

    /// Goes to the next record that has as many cells as the first line; false at the end.
    pub(crate) fn next(&mut self) -> Result<bool, ReadError> {
        if !self.advance()? {
            return Ok(false);
        }
        if self.fields.len() == self.header.len() {
            return Ok(true);
        }
        let (found, expected) = (self.fields.len(), self.header.len());
        Err(ReadError::Ragged { file: self.file.clone(), line: self.line, found, expected })
    }

    /// Goes behind the current record, reads on where no whole line is there, and gives the whole lines that are.
    pub(crate) fn ahead(&mut self) -> Result<&[u8], ReadError> {
        self.start = self.end;
        let mut length = self.whole_lines();
        if length == 0 && !self.ended {
            self.fill()?;
            length = self.whole_lines();
        }
        Ok(&self.buffer[self.start..self.start + length])
    }

    fn whole_lines(&self) -> usize {
        self.buffer[self.start..self.filled].iter().rposition(|b| *b == b'\n').map_or(0, |last| last + 1)
    }

    /// Goes behind so many of the bytes ahead, which are so many lines.
    pub(crate) fn skip(&mut self, bytes: usize, lines: u64) {
        self.end += bytes;
        self.next_line += lines;
    }

    /// How many bytes of the file lie before what is ahead.
    pub(crate) fn passed(&self) -> u64 {
        self.gone + self.end as u64
    }

    /// The bytes of a cell, as they stand there when no quote is doubled in it.
    pub(crate) fn bytes(&self, field: usize) -> &[u8] {
        self.fields.get(field).map_or(&[], |f| &self.buffer[self.start + f.from..self.start + f.to])
    }

    /// The text of a cell.
    pub(crate) fn text(&self, field: usize) -> Result<Cow<'_, str>, ReadError> {
        let text = std::str::from_utf8(self.bytes(field)).map_err(|_| self.not_utf8(field))?;
        let escaped = self.fields.get(field).is_some_and(|f| f.escaped);
        Ok(if escaped { text.replace("\"\"", "\"").into() } else { text.into() })
    }

    /// An id: text that is not empty.
    pub(crate) fn id(&self, field: usize) -> Result<Cow<'_, str>, ReadError> {
        if self.bytes(field).trim_ascii_start().is_empty() {
            return Err(self.wrong(field, "an id; it is empty"));
        }
        self.text(field)
    }

    /// A whole number.
    pub(crate) fn whole(&self, field: usize, expected: &'static str) -> Result<i64, ReadError> {
        whole(self.bytes(field)).ok_or_else(|| self.wrong(field, expected))
    }

    /// The error for a cell that does not hold what its column promises.
    pub(crate) fn wrong(&self, field: usize, expected: &'static str) -> ReadError {
        let (file, line, column) = (self.file.clone(), self.line, self.name(field));
        let value: String = String::from_utf8_lossy(self.bytes(field)).chars().take(60).collect();
        ReadError::Cell { file, line, column, value, expected }
    }

    fn not_utf8(&self, field: usize) -> ReadError {
        ReadError::Encoding { file: self.file.clone(), line: self.line, column: self.name(field) }
    }

    fn name(&self, field: usize) -> String {
        self.header.get(field).cloned().unwrap_or_else(|| (field + 1).to_string())
    }

    /// Goes to the next line that is not blank.
    fn advance(&mut self) -> Result<bool, ReadError> {
        while self.scan_record()? {
            if self.fields.len() > 1 || !self.bytes(0).is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Finds the fields of the next record; false at the end of the file.
    fn scan_record(&mut self) -> Result<bool, ReadError> {
        self.start = self.end;
        loop {
            let seen = &self.buffer[self.start..self.filled];
            if seen.is_empty() && self.ended {
                self.fields.clear();
                return Ok(false);
            }
            match scan(seen, self.ended, &mut self.fields) {
                Scan::Whole(length) => return Ok(self.accept(length)),
                Scan::Open => self.fill()?,
                Scan::BadQuote => {
                    return Err(ReadError::Quote { file: self.file.clone(), line: self.next_line });
                }
            }
        }
    }

    fn accept(&mut self, length: usize) -> bool {
        self.end = self.start + length;
        self.line = self.next_line;
        // Only a quoted field can hold a line end; the last one is the record's own.
        let quoted = self.fields.iter().any(|f| f.quoted);
        let lines = if quoted { count_lines(&self.buffer[self.start..self.end]) } else { 1 };
        self.next_line += lines;
        true
    }

    /// Reads on, behind what is not consumed yet.
    fn fill(&mut self) -> Result<(), ReadError> {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.filled -= self.start;
        self.gone += self.start as u64;
        (self.start, self.end) = (0, 0);
        if self.filled == self.buffer.len() {
            if self.filled >= LONGEST {
                return Err(ReadError::TooLong { file: self.file.clone(), line: self.next_line });
            }
            self.buffer.resize(self.filled * 2, 0);
        }
        loop {
            match self.source.read(&mut self.buffer[self.filled..]) {
                Ok(read) => {
                    self.filled += read;
                    self.ended = read == 0;
                    return Ok(());
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(source) => {
                    return Err(ReadError::Io { file: self.file.clone(), source });
                }
            }
        }
    }

    /// Leaves the byte order mark out.
    fn skip_mark(&mut self) -> Result<(), ReadError> {
        while self.filled < 3 && !self.ended {
            self.fill()?;
        }
        match self.buffer[..self.filled] {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                Err(ReadError::Encoding { file: self.file.clone(), line: 1, column: "1".into() })
            }
            [0xef, 0xbb, 0xbf, ..] => {
                self.end = 3;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out a few bytes at a time, so that every record is cut somewhere.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let n = self.1.min(self.0.len()).min(into.len());
            into[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    fn rows(text: &str, drip: usize) -> Result<Vec<(u64, Vec<String>)>, ReadError> {
        let mut table = Table::open("a.csv", Drip(text.as_bytes(), drip))?;
        let mut rows = vec![(table.line(), table.header().to_vec())];
        while table.next()? {
            let cells = (0..table.header().len()).map(|i| table.text(i).map(Cow::into_owned));
            rows.push((table.line(), cells.collect::<Result<_, _>>()?));
        }
        Ok(rows)
    }

    #[test]
    fn quotes_line_ends_and_marks() {
        let text = "\u{feff}a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n2,\"\"\n,3";
        let expected = [(1, ["a", "b"]), (2, ["1", "x, \"y\"\nz"]), (5, ["2", ""]), (6, ["", "3"])];
        for drip in [1, 2, 3, 7, 1000] {
            let found = rows(text, drip).unwrap();
            let expected = expected.iter().map(|(n, cells)| (*n, cells.map(String::from).to_vec()));
            assert_eq!(found, expected.collect::<Vec<_>>(), "{drip} bytes at a time");
        }
    }

    #[test]
    fn trouble_has_a_place() {
        let said = |text: &str| rows(text, 5).unwrap_err().to_string();
        assert!(said("").starts_with("a.csv is empty"));
        assert!(said("a,a\n").contains("\"a\""));
        assert!(said("a,b\n1,2\n3\n").contains("line 3"));
        assert!(said("a,b\n1,\"2\n3\n").contains("line 2"));
        assert!(said("a,b\n1,\"2\"3\n").contains("line 2"));
    }
}
