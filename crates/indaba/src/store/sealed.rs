//! Everything that is sealed, for the command that changes keys: `(place, sealed value)`.

use super::{Conn, Stored};

/// Every sealed value with the place that it was sealed for (`offer/ID`, `need/ID`, `introduction/ID`).
pub async fn all(c: &mut Conn) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT 'offer/' || id, sealed FROM offer WHERE sealed <> '' \
         UNION ALL SELECT 'need/' || id, sealed FROM need WHERE sealed <> '' \
         UNION ALL SELECT 'introduction/' || introduction_id, sealed FROM introduction_partner WHERE sealed <> '' \
         ORDER BY 1"
    )
}

/// Puts the value of a place sealed anew.
pub async fn put(c: &mut Conn, place: &str, sealed: &str) -> Stored<()> {
    match place.split_once('/') {
        Some(("offer", id)) => run!(c, "UPDATE offer SET sealed = $2 WHERE id = $1", id, sealed)?,
        Some(("need", id)) => run!(c, "UPDATE need SET sealed = $2 WHERE id = $1", id, sealed)?,
        Some(("introduction", id)) => {
            run!(c, "UPDATE introduction_partner SET sealed = $2 WHERE introduction_id = $1", id, sealed)?
        }
        _ => 0,
    };
    Ok(())
}
