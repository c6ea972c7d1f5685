//! Ranking of texts: MELO, and the sets made from the vocabulary.

use crate::{baseline::Baseline, made, row};
use exchange::{Ranker, Tag, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Sets of MELO by their names, with the bar of each.
const BARS: [(&str, f64); 4] =
    [("fra_q_fr_c_en", 0.76), ("esp_q_es_c_en", 0.42), ("usa_q_en_c_en", 0.65), ("fra_q_fr_c_fr", 0.83)];
const TOP: usize = 1_000;

pub fn run(shared: &Path) {
    let vocabulary = vocabulary(&shared.join("data/vocab"));
    for (name, bar) in BARS {
        let folder = shared.join("data/matching/melo").join(name);
        if folder.is_dir() {
            set(name, bar, &folder, &vocabulary);
        } else {
            println!("{:<58} {:>12} {bar:>12}", format!("MELO {name}, MRR"), "not here");
        }
    }
    for (queries, corpus) in [("es", "en"), ("fr", "en"), ("en", "fr"), ("fr", "fr"), ("es", "es"), ("en", "en")] {
        made::held_out(&vocabulary, queries, corpus);
        made::titles(&vocabulary, queries, corpus);
    }
}

pub fn vocabulary(folder: &Path) -> Vocabulary {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| Vocabulary::order(name).is_some());
    names.sort_by_key(|name| Vocabulary::order(name));
    let mut vocabulary = Vocabulary::new();
    for name in names {
        vocabulary.read(&name, &fs::read(folder.join(&name)).unwrap()).unwrap();
    }
    vocabulary
}

fn set(name: &str, bar: f64, folder: &Path, vocabulary: &Vocabulary) {
    let file = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let (queries, corpus, annotations) = (file("queries.tsv"), file("corpus_elements.tsv"), file("annotations.tsv"));
    let queries: Vec<(&str, &str)> = queries.lines().filter_map(|line| line.split_once('\t')).collect();
    let corpus: Vec<(&str, &str)> = corpus.lines().filter_map(|line| line.split_once('\t')).collect();
    let mut relevant: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in annotations.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        relevant.entry(cells[0]).or_default().insert(cells[2]);
    }
    let langs: Vec<&str> = name.split('_').collect();
    let is_relevant = |query: usize, document: usize| relevant[queries[query].0].contains(corpus[document].0);
    let texts = |list: &[(&'_ str, &'_ str)]| list.iter().map(|(_, text)| (*text).to_owned()).collect::<Vec<_>>();
    measure(
        &format!("MELO {name}"),
        vocabulary,
        (langs[2], &texts(&queries)),
        (langs[4], &texts(&corpus)),
        &is_relevant,
        Some(bar),
    );
}

/// Prints MRR beside that of the baseline.
pub fn measure(
    name: &str,
    vocabulary: &Vocabulary,
    (query_lang, queries): (&str, &[String]),
    (corpus_lang, corpus): (&str, &[String]),
    is_relevant: &dyn Fn(usize, usize) -> bool,
    bar: Option<f64>,
) {
    let tag = |lang| Tag::parse(lang).unwrap();
    let corpus: Vec<&str> = corpus.iter().map(String::as_str).collect();
    let queries: Vec<&str> = queries.iter().map(String::as_str).collect();
    let started = std::time::Instant::now();
    let ranker = Ranker::new(vocabulary, &tag(query_lang), &tag(corpus_lang), &corpus, 2);
    let built = started.elapsed();
    let runs = ranker.rank_all(&queries, TOP, 2);
    let took = started.elapsed().saturating_sub(built);
    let first = |run: Vec<usize>, query| run.into_iter().position(|document| is_relevant(query, document));
    let mean = |runs: Vec<Vec<usize>>| {
        let firsts = runs.into_iter().enumerate().map(|(query, run)| first(run, query));
        firsts.map(|place| place.map_or(0.0, |place| 1.0 / (place as f64 + 1.0))).sum::<f64>() / queries.len() as f64
    };
    let ours = mean(runs.into_iter().map(|run| run.into_iter().map(|r| r.document).collect()).collect());
    let baseline = Baseline::new(&corpus);
    let theirs = mean(queries.iter().map(|query| baseline.rank(query, TOP)).collect());
    row(
        &format!("{name}, MRR"),
        &format!("{ours:.3}"),
        &bar.map_or("-".into(), |b| format!(">= {b}")),
        bar.is_none_or(|b| ours >= b),
    );
    row("  the same, TF-IDF of character n-grams", &format!("{theirs:.3}"), "-", true);
    row(
        "  reading the corpus, milliseconds a query",
        &format!("{:.1?} {:.1}", built, 1e3 * took.as_secs_f64() / queries.len() as f64),
        "-",
        true,
    );
}
