-- Whether a code was set aside with its whole sheet: only these come in again with the sheet.
ALTER TABLE access_code ADD COLUMN set_aside_with_sheet BOOLEAN NOT NULL DEFAULT FALSE;

-- Codes of one sheet that were set aside at one moment went together.
UPDATE access_code SET set_aside_with_sheet = TRUE WHERE set_aside_at IS NOT NULL AND
  (SELECT COUNT(*) FROM access_code k WHERE k.dialogue_id = access_code.dialogue_id
    AND k.created_at = access_code.created_at AND k.set_aside_at = access_code.set_aside_at) > 1;
