-- Every moment is a BIGINT of milliseconds since 1970 UTC; every id is a UUID v7 as text.
-- Migrations only add: the data of every released version opens in the next.

CREATE TABLE server (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  sign_in TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password TEXT,
  created_at BIGINT NOT NULL
);

CREATE TABLE dialogue (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  paper TEXT NOT NULL,
  state TEXT NOT NULL,
  opens_at BIGINT,
  closes_at BIGINT,
  participation TEXT NOT NULL,
  attribution TEXT NOT NULL,
  moderation TEXT NOT NULL,
  face TEXT NOT NULL,
  settings TEXT NOT NULL,
  simulated BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE workshop (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  number BIGINT NOT NULL,
  title TEXT NOT NULL
);
CREATE INDEX workshop_dialogue ON workshop(dialogue_id, number);

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  workshop_id TEXT NOT NULL REFERENCES workshop(id),
  reference TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  text TEXT NOT NULL,
  lang TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  author_id TEXT,
  place BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, reference)
);

CREATE TABLE delegation (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  roles TEXT NOT NULL,
  negotiating_groups TEXT NOT NULL,
  observer BOOLEAN NOT NULL,
  lang TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, name)
);

-- A person's place in a dialogue. Secretariat and rapporteurs have no delegation.
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  delegation_id TEXT REFERENCES delegation(id),
  person_id TEXT NOT NULL REFERENCES person(id),
  role TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, person_id)
);

CREATE TABLE invitation (
  token_hash TEXT PRIMARY KEY,
  dialogue_id TEXT REFERENCES dialogue(id),
  delegation_id TEXT REFERENCES delegation(id),
  role TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE TABLE access_code (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  uses_max BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  set_aside_at BIGINT,
  set_aside_reason TEXT,
  UNIQUE (dialogue_id, code)
);

-- Whoever responds: a delegation, or a person of an open consultation (no name, no address kept).
CREATE TABLE participant (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  kind TEXT NOT NULL,
  delegation_id TEXT UNIQUE REFERENCES delegation(id),
  code_id TEXT REFERENCES access_code(id),
  network TEXT,
  origin TEXT,
  joined_at BIGINT NOT NULL,
  erased_at BIGINT
);
CREATE INDEX participant_dialogue ON participant(dialogue_id, joined_at);

-- One row for each sign-in of a person, each participant's own key, and each bearer token.
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person(id),
  participant_id TEXT REFERENCES participant(id),
  role TEXT,
  dialogue_id TEXT REFERENCES dialogue(id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_participant ON session(participant_id);

CREATE TABLE perspective (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  question_id TEXT NOT NULL REFERENCES question(id),
  number BIGINT NOT NULL,
  paragraph TEXT,
  text TEXT NOT NULL,
  lang TEXT NOT NULL,
  state TEXT NOT NULL,
  attribution TEXT NOT NULL,
  author_id TEXT REFERENCES participant(id),
  on_behalf_of TEXT,
  entered_by TEXT NOT NULL,
  statement_id TEXT,
  moderated BIGINT NOT NULL,
  meta BOOLEAN NOT NULL,
  seed BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (question_id, number)
);
CREATE INDEX perspective_question ON perspective(question_id, state);
CREATE INDEX perspective_dialogue ON perspective(dialogue_id, created_at);
CREATE INDEX perspective_author ON perspective(author_id);

CREATE TABLE translation (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (object_kind, object_id, lang)
);

-- The counted response. value: 1 agree, 0 pass, -1 disagree.
CREATE TABLE response (
  participant_id TEXT NOT NULL REFERENCES participant(id),
  perspective_id TEXT NOT NULL REFERENCES perspective(id),
  question_id TEXT NOT NULL REFERENCES question(id),
  value BIGINT NOT NULL,
  matters BOOLEAN NOT NULL,
  attribution TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (participant_id, perspective_id)
) WITHOUT ROWID;
CREATE INDEX response_question ON response(question_id, perspective_id);

-- Each change and withdrawal (value null), in order.
CREATE TABLE response_event (
  id TEXT PRIMARY KEY,
  participant_id TEXT NOT NULL,
  perspective_id TEXT NOT NULL,
  question_id TEXT NOT NULL,
  value BIGINT,
  matters BOOLEAN NOT NULL,
  entered_by TEXT NOT NULL,
  at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX response_event_question ON response_event(question_id);

-- The first effect of a repeated request: same key, same answer.
CREATE TABLE idempotency (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  request TEXT NOT NULL,
  status BIGINT NOT NULL,
  body TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (actor, key)
);

-- What stands on a question's page beside its perspectives: evidence now, practices, measures, scenarios later.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  question_id TEXT NOT NULL REFERENCES question(id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  source TEXT NOT NULL,
  url TEXT,
  media_type TEXT,
  bytes BLOB,
  state TEXT NOT NULL,
  attribution TEXT NOT NULL,
  author_id TEXT REFERENCES participant(id),
  created_at BIGINT NOT NULL
);
CREATE INDEX attachment_question ON attachment(question_id, created_at);

-- A prepared statement that a delegation brings; perspectives are marked in it.
CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  delegation_id TEXT NOT NULL REFERENCES delegation(id),
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  passages TEXT NOT NULL,
  attribution TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  participant_id TEXT REFERENCES participant(id),
  at BIGINT NOT NULL,
  closed_at BIGINT
);

CREATE TABLE moderation (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_person TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX moderation_dialogue ON moderation(dialogue_id, at);

-- What everybody is told: a changed closing time, a raised budget.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  at BIGINT NOT NULL
);

-- Each saved text of the Chair's summary; content is JSON (`summary::Summary`).
CREATE TABLE summary_version (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  version BIGINT NOT NULL,
  lang TEXT NOT NULL,
  content TEXT NOT NULL,
  by_person TEXT,
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  UNIQUE (dialogue_id, version)
);
