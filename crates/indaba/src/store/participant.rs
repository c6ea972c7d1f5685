//! Whoever responds: delegations and persons of an open consultation.

use super::{Conn, Moment, Stored};

/// One who responds.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Participant {
    /// Id: the pseudonym in the full record.
    pub id: String,
    /// `delegation` or `person`.
    pub kind: String,
    /// The delegation that it is.
    pub delegation_id: Option<String>,
    /// The access code that let it in.
    pub code_id: Option<String>,
    /// Keyed hash of the network that it came from, never the address.
    pub network: Option<String>,
    /// Its name in an imported file.
    pub origin: Option<String>,
    /// When it came.
    pub joined_at: Moment,
}

impl Participant {
    /// A new one that came neither through a code nor from a network.
    pub fn new(kind: &str, delegation: Option<&str>, now: Moment) -> Participant {
        Participant {
            id: super::new_id(),
            kind: kind.to_owned(),
            delegation_id: delegation.map(str::to_owned),
            code_id: None,
            network: None,
            origin: None,
            joined_at: now,
        }
    }
}

/// All participants of a dialogue, in the order of their coming. Those of a code that was set aside, and delegations
/// that have left, are left out.
pub async fn counted(c: &mut Conn, dialogue: &str) -> Stored<Vec<Participant>> {
    all!(
        c,
        Participant,
        "SELECT p.id, p.kind, p.delegation_id, p.code_id, p.network, p.origin, p.joined_at FROM participant p \
         LEFT JOIN access_code k ON k.id = p.code_id LEFT JOIN delegation d ON d.id = p.delegation_id \
         WHERE p.dialogue_id = $1 AND k.set_aside_at IS NULL AND d.withdrawn_at IS NULL ORDER BY p.joined_at, p.id",
        dialogue
    )
}

/// The participant that a delegation is.
pub async fn of_delegation(c: &mut Conn, delegation: &str) -> Stored<Option<String>> {
    let row = first!(c, (String,), "SELECT id FROM participant WHERE delegation_id = $1", delegation)?;
    Ok(row.map(|(id,)| id))
}

/// Puts a participant into the store.
pub async fn insert(c: &mut Conn, dialogue: &str, p: &Participant) -> Stored<()> {
    run!(
        c,
        "INSERT INTO participant (id, dialogue_id, kind, delegation_id, code_id, network, origin, joined_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &p.id,
        dialogue,
        &p.kind,
        &p.delegation_id,
        &p.code_id,
        &p.network,
        &p.origin,
        p.joined_at
    )?;
    Ok(())
}

/// The participant whose answers stand on a numbered print-out.
pub async fn of_sheet(c: &mut Conn, dialogue: &str, sheet: i64) -> Stored<Option<String>> {
    let row =
        first!(c, (String,), "SELECT id FROM participant WHERE dialogue_id = $1 AND sheet = $2", dialogue, sheet)?;
    Ok(row.map(|(id,)| id))
}

/// Notes on which numbered print-out a participant's answers stand.
pub async fn set_sheet(c: &mut Conn, participant: &str, sheet: i64) -> Stored<u64> {
    run!(c, "UPDATE participant SET sheet = $2 WHERE id = $1", participant, sheet)
}

/// How many came from a network without a code.
pub async fn from_network(c: &mut Conn, dialogue: &str, network: &str) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM participant WHERE dialogue_id = $1 AND network = $2 AND code_id IS NULL",
        dialogue,
        network
    )
}

/// `(participant, delegation)` of every delegation that has spoken or was accredited.
pub async fn delegations(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT id, delegation_id FROM participant WHERE dialogue_id = $1 AND delegation_id IS NOT NULL",
        dialogue
    )
}

/// `(delegations that answered a question, delegations that may)`.
pub async fn delegations_answered(c: &mut Conn, dialogue: &str, question: &str) -> Stored<(i64, i64)> {
    let row = first!(
        c,
        (i64, i64),
        "SELECT (SELECT COUNT(*) FROM participant a WHERE a.dialogue_id = $1 AND a.kind = 'delegation' \
           AND EXISTS (SELECT 1 FROM response r WHERE r.participant_id = a.id AND r.question_id = $2)), \
         (SELECT COUNT(*) FROM delegation d WHERE d.dialogue_id = $1 AND d.observer = FALSE AND d.withdrawn_at IS NULL)",
        dialogue,
        question
    )?;
    Ok(row.unwrap_or_default())
}

/// `(network, code)` of a participant.
pub async fn way_in(c: &mut Conn, participant: &str) -> Stored<Option<(Option<String>, Option<String>)>> {
    first!(
        c,
        (Option<String>, Option<String>),
        "SELECT network, code_id FROM participant WHERE id = $1 AND kind = 'person' AND erased_at IS NULL",
        participant
    )
}
