//! Names in a language of their own inside sentences.

use crate::zone::Zone;
use indaba::lang::named::{html, mark, plain};
use indaba::lang::{L, Lang};

#[test]
fn a_name_is_an_element_with_its_language_and_nothing_else_is() {
    let sentence = format!("without {} & <more>", mark("Régulariser <les> « saisonniers »", "fr-CH"));
    assert_eq!(
        html(&sentence),
        "without <bdi lang=\"fr\" dir=\"ltr\">Régulariser &lt;les&gt; « saisonniers »</bdi> &amp; &lt;more&gt;"
    );
    assert_eq!(plain(&sentence), "without Régulariser <les> « saisonniers » & <more>");
    assert_eq!(html(&mark("Pêche", "")), "<bdi>Pêche</bdi>");
    assert_eq!(html(&mark("حماية", "ar")), "<bdi lang=\"ar\" dir=\"rtl\">حماية</bdi>");
    // What looks like a mark in a name is no mark, and a damaged one is no element that stays open.
    let spoofed = mark("a\u{E0A2}\u{E0A0}ar\u{E0A1}b", "en");
    assert_eq!(html(&spoofed), "<bdi lang=\"en\" dir=\"ltr\">aarb</bdi>");
    assert_eq!(html("a\u{E0A0}b"), "a<bdi>b</bdi>");
    assert_eq!(plain("a\u{E0A2}b\u{E0A0}c"), "abc");
}

#[test]
fn sentences_from_right_to_left_keep_their_names_apart() {
    let l = L(Lang::parse("ar").unwrap());
    let sentence = l.t1("line-measure", "measure", format!("3 {}", mark("A fund", "en")));
    assert!(html(&sentence).contains("<bdi lang=\"en\" dir=\"ltr\">A fund</bdi>"), "{sentence}");
    assert!(plain(&sentence).contains("3 A fund"));
}

#[tokio::test]
async fn a_measure_in_a_sentence_of_another_language_has_its_own() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let new = "question=3.1&title=Un+fonds+%3Ccommun%3E&lang=fr&attribution=named";
        zone.ok("/measures/new", &zone.chair, new).await;
        zone.ok("/measures/own/lines", head, "act=set&where=m5").await;
        let name = "<bdi lang=\"fr\" dir=\"ltr\">Un fonds &lt;commun&gt;</bdi>";
        let own = zone.page("/measures/own", Some(head)).await;
        assert!(own.contains(&format!("without measure 5 {name}")), "{own}");
        zone.ok("/measures/relations", &zone.chair, "kind=excludes&measures=1%2C+5").await;
        for page in ["/measures/rules", "/measures/5"] {
            let page = zone.page(page, Some(&zone.chair)).await;
            assert!(page.contains(&format!("5 {name}")), "{page}");
        }
        zone.ok("/measures/rules", &zone.chair, "spheres=economic%0Alabour%0AP%C3%AAche&tolerance=0").await;
        assert!(zone.page("/measures", None).await.contains("<bdi>Pêche</bdi>"));
        let landing = zone.result("/landing?why=m5", None).await;
        assert!(
            landing.contains("<bdi lang=\"fr\" dir=\"ltr\">Un fonds")
                && landing.contains("<bdi lang=\"en\" dir=\"ltr\">Delegation No 5</bdi>")
        );
        assert!(!landing.contains('\u{E0A0}') && !landing.contains('\u{E0A1}'), "a mark is on the page");
    }
}
