import { expect, test } from 'vitest'
import { emptyDocument, toLexical, type LexicalDocument } from '../../shared/body.ts'
import type { CallContext } from '../../shared/rpc.ts'
import { noteVersion, versionOf } from '../../shared/text-version.ts'
import { aLibrary, anArticle } from '../testing.ts'

const saying = (text: string): LexicalDocument => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

async function aNoteOn() {
  const { call } = await aLibrary()
  const subject = { type: 'article' as const, id: (await anArticle({ call })).id }
  return {
    call,
    save: (text: string, after: string | null, run = 'typing', client: CallContext['client'] = 'window:main') => call('notes.save', { subject, document: text ? saying(text) : emptyDocument, run, after }, client),
    text: async (): Promise<string | undefined> => (await call('notes.get', subject))?.text,
    read: async (): Promise<string | null> => noteVersion((await call('notes.get', subject))?.document),
  }
}

test('a note that was changed since it was read is not overwritten, and a typing run goes on from its own saves', async () => {
  const { save, read, text } = await aNoteOn()
  const none = await read()
  await save('One', none)
  await save('One two', noteVersion(saying('One')))
  await expect(save('Other', none, 'other')).rejects.toMatchObject({ code: 'conflict' })
  await expect(save('Other', noteVersion(saying('One')), 'other')).rejects.toMatchObject({ code: 'conflict' })
  expect(await text()).toBe('One two')
  await save('Other', await read(), 'other')
  expect(await text()).toBe('Other')
})

test('what is the same by now is no conflict, undo brings the version back, and an emptied note is one', async () => {
  const { call, save, read, text } = await aNoteOn()
  await save('One', null, 'first')
  const first = await read()
  await save('Two', first, 'second')
  await save('Two', null, 'third')
  await call('history.undo', {})
  expect(await read()).toBe(first)
  await save('', first, 'fourth')
  await expect(save('Three', first, 'fifth')).rejects.toMatchObject({ code: 'conflict' })
  expect(await text()).toBeUndefined()
  await save('Three', null, 'fifth')
  expect(await text()).toBe('Three')
})

test('a typing run that another window’s change came between is two steps, each undone by itself', async () => {
  const { call, save, read, text } = await aNoteOn()
  const [mine, theirs] = ['Mine. '.repeat(200), 'Theirs. '.repeat(200)]
  await save(mine, null)
  await save(`${mine}More.`, await read())
  await save(theirs, await read(), 'theirs', 'window:other')
  await save(`${mine}Again.`, await read())
  expect(await text()).toBe(`${mine}Again.`)
  await call('history.undo', {})
  expect(await text()).toBe(theirs)
  await call('history.undo', {}, 'window:other')
  expect(await text()).toBe(`${mine}More.`)
  await call('history.undo', {})
  expect(await text()).toBeUndefined()
})

test('the version of a text is the same in whatever order its keys stand, and another for another text', () => {
  const { root } = saying('One')
  const turned = { root: Object.fromEntries(Object.entries(root).toReversed()) as typeof root }
  expect(versionOf(turned)).toBe(versionOf({ root }))
  const texts = Array.from({ length: 500 }, (_, number) => versionOf(saying(`Text ${number}`)))
  expect(new Set(texts).size).toBe(500)
})
