//! What the commands of the exchange do without a server: `exchange rank` and `match`, `vocab import` and `search`.

use crate::house::Folder;
use clap::Parser;
use indaba::commands::{exchange::Exchange, vocab::Vocab};
use indaba::vocabulary;
use std::path::Path;

#[derive(Parser)]
enum Command {
    Exchange(Exchange),
    Vocab(Vocab),
}

fn run(words: &[&str]) -> anyhow::Result<()> {
    match Command::try_parse_from(std::iter::once(&"indaba").chain(words))? {
        Command::Exchange(command) => command.run(),
        Command::Vocab(command) => command.run(),
    }
}

/// Writes a file: its path.
fn file(folder: &Folder, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    text_of(&path).to_owned()
}

fn text_of(path: &Path) -> &str {
    path.to_str().expect("a readable path")
}

const CONCEPTS: &str = "id,kind,isco08,broader,label_en,label_fr\n\
                        care,skill,,,nursing care,soins infirmiers\n\
                        wood,skill,,,carpentry,charpente\n\
                        nurse,occupation,2221,,nurse,infirmier\n";

#[test]
fn a_vocabulary_is_imported_whole_or_not_at_all() {
    let (tables, data) = (Folder::new(), Folder::new());
    let to = text_of(data.path());
    file(&tables, "concepts.csv", CONCEPTS);
    run(&["vocab", "import", text_of(tables.path()), "--data", to]).unwrap();
    let imported = vocabulary::load(data.path()).unwrap();
    assert_eq!(imported.len(), 3);
    run(&["vocab", "search", "soins", "--lang", "fr", "--data", to]).unwrap();
    file(&tables, "concepts.csv", &CONCEPTS.replace("wood,skill", "wood,craft"));
    let wrong = run(&["vocab", "import", text_of(tables.path()), "--data", to]).unwrap_err().to_string();
    assert!(wrong.contains("concepts.csv") && wrong.contains("craft"), "{wrong}");
    assert_eq!(vocabulary::load(data.path()).unwrap(), imported, "half of it was taken");
    let empty = Folder::new();
    assert!(run(&["vocab", "import", text_of(empty.path()), "--data", to]).is_err());
    assert!(vocabulary::load(empty.path()).unwrap().len() > 100, "without an import there is the program's own list");
}

#[test]
fn texts_are_ranked_across_languages_into_a_run() {
    let folder = Folder::new();
    file(&folder, "concepts.csv", CONCEPTS);
    let queries = file(&folder, "queries.tsv", "q1\tsoins infirmiers\nq2\tcharpente\n");
    let corpus = file(&folder, "corpus.tsv", "d1\tcarpentry\nd2\tnursing care\n");
    let mut runs = Vec::new();
    for threads in ["1", "2"] {
        let out = folder.path().join(format!("{threads}.trec"));
        let place = ["--vocab", text_of(folder.path()), "--threads", threads, "--run", text_of(&out)];
        let asked = ["--queries", &queries, "--query-lang", "fr", "--corpus", &corpus, "--corpus-lang", "en"];
        run(&[&["exchange", "rank"][..], &asked, &place].concat()).unwrap();
        runs.push(std::fs::read_to_string(&out).unwrap());
    }
    assert_eq!(runs[0], runs[1], "the number of threads shows");
    let first = |query: &str| runs[0].lines().find(|line| line.starts_with(query)).unwrap().to_owned();
    assert!(first("q1").starts_with("q1 Q0 d2 1 ") && first("q2").starts_with("q2 Q0 d1 1 "), "{}", runs[0]);
    let nothing = file(&folder, "nothing.tsv", "");
    let asked = ["--queries", &nothing, "--query-lang", "fr", "--corpus", &corpus, "--corpus-lang", "en", "--run", "-"];
    assert!(run(&[&["exchange", "rank"][..], &asked].concat()).is_err());
}

#[test]
fn needs_and_offers_of_files_are_matched_and_assigned() {
    let folder = Folder::new();
    file(&folder, "concepts.csv", CONCEPTS);
    let profile = r#""occupation":"nurse","skills":[{"concept":"care","level":3}],
        "languages":[{"tag":"fr","cefr":"B2"}],"mode":["visit"],"window":[0,300]"#;
    let need = format!(r#"[{{"id":"n","country":"KEN","people":1,"weeks":2,{profile}}}]"#);
    let offer = |id: &str, hidden: &str| {
        format!(r#"{{"id":"{id}","ties":["KEN"],"capacity":1,"hidden_from":[{hidden}],{profile}}}"#)
    };
    let needs = file(&folder, "needs.json", &need);
    let offers = file(&folder, "offers.json", &format!("[{},{}]", offer("seen", ""), offer("hidden", "\"KEN\"")));
    let out = folder.path().join("matches.json");
    let vocab = text_of(folder.path());
    run(&["exchange", "match", &needs, &offers, "--json", text_of(&out), "--vocab", vocab]).unwrap();
    let text = std::fs::read_to_string(&out).unwrap();
    let found: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found["matches"].as_array().unwrap().len(), 1);
    let only = &found["matches"][0];
    assert_eq!((&only["need"], &only["offer"], &only["assigned"]), (&"n".into(), &"seen".into(), &true.into()));
    assert!(!text.contains("hidden"), "{text}");
    let sum: f64 = only["reasons"].as_array().unwrap().iter().map(|reason| reason["value"].as_f64().unwrap()).sum();
    assert!((sum - only["score"].as_f64().unwrap()).abs() < 1e-9, "a score is the sum of its reasons");
    assert!(run(&["exchange", "match", &needs, "/no/such/file", "--vocab", vocab]).is_err());
}
