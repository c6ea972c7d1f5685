//! A small PDF: pages of lines in Helvetica, each at its place.

/// One line of text.
pub struct Text {
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub text: String,
}

/// A line in the size of the text.
pub fn at(x: f32, y: f32, text: &str) -> Text {
    Text { x, y, size: 11.0, bold: false, text: text.to_owned() }
}

/// A PDF with one page for each list of lines.
pub fn pdf(pages: &[Vec<Text>]) -> Vec<u8> {
    let contents: Vec<String> = pages.iter().map(|page| page.iter().map(line).collect()).collect();
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 5 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            6 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    assemble(&objects, "")
}

fn line(text: &Text) -> String {
    let escaped = text.text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    let font = if text.bold { "F2" } else { "F1" };
    format!("BT /{font} {} Tf {} {} Td ({escaped}) Tj ET\n", text.size, text.x, text.y)
}

/// Objects with a cross-reference table; `trailer` goes into the trailer.
pub fn assemble(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    places.iter().for_each(|place| out.extend(format!("{place:010} 00000 n \n").into_bytes()));
    out.extend(
        format!("trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
            .into_bytes(),
    );
    out
}
