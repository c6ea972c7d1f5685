-- A concept of the server's own is suggested to whoever types once a broker has listed it: one that was named in an offer
-- alone would tell of that offer.
ALTER TABLE own_concept ADD COLUMN listed BOOLEAN NOT NULL DEFAULT FALSE;

-- A need counts as met when the work is done for everybody sought, no longer when it has begun.
UPDATE need SET met_at = NULL WHERE people >
  (SELECT COUNT(*) FROM introduction i WHERE i.need_id = need.id AND i.finished_at IS NOT NULL);
