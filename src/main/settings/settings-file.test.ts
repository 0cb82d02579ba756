import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing.ts'
import { openSettingsFile } from './settings-file.ts'

test('what can’t be stored is not said to be stored, and leaves nothing behind', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'settings.json')
  const settings = openSettingsFile(file)
  settings.update({ theme: 'sepia' })
  // A folder in the file's place: renaming onto it is refused, whoever asks.
  rmSync(file)
  mkdirSync(file)
  expect(() => settings.update({ theme: 'dark' })).toThrow()
  expect(settings.get().theme).toBe('sepia')
  expect(readdirSync(folder)).toEqual(['settings.json'])

  rmSync(file, { recursive: true })
  expect(settings.update({ textSize: 21 })).toMatchObject({ textSize: 21 })
  expect(openSettingsFile(file).get().textSize).toBe(21)
})

test.skipIf(process.platform === 'win32')('only its owner may read it, also one that others could', () => {
  const file = join(temporaryFolder(), 'config', 'settings.json')
  openSettingsFile(file).update({})
  expect([statSync(join(file, '..')).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
  writeFileSync(file, readFileSync(file))
  chmodSync(file, 0o644)
  openSettingsFile(file).update({})
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
