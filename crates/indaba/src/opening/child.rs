//! Uploads are read in a child process: the same program, started again as `indaba read-document`, with limits on
//! its memory and time that the kernel keeps. Whatever a document does to it, the server stays up.

use papers::{Format, Limits, Paper};
use std::io::Read;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// Memory that reading a document may take.
const MEMORY: &str = "1500000";
/// Processor time that reading a document may take, in seconds.
const SECONDS: &str = "20";
/// The answer of a child at most; a paper is text.
const WAIT: Duration = Duration::from_secs(30);

/// Why a document was not read.
#[derive(Debug, thiserror::Error)]
pub enum ChildError {
    /// The reader refused it.
    #[error("{said}")]
    Refused {
        /// The kind of trouble: [`papers::ReadError::kind`], for a translated wording.
        kind: String,
        /// The reader's own words.
        said: String,
    },
    /// The child was ended by its limits.
    #[error(
        "the document takes more memory or time to read than any paper needs, so reading was stopped; nothing was kept"
    )]
    Stopped,
    /// The child could not be started.
    #[error("the reader can't be started: {0}")]
    Start(#[from] std::io::Error),
}

impl ChildError {
    /// The kind of trouble, for a translated wording.
    pub fn kind(&self) -> &str {
        match self {
            ChildError::Refused { kind, .. } => kind,
            ChildError::Stopped => "stopped",
            ChildError::Start(_) => "start",
        }
    }
}

/// Reads a paper in a child process.
pub async fn paper_in_child(name: &str, bytes: Vec<u8>) -> Result<Paper, ChildError> {
    let answer = child("paper", name, bytes).await?;
    serde_json::from_slice(&answer).map_err(|_| ChildError::Stopped)
}

/// Reads the plain paragraphs of any document in a child process.
pub async fn passages_in_child(name: &str, bytes: Vec<u8>) -> Result<Vec<String>, ChildError> {
    let answer = child("passages", name, bytes).await?;
    serde_json::from_slice(&answer).map_err(|_| ChildError::Stopped)
}

async fn child(what: &str, name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, ChildError> {
    let program = std::env::current_exe()?;
    // `ulimit` sets the limits before the program starts; the arguments after `--` are never read by the shell.
    let script = "ulimit -v \"$1\" && ulimit -t \"$2\" && shift 2 && exec \"$@\"";
    let mut child = Command::new("/bin/sh")
        .args(["-c", script, "sh", MEMORY, SECONDS])
        .arg(program)
        .args(["read-document", what, "--"])
        .arg(name)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        tokio::spawn(async move {
            // A child that refuses early closes its end; that is no error here.
            let _ = stdin.write_all(&bytes).await;
        });
    }
    let output = tokio::time::timeout(WAIT, child.wait_with_output()).await.map_err(|_| ChildError::Stopped)??;
    match output.status.code() {
        Some(0) => Ok(output.stdout),
        Some(REFUSED) => Err(refused(&String::from_utf8_lossy(&output.stderr))),
        _ => Err(ChildError::Stopped),
    }
}

/// The first line names the kind, the rest is the reader's words.
fn refused(told: &str) -> ChildError {
    let (kind, said) = told.split_once('\n').unwrap_or(("damaged", told));
    ChildError::Refused { kind: kind.to_owned(), said: said.trim().to_owned() }
}

/// The exit code of a child that read a document and refused it.
const REFUSED: i32 = 3;

/// What the child does: reads a document from `input` and gives `(exit code, bytes)`: JSON for standard output, or
/// the kind and the reason of the refusal for standard error.
pub fn serve_child(what: &str, name: &str, input: &mut dyn std::io::Read) -> (i32, Vec<u8>) {
    match read(what, name, input) {
        Ok(json) => (0, json),
        Err(error) => {
            let kind = error.downcast_ref::<papers::ReadError>().map_or("damaged", papers::ReadError::kind);
            (REFUSED, format!("{kind}\n{error}").into_bytes())
        }
    }
}

fn read(what: &str, name: &str, input: &mut dyn Read) -> anyhow::Result<Vec<u8>> {
    let limits = Limits::default();
    let mut bytes = Vec::new();
    let most = limits.bytes as u64 + 1;
    input.take(most).read_to_end(&mut bytes)?;
    let format = Format::sniff(name, &bytes)?;
    let json = if what == "paper" {
        serde_json::to_vec(&papers::read(&bytes, format, &limits)?)
    } else {
        serde_json::to_vec(&papers::passages(&bytes, format, &limits)?)
    };
    Ok(json?)
}
