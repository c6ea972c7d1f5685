//! The subcommands, one file each.

pub mod backup;
mod backup_digest;
pub mod bench;
pub mod check;
pub mod corridors;
pub mod demo;
pub mod exchange;
pub mod export;
pub mod import;
pub mod invite;
pub mod keys;
pub mod landing;
mod landing_watch;
pub mod landscape;
mod landscape_input;
mod landscape_since;
pub mod open;
pub mod partner;
pub mod practices;
pub mod read_document;
pub mod record;
pub mod restore;
pub mod serve;
mod serve_mail;
pub mod summary;
pub mod token;
pub mod vocab;

use crate::keys::Keyring;
use crate::lang::Lang;
use crate::partner::key::ServerKey;
use crate::partner::trust::Trust;
use crate::store::Db;
use ::exchange::Vocabulary;
use anyhow::Context;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a server's data are.
#[derive(Debug, Clone, clap::Args)]
pub struct Place {
    /// The data directory (default: the platform's data folder)
    #[arg(long, value_name = "DIR", env = "INDABA_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// A PostgreSQL server (`postgres://user@host/name`) in place of the built-in store
    #[arg(long, value_name = "ADDRESS", env = "INDABA_DATABASE", hide_env_values = true, global = true)]
    pub database: Option<String>,
}

impl Place {
    /// The data directory.
    pub fn folder(&self) -> anyhow::Result<PathBuf> {
        if let Some(data) = &self.data {
            return Ok(data.clone());
        }
        let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".local/share"));
        let base = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).or_else(home);
        Ok(base.context("there is no home folder: say where the data are with --data DIR")?.join("indaba"))
    }

    /// The file of the built-in store.
    pub fn file(&self) -> anyhow::Result<PathBuf> {
        Ok(self.folder()?.join("indaba.db"))
    }

    /// Opens the store and brings it to this version.
    pub async fn open(&self) -> anyhow::Result<Db> {
        if let Some(address) = &self.database {
            return Ok(Db::open(address).await?);
        }
        let folder = self.folder()?;
        std::fs::create_dir_all(&folder).with_context(|| format!("the folder {} can't be made", folder.display()))?;
        let file = self.file()?;
        let address = file.to_str().with_context(|| format!("{} is not a readable path", file.display()))?;
        Ok(Db::open(address).await?)
    }
}

impl Place {
    /// Opens a store that has to be there.
    pub async fn open_existing(&self) -> anyhow::Result<Db> {
        let file = self.file()?;
        if self.database.is_none() && !file.exists() {
            anyhow::bail!("there are no data at {}: say where they are with --data DIR", file.display());
        }
        self.open().await
    }
}

/// What a server takes from its data directory beside the store.
#[derive(Debug)]
pub struct Stock {
    /// The keys that seal names and contacts.
    pub keys: Arc<Keyring>,
    /// The key that signs what partner servers are told.
    pub server_key: Arc<ServerKey>,
    /// Whose certificates are believed when partner servers are spoken with.
    pub trust: Trust,
    /// The mail server, where one was named.
    pub mail: Option<Arc<crate::mail::Mailer>>,
    /// The vocabulary.
    pub vocabulary: Arc<Vocabulary>,
    /// The records of corridors, in place of those that come with the program.
    pub records: Option<Arc<::corridors::Pack>>,
    /// The assumptions of the model of corridors, in place of those that come with the program.
    pub assumptions: Option<Arc<crate::corridors::Table>>,
}

impl Place {
    /// Reads it. A first key is made where nothing was sealed yet; where the keys of what was sealed are missing, the
    /// server starts all the same and says so: names and contacts can't be read, everything else can.
    pub async fn stock(&self, db: &Db) -> anyhow::Result<Stock> {
        let folder = self.folder()?;
        std::fs::create_dir_all(&folder).with_context(|| format!("the folder {} can't be made", folder.display()))?;
        let keys = Keyring::open(&folder)?;
        let unread = keys.unread(db).await?;
        if unread == 0 && keys.keys().is_empty() {
            keys.make()?;
        }
        crate::practice::sealing::seal_all(db, &keys).await?;
        if unread > 0 {
            tell(&format!(
                "{unread} names and contacts are sealed with keys that are not here; everything else works. \
                 Put the keys back with `indaba keys import FILE`; if they are lost for good, \
                 `indaba keys rotate --without-lost` makes a new one.",
            ));
        }
        Ok(Stock {
            keys: Arc::new(keys),
            server_key: Arc::new(ServerKey::open(&folder)?),
            trust: Trust::usual()?,
            mail: None,
            vocabulary: Arc::new(crate::vocabulary::load(&folder)?),
            records: None,
            assumptions: None,
        })
    }
}

/// A language that reports are written in.
pub fn language(code: &str) -> anyhow::Result<Lang> {
    let offered: Vec<&str> = Lang::offered().map(Lang::code).collect();
    let lang = Lang::parse(code).filter(|lang| offered.contains(&lang.code()));
    lang.with_context(|| {
        format!("\"{code}\" is no language that a report is written in: take one of {}", offered.join(", "))
    })
}

/// Writes to a file, or to standard output where the file is `-`.
pub fn put(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if file == Path::new("-") {
        std::io::stdout().lock().write_all(bytes)?;
        return Ok(());
    }
    std::fs::write(file, bytes).with_context(|| format!("{} can't be written", file.display()))
}

/// A line on standard output.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// A line on standard error: progress and advice, apart from what was asked for.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
