//! A migration that is added is a change of the program: cargo does not see it by itself.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
