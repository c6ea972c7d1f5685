//! A published practice under its questions: a perspective of its own carries it there, so that responses, the
//! landscape, disclosure, withdrawal, the record and erasure treat it as what it is, something people respond to.

use super::Record;
use crate::app::Convened;
use crate::store::perspective::{self, Perspective};
use crate::store::practice::{self, Practice};
use crate::store::practice_place;
use crate::store::{self, Conn, Moment, Stored};
use crate::words::{Attribution, PerspectiveState, PracticeState};

/// What is responded to, in the six languages: `#` stands for the number, `@` for the title. It is said in the language
/// of the practice and becomes part of the record, hence it is no text of the interface.
const SAID: [(&str, &str); 6] = [
    ("en", "Practice #, “@”: this would work with us."),
    ("fr", "Pratique #, « @ » : cela fonctionnerait chez nous."),
    ("es", "Práctica #, «@»: esto funcionaría con nosotros."),
    ("ar", "الممارسة #، «@»: هذا ينجح عندنا."),
    ("zh", "实践 #：“@”——在我们这里也行得通。"),
    ("ru", "Практика #, «@»: это сработало бы у нас."),
];

/// What is responded to.
pub fn said(number: i64, record: &Record) -> String {
    let (_, words) = SAID.iter().find(|(code, _)| *code == record.lang()).unwrap_or(&SAID[0]);
    words.replace('#', &number.to_string()).replace('@', record.get("title"))
}

/// Puts a published practice under its questions; gives the ids of those that changed. Where it stands already its
/// wording follows the new version until somebody has responded.
pub async fn carry(c: &mut Conn, convened: &Convened, p: &Practice, now: Moment) -> Stored<Vec<String>> {
    let record = Record::parse(&p.shown);
    let there = practice_place::places(c, &p.id).await?;
    let mut changed = Vec::new();
    // Off the record it is not shown to anybody who could respond.
    let wanted = record.list("questions").filter(|_| p.attribution != Attribution::OffTheRecord);
    for question in wanted.filter_map(|reference| convened.question(reference)) {
        changed.push(question.id.clone());
        if let Some((_, carrier)) = there.iter().find(|(id, _)| *id == question.id) {
            perspective::reword(c, carrier, &said(p.number, &record), PerspectiveState::Published, now).await?;
            continue;
        }
        let carrier = carrier(c, &question.id, &question.paragraph, p, &record, now).await?;
        perspective::insert(c, &convened.dialogue.id, &carrier).await?;
        practice_place::carry(c, &p.id, &question.id, &carrier.id).await?;
    }
    Ok(changed)
}

async fn carrier(
    c: &mut Conn,
    question: &str,
    paragraph: &str,
    p: &Practice,
    record: &Record,
    now: Moment,
) -> Stored<Perspective> {
    Ok(Perspective {
        id: store::new_id(),
        question_id: question.to_owned(),
        number: perspective::next_number(c, question).await?,
        paragraph: Some(record.list("paragraphs").next().unwrap_or(paragraph).to_owned()),
        text: said(p.number, record),
        lang: record.lang().to_owned(),
        state: PerspectiveState::Published,
        attribution: p.attribution,
        author_id: p.author_id.clone(),
        on_behalf_of: None,
        entered_by: p.entered_by,
        statement_id: None,
        moderated: 0,
        meta: false,
        seed: false,
        created_at: now,
        changed_at: now,
    })
}

/// Takes a practice back, and what carries it; gives the ids of the questions that changed.
pub async fn withdraw(c: &mut Conn, p: &mut Practice, now: Moment) -> Stored<Vec<String>> {
    (p.state, p.changed_at) = (PracticeState::Withdrawn, now);
    practice::update(c, p).await?;
    let mut changed = Vec::new();
    for (question, carrier) in practice_place::places(c, &p.id).await? {
        perspective::set_state(c, &carrier, PerspectiveState::Withdrawn, now).await?;
        changed.push(question);
    }
    Ok(changed)
}
