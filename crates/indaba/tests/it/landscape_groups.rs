//! Opinion groups at two points in time, on the page and in the one-file report: which of them belong together.

use crate::house::{Folder, TestHouse};
use crate::landscape::{import, read};
use crate::landscape_command::{name, run};
use indaba::access::Role;
use std::fmt::Write;
use std::fs;
use std::ops::Range;

/// Statements; each camp agrees with every third of them.
const STATEMENTS: usize = 18;

/// Whoever answers everything as a camp does, at a time.
type Round = (Range<usize>, usize, i64);

/// Three camps of 30, 24 and 18.
const THEN: [Round; 3] = [(0..30, 0, 1_000_000), (30..54, 1, 1_000_000), (54..72, 2, 1_000_000)];

/// The two files of a Polis export, in which now and then somebody passes.
fn files(rounds: &[Round]) -> [String; 2] {
    let mut comments = String::from("timestamp,comment-id,comment-body\n");
    (0..STATEMENTS).for_each(|s| writeln!(comments, "1,{s},\"Statement, number {s}\"").unwrap());
    let mut votes = String::from("timestamp,comment-id,voter-id,vote\n");
    for (people, camp, at) in rounds {
        for (p, s) in people.clone().flat_map(|p| (0..STATEMENTS).map(move |s| (p, s))) {
            let agrees = if s % 3 == *camp { 1 } else { -1 };
            let vote = if (7 * p + 5 * s) % 11 == 0 { 0 } else { agrees };
            writeln!(votes, "{at},{s},{p},{vote}").unwrap();
        }
    }
    [comments, votes]
}

/// The same as a folder.
fn export(rounds: &[Round]) -> Folder {
    let folder = Folder::new();
    let names = ["comments.csv", "votes.csv"];
    names.iter().zip(files(rounds)).for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    folder
}

/// The lines that say which groups belong together.
fn told(html: &str) -> Vec<String> {
    let list = html.split_once("Groups then and now</h2><ul>").and_then(|(_, rest)| rest.split_once("</ul>"));
    let lines = list.map_or("", |(list, _)| list).split("<li>").skip(1);
    lines.map(|line| line.trim_end_matches("</li>").to_owned()).collect()
}

/// The report of `export`, set beside what `since` names.
async fn report(export: &Folder, since: &str) -> String {
    let html = name(export.path(), "report.html");
    run(&[export.path().to_str().unwrap(), "--since", since, "--html", &html]).await.unwrap();
    fs::read_to_string(html).unwrap()
}

#[tokio::test]
async fn page_and_report_say_which_groups_belong_together() {
    // Those of the smallest camp now answer as the middle one, and others come who answer as they did.
    let rounds = [&THEN[..], &[(54..72, 1, 2_000_000), (72..90, 2, 2_000_000)]].concat();
    let lines = [
        "Group A of now came from Group B, Group C of then.",
        "Group B of now is Group A of then: most who were in it stayed.",
        "Group C of now is made of participants who were in no group then.",
        "Those of Group C of then are in Group A now.",
    ];
    assert_eq!(told(&report(&export(&rounds), "1500000").await), lines);
    for house in TestHouse::open().await {
        let [comments, votes] = files(&rounds);
        import(&house, 0, &read(&comments, &votes)).await.unwrap();
        let token = house.token(Role::Secretariat).await;
        let at = format!("/d/{}/q/3.1/landscape/since?at=1970-01-01T00:25", house.slug);
        assert_eq!(told(&house.get(&at, token.as_deref()).await.text()), lines);
    }
}

#[tokio::test]
async fn the_report_says_what_a_group_came_out_of_and_which_is_no_longer_there() {
    let early = export(&[&THEN[..2], &[(54..72, 1, 1_000_000), (72..90, 2, 1_000_000)]].concat());
    let then = name(early.path(), "then.json");
    run(&[early.path().to_str().unwrap(), "--json", &then]).await.unwrap();
    assert_eq!(
        told(&report(&export(&THEN), &then).await),
        [
            "Group A of now is Group B of then: most who were in it stayed.",
            "Group B of now is Group A of then: most who were in it stayed.",
            "Group C of now came out of Group A of then.",
            "Nobody of Group C of then is in a group now.",
        ]
    );
}
