/** The three ways in which a library grew most: many edits, one long note, many typos of one article. */
import type { Database } from '../../src/main/database/open-database.ts'
import { fromLexical, toLexical } from '../../src/shared/body.ts'
import { bareWrite, openBenchLibrary, sizesOf, tidy, type BenchLibrary } from './bench-library.ts'

export interface Growth {
  /** How many writes were made, and how many the case stands for. */
  writes: number
  of: number
  /** Bytes. */
  before: number
  atOnce: number
  /** Once it has been tidied, as it is when nothing is asked for a while. */
  after: number
  content: number
  /** Mean ms of one write, by Counterpoint and by SQLite alone. */
  write: number
  bare: number
}

const typed = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])
const sentence = (number: number): string => `Sentence ${number} says that the wall was looked at and that engineer ${(number * 7919) % 1000} found it safe. `
const proseOf = (length: number): string => {
  let text = ''
  for (let number = 0; text.length < length; number += 1) text += sentence(number)
  return text.slice(0, length)
}

async function measured(writes: number, of: number, begin: (library: BenchLibrary) => Promise<(write: number) => Promise<unknown>>, bare: (db: Database) => (write: number) => void): Promise<Growth> {
  const made = await openBenchLibrary()
  const prepared = await begin(made)
  await made.close()
  const before = (await sizesOf(made.folder)).file
  const again = await openBenchLibrary(made.folder)
  Object.assign(made, { call: again.call })
  const start = performance.now()
  for (let write = 0; write < writes; write += 1) await prepared(write)
  const write = (performance.now() - start) / writes
  await again.close()
  const atOnce = (await sizesOf(made.folder)).file
  await tidy(made.folder)
  const { file, content } = await sizesOf(made.folder)
  const mean = await bareWrite(made.folder, Math.min(writes, 1000), bare)
  made.remove()
  return { writes, of, before, atOnce, after: file, content, write, bare: mean }
}

/** Fields of statements, tags of highlights, short notes, new highlights: each a step of its own. */
export function manyEdits(writes: number): Promise<Growth> {
  return measured(writes, 100_000, async (library) => {
    const { id: articleId } = await library.call('articles.import', { kind: 'text', text: proseOf(36_000) })
    const ids: string[] = []
    const highlightIds: string[] = []
    for (let number = 0; number < 300; number += 1) {
      const made = await library.call('statements.create', { on: { articleId, ranges: [{ start: number * 100, end: number * 100 + 60 }] } })
      ids.push(made.id)
      highlightIds.push(made.highlightId)
    }
    const tag = await library.call('tags.create', { name: 'water' })
    const stances = ['asserts', 'doubts', 'denies'] as const
    return (write) => {
      const at = Math.floor(write / 5) % ids.length
      const [id, highlightId, round] = [ids[at]!, highlightIds[at]!, Math.floor(write / 5 / ids.length)]
      if (write % 5 === 0) return library.call('statements.update', { id, stance: stances[round % 3]! })
      if (write % 5 === 1) return library.call('statements.update', { id, dateSaid: `20${10 + (round % 80)}` })
      if (write % 5 === 2) return library.call('highlights.setTag', { id: highlightId, tagId: tag.id, on: round % 2 === 0 })
      if (write % 5 === 3) return library.call('notes.save', { subject: { type: 'highlight', id: highlightId }, document: typed(`Thought ${round}: ${sentence(write)}`), run: String(write) })
      return library.call('statements.update', { id, wording: round % 2 ? 'quote' : 'paraphrase' })
    }
  }, (db) => {
    const update = db.prepare('UPDATE statement SET date_said = ? WHERE seq = ?')
    return (write) => { update.run(String(2000 + write), 1 + (write % 300)) }
  })
}

/** Typed on and on to 240 000 characters, with another edit after each save. */
export function longNote(writes: number): Promise<Growth> {
  const length = 240_000
  const text = proseOf(length)
  const textAt = (write: number): string => text.slice(0, Math.ceil(((write + 1) * length) / writes))
  return measured(writes, 5000, async (library) => {
    const { id } = await library.call('articles.import', { kind: 'text', text: proseOf(1000) })
    return async (write) => {
      await library.call('notes.save', { subject: { type: 'article', id }, document: typed(textAt(write)), run: 'one' })
      return library.call('articles.update', { id, title: `Title ${write}` })
    }
  }, (db) => {
    const update = db.prepare('UPDATE note SET document = ?, text = ?')
    return (write) => { update.run(JSON.stringify(typed(textAt(write % writes))), textAt(write % writes)) }
  })
}

/** One word of an article of 36 000 characters mended, each time in another place. */
export function manyTypos(writes: number): Promise<Growth> {
  return measured(writes, 200, async (library) => {
    const { id } = await library.call('articles.import', { kind: 'text', text: proseOf(36_000).replaceAll('found it safe. ', 'found it safe.\n\n') })
    return async (write) => {
      const { revision, body } = await library.call('articles.get', { id })
      const blocks = fromLexical(body)
      const block = blocks[(write * 37) % blocks.length]!
      block.inlines = [{ text: `${block.inlines.map((inline) => inline.text).join('')} Mended ${write}.` }]
      await library.call('drafts.save', { articleId: id, base: revision, document: toLexical(blocks) })
      return library.call('articles.revise', { id })
    }
  }, (db) => {
    const [body, text] = db.prepare<[], string>('SELECT body, text FROM revision ORDER BY number DESC LIMIT 1').raw().get() as unknown as [string, string]
    const insert = db.prepare("INSERT INTO revision (article_id, number, body, text, sha256, words, created_at, origin) SELECT id, ?, ?, ?, 'x', 1, 't', 'edit' FROM article")
    return (write) => { insert.run(1000 + write, body, text) }
  })
}
