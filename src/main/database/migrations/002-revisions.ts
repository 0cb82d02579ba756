/**
 * Revisions that the reader makes, drafts of them, and highlights that wait for a decision; speakers in an order of their own;
 * links between notes. `candidates` is JSON: an array of placements, each an array of ranges.
 */
export const revisions = `
ALTER TABLE revision ADD COLUMN origin TEXT NOT NULL DEFAULT 'first' CHECK (origin IN ('first', 'edit', 'import'));
ALTER TABLE revision ADD COLUMN source_name TEXT NOT NULL DEFAULT '';
ALTER TABLE highlight ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE highlight ADD COLUMN candidates TEXT NOT NULL DEFAULT '[]';
-- What the step was about, in the user's own words: a quote, a name, a title.
ALTER TABLE change ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE speaker ADD COLUMN position REAL NOT NULL DEFAULT 0;
UPDATE speaker SET position = seq;
-- Undo compares whole rows: what it remembers of these gets the new columns too.
UPDATE change_row SET before = json_insert(before, '$.waiting', 0, '$.candidates', '[]'), after = json_insert(after, '$.waiting', 0, '$.candidates', '[]') WHERE noun = 'highlight';
UPDATE change_row SET before = json_insert(before, '$.position', CAST(row AS REAL)), after = json_insert(after, '$.position', CAST(row AS REAL)) WHERE noun = 'speaker';
CREATE TABLE draft (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, base INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('edit', 'import')), document TEXT NOT NULL,
  source_name TEXT NOT NULL, source_sha256 TEXT NOT NULL, imported TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX article_address ON article (address);
CREATE INDEX highlight_waiting ON highlight (waiting) WHERE waiting = 1;

-- Which note links to what: read from the note's document, so that undo needs no thought of it.
CREATE TABLE note_link (
  note INTEGER NOT NULL, subject_type TEXT NOT NULL, subject_id TEXT NOT NULL, PRIMARY KEY (note, subject_type, subject_id)
) STRICT;
CREATE INDEX note_link_subject ON note_link (subject_type, subject_id);
CREATE TRIGGER note_linked AFTER INSERT ON note BEGIN
  INSERT INTO note_link (note, subject_type, subject_id)
    SELECT DISTINCT NEW.seq, value ->> '$.subjectType', value ->> '$.subjectId' FROM json_tree(NEW.document)
    WHERE type = 'object' AND value ->> '$.type' IN ('reference', 'quotation') AND value ->> '$.subjectId' IS NOT NULL;
END;
CREATE TRIGGER note_relinked AFTER UPDATE OF document ON note BEGIN
  DELETE FROM note_link WHERE note = OLD.seq;
  INSERT INTO note_link (note, subject_type, subject_id)
    SELECT DISTINCT NEW.seq, value ->> '$.subjectType', value ->> '$.subjectId' FROM json_tree(NEW.document)
    WHERE type = 'object' AND value ->> '$.type' IN ('reference', 'quotation') AND value ->> '$.subjectId' IS NOT NULL;
END;
CREATE TRIGGER note_unlinked AFTER DELETE ON note BEGIN DELETE FROM note_link WHERE note = OLD.seq; END;
`
