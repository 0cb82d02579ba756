/** What is done with several statements at once: one Change each, or nothing at all. */
import { expect, test } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aLibrary, anArticle } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'

async function threeStatements() {
  const library = await aLibrary()
  const { id, text } = await anArticle(library, 'Bridge\n\nOne stone. Two stones. Three stones.')
  const ids: string[] = []
  for (const words of ['One stone.', 'Two stones.', 'Three stones.']) {
    const start = text.indexOf(words)
    ids.push((await library.call('statements.create', { on: { articleId: id, ranges: [{ start, end: start + words.length }] } })).id)
  }
  const fields = async () => (await library.call('statements.list', { ids })).map(({ speakerId, issueId, stance, wording }) => ({ speakerId, issueId, stance, wording }))
  return { ...library, articleId: id, ids, fields }
}

const bare = { speakerId: null, issueId: null, stance: null, wording: 'paraphrase' }

test('one that is gone, or an unknown name, refuses all of them', async () => {
  const { call, ids, fields } = await threeStatements()
  const tag = await call('tags.create', { name: 'Later' })
  const before = (await call('history.list', {})).length
  const refused: [Input<'statements.updateMany'>, string][] = [
    [{ ids: [...ids, missing], stance: 'denies' }, 'That statement is not in the library any more.'],
    [{ ids, stance: 'denies', speakerId: missing }, 'That speaker is not in the library any more.'],
    [{ ids, stance: 'denies', issueId: missing }, 'That issue is not in the library any more.'],
    [{ ids, stance: 'denies', reportedById: missing }, 'That speaker is not in the library any more.'],
  ]
  for (const [input, sentence] of refused) await expect(call('statements.updateMany', input)).rejects.toThrow(sentence)
  await expect(call('statements.updateMany', { ids: [], stance: 'denies' })).rejects.toMatchObject({ code: 'bad-input' })
  await expect(call('statements.setTag', { ids: [...ids, missing], tagId: tag.id, on: true })).rejects.toThrow('That statement is not in the library any more.')
  await expect(call('statements.setTag', { ids, tagId: missing, on: true })).rejects.toThrow('That tag is not in the library any more.')
  await expect(call('statements.deleteMany', { ids: [...ids, missing] })).rejects.toThrow('That statement is not in the library any more.')
  expect(await fields()).toEqual([bare, bare, bare])
  expect((await call('statements.columns', {})).tags).toEqual([])
  expect(await call('history.list', {})).toHaveLength(before)
})

test('fields are set as one step, which undo takes back as one', async () => {
  const { call, ids, fields } = await threeStatements()
  const speaker = await call('speakers.create', { name: 'Lea Aro' })
  await call('statements.updateMany', { ids: [...ids, ids[0]!], speakerId: speaker.id })
  await call('statements.updateMany', { ids: ids.slice(1), stance: 'doubts', wording: 'quote' })
  expect(await fields()).toEqual([
    { ...bare, speakerId: speaker.id },
    { ...bare, speakerId: speaker.id, stance: 'doubts', wording: 'quote' },
    { ...bare, speakerId: speaker.id, stance: 'doubts', wording: 'quote' },
  ])
  expect(await call('history.undo', {})).toEqual({ label: 'Edit 2 statements' })
  expect(await call('history.undo', {})).toEqual({ label: 'Set speaker of 3 statements' })
  expect(await fields()).toEqual([bare, bare, bare])
  await call('history.redo', {})
  expect((await fields()).map((one) => one.speakerId)).toEqual([speaker.id, speaker.id, speaker.id])
})

test('a tag goes on the highlights of several and off again', async () => {
  const { call, ids } = await threeStatements()
  const tag = await call('tags.create', { name: 'Later' })
  const tagged = async () => (await call('statements.columns', {})).tags.map(([place]) => place)
  await call('statements.setTag', { ids: ids.slice(0, 2), tagId: tag.id, on: true })
  expect(await tagged()).toEqual([0, 1])
  await call('statements.setTag', { ids, tagId: tag.id, on: false })
  expect(await tagged()).toEqual([])
  expect(await call('history.undo', {})).toEqual({ label: 'Untag 3 statements “Later”' })
  expect(await tagged()).toEqual([0, 1])
  expect(await call('history.undo', {})).toEqual({ label: 'Tag 2 statements “Later”' })
  expect(await tagged()).toEqual([])
})

test('several are deleted as one step; their highlights stay', async () => {
  const { call, ids, articleId } = await threeStatements()
  await call('statements.deleteMany', { ids: ids.slice(0, 2) })
  expect((await call('statements.list', {})).map(({ id }) => id)).toEqual([ids[2]])
  expect(await call('highlights.list', { articleId })).toHaveLength(3)
  expect(await call('history.undo', {})).toEqual({ label: 'Delete 2 statements' })
  expect((await call('statements.list', {})).map(({ id }) => id)).toEqual(ids)
})
