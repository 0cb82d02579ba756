/**
 * Comparisons, where the reader has looked and found nothing, and events. `choice` is JSON (`ComparisonChoice`): the issues,
 * speakers and statements that it names need not be there any more.
 */
export const comparisons = `
CREATE TABLE comparison (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, choice TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE look (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, issue_id TEXT NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
  speaker_id TEXT NOT NULL REFERENCES speaker (id) ON DELETE CASCADE, article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  looked_at TEXT NOT NULL, UNIQUE (issue_id, speaker_id, article_id)
) STRICT;
CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, date TEXT NOT NULL
) STRICT;
CREATE TRIGGER comparison_note AFTER DELETE ON comparison BEGIN DELETE FROM note WHERE subject_type = 'comparison' AND subject_id = OLD.id; END;
`
