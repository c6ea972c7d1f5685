//! Who belongs to which group or bloc, and pairs of participant and statement.

use std::{collections::HashMap, io::Read};

use super::{ReadError, table::Table};
use crate::{Blocs, Labels};

/// Reads `participant,group`. A participant stands in one group; an empty group is none.
pub fn labels(file: &str, source: impl Read) -> Result<Labels, ReadError> {
    let mut labels = Labels::new();
    let mut lines = HashMap::new();
    each_row(file, source, "group", |table, participant, group| {
        if let Some(first) = lines.insert(participant.to_string(), table.line()) {
            let (file, line, column) = (table.file().into(), table.line(), "participant".into());
            return Err(ReadError::RowTwice { file, line, column, id: participant.into(), first });
        }
        if !group.is_empty() {
            labels.insert(participant.into(), group.into());
        }
        Ok(())
    })?;
    Ok(labels)
}

/// Reads `participant,bloc`. A participant may stand in several blocs, one on each line.
pub fn blocs(file: &str, source: impl Read) -> Result<Blocs, ReadError> {
    let mut blocs = Blocs::new();
    each_row(file, source, "bloc", |_, participant, bloc| {
        if !bloc.is_empty() {
            blocs.entry(bloc.into()).or_default().insert(participant.into());
        }
        Ok(())
    })?;
    Ok(blocs)
}

/// Reads `participant,statement`: of whom the answer to what is wanted. Other columns are left aside.
pub fn pairs(file: &str, source: impl Read) -> Result<Vec<(String, String)>, ReadError> {
    let mut pairs = Vec::new();
    let mut table = Table::open(file, source)?;
    let (participant, statement) = (table.column("participant")?, table.column("statement")?);
    while table.next()? {
        pairs.push((table.id(participant)?.into_owned(), table.id(statement)?.into_owned()));
    }
    Ok(pairs)
}

fn each_row<R: Read>(
    file: &str,
    source: R,
    column: &str,
    mut each: impl FnMut(&Table<R>, &str, &str) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut table = Table::open(file, source)?;
    let (participant, set) = (table.column("participant")?, table.column(column)?);
    while table.next()? {
        each(&table, &table.id(participant)?, table.text(set)?.trim())?;
    }
    Ok(())
}
