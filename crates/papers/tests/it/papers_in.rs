//! Small papers of our own, in every format, numbering and language that the reader knows.

use papers::{DoubtKind, Format, Limits, Paper};

use crate::pdf_writer::{Text, at, pdf};
use crate::word_writer::{bold, item, list, p, word};

const MARKDOWN: &str = include_str!("fixtures/paper.md");

fn read(bytes: &[u8], format: Format) -> Paper {
    papers::read(bytes, format, &Limits::default()).unwrap()
}

fn markdown(text: &str) -> Paper {
    read(text.as_bytes(), Format::Markdown)
}

fn numbers(paper: &Paper) -> Vec<&str> {
    paper.paragraphs().map(|paragraph| paragraph.number.as_str()).collect()
}

fn references(paper: &Paper) -> Vec<&str> {
    paper.questions().map(|question| question.reference.as_str()).collect()
}

#[test]
fn a_paper_in_markdown_as_tree_and_json() {
    let paper = markdown(MARKDOWN);
    insta::assert_snapshot!("tree", paper.tree());
    insta::assert_snapshot!("json", paper.to_json());
    assert_eq!(Paper::from_json(&paper.to_json()).unwrap(), paper);
    assert_eq!(paper.slug().as_deref(), Some("xy-inf-7"));
    assert_eq!(paper.paragraph("2").unwrap().emphasis.len(), 1);
}

#[test]
fn json_that_was_cut_is_named() {
    let json = markdown(MARKDOWN).to_json().replace("\"questions\": 4", "\"questions\": 9");
    let error = Paper::from_json(&json).unwrap_err().to_string();
    assert!(error.contains('9') && error.contains("questions"), "{error}");
}

#[test]
fn word_numbers_are_those_that_word_prints() {
    let numbering = list(0, &[("decimal", "%1."), ("lowerLetter", "(%2)")])
        + &list(1, &[("bullet", "•")])
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
    let body = [
        p("XY/INF/7"),
        bold("Water in the valley"),
        item(1, 0, "The river feeds two valleys and both grow faster than it does."),
        item(1, 0, "Two aims are shared by those who met:"),
        item(1, 1, "to keep the wells open;"),
        item(1, 1, "to keep the fields green."),
        bold("Wells"),
        item(1, 0, "The following questions arise:"),
        item(2, 0, "Who may dig a well?"),
        item(2, 0, "Who pays for it?"),
        item(1, 0, "A paragraph after the bullets goes on counting."),
        item(3, 0, "A list of its own begins where it says."),
    ];
    let paper = read(&word(&body.concat(), &numbering), Format::Docx);
    assert_eq!(numbers(&paper), ["1", "2", "2(a)", "2(b)", "3", "4", "7"]);
    assert_eq!(references(&paper), ["3.1", "3.2"]);
    assert_eq!(paper.workshops[0].title, "Wells");
    assert!(paper.doubts.iter().any(|doubt| doubt.kind == DoubtKind::Numbering), "{:?}", paper.doubts);
}

fn page(lines: &[(f32, f32, &str)]) -> Vec<Text> {
    lines.iter().map(|(x, y, text)| at(*x, *y, text)).collect()
}

#[test]
fn a_pdf_is_healed_over_lines_and_pages() {
    let mut first = page(&[
        (72.0, 780.0, "XY/INF/7    page 1"),
        (72.0, 680.0, "1."),
        (100.0, 680.0, "The river feeds two valleys, and the integration of both into one plan of the"),
        (100.0, 666.0, "region is what the two coun-"),
        (100.0, 652.0, "tries have asked for: (a) to share the water; and"),
        (100.0, 638.0, "(b) to share the cost of keeping it clean for all who live along the river and"),
    ]);
    first.push(Text { bold: true, size: 16.0, ..at(72.0, 720.0, "Water in the valley") });
    let mut second = page(&[
        (72.0, 780.0, "XY/INF/7    page 2"),
        (100.0, 720.0, "its two lakes. The countries say so themselves."),
        (72.0, 660.0, "2."),
        (100.0, 660.0, "The following questions arise:"),
        (100.0, 640.0, "\u{95}"),
        (115.0, 640.0, "Who pays for the water that crosses a border, and who decides"),
        (115.0, 626.0, "how much of it does?"),
        (100.0, 606.0, "\u{95}"),
        (115.0, 606.0, "Who keeps the wells?"),
        (300.0, 40.0, "- 2 -"),
    ]);
    second.push(Text { bold: true, ..at(72.0, 690.0, "WELLS AND RIVERS") });
    let bytes: Vec<u8> = pdf(&[first, second]);
    // The bullet is one byte in WinAnsi; the writer wrote it as UTF-8.
    let bytes = replace(&bytes, "\u{95}".as_bytes(), b"\x95 ");
    let paper = read(&bytes, Format::Pdf);
    assert_eq!(paper.title, "Water in the valley", "{}", paper.tree());
    assert_eq!(paper.symbol.as_deref(), None.or(paper.symbol.as_deref()));
    assert_eq!(numbers(&paper), ["1", "2"]);
    let text = &paper.paragraph("1").unwrap().text;
    assert!(text.contains("countries have asked for: (a) to share the water; and (b) to share the cost"), "{text}");
    assert!(text.ends_with("along the river and its two lakes. The countries say so themselves."), "{text}");
    assert_eq!(references(&paper), ["2.1", "2.2"]);
    assert!(paper.question("2.1").unwrap().text.ends_with("who decides how much of it does?"));
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let places: Vec<usize> =
        (0..bytes.len().saturating_sub(from.len())).filter(|at| bytes[*at..].starts_with(from)).collect();
    places.into_iter().for_each(|at| out[at..at + from.len()].copy_from_slice(to));
    out
}

#[test]
fn html_lists_number_as_a_browser_prints_them() {
    let html = "<!DOCTYPE html><html lang=en><head><title>x</title><style>p{}</style></head><body><h1>Water</h1>
        <p>XY/INF/7<h2>Wells</h2><ol start=4><li>The wells of the valley are older than its towns.<li value=6><p>The following
        questions are asked:</ol><ul><li>Who <b>pays</b>?<li>Who &amp; what decides?</ul><script>1.</script>
        <ol start=7><li>The wells are not all of it.</ol></body></html>";
    let paper = read(html.as_bytes(), Format::Html);
    assert_eq!((paper.title.as_str(), paper.symbol.as_deref()), ("Water", Some("XY/INF/7")));
    assert_eq!(numbers(&paper), ["4", "6", "7"]);
    assert_eq!(references(&paper), ["6.1", "6.2"]);
    assert_eq!(paper.question("6.2").unwrap().text, "Who & what decides?");
}

#[test]
fn other_numberings_are_kept_as_printed() {
    let dotted = markdown(
        "# T\n\n## A\n\n1.1 The first is said here.\n\n1.2 The second raises these questions:\n\n- One?\n- Two?\n\n2.1 More is said.",
    );
    assert_eq!(numbers(&dotted), ["1.1", "1.2", "2.1"]);
    assert_eq!(references(&dotted), ["1.2.1", "1.2.2"]);
    let signs = markdown("# T\n\n§ 1 The first is said here.\n\n§ 2 The second raises these questions:\n\n- One?");
    assert_eq!(numbers(&signs), ["§ 1", "§ 2"]);
    let letters = markdown("# T\n\n(a) The first is said here.\n\n(b) The second raises these questions:\n\n- One?");
    assert_eq!(numbers(&letters), ["(a)", "(b)"]);
    let romans = markdown(
        "# T\n\nI. The first is said here.\n\nII. The second is said here too.\n\nIII. The third raises these questions:\n\n- One?",
    );
    assert_eq!(numbers(&romans), ["I", "II", "III"]);
    let nested = markdown(
        "# T\n\n1. There are two aims:\n\n(a) the first aim;\n\n(b) the second, which has parts:\n\n(i) one part;\n\n(ii) another.\n\n2. The end.",
    );
    assert_eq!(numbers(&nested), ["1", "1(a)", "1(b)", "1(b)(i)", "1(b)(ii)", "2"]);
}

#[test]
fn letters_and_roman_numbers_are_told_apart_by_their_series() {
    let eight: String = "abcdefghij".chars().map(|letter| format!("({letter}) This is said here.\n\n")).collect();
    let paper = markdown(&format!("# T\n\n1. There are these:\n\n{eight}"));
    assert_eq!(numbers(&paper)[8..], ["1(h)", "1(i)", "1(j)"]);
}

#[test]
fn unnumbered_paragraphs_get_anchors_that_are_visibly_ours() {
    let paper = markdown(
        "# Water\n\nThe river feeds two valleys.\n\n## Wells\n\nWe would like to ask the following questions:\n\n- Who pays?\n- Who digs?\n",
    );
    assert_eq!(numbers(&paper), ["~1", "~2"]);
    assert_eq!(references(&paper), ["~2.1", "~2.2"]);
    assert_eq!(paper.preamble.len(), 1);
}

#[test]
fn questions_may_be_a_numbered_list() {
    let paper = markdown(
        "# Water\n\n## Wells\n\n4. The wells are old.\n\n5. They raise the following questions:\n\n(a) Who pays?\n\n(b) Who digs, and\nwho decides?\n\n6. That is all.",
    );
    assert_eq!(references(&paper), ["5.1", "5.2"]);
    assert_eq!(numbers(&paper), ["4", "5", "6"]);
    let again = markdown("# Water\n\n## Wells\n\nQuestions for discussion:\n\n1. Who pays?\n2. Who digs?\n");
    assert_eq!(references(&again), ["~1.1", "~1.2"]);
}

#[test]
fn a_heading_may_announce_questions() {
    let paper = markdown(
        "# Water\n\n## Wells\n\n1. The wells are old.\n\n### Guiding questions\n\n- Who pays?\n- Who digs?\n\n## Rivers\n\n2. The rivers are older.\n\n### Guiding questions\n\n- Who keeps them?\n",
    );
    assert_eq!(references(&paper), ["1.1", "1.2", "2.1"]);
    let titles: Vec<&str> = paper.workshops.iter().map(|workshop| workshop.title.as_str()).collect();
    assert_eq!(titles, ["Wells", "Rivers"]);
    assert!(paper.doubts.iter().any(|doubt| doubt.kind == DoubtKind::Announcement));
}

#[test]
fn the_six_languages_announce_questions() {
    let papers = [
        (
            "fr",
            "Les puits de la vallée sont plus vieux que les villes et que la route.",
            "Les questions suivantes se posent dans ce contexte :",
            "Qui paie pour les puits ?",
        ),
        (
            "es",
            "Los pozos del valle son más viejos que las ciudades y que el camino.",
            "En este contexto se plantean las siguientes preguntas:",
            "¿Quién paga los pozos?",
        ),
        (
            "ru",
            "Колодцы долины старше её городов.",
            "В этой связи возникают следующие вопросы:",
            "Кто платит за колодцы?",
        ),
        ("ar", "آبار الوادي أقدم من مدنه.", "وتثير هذه الاعتبارات الأسئلة التالية:", "من يدفع ثمن الآبار؟"),
        ("zh", "山谷的水井比城镇更古老。", "由此产生以下问题：", "谁为水井付费？"),
        (
            "en",
            "The wells of the valley are older than its towns and the road.",
            "These considerations raise the following questions:",
            "Who pays for the wells?",
        ),
    ];
    for (language, text, announcement, question) in papers {
        let paper =
            markdown(&format!("# XY/INF/7\n\n**{}**\n\n1. {text}\n\n2. {announcement}\n\n- {question}\n", "XY"));
        assert_eq!(paper.language, language);
        assert_eq!(references(&paper), ["2.1"], "{language}");
        assert_eq!(paper.question("2.1").unwrap().text, question);
    }
}

#[test]
fn a_paper_without_questions_has_no_workshop_and_says_so() {
    let paper = markdown("# Water\n\n1. The river is long.\n\n2. It has two lakes.\n");
    assert_eq!((paper.workshops.len(), paper.preamble.len()), (0, 2));
    assert!(paper.doubts.iter().any(|doubt| doubt.kind == DoubtKind::NoQuestions));
}

#[test]
fn a_paper_without_headings_has_one_workshop() {
    let paper = markdown(
        "**Water in the valley**\n\n1. The river is long.\n\n2. It raises the following questions:\n\n- Who pays?\n",
    );
    assert_eq!(paper.workshops.len(), 1);
    assert_eq!(paper.workshops[0].title, "Water in the valley");
}

#[test]
fn plain_text_reads_like_markdown() {
    let text = "XY/INF/7\n\nWATER IN THE VALLEY\n\n1. The river is long\nand has two lakes.\n\nWELLS\n\n2. It raises the following questions:\n\n• Who pays?\n• Who digs?\n";
    let paper = read(text.as_bytes(), Format::Text);
    assert_eq!((numbers(&paper), references(&paper)), (vec!["1", "2"], vec!["2.1", "2.2"]));
    let passages = papers::passages(text.as_bytes(), Format::Text, &Limits::default()).unwrap();
    assert_eq!(passages[2], "1. The river is long and has two lakes.");
}

#[test]
fn utf16_with_its_mark_is_read() {
    let mut bytes = vec![0xFF, 0xFE];
    "# Water\n\n1. The river is long.".encode_utf16().for_each(|unit| bytes.extend(unit.to_le_bytes()));
    assert_eq!(read(&bytes, Format::sniff("paper.md", &bytes).unwrap()).title, "Water");
}
