-- Name and organisation of a reviewer, sealed with the key that stands outside the database. `name` and `organisation`
-- hold what an earlier version kept open until the next start seals it, and nothing after that.
ALTER TABLE practice_reviewer ADD COLUMN sealed TEXT NOT NULL DEFAULT '';

-- When the secretariat let a reviewer go who did not advise; what they had advised on earlier versions stands.
ALTER TABLE practice_reviewer ADD COLUMN released_at BIGINT;
