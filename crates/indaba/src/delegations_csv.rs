//! Delegations and first perspectives from CSV files (RFC 4180). Every wrong line is named with its column, the
//! reason and what to do; either the whole file is good or nothing of it is taken.

use crate::countries;
use crate::lang::{L, Lang};
use crate::words::{Attribution, Kind, Position, split};
use csv::StringRecord;
use std::collections::{HashMap, HashSet};

/// Lines taken from one file.
pub const MOST: usize = 2_000;
/// A perspective has at most so many characters.
pub const LONGEST: usize = 400;
/// Wrong lines named at most; more would not be read.
const NAMED: usize = 100;

/// Columns of the file of delegations; the first two are needed.
pub const DELEGATION_COLUMNS: [&str; 7] = ["name", "kind", "country", "roles", "groups", "observer", "lang"];
/// Columns of the file of perspectives; the first three are needed.
pub const PERSPECTIVE_COLUMNS: [&str; 7] =
    ["question", "delegation", "text", "lang", "paragraph", "attribution", "on_behalf_of"];

/// Something wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Line of the file, from 1.
    pub line: u64,
    /// Column by its name; empty where it is about the whole line.
    pub column: &'static str,
    /// Key of the reason in the locales: what is wrong and what to do.
    pub why: &'static str,
    /// What was found.
    pub found: String,
    /// What would be taken.
    pub allowed: String,
}

impl Trouble {
    fn new(line: u64, column: &'static str, why: &'static str, found: &str) -> Trouble {
        Trouble { line, column, why, found: found.chars().take(80).collect(), allowed: String::new() }
    }

    fn allowed(self, allowed: impl Into<String>) -> Trouble {
        Trouble { allowed: allowed.into(), ..self }
    }

    /// Worded for the person who has to correct the file.
    pub fn words(&self, l: L) -> String {
        let why = l.t2(self.why, "found", &self.found, "allowed", &self.allowed);
        if self.column.is_empty() {
            l.t2("csv-line", "line", self.line as i64, "why", why)
        } else {
            l.t3("csv-place", "line", self.line as i64, "column", self.column, "why", why)
        }
    }
}

/// A delegation to be accredited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDelegation {
    /// Name as accredited.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// UN M49 code, or empty.
    pub country: String,
    /// [`Position`]s, `;` between.
    pub roles: String,
    /// Negotiating groups, `;` between.
    pub groups: String,
    /// Its responses are not counted.
    pub observer: bool,
    /// Language that it works in.
    pub lang: Lang,
}

/// A perspective to be published in a delegation's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerspective {
    /// Reference of the question.
    pub question: String,
    /// Name of the delegation.
    pub delegation: String,
    /// Wording.
    pub text: String,
    /// Language of the wording.
    pub lang: Lang,
    /// Paragraph that it is anchored to.
    pub paragraph: Option<String>,
    /// Protection wished for.
    pub attribution: Option<Attribution>,
    /// Negotiating group in whose name it is given.
    pub on_behalf_of: Option<String>,
}

/// What a file may refer to.
#[derive(Debug, Default)]
pub struct Known {
    /// References of questions that take contributions.
    pub questions: HashSet<String>,
    /// Numbers of the paper's paragraphs.
    pub paragraphs: HashSet<String>,
    /// Names of delegations with the negotiating groups that each stands in.
    pub delegations: HashMap<String, String>,
    /// `(question, text)` of what was said already.
    pub said: HashSet<(String, String)>,
}

/// Reads delegations. `taken` are names that the dialogue has already; `lang` holds where a line names no language.
pub fn delegations(bytes: &[u8], taken: &HashSet<String>, lang: Lang) -> Result<Vec<NewDelegation>, Vec<Trouble>> {
    let mut seen: HashMap<String, u64> = HashMap::new();
    read(bytes, &DELEGATION_COLUMNS, 2, |row| {
        let name = row.needed("name");
        if let Some(name) = &name {
            if taken.contains(name) {
                row.wrong("name", "csv-name-taken", name);
            } else if let Some(first) = seen.insert(name.clone(), row.line) {
                row.push(Trouble::new(row.line, "name", "csv-name-twice", name).allowed(first.to_string()));
            }
        }
        Some(NewDelegation {
            kind: row.kind(),
            country: row.country(),
            roles: row.roles(),
            groups: split(row.cell("groups")).collect::<Vec<_>>().join(";"),
            observer: row.yes_no("observer"),
            lang: row.lang(lang),
            name: name?,
        })
    })
}

/// Reads perspectives. `lang` holds where a line names no language.
pub fn perspectives(bytes: &[u8], known: &Known, lang: Lang) -> Result<Vec<NewPerspective>, Vec<Trouble>> {
    let mut seen: HashMap<(String, String), u64> = HashMap::new();
    read(bytes, &PERSPECTIVE_COLUMNS, 3, |row| {
        let question = row.known("question", "csv-question", &known.questions);
        let delegation = row.needed("delegation");
        let groups = delegation.as_ref().map(|name| (name, known.delegations.get(name)));
        if let Some((name, None)) = groups {
            row.wrong("delegation", "csv-delegation", name);
        }
        let on_behalf_of = row.filled("on_behalf_of");
        if let (Some(group), Some((_, Some(groups)))) = (&on_behalf_of, groups)
            && !split(groups).any(|own| own == group)
        {
            row.push(Trouble::new(row.line, "on_behalf_of", "csv-group", group).allowed(groups.as_str()));
        }
        let text = row.text();
        if let (Some(question), Some(text)) = (&question, &text) {
            let place = (question.clone(), text.clone());
            if known.said.contains(&place) {
                row.wrong("text", "csv-text-said", text);
            } else if let Some(first) = seen.insert(place, row.line) {
                row.push(Trouble::new(row.line, "text", "csv-text-twice", text).allowed(first.to_string()));
            }
        }
        let paragraph = row.filled("paragraph");
        if let Some(number) = paragraph.as_ref().filter(|number| !known.paragraphs.contains(*number)) {
            row.wrong("paragraph", "csv-paragraph", number);
        }
        Some(NewPerspective {
            lang: row.lang(lang),
            attribution: row.attribution(),
            paragraph,
            on_behalf_of,
            text: text?,
            question: question?,
            delegation: delegation?,
        })
    })
}

/// One line while it is read.
struct Row<'a> {
    line: u64,
    record: &'a StringRecord,
    places: &'a HashMap<&'static str, usize>,
    troubles: Vec<Trouble>,
}

impl Row<'_> {
    fn cell(&self, column: &str) -> &str {
        self.places.get(column).and_then(|at| self.record.get(*at)).unwrap_or("").trim()
    }

    fn push(&mut self, trouble: Trouble) {
        self.troubles.push(trouble);
    }

    fn wrong(&mut self, column: &'static str, why: &'static str, found: &str) {
        self.push(Trouble::new(self.line, column, why, found));
    }

    fn filled(&self, column: &str) -> Option<String> {
        Some(self.cell(column).to_owned()).filter(|cell| !cell.is_empty())
    }

    fn needed(&mut self, column: &'static str) -> Option<String> {
        let cell = self.filled(column);
        if cell.is_none() {
            self.wrong(column, "csv-empty", "");
        }
        cell
    }

    fn known(&mut self, column: &'static str, why: &'static str, known: &HashSet<String>) -> Option<String> {
        let cell = self.needed(column)?;
        if !known.contains(&cell) {
            self.wrong(column, why, &cell);
        }
        Some(cell)
    }

    fn kind(&mut self) -> Kind {
        let cell = self.cell("kind").to_lowercase();
        cell.parse().unwrap_or_else(|_| {
            let allowed = Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
            self.push(Trouble::new(self.line, "kind", "csv-word", &cell).allowed(allowed));
            Kind::State
        })
    }

    fn country(&mut self) -> String {
        let mut cell = self.cell("country").to_owned();
        // Spreadsheets drop leading zeros: 39 is 039.
        if (1..3).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit()) {
            cell = format!("{cell:0>3}");
        }
        if !cell.is_empty() && !countries::known(&cell) {
            self.wrong("country", "csv-country", &cell);
        }
        cell
    }

    fn roles(&mut self) -> String {
        let cell = self.cell("roles").to_lowercase();
        let wrong: Vec<&str> = split(&cell).filter(|word| word.parse::<Position>().is_err()).collect();
        let allowed = Position::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join("; ");
        for word in wrong {
            self.push(Trouble::new(self.line, "roles", "csv-word", word).allowed(allowed.clone()));
        }
        split(&cell).collect::<Vec<_>>().join(";")
    }

    fn yes_no(&mut self, column: &'static str) -> bool {
        let cell = self.cell(column).to_lowercase();
        match cell.as_str() {
            "yes" | "true" | "1" | "oui" => true,
            "" | "no" | "false" | "0" | "non" => false,
            _ => {
                self.push(Trouble::new(self.line, column, "csv-word", &cell).allowed("yes, no"));
                false
            }
        }
    }

    fn lang(&mut self, default: Lang) -> Lang {
        let cell = self.cell("lang").to_owned();
        if cell.is_empty() {
            return default;
        }
        Lang::parse(&cell).unwrap_or_else(|| {
            let allowed = Lang::all().map(Lang::code).collect::<Vec<_>>().join(", ");
            self.push(Trouble::new(self.line, "lang", "csv-word", &cell).allowed(allowed));
            default
        })
    }

    fn attribution(&mut self) -> Option<Attribution> {
        let cell = self.filled("attribution")?.to_lowercase();
        let word = cell.parse();
        if word.is_err() {
            let allowed = Attribution::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ");
            self.push(Trouble::new(self.line, "attribution", "csv-word", &cell).allowed(allowed));
        }
        word.ok()
    }

    fn text(&mut self) -> Option<String> {
        let text = self.needed("text")?.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = text.chars().count();
        if length > LONGEST {
            self.push(Trouble::new(self.line, "text", "csv-long", &length.to_string()).allowed(LONGEST.to_string()));
        }
        Some(text)
    }
}

/// Reads a file line by line: all rows, or all troubles in the order of the file.
fn read<T>(
    bytes: &[u8],
    columns: &[&'static str],
    needed: usize,
    mut row_of: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Result<Vec<T>, Vec<Trouble>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(bytes)).flexible(true).from_reader(bytes);
    let places = header(&mut reader, columns, needed)?;
    let width = reader.headers().map(StringRecord::len).unwrap_or_default();
    let (mut rows, mut troubles) = (Vec::new(), Vec::new());
    let mut last = 1;
    for record in reader.records() {
        if troubles.len() >= NAMED {
            break;
        }
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(last + 1, csv::Position::line);
                troubles.push(Trouble::new(line, "", "csv-encoding", ""));
                last = line;
                continue;
            }
        };
        last = record.position().map_or(last + 1, csv::Position::line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() >= MOST {
            troubles.push(Trouble::new(last, "", "csv-too-many", &MOST.to_string()));
            break;
        }
        if record.len() != width {
            let trouble = Trouble::new(last, "", "csv-cells", &record.len().to_string());
            troubles.push(trouble.allowed(width.to_string()));
            continue;
        }
        let mut row = Row { line: last, record: &record, places: &places, troubles: Vec::new() };
        rows.extend(row_of(&mut row));
        troubles.append(&mut row.troubles);
    }
    if rows.is_empty() && troubles.is_empty() {
        troubles.push(Trouble::new(1, "", "csv-nothing", ""));
    }
    if troubles.is_empty() { Ok(rows) } else { Err(troubles) }
}

/// Spreadsheets of many countries write `;` between cells.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    if header.contains(&b';') && !header.contains(&b',') { b';' } else { b',' }
}

fn header(
    reader: &mut csv::Reader<&[u8]>,
    columns: &[&'static str],
    needed: usize,
) -> Result<HashMap<&'static str, usize>, Vec<Trouble>> {
    let encoding = |_| vec![Trouble::new(1, "", "csv-encoding", "")];
    let header = reader.headers().map_err(encoding)?;
    let mut places = HashMap::new();
    let mut troubles = Vec::new();
    for (at, name) in header.iter().enumerate() {
        let name = name.trim().to_lowercase();
        match columns.iter().find(|column| **column == name) {
            Some(column) => {
                if places.insert(*column, at).is_some() {
                    troubles.push(Trouble::new(1, column, "csv-column-twice", &name));
                }
            }
            None => troubles.push(Trouble::new(1, "", "csv-column-unknown", &name).allowed(columns.join(", "))),
        }
    }
    for column in columns.iter().take(needed).filter(|column| !places.contains_key(*column)) {
        troubles.push(Trouble::new(1, column, "csv-column-missing", column).allowed(columns.join(",")));
    }
    if troubles.is_empty() { Ok(places) } else { Err(troubles) }
}
