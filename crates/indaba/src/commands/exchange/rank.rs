//! `indaba exchange rank`: any texts for any queries.

use super::{With, bytes};
use crate::commands::put;
use anyhow::bail;
use exchange::{Ranker, Tag, Text};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Rank the texts of a corpus for each query
#[derive(Debug, clap::Args)]
pub struct Rank {
    /// Queries: lines of id, tab, text
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Language of the queries
    #[arg(long, value_name = "LANGUAGE", value_parser = tag)]
    query_lang: Tag,
    /// The corpus: lines of id, tab, text
    #[arg(long, value_name = "FILE")]
    corpus: PathBuf,
    /// Language of the corpus
    #[arg(long, value_name = "LANGUAGE", value_parser = tag)]
    corpus_lang: Tag,
    /// Write a TREC run (`query Q0 document rank score name`); `-` is standard output
    #[arg(long, value_name = "FILE")]
    run: PathBuf,
    /// At most so many texts for a query
    #[arg(long, value_name = "N", default_value_t = 100)]
    top: usize,
    #[command(flatten)]
    with: With,
}

fn tag(text: &str) -> Result<Tag, String> {
    Tag::parse(text).ok_or_else(|| "write a language tag such as fr".into())
}

impl Rank {
    /// Ranks and writes.
    pub fn run(self) -> anyhow::Result<()> {
        let vocabulary = self.with.vocabulary()?;
        let (queries, corpus) = (bytes(&self.queries)?, bytes(&self.corpus)?);
        let (queries, corpus) = (texts(&self.queries, &queries)?, texts(&self.corpus, &corpus)?);
        let documents: Vec<&str> = corpus.iter().map(|document| document.text).collect();
        let ranker = Ranker::new(&vocabulary, &self.query_lang, &self.corpus_lang, &documents, self.with.threads());
        let asked: Vec<&str> = queries.iter().map(|query| query.text).collect();
        let mut run = String::new();
        for (query, ranked) in queries.iter().zip(ranker.rank_all(&asked, self.top, self.with.threads())) {
            // Readers of a run sort by the score again, so that no two of a query may be the same.
            let mut last = f64::INFINITY;
            for (place, found) in ranked.iter().enumerate() {
                let document = corpus[found.document].id;
                last = f64::from(found.score()).min(last - 1e-6);
                writeln!(run, "{} Q0 {document} {} {:.6} indaba", query.id, place + 1, last)?;
            }
        }
        put(&self.run, run.as_bytes())
    }
}

/// The lines of a file.
fn texts<'a>(file: &Path, bytes: &'a [u8]) -> anyhow::Result<Vec<Text<'a>>> {
    let texts = exchange::read::texts(&file.display().to_string(), bytes)?;
    if texts.is_empty() {
        bail!("{} is empty: give lines of id, tab, text", file.display());
    }
    Ok(texts)
}
