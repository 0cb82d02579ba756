/**
 * Any run of acts, through the contract on a real library: undone, the library is as it was; redone, as it became.
 * FC_SEED and FC_RUNS choose another run; both are printed. Imports are left out: undone, they leave the article in the bin.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fromLexical, toLexical } from '../../shared/body.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { aLibrary, anArticle, type TestApp } from '../testing.ts'
import { windowClient } from '../window-client.ts'

const seed = Number(process.env.FC_SEED ?? 20261123)
const numRuns = Number(process.env.FC_RUNS ?? 60)
beforeAll(() => { process.stdout.write(`undo: seed ${seed}, ${numRuns} runs\n`) })

/** What the acts can be done to, as it is at the moment. */
interface World {
  call: TestApp['call']
  article: Output<'articles.get'>
  highlights: Output<'highlights.list'>
  statements: Output<'statements.list'>
  speakers: Output<'speakers.list'>
  issues: Output<'issues.list'>
  tags: Output<'tags.list'>
  collections: Output<'collections.list'>
  /** A number of the run's own, for names. */
  number: number
  /** One of the list by the act's choice; throws Nothing for an empty one. */
  one: <T>(list: T[], offset?: number) => T
  span: { start: number; end: number }
}

class Nothing extends Error {}

function ignoreRefusal(error: Error): void {
  if (error.name !== 'AppError' && !(error instanceof Nothing)) throw error
}

const typed = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

const acts: Record<string, (world: World) => Promise<unknown>> = {
  'edit details': ({ call, article, number }) => call('articles.update', { id: article.id, title: `Title ${number}`, publisher: `Paper ${number % 3}` }),
  archive: ({ call, article }) => call('articles.update', { id: article.id, archived: !article.archived }),
  delete: ({ call, article }) => call('articles.delete', { ids: [article.id] }),
  restore: ({ call, article }) => call('articles.restore', { ids: [article.id] }),
  'edit text': ({ call, article, number, span }) => revise(call, article, (text) => `${text.slice(0, span.start % (text.length + 1))} word${number} ${text.slice(span.start % (text.length + 1))}`),
  'cut text': ({ call, article, span }) => revise(call, article, (text) => text.slice(0, span.start % (text.length + 1)) + text.slice((span.start % (text.length + 1)) + 9)),
  highlight: ({ call, article, span }) => call('highlights.create', { articleId: article.id, ranges: [span] }),
  'set ranges': ({ call, highlights, one, span }) => call('highlights.setRanges', { id: one(highlights).id, ranges: [span, { start: span.end + 2, end: span.end + 6 }] }),
  accept: ({ call, highlights, one }) => call('highlights.accept', { id: one(highlights.filter((mark) => mark.waiting)).id, candidate: 0 }),
  'accept as': ({ call, highlights, speakers, one }) => call('highlights.acceptAs', { id: one(highlights.filter((mark) => mark.waiting)).id, candidate: 0, speakerId: one(speakers).id }),
  'keep old': ({ call, highlights, one }) => call('highlights.keepOld', { id: one(highlights.filter((mark) => mark.waiting)).id }),
  place: ({ call, highlights, one, span }) => call('highlights.place', { id: one(highlights).id, ranges: [span] }),
  'tag highlight': ({ call, highlights, tags, one, number }) => call('highlights.setTag', { id: one(highlights).id, tagId: one(tags).id, on: number % 3 > 0 }),
  'delete highlight': ({ call, highlights, one }) => call('highlights.delete', { id: one(highlights).id }),
  statement: ({ call, article, span, speakers }) => call('statements.create', { on: { articleId: article.id, ranges: [span] }, speakerId: speakers[0]?.id ?? null }),
  'another statement': ({ call, highlights, one }) => call('statements.create', { on: { highlightId: one(highlights).id } }),
  'set fields': ({ call, statements, speakers, issues, one, number }) => call('statements.update', { id: one(statements).id, stance: 'doubts', speakerId: one(speakers).id, reportedById: speakers.at(-1)!.id, issueId: one(issues).id, dateSaid: `20${10 + (number % 80)}` }),
  'delete statement': ({ call, statements, one }) => call('statements.delete', { id: one(statements).id }),
  'add speaker': ({ call, number }) => call('speakers.create', { name: `Speaker ${number}` }),
  'edit speaker': ({ call, speakers, one, number }) => call('speakers.update', { id: one(speakers).id, name: `Renamed ${number}`, colour: (number % 8) + 1, position: number, speaksForId: one(speakers, 1).id }),
  'add alias': ({ call, speakers, article, one, number }) => call('speakers.addAlias', { id: one(speakers).id, name: `alias ${number}`, articleId: number % 2 ? article.id : null }),
  'remove alias': ({ call, speakers, one }) => {
    const speaker = one(speakers.filter(({ aliases }) => aliases.length > 0))
    return call('speakers.removeAlias', { id: speaker.id, ...speaker.aliases[0]! })
  },
  'merge speakers': ({ call, speakers, one }) => call('speakers.merge', { id: one(speakers).id, intoId: one(speakers, 1).id }),
  'split speaker': ({ call, statements, one, number }) => {
    const statement = one(statements.filter(({ speakerId }) => speakerId !== null))
    return call('speakers.split', { id: statement.speakerId!, name: `Split ${number}`, statementIds: [statement.id] })
  },
  'delete speaker': ({ call, speakers, one, number }) => call('speakers.delete', { id: one(speakers).id, moveToId: number % 2 ? one(speakers, 1).id : null }),
  'add issue': ({ call, number }) => call('issues.create', { proposition: `Issue ${number}` }),
  'edit issue': ({ call, issues, one, number }) => call('issues.update', { id: one(issues).id, proposition: `Restated ${number}`, position: number }),
  'merge issues': ({ call, issues, one }) => call('issues.merge', { id: one(issues).id, intoId: one(issues, 1).id }),
  'split issue': ({ call, statements, one, number }) => {
    const statement = one(statements.filter(({ issueId }) => issueId !== null))
    return call('issues.split', { id: statement.issueId!, proposition: `Split ${number}`, statementIds: [statement.id] })
  },
  'delete issue': ({ call, issues, one }) => call('issues.delete', { id: one(issues).id, moveToId: null }),
  'note on highlight': ({ call, highlights, one, number }) => call('notes.save', { subject: { type: 'highlight', id: one(highlights).id }, document: typed(`Note ${number}`), run: `run ${number % 4}` }),
  'note on speaker': ({ call, speakers, one, number }) => call('notes.save', { subject: { type: 'speaker', id: one(speakers).id }, document: typed(number % 5 ? `Note ${number}` : ''), run: `run ${number % 4}` }),
  'note on article': ({ call, article, number }) => call('notes.save', { subject: { type: 'article', id: article.id }, document: typed(`Note ${number}`), run: `run ${number % 4}` }),
  'long note on article': ({ call, article, number, span }) => call('notes.save', { subject: { type: 'article', id: article.id }, document: typed(`${'Looked at. 😀 '.repeat(20 + span.start)}${number}`), run: `run ${number % 2}` }),
  'add tag': ({ call, number }) => call('tags.create', { name: `Tag ${number}` }),
  'rename tag': ({ call, tags, one, number }) => call('tags.rename', { id: one(tags).id, name: `Renamed ${number}` }),
  'tag article': ({ call, article, tags, one, number }) => call('articles.setTag', { ids: [article.id], tagId: one(tags).id, on: number % 3 > 0 }),
  'delete tag': ({ call, tags, one }) => call('tags.delete', { id: one(tags).id }),
  'add collection': ({ call, number }) => call('collections.create', { name: `Collection ${number}` }),
  'put in collection': ({ call, article, collections, one, number }) => call('articles.setCollection', { ids: [article.id], collectionId: one(collections).id, on: number % 3 > 0 }),
  'delete collection': ({ call, collections, one }) => call('collections.delete', { id: one(collections).id }),
}

async function revise(call: TestApp['call'], article: Output<'articles.get'>, edit: (text: string) => string): Promise<unknown> {
  const [first, ...rest] = fromLexical(article.body)
  if (!first) throw new Nothing()
  const document = toLexical([{ ...first, inlines: [{ text: edit(first.inlines.map(({ text }) => text).join('')) || 'Nothing left.' }] }, ...rest])
  await call('drafts.save', { articleId: article.id, base: article.revision, document })
  return call('articles.revise', { id: article.id })
}

async function contents({ call }: TestApp): Promise<unknown> {
  const { content } = await call('exports.render', { format: 'json' })
  return JSON.parse(content, (key, value: unknown) => (key === 'updatedAt' || key === 'deletedAt' ? typeof value : value))
}

async function worldOf({ call }: TestApp, articleId: string, pick: number, length: number, number: number): Promise<World> {
  const article = await call('articles.get', { id: articleId })
  const empty: Input<'speakers.list'> = {}
  const start = pick % Math.max(1, article.text.length - 8)
  return {
    call, article, number,
    highlights: await call('highlights.list', { articleId }), statements: await call('statements.list', {}),
    speakers: await call('speakers.list', empty), issues: await call('issues.list', empty), tags: await call('tags.list', empty), collections: await call('collections.list', empty),
    one: (list, offset = 0) => {
      if (list.length === 0) throw new Nothing()
      return list[(pick + offset) % list.length]!
    },
    span: { start, end: Math.min(article.text.length - 7, start + length) },
  }
}

test('undoing any run of acts gives back the library as it was, and redoing gives the acts back', { timeout: 240_000 }, async () => {
  const seen = new Set<string>()
  // Those that need much done before them come twice as often.
  const steps = fc.array(fc.record({ act: fc.constantFrom(...Object.keys(acts), 'cut text', 'accept', 'keep old', 'add alias', 'remove alias'), pick: fc.nat(400), length: fc.integer({ min: 1, max: 30 }) }), { minLength: 8, maxLength: 28, size: 'max' })
  await fc.assert(fc.asyncProperty(steps, async (given) => {
    const library = await aLibrary()
    const { call } = library
    const { id } = await anArticle(library)
    for (const name of ['Ana Ruiz', 'The union']) await call('speakers.create', { name })
    await call('tags.create', { name: 'water' })
    await call('collections.create', { name: 'The dam' })
    await call('issues.create', { proposition: 'The wall is safe' })
    const issue = await call('issues.create', { proposition: 'The deal is signed' })
    await call('statements.create', { on: { articleId: id, ranges: [{ start: 0, end: 19 }] }, issueId: issue.id })
    const start = await contents(library)
    const first = (await call('history.list', {}))[0]!.id
    for (const [index, { act, pick, length }] of given.entries()) {
      const world = await worldOf(library, id, pick, length, index * 7 + pick)
      await Promise.resolve(world).then(acts[act]!).then(() => seen.add(act), ignoreRefusal)
    }
    const end = await contents(library)
    const last = (await call('history.list', {}))[0]!.id
    await call('history.goTo', { step: first })
    expect(await contents(library)).toEqual(start)
    await call('history.goTo', { step: last })
    expect(await contents(library)).toEqual(end)
    await library.app.close()
  }), { seed, numRuns })
  expect([...seen].toSorted()).toEqual(Object.keys(acts).toSorted())
})

test('with two windows and the command line at once, undo takes back its own last act alone, or refuses and changes nothing', { timeout: 240_000 }, async () => {
  const clients = ['command-line', windowClient('one'), windowClient('two')] as const
  const move = fc.record({ client: fc.nat(2), undo: fc.nat(3).map((dice) => dice === 0), act: fc.constantFrom(...Object.keys(acts)), pick: fc.nat(400), length: fc.integer({ min: 1, max: 30 }) })
  const counts = { undone: 0, refused: 0 }
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 12, maxLength: 40 }), async (moves) => {
    const library = await aLibrary()
    const { id } = await anArticle(library)
    await library.call('statements.create', { on: { articleId: id, ranges: [{ start: 0, end: 19 }] } })
    for (const [index, { client, undo, act, pick, length }] of moves.entries()) {
      const by = clients[client]!
      const call: TestApp['call'] = (name, input) => library.call(name, input, by)
      if (undo) counts[await undoAndRedo({ ...library, call })] += 1
      else await worldOf({ ...library, call }, id, pick, length, index * 7 + pick).then(acts[act]!).catch(ignoreRefusal)
    }
    expect((await library.call('library.verify', {})).differences).toEqual([])
    await library.app.close()
  }), { seed, numRuns: Math.ceil(numRuns / 2) })
  process.stdout.write(`undo with three at work: ${counts.undone} undone, ${counts.refused} refused\n`)
  expect(Math.min(counts.undone, counts.refused)).toBeGreaterThan(0)
})

test('any step undone by name leaves all others done, or is refused and changes nothing; redone, it is back', { timeout: 240_000 }, async () => {
  const step = fc.record({ act: fc.constantFrom(...Object.keys(acts)), pick: fc.nat(400), length: fc.integer({ min: 1, max: 30 }) })
  const counts = { undone: 0, refused: 0 }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), fc.nat(400), async (given, which) => {
    const library = await aLibrary()
    const { call } = library
    const { id } = await anArticle(library)
    await call('statements.create', { on: { articleId: id, ranges: [{ start: 0, end: 19 }] } })
    for (const [index, { act, pick, length }] of given.entries()) {
      await worldOf(library, id, pick, length, index * 7 + pick).then(acts[act]!).catch(ignoreRefusal)
    }
    const before = await contents(library)
    const steps = await call('history.list', {})
    const chosen = steps[which % steps.length]!
    try {
      await call('history.undo', { change: chosen.id })
      counts.undone += 1
      expect(await call('history.list', {})).toEqual(steps.map((one) => (one.id === chosen.id ? { ...one, undone: true } : one)))
      expect((await call('library.verify', {})).differences).toEqual([])
      expect(await call('history.redo', {})).toEqual({ label: chosen.label })
    } catch (error) {
      ignoreRefusal(error as Error)
      counts.refused += 1
      expect(await call('history.list', {})).toEqual(steps)
    }
    expect(await contents(library)).toEqual(before)
    await library.app.close()
  }), { seed, numRuns })
  process.stdout.write(`undo by name: ${counts.undone} undone, ${counts.refused} refused\n`)
  expect(Math.min(counts.undone, counts.refused)).toBeGreaterThan(0)
})

async function undoAndRedo(library: TestApp): Promise<'undone' | 'refused'> {
  const { call } = library
  const before = await contents(library)
  const steps = await call('history.list', {})
  const own = steps.find((step) => !step.undone && step.by === 'this-window')
  try {
    await call('history.undo', {})
  } catch (error) {
    ignoreRefusal(error as Error)
    expect(await contents(library)).toEqual(before)
    return 'refused'
  }
  expect(await call('history.list', {})).toEqual(steps.map((step) => (step === own ? { ...step, undone: true } : step)))
  await call('history.redo', {})
  expect(await contents(library)).toEqual(before)
  return 'undone'
}
