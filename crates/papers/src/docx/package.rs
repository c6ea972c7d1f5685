//! The zip package. What a member claims about its size is never believed: bytes are counted while they come out.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::xml::{self, Node};
use crate::limits::within;
use crate::{Limits, ReadError, encoding};

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still come out.
    left: usize,
    limits: &'a Limits,
}

/// A package that claims to unpack to more than this many times its size is a bomb, whatever part it hides in.
const RATIO: u64 = 200;

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Package<'a>, ReadError> {
        if !bytes.starts_with(b"PK") {
            let reason = "it does not begin like a zip package".to_owned();
            return Err(ReadError::NotThis { format: "DOCX", reason });
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("the zip package", &error.to_string()))?;
        within("the number of files in the package", archive.len(), limits.members, "send the paper itself")?;
        let mut package = Package { archive, left: limits.unpacked, limits };
        package.check_claims(bytes.len())?;
        Ok(package)
    }

    fn check_claims(&mut self, packed: usize) -> Result<(), ReadError> {
        let mut claimed = 0_u64;
        for at in 0..self.archive.len() {
            let member =
                self.archive.by_index_raw(at).map_err(|error| damaged("the zip package", &error.to_string()))?;
            claimed = claimed.saturating_add(member.size());
        }
        let most = (packed as u64).saturating_mul(RATIO).max(self.limits.unpacked as u64);
        if claimed <= most {
            return Ok(());
        }
        Err(too_much(&format!("{claimed} bytes"), most))
    }

    /// The path of the main document, as the package's relations say.
    pub fn main_part(&mut self) -> Result<String, ReadError> {
        let mut main = None;
        if let Some(text) = self.part("_rels/.rels")? {
            xml::walk("_rels/.rels", &text, self.limits, |node| {
                if let Node::Open { name: "Relationship", attributes } = node {
                    let kind = xml::attribute(attributes, "Type").unwrap_or_default();
                    if kind.ends_with("/officeDocument") {
                        main = xml::attribute(attributes, "Target")
                            .map(|target| target.trim_start_matches('/').to_owned());
                    }
                }
                Ok(())
            })?;
        }
        let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
        if self.archive.index_for_name(&main).is_some() && !main.starts_with("xl/") && !main.starts_with("ppt/") {
            return Ok(main);
        }
        let reason = "it is a zip package, but there is no Word document in it".to_owned();
        Err(ReadError::NotThis { format: "DOCX", reason })
    }

    /// The text of a part, if the package has it.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(at) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        {
            let member = self.archive.by_index(at).map_err(|error| unreadable(name, &error))?;
            let mut bounded = member.take(self.left as u64 + 1);
            bounded.read_to_end(&mut bytes).map_err(|error| damaged(name, &error.to_string()))?;
        }
        if bytes.len() > self.left {
            return Err(too_much(
                &format!("more than {} bytes, in {name}", self.limits.unpacked),
                self.limits.unpacked as u64,
            ));
        }
        self.left -= bytes.len();
        let text = encoding::decode(&bytes).map_err(|error| damaged(name, &error.to_string()))?;
        Ok(Some(text.into_owned()))
    }

    /// The names of parts that begin with `start`, in order, at most `most`.
    pub fn names_with(&self, start: &str, most: usize) -> Vec<String> {
        let names = self.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned);
        let mut names: Vec<String> = names.filter(|name| name.starts_with(start)).collect();
        names.sort();
        names.truncate(most);
        names
    }
}

fn too_much(found: &str, limit: u64) -> ReadError {
    let advice = "no paper needs that; save it again without pictures";
    ReadError::TooMuch { what: "what the package unpacks to", found: found.to_owned(), limit, advice }
}

fn unreadable(name: &str, error: &zip::result::ZipError) -> ReadError {
    let text = error.to_string();
    if text.to_lowercase().contains("password") {
        return ReadError::Encrypted("DOCX");
    }
    damaged(name, &text)
}

fn damaged(part: &str, reason: &str) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), reason: reason.to_owned() }
}
