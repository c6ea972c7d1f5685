//! Where the files of a record go: one zip or a folder. Each file is written as it comes, counted and hashed on the
//! way; the same files give the same bytes.

use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A record could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file or folder.
    #[error("{file}: {cause}; give a place that can be written")]
    File {
        /// Which one.
        file: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The zip.
    #[error("the zip could not be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The zip, while it grows.
    #[error("the zip could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A row.
    #[error("a row could not be written: {0}")]
    Row(#[from] csv::Error),
}

/// One file of a record, as the manifest names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Path inside the record.
    pub name: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Size.
    pub bytes: u64,
    /// Rows below the header; none where it is no table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

enum Place {
    Zip(Box<ZipWriter<Cursor<Vec<u8>>>>),
    Folder { root: PathBuf, open: Option<BufWriter<File>> },
}

/// A record while it is written.
pub struct Pack {
    place: Place,
    hash: Sha256,
    bytes: u64,
    files: Vec<Listed>,
}

fn trouble(path: &Path) -> impl FnOnce(std::io::Error) -> PackError + '_ {
    move |cause| PackError::File { file: path.display().to_string(), cause }
}

impl Pack {
    /// A zip in memory: compressed, so it stays small beside what it holds.
    pub fn zip() -> Pack {
        Pack::new(Place::Zip(Box::new(ZipWriter::new(Cursor::new(Vec::new())))))
    }

    /// A folder; it is made if need be.
    pub fn folder(root: &Path) -> Result<Pack, PackError> {
        std::fs::create_dir_all(root).map_err(trouble(root))?;
        Ok(Pack::new(Place::Folder { root: root.to_owned(), open: None }))
    }

    fn new(place: Place) -> Pack {
        Pack { place, hash: Sha256::new(), bytes: 0, files: Vec::new() }
    }

    /// Starts a file.
    pub fn begin(&mut self, name: &str) -> Result<(), PackError> {
        self.hash = Sha256::new();
        self.bytes = 0;
        self.files.push(Listed { name: name.to_owned(), sha256: String::new(), bytes: 0, rows: None });
        match &mut self.place {
            // A fixed time: the moment of export is in the manifest and nowhere else.
            Place::Zip(zip) => zip.start_file(
                name,
                SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(DateTime::default())
                    .unix_permissions(0o644)
                    .large_file(false),
            )?,
            Place::Folder { root, open } => {
                let path = root.join(name);
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).map_err(trouble(folder))?;
                }
                *open = Some(BufWriter::new(File::create(&path).map_err(trouble(&path))?));
            }
        }
        Ok(())
    }

    /// Adds to the file that was started.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        match &mut self.place {
            Place::Zip(zip) => zip.write_all(bytes)?,
            Place::Folder { open, .. } => {
                if let Some(file) = open {
                    file.write_all(bytes)?;
                }
            }
        }
        Ok(())
    }

    /// Ends the file that was started.
    pub fn end(&mut self, rows: Option<u64>) -> Result<(), PackError> {
        if let Place::Folder { open, .. } = &mut self.place
            && let Some(mut file) = open.take()
        {
            file.flush()?;
        }
        let hash = std::mem::take(&mut self.hash).finalize();
        if let Some(file) = self.files.last_mut() {
            (file.sha256, file.bytes, file.rows) = (crate::secret::hex(&hash), self.bytes, rows);
        }
        Ok(())
    }

    /// A whole file at once.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        self.begin(name)?;
        self.write(bytes)?;
        self.end(None)
    }

    /// What was written so far.
    pub fn files(&self) -> &[Listed] {
        &self.files
    }

    /// The zip's bytes; none for a folder.
    pub fn finish(self) -> Result<Vec<u8>, PackError> {
        match self.place {
            Place::Zip(zip) => Ok(zip.finish()?.into_inner()),
            Place::Folder { .. } => Ok(Vec::new()),
        }
    }
}

/// A table while it is written: RFC 4180 with `\n`, rows counted.
pub struct Table<'a> {
    pack: &'a mut Pack,
    rows: u64,
}

impl<'a> Table<'a> {
    /// Starts a table with its header.
    pub fn begin(pack: &'a mut Pack, name: &str, header: &[&str]) -> Result<Table<'a>, PackError> {
        pack.begin(name)?;
        let mut table = Table { pack, rows: 0 };
        table.put(header.iter().copied())?;
        Ok(table)
    }

    /// Adds rows.
    pub fn rows<const N: usize>(&mut self, rows: impl IntoIterator<Item = [String; N]>) -> Result<(), PackError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in rows {
            writer.write_record(&row)?;
            self.rows += 1;
        }
        let bytes = writer.into_inner().map_err(|e| PackError::Write(std::io::Error::other(e.to_string())))?;
        self.pack.write(&bytes)
    }

    /// Adds rows whose columns come from a list.
    pub fn any(&mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Result<(), PackError> {
        for row in rows {
            self.put(row.iter().map(String::as_str))?;
            self.rows += 1;
        }
        Ok(())
    }

    fn put<'b>(&mut self, row: impl Iterator<Item = &'b str>) -> Result<(), PackError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(row)?;
        let bytes = writer.into_inner().map_err(|e| PackError::Write(std::io::Error::other(e.to_string())))?;
        self.pack.write(&bytes)
    }

    /// Ends the table; gives its number of rows.
    pub fn end(self) -> Result<u64, PackError> {
        self.pack.end(Some(self.rows))?;
        Ok(self.rows)
    }
}
