//! The Chair's summary: no sentence without its sources, edits that keep them, and words that disappear with what
//! they quote.

use crate::heard::{Hall, hall};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::lang::{L, Lang};
use indaba::summary::{self, Edit, Format, Part, Summary};
use indaba::words::PerspectiveState;
use indaba::{live, store};

async fn drafted(hall: &Hall) -> Summary {
    live::publication::renew_all(&hall.app.db, &hall.convened().await, 10).await.unwrap();
    let mut c = hall.app.db.read().await.unwrap();
    summary::draft(&mut c, &hall.convened().await, L(Lang::EN), 10).await.unwrap()
}

fn edit(fields: &[(String, &str)]) -> Edit {
    Edit { fields: fields.iter().map(|(k, v)| (k.clone(), (*v).to_owned())).collect() }
}

#[tokio::test]
async fn every_sentence_of_a_draft_has_its_sources() {
    for hall in hall().await {
        let draft = drafted(&hall).await;
        assert!(draft.sentences().all(|s| !s.sources.is_empty() && !s.own_words));
        let texts =
            |part: Part| draft.sentences().filter(|s| s.part == part).map(|s| s.text.clone()).collect::<Vec<_>>();
        assert!(
            texts(Part::Meet)[0].starts_with("Most of those who took a side agree (24 of 24;"),
            "{:?}",
            texts(Part::Meet)
        );
        assert!(
            texts(Part::Differ).iter().any(|t| t.contains("Countries of origin (93% support)")),
            "{:?}",
            texts(Part::Differ)
        );
        assert_eq!(texts(Part::Proposed).len(), 2, "two are worded as proposals and have the support of many");
        assert!(
            !draft.sentences().any(|s| s.text.contains("kind:") || s.text.contains("role:")),
            "blocs have their words"
        );
    }
}

#[tokio::test]
async fn edits_keep_links_and_new_sentences_are_the_chairs_own() {
    for hall in hall().await {
        let draft = drafted(&hall).await;
        let (first, second) = (&draft.sections[0].sentences[0], &draft.sections[0].sentences[1]);
        let fields = [
            (format!("text:{}", first.id), "The first question\r\nwas put."),
            (format!("text:{}", second.id), " "),
            ("new:3.1".to_owned(), "The Chair thanks everybody."),
            ("part:3.1".to_owned(), "proposed"),
        ];
        let edited = summary::apply(&draft, &edit(&fields), || "new".to_owned());
        let kept = &edited.sections[0].sentences[0];
        assert_eq!(
            (kept.text.as_str(), &kept.sources, kept.own_words),
            ("The first question was put.", &first.sources, false)
        );
        let own = edited.sentences().find(|s| s.id == "new").unwrap();
        assert!(own.own_words && own.part == Part::Proposed);

        let kinds: Vec<&str> = summary::differences(&draft, &edited).iter().map(summary::Difference::kind).collect();
        assert_eq!(kinds, ["changed", "added", "removed"]);
        let mut again = drafted(&hall).await;
        summary::carry_over(&edited, &mut again);
        assert!(again.sentences().any(|s| s.id == "new"));
    }
}

#[tokio::test]
async fn what_is_withdrawn_or_hidden_is_in_no_format() {
    for hall in hall().await {
        let draft = drafted(&hall).await;
        let convened = hall.convened().await;
        let mut c = hall.app.db.write().await.unwrap();
        let before = summary::shown_as(&mut c, &convened, &draft).await.unwrap();
        let html = String::from_utf8(summary::render(&before, Format::Html).unwrap()).unwrap();
        assert!(html.contains("Skills of nurses") && html.contains("Arkenia"));
        assert!(!html.contains("Land 2") && !html.contains("off the record said"));
        store::perspective::set_state(&mut c, &hall.named, PerspectiveState::Withdrawn, 20).await.unwrap();
        let after = summary::shown_as(&mut c, &convened, &draft).await.unwrap();
        for format in [Format::Html, Format::Json] {
            let text = String::from_utf8(summary::render(&after, format).unwrap()).unwrap();
            assert!(!text.contains("Skills of nurses") && text.contains("withdrawn by its author"));
        }
        let docx = summary::render(&after, Format::Docx).unwrap();
        assert_eq!(docx, summary::render(&after, Format::Docx).unwrap());
        assert!(docx.starts_with(b"PK"));
    }
}

#[tokio::test]
async fn coverage_names_what_has_no_trace_and_counts_only_what_was_given_by_name() {
    for hall in hall().await {
        let convened = hall.convened().await;
        let mut c = hall.app.db.read().await.unwrap();
        let nothing = summary::coverage(&mut c, &convened, &Summary::default()).await.unwrap();
        assert_eq!(nothing.questions[0], ("3.1".to_owned(), 5, 0, 0));
        let told = nothing.paragraphs.iter().find(|(number, ..)| number == "2");
        assert_eq!(told, Some(&("2".to_owned(), 1, 0)));
        assert!(nothing.paragraphs.iter().any(|(_, said, _)| *said == 0), "silent ones are listed too");
        assert_eq!(nothing.delegations[0], ("Arkenia".to_owned(), 1, 0));
        let covered = summary::coverage(&mut c, &convened, &drafted(&hall).await).await.unwrap();
        assert_eq!(covered.delegations[0], ("Arkenia".to_owned(), 1, 1));
        assert_eq!(covered.delegations.iter().map(|(_, said, _)| said).sum::<usize>(), 3);
    }
}

#[tokio::test]
async fn visitors_see_what_is_published_and_a_save_that_was_overtaken_loses_nothing() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let secretariat = secretariat.as_deref();
        let at = |path: &str| format!("/d/{}/{path}", house.slug);
        assert!(house.get(&at("summary"), None).await.text().contains("No summary is published yet"));
        assert_eq!(house.get(&at("summary/edit"), None).await.status, 401);
        assert_eq!(house.form(&at("summary/draft"), secretariat, "lang=en").await.status, 303);
        assert!(house.get(&at("summary"), None).await.text().contains("No summary is published yet"));
        assert_eq!(house.get(&at("summary/download/docx"), None).await.status, 404);

        let save = |version: u32, text: &str| {
            format!("version={version}&text%3A3.1%2Fasked%2Fquestion={text}&new%3A3.1=Thanks+for+{text}.")
        };
        assert_eq!(house.form(&at("summary/edit"), secretariat, &save(1, "First")).await.status, 303);
        let late = house.form(&at("summary/edit"), secretariat, &save(1, "Second")).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains(">Second</textarea>") && late.text().contains("Thanks for Second."));

        assert_eq!(house.form(&at("summary/publish"), secretariat, "version=2").await.status, 303);
        let public = house.get(&at("summary"), None).await;
        assert!(public.text().contains("First") && public.text().contains("Thanks for First."));
        assert_eq!(house.get(&at("summary/download/docx"), None).await.status, 200);
        for page in ["summary/edit", "summary/coverage", "summary/versions", "record.zip?face=full"] {
            assert_eq!(house.get(&at(page), secretariat).await.status, 200, "{page}");
            assert_eq!(house.get(&at(page), None).await.status, 401, "{page}");
        }
        let auditor = house.token(Role::Auditor).await;
        assert!(house.get(&at("summary"), auditor.as_deref()).await.text().contains("record.zip?face=full"));
        assert!(!house.get(&at("summary"), None).await.text().contains("record.zip?face=full"));
        assert_eq!(house.get(&at("record.zip?face=full"), auditor.as_deref()).await.status, 200);
        assert_eq!(house.get(&at("summary/edit"), auditor.as_deref()).await.status, 403);
    }
}
