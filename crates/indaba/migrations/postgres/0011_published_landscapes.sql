-- Landscapes as they were published, for comparison with later ones: what an audience ('inside', 'public') was shown, in
-- outline, as JSON of indaba/landscape/1 that keeps to the disclosure limit of that time.
CREATE TABLE published_landscape (
  question_id TEXT NOT NULL REFERENCES question(id),
  audience TEXT NOT NULL,
  at BIGINT NOT NULL,
  disclosure BIGINT NOT NULL,
  responses BIGINT NOT NULL,
  participants BIGINT NOT NULL,
  outline TEXT NOT NULL,
  PRIMARY KEY (question_id, audience, at)
);

-- Perspectives of which closing published what the disclosure limit would have kept waiting, and when: the difference from
-- before is about few.
CREATE TABLE hurried_perspective (
  question_id TEXT NOT NULL REFERENCES question(id),
  audience TEXT NOT NULL,
  perspective_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (question_id, audience, perspective_id)
);
