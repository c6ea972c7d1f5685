//! Method `polis` against an independent implementation, on every record.

use std::{
    fs::{self, File},
    path::Path,
};

use landscape::{
    Direction, Landscape, Options, polis,
    read::{Export, PolisFiles, polis_export},
};
use serde_json::Value as Json;

use crate::shared;

pub fn read(folder: &Path) -> Export {
    let open = |name: &str| File::open(folder.join(name)).ok();
    let [mut comments, mut votes, mut matrix] = ["comments.csv", "votes.csv", "participants-votes.csv"].map(open);
    polis_export(PolisFiles {
        comments: comments.as_mut().map(|f| f as &mut dyn std::io::Read),
        votes: votes.as_mut().map(|f| f as &mut dyn std::io::Read),
        matrix: matrix.as_mut().map(|f| f as &mut dyn std::io::Read),
    })
    .unwrap()
}

fn numbers(json: &Json) -> Vec<f64> {
    json.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn ids(json: &Json) -> Vec<String> {
    json.as_array().unwrap().iter().map(ToString::to_string).collect()
}

fn near(what: &str, ours: f64, theirs: f64, tolerance: f64) {
    assert!((ours - theirs).abs() <= tolerance, "{what}: {ours} instead of {theirs}");
}

#[test]
fn every_record_agrees_with_its_reference() {
    let Some(data) = shared::data() else { return };
    let mut records: Vec<_> = fs::read_dir(data.join("polis")).unwrap().map(|e| e.unwrap().path()).collect();
    records.sort();
    assert!(records.len() >= 8);
    for record in records {
        let name = record.file_name().unwrap().to_str().unwrap().to_string();
        let reference = fs::read(data.join("polis-reference").join(format!("{name}.json"))).unwrap();
        let reference: Json = serde_json::from_slice(&reference).unwrap();
        let export = read(&record);
        let options = Options { groups: Some(export.labels.clone()), threads: 2, ..Options::default() };
        let landscape = polis(&export.votes, &export.statements(), &options);
        axes(&name, &landscape, &reference);
        figures(&name, &landscape, &reference);
        representative(&name, &landscape, &reference);
    }
}

fn axes(name: &str, ours: &Landscape, theirs: &Json) {
    let participants = ours.participants.as_ref().unwrap();
    assert_eq!(participants.iter().map(|p| p.id.clone()).collect::<Vec<_>>(), ids(&theirs["pids"]));
    for k in 0..2 {
        let their_axis = numbers(&theirs["components"][k]);
        let our_axis = ours.components[k].iter().flatten();
        let cos: f64 = our_axis.zip(&their_axis).map(|(a, b)| a * b).sum();
        assert!(cos.abs() >= 1.0 - 1e-10, "{name}: |cos| of axis {k} is {}", cos.abs());
        for (p, position) in participants.iter().zip(theirs["positions"].as_array().unwrap()) {
            let theirs = position[k].as_f64().unwrap() * cos.signum();
            near(&format!("{name}: position of {}", p.id), p.position[k], theirs, 1e-6);
        }
    }
}

fn figures(name: &str, ours: &Landscape, theirs: &Json) {
    assert_eq!(ours.statements.iter().map(|s| s.id.clone()).collect::<Vec<_>>(), ids(&theirs["tids"]));
    let (centers, extremities) = (numbers(&theirs["center"]), numbers(&theirs["extremity"]));
    for (i, s) in ours.statements.iter().enumerate() {
        let what = |figure: &str| format!("{name}: {figure} of {}", s.id);
        near(&what("centre"), s.center.unwrap(), centers[i], 1e-12);
        near(&what("extremity"), s.extremity.unwrap(), extremities[i], 1e-6);
        let consensus = theirs["group_aware_consensus"][&s.id].as_f64().unwrap();
        near(&what("consensus"), s.group_aware_consensus.unwrap(), consensus, 1e-12);
        let priority = theirs["priority"][&s.id].as_f64().unwrap();
        near(&what("priority"), s.priority.unwrap() / priority, 1.0, 1e-6);
    }
}

fn representative(name: &str, ours: &Landscape, theirs: &Json) {
    let theirs = theirs["representative"].as_object().unwrap();
    assert_eq!(ours.groups.len(), theirs.len());
    for group in &ours.groups {
        let listed: Vec<_> = group.representative.iter().map(|r| (r.statement.clone(), r.direction)).collect();
        let expected: Vec<_> = theirs[&group.id]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| {
                let agree = r["direction"] == "agree";
                (r["statement"].to_string(), if agree { Direction::Agree } else { Direction::Disagree })
            })
            .collect();
        assert_eq!(listed, expected, "{name}: group {}", group.id);
    }
}
