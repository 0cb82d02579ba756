import { expect, test, vi } from 'vitest'
import { aLibrary, anArticle } from '../testing.ts'

test('what another program writes into the same library is noticed', async () => {
  const here = await aLibrary()
  const there = await aLibrary({ folder: here.folder })
  here.events.length = 0
  await anArticle(there)
  await vi.waitFor(() => expect(here.events).toContain('library.changed'))
  expect(await here.call('articles.list', {})).toHaveLength(1)
})
