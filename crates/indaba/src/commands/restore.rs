//! `indaba restore`: the data of a backup into an empty data directory.

use super::backup::{beside, settle};
use super::backup_digest::{Whole, verify};
use super::check::troubles;
use super::{Place, say};
use crate::keys::Keyring;
use crate::store::Db;
use anyhow::{Context, bail};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bring the data of a backup into an empty data directory
///
/// The backup is compared with its digest before anything is touched, and checked before it takes its place.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The file that `indaba backup` wrote
    file: PathBuf,
    /// The file that `indaba keys export` wrote: without it names and contacts of the exchange can't be read
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        if self.place.database.is_some() {
            bail!("the data go to a PostgreSQL server: restore them with its own tool, `pg_restore`");
        }
        let file = self.place.file()?;
        if file.exists() {
            bail!(
                "{} exists already: restore into an empty directory with --data DIR; nothing was changed",
                file.display()
            );
        }
        let folder = self.place.folder()?;
        let whole = verify(&self.file)
            .with_context(|| format!("{} is not restored; nothing was changed", self.file.display()))?;
        let keys = self.keys.as_ref().map(fs::read_to_string).transpose().context("the file of keys can't be read")?;
        fs::create_dir_all(&folder).with_context(|| format!("the folder {} can't be made", folder.display()))?;
        let half = beside(&file, "part");
        let ring = Keyring::open(&folder)?;
        if let Some(keys) = &keys {
            ring.import(keys)?;
        }
        let restored = bring(&self.file, whole, &half, &file, &ring).await;
        if restored.is_err() {
            discard(&half);
        }
        let unread = restored?;
        say(&format!("The data of {} are in {}", self.file.display(), folder.display()));
        if whole.verified {
            say("The backup fits its digest (SHA-256): it is what was written.");
        } else {
            say(
                "This backup is of an earlier version and has no digest: the store in it is whole, but whether a letter \
                 or figure has changed since it was written can't be told.",
            );
        }
        if unread > 0 {
            say(&format!(
                "{unread} names and contacts are sealed with keys that are not here; everything else is whole. \
                 Put the keys back with `indaba keys import FILE`."
            ));
        }
        Ok(())
    }
}

/// Copies, opens and checks beside the place, and only a good store comes under its name.
/// Gives how many sealed values have no key.
async fn bring(from: &Path, whole: Whole, half: &Path, file: &Path, keys: &Keyring) -> anyhow::Result<usize> {
    copy(from, whole.store, half).with_context(|| format!("{} can't be copied", from.display()))?;
    let db = Db::open(half.to_str().context("the data directory's name is not readable text")?).await?;
    let wrong = troubles(&db).await?;
    let unread = keys.unread(&db).await?;
    db.close().await;
    if let Some(first) = wrong.first() {
        bail!("{} is damaged ({first}); nothing was changed", from.display());
    }
    settle(half, file)?;
    Ok(unread)
}

/// Copies the store without its seal; who may read it stays as it is.
fn copy(from: &Path, bytes: u64, to: &Path) -> std::io::Result<()> {
    let mut copy = fs::File::create(to)?;
    std::io::copy(&mut fs::File::open(from)?.take(bytes), &mut copy)?;
    copy.set_permissions(fs::metadata(from)?.permissions())
}

/// With what SQLite writes beside an open file.
fn discard(half: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = half.as_os_str().to_owned();
        name.push(ending);
        let _ = fs::remove_file(name);
    }
}
