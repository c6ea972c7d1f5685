//! Printed paragraph numbers: what they look like and how they nest.

/// How a label is written; two labels of one list have the same style and the same marks around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Decimal,
    /// "1.1", with the number of parts.
    Dotted(usize),
    /// "§ 3", "¶ 3".
    Sign,
    LowerAlpha,
    UpperAlpha,
    LowerRoman,
    UpperRoman,
    /// "一、"
    Chinese,
    /// "а)" in Cyrillic, "أ)" in Arabic.
    OtherAlpha,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// "1."
    Stop,
    /// "1)"
    Close,
    /// "(1)"
    Both,
    /// "1.1"
    Bare,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub style: Style,
    pub marks: Marks,
    /// As printed, without the full stop or single bracket that ends it: "7", "1.1", "§ 3", "(a)".
    pub printed: String,
    /// The place in its series, from 1; 0 where it has none.
    pub value: u32,
    /// A single "(i)", which may be the ninth letter or the first Roman number.
    pub ambiguous: bool,
}

impl Label {
    pub fn same_series(&self, other: &Label) -> bool {
        self.style == other.style && self.marks == other.marks
    }

    /// Labels that stand on their own and never below another paragraph.
    pub fn is_root(&self) -> bool {
        match self.style {
            Style::Dotted(_) | Style::Sign => true,
            Style::Decimal | Style::UpperRoman | Style::UpperAlpha | Style::Chinese => {
                matches!(self.marks, Marks::Stop | Marks::Bare)
                    || (self.style == Style::Decimal && self.marks == Marks::Close)
            }
            _ => false,
        }
    }

    /// The ninth letter where a series of letters stands at the eighth, the first Roman number elsewhere.
    pub fn settle(mut self, before: Option<&Label>) -> Label {
        let Some(before) = before.filter(|before| self.ambiguous && before.marks == self.marks) else {
            return self;
        };
        let letter = self.printed.chars().find(|c| c.is_alphabetic());
        let place = letter.map_or(0, |c| u32::from(c.to_ascii_lowercase()) - u32::from('a') + 1);
        let alpha = if self.style == Style::LowerRoman { Style::LowerAlpha } else { Style::UpperAlpha };
        if before.style == alpha && before.value + 1 == place {
            self.style = alpha;
            self.value = place;
        }
        self
    }
}

/// The label that a text begins with, and how many bytes it takes.
pub(crate) fn at_start(text: &str) -> Option<(Label, usize)> {
    sign(text).or_else(|| both(text)).or_else(|| numbers(text)).or_else(|| letters(text))
}

/// The label that a list printed; unlike running text, a list may print a bare "1" or "a".
pub(crate) fn of_list(printed: &str) -> Option<Label> {
    let spaced = format!("{} x", printed.trim());
    if let Some((label, _)) = at_start(&spaced) {
        return Some(label);
    }
    let dotted = format!("{}. x", printed.trim());
    at_start(&dotted).map(|(label, _)| Label { marks: Marks::Bare, ..label })
}

/// "§ 3", "§3.", "¶ 12"
fn sign(text: &str) -> Option<(Label, usize)> {
    let sign = text.chars().next().filter(|c| matches!(c, '§' | '¶'))?;
    let after = text.get(sign.len_utf8()..)?;
    let blank = after.len() - after.trim_start().len();
    let number: String = after.trim_start().chars().take_while(|c| c.is_numeric() || *c == '.').collect();
    let kept = number.trim_end_matches('.');
    let value = kept.rsplit('.').next().and_then(decimal)?;
    let printed = format!("{sign}{}{kept}", if blank > 0 { " " } else { "" });
    let used = sign.len_utf8() + blank + number.len();
    ends(text, used)
        .then_some((Label { style: Style::Sign, marks: Marks::Bare, printed, value, ambiguous: false }, used))
}

/// "(a)", "(12)", "(iv)", "（一）"
fn both(text: &str) -> Option<(Label, usize)> {
    let open = text.chars().next().filter(|c| matches!(c, '(' | '（'))?;
    let inner_at = open.len_utf8();
    let close_at = text.char_indices().take(10).find(|(_, c)| matches!(c, ')' | '）'))?.0;
    let inner = text.get(inner_at..close_at)?.trim();
    let (style, value, ambiguous) = kind(inner)?;
    let used = close_at + text.get(close_at..)?.chars().next()?.len_utf8();
    let printed = text.get(..used)?.to_owned();
    Some((Label { style, marks: Marks::Both, printed, value, ambiguous }, used))
}

/// "1.", "1)", "1.1", "1.1.", "١.", "1、"
fn numbers(text: &str) -> Option<(Label, usize)> {
    let run: String = text.chars().take(20).take_while(|c| is_digit(*c) || *c == '.').collect();
    let kept = run.trim_end_matches('.');
    let parts: Vec<&str> = kept.split('.').collect();
    let value = parts.last().and_then(|last| decimal(last))?;
    if parts.iter().any(|part| part.is_empty() || part.chars().count() > 4) || run.len() > kept.len() + 1 {
        return None;
    }
    let next = text.get(run.len()..)?.chars().next();
    let style = if parts.len() > 1 { Style::Dotted(parts.len()) } else { Style::Decimal };
    let label = |marks| Label { style, marks, printed: kept.to_owned(), value, ambiguous: false };
    match next {
        Some(c) if matches!(c, ')' | '、' | '．' | '）') => {
            let used = run.len() + c.len_utf8();
            let marks = if matches!(c, ')' | '）') { Marks::Close } else { Marks::Stop };
            (run.len() == kept.len() && (ends(text, used) || !c.is_ascii())).then(|| (label(marks), used))
        }
        _ if run.len() > kept.len() => ends(text, run.len()).then(|| (label(Marks::Stop), run.len())),
        // "1.1 Text" is a number; "12 States" is the beginning of a sentence.
        _ if parts.len() > 1 && run.len() < text.len() => {
            ends(text, run.len()).then(|| (label(Marks::Bare), run.len()))
        }
        _ => None,
    }
}

/// "a)", "IV.", "A.", "а)", "一、"
fn letters(text: &str) -> Option<(Label, usize)> {
    let run: String = text.chars().take(9).take_while(|c| c.is_alphabetic()).collect();
    let mark = text.get(run.len()..)?.chars().next()?;
    let marks = match mark {
        '.' | '、' | '．' => Marks::Stop,
        ')' | '）' => Marks::Close,
        _ => return None,
    };
    let (style, value, ambiguous) = kind(&run)?;
    let used = run.len() + mark.len_utf8();
    if !ends(text, used) && mark.is_ascii() {
        return None;
    }
    // "a." and "i." are printed in lists only; a sentence may well begin "I. e.".
    let printed = if marks == Marks::Close { text.get(..used)?.to_owned() } else { run };
    Some((Label { style, marks, printed, value, ambiguous }, used))
}

fn kind(inner: &str) -> Option<(Style, u32, bool)> {
    if let Some(value) = decimal(inner) {
        return (inner.chars().count() <= 3).then_some((Style::Decimal, value, false));
    }
    if let Some(value) = chinese(inner) {
        return Some((Style::Chinese, value, false));
    }
    let upper = inner.chars().all(|c| c.is_ascii_uppercase());
    if !upper && !inner.chars().all(|c| c.is_ascii_lowercase()) {
        return other_alpha(inner);
    }
    let single = inner.len() == 1;
    let roman = roman(&inner.to_ascii_lowercase()).filter(|value| !single || matches!(value, 1 | 5 | 10));
    if let Some(value) = roman {
        let style = if upper { Style::UpperRoman } else { Style::LowerRoman };
        return Some((style, value, single));
    }
    let letter = inner.chars().next().filter(|_| single)?;
    let style = if upper { Style::UpperAlpha } else { Style::LowerAlpha };
    Some((style, u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1, false))
}

const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
const ARABIC: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

fn other_alpha(inner: &str) -> Option<(Style, u32, bool)> {
    let mut letters = inner.chars().filter(|c| *c != 'ـ');
    let letter = letters.next()?;
    if letters.next().is_some() {
        return None;
    }
    let letter = match letter {
        'ا' => 'أ',
        other => other.to_lowercase().next()?,
    };
    let place = |alphabet: &str| alphabet.chars().position(|c| c == letter);
    let at = place(CYRILLIC).or_else(|| place(ARABIC))?;
    Some((Style::OtherAlpha, at as u32 + 1, false))
}

fn roman(text: &str) -> Option<u32> {
    const TABLE: [(&str, u32); 9] =
        [("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];
    let (mut rest, mut value) = (text, 0);
    for (sign, worth) in TABLE {
        let most = if sign.len() == 1 && matches!(sign, "i" | "x" | "c") { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(sign) else {
                break;
            };
            rest = after;
            value += worth;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

fn chinese(text: &str) -> Option<u32> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |c: char| DIGITS.chars().position(|d| d == c).map(|at| at as u32 + 1);
    let characters: Vec<char> = text.chars().collect();
    match characters.as_slice() {
        ['十'] => Some(10),
        ['十', unit] => Some(10 + digit(*unit)?),
        [one] => digit(*one),
        [tens, '十'] => Some(digit(*tens)? * 10),
        [tens, '十', unit] => Some(digit(*tens)? * 10 + digit(*unit)?),
        _ => None,
    }
}

/// European, Arabic-Indic, Persian and full-width digits.
pub(crate) fn digit(c: char) -> Option<u32> {
    let zero = match u32::from(c) {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6F0..=0x6F9 => 0x6F0,
        0xFF10..=0xFF19 => 0xFF10,
        _ => return None,
    };
    Some(u32::from(c) - zero)
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

pub(crate) fn decimal(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 6 {
        return None;
    }
    text.chars().try_fold(0, |value, c| Some(value * 10 + digit(c)?))
}

/// A label is followed by white space, or by a script that sets none.
fn ends(text: &str, at: usize) -> bool {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        None => false,
        Some(c) => c.is_whitespace() || crate::rich::is_wide(c),
    }
}
