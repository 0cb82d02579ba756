/** A small library for the tests of exports: emoji, markup characters, overlaps, several ranges, a bin. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { describeRange } from '../../shared/anchor/selectors.ts'
import { toLexical, type Block } from '../../shared/body.ts'
import type { LibraryContents } from '../../shared/export.ts'

export const idOf = (number: number): string => `01936b00-0000-7000-8000-${String(number).padStart(12, '0')}`
const time = '2025-11-14T10:00:00.000Z'

export const exampleBlocks: Block[] = [
  { type: 'paragraph', inlines: [{ text: '🚢 "We," she said, "' }, { text: 'deny', bold: true }, { text: ' *all* of <it>." & more' }] },
  { type: 'paragraph', inlines: [{ text: 'A link', link: 'https://example.org/?a=1&b=2' }, { text: ' and the café\u0301 end.' }] },
  { type: 'list-item', ordered: false, depth: 0, inlines: [{ text: 'First' }] },
  { type: 'list-item', ordered: false, depth: 1, inlines: [{ text: 'Deeper' }] },
]
export const exampleText = canonicalText(exampleBlocks)
const sha256 = createHash('sha256').update(exampleText).digest('hex')

const range = (words: string): ReturnType<typeof describeRange> => {
  const start = exampleText.indexOf(words)
  return describeRange(exampleText, { start, end: start + words.length })
}

function anArticle(id: string, title: string, deletedAt: string | null): LibraryContents['articles'][number] {
  return {
    id, title, byline: 'Elena Marsh', publisher: '=The, "Gazette"', published: '2025-11', address: deletedAt ? '' : 'https://example.org/a?b=<c>', language: 'en',
    guessed: ['title'], sourceKind: 'text', sourceName: 'a.txt', sourceSha256: sha256, addedAt: time, updatedAt: time, deletedAt, archived: false, readTo: 0.5, readingPlace: 0,
    revision: 1, revisions: [{ number: 1, body: toLexical(exampleBlocks), text: exampleText, sha256, createdAt: time, origin: 'first', sourceName: 'a.txt' }], tagIds: [], collectionIds: [],
  }
}

export function anExampleLibrary(): LibraryContents {
  const highlight = { articleId: idOf(1), revision: 1, state: 'same' as const, waiting: false, candidates: [], tagIds: [], createdAt: time }
  const statement = { issueId: idOf(30), wording: 'quote' as const, wordingGuessed: false, reportedById: null, dateSaid: null, createdAt: time }
  return {
    articles: [anArticle(idOf(1), 'Ferry | <b>stops</b> [now](x)', null), anArticle(idOf(2), 'Binned article', time)],
    highlights: [
      { ...highlight, id: idOf(10), ranges: [range('"We,"'), range('"deny *all* of <it>."')] },
      { ...highlight, id: idOf(11), ranges: [range('deny *all* of <it>." & more\nA link')] },
      { ...highlight, id: idOf(12), ranges: [range('café\u0301')], tagIds: [idOf(50)] },
      { ...highlight, id: idOf(13), articleId: idOf(2), ranges: [range('"We,"')] },
    ],
    statements: [
      { ...statement, id: idOf(40), highlightId: idOf(10), speakerId: idOf(20), stance: 'denies', dateSaid: '2025-11-12' },
      { ...statement, id: idOf(41), highlightId: idOf(11), speakerId: idOf(21), stance: null, wording: 'paraphrase', reportedById: idOf(20) },
      { ...statement, id: idOf(42), highlightId: idOf(10), speakerId: null, issueId: null, stance: 'leans' },
      { ...statement, id: idOf(43), highlightId: idOf(13), speakerId: idOf(20), stance: 'asserts' },
    ],
    speakers: [
      { id: idOf(20), name: 'Brannock <Lines>', aliases: [{ name: 'the company', articleId: idOf(1) }], speaksForId: null, colour: 1, position: 1 },
      { id: idOf(21), name: 'Islanders', aliases: [], speaksForId: idOf(20), colour: 2, position: 2 },
    ],
    issues: [{ id: idOf(30), proposition: 'The crossing | loses money', position: 0 }],
    notes: [{
      id: idOf(60), subject: { type: 'highlight', id: idOf(10) }, text: '-strong point\nsee here', updatedAt: time,
      document: toLexical([{ type: 'paragraph', inlines: [{ text: '-strong ', bold: true }, { text: 'point' }] }, { type: 'paragraph', inlines: [{ text: 'see here', link: 'https://example.org/' }] }]),
    }],
    tags: [{ id: idOf(50), name: 'key' }],
    collections: [],
    comparisons: [],
    looks: [],
    events: [],
    drafts: [],
  }
}
