//! What the server itself remembers.

use super::{Conn, Stored};

/// A remembered value.
pub async fn get(c: &mut Conn, name: &str) -> Stored<Option<String>> {
    let row = first!(c, (String,), "SELECT value FROM server WHERE name = $1", name)?;
    Ok(row.map(|(value,)| value))
}

/// Remembers a value, in place of an earlier one.
pub async fn set(c: &mut Conn, name: &str, value: &str) -> Stored<()> {
    run!(
        c,
        "INSERT INTO server (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value
    )?;
    Ok(())
}
