//! `indaba open PAPER`: prints what was understood and, confirmed, makes the dialogue.

use super::{Place, put, say, tell};
use crate::opening::{self, Rules};
use crate::store;
use crate::words::DialogueState;
use anyhow::{Context, bail};
use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;

/// Open a dialogue from a background paper (Markdown, DOCX, HTML, PDF)
#[derive(Debug, clap::Args)]
pub struct Open {
    /// The paper
    paper: PathBuf,
    /// Confirm without asking, and open it with open participation
    #[arg(long)]
    yes: bool,
    /// Its place in addresses, in place of one made from the symbol
    #[arg(long)]
    slug: Option<String>,
    /// Write what was understood as JSON (`-` is standard output)
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Open {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.paper).with_context(|| format!("{} can't be read", self.paper.display()))?;
        let name = self.paper.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let paper = opening::paper_in_child(&name, bytes).await.with_context(|| self.paper.display().to_string())?;
        if let Some(file) = &self.json {
            put(file, format!("{}\n", paper.to_json().trim_end()).as_bytes())?;
        } else {
            say(paper.tree().trim_end());
        }
        for doubt in &paper.doubts {
            tell(&format!(
                "Unsure{}: {}",
                doubt.place.as_deref().map(|p| format!(" at {p}")).unwrap_or_default(),
                doubt.text
            ));
        }
        // Asked for the JSON alone, nothing is made.
        if self.json.is_some() && !self.yes {
            return Ok(());
        }
        if !self.yes && !confirmed()? {
            tell("Nothing was made. Confirm with `y`, or give --yes.");
            return Ok(());
        }
        self.convene(&paper).await
    }

    async fn convene(&self, paper: &papers::Paper) -> anyhow::Result<()> {
        if paper.questions().next().is_none() {
            bail!("the paper has no guiding question to hang a dialogue on; nothing was made");
        }
        let state = if self.yes { DialogueState::Open } else { DialogueState::Preparing };
        let db = self.place.open().await?;
        let mut c = db.write().await?;
        let rules = Rules { state, ..Rules::default() };
        let slug = opening::convene(&mut c, paper, self.slug.as_deref(), &rules, store::now()).await?;
        c.commit().await?;
        db.close().await;
        tell(&format!("The dialogue is at /d/{slug}."));
        Ok(())
    }
}

fn confirmed() -> anyhow::Result<bool> {
    let input = std::io::stdin();
    if input.is_terminal() {
        tell("Make a dialogue of this? [y/N]");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(matches!(line.trim().to_ascii_lowercase().as_str(), "y" | "yes" | "o" | "oui"))
}
