/** SQL of the full-text index. Triggers of the schema keep it. */
import type { Database } from 'better-sqlite3'
import { keptAsWritten, remakeSearch } from '../database/search-index.ts'
import type { SearchHit } from '../../shared/search.ts'

/** What stands around found words in an excerpt from `snippet()`: characters that no text holds. */
export const MATCH_START = '\u0001'
export const MATCH_END = '\u0002'

export interface FoundRow { kind: SearchHit['kind']; subject: SearchHit['subject']; id: string; articleId: string | null; articleTitle: string; excerpt: string }
export type SearchTable = ReturnType<typeof createSearchTable>

const snippet = (table: string): string => `snippet(${table}, -1, char(1), char(2), '…', 24)`

/** What a note is on: a highlight or an article, through its article, or a speaker, an issue or a comparison. */
const withSubject = `
  LEFT JOIN highlight ON subject_type = 'highlight' AND highlight.id = subject_id
  LEFT JOIN article ON article.id = iif(subject_type = 'article', subject_id, highlight.article_id)
  LEFT JOIN speaker ON subject_type = 'speaker' AND speaker.id = subject_id
  LEFT JOIN issue ON subject_type = 'issue' AND issue.id = subject_id
  LEFT JOIN comparison ON subject_type = 'comparison' AND comparison.id = subject_id`
const onWhat = 'coalesce(article.title, speaker.name, issue.proposition, comparison.title)'
const subjectIsThere = `article.deleted_at IS NULL AND ${onWhat} IS NOT NULL`

export function createSearchTable(db: Database) {
  const find = db.prepare<unknown[], FoundRow & { seq: number }>(`
    SELECT * FROM (
      SELECT 'article' AS kind, 'article' AS subject, article.id, article.id AS articleId, article.title AS articleTitle, ${snippet('article_search')} AS excerpt, bm25(article_search, 8.0, 2.0, 2.0, 1.0) AS place, article_search.rowid AS seq
        FROM article_search JOIN article ON article.seq = article_search.rowid WHERE article_search MATCH @query AND deleted_at IS NULL ORDER BY place LIMIT @limit)
    UNION ALL SELECT * FROM (
      SELECT 'highlight', 'highlight', highlight.id, article.id, article.title, ${snippet('passage_search')}, bm25(passage_search) AS place, passage_search.rowid
        FROM passage_search JOIN highlight_range ON highlight_range.seq = passage_search.rowid JOIN highlight ON highlight.id = highlight_id JOIN article ON article.id = article_id
        WHERE passage_search MATCH @query AND deleted_at IS NULL ORDER BY place LIMIT @limit)
    UNION ALL SELECT * FROM (
      SELECT 'note', subject_type, subject_id, article.id, ${onWhat}, ${snippet('note_search')}, bm25(note_search) AS place, note_search.rowid
        FROM note_search JOIN note ON note.seq = note_search.rowid ${withSubject}
        WHERE note_search MATCH @query AND ${subjectIsThere} ORDER BY place LIMIT @limit)`)
  const like = db.prepare<unknown[], FoundRow & { text: string }>(`
    SELECT * FROM (
      SELECT 'article' AS kind, 'article' AS subject, article.id, article.id AS articleId, article.title AS articleTitle, article.title || char(10) || text AS text
        FROM article JOIN revision ON revision.article_id = article.id AND number = article.revision WHERE deleted_at IS NULL
      UNION ALL SELECT 'highlight', 'highlight', highlight.id, article.id, article.title, exact
        FROM highlight_range JOIN highlight ON highlight.id = highlight_id JOIN article ON article.id = article_id WHERE deleted_at IS NULL
      UNION ALL SELECT 'note', subject_type, subject_id, article.id, ${onWhat}, note.text FROM note ${withSubject} WHERE ${subjectIsThere}
    ) WHERE instr(text, @words) LIMIT @limit`)

  const isKept = { article: keptAsWritten(db, 'article_search'), highlight: keptAsWritten(db, 'passage_search'), note: keptAsWritten(db, 'note_search') }

  return {
    /** `query` in FTS5's syntax. Where what search keeps of a hit is spoiled, it is made anew first. */
    find(query: string, limit: number): FoundRow[] {
      const rows = find.all({ query, limit })
      if (rows.every(({ kind, seq }) => isKept[kind](seq))) return rows
      remakeSearch(db)
      return find.all({ query, limit })
    },
    remake: (): void => remakeSearch(db),
    /** Where words are not set apart by spaces, the index does not see them: look for the letters. */
    findLetters: (words: string, limit: number): FoundRow[] => like.all({ words, limit }).map(({ text, ...row }) => {
      const place = text.indexOf(words)
      return { ...row, excerpt: text.slice(Math.max(0, place - 30), place) + MATCH_START + words + MATCH_END + text.slice(place + words.length, place + words.length + 60) }
    }),
  }
}
