//! The numbers that Word computes and prints (ECMA-376 part 1, 17.9): they are nowhere in the text, so they are
//! computed here the same way.

use std::collections::{HashMap, HashSet};

use super::xml::{self, Node};
use crate::{Limits, ReadError};

const LEVELS: usize = 9;

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// `lvlRestart`: 0 never begins again; otherwise after which level (from 1) it does.
    restart: Option<usize>,
    legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Level { start: 1, format: "decimal".to_owned(), text: String::new(), restart: None, legal: false }
    }
}

#[derive(Debug, Clone, Default)]
struct Number {
    of: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, HashMap<usize, Level>>,
    numbers: HashMap<String, Number>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Numbers whose start override has been used: it applies once.
    begun: HashSet<(String, usize)>,
}

/// What Word prints before a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Printed {
    Bullet,
    Label(String),
    Nothing,
}

#[derive(Default)]
struct Reading {
    list: Option<String>,
    number: Option<String>,
    level: Option<usize>,
    open: Level,
    open_is_level: bool,
}

impl Numbering {
    pub fn read(text: &str, limits: &Limits) -> Result<Numbering, ReadError> {
        let mut numbering = Numbering::default();
        let mut reading = Reading::default();
        xml::walk("word/numbering.xml", text, limits, |node| {
            match node {
                Node::Open { name, attributes } => numbering.open(&mut reading, name, attributes),
                Node::Close { name } => numbering.close(&mut reading, name),
                Node::Text(_) => {}
            }
            Ok(())
        })?;
        Ok(numbering)
    }

    fn open(&mut self, reading: &mut Reading, name: &str, attributes: &[(String, String)]) {
        let value = xml::attribute(attributes, "val");
        let number = || value.and_then(|value| value.parse::<u32>().ok());
        match name {
            "abstractNum" => {
                reading.list = xml::attribute(attributes, "abstractNumId").map(str::to_owned);
            }
            "num" => {
                reading.number = xml::attribute(attributes, "numId").map(str::to_owned);
                self.numbers.extend(reading.number.clone().map(|id| (id, Number::default())));
            }
            "abstractNumId" => {
                if let Some(number) = reading.number.as_ref().and_then(|id| self.numbers.get_mut(id)) {
                    value.unwrap_or_default().clone_into(&mut number.of);
                }
            }
            "lvl" | "lvlOverride" => {
                reading.level = xml::attribute(attributes, "ilvl")
                    .and_then(|level| level.parse().ok())
                    .filter(|level| *level < LEVELS);
                reading.open = Level::default();
                reading.open_is_level = name == "lvl";
            }
            "startOverride" => self.start_override(reading, number()),
            "start" => reading.open.start = number().unwrap_or(1),
            "numFmt" => value.unwrap_or("decimal").clone_into(&mut reading.open.format),
            "lvlText" => reading.open.text = value.unwrap_or_default().chars().take(60).collect(),
            "lvlRestart" => reading.open.restart = number().map(|level| level as usize),
            "isLgl" => reading.open.legal = xml::is_on(attributes),
            _ => {}
        }
    }

    fn start_override(&mut self, reading: &Reading, start: Option<u32>) {
        let number = reading.number.as_ref().and_then(|id| self.numbers.get_mut(id));
        if let (Some(number), Some(level), Some(start)) = (number, reading.level, start) {
            number.starts.insert(level, start);
        }
    }

    fn close(&mut self, reading: &mut Reading, name: &str) {
        match name {
            "lvl" => self.keep_level(reading),
            "abstractNum" => reading.list = None,
            "num" => reading.number = None,
            _ => {}
        }
    }

    fn keep_level(&mut self, reading: &mut Reading) {
        let Some(at) = reading.level.filter(|_| reading.open_is_level) else {
            return;
        };
        let level = std::mem::take(&mut reading.open);
        if let Some(number) = reading.number.as_ref().and_then(|id| self.numbers.get_mut(id)) {
            number.levels.insert(at, level);
        } else if let Some(list) = &reading.list {
            self.lists.entry(list.clone()).or_default().insert(at, level);
        }
    }

    /// Counts one paragraph of a list, and says what is printed before it.
    pub fn next(&mut self, id: &str, level: u8) -> Printed {
        let at = usize::from(level).min(LEVELS - 1);
        let Some(number) = self.numbers.get(id).cloned() else {
            return Printed::Nothing;
        };
        let Some(own) = self.level(&number, at) else {
            return Printed::Nothing;
        };
        if own.format == "bullet" {
            return Printed::Bullet;
        }
        self.count(id, &number, at, own.start);
        if own.format == "none" || own.text.trim().is_empty() {
            return Printed::Nothing;
        }
        Printed::Label(self.label(&number, &own))
    }

    fn level(&self, number: &Number, at: usize) -> Option<Level> {
        number.levels.get(&at).or_else(|| self.lists.get(&number.of)?.get(&at)).cloned()
    }

    fn count(&mut self, id: &str, number: &Number, at: usize, start: u32) {
        let restarts: Vec<Option<usize>> =
            (0..LEVELS).map(|level| self.level(number, level).and_then(|level| level.restart)).collect();
        let first_use = self.begun.insert((id.to_owned(), at));
        let counters = self.counters.entry(number.of.clone()).or_default();
        let begin = number.starts.get(&at).copied().filter(|_| first_use);
        let Some(counter) = counters.get_mut(at) else {
            return;
        };
        *counter = Some(match (begin, *counter) {
            (Some(begin), _) => begin,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => number.starts.get(&at).copied().unwrap_or(start),
        });
        for (level, counter) in counters.iter_mut().enumerate().skip(at + 1) {
            let begins_again = match restarts.get(level).copied().flatten() {
                Some(0) => false,
                Some(after) => at < after,
                None => true,
            };
            if begins_again {
                *counter = None;
            }
        }
    }

    /// `%1.%2` with the counters in place.
    fn label(&self, number: &Number, own: &Level) -> String {
        let counters = self.counters.get(&number.of).copied().unwrap_or_default();
        let mut label = String::new();
        let mut characters = own.text.chars();
        while let Some(c) = characters.next() {
            let level = if c == '%' { characters.clone().next().and_then(|digit| digit.to_digit(10)) } else { None };
            let Some(level) = level.and_then(|level| (level as usize).checked_sub(1)).filter(|level| *level < LEVELS)
            else {
                label.push(c);
                continue;
            };
            characters.next();
            let shown = self.level(number, level).unwrap_or_default();
            let value = counters.get(level).copied().flatten().unwrap_or(shown.start);
            label.push_str(&formatted(value, if own.legal { "decimal" } else { &shown.format }));
        }
        label.trim().to_owned()
    }
}

pub(crate) fn formatted(value: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(value, 'a'),
        "upperLetter" => letters(value, 'A'),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperRoman" => roman(value),
        "decimalZero" => format!("{value:02}"),
        "russianLower" => nth("абвгдежзиклмнопрстуфхцчшщэюя", value),
        "arabicAlpha" | "arabicAbjad" => nth("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", value),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital" => chinese(value),
        "hindiNumbers" => {
            value.to_string().chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0x660)).collect()
        }
        _ => value.to_string(),
    }
}

/// a … z, aa … zz: Word repeats the letter.
fn letters(value: u32, first: char) -> String {
    let Some(place) = value.checked_sub(1) else {
        return String::new();
    };
    let letter = char::from_u32(u32::from(first) + place % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (place / 26 + 1).min(20) as usize).collect()
}

fn nth(alphabet: &str, value: u32) -> String {
    let letter = value.checked_sub(1).and_then(|place| alphabet.chars().nth(place as usize));
    letter.map_or_else(|| value.to_string(), String::from)
}

fn roman(value: u32) -> String {
    const TABLE: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value > 3999 {
        return value.to_string();
    }
    let (mut rest, mut text) = (value, String::new());
    for (worth, sign) in TABLE {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    text
}

fn chinese(value: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| DIGITS.get(at as usize).copied().unwrap_or_default();
    match value {
        1..=9 => digit(value).to_owned(),
        10..=19 => format!("十{}", digit(value % 10)),
        20..=99 => format!("{}十{}", digit(value / 10), digit(value % 10)),
        _ => value.to_string(),
    }
}
