import { expect, test } from 'vitest'
import { fromLexical, toLexical, type Block, type LexicalDocument } from '../../shared/body.ts'
import { versionOf } from '../../shared/text-version.ts'
import { aLibrary, anArticle, aStatement, riverText, type TestApp } from '../testing.ts'

/** The body with words replaced. */
function edited(body: LexicalDocument, from: string, to: string): LexicalDocument {
  return toLexical(fromLexical(body).map((block): Block => ({ ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: inline.text.replace(from, to) })) })))
}

async function contents({ call }: Pick<TestApp, 'call'>): Promise<unknown> {
  const { content } = await call('exports.render', { format: 'json' })
  return JSON.parse(content, (key, value: unknown) => (key === 'updatedAt' ? typeof value : value))
}

async function aMarkedArticle() {
  const library = await aLibrary()
  const article = await anArticle(library)
  const statement = await aStatement(library, { articleId: article.id, words: '“We will not sign,”', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  const { call } = library
  const edit = async (from: string, to: string) => {
    const { id, revision, body } = await call('articles.get', { id: article.id })
    await call('drafts.save', { articleId: id, base: revision, document: edited(body, from, to) })
    return call('articles.revise', { id })
  }
  const highlight = async () => (await call('highlights.list', { articleId: article.id }))[0]!
  return { ...library, article, statement, edit, highlight }
}

test('without a draft there is nothing to revise', async () => {
  const { call, article } = await aMarkedArticle()
  await expect(call('articles.revise', { id: article.id })).rejects.toThrow('There is no draft')
})

test('a draft begun on an older revision is refused, and stays', async () => {
  const { call, article, edit } = await aMarkedArticle()
  await edit('Engineers', 'The engineers')
  await call('drafts.save', { articleId: article.id, base: 1, document: article.body })
  await expect(call('articles.revise', { id: article.id })).rejects.toThrow('changed elsewhere')
  expect(await call('drafts.get', { articleId: article.id })).toMatchObject({ base: 1 })
})

test('a draft without words is refused', async () => {
  const { call, article } = await aMarkedArticle()
  await call('drafts.save', { articleId: article.id, base: 1, document: toLexical([{ type: 'paragraph', inlines: [{ text: ' ' }] }]) })
  await expect(call('articles.revise', { id: article.id })).rejects.toThrow('holds no text')
})

test('the same text is no revision', async () => {
  const { call, article } = await aMarkedArticle()
  await call('drafts.save', { articleId: article.id, base: 1, document: article.body })
  expect(await call('articles.revise', { id: article.id })).toMatchObject({ revision: 1 })
  expect(await call('revisions.list', { articleId: article.id })).toHaveLength(1)
  expect((await call('history.state', {})).undo).toBe('Mark statement')
})

test('an edit elsewhere makes a revision, moves the highlight along, and is one step of undo', async () => {
  const library = await aMarkedArticle()
  const { call, article, edit, highlight } = library
  const before = await contents(library)
  expect(await edit('the dam opened', 'the long dam opened')).toEqual({ revision: 2, carried: { same: 1, moved: 0, 'said-by-another': 0, reworded: 0, lost: 0 } })
  const after = await contents(library)
  const carried = await highlight()
  const { text, draft } = await call('articles.get', { id: article.id })
  expect(text.slice(carried.ranges[0]!.start, carried.ranges[0]!.end)).toBe('“We will not sign,”')
  expect([carried.revision, carried.waiting, draft]).toEqual([2, false, null])
  expect((await call('revisions.list', { articleId: article.id })).map(({ number, origin }) => [number, origin])).toEqual([[2, 'edit'], [1, 'first']])
  expect(await call('history.undo', {})).toEqual({ label: 'Edit article' })
  expect(await contents(library)).toEqual(before)
  await call('history.redo', {})
  expect(await contents(library)).toEqual(after)
  expect(await call('search.find', { words: 'long dam' })).toHaveLength(1)
})

test('a reworded highlight waits on its own revision; its new wording can be accepted, and undone', async () => {
  const { call, article, edit, highlight } = await aMarkedArticle()
  await edit('We will not sign', 'We will sign')
  const waiting = await highlight()
  expect(waiting).toMatchObject({ state: 'reworded', waiting: true, revision: 1, quote: '“We will not sign,”' })
  expect((await call('articles.list', {}))[0]).toMatchObject({ waiting: 1 })
  const [queued] = await call('highlights.queue', {})
  expect(queued).toMatchObject({ id: waiting.id, articleRevision: 2 })
  await expect(call('highlights.accept', { id: waiting.id, candidate: 7 })).rejects.toThrow('not offered any more')
  await call('highlights.accept', { id: waiting.id, candidate: 0 })
  expect(await highlight()).toMatchObject({ state: 'same', waiting: false, revision: 2, quote: '“We will sign,”' })
  expect(await call('highlights.queue', { articleId: article.id })).toEqual([])
  await call('history.undo', {})
  expect(await highlight()).toMatchObject({ state: 'reworded', waiting: true, quote: '“We will not sign,”' })
})

test('words that another says now wait, with their place offered; accepted, they stay their speaker’s', async () => {
  const { call, article, edit, highlight } = await aMarkedArticle()
  expect(await edit('Mayor Ana Ruiz', 'Treasurer Ben Roth')).toEqual({ revision: 2, carried: { same: 0, moved: 0, 'said-by-another': 1, reworded: 0, lost: 0 } })
  const waiting = await highlight()
  expect(waiting).toMatchObject({ state: 'said-by-another', waiting: true, revision: 1 })
  const { text } = await call('articles.get', { id: article.id })
  expect(waiting.candidates.map((ranges) => ranges.map(({ start, end }) => text.slice(start, end)))).toEqual([['“We will not sign,”']])
  expect((await call('articles.list', {}))[0]).toMatchObject({ waiting: 1 })
  expect((await call('highlights.queue', {})).map(({ id }) => id)).toEqual([waiting.id])
  const [start, end] = [text.indexOf('“We will not sign,”') / text.length, (text.indexOf('“We will not sign,”') + '“We will not sign,”'.length) / text.length]
  expect((await call('articles.list', {}))[0]?.marks).toEqual([{ start, end, colour: 1 }])
  await call('highlights.accept', { id: waiting.id, candidate: 0 })
  expect(await highlight()).toMatchObject({ state: 'same', waiting: false, revision: 2, quote: '“We will not sign,”', statements: [{ stance: 'denies' }] })
  expect(await call('history.undo', {})).toEqual({ label: 'Keep speaker' })
  expect(await highlight()).toEqual(waiting)
})

test('words that another says are that one’s at one step, with the stance to be set again; one undo takes all of it back', async () => {
  const library = await aMarkedArticle()
  const { call, edit, highlight, statement } = library
  const treasurer = await call('speakers.create', { name: 'Ben Roth' })
  await call('statements.create', { on: { highlightId: statement.highlightId }, speakerId: statement.speakerId, stance: 'leans', reportedById: treasurer.id })
  await edit('Mayor Ana Ruiz', 'Treasurer Ben Roth')
  const before = await contents(library)
  const as = { id: statement.highlightId, candidate: 0, speakerId: treasurer.id }
  await expect(call('highlights.acceptAs', { ...as, candidate: 7 })).rejects.toThrow('not offered any more')
  await expect(call('highlights.acceptAs', { ...as, speakerId: statement.id })).rejects.toThrow('speaker')
  expect(await contents(library)).toEqual(before)
  await call('highlights.acceptAs', as)
  const accepted = await highlight()
  expect(accepted).toMatchObject({ state: 'same', waiting: false, revision: 2, quote: '“We will not sign,”' })
  expect(accepted.statements.map(({ speakerId, stance, reportedById }) => [speakerId, stance, reportedById])).toEqual([[treasurer.id, null, null], [treasurer.id, null, null]])
  expect(accepted.statements[0]!.issueId).toBe(statement.issueId)
  await expect(call('highlights.acceptAs', as)).rejects.toThrow('decided already')
  expect(await call('history.undo', {})).toEqual({ label: 'Set another speaker' })
  expect(await contents(library)).toEqual(before)
})

test('who says the words is read in the article’s language: a French article says nothing', async () => {
  const { call, article, edit, highlight } = await aMarkedArticle()
  await call('articles.update', { id: article.id, language: 'fr' })
  await edit('said Mayor', 'said le Mayor')
  expect(await highlight()).toMatchObject({ state: 'same' })
  await edit('said le Mayor', 'said the Mayor')
  expect(await highlight()).toMatchObject({ state: 'said-by-another' })
})

test('an old wording that is kept stays on its revision through later ones', async () => {
  const { call, edit, highlight } = await aMarkedArticle()
  await edit('We will not sign', 'We will sign')
  await call('highlights.keepOld', { id: (await highlight()).id })
  await expect(call('highlights.keepOld', { id: (await highlight()).id })).rejects.toThrow('decided already')
  await edit('Engineers', 'The engineers')
  expect(await highlight()).toMatchObject({ revision: 1, waiting: false, quote: '“We will not sign,”' })
  expect((await call('statements.list', {}))[0]?.quote).toBe('“We will not sign,”')
})

test('words that come back are found again', async () => {
  const { edit, highlight } = await aMarkedArticle()
  await edit('“We will not sign,” said', 'So said')
  expect(await highlight()).toMatchObject({ state: 'lost', waiting: true })
  await edit('So said', '“We will not sign,” said')
  expect(await highlight()).toMatchObject({ state: 'same', waiting: false, revision: 3 })
})

test('a speaker that comes back is found again', async () => {
  const { edit, highlight } = await aMarkedArticle()
  await edit('Mayor Ana Ruiz', 'Treasurer Ben Roth')
  await edit('Treasurer Ben Roth', 'Mayor Ana Ruiz')
  expect(await highlight()).toMatchObject({ state: 'same', waiting: false, revision: 3 })
})

test('a lost highlight is placed by hand on whole characters', async () => {
  const { call, article, edit, highlight } = await aMarkedArticle()
  await edit('“We will not sign,” said', 'So said')
  const { text } = await call('articles.get', { id: article.id })
  await expect(call('highlights.place', { id: (await highlight()).id, ranges: [{ start: text.length + 5, end: text.length + 9 }] })).rejects.toThrow('outside the article')
  const start = text.indexOf('Nobody')
  await call('highlights.place', { id: (await highlight()).id, ranges: [{ start, end: start + 6 }] })
  expect(await highlight()).toMatchObject({ quote: 'Nobody', state: 'same', waiting: false, revision: 2 })
})

test('parts are added and taken out, on the highlight’s own revision', async () => {
  const { call, article, highlight } = await aMarkedArticle()
  const first = (await highlight()).ranges[0]!
  const start = article.text.indexOf('The council')
  await call('highlights.setRanges', { id: (await highlight()).id, ranges: [first, { start, end: start + 11 }] })
  expect((await highlight()).quote).toBe('“We will not sign,” […] The council')
  await call('history.undo', {})
  expect((await highlight()).quote).toBe('“We will not sign,”')
  await expect(call('highlights.setRanges', { id: (await highlight()).id, ranges: [{ start: 9000, end: 9009 }] })).rejects.toThrow('outside')
})

const page = (words: string) => `---\naddress: https://example.org/river\ntitle: The river\n---\n\n# The river\n\n“We will not sign,” said the mayor.\n\n${words}\n`
const asFile = (text: string) => ({ kind: 'file' as const, name: 'river.md', base64: Buffer.from(text).toString('base64') })

test('a source with the same address and another text waits as the article’s newer version', async () => {
  const { call } = await aLibrary()
  const first = await call('articles.import', asFile(page('The dam opens in May.')))
  expect(await call('articles.import', asFile(page('The dam opens in June.')))).toMatchObject({ id: first.id, existing: true, newVersion: true })
  expect(await call('articles.list', {})).toMatchObject([{ draft: 'import' }])
  expect(await call('articles.revise', { id: first.id })).toMatchObject({ revision: 2 })
  const article = await call('articles.get', { id: first.id })
  expect(article.text).toContain('June')
  expect((await call('history.state', {})).undo).toBe('Import newer version')
  expect(await call('articles.import', asFile(page('The dam opens in June.')))).toMatchObject({ existing: true, newVersion: false })
})

test('a newer version never overwrites what is being edited', async () => {
  const { call } = await aLibrary()
  const { id } = await call('articles.import', asFile(page('The dam opens in May.')))
  const { body } = await call('articles.get', { id })
  await call('drafts.save', { articleId: id, base: 1, document: edited(body, 'May', 'April') })
  await expect(call('articles.import', asFile(page('The dam opens in June.')))).rejects.toThrow('You are editing')
  expect(JSON.stringify(await call('drafts.get', { articleId: id }))).toContain('April')
})

test('a newer version that was edited before its use is not replaced by the next one, whichever way it comes', async () => {
  const { call } = await aLibrary()
  const { id } = await call('articles.import', asFile(page('The dam opens in May.')))
  await call('articles.import', asFile(page('The dam opens in June.')))
  await call('articles.import', asFile(page('The dam opens in July.')))
  const draft = (await call('drafts.get', { articleId: id }))!
  expect(JSON.stringify(draft)).toContain('July')
  expect(draft.edited).toBe(false)
  await call('drafts.save', { articleId: id, base: 1, document: edited(draft.document, 'July', 'late July') })
  expect((await call('drafts.get', { articleId: id }))!.edited).toBe(true)
  await expect(call('articles.import', asFile(page('The dam opens in August.')))).rejects.toThrow('You have edited the newer version')
  await expect(call('drafts.import', { articleId: id, source: asFile(page('The dam opens in August.')) })).rejects.toThrow('You have edited the newer version')
  expect(JSON.stringify(await call('drafts.get', { articleId: id }))).toContain('late July')
  const own = await call('drafts.separate', { articleId: id })
  expect((await call('articles.get', { id: own.id })).text).toContain('late July')
  expect(await call('articles.import', asFile(page('The dam opens in August.')))).toMatchObject({ newVersion: true })
})

test('a draft that another window has changed, replaced or taken away since is not overwritten', async () => {
  const { call, article } = await aMarkedArticle()
  const typed = (to: string) => ({ articleId: article.id, base: 1, document: edited(article.body, 'Engineers', to) })
  const [one, three] = [typed('One'), typed('Three')].map(({ document }) => versionOf(document))
  await call('drafts.save', { ...typed('One'), after: null })
  await expect(call('drafts.save', { ...typed('Two'), after: null })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('changed or closed in another window') as string })
  await call('drafts.save', { ...typed('Three'), after: one! })
  await expect(call('drafts.save', { ...typed('Four'), after: one! })).rejects.toMatchObject({ code: 'conflict' })
  await call('drafts.save', { ...typed('Three'), after: one! })
  expect(JSON.stringify(await call('drafts.get', { articleId: article.id }))).toContain('Three')
  await call('drafts.discard', { articleId: article.id })
  await expect(call('drafts.save', { ...typed('Five'), after: three! })).rejects.toMatchObject({ code: 'conflict' })
  expect(await call('drafts.get', { articleId: article.id })).toBeNull()
  await call('drafts.import', { articleId: article.id, source: { kind: 'text', text: `${riverText}\n\nMore.` } })
  await expect(call('drafts.save', { ...typed('Six'), after: null })).rejects.toMatchObject({ code: 'conflict' })
  expect(JSON.stringify(await call('drafts.get', { articleId: article.id }))).toContain('More.')
})

test('a newer version chosen by hand can be looked at first, kept as an article of its own, or discarded', async () => {
  const { call, article } = await aMarkedArticle()
  await expect(call('drafts.import', { articleId: article.id, source: { kind: 'text', text: riverText } })).rejects.toThrow('says the same')
  await call('drafts.import', { articleId: article.id, source: { kind: 'text', text: riverText.replace('by May', 'by June') } })
  expect(await call('drafts.carry', { articleId: article.id })).toMatchObject([{ state: 'same' }])
  const { id } = await call('drafts.separate', { articleId: article.id })
  expect((await call('articles.get', { id })).text).toContain('by June')
  expect((await call('articles.get', { id: article.id })).text).toContain('Monday')
  expect(await call('drafts.get', { articleId: article.id })).toBeNull()
  await call('drafts.import', { articleId: article.id, source: { kind: 'text', text: `${riverText}\n\nMore.` } })
  await call('drafts.discard', { articleId: article.id })
  await expect(call('drafts.carry', { articleId: article.id })).rejects.toThrow('There is no draft')
})
