//! Opinion groups at several points in time: which of them belong together, on the page and in the one-file report, and
//! how they keep their letters and colours.

use crate::house::{Folder, TestHouse};
use crate::landscape::{import, read};
use crate::landscape_command::{name, run};
use indaba::access::Role;
use indaba::lang::{L, Lang};
use indaba::live::landscape::Audience;
use indaba::live::shown::{Basis, Computed};
use indaba::report_landscape::{Ellipses, Source, Texts, View};
use landscape::{Landscape, Options, indaba};
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
        "Group A now came from Group B, Group C then.",
        "Group B now corresponds to Group A then: most of its participants stayed.",
        "Group C now is made of participants who were in no group then.",
        "Those of Group C then are in Group A now.",
    ];
    assert_eq!(told(&report(&export(&rounds), "1500000").await), lines);
    for house in TestHouse::open().await {
        let [comments, votes] = files(&rounds);
        import(&house, 0, &read(&comments, &votes)).await.unwrap();
        let token = house.token(Role::Secretariat).await;
        let at = format!("/d/{}/q/3.1/landscape/since?at=1970-01-01T00:25", house.slug);
        // Groups of then are called as those of now that they are, so that both maps have the same letters.
        let named = [
            "Group A now came from Group A, Group D then.",
            "Group B now corresponds to Group B then: most of its participants stayed.",
            lines[2],
            "Those of Group D then are in Group A now.",
        ];
        assert_eq!(told(&house.get(&at, token.as_deref()).await.text()), named);
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
            "Group A now corresponds to Group B then: most of its participants stayed.",
            "Group B now corresponds to Group A then: most of its participants stayed.",
            "Group C now came out of Group A then.",
            "Nobody of Group C then is in a group now.",
        ]
    );
}

/// The landscape that everybody is shown after another one.
fn after(before: Option<&Computed>, rounds: &[Round]) -> Computed {
    Computed::new(found(rounds), Audience::Public, Basis::default(), before)
}

fn found(rounds: &[Round]) -> Landscape {
    let [comments, votes] = files(rounds);
    let export = read(&comments, &votes);
    indaba(&export.votes, &export.statements(), &Options::default())
}

/// Letter, size and colour of each group as a reader sees it; map and list agree on them.
fn seen(landscape: &Landscape) -> Vec<(String, u32, String)> {
    let l = L(Lang::parse("en").unwrap());
    let view = View::new(l, landscape, &Texts::new(), Source::default(), Ellipses::None);
    let svg = view.map.map(|map| map.svg).unwrap_or_default();
    for group in &view.groups {
        let name = svg.split_once(&format!("class=\"name {}\"", group.class)).unwrap().1;
        assert!(name.split_once('>').unwrap().1.starts_with(&format!("{} \u{b7} {}<", group.id, group.size)), "{svg}");
    }
    view.groups.into_iter().map(|group| (group.id, group.size, group.class)).collect()
}

fn expected(groups: &[(&str, u32, &str)]) -> Vec<(String, u32, String)> {
    groups.iter().map(|(id, size, class)| ((*id).to_owned(), *size, (*class).to_owned())).collect()
}

#[test]
fn letters_and_colours_stay_with_their_groups_on_the_map_and_follow_size_in_the_figures() {
    let first = after(None, &THEN[..2]);
    assert_eq!(seen(&first.shown(10).map), expected(&[("A", 30, "g1"), ("B", 24, "g2")]));
    assert!(!first.shown(10).is_renamed());

    // The sizes cross, and a third group comes.
    let rounds = [&THEN[..2], &[(54..72, 1, 1_000_000), (72..90, 2, 1_000_000)]].concat();
    let crossed = after(Some(&first), &rounds).shown(10);
    assert_eq!(seen(&crossed.map), expected(&[("B", 42, "g2"), ("A", 30, "g1"), ("C", 18, "g3")]));
    assert_eq!(seen(&crossed.figures), expected(&[("A", 42, "g1"), ("B", 30, "g2"), ("C", 18, "g3")]));
    assert!(crossed.is_renamed() && crossed.map.participants.is_none() && crossed.figures.participants.is_none());
    assert_eq!(
        crossed.figures.to_json(),
        after(None, &rounds).shown(10).figures.to_json(),
        "whatever was shown before"
    );

    // The same where there were no groups for a while, and where the first of them is gone.
    let one = after(Some(&after(Some(&first), &rounds)), &[(0..90, 1, 1_000_000)]);
    assert!(seen(&one.shown(10).map).is_empty());
    let again = after(Some(&one), &rounds[1..]);
    assert_eq!(seen(&again.shown(10).map), expected(&[("B", 42, "g2"), ("C", 18, "g3")]));
}
