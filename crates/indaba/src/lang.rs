//! The six languages: which there are, how text is found in them, and how numbers and dates are written.
//!
//! Texts stand in `locales/<language>/<room>.ftl` (Fluent). A key that is missing in a language is shown in English,
//! and a test names it.

mod catalog;
pub mod named;
mod shape;

pub use catalog::{Arg, FILES, L, languages_missing};
pub use shape::{date, moment, number, percent};

/// One language of the interface.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Offered in the interface. Contributions may be in any of the six.
    pub offered: bool,
}

/// The six languages of the United Nations.
pub const LANGUAGES: [Language; 6] = [
    Language { code: "en", name: "English", dir: "ltr", offered: true },
    Language { code: "fr", name: "Français", dir: "ltr", offered: true },
    Language { code: "es", name: "Español", dir: "ltr", offered: false },
    Language { code: "ar", name: "العربية", dir: "rtl", offered: true },
    Language { code: "zh", name: "中文", dir: "ltr", offered: false },
    Language { code: "ru", name: "Русский", dir: "ltr", offered: false },
];

/// A language of the table; any other text can't become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang(usize);

impl Lang {
    /// English: the language of last resort.
    pub const EN: Lang = Lang(0);

    /// The language with this code (`fr`, `fr-CH`), if it is one of the six.
    pub fn parse(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next()?;
        LANGUAGES.iter().position(|l| l.code.eq_ignore_ascii_case(primary)).map(Lang)
    }

    /// The first language of an `Accept-Language` header that the interface is offered in.
    pub fn from_header(header: &str) -> Option<Lang> {
        header.split(',').filter_map(|part| Lang::parse(part.split(';').next()?.trim())).find(|lang| lang.row().offered)
    }

    /// Its row.
    pub fn row(self) -> &'static Language {
        &LANGUAGES[self.0]
    }

    /// BCP 47.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        self.row().dir
    }

    /// Those that the interface is offered in.
    pub fn offered() -> impl Iterator<Item = Lang> {
        (0..LANGUAGES.len()).map(Lang).filter(|lang| lang.row().offered)
    }

    /// All six.
    pub fn all() -> impl Iterator<Item = Lang> {
        (0..LANGUAGES.len()).map(Lang)
    }
}

/// The direction of a text whose language stands beside it in the store.
pub fn dir_of(code: &str) -> &'static str {
    Lang::parse(code).map_or("auto", Lang::dir)
}
