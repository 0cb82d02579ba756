import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './open-database.ts'
import { temporaryFolder } from '../testing.ts'
import { makeFolder } from './make-folder.ts'

test('folders are made with those above them, each open to this user only, and may be there already', () => {
  const folder = temporaryFolder()
  makeFolder(join(folder, 'a', 'b', 'c'))
  makeFolder(join(folder, 'a', 'b', 'c'))
  for (const one of [['a'], ['a', 'b'], ['a', 'b', 'c']]) expect(statSync(join(folder, ...one)).mode & 0o777).toBe(0o700)
  mkdirSync(join(folder, 'open'), { mode: 0o755 })
  makeFolder(join(folder, 'open'))
  writeFileSync(join(folder, 'file'), '')
  expect(() => makeFolder(join(folder, 'file', 'below'))).toThrow('ENOTDIR')
})

test('where nothing can be made a library is refused at once', async ({ skip }) => {
  skip(process.platform !== 'linux', 'only Linux has /proc')
  for (const folder of ['/proc/nowhere/library', '/proc/nowhere/deeper/library', '/sys/nowhere/library']) {
    await expect(openDatabase(folder, () => new Date())).rejects.toMatchObject({ code: 'library-unavailable', message: expect.stringContaining(folder) as string })
  }
})
