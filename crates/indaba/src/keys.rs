//! The keys that seal names and contacts of the exchange. They stand outside the database: whoever has the database
//! alone reads neither. Losing them loses names and contacts, and nothing else.
//!
//! A sealed value is `KEY.NONCE-AND-TEXT` in hexadecimal, XChaCha20-Poly1305 (RFC 8439, with the 192-bit nonce of
//! draft-irtf-cfrg-xchacha), bound to the row that it stands in, so that it can't be moved to another.

use crate::secret::{SecretError, hex};
use crate::store::{self, Db, Stored};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::RwLock;

/// Bytes of a nonce.
const NONCE: usize = 24;

/// Why something can't be sealed or read.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No key at all.
    #[error("there is no key to seal names and contacts with: put it back with `indaba keys import FILE`")]
    None,
    /// Sealed with a key that is not here.
    #[error("sealed with key {0}, which is not here: put it back with `indaba keys import FILE`")]
    Missing(String),
    /// Not a sealed value, or of another row.
    #[error("a sealed value is damaged or stands in another place than it was sealed for")]
    Damaged,
    /// A line of a file of keys.
    #[error("line {line} is not a key: it has to read `NAME KEY`, a name of 8 and a key of 64 hexadecimal digits")]
    Line {
        /// Line, from 1.
        line: usize,
    },
    /// The file.
    #[error("the keys at {path} can't be used: {cause}")]
    File {
        /// Where they are.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Others may read the file.
    #[error("the keys at {0} can be read by others: run `chmod 600` on it")]
    Open(PathBuf),
    /// The key that signs messages to partner servers.
    #[error("the server's key is damaged: it has to be 64 hexadecimal digits; put the file `server-key` back")]
    Server,
    /// No random bytes.
    #[error(transparent)]
    Random(#[from] SecretError),
}

/// One key.
#[derive(Clone)]
pub struct Key {
    /// Its name: in the file, and before each value that it sealed.
    pub name: String,
    bytes: [u8; 32],
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.name)
    }
}

impl Key {
    /// A new one.
    pub fn new() -> Result<Key, KeyError> {
        let mut bytes = [0; 32];
        let mut name = [0; 4];
        getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
        getrandom::fill(&mut name).map_err(SecretError::Random)?;
        Ok(Key { name: hex(&name), bytes })
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.bytes.into())
    }
}

/// The keys of a server: the last one seals, all of them read.
#[derive(Debug, Default)]
pub struct Keyring {
    keys: RwLock<Vec<Key>>,
    file: Option<PathBuf>,
}

impl Keyring {
    /// Keys in memory alone, for tests and trials.
    pub fn of(keys: Vec<Key>) -> Keyring {
        Keyring { keys: RwLock::new(keys), file: None }
    }

    /// The keys in the environment variable `INDABA_KEYS` if it is set, else those in the file `keys` of a data
    /// directory. A missing file is an empty ring: [`Keyring::make`] fills it, where nothing was sealed yet.
    pub fn open(folder: &Path) -> Result<Keyring, KeyError> {
        if let Some(text) = std::env::var_os("INDABA_KEYS") {
            let text = text.to_string_lossy().replace(';', "\n");
            return Ok(Keyring::of(read(&text)?));
        }
        let file = folder.join("keys");
        let ring = Keyring { keys: RwLock::default(), file: Some(file) };
        ring.reload()?;
        Ok(ring)
    }

    /// The keys, oldest first.
    pub fn keys(&self) -> Vec<Key> {
        self.keys.read().map(|keys| keys.clone()).unwrap_or_default()
    }

    /// Adds a new key, which seals from now on, and writes the file.
    pub fn make(&self) -> Result<Key, KeyError> {
        let key = Key::new()?;
        let mut keys = self.keys();
        keys.push(key.clone());
        self.replace(keys)?;
        Ok(key)
    }

    /// Puts keys from a file beside those that are here; gives how many were new.
    pub fn import(&self, text: &str) -> Result<usize, KeyError> {
        let (mut keys, before) = (read(text)?, self.keys());
        keys.retain(|key| before.iter().all(|known| known.name != key.name));
        let new = keys.len();
        // What is here goes on sealing.
        keys.extend(before);
        self.replace(keys)?;
        Ok(new)
    }

    /// Takes a key away.
    pub fn drop_key(&self, name: &str) -> Result<(), KeyError> {
        let mut keys = self.keys();
        keys.retain(|key| key.name != name);
        self.replace(keys)
    }

    /// As the file has them.
    pub fn export(&self) -> String {
        lines(&self.keys())
    }

    /// Seals a text for a place (`offer/ID`).
    pub fn seal(&self, place: &str, text: &str) -> Result<String, KeyError> {
        let key = self.keys().pop().ok_or(KeyError::None)?;
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(SecretError::Random)?;
        let payload = Payload { msg: text.as_bytes(), aad: place.as_bytes() };
        let sealed = key.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| KeyError::Damaged)?;
        Ok(format!("{}.{}{}", key.name, hex(&nonce), hex(&sealed)))
    }

    /// Reads what was sealed for a place. Keys that another process has added since are found in the file.
    pub fn read(&self, place: &str, sealed: &str) -> Result<String, KeyError> {
        let (name, rest) = sealed.split_once('.').ok_or(KeyError::Damaged)?;
        if !self.has(name) {
            self.reload()?;
        }
        let key = self.key(name).ok_or_else(|| KeyError::Missing(name.to_owned()))?;
        let bytes = unhex(rest).filter(|bytes| bytes.len() > NONCE).ok_or(KeyError::Damaged)?;
        let (nonce, text) = bytes.split_at(NONCE);
        let nonce = XNonce::try_from(nonce).map_err(|_| KeyError::Damaged)?;
        let payload = Payload { msg: text, aad: place.as_bytes() };
        let text = key.cipher().decrypt(&nonce, payload).map_err(|_| KeyError::Damaged)?;
        String::from_utf8(text).map_err(|_| KeyError::Damaged)
    }

    /// How many sealed values of a store have no key here.
    pub async fn unread(&self, db: &Db) -> Stored<usize> {
        let sealed = store::sealed::all(&mut db.read().await?).await?;
        Ok(sealed.iter().filter(|(_, value)| !self.has(sealed_with(value))).count())
    }

    /// Whether a key is here.
    pub fn has(&self, name: &str) -> bool {
        self.key(name).is_some()
    }

    fn key(&self, name: &str) -> Option<Key> {
        self.keys().into_iter().find(|key| key.name == name)
    }

    fn reload(&self) -> Result<(), KeyError> {
        let Some(file) = &self.file else { return Ok(()) };
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(cause) => return Err(KeyError::File { path: file.clone(), cause }),
        };
        private(file)?;
        self.put(read(&text)?);
        Ok(())
    }

    fn put(&self, new: Vec<Key>) {
        if let Ok(mut keys) = self.keys.write() {
            *keys = new;
        }
    }

    /// The file first, so that nothing is ever sealed with a key that is not on disk.
    fn replace(&self, new: Vec<Key>) -> Result<(), KeyError> {
        if let Some(file) = &self.file {
            write_private(file, &lines(&new)).map_err(|cause| KeyError::File { path: file.clone(), cause })?;
        }
        self.put(new);
        Ok(())
    }
}

/// The name of the key that sealed a value.
pub fn sealed_with(sealed: &str) -> &str {
    sealed.split_once('.').map_or("", |(name, _)| name)
}

/// `NAME KEY`, a line each.
fn lines(keys: &[Key]) -> String {
    keys.iter().fold(String::new(), |all, key| all + &key.name + " " + &hex(&key.bytes) + "\n")
}

fn read(text: &str) -> Result<Vec<Key>, KeyError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(n, line)| key(line).ok_or(KeyError::Line { line: n + 1 })).collect()
}

fn key(line: &str) -> Option<Key> {
    let (name, rest) = line.trim().split_once(' ')?;
    let bytes = unhex(rest.trim())?.try_into().ok()?;
    (name.len() == 8 && unhex(name).is_some()).then(|| Key { name: name.to_owned(), bytes })
}

/// The bytes behind hexadecimal digits.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect())
}

/// Writes a file that its owner alone may read, whole or not at all.
pub fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let half = file.with_extension("part");
    let mut options = std::fs::OpenOptions::new();
    let mut out = options.write(true).create(true).truncate(true).mode(0o600).open(&half)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    std::fs::rename(&half, file)
}

/// Refuses a file that others may read.
pub(crate) fn private(file: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::metadata(file).map_err(|cause| KeyError::File { path: file.to_owned(), cause })?;
    if found.permissions().mode().trailing_zeros() >= 6 { Ok(()) } else { Err(KeyError::Open(file.to_owned())) }
}
