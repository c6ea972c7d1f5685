//! How time and memory grow with the votes: `cargo bench -p landscape -- growth`. Makes a record of 100 million votes once
//! (2.8 GB on disk, some minutes), so it has to be asked for by name.

use std::path::{Path, PathBuf};

use crate::time::{Measured, made, measured};

/// Participants, statements, votes, seed.
const RECORDS: [[&str; 4]; 3] =
    [["20000", "600", "1000000", "3"], ["150000", "1000", "10000000", "5"], ["1000000", "1000", "100000000", "9"]];

pub fn run(shared: &Path, folders: &[String]) {
    println!(
        "{:<8} {:>10} {:>10} {:>12} {:>10} {:>14} {:>16} {:>10}",
        "method", "votes", "reading", "landscape", "JSON", "processor", "per M votes", "memory"
    );
    let records: Vec<PathBuf> = if folders.is_empty() {
        RECORDS.iter().filter_map(|record| made(shared, record)).collect()
    } else {
        folders.iter().map(PathBuf::from).collect()
    };
    for method in ["polis", "indaba"] {
        for folder in &records {
            if let Some(Measured { votes, read, first, json, megabytes, processor, .. }) =
                measured(method, folder, "once")
            {
                let millions = votes / 1e6;
                println!(
                    "{method:<8} {millions:>8.1} M {:>8.2} s {:>10.2} s {:>8.2} s {processor:>12.2} s {:>14.3} s {megabytes:>7.0} MB",
                    read / 1e3,
                    first / 1e3,
                    json / 1e3,
                    processor / millions,
                );
            }
        }
    }
}
