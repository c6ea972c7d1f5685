-- A concept of the server's own is suggested to whoever types once a broker has listed it: one that was named in an offer
-- alone would tell of that offer.
ALTER TABLE own_concept ADD COLUMN listed BOOLEAN NOT NULL DEFAULT FALSE;
