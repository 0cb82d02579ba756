import { expect, test } from 'vitest'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'

test('a passage outside the text is refused', async () => {
  const { call } = await aLibrary()
  const { id, text } = await anArticle({ call })
  await expect(call('highlights.create', { articleId: id, ranges: [{ start: text.length, end: text.length + 5 }] })).rejects.toThrow('outside the article’s text')
  await expect(call('highlights.create', { articleId: id, ranges: [{ start: 5, end: 5 }] })).rejects.toThrow('select at least one character')
})

test('an unknown speaker is refused and nothing is made', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  await expect(call('statements.create', { on: { articleId: id, ranges: [{ start: 0, end: 4 }] }, speakerId: missing })).rejects.toThrow('That speaker is not in the library any more.')
  expect(await call('highlights.list', { articleId: id })).toEqual([])
})

test('a highlight of several ranges reads as one quote, whole grapheme clusters only', async () => {
  const { call } = await aLibrary()
  const { id, text } = await anArticle({ call }, 'Flags\n\nThe 👩‍👩‍👧 family waved. “We”, she said, “deny it”, and left.')
  const family = text.indexOf('👩')
  const cut = await call('highlights.create', { articleId: id, ranges: [{ start: family + 1, end: family + 2 }] })
  expect(cut.quote).toBe('👩‍👩‍👧')
  const we = text.indexOf('“We”')
  const deny = text.indexOf('“deny it”')
  const both = await call('highlights.create', { articleId: id, ranges: [{ start: deny, end: deny + 9 }, { start: we, end: we + 4 }] })
  expect(both.quote).toBe('“We” […] “deny it”')
  for (const range of both.ranges) expect(text.slice(range.start, range.end)).toBe(range.exact)
})

test('statements filter by speaker and issue, none included, and say where they come from', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call }, 'Emoji first 👩‍👩‍👧👩‍👩‍👧\n\nOne paragraph.\n\n“Nobody has looked inside,” said the union.')
  const statement = await aStatement({ call }, { articleId: id, words: '“Nobody has looked inside,”', speaker: 'The union', issue: 'The wall is safe', stance: 'doubts' })
  await call('statements.create', { on: { articleId: id, ranges: [{ start: 0, end: 3 }] } })
  expect(statement).toMatchObject({ quote: '“Nobody has looked inside,”', paragraph: 2, articleId: id })
  expect((await call('statements.list', { speakerId: statement.speakerId })).map((one) => one.id)).toEqual([statement.id])
  expect(await call('statements.list', { speakerId: null })).toHaveLength(1)
  expect(await call('statements.list', { issueId: null })).toHaveLength(1)
  expect(await call('statements.list', {})).toHaveLength(2)
})

test('names are unique, case aside; speakers get the colour least used', async () => {
  const { call } = await aLibrary()
  const colours = []
  for (let number = 1; number <= 9; number += 1) colours.push((await call('speakers.create', { name: `Speaker ${number}` })).colour)
  expect(colours).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1])
  await expect(call('speakers.create', { name: ' speaker  1 ' })).rejects.toMatchObject({ code: 'conflict' })
  await call('issues.create', { proposition: 'The wall is safe' })
  await expect(call('issues.create', { proposition: 'the wall is SAFE' })).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody speaks for themselves, however indirectly', async () => {
  const { call } = await aLibrary()
  const [a, b] = [await call('speakers.create', { name: 'Spokesman' }), await call('speakers.create', { name: 'Ministry' })]
  await call('speakers.update', { id: a.id, speaksForId: b.id })
  await expect(call('speakers.update', { id: b.id, speaksForId: a.id })).rejects.toThrow('A speaker can’t speak for itself')
})

test('the wording is guessed from the marks around the passage, and again when it changes, until the reader sets it', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id: articleId, text } = await anArticle({ call })
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const { id, highlightId } = await aStatement({ call }, { articleId, words: 'will not sign', speaker: 'Mayor', issue: 'The deal holds' })
  const wording = async () => {
    const [statement] = await call('statements.list', { ids: [id] })
    return [statement!.wording, statement!.wordingGuessed]
  }
  expect(await wording()).toEqual(['quote', true])
  await call('highlights.setRanges', { id: highlightId, ranges: [at('will not sign,” said Mayor Ana Ruiz')] })
  expect(await wording()).toEqual(['partly', true])
  await call('highlights.setRanges', { id: highlightId, ranges: [at('The council wants')] })
  expect(await wording()).toEqual(['paraphrase', true])
  await call('history.undo', {})
  expect(await wording()).toEqual(['partly', true])
  await call('statements.update', { id, wording: 'partly' })
  expect(await wording()).toEqual(['partly', false])
  await call('highlights.setRanges', { id: highlightId, ranges: [at('will not sign')] })
  expect(await wording()).toEqual(['partly', false])
  await call('history.undo', {})
  await call('history.undo', {})
  expect(await wording()).toEqual(['partly', true])
  await call('statements.updateMany', { ids: [id], stance: 'denies' })
  expect(await wording()).toEqual(['partly', true])
})

test('a wording that is given with the statement is no guess', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  expect(await call('statements.create', { on: { articleId: id, ranges: [{ start: 0, end: 3 }] }, wording: 'quote' })).toMatchObject({ wording: 'quote', wordingGuessed: false })
})

test('a file of before comes in with its wordings as guesses; a newer one with what its reader set', async () => {
  const library = await aLibrary()
  const { id: articleId } = await anArticle(library)
  await aStatement(library, { articleId, words: 'We will not sign', speaker: 'Mayor', issue: 'The deal holds' })
  const { id } = await aStatement(library, { articleId, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall holds' })
  await library.call('statements.update', { id, wording: 'partly' })
  const file = JSON.parse((await library.call('exports.render', { format: 'json' })).content) as { statements: Record<string, unknown>[] }
  const imported = async (statements: Record<string, unknown>[]) => {
    const other = await aLibrary()
    const base64 = Buffer.from(JSON.stringify({ ...file, statements })).toString('base64')
    await other.call('articles.import', { kind: 'file', name: 'library.json', base64 })
    return (await other.call('statements.list', {})).map(({ wording, wordingGuessed }) => [wording, wordingGuessed]).toSorted()
  }
  expect(await imported(file.statements)).toEqual([['partly', false], ['quote', true]])
  const older = file.statements.map(({ wordingGuessed: _guessed, ...statement }) => ({ ...statement, wording: 'paraphrase' }))
  expect(await imported(older)).toEqual([['paraphrase', true], ['paraphrase', true]])
})
