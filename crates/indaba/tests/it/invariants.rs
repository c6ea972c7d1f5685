//! What has to hold of the sources: where SQL may stand, which crates know each other, which texts are translated.

use indaba::lang::{FILES, L, Lang, languages_missing};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "nothing was found in {folder}");
    found
}

#[test]
fn sql_stands_in_the_store_alone() {
    const BEGINNINGS: [&str; 6] =
        ["\"SELECT ", "\"INSERT INTO ", "\"DELETE FROM ", "\"CREATE TABLE ", "sqlx::query(", "sqlx::query_as"];
    for (path, text) in files("src", "rs") {
        if path.components().any(|part| part.as_os_str() == "store") {
            continue;
        }
        for beginning in BEGINNINGS {
            assert!(!text.contains(beginning), "{} has {beginning}: statements belong to store/", path.display());
        }
        assert!(!text.contains("\"UPDATE ") || !text.contains(" SET "), "{} has an UPDATE", path.display());
    }
}

/// The library is built without a test harness (Cargo.toml): what stands in it as a test would never run.
#[test]
fn no_test_stands_where_none_is_run() {
    for (path, text) in files("src", "rs") {
        assert!(
            !text.contains("#[test]") && !text.contains("cfg(test)"),
            "{}: tests belong to tests/it",
            path.display()
        );
    }
}

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| -> BTreeSet<String> {
        let all = files(&format!("migrations/{engine}"), "sql");
        all.iter().map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

fn rooms() -> Vec<&'static str> {
    FILES.iter().map(|(_, room, _)| *room).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn french_and_arabic_have_every_text() {
    for lang in ["fr", "ar"] {
        assert_eq!(languages_missing(lang, &rooms()), Vec::<String>::new());
    }
}

/// A value that a translation asks for and its English text is not given would be shown as `{$name}`.
#[test]
fn translations_ask_for_no_value_that_the_english_text_is_not_given() {
    for (lang, room, text) in FILES.iter().filter(|(lang, _, _)| *lang != "en") {
        let english = FILES.iter().find(|(code, name, _)| *code == "en" && name == room).unwrap().2;
        let given = messages(english);
        for (key, values) in messages(text) {
            let known = given.get(&key).unwrap_or_else(|| panic!("{lang}/{room}: {key} is not in English"));
            let unknown: Vec<_> = values.difference(known).collect();
            assert!(unknown.is_empty(), "{lang}/{room}: {key} asks for {unknown:?}");
        }
    }
}

/// CLDR: in Arabic the last two digits decide, so that 149 is counted like 49 and 103 like 3.
#[test]
fn arabic_counts_by_the_last_two_digits() {
    let arabic = L(Lang::parse("ar").unwrap());
    for (n, form) in
        [(3, "أيام"), (49, "يومًا"), (100, "يوم"), (102, "يوم"), (103, "أيام"), (149, "يومًا"), (1_111, "يومًا")]
    {
        let text = arabic.t1("days", "n", i64::from(n));
        assert!(text.ends_with(form), "{n}: {text}");
        assert!(n >= 1_000 || text.contains(&n.to_string()), "{n}: {text}");
    }
    assert!(arabic.t1("days", "n", 1_111_i64).contains("1,111"));
}

/// A later file would take the place of an earlier one's text without a word.
#[test]
fn no_text_stands_twice() {
    for lang in ["en", "fr", "ar"] {
        let mut seen = BTreeSet::new();
        for (_, room, text) in FILES.iter().filter(|(code, _, _)| *code == lang) {
            for key in messages(text).into_keys().filter(|key| !key.is_empty()) {
                assert!(seen.insert(key.clone()), "{lang}/{room}: {key} stands in another file too");
            }
        }
    }
}

/// The values that each message of a file asks for.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut here = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
            key.clone_into(&mut here);
        }
        let values = found.entry(here.clone()).or_default();
        let names = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect::<String>());
        values.extend(names);
    }
    found
}

/// French typography (Imprimerie nationale): a no-break space before the colon and inside the quotation marks, a narrow
/// one before the other high signs; a plain space would let a line begin with the sign.
#[test]
fn french_signs_hold_to_their_words() {
    for (_, room, text) in FILES.iter().filter(|(lang, _, _)| *lang == "fr") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for loose in [" :", " ;", " ?", " !", " »", "« ", " %"] {
                assert!(!line.contains(loose), "fr/{room}: a plain space at {loose:?} in: {line}");
            }
        }
    }
}

#[test]
fn the_pure_crates_know_neither_the_world_nor_each_other() {
    const WORLD: [&str; 9] = ["tokio", "sqlx", "axum", "hyper", "askama", "jiff", "indaba", "mio", "libsqlite3-sys"];
    const PURE: [&str; 5] = ["papers", "landscape", "exchange", "corridors", "landing"];
    for pure in PURE {
        let needs = dependencies(pure);
        assert!(needs.contains("serde"), "the dependencies of {pure} were not read");
        for forbidden in WORLD.into_iter().chain(PURE.into_iter().filter(|other| *other != pure)) {
            assert!(!needs.contains(forbidden), "{pure} depends on {forbidden}");
        }
    }
}

/// The names of all crates that a crate is built with on this machine, also through others.
fn dependencies(of: &str) -> BTreeSet<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["tree", "--package", of, "--edges", "normal", "--prefix", "none", "--offline", "--locked"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn templates_have_no_text_of_their_own() {
    for (path, text) in files("templates", "html") {
        let words = words(&text);
        assert!(words.is_empty(), "{} has text that belongs to locales/: {words:?}", path.display());
    }
}

/// Words between the tags of a template, save the name of the program and single letters.
fn words(template: &str) -> Vec<String> {
    let mut rest = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("<style", "</style>"), ("<", ">")]
    {
        while let Some(start) = rest.find(open) {
            let Some(end) = rest[start..].find(close) else { break };
            rest.replace_range(start..start + end + close.len(), " ");
        }
    }
    rest.replace("&nbsp;", " ")
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1 && !["Indaba", "middot", "ndash", "rarr", "larr"].contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn templates_have_no_inline_script_or_style() {
    for (path, text) in files("templates", "html") {
        let report = text.contains("<!-- one file -->");
        for inline in [" style=\"", " onclick=", " onload=", "javascript:"] {
            assert!(
                report || !text.contains(inline),
                "{} has{inline}, which the content policy refuses",
                path.display()
            );
        }
    }
}
