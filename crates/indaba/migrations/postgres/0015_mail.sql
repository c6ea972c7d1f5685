-- The address to which a member has notices of decisions sent, sealed with a key that stands outside the database.
CREATE TABLE mail_address (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  person_id TEXT NOT NULL REFERENCES person(id),
  sealed TEXT NOT NULL,
  lang TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, person_id)
);
CREATE INDEX mail_address_person ON mail_address(person_id);

-- What has to be sent: one row for a notice and an address, written with the notice, so that nothing is sent twice and
-- nothing is forgotten. `next_at` is when it is tried next; null: it was sent, or it is not tried again.
CREATE TABLE mail (
  notice_id TEXT NOT NULL REFERENCES notice(id),
  address_id TEXT NOT NULL REFERENCES mail_address(id),
  tries BIGINT NOT NULL,
  next_at BIGINT,
  sent_at BIGINT,
  trouble TEXT NOT NULL,
  PRIMARY KEY (notice_id, address_id)
);
CREATE INDEX mail_address_id ON mail(address_id);
CREATE INDEX mail_next ON mail(next_at);
