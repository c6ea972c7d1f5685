-- Between servers: partners that this server speaks with, each bound to one dialogue's exchange. A need and an
-- introduction have the same id on both servers. What is to be told to a partner is not kept as a queue of messages: it
-- follows from the difference between what is so and what the partner was told last, so that nothing can be lost.

CREATE TABLE partner (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  name TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  country TEXT NOT NULL,
  private BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- Messages that were taken, so that none is taken twice.
CREATE TABLE partner_nonce (
  partner_id TEXT NOT NULL REFERENCES partner(id),
  nonce TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (partner_id, nonce)
);
CREATE INDEX partner_nonce_expiry ON partner_nonce(expires_at);

-- Of which server a need or an offer is; none for this one's own.
ALTER TABLE need ADD COLUMN partner_id TEXT REFERENCES partner(id);
ALTER TABLE need ADD COLUMN partner_country TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN partner_id TEXT REFERENCES partner(id);

-- Own needs that a broker published to a partner. told: 0 nothing yet, -1 that it is over, else the need's changed_at.
CREATE TABLE need_partner (
  need_id TEXT NOT NULL REFERENCES need(id),
  partner_id TEXT NOT NULL REFERENCES partner(id),
  published BOOLEAN NOT NULL,
  told BIGINT NOT NULL,
  fits BIGINT,
  fits_well BIGINT,
  answered_at BIGINT,
  tries BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  trouble TEXT NOT NULL,
  PRIMARY KEY (need_id, partner_id)
);
CREATE INDEX need_partner_due ON need_partner(next_at);

-- Introductions whose other side is a partner's. sealed: the contact that the partner gave after both consents.
CREATE TABLE introduction_partner (
  introduction_id TEXT PRIMARY KEY REFERENCES introduction(id),
  partner_id TEXT NOT NULL REFERENCES partner(id),
  told TEXT NOT NULL,
  sealed TEXT NOT NULL,
  tries BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  trouble TEXT NOT NULL
);
CREATE INDEX introduction_partner_due ON introduction_partner(next_at);
