//! `indaba landing` as it is called: the figures, the report, and what is refused.

use serde_json::{Value, json};
use std::process::{Command, Output, Stdio};

/// Two measures that suit both parties together, and one that a red line forbids.
fn problem() -> Value {
    json!({
        "schema": "indaba/measures/1",
        "spheres": ["labour", "trade"],
        "parties": [
            {"id": "a", "name": "Alba <North>", "bloc": "origin"},
            {"id": "b", "name": "Bora", "bloc": "destination"},
            {"id": "c", "name": "Cima", "bloc": "destination"}
        ],
        "measures": [
            {"id": "x", "name": "Visa lanes", "cost": 2},
            {"id": "y", "name": "Skills partnership", "cost": 3},
            {"id": "z", "name": "Return fund", "cost": 1}
        ],
        "effects": [
            {"measure": "x", "party": "a", "sphere": "labour", "low": 1, "mode": 2, "high": 3},
            {"measure": "x", "party": "b", "sphere": "labour", "low": -2, "mode": -1, "high": 0},
            {"measure": "y", "party": "b", "sphere": "labour", "low": 0, "mode": 1, "high": 2},
            {"measure": "y", "party": "c", "sphere": "trade", "low": 1, "mode": 1, "high": 1},
            {"measure": "z", "party": "c", "sphere": "trade", "low": 2, "mode": 3, "high": 3}
        ],
        "red_lines": [{"party": "a", "measure": "z"}]
    })
}

fn ran(problem: &[u8], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indaba"));
    command.arg("landing").arg("-").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that refuses its arguments ends before it has read.
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), problem);
    child.wait_with_output().unwrap()
}

/// What it writes where it succeeds.
fn said(problem: &Value, arguments: &[&str]) -> String {
    let output = ran(problem.to_string().as_bytes(), arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn figures(problem: &Value, arguments: &[&str]) -> Value {
    serde_json::from_str(&said(problem, arguments)).unwrap()
}

#[test]
fn what_was_asked_belongs_to_the_package_that_was_asked_for() {
    for objective in ["count", "nash", "maxmin"] {
        let all = ["--objective", objective, "--alternatives", "2", "--draws", "20", "--json", "-"];
        let found = figures(&problem(), &all);
        let first = &found["packages"][0];
        assert_eq!(found["alternatives"]["packages"][0]["measures"], first["measures"], "{objective}");
        assert_eq!(found["robustness"]["draws"], 20, "{objective}");
        assert!(found["unfinished"].is_null(), "{objective}: nothing was cut short");
    }
}

#[test]
fn what_the_time_does_not_suffice_for_is_named() {
    let all = ["--limit", "0.000001", "--frontier", "--lang", "en"];
    let found = figures(&problem(), &all);
    let lacking: Vec<&str> =
        found["unfinished"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()).collect();
    assert_eq!(lacking, ["frontier", "prices", "curve"]);
    let page = said(&problem(), &[&all[..], &["--html", "-"]].concat());
    assert!(page.contains("The time was over before these were computed in full: trade-offs, prices of red lines"));
}

#[test]
fn where_no_package_exists_the_curve_ends_where_one_does() {
    let mut problem = problem();
    // What remains allowed harms somebody at tolerance 0 and 1.
    problem["measures"] = json!([{"id": "x", "name": "Visa lanes"}]);
    problem["red_lines"] = json!([]);
    problem["effects"] = json!([
        {"measure": "x", "party": "b", "sphere": "labour", "low": -2, "mode": -2, "high": -2},
        {"measure": "x", "party": "b", "sphere": "trade", "low": 3, "mode": 3, "high": 3},
        {"measure": "x", "party": "a", "sphere": "labour", "low": 3, "mode": 3, "high": 3}
    ]);
    let found = figures(&problem, &["--objective", "total", "--tolerance", "0"]);
    let curve = found["curve"].as_array().unwrap();
    let totals: Vec<&Value> = curve.iter().map(|step| &step["total"]).collect();
    assert_eq!(totals, [&Value::Null, &Value::Null, &json!(4)]);
    assert_eq!(curve[1]["status"], "none exists");
}

#[test]
fn a_measure_that_is_in_is_said_to_be() {
    let found = figures(&problem(), &["--objective", "total"]);
    let inside = found["packages"][0]["measures"][0].as_str().unwrap();
    let page = said(&problem(), &["--why", inside, "--html", "-"]);
    assert!(page.contains("It is in."), "{inside}");
    assert!(!said(&problem(), &["--why", "z", "--html", "-"]).contains("It is in."));
}

#[test]
fn two_results_do_not_share_a_file() {
    let output = ran(problem().to_string().as_bytes(), &["--json", "-", "--html", "-"]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--html"), "{output:?}");
}

#[test]
fn every_objective_has_its_package_and_what_was_asked() {
    let all = ["--alternatives", "3", "--frontier", "--draws", "50", "--why", "z", "--json", "-"];
    let found = figures(&problem(), &all);
    assert_eq!(found["schema"], "indaba/landing/1");
    let packages = found["packages"].as_array().unwrap();
    let objectives: Vec<_> = packages.iter().map(|p| p["objective"].as_str().unwrap()).collect();
    assert_eq!(objectives, ["total", "count", "nash", "maxmin"]);
    for package in packages {
        assert_eq!(package["status"], "optimal");
        assert_eq!(package["worse"], 0);
    }
    assert_eq!(packages[0]["measures"], json!(["x", "y"]));
    assert_eq!((packages[0]["total"].as_i64(), packages[0]["better"].as_i64()), (Some(3), Some(2)));
    assert_eq!(found["why"]["claims"][0]["kind"], "red_line");
    assert_eq!(found["prices"][0]["price"], 3, "with the return fund the total is 6");
    assert_eq!(found["curve"][0]["total"], 3);
    assert_eq!(found["alternatives"]["packages"][0]["measures"], json!(["x", "y"]));
    assert_eq!(found["robustness"]["draws"], 50);
    assert!(!found["frontier"].as_array().unwrap().is_empty());
}

#[test]
fn the_figures_are_the_same_for_any_number_of_threads() {
    let on = |threads: &str| {
        let mut found = figures(&problem(), &["--threads", threads, "--draws", "20"]);
        found["packages"].as_array_mut().unwrap().iter_mut().for_each(|p| p["seconds"] = Value::Null);
        found
    };
    assert_eq!(on("1"), on("2"));
}

#[test]
fn where_none_exists_it_says_so_and_what_stands_in_the_way() {
    let mut problem = problem();
    problem["red_lines"] = json!([{"party": "b", "measure": "y"}, {"party": "a", "measure": "z"}]);
    let found = figures(&problem, &[]);
    assert_eq!(found["packages"][0]["status"], "none exists");
    assert_eq!(found["packages"][0]["measures"], json!([]));
    assert!(!found["contradiction"].as_array().unwrap().is_empty());
    assert_eq!(found["concessions"]["points"], 1);
    let report = said(&problem, &["--html", "-"]);
    assert!(report.contains("No package meets all conditions"), "{report}");
    assert!(report.contains("red line of Bora: without Skills partnership"));
}

/// What is told on standard error, and the report.
fn told(problem: &Value, lang: &str) -> (String, String) {
    let output = ran(problem.to_string().as_bytes(), &["--lang", lang, "--html", "-"]);
    assert!(output.status.success(), "{output:?}");
    (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn where_there_is_nothing_to_choose_or_nothing_counts_the_verdict_says_so() {
    let cases: [(&str, &[&str], [&str; 3]); 4] = [
        (
            "there is no measure",
            &["measures", "effects", "red_lines"],
            ["There is no measure", "aucune mesure, donc", "لا يوجد أي تدبير"],
        ),
        (
            "there is no party",
            &["parties", "effects", "red_lines"],
            ["There is no party", "aucune partie", "لا يوجد أي طرف"],
        ),
        (
            "there is no sphere",
            &["spheres", "effects", "red_lines"],
            ["There is no sphere", "aucun domaine", "لا يوجد أي مجال"],
        ),
        (
            "no measure has an effect",
            &["effects"],
            ["No measure has an effect other than 0", "d’effet autre que 0", "أثر غير 0"],
        ),
    ];
    for (advice, empty, verdicts) in cases {
        let mut problem = problem();
        for field in empty {
            problem[field] = json!([]);
        }
        for (lang, verdict) in ["en", "fr", "ar"].iter().zip(verdicts) {
            let (stderr, report) = told(&problem, lang);
            assert!(stderr.contains(advice), "{stderr}");
            let lead = report.split("class=\"lead\">").nth(1).unwrap().split("</p>").next().unwrap();
            assert!(lead.contains(verdict), "{lang}: {lead}");
        }
        let found = figures(&problem, &[]);
        assert!(found["notes"][0]["text"].as_str().unwrap().starts_with(advice), "{}", found["notes"]);
    }
    assert!(figures(&problem(), &[])["notes"][0]["kind"] == "barred", "z is barred by a red line");
}

#[test]
fn where_no_measure_can_be_in_it_is_said_at_once_and_no_tolerance_is_tried() {
    let mut problem = problem();
    problem["red_lines"] = json!(["x", "y", "z"].map(|measure| json!({"party": "a", "measure": measure})));
    let found = figures(&problem, &[]);
    assert_eq!(found["notes"][0]["kind"], "all_barred");
    assert_eq!((&found["notes"][1]["kind"], &found["notes"][1]["measure"]), (&json!("barred"), &json!("x")));
    assert_eq!((found["curve"].as_array().unwrap().len(), &found["packages"][0]["value"]), (0, &Value::Null));
    for (lang, never, all, one) in [
        (
            "en",
            "No package meets all conditions, at any tolerance",
            "No measure can be in any package",
            "3 measures can be in no package",
        ),
        ("fr", "quelle que soit la tolérance", "Aucune mesure ne peut faire partie", "3 mesures ne peuvent"),
        ("ar", "عند أي تسامح", "لا يمكن أن يدخل أي تدبير", "تدابير لا يمكن أن تدخل"),
    ] {
        let (stderr, report) = told(&problem, lang);
        assert!(
            stderr.contains("no measure can be in any package") && stderr.contains("total: none exists,"),
            "{stderr}"
        );
        assert!([never, all, one].iter().all(|words| report.contains(words)), "{lang}: {report}");
    }
    problem["measures"][0]["name"] = json!("Visa lanes, by sector");
    let needs = json!({"kind": "requires", "measures": ["x", "y"]});
    let apart = json!({"kind": "excludes", "measures": ["x", "y"]});
    (problem["red_lines"], problem["relations"]) = (json!([]), json!([needs, apart]));
    let (stderr, report) = told(&problem, "en");
    assert!(stderr.contains("x can be in no package, because it needs y: relation of x, y"), "{stderr}");
    assert!(
        report.contains("can be in no package, because it needs") && !report.contains("at any tolerance"),
        "{report}"
    );
    assert!(
        report.contains("each other: Visa lanes, by sector; Skills partnership"),
        "titles may have commas: {report}"
    );
}

#[test]
fn a_floor_out_of_reach_is_said_with_what_can_be_reached() {
    let mut problem = problem();
    problem["red_lines"] = json!([{"party": "a", "sphere": "labour", "floor": 9}]);
    let (stderr, report) = told(&problem, "en");
    assert!(stderr.contains("red line of a in labour, at least 9: all measures together give 2 at most"), "{stderr}");
    assert!(report.contains("All measures that can be in a package give 2 at most"), "{report}");
    assert_eq!(figures(&problem, &[])["notes"][0]["most"], 2);
}

#[test]
fn one_party_is_enough() {
    let mut problem = problem();
    problem["parties"] = json!([{"id": "b", "name": "Bora"}]);
    problem["effects"] = json!([{"measure": "y", "party": "b", "sphere": "labour", "low": 0, "mode": 1, "high": 2}]);
    problem["red_lines"] = json!([]);
    let report = told(&problem, "en").1;
    assert!(report.contains("leave") && report.contains("1 of 1 parties better off"), "{report}");
}

#[test]
fn a_package_that_could_not_be_found_has_no_figures() {
    let mut problem = problem();
    problem["red_lines"] = json!([{"party": "b", "measure": "y"}, {"party": "a", "measure": "z"}]);
    for package in figures(&problem, &[])["packages"].as_array().unwrap() {
        for figure in ["value", "total", "cost", "better", "equal", "worse", "worst_party", "worst_cell", "bound"] {
            assert!(package[figure].is_null(), "{figure}: {package}");
        }
    }
}

#[test]
fn the_report_is_one_file_in_three_languages() {
    for (lang, dir, heading) in
        [("en", "ltr", "Landing zones"), ("fr", "ltr", "Zones d’accord"), ("ar", "rtl", "مناطق الاتفاق")]
    {
        let all = ["--alternatives", "3", "--frontier", "--draws", "20", "--why", "z", "--lang", lang, "--html", "-"];
        let report = said(&problem(), &all);
        assert!(report.contains(heading) && report.contains(&format!("dir=\"{dir}\"")), "{lang}");
        assert!(!report.contains("<script") && !report.contains("<link") && !report.contains("{$"), "{lang}");
        assert!(!report.contains("Alba <North>") && report.contains("Alba "), "{lang}: a name is text");
        let style = report.find("</style>").unwrap();
        assert!(!report[style..].contains("landing-"), "{lang}: a text is missing");
    }
}

#[test]
fn what_makes_no_sense_is_refused_with_its_place() {
    let refused = |bytes: &[u8], arguments: &[&str]| {
        let output = ran(bytes, arguments);
        assert!(!output.status.success() && output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    let mut wrong = problem();
    wrong["effects"][1]["party"] = json!("q");
    assert!(refused(wrong.to_string().as_bytes(), &[]).contains("effects[1].party"));
    assert!(refused(b"{\n  \"schema\": ]", &[]).contains("line 2"));
    let good = problem().to_string();
    assert!(refused(good.as_bytes(), &["--why", "q"]).contains("no measure \"q\""));
    assert!(refused(good.as_bytes(), &["--limit", "0"]).contains("--limit"));
    assert!(refused(good.as_bytes(), &["--tolerance=-1"]).contains("tolerance"));
}

#[test]
fn a_limit_ends_it_with_what_was_found() {
    let found = figures(&problem(), &["--limit", "0.001"]);
    for package in found["packages"].as_array().unwrap() {
        assert_ne!(package["status"], "none exists", "for want of time nothing is said to be impossible");
    }
}

#[test]
fn above_tolerance_0_the_verdict_tells_of_the_cells_below_the_status_quo() {
    let mut problem = problem();
    problem["effects"][2]["sphere"] = json!("trade");
    let report = said(&problem, &["--tolerance", "1", "--html", "-"]);
    assert!(report.contains("nobody worse off in all"), "{report}");
    assert!(report.contains("One cell (party × sphere) is below the status quo, by 1."), "{report}");
    problem["effects"][0]["mode"] = json!(3);
    problem["effects"][1]["mode"] = json!(-2);
    problem["effects"][2]["mode"] = json!(2);
    let mut lower = problem.clone();
    lower["effects"].as_array_mut().unwrap().push(json!(
        {"measure": "y", "party": "c", "sphere": "labour", "low": -1, "mode": -1, "high": -1}
    ));
    let report = said(&lower, &["--tolerance", "2", "--html", "-"]);
    assert!(report.contains("2 cells (party × sphere) are below the status quo, by at most 2."), "{report}");
    let literal = said(&problem, &["--tolerance", "0", "--html", "-"]);
    assert!(!literal.contains("nobody worse off in all"), "at tolerance 0 it is so in every sphere: {literal}");
    assert!(literal.contains("No party may fall below the status quo in any sphere."), "{literal}");
    assert!(report.contains("below the status quo in a sphere by at most 2."), "{report}");
}

#[test]
fn prices_stand_by_size_signs_are_minus_signs_and_uncertain_cells_have_a_mark() {
    let mut problem = problem();
    problem["red_lines"] = json!([{"party": "b", "floor": -19}, {"party": "a", "measure": "z"}]);
    let report = said(&problem, &["--alternatives", "2", "--html", "-"]);
    assert!(report.contains("at least −19") && !report.contains("at least -19"), "{report}");
    let prices = &report[report.find("What red lines cost").unwrap()..];
    let place = |words: &str| prices.find(words).unwrap_or_else(|| panic!("{words}: {prices}"));
    assert!(place("Return fund") < place("at least −19"), "the dearer line is first: {prices}");
    let rows = &prices[..prices.find("</table>").unwrap()];
    assert_eq!(rows.matches("optimal: proved</td>").count(), 5, "how sure each price is: {rows}");
    assert!(report.contains("<sup>±</sup>"), "{report}");
    let matrix = &report[report.find("table class=\"matrix stack\"").unwrap()..];
    let matrix = &matrix[..matrix.find("</table>").unwrap()];
    assert!(
        matrix.contains("alternative 1") && matrix.contains("✓") && matrix.contains("Skills partnership"),
        "{matrix}"
    );
    assert!(!matrix.contains("Return fund"), "what is in no package has no row: {matrix}");
}

/// What stands in the cells of the first table after some words, row by row.
fn cells(page: &str, words: &str) -> Vec<Vec<String>> {
    let after = &page[page.find(words).unwrap_or_else(|| panic!("{words}: {page}"))..];
    let body = after.split_once("<tbody").unwrap().1.split_once("</tbody>").unwrap().0;
    let shown = |cell: &str| cell.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect::<String>();
    let row = |row: &str| row.split("<td").skip(1).map(|cell| shown(&format!("<td{cell}"))).collect::<Vec<_>>();
    body.split("</tr>").map(row).filter(|row| !row.is_empty()).collect()
}

#[test]
fn gains_have_their_sign_in_every_table_and_costs_have_none() {
    let mut problem = problem();
    problem["effects"][2]["mode"] = json!(2);
    let report = said(&problem, &["--alternatives", "2", "--frontier", "--html", "-"]);
    let first = |words: &str| cells(&report, words).remove(0);
    let signed = |text: &String| text == "0" || text.starts_with(['+', '−']);
    for table in ["<h2>Packages", "<h2>Alternatives"] {
        let row = first(table);
        assert!(signed(&row[0]) && row[3].contains("(+1)"), "{table}: {row:?}");
        assert!(!signed(&row[1]) && !signed(&row[2]), "a cost, and parties better off: {row:?}");
    }
    for (table, gains) in
        [("<h2>What red lines cost", 1), ("<h2>Best total by tolerance", 1), ("<h2>Who gains what", 3)]
    {
        assert!(cells(&report, table).iter().all(|row| row[..gains].iter().all(signed)), "{table}: {report}");
    }
    let against = |what: &str| first(&format!("<caption>Total against {what}"));
    assert!(signed(&against("cost")[0]) && !signed(&against("cost")[1]), "{report}");
    assert!(against("the gain of the party that gains least")[..2].iter().all(signed), "{report}");
}
