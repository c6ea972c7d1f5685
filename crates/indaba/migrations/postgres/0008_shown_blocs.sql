-- The blocs in which a participant's published responses are shown until the dialogue closes, where its delegation was
-- described anew or left meanwhile. A participant who is erased is replaced by a name that leads nowhere, hence no
-- reference.
CREATE TABLE shown_blocs (
  participant_id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  blocs TEXT NOT NULL
);
