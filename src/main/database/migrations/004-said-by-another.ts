/**
 * A highlight's state may be said-by-another. SQLite can't change a CHECK, so the table is made anew (the twelve steps of
 * https://sqlite.org/lang_altertable.html#otheralter, foreign keys off): the columns in their order, because undo compares
 * whole rows, and the numbers that were given out before, because undo knows rows by them, also those that were deleted.
 */
export const saidByAnother = `
CREATE TABLE highlight_new (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('same', 'moved', 'said-by-another', 'reworded', 'lost')), created_at TEXT NOT NULL,
  waiting INTEGER NOT NULL DEFAULT 0, candidates TEXT NOT NULL DEFAULT '[]'
) STRICT;
INSERT INTO highlight_new (seq, id, article_id, revision, state, created_at, waiting, candidates)
  SELECT seq, id, article_id, revision, state, created_at, waiting, candidates FROM highlight;
DELETE FROM sqlite_sequence WHERE name = 'highlight_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'highlight_new', seq FROM sqlite_sequence WHERE name = 'highlight';
DROP TABLE highlight;
ALTER TABLE highlight_new RENAME TO highlight;
CREATE INDEX highlight_article ON highlight (article_id);
CREATE INDEX highlight_waiting ON highlight (waiting) WHERE waiting = 1;
CREATE TRIGGER highlight_note AFTER DELETE ON highlight BEGIN DELETE FROM note WHERE subject_type = 'highlight' AND subject_id = OLD.id; END;
`
