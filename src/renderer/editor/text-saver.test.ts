import { expect, test } from 'vitest'
import { plainText, toLexical, type LexicalDocument } from '../../shared/body.ts'
import { AppError } from '../../shared/rpc.ts'
import { noteVersion } from '../../shared/text-version.ts'
import { TextSaver, UndecidedConflict } from './text-saver.ts'
import { createTryAgain } from './try-again.ts'

const saying = (text: string): LexicalDocument => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

const stored = (text: string) => ({ document: saying(text), version: noteVersion(saying(text)) })

/** A text in a library, as main keeps it, and windows that write it. */
function aText() {
  let there: LexicalDocument | null = null
  const full = { disk: false }
  const told: string[] = []
  const unsaved = createTryAgain({ onWait: ({ message }) => told.push(message), onDone: () => told.push('Done'), onRefuse: ({ message }) => told.push(message), pause: 1e6 })
  const window = () => {
    const reports: Promise<void>[] = []
    const saver = new TextSaver({
      begin: { document: there, version: noteVersion(there ?? undefined) },
      save: async (document, { version: after }) => {
        await Promise.resolve()
        if (full.disk) throw new AppError('disk-full', 'The disk is full, so nothing was stored.')
        if (noteVersion(there ?? undefined) !== after && noteVersion(document) !== noteVersion(there ?? undefined)) throw new AppError('conflict', 'Changed.')
        there = document
      },
      read: () => Promise.resolve({ document: there, version: noteVersion(there ?? undefined) }),
      versionOf: noteVersion,
      report: (stored) => { stored.catch(() => undefined); reports.push(stored) },
      key: 'note', unsaved, wait: 1e6,
    })
    const type = (text: string): Promise<void> => { saver.change(saying(text)); return saver.flush() }
    return { saver, type, reports }
  }
  return { window, full, told, unsaved, text: () => there && plainText(there) }
}

test('saves that overtake each other’s answers go on from each other, also when the page goes meanwhile', async () => {
  const { window, text } = aText()
  const { type, saver, reports } = window()
  const [one, two] = [type('One'), type('One two')]
  saver.change(saying('One two'))
  await Promise.all([one, two])
  await saver.flush()
  await Promise.all(reports)
  void type('One two three').catch(() => undefined)
  saver.change(saying('One two three four'))
  await saver.leave(true)
  expect(text()).toBe('One two three four')
  expect(saver.state()).toMatchObject({ unsaved: false, conflict: null })
})

test('a conflict keeps both texts, says so once, follows what the other window goes on to write, and ends as the person chooses', async () => {
  const { window, text } = aText()
  const [here, there] = [window(), window()]
  await there.type('Theirs')
  await expect(here.type('Mine')).rejects.toBeInstanceOf(UndecidedConflict)
  await expect(here.reports[0]).rejects.toBeInstanceOf(UndecidedConflict)
  await there.type('Theirs, longer')
  here.saver.sees(stored('Theirs, longer'))
  await expect(here.type('Mine, longer')).rejects.toBeInstanceOf(UndecidedConflict)
  expect(here.saver.state()).toMatchObject({ unsaved: true, conflict: { mine: saying('Mine, longer'), other: stored('Theirs, longer') } })
  expect(text()).toBe('Theirs, longer')
  here.saver.settle()
  await here.saver.flush()
  expect(text()).toBe('Mine, longer')
  await expect(there.type('Theirs, longest')).rejects.toBeInstanceOf(UndecidedConflict)
})

test('leaving without a choice keeps both, also what another window wrote after the conflict was met', async () => {
  const { window, text } = aText()
  const [here, there] = [window(), window()]
  await there.type('Theirs')
  await expect(here.type('Mine')).rejects.toThrow()
  await there.type('Theirs, longer')
  expect(await here.saver.leave()).toBe(true)
  expect(text()).toBe('Mine\nWritten in another window\nTheirs, longer')
  here.saver.shown(stored('x'))
  here.saver.change(saying('Left at once'))
  await here.saver.leave()
  expect(text()).toContain('Left at once\nWritten in another window\nMine')
})

test('what could not be stored stays unsaved until there is room', async () => {
  const { window, full, text } = aText()
  const { type, saver, reports } = window()
  full.disk = true
  await expect(type('Mine')).rejects.toThrow('Not saved: the disk is full.')
  await expect(reports[0]).rejects.toThrow('Not saved: the disk is full.')
  expect(saver.state()).toMatchObject({ unsaved: true, conflict: null })
  full.disk = false
  await saver.flush()
  expect(text()).toBe('Mine')
})

const kept = 'Not saved: the disk is full. What you typed is kept here, and is stored as soon as it can be.'

test('what a full disk refuses is said once, and stored and told once there is room', async () => {
  const { window, full, told, unsaved, text } = aText()
  const { saver, type, reports } = window()
  full.disk = true
  await expect(type('One')).rejects.toThrow(kept)
  await expect(type('One two')).rejects.toThrow(kept)
  await unsaved.now()
  expect([text(), told, reports.length]).toEqual([null, [kept], 2])
  full.disk = false
  await unsaved.now()
  expect([text(), told, saver.state().unsaved, reports.length]).toEqual(['One two', [kept, 'Done'], false, 3])
  await reports[2]
})

test('what a keystroke stores needs no other attempt', async () => {
  const { window, full, told, unsaved, text } = aText()
  const { type } = window()
  full.disk = true
  await expect(type('One')).rejects.toThrow(kept)
  full.disk = false
  await type('One two')
  expect([text(), told, unsaved.find('note')]).toEqual(['One two', [kept, 'Done'], undefined])
})

test('what waits is stored also after its editor has gone, beside what another window wrote meanwhile', async () => {
  const { window, full, unsaved, text } = aText()
  const [here, there] = [window(), window()]
  full.disk = true
  await expect(here.type('Mine')).rejects.toThrow(kept)
  await here.saver.leave()
  expect(unsaved.find('note')).toBe(here.saver)
  expect(plainText(here.saver.typed()!)).toBe('Mine')
  full.disk = false
  await there.type('Theirs')
  await unsaved.now()
  expect(text()).toBe('Mine\nWritten in another window\nTheirs')
})

test('what is discarded while it waits is not stored later, and no other editor finds it', async () => {
  const { window, full, unsaved, text } = aText()
  const { saver, type } = window()
  full.disk = true
  await expect(type('Mine')).rejects.toThrow(kept)
  await saver.drop()
  expect(unsaved.find('note')).toBeUndefined()
  full.disk = false
  await unsaved.now()
  expect(text()).toBeNull()
})
