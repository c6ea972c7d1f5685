//! Everything that is sealed, for the command that changes keys: `(place, sealed value)`; and what an earlier version
//! left open.

use super::{Conn, Stored};
use std::collections::BTreeSet;

/// Every sealed value with the place that it was sealed for (`offer/ID`, `need/ID`, `introduction/ID`, `mail/ID`,
/// `reviewer/ID`, `practice/ID`).
/// A practice has one in each of its texts, and those that are copies of one another are one.
pub async fn all(c: &mut Conn) -> Stored<Vec<(String, String)>> {
    let mut all = all!(
        c,
        (String, String),
        "SELECT 'offer/' || id, sealed FROM offer WHERE sealed <> '' \
         UNION ALL SELECT 'need/' || id, sealed FROM need WHERE sealed <> '' \
         UNION ALL SELECT 'reviewer/' || id, sealed FROM practice_reviewer WHERE sealed <> '' \
         UNION ALL SELECT 'introduction/' || introduction_id, sealed FROM introduction_partner WHERE sealed <> '' \
         UNION ALL SELECT 'mail/' || id, sealed FROM mail_address \
         ORDER BY 1"
    )?;
    all.extend(of_practices(c).await?);
    Ok(all)
}

async fn of_practices(c: &mut Conn) -> Stored<BTreeSet<(String, String)>> {
    let texts = all!(
        c,
        (String, String),
        "SELECT id, content FROM practice WHERE content LIKE '%\"sealed\":%' \
         UNION SELECT id, shown FROM practice WHERE shown LIKE '%\"sealed\":%' \
         UNION SELECT practice_id, content FROM practice_version WHERE content LIKE '%\"sealed\":%'"
    )?;
    let sealed = |text: &str| {
        let text: serde_json::Value = serde_json::from_str(text).ok()?;
        Some(text.get("sealed")?.as_str()?.to_owned())
    };
    Ok(texts.iter().filter_map(|(id, text)| Some((format!("practice/{id}"), sealed(text)?))).collect())
}

/// Puts a value sealed anew in the place of what it was before.
pub async fn put(c: &mut Conn, place: &str, before: &str, sealed: &str) -> Stored<()> {
    match place.split_once('/') {
        Some(("offer", id)) => run!(c, "UPDATE offer SET sealed = $2 WHERE id = $1", id, sealed)?,
        Some(("need", id)) => run!(c, "UPDATE need SET sealed = $2 WHERE id = $1", id, sealed)?,
        Some(("reviewer", id)) => run!(c, "UPDATE practice_reviewer SET sealed = $2 WHERE id = $1", id, sealed)?,
        Some(("mail", id)) => run!(c, "UPDATE mail_address SET sealed = $2 WHERE id = $1", id, sealed)?,
        Some(("introduction", id)) => {
            run!(c, "UPDATE introduction_partner SET sealed = $2 WHERE introduction_id = $1", id, sealed)?
        }
        // A sealed value is hexadecimal and stands nowhere else: within the text it is replaced as it stands.
        Some(("practice", id)) => {
            run!(
                c,
                "UPDATE practice SET content = REPLACE(content, $2, $3), shown = REPLACE(shown, $2, $3) WHERE id = $1",
                id,
                before,
                sealed
            )?;
            run!(
                c,
                "UPDATE practice_version SET content = REPLACE(content, $2, $3) WHERE practice_id = $1",
                id,
                before,
                sealed
            )?
        }
        _ => 0,
    };
    Ok(())
}

/// `(practice, text, published text)` of those that hold a contact that is not sealed.
pub async fn open_practices(c: &mut Conn) -> Stored<Vec<(String, String, String)>> {
    all!(
        c,
        (String, String, String),
        "SELECT id, content, shown FROM practice WHERE content LIKE '%\"contact\":%' OR shown LIKE '%\"contact\":%' \
         ORDER BY id"
    )
}

/// The same of versions: `(practice, version, text)`.
pub async fn open_versions(c: &mut Conn) -> Stored<Vec<(String, i64, String)>> {
    all!(
        c,
        (String, i64, String),
        "SELECT practice_id, version, content FROM practice_version WHERE content LIKE '%\"contact\":%' \
         ORDER BY practice_id, version"
    )
}

/// Puts the texts of a practice in place of those that say the same.
pub async fn put_practice(c: &mut Conn, practice: &str, content: &str, shown: &str) -> Stored<u64> {
    run!(c, "UPDATE practice SET content = $2, shown = $3 WHERE id = $1", practice, content, shown)
}

/// Puts the text of a version in place of the one that says the same.
pub async fn put_version(c: &mut Conn, practice: &str, version: i64, content: &str) -> Stored<u64> {
    run!(
        c,
        "UPDATE practice_version SET content = $3 WHERE practice_id = $1 AND version = $2",
        practice,
        version,
        content
    )
}

/// `(reviewer, name, organisation)` of those who are not sealed.
pub async fn open_reviewers(c: &mut Conn) -> Stored<Vec<(String, String, String)>> {
    all!(
        c,
        (String, String, String),
        "SELECT id, name, organisation FROM practice_reviewer WHERE sealed = '' ORDER BY id"
    )
}

/// Puts who a reviewer is, sealed, in place of what stands there open.
pub async fn put_reviewer(c: &mut Conn, reviewer: &str, sealed: &str) -> Stored<u64> {
    run!(c, "UPDATE practice_reviewer SET sealed = $2, name = '', organisation = '' WHERE id = $1", reviewer, sealed)
}
