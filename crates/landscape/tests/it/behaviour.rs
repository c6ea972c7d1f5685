//! What the landscape says of small dialogues, worked out by hand.

use landscape::{Candidate, Direction, Family, Landscape, Note, Options, Value, Votes, duplicates, next, polis};

use crate::dialogues::{blocs, row, statements, two_camps, votes};

fn camps() -> Landscape {
    let (rows, statements) = two_camps();
    polis(&votes(&rows), &statements, &Options { blocs: blocs(), ..Options::default() })
}

#[test]
fn two_camps_are_found_the_larger_first() {
    let landscape = camps();
    let groups: Vec<_> = landscape.groups.iter().map(|g| (g.id.as_str(), g.size)).collect();
    assert_eq!(groups, [("A", Some(12)), ("B", Some(8))]);
    let of = |id: &str| landscape.participants.as_ref().unwrap().iter().find(|p| p.id == id).unwrap().group.clone();
    assert_eq!((of("0").as_deref(), of("19").as_deref()), (Some("A"), Some("B")));
}

#[test]
fn what_all_support_is_common_ground_and_what_parts_them_a_divide() {
    let landscape = camps();
    let ground = |id: &str| landscape.statement(id).unwrap().common_ground.unwrap();
    // The bloc of one participant makes even a unanimous statement unsure: (1 + 1) / (1 + 2).
    assert!((ground("5").share - 2.0 / 3.0).abs() < 1e-12);
    assert!(ground("5").low > 0.2 && ground("0").low < 0.1);
    let divide = landscape.divides.iter().find(|d| d.statement == "0").unwrap();
    assert_eq!((divide.between, divide.most.name.as_str(), divide.least.name.as_str()), (Family::Groups, "A", "B"));
    assert!(landscape.divides.iter().all(|d| d.statement != "5" && d.statement != "6"));
    assert!(landscape.divides.is_sorted_by(|a, b| a.gap >= b.gap));
}

#[test]
fn what_is_taken_out_keeps_its_counts_and_enters_no_list() {
    let landscape = camps();
    let out = landscape.statement("6").unwrap();
    assert_eq!((out.agree, out.disagree, out.center), (Some(10), Some(10), Some(0.0)));
    let listed = landscape.groups.iter().flat_map(|g| &g.representative).map(|r| &r.statement);
    let listed = listed.chain(landscape.majority.iter().map(|m| &m.statement));
    assert!(listed.clone().all(|id| id != "6") && listed.count() > 0);
    assert_eq!(landscape.components[0][6], Some(0.0));
}

#[test]
fn the_majority_is_named_with_its_direction() {
    let landscape = camps();
    let first = &landscape.majority[0];
    assert_eq!((first.statement.as_str(), first.direction, first.agree), ("5", Direction::Agree, 20));
}

#[test]
fn a_meta_statement_has_the_fixed_priority() {
    let (rows, mut statements) = two_camps();
    statements[5].is_meta = true;
    let landscape = polis(&votes(&rows), &statements, &Options::default());
    assert_eq!(landscape.statement("5").unwrap().priority, Some(49.0));
}

#[test]
fn the_latest_response_counts_and_of_a_tie_the_later_row() {
    let mut votes = Votes::builder();
    for (value, at) in [(Value::Agree, 5), (Value::Disagree, 9), (Value::Pass, 7), (Value::Agree, 9)] {
        votes.response("p", "1", value, at);
    }
    let votes = votes.build();
    let kept: Vec<_> = votes.responses(0).map(|r| (r.value, r.at)).collect();
    assert_eq!(kept, [(Value::Agree, 9)]);
}

#[test]
fn nothing_gives_an_empty_landscape_and_says_so() {
    let landscape = polis(&Votes::default(), &statements(3), &Options::default());
    assert_eq!(landscape.notes, [Note::NoResponses]);
    assert!(landscape.statements.is_empty() && landscape.groups.is_empty());
}

#[test]
fn one_participant_is_one_group() {
    let landscape = polis(&votes(&[row("p", 0, 1)]), &statements(1), &Options::default());
    assert_eq!(landscape.groups.len(), 1);
    let small = Note::FewParticipants { clustered: 1, wanted: 15 };
    assert!([small, Note::OneGroup, Note::NoVariation].iter().all(|n| landscape.notes.contains(n)));
}

#[test]
fn identical_participants_have_no_map() {
    let rows: Vec<_> = (0..30).flat_map(|p| (0..9).map(move |s| row(p, s, if s % 2 == 0 { 1 } else { -1 }))).collect();
    let landscape = polis(&votes(&rows), &statements(9), &Options::default());
    assert!(landscape.notes.contains(&Note::NoVariation));
    assert_eq!((landscape.groups.len(), landscape.groups[0].size), (1, Some(30)));
    assert!(landscape.participants.unwrap().iter().all(|p| p.position == [0.0, 0.0]));
}

#[test]
fn all_passes_are_no_opinion() {
    let rows: Vec<_> = (0..8).flat_map(|p| (0..3).map(move |s| row(p, s, 0))).collect();
    let landscape = polis(&votes(&rows), &statements(3), &Options::default());
    let ground = landscape.statements[0].common_ground.unwrap();
    assert_eq!((ground.share, ground.low, ground.high), (0.5, 0.0, 1.0));
    assert!(landscape.majority.is_empty() && landscape.divides.is_empty());
}

#[test]
fn one_statement_has_one_axis() {
    let rows: Vec<_> = (0..20).map(|p| row(p, 0, if p < 8 { 1 } else { -1 })).collect();
    let landscape = polis(&votes(&rows), &statements(1), &Options::default());
    assert!(landscape.notes.contains(&Note::OneAxis));
    assert_eq!(landscape.components, [[Some(1.0)], [Some(0.0)]]);
}

#[test]
fn labels_are_taken_and_strangers_counted() {
    let (rows, statements) = two_camps();
    let mut labels: landscape::Labels = (0..20).map(|p| (p.to_string(), format!("{}", 10 - p % 2))).collect();
    labels.insert("stranger".into(), "9".into());
    let options = Options { groups: Some(labels), ..Options::default() };
    let landscape = polis(&votes(&rows), &statements, &options);
    assert_eq!(landscape.groups.iter().map(|g| g.id.as_str()).collect::<Vec<_>>(), ["9", "10"]);
    assert!(landscape.notes.contains(&Note::GroupsGiven { labelled: 20 }));
    assert!(landscape.notes.contains(&Note::LabelsUnknown { participants: 1 }));
    let none = Options { groups: Some(landscape::Labels::new()), ..Options::default() };
    assert_eq!(polis(&votes(&rows), &statements, &none).groups[0].id, "A");
}

#[test]
fn the_json_is_this() {
    let (rows, statements) = two_camps();
    let rows: Vec<_> = rows.into_iter().filter(|(_, s, ..)| ["0", "5", "6"].contains(&s.as_str())).collect();
    let options = Options { blocs: blocs(), min_group: 3, ..Options::default() };
    let mut landscape = polis(&votes(&rows), &statements, &options);
    landscape.participants.iter_mut().for_each(|p| p.truncate(2));
    // Six digits: the last ones may differ between processors.
    insta::assert_snapshot!(rounded(&landscape.to_json()));
    assert_eq!(Landscape::from_json(&landscape.to_json()).unwrap().to_json(), landscape.to_json());
}

fn rounded(json: &str) -> String {
    let line = |line: &str| {
        let (indent, rest) = line.split_at(line.rfind(' ').map_or(0, |i| i + 1));
        let (number, comma) = rest.strip_suffix(',').map_or((rest, ""), |n| (n, ","));
        match number.parse::<f64>() {
            Ok(x) if number.contains('.') => {
                format!("{indent}{:.6}{comma}", if x.abs() < 1e-9 { 0.0 } else { x })
            }
            _ => line.to_string(),
        }
    };
    json.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_least_heard_statement_comes_next_and_none_is_starved() {
    let c = |id, responses, priority| Candidate { id, responses, priority };
    assert_eq!(next(&[c("1", 9, Some(1.0)), c("2", 9, Some(4.0))], "p", 1), Some("2"));
    assert_eq!(next(&[c("1", 9, Some(0.0)), c("2", 41, Some(49.0))], "p", 1), Some("1"));
    assert_eq!(next(&[], "p", 1), None);
    let equal: Vec<_> = ["1", "2", "3", "4"].map(|id| c(id, 0, None)).into();
    let first: std::collections::BTreeSet<_> = (0..40).filter_map(|p| next(&equal, &p.to_string(), 1)).collect();
    assert_eq!(first.len(), 4);
    assert_eq!(next(&equal, "7", 1), next(&equal, "7", 1));
}

#[test]
fn near_duplicates_are_found_within_a_language() {
    let found = duplicates(&[
        ("1", "fr", "Reconnaître les qualifications étrangères plus vite"),
        ("2", "fr", "Reconnaître plus vite les qualifications étrangères !"),
        ("3", "en", "Reconnaître les qualifications étrangères plus vite"),
        ("4", "zh", "加快承认外国学历"),
        ("5", "zh", "加快承认外国的学历"),
        ("6", "zh", "降低汇款费用"),
        ("7", "fr", ""),
    ]);
    assert_eq!(found.iter().map(|(a, b, _)| (*a, *b)).collect::<Vec<_>>(), [("1", "2"), ("4", "5")]);
}

#[test]
fn two_thousand_statements_are_compared() {
    let words = ["visa", "school", "remittance", "return", "city", "work", "asylum", "health", "family", "skill"];
    let text =
        |i: usize| (0..12).map(|w| words[(i / 3_usize.pow(w % 5) + w as usize * i) % 10]).collect::<Vec<_>>().join(" ");
    let texts: Vec<(String, String)> = (0..2000).map(|i| (i.to_string(), text(i))).collect();
    let input: Vec<_> = texts.iter().map(|(id, text)| (id.as_str(), "en", text.as_str())).collect();
    let found = duplicates(&input);
    assert!(found.iter().all(|(_, _, score)| (landscape::ALIKE..=1.0).contains(score)));
    assert!(found.is_sorted_by(|a, b| a.2 >= b.2) && !found.is_empty());
}
