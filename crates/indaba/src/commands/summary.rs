//! `indaba summary`: the Chair's summary as a file.

use super::{Place, put};
use crate::app;
use crate::lang::{L, Lang};
use crate::live::publication;
use crate::store;
use crate::summary::{self, Format};
use anyhow::{Context, bail};
use std::path::PathBuf;

/// Write the Chair's summary of a dialogue: the newest version or, where there is none, a draft
#[derive(Debug, clap::Args)]
pub struct Summary {
    /// The dialogue (`mc-inf-257`)
    slug: String,
    /// Format of the file
    #[arg(long, value_enum)]
    format: Format,
    /// The file; `-` is standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Language of a draft (default: that of the paper)
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    #[command(flatten)]
    place: Place,
}

impl Summary {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let db = self.place.open().await?;
        let convened = app::convened(&mut db.read().await?, &self.slug).await?;
        let convened = convened.with_context(|| format!("there is no dialogue `{}`", self.slug))?;
        publication::renew_all(&db, &convened, store::now()).await?;
        let mut c = db.snapshot().await?;
        let wanted = match &self.lang {
            Some(code) => {
                Some(Lang::parse(code).with_context(|| format!("`{code}` is not one of en, fr, es, ar, zh, ru"))?)
            }
            None => None,
        };
        let latest = store::summary::latest(&mut c, &convened.dialogue.id).await?;
        let shown = match (latest, wanted) {
            (Some(version), Some(lang)) if lang.code() != version.lang => {
                bail!(
                    "the newest version is in `{}`: leave out --lang, or draft in `{}` on the page of the summary",
                    version.lang,
                    lang.code()
                )
            }
            (Some(version), _) => summary::shown(&mut c, &convened, &version).await?,
            (None, _) => {
                let l = L(wanted.or_else(|| Lang::parse(&convened.dialogue.lang)).unwrap_or(Lang::EN));
                let draft = summary::draft(&mut c, &convened, l, store::now()).await?;
                summary::shown_as(&mut c, &convened, &draft).await?
            }
        };
        drop(c);
        db.close().await;
        put(&self.out, &summary::render(&shown, self.format)?)
    }
}
