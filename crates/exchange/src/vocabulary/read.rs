//! Vocabularies from CSV: the tables of ESCO, ISCO-08 and ISCED-F, and lists of one's own.

use csv::StringRecord;

use super::{ConceptError, Kind, Row, Vocabulary};
use crate::tag::Tag;

/// Why a vocabulary was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The name of the file does not say what is in it.
    #[error(
        "{file} is not a vocabulary that is known. The name has to begin with isco08, isced_f, esco_occupations, esco_skills or concepts."
    )]
    Name {
        /// Name of the file.
        file: String,
    },
    /// No CSV.
    #[error("{file}: {source}. Give CSV in UTF-8 whose first line names the columns.")]
    Csv {
        /// Name of the file.
        file: String,
        /// What the reader says, with the line.
        source: csv::Error,
    },
    /// A column is missing.
    #[error("{file}, line 1: there is no column \"{column}\".")]
    NoColumn {
        /// Name of the file.
        file: String,
        /// The column that is needed.
        column: &'static str,
    },
    /// The language of a column is unknown.
    #[error(
        "{file}, line 1: the column \"{column}\" ends in no known language tag. Write it as label_en or alt_pt-br."
    )]
    Language {
        /// Name of the file.
        file: String,
        /// The column.
        column: String,
    },
    /// The kind of a concept is unknown.
    #[error("{file}, line {line}: \"{value}\" is no kind of concept. Write skill, occupation, group or field.")]
    Kind {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// What stands there.
        value: String,
    },
    /// A concept that can't be added.
    #[error("{file}, line {line}: {source}")]
    Concept {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// What is wrong with it.
        source: ConceptError,
    },
    /// Another file than an imported vocabulary.
    #[error("{file} is not an imported vocabulary of this version. Import it again.")]
    NotCompact {
        /// Name of the file.
        file: String,
    },
    /// The end is missing.
    #[error("{file} ends too early. Import the vocabulary again.")]
    Cut {
        /// Name of the file.
        file: String,
    },
    /// Other bytes than text.
    #[error("{file} is not text in UTF-8.")]
    Encoding {
        /// Name of the file.
        file: String,
    },
    /// A line of an imported vocabulary that says nothing.
    #[error("{file}, line {line}: this is no concept. Import the vocabulary again.")]
    Line {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
    },
}

/// How a file names its concepts.
struct Layout {
    /// How the file's name begins.
    name: &'static str,
    /// The kind of all its concepts, or none where a column `kind` says it.
    kind: Option<Kind>,
    /// The column of the id.
    id: &'static str,
    /// What is put before the id, since codes of two classifications may be the same.
    prefix: &'static str,
}

/// The files that are known, wider concepts first.
const LAYOUTS: [Layout; 5] = [
    Layout { name: "isco08", kind: Some(Kind::Group), id: "code", prefix: "isco:" },
    Layout { name: "isced_f", kind: Some(Kind::Field), id: "code", prefix: "isced:" },
    Layout { name: "esco_occupations", kind: Some(Kind::Occupation), id: "uri", prefix: "" },
    Layout { name: "esco_skills", kind: Some(Kind::Skill), id: "uri", prefix: "" },
    Layout { name: "concepts", kind: None, id: "id", prefix: "" },
];

impl Vocabulary {
    /// The place of a file in the order of reading, by its name; none where it is not a vocabulary.
    pub fn order(file: &str) -> Option<usize> {
        LAYOUTS.iter().position(|layout| file.strip_suffix(".csv").is_some_and(|stem| stem.starts_with(layout.name)))
    }

    /// Adds the concepts of a CSV and says how many. Columns: the id (`code`, `uri` or `id`), `isco08`, `kind`,
    /// `broader` (ids with `|` between), `label_LANGUAGE`, and `alt_LANGUAGE` with `|` between; others are left aside.
    pub fn read(&mut self, file: &str, bytes: &[u8]) -> Result<usize, ReadError> {
        let layout =
            Self::order(file).and_then(|i| LAYOUTS.get(i)).ok_or_else(|| ReadError::Name { file: file.into() })?;
        let mut csv = csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
        let broken = |source| ReadError::Csv { file: file.into(), source };
        let columns = Columns::of(file, layout, csv.headers().map_err(broken)?)?;
        let mut count = 0;
        for record in csv.records() {
            let record = record.map_err(broken)?;
            let line = record.position().map_or(0, csv::Position::line);
            self.read_row(file, line, layout, &columns, &record)?;
            count += 1;
        }
        Ok(count)
    }

    fn read_row(
        &mut self,
        file: &str,
        line: u64,
        layout: &Layout,
        columns: &Columns,
        record: &StringRecord,
    ) -> Result<(), ReadError> {
        let cell = |column: Option<usize>| column.and_then(|c| record.get(c)).unwrap_or_default().trim();
        let code = cell(Some(columns.id));
        let unknown = || ReadError::Kind { file: file.into(), line, value: cell(columns.kind).into() };
        let kind = layout.kind.or_else(|| Kind::parse(cell(columns.kind))).ok_or_else(unknown)?;
        let isco = if layout.prefix == "isco:" { code } else { cell(columns.isco) };
        let implied = self.implied(layout, code, isco);
        let broader = cell(columns.broader).split('|').chain(implied.as_deref()).map(str::trim);
        let row = Row {
            id: &format!("{}{code}", layout.prefix),
            kind,
            isco: Some(isco).filter(|isco| !isco.is_empty()),
            broader: &broader.filter(|id| !id.is_empty()).collect::<Vec<_>>(),
            labels: &columns.labels(record),
        };
        let added = self.add(&row);
        added.map(|_| ()).map_err(|source| ReadError::Concept { file: file.into(), line, source })
    }

    /// The wider concept that a code implies: of a group the group with one digit less, of an occupation its group.
    fn implied(&self, layout: &Layout, code: &str, isco: &str) -> Option<String> {
        let wider = match layout.kind {
            Some(Kind::Occupation) => format!("isco:{isco}"),
            _ if layout.prefix.is_empty() => return None,
            _ => format!("{}{}", layout.prefix, code.get(..code.len().checked_sub(1)?)?),
        };
        self.find(&wider).is_some().then_some(wider)
    }
}

/// Where what stands.
struct Columns {
    id: usize,
    isco: Option<usize>,
    kind: Option<usize>,
    broader: Option<usize>,
    /// Columns of labels, those to show first.
    labels: Vec<(usize, Tag)>,
}

impl Columns {
    fn of(file: &str, layout: &Layout, header: &StringRecord) -> Result<Self, ReadError> {
        let find = |name: &str| header.iter().position(|column| column.trim() == name);
        let id = find(layout.id).ok_or_else(|| ReadError::NoColumn { file: file.into(), column: layout.id })?;
        let mut labels = Vec::new();
        for start in ["label_", "alt_"] {
            for (place, column) in header.iter().enumerate() {
                if let Some(lang) = column.trim().strip_prefix(start) {
                    let unknown = || ReadError::Language { file: file.into(), column: column.into() };
                    labels.push((place, Tag::parse(lang).ok_or_else(unknown)?));
                }
            }
        }
        if labels.is_empty() {
            return Err(ReadError::NoColumn { file: file.into(), column: "label_en" });
        }
        Ok(Self { id, isco: find("isco08"), kind: find("kind"), broader: find("broader"), labels })
    }

    fn labels<'a>(&self, record: &'a StringRecord) -> Vec<(Tag, &'a str)> {
        let texts = |place| record.get(place).unwrap_or_default().split('|');
        self.labels.iter().flat_map(|(place, lang)| texts(*place).map(|text| (lang.clone(), text))).collect()
    }
}
