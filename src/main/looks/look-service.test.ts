import { expect, test } from 'vitest'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'

async function aCell({ call }: Awaited<ReturnType<typeof aLibrary>>) {
  const article = await anArticle({ call })
  const { issueId, speakerId } = await aStatement({ call }, { articleId: article.id, words: 'We will not sign', speaker: 'Mayor', issue: 'The deal holds' })
  return { article, cell: { issueId: issueId!, speakerId: speakerId! } }
}

test('a look at what is gone is refused, and nothing is kept', async () => {
  const library = await aLibrary()
  const { article, cell } = await aCell(library)
  for (const wrong of [{ issueId: missing }, { speakerId: missing }, { articleIds: [article.id, missing] }]) {
    await expect(library.call('looks.set', { ...cell, articleIds: [article.id], ...wrong })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect(await library.call('looks.list', {})).toEqual([])
})

test('a look keeps which articles were read; without any it is taken back; each is one step of undo', async () => {
  const library = await aLibrary()
  const { call } = library
  const { article, cell } = await aCell(library)
  const other = await anArticle(library, 'Another\n\nWith nothing in it.')
  await call('looks.set', { ...cell, articleIds: [article.id, other.id] })
  await call('looks.set', { ...cell, articleIds: [other.id] })
  expect(await call('looks.list', {})).toMatchObject([{ ...cell, articleIds: [other.id] }])
  await call('history.undo', {})
  expect((await call('looks.list', {}))[0]!.articleIds.toSorted()).toEqual([article.id, other.id].toSorted())
  await call('articles.delete', { ids: [other.id] })
  expect((await call('looks.list', {}))[0]!.articleIds).toEqual([article.id])
  await call('looks.set', { ...cell, articleIds: [] })
  expect(await call('looks.list', {})).toEqual([])
})
