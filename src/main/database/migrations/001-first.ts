/**
 * The first schema. `seq` is each row's place in the journal of Changes and in the search index; `id` is its UUIDv7.
 * Offsets are UTF-16 code units; times are UTC ISO 8601 with milliseconds; '' means unknown.
 */
export const first = `
CREATE TABLE article (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, byline TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL, address TEXT NOT NULL, language TEXT NOT NULL,
  guessed TEXT NOT NULL,
  source_kind TEXT NOT NULL, source_name TEXT NOT NULL, source_sha256 TEXT NOT NULL,
  revision INTEGER NOT NULL, archived INTEGER NOT NULL DEFAULT 0,
  added_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX article_source ON article (source_sha256);

CREATE TABLE revision (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, number INTEGER NOT NULL,
  body TEXT NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL, words INTEGER NOT NULL, created_at TEXT NOT NULL,
  UNIQUE (article_id, number)
) STRICT;

CREATE TABLE reading_place (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, start_offset INTEGER NOT NULL, read_to REAL NOT NULL
) STRICT;

CREATE TABLE highlight (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('same', 'moved', 'reworded', 'lost')), created_at TEXT NOT NULL
) STRICT;
CREATE INDEX highlight_article ON highlight (article_id);

CREATE TABLE highlight_range (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, highlight_id TEXT NOT NULL REFERENCES highlight (id) ON DELETE CASCADE, position INTEGER NOT NULL,
  start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  UNIQUE (highlight_id, position), CHECK (start_offset < end_offset)
) STRICT;

CREATE TABLE speaker (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  speaks_for_id TEXT REFERENCES speaker (id) ON DELETE SET NULL, colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8)
) STRICT;
CREATE TABLE speaker_alias (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, speaker_id TEXT NOT NULL REFERENCES speaker (id) ON DELETE CASCADE, name TEXT NOT NULL,
  article_id TEXT REFERENCES article (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX alias_speaker ON speaker_alias (speaker_id);

CREATE TABLE issue (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, proposition TEXT NOT NULL, position REAL NOT NULL
) STRICT;

CREATE TABLE statement (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, highlight_id TEXT NOT NULL REFERENCES highlight (id) ON DELETE CASCADE,
  speaker_id TEXT REFERENCES speaker (id) ON DELETE SET NULL, issue_id TEXT REFERENCES issue (id) ON DELETE SET NULL,
  stance TEXT CHECK (stance IN ('asserts', 'leans', 'unclear', 'doubts', 'denies')),
  wording TEXT NOT NULL CHECK (wording IN ('quote', 'paraphrase')),
  reported_by_id TEXT REFERENCES speaker (id) ON DELETE SET NULL, date_said TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX statement_highlight ON statement (highlight_id);
CREATE INDEX statement_speaker ON statement (speaker_id);
CREATE INDEX statement_issue ON statement (issue_id);

CREATE TABLE note (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  subject_type TEXT NOT NULL CHECK (subject_type IN ('highlight', 'article', 'speaker', 'issue', 'comparison')), subject_id TEXT NOT NULL,
  document TEXT NOT NULL, text TEXT NOT NULL, updated_at TEXT NOT NULL,
  UNIQUE (subject_type, subject_id)
) STRICT;

CREATE TABLE tag (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE article_tag (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE, UNIQUE (article_id, tag_id)
) STRICT;
CREATE TABLE highlight_tag (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, highlight_id TEXT NOT NULL REFERENCES highlight (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE, UNIQUE (highlight_id, tag_id)
) STRICT;
CREATE TABLE collection (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE article_collection (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE, UNIQUE (article_id, collection_id)
) STRICT;

-- A Change is one step of the user's work; its rows say what each touched row was and became, as JSON.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, client TEXT NOT NULL, label TEXT NOT NULL, made_at TEXT NOT NULL, run TEXT, undone INTEGER
) STRICT;
CREATE INDEX change_client ON change (client, undone);
CREATE TABLE change_row (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, change INTEGER NOT NULL, noun TEXT NOT NULL, row INTEGER NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_row_change ON change_row (change, noun, row);

CREATE VIRTUAL TABLE article_search USING fts5 (title, byline, publisher, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE passage_search USING fts5 (exact, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE note_search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

CREATE TRIGGER revision_indexed AFTER INSERT ON revision BEGIN
  DELETE FROM article_search WHERE rowid = (SELECT seq FROM article WHERE id = NEW.article_id AND revision = NEW.number);
  INSERT INTO article_search (rowid, title, byline, publisher, text)
    SELECT seq, title, byline, publisher, NEW.text FROM article WHERE id = NEW.article_id AND revision = NEW.number;
END;
CREATE TRIGGER article_indexed AFTER UPDATE OF title, byline, publisher, revision ON article BEGIN
  DELETE FROM article_search WHERE rowid = OLD.seq;
  INSERT INTO article_search (rowid, title, byline, publisher, text)
    SELECT NEW.seq, NEW.title, NEW.byline, NEW.publisher, text FROM revision WHERE article_id = NEW.id AND number = NEW.revision;
END;
CREATE TRIGGER article_unindexed AFTER DELETE ON article BEGIN DELETE FROM article_search WHERE rowid = OLD.seq; END;
CREATE TRIGGER range_indexed AFTER INSERT ON highlight_range BEGIN INSERT INTO passage_search (rowid, exact) VALUES (NEW.seq, NEW.exact); END;
CREATE TRIGGER range_reindexed AFTER UPDATE OF exact ON highlight_range BEGIN UPDATE passage_search SET exact = NEW.exact WHERE rowid = OLD.seq; END;
CREATE TRIGGER range_unindexed AFTER DELETE ON highlight_range BEGIN DELETE FROM passage_search WHERE rowid = OLD.seq; END;
CREATE TRIGGER note_indexed AFTER INSERT ON note BEGIN INSERT INTO note_search (rowid, text) VALUES (NEW.seq, NEW.text); END;
CREATE TRIGGER note_reindexed AFTER UPDATE OF text ON note BEGIN UPDATE note_search SET text = NEW.text WHERE rowid = OLD.seq; END;
CREATE TRIGGER note_unindexed AFTER DELETE ON note BEGIN DELETE FROM note_search WHERE rowid = OLD.seq; END;
-- Notes belong to many kinds of things, so no foreign key can do this.
CREATE TRIGGER highlight_note AFTER DELETE ON highlight BEGIN DELETE FROM note WHERE subject_type = 'highlight' AND subject_id = OLD.id; END;
CREATE TRIGGER article_note AFTER DELETE ON article BEGIN DELETE FROM note WHERE subject_type = 'article' AND subject_id = OLD.id; END;
CREATE TRIGGER speaker_note AFTER DELETE ON speaker BEGIN DELETE FROM note WHERE subject_type = 'speaker' AND subject_id = OLD.id; END;
CREATE TRIGGER issue_note AFTER DELETE ON issue BEGIN DELETE FROM note WHERE subject_type = 'issue' AND subject_id = OLD.id; END;
`
