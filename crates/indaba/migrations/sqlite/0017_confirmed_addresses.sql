-- An address gets notices once whoever reads its mail has said so: a mistyped one would tell a stranger. `ask_at` is when
-- the mail that asks is tried next; null: it was sent, or it is not tried again.
ALTER TABLE mail_address ADD COLUMN confirmed_at BIGINT;
ALTER TABLE mail_address ADD COLUMN ask_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mail_address ADD COLUMN ask_at BIGINT;
ALTER TABLE mail_address ADD COLUMN ask_trouble TEXT NOT NULL DEFAULT '';

-- Those that have had notices go on having them.
UPDATE mail_address SET confirmed_at = created_at;
