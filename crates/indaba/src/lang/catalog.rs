use super::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

macro_rules! locales {
    ($($room:literal),+ $(,)?) => {
        /// `(language, room, text)` of every file in `locales/`.
        pub const FILES: &[(&str, &str, &str)] = &[$(
            ("en", $room, include_str!(concat!("../../locales/en/", $room, ".ftl"))),
            ("fr", $room, include_str!(concat!("../../locales/fr/", $room, ".ftl"))),
            ("ar", $room, include_str!(concat!("../../locales/ar/", $room, ".ftl"))),
        )+];
    };
}
locales!(
    "api",
    "base",
    "corridors",
    "decisions",
    "exchange",
    "landing",
    "landscape",
    "measures",
    "practices",
    "question",
    "secretariat",
    "summary"
);

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<Bundle>> = LazyLock::new(|| Lang::all().map(bundle).collect());

fn bundle(lang: Lang) -> Bundle {
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Marks around values keep a Latin name and its punctuation together in running text from right to left (UAX 9);
    // elsewhere they would be noise: in a page each contribution has its own element.
    bundle.set_use_isolating(lang.dir() == "rtl");
    match lang.code() {
        "fr" | "ru" => bundle.set_formatter(Some(|value, _| thousands("fr", value))),
        "ar" => bundle.set_formatter(Some(|value, _| written(value))),
        "es" => bundle.set_formatter(Some(|value, _| thousands("es", value))),
        _ => bundle.set_formatter(Some(|value, _| thousands("en", value))),
    }
    for (_, _, text) in FILES.iter().filter(|(code, _, _)| *code == lang.code()) {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Large whole numbers with separators, and what is below zero with a minus sign (not a hyphen), inside sentences too; the
/// rest as Fluent writes it.
fn thousands(lang: &str, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    let ours = n.value.fract() == 0.0 && (n.value.abs() >= 1_000.0 || n.value < 0.0);
    ours.then(|| super::number(Lang::parse(lang).unwrap_or(Lang::EN), value))
}

/// An Arabic plural looks at the last two digits (CLDR: `n % 100 = 3..10` is few, `11..99` many); the library's rules
/// look at the whole number, so that 149 would be counted like 100. It is given a number of the right form to choose by,
/// and carries beside it what is written.
fn counted(lang: Lang, value: &FluentValue<'static>) -> FluentValue<'static> {
    match value {
        FluentValue::Number(n) if lang.code() == "ar" && n.value.fract() == 0.0 && n.value >= 100.0 => {
            let form = Some(n.value % 100.0).filter(|last| *last >= 3.0).unwrap_or(100.0);
            let written = super::number(lang, value);
            FluentNumber::new(form, FluentNumberOptions { currency: Some(written), ..n.options.clone() }).into()
        }
        _ => value.clone(),
    }
}

/// What [`counted`] left to be written, else as in the other languages.
fn written(value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    n.options.currency.clone().or_else(|| thousands("ar", value))
}

/// Problems of measures, landing zones and decisions, which forms and the API have alike.
const ROOMS: [&str; 23] = [
    "decision-answer-unknown",
    "decision-hours",
    "decision-more-hours",
    "decision-no-amendment",
    "decision-no-package",
    "decision-not-now",
    "decision-overtaken",
    "decision-procedure-unknown",
    "decision-reason",
    "effect-evidence",
    "effect-order",
    "effect-origin",
    "effect-party",
    "effect-score",
    "effect-sphere",
    "landing-no-package",
    "landing-not-ready",
    "line-floor",
    "line-place",
    "line-too-many",
    "measure-cost",
    "measure-locked",
    "measure-question",
];

/// A value in a sentence.
pub trait Arg {
    /// As Fluent takes it.
    fn value(&self) -> FluentValue<'static>;
}
macro_rules! number_arg { ($($t:ty),+) => { $(impl Arg for $t { fn value(&self) -> FluentValue<'static> { FluentValue::from(*self) } })+ } }
number_arg!(i64, u64, i32, u32, usize, f64);
impl Arg for str {
    fn value(&self) -> FluentValue<'static> {
        self.to_owned().into()
    }
}
impl Arg for String {
    fn value(&self) -> FluentValue<'static> {
        self.clone().into()
    }
}
impl<T: Arg + ?Sized> Arg for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

/// The texts of one language: what templates call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct L(pub Lang);

impl L {
    /// A text without values.
    pub fn t(&self, key: &str) -> String {
        self.text(key, None)
    }

    /// A text with one value.
    pub fn t1(&self, key: &str, name: &str, value: impl Arg) -> String {
        self.with(key, &[(name, value.value())])
    }

    /// A text with two values.
    pub fn t2(&self, key: &str, name: &str, value: impl Arg, name2: &str, value2: impl Arg) -> String {
        self.with(key, &[(name, value.value()), (name2, value2.value())])
    }

    /// A text with three values.
    #[allow(clippy::too_many_arguments)]
    pub fn t3(&self, key: &str, n1: &str, v1: impl Arg, n2: &str, v2: impl Arg, n3: &str, v3: impl Arg) -> String {
        self.with(key, &[(n1, v1.value()), (n2, v2.value()), (n3, v3.value())])
    }

    /// A text whose key ends in a word of the store: `kind-` + `state`.
    pub fn w(&self, prefix: &str, word: impl std::fmt::Display) -> String {
        self.t(&format!("{prefix}-{word}"))
    }

    /// A text with any number of values.
    pub fn with(&self, key: &str, values: &[(&str, FluentValue<'static>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set((*name).to_owned(), counted(self.0, value));
        }
        self.text(key, Some(&args))
    }

    fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        [self.0, Lang::EN]
            .iter()
            .find_map(|lang| {
                let bundle = &BUNDLES[lang.0];
                let pattern = bundle.get_message(key)?.value()?;
                Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    }

    /// Whether a key names a problem that the API may answer with.
    pub fn is_problem(key: &str) -> bool {
        let named = ["problem-", "api-"].iter().any(|prefix| key.starts_with(prefix))
            && !["problem-title", "problem-id", "problem-back"].contains(&key);
        named || ROOMS.contains(&key)
    }

    /// `(key, text)` of every problem that the API may answer with; an ellipsis stands for each value.
    pub fn problems(&self) -> Vec<(&'static str, String)> {
        let lines = FILES.iter().filter(|(code, _, _)| *code == Lang::EN.code()).flat_map(|(_, _, text)| text.lines());
        let keys = lines.filter_map(|line| Some((line.split_once(" = ")?.0, line)));
        let explained = keys.filter(|(key, _)| L::is_problem(key)).map(|(key, line)| {
            let names = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                (&rest[..end], "…".into())
            });
            (key, self.with(key, &names.collect::<Vec<_>>()))
        });
        explained.collect::<BTreeMap<_, _>>().into_iter().collect()
    }

    /// Several things in a row, with the language's comma.
    pub fn list(&self, items: &[String]) -> String {
        items.join(&self.t("list-comma"))
    }

    /// Several titles in a row: they may have commas of their own.
    pub fn titles(&self, items: &[String]) -> String {
        items.join(&self.t("list-semicolon"))
    }

    /// A sentence with names in languages of their own ([`super::named`]) as HTML.
    pub fn named(&self, text: impl AsRef<str>) -> String {
        super::named::html(text.as_ref())
    }

    /// BCP 47.
    pub fn code(&self) -> &'static str {
        self.0.code()
    }

    /// `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        self.0.dir()
    }

    /// The code, for `lang` on a contribution.
    pub fn dir_of(&self, code: &str) -> &'static str {
        super::dir_of(code)
    }

    /// A whole number with the language's separators.
    pub fn n(&self, number: impl Arg) -> String {
        super::number(self.0, &number.value())
    }

    /// A whole number with its sign, also where it is positive: a change against what is now.
    pub fn signed(&self, number: impl Arg) -> String {
        let plus = matches!(number.value(), FluentValue::Number(n) if n.value > 0.0);
        format!("{}{}", if plus { "+" } else { "" }, self.n(number))
    }

    /// A likely figure with its range, `+1 (0…+2)`, or alone where it is certain; from left to right in any sentence.
    pub fn likely(&self, [low, mode, high]: [i64; 3]) -> String {
        let range =
            if low == high { String::new() } else { format!(" ({}…{})", self.signed(low), self.signed(high)) };
        format!("\u{2066}{}{range}\u{2069}", self.signed(mode))
    }

    /// A share between 0 and 1 as a percentage.
    pub fn pct(&self, share: &f64) -> String {
        super::percent(self.0, *share)
    }

    /// A moment with date and time, UTC.
    pub fn at(&self, moment: &i64) -> String {
        super::moment(*self, *moment)
    }

    /// A moment as a date.
    pub fn day(&self, moment: &i64) -> String {
        super::date(*self, *moment)
    }
}

fn keys(lang: &str, room: &str) -> BTreeSet<String> {
    FILES
        .iter()
        .filter(|(code, name, _)| *code == lang && *name == room)
        .flat_map(|(_, _, text)| text.lines())
        .filter(|line| !line.starts_with([' ', '#', '}', '.', '-']))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect()
}

/// `language/room: key` of every key that stands in one language and is missing in another.
pub fn languages_missing(lang: &str, rooms: &[&str]) -> Vec<String> {
    rooms
        .iter()
        .flat_map(|room| {
            let have = keys(lang, room);
            keys("en", room)
                .into_iter()
                .filter(move |key| !have.contains(key))
                .map(move |key| format!("{lang}/{room}: {key}"))
        })
        .collect()
}
