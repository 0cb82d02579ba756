/** Verifying an export: Counterpoint's JSON by itself, Web Annotation and CSV against the library that is open. */
import * as v from 'valibot'
import { quoteOf, toCodePoints, type TextRange } from '../../shared/anchor/selectors.ts'
import { LibraryFile, type LibraryContents } from '../../shared/export.ts'
import { mayBeAnothers, placeIn } from '../../shared/highlight.ts'
import { AppError } from '../../shared/rpc.ts'
import type { Difference, Verification } from '../../shared/verify.ts'
import { checkHighlight, checkPlace, checkRevision, shown } from './check-texts.ts'
import { readCsv } from './read-csv.ts'

/** A highlight as an export tells it. Places count Unicode code points. */
interface Told { id: string; quotes: string[]; places: string }

const Selector = v.looseObject({ type: v.string(), exact: v.optional(v.string()), start: v.optional(v.number()), end: v.optional(v.number()) })
const Target = v.looseObject({ selector: v.array(Selector) })
const AnnotationFile = v.looseObject({
  type: v.literal('AnnotationCollection'),
  first: v.looseObject({ items: v.array(v.looseObject({ id: v.string(), target: v.union([v.array(Target), Target]) })) }),
})

/** `shownName` is how messages call the file; `library` is asked only when the file can't be checked by itself. */
export async function verifyFile(text: string, shownName: string, library: () => Promise<LibraryContents>): Promise<Verification> {
  const value = parsed(text)
  if (value?.format === 'counterpoint') return verifyLibraryFile(value, shownName)
  const annotations = v.safeParse(AnnotationFile, value)
  if (annotations.success) return verifyTold(annotations.output.first.items.map(toldByAnnotation), await library())
  const rows = value === undefined ? readCsv(text) : undefined
  if (rows?.[0] && 'highlight id' in rows[0] && 'quote' in rows[0]) return verifyTold(rows.map(toldByRow), await library())
  throw new AppError('bad-input', `“${shownName}” can’t be checked: give an export as JSON, Web Annotation or CSV, which hold each highlight’s identifier.`)
}

function verifyLibraryFile(value: unknown, shownName: string): Verification {
  const file = v.safeParse(LibraryFile, value)
  if (!file.success) throw new AppError('bad-input', `“${shownName}” is damaged (${v.getDotPath(file.issues[0]) ?? 'the file'}: ${file.issues[0].message}): export it again or use a backup.`)
  const { articles, highlights } = file.output
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
      ...highlights.filter(mayBeAnothers).flatMap((one) => {
        const number = present.get(one.articleId) ?? one.revision
        return checkPlace({ ...one, place: one.candidates[0] ?? [] }, number, texts.get(`${one.articleId} ${number}`))
      }),
    ],
  }
}

function verifyTold(told: Told[], { articles, highlights }: LibraryContents): Verification {
  const known = new Map(highlights.map((highlight) => [highlight.id, highlight]))
  const texts = new Map(articles.flatMap((article) => article.revisions.map((revision) => [`${article.id} ${revision.number}`, revision.text] as const)))
  const present = new Map(articles.map(({ id, revision }) => [id, revision]))
  /** Exports show one that may be said by another where it keeps its place. */
  const standingOf = (highlight: LibraryContents['highlights'][number]): { revision: number; ranges: TextRange[] } => {
    const revision = present.get(highlight.articleId) ?? highlight.revision
    const place = placeIn(highlight, { revision, text: texts.get(`${highlight.articleId} ${revision}`) ?? '' })
    return place ? { revision, ranges: place } : highlight
  }
  const differences = told.flatMap(({ id, quotes, places }): Difference[] => {
    const highlight = known.get(id)
    if (!highlight) return [{ kind: 'missing', id, articleId: '', revision: 0, sentence: 'The library that is open has no such highlight.' }]
    const { articleId } = highlight
    const { revision, ranges } = standingOf(highlight)
    const difference = (sentence: string): Difference => ({ kind: 'quote', id, articleId, revision, sentence })
    if (!quotes.includes(quoteOf(ranges))) return [difference(`The file says ${shown(quotes[0]!)} where the library has ${shown(quoteOf(ranges))}.`)]
    const text = texts.get(`${articleId} ${revision}`) ?? ''
    const here = ranges.map(({ start, end }) => `${toCodePoints(text, start)}-${toCodePoints(text, end)}`).join(' ')
    return places === here ? [] : [difference('The file gives another place in the text than the library does.')]
  })
  return { revisions: 0, highlights: new Set(told.map(({ id }) => id)).size, ranges: told.reduce((sum, { places }) => sum + places.split(' ').length, 0), differences }
}

function toldByAnnotation({ id, target }: v.InferOutput<typeof AnnotationFile>['first']['items'][number]): Told {
  const selectors = [target].flat().map(({ selector }) => ({ quote: selector.find((one) => one.type === 'TextQuoteSelector'), place: selector.find((one) => one.type === 'TextPositionSelector') }))
  return {
    id: id.replace(/^urn:uuid:/, ''),
    quotes: [quoteOf(selectors.map(({ quote }) => ({ exact: quote?.exact ?? '' })))],
    places: selectors.map(({ place }) => `${place?.start}-${place?.end}`).join(' '),
  }
}

/** An apostrophe before a quote may be the export's own, which keeps spreadsheets from running it. */
function toldByRow(row: Record<string, string>): Told {
  const { quote = '', start = '', end = '' } = row
  const ends = end.split('; ')
  return { id: row['highlight id']!, quotes: /^'[=+\-@\t\r]/.test(quote) ? [quote.slice(1), quote] : [quote], places: start.split('; ').map((from, index) => `${from}-${ends[index]}`).join(' ') }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : undefined
  } catch {
    return undefined
  }
}
