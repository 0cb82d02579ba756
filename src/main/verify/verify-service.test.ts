import { expect, test } from 'vitest'
import { openDatabase } from '../database/open-database.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

async function aMarkedLibrary() {
  const library = await aLibrary()
  const article = await anArticle(library)
  const { highlightId } = await aStatement(library, { articleId: article.id, words: 'We will not sign', speaker: 'Ana Ruiz', issue: 'The deal is signed' })
  const corrupt = async (sql: string): Promise<void> => {
    const db = await openDatabase(library.folder, () => new Date())
    db.pragma('foreign_keys = OFF')
    db.exec(sql)
    db.close()
  }
  return { ...library, article, highlightId, corrupt }
}

test('what is equal is counted', async () => {
  const { call } = await aMarkedLibrary()
  expect(await call('library.verify', {})).toEqual({ revisions: 1, highlights: 1, ranges: 1, differences: [] })
})

test.each([
  ['a quote of other words', 'quote', `UPDATE highlight_range SET exact = 'We will now sign'`],
  ['a range past the end', 'quote', 'UPDATE highlight_range SET end_offset = 100000'],
  ['another context', 'context', `UPDATE highlight_range SET prefix = 'x'`],
  ['another revision', 'missing', 'UPDATE highlight SET revision = 9'],
  ['no range', 'missing', 'DELETE FROM highlight_range'],
  ['a place of other words, where another may say it', 'quote', `UPDATE highlight SET state = 'said-by-another', waiting = 1, candidates = (SELECT json_array(json_array(json_object('start', start_offset + 1, 'end', end_offset + 1, 'exact', exact, 'prefix', prefix, 'suffix', suffix))) FROM highlight_range)`],
  ['no place, where another may say it', 'missing', `UPDATE highlight SET state = 'said-by-another', waiting = 1`],
])('a highlight with %s is named', async (_what, kind, sql) => {
  const { call, corrupt, highlightId, article } = await aMarkedLibrary()
  await corrupt(sql)
  const { differences } = await call('library.verify', {})
  expect(differences.filter((one) => one.kind !== 'damaged')).toEqual([expect.objectContaining({ kind, id: highlightId, articleId: article.id, sentence: expect.stringMatching(/^[A-Z].*\.$/) })])
})

test('a range that cuts a character in two is named', async () => {
  const library = await aLibrary()
  const { id, text } = await anArticle(library, 'Flags\n\nA flag 🇫🇷 flies.')
  const start = text.indexOf('🇫🇷')
  const highlight = await library.call('highlights.create', { articleId: id, ranges: [{ start, end: start + 4 }] })
  const db = await openDatabase(library.folder, () => new Date())
  db.exec(`UPDATE highlight_range SET end_offset = end_offset - 2, exact = '🇫', suffix = '🇷' || suffix`)
  db.close()
  expect((await library.call('library.verify', {})).differences.filter((one) => one.kind !== 'damaged')).toMatchObject([{ kind: 'quote', id: highlight.id, sentence: 'The highlight cuts a character in two.' }])
})

test.each([
  ['another SHA-256', `UPDATE revision SET sha256 = 'x'`, 1],
  ['another text', `UPDATE revision SET text = text || '!'`, 2],
  ['a body that can’t be read', `UPDATE revision SET body = '{'`, 1],
])('a revision with %s is named', async (_what, sql, count) => {
  const { call, corrupt, article } = await aMarkedLibrary()
  await corrupt(sql)
  const found = (await call('library.verify', {})).differences.filter((one) => one.kind === 'revision')
  expect(found).toHaveLength(count)
  expect(found[0]).toMatchObject({ id: article.id, revision: 1 })
})

test.each([
  ['a row that another program wrote', 'damaged', `UPDATE issue SET proposition = 'The deal is singed'`, 'Issue “The deal is singed” is not as it was written'],
  ['a missing first range', 'missing', `UPDATE highlight_range SET position = 1`, 'lacks a range'],
  ['ranges that overlap', 'order', `INSERT INTO highlight_range (highlight_id, position, start_offset, end_offset, exact, prefix, suffix) SELECT highlight_id, 1, start_offset, end_offset, exact, prefix, suffix FROM highlight_range`, 'overlap'],
  ['a candidate in the queue that says other words', 'candidate', `UPDATE highlight SET state = 'reworded', waiting = 1, candidates = (SELECT json_array(json_array(json_object('start', start_offset + 1, 'end', end_offset + 1, 'exact', exact, 'prefix', prefix, 'suffix', suffix))) FROM highlight_range)`, 'that the queue offers'],
  ['a trigger that was spoiled', 'structure', `DROP TRIGGER note_unlinked; CREATE TRIGGER note_unlinked AFTER DELETE ON note BEGIN DELETE FROM note_link WHERE note = OLD.seq + 1; END`, 'the trigger note_unlinked is not written as it was'],
  ['words that search keeps', 'structure', `UPDATE article_search SET title = 'Another title'`, 'What search keeps differs from the library in 1 row'],
])('%s: named', async (_what, kind, sql, words) => {
  const { call, corrupt } = await aMarkedLibrary()
  await corrupt(sql)
  expect((await call('library.verify', {})).differences).toContainEqual(expect.objectContaining({ kind, sentence: expect.stringContaining(words) }))
})

test('what a note quotes is held against every revision of the article', async () => {
  const { call, corrupt, highlightId, article } = await aMarkedLibrary()
  const quotation = (text: string) => ({ root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [{ type: 'quotation', version: 1, subjectType: 'highlight', subjectId: highlightId, text, source: 'The river deal' }] } }) as never
  await call('notes.save', { subject: { type: 'article', id: article.id }, document: quotation('We will not sign'), run: 'a' })
  expect((await call('library.verify', {})).differences).toEqual([])
  await corrupt(`UPDATE note SET document = replace(document, 'not sign', 'now sign')`)
  expect((await call('library.verify', {})).differences).toContainEqual(expect.objectContaining({ kind: 'note', sentence: 'The note quotes “We will now sign”, which no revision of the article says.' }))
})
