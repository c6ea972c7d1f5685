//! The broker's queue of introductions.

use super::introduction::Introduction;
use super::{Conn, Moment, Stored};
use crate::introduction::{FOLLOW_UPS, MONTH};

/// Which introductions of the queue are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Looked<'a> {
    /// The country that the reader speaks for, as in [`super::introduction::page`].
    pub reader: &'a str,
    /// A state, `follow_up` for those whose host is to say how it went, or empty for all.
    pub state: &'a str,
    /// Id of a need, or empty for all.
    pub need: &'a str,
    /// When.
    pub now: Moment,
    /// Where the page begins.
    pub from: i64,
}

/// A page of the queue: those first whose host is to say how it went, then as
/// [`super::introduction::page`].
pub async fn page(c: &mut Conn, dialogue: &str, looked: Looked<'_>) -> Stored<Vec<Introduction>> {
    let [three, six, twelve] = FOLLOW_UPS.map(|month| looked.now - month * MONTH);
    all!(
        c,
        Introduction,
        "SELECT id, need_id, offer_id, state, by_hand, reasons, host_named, declined_by, proposed_at, due_at, \
         offer_yes_at, host_yes_at, started_at, finished_at, changed_at FROM (SELECT i.*, \
           CASE WHEN i.state IN ('engaged', 'completed') AND n.partner_id IS NULL AND ( \
             (i.started_at <= $6 AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.introduction_id = i.id AND f.month = 3)) \
             OR (i.started_at <= $7 AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.introduction_id = i.id AND f.month = 6)) \
             OR (i.started_at <= $8 AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.introduction_id = i.id AND f.month = 12)) \
           ) THEN 1 ELSE 0 END AS asked FROM introduction i JOIN need n ON n.id = i.need_id WHERE i.dialogue_id = $1 \
           AND ($3 = '' OR NOT EXISTS (SELECT 1 FROM offer o WHERE o.id = i.offer_id \
             AND ';' || o.hidden_from || ';' LIKE '%;' || $3 || ';%'))) queued \
         WHERE ($4 = '' OR state = $4 OR ($4 = 'follow_up' AND asked = 1)) AND ($5 = '' OR need_id = $5) \
         ORDER BY asked DESC, CASE WHEN state IN ('proposed', 'with_offer', 'with_host', 'confirming') THEN 0 \
           WHEN state IN ('exchanged', 'engaged') THEN 1 ELSE 2 END, changed_at DESC, id LIMIT 101 OFFSET $2",
        dialogue,
        looked.from,
        looked.reader,
        looked.state,
        looked.need,
        three,
        six,
        twelve
    )
}

/// `(need, how many are on the way to it)`; as [`super::introduction::page`]
/// for a reader.
pub async fn under_way(c: &mut Conn, dialogue: &str, reader: &str) -> Stored<Vec<(String, i64)>> {
    all!(
        c,
        (String, i64),
        "SELECT need_id, COUNT(*) FROM introduction WHERE dialogue_id = $1 \
         AND state IN ('proposed', 'with_offer', 'with_host', 'confirming', 'exchanged', 'engaged') \
         AND ($2 = '' OR NOT EXISTS (SELECT 1 FROM offer o WHERE o.id = introduction.offer_id \
           AND ';' || o.hidden_from || ';' LIKE '%;' || $2 || ';%')) GROUP BY need_id",
        dialogue,
        reader
    )
}
