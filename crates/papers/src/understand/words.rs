//! What the reader must know of languages, in tables: the six of the United Nations.

use crate::rich::is_wide;

/// Stems of words that speak of questions, lower case.
const QUESTION: [&str; 14] = [
    "question",
    "pregunta",
    "cuestion",
    "cuestión",
    "interrogante",
    "interrogation",
    "вопрос",
    "سؤال",
    "أسئلة",
    "اسئلة",
    "تساؤل",
    "问题",
    "問題",
    "提问",
];

/// Stems of headings that name a workshop.
const WORKSHOP: [&str; 15] = [
    "workshop",
    "atelier",
    "taller",
    "семинар",
    "ورشة",
    "حلقة العمل",
    "研讨会",
    "讲习班",
    "theme ",
    "thème ",
    "tema ",
    "тема ",
    "round table",
    "table ronde",
    "mesa redonda",
];

/// Stems of words for a session of a body.
const SESSION: [&str; 9] =
    ["session", "período de sesiones", "periodo de sesiones", "сессия", "دورة", "届会议", "届会", "会议", "reunión"];

/// Stop words that tell languages of Latin script apart.
const STOP_WORDS: [(&str, &[&str]); 6] = [
    ("en", &["the", "and", "of", "to", "in", "is", "that", "for", "are", "what", "how", "with", "which", "be"]),
    ("fr", &["le", "la", "les", "des", "et", "du", "une", "est", "dans", "que", "pour", "qui", "sur", "quels"]),
    ("es", &["el", "la", "los", "las", "y", "del", "una", "es", "en", "que", "para", "por", "con", "qué"]),
    ("pt", &["o", "os", "as", "e", "do", "da", "uma", "é", "em", "que", "para", "não", "com", "são"]),
    ("de", &["der", "die", "das", "und", "ist", "ein", "eine", "für", "von", "mit", "den", "nicht", "wie", "zu"]),
    ("it", &["il", "lo", "gli", "e", "della", "una", "è", "che", "per", "non", "con", "di", "sono", "quali"]),
];

/// Words of "page", in running heads.
pub(crate) const PAGE: [&str; 8] = ["page", "página", "pagina", "стр", "страница", "صفحة", "第", "p"];

pub(crate) fn speaks_of_questions(text: &str) -> bool {
    let lower = text.to_lowercase();
    QUESTION.iter().any(|word| lower.contains(word))
}

pub(crate) fn names_a_workshop(title: &str) -> bool {
    let lower = title.to_lowercase();
    WORKSHOP.iter().any(|word| lower.starts_with(word))
}

pub(crate) fn names_a_session(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = lower.split_whitespace().count();
    words <= 8 && SESSION.iter().any(|word| lower.contains(word))
}

pub(crate) fn has_question_mark(text: &str) -> bool {
    text.contains(['?', '؟', '？', '¿', ';']) && text.contains(['?', '؟', '？'])
}

pub(crate) fn ends_with_question_mark(text: &str) -> bool {
    unquoted_end(text).is_some_and(|c| matches!(c, '?' | '؟' | '？'))
}

pub(crate) fn ends_with_colon(text: &str) -> bool {
    text.trim_end().ends_with([':', '：'])
}

/// Whether a sentence, or a part of one that may stand before a list, ends here.
pub(crate) fn is_finished(text: &str) -> bool {
    unquoted_end(text)
        .is_some_and(|c| matches!(c, '.' | '?' | '!' | ':' | ';' | '…' | '。' | '？' | '！' | '：' | '；' | '؟' | '؛'))
}

fn unquoted_end(text: &str) -> Option<char> {
    let closing =
        |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '）' | ']' | '」' | '“') || c.is_whitespace();
    text.trim_end_matches(closing).chars().next_back()
}

/// Whether all cased letters are capitals, and there are some.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut cased = text.chars().filter(|c| c.is_uppercase() || c.is_lowercase()).peekable();
    cased.peek().is_some() && cased.all(char::is_uppercase)
}

/// The language of a text by its script and its small words; none where it cannot be told.
pub(crate) fn language(text: &str) -> Option<&'static str> {
    let (mut arabic, mut cyrillic, mut han, mut kana, mut latin) = (0, 0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match u32::from(c) {
            0x600..=0x6FF | 0x750..=0x77F => arabic += 1,
            0x400..=0x4FF => cyrillic += 1,
            0x3040..=0x30FF => kana += 1,
            _ if is_wide(c) => han += 2,
            _ => latin += 1,
        }
    }
    let most = [arabic, cyrillic, han, kana, latin].into_iter().max().unwrap_or(0);
    match most {
        0 => None,
        n if n == arabic => Some("ar"),
        n if n == cyrillic => Some("ru"),
        n if n == han && kana * 5 > han => None,
        n if n == han => Some("zh"),
        n if n == latin => latin_language(text),
        _ => None,
    }
}

fn latin_language(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let mut scores = STOP_WORDS.map(|(language, _)| (0_usize, language));
    for word in lower.split(|c: char| !c.is_alphanumeric()).take(20_000) {
        for ((score, _), (_, words)) in scores.iter_mut().zip(STOP_WORDS) {
            *score += usize::from(words.contains(&word));
        }
    }
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    match scores {
        [(first, language), (second, _), ..] if first >= 2 && first > second => Some(language),
        _ => None,
    }
}
