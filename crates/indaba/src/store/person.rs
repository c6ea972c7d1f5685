//! People with an account, their memberships and the invitations that make them.

use super::{Conn, Moment, Stored};

/// Somebody with an account.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Person {
    /// Id.
    pub id: String,
    /// The name typed at sign-in.
    pub sign_in: String,
    /// The name shown to members of the same delegation.
    pub name: String,
    /// Argon2id, as a PHC string.
    pub password: Option<String>,
    /// When the account was made.
    pub created_at: Moment,
}

/// The person who signs in with a name.
pub async fn by_sign_in(c: &mut Conn, sign_in: &str) -> Stored<Option<Person>> {
    first!(c, Person, "SELECT id, sign_in, name, password, created_at FROM person WHERE sign_in = $1", sign_in)
}

/// Puts a person into the store.
pub async fn insert(c: &mut Conn, p: &Person) -> Stored<()> {
    run!(
        c,
        "INSERT INTO person (id, sign_in, name, password, created_at) VALUES ($1, $2, $3, $4, $5)",
        &p.id,
        &p.sign_in,
        &p.name,
        &p.password,
        p.created_at
    )?;
    Ok(())
}

/// A person's place in a dialogue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Member {
    /// Id.
    pub id: String,
    /// The delegation; none for secretariat and rapporteurs.
    pub delegation_id: Option<String>,
    /// [`crate::access::Role`] as a word.
    pub role: String,
}

/// The place of a person in a dialogue.
pub async fn membership(c: &mut Conn, dialogue: &str, person: &str) -> Stored<Option<Member>> {
    first!(
        c,
        Member,
        "SELECT id, delegation_id, role FROM member WHERE dialogue_id = $1 AND person_id = $2",
        dialogue,
        person
    )
}

/// Gives a person a place in a dialogue.
pub async fn insert_member(c: &mut Conn, dialogue: &str, person: &str, m: &Member, now: Moment) -> Stored<()> {
    run!(
        c,
        "INSERT INTO member (id, dialogue_id, delegation_id, person_id, role, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &m.id,
        dialogue,
        &m.delegation_id,
        person,
        &m.role,
        now
    )?;
    Ok(())
}

/// A single-use link into a role.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Invitation {
    /// SHA-256 of the link's token, hexadecimal.
    pub token_hash: String,
    /// The dialogue; none for an operator of the server.
    pub dialogue_id: Option<String>,
    /// The delegation.
    pub delegation_id: Option<String>,
    /// [`crate::access::Role`] as a word.
    pub role: String,
    /// For whom it is, as the inviter noted.
    pub label: String,
    /// No longer good from then on.
    pub expires_at: Moment,
    /// When it was used.
    pub used_at: Option<Moment>,
}

/// Puts an invitation into the store.
pub async fn insert_invitation(c: &mut Conn, i: &Invitation, now: Moment) -> Stored<()> {
    run!(
        c,
        "INSERT INTO invitation (token_hash, dialogue_id, delegation_id, role, label, created_at, expires_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)",
        &i.token_hash,
        &i.dialogue_id,
        &i.delegation_id,
        &i.role,
        &i.label,
        now,
        i.expires_at
    )?;
    Ok(())
}

/// The invitation behind a link.
pub async fn invitation(c: &mut Conn, token_hash: &str) -> Stored<Option<Invitation>> {
    first!(
        c,
        Invitation,
        "SELECT token_hash, dialogue_id, delegation_id, role, label, expires_at, used_at FROM invitation \
         WHERE token_hash = $1",
        token_hash
    )
}

/// Uses an invitation up; false when somebody was faster or it has expired.
pub async fn use_invitation(c: &mut Conn, token_hash: &str, now: Moment) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE invitation SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2",
        token_hash,
        now
    )?;
    Ok(touched == 1)
}
