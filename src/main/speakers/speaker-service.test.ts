import { describe, expect, test } from 'vitest'
import { aLibrary, anArticle } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'

describe('other names', () => {
  test('everywhere, a name means one speaker', async () => {
    const { call } = await aLibrary()
    const [france, spain] = [await call('speakers.create', { name: 'France' }), await call('speakers.create', { name: 'Spain' })]
    await expect(call('speakers.addAlias', { id: france.id, name: ' spain', articleId: null })).rejects.toThrow('There is a speaker “Spain” already.')
    await expect(call('speakers.addAlias', { id: france.id, name: 'FRANCE', articleId: null })).rejects.toThrow('known as “FRANCE” everywhere already')
    await call('speakers.addAlias', { id: france.id, name: 'Paris', articleId: null })
    await expect(call('speakers.addAlias', { id: spain.id, name: 'paris', articleId: null })).rejects.toThrow('There is a speaker “France” already.')
    await expect(call('speakers.create', { name: 'PARIS' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(call('speakers.update', { id: spain.id, name: 'Paris' })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('in one article, "he" means one speaker; in another it may mean another', async () => {
    const { call } = await aLibrary()
    const [first, second] = [await anArticle({ call }), await anArticle({ call }, 'Another\n\nHe said so.')]
    const [ana, ben] = [await call('speakers.create', { name: 'Ana' }), await call('speakers.create', { name: 'Ben' })]
    await expect(call('speakers.addAlias', { id: ana.id, name: 'he', articleId: missing })).rejects.toThrow('That article is not in the library any more.')
    await call('speakers.addAlias', { id: ana.id, name: 'he', articleId: first.id })
    await expect(call('speakers.addAlias', { id: ben.id, name: 'He', articleId: first.id })).rejects.toThrow('In this article, “He” is “Ana” already.')
    await call('speakers.addAlias', { id: ben.id, name: 'He', articleId: second.id })
    expect((await call('speakers.list', {})).map((one) => one.aliases)).toEqual([[{ name: 'he', articleId: first.id }], [{ name: 'He', articleId: second.id }]])
  })

  test('are removed, and undo brings them back', async () => {
    const { call } = await aLibrary()
    const { id } = await call('speakers.create', { name: 'France' })
    await call('speakers.addAlias', { id, name: 'Paris', articleId: null })
    await expect(call('speakers.removeAlias', { id, name: 'Lyon', articleId: null })).rejects.toThrow('not known as “Lyon”')
    await call('speakers.removeAlias', { id, name: 'paris', articleId: null })
    expect((await call('speakers.list', {}))[0]?.aliases).toEqual([])
    expect(await call('history.undo', {})).toEqual({ label: 'Remove another name' })
    expect(await call('history.undo', {})).toEqual({ label: 'Add another name' })
    expect(await call('history.redo', {})).toEqual({ label: 'Add another name' })
    expect((await call('speakers.list', {}))[0]?.aliases).toEqual([{ name: 'Paris', articleId: null }])
  })

  test('one that becomes the name is an other name no more', async () => {
    const { call } = await aLibrary()
    const { id } = await call('speakers.create', { name: 'France' })
    await call('speakers.addAlias', { id, name: 'French Republic', articleId: null })
    await call('speakers.update', { id, name: 'French Republic' })
    expect((await call('speakers.list', {}))[0]).toMatchObject({ name: 'French Republic', aliases: [] })
  })
})

describe('the reader’s own order', () => {
  const nounsInOrder = async () => {
    const { call } = await aLibrary()
    const ids: string[] = []
    for (const name of ['a', 'b', 'c']) ids.push((await call('speakers.create', { name })).id)
    for (const proposition of ['a', 'b', 'c']) await call('issues.create', { proposition })
    return { call, ids, names: async () => (await call('speakers.list', {})).map((one) => one.name).join('') }
  }

  test('one moves between two others, and undo puts it back', async () => {
    const { call, ids, names } = await nounsInOrder()
    await call('speakers.update', { id: ids[2]!, position: 1.5 })
    expect(await names()).toBe('acb')
    expect(await call('history.undo', {})).toEqual({ label: 'Move speaker' })
    expect(await names()).toBe('abc')
    const [, , last] = await call('issues.list', {})
    await call('issues.update', { id: last!.id, position: 0 })
    expect((await call('issues.list', {})).map((one) => one.proposition).join('')).toBe('cab')
  })

  test('however often the room between two is halved', async () => {
    const { call, ids } = await nounsInOrder()
    for (let turn = 0; turn < 80; turn += 1) {
      const [first, second, third] = await call('speakers.list', {})
      await call('speakers.update', { id: third!.id, position: (first!.position + second!.position) / 2 })
      expect((await call('speakers.list', {})).map((one) => one.id)).toEqual([first!.id, third!.id, second!.id])
    }
    expect(new Set((await call('speakers.list', {})).map((one) => one.id))).toEqual(new Set(ids))
  })

  test('speakers of another library come behind, in their order', async () => {
    const other = await nounsInOrder()
    await anArticle(other)
    const file = await other.call('exports.render', { format: 'json' })
    const { call } = await aLibrary()
    await call('speakers.create', { name: 'first' })
    await call('articles.import', { kind: 'file', name: file.fileName, base64: Buffer.from(file.content).toString('base64') })
    expect((await call('speakers.list', {})).map((one) => one.name)).toEqual(['first', 'a', 'b', 'c'])
  })
})
