//! The table of assumptions that a server or a command uses: the one that comes with the program, or a person's own, which
//! every result then says.

use ::corridors::{ASSUMPTIONS_CSV, AssumptionError, Assumptions};
use sha2::{Digest, Sha256};

/// Digits of the hash that people compare; files have all of it.
const SHORT: usize = 12;

/// A table with its text.
#[derive(Debug, Clone)]
pub struct Table {
    /// As the model reads it.
    pub assumptions: Assumptions,
    /// As it was written.
    pub csv: String,
    /// SHA-256 of the text, in hexadecimal.
    pub hash: String,
    /// Some value or word is another than in the table that comes with the program.
    pub edited: bool,
}

impl Table {
    /// The table that comes with the program.
    pub fn standard() -> Result<Table, AssumptionError> {
        Table::parse(ASSUMPTIONS_CSV)
    }

    /// A person's own, or what is wrong with it.
    pub fn parse(csv: &str) -> Result<Table, AssumptionError> {
        let assumptions = Assumptions::parse(csv)?;
        let hash = crate::secret::hex(&Sha256::digest(csv.as_bytes()));
        Ok(Table { edited: !assumptions.is_standard(), assumptions, csv: csv.to_owned(), hash })
    }

    /// The hash as people compare it.
    pub fn mark(&self) -> &str {
        self.hash.get(..SHORT).unwrap_or(&self.hash)
    }

    /// The mark where the table is edited; none for the one that comes with the program.
    pub fn edit(&self) -> Option<String> {
        self.edited.then(|| self.mark().to_owned())
    }

    /// What stands beside the assumptions in every file.
    pub fn told(&self) -> serde_json::Value {
        serde_json::json!({ "edited": self.edited, "sha256": self.hash })
    }
}
