import { expect, test } from 'vitest'
import { fromLexical, toLexical } from '../../shared/body.ts'
import { aLibrary, anArticle, aStatement, steppingClock, temporaryFolder, type TestApp } from '../testing.ts'
import { windowClient } from '../window-client.ts'

const note = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

/** The whole library as its own JSON, times aside. */
async function contents({ call }: Pick<TestApp, 'call'>): Promise<unknown> {
  const { content } = await call('exports.render', { format: 'json' })
  return JSON.parse(content, (key, value: unknown) => (key === 'updatedAt' || key === 'deletedAt' ? typeof value : value))
}

test('with nothing done there is nothing to undo or redo', async () => {
  const { call } = await aLibrary()
  await expect(call('history.undo', {})).rejects.toThrow('There is nothing to undo.')
  await expect(call('history.redo', {})).rejects.toThrow('There is nothing to redo.')
})

test('an undone import leaves the article in the bin; redone, it is back', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  expect(await call('history.undo', {})).toEqual({ label: 'Add article' })
  expect(await call('articles.list', {})).toEqual([])
  expect((await call('articles.list', { view: 'bin' })).map((article) => article.id)).toEqual([id])
  await call('history.redo', {})
  expect((await call('articles.list', {})).map((article) => article.id)).toEqual([id])
})

test('a statement on a new passage is one step, and its undo takes both away', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  await aStatement({ call }, { articleId: id, words: 'We will not sign', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  expect((await call('history.state', {})).undo).toBe('Mark statement')
  await call('history.undo', {})
  expect(await call('highlights.list', { articleId: id })).toEqual([])
  await call('history.redo', {})
  const [highlight] = await call('highlights.list', { articleId: id })
  expect(highlight?.quote).toBe('We will not sign')
  expect(highlight?.statements[0]?.stance).toBe('denies')
})

test('undo of a deleted speaker gives the speaker back to its statements', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const statement = await aStatement({ call }, { articleId: id, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe' })
  await call('speakers.delete', { id: statement.speakerId! })
  expect((await call('statements.list', {}))[0]?.speakerId).toBeNull()
  await call('history.undo', {})
  expect((await call('statements.list', {}))[0]?.speakerId).toBe(statement.speakerId)
})

test('a Change is undone by name, whatever was done after it', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] })
  const { change } = await call('highlights.delete', { id: highlight.id })
  await call('speakers.create', { name: 'Ana Ruiz' })
  expect(await call('history.undo', { change: change! })).toEqual({ label: 'Delete highlight' })
  expect(await call('highlights.list', { articleId: id })).toHaveLength(1)
  expect(await call('speakers.list', {})).toHaveLength(1)
  await expect(call('history.undo', { change: change! })).rejects.toThrow('“Delete highlight” is undone already.')
  expect(await call('history.state', {})).toEqual({ undo: 'Add speaker', redo: 'Delete highlight' })
  await call('history.redo', {})
  expect(await call('highlights.list', { articleId: id })).toEqual([])
})

test('a Change that a later one needs is not undone by name: a sentence says which, nothing is touched, and in its turn it can be undone', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id } = await anArticle(library)
  const one = await aStatement(library, { articleId: id, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe' })
  const set = await call('statements.updateMany', { ids: [one.id], stance: 'doubts' })
  await call('statements.update', { id: one.id, dateSaid: '2017' })
  const deleted = await call('highlights.delete', { id: one.highlightId })
  await call('speakers.delete', { id: one.speakerId! })
  const before = await contents(library)
  const steps = await call('history.list', {})
  await expect(call('history.undo', { change: set.change! })).rejects.toThrow('“Set stance” can’t be undone by itself, because “Delete highlight”, done after it, builds on it. Undo that first.')
  await expect(call('history.undo', { change: deleted.change! })).rejects.toThrow('“Delete highlight” can’t be undone by itself, because what was done after it stands in its way. Undo that first.')
  expect(await contents(library)).toEqual(before)
  expect(await call('history.list', {})).toEqual(steps)
  for (const label of ['Delete speaker', 'Delete highlight', 'Set date said', 'Set stance']) expect(await call('history.undo', {})).toEqual({ label })
})

test('a highlight that was deleted before an edit of its article does not come back on the old text: neither by name nor from another window', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id } = await anArticle(library)
  const [one, two] = ['one', 'two'].map(windowClient)
  const edit = async (client = one): Promise<unknown> => {
    const { revision, body } = await call('articles.get', { id })
    await call('drafts.save', { articleId: id, base: revision, document: toLexical([...fromLexical(body), { type: 'paragraph', inlines: [{ text: 'More.' }] }]) }, client)
    return call('articles.revise', { id }, client)
  }
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] }, one)
  const { change } = await call('highlights.delete', { id: highlight.id }, one)
  await edit()
  await expect(call('history.undo', { change: change! }, one)).rejects.toThrow('“Delete highlight” can’t be undone by itself, because “Edit article”, done after it, builds on it. Undo that first.')
  await call('history.undo', {}, one)
  await edit(two)
  await expect(call('history.undo', {}, one)).rejects.toThrow('“Delete highlight” can’t be undone, because “Edit article”, done in another window, changed it since.')
  expect(await call('highlights.list', { articleId: id })).toEqual([])
})

test('a name that was given again since is not there twice: neither by name nor from another window', async () => {
  const { call } = await aLibrary()
  const [one, two] = ['one', 'two'].map(windowClient)
  const names = async (): Promise<string[]> => (await call('tags.list', {})).map(({ name }) => name)
  const tag = await call('tags.create', { name: 'water' }, one)
  const { change } = await call('tags.delete', { id: tag.id }, one)
  await call('tags.create', { name: 'Water' }, one)
  await expect(call('history.undo', { change: change! }, one)).rejects.toThrow('“Delete tag” can’t be undone by itself, because “Add tag”, done after it, builds on it. Undo that first.')
  await call('history.undo', {}, one)
  await call('tags.create', { name: 'WATER' }, two)
  await expect(call('history.undo', {}, one)).rejects.toThrow('“Delete tag” can’t be undone, because “Add tag”, done in another window, changed it since.')
  expect(await names()).toEqual(['WATER'])
})

test('a step of another window, or none at all, is not undone by name', async () => {
  const { call } = await aLibrary()
  const [one, two] = ['one', 'two'].map(windowClient)
  const tag = await call('tags.create', { name: 'water' }, one)
  const { change } = await call('tags.delete', { id: tag.id }, one)
  await expect(call('history.undo', { change: change! }, two)).rejects.toThrow('not one of this window’s')
  await expect(call('history.undo', { change: 999 }, one)).rejects.toThrow('not one of this window’s')
})

test('an act that changes nothing has no Change to offer', async () => {
  const library = await aLibrary()
  const { id } = await anArticle(library)
  const one = await aStatement(library, { articleId: id, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe', stance: 'doubts' })
  expect(await library.call('statements.updateMany', { ids: [one.id], stance: 'doubts' })).toEqual({ change: null })
})

test('undo survives a restart', async () => {
  const folder = temporaryFolder()
  const clock = steppingClock()
  const before = await aLibrary({ folder, clock })
  const { id } = await anArticle(before)
  const { text } = await before.call('articles.get', { id })
  await before.call('highlights.create', { articleId: id, ranges: [{ start: 0, end: text.indexOf(' ') }] })
  await before.app.close()
  const after = await aLibrary({ folder, clock })
  expect(await after.call('history.undo', {})).toEqual({ label: 'Highlight' })
  expect(await after.call('highlights.list', { articleId: id })).toEqual([])
})

test('undo takes back only what the same client did', async () => {
  const { call } = await aLibrary()
  await call('speakers.create', { name: 'Ana Ruiz' })
  await call('speakers.create', { name: 'The union' }, 'command-line')
  await call('history.undo', {})
  expect((await call('speakers.list', {})).map((speaker) => speaker.name)).toEqual(['The union'])
})

test('undo refuses when something else has changed what it would touch', async () => {
  const { call } = await aLibrary()
  const speaker = await call('speakers.create', { name: 'Ana Ruiz' })
  await call('speakers.update', { id: speaker.id, name: 'Ana Ruíz' }, 'command-line')
  await expect(call('history.undo', {})).rejects.toThrow('“Add speaker” can’t be undone, because “Rename speaker”, done on the command line, changed it since. It stays as it is.')
  expect((await call('speakers.list', {}))[0]?.name).toBe('Ana Ruíz')
})

test('undo refuses when taking a thing away would take along what another client added to it', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] })
  await call('statements.create', { on: { highlightId: highlight.id } }, 'command-line')
  await expect(call('history.undo', {})).rejects.toThrow('because “Mark statement”, done on the command line, changed it since')
  expect((await call('highlights.list', { articleId: id }))[0]?.statements).toHaveLength(1)
})

test('what another window took away stays away: neither undo nor redo of the one that made it brings it back', async () => {
  const { call } = await aLibrary()
  const [one, two] = ['one', 'two'].map(windowClient)
  const tag = await call('tags.create', { name: 'water' }, one)
  await call('tags.delete', { id: tag.id }, two)
  await expect(call('history.undo', {}, one)).rejects.toThrow('“Add tag” can’t be undone, because “Delete tag”, done in another window, changed it since.')
  expect(await call('history.state', {}, one)).toEqual({ undo: null, redo: null })
  expect(await call('tags.list', {})).toEqual([])
  await call('history.undo', {}, two)
  expect(await call('tags.list', {})).toHaveLength(1)
})

test('emptying the bin drops the steps that can’t be undone any more, and the way to earlier ones stays open', async () => {
  const { call } = await aLibrary()
  await call('speakers.create', { name: 'Ana Ruiz' })
  const { id } = await anArticle({ call })
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] })
  await call('highlights.delete', { id: highlight.id })
  await call('articles.delete', { ids: [id] })
  await call('articles.emptyBin', {})
  while ((await call('history.state', {})).undo) await call('history.undo', {}).catch((error: Error) => expect(error.name).toBe('AppError'))
  expect(await call('speakers.list', {})).toEqual([])
})

test('a typing run is one step; a new run is another', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const subject = { type: 'article' as const, id }
  for (const text of ['H', 'He', 'Hello']) await call('notes.save', { subject, document: note(text), run: '1' })
  await call('notes.save', { subject, document: note('Hello there'), run: '2' })
  await call('history.undo', {})
  expect((await call('notes.get', subject))?.text).toBe('Hello')
  await call('history.undo', {})
  expect(await call('notes.get', subject)).toBeNull()
  await call('history.redo', {})
  expect((await call('notes.get', subject))?.text).toBe('Hello')
})

test('a new act drops what was undone', async () => {
  const { call } = await aLibrary()
  await call('speakers.create', { name: 'Ana' })
  await call('history.undo', {})
  await call('issues.create', { proposition: 'The dam is safe' })
  expect(await call('history.state', {})).toEqual({ undo: 'Add issue', redo: null })
})

test('setting what is set already is no Change', async () => {
  const { call } = await aLibrary()
  const speaker = await call('speakers.create', { name: 'Ana Ruiz' })
  await call('speakers.update', { id: speaker.id, colour: speaker.colour })
  await call('history.undo', {})
  expect(await call('history.state', {})).toEqual({ undo: null, redo: 'Add speaker' })
})

test('reading places are no Change', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  await call('articles.setReadingPlace', { id, readingPlace: 10, readTo: 0.4 })
  expect((await call('history.state', {})).undo).toBe('Add article')
  expect((await call('articles.get', { id })).readingPlace).toBe(10)
})

test('events name what changed', async () => {
  const { call, events } = await aLibrary()
  const { id } = await anArticle({ call })
  events.length = 0
  await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] })
  expect(events).toEqual(['highlights.changed', 'history.changed'])
})

test('each window takes back its own acts, and a new one goes on where a window that is gone stopped', async () => {
  const { app, call } = await aLibrary()
  const [one, two, later] = ['one', 'two', 'later'].map(windowClient)
  await call('tags.create', { name: 'by one' }, one)
  await call('tags.create', { name: 'by two' }, two)
  await call('tags.create', { name: 'by a command' }, 'command-line')
  expect((await call('history.list', {}, one)).map(({ label, subject, by }) => [label, subject, by])).toEqual([
    ['Add tag', 'by a command', 'command-line'], ['Add tag', 'by two', 'another-window'], ['Add tag', 'by one', 'this-window'],
  ])
  await app.dispatch('history.adopt', {}, { client: later!, openClients: [one!, two!, later!] })
  await expect(call('history.undo', {}, later)).rejects.toThrow('nothing to undo')
  await app.dispatch('history.adopt', {}, { client: later!, openClients: [two!, later!] })
  await call('history.undo', {}, later)
  expect((await call('tags.list', {})).map((tag) => tag.name)).toEqual(['by a command', 'by two'])
  await app.dispatch('history.adopt', {}, { client: later!, openClients: [later!] })
  await expect(call('history.undo', {}, later)).rejects.toThrow('nothing to undo')
})

test('a step of the list can be gone back to, and forth again', async () => {
  const library = await aLibrary()
  const { call } = library
  for (const name of ['first', 'second', 'third']) await call('tags.create', { name })
  const states: unknown[] = [await contents(library)]
  const steps = await call('history.list', {})
  const names = async (): Promise<string[]> => (await call('tags.list', {})).map((tag) => tag.name)
  expect(await call('history.goTo', { step: steps[2]!.id })).toEqual({ steps: 2 })
  expect(await names()).toEqual(['first'])
  expect((await call('history.list', {})).map(({ subject, undone }) => [subject, undone])).toEqual([['third', true], ['second', true], ['first', false]])
  expect(await call('history.goTo', { step: steps[1]!.id })).toEqual({ steps: 1 })
  expect(await names()).toEqual(['first', 'second'])
  expect(await call('history.goTo', { step: null })).toEqual({ steps: 2 })
  expect(await names()).toEqual([])
  expect(await call('history.goTo', { step: steps[0]!.id })).toEqual({ steps: 3 })
  expect(await contents(library)).toEqual(states[0])
  await expect(call('history.goTo', { step: 999 })).rejects.toThrow('not one of this window’s')
  await expect(call('history.goTo', { step: steps[0]!.id }, 'command-line')).rejects.toThrow('not one of this window’s')
})

test('steps are named by what they were about', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id } = await anArticle(library)
  const statement = await aStatement(library, { articleId: id, words: 'We will not sign', speaker: 'Ana Ruiz', issue: 'The deal is signed' })
  await call('statements.update', { id: statement.id, stance: 'denies' })
  await call('notes.save', { subject: { type: 'highlight', id: statement.highlightId }, document: note('Firm'), run: 'a' })
  await call('highlights.delete', { id: statement.highlightId })
  expect((await call('history.list', {})).map(({ label, subject }) => `${label}: ${subject}`)).toEqual([
    'Delete highlight: We will not sign', 'Edit note: Firm', 'Set stance: We will not sign', 'Mark statement: We will not sign',
    'Add issue: The deal is signed', 'Add speaker: Ana Ruiz', 'Add article: The river deal',
  ])
})

test('a note never comes back on a thing that is gone', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 3 }] })
  await call('notes.save', { subject: { type: 'highlight', id: highlight.id }, document: note('mine'), run: 'one' }, 'window:other')
  await call('history.undo', {}, 'window:other')
  await call('highlights.delete', { id: highlight.id })
  await expect(call('history.redo', {}, 'window:other')).rejects.toThrow('can’t be redone')
  expect(JSON.parse((await call('exports.render', { format: 'json' })).content).notes).toEqual([])
})
