//! `indaba practices`: the practices of a dialogue, in and out, as CSV or JSON.

use super::{Place, put, say, tell};
use crate::app::{self, Convened};
use crate::attribution::Labels;
use crate::keys::Keyring;
use crate::lang::{L, Lang};
use crate::practice::file::{self, Came, Going, Trouble};
use crate::store::{self, Conn};
use crate::web::secretariat::spoken;
use crate::words::EnteredBy;
use anyhow::{Context, bail};
use std::collections::HashMap;
use std::path::PathBuf;

/// Bring practices in from a file, or write them into one
#[derive(Debug, clap::Args)]
pub struct Practices {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Bring practices in; every wrong line is named, and then nothing is taken
    Import(Io),
    /// Write all practices, drafts and contacts too
    Export(Io),
}

#[derive(Debug, clap::Args)]
struct Io {
    /// A file ending in .csv or .json; `-` writes CSV to standard output
    file: PathBuf,
    /// The dialogue, by its slug
    #[arg(long, value_name = "SLUG")]
    dialogue: String,
    #[command(flatten)]
    place: Place,
}

impl Practices {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Import(io) => io.import().await,
            What::Export(io) => io.export().await,
        }
    }
}

impl Io {
    async fn import(self) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.file).with_context(|| format!("{} can't be read", self.file.display()))?;
        let db = self.place.open_existing().await?;
        let keys = self.place.stock(&db).await?.keys;
        let mut c = db.write().await?;
        let convened = find(&mut c, &self.dialogue).await?;
        match bring_in(&mut c, &convened, &keys, &bytes).await? {
            Ok(came) => {
                c.commit().await.context("the import could not be kept; nothing of it was")?;
                say(&format!("{came} practices are in {}", convened.dialogue.slug));
            }
            Err(troubles) => {
                for trouble in &troubles {
                    tell(&trouble.words(L(Lang::EN)));
                }
                bail!("nothing was taken: {} places of {} are wrong", troubles.len(), self.file.display());
            }
        }
        drop(convened);
        db.close().await;
        Ok(())
    }

    async fn export(self) -> anyhow::Result<()> {
        let db = self.place.open_existing().await?;
        let keys = Keyring::open(&self.place.folder()?)?;
        let mut c = db.snapshot().await?;
        let convened = find(&mut c, &self.dialogue).await?;
        let labels = Labels::load(&mut c, &convened).await?;
        let author = |p: &store::practice::Practice| {
            p.author_id.as_deref().and_then(|id| labels.delegation(id)).map(|d| d.name.clone()).unwrap_or_default()
        };
        let rows = file::rows(&mut c, &convened.dialogue.id, Going::All(&keys), author).await?;
        let json = self.file.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
        put(&self.file, if json { file::json(&rows)? } else { file::csv(&rows)? }.as_bytes())?;
        drop(c);
        db.close().await;
        tell(&format!("{} practices written", rows.len()));
        Ok(())
    }
}

async fn find(c: &mut Conn, slug: &str) -> anyhow::Result<Convened> {
    app::convened(c, slug).await?.with_context(|| format!("there is no dialogue \"{slug}\" here"))
}

/// Brings a file in, in the caller's transaction: how many came, or everything that is wrong with it.
pub async fn bring_in(
    c: &mut Conn,
    convened: &Convened,
    keys: &Keyring,
    bytes: &[u8],
) -> anyhow::Result<Result<usize, Vec<Trouble>>> {
    let delegations = store::delegation::all(c, &convened.dialogue.id).await?;
    let names: Vec<String> = delegations.iter().map(|d| d.name.clone()).collect();
    let rows = match file::read(convened, &names, bytes) {
        Ok(rows) => rows,
        Err(troubles) => return Ok(Err(troubles)),
    };
    let now = store::now();
    let mut authors = HashMap::new();
    for d in delegations.iter().filter(|d| rows.iter().any(|row| row.delegation == d.name)) {
        let author = spoken::author(c, &convened.dialogue.id, &d.id, now).await?;
        authors.insert(d.name.clone(), author);
    }
    let came = Came { authors: &authors, entered_by: EnteredBy::Secretariat, at: now };
    file::keep(c, convened, keys, &rows, &came).await?;
    Ok(Ok(rows.len()))
}
