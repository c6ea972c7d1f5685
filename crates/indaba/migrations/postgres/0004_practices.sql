-- A documented experience. `content` is what its author works on, `shown` what was published of it; the columns for
-- lists and filters tell of `shown` once there is one.
CREATE TABLE practice (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  number BIGINT NOT NULL,
  state TEXT NOT NULL,
  author_id TEXT REFERENCES participant(id),
  entered_by TEXT NOT NULL,
  attribution TEXT NOT NULL,
  content TEXT NOT NULL,
  shown TEXT NOT NULL,
  version BIGINT NOT NULL,
  published_version BIGINT,
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  workshop BIGINT NOT NULL,
  countries TEXT NOT NULL,
  grade TEXT NOT NULL,
  body TEXT NOT NULL,
  reviewed TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  published_at BIGINT,
  UNIQUE (dialogue_id, number)
);
CREATE INDEX practice_author ON practice(author_id);

-- The questions of a published practice. The perspective carries it there: people respond to a practice as to any
-- perspective.
CREATE TABLE practice_question (
  practice_id TEXT NOT NULL REFERENCES practice(id),
  question_id TEXT NOT NULL REFERENCES question(id),
  perspective_id TEXT NOT NULL,
  PRIMARY KEY (practice_id, question_id)
);
CREATE INDEX practice_question_question ON practice_question(question_id);
CREATE INDEX practice_question_perspective ON practice_question(perspective_id);

-- Each submitted text.
CREATE TABLE practice_version (
  practice_id TEXT NOT NULL REFERENCES practice(id),
  version BIGINT NOT NULL,
  content TEXT NOT NULL,
  submitted_at BIGINT NOT NULL,
  PRIMARY KEY (practice_id, version)
);

-- Whom the secretariat asked to review. `conflict` is none until declared, and empty where there is none.
CREATE TABLE practice_reviewer (
  id TEXT PRIMARY KEY,
  practice_id TEXT NOT NULL REFERENCES practice(id),
  token_hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  extra BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  conflict TEXT,
  assigned_at BIGINT NOT NULL
);
CREATE INDEX practice_reviewer_practice ON practice_reviewer(practice_id);

CREATE TABLE practice_verdict (
  reviewer_id TEXT NOT NULL REFERENCES practice_reviewer(id),
  version BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  grade TEXT NOT NULL,
  reasons TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (reviewer_id, version)
);

-- A question that asks for a number.
CREATE TABLE estimate (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  question_id TEXT NOT NULL REFERENCES question(id),
  number BIGINT NOT NULL,
  text TEXT NOT NULL,
  lang TEXT NOT NULL,
  unit TEXT NOT NULL,
  least DOUBLE PRECISION NOT NULL,
  most DOUBLE PRECISION NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (question_id, number)
);

-- Each answer in its order, without numbers where it was taken back; a participant's last one counts.
CREATE TABLE estimate_answer (
  id TEXT PRIMARY KEY,
  estimate_id TEXT NOT NULL REFERENCES estimate(id),
  participant_id TEXT NOT NULL REFERENCES participant(id),
  low DOUBLE PRECISION,
  best DOUBLE PRECISION,
  high DOUBLE PRECISION,
  reason TEXT NOT NULL,
  lang TEXT NOT NULL,
  attribution TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX estimate_answer_estimate ON estimate_answer(estimate_id);
CREATE INDEX estimate_answer_participant ON estimate_answer(participant_id);
