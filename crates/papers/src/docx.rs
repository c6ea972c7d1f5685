//! Word files: a zip of XML parts, read part by part under our limits. ECMA-376 names are used throughout.

mod body;
mod numbering;
mod package;
mod styles;
mod xml;

use crate::block::Document;
use crate::{Limits, ReadError};
use numbering::Numbering;
pub(crate) use numbering::formatted;
use package::Package;
use styles::Styles;

/// Running heads that are looked at for the symbol.
const HEADERS: usize = 4;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let main = package.main_part()?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let styles = match package.part(&format!("{folder}styles.xml"))? {
        Some(text) => Styles::read(&text, limits)?,
        None => Styles::default(),
    };
    let numbering = match package.part(&format!("{folder}numbering.xml"))? {
        Some(text) => Numbering::read(&text, limits)?,
        None => Numbering::default(),
    };
    let missing = || ReadError::NotThis { format: "DOCX", reason: format!("the package has no part {main}") };
    let text = package.part(&main)?.ok_or_else(missing)?;
    let mut document = body::read(&main, &text, &styles, numbering, limits)?;
    document.declared.language.clone_from(&styles.language);
    let headers = package.names_with(&format!("{folder}header"), HEADERS);
    for name in headers {
        let Some(text) = package.part(&name)? else {
            continue;
        };
        let header = body::read(&name, &text, &styles, Numbering::default(), limits)?;
        let lines = header.blocks.iter().flat_map(|block| block.rich.lines());
        document.running_heads.extend(lines.map(|line| line.text));
    }
    Ok(document)
}
