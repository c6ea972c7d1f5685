//! Needs: expertise that an institution seeks.

use super::{Conn, Moment, Stored};

/// Expertise that an institution seeks.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Need {
    /// Id.
    pub id: String,
    /// The question on whose page it stands.
    pub question_id: Option<String>,
    /// The account that posted it; none once that was erased.
    pub person_id: Option<String>,
    /// UN M49.
    pub country: String,
    /// [`crate::exchange::words::HostKind`] as a word.
    pub host_kind: String,
    /// Who vouches for the institution; empty while nobody does.
    pub endorsed_by: String,
    /// What is sought, in a line.
    pub title: String,
    /// Terms of reference.
    pub terms: String,
    /// Language of the texts.
    pub lang: String,
    /// [`crate::exchange::profile::Profile`] as JSON.
    pub profile: String,
    /// What the host gives.
    pub support: String,
    /// Who works beside the expert and learns.
    pub counterpart: String,
    /// What should remain afterwards.
    pub remains: String,
    /// How many people are sought.
    pub people: i64,
    /// How many were found.
    pub placed: i64,
    /// [`crate::exchange::words::NeedState`] as a word.
    pub state: String,
    /// Name, responsible person and contact, sealed.
    #[serde(skip)]
    pub sealed: String,
    /// When it was posted.
    pub created_at: Moment,
    /// When it was changed last.
    pub changed_at: Moment,
    /// Shown until then.
    pub expires_at: Moment,
    /// When the work was done for everybody sought.
    pub met_at: Option<Moment>,
    /// The partner server whose need it is; none for this server's own.
    #[serde(skip)]
    pub partner_id: Option<String>,
    /// The country of that partner, UN M49: what is hidden from it is hidden from the need.
    #[serde(skip)]
    pub partner_country: String,
    /// The country that whoever posted it speaks for, UN M49, empty for none: what is hidden from it is hidden from the
    /// need too, whatever country the need stands in.
    pub poster_country: String,
}

impl Need {
    /// Whether somebody can still be introduced to it.
    pub fn is_open(&self, now: Moment) -> bool {
        self.state == "open" && self.expires_at > now && self.placed < self.people
    }
}

/// Puts a need into the store.
pub async fn insert(c: &mut Conn, dialogue: &str, n: &Need) -> Stored<()> {
    run!(
        c,
        "INSERT INTO need (id, dialogue_id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, \
         profile, support, counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, \
         partner_id, partner_country, poster_country) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
         $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)",
        &n.id,
        dialogue,
        &n.question_id,
        &n.person_id,
        &n.country,
        &n.host_kind,
        &n.endorsed_by,
        &n.title,
        &n.terms,
        &n.lang,
        &n.profile,
        &n.support,
        &n.counterpart,
        &n.remains,
        n.people,
        n.placed,
        &n.state,
        &n.sealed,
        n.created_at,
        n.changed_at,
        n.expires_at,
        &n.partner_id,
        &n.partner_country,
        &n.poster_country
    )?;
    Ok(())
}

/// Changes what its host may change; false when somebody else changed it since `seen`, or more were found than are sought.
pub async fn update(c: &mut Conn, n: &Need, seen: Moment) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE need SET question_id = $2, country = $3, host_kind = $4, title = $5, terms = $6, lang = $7, profile = $8, \
         support = $9, counterpart = $10, remains = $11, people = $12, state = $13, sealed = $14, changed_at = $15, \
         expires_at = $16, endorsed_by = $17, poster_country = $18 WHERE id = $1 AND changed_at = $19 \
         AND placed <= $12",
        &n.id,
        &n.question_id,
        &n.country,
        &n.host_kind,
        &n.title,
        &n.terms,
        &n.lang,
        &n.profile,
        &n.support,
        &n.counterpart,
        &n.remains,
        n.people,
        &n.state,
        &n.sealed,
        n.changed_at,
        n.expires_at,
        &n.endorsed_by,
        &n.poster_country,
        seen
    )?;
    Ok(touched == 1)
}

/// A need of a dialogue.
pub async fn by_id(c: &mut Conn, dialogue: &str, id: &str) -> Stored<Option<Need>> {
    first!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, \
         partner_id, partner_country, poster_country FROM need WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        id
    )
}

/// Needs to which somebody can still be introduced, the longest waiting first.
pub async fn open(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<Vec<Need>> {
    all!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, \
         partner_id, partner_country, poster_country FROM need WHERE dialogue_id = $1 AND state = 'open' AND expires_at > $2 AND placed < people \
         ORDER BY created_at, id LIMIT 2000",
        dialogue,
        now
    )
}

/// A page of this server's open needs, of one country or (with an empty code) of all, the newest first.
pub async fn page(c: &mut Conn, dialogue: &str, country: &str, now: Moment, from: i64) -> Stored<Vec<Need>> {
    all!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, \
         partner_id, partner_country, poster_country FROM need WHERE dialogue_id = $1 AND state = 'open' AND partner_id IS NULL AND expires_at > $2 \
         AND ($3 = '' OR country = $3) \
         ORDER BY created_at DESC, id LIMIT 101 OFFSET $4",
        dialogue,
        now,
        country,
        from
    )
}

/// Open needs on the page of a question.
pub async fn of_question(c: &mut Conn, question: &str, now: Moment) -> Stored<Vec<Need>> {
    all!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, \
         partner_id, partner_country, poster_country FROM need WHERE question_id = $1 AND state = 'open' AND expires_at > $2 ORDER BY created_at, id LIMIT 50",
        question,
        now
    )
}

/// What an account posted, the newest first.
pub async fn of_person(c: &mut Conn, person: &str) -> Stored<Vec<Need>> {
    all!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, \
         partner_id, partner_country, poster_country FROM need WHERE person_id = $1 ORDER BY created_at DESC, id LIMIT 500",
        person
    )
}

/// Says who vouches for the institution; empty: nobody does.
pub async fn endorse(c: &mut Conn, dialogue: &str, id: &str, by: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE need SET endorsed_by = $3, changed_at = $4 WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        id,
        by,
        now
    )
}

/// Takes one of the places sought; false when all are taken or the need is no longer open.
pub async fn place_one(c: &mut Conn, id: &str, now: Moment) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE need SET placed = placed + 1, changed_at = $2 \
         WHERE id = $1 AND placed < people AND state = 'open' AND expires_at > $2",
        id,
        now
    )?;
    Ok(touched == 1)
}

/// Gives a place back: the consent behind it was taken back before the work began.
pub async fn free_one(c: &mut Conn, id: &str, now: Moment) -> Stored<()> {
    run!(c, "UPDATE need SET placed = placed - 1, changed_at = $2 WHERE id = $1 AND placed > 0", id, now)?;
    Ok(())
}

/// Marks a need as met once the work is done for everybody sought.
pub async fn mark_met(c: &mut Conn, id: &str, now: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE need SET met_at = $2 WHERE id = $1 AND met_at IS NULL AND people <= \
         (SELECT COUNT(*) FROM introduction i WHERE i.need_id = $1 AND i.finished_at IS NOT NULL)",
        id,
        now
    )?;
    Ok(())
}

/// Erases what an account posted: needs without an introduction that no partner was told of go, the others lose their texts and contacts.
pub async fn erase_of_person(c: &mut Conn, person: &str, now: Moment) -> Stored<()> {
    run!(
        c,
        "DELETE FROM need WHERE person_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM introduction i WHERE i.need_id = need.id) \
         AND NOT EXISTS (SELECT 1 FROM need_partner p WHERE p.need_id = need.id)",
        person
    )?;
    run!(
        c,
        "UPDATE need SET person_id = NULL, title = '', terms = '', support = '', counterpart = '', remains = '', \
         sealed = '', state = 'erased', changed_at = $2 WHERE person_id = $1",
        person,
        now
    )?;
    Ok(())
}

/// The countries that open needs stand in.
pub async fn countries(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<Vec<(String,)>> {
    all!(
        c,
        (String,),
        "SELECT DISTINCT country FROM need WHERE dialogue_id = $1 AND state = 'open' AND partner_id IS NULL \
         AND expires_at > $2 ORDER BY 1",
        dialogue,
        now
    )
}

/// How many needs were posted, open or not.
pub async fn count(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    count!(c, "SELECT COUNT(*) FROM need WHERE dialogue_id = $1 AND state <> 'draft' AND partner_id IS NULL", dialogue)
}

/// The needs of all introductions of a dialogue.
pub async fn of_queue(c: &mut Conn, dialogue: &str) -> Stored<Vec<Need>> {
    all!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, partner_id, \
         partner_country, poster_country FROM need \
         WHERE dialogue_id = $1 AND id IN (SELECT need_id FROM introduction)",
        dialogue
    )
}

/// Takes up what a partner says of its need; false where it is not that partner's.
pub async fn update_of_partner(c: &mut Conn, n: &Need) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE need SET country = $3, host_kind = $4, title = $5, terms = $6, lang = $7, profile = $8, support = $9, \
         counterpart = $10, remains = $11, people = $12, placed = $13, state = $14, changed_at = $15, \
         expires_at = $16, poster_country = $17 WHERE id = $1 AND partner_id = $2",
        &n.id,
        &n.partner_id,
        &n.country,
        &n.host_kind,
        &n.title,
        &n.terms,
        &n.lang,
        &n.profile,
        &n.support,
        &n.counterpart,
        &n.remains,
        n.people,
        n.placed,
        &n.state,
        n.changed_at,
        n.expires_at,
        &n.poster_country
    )?;
    Ok(touched == 1)
}

/// How many open needs a partner has here.
pub async fn count_of_partner(c: &mut Conn, partner: &str, now: Moment) -> Stored<i64> {
    count!(c, "SELECT COUNT(*) FROM need WHERE partner_id = $1 AND state = 'open' AND expires_at > $2", partner, now)
}

/// A page of the needs to which somebody can still be introduced: those first that nobody is on the way to, among them
/// the longest waiting. Who is on the way with an offer that is hidden from the reader's country is nobody.
pub async fn open_page(c: &mut Conn, dialogue: &str, reader: &str, now: Moment, from: i64) -> Stored<Vec<Need>> {
    all!(
        c,
        Need,
        "SELECT id, question_id, person_id, country, host_kind, endorsed_by, title, terms, lang, profile, support, \
         counterpart, remains, people, placed, state, sealed, created_at, changed_at, expires_at, met_at, \
         partner_id, partner_country, poster_country FROM need WHERE dialogue_id = $1 AND state = 'open' AND expires_at > $2 AND placed < people \
         ORDER BY (SELECT COUNT(*) FROM introduction i WHERE i.need_id = need.id \
           AND i.state IN ('proposed', 'with_offer', 'with_host', 'confirming', 'exchanged', 'engaged') \
           AND ($3 = '' OR NOT EXISTS (SELECT 1 FROM offer o WHERE o.id = i.offer_id \
             AND ';' || o.hidden_from || ';' LIKE '%;' || $3 || ';%'))), created_at, id LIMIT 101 OFFSET $4",
        dialogue,
        now,
        reader,
        from
    )
}

/// A draft was posted: its time begins.
pub async fn posted(c: &mut Conn, id: &str, now: Moment) -> Stored<u64> {
    run!(c, "UPDATE need SET created_at = $2 WHERE id = $1", id, now)
}
