//! The head of a paper: symbol, title, session and date, before the first paragraph.

use super::dates::{self, Found};
use super::{labels, words};
use crate::block::{Block, Declared, Kind};
use crate::paper::{Doubt, DoubtKind};

#[derive(Debug, Default)]
pub(crate) struct Front {
    pub symbol: Option<String>,
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub session: Option<String>,
    pub date: Option<String>,
    /// The place of the first block of the body.
    pub body: usize,
}

/// Characters that a line of the head has at most.
const LINE: usize = 160;

/// Lines of the head that could be a title, and the heading that is one.
#[derive(Default)]
struct Candidates {
    lines: Vec<String>,
    heading: Option<String>,
    after: Vec<String>,
}

pub(crate) fn read(blocks: &[Block], declared: &Declared, doubts: &mut Vec<Doubt>) -> Front {
    let mut front = Front::default();
    let mut candidates = Candidates::default();
    for (at, block) in blocks.iter().enumerate() {
        front.body = at;
        let goes_on = match block.kind {
            Kind::Heading(level) => {
                heading(block, level, blocks.get(at + 1..).unwrap_or_default(), &mut candidates, &mut front)
            }
            Kind::Paragraph => lines(block, &mut front, &mut candidates, doubts),
            Kind::Item(_) => false,
        };
        if !goes_on {
            break;
        }
        front.body = at + 1;
    }
    settle(&mut front, candidates, declared, doubts);
    front
}

/// Whether a heading belongs to the head: it is the title, or it repeats it.
fn heading(block: &Block, level: u8, rest: &[Block], candidates: &mut Candidates, front: &mut Front) -> bool {
    let text = block.rich.flow().text;
    if let Some(symbol) = symbol(&text).filter(|_| front.symbol.is_none()) {
        front.symbol = Some(symbol);
        return true;
    }
    if words::names_a_session(&text) && front.session.is_none() && words::is_capitals(&text) {
        front.session = Some(text);
        return true;
    }
    if repeats(&text, candidates) {
        return true;
    }
    let highest = rest.iter().all(|other| !matches!(other.kind, Kind::Heading(other) if other <= level));
    let opens_list = rest.first().is_some_and(|next| matches!(next.kind, Kind::Item(_)) && next.label.is_none());
    let alone = candidates.lines.is_empty() && !opens_list;
    if candidates.heading.is_none() && (alone || highest) && !words::names_a_workshop(&text) {
        candidates.heading = Some(text);
        return true;
    }
    false
}

fn repeats(heading: &str, candidates: &Candidates) -> bool {
    let known: Vec<&str> =
        candidates.heading.iter().chain(&candidates.lines).chain(&candidates.after).map(String::as_str).collect();
    let folded = fold(heading);
    (0..known.len()).any(|from| {
        (from + 1..=known.len()).any(|to| known.get(from..to).is_some_and(|run| fold(&run.join(" ")) == folded))
    })
}

fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a paragraph belongs to the head: short lines that are no sentence.
fn lines(block: &Block, front: &mut Front, candidates: &mut Candidates, doubts: &mut Vec<Doubt>) -> bool {
    let lines: Vec<String> = block.rich.lines().into_iter().map(|line| line.text.trim().to_owned()).collect();
    let known = lines.iter().map(|line| meta(line, front)).collect::<Vec<_>>();
    if known.iter().all(Option::is_none) && !title_like(block, candidates) {
        return false;
    }
    for (line, meta) in lines.into_iter().zip(known) {
        match meta {
            Some(meta) => keep(meta, front, doubts),
            None if candidates.heading.is_some() => candidates.after.push(line),
            None => candidates.lines.push(line),
        }
    }
    true
}

fn title_like(block: &Block, candidates: &Candidates) -> bool {
    let flow = block.rich.flow().text;
    let short = flow.chars().count() <= LINE;
    let sentence = words::is_finished(&flow) || labels::at_start(&flow).is_some() || block.label.is_some();
    let set_off = block.rich.all_bold() || words::is_capitals(&flow);
    let few = candidates.lines.len() < 8;
    // Below a title, plain short lines are text unless they are set off or very short.
    let below = candidates.heading.is_none() || set_off || flow.chars().count() <= 60;
    short && !sentence && few && below && candidates.after.len() < 2
}

enum Meta {
    Symbol(String),
    Session(String),
    Date(Found),
    /// "Original: English", "Distr.: General": printed, but nothing that a paper keeps.
    Other,
}

fn meta(line: &str, front: &Front) -> Option<Meta> {
    if let Some(symbol) = symbol(line) {
        return Some(Meta::Symbol(symbol));
    }
    if is_notice(line) {
        return Some(dates::in_line(line).map_or(Meta::Other, Meta::Date));
    }
    if words::names_a_session(line)
        && front.session.is_none()
        && line.chars().count() <= 80
        && !words::is_finished(line)
    {
        return Some(Meta::Session(line.to_owned()));
    }
    dates::in_line(line).map(Meta::Date)
}

fn keep(meta: Meta, front: &mut Front, doubts: &mut Vec<Doubt>) {
    match meta {
        Meta::Symbol(symbol) => front.symbol = front.symbol.take().or(Some(symbol)),
        Meta::Session(session) => front.session = front.session.take().or(Some(session)),
        Meta::Date(Found::Date(date)) => keep_date(date, front, doubts),
        Meta::Date(Found::Ambiguous) => {
            let text = "the date can be read day first or month first: enter it".to_owned();
            doubts.push(Doubt { kind: DoubtKind::Date, place: None, text });
        }
        Meta::Other => {}
    }
}

fn keep_date(date: String, front: &mut Front, doubts: &mut Vec<Doubt>) {
    match &front.date {
        Some(first) if *first != date => {
            let text = format!("the head has two dates, {first} and {date}: the first was taken as the paper's");
            doubts.push(Doubt { kind: DoubtKind::Date, place: None, text });
        }
        _ => front.date = Some(date),
    }
}

/// "Original: English", "Distr.: General", "Оригинал: русский", "原文：中文", "Agenda item 3"
fn is_notice(line: &str) -> bool {
    const NOTICES: [&str; 17] = [
        "original",
        "distr",
        "оригинал",
        "原文",
        "الأصل",
        "agenda item",
        "point ",
        "tema ",
        "limited",
        "general",
        "restricted",
        "english only",
        "language",
        "date",
        "fecha",
        "дата",
        "日期",
    ];
    let lower = line.to_lowercase();
    let labelled = lower.contains([':', '：']) || line.chars().count() <= 24;
    labelled && line.chars().count() <= 60 && NOTICES.iter().any(|notice| lower.starts_with(notice))
}

/// A symbol as bodies print them: capitals, digits and slashes, with at least one digit: "AB/INF/12", "A/C.3/79/L.4".
pub(crate) fn symbol(line: &str) -> Option<String> {
    let line = line.trim();
    let body = line.rsplit([':', '：']).next().unwrap_or(line).trim();
    let is_symbol = |word: &str| {
        word.len() <= 40
            && word.split('/').count() >= 2
            && word.split('/').all(|part| !part.is_empty())
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.contains(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "/.-()_".contains(c) || c == 'v')
    };
    is_symbol(body).then(|| body.to_owned())
}

fn settle(front: &mut Front, candidates: Candidates, declared: &Declared, doubts: &mut Vec<Doubt>) {
    front.symbol = front.symbol.take().or_else(|| declared.symbol.clone());
    front.session = front.session.take().or_else(|| declared.session.clone());
    front.date = front.date.take().or_else(|| declared_date(declared));
    let Candidates { lines, heading, after } = candidates;
    let mut others = lines.clone();
    match (declared.title.clone().filter(|_| heading.is_none() && lines.is_empty()), heading) {
        (Some(title), _) => front.title = Some(title),
        (None, Some(heading)) => {
            others.retain(|line| fold(line) != fold(&heading));
            front.title = Some(heading);
            front.subtitle = after.first().cloned();
            others.extend(after.into_iter().skip(1));
        }
        (None, None) => {
            let mut lines = lines.into_iter();
            front.title = lines.next();
            front.subtitle = lines.next();
            others = lines.collect();
        }
    }
    doubt_title(front, &others, doubts);
}

fn declared_date(declared: &Declared) -> Option<String> {
    match dates::in_line(declared.date.as_deref()?) {
        Some(Found::Date(date)) => Some(date),
        _ => None,
    }
}

fn doubt_title(front: &Front, others: &[String], doubts: &mut Vec<Doubt>) {
    let (kind, text) = match &front.title {
        None => (DoubtKind::NoTitle, "no title was found: enter it".to_owned()),
        Some(title) if !others.is_empty() => {
            let others = others.join("”, “");
            (DoubtKind::Title, format!("“{title}” was taken as the title; also in the head, and left out: “{others}”"))
        }
        Some(_) => return,
    };
    doubts.push(Doubt { kind, place: None, text });
}
