-- Corrections: a delegation that is described anew or leaves, a paper sheet that is typed again.
-- Moments are milliseconds since 1970 UTC, as in 0001.

ALTER TABLE delegation ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE delegation ADD COLUMN withdrawn_at BIGINT;

-- How many numbered print-outs were made, and the number of the sheet that a participant's answers stand on.
ALTER TABLE dialogue ADD COLUMN sheets BIGINT NOT NULL DEFAULT 0;
ALTER TABLE participant ADD COLUMN sheet BIGINT;
CREATE UNIQUE INDEX participant_sheet ON participant(dialogue_id, sheet);
CREATE INDEX participant_code ON participant(code_id);
