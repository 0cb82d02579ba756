/** Exports that hold identifiers, Web Annotation and CSV, against the library: each quote, its place, its speaker, article and source. */
import * as v from 'valibot'
import { quoteOf, toCodePoints } from '../../shared/anchor/selectors.ts'
import type { LibraryContents } from '../../shared/export.ts'
import type { Difference, Verification } from '../../shared/verify.ts'
import { noSpeaker } from '../formats/arrange-export.ts'
import { webAddress } from '../formats/safe-link.ts'
import { shown } from './check-texts.ts'
import { createStanding } from './standing.ts'

/** A highlight as an export tells it, or with `statementId` what is said on it. Places count Unicode code points. What a file does not tell is undefined. */
export interface Told { id?: string | undefined; statementId?: string | undefined; quote: string; places?: string | undefined; speaker?: string | undefined; article?: Record<string, string> | undefined; source?: string | undefined }

const Selector = v.looseObject({ type: v.string(), exact: v.optional(v.string()), start: v.optional(v.number()), end: v.optional(v.number()) })
const Target = v.looseObject({ source: v.optional(v.string()), selector: v.array(Selector) })
const Body = v.looseObject({ id: v.optional(v.string()), value: v.optional(v.string(), '') })
const Annotation = v.looseObject({ id: v.string(), target: v.union([v.array(Target), Target]), body: v.optional(v.array(Body), []) })
export const AnnotationFile = v.looseObject({ type: v.literal('AnnotationCollection'), first: v.looseObject({ items: v.array(Annotation) }) })

export function verifyTold(told: Told[], contents: LibraryContents): Verification {
  const standing = createStanding(contents)
  const highlights = new Map(contents.highlights.map((one) => [one.id, one]))
  const articles = new Map(contents.articles.map((one) => [one.id, one]))
  const statements = new Map(contents.statements.map((one) => [one.id, one]))
  const names = new Map(contents.speakers.map(({ id, name }) => [id, name]))
  const quoted = told.map(({ id, statementId }) => highlights.get(id ?? statements.get(statementId ?? '')?.highlightId ?? ''))
  const differences = told.flatMap((one, index): Difference[] => {
    const [highlight, statement] = [quoted[index], statements.get(one.statementId ?? '')]
    if (!highlight) return [missing(one.id === undefined ? 'statement' : 'highlight', one.id ?? one.statementId!)]
    if (one.statementId !== undefined && !statement) return [missing('statement', one.statementId)]
    const { revision, ranges } = standing.of(highlight)
    const text = standing.text(highlight.articleId, revision)
    const of = articles.get(highlight.articleId)!
    const found = [
      ...quoteDiffers(one, quoteOf(ranges), ranges.map(({ start, end }) => `${toCodePoints(text, start)}-${toCodePoints(text, end)}`).join(' ')),
      ...(statement ? speakerDiffers(one, statement.speakerId ? names.get(statement.speakerId)! : '') : []),
      ...sourceDiffers(one, of),
    ]
    return found.map(([kind, sentence]) => ({ kind, id: highlight.id, articleId: of.id, revision, sentence }))
  })
  const ranges = [...new Set(quoted)].reduce((sum, highlight) => sum + (highlight?.ranges.length ?? 0), 0)
  return { revisions: 0, highlights: new Set(quoted).size, ranges, differences: [...new Map(differences.map((one) => [`${one.id} ${one.sentence}`, one])).values()] }
}

function missing(noun: string, id: string): Difference {
  return { kind: 'missing', id, articleId: '', revision: 0, sentence: `The library that is open has no such ${noun}.` }
}

type Found = [Difference['kind'], string]

function quoteDiffers({ quote, places }: Told, words: string, here: string): Found[] {
  if (!same(quote, words)) return [['quote', `The file says ${shown(quote)} where the library has ${shown(words)}.`]]
  return places === undefined || places === here ? [] : [['quote', 'The file gives another place in the text than the library does.']]
}

function speakerDiffers({ speaker }: Told, name: string): Found[] {
  return speaker === undefined || same(speaker, name) ? [] : [['speaker', `The file says that ${shown(speaker)} says it where the library has ${shown(name)}.`]]
}

function sourceDiffers({ article, source }: Told, of: LibraryContents['articles'][number]): Found[] {
  const fields = (['title', 'publisher', 'published'] as const).filter((field) => article?.[field] !== undefined && !same(article[field], of[field]))
  const isFrom = source === undefined || [of.publisher, of.title, webAddress(of.address), `urn:uuid:${of.id}`].some((one) => one && same(source, one))
  return [
    ...fields.map((field): Found => ['source', `The file gives the article’s ${field === 'published' ? 'date' : field} as ${shown(article![field]!)} where the library has ${shown(of[field])}.`]),
    ...(isFrom ? [] : [['source', `The file gives ${shown(source)} as the source, which the library does not.`] as Found]),
  ]
}

/** An apostrophe before a text may be the export's own, which keeps spreadsheets from running it. */
function same(told: string, here: string): boolean {
  return told === here || (/^'[=+\-@\t\r]/.test(told) && told.slice(1) === here)
}

/** The highlight, and each statement on it. */
export function toldByAnnotation({ id, target, body }: v.InferOutput<typeof Annotation>): Told[] {
  const targets = [target].flat()
  const selectors = targets.map(({ selector }) => ({ quote: selector.find((one) => one.type === 'TextQuoteSelector'), place: selector.find((one) => one.type === 'TextPositionSelector') }))
  const highlight: Told = {
    id: id.replace(/^urn:uuid:/, ''), quote: quoteOf(selectors.map(({ quote }) => ({ exact: quote?.exact ?? '' }))),
    places: selectors.map(({ place }) => `${place?.start}-${place?.end}`).join(' '), source: targets[0]?.source,
  }
  return [highlight, ...body.filter(({ id: statementId }) => statementId?.startsWith('urn:uuid:')).map((one): Told => ({
    id: highlight.id, quote: highlight.quote, statementId: one.id!.slice('urn:uuid:'.length), speaker: spokenBy(one.value),
  }))]
}

function spokenBy(value: string): string | undefined {
  const speaker = /^Speaker: (.*)$/m.exec(value)?.[1]
  return speaker === noSpeaker ? '' : speaker
}

/** A row of an export of the library, or of a comparison's statements. */
export function toldByRow(row: Record<string, string>): Told {
  const { quote = '', start, end, speaker, article, publisher, published, source } = row
  const ends = end?.split('; ')
  return {
    id: row['highlight id'], statementId: row['statement id'], quote, speaker, source,
    places: start === undefined ? undefined : start.split('; ').map((from, index) => `${from}-${ends?.[index]}`).join(' '),
    article: Object.fromEntries(Object.entries({ title: article, publisher, published }).filter((one): one is [string, string] => one[1] !== undefined)),
  }
}
