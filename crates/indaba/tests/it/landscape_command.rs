//! `indaba landscape` on files: methods, predictions, the Polis layout.

use crate::house::Folder;
use clap::Parser;
use indaba::commands::landscape::Landscape;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(clap::Parser)]
enum Command {
    Landscape(Box<Landscape>),
}

async fn run(arguments: &[&str]) -> anyhow::Result<()> {
    let Command::Landscape(command) = Command::try_parse_from([&["indaba", "landscape"][..], arguments].concat())?;
    command.run().await
}

/// Two camps of ten who differ on statements 0 to 7; participant 3 has not answered statement 0.
fn two_camps(folder: &Path) -> String {
    let file = folder.join("responses.csv.txt");
    let mut text = String::from("participant,statement,vote\n");
    for (p, s) in (0..20).flat_map(|p| (0..8).map(move |s| (p, s))).filter(|cell| *cell != (3, 0)) {
        let value = if (p < 10) == (s % 2 == 0) { "agree" } else { "disagree" };
        writeln!(text, "{p},{s},{value}").unwrap();
    }
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

fn name(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_method_is_indaba_unless_another_is_asked_for() {
    let folder = Folder::new();
    let (file, out) = (two_camps(folder.path()), name(folder.path(), "out.json"));
    for (arguments, method) in [(vec![], "indaba"), (vec!["--method", "polis"], "polis")] {
        run(&[vec![file.as_str(), "--json", &out], arguments].concat()).await.unwrap();
        let landscape = landscape::Landscape::from_json(&fs::read_to_string(&out).unwrap()).unwrap();
        assert_eq!(format!("{:?}", landscape.method).to_lowercase(), method);
    }
    let html = name(folder.path(), "out.html");
    run(&[&file, "--html", &html]).await.unwrap();
    assert!(fs::read_to_string(&html).unwrap().starts_with("<!doctype html>"));
}

#[tokio::test]
async fn predictions_are_written_for_the_pairs_that_are_wanted() {
    let folder = Folder::new();
    let (file, pairs, out) = (two_camps(folder.path()), name(folder.path(), "p.csv"), name(folder.path(), "out.csv"));
    fs::write(&pairs, "participant,statement\n3,0\n15,0\nnobody,nothing\n").unwrap();
    run(&[&file, "--predict", &pairs, &out]).await.unwrap();
    let text = fs::read_to_string(&out).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("participant,statement,agree,pass,disagree"));
    let rows: Vec<Vec<f64>> =
        lines.map(|line| line.split(',').skip(2).map(|share| share.parse().unwrap()).collect()).collect();
    assert!(rows.len() == 3 && rows.iter().all(|row| (row.iter().sum::<f64>() - 1.0).abs() < 1e-9));
    assert!(rows[0][0] > 0.5 && rows[1][2] > 0.5, "each as their camp: {rows:?}");
    let refused = run(&[&file, "--method", "polis", "--predict", &pairs, &out]).await.unwrap_err().to_string();
    assert!(refused.contains("--method indaba"), "{refused}");
}

#[tokio::test]
async fn the_polis_layout_read_again_gives_the_same_landscape() {
    let folder = Folder::new();
    let (file, export) = (two_camps(folder.path()), name(folder.path(), "export"));
    let [first, again] = ["first.json", "again.json"].map(|file| name(folder.path(), file));
    run(&[&file, "--export", "polis", &export, "--json", &first]).await.unwrap();
    for file in ["comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"] {
        assert!(Path::new(&export).join(file).exists(), "{file}");
    }
    run(&[&export, "--json", &again]).await.unwrap();
    assert_eq!(fs::read_to_string(&first).unwrap(), fs::read_to_string(&again).unwrap());
    assert!(run(&[&file, "--export", "other", &export]).await.is_err());
}
