/** Writes a large library's file: articles of news length, each with as many statements as it is asked for. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { canonicalText } from '../../src/shared/anchor/canonical-text.ts'
import { describeRange } from '../../src/shared/anchor/selectors.ts'
import { toLexical, type Block } from '../../src/shared/body.ts'

export interface LargeLibrary { articles: number; statementsEach: number; speakers: number; issues: number }

const time = '2026-01-02T03:04:05.000Z'
const idOf = (kind: number, number: number): string => `01936b00-0000-7000-80${String(kind).padStart(2, '0')}-${String(number).padStart(12, '0')}`
const words = 'the council wants the river dam opened before summer while engineers said that its wall is safe and the union doubts whether anybody has looked inside'.split(' ')

/** Item by item: the file may be larger than memory. */
export function writeLargeLibrary(file: string, { articles, statementsEach, speakers, issues }: LargeLibrary): void {
  const out = openSync(file, 'w')
  const list = (key: string, count: number, item: (number: number) => unknown): void => {
    writeSync(out, `,"${key}":[`)
    for (let number = 0; number < count; number += 1) writeSync(out, `${number > 0 ? ',' : ''}${JSON.stringify(item(number))}`)
    writeSync(out, ']')
  }
  writeSync(out, '{"format":"counterpoint","version":1')
  list('articles', articles, (number) => anArticle(number))
  const statements = articles * statementsEach
  list('highlights', statements, (number) => {
    const article = Math.floor(number / statementsEach)
    const text = textOf(article)
    const start = (number % statementsEach) * Math.floor((text.length - 60) / statementsEach)
    return { id: idOf(2, number), articleId: idOf(1, article), revision: 1, state: 'same', ranges: [describeRange(text, { start, end: start + 50 })], waiting: false, candidates: [], tagIds: [], createdAt: time }
  })
  list('statements', statements, (number) => ({ id: idOf(3, number), highlightId: idOf(2, number), speakerId: idOf(4, number % speakers), issueId: idOf(5, number % issues), stance: 'asserts', wording: 'quote', reportedById: null, dateSaid: null, wordingGuessed: false, createdAt: time }))
  list('speakers', speakers, (number) => ({ id: idOf(4, number), name: `Speaker ${number}`, aliases: [], speaksForId: null, colour: number % 8 + 1, position: number + 1 }))
  list('issues', issues, (number) => ({ id: idOf(5, number), proposition: `Issue ${number}`, position: number + 1 }))
  for (const key of ['notes', 'tags', 'collections', 'comparisons', 'looks', 'events', 'drafts']) list(key, 0, () => null)
  writeSync(out, '}\n')
  closeSync(out)
}

let last: { number: number; blocks: Block[]; text: string } | undefined
/** 20 paragraphs of 100 words. */
function bodyOf(number: number): { blocks: Block[]; text: string } {
  if (last?.number === number) return last
  const blocks = Array.from({ length: 20 }, (_, line): Block => ({ type: 'paragraph', inlines: [{ text: Array.from({ length: 100 }, (_word, at) => words[(at * 7 + line * 3 + number) % words.length]).join(' ') }] }))
  last = { number, blocks, text: canonicalText(blocks) }
  return last
}
const textOf = (number: number): string => bodyOf(number).text

function anArticle(number: number): unknown {
  const { blocks, text } = bodyOf(number)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    id: idOf(1, number), title: `Article ${number}`, byline: '', publisher: `Paper ${number % 50}`, published: '2026-01', address: '', language: 'en', guessed: [], sourceKind: 'text', sourceName: `${number}.txt`,
    sourceSha256: createHash('sha256').update(String(number)).digest('hex'), addedAt: time, updatedAt: time, deletedAt: null, archived: false, readTo: 0, readingPlace: 0, revision: 1,
    revisions: [{ number: 1, body: toLexical(blocks), text, sha256, createdAt: time, origin: 'first', sourceName: `${number}.txt` }], tagIds: [], collectionIds: [],
  }
}
