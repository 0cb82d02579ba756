/** A made-up library for the bench: seeded, so that every run compares the same statements. */
import { createHash } from 'node:crypto'
import { describeRange } from '../../src/shared/anchor/selectors.ts'
import { toLexical } from '../../src/shared/body.ts'
import type { LibraryFile } from '../../src/shared/export.ts'
import { fractionsFrom } from '../../src/main/random-from.ts'
import { stances } from '../../src/shared/statement.ts'

export interface Size { articles: number; speakers: number; issues: number; statements: number }
export const whole: Size = { articles: 2_000, speakers: 60, issues: 200, statements: 20_000 }
/** A file that is brought in at once may not be larger than Counterpoint takes: this many articles a file. */
const ARTICLES_A_FILE = 400
/** So many statements have this many words. */
export const LONG = { statements: 4, words: 300 }

const words = 'the bridge barge pier water night crew lock gate engine captain pilot harbour river valley union council ministry report inquiry crack steel bolt alarm siren witness driver lorry traffic repair safety measure evidence letter register committee statement spring winter morning company insurer damage'.split(' ')
const time = '2026-01-01T00:00:00.000Z'

/** Files to be imported one after the other. */
export function libraryFiles({ articles, speakers, issues, statements }: Size, seed = 1): LibraryFile[] {
  const next = fractionsFrom(seed)
  const pick = (count: number): number => Math.floor(next() * count)
  const named = <T>(count: number, kind: number, make: (at: number) => T): (T & { id: string })[] => Array.from({ length: count }, (_, at) => ({ id: idOf(kind, at), ...make(at) }))
  const people = named(speakers, 1, (at) => ({ name: `Speaker ${at + 1} of the ${words[at % words.length]!}`, aliases: [], speaksForId: at % 10 === 9 ? idOf(1, at - 1) : null, colour: (at % 8) + 1, position: at + 1 }))
  const propositions = named(issues, 2, (at) => ({ proposition: `The ${words[at % words.length]!} was ${words[(at * 7) % words.length]!} before the ${words[(at * 3) % words.length]!} of number ${at + 1}`, position: at + 1 }))
  const each = Math.ceil(statements / articles)
  const files: LibraryFile[] = []
  for (let first = 0; first < articles; first += ARTICLES_A_FILE) {
    const file: LibraryFile = { format: 'counterpoint', version: 1, articles: [], highlights: [], statements: [], speakers: people, issues: propositions, notes: [], tags: [], collections: [], comparisons: [], looks: [], events: [], drafts: [] }
    for (let at = first; at < Math.min(articles, first + ARTICLES_A_FILE); at += 1) addArticle(file, at, each, next, pick, { speakers, issues })
    files.push(file)
  }
  return files
}

function addArticle(file: LibraryFile, at: number, each: number, next: () => number, pick: (count: number) => number, { speakers, issues }: Pick<Size, 'speakers' | 'issues'>): void {
  const id = idOf(3, at)
  const sentence = (length: number): string => `${Array.from({ length }, () => words[pick(words.length)]!).join(' ')} ${at}.`
  const said = Array.from({ length: each }, (_, index) => sentence(at === 0 && index < LONG.statements ? LONG.words - 1 : 12 + pick(20)))
  const lines = said.map((quote) => `Before it was said: “${quote}” And more was written.`)
  const text = lines.join('\n')
  const day = `2025-${String(1 + pick(12)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}`
  file.articles.push({
    id, title: `Report ${at + 1} on the bridge`, byline: '', publisher: `Outlet ${at % 40}`, published: day, address: '', language: 'en', guessed: [],
    sourceKind: 'text', sourceName: '', sourceSha256: createHash('sha256').update(id).digest('hex'), addedAt: time, updatedAt: time, deletedAt: null, archived: false, readTo: 0, readingPlace: 0, revision: 1, tagIds: [], collectionIds: [],
    revisions: [{ number: 1, body: toLexical(lines.map((line) => ({ type: 'paragraph', inlines: [{ text: line }] }))), text, sha256: createHash('sha256').update(text).digest('hex'), createdAt: time, origin: 'first', sourceName: '' }],
  })
  for (const [index, quote] of said.entries()) {
    const start = text.indexOf(`“${quote}”`)
    const [highlightId, speaker] = [idOf(4, at * 100 + index), at === 0 && index < LONG.statements ? index : pick(speakers)]
    file.highlights.push({ id: highlightId, articleId: id, revision: 1, state: 'same', waiting: false, candidates: [], ranges: [describeRange(text, { start, end: start + quote.length + 2 })], tagIds: [], createdAt: time })
    file.statements.push({
      id: idOf(5, at * 100 + index), highlightId, speakerId: idOf(1, speaker), issueId: idOf(2, at === 0 && index < LONG.statements ? 0 : pick(issues)), stance: stances[(speaker + pick(2)) % stances.length]!,
      wording: next() < 0.6 ? 'quote' : 'paraphrase', wordingGuessed: false, reportedById: null, dateSaid: next() < 0.5 ? day : null, createdAt: time,
    })
  }
}

/** A UUIDv7 of a kind of thing and its number. */
export function idOf(kind: number, at: number): string {
  return `01900000-0000-7${String(kind).padStart(3, '0')}-8000-${String(at).padStart(12, '0')}`
}
