-- What was last published of each response: its value as delegations were shown it, and as everybody was. Null: it was
-- not shown to them. A participant who is erased is replaced by a name that leads nowhere, hence no reference.
CREATE TABLE published_response (
  participant_id TEXT NOT NULL,
  perspective_id TEXT NOT NULL,
  question_id TEXT NOT NULL,
  inside BIGINT,
  in_public BIGINT,
  PRIMARY KEY (participant_id, perspective_id)
) WITHOUT ROWID;
CREATE INDEX published_response_question ON published_response(question_id, perspective_id);

-- When something was last published of a question, and how often. Closed: its closing publication was made.
CREATE TABLE publication (
  question_id TEXT PRIMARY KEY REFERENCES question(id),
  version BIGINT NOT NULL,
  inside_at BIGINT NOT NULL,
  public_at BIGINT NOT NULL,
  closed BOOLEAN NOT NULL
);
