-- What was last published of each answer to an estimate, as delegations were shown it and as everybody was: numbers as
-- JSON, with the id of the answer that they were given with. Null: it was not shown to them. A participant who is erased
-- is replaced by a name that leads nowhere, hence no reference.
CREATE TABLE published_estimate (
  estimate_id TEXT NOT NULL REFERENCES estimate(id),
  participant_id TEXT NOT NULL,
  inside TEXT,
  in_public TEXT,
  PRIMARY KEY (estimate_id, participant_id)
);
CREATE INDEX published_estimate_participant ON published_estimate(participant_id);

-- How often something was published of an estimate. Closed: its closing publication was made.
CREATE TABLE estimate_publication (
  estimate_id TEXT PRIMARY KEY REFERENCES estimate(id),
  version BIGINT NOT NULL,
  closed BOOLEAN NOT NULL
);

-- An offer that somebody entered in another's name: the hash of the link with which that person confirms it. Until then
-- it has no account, stands in the state `unconfirmed`, and is met by nothing.
ALTER TABLE offer ADD COLUMN claim_hash TEXT;
CREATE INDEX offer_claim ON offer(claim_hash);
