-- The country that whoever posted a need speaks for, UN M49, empty for none: what is hidden from it is hidden from the
-- need, whatever country the need stands in.
ALTER TABLE need ADD COLUMN poster_country TEXT NOT NULL DEFAULT '';
UPDATE need SET poster_country = COALESCE((SELECT d.country FROM member m JOIN delegation d ON d.id = m.delegation_id
  WHERE m.person_id = need.person_id AND m.dialogue_id = need.dialogue_id AND d.country <> ''
  ORDER BY m.id LIMIT 1), '');

-- A need and an offer can be brought together again after their introduction was taken back or nobody answered. SQLite
-- cannot drop a constraint: the table is made anew, and with it those that refer to it, so that none refers to nothing.
CREATE TABLE introduction_again (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  need_id TEXT NOT NULL REFERENCES need(id),
  offer_id TEXT NOT NULL REFERENCES offer(id),
  state TEXT NOT NULL,
  by_hand BOOLEAN NOT NULL,
  reasons TEXT NOT NULL,
  host_named BOOLEAN NOT NULL,
  declined_by TEXT NOT NULL,
  proposed_at BIGINT NOT NULL,
  due_at BIGINT,
  offer_yes_at BIGINT,
  host_yes_at BIGINT,
  started_at BIGINT,
  finished_at BIGINT,
  changed_at BIGINT NOT NULL
);
INSERT INTO introduction_again (id, dialogue_id, need_id, offer_id, state, by_hand, reasons, host_named, declined_by,
  proposed_at, due_at, offer_yes_at, host_yes_at, started_at, finished_at, changed_at)
  SELECT id, dialogue_id, need_id, offer_id, state, by_hand, reasons, host_named, declined_by,
    proposed_at, due_at, offer_yes_at, host_yes_at, started_at, finished_at, changed_at FROM introduction;

-- need_read, offer_read: digests of the need and of the card that a yes was said to; empty for other steps, and for a
-- yes of before.
CREATE TABLE introduction_event_again (
  id TEXT PRIMARY KEY,
  introduction_id TEXT NOT NULL REFERENCES introduction_again(id),
  actor TEXT NOT NULL,
  step TEXT NOT NULL,
  consent TEXT NOT NULL,
  at BIGINT NOT NULL,
  need_read TEXT NOT NULL DEFAULT '',
  offer_read TEXT NOT NULL DEFAULT ''
);
INSERT INTO introduction_event_again (id, introduction_id, actor, step, consent, at)
  SELECT id, introduction_id, actor, step, consent, at FROM introduction_event;
DROP TABLE introduction_event;

CREATE TABLE disclosure_again (
  id TEXT PRIMARY KEY,
  introduction_id TEXT NOT NULL REFERENCES introduction_again(id),
  person_id TEXT NOT NULL,
  side TEXT NOT NULL,
  fields TEXT NOT NULL,
  at BIGINT NOT NULL
);
INSERT INTO disclosure_again (id, introduction_id, person_id, side, fields, at)
  SELECT id, introduction_id, person_id, side, fields, at FROM disclosure;
DROP TABLE disclosure;

CREATE TABLE follow_up_again (
  introduction_id TEXT NOT NULL REFERENCES introduction_again(id),
  month BIGINT NOT NULL,
  used TEXT NOT NULL,
  learned TEXT NOT NULL,
  text TEXT NOT NULL,
  lang TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (introduction_id, month)
);
INSERT INTO follow_up_again (introduction_id, month, used, learned, text, lang, at)
  SELECT introduction_id, month, used, learned, text, lang, at FROM follow_up;
DROP TABLE follow_up;

CREATE TABLE introduction_partner_again (
  introduction_id TEXT PRIMARY KEY REFERENCES introduction_again(id),
  partner_id TEXT NOT NULL REFERENCES partner(id),
  told TEXT NOT NULL,
  sealed TEXT NOT NULL,
  tries BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  trouble TEXT NOT NULL
);
INSERT INTO introduction_partner_again (introduction_id, partner_id, told, sealed, tries, next_at, trouble)
  SELECT introduction_id, partner_id, told, sealed, tries, next_at, trouble FROM introduction_partner;
DROP TABLE introduction_partner;

DROP TABLE introduction;
ALTER TABLE introduction_again RENAME TO introduction;
ALTER TABLE introduction_event_again RENAME TO introduction_event;
ALTER TABLE disclosure_again RENAME TO disclosure;
ALTER TABLE follow_up_again RENAME TO follow_up;
ALTER TABLE introduction_partner_again RENAME TO introduction_partner;

CREATE INDEX introduction_dialogue ON introduction(dialogue_id, state);
CREATE INDEX introduction_need ON introduction(need_id);
CREATE INDEX introduction_offer ON introduction(offer_id);
CREATE UNIQUE INDEX introduction_pair ON introduction(need_id, offer_id) WHERE state NOT IN ('timed_out', 'dismissed');
CREATE INDEX introduction_event_of ON introduction_event(introduction_id, at);
CREATE INDEX disclosure_person ON disclosure(person_id, at);
CREATE INDEX introduction_partner_due ON introduction_partner(next_at);
