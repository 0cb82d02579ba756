import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeLargeLibrary } from '../../bench/library/large-library.ts'
import type { CounterpointEvent } from '../shared/contract.ts'
import type { LibraryState } from '../shared/library.ts'
import { unwrap } from '../shared/rpc.ts'
import { openDesk } from './desk.ts'
import type { Face } from './face.ts'
import { readSourceFile } from './source-file.ts'
import { riverText, temporaryFolder } from './testing.ts'

const file = (name: string): string => join(import.meta.dirname, name)

async function aDesk(home = temporaryFolder(), library = join(home, 'library'), face: Face = {}) {
  const desk = await openDesk({
    library, version: '0', log: () => undefined, workerFile: file('library-worker.ts'), formatWorkerFile: file('formats/format-worker.ts'), spellingWorkerFile: file('spelling/spelling-worker.ts'), backupWorkerFile: file('backup-worker.ts'),
    paths: { data: home, config: home, library, settings: join(home, 'settings.json') }, face,
  })
  onTestFinished(() => desk.close())
  return { desk, home, library, call: async (name: string, input: unknown = {}) => unwrap(await desk.dispatch(name, input, { client: 'window:main' })) }
}

test('the library opens in its thread and answers', async () => {
  const { call, library } = await aDesk()
  expect(await call('library.state')).toEqual({ state: 'open', folder: library })
  expect(await call('articles.list')).toEqual([])
  expect(await call('articles.import', { kind: 'text', text: 'A title\n\nSome text of an article.' })).toMatchObject({ existing: false })
})

test('a damaged library is reported, and a backup brings it back', async () => {
  const home = temporaryFolder()
  const first = await aDesk(home)
  await first.call('articles.import', { kind: 'sample' })
  const backup = await first.call('backups.create') as { name: string }
  await first.desk.close()
  writeFileSync(join(home, 'library', 'library.db'), 'broken '.repeat(3000))
  const { call } = await aDesk(home)
  // Also once its thread has ended.
  for (let look = 0; look < 20; look += 1) expect(await call('backups.list').then(() => call('library.state'))).toMatchObject({ state: 'unavailable', damaged: true })
  await expect(call('articles.list')).rejects.toMatchObject({ code: 'library-unavailable' })
  expect(await call('backups.restore', { name: backup.name })).toMatchObject({ state: 'open' })
  expect(await call('articles.list')).toHaveLength(1)
})

test('opening a folder that can’t be a library leaves the open one as it is', async () => {
  const { call, home, library } = await aDesk()
  writeFileSync(join(home, 'a-file'), '')
  await expect(call('library.open', { folder: join(home, 'a-file') })).rejects.toThrow('is not a folder')
  expect(await call('library.state')).toEqual({ state: 'open', folder: library })
})

test('another library opens, and the settings keep it', async () => {
  const { call, home } = await aDesk()
  const other = join(home, 'other')
  mkdirSync(other)
  expect(await call('library.open', { folder: other })).toEqual({ state: 'open', folder: other })
  expect(await call('settings.get')).toMatchObject({ library: other })
})

test('settings keep to what they allow', async () => {
  const { call } = await aDesk()
  await expect(call('settings.update', { textSize: 99 })).rejects.toMatchObject({ code: 'bad-input' })
  expect(await call('settings.update', { theme: 'sepia' })).toMatchObject({ theme: 'sepia', textSize: 19 })
})

test('calls while a backup is put back are answered, not left hanging', async () => {
  const { call, desk } = await aDesk()
  const { name } = await call('backups.create') as { name: string }
  const restoring = call('backups.restore', { name })
  const meanwhile = await Promise.all(Array.from({ length: 5 }, () => desk.dispatch('articles.list', {}, { client: 'window:main' })))
  for (const reply of meanwhile) expect(reply.ok || reply.error.code === 'library-unavailable').toBe(true)
  expect(await restoring).toMatchObject({ state: 'open' })
})

test('an export that is stopped writes nothing and leaves the library answering', async () => {
  const { call } = await aDesk()
  await call('articles.import', { kind: 'sample' })
  const stopped = expect(call('exports.render', { format: 'json', job: 'one' })).rejects.toMatchObject({ code: 'conflict', message: 'The export was stopped. Nothing was written.' })
  const other = call('exports.render', { format: 'markdown', job: 'two' })
  await call('exports.cancel', { job: 'one' })
  await stopped
  expect(await other).toMatchObject({ mediaType: 'text/markdown;charset=utf-8' })
  expect(await call('exports.cancel', { job: 'one' })).toEqual({})
  expect(await call('articles.list')).toHaveLength(1)
})

test('a large library comes in beside all else: reads are answered, it tells how far it is, and stopped it leaves nothing', async () => {
  const { call, desk, home } = await aDesk()
  const large = join(home, 'large.json')
  writeLargeLibrary(large, { articles: 120, statementsEach: 3, speakers: 5, issues: 5 })
  const sendParts = () => readSourceFile(large, (part) => call('articles.importPart', part))
  const events: CounterpointEvent[] = []
  let onProgress = (): void => {}
  desk.subscribe((event) => {
    events.push(event)
    if (event.name === 'imports.progress') onProgress()
  })

  const first = await sendParts()
  const reads: unknown[] = []
  onProgress = () => {
    onProgress = () => {}
    reads.push(call('articles.list').then(async (articles) => {
      await call('imports.cancel', { upload: (first as { upload: string }).upload })
      return articles
    }))
  }
  await expect(call('articles.import', first)).rejects.toMatchObject({ code: 'conflict', message: 'The import was stopped. Nothing was added.' })
  expect(await Promise.all(reads)).toEqual([[]])
  expect(await call('articles.list', { view: 'bin' })).toEqual([])

  expect(await call('articles.import', await sendParts())).toMatchObject({ articles: 120, mended: [] })
  expect(await call('articles.counts')).toMatchObject({ all: 120, statements: 360 })
  expect(events).toContainEqual({ name: 'articles.changed' })
  const progress = events.flatMap((event) => (event.name === 'imports.progress' ? [event] : []))
  expect(progress.at(-1)).toMatchObject({ done: progress.at(-1)!.total })
  expect(await call('history.undo')).toEqual({ label: 'Import library' })
  expect(await call('articles.counts')).toMatchObject({ all: 0, statements: 0 })
})

test('a face that saves files says so, and answers what came of it', async () => {
  const saved: string[] = []
  const face: Face = {
    saveFile: async ({ fileName }) => { saved.push(fileName); return fileName === 'cancelled.md' ? null : `/home/${fileName}` },
    showFile: (path) => { saved.push(`shown ${path}`) },
    takeCommand: () => 'settings',
    stored: (client) => { saved.push(client) },
  }
  const { call } = await aDesk(temporaryFolder(), undefined, face)
  const file = { mediaType: 'text/markdown', encoding: 'utf8', content: '#' }
  expect(await call('app.info')).toMatchObject({ capabilities: { saveFile: true, printToPdf: false } })
  expect(await call('app.saveFile', { ...file, fileName: 'a.md' })).toEqual({ saved: '/home/a.md' })
  expect(await call('app.saveFile', { ...file, fileName: 'cancelled.md' })).toEqual({ saved: null })
  await call('app.showFile', { path: '/home/a.md' })
  expect(await call('app.takeCommand')).toEqual({ command: 'settings' })
  await call('app.stored')
  expect(saved).toEqual(['a.md', 'cancelled.md', 'shown /home/a.md', 'window:main'])
})

test('a face that makes PDFs says so and is asked for them', async () => {
  const { call } = await aDesk(temporaryFolder(), undefined, { printToPdf: async (html) => Buffer.from(`%PDF ${html}`) })
  expect(await call('app.info')).toMatchObject({ capabilities: { printToPdf: true } })
  const { content } = await call('app.printToPdf', { html: '<p>é</p>' }) as { content: string }
  expect(Buffer.from(content, 'base64').toString()).toBe('%PDF <p>é</p>')
})

test('a library that is moved while it is open closes; what it held is rescued, and it opens where it is now', async () => {
  const home = temporaryFolder()
  const { desk, call, library } = await aDesk(home)
  await call('articles.import', { kind: 'sample' })
  const told = new Promise<void>((resolve) => { desk.subscribe(({ name }) => { if (name === 'library.changed') resolve() }) })
  renameSync(library, join(home, 'moved'))
  await told
  const state = await call('library.state') as Extract<LibraryState, { state: 'unavailable' }>
  expect(state).toMatchObject({ state: 'unavailable', folder: library, damaged: false, message: expect.stringContaining('no longer at') })
  expect(state.rescue).toContain('Counterpoint rescued')
  await expect(call('articles.list')).rejects.toMatchObject({ code: 'library-gone' })

  const rescued = join(home, 'rescued')
  expect(await call('library.rescue', { folder: rescued })).toEqual({ folder: rescued })
  for (const folder of [join(home, 'moved'), rescued]) {
    expect(await call('library.open', { folder })).toEqual({ state: 'open', folder })
    expect(await call('articles.list')).toHaveLength(1)
  }
  await expect(call('library.rescue', { folder: join(home, 'again') })).rejects.toMatchObject({ code: 'not-found' })
})

test('a library in a folder that a program keeps in step is said to be there', async () => {
  const home = temporaryFolder()
  const library = join(home, 'Dropbox', 'library')
  const { call } = await aDesk(home, library)
  expect(await call('library.state')).toEqual({ state: 'open', folder: library, syncedBy: 'Dropbox' })
  expect(await call('settings.update', { saidSynced: [library] })).toMatchObject({ saidSynced: [library] })
})

test('a file that took the place of an open library is not opened, nor a backup restored, before what was held is saved', async () => {
  const home = temporaryFolder()
  const { desk, call, library } = await aDesk(home)
  await call('articles.import', { kind: 'sample' })
  const { name } = await call('backups.create') as { name: string }
  const told = new Promise<void>((resolve) => { desk.subscribe(({ name: event }) => { if (event === 'library.changed') resolve() }) })
  copyFileSync(join(library, 'backups', name), join(library, 'other'))
  renameSync(join(library, 'other'), join(library, 'library.db'))
  await told
  await expect(call('library.open', { folder: library })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Save a rescue copy first') })
  await expect(call('backups.restore', { name })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Save a rescue copy first') })
  await call('library.rescue', { folder: join(home, 'rescued') })
  expect(await call('library.open', { folder: library })).toEqual({ state: 'open', folder: library })
})

test('twelve backups asked for at once are all made, and the last ten kept', async () => {
  const { call } = await aDesk()
  const made = await Promise.all(Array.from({ length: 12 }, () => call('backups.create'))) as { name: string }[]
  expect(new Set(made.map(({ name }) => name)).size).toBe(12)
  const listed = await call('backups.list') as { name: string; reason: string }[]
  expect(listed.filter(({ reason }) => reason === 'asked').map(({ name }) => name)).toEqual(made.slice(-10).map(({ name }) => name).toReversed())
})

test('a library that is damaged inside a text says so when it is backed up, and keeps the good backup', async () => {
  const home = temporaryFolder()
  const first = await aDesk(home)
  await first.call('articles.import', { kind: 'text', text: riverText })
  const good = await first.call('backups.create') as { name: string }
  await first.desk.close()
  const file = join(home, 'library', 'library.db')
  const bytes = readFileSync(file)
  bytes[bytes.indexOf('We will not sign')] = 'M'.charCodeAt(0)
  writeFileSync(file, bytes)
  const { call } = await aDesk(home)
  await expect(call('backups.create')).rejects.toMatchObject({ code: 'damaged' })
  expect(await call('library.state')).toMatchObject({ state: 'open', backupProblem: expect.stringContaining('The library is damaged, so what was just backed up does not count') })
  expect(await call('backups.list')).toEqual(expect.arrayContaining([expect.objectContaining({ name: good.name, damaged: false }), expect.objectContaining({ damaged: true })]))
  await call('backups.restore', { name: good.name })
  expect(await call('library.state')).not.toHaveProperty('backupProblem')
})

test('a second place that can’t be one is refused, and is not stored', async () => {
  const { call, library, home } = await aDesk()
  for (const backupFolder of ['not/whole', join(library, 'backups'), join(home, 'missing'), '/a\0b', `/${'x'.repeat(5000)}`, join(home, 'settings.json', 'x')]) await expect(call('settings.update', { backupFolder })).rejects.toMatchObject({ code: 'not-writable' })
  expect(await call('settings.get')).toMatchObject({ backupFolder: null })
  const backupFolder = join(home, 'another')
  mkdirSync(backupFolder)
  await call('settings.update', { backupFolder })
  expect(await call('backups.create')).toMatchObject({ places: ['library', 'second'] })
})
