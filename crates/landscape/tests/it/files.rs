//! Reading and writing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use landscape::{
    Options, Value, Votes, polis,
    read::{self, LongColumns, PolisFiles, ReadError, ValueMap},
    write,
};

use proptest::prelude::*;

use crate::{
    conformance,
    dialogues::{two_camps, votes},
    invented::Chance,
    shared,
};

const COMMENTS: &str =
    "comment-id,comment-body,moderated,is-meta\n1,\"One, and \"\"more\"\"\",1,false\n2,Two,-1,true\n";

fn given<'a>(bytes: &'a mut &[u8]) -> Option<&'a mut dyn std::io::Read> {
    if bytes.is_empty() { None } else { Some(bytes) }
}

fn export(comments: &str, votes: &str, matrix: &str) -> Result<read::Export, ReadError> {
    let mut files = [comments, votes, matrix].map(str::as_bytes);
    let [comments, votes, matrix] = &mut files;
    read::polis_export(PolisFiles { comments: given(comments), votes: given(votes), matrix: given(matrix) })
}

fn refused(comments: &str, votes: &str, matrix: &str) -> String {
    export(comments, votes, matrix).unwrap_err().to_string()
}

#[test]
fn an_export_is_read() {
    let votes = "timestamp,datetime,comment-id,voter-id,vote\n5,,1,7,1\n6,,1,7,-1\n5,,2,8,0\n";
    let matrix = "participant,group-id,n-votes,1,2\n7,1,1,-1,\n8,,1,,0\n";
    let read = export(COMMENTS, votes, matrix).unwrap();
    assert_eq!(read.comments[0].statement.text, "One, and \"more\"");
    assert!(read.comments[1].statement.is_meta && read.comments[1].statement.moderated == -1);
    assert_eq!(read.votes.participants(), ["7", "8"]);
    assert_eq!(read.votes.responses(0).map(|r| r.value).collect::<Vec<_>>(), [Value::Disagree]);
    assert_eq!(read.labels.into_iter().collect::<Vec<_>>(), [("7".to_string(), "1".to_string())]);
    let alone = export(COMMENTS, "", matrix).unwrap();
    assert_eq!((alone.votes.len(), alone.votes.responses(1).next().unwrap().value), (2, Value::Pass));
}

#[test]
fn trouble_is_named_with_file_line_and_column() {
    let head = "timestamp,datetime,comment-id,voter-id,vote\n";
    let says = |text: String, parts: &[&str]| {
        for part in parts {
            assert!(text.contains(part), "\"{part}\" is not in: {text}");
        }
    };
    says(refused(COMMENTS, &format!("{head}5,,1,7,2\n"), ""), &["votes.csv, line 2", "\"vote\"", "\"2\""]);
    says(refused(COMMENTS, &format!("{head}5,,1,7,1\n5,,9,7,1\n"), ""), &["line 3", "\"9\"", "comments.csv"]);
    says(refused(COMMENTS, "timestamp,comment-id,voter,vote\n", ""), &["\"voter-id\"", "\"voter\""]);
    says(refused(COMMENTS, &format!("{head}now,,1,7,1\n"), ""), &["line 2", "\"timestamp\"", "\"now\""]);
    says(refused(COMMENTS, "", "participant,1,2\n7,1,0\n8,1,1\n7,0,0\n"), &["line 4", "\"7\"", "line 2"]);
    says(refused(COMMENTS, "", "participant,1,seen\n7,1,0\n"), &["line 1", "\"seen\""]);
    says(refused(COMMENTS, "", "participant,1,2\n7,1,12\n"), &["line 2", "\"2\"", "\"12\""]);
    says(refused("comment-id,comment-body\n1,a\n1,b\n", head, ""), &["comments.csv, line 3", "line 2"]);
    says(refused("\n", head, ""), &["comments.csv is empty"]);
    says(refused(COMMENTS, "", ""), &["votes.csv", "participants-votes.csv"]);
}

/// More lines than are read at once: plain ones are read many at a time, others one by one.
#[test]
fn many_lines_are_read_as_they_would_be_one_by_one() {
    let head = "timestamp,datetime,comment-id,voter-id,vote\n";
    for (odd, end) in [(0.0, "\n"), (1e-4, "\r\n"), (0.4, "\n")] {
        let (mut chance, mut text, mut expected) = (Chance::new(4), String::from(head), Votes::builder());
        for _ in 0..70_000 {
            let mut of = |n: f64| (chance.unit() * n) as i64;
            let (participant, statement, sign, at) = (of(900.0), of(40.0), of(3.0) - 1, of(5e12));
            let (who, date) = if chance.unit() < odd {
                (format!("p{participant}"), "\"Wed,\n\n18\"")
            } else {
                (participant.to_string(), "")
            };
            let _ = write!(text, "{at},{date},{statement},{who},{sign}{end}");
            expected.response(&who, &statement.to_string(), Value::try_from(sign).unwrap(), at);
        }
        let without_end = text.trim_end();
        assert_eq!(read::votes("votes.csv", without_end.as_bytes(), None).unwrap(), expected.build());
        let lines = text.matches('\n').count() + 1;
        let said =
            |line: &str| read::votes("v.csv", format!("{text}{line}\n").as_bytes(), None).unwrap_err().to_string();
        assert!(said("1,,1,1,7").contains(&format!("line {lines}, column \"vote\": \"7\"")));
        let known = (0..40).map(|s| s.to_string()).collect::<Vec<_>>();
        let known = known.iter().map(String::as_str).collect();
        let stranger = read::votes("v.csv", format!("{text}1,,40,1,1\n1,,1,1,1\n").as_bytes(), Some(&known));
        assert!(stranger.unwrap_err().to_string().contains(&format!("line {lines}, column \"comment-id\"")));
    }
}

#[test]
fn a_long_csv_is_read_by_names_and_values() {
    let columns = LongColumns { participant: "country".into(), statement: "rcid".into(), ..LongColumns::default() };
    let values = ValueMap::parse("yes=agree,no=disagree,abstain=pass,absent=missing").unwrap();
    let text = "rcid,country,vote\n1,a,yes\n1,b,abstain\n1,c,absent\n2,a,no\n";
    let votes = read::long("r.csv", text.as_bytes(), &columns, &values).unwrap();
    assert_eq!((votes.participants().len(), votes.len()), (2, 3));
    let wrong = read::long("r.csv", "rcid,country,vote\n1,a,YES\n".as_bytes(), &columns, &values).unwrap_err();
    assert!(wrong.to_string().contains("line 2, column \"vote\": \"YES\""));
    assert!(read::long("r.csv", text.as_bytes(), &LongColumns::default(), &values).is_err());
}

#[test]
fn labels_and_blocs_are_read() {
    let labels = read::labels("g.csv", "participant,group\na,1\nb,\n".as_bytes()).unwrap();
    assert_eq!(labels.len(), 1);
    assert!(read::labels("g.csv", "participant,group\n".as_bytes()).unwrap().is_empty());
    let twice = read::labels("g.csv", "participant,group\na,1\na,2\n".as_bytes()).unwrap_err();
    assert!(twice.to_string().contains("line 3"));
    let blocs = read::blocs("b.csv", "participant,bloc\na,x\na,y\nb,x\n".as_bytes()).unwrap();
    assert_eq!((blocs["x"].len(), blocs["y"].len()), (2, 1));
}

#[test]
fn what_is_written_gives_the_same_landscape() {
    let (rows, statements) = two_camps();
    let before = votes(&rows);
    let comment =
        |s: &landscape::Statement| read::Comment { statement: s.clone(), author: Some("3".into()), at: Some(1) };
    let comments: Vec<_> = statements.iter().map(comment).collect();
    let labels = (0..9).map(|p| (p.to_string(), "a, b".to_string())).collect();
    let written = write::polis(&before, &[], &comments, &labels, &write::About::default());
    for votes in [written.votes.as_str(), ""] {
        let again = export(&written.comments, votes, &written.participants_votes).unwrap();
        assert_eq!((&again.comments, &again.labels), (&comments, &labels));
        let options = Options::default();
        assert_eq!(
            polis(&again.votes, &again.statements(), &options).to_json(),
            polis(&before, &statements, &options).to_json()
        );
    }
    assert!(written.summary.starts_with("topic,\n"));
}

#[test]
fn a_vote_that_was_followed_by_another_is_kept_beside_those_that_count() {
    let comments = "timestamp,comment-id,comment-body\n1,1,a\n2,2,b\n";
    // Voter 7 answers comment 2 four times, not in order and twice at one moment; of these two the later line counts.
    let votes = "timestamp,comment-id,voter-id,vote\n5,2,7,0\n3,2,7,1\n4,1,7,1\n5,2,7,-1\n6,2,8,1\n4,2,7,1\n";
    let read = export(comments, votes, "").unwrap();
    assert_eq!(read.votes.len(), 3);
    let before: Vec<_> =
        read.superseded.iter().map(|s| (s.participant, s.response.value.sign(), s.response.at)).collect();
    assert_eq!(before, [(0, 1, 3), (0, 1, 4), (0, 0, 5)]);
    let written =
        |e: &read::Export| write::polis(&e.votes, &e.superseded, &e.comments, &e.labels, &write::About::default());
    let first = written(&read);
    let rows: Vec<_> = first.votes.lines().skip(1).map(without_date).collect();
    assert_eq!(rows, ["4,1,7,1", "3,2,7,1", "4,2,7,1", "5,2,7,0", "5,2,7,-1", "6,2,8,1"]);
    let again = export(&first.comments, &first.votes, "").unwrap();
    assert_eq!(again, read);
    assert_eq!(written(&again), first, "the same bytes");
}

/// A row of votes.csv without its second column, the day in words.
fn without_date(row: &str) -> String {
    let cells: Vec<&str> = row.split(',').collect();
    [&cells[..1], &cells[2..]].concat().join(",")
}

/// As far as the files hold: every vote, and the matrix to the byte.
#[test]
fn a_real_export_comes_out_as_it_went_in() {
    let Some(data) = shared::data() else { return };
    for name in ["15-per-hour-seattle", "scoop-hivemind.biodiversity", "vtaiwan.uberx"] {
        let folder = data.join("polis").join(name);
        let read = conformance::read(&folder);
        let written =
            write::polis(&read.votes, &read.superseded, &read.comments, &read.labels, &write::About::default());
        let again = export(&written.comments, &written.votes, &written.participants_votes).unwrap();
        assert_eq!(again, read, "{name}");
        let original = fs::read_to_string(folder.join("participants-votes.csv")).unwrap();
        assert!(columns(&written.participants_votes) == columns(&original), "{name}");
        let rows = |text: &str| {
            let mut rows: Vec<String> = text.lines().skip(1).map(without_date).collect();
            rows.sort_unstable();
            rows
        };
        let original = fs::read_to_string(folder.join("votes.csv")).unwrap();
        assert!(rows(&written.votes) == rows(&original), "{name}");
    }
}

/// The matrix without n-comments, which counts comments that the file does not list; rows by participant.
fn columns(matrix: &str) -> Vec<Vec<&str>> {
    let cells =
        matrix.lines().map(|line| line.split(',').enumerate().filter(|(i, _)| *i != 2).map(|(_, c)| c).collect());
    let mut rows: Vec<Vec<&str>> = cells.collect();
    rows[1..].sort();
    rows
}

/// Pieces of CSV, whole and broken, in any order.
fn scraps() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "timestamp",
        "comment-id",
        "voter-id",
        "vote",
        "participant",
        "group-id",
        "comment-body",
        ",",
        "\n",
        "\r\n",
        "\"",
        "1",
        "-1",
        "0",
        "99999999999999999999",
        "\u{feff}",
        "a,b\n",
        "timestamp,comment-id,voter-id,vote\n",
        "participant,group,bloc,statement\n",
    ];
    let piece = prop_oneof![
        9 => prop::sample::select(pieces.map(str::as_bytes).to_vec()).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever the bytes, a reader answers, and an error has a text.
    #[test]
    fn no_bytes_bring_a_reader_down(bytes in scraps()) {
        let (columns, values) = (LongColumns::default(), ValueMap::default());
        let answers = [
            read::comments("f", bytes.as_slice()).err(),
            read::votes("f", bytes.as_slice(), None).err(),
            read::matrix("f", bytes.as_slice(), None).err(),
            read::long("f", bytes.as_slice(), &columns, &values).err(),
            read::labels("f", bytes.as_slice()).err(),
            read::blocs("f", bytes.as_slice()).err(),
        ];
        prop_assert!(answers.iter().flatten().all(|error| !error.to_string().is_empty()));
    }

    /// Texts that a person may write come back as they were.
    #[test]
    fn any_text_survives_the_export(texts in prop::collection::vec("[a-z ,\"\n\u{e9}\u{627}]{1,20}", 1..6)) {
        let comment = |(i, text): (usize, &String)| read::Comment {
            statement: landscape::Statement::new(i.to_string(), text.clone()),
            author: None,
            at: Some(0),
        };
        let comments: Vec<_> = texts.iter().enumerate().map(comment).collect();
        let written = write::polis(&votes(&[]), &[], &comments, &landscape::Labels::new(), &write::About::default());
        let again = read::comments("comments.csv", written.comments.as_bytes()).unwrap();
        prop_assert_eq!(again, comments);
    }
}

#[test]
fn a_summary_that_is_written_is_read_again() {
    let about = write::About {
        topic: "Fees, and \"more\"".into(),
        url: "https://example.org/a,b".into(),
        views: 4668,
        description: "One line\nand another".into(),
    };
    let (rows, _) = two_camps();
    let files = write::polis(&votes(&rows), &[], &[], &BTreeMap::new(), &about);
    assert_eq!(read::summary("summary.csv", files.summary.as_bytes()).unwrap(), about);
    let short = "views,many\nvoters,3\n";
    assert_eq!(read::summary("summary.csv", short.as_bytes()).unwrap(), write::About::default());
    assert!(read::summary("summary.csv", "topic,a\nurl,b,c\n".as_bytes()).is_err());
}
