//! `indaba read-document`: the child process that reads an upload. The program starts it by itself.

use crate::opening::serve_child;
use std::io::Write;

/// Read a document from standard input, within limits (used by the program itself)
#[derive(Debug, clap::Args)]
pub struct ReadDocument {
    /// `paper` or `passages`
    what: String,
    /// Name of the file
    name: String,
}

impl ReadDocument {
    /// Runs it and gives the exit code.
    pub fn run(&self) -> i32 {
        let (code, bytes) = serve_child(&self.what, &self.name, &mut std::io::stdin().lock());
        let written = if code == 0 { std::io::stdout().write_all(&bytes) } else { std::io::stderr().write_all(&bytes) };
        if written.is_ok() { code } else { 1 }
    }
}
