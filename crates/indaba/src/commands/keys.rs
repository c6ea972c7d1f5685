//! `indaba keys`: the keys that seal names and contacts of the exchange.

use super::{Place, put, say};
use crate::keys::{Keyring, sealed_with, write_private};
use crate::practice::sealing::seal_all;
use crate::store::{self, Db};
use anyhow::{Context, bail};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Show, change and keep the keys that seal names and contacts
///
/// They stand in the file `keys` of the data directory (or in `INDABA_KEYS`), never in the database. Losing them loses
/// names and contacts, and nothing else.
#[derive(Debug, clap::Args)]
pub struct Keys {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Which keys there are, and how much each has sealed
    Show,
    /// Make a new key and seal everything with it; the former stays until it is dropped
    Rotate {
        /// Go on where keys are lost for good: what they sealed stays unread, and its owners give it again
        #[arg(long)]
        without_lost: bool,
    },
    /// Write the keys to a file that you alone can read; `-` is standard output
    Export {
        /// The file
        file: PathBuf,
    },
    /// Put keys from a file beside those that are here
    Import {
        /// The file that `indaba keys export` wrote
        file: PathBuf,
    },
    /// Take a key away that seals nothing any more
    Drop {
        /// Its name, as `indaba keys show` prints it
        name: String,
    },
}

impl Keys {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let keys = Keyring::open(&self.place.folder()?)?;
        if let What::Import { file } = &self.what {
            std::fs::create_dir_all(self.place.folder()?)?;
            let text = std::fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()))?;
            let new = keys.import(&text).with_context(|| file.display().to_string())?;
            say(&format!("{new} keys were added."));
            return Ok(());
        }
        let db = self.place.open_existing().await?;
        let done = self.on(&keys, &db).await;
        db.close().await;
        done
    }

    async fn on(&self, keys: &Keyring, db: &Db) -> anyhow::Result<()> {
        match &self.what {
            What::Show => show(keys, db).await,
            What::Rotate { without_lost } => rotate(keys, db, *without_lost).await,
            What::Export { file } if file.as_os_str() == "-" => put(file, keys.export().as_bytes()),
            What::Export { file } => {
                if file.exists() {
                    bail!("{} exists already: choose another name, so that no key is lost", file.display());
                }
                write_private(file, &keys.export()).with_context(|| format!("{} can't be written", file.display()))?;
                say(&format!("The keys are in {}. Keep them apart from the backups.", file.display()));
                Ok(())
            }
            What::Drop { name } => forget(keys, db, name).await,
            What::Import { .. } => Ok(()),
        }
    }
}

/// How many values each key has sealed.
async fn sealed_by_key(db: &Db) -> anyhow::Result<BTreeMap<String, usize>> {
    let mut counts = BTreeMap::new();
    for (_, sealed) in store::sealed::all(&mut db.read().await?).await? {
        *counts.entry(sealed_with(&sealed).to_owned()).or_default() += 1;
    }
    Ok(counts)
}

async fn show(keys: &Keyring, db: &Db) -> anyhow::Result<()> {
    let mut counts = sealed_by_key(db).await?;
    let here = keys.keys();
    for key in &here {
        let seals = here.last().is_some_and(|last| last.name == key.name);
        let n = counts.remove(&key.name).unwrap_or(0);
        say(&format!("{}  has sealed {n}{}", key.name, if seals { ", seals now" } else { "" }));
    }
    for (name, n) in counts {
        say(&format!("{name}  is missing: {n} names and contacts can't be read"));
    }
    Ok(())
}

/// Seals everything anew in one transaction; the new key is on disk before anything is sealed with it.
async fn rotate(keys: &Keyring, db: &Db, without_lost: bool) -> anyhow::Result<()> {
    let missing = sealed_by_key(db).await?.keys().filter(|name| !keys.has(name)).count();
    if missing > 0 && !without_lost {
        bail!(
            "{missing} keys are missing (see `indaba keys show`); nothing was changed. Put them back with \
             `indaba keys import FILE`, or, where they are lost for good, say `indaba keys rotate --without-lost`: \
             what they sealed stays unread until its owners give it again"
        );
    }
    let key = keys.make()?;
    seal_all(db, keys).await?;
    let mut c = db.write().await?;
    let (all, lost): (Vec<_>, Vec<_>) =
        store::sealed::all(&mut c).await?.into_iter().partition(|(_, sealed)| keys.has(sealed_with(sealed)));
    for (place, sealed) in &all {
        let text = keys.read(place, sealed).with_context(|| place.clone())?;
        store::sealed::put(&mut c, place, sealed, &keys.seal(place, &text)?).await?;
    }
    c.commit().await?;
    say(&format!("{} names and contacts are sealed with the new key {}.", all.len(), key.name));
    if !lost.is_empty() {
        say(&format!(
            "{} stay unread: their owners are asked for them when they next change what they belong to.",
            lost.len()
        ));
    }
    say("A server that is running takes it up with the next restart; drop the former key after that.");
    Ok(())
}

async fn forget(keys: &Keyring, db: &Db, name: &str) -> anyhow::Result<()> {
    if !keys.has(name) {
        bail!("there is no key {name}: see `indaba keys show`");
    }
    let n = sealed_by_key(db).await?.get(name).copied().unwrap_or(0);
    if n > 0 {
        bail!("key {name} still seals {n} names and contacts: run `indaba keys rotate` first");
    }
    if keys.keys().last().is_some_and(|last| last.name == name) {
        bail!("key {name} is the one that seals: run `indaba keys rotate` first");
    }
    keys.drop_key(name)?;
    say(&format!("Key {name} is gone."));
    Ok(())
}
