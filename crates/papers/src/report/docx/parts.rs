//! The parts of a Word package that hold no text of the report (ECMA-376).

use std::fmt::Write as _;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    "</Types>"
);

pub(super) const RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    "</Relationships>"
);

pub(super) const NUMBERING: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>"#,
    r#"<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:start="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>"#,
    r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
);

pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:removePersonalInformation/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
);

/// Title and language, and a time that is the same for every document.
pub(super) fn core(title: &str, lang: &str) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#,
            r#"<dc:title>{}</dc:title><dc:language>{}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>"#,
            r#"<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>"#
        ),
        title, lang
    )
}

/// The body on A4 with margins of two and a half centimetres.
pub(super) fn document(body: &str, rtl: bool) -> String {
    let bidi = if rtl { "<w:bidi/>" } else { "" };
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{}" xmlns:r="{}"><w:body>{}"#,
            r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>{}</w:sectPr></w:body></w:document>"#
        ),
        MAIN, OFFICE, body, bidi
    )
}

pub(super) fn document_relations(addresses: &[String]) -> String {
    let mut out = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    );
    for part in ["styles", "numbering", "settings"] {
        let _ = write!(out, r#"<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="{part}.xml"/>"#);
    }
    for (at, address) in addresses.iter().enumerate() {
        let _ = write!(
            out,
            r#"<Relationship Id="link{at}" Type="{OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>"#
        );
    }
    out.push_str("</Relationships>");
    out
}

/// Styles by Word's own names, so that its navigation, its table of contents and screen readers know them.
pub(super) fn styles(lang: &str, rtl: bool) -> String {
    let direction = if rtl { "<w:bidi/>" } else { "" };
    let mut out = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{}"><w:docDefaults><w:rPrDefault><w:rPr>"#,
            r#"<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{}" w:eastAsia="{}" w:bidi="{}"/>"#,
            r#"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>{}</w:pPr></w:style>"#
        ),
        MAIN, lang, lang, lang, direction
    );
    paragraph_style(&mut out, "Title", "Title", "<w:spacing w:after=\"240\"/>", 40, true);
    for (level, size) in [(1_u8, 32_u8), (2, 28), (3, 25), (4, 23), (5, 22), (6, 22)] {
        let properties =
            format!("<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"{}\"/>", level - 1);
        paragraph_style(&mut out, &format!("Heading{level}"), &format!("heading {level}"), &properties, size, true);
    }
    paragraph_style(&mut out, "BodyText", "Body Text", "", 22, false);
    paragraph_style(&mut out, "ListBullet", "List Bullet", "", 22, false);
    paragraph_style(&mut out, "Meta", "Meta", "<w:spacing w:after=\"40\"/>", 20, false);
    let note = "<w:pBdr><w:start w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"808080\"/></w:pBdr><w:ind w:start=\"360\"/>";
    paragraph_style(&mut out, "Note", "Note", note, 21, false);
    out.push_str(concat!(
        r#"<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>"#,
        r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>"#,
        r#"<w:top w:val="single" w:sz="4" w:color="808080"/><w:start w:val="single" w:sz="4" w:color="808080"/><w:bottom w:val="single" w:sz="4" w:color="808080"/>"#,
        r#"<w:end w:val="single" w:sz="4" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:color="808080"/><w:insideV w:val="single" w:sz="4" w:color="808080"/>"#,
        "</w:tblBorders></w:tblPr></w:style></w:styles>"
    ));
    out
}

fn paragraph_style(out: &mut String, id: &str, name: &str, properties: &str, size: u8, bold: bool) {
    let bold = if bold { "<w:b/><w:bCs/>" } else { "" };
    let _ = write!(
        out,
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:qFormat/>"#,
            r#"<w:pPr>{}</w:pPr><w:rPr>{}<w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr></w:style>"#
        ),
        id, name, properties, bold, size, size
    );
}
