//! Who is named around a practice, at rest. Its contact is sealed as the contacts of introductions are: in the store a
//! practice has `sealed` in place of `contact`, in its text, in what was published of it, and in each version. So is who
//! reviews it.

use super::Record;
use crate::keys::{KeyError, Keyring};
use crate::store::reviewer::Reviewer;
use crate::store::{self, Db, sealed};

const CONTACT: &str = "contact";
const SEALED: &str = "sealed";

/// The place that contacts of a practice are sealed for.
pub fn place(practice: &str) -> String {
    format!("practice/{practice}")
}

impl Record {
    /// As the store keeps it.
    pub fn sealed(mut self, keys: &Keyring, practice: &str) -> Result<Record, KeyError> {
        if let Some(contact) = self.0.remove(CONTACT) {
            self.0.insert(SEALED.to_owned(), keys.seal(&place(practice), &contact)?);
        }
        Ok(self)
    }

    /// With its contact, for those who may read it. Without where the key that sealed it is not here.
    #[must_use]
    pub fn opened(mut self, keys: &Keyring, practice: &str) -> Record {
        let kept = self.0.remove(SEALED);
        if let Some(contact) = kept.and_then(|kept| keys.read(&place(practice), &kept).ok()) {
            self.0.insert(CONTACT.to_owned(), contact);
        }
        self
    }

    /// The same without what only members of the dialogue are told.
    #[must_use]
    pub fn without_contact(mut self) -> Record {
        self.0.remove(CONTACT);
        self.0.remove(SEALED);
        self
    }
}

/// Who a reviewer is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Named {
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
}

impl Named {
    /// Seals it for a reviewer.
    pub fn sealed(&self, keys: &Keyring, reviewer: &str) -> Result<String, KeyError> {
        let text = serde_json::to_string(self).map_err(|_| KeyError::Damaged)?;
        keys.seal(&format!("reviewer/{reviewer}"), &text)
    }

    /// Who it is; none where the key that sealed it is not here.
    pub fn of(keys: &Keyring, reviewer: &Reviewer) -> Option<Named> {
        let text = keys.read(&format!("reviewer/{}", reviewer.id), &reviewer.sealed).ok()?;
        serde_json::from_str(&text).ok()
    }
}

/// Seals the contacts and the reviewers that an earlier version of the program kept as they were typed, and has the engine write over
/// what they left in its files. Gives how many were open; without a key nothing is done.
pub async fn seal_all(db: &Db, keys: &Keyring) -> anyhow::Result<usize> {
    if keys.keys().is_empty() {
        return Ok(0);
    }
    let seal = |text: &str, id: &str| Ok::<_, KeyError>(Record::parse(text).sealed(keys, id)?.json());
    let mut c = db.write().await?;
    let (texts, versions) = (sealed::open_practices(&mut c).await?, sealed::open_versions(&mut c).await?);
    for (id, content, shown) in &texts {
        let shown = if shown.is_empty() { String::new() } else { seal(shown, id)? };
        sealed::put_practice(&mut c, id, &seal(content, id)?, &shown).await?;
    }
    for (id, version, content) in &versions {
        sealed::put_version(&mut c, id, *version, &seal(content, id)?).await?;
    }
    let reviewers = sealed::open_reviewers(&mut c).await?;
    for (id, name, organisation) in &reviewers {
        let named = Named { name: name.clone(), organisation: organisation.clone() };
        sealed::put_reviewer(&mut c, id, &named.sealed(keys, id)?).await?;
    }
    c.commit().await?;
    let found = texts.len() + versions.len() + reviewers.len();
    if found > 0 {
        store::keep::rewrite_practices(db).await?;
    }
    Ok(found)
}
