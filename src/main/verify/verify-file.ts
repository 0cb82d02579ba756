/** Verifying an export: Counterpoint's JSON by itself, every other format that holds quotes against the library that is open. */
import * as v from 'valibot'
import { LibraryFile, type LibraryContents } from '../../shared/export.ts'
import { mayBeAnothers } from '../../shared/highlight.ts'
import { AppError } from '../../shared/rpc.ts'
import type { Difference, Verification } from '../../shared/verify.ts'
import { checkCandidates, checkHighlight, checkPlace, checkRevision } from './check-texts.ts'
import { createQuotationCheck, quotationsIn } from './check-quotations.ts'
import { readCsv } from './read-csv.ts'
import { verifyPassages } from './verify-passages.ts'
import { AnnotationFile, toldByAnnotation, toldByRow, verifyTold } from './verify-told.ts'

/** `shownName` is how messages call the file; `library` is asked only when the file can't be checked by itself. */
export async function verifyFile(bytes: Uint8Array, shownName: string, library: () => Promise<LibraryContents>): Promise<Verification> {
  // Readers of HTML and documents, which no other command needs.
  const { readPassages } = await import('./read-passages.ts')
  const read = await readPassages(bytes)
  if (read) return verifyPassages(read, await library())
  const text = new TextDecoder().decode(bytes)
  const value = parsed(text)
  if (value?.format === 'counterpoint') return verifyLibraryFile(value, shownName)
  const annotations = v.safeParse(AnnotationFile, value)
  if (annotations.success) return verifyTold(annotations.output.first.items.flatMap(toldByAnnotation), await library())
  const rows = value === undefined ? readCsv(text) : undefined
  const [first] = rows ?? []
  if (rows && first && 'statement id' in first && 'quote' in first) return verifyTold(rows.map(toldByRow), await library())
  if (rows && first && ('Issue' in first || 'Speaker' in first)) return verifyPassages({ passages: [], cells: rows.flatMap((row) => Object.values(row).slice(1)) }, await library())
  throw new AppError('bad-input', `“${shownName}” can’t be checked: it is none of the formats that Counterpoint exports.`)
}

function verifyLibraryFile(value: unknown, shownName: string): Verification {
  const file = v.safeParse(LibraryFile, value)
  if (!file.success) throw new AppError('bad-input', `“${shownName}” is damaged (${v.getDotPath(file.issues[0]) ?? 'the file'}: ${file.issues[0].message}): export it again or use a backup.`)
  const { articles, highlights, notes, statements, speakers } = file.output
  const articleOf = new Map(highlights.map(({ id, articleId }) => [id, articleId]))
  const quoted = Map.groupBy(notes.flatMap(({ id, document }) => quotationsIn(id, document)), ({ highlightId }) => articleOf.get(highlightId))
  const people = new Set(speakers.map(({ id }) => id))
  const revisions = articles.flatMap((article) => article.revisions.map((revision) => ({ ...revision, articleId: article.id })))
  const texts = new Map(revisions.map((revision) => [`${revision.articleId} ${revision.number}`, revision.text]))
  const present = new Map(articles.map(({ id, revision }) => [id, revision]))
  const missing = articles.filter((article) => !texts.has(`${article.id} ${article.revision}`))
    .map(({ id, revision }): Difference => ({ kind: 'missing', id, articleId: id, revision, sentence: `The article’s revision ${revision} is not there.` }))
  return {
    revisions: revisions.length,
    highlights: highlights.length,
    ranges: highlights.reduce((sum, { ranges }) => sum + ranges.length, 0),
    differences: [
      ...missing, ...revisions.flatMap(checkRevision),
      ...highlights.flatMap((one) => checkHighlight(one, texts.get(`${one.articleId} ${one.revision}`))),
      ...highlights.flatMap((one) => {
        const number = present.get(one.articleId) ?? one.revision
        const [text, checked] = [texts.get(`${one.articleId} ${number}`), { ...one, place: mayBeAnothers(one) ? one.candidates[0] ?? [] : null }]
        return [...checkPlace(checked, number, text), ...checkCandidates(checked, number, text)]
      }),
      ...articles.flatMap((article) => {
        const check = createQuotationCheck(quoted.get(article.id) ?? [], article.id)
        for (const { text } of article.revisions) check.see(text)
        return check.left()
      }),
      ...statements.filter(({ speakerId }) => speakerId !== null && !people.has(speakerId))
        .map(({ id, highlightId }): Difference => ({ kind: 'speaker', id, articleId: articleOf.get(highlightId) ?? '', revision: 0, sentence: 'The speaker of the statement is not in the file.' })),
    ],
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : undefined
  } catch {
    return undefined
  }
}
