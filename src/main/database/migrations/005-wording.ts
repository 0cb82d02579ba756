/**
 * A third wording, and whether it is a guess: of what was marked before, nobody knows. SQLite can't change a CHECK, so the
 * table is made anew (https://sqlite.org/lang_altertable.html#otheralter; nothing refers to it): the columns in their order
 * with the new one last, because undo compares whole rows, and the numbers that were given out before, because undo knows
 * rows by them, also those that were deleted.
 */
export const wording = `
CREATE TABLE statement_new (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, highlight_id TEXT NOT NULL REFERENCES highlight (id) ON DELETE CASCADE,
  speaker_id TEXT REFERENCES speaker (id) ON DELETE SET NULL, issue_id TEXT REFERENCES issue (id) ON DELETE SET NULL,
  stance TEXT CHECK (stance IN ('asserts', 'leans', 'unclear', 'doubts', 'denies')),
  wording TEXT NOT NULL CHECK (wording IN ('quote', 'partly', 'paraphrase')),
  reported_by_id TEXT REFERENCES speaker (id) ON DELETE SET NULL, date_said TEXT, created_at TEXT NOT NULL,
  wording_guessed INTEGER NOT NULL CHECK (wording_guessed IN (0, 1))
) STRICT;
INSERT INTO statement_new (seq, id, highlight_id, speaker_id, issue_id, stance, wording, reported_by_id, date_said, created_at, wording_guessed)
  SELECT seq, id, highlight_id, speaker_id, issue_id, stance, wording, reported_by_id, date_said, created_at, 1 FROM statement;
DELETE FROM sqlite_sequence WHERE name = 'statement_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'statement_new', seq FROM sqlite_sequence WHERE name = 'statement';
DROP TABLE statement;
ALTER TABLE statement_new RENAME TO statement;
CREATE INDEX statement_highlight ON statement (highlight_id);
CREATE INDEX statement_speaker ON statement (speaker_id);
CREATE INDEX statement_issue ON statement (issue_id);
UPDATE change_row SET before = json_insert(before, '$.wording_guessed', 1), after = json_insert(after, '$.wording_guessed', 1) WHERE noun = 'statement';
`
