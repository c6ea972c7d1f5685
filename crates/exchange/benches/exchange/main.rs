//! The figures of the exchange beside their bars: `cargo bench -p exchange`, or `-- melo` for one part of it.
//! Real records are looked for where `INDABA_SHARED` points, else in `../shared` beside the checkout.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod baseline;
mod load;
mod made;
mod melo;
mod small;

use std::path::PathBuf;

fn main() {
    let parts: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let asked = |part: &str| parts.is_empty() || parts.iter().any(|p| p == part);
    let shared = std::env::var_os("INDABA_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    println!("{:<58} {:>12} {:>12}  ", "what", "figure", "bar");
    if asked("small") {
        small::run();
    }
    if !shared.join("data").is_dir() {
        println!("the rest is not measured: no shared records at {}", shared.display());
        return;
    }
    if asked("melo") {
        melo::run(&shared);
    }
    if asked("load") {
        load::run(&shared);
    }
}

/// One row of the table.
fn row(what: &str, figure: &str, bar: &str, met: bool) {
    println!("{what:<58} {figure:>12} {bar:>12}  {}", if met { "" } else { "MISSED" });
}
