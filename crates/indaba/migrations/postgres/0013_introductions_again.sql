-- The country that whoever posted a need speaks for, UN M49, empty for none: what is hidden from it is hidden from the
-- need, whatever country the need stands in.
ALTER TABLE need ADD COLUMN poster_country TEXT NOT NULL DEFAULT '';
UPDATE need SET poster_country = COALESCE((SELECT d.country FROM member m JOIN delegation d ON d.id = m.delegation_id
  WHERE m.person_id = need.person_id AND m.dialogue_id = need.dialogue_id AND d.country <> ''
  ORDER BY m.id LIMIT 1), '');

-- A need and an offer can be brought together again after their introduction was taken back or nobody answered.
ALTER TABLE introduction DROP CONSTRAINT introduction_need_id_offer_id_key;
CREATE INDEX introduction_need ON introduction(need_id);
CREATE UNIQUE INDEX introduction_pair ON introduction(need_id, offer_id) WHERE state NOT IN ('timed_out', 'dismissed');

-- Digests of the need and of the card that a yes was said to; empty for other steps, and for a yes of before.
ALTER TABLE introduction_event ADD COLUMN need_read TEXT NOT NULL DEFAULT '';
ALTER TABLE introduction_event ADD COLUMN offer_read TEXT NOT NULL DEFAULT '';
