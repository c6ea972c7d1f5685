//! `indaba bench landscape PATH`: what reading, a first landscape, the next one and one more response cost.

use super::super::landscape_input::{Reading, read_path};
use super::super::say;
use anyhow::ensure;
use landscape::{Live, Method, Options, Statement, Value};
use std::path::PathBuf;
use std::time::Instant;

/// Every time is the median of so many; the first landscape is made once.
const TIMES: i64 = 5;

/// Time the landscape of a file of responses
#[derive(Debug, clap::Args)]
pub struct Landscape {
    /// A Polis export (folder), a CSV with one response on each line, or a record (folder or zip)
    path: PathBuf,
    /// The question of a record, by its reference such as 10.1
    #[arg(long, value_name = "REFERENCE")]
    question: Option<String>,
    /// indaba or polis
    #[arg(long, default_value = "indaba", value_parser = ["indaba", "polis"])]
    method: String,
    /// Threads to compute on (default: all)
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

impl Landscape {
    /// Runs it.
    pub fn run(&self) -> anyhow::Result<()> {
        let clock = Instant::now();
        let input = read_path(&self.path, self.question.as_deref(), &Reading::default())?;
        let reading = milliseconds(clock);
        ensure!(!input.votes.is_empty(), "{} holds no response: there is nothing to time", self.path.display());
        let statements: Vec<Statement> = input.comments.into_iter().map(|c| c.statement).collect();
        let (participant, statement) = (input.votes.participants()[0].clone(), input.votes.statements()[0].clone());
        let size = format!(
            "{} responses, {} participants, {} statements",
            input.votes.len(),
            input.votes.participants().len(),
            input.votes.statements().len()
        );
        let options = Options { threads: self.threads.unwrap_or_else(crate::cores::all).max(1), ..Options::default() };
        let method = if self.method == "polis" { Method::Polis } else { Method::Indaba };
        let mut live = Live::new(method, input.votes, &statements);
        let cold = timed(|_| drop(live.settled(&options)), 1);
        let warm = timed(|_| drop(live.landscape(&options)), TIMES);
        let vote = timed(
            |time| {
                // Turn and turn about, so that each response is a change.
                let value = if time % 2 == 0 { Value::Agree } else { Value::Disagree };
                live.response(&participant, &statement, value, i64::MAX - TIMES + time);
                drop(live.landscape(&options));
            },
            TIMES,
        );
        say(&format!("{size}; method {}, {} threads", self.method, options.threads));
        for (what, took) in [("reading", reading), ("cold", cold), ("warm", warm), ("one new vote", vote)] {
            say(&format!("{what:<14}{took:>10.1} ms"));
        }
        Ok(())
    }
}

/// The median of some times, in milliseconds.
fn timed(mut what: impl FnMut(i64), times: i64) -> f64 {
    let mut took: Vec<f64> = (0..times)
        .map(|time| {
            let clock = Instant::now();
            what(time);
            milliseconds(clock)
        })
        .collect();
    took.sort_by(f64::total_cmp);
    took[took.len() / 2]
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}
