//! Readers: what they take, what they refuse and where, and that no bytes bring them down.

use exchange::{Kind, Tag, Vocabulary, read};
use proptest::{collection::vec, prelude::*};

use crate::shared;

#[test]
fn the_own_list_has_every_language() {
    let own = Vocabulary::own();
    assert!(own.len() > 250);
    for (_, concept) in own.concepts() {
        for lang in ["en", "fr", "es", "ar"] {
            assert!(concept.labels.iter().any(|l| l.lang.as_str() == lang), "{} in {lang}", concept.id);
        }
        assert!(concept.kind != Kind::Occupation || concept.unit_group().is_some(), "{}", concept.id);
    }
}

#[test]
fn what_is_written_is_read_again() {
    let own = Vocabulary::own();
    let text = own.to_compact();
    assert_eq!(Vocabulary::from_compact("v", text.as_bytes()).unwrap(), own);
    let cut = &text[..text.len() / 2];
    assert!(Vocabulary::from_compact("v", cut.as_bytes()).is_err());
}

#[test]
fn search_as_one_types() {
    let own = Vocabulary::own();
    let first =
        |typed: &str, lang| own.search(typed, lang, 5).first().map(|f| own.get(f.concept).unwrap().id.to_string());
    assert_eq!(first("nurs", None).as_deref(), Some("nurse"));
    assert_eq!(first("EPIDÉMIO", Some("fr")).as_deref(), Some("epidemiology"));
    assert_eq!(first("c++", None).as_deref(), Some("programming-cpp"));
    assert_eq!(first("c#", Some("es")).as_deref(), Some("programming-csharp"));
    assert_eq!(first("الطاقه الشمسيه", None).as_deref(), Some("solar-energy"));
    assert_eq!(first("goutte irrig", Some("fr")).as_deref(), Some("drip-irrigation"));
    assert!(own.search("", None, 5).is_empty() && own.search("zzzz", None, 5).is_empty());
}

#[test]
fn real_tables_are_read() {
    let Some(data) = shared::data() else { return };
    let mut vocabulary = Vocabulary::new();
    for (file, count) in [
        ("isco08_en_fr_es.csv", 619),
        ("isced_f_2013_en.csv", 120),
        ("esco_occupations_en_fr_es_ar.csv", 2_942),
        ("esco_skills_en_fr_es.csv", 13_485),
    ] {
        let bytes = std::fs::read(data.join("vocab").join(file)).unwrap();
        assert_eq!(vocabulary.read(file, &bytes).unwrap(), count, "{file}");
    }
    let nurse = vocabulary.search("infirmier", Some("fr"), 1)[0].concept;
    assert!(!vocabulary.get(nurse).unwrap().broader.is_empty());
    assert_eq!(Vocabulary::from_compact("v", vocabulary.to_compact().as_bytes()).unwrap(), vocabulary);
}

fn refused(needs: &str) -> String {
    read::needs("NEEDS.json", needs.as_bytes(), &Vocabulary::own()).unwrap_err().to_string()
}

#[test]
fn a_wrong_need_is_named_with_its_place() {
    let need = r#"{"id":"a","country":"KEN","people":1,"weeks":2,"occupation":"nurse","skills":[],"languages":[],"mode":["visit"],"window":[0,30]}"#;
    assert!(read::needs("n", format!("[{need}]").as_bytes(), &Vocabulary::own()).is_ok());
    for (from, to, place) in [
        ("KEN", "XXX", "entry 1 (\"a\"), country: \"XXX\" is no country"),
        ("[0,30]", "[30,0]", "window: the last day, 0, comes before the first, 30"),
        ("[0,30]", "[\"2027-03-01\",\"2027-02-29\"]", "window: \"2027-02-29\" is no day"),
        ("[0,30]", "[\"2027-03-01\",\"2027-02-28\"]", "window: the last day, 2027-02-28, comes before"),
        ("[0,30]", "[\"1 March\",30]", "window: \"1 March\" is no day"),
        ("\"people\":1", "\"people\":0", "people: 0 is not"),
        ("nurse", "nobody", "occupation: \"nobody\" is not in the vocabulary"),
        ("[\"visit\"]", "[\"fly\"]", "mode: \"fly\""),
        ("[\"visit\"]", "[]", "mode: it is missing"),
        (
            "\"languages\":[]",
            "\"languages\":[{\"tag\":\"xx\",\"cefr\":\"A1\"}]",
            "languages: \"xx\" is no language tag",
        ),
        ("\"languages\":[]", "\"languages\":[{\"tag\":\"fr\",\"cefr\":\"D1\"}]", "languages: \"D1\" is no level"),
        ("\"skills\":[]", "\"skills\":[{\"concept\":\"surgery\",\"level\":6}]", "skills: 6 is not"),
    ] {
        let said = refused(&format!("[{}]", need.replacen(from, to, 1)));
        assert!(said.starts_with("NEEDS.json, entry 1") && said.contains(place), "{said}");
    }
    assert!(refused(&format!("[{need},{need}]")).contains("entry 2 (\"a\"), id: entry 1 has the same id"));
    assert!(refused("[{]").contains("line 1"));
}

#[test]
fn a_wrong_line_is_named() {
    let said = |text: &str| read::texts("Q.tsv", text.as_bytes()).unwrap_err().to_string();
    assert!(said("a\tx\nb x\n").starts_with("Q.tsv, line 2: there is no tab"));
    assert!(said("a\tx\na\ty\n").contains("stands in line 1 already"));
    assert!(said("a b\tx\n").contains("can't be an id"));
    assert_eq!(read::texts("Q.tsv", b"\xEF\xBB\xBFa\tx\r\n\n").unwrap(), [read::Text { id: "a", text: "x" }]);
}

proptest! {
    #[test]
    fn no_bytes_bring_a_reader_down(bytes in vec(any::<u8>(), 0..300), text in "[\\[\\]{}\",:a-z0-9\t\n|=]{0,200}") {
        let own = Vocabulary::new();
        for bytes in [&bytes[..], text.as_bytes()] {
            let _ = (read::needs("f", bytes, &own), read::offers("f", bytes, &own), read::texts("f", bytes));
            let _ = Vocabulary::from_compact("f", &[b"indaba/vocabulary/1\n", bytes].concat());
            for file in ["isco08.csv", "isced_f.csv", "esco_skills.csv", "concepts.csv"] {
                let _ = Vocabulary::new().read(file, bytes);
                let _ = Vocabulary::new().read(file, &[b"id,code,uri,kind,label_en\n", bytes].concat());
            }
        }
    }

    #[test]
    fn no_tag_brings_the_parser_down(text in "\\PC{0,12}") {
        if let Some(tag) = Tag::parse(&text) {
            prop_assert_eq!(Tag::parse(tag.as_str()), Some(tag.clone()));
        }
    }
}
