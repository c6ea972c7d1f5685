//! Opening a dialogue from a paper: upload, what was understood, correct it, confirm.

pub mod printed;

use self::printed::Printed;
use super::page::{self, Page, Tab};
use super::{Answer, Problem, Visit};
use crate::lang::L;
use crate::opening::{self, Rules};
use askama::Template;
use axum::Form;
use axum::extract::Multipart;
use axum::http::StatusCode;
use papers::{Paper, Paragraph, Question, Workshop};

#[derive(Template)]
#[template(path = "open.html")]
struct Upload {
    page: Page,
    error: String,
    detail: String,
}

/// `GET /open`
pub async fn open_form(visit: Visit) -> Answer {
    upload(&visit, StatusCode::OK, String::new(), String::new())
}

fn upload(visit: &Visit, status: StatusCode, error: String, detail: String) -> Answer {
    page::show_as(status, &Upload { page: Page::new(visit, visit.l.t("open-title"), Tab::None), error, detail })
}

#[derive(Template)]
#[template(path = "open_understood.html")]
struct Understood {
    page: Page,
    error: String,
    symbol: String,
    session: String,
    subtitle: String,
    date: String,
    title: String,
    lang: String,
    dir: &'static str,
    slug: String,
    languages: Vec<(&'static str, &'static str)>,
    doubts: Vec<Doubt>,
    outline: String,
    printed: String,
    paragraphs: usize,
    workshops: usize,
    questions: usize,
}

/// A place where the reader was unsure, in the page's language; what was found there in the reader's own words.
struct Doubt {
    said: String,
    found: String,
}

impl Doubt {
    fn of(l: L, doubt: &papers::Doubt) -> Doubt {
        let kind = serde_json::to_value(doubt.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
        let said = l.w("doubt", kind.unwrap_or_default());
        match &doubt.place {
            Some(place) => {
                Doubt { said: l.t2("doubt-at", "place", place.as_str(), "what", said), found: doubt.text.clone() }
            }
            None => Doubt { said, found: doubt.text.clone() },
        }
    }
}

/// `POST /open`: shows what was understood. Nothing is kept yet.
pub async fn read_paper(visit: Visit, form: Multipart) -> Answer {
    let Some((name, bytes)) = uploaded(form).await? else {
        return upload(&visit, StatusCode::UNPROCESSABLE_ENTITY, visit.l.t("open-no-file"), String::new());
    };
    match opening::paper_in_child(&name, bytes).await {
        Ok(paper) => {
            let slug = paper.slug().unwrap_or_default();
            let lines = Lines { outline: outline(&paper), printed: printed::field(&paper) };
            understood(&visit, StatusCode::OK, &paper, lines, slug, String::new())
        }
        Err(reason) => {
            let text = visit.l.t1("open-refused", "reason", visit.l.w("refused", reason.kind()));
            upload(&visit, StatusCode::UNPROCESSABLE_ENTITY, text, reason.to_string())
        }
    }
}

async fn uploaded(mut form: Multipart) -> Result<Option<(String, Vec<u8>)>, Problem> {
    while let Some(field) = form.next_field().await.map_err(|_| Problem::bad("problem-upload"))? {
        if field.name() == Some("paper") {
            let name = field.file_name().unwrap_or("").to_owned();
            let bytes = field.bytes().await.map_err(|_| Problem::too_large("problem-upload-large"))?;
            return Ok((!name.is_empty() || !bytes.is_empty()).then(|| (name, bytes.to_vec())));
        }
    }
    Ok(None)
}

/// The paper's text in the form.
struct Lines {
    outline: String,
    /// What the lines can't show.
    printed: String,
}

fn understood(visit: &Visit, status: StatusCode, paper: &Paper, lines: Lines, slug: String, error: String) -> Answer {
    page::show_as(
        status,
        &Understood {
            page: Page::new(visit, visit.l.t("open-understood"), Tab::None),
            error,
            symbol: paper.symbol.clone().unwrap_or_default(),
            session: paper.session.clone().unwrap_or_default(),
            subtitle: paper.subtitle.clone().unwrap_or_default(),
            date: paper.date.clone().unwrap_or_default(),
            title: paper.title.clone(),
            lang: paper.language.clone(),
            dir: crate::lang::dir_of(&paper.language),
            slug,
            languages: crate::lang::LANGUAGES.iter().map(|l| (l.code, l.name)).collect(),
            doubts: paper.doubts.iter().map(|doubt| Doubt::of(visit.l, doubt)).collect(),
            outline: lines.outline,
            printed: lines.printed,
            paragraphs: paper.paragraphs().count(),
            workshops: paper.workshops.len(),
            questions: paper.questions().count(),
        },
    )
}

/// The paper as lines that a person can correct: `# workshop`, `12. paragraph`, `? question`, `#` alone before the
/// closing paragraphs.
fn outline(paper: &Paper) -> String {
    let mut lines: Vec<String> = paper.preamble.iter().map(numbered).collect();
    for workshop in &paper.workshops {
        lines.push(format!("# {}", flat(&workshop.title)));
        for paragraph in &workshop.paragraphs {
            lines.push(numbered(paragraph));
            let asked = workshop.questions.iter().filter(|q| q.paragraph == paragraph.number);
            lines.extend(asked.map(|q| format!("? {}", flat(&q.text))));
        }
    }
    if !paper.closing.is_empty() {
        lines.push("#".to_owned());
        lines.extend(paper.closing.iter().map(numbered));
    }
    lines.join("\n\n")
}

fn numbered(paragraph: &Paragraph) -> String {
    format!("{}. {}", paragraph.number, flat(&paragraph.text))
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in a field, if anything does.
fn written(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Reads the corrected lines back. The error is the number of the line that can't be read.
fn corrected(typed: &Confirmation) -> Result<Paper, usize> {
    let mut paper = Paper {
        symbol: written(&typed.symbol),
        session: written(&typed.session),
        subtitle: written(&typed.subtitle),
        title: typed.title.trim().to_owned(),
        language: typed.lang.clone(),
        date: written(&typed.date),
        ..Paper::default()
    };
    let printed = Printed::read(&typed.printed);
    let mut closing = false;
    for (at, line) in typed.outline.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()) {
        if let Some(title) = line.strip_prefix('#') {
            let title = title.trim_start_matches('#').trim();
            closing = title.is_empty();
            if !closing {
                paper.workshops.push(Workshop { title: title.to_owned(), ..Workshop::default() });
            }
        } else if let Some(text) = line.strip_prefix('?') {
            ask(&mut paper, text.trim()).ok_or(at + 1)?;
        } else {
            let (number, text) = line.split_once(". ").ok_or(at + 1)?;
            let paragraph = printed.paragraph(number.trim(), text.trim());
            if paragraph.number.is_empty() || paper.paragraph(&paragraph.number).is_some() {
                return Err(at + 1);
            }
            match paper.workshops.last_mut() {
                _ if closing => paper.closing.push(paragraph),
                Some(workshop) => workshop.paragraphs.push(paragraph),
                None => paper.preamble.push(paragraph),
            }
        }
    }
    Ok(paper)
}

fn ask(paper: &mut Paper, text: &str) -> Option<()> {
    let workshop = paper.workshops.last_mut()?;
    let paragraph = workshop.paragraphs.last()?.number.clone();
    let place = workshop.questions.iter().filter(|q| q.paragraph == paragraph).count() + 1;
    let reference = format!("{paragraph}.{place}");
    workshop.questions.push(Question { reference, paragraph, text: text.to_owned() });
    Some(())
}

/// What is typed to confirm.
#[derive(Debug, serde::Deserialize)]
pub struct Confirmation {
    symbol: String,
    #[serde(default)]
    session: String,
    #[serde(default)]
    subtitle: String,
    title: String,
    date: String,
    lang: String,
    slug: String,
    outline: String,
    #[serde(default)]
    printed: String,
}

/// `POST /open/confirm`: makes the dialogue, being prepared.
pub async fn confirm(visit: Visit, Form(typed): Form<Confirmation>) -> Answer {
    let again = |error: String| {
        let paper = Paper {
            symbol: Some(typed.symbol.clone()),
            session: written(&typed.session),
            subtitle: written(&typed.subtitle),
            title: typed.title.clone(),
            language: typed.lang.clone(),
            date: Some(typed.date.clone()),
            ..Paper::default()
        };
        let lines = Lines { outline: typed.outline.clone(), printed: typed.printed.clone() };
        understood(&visit, StatusCode::UNPROCESSABLE_ENTITY, &paper, lines, typed.slug.clone(), error)
    };
    let paper = match corrected(&typed) {
        Ok(paper) => paper,
        Err(line) => {
            let said = typed.outline.lines().nth(line - 1).unwrap_or_default().trim();
            let shown = super::secretariat::shortened(said, 60);
            return again(visit.l.t2("open-line", "line", line, "text", shown));
        }
    };
    if paper.questions().next().is_none() {
        return again(visit.l.t("open-no-question"));
    }
    let mut c = visit.write().await?;
    match opening::convene(&mut c, &paper, Some(typed.slug.trim()), &Rules::default(), visit.now).await {
        Ok(slug) => {
            c.commit().await?;
            page::go(&format!("/d/{slug}/secretariat"))
        }
        Err(opening::NotConvened::Store(error)) => Err(error.into()),
        Err(opening::NotConvened::Taken(_)) => again(visit.l.t("open-slug-taken")),
        Err(_) => again(visit.l.t("open-slug-wrong")),
    }
}
