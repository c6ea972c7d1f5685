//! What is sealed: names, contacts, and whatever else would tell who somebody is.

use crate::keys::{KeyError, Keyring};

/// Who stands behind an offer or a need. One of the two sides reads the other's after both consented.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Contact {
    /// Name of the person, or of the responsible person of the institution.
    pub name: String,
    /// Name of the institution; empty for an offer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub institution: String,
    /// Where it is; empty for an offer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// E-mail, telephone, or any other way to reach them.
    pub reach: String,
    /// Pointers to evidence of skills (a publication names its author).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

impl Contact {
    /// The fields that are filled in, with their names.
    pub fn filled(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("name", self.name.as_str()),
            ("institution", self.institution.as_str()),
            ("place", self.place.as_str()),
            ("reach", self.reach.as_str()),
            ("evidence", self.evidence.as_str()),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Their names alone: what the consent page lists and the log of disclosures keeps.
    pub fn fields(&self) -> Vec<&'static str> {
        self.filled().into_iter().map(|(field, _)| field).collect()
    }

    /// Seals it for a place (`offer/ID`).
    pub fn seal(&self, keys: &Keyring, place: &str) -> Result<String, KeyError> {
        let text = serde_json::to_string(self).map_err(|_| KeyError::Damaged)?;
        keys.seal(place, &text)
    }

    /// Reads what was sealed for a place.
    pub fn read(keys: &Keyring, place: &str, sealed: &str) -> Result<Contact, KeyError> {
        serde_json::from_str(&keys.read(place, sealed)?).map_err(|_| KeyError::Damaged)
    }
}
