//! Texts for queries in another language.

use exchange::{Clue, Ranker, Tag, Vocabulary};
use proptest::{collection::vec, prelude::*};

fn first(query: &str, from: &str, to: &str, corpus: &[&str]) -> usize {
    let tag = |lang| Tag::parse(lang).unwrap();
    Ranker::new(&Vocabulary::own(), &tag(from), &tag(to), corpus, 1).rank(query, 10)[0].document
}

#[test]
fn a_query_finds_its_text_in_another_language() {
    let english = ["midwife", "civil engineer", "beekeeper", "judge", "programming in C#", "programming in C++"];
    assert_eq!(first("Apiculteur / Apicultrice", "fr", "en", &english), 2);
    assert_eq!(first("Ingenieras civiles", "es", "en", &english), 1);
    assert_eq!(first("قابلة", "ar", "en", &english), 0);
    assert_eq!(first("programmation C#", "fr", "en", &english), 4);
    assert_eq!(first("programmation C++", "fr", "en", &english), 5);
    assert_eq!(first("Judges", "en", "en", &english), 3);
}

#[test]
fn an_occupation_comes_before_the_heading_over_it() {
    let mut vocabulary = Vocabulary::new();
    let groups = "code,level,label_en,label_fr\n2151,4,Electrical engineers,Ingénieurs électriciens\n";
    let occupations = "uri,isco08,label_en,label_fr\na,2151,electrical engineer,ingénieur électricien\n";
    vocabulary.read("isco08.csv", groups.as_bytes()).unwrap();
    vocabulary.read("esco_occupations.csv", occupations.as_bytes()).unwrap();
    let tag = |lang| Tag::parse(lang).unwrap();
    for (query, lang) in [("Electrical Engineers", "en"), ("Ingénieurs électriciens", "fr")] {
        let corpus = ["Electrical engineers", "electrical engineer", "beekeeper"];
        let ranker = Ranker::new(&vocabulary, &tag(lang), &tag("en"), &corpus, 1);
        let documents: Vec<usize> = ranker.rank(query, 10).iter().map(|ranked| ranked.document).collect();
        assert_eq!(documents[..2], [1, 0], "{query}");
    }
}

/// Nothing in English names lodging and accommodation together; French has one word for both.
const TWO_WORDS: &str = "id,kind,label_en,label_fr
a,occupation,accommodation manager,directeur d'hébergement
b,occupation,sales manager,directeur des ventes
c,occupation,forest manager,directeur de forêt
d,skill,provide lodging,fournir l'hébergement
e,skill,repair fences,réparer des clôtures
f,skill,sell tickets,vendre des billets
";

#[test]
fn a_text_is_found_in_other_words_that_are_translated_alike() {
    let mut vocabulary = Vocabulary::new();
    vocabulary.read("concepts.csv", TWO_WORDS.as_bytes()).unwrap();
    let tag = Tag::parse("en").unwrap();
    let corpus = ["sales manager", "forest manager", "accommodation manager"];
    let ranker = Ranker::new(&vocabulary, &tag, &tag, &corpus, 1);
    let ranked = ranker.rank("Lodging Managers", 10);
    assert_eq!(ranked[0].document, 2);
    assert!(matches!(ranked[0].clues[0], Clue::Concept(id, _) if Some(id) == vocabulary.find("a")));
    assert_eq!(ranker.rank_all(&["Lodging Managers"; 3], 10, 3), vec![ranked; 3]);
}

#[test]
fn a_name_with_both_forms_is_first_of_all_what_is_called_so() {
    let mut vocabulary = Vocabulary::new();
    let rows = "id,kind,label_fr,alt_fr
a,occupation,manutentionnaire,magasinier|magasinière
b,occupation,magasinier/magasinière,
";
    vocabulary.read("concepts.csv", rows.as_bytes()).unwrap();
    let tag = Tag::parse("fr").unwrap();
    let corpus = ["manutentionnaire", "magasinier", "magasinière", "magasinier/magasinière"];
    let ranker = Ranker::new(&vocabulary, &tag, &tag, &corpus, 1);
    assert_eq!(ranker.rank("Magasinier / Magasinière", 10)[0].document, 3);
}

#[test]
fn a_score_is_the_sum_of_its_clues_and_falls() {
    let tag = Tag::parse("en").unwrap();
    let ranker = Ranker::new(&Vocabulary::own(), &tag, &tag, &["nurse", "nursing care", "surgeon"], 2);
    let ranked = ranker.rank("nurses", 10);
    assert!(ranked.is_sorted_by(|a, b| a.score() >= b.score()));
    assert!(ranked.iter().all(|r| (r.score() - r.clues.iter().map(|c| c.value()).sum::<f32>()).abs() < 1e-6));
    assert_eq!(ranker.rank_all(&["nurses"], 10, 2), [ranked]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_texts_can_be_ranked(corpus in vec("\\PC{0,20}", 0..6), query in "\\PC{0,20}") {
        let tag = |lang| Tag::parse(lang).unwrap();
        let documents: Vec<&str> = corpus.iter().map(String::as_str).collect();
        let ranker = Ranker::new(&Vocabulary::new(), &tag("ar"), &tag("fr"), &documents, 1);
        prop_assert!(ranker.rank(&query, 3).iter().all(|r| r.score().is_finite() && r.document < documents.len()));
    }
}
