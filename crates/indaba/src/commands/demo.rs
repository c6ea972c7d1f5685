//! `indaba demo`: a simulated dialogue, ready to be clicked through.

use super::serve::{Manner, listen, serve};
use super::{Place, tell};
use crate::{demo, opening, store};
use anyhow::{Context, bail};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Show a simulated dialogue
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8000")]
    listen: SocketAddr,
    /// Open this paper in place of the demo's own
    #[arg(long, value_name = "FILE")]
    paper: Option<PathBuf>,
    /// Seed of the simulation
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    place: Place,
}

impl Demo {
    /// Runs it until it is stopped.
    pub async fn run(mut self) -> anyhow::Result<()> {
        if !self.listen.ip().is_loopback() {
            bail!("the demo signs everybody in without a password, so it listens on this machine only: use 127.0.0.1");
        }
        if self.place.data.is_none() && self.place.database.is_none() {
            self.place.data = Some(self.place.folder()?.with_file_name("indaba-demo"));
        }
        let db = self.place.open().await?;
        let stock = self.place.stock(&db).await?;
        let paper = self.other_paper().await?;
        let mut c = db.write().await?;
        if store::dialogue::all(&mut c).await?.is_empty() {
            demo::load(&mut c, &stock.keys, paper.as_ref(), self.seed, store::now()).await?;
            c.commit().await?;
        } else {
            drop(c);
            tell("The demo goes on from where it was.");
        }
        let listener = match listen(self.listen).await {
            Ok(listener) => listener,
            Err(_) if self.listen.port() == 8000 => listen(SocketAddr::new(self.listen.ip(), 0)).await?,
            Err(error) => return Err(error),
        };
        serve(db, listener, None, stock, Manner { limits: true, shortcuts: true }).await
    }

    async fn other_paper(&self) -> anyhow::Result<Option<papers::Paper>> {
        let Some(file) = &self.paper else { return Ok(None) };
        let bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
        let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Some(opening::paper_in_child(&name, bytes).await.with_context(|| file.display().to_string())?))
    }
}
