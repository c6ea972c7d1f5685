//! `indaba landscape` on files: methods, predictions, the Polis layout.

use crate::house::Folder;
use clap::Parser;
use indaba::commands::landscape::Landscape;
use landscape::{Direction, Since};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process;

#[derive(clap::Parser)]
enum Command {
    Landscape(Box<Landscape>),
}

pub async fn run(arguments: &[&str]) -> anyhow::Result<()> {
    let Command::Landscape(command) = Command::try_parse_from([&["indaba", "landscape"][..], arguments].concat())?;
    command.run().await
}

/// Two camps of ten who differ on statements 0 to 7; participant 3 has not answered statement 0.
fn two_camps(folder: &Path) -> String {
    camps_of(folder, 10)
}

fn camps_of(folder: &Path, each: usize) -> String {
    let file = folder.join("responses.csv.txt");
    let mut text = String::from("participant,statement,vote\n");
    for (p, s) in (0..2 * each).flat_map(|p| (0..8).map(move |s| (p, s))).filter(|cell| *cell != (3, 0)) {
        let value = if (p < each) == (s % 2 == 0) { "agree" } else { "disagree" };
        writeln!(text, "{p},{s},{value}").unwrap();
    }
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

pub fn name(folder: &Path, name: &str) -> String {
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
async fn the_map_writes_numbers_as_its_language_does() {
    let folder = Folder::new();
    let (file, html) = (camps_of(folder.path(), 1200), name(folder.path(), "out.html"));
    for (lang, label) in [("en", ">A \u{b7} 1,200</text>"), ("fr", ">A \u{b7} 1\u{202f}200</text>")] {
        run(&[&file, "--method", "polis", "--lang", lang, "--html", &html]).await.unwrap();
        let report = fs::read_to_string(&html).unwrap();
        assert!(report.contains(label), "{label}");
    }
}

#[tokio::test]
async fn the_report_says_of_whom_it_speaks_and_what_it_does_not_list() {
    let folder = Folder::new();
    let [file, blocs, html] = ["answers.csv", "blocs.csv", "out.html"].map(|file| name(folder.path(), file));
    let mut text = String::from("participant,statement,vote\n");
    (0..40).for_each(|p| (0..12).for_each(|s| writeln!(text, "{p},{s},agree").unwrap()));
    fs::write(&file, text).unwrap();
    let report = async |arguments: &[&str]| {
        run(&[&[file.as_str(), "--html", &html], arguments].concat()).await.unwrap();
        fs::read_to_string(&html).unwrap()
    };
    let alone = report(&[]).await;
    assert!(alone.contains("What the participants support.") && alone.contains("no groups or blocs to compare"));
    assert!(alone.contains("4 more perspectives stand in the figures"), "eight of twelve are listed");
    let members = (0..23).map(|p| format!("{p},{}\n", if p < 20 { "large" } else { "small" }));
    fs::write(&blocs, format!("participant,bloc\n{}", members.collect::<String>())).unwrap();
    let apart = report(&["--blocs", &blocs, "--min-group", "5"]).await;
    assert!(apart.contains("What every group and bloc shown here supports."));
    assert!(apart.contains("1 of 2 declared blocs is too small to be shown"), "{apart}");
    let refused = run(&[&file, "--lang", "es", "--html", &html]).await.unwrap_err().to_string();
    assert!(refused.contains("\"es\" is no language that a report is written in"), "{refused}");
}

#[tokio::test]
async fn the_report_of_a_record_says_that_it_was_simulated() {
    let folder = Folder::new();
    let [responses, dialogue, html] =
        ["responses.csv", "dialogue.json", "out.html"].map(|file| name(folder.path(), file));
    let mut rows = String::from("question,perspective,participant,value,at\n");
    (0..12).for_each(|p| writeln!(rows, "3.1,first,{p},agree,2026-11-28T12:00:00Z").unwrap());
    fs::write(&responses, rows).unwrap();
    for simulated in [true, false] {
        fs::write(&dialogue, format!("{{\"slug\": \"a\", \"simulated\": {simulated}}}")).unwrap();
        run(&[folder.path().to_str().unwrap(), "--html", &html]).await.unwrap();
        assert_eq!(fs::read_to_string(&html).unwrap().contains("Simulated dialogue"), simulated);
    }
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
async fn of_few_participants_groups_are_said_to_be_those_of_the_answers_as_they_stand() {
    let folder = Folder::new();
    let html = name(folder.path(), "out.html");
    let [few, enough] = ["Among fewer than 400 participants they may change", "<p>The groups are stable.</p>"];
    for (each, said, other) in [(10, few, enough), (200, enough, few)] {
        run(&[&camps_of(folder.path(), each), "--html", &html]).await.unwrap();
        let report = fs::read_to_string(&html).unwrap();
        assert!(report.contains(said) && !report.contains(other), "{each} in each camp");
    }
}

#[tokio::test]
async fn what_would_change_nothing_is_refused_and_nothing_is_not_a_limit() {
    let folder = Folder::new();
    let (file, export) = (two_camps(folder.path()), name(folder.path(), "export"));
    run(&[&file, "--export", "polis", &export]).await.unwrap();
    let refused = [
        (vec![export.as_str(), "--values", "1=agree"], "name the CSV itself"),
        (vec![&export, "--participant", "who"], "name the CSV itself"),
        (vec![&export, "--question", "10.1"], "leave --question out"),
        (vec![&file, "--question", "10.1"], "leave --question out"),
        (vec![&file, "--min-group", "0"], "--min-group"),
        (vec![&file, "--threads", "0"], "--threads"),
    ];
    for (arguments, told) in refused {
        let error = run(&arguments).await.unwrap_err().to_string();
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}

#[test]
fn a_csv_may_come_on_standard_input() {
    let folder = Folder::new();
    let (file, out) = (two_camps(folder.path()), name(folder.path(), "out.json"));
    let program = || process::Command::new(env!("CARGO_BIN_EXE_indaba"));
    let piped = program().args(["landscape", "-"]).stdin(fs::File::open(&file).unwrap()).output().unwrap();
    let named = program().args(["landscape", &file, "--json", &out]).status().unwrap();
    assert!(piped.status.success() && named.success(), "{}", String::from_utf8_lossy(&piped.stderr));
    assert_eq!(String::from_utf8_lossy(&piped.stdout).trim_end(), fs::read_to_string(&out).unwrap().trim_end());
    let wrong = program().args(["landscape", "-", "--vote", "answer"]).stdin(fs::File::open(&file).unwrap()).output();
    let said = String::from_utf8(wrong.unwrap().stderr).unwrap();
    assert!(said.contains("standard input") && said.contains("answer"), "{said}");
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
    let twice = run(&[&export, "--export", "polis", &export]).await.unwrap_err().to_string();
    assert!(twice.contains("already"), "{twice}");
}

/// Twenty who all change their mind on statement 0 between the times 100 and 200.
fn changed_minds(folder: &Path) -> String {
    let file = folder.join("over_time.csv");
    let mut text = String::from("participant,statement,vote,at\n");
    for (p, s) in (0..20).flat_map(|p| (0..3).map(move |s| (p, s))) {
        writeln!(text, "{p},{s},{},100", if s == 0 { "disagree" } else { "agree" }).unwrap();
    }
    (0..20).for_each(|p| writeln!(text, "{p},0,agree,200").unwrap());
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_has_moved_since_a_moment_or_an_earlier_landscape_is_told() {
    let folder = Folder::new();
    let file = changed_minds(folder.path());
    let [then, moved, html] = ["then.json", "moved.json", "report.html"].map(|file| name(folder.path(), file));
    let timed = [file.as_str(), "--time", "at"];
    run(&[&timed[..], &["--since", "150", "--moved", &moved, "--html", &html]].concat()).await.unwrap();
    let since: Since = serde_json::from_str(&fs::read_to_string(&moved).unwrap()).unwrap();
    assert_eq!((since.statements[0].statement.as_str(), since.statements[0].moved), ("0", Some(Direction::Agree)));
    assert!(since.statements[1..].iter().all(|s| s.moved.is_none()));
    let report = fs::read_to_string(&html).unwrap();
    assert!(report.contains("Surely risen") && report.contains("surely risen") && !report.contains("<script"));

    // The same from a file that was written then.
    let early = folder.path().join("early.csv");
    let lines: Vec<String> = fs::read_to_string(&file).unwrap().lines().take(61).map(str::to_owned).collect();
    fs::write(&early, lines.join("\n") + "\n").unwrap();
    run(&[early.to_str().unwrap(), "--time", "at", "--json", &then]).await.unwrap();
    let again = name(folder.path(), "again.json");
    run(&[&timed[..], &["--since", &then, "--moved", &again]].concat()).await.unwrap();
    assert_eq!(fs::read_to_string(&again).unwrap(), fs::read_to_string(&moved).unwrap());

    for (arguments, said) in [
        (&["--since", "150", "--min-group", "5"][..], "was published"),
        (&["--since", "150", "--public"], "was published"),
        (&["--since", "soon"], "is neither a file"),
        (&["--since", &then, "--method", "polis"], "another method"),
        (&["--since", &moved], "is no indaba/landscape/1"),
    ] {
        let refused = run(&[&timed[..], arguments, &["--moved", &again]].concat()).await.unwrap_err().to_string();
        assert!(refused.contains(said), "{arguments:?}: {refused}");
    }
    let timeless = run(&[&file, "--since", "150", "--moved", &again]).await.unwrap_err().to_string();
    assert!(timeless.contains("--time"), "{timeless}");
}
