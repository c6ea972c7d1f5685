//! Embeds htmx where `bin/` has fetched it; the pages are complete without it.

use std::{env, fs, path::Path};

fn main() -> std::io::Result<()> {
    let vendor = "assets/vendor/htmx.min.js";
    println!("cargo:rerun-if-changed=assets");
    println!("cargo:rerun-if-changed=migrations");
    let out = env::var("OUT_DIR").map_err(std::io::Error::other)?;
    let text = fs::read(vendor).unwrap_or_default();
    fs::write(Path::new(&out).join("htmx.js"), text)
}
