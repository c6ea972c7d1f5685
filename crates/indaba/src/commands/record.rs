//! `indaba record`: what leaves the program, as a zip or a folder.

use super::{Place, put};
use crate::app;
use crate::live::publication;
use crate::record::{self, Face, Pack};
use crate::store;
use anyhow::Context;
use std::path::{Path, PathBuf};

/// The faces that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Wanted {
    /// Everything, for the secretariat and auditors
    Full,
    /// What the dialogue publishes
    Public,
}

/// Write the record of a dialogue
#[derive(Debug, clap::Args)]
pub struct Record {
    /// The dialogue (`mc-inf-257`)
    slug: String,
    /// What is in it
    #[arg(long, value_enum, default_value = "public")]
    face: Wanted,
    /// A file ending in .zip, a folder, or `-` for a zip on standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Record {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let db = self.place.open().await?;
        let key = app::server_key(&db).await?;
        let now = store::now();
        let convened = app::convened(&mut db.read().await?, &self.slug).await?;
        let convened = convened.with_context(|| format!("there is no dialogue `{}`", self.slug))?;
        publication::renew_all(&db, &convened, now).await?;
        let mut c = db.snapshot().await?;
        let face = match self.face {
            Wanted::Full => Face::Full,
            Wanted::Public => Face::public(&convened, now),
        };
        let zipped = self.out == Path::new("-") || self.out.extension().is_some_and(|e| e.eq_ignore_ascii_case("zip"));
        let pack = if zipped { Pack::zip() } else { Pack::folder(&self.out)? };
        let (_, bytes) = record::write(&mut c, &convened, face, &key, now, pack).await?;
        drop(c);
        db.close().await;
        if zipped { put(&self.out, &bytes) } else { Ok(()) }
    }
}
