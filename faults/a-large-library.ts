/** A library that is large enough for its acts to take a while, as the JSON that imports take. */
import { describeRange } from '../src/shared/anchor/selectors.ts'
import { toLexical } from '../src/shared/body.ts'
import type { LibraryFile } from '../src/shared/export.ts'
import { createHash } from 'node:crypto'

const time = '2025-11-14T10:00:00.000Z'
const sentence = (number: number): string => `The board said on day ${number} that the bridge is safe; the union denied it.`

export const idOf = (number: number): string => `01936b00-0000-7000-8000-${String(number).padStart(12, '0')}`
export const speakerIds = [idOf(1), idOf(2), idOf(3)] as const
export const issueId = idOf(10)

/** `marked` statements on the first article, and as many articles as asked for. */
export function aLargeLibrary({ articles, marked }: { articles: number; marked: number }): LibraryFile {
  const body = (text: string) => toLexical(text.split('\n').map((line) => ({ type: 'paragraph', inlines: [{ text: line }] })))
  const textOf = (article: number): string => Array.from({ length: article === 0 ? marked : 60 }, (_, line) => sentence(article * 1000 + line)).join('\n')
  const firstText = textOf(0)
  const starts = lineStarts(firstText)
  const marks = starts.map((start, index) => ({ highlight: idOf(1_000_000 + index), statement: idOf(2_000_000 + index), range: describeRange(firstText, { start, end: start + 9 }) }))
  return {
    format: 'counterpoint', version: 1,
    articles: Array.from({ length: articles }, (_, index) => {
      const text = textOf(index)
      const sha256 = createHash('sha256').update(text).digest('hex')
      return {
        id: idOf(100 + index), title: `Article ${index}`, byline: '', publisher: '', published: '', address: '', language: 'en', guessed: [], sourceKind: 'text' as const, sourceName: `${index}.txt`,
        sourceSha256: sha256, addedAt: time, updatedAt: time, deletedAt: null, archived: false, readTo: 0, readingPlace: 0, revision: 1,
        revisions: [{ number: 1, body: body(text), text, sha256, createdAt: time, origin: 'first' as const, sourceName: '' }], tagIds: [], collectionIds: [],
      }
    }),
    highlights: marks.map(({ highlight, range }) => ({ id: highlight, articleId: idOf(100), revision: 1, state: 'same', ranges: [range], waiting: false, candidates: [], tagIds: [], createdAt: time })),
    statements: marks.map(({ highlight, statement }, index) => ({ id: statement, highlightId: highlight, speakerId: speakerIds[index % 2]!, issueId, stance: 'asserts', wording: 'quote', wordingGuessed: false, reportedById: null, dateSaid: null, createdAt: time })),
    speakers: speakerIds.map((id, index) => ({ id, name: `Speaker ${index}`, aliases: [], speaksForId: null, colour: index + 1, position: index })),
    issues: [{ id: issueId, proposition: 'The bridge is safe', position: 0 }],
    notes: [{ id: idOf(50), subject: { type: 'article', id: idOf(100) }, document: body('A note'), text: 'A note', updatedAt: time }],
    tags: [], collections: [], comparisons: [], looks: [], events: [], drafts: [],
  }
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}
