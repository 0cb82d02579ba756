/** SQL of highlights and their ranges. */
import type { Database } from 'better-sqlite3'
import type { TextRange } from '../../shared/anchor/selectors.ts'
import type { Candidate, Highlight } from '../../shared/highlight.ts'

export interface StoredHighlight { id: string; articleId: string; revision: number; state: Highlight['state']; createdAt: string; waiting: boolean; candidates: Candidate[]; ranges: TextRange[]; note: string; tagIds: string[] }
export type NewHighlight = Omit<StoredHighlight, 'note' | 'tagIds'>
interface Row { id: string; articleId: string; revision: number; state: Highlight['state']; createdAt: string; waiting: number; candidates: string; ranges: string; note: string; tagIds: string }
export type HighlightTable = ReturnType<typeof createHighlightTable>

const select = `
  SELECT id, article_id AS articleId, revision, state, waiting, candidates, created_at AS createdAt,
    (SELECT json_group_array(json_object('start', start_offset, 'end', end_offset, 'exact', exact, 'prefix', prefix, 'suffix', suffix) ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS ranges,
    coalesce((SELECT text FROM note WHERE subject_type = 'highlight' AND subject_id = highlight.id), '') AS note,
    (SELECT json_group_array(tag_id) FROM highlight_tag WHERE highlight_id = highlight.id) AS tagIds
  FROM highlight`

export function createHighlightTable(db: Database) {
  const list = db.prepare<[string], Row>(`${select} WHERE article_id = ?
    ORDER BY (SELECT min(start_offset) FROM highlight_range WHERE highlight_id = highlight.id), highlight.seq`)
  const all = db.prepare<[], Row>(`${select} ORDER BY seq`)
  const get = db.prepare<[string], Row>(`${select} WHERE id = ?`)
  const insert = db.prepare('INSERT INTO highlight (id, article_id, revision, state, waiting, candidates, created_at) VALUES (@id, @articleId, @revision, @state, @waiting, @candidates, @createdAt)')
  const insertRange = db.prepare('INSERT INTO highlight_range (highlight_id, position, start_offset, end_offset, exact, prefix, suffix) VALUES (@highlightId, @position, @start, @end, @exact, @prefix, @suffix)')
  const putRange = db.prepare(`
    INSERT INTO highlight_range (highlight_id, position, start_offset, end_offset, exact, prefix, suffix) VALUES (@highlightId, @position, @start, @end, @exact, @prefix, @suffix)
    ON CONFLICT (highlight_id, position) DO UPDATE SET start_offset = excluded.start_offset, end_offset = excluded.end_offset, exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix`)
  const dropRanges = db.prepare<[string, number]>('DELETE FROM highlight_range WHERE highlight_id = ? AND position >= ?')
  const setState = db.prepare('UPDATE highlight SET revision = @revision, state = @state, waiting = @waiting, candidates = @candidates WHERE id = @id')
  const waiting = db.prepare<[string | null, string | null], Row>(`${select} WHERE waiting = 1 AND (? IS NULL OR article_id = ?)
    AND article_id IN (SELECT id FROM article WHERE deleted_at IS NULL) ORDER BY state DESC, article_id, (SELECT min(start_offset) FROM highlight_range WHERE highlight_id = highlight.id), seq`)
  const remove = db.prepare('DELETE FROM highlight WHERE id = ?')

  return {
    list: (articleId: string): StoredHighlight[] => list.all(articleId).map(toHighlight),
    all: (): StoredHighlight[] => all.all().map(toHighlight),
    find(id: string): StoredHighlight | undefined {
      const row = get.get(id)
      return row && toHighlight(row)
    },
    add({ ranges, ...highlight }: NewHighlight): void {
      insert.run({ ...highlight, waiting: Number(highlight.waiting), candidates: JSON.stringify(highlight.candidates) })
      ranges.forEach((range, position) => insertRange.run({ highlightId: highlight.id, position, ...range }))
    },
    /** Said by another before reworded before lost. */
    waiting: (articleId: string | null): StoredHighlight[] => waiting.all(articleId, articleId).map(toHighlight),
    setRanges(id: string, ranges: TextRange[]): void {
      ranges.forEach((range, position) => putRange.run({ highlightId: id, position, ...range }))
      dropRanges.run(id, ranges.length)
    },
    setState(id: string, state: Pick<StoredHighlight, 'revision' | 'state' | 'waiting' | 'candidates'>): void {
      setState.run({ id, revision: state.revision, state: state.state, waiting: Number(state.waiting), candidates: JSON.stringify(state.candidates) })
    },
    remove: (id: string): void => { remove.run(id) },
  }
}

function toHighlight(row: Row): StoredHighlight {
  return { ...row, waiting: Boolean(row.waiting), candidates: JSON.parse(row.candidates) as Candidate[], ranges: JSON.parse(row.ranges) as TextRange[], tagIds: JSON.parse(row.tagIds) as string[] }
}
