-- Scenarios of the model of corridors that were kept in a dialogue. The text of a query is the whole scenario; attached to
-- a question it is an attachment of the kind "scenario".
CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  number BIGINT NOT NULL,
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  query TEXT NOT NULL,
  attribution TEXT NOT NULL,
  author_id TEXT REFERENCES participant(id),
  created_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, number)
);
