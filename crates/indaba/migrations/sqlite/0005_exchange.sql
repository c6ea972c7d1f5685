-- The exchange: needs of institutions, offers of people, and the introductions between them. Names and contacts stand
-- in the columns `sealed`, encrypted with a key that is not in this database. Days count from 1970-01-01.

CREATE TABLE need (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  question_id TEXT REFERENCES question(id),
  person_id TEXT REFERENCES person(id),
  country TEXT NOT NULL,
  host_kind TEXT NOT NULL,
  endorsed_by TEXT NOT NULL,
  title TEXT NOT NULL,
  terms TEXT NOT NULL,
  lang TEXT NOT NULL,
  profile TEXT NOT NULL,
  support TEXT NOT NULL,
  counterpart TEXT NOT NULL,
  remains TEXT NOT NULL,
  people BIGINT NOT NULL,
  placed BIGINT NOT NULL,
  state TEXT NOT NULL,
  sealed TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  met_at BIGINT
);
CREATE INDEX need_dialogue ON need(dialogue_id, state, created_at);
CREATE INDEX need_question ON need(question_id);

CREATE TABLE offer (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  person_id TEXT REFERENCES person(id),
  handle TEXT NOT NULL,
  residence TEXT NOT NULL,
  ties TEXT NOT NULL,
  hidden_from TEXT NOT NULL,
  profile TEXT NOT NULL,
  will_not TEXT NOT NULL,
  lang TEXT NOT NULL,
  capacity BIGINT NOT NULL,
  taken BIGINT NOT NULL,
  state TEXT NOT NULL,
  sealed TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  renew_by BIGINT NOT NULL,
  UNIQUE (dialogue_id, handle)
);
CREATE INDEX offer_dialogue ON offer(dialogue_id, state, created_at);
CREATE INDEX offer_person ON offer(person_id);

CREATE TABLE introduction (
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
  changed_at BIGINT NOT NULL,
  UNIQUE (need_id, offer_id)
);
CREATE INDEX introduction_dialogue ON introduction(dialogue_id, state);
CREATE INDEX introduction_offer ON introduction(offer_id);

-- Each step with the version of the consent text that was on the page.
CREATE TABLE introduction_event (
  id TEXT PRIMARY KEY,
  introduction_id TEXT NOT NULL REFERENCES introduction(id),
  actor TEXT NOT NULL,
  step TEXT NOT NULL,
  consent TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX introduction_event_of ON introduction_event(introduction_id, at);

-- Which fields of whom were shown to whom: the person concerned can read it.
CREATE TABLE disclosure (
  id TEXT PRIMARY KEY,
  introduction_id TEXT NOT NULL REFERENCES introduction(id),
  person_id TEXT NOT NULL,
  side TEXT NOT NULL,
  fields TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX disclosure_person ON disclosure(person_id, at);

CREATE TABLE follow_up (
  introduction_id TEXT NOT NULL REFERENCES introduction(id),
  month BIGINT NOT NULL,
  used TEXT NOT NULL,
  learned TEXT NOT NULL,
  text TEXT NOT NULL,
  lang TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (introduction_id, month)
);

-- Concepts that the vocabulary lacks, each below one that it has.
CREATE TABLE own_concept (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  lang TEXT NOT NULL,
  broader TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
